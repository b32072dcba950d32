"""Dates and times between wires and values: DICOM DA, TM and DT, and FHIR instants. Each surface has one fixed order.

A date has no zone; an instant always has one. A DICOM time without Timezone Offset From UTC is the sender's local time, which
is taken as the camp's.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from resources.problems import Invalid


def date_of(da: str) -> date | None:
    """DA, YYYYMMDD (the old dotted form too), or ``None`` for what is not a date. PS3.5 6.2."""
    found = re.fullmatch(r"(\d{4})\.?(\d{2})\.?(\d{2})", da.strip())
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def time_of(tm: str) -> time | None:
    """TM, HH[MM[SS[.F]]] (the old form with colons too), or ``None``. Second 60 counts as 59. PS3.5 6.2."""
    found = re.fullmatch(r"(\d{2}):?(\d{2})?:?(\d{2})?(?:\.(\d{1,6}))?", tm.strip())
    if not found:
        return None
    hour, minute, second, fraction = found.groups()
    try:
        return time(int(hour), int(minute or 0), min(int(second or 0), 59), int((fraction or "0").ljust(6, "0")))
    except ValueError:
        return None


def offset_of(text: str) -> tzinfo | None:
    """Timezone Offset From UTC (0008,0201), &HHMM, or ``None``."""
    found = re.fullmatch(r"([+-])(\d{2})(\d{2})", text.strip())
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes)) if minutes < 24 * 60 else None


def moment_of(da: str, tm: str, offset: str, zone: tzinfo) -> datetime | None:
    """A DA with its TM as an aware moment, or ``None`` without a date."""
    day = date_of(da)
    return None if day is None else datetime.combine(day, time_of(tm) or time(), offset_of(offset) or zone)


def moment_of_dt(dt: str, zone: tzinfo) -> datetime | None:
    """A DT with at least its minute (PS3.5 6.2) as an aware moment, in ``zone`` where it has no offset; ``None`` for others."""
    plain, offset = (dt[:-5], dt[-5:]) if offset_of(dt[-5:]) else (dt, "")
    return moment_of(plain[:8], plain[8:], offset, zone) if len(plain) >= 12 else None


def instant_text(moment: datetime) -> str:
    """A FHIR instant in UTC with milliseconds, e.g. ``2016-04-01T02:52:32.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_date(text: str) -> date:
    """YYYY-MM-DD. Raises Invalid for anything else: nothing is swapped or guessed (hazard HZ-25)."""
    found = date_of(text.replace("-", "")) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    if found is None:
        raise Invalid("A date is written year-month-day, like 1961-04-03.")
    return found


def month_first(text: str) -> date:
    """MM/DD/YYYY or MM-DD-YYYY, as seed 003 writes a date. Raises Invalid; 13/04 is refused, never swapped (hazard HZ-25)."""
    found = re.fullmatch(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})", text.strip(), re.ASCII)
    try:
        if found:
            return date(int(found[4]), int(found[1]), int(found[3]))
    except ValueError:
        pass
    raise Invalid("A date is written month/day/year here, like 04/03/1961 for the third of April.")


def month_first_text(day: date) -> str:
    """The same way back."""
    return f"{day.month:02d}/{day.day:02d}/{day.year:04d}"
