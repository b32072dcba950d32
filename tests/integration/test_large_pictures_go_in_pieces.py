"""A large picture travels in pieces to another Eyecamp station, over lines that break, and whole to anybody else.

EYECAMP_PIECES_MB says how large it is: 12 in CI, 60 for the figure in sync/README.md (in ``--junitxml``).
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

import httpx
import pytest
from support.headquarters import MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.relay import PIECE
from support.restclient import SECRET, web
from support.slowlink import Metered
from support.travelling import Laptop, a_laptop

from resources.store import Store, filing, studies, uploads
from sync import chunks, outbox
from sync.headquarters import HttpHeadquarters, Outgoing
from sync.status import State

SIZE = int(os.environ.get("EYECAMP_PIECES_MB", "12")) * 1_000_000
UID = uid_of(1)


class Wire(httpx.HTTPTransport):
    """A real line that notes what went over it; ``then`` may spoil an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.sent = 0
        self.then: Callable[[str], None] = lambda _: None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        name = f"{request.method} {request.url.path.split('/')[2]}"
        self.asked.append(name)
        request.headers["Host"] = "127.0.0.1"  # whatever the port of a line in between
        self.sent += int(request.headers.get("content-length", 0))
        response = super().handle_request(request)
        self.then(name)
        return response


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[tuple[str, Store]]:
    with web(tmp_path / "hub") as (http, store):
        yield f"{str(http.base_url).rstrip('/')}/dicom-web", store


@contextmanager
def sender(folder: Path, url: str, wire: Wire | None = None) -> Iterator[Laptop]:
    """A laptop with one picture of ``SIZE`` bytes for the hub at ``url``."""

    def connect() -> HttpHeadquarters:
        return HttpHeadquarters(url, token=SECRET, transport=wire or Wire())

    with a_laptop(folder, letter="B", connect=connect, headquarters=url) as laptop:
        yield laptop


def large(laptop: Laptop, size: int = SIZE) -> bytes:
    """A picture of that many bytes has come, of somebody who is registered."""
    picture = an_op(1, patient=laptop.registers().number or "", EncapsulatedDocument=os.urandom(size))
    laptop.receives(picture)
    return picture


def there(store: Store) -> dict[str, bytes]:
    with store.read() as unit:
        assert filing.held(unit) == []
        return {row.instance_uid: store.vault.read(row.digest or "") for row in studies.instances(unit)}


def states(laptop: Laptop) -> set[State]:
    with laptop.store.read() as unit:
        return {entry.state for entry in outbox.entries(unit)}


# --- lines that break -------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
def test_a_large_picture_comes_through_a_line_that_breaks_after_every_megabyte(hub, tmp_path, record_property) -> None:
    url, store = hub
    port = httpx.URL(url).port or 0
    with Metered(port, repeat(1_000_000)) as line, sender(tmp_path, url.replace(str(port), str(line.port))) as laptop:
        picture = large(laptop)
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}
        record_property("bytes sent per useful byte", line.towards / len(picture))
        assert line.cuts >= SIZE // 1_100_000
        assert line.towards <= len(picture) * 1.02 + (line.cuts + 1) * (
            chunks.PIECE + PIECE
        )  # a piece each time at most
        assert states(laptop) == {State.VERIFIED}


def test_a_line_that_breaks_before_anything_comes_through_is_left_alone_and_nothing_is_lost(hub, tmp_path) -> None:
    url, store = hub
    port = httpx.URL(url).port or 0
    with Metered(port, repeat(20_000)) as line, sender(tmp_path, url.replace(str(port), str(line.port))) as laptop:
        picture = large(laptop, 5_000_000)
        assert laptop.sync.once().problem == "The line to headquarters broke."
        assert there(store) == {}
        assert states(laptop) <= {State.QUEUED, State.PROBING}
    with sender(tmp_path, url) as laptop:
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}


def test_a_lost_answer_costs_one_small_question(hub, tmp_path) -> None:
    url, store = hub
    wire, lost = Wire(), Counter()

    def lose(name: str) -> None:
        lost[name] += 1
        if name == "PATCH uploads" and lost[name] in (3, 20):
            raise httpx.ReadError("lost")

    wire.then = lose
    with sender(tmp_path, url, wire) as laptop:
        picture = large(laptop, 19 * chunks.PIECE + 10_000)  # the 20th piece is the last
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}
        assert wire.asked.count("HEAD uploads") == 2
        assert wire.asked.count("POST studies") == 0
        assert len(picture) <= wire.sent < len(picture) + 2_000
        assert states(laptop) == {State.VERIFIED}


def test_a_line_that_goes_with_the_last_answer_leaves_a_question_and_not_a_second_try(hub, tmp_path) -> None:
    url, store = hub
    wire, patched = Wire(), Counter()

    def lose(name: str) -> None:
        patched[name] += 1
        if patched["PATCH uploads"] >= 20:
            raise httpx.ReadError("gone")

    wire.then = lose
    with sender(tmp_path, url, wire) as laptop:
        picture = large(laptop, 19 * chunks.PIECE + 10_000)  # the 20th piece is the last
        assert laptop.sync.once().problem
        assert states(laptop) == {State.PROBING}
        wire.then, wire.asked = (lambda _: None), []
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture} and states(laptop) == {State.VERIFIED}
        assert not {"PATCH uploads", "POST studies"} & set(wire.asked)


def test_what_had_come_before_the_laptop_was_stopped_is_not_sent_again(hub, tmp_path) -> None:
    url, store = hub
    wire, heard = Wire(), Counter()

    def stop(name: str) -> None:
        heard[name] += 1
        if name == "PATCH uploads" and heard[name] == 10:
            raise KeyboardInterrupt

    wire.then = stop
    with sender(tmp_path, url, wire) as laptop:
        picture = large(laptop, 5_000_000)
        with pytest.raises(KeyboardInterrupt):
            laptop.sync.once()
    again = Wire()
    with sender(tmp_path, url, again) as laptop:
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}
        assert states(laptop) == {State.VERIFIED}
    assert again.sent < len(picture) - 9 * chunks.PIECE


# --- what headquarters may say ----------------------------------------------------------------------------------------


def test_what_headquarters_forgot_half_way_is_begun_anew(hub, tmp_path) -> None:
    url, store = hub
    wire, heard = Wire(), Counter()

    def forget(name: str) -> None:
        heard[name] += 1
        if name == "PATCH uploads" and heard[name] == 5:
            for upload, _ in store.uploads.unfinished():
                store.uploads.forget(upload)

    wire.then = forget
    with sender(tmp_path, url, wire) as laptop:
        picture = large(laptop, 5_000_000)
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}
        assert wire.asked.count("POST uploads") == 2


def test_a_headquarters_that_forgets_again_and_again_is_left_alone(hub, tmp_path) -> None:
    url, store = hub
    wire = Wire()

    def forget(name: str) -> None:
        if name == "PATCH uploads":
            for upload, _ in store.uploads.unfinished():
                store.uploads.forget(upload)

    wire.then = forget
    with sender(tmp_path, url, wire) as laptop:
        large(laptop, 5_000_000)
        assert laptop.sync.once().problem == "Headquarters loses what has come of this picture."
        assert there(store) == {}
        assert states(laptop) == {State.QUEUED}


def test_a_headquarters_without_room_for_halves_gets_it_whole(hub, tmp_path, monkeypatch) -> None:
    url, store = hub
    monkeypatch.setattr(uploads, "MOST", 0)
    wire = Wire()
    with sender(tmp_path, url, wire) as laptop:
        picture = large(laptop, 5_000_000)
        assert laptop.sync.once().problem == ""
        assert there(store) == {UID: picture}
        assert wire.asked.count("POST studies") == 1


def test_another_version_under_the_number_needs_a_person_as_by_stow(hub, tmp_path) -> None:
    url, store = hub
    with sender(tmp_path, url) as laptop:
        picture = large(laptop, 5_000_000)
        other = HttpHeadquarters(url, token=SECRET)
        other.stow([Outgoing(UID, len(picture) - 2, lambda: [an_other(picture)])])
        other.close()
        with store.read() as unit:
            assert len(filing.held(unit)) == 0
        answer = chunks.hand_over(laptop.sync._client(), [Outgoing(UID, len(picture), lambda: [picture])], 0)
        assert answer.failed == {UID: 0x0110}
        with store.read() as unit:
            assert [held.kind for held in filing.held(unit)] == ["conflict"]


def an_other(picture: bytes) -> bytes:
    """The same picture, two bytes of its end shorter."""
    from io import BytesIO

    import pydicom

    data_set = pydicom.dcmread(BytesIO(picture))
    data_set.EncapsulatedDocument = data_set.EncapsulatedDocument[:-2]
    out = BytesIO()
    data_set.save_as(out, enforce_file_format=True)
    return out.getvalue()


# --- who gets pieces --------------------------------------------------------------------------------------------------


def test_another_archive_gets_it_whole_and_is_asked_once_whether_it_takes_pieces(tmp_path) -> None:
    archive = MemoryHeadquarters()
    wire = Wire()
    with served(archive) as url, sender(tmp_path, url, wire) as laptop:
        large(laptop, 5_000_000)
        laptop.receives(an_op(2, patient="nobody", EncapsulatedDocument=bytes(5_000_000)))
        laptop.sync.once()
        assert UID in archive.held
        assert wire.asked.count("OPTIONS uploads") == 1
        assert wire.asked.count("PATCH uploads") == 0


def test_a_pause_asked_for_over_that_question_is_kept_for_the_picture_too(tmp_path: Path) -> None:
    asked: list[str] = []
    hq = MemoryHeadquarters()

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.method)
        if request.method == "OPTIONS" and asked.count("OPTIONS") == 1:
            return httpx.Response(503, headers={"Retry-After": "120"})
        return httpx.Response(404) if request.method == "OPTIONS" else hq._transported(request)

    def connect() -> HttpHeadquarters:
        return HttpHeadquarters("http://hq.example/dicom-web", transport=httpx.MockTransport(answer))

    with a_laptop(tmp_path, connect=connect) as laptop:
        large(laptop, 5_000_000)
        laptop.sync.once()
        assert asked[-1] == "OPTIONS" and "POST" not in asked and states(laptop) == {State.QUEUED}
        laptop.clock.forward(60)
        laptop.sync.once()
        assert asked[-1] == "OPTIONS"
        laptop.clock.forward(61)
        laptop.sync.once()
        assert states(laptop) == {State.VERIFIED}


@pytest.mark.parametrize(
    ("size", "tried", "pieces"),
    [
        (chunks.PIECE, 9, False),
        (chunks.PIECE + 1, 0, False),
        (chunks.PIECE + 1, 1, True),
        (chunks.LARGE, 0, False),
        (chunks.LARGE + 1, 0, True),
    ],
)
def test_large_ones_go_in_pieces_and_smaller_ones_whose_way_was_broken_off(size, tried, pieces) -> None:
    assert chunks.wanted(size, tried) is pieces
