"""About how long: more never takes less, nothing is ever negative or done, and an unmeasured line is not guessed at."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.estimate import (
    DAY,
    MEMORY,
    Length,
    Line,
    Meter,
    Span,
    ToGo,
    estimate,
    line_of,
    seconds_of,
    span_of,
    span_sentence,
)

MB = 10**6
SLOW = Line(pictures=Meter(5 * MB, 100.0))  # 50 kB in a second

amounts = st.floats(0, 1e13, allow_nan=False)
meters = st.builds(Meter, amounts, st.floats(0, 1e7, allow_nan=False))
lines = st.builds(Line, meters, meters, meters)
counts = st.integers(0, 100_000)
loads = st.builds(ToGo, counts, st.integers(0, 10**13), counts, counts, counts)


@pytest.mark.parametrize(
    ("size", "span"),
    [
        (1 * MB, Span(Length.MOMENT)),
        (3 * MB, Span(Length.MINUTES, 1)),
        (12 * MB, Span(Length.MINUTES, 4)),
        (51 * MB, Span(Length.MINUTES, 15)),
        (179 * MB, Span(Length.HOURS, 1)),
        (900 * MB, Span(Length.HOURS, 5)),
        (5000 * MB, Span(Length.LONGER)),
    ],
)
def test_it_is_said_in_coarse_words(size: int, span: Span) -> None:
    assert estimate(ToGo(pictures=3, size=size), SLOW) == span


def test_a_line_that_was_not_measured_is_not_guessed_at() -> None:
    assert estimate(ToGo(pictures=1, size=10), Line()) == Span(Length.UNKNOWN)
    assert estimate(ToGo(records=4), Line()) == Span(Length.UNKNOWN)
    assert estimate(ToGo(pictures=1, size=10), Line(records=Meter(10, 1))) == Span(Length.UNKNOWN)
    assert estimate(ToGo(records=4), SLOW) == Span(Length.MOMENT)


@given(loads, loads, lines)
def test_more_never_takes_less(one: ToGo, more: ToGo, line: Line) -> None:
    first, both = seconds_of(one, line), seconds_of(one + more, line)
    if first is not None and both is not None:
        assert both >= first >= 0 or math.isclose(both, first)
    if first is None and one.pictures:
        assert both is None


@given(st.floats(0, 1e9, allow_nan=False), st.floats(0, 1e9, allow_nan=False))
def test_the_words_never_say_less_for_more(one: float, more: float) -> None:
    order = [Length.MOMENT, Length.MINUTES, Length.HOURS, Length.LONGER]
    small, large = span_of(min(one, more)), span_of(max(one, more))
    assert (order.index(small.length), small.number) <= (order.index(large.length), large.number)


@given(loads, lines)
def test_it_never_says_done_nor_counts_below_one(to_go: ToGo, line: Line) -> None:
    span = estimate(to_go, line)
    assert span.number >= 1 if span.length in (Length.MINUTES, Length.HOURS) else span.number == 0
    assert not {"0", "done", "complete", "headquarters"} & set(span_sentence(span).lower().split())


def test_the_words_go_on_without_a_gap() -> None:
    said = [span_sentence(span_of(seconds)) for seconds in (59.9, 60, 89, 600, 625, 3440, 3450, 5000, DAY, DAY + 1)]
    assert said == [
        "Under a minute on this line.",
        "About 1 minute on this line.",
        "About 1 minute on this line.",
        "About 10 minutes on this line.",
        "About 10 minutes on this line.",
        "About 55 minutes on this line.",
        "About 1 hour on this line.",
        "About 1 hour on this line.",
        "About 24 hours on this line.",
        "More than a day on this line.",
    ]


def test_what_was_measured_long_ago_counts_for_less() -> None:
    meter = Meter()
    for _ in range(10):
        meter = meter.came(1000, MEMORY / 2)
    before = meter.rate
    for _ in range(10):
        meter = meter.came(100_000, MEMORY / 2)
    assert before is not None and meter.rate is not None
    assert before * 90 < meter.rate <= before * 100


def test_time_in_which_nothing_came_through_counts() -> None:
    assert Meter(1000, 10).came(0, 10).rate == 50


@given(meters, meters, meters)
def test_what_is_written_down_is_read_again(pictures: Meter, records: Meter, looks: Meter) -> None:
    line = Line(pictures, records, looks)
    again = line_of(line.as_text())
    for one, other in ((line.pictures, again.pictures), (line.records, again.records), (line.looks, again.looks)):
        assert math.isclose(one.amount, other.amount, abs_tol=0.001)
        assert math.isclose(one.seconds, other.seconds, abs_tol=0.001)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "[[1,2]]", '[["a",1],[1,1],[1,1]]', "[[-1,-1],[0,0],[0,0]]", "[1,2,3]"]
)
def test_of_nonsense_nothing_is_known(text: str) -> None:
    assert line_of(text) == Line()
