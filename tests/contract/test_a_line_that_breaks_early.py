"""A picture that this line never carries to its end waits, and says so; everybody else goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from support.headquarters import MemoryHeadquarters
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop

from sync.breaks import TOO_LARGE
from sync.departures import Departures
from sync.headquarters import HttpHeadquarters
from sync.status import State
from workstation.sandbox.headquarters import Cut

MB = 1 << 20


class Handed(httpx.BaseTransport):
    """Hands over a request as it is sent, piece by piece; httpx's own double reads it whole first."""

    def __init__(self, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self._answer = answer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._answer(request)


class BreaksEarly(MemoryHeadquarters):
    """The line breaks after so many bytes of one request."""

    def client(self) -> HttpHeadquarters:
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=Handed(self._transported))

    def __init__(self) -> None:
        super().__init__()
        self.carries = MB // 2
        self.burnt = 0

    def _drawn(self, request: httpx.Request) -> bytes:
        came = bytearray()
        for chunk in request.stream:  # type: ignore[union-attr]
            came += chunk
            if len(came) > self.carries:
                self.burnt += len(came)
                raise Cut
        return bytes(came)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path, hq=BreaksEarly(), interval=600.0) as opened:
        yield opened


def line(laptop: Laptop) -> BreaksEarly:
    assert isinstance(laptop.hq, BreaksEarly)
    return laptop.hq


def large(laptop: Laptop, number: int) -> str:
    person = laptop.registers(given_name=f"Large {number}")
    return laptop.receives(
        an_op(number, patient=person.number or "", study=number, EncapsulatedDocument=bytes(5 * MB))
    ).instance_uid


def live(laptop: Laptop, seconds: float) -> None:
    """As the service does by itself: it wakes when something is due."""
    until = laptop.clock.now.timestamp() + seconds
    while laptop.clock.now.timestamp() < until:
        laptop.sync.attempt(pressed=False)
        laptop.clock.forward(max(laptop.sync.patience(), 5.0))


def said(laptop: Laptop) -> list[tuple[str, State, str]]:
    return [(one.instance_uid, one.state, one.sentence) for one in laptop.sync.status().stuck]


def test_it_waits_with_a_sentence_and_burns_the_line_once_an_hour(laptop: Laptop) -> None:
    uid = large(laptop, 1)
    live(laptop, 3600)
    assert said(laptop) == [(uid, State.QUEUED, TOO_LARGE)]
    [stuck] = laptop.sync.status().stuck
    assert stuck.next_at is not None
    assert 0 <= (stuck.next_at - laptop.clock.now).total_seconds() <= 3600
    before = line(laptop).burnt
    live(laptop, 3 * 3600)
    assert line(laptop).burnt - before <= 4 * 2 * MB
    person = laptop.registers(given_name="Small")
    small = laptop.receives(an_op(7, patient=person.number or "", study=7)).instance_uid
    laptop.sync.attempt(pressed=False)
    assert small in line(laptop).held


def test_of_many_only_one_is_tried_in_an_hour(laptop: Laptop) -> None:
    for number in range(1, 4):
        large(laptop, number)
    live(laptop, 2 * 3600)
    before = line(laptop).burnt
    live(laptop, 2 * 3600)
    assert line(laptop).burnt - before <= 3 * 2 * MB
    assert [sentence for _, _, sentence in said(laptop)] == [TOO_LARGE] * 3


def test_a_better_line_is_noticed_and_all_of_them_arrive(laptop: Laptop) -> None:
    uids = [large(laptop, number) for number in range(1, 4)]
    live(laptop, 2 * 3600)
    assert laptop.sync.status().confirmed_at_hq == 0
    line(laptop).carries = 100 * MB
    live(laptop, 2.2 * 3600)
    assert sorted(line(laptop).held) == sorted(uids)
    assert laptop.sync.status().confirmed_at_hq == 3
    assert said(laptop) == []


def test_who_presses_the_button_is_obeyed(laptop: Laptop) -> None:
    uid = large(laptop, 1)
    live(laptop, 3600)
    line(laptop).carries = 100 * MB
    laptop.sync.once()
    assert (laptop.sync.status().confirmed_at_hq, uid_of(1)) == (1, uid)


@pytest.mark.parametrize(("in_pieces", "leaving"), [(True, 3), (False, 1)])
def test_what_goes_in_pieces_is_never_put_off(laptop: Laptop, in_pieces: bool, leaving: int) -> None:
    for number in range(1, 4):
        large(laptop, number)
    live(laptop, 3600)
    assert [sentence for _, _, sentence in said(laptop)] == [TOO_LARGE] * 3
    laptop.clock.forward(3700)
    departures = Departures(laptop.store, "hold", 4 * MB, lambda: in_pieces, pressed=False)
    assert len(list(iter(departures.next, []))) == leaving
