"""Whose turn it is: the people of the camp's day, sorted into columns. The sorting is pure; ``read_board`` gives it its facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from resources.problems import Gone
from resources.store import lookups, patients, performed, turns, workitems
from resources.store.lookups import Page, Span
from resources.store.performed import Expected
from resources.store.rows import InstanceRow, PatientRow, StudyRow, TurnRow, WorkitemRow
from resources.store.store import Store, Unit
from resources.terms import Laterality, Origin, WorkitemState
from workstation.gui.missing import NOTHING_ANNOUNCED
from workstation.gui.tiles import Levels, of_eye, seen

ReadLevels = Callable[[Sequence[str]], Levels]
LARGEST = 2000
"""People of one day."""


class Column(StrEnum):
    """Where somebody stands."""

    WAITING = "waiting"
    AT_CAMERA = "at-camera"
    TO_READ = "to-read"


@dataclass(frozen=True)
class Someone:
    """One person of the day. ``since`` is when they came into their column."""

    patient: PatientRow
    column: Column
    since: datetime
    rows: tuple[InstanceRow, ...] = ()
    item: WorkitemRow | None = None
    turn: TurnRow | None = None
    """Of whoever is at a camera now."""
    expected: Expected = NOTHING_ANNOUNCED
    """What cameras announced of them today."""
    reason: str = ""
    """Why places stayed empty when they left the camera, where somebody said so (HZ-06)."""

    @property
    def has_both_eyes(self) -> bool:
        """Whether each eye has a picture."""
        return all(of_eye(self.rows, eye) for eye in (Laterality.RIGHT, Laterality.LEFT))


@dataclass(frozen=True)
class Board:
    """The day, longest waiting first in each column, and the receipts of its pictures."""

    people: tuple[Someone, ...] = ()
    levels: Levels = field(default_factory=dict)

    def column(self, column: Column) -> tuple[Someone, ...]:
        """Who stands there."""
        return tuple(one for one in self.people if one.column is column)

    @property
    def pictured(self) -> tuple[Someone, ...]:
        """Everybody with a picture of today."""
        return tuple(one for one in self.people if one.rows)


def sort_day(
    people: Mapping[str, PatientRow],
    items: Iterable[WorkitemRow],
    rows: Mapping[str, Sequence[InstanceRow]],
    midnight: datetime,
    there: Mapping[str, TurnRow],
) -> tuple[Someone, ...]:
    """Everybody of the day in their column; ``there`` are those at a camera now."""
    latest = {item.patient_uuid: item for item in items if item.patient_uuid}
    placed = (
        _place(one, latest.get(uuid), seen(rows.get(uuid, ())), midnight, there.get(uuid))
        for uuid, one in people.items()
    )
    return tuple(sorted((one for one in placed if one), key=lambda one: (one.since, one.patient.pk)))


def _place(
    patient: PatientRow,
    item: WorkitemRow | None,
    rows: tuple[InstanceRow, ...],
    midnight: datetime,
    turn: TurnRow | None,
) -> Someone | None:
    state = item.state if item else ""
    if turn is not None:
        return Someone(patient, Column.AT_CAMERA, turn.began_at, rows, item, turn)
    if rows:
        return Someone(patient, Column.TO_READ, rows[0].received_at, rows, item)
    if item and state == WorkitemState.SCHEDULED:
        return Someone(patient, Column.WAITING, item.scheduled_at, rows, item)
    if item is None and patient.created_at >= midnight:
        return Someone(patient, Column.WAITING, patient.created_at, rows)
    return None


def midnight_of(store: Store) -> datetime:
    """When the camp's day began (HZ-26)."""
    return store.clock().astimezone(store.zone).replace(hour=0, minute=0, second=0, microsecond=0)


def _todays_rows(unit: Unit, midnight: datetime) -> dict[str, list[InstanceRow]]:
    found: dict[str, list[InstanceRow]] = defaultdict(list)
    for study in lookups.some_studies(unit, Page(LARGEST), changed=Span(midnight)):
        if study.patient:
            found[study.patient.uuid] += _came_today(study, midnight)
    return found


def _came_today(study: StudyRow, midnight: datetime) -> list[InstanceRow]:
    return [row for row in study.instances if row.received_at >= midnight and row.origin is not Origin.HQ]


def read_board(store: Store, levels: ReadLevels) -> Board:
    """The board as the store knows it now. Not for the GUI thread."""
    midnight = midnight_of(store)
    with store.read() as unit:
        rows = _todays_rows(unit, midnight)
        items = workitems.since(unit, midnight)
        people = {one.uuid: one for one in patients.changed_since(unit, midnight, limit=LARGEST)}
        there = {turn.patient_uuid: turn for turn in turns.open_turns(unit)}
        announced = performed.expected_since(unit, midnight)
        reasons = {turn.patient_uuid: turn.reason for turn in turns.since(unit, midnight)}
        wanted = {uuid for uuid, theirs in rows.items() if theirs} | {i.patient_uuid for i in items if i.patient_uuid}
        wanted |= there.keys()
        for uuid in wanted - people.keys():
            with suppress(Gone):  # whoever was removed meanwhile is not on the board
                people[uuid] = patients.find(unit, uuid)
    day = tuple(
        replace(
            one,
            expected=announced.get(one.patient.uuid, NOTHING_ANNOUNCED),
            reason=reasons.get(one.patient.uuid, ""),
        )
        for one in sort_day(people, items, rows, midnight, there)
    )
    return Board(day, levels([row.instance_uid for one in day for row in one.rows]))
