"""Which originals may leave: a pure decision, and never one without a receipt that every byte is at headquarters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.evicting import FULL, OLD, Candidate, Watch, chosen, excess, why_it_stays
from sync.status import Level, State

NOW = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
FREE = Candidate("1.2.3", 4_000_000, NOW - timedelta(days=15), Level.DIGEST, receipt=7)
PASSED = Watch("https://hq.example", (7, 9))


def stays(one: Candidate, watch: Watch = PASSED, *, clock_is_sure: bool = True) -> bool:
    return bool(why_it_stays(one, watch, NOW, clock_is_sure=clock_is_sure))


def test_a_picture_that_nobody_needs_and_headquarters_has_whole_may_leave() -> None:
    assert not stays(FREE)
    assert not stays(replace(FREE, state=None))


@pytest.mark.parametrize(
    "otherwise",
    [
        {"level": Level.EQUAL},
        {"level": None},
        {"state": State.PROBING},
        {"state": State.HELD},
        {"received_at": NOW - OLD},
        {"received_at": NOW + timedelta(days=3650)},
        {"receipt": 8},
        {"size": 32 << 10},
        {"is_picture": False},
        {"is_shared": True},
        {"has_person": False},
        {"in_conflict": True},
        {"is_flagged": True},
        {"is_read": False},
        {"is_open": True},
        {"is_urgent": True},
        {"is_to_be_told": True},
    ],
)
def test_each_single_reason_keeps_it(otherwise: dict[str, object]) -> None:
    assert stays(replace(FREE, **otherwise))  # type: ignore[arg-type]


def test_a_clock_that_leapt_ages_nothing() -> None:
    assert stays(FREE, clock_is_sure=False)


def test_two_looks_at_headquarters_must_have_missed_nothing_since_it_was_proven() -> None:
    watch = Watch()
    for length, free in ((6, False), (7, False), (8, True)):
        watch = watch.after("https://hq.example", length, reopened=0, everything=False)
        assert stays(FREE, watch) is not free


def test_after_something_was_missing_everything_is_looked_at_before_looks_count_again() -> None:
    doubted = PASSED.after("https://hq.example", 10, reopened=1, everything=False)
    for _ in range(5):
        doubted = doubted.after("https://hq.example", 11, reopened=0, everything=False)
        assert stays(FREE, doubted)
    once = doubted.after("https://hq.example", 12, reopened=0, everything=True)
    assert stays(FREE, once)
    assert not stays(FREE, once.after("https://hq.example", 13, reopened=0, everything=False))


def test_looks_at_another_headquarters_do_not_count() -> None:
    assert PASSED.after("https://other.example", 10, reopened=0, everything=False).passed == (10,)


levels = st.sampled_from([None, *Level])
any_candidate = st.builds(
    Candidate,
    st.uuids().map(str),
    st.integers(0, 1 << 32),
    st.datetimes(datetime(2016, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - told beside it
    levels,
    receipt=st.integers(0, 20),
    state=st.sampled_from([None, *State]),
    is_read=st.booleans(),
    is_open=st.booleans(),
    is_urgent=st.booleans(),
)
any_watch = st.builds(
    Watch, st.just("hq"), st.lists(st.integers(0, 20), max_size=2).map(sorted).map(tuple), st.booleans()
)


@pytest.mark.hazard("HZ-05")
@given(st.lists(any_candidate, max_size=12), any_watch, st.integers(0, 1 << 33))
def test_nothing_ever_leaves_without_a_receipt_for_every_byte(
    every: list[Candidate], watch: Watch, wanted: int
) -> None:
    free = [one for one in every if not why_it_stays(one, watch, NOW, clock_is_sure=True)]
    for one in chosen(free, wanted):
        assert one.level is Level.DIGEST
        assert one.state in (State.VERIFIED, None)
        assert NOW - one.received_at > OLD
        assert len(watch.passed) == 2 and min(watch.passed) >= one.receipt and not watch.is_doubted


@given(st.lists(any_candidate, max_size=12), st.integers(0, 1 << 33))
def test_no_more_leaves_than_is_needed_and_the_oldest_first(every: list[Candidate], wanted: int) -> None:
    going = chosen(every, wanted)
    assert sum(one.size for one in going[:-1]) < wanted or not going
    assert [one.received_at for one in going] == sorted(one.received_at for one in every)[: len(going)]


@given(st.integers(0, 1 << 40), st.integers(0, 1 << 40), st.integers(0, 1 << 40))
def test_the_room_for_pictures_is_the_disk_without_its_floor(total: int, free: int, floor: int) -> None:
    free = min(free, total)
    over = excess(total, free, floor)
    room = max(0, total - floor)
    assert (over > 0) == (total - free > int(FULL * room))
    assert over <= total - free
