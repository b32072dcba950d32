"""Whether a caller has this version of something already (RFC 9110 8.8 and 13.1): tags compared weakly, else dates.

Refuses nothing: a field that cannot be read is as if it were not there.
"""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime


def http_date(moment: datetime) -> str:
    """An HTTP-date."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def versions_in(field: str) -> set[str]:
    """The versions of an If-Match or If-None-Match field; quotes and W/ may be left out."""
    return {one.strip().removeprefix("W/").strip('"') for one in field.split(",") if one.strip()}


def is_known(version: object, none_match: str, changed: datetime | None = None, modified_since: str = "") -> bool:
    """Whether If-None-Match names this version, or where it is absent, nothing changed after If-Modified-Since."""
    known = versions_in(none_match)
    if known or changed is None:
        return "*" in known or str(version) in known
    try:
        return changed.replace(microsecond=0) <= parsedate_to_datetime(modified_since)
    except (ValueError, TypeError):  # no date, or one without a zone (RFC 9110 13.1.3)
        return False
