"""FHIR dates as the stretch of time that they mean: 2016 is all of that year, 11:01:20 all of that second. Pure."""

import calendar
import re
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from resources.problems import Invalid

PREFIXES = ("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap")
TEXT = re.compile(
    r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2})"
    r"(T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(:(?P<second>[0-9]{2})(\.(?P<fraction>[0-9]+))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Interval(NamedTuple):
    """From ``low``, up to but without ``high``, both in UTC."""

    low: datetime
    high: datetime


class Moment(NamedTuple):
    """A prefix and the stretch of time behind it."""

    prefix: str
    low: datetime
    high: datetime


def interval(text: str, zone: tzinfo | None) -> Interval:
    """What a date, dateTime or instant means; without a zone in the text it is ``zone``, or UTC. Raises Invalid."""
    found = TEXT.fullmatch(re.sub(r" (?=[0-9]{2}:[0-9]{2}$)", "+", text))  # a plus sign that was not percent-encoded
    if found is None:
        raise Invalid("This is not a date or a time.")
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    try:
        return _between(parts, zone)
    except ValueError as error:
        raise Invalid("This is not in the calendar.") from error


def moment(text: str, zone: tzinfo) -> Moment:
    """The value of a date parameter. Raises Invalid."""
    prefix, said = (text[:2], text[2:]) if text[:2] in PREFIXES else ("eq", text)
    return Moment(prefix, *interval(said, zone))


def text_of(instant: datetime) -> str:
    """As the database writes a moment, so that order of text is order of time."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _between(parts: dict[str, str], zone: tzinfo | None) -> Interval:
    low = datetime(
        int(parts["year"]),
        int(parts.get("month", 1)),
        int(parts.get("day", 1)),
        int(parts.get("hour", 0)),
        int(parts.get("minute", 0)),
        min(int(parts.get("second", 0)), 59),  # a leap second counts as the one before
        int(parts.get("fraction", "0")[:6].ljust(6, "0")),
        tzinfo=_zone(parts.get("zone"), zone),
    )
    return Interval(_in_utc(low), _in_utc(_end(low, parts)))


def _end(low: datetime, parts: dict[str, str]) -> datetime:
    try:
        if "day" not in parts:
            days = calendar.monthrange(low.year, low.month)[1] if "month" in parts else 365 + calendar.isleap(low.year)
            return low + timedelta(days=days)
        return low + _tick(parts)
    except OverflowError:
        return datetime.max.replace(tzinfo=low.tzinfo)


def _tick(parts: dict[str, str]) -> timedelta:
    if "fraction" in parts:
        return timedelta(microseconds=10 ** (6 - min(6, len(parts["fraction"]))))
    for name, tick in (("second", timedelta(seconds=1)), ("minute", timedelta(minutes=1))):
        if name in parts:
            return tick
    return timedelta(days=1)


def _zone(text: str | None, zone: tzinfo | None) -> tzinfo:
    if text is None:
        return zone or UTC
    return datetime.fromisoformat(f"2000-01-01T00:00:00{text.replace('Z', '+00:00')}").tzinfo or UTC


def _in_utc(instant: datetime) -> datetime:
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return FIRST if instant.year < 5000 else LAST
