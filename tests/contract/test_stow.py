"""Storing over DICOMweb, by raw requests: PS3.18 Table 10.5.3-1 and what real clients send (api-contract.md 4.1)."""

import json
import socket
from pathlib import Path

import pytest
from sqlalchemy import text
from support.data_sets import BASELINE, a_file, an_instance, encapsulated
from support.dicomwebs import BOUNDARY, body_of, file_of, parts_of, read, related, stow, uids
from support.restclient import SECRET, client, web

from resources.dicomweb import store as receiver
from resources.dicomweb.attributes import catch_up
from resources.store import attribute_sets, filing, studies
from resources.store.checkup import sweep
from resources.store.vault import Disk
from resources.terms import Origin
from resources.wire.dataset import read_tree
from resources.wire.dicomjson import json_of, written
from resources.wire.dicomxml import read_xml, xml_of

GOOD, OTHER = file_of(an_instance(number=1)), file_of(an_instance(number=2))
CHANGED = file_of(an_instance(number=1, PatientComments="another version"))
ELSEWHERE = file_of(an_instance(patient=2))
BAD_UID = GOOD.replace(b"1.2.3.1.1\0", b"1.2.3.1.x\0")
GARBAGE = b"this is no instance"
HALF = GOOD[:-30]
JPEG = b"\xff\xd8\xff\xc0\0\4ab\xff\xd9"
FAILED, STORED, OTHERS = "00081198", "00081199", "0008119A"


@pytest.fixture
def station(tmp_path: Path):
    with web(tmp_path) as (known, store):
        yield known, store


@pytest.mark.parametrize(
    ("parts", "study", "status", "stored", "failed", "others"),
    [
        ([GOOD], "", 200, 1, [], []),
        ([GOOD, OTHER], "", 200, 2, [], []),
        ([GOOD, GOOD], "", 200, 2, [], []),
        ([GOOD, ELSEWHERE], "", 200, 2, [], []),
        ([GOOD, GARBAGE], "", 202, 1, [], [0xC000]),
        ([GOOD, HALF], "", 202, 1, [0xC000], []),
        ([GOOD, CHANGED], "", 202, 1, [0x0110], []),
        ([GOOD, ELSEWHERE], "1.2.3.1", 202, 1, [0xA900], []),
        ([ELSEWHERE], "1.2.3.1", 409, 0, [0xA900], []),
        ([ELSEWHERE, GARBAGE], "1.2.3.1", 409, 0, [0xA900], [0xC000]),
        ([ELSEWHERE, HALF], "1.2.3.1", 409, 0, [0xA900, 0xC000], []),
        ([GOOD, ELSEWHERE, HALF, GARBAGE], "1.2.3.1", 202, 1, [0xA900, 0xC000], [0xC000]),
        ([GOOD, OTHER, CHANGED], "", 202, 2, [0x0110], []),
        ([CHANGED, GOOD], "", 202, 1, [0x0110], []),
        ([BAD_UID], "", 400, 0, [0xC000], []),
        ([GARBAGE, b""], "", 400, 0, [], [0xC000, 0xC000]),
        ([GARBAGE], "", 400, 0, [], [0xC000]),
        ([HALF], "", 400, 0, [0xC000], []),
        ([b""], "", 400, 0, [], [0xC000]),
    ],
)
def test_each_mixture_has_its_answer(station, parts, study, status, stored, failed, others) -> None:
    answer = stow(station[0], *parts, study=study)
    report = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/dicom+json")
    assert len(uids(report.get(STORED, {}))) == stored
    assert [item["00081197"]["Value"][0] for item in report.get(FAILED, {}).get("Value", [])] == failed
    assert [item["00081197"]["Value"][0] for item in report.get(OTHERS, {}).get("Value", [])] == others
    assert (FAILED in report, STORED in report, OTHERS in report) == (bool(failed), bool(stored), bool(others))


def test_the_same_bytes_again_change_nothing(station) -> None:
    known, store = station
    stow(known, GOOD)
    with store.read() as unit:
        before = studies.study(unit, "1.2.3.1").version
    assert stow(known, GOOD).status_code == 200
    with store.read() as unit:
        assert studies.study(unit, "1.2.3.1").version == before


def test_other_bytes_under_a_known_uid_are_kept_aside_and_never_replace(station) -> None:
    known, store = station
    stow(known, GOOD)
    assert stow(known, CHANGED).status_code == 409
    [(_, body)] = parts_of(known.get("/dicom-web/studies/1.2.3.1"))
    assert body == GOOD
    with store.read() as unit:
        assert [row.kind for row in filing.held(unit)] == ["conflict"]


def test_what_came_whole_and_cannot_be_understood_is_kept_aside(station) -> None:
    known, store = station
    stow(known, HALF)
    with store.read() as unit:
        [held] = filing.held(unit)
    assert (held.kind, store.vault.read(held.digest)) == ("quarantine", HALF)


@pytest.mark.parametrize(
    "kind",
    [
        'multipart/related; type="application/dicom"; boundary={}',
        "multipart/related; type=application/dicom; boundary={}",
        'multipart/related; type="application/dicom"; boundary="{}"',
        'Multipart/Related; boundary={}; start="<1>"; type="Application/DICOM"',
        "multipart/related; boundary={}",
    ],
)
@pytest.mark.parametrize("boundary", [BOUNDARY, "0123456789" * 7 + "abc"])
def test_a_message_is_taken_however_its_type_is_written(station, kind: str, boundary: str) -> None:
    body = b"preamble\r\n" + body_of([("application/dicom; transfer-syntax=1.2.840.10008.1.2.1", GOOD)], boundary)
    answer = station[0].post(
        "/dicom-web/studies", content=body + b"epilogue", headers={"Content-Type": kind.format(boundary)}
    )
    assert answer.status_code == 200


def test_a_body_in_chunks_without_a_length_is_taken(station) -> None:
    kind, body = related(GOOD, OTHER)
    pieces = (body[at : at + 100] for at in range(0, len(body), 100))
    answer = station[0].post("/dicom-web/studies", content=pieces, headers={"Content-Type": kind})
    assert len(uids(answer.json()[STORED])) == 2


def test_a_single_part_is_taken(station) -> None:
    answer = station[0].post("/dicom-web/studies", content=GOOD, headers={"Content-Type": "application/dicom"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 415),
        ("multipart/form-data; boundary=a-boundary", 415),
        ("multipart/related; type=text/plain; boundary=a-boundary", 415),
        ("multipart/related; type=application/dicom", 400),
        ("", 415),
    ],
)
def test_another_type_is_refused(station, kind: str, status: int) -> None:
    _, body = related(GOOD)
    assert station[0].post("/dicom-web/studies", content=body, headers={"Content-Type": kind}).status_code == status


def test_a_message_that_breaks_off_stores_what_was_whole(station) -> None:
    known, store = station
    kind, body = related(GOOD, OTHER)
    answer = known.post("/dicom-web/studies", content=body[:-60], headers={"Content-Type": kind})
    assert (answer.status_code, uids(answer.json()[STORED])) == (202, ["1.2.3.1.1"])
    assert list((store.folder / "vault" / "parts").iterdir()) == []
    broken = known.post("/dicom-web/studies", content=body[:300], headers={"Content-Type": kind})
    assert broken.status_code == 400


def test_a_token_that_may_only_read_stores_nothing(station) -> None:
    known, _ = station
    with client(str(known.base_url), "unknown") as nobody:
        assert stow(nobody, GOOD).status_code == 401


@pytest.mark.parametrize("form", ["json", "xml"])
def test_metadata_and_bulk_data_make_an_instance(station, form: str) -> None:
    ds = an_instance(eye="L")
    model = json_of(read_tree(a_file(ds)).elements)
    model["7FE00010"] = {"vr": "OB", "BulkDataURI": "http://x/studies/1/bulk/1"}
    root = f"application/dicom+{form}"
    described = xml_of(model) if form == "xml" else written([model])
    body = body_of(
        [(root, described), ("application/octet-stream\r\nContent-Location: /studies/1/bulk/1", ds.PixelData)]
    )
    headers = {"Content-Type": f'multipart/related; type="{root}"; boundary={BOUNDARY}'}
    assert station[0].post("/dicom-web/studies", content=body, headers=headers).status_code == 200
    [(_, stored)] = parts_of(station[0].get("/dicom-web/studies/1.2.3.1"))
    again = read(stored)
    assert (again.PixelData, again.ImageLaterality, again.PatientName) == (ds.PixelData, "L", ds.PatientName)


def test_a_compressed_picture_is_put_into_fragments(station) -> None:
    ds = an_instance(PixelData=encapsulated(JPEG), NumberOfFrames=1)
    ds.PhotometricInterpretation = "YBR_FULL_422"
    model = json_of(read_tree(a_file(ds, BASELINE)).elements, lambda _, one: "bulk" if one.fragments else None)
    parts = [
        ("application/dicom+json", written(model)),
        ("image/jpeg\r\nContent-Location: bulk", JPEG),
    ]
    headers = {"Content-Type": f'multipart/related; type="application/dicom+json"; boundary={BOUNDARY}'}
    assert station[0].post("/dicom-web/studies", content=body_of(parts), headers=headers).status_code == 200
    [one] = station[0].get("/dicom-web/instances").json()
    assert one["00083002"]["Value"] == [BASELINE]


@pytest.mark.parametrize("metadata", [b"{", b"[]", b"[1]", json.dumps([{"00080018": {"vr": "UI"}}]).encode()])
def test_metadata_without_an_instance_is_a_bad_request(station, metadata: bytes) -> None:
    headers = {"Content-Type": f'multipart/related; type="application/dicom+json"; boundary={BOUNDARY}'}
    body = body_of([("application/dicom+json", metadata)])
    assert station[0].post("/dicom-web/studies", content=body, headers=headers).status_code == 400


def reasons(answer) -> list[int]:
    report = answer.json()
    found = [*report.get(FAILED, {}).get("Value", []), *report.get(OTHERS, {}).get("Value", [])]
    return [item["00081197"]["Value"][0] for item in found]


def is_tidy(store) -> bool:
    """No part is left lying about, and no file that the next start would adopt."""
    swept = sweep(store)
    return (swept.parts, swept.adopted) == (0, 0)


def test_a_full_disk_is_told(station) -> None:
    known, store = station
    store.vault.floor_bytes = 1 << 62
    answer = stow(known, GOOD)
    assert (answer.status_code, reasons(answer)) == (507, [0xA700])
    assert is_tidy(store)


def test_what_came_before_the_disk_was_full_is_stored(station) -> None:
    known, store = station
    store.vault.floor_bytes = 1
    room = iter([10, 0])
    store.vault.disk = Disk(free=lambda _: next(room))
    answer = stow(known, GOOD, OTHER)
    assert (answer.status_code, uids(answer.json()[STORED]), reasons(answer)) == (202, ["1.2.3.1.1"], [0xA700])
    assert is_tidy(store)


def test_a_message_beyond_all_measure_is_refused_before_it_comes(station) -> None:
    base = station[0].base_url
    head = (
        f"POST /dicom-web/studies HTTP/1.1\r\nHost: {base.host}:{base.port}\r\nAuthorization: Bearer {SECRET}\r\n"
        f"Content-Type: {related()[0]}\r\nContent-Length: 4000000001\r\nExpect: 100-continue\r\n\r\n"
    )
    with socket.create_connection((base.host, base.port), timeout=20) as peer:
        peer.sendall(head.encode())
        assert peer.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    ("parts", "status"), [([GOOD], 202), ([], 413)], ids=["beside one that is not", "alone"]
)  # fmt: skip
def test_an_instance_beyond_measure_fails_for_itself(station, monkeypatch, parts: list[bytes], status: int) -> None:
    monkeypatch.setattr(receiver, "INSTANCE_CAP", len(GOOD))
    answer = stow(station[0], *parts, file_of(an_instance(number=2, PatientComments="x" * 100)))
    assert (answer.status_code, reasons(answer)) == (status, [0xA700])
    assert is_tidy(station[1])


def test_a_station_that_is_busy_saving_says_when_to_come_back(station) -> None:
    known, store = station
    with store.write(Origin.STATION) as unit:
        unit.execute(text("PRAGMA busy_timeout = 1"))
    with store.database.engine.execution_options(eyecamp_write=True).connect() as another, another.begin():
        answer = stow(known, GOOD)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert stow(known, GOOD).status_code == 200


def test_what_was_refused_is_not_adopted_later(station) -> None:
    known, store = station
    assert stow(known, ELSEWHERE, study="1.2.3.1").status_code == 409
    assert is_tidy(store)


def test_what_was_removed_does_not_come_back_by_a_client_that_repeats_itself(station) -> None:
    known, _ = station
    stow(known, GOOD, OTHER)
    where = "/dicom-web/studies/1.2.3.1/series/1.2.3.1.0/instances/1.2.3.1.1"
    assert known.delete(f"{where}?force=true").status_code == 204
    again = stow(known, GOOD)
    assert (again.status_code, reasons(again)) == (409, [0x0110])
    assert again.json()[FAILED]["Value"][0]["00000902"]["Value"] == ["This picture was removed."]
    assert known.get(where).status_code == 410


@pytest.mark.hazard("HZ-19")
def test_a_second_person_under_one_study_uid_is_stored_with_a_warning(station) -> None:
    known, _ = station
    stow(known, GOOD)
    other = an_instance(patient=2, StudyInstanceUID="1.2.3.1", PatientName="Kumar^Ravi")
    answer = stow(known, file_of(other))
    [item] = answer.json()[STORED]["Value"]
    assert (answer.status_code, item["00081196"]["Value"]) == (202, [0xB000])
    [(_, body)] = parts_of(known.get(item["00081190"]["Value"][0]))
    assert read(body).StudyInstanceUID != "1.2.3.1"
    assert [len(known.get(f"/dicom-web/studies?PatientName={name}").json()) for name in ("Devi*", "Kumar*")] == [1, 1]


def test_the_answer_comes_in_xml_too(station) -> None:
    kind, body = related(GOOD, GARBAGE)
    headers = {"Content-Type": kind, "Accept": "application/dicom+xml"}
    answer = station[0].post("/dicom-web/studies", content=body, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (202, "application/dicom+xml")
    report = read_xml(answer.content)
    assert uids(report[STORED]) == ["1.2.3.1.1"]
    assert report[OTHERS]["Value"][0]["00081197"]["Value"] == [0xC000]


def test_attributes_are_read_after_the_answer(station) -> None:
    known, store = station
    stow(known, GOOD, OTHER)
    with store.read() as unit:
        assert len(attribute_sets.unread(unit, 10)) == 2
    assert catch_up(store) == 2
    assert catch_up(store) == 0
