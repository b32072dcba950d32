"""A laptop's clock that leaps does not take the station along, and a person says which one is right (HZ-26)."""

from datetime import UTC, datetime, timedelta

import pytest
from support.stations import a_store, lakshmi

from resources.store import audit, patients, steadyclock
from resources.store.steadyclock import SteadyClock
from resources.terms import Origin

pytestmark = pytest.mark.hazard("HZ-26")
MORNING = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DEAD_BATTERY = datetime(1970, 1, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Laptop:
    """Its clock, which may be set, and the seconds since it was started, which may not."""

    def __init__(self, wall: datetime = MORNING) -> None:
        self.wall, self.seconds = wall, 1000.0

    def passes(self, time: timedelta) -> None:
        self.wall += time
        self.seconds += time.total_seconds()

    def clock(self) -> SteadyClock:
        return SteadyClock(lambda: self.wall, lambda: self.seconds)


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


def test_while_nothing_happens_it_is_the_laptops_clock(laptop):
    clock = laptop.clock()
    laptop.passes(30 * HOUR)  # asleep over a day and a night
    assert (clock(), clock.leap) == (laptop.wall, timedelta())


@pytest.mark.parametrize("by", [timedelta(minutes=-7), timedelta(hours=11), timedelta(hours=-11)])
def test_an_ordinary_correction_is_taken(laptop, by):
    clock = laptop.clock()
    laptop.wall += by
    assert (clock(), clock.leap) == (laptop.wall, timedelta())


@pytest.mark.parametrize("to", [DEAD_BATTERY, datetime(2031, 5, 1, tzinfo=UTC), MORNING - DAY])
def test_a_leap_is_not_followed_and_is_said(laptop, to):
    clock = laptop.clock()
    laptop.wall = to
    assert (clock(), clock.leap) == (MORNING, to - MORNING)
    laptop.passes(3 * HOUR)
    assert clock() == MORNING + 3 * HOUR


def test_a_leap_back_ends_it_without_a_word_from_anybody(laptop):
    clock = laptop.clock()
    laptop.wall = DEAD_BATTERY
    assert clock() == MORNING
    laptop.wall = MORNING + timedelta(minutes=4)
    assert (clock(), clock.leap) == (laptop.wall, timedelta())


def test_a_person_says_that_the_new_time_is_right(laptop):
    clock = laptop.clock()
    laptop.wall += 9 * DAY
    assert clock() == MORNING
    clock.accept()
    assert (clock(), clock.leap) == (laptop.wall, timedelta())


def test_a_laptop_that_wakes_in_1970_goes_on_from_what_was_written_last(tmp_path, laptop):
    with_one_person(tmp_path, laptop)
    laptop.wall = DEAD_BATTERY
    clock = laptop.clock()
    store = a_store(tmp_path, clock=clock, seed=2)
    try:
        steadyclock.begin(store, clock)
        laptop.passes(HOUR)
        assert (clock(), clock.leap) == (MORNING + HOUR, DEAD_BATTERY - MORNING)
        with store.write(Origin.PERSON) as unit:
            later = patients.register(unit, lakshmi(given_name="Later"))
        with store.read() as unit:
            first = patients.listed(unit)[0]
        assert first.created_at < later.created_at
        laptop.wall = MORNING + DAY  # somebody sets it: it was a night, and no more than that is known
        assert (clock(), clock.leap) == (MORNING + DAY, timedelta())
    finally:
        store.close()


def test_who_said_that_it_is_right_is_not_asked_again_after_a_restart(tmp_path, laptop):
    laptop.wall = datetime(2031, 5, 1, tzinfo=UTC)
    with_one_person(tmp_path, laptop)
    laptop.wall = MORNING
    clock = laptop.clock()
    store = a_store(tmp_path, clock=clock)
    steadyclock.begin(store, clock)
    assert clock().year == 2031
    steadyclock.accept(store, clock, "grace")
    assert clock() == MORNING
    with store.read() as unit:
        assert [(row.actor, row.action) for row in audit.listed(unit)] == [("grace", "clock accepted")]
    store.close()
    clock = laptop.clock()
    store = a_store(tmp_path, clock=clock)
    steadyclock.begin(store, clock)
    assert (clock(), clock.leap) == (MORNING, timedelta())
    store.close()


def with_one_person(folder, laptop: Laptop) -> None:
    store = a_store(folder, clock=laptop.clock())
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    store.close()


def test_the_seconds_that_nobody_can_set_go_on():
    before = steadyclock.elapsed()
    assert steadyclock.elapsed() >= before
