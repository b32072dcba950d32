"""The trail of one person in words: what was done, by whom, when. Pure: rows of the feed in, lines out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from resources.store.hands import has_no_name
from resources.store.rows import ChangeRow
from resources.terms import Kind, Laterality, Operation, Origin
from workstation.gui.people_text import day_text, time_text
from workstation.gui.words import Words


@dataclass(frozen=True)
class Line:
    """One thing that somebody did, in one minute; ``times`` when they did the same again and again."""

    at: datetime
    who: str
    what: str
    times: int = 1


def lines(rows: Sequence[ChangeRow], words: Words) -> list[Line]:
    """The newest first, as ``rows`` are; the same thing in the same minute by the same hand is one line."""
    made: list[Line] = []
    for row in _without_echoes(rows):
        line = Line(row.at, who(row, words), what(row, words))
        last = made[-1] if made else None
        if last and (last.who, last.what) == (line.who, line.what) and _minute(last.at) == _minute(line.at):
            made[-1] = replace(last, times=last.times + 1)
        else:
            made.append(line)
    return made


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _without_echoes(rows: Sequence[ChangeRow]) -> Iterator[ChangeRow]:
    """A record goes one version up with its headshot, its card, its link; that is not said twice."""
    others = {(row.at, row.actor) for row in rows if row.kind is not Kind.PATIENT}
    for row in rows:
        is_echo = row.kind is Kind.PATIENT and row.operation is Operation.AMEND and (row.at, row.actor) in others
        if not is_echo:
            yield row


def when(line: Line, zone: tzinfo, words: Words) -> str:
    """ "21 November, 09:05"."""
    day = day_text(line.at.astimezone(zone).date(), words)
    return words("trail.line", day=day, time=time_text(line.at, zone, words))


def said(line: Line, words: Words) -> str:
    """What was done, and how often."""
    return line.what if line.times == 1 else words("trail.times", what=line.what, n=line.times)


def who(row: ChangeRow, words: Words) -> str:
    """A person's name; else which machine it was."""
    if row.origin is Origin.PERSON:
        return words("trail.nobody") if has_no_name(row.actor) else row.actor
    name = row.actor.partition(":")[2]
    if row.origin is Origin.REST:
        return words("trail.program", name=words.island(name or row.actor))
    if row.origin is Origin.CAMERA and name:
        return words.island(name)
    if row.origin is Origin.IMPORT:
        return words("trail.import") if row.actor in ("", "import") else row.actor
    return words("trail.hq") if row.origin is Origin.HQ else words("trail.station")


def what(row: ChangeRow, words: Words) -> str:
    """What was done to it."""
    special = SPECIAL.get(row.kind)
    found = special(row, words) if special else ""
    return found or words(f"trail.{row.kind.value}-{row.operation.value}")


def _picture(row: ChangeRow, words: Words) -> str:
    facts = row.snapshot
    if row.operation is Operation.CREATE:
        return words("trail.instance-create", what=_eye(facts.get("laterality"), words))
    was = facts.get("was") or {}
    if was.get("hidden", facts.get("hidden")) != facts.get("hidden"):
        return words("trail.hidden" if facts.get("hidden") else "trail.shown")
    if was.get("study_uid", facts.get("study_uid")) != facts.get("study_uid"):
        return words("trail.moved")
    said = [
        words(f"trail.{name}", was=speak(was.get(key), words), now=speak(facts.get(key), words))
        for name, key, speak in (("eye", "laterality", _eye), ("field", "field", _field))
        if key in was and was.get(key) != facts.get(key)
    ]
    return words.join(said)


def _eye(value: object, words: Words) -> str:
    side = Laterality.of(str(value)) if value else None
    return words.island(side.eye) if side else words("trail.unknown")


def _field(value: object, words: Words) -> str:
    return words(f"field.{value}") if value else words("trail.unknown")


def _opinion(row: ChangeRow, words: Words) -> str:
    which = {"R": "eye.right", "L": "eye.left"}.get(str(row.snapshot.get("eye")), "eye.both")
    return words("trail.opinion-create", eye=words(which))


def _referral(row: ChangeRow, words: Words) -> str:
    facts = row.snapshot
    for field, yes, no in (("closed_at", "trail.seen", "trail.reopened"), ("told_at", "trail.told", "trail.untold")):
        if row.operation is Operation.AMEND and field in facts:
            return words(yes if facts[field] else no)
    return ""


def _link(row: ChangeRow, words: Words) -> str:
    return words("trail.joined" if row.snapshot.get("joined") else "trail.parted")


def _drawing(row: ChangeRow, words: Words) -> str:
    return words("trail.annotation-back") if row.snapshot.get("replaces") else ""


SPECIAL: dict[Kind, Callable[[ChangeRow, Words], str]] = {
    Kind.INSTANCE: _picture,
    Kind.OPINION: _opinion,
    Kind.REFERRAL: _referral,
    Kind.LINK: _link,
    Kind.ANNOTATION: _drawing,
}
"""Kinds whose rows say more than what happened."""
