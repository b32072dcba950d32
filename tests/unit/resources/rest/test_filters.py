"""Moments with a prefix: each says a span, and several say what they have in common."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Invalid
from resources.rest.filters import span

ZONE = timezone(timedelta(hours=5, minutes=30))
DAYS = (datetime(1900, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001  # Hypothesis adds the zone
MOMENTS = st.datetimes(*DAYS, timezones=st.just(ZONE))


def holds(texts: list[str], moment: datetime) -> bool:
    low, high = span(texts, ZONE, field="x")
    return (low is None or low <= moment) and (high is None or moment < high)


@given(said=MOMENTS, moment=MOMENTS)
def test_the_prefixes_are_the_comparisons_they_are_named_after(said, moment):
    text = said.isoformat()
    assert holds([f"gt{text}"], moment) == (moment > said)
    assert holds([f"ge{text}"], moment) == (moment >= said)
    assert holds([f"lt{text}"], moment) == (moment < said)
    assert holds([f"le{text}"], moment) == (moment <= said)
    assert holds([text], moment) == holds([f"eq{text}"], moment) == (moment == said)


@given(said=MOMENTS, moment=MOMENTS)
def test_a_date_is_a_whole_day_of_the_camp(said, moment):
    day = said.date().isoformat()
    assert holds([day], moment) == (moment.date() == said.date())
    assert holds([f"gt{day}"], moment) == (moment.date() > said.date())
    assert holds([f"le{day}"], moment) == (moment.date() <= said.date())


@given(first=MOMENTS, second=MOMENTS, moment=MOMENTS)
def test_several_must_all_hold(first, second, moment):
    both = [f"ge{first.isoformat()}", f"lt{second.isoformat()}"]
    assert holds(both, moment) == (first <= moment < second)


def test_nothing_said_lets_everything_through():
    assert span([], ZONE, field="x") == (None, None)


@pytest.mark.parametrize(
    "text", ["2016-04-01T02:52:32.000Z", "2016-04-01T08:22:32.000 05:30", "2016-04-01T08:22:32+05:30"]
)
def test_an_instant_may_be_written_in_any_zone(text):
    assert span([f"ge{text}"], ZONE, field="x").low == datetime(2016, 4, 1, 2, 52, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "gt", "today", "2016", "2016-13-01", "2016-04-31", "20160401", "2016-W01-1", "2016-04-01T25:00", "ap2016-04-01",
     "9999-12-31", "ge0001-01-01T00:00+14:00", "٢٠١٦-٠٤-٠١", "2016-04-01\n"],
)  # fmt: skip
def test_anything_else_is_invalid_and_names_its_field(text):
    with pytest.raises(Invalid) as caught:
        span([text], ZONE, field="started")
    assert list(caught.value.fields) == ["started"]
