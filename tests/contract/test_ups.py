"""The worklist service, by raw requests and a real WebSocket (api-contract.md 4.4)."""

import json
import socket
from contextlib import contextmanager
from pathlib import Path
from struct import pack

import pytest
from support.restclient import SECRET, client, web
from support.samples import samples
from support.stations import lakshmi
from support.workitems import PERFORMED, an_item
from support.workitems import state as state_with
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from resources.store import patients, subscriptions, workitems
from resources.terms import Origin, WorkitemState
from resources.wire.dicomxml import read_xml, xml_of

UID, KEY, ALL, SOME = "2.25.100", "2.25.7", "1.2.840.10008.5.1.4.34.5", "1.2.840.10008.5.1.4.34.5.1"


def state(text: str, key: str = KEY) -> dict:
    return state_with(text, key)


@pytest.fixture
def station(tmp_path: Path):
    with web(tmp_path) as (known, store):
        known.base_url = f"{known.base_url}/dicom-web"
        known.headers["Content-Type"] = "application/dicom+json"
        yield known, store


def make(known, uid: str = UID, **more: object):
    return known.post(f"/workitems?{uid}", json=[an_item(**more)])


class Subscriber:
    """Listens as the standard wants it: what comes again under a Message ID that was heard, was on its way when a line broke."""

    def __init__(self, known, ae_title: str = "VIEWER") -> None:
        self.url = f"{known.base_url}".replace("http://", "ws://").rstrip("/") + f"/subscribers/{ae_title}"
        self.heard: set[int] = set()

    @contextmanager
    def on_the_line(self):
        with connect(self.url, additional_headers={"Authorization": f"Bearer {SECRET}"}, proxy=None) as line:
            yield lambda: self.next_of(line)

    def next_of(self, line) -> dict:
        while True:
            report = json.loads(line.recv(timeout=20))
            [number] = report["00000110"]["Value"]
            if number not in self.heard:
                self.heard.add(number)
                return report


def channel(known):
    return Subscriber(known).on_the_line()


def break_in_the_middle(known, ae_title: str = "VIEWER") -> None:
    """Open the channel, take the first bytes of what comes, and be gone without a word, as a laptop whose lid is shut."""
    host, port = known.base_url.host, known.base_url.port
    request = (
        f"GET /dicom-web/subscribers/{ae_title} HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {SECRET}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with socket.create_connection((host, port), timeout=20) as peer:
        peer.sendall(request.encode())
        heard = b""
        while not heard.partition(b"\r\n\r\n")[2].startswith(b"\x81"):  # a text frame has begun, RFC 6455 5.2
            heard += peer.recv(64) or pytest.fail("the channel was closed")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pack("ii", 1, 0))


@pytest.mark.parametrize(
    ("query", "body"),
    [
        (f"?{UID}", {}),
        (f"?workitem={UID}", {}),
        (f"?AffectedSOPInstanceUID={UID}", {}),
        ("", {"00080018": {"vr": "UI", "Value": [UID]}}),
        ("", {}),
    ],
)
def test_a_workitem_is_made_under_any_spelling_of_its_uid(station, query: str, body: dict) -> None:
    known, _ = station
    answer = known.post(f"/workitems{query}", json=[an_item(**body)])
    assert answer.status_code == 201
    assert answer.headers["location"] == answer.headers["content-location"]
    shown = known.get(answer.headers["location"]).json()
    if query or body:
        assert shown["00080018"]["Value"] == [UID]
    assert shown["00741204"]["Value"] == ["Eye screening"]
    assert shown["00404005"]["Value"] == ["20261121103000+0530"]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"00741000": {"vr": "CS", "Value": ["IN PROGRESS"]}}, 400),
        ({"00741000": {"vr": "CS"}}, 400),
        ({"00404041": {"vr": "CS"}}, 400),
        ({"00404005": {"vr": "DT", "Value": ["soon"]}}, 400),
        ({"00741200": {"vr": "CS", "Value": ["NOW"]}}, 400),
        ({"00741204": {"vr": "LO"}}, 400),
        ({"00081195": {"vr": "UI", "Value": [KEY]}}, 400),
        ({"00080018": {"vr": "UI", "Value": ["x"]}}, 400),
        ({"00100010": "x"}, 400),
    ],
)
def test_a_workitem_that_is_not_as_it_must_be_is_refused(station, changed: dict, status: int) -> None:
    assert station[0].post("/workitems", json=[an_item(**changed)]).status_code == status


def test_codes_of_creating(station) -> None:
    known, _ = station
    assert make(known).status_code == 201
    assert make(known).status_code == 409
    assert known.post("/workitems", content=b"x", headers={"Content-Type": "text/plain"}).status_code == 415
    assert known.post("/workitems", content=b"[{", headers={"Content-Type": "application/json"}).status_code == 400
    xml = known.post("/workitems", content=xml_of(an_item()), headers={"Content-Type": "application/dicom+xml"})
    assert xml.status_code == 201
    found = known.get(xml.headers["location"], headers={"Accept": "application/dicom+xml"})
    assert read_xml(found.content)["00741000"]["Value"] == ["SCHEDULED"]


@pytest.mark.data
@pytest.mark.parametrize("path", samples("dicomweb/ups", "Create-workitem.json"), ids=lambda path: path.name)
def test_a_real_request_is_taken(station, path: Path) -> None:
    answer = station[0].post(f"/workitems?{UID}", content=path.read_bytes())
    assert answer.status_code in (201, 400), answer.text


@pytest.mark.parametrize("how", ["?transaction-uid={}", "?Transaction-UID={}", "?transaction={}", "?{}", "body"])
def test_a_workitem_is_claimed_changed_and_completed_under_any_spelling_of_the_key(station, how: str) -> None:
    known, _ = station
    make(known)
    query, key = ("", KEY) if how == "body" else (how.format(KEY), "")
    assert known.put(f"/workitems/{UID}/state{query}", json=[state("IN PROGRESS", key)]).status_code == 200
    more = {**PERFORMED, **({"00081195": {"vr": "UI", "Value": [key]}} if key else {})}
    assert known.post(f"/workitems/{UID}{query}", json=[more]).status_code == 200
    assert known.put(f"/workitems/{UID}/state{query}", json=[state("COMPLETED", key)]).status_code == 200
    text = known.get(f"/workitems/{UID}").text
    assert "COMPLETED" in text
    assert KEY not in text
    assert "00081195" not in text
    again = known.put(f"/workitems/{UID}/state{query}", json=[state("COMPLETED", key)])
    assert again.headers["warning"].endswith(": The UPS is already in the requested state of COMPLETED.")


def test_codes_of_changing(station) -> None:
    known, _ = station
    make(known)
    assert known.get("/workitems/2.25.5").status_code == 404
    assert known.put("/workitems/2.25.5/state", json=[state("IN PROGRESS")]).status_code == 404
    assert known.post("/workitems/2.25.5", json=[PERFORMED]).status_code == 404
    assert known.post(f"/workitems/{UID}", json=[state("COMPLETED", "")]).status_code == 400
    assert known.put(f"/workitems/{UID}/state", json=[state("ELSEWHERE")]).status_code == 400
    missing = known.put(f"/workitems/{UID}/state", json=[state("IN PROGRESS", "")])
    assert (missing.status_code, missing.headers["warning"].partition(": ")[2]) == (
        400,
        "The Transaction UID is missing.",
    )
    known.put(f"/workitems/{UID}/state", json=[state("IN PROGRESS")])
    assert known.put(f"/workitems/{UID}/state", json=[state("COMPLETED")]).status_code == 409
    assert known.post(f"/workitems/{UID}/cancelrequest").status_code == 409


def test_a_scheduled_workitem_is_cancelled_at_once(station) -> None:
    known, _ = station
    make(known)
    assert known.post(f"/workitems/{UID}/cancelrequest").status_code == 202
    assert known.get(f"/workitems/{UID}").json()["00741000"]["Value"] == ["CANCELED"]
    assert "already" in known.post(f"/workitems/{UID}/cancelrequest").headers["warning"]


@pytest.mark.parametrize(
    ("query", "uids"),
    [
        ("", ["2.25.100", "2.25.101"]),
        ("ProcedureStepState=SCHEDULED", ["2.25.100", "2.25.101"]),
        ("00404018.00080100=B", ["2.25.100", "2.25.101"]),
        ("ScheduledProcessingParametersSequence.CodeValue=C", []),
        ("PatientName=ravi*", ["2.25.101"]),
        ("limit=1", ["2.25.100"]),
        ("offset=1", ["2.25.101"]),
    ],
)
def test_workitems_are_found(station, query: str, uids: list[str]) -> None:
    known, _ = station
    make(known)
    make(known, "2.25.101", **{"00100010": {"vr": "PN", "Value": [{"Alphabetic": "Ravi"}]}})
    assert [one["00080018"]["Value"][0] for one in known.get(f"/workitems?{query}").json()] == uids


def test_who_the_desk_has_put_on_the_list_is_here_too(station) -> None:
    known, store = station
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
        item = workitems.schedule(unit, person.uuid)
    [shown] = known.get(f"/workitems?PatientID={person.number}").json()
    assert shown["00080018"]["Value"] == [item.workitem_uid]
    assert shown["00100010"]["Value"] == [{"Alphabetic": "Devi^Lakshmi"}]


# --- subscriptions and the channel ------------------------------------------------------------------------------------


def test_codes_of_subscribing(station) -> None:
    known, _ = station
    make(known)
    answer = known.post(f"/workitems/{UID}/subscribers/VIEWER?deletionlock=true")
    expected = f"{known.base_url}".replace("http", "ws").rstrip("/") + "/subscribers/VIEWER"
    assert (answer.status_code, answer.headers["content-location"]) == (201, expected)
    assert known.post(f"/workitems/{UID}/subscribers/VIEWER?deletionlock=maybe").status_code == 400
    assert known.post(f"/workitems/{UID}/subscribers/a-much-too-long-title").status_code == 400
    assert known.post("/workitems/2.25.5/subscribers/VIEWER").status_code == 404
    assert known.post(f"/workitems/{SOME}/subscribers/VIEWER?filter=Bogus=1").status_code == 400
    assert known.post(f"/workitems/{ALL}/subscribers/VIEWER/suspend").status_code == 404
    assert known.post(f"/workitems/{ALL}").status_code == 400
    assert known.delete(f"/workitems/{UID}/subscribers/VIEWER").status_code == 200
    assert known.delete(f"/workitems/{UID}/subscribers/VIEWER").status_code == 404


def test_a_subscriber_hears_of_every_step(station) -> None:
    known, _ = station
    make(known)
    known.post(f"/workitems/{ALL}/subscribers/VIEWER")
    with channel(known) as hear:
        first = hear()
        assert first["00001000"]["Value"] == [UID]
        assert first["00000002"]["Value"] == ["1.2.840.10008.5.1.4.34.6.4"]
        known.put(f"/workitems/{UID}/state", json=[state("IN PROGRESS")])
        known.post(f"/workitems/{UID}?{KEY}", json=[{"00741002": {"vr": "SQ", "Value": [{}]}}])
        known.post(f"/workitems/{UID}/cancelrequest", json=[{"00741238": {"vr": "LT", "Value": ["gone home"]}}])
        heard = [hear() for _ in range(3)]
        assert [one["00001002"]["Value"][0] for one in heard] == [1, 3, 2]
        assert heard[2]["00741238"]["Value"] == ["gone home"]
        make(known, "2.25.101")
        assert hear()["00001000"]["Value"] == ["2.25.101"]


def test_who_loses_the_line_and_comes_back_misses_nothing(station) -> None:
    known, store = station
    make(known)
    known.post(f"/workitems/{UID}/subscribers/VIEWER")
    subscriber = Subscriber(known)
    with subscriber.on_the_line() as hear:
        hear()
    known.put(f"/workitems/{UID}/state", json=[state("IN PROGRESS")])
    with store.write(Origin.CAMERA) as unit:
        workitems.move(unit, UID, WorkitemState.COMPLETED)
    with subscriber.on_the_line() as hear:
        assert [hear()["00741000"]["Value"][0] for _ in range(2)] == ["IN PROGRESS", "COMPLETED"]


def test_what_was_on_its_way_when_the_line_broke_comes_again(station) -> None:
    known, store = station
    known.post(f"/workitems/{ALL}/subscribers/VIEWER")
    subscriber, made = Subscriber(known), [f"2.25.{number}" for number in range(200, 210)]
    for uid in made:
        assert make(known, uid).status_code == 201
        break_in_the_middle(known)
    with store.read() as unit:
        assert len(subscriptions.undelivered(unit, "VIEWER")) == len(made)
    with subscriber.on_the_line() as hear:
        assert [hear()["00001000"]["Value"][0] for _ in made] == made


def test_no_two_reports_share_a_message_id(station) -> None:
    known, _ = station
    known.post(f"/workitems/{ALL}/subscribers/VIEWER")
    subscriber = Subscriber(known)
    for uid in ("2.25.200", "2.25.201", "2.25.202"):
        make(known, uid)
        with subscriber.on_the_line() as hear:
            assert hear()["00001000"]["Value"] == [uid]


def test_a_filter_lets_through_what_fits(station) -> None:
    known, _ = station
    known.post(f"/workitems/{SOME}/subscribers/VIEWER?filter=00741200=HIGH")
    make(known)
    make(known, "2.25.101", **{"00741200": {"vr": "CS", "Value": ["HIGH"]}})
    with channel(known) as hear:
        assert hear()["00001000"]["Value"] == ["2.25.101"]


def test_a_suspended_subscriber_hears_of_nothing_new(station) -> None:
    known, _ = station
    known.post(f"/workitems/{ALL}/subscribers/VIEWER")
    make(known)
    assert known.post(f"/workitems/{ALL}/subscribers/VIEWER/suspend").status_code == 200
    make(known, "2.25.101")
    known.put(f"/workitems/{UID}/state", json=[state("IN PROGRESS")])
    with channel(known) as hear:
        assert [hear()["00001000"]["Value"] for _ in range(2)] == [[UID], [UID]]


@pytest.mark.parametrize(("ae_title", "secret", "status"), [("NOBODY", SECRET, 404), ("VIEWER", "wrong", 401)])
def test_the_channel_opens_for_a_known_subscriber_with_a_token_only(station, ae_title, secret, status) -> None:
    known, _ = station
    known.post(f"/workitems/{ALL}/subscribers/VIEWER")
    url = f"{known.base_url}".replace("http://", "ws://").rstrip("/") + f"/subscribers/{ae_title}"
    with pytest.raises(InvalidStatus) as refused:
        connect(url, additional_headers={"Authorization": f"Bearer {secret}"}, proxy=None)
    assert refused.value.response.status_code == status
    assert known.get(f"/subscribers/{ae_title}").status_code == 426


def test_a_reader_changes_nothing(station) -> None:
    known, _ = station
    with client(str(known.base_url), "unknown") as nobody:
        assert nobody.post("/workitems", json=[an_item()]).status_code == 401
