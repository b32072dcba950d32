"""A camp's day in numbers, and what must not be left as it is (HZ-04, HZ-06). Read off the GUI thread; writes nothing.

Everything is counted from what is stored: pictures, opinions, referrals, receipts. Nobody is left out because something of them
is not known.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from resources.grading.schemes import UNGRADABLE, Outcome
from resources.problems import Gone
from resources.store import campdays, filing, opinions, patients, referrals, station, studies, turns
from resources.store.campdays import Closing
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.store.store import Store, Unit
from resources.terms import Laterality
from workstation.gui.missing import NOTHING, Missing, missing_of
from workstation.gui.people_text import name_of
from workstation.gui.style.rings import WallRing
from workstation.gui.tiles import EYES, receipts_of, unknown_eyes
from workstation.gui.today.board import LARGEST, Board, Column, ReadLevels, Someone, midnight_of, read_board


class Kind(StrEnum):
    """What is open, the most pressing first."""

    UNTOLD = "untold"
    MISSING = "missing"
    WHICH_EYE = "which-eye"
    INBOX = "inbox"
    UNGRADED = "ungraded"
    WAITING = "waiting"


@dataclass(frozen=True)
class Named:
    """One person of a loose end; ``days`` since an urgent referral was decided."""

    patient: PatientRow
    days: int = 0
    missing: Missing = NOTHING
    reason: str = ""
    eyes: tuple[Laterality, ...] = ()
    """Those that have a picture and no grade."""


@dataclass(frozen=True)
class LooseEnd:
    """One kind, whom it concerns, and how many things that are."""

    kind: Kind
    people: tuple[Named, ...]
    count: int


@dataclass(frozen=True)
class Numbers:
    """The day in six counts of people."""

    registered: int = 0
    pictured: int = 0
    complete: int = 0
    referred: int = 0
    urgent: int = 0
    ungradable: int = 0


@dataclass(frozen=True)
class Day:
    """One camp day as it stood when it was read."""

    day: date
    camp: str
    numbers: Numbers
    ends: tuple[LooseEnd, ...]
    wall: tuple[WallRing, ...]
    villages: tuple[tuple[str, int], ...]
    closing: Closing | None = None
    """Who closed it; ``None`` while it is open."""


def read_day(store: Store, levels: ReadLevels, protocol: str) -> Day:
    """The day until now. Not for the GUI thread."""
    board = read_board(store, levels)
    midnight = midnight_of(store)
    today = midnight.date()
    with store.read() as unit:
        said = {one.patient.uuid: opinions.of_visit(unit, one.patient, today) for one in board.pictured}
        ends = (
            _end(Kind.UNTOLD, _untold(unit, today)),
            _end(Kind.MISSING, _missing(unit, board, protocol)),
            _end(Kind.WHICH_EYE, [Named(one.patient) for one in board.pictured if unknown_eyes(one.rows)]),
            LooseEnd(Kind.INBOX, (), _waiting(unit)),
            _end(Kind.UNGRADED, [named for one in board.pictured if (named := _ungraded(one, said)) is not None]),
            _end(Kind.WAITING, [Named(one.patient) for one in board.column(Column.WAITING)]),
        )
        numbers = _numbers(unit, board, said, protocol)
        camp, closing = station.camp(unit).name, campdays.closing(unit, today)
        everybody = [one.patient for one in board.people] + [patient for patient, _ in _left_without(unit, board)]
    wall = tuple(_ring(one, board) for one in board.pictured)
    return Day(today, camp, numbers, tuple(end for end in ends if end.count), wall, _villages(everybody), closing)


def _end(kind: Kind, people: Sequence[Named]) -> LooseEnd:
    return LooseEnd(kind, tuple(people), len(people))


def _untold(unit: Unit, today: date) -> list[Named]:
    """Across all days, the longest waiting first."""
    zone = unit.store.zone
    return [
        Named(patients.find(unit, row.patient_uuid), days=max(0, (today - row.decided_at.astimezone(zone).date()).days))
        for row in referrals.urgent_not_told(unit)
    ]


def _missing(unit: Unit, board: Board, protocol: str) -> list[Named]:
    """Everybody who was photographed or called and lacks something; who still waits or stands there is not at an end."""
    found = [
        Named(one.patient, missing=missing, reason=one.reason)
        for one in board.pictured
        if (missing := missing_of(one.rows, protocol, one.expected))
    ]
    nothing = missing_of((), protocol)
    found += [Named(patient, missing=nothing, reason=reason) for patient, reason in _left_without(unit, board)]
    return sorted(found, key=lambda named: named.patient.pk)


def _left_without(unit: Unit, board: Board) -> list[tuple[PatientRow, str]]:
    """Who was called today and went without any picture, and why: the board knows them no more."""
    reasons = {turn.patient_uuid: turn.reason for turn in turns.since(unit, midnight_of(unit.store))}
    left = []
    for uuid in reasons.keys() - {one.patient.uuid for one in board.people}:
        with suppress(Gone):
            left.append((patients.find(unit, uuid), reasons[uuid]))
    return left


def _waiting(unit: Unit) -> int:
    pictures = sum(
        row.digest is not None and not row.hidden for study in studies.inbox(unit) for row in study.instances
    )
    return pictures + len(filing.held(unit))


def _ungraded(one: Someone, said: dict[str, list[OpinionRow]]) -> Named | None:
    graded = {row.said.eye for row in opinions.standing(said[one.patient.uuid])}
    eyes = tuple(eye for eye in EYES if eye not in graded and any(row.laterality is eye for row in one.rows))
    return Named(one.patient, eyes=eyes) if eyes else None


def _numbers(unit: Unit, board: Board, said: dict[str, list[OpinionRow]], protocol: str) -> Numbers:
    midnight = midnight_of(unit.store)
    decided = [
        row for one in board.people for row in referrals.of_patient(unit, one.patient) if row.day == midnight.date()
    ]
    return Numbers(
        registered=sum(one.created_at >= midnight for one in patients.changed_since(unit, midnight, limit=LARGEST)),
        pictured=len(board.pictured),
        complete=sum(not missing_of(one.rows, protocol, one.expected) for one in board.pictured),
        referred=len(decided),
        urgent=sum(row.outcome is Outcome.URGENT for row in decided),
        ungradable=sum(any(_is_ungradable(row) for row in opinions.standing(rows)) for rows in said.values()),
    )


def _is_ungradable(row: OpinionRow) -> bool:
    return row.said.grade is not None and any(code == UNGRADABLE for _, code in row.said.grade.codes)


def _ring(one: Someone, board: Board) -> WallRing:
    receipts = receipts_of(one.rows, board.levels)
    return WallRing(one.patient.uuid, name_of(one.patient), receipts.confirmed, receipts.pictures)


def _villages(seen: Sequence[PatientRow]) -> tuple[tuple[str, int], ...]:
    counted = Counter(patient.details.village.strip() for patient in seen)
    return tuple((name, count) for name, count in counted.most_common() if name)
