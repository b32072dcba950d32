"""When a list is read, how a pass that was cut goes on, and what another server makes of it."""

import random
from collections.abc import Callable, Sequence

import pytest
from support.pagedlists import PagedList

from resources.problems import Offline, Unavailable
from resources.store import Store, Unit
from sync import outbox
from sync.lookout import BROAD_EVERY, Lookout
from sync.waterline import Leaf, Listed


class BrokenAfter:
    """A list whose line holds for so many pages."""

    def __init__(self, pages: PagedList, held: int) -> None:
        self.pages, self.held = pages, held

    def _page(self, ask: Callable[[], Leaf]) -> Leaf:
        if not self.held:
            raise Offline("The line broke.")
        self.held -= 1
        return ask()

    def since(self, moment) -> Leaf:
        return self._page(lambda: self.pages.since(moment))

    def follow(self, link: str) -> Leaf:
        return self._page(lambda: self.pages.follow(link))


@pytest.fixture
def lookout(store: Store) -> Lookout:
    return Lookout(store, "list", random.Random(1))


def note(unit: Unit, listed: Sequence[Listed]) -> list[Listed]:
    new = [one for one in listed if outbox.fact(unit, f"listed.{one.key}") != one.version]
    for one in new:
        outbox.remember(unit, f"listed.{one.key}", one.version)
    return new


def thirty() -> PagedList:
    """One study each thousand seconds, three to a page."""
    pages = PagedList()
    for number in range(30):
        pages.now = 1000.0 * number
        pages.commit(f"s{number:02}")
    pages.now = 30_000.0
    return pages


def named(store: Store) -> set[str]:
    with store.read() as unit:
        return set(outbox.facts(unit, "listed."))


def held(look: Callable[[], object]) -> bool:
    """Whether the line held to the end."""
    try:
        look()
    except Offline:
        return False
    return True


def test_the_daily_look_goes_on_where_a_broken_line_ended_it(store, clock, lookout):
    pages = thirty()
    assert lookout.read(pages, note) == 30
    pages.commit("fell out", late=29_500.0)
    clock.forward(BROAD_EVERY + 1)
    looks = 1
    while not held(lambda: lookout.read(BrokenAfter(pages, 3), note)):
        looks += 1
        assert looks < 20  # begun anew each time, it would never end
    assert looks > 2 and "fell out" in named(store)
    with store.read() as unit:
        assert outbox.fact(unit, "list.broad") == clock.now.isoformat()  # and is done for today


@pytest.mark.parametrize("is_asked", [False, True])
def test_everything_is_read_again_once_a_day_and_when_asked(store, clock, lookout, is_asked):
    pages = thirty()
    lookout.read(pages, note)
    pages.commit("late", late=20_000.0)
    assert lookout.read(pages, note) == 0  # older than the overlap
    clock.forward(0 if is_asked else BROAD_EVERY + 1)
    assert lookout.read(pages, note, broad=is_asked) == 1


def test_each_type_of_one_server_has_its_own_mark(store, lookout):
    pages = thirty()
    assert lookout.read(pages, note, type_="Observation") == 30
    with store.read() as unit:
        assert outbox.fact(unit, "list.line.Observation") and not outbox.fact(unit, "list.line.DiagnosticReport")


def test_another_server_is_read_from_nothing(store, lookout):
    lookout.turn_to("a", also=("listed.",))
    lookout.read(thirty(), note)
    lookout.turn_to("a", also=("listed.",))
    assert len(named(store)) == 30
    lookout.turn_to("b", also=("listed.",))
    assert named(store) == set()
    assert lookout.read(thirty(), note) == 30


def test_a_server_that_fails_is_left_alone_for_longer_each_time_and_at_least_as_long_as_it_asks(store, clock, lookout):
    assert lookout.is_time()
    lookout.hold_off(Unavailable("Headquarters is busy.", retry_after=120.0))
    clock.forward(119)
    assert not lookout.is_time()
    assert not Lookout(store, "list", random.Random(2)).is_time()  # after a restart, too
    assert Lookout(store, "results", random.Random(2)).is_time()  # another list is not this one
    clock.forward(2)
    assert lookout.is_time()
    lookout.hold_off(None)
    assert lookout.is_time()
