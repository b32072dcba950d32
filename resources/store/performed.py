"""Modality Performed Procedure Steps (PS3.4 annex F): what a camera says it did, and how many pictures to expect from it.

It moves the workitem on, and never says who is at the camera: that only a person does (hazard HZ-01).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select, update

from resources.model import Instance, Patient, PerformedStep, Workitem
from resources.problems import Conflict, NotFound
from resources.store import changes, patients, turns, workitems
from resources.store.rows import WorkitemRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, StepState, WorkitemState

table = PerformedStep.__table__
instances = Instance.__table__
people = Patient.__table__
items_table = Workitem.__table__
_WORKITEM = {
    StepState.COMPLETED: WorkitemState.COMPLETED,
    StepState.DISCONTINUED: WorkitemState.CANCELED,
}


@dataclass(frozen=True, slots=True)
class PerformedRow:
    """One step as it stands."""

    step_uid: str
    workitem_uid: str
    patient_uuid: str | None
    station_ae_title: str
    state: StepState
    announced: tuple[str, ...]
    attributes: Mapping[str, Any]
    began_at: datetime
    ended_at: datetime | None


class Begun(NamedTuple):
    """What N-CREATE says. ``study_uid`` is of the first scheduled step, the number of whom the camera believes there."""

    step_uid: str
    station_ae_title: str
    study_uid: str
    patient_number: str
    attributes: Mapping[str, Any]


def begin(unit: Unit, said: Begun, announced: Sequence[str]) -> PerformedRow:
    """N-CREATE. Raises Conflict for a step that is known (PS3.7 10.1.5.1.6)."""
    if unit.execute(select(table.c.pk).where(table.c.step_uid == said.step_uid)).first():
        raise Conflict("There is a performed step with this UID already.")
    item = _workitem_of(unit, said)
    owner = patients.by_number(unit, said.patient_number) if said.patient_number else None
    if owner is None and item is not None and item.patient_uuid:
        owner = patients.find(unit, item.patient_uuid)
    unit.execute(
        insert(PerformedStep).values(
            step_uid=said.step_uid,
            workitem_uid=item.workitem_uid if item else "",
            patient_pk=owner.pk if owner else None,
            station_ae_title=said.station_ae_title[:16],
            state=StepState.IN_PROGRESS.value,
            announced=list(announced),
            attributes=dict(said.attributes),
            began_at=unit.now,
        )
    )
    _record(unit, said.step_uid, Operation.CREATE, StepState.IN_PROGRESS, announced)
    if item is not None and item.state == WorkitemState.SCHEDULED:
        workitems.move(unit, item.workitem_uid, WorkitemState.IN_PROGRESS, station_ae_title=said.station_ae_title)
    return step(unit, said.step_uid)


def amend(
    unit: Unit, step_uid: str, attributes: Mapping[str, Any], announced: Sequence[str], state: StepState | None
) -> PerformedRow:
    """N-SET. Raises NotFound, and Conflict for a step that has ended (PS3.4 F.7.2.2.2)."""
    row = step(unit, step_uid)
    if row.state is not StepState.IN_PROGRESS:
        raise Conflict("This performed step has ended.")
    after = state or row.state
    whole = tuple(dict.fromkeys((*row.announced, *announced)))
    values: dict[str, Any] = {
        "attributes": {**row.attributes, **attributes},
        "announced": list(whole),
        "state": after.value,
        "version": table.c.version + 1,
    }
    if after is not StepState.IN_PROGRESS:
        values["ended_at"] = unit.now
    unit.execute(update(PerformedStep).where(table.c.step_uid == step_uid).values(**values))
    _record(unit, step_uid, Operation.AMEND, after, whole)
    if after in _WORKITEM and row.workitem_uid:
        _move_on(unit, row.workitem_uid, _WORKITEM[after])
    return step(unit, step_uid)


def step(unit: Unit, step_uid: str) -> PerformedRow:
    """By UID. Raises NotFound."""
    found = _rows(unit, table.c.step_uid == step_uid)
    if not found:
        raise NotFound("There is no such performed step.")
    return found[0]


def of_workitem(unit: Unit, workitem_uid: str) -> list[PerformedRow]:
    """What was done for a workitem, oldest first."""
    return _rows(unit, table.c.workitem_uid == workitem_uid) if workitem_uid else []


def of_patient(unit: Unit, patient_key: str, since: datetime) -> list[PerformedRow]:
    """What cameras did with a person since then, oldest first."""
    owner = patients.find(unit, patient_key)
    return _rows(unit, (table.c.patient_pk == owner.pk) & (table.c.began_at >= since))


class Expected(NamedTuple):
    """How many pictures cameras announced, and which of them are not here (hazard HZ-06)."""

    announced: int
    missing: tuple[str, ...]


def expected(unit: Unit, rows: Sequence[PerformedRow]) -> Expected:
    """Counted over steps that were not discontinued. A picture that waits in the Inbox is here."""
    uids = list(dict.fromkeys(uid for row in rows if row.state is not StepState.DISCONTINUED for uid in row.announced))
    known = select(instances.c.instance_uid).where(instances.c.instance_uid.in_(uids), instances.c.digest.is_not(None))
    here = {row[0] for row in unit.execute(known)} if uids else set()
    return Expected(len(uids), tuple(uid for uid in uids if uid not in here))


def expected_since(unit: Unit, moment: datetime) -> dict[str, Expected]:
    """What cameras announced of each person in steps that began since then."""
    steps: dict[str, list[PerformedRow]] = defaultdict(list)
    for row in _rows(unit, table.c.began_at >= moment):
        if row.patient_uuid and row.announced:
            steps[row.patient_uuid].append(row)
    return {uuid: expected(unit, theirs) for uuid, theirs in steps.items()}


def _workitem_of(unit: Unit, said: Begun) -> WorkitemRow | None:
    """The workitem whose study it names, or else of whoever is at that camera with that number."""
    by_study = select(items_table.c.workitem_uid).where(items_table.c.study_uid == said.study_uid)
    found = unit.execute(by_study.order_by(items_table.c.pk.desc())).first() if said.study_uid else None
    if found is not None:
        return workitems.workitem(unit, found.workitem_uid)
    turn = turns.at(unit, said.station_ae_title)
    owner = patients.by_number(unit, said.patient_number) if said.patient_number else None
    if turn is None or owner is None or owner.uuid != turn.patient_uuid:
        return None
    return workitems.workitem(unit, turn.workitem_uid)


def _move_on(unit: Unit, workitem_uid: str, state: WorkitemState) -> None:
    item = workitems.workitem(unit, workitem_uid)
    if item.state == WorkitemState.SCHEDULED and state is WorkitemState.COMPLETED:
        item = workitems.move(unit, workitem_uid, WorkitemState.IN_PROGRESS)
    if state in workitems.NEXT[WorkitemState(item.state)]:
        workitems.move(unit, workitem_uid, state)


def _record(unit: Unit, uid: str, operation: Operation, state: StepState, announced: Sequence[str]) -> None:
    snapshot = {"state": state.value, "announced": len(announced)}
    changes.record(unit, Kind.PERFORMED_STEP, uid, operation, version=1, snapshot=snapshot)


def _rows(unit: Unit, where: Any) -> list[PerformedRow]:
    query = select(table, people.c.uuid.label("patient_uuid")).outerjoin(people, table.c.patient_pk == people.c.pk)
    return [
        PerformedRow(
            row.step_uid,
            row.workitem_uid,
            row.patient_uuid,
            row.station_ae_title,
            StepState(row.state),
            tuple(row.announced),
            row.attributes,
            row.began_at,
            row.ended_at,
        )
        for row in unit.execute(query.where(where).order_by(table.c.pk))
    ]
