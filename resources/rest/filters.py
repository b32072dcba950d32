"""The query parameters of lists: ``_count``, ``_offset``, and moments with a prefix such as ``gt2016-04-01``. Pure."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Annotated

from fastapi import Query

from resources.problems import Invalid
from resources.store.lookups import Span

MOST = 1000
"""As many as one page ever holds, and as it holds unless asked for fewer."""

Count = Annotated[int, Query(alias="_count", ge=0, le=MOST, description="At most so many.")]
Offset = Annotated[int, Query(alias="_offset", ge=0, le=2**31, description="Skip so many.")]
Moments = Annotated[
    list[str], Query(description="A date or an instant, with gt, ge, lt, le or eq before it, or nothing.")
]
LastUpdated = Annotated[
    list[str],
    Query(alias="_lastUpdated", description="As in FHIR: gt, ge, lt, le or eq, then a date or an instant."),
]
TICK = timedelta(microseconds=1)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?\Z")


def span(texts: Iterable[str], zone: tzinfo, *, field: str) -> Span:
    """The moments that all of ``texts`` allow.

    Raises:
        Invalid: one of them is not a prefix with a date or an instant.
    """
    low: list[datetime] = []
    high: list[datetime] = []
    for text in texts:
        prefix, moment, after = _parts(text, zone, field)
        low += {"gt": [after], "ge": [moment], "eq": [moment]}.get(prefix, [])
        high += {"lt": [moment], "le": [after], "eq": [after]}.get(prefix, [])
    return Span(max(low, default=None), min(high, default=None))


def _parts(text: str, zone: tzinfo, field: str) -> tuple[str, datetime, datetime]:
    """The prefix, the first moment meant, and the first one after."""
    prefix, said = (text[:2], text[2:]) if text[:2] in ("gt", "ge", "lt", "le", "eq") else ("eq", text)
    said = re.sub(r" (?=\d{2}:\d{2}\Z)", "+", said)  # a plus sign that was not percent-encoded
    try:
        moment = moment_in(said, zone)
        return prefix, moment, moment + (timedelta(days=1) if DAY.match(said) else TICK)
    except (ValueError, OverflowError) as error:
        raise Invalid(f"{field} is not a date or an instant.", fields={field: "not a date or an instant"}) from error


def moment_in(text: str, zone: tzinfo) -> datetime:
    """A date or an instant; without a zone it is the camp's own. Raises ValueError."""
    if not (DAY.match(text) or INSTANT.match(text)):
        raise ValueError(text)
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    for other in (UTC, zone):
        moment.astimezone(other)  # raises OverflowError at either end of the calendar
    return moment
