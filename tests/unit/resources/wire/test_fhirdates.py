"""A FHIR date is a stretch of time, and a day of birth stays the day that it was."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Invalid
from resources.wire.dates import month_first, month_first_text
from resources.wire.fhirdates import interval, moment

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2016", "2016-01-01T00:00", "2017-01-01T00:00"), ("2016-02", "2016-02-01T00:00", "2016-03-01T00:00"),
        ("2016-12", "2016-12-01T00:00", "2017-01-01T00:00"), ("2016-02-29", "2016-02-29T00:00", "2016-03-01T00:00"),
        ("2016-04-16T10:20", "2016-04-16T10:20", "2016-04-16T10:21"),
        ("2016-04-16T10:20:30Z", "2016-04-16T10:20:30", "2016-04-16T10:20:31"),
        ("2016-04-16T10:20:30.5Z", "2016-04-16T10:20:30.500000", "2016-04-16T10:20:30.600000"),
        ("2016-04-16T10:20:30+03:00", "2016-04-16T07:20:30", "2016-04-16T07:20:31"),
        ("2016-04-16T10:20:30 03:00", "2016-04-16T07:20:30", "2016-04-16T07:20:31"),
        ("2016-06-30T23:59:60Z", "2016-06-30T23:59:59", "2016-07-01T00:00:00"), ("9999", "9999-01-01T00:00", None),
    ],
)  # fmt: skip
def test_a_stretch_begins_and_ends(text, low, high):
    found = interval(text, UTC)
    assert found.low == datetime.fromisoformat(low).replace(tzinfo=UTC)
    assert found.high == (
        datetime.fromisoformat(high).replace(tzinfo=UTC) if high else datetime.max.replace(tzinfo=UTC)
    )


@pytest.mark.parametrize(
    "text",
    ["", "x", "16", "2016-1", "2016-13", "2016-02-30", "2016-04-16T25:00Z", "2016-04-16T10", "0000", "2016-04-16Z"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Invalid):
        interval(text, UTC)


def test_a_date_without_a_zone_is_in_the_camps():
    assert interval("2016-04-16", INDIA).low == datetime(2016, 4, 15, 18, 30, tzinfo=UTC)
    assert moment("gt2016-04-16", INDIA).prefix == "gt"


@given(
    st.datetimes(),
    st.sampled_from([UTC, INDIA, timezone(timedelta(hours=-14))]),
)
def test_any_time_is_read_without_falling_off_the_calendar(when, zone):
    found = interval(when.isoformat(timespec="seconds"), zone)
    assert found.low <= found.high


@pytest.mark.hazard("HZ-25")
@given(st.dates())
def test_the_month_first_form_comes_back_as_the_same_day(day):
    assert month_first(month_first_text(day)) == day


@pytest.mark.hazard("HZ-25")
def test_the_same_eight_digits_are_two_days_on_two_surfaces():
    assert month_first("03/04/1961").isoformat() == "1961-03-04"
    assert interval("1961-04-03", UTC).low.date().isoformat() == "1961-04-03"
    with pytest.raises(Invalid):
        month_first("13/04/1961")
