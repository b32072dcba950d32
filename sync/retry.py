"""When to try again: values in, a time out. Refuses to give up, to hammer, and to read a clock."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from random import Random

from resources.problems import Problem, Unavailable

FIRST = 2.0
LONGEST = 300.0
SHORTEST_HOLD = 1.0
LONGEST_HOLD = 3600.0
LONGEST_WAIT = timedelta(seconds=LONGEST_HOLD)


def next_try(attempt: int, problem: Problem | None, now: datetime, rng: Random) -> datetime:
    """Full jitter over min(300 s, 2 * 2^attempt); a Retry-After of the other side is the least to wait."""
    wait = rng.uniform(0, min(LONGEST, FIRST * 2.0 ** min(max(attempt, 0), 16)))
    asked = problem.retry_after if isinstance(problem, Unavailable) else None
    return now + timedelta(seconds=wait if asked is None else max(wait, _clamped(asked)))


def retry_after(text: str | None, date: str | None, now: datetime) -> float | None:
    """Seconds of a Retry-After header (RFC 9110 10.2.3): a number, or a date measured against the server's own Date header.

    Clamped to 1 s .. 1 h. ``None`` when nothing usable was said.
    """
    text = (text or "").strip()
    if text.isascii() and text.isdigit():
        return _clamped(float(text[:12]))
    until = http_date(text)
    if until is None:
        return None
    return _clamped((until - (http_date(date or "") or now)).total_seconds())


def due(next_at: datetime | None, now: datetime) -> bool:
    """Whether a remembered time has come. One that lies further ahead than any wait we hand out was written by a wrong clock."""
    return next_at is None or next_at <= now or next_at > horizon(now)


def horizon(now: datetime) -> datetime:
    """Beyond this no wait of ours ends."""
    return now + LONGEST_WAIT + timedelta(seconds=LONGEST)


def is_over(since: datetime | None, seconds: float, now: datetime) -> bool:
    """Whether so long has passed; never, and a clock that jumped back, count as passed."""
    return since is None or abs((now - since).total_seconds()) >= seconds


def moment(text: str) -> datetime | None:
    """A moment that was written down in ISO 8601; ``None`` for never."""
    return datetime.fromisoformat(text) if text else None


def _clamped(seconds: float) -> float:
    return min(max(seconds, SHORTEST_HOLD), LONGEST_HOLD)


def http_date(text: str) -> datetime | None:
    """An HTTP-date (RFC 9110 5.6.7), which is UTC where it names no zone; ``None`` for what is none."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
