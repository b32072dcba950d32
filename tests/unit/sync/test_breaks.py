import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.breaks import ALWAYS, TOLD, Breaks, breaks_of

MB = 1 << 20


def broken(times: int, carried: int) -> Breaks:
    found = Breaks()
    for _ in range(times):
        found = found.broke(carried)
    return found


def test_nothing_is_concluded_from_a_few_breaks() -> None:
    assert not broken(TOLD - 1, MB).is_hopeless(60 * MB)
    assert broken(TOLD, MB).is_hopeless(60 * MB)


@pytest.mark.parametrize(("size", "is_hopeless"), [(MB, False), (3 * MB, False), (4 * MB, True), (60 * MB, True)])
def test_what_comes_through_once_in_fifty_times_is_hopeless(size: int, is_hopeless: bool) -> None:
    assert broken(6, MB).is_hopeless(size) is is_hopeless


@given(st.integers(0, ALWAYS), st.integers(0, 1000))
def test_what_is_small_is_always_worth_trying(size: int, times: int) -> None:
    assert not broken(times, 0).is_hopeless(size)


def test_one_that_came_through_against_all_odds_tells_of_a_better_line() -> None:
    line = broken(20, MB)
    assert not line.came(60 * MB).is_hopeless(60 * MB)


def test_a_long_time_of_good_line_is_forgotten_after_a_few_breaks() -> None:
    line = Breaks()
    for _ in range(10_000):
        line = line.came(4 * MB)
    times = 0
    while not line.is_hopeless(32 * MB):
        line, times = line.broke(MB // 2), times + 1
    assert times <= 12


@given(
    st.lists(
        st.one_of(
            st.integers(1, 64 * MB).map(lambda n: ("came", n)), st.integers(0, 64 * MB).map(lambda n: ("broke", n))
        )
    )
)
def test_what_was_written_down_says_the_same(events: list[tuple[str, int]]) -> None:
    line = Breaks()
    for name, size in events:
        line = line.came(size) if name == "came" else line.broke(size)
    again = breaks_of(line.as_text())
    assert again.broken == line.broken
    assert abs(again.carried - line.carried) <= 1


@pytest.mark.parametrize("text", ["", "{}", "[1]", "null", "[null, 1]", "x"])
def test_of_nonsense_nothing_is_known(text: str) -> None:
    assert breaks_of(text) == Breaks()
