"""The day's loose ends in words: the same on the page and on the poster. Pure. What claims something is said by ``claims``."""

from datetime import tzinfo

from resources.store.staff import initials_of
from workstation.gui import claims
from workstation.gui.missing import because, named
from workstation.gui.people_text import name_of, time_text
from workstation.gui.reports.day import Day, Kind, LooseEnd, Named
from workstation.gui.style.status import Status
from workstation.gui.words import Words

MARKS = {
    Kind.UNTOLD: Status.URGENT,
    Kind.MISSING: Status.WAIT,
    Kind.WHICH_EYE: Status.UNKNOWN,
    Kind.INBOX: Status.UNKNOWN,
    Kind.UNGRADED: Status.WAIT,
    Kind.WAITING: Status.WAIT,
}
COUNTS = ("registered", "pictured", "complete", "referred", "urgent", "ungradable")


def counts(day: Day, words: Words) -> list[tuple[int, str]]:
    """The six numbers with their words."""
    return [(getattr(day.numbers, name), words(f"day.{name}")) for name in COUNTS]


def heading(end: LooseEnd, words: Words) -> str:
    """ "4 people with pictures missing"."""
    return words.counted(f"day.{end.kind.value}", end.count)


def closed_line(day: Day, zone: tzinfo, words: Words) -> str:
    """ "Closed by AK, 17:40", and why although somebody was not told; empty while the day is open."""
    closing = day.closing
    if closing is None:
        return ""
    at = time_text(closing.at, zone, words)
    return words.join([words("day.closed-by", by=initials_of(closing.by), time=at), closing.why])


def who(one: Named, words: Words) -> str:
    """The name with the number of the card: two people may have one name."""
    number = one.patient.number or one.patient.public_id
    return words.join(dict.fromkeys([name_of(one.patient), words.island(number)]))


def what(kind: Kind, one: Named, words: Words) -> str:
    """What is open with this person."""
    if kind is Kind.UNTOLD:
        said = claims.told("", "", one.days, words).text
        return words.join([said, words.island(one.patient.details.phone)])
    if kind is Kind.MISSING:
        return words.join([named(one.missing.kept, words), because(one.reason, words) or words("day.no-reason")])
    return words.listed(words.island(eye.eye) for eye in one.eyes)
