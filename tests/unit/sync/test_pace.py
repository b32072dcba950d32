import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.pace import FAR, FIRST, MOST, VERY_FAR, Pace, remembered

PICTURE = 500_000


def driven(pace: Pace, *rates: float, most: int = MOST) -> list[int]:
    """How many streams there are after each measurement, where so many bytes a second come through."""
    found, now = [], 0.0
    pace = pace.begins(now)
    for rate in rates:
        count = pace.streams
        for n in range(1, count + 1):
            pace = pace.came(PICTURE, now + n * PICTURE / rate, most)
        now += count * PICTURE / rate
        found.append(pace.streams)
    return found


def test_a_line_of_which_nothing_is_known_begins_small_and_doubles_while_that_brings_more() -> None:
    assert driven(Pace(), 80e3, 150e3, 220e3) == [4, 6, 6]


def test_streams_that_bring_no_more_are_taken_back() -> None:
    assert driven(Pace(), 80e3, 170e3, 171e3, 170e3) == [4, 6, 4, 4]


def test_from_what_was_good_last_time_it_goes_on_one_at_a_time() -> None:
    assert driven(remembered("3"), 100e3, 140e3, 170e3, 172e3) == [4, 5, 6, 5]


def test_half_as_many_when_less_comes_through() -> None:
    assert driven(remembered("5"), 200e3, 205e3, 100e3, 100e3) == [6, 5, 2, 3]


def test_a_line_that_breaks_is_left_with_half_and_never_with_none() -> None:
    pace = remembered("5").broke()
    assert [pace.streams, pace.broke().streams, pace.broke().broke().streams] == [2, 1, 1]


def test_nothing_is_concluded_in_less_than_a_second_or_from_fewer_answers_than_streams() -> None:
    pace = Pace().begins(0.0)
    for n in range(1, 100):
        pace = pace.came(PICTURE, n / 100)
    assert pace.streams == FIRST
    assert Pace().begins(0.0).came(PICTURE, 5.0).streams == FIRST


def test_a_measurement_counts_what_came_through_in_its_own_time_only() -> None:
    first = Pace().begins(0.0).came(PICTURE, 5.0).came(PICTURE, 10.0)
    assert (first.goodput, first.size, first.count, first.since) == (100e3, 0, 0, 10.0)


def test_a_pass_measures_anew_but_keeps_what_was_learnt() -> None:
    before = Pace().begins(0.0).came(PICTURE, 5.0).came(PICTURE, 10.0)
    after = before.begins(1000.0)
    assert (after.streams, after.goodput, after.since) == (before.streams, 0.0, 1000.0)


@pytest.mark.parametrize(
    ("text", "streams"), [("", 2), ("4", 4), ("0", 2), ("-3", 2), ("six", 2), ("999999", 6), ("٤", 2)]
)
def test_what_was_remembered_is_believed_within_bounds(text: str, streams: int) -> None:
    assert remembered(text).streams == streams


@pytest.mark.parametrize(("answered", "streams"), [(0.02, 2), (FAR, 4), (0.5, 4), (VERY_FAR, 6), (60.0, 6)])
def test_the_longer_the_first_answer_took_the_more_there_are_at_first(answered: float, streams: int) -> None:
    assert remembered("", answered=answered).streams == streams
    assert remembered("", most=3, answered=answered).streams == min(streams, 3)
    assert remembered("5", answered=answered).streams == 5


def test_that_a_slow_answer_meant_a_busy_server_shows_at_once() -> None:
    assert driven(remembered("", answered=0.5), 100e3, 99e3) == [6, 4]
    assert driven(remembered("", answered=0.5), 100e3, 60e3) == [6, 3]


def test_who_allows_one_gets_one() -> None:
    assert remembered("", most=1).streams == remembered("5", most=1).streams == 1
    assert driven(remembered("", most=1), 80e3, 150e3, most=1) == [1, 1]


def test_only_what_was_learnt_is_remembered() -> None:
    assert Pace().lesson == remembered("", answered=FAR).lesson == ""
    assert Pace().broke().lesson == "1"
    assert remembered("4").lesson == "4"


@given(
    st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 10**8), st.floats(0, 100))), max_size=60),
    st.integers(1, MOST),
)
def test_whatever_comes_there_is_at_least_one_and_never_too_many(
    seen: list[tuple[int, float] | None], most: int
) -> None:
    pace, now = remembered("", most).begins(0.0), 0.0
    for one in seen:
        if one is None:
            pace = pace.broke()
        else:
            now += one[1]
            pace = pace.came(one[0], now, most)
        assert 1 <= pace.streams <= most
