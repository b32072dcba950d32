"""What waits in the Inbox, read off the GUI thread: pictures by camera and minute, things kept aside, and who was about.

Frozen values out; nothing is filed here.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from resources.problems import NotFound
from resources.store import filing, patients, studies, turns, workitems
from resources.store.rows import HeldRow, InstanceRow, PatientRow, StudyRow, TurnRow, WorkitemRow
from resources.store.store import Store, Unit
from resources.terms import WorkitemState
from resources.wire.dates import moment_of
from resources.wire.header import Identity
from workstation.gui.inbox.suggestions import AtCamera, Candidate, Evidence

MOST_PEOPLE = 20_000
ODD_CLOCK = timedelta(hours=12)
"""A camera's clock that is further off says nothing about who was there."""


@dataclass(frozen=True, slots=True)
class Item:
    """One picture that waits, with what its sender said."""

    row: InstanceRow
    identity: Identity
    why: str

    @property
    def uid(self) -> str:
        """What it is called."""
        return self.row.instance_uid


@dataclass(frozen=True, slots=True)
class Group:
    """What one camera sent within one minute."""

    sender: str
    minute: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The whole Inbox at one moment."""

    groups: tuple[Group, ...] = ()
    held: tuple[HeldRow, ...] = ()
    hidden: tuple[InstanceRow, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All pictures, in the order they are listed."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def count(self) -> int:
        """What the rail says."""
        return len(self.items) + len(self.held)


def read_inbox(store: Store) -> Waiting:
    """The Inbox as it is now."""
    with store.read() as unit:
        waiting, held = studies.inbox(unit), filing.held(unit)
        hidden = [row for row in studies.hidden(unit) if row.patient_uuid is None]
        items = [item for study in waiting for item in items_of(study)]
        named = any(item.identity.name or item.identity.patient_id for item in items)
        people = _people(unit, everybody=named) if items else ()
    return Waiting(grouped(items, store.zone), tuple(held), tuple(hidden), tuple(people))


def items_of(study: StudyRow) -> list[Item]:
    """The pictures of a study that nobody owns."""
    identity = Identity(**{name: study.identity.get(name, "") for name in Identity.__dataclass_fields__})
    return [Item(row, identity, study.unmatched or "") for row in study.instances if row.digest and not row.hidden]


def grouped(items: Iterable[Item], zone: tzinfo) -> tuple[Group, ...]:
    """By sender and minute of arrival, the newest group first, each in the order it came."""
    groups: dict[tuple[datetime, str], list[Item]] = {}
    for item in sorted(items, key=lambda one: one.row.pk):
        minute = item.row.received_at.astimezone(zone).replace(second=0, microsecond=0)
        groups.setdefault((minute, item.row.calling_ae_title), []).append(item)
    newest = sorted(groups, key=lambda key: key[0], reverse=True)
    return tuple(Group(sender, minute.strftime("%H:%M"), tuple(groups[minute, sender])) for minute, sender in newest)


def evidence_of(item: Item, zone: tzinfo) -> Evidence:
    """What speaks for anybody in this picture."""
    row = item.row
    taken = moment_of(row.acquired[:8], row.acquired[8:], "", zone) if len(row.acquired) >= 12 else None
    moments = [row.received_at]
    if taken and abs(taken - row.received_at) < ODD_CLOCK:
        moments.insert(0, taken)
    return Evidence(row.calling_ae_title, tuple(moments), item.identity)


def search(store: Store, text: str, limit: int = 4) -> list[PatientRow]:
    """Who fits the words."""
    with store.read() as unit:
        return patients.search(unit, text, limit=limit)


def _people(unit: Unit, *, everybody: bool) -> Sequence[Candidate]:
    today = datetime.combine(unit.now.astimezone(unit.store.zone).date(), time(), unit.store.zone)
    queue: dict[str, list[WorkitemRow]] = {}
    for work in workitems.since(unit, today):
        if work.patient_uuid:
            queue.setdefault(work.patient_uuid, []).append(work)
    rows = patients.listed(unit, limit=MOST_PEOPLE) if everybody else _found(unit, queue)
    there: dict[str, list[TurnRow]] = {}
    for turn in turns.since(unit, today):
        there.setdefault(turn.patient_uuid, []).append(turn)
    return [_candidate(unit, row, queue.get(row.uuid, []), there.get(row.uuid, [])) for row in rows]


def _found(unit: Unit, uuids: Iterable[str]) -> Sequence[PatientRow]:
    rows = []
    for uuid in uuids:
        with suppress(NotFound):  # somebody who was removed meanwhile
            rows.append(patients.find(unit, uuid))
    return rows


def _candidate(unit: Unit, row: PatientRow, works: Sequence[WorkitemRow], theirs: Sequence[TurnRow]) -> Candidate:
    stays = [AtCamera(turn.station_ae_title, turn.began_at, turn.ended_at) for turn in theirs]
    waiting = [work.scheduled_at for work in works if work.state == WorkitemState.SCHEDULED]
    taken = _pictures(unit, row) if works else ()
    return Candidate(row, tuple(stays), min(waiting, default=None), taken)


def _pictures(unit: Unit, row: PatientRow) -> tuple[InstanceRow, ...]:
    today = unit.now.astimezone(unit.store.zone).date()
    rows = [one for study in studies.of_patient(unit, row.uuid) for one in study.instances]
    fresh = [one for one in rows if one.received_at.astimezone(unit.store.zone).date() == today]
    return tuple(one for one in fresh if one.digest and not one.hidden)
