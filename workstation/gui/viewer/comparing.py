"""Which earlier picture stands beside the one that is looked at. Pure: the same eye, from a day before (HZ-12).

The eye is what each instance says of itself; a picture without one is never compared with anything. The same field is taken
where there is one, so that a macula is not held against a disc.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resources.store.rows import InstanceRow
from resources.terms import Laterality
from workstation.gui.people_text import day_text
from workstation.gui.viewer.visit import Shown, Visit
from workstation.gui.words import Words


@dataclass(frozen=True, slots=True)
class Pair:
    """One eye then and now."""

    eye: Laterality
    then: InstanceRow
    then_day: date
    now: InstanceRow
    now_day: date


def earlier_days(visits: Sequence[Visit], shown: Shown) -> tuple[date, ...]:
    """The days before this visit on which the active eye was pictured, the newest first."""
    return tuple(visit.day for visit in visits if visit.day < shown.visit.day and visit.pictures(shown.active))


def compared(visits: Sequence[Visit], shown: Shown, day: date | None = None) -> Pair | None:
    """What is looked at, and the picture of the same eye from that day, or from the last one before; ``None`` where none is."""
    now = None if shown.asking else shown.picture(shown.active)
    days = [one for one in earlier_days(visits, shown) if day in (None, one)]
    if now is None or not now.has_pixels or not days:
        return None
    found = next(visit for visit in visits if visit.day == days[0]).pictures(shown.active)
    alike = [row for row in found if row.field == now.field]
    same_kind = [row for row in alike if row.modality == now.modality]
    return Pair(shown.active, (*same_kind, *alike, *found)[0], days[0], now, shown.visit.day)


def ago(then: date, now: date, words: Words) -> str:
    """ "21 months ago": whole days, then months, then years from two on."""
    months = 12 * (now.year - then.year) + now.month - then.month - (now.day < then.day)
    if months < 1:
        return words.counted("viewer.days-ago", (now - then).days)
    if months < 24:
        return words.counted("viewer.months-ago", months)
    return words("viewer.years-ago", n=months // 12)


def then_words(pair: Pair, today: date, words: Words) -> tuple[str, str]:
    """What stands large on the old picture: that it is old, from when, and how long ago (HZ-27)."""
    return words("viewer.earlier", day=day_text(pair.then_day, words)), ago(pair.then_day, today, words)


def now_words(pair: Pair, today: date, words: Words) -> tuple[str, str]:
    """What stands large on the other one."""
    day = day_text(pair.now_day, words)
    if pair.now_day == today:
        return words("viewer.now-today", day=day), words("viewer.now-graded")
    return words("viewer.now-day", day=day), words("viewer.now-graded")
