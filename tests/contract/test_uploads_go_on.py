"""A picture in pieces (tus 1.0.0): every answer, and what is kept of a line that breaks."""

import hashlib
import json
import socket
import struct
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from support.pictures import an_op, uid_of
from support.restclient import SECRET, client, web
from support.stations import Clock
from support.tusclient import BYTES, HERE, IN_WORDS, SPOKEN, add, announced, begin, offset

from resources.problems import StorageFull
from resources.store import Store, filing, studies, tokens, uploads
from resources.store.checkup import checkup, sweep
from resources.store.vault import CHUNK, Disk
from resources.terms import Origin
from resources.wire import tus

UID = uid_of(1)
PICTURE = an_op(1, EncapsulatedDocument=bytes(300_000))
HALF = len(PICTURE) // 2


@pytest.fixture
def station(tmp_path: Path):
    with web(tmp_path) as (http, store):
        yield http, store


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """For what is refused and leaves nothing."""
    with web(tmp_path_factory.mktemp("station")) as (http, store):
        yield http, store


def stored(store: Store) -> dict[str, bytes]:
    with store.read() as unit:
        return {row.instance_uid: store.vault.read(row.digest or "") for row in studies.instances(unit)}


def files(store: Store) -> list[Path]:
    return [path for path in (store.vault.folder / "uploads").rglob("*") if path.is_file()]


# --- what is offered, and announced -----------------------------------------------------------------------------------


def test_options_says_what_is_spoken_without_a_version_in_the_question(shared) -> None:
    http, _ = shared
    for where in (HERE, f"{HERE}/{'0' * 32}"):
        said = http.options(where)
        assert said.status_code == 204
        assert said.headers["Tus-Resumable"] == said.headers["Tus-Version"] == "1.0.0"
        assert set(said.headers["Tus-Extension"].split(",")) == {"creation", "expiration", "checksum", "termination"}
        assert (said.headers["Tus-Max-Size"], said.headers["Tus-Checksum-Algorithm"]) == ("600000000", "sha1,sha256")


@pytest.mark.parametrize("version", [None, "0.2.2", "1.0.1"])
def test_another_version_is_412_and_hears_which_one_is_right(shared, version) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    said = {"Tus-Resumable": version} if version else {}
    for method, where in (("POST", HERE), ("HEAD", there), ("PATCH", there), ("DELETE", there)):
        refused = http.request(method, where, headers=said)
        assert (refused.status_code, refused.headers["Tus-Version"]) == (412, "1.0.0")
    assert offset(http, there) == 0


def test_an_upload_begins_with_an_address_an_offset_and_an_end(station) -> None:
    http, _ = station
    made = http.post(HERE, headers=announced(UID, PICTURE))
    assert (made.status_code, made.headers["Upload-Offset"], made.headers["Tus-Resumable"]) == (201, "0", "1.0.0")
    assert made.headers["Upload-Expires"] == "Sat, 28 Nov 2026 09:00:00 GMT"
    found = http.head(made.headers["Location"], headers=SPOKEN)
    assert found.headers["Upload-Length"] == str(len(PICTURE))
    assert found.headers["Upload-Metadata"] == announced(UID, PICTURE)["Upload-Metadata"]
    assert found.headers["Upload-Expires"] == made.headers["Upload-Expires"]


def test_who_lost_the_answer_and_announces_it_again_gets_the_same_upload(station) -> None:
    http, _ = station
    there = begin(http, UID, PICTURE)
    add(http, there, 0, PICTURE[:HALF])
    again = http.post(HERE, headers=announced(UID, PICTURE))
    assert (again.status_code, again.headers["Location"], again.headers["Upload-Offset"]) == (201, there, str(HALF))
    assert begin(http, UID, PICTURE + b"x") != there


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Upload-Length": ""}, 400),
        ({"Upload-Length": "-1"}, 400),
        ({"Upload-Length": "many"}, 400),
        ({"Upload-Length": "600000001"}, 413),
        ({"Upload-Metadata": ""}, 400),
        ({"Upload-Metadata": "SOPInstanceUID !!,sha256 aa"}, 400),
        ({"Upload-Metadata": tus.as_metadata({"SOPInstanceUID": UID})}, 400),
        ({"Upload-Metadata": tus.as_metadata({"SOPInstanceUID": UID, "sha256": "short"})}, 400),
        ({"Upload-Metadata": tus.as_metadata({"SOPInstanceUID": "../..", "sha256": "0" * 64})}, 400),
        ({"Upload-Metadata": "a YQ==,a YQ=="}, 400),
        ({"Upload-Metadata": "a " + "A" * 3000}, 400),
    ],
)
def test_an_announcement_that_cannot_be_used_is_refused(shared, changed, status) -> None:
    http, store = shared
    before = files(store)
    refused = http.post(HERE, headers=announced(UID, PICTURE) | changed)
    assert (refused.status_code, refused.headers["Tus-Resumable"]) == (status, "1.0.0")
    assert refused.json()["error"]["message"]
    assert files(store) == before


# --- pieces -----------------------------------------------------------------------------------------------------------


def test_pieces_become_the_very_picture_and_the_last_answer_is_stows(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    first = add(http, there, 0, PICTURE[:HALF], Upload_Checksum=tus.as_checksum(PICTURE[:HALF]))
    assert (first.status_code, first.headers["Upload-Offset"], first.content) == (204, str(HALF), b"")
    assert stored(store) == {}
    last = add(http, there, HALF, PICTURE[HALF:], **IN_WORDS)
    assert (last.status_code, last.headers["Upload-Offset"]) == (200, str(len(PICTURE)))
    (row,) = last.json()["00081199"]["Value"]
    assert row["00081155"]["Value"] == [UID]
    assert stored(store) == {UID: PICTURE}
    with store.read() as unit:
        assert filing.held(unit) == []
    assert [path.name for path in files(store)] == ["about"]


def test_a_client_that_knows_no_dicom_json_hears_204(station) -> None:
    http, store = station
    last = add(http, begin(http, UID, PICTURE), 0, PICTURE)
    assert (last.status_code, last.content) == (204, b"")
    assert stored(store) == {UID: PICTURE}


def test_an_empty_patch_at_the_end_says_again_what_became_of_it(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    said = add(http, there, 0, PICTURE, **IN_WORDS)
    again = add(http, there, len(PICTURE), b"", **IN_WORDS)
    assert (again.status_code, again.json()) == (200, said.json())
    assert offset(http, there) == len(PICTURE)
    assert list(stored(store)) == [UID]


def test_the_same_picture_again_is_a_success_and_another_one_under_its_number_is_kept_aside(station) -> None:
    http, store = station
    add(http, begin(http, UID, PICTURE), 0, PICTURE)
    other = an_op(1, eye="L")
    refused = add(http, begin(http, UID, other), 0, other, **IN_WORDS)
    assert (refused.status_code, refused.json()["00081198"]["Value"][0]["00081197"]["Value"]) == (409, [0x0110])
    with store.read() as unit:
        assert [held.kind for held in filing.held(unit)] == ["conflict"]
    with store.write(Origin.STATION) as unit:
        secret = tokens.create(unit, "second", ["read", "write"])
    with client(str(http.base_url), secret) as second:
        assert add(second, begin(second, UID, PICTURE), 0, PICTURE, **IN_WORDS).status_code == 200
    assert stored(store) == {UID: PICTURE}


def test_what_nobody_can_read_is_kept_aside_as_by_stow(station) -> None:
    http, store = station
    cut = PICTURE[:-5]
    refused = add(http, begin(http, UID, cut), 0, cut, **IN_WORDS)
    assert (refused.status_code, refused.json()["00081198"]["Value"][0]["00081197"]["Value"]) == (400, [0xC000])
    with store.read() as unit:
        assert [held.kind for held in filing.held(unit)] == ["quarantine"]


@pytest.mark.parametrize("at", [0, HALF - 1, HALF + 1, len(PICTURE)])
def test_a_wrong_offset_is_409_and_changes_nothing(station, at) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    add(http, there, 0, PICTURE[:HALF])
    assert add(http, there, at, PICTURE[at : at + 10]).status_code == 409
    assert offset(http, there) == HALF
    add(http, there, HALF, PICTURE[HALF:])
    assert stored(store) == {UID: PICTURE}


@pytest.mark.parametrize("digest", [tus.as_checksum(b"other"), "sha1 " + "A" * 27 + "="])
def test_a_piece_that_is_not_what_was_announced_is_460_and_nothing_of_it_is_kept(shared, digest) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    refused = add(http, there, 0, PICTURE[:HALF], Upload_Checksum=digest)
    assert (refused.status_code, refused.headers["Tus-Resumable"]) == (460, "1.0.0")
    assert offset(http, there) == 0


def test_sha1_is_known_too(station) -> None:
    http, _ = station
    coded = "sha1 " + b64encode(hashlib.sha1(PICTURE[:HALF], usedforsecurity=False).digest()).decode()
    assert add(http, begin(http, UID, PICTURE), 0, PICTURE[:HALF], Upload_Checksum=coded).status_code == 204


@pytest.mark.parametrize("said", ["md5 AAAA", "sha256 ???", "sha256"])
def test_a_checksum_that_cannot_be_read_is_refused(shared, said) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    assert add(http, there, 0, PICTURE[:HALF], Upload_Checksum=said).status_code in (400, 460)
    assert offset(http, there) == 0


def test_whole_bytes_that_are_not_those_announced_are_forgotten(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    assert add(http, there, 0, bytes([PICTURE[0] ^ 1]) + PICTURE[1:]).status_code == 460
    assert http.head(there, headers=SPOKEN).status_code == 404
    assert (stored(store), files(store)) == ({}, [])
    assert checkup(store).findings == ()


@pytest.mark.parametrize("kind", ["", "application/octet-stream", "application/dicom"])
def test_bytes_of_another_kind_are_415(shared, kind) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    refused = http.patch(there, content=b"x", headers=SPOKEN | {"Upload-Offset": "0", "Content-Type": kind})
    assert refused.status_code == 415


@pytest.mark.parametrize("said", ["", "-1", "x"])
def test_an_offset_that_is_none_is_400(shared, said) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    assert http.patch(there, content=b"x", headers=BYTES | {"Upload-Offset": said}).status_code == 400


def test_more_than_was_announced_is_413_whether_its_length_is_said_or_not(shared) -> None:
    http, _ = shared
    there = begin(http, UID, PICTURE)
    assert add(http, there, 0, PICTURE + b"x").status_code == 413
    unsaid = http.patch(there, content=iter([PICTURE, b"x"]), headers=BYTES | {"Upload-Offset": "0"})
    assert unsaid.status_code == 413
    assert offset(http, there) == 0


def test_post_stands_for_patch_and_delete_where_a_client_has_only_post(station) -> None:
    http, _ = station
    there = begin(http, UID, PICTURE)
    override = {"X-HTTP-Method-Override": "PATCH", "Upload-Offset": "0"}
    assert http.post(there, content=PICTURE[:HALF], headers=BYTES | override).status_code == 204
    head = http.post(there, headers=SPOKEN | {"X-HTTP-Method-Override": "HEAD"})
    assert head.headers["Upload-Offset"] == str(HALF)
    assert http.post(there, headers=SPOKEN).status_code == 400
    assert http.get(there, headers=SPOKEN | {"X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert offset(http, there) == HALF
    assert http.post(there, headers=SPOKEN | {"X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert http.head(there, headers=SPOKEN).status_code == 404


# --- who --------------------------------------------------------------------------------------------------------------


def test_an_upload_is_its_owners_and_nobody_elses(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    with store.write(Origin.STATION) as unit:
        other = tokens.create(unit, "other", ["read", "write"])
        reader = tokens.create(unit, "reader", ["read"])
    with client(str(http.base_url), other) as second:
        assert second.head(there, headers=SPOKEN).status_code == 404
        assert add(second, there, 0, PICTURE).status_code == 404
        assert second.delete(there, headers=SPOKEN).status_code == 404
        assert begin(second, UID, PICTURE) != there
    with client(str(http.base_url), reader) as third:
        assert third.post(HERE, headers=announced(UID, PICTURE)).status_code == 403
        assert add(third, there, 0, PICTURE).status_code == 403
    with client(str(http.base_url), None) as stranger:
        assert {stranger.request(m, there, headers=SPOKEN).status_code for m in ("HEAD", "PATCH", "DELETE")} == {401}


def test_the_history_names_the_token_whose_picture_it_is(station) -> None:
    from resources.store import changes
    from resources.terms import Kind

    http, store = station
    add(http, begin(http, UID, PICTURE), 0, PICTURE)
    with store.read() as unit:
        (row,) = [one for one in changes.since(unit, 0, 100) if one.kind is Kind.INSTANCE]
    assert (row.actor, row.origin) == ("token:station", Origin.REST)


# --- lines that break -------------------------------------------------------------------------------------------------


@contextmanager
def half_sent(http: httpx.Client, where: str, piece: bytes, sent: int) -> Iterator[socket.socket]:
    """A PATCH from the start of which only so many bytes went."""
    url = httpx.URL(where)
    lines = [f"PATCH {url.path} HTTP/1.1", f"Host: 127.0.0.1:{url.port}", f"Content-Length: {len(piece)}"]
    lines += [f"{name}: {value}" for name, value in (BYTES | {"Upload-Offset": "0"}).items()]
    lines += [f"Authorization: {http.headers['Authorization']}", "", ""]
    with socket.create_connection((url.host, url.port or 80)) as line:
        line.sendall("\r\n".join(lines).encode() + piece[:sent])
        yield line


def wait_for(true: Callable[[], object]) -> None:
    for _ in range(6_000):
        if true():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it never came to be")


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("reset", [False, True])
def test_what_a_broken_line_brought_counts_and_the_rest_completes_it(station, reset) -> None:
    http, store = station
    large = an_op(2, EncapsulatedDocument=bytes(3 * CHUNK))
    there = begin(http, uid_of(2), large)
    with half_sent(http, there, large, 2 * CHUNK + 5) as line:
        wait_for(lambda: list((store.vault.folder / "parts").iterdir()))  # more than a chunk was taken in
        if reset:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wait_for(lambda: any("-" in path.name for path in files(store)))
    at = offset(http, there)
    assert CHUNK <= at <= 2 * CHUNK + 5
    assert add(http, there, at, large[at:]).status_code == 204
    assert stored(store) == {uid_of(2): large}


@pytest.mark.parametrize("sent", [0, 1, HALF - 1])
def test_a_line_that_breaks_at_any_byte_can_be_gone_on_with(station, sent) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    with half_sent(http, there, PICTURE[:HALF], sent):
        pass
    finished = 0
    while (
        finished != 204
    ):  # what was on its way may still come: then the offset is another one, and ours is ended in the middle
        at = offset(http, there)
        assert at <= sent or finished == 409
        finished = add(http, there, at, PICTURE[at:]).status_code
        assert finished in (204, 409)
    assert stored(store) == {UID: PICTURE}


def test_of_two_that_write_to_one_upload_the_later_goes_on_and_the_picture_is_right(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    began, go_on, answers = threading.Event(), threading.Event(), []

    def slowly():
        yield PICTURE[:1000]
        began.set()
        assert go_on.wait(30)
        yield PICTURE[1000:HALF]

    def first() -> None:
        with client(str(http.base_url), SECRET) as other:
            headers = BYTES | {"Upload-Offset": "0"}
            answers.append(other.patch(there, content=slowly(), headers=headers).status_code)

    writer = threading.Thread(target=first)
    writer.start()
    assert began.wait(30)
    at = offset(http, there)
    while add(http, there, at, PICTURE[at:HALF]).status_code == 409:  # the first one's bytes may have come meanwhile
        at = offset(http, there)
    go_on.set()
    writer.join(30)
    assert answers == [409]
    assert offset(http, there) == HALF
    add(http, there, HALF, PICTURE[HALF:])
    assert stored(store) == {UID: PICTURE}


# --- room, time, and looking ------------------------------------------------------------------------------------------


def test_an_upload_expires_and_is_removed(tmp_path: Path) -> None:
    clock = Clock()
    with web(tmp_path, clock=clock) as (http, store):
        there = begin(http, UID, PICTURE)
        add(http, there, 0, PICTURE[:HALF])
        clock.forward(uploads.LIVES.total_seconds() + 1)
        begin(http, uid_of(2), PICTURE)
        assert http.head(there, headers=SPOKEN).status_code == 404
        assert len(files(store)) == 1


def test_a_start_keeps_what_is_half_way_and_removes_what_is_over(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    add(http, there, 0, PICTURE[:HALF])
    sweep(store)
    assert offset(http, there) == HALF
    store.clock.forward(uploads.LIVES.total_seconds() + 1)  # type: ignore[attr-defined]
    sweep(store)
    assert files(store) == []


def test_too_many_half_way_are_507(station, monkeypatch) -> None:
    http, _ = station
    monkeypatch.setattr(uploads, "MOST", 2)
    begin(http, uid_of(1), PICTURE)
    there = begin(http, uid_of(2), PICTURE)
    refused = http.post(HERE, headers=announced(uid_of(3), PICTURE))
    assert (refused.status_code, refused.json()["error"]["message"][:8]) == (507, "Too many")
    http.delete(there, headers=SPOKEN)
    begin(http, uid_of(3), PICTURE)


def test_the_place_of_an_upload_is_safe_before_its_address_is_given_out(tmp_path: Path) -> None:
    synced: list[str] = []
    with web(tmp_path) as (http, store):
        real = Disk()
        store.vault.disk = Disk(sync_folder=lambda folder: (synced.append(folder.name), real.sync_folder(folder))[0])
        there = begin(http, UID, PICTURE)
        assert synced[:2] == ["uploads", there.rpartition("/")[2]]


def test_a_full_disk_is_507_and_what_was_durable_stays(tmp_path: Path) -> None:
    room = [10**12]
    with web(tmp_path) as (http, store):
        store.vault.disk = Disk(free=lambda _: room[0])
        store.vault.floor_bytes = 1000
        there = begin(http, UID, PICTURE)
        add(http, there, 0, PICTURE[:HALF])
        room[0] = 0
        assert add(http, there, HALF, PICTURE[HALF:]).status_code == 507
        assert http.post(HERE, headers=announced(uid_of(2), PICTURE)).status_code == 507
        assert offset(http, there) == HALF
        room[0] = 10**12
        assert add(http, there, HALF, PICTURE[HALF:]).status_code == 204
        assert stored(store) == {UID: PICTURE}


def test_a_disk_that_is_full_only_at_the_end_keeps_the_whole_upload_for_later(tmp_path: Path) -> None:
    with web(tmp_path) as (http, store):
        there = begin(http, UID, PICTURE)
        add(http, there, 0, PICTURE[:HALF])
        add(http, there, HALF, PICTURE[HALF:-1])
        vault, receive, seen = store.vault, store.vault.receive, []

        def full_the_second_time():
            seen.append(1)
            if len(seen) == 2:
                raise StorageFull("full")
            return receive()

        vault.receive = full_the_second_time  # type: ignore[method-assign]
        assert add(http, there, len(PICTURE) - 1, PICTURE[-1:], **IN_WORDS).status_code == 507
        assert offset(http, there) == len(PICTURE)
        assert add(http, there, len(PICTURE), b"", **IN_WORDS).status_code == 200
        assert stored(store) == {UID: PICTURE}


@pytest.mark.hazard("HZ-22")
def test_what_is_half_way_tells_a_thief_nothing(station) -> None:
    http, store = station
    add(http, begin(http, UID, PICTURE), 0, PICTURE[: len(PICTURE) - 1])
    lying = files(store)
    assert len(lying) == 2
    for path in lying:
        content = path.read_bytes()
        assert not any(word in content for word in (b"DICM", b"Lakshmi", UID.encode(), b"token:station"))
        assert path.stat().st_mode & 0o077 == 0


def test_a_check_up_tells_of_what_is_half_way_and_of_what_cannot_be_read_any_more(station, caplog) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    add(http, there, 0, PICTURE[:HALF])
    (said,) = checkup(store).findings
    assert (said.severity, said.what) == ("note", UID)
    assert said.sentence == f"A picture is half-way here: {HALF:,} of {len(PICTURE):,} bytes."
    piece = next(path for path in files(store) if path.name != "about")
    piece.write_bytes(piece.read_bytes()[:-1] + b"\0")
    report = checkup(store)
    assert report.is_well
    assert report.findings[0].sentence.endswith("It cannot be read, and will be sent from its beginning.")
    assert add(http, there, HALF, PICTURE[HALF:]).status_code == 460
    assert caplog.messages == ["uploads: what was kept of a picture cannot be read any more"]
    caplog.clear()
    assert add(http, begin(http, UID, PICTURE), 0, PICTURE).status_code == 204
    assert stored(store) == {UID: PICTURE}


def test_a_station_that_was_killed_between_the_last_piece_and_the_filing_files_it_when_asked(station) -> None:
    http, store = station
    there = begin(http, UID, PICTURE)
    upload = store.uploads.find(there.rpartition("/")[2], "token:station")
    writer = store.uploads.write(upload, 0)  # as far as a kill may let it come: all is durable, nothing is filed
    writer.write(PICTURE)
    writer.end()
    assert offset(http, there) == len(PICTURE)
    assert stored(store) == {}
    assert json.loads(add(http, there, len(PICTURE), b"", **IN_WORDS).text)["00081199"]
    assert stored(store) == {UID: PICTURE}


def test_an_address_that_is_none_of_ours_is_404(shared) -> None:
    http, store = shared
    for name in ("0" * 32, "..", "about", "x", "%2e%2e%2fparts"):
        assert http.head(f"{HERE}/{name}", headers=SPOKEN).status_code == 404
        assert http.delete(f"{HERE}/{name}", headers=SPOKEN).status_code in (404, 405)
    assert (store.vault.folder / "parts").is_dir()
