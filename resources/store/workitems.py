"""Who waits for an examination. The camera's worklist and UPS-RS show these rows; MPPS and the pictures move them on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from resources.model import Patient, Workitem
from resources.problems import Conflict, NotFound
from resources.store import changes, patients, subscriptions
from resources.store.rows import WorkitemRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, WorkitemState

table = Workitem.__table__
people = Patient.__table__
NEXT = {
    WorkitemState.SCHEDULED: {WorkitemState.IN_PROGRESS, WorkitemState.CANCELED},
    WorkitemState.IN_PROGRESS: {WorkitemState.COMPLETED, WorkitemState.CANCELED},
    WorkitemState.COMPLETED: set[WorkitemState](),
    WorkitemState.CANCELED: set[WorkitemState](),
}
"""The moves that PS3.4 table CC.1.1-2 allows."""


def schedule(unit: Unit, patient_key: str, *, label: str = "Eye screening", station_ae_title: str = "") -> WorkitemRow:
    """A person waits from now on."""
    owner = patients.find(unit, patient_key)
    uid = unit.new_uid()
    unit.execute(
        insert(Workitem).values(
            workitem_uid=uid,
            patient_pk=owner.pk,
            state=WorkitemState.SCHEDULED.value,
            label=label,
            station_ae_title=station_ae_title,
            scheduled_at=unit.now,
            study_uid=unit.new_uid(),
            created_at=unit.now,
            changed_at=unit.now,
        )
    )
    return _made(unit, uid)


@dataclass(frozen=True, slots=True)
class Request:
    """A workitem as a client asks for it. ``attributes`` is its whole data set as DICOM JSON."""

    attributes: Mapping[str, Any]
    scheduled_at: datetime
    label: str = ""
    priority: str = "MEDIUM"
    station_ae_title: str = ""
    study_uid: str = ""
    accession_number: str = ""
    patient_number: str = ""


def create(unit: Unit, uid: str, wanted: Request) -> WorkitemRow:
    """Put on the list what a client asks for. Raises Conflict for a UID in use."""
    if unit.execute(select(table.c.pk).where(table.c.workitem_uid == uid)).first():
        raise Conflict("There is a workitem with this UID already.")
    owner = patients.by_number(unit, wanted.patient_number) if wanted.patient_number else None
    unit.execute(
        insert(Workitem).values(
            workitem_uid=uid,
            patient_pk=owner.pk if owner else None,
            state=WorkitemState.SCHEDULED.value,
            label=wanted.label[:64],
            priority=wanted.priority,
            station_ae_title=wanted.station_ae_title[:16],
            scheduled_at=wanted.scheduled_at,
            study_uid=wanted.study_uid or unit.new_uid(),
            accession_number=wanted.accession_number[:16],
            attributes=dict(wanted.attributes),
            created_at=unit.now,
            changed_at=unit.now,
        )
    )
    return _made(unit, uid)


def bring(unit: Unit, patient_key: str, said: WorkitemRow) -> WorkitemRow:
    """An appointment of another station of ours: new here, or further on than it is here; it never goes back.

    Raises Conflict for one that is of somebody else here.
    """
    owner = patients.find(unit, patient_key)
    known = _rows(unit, table.c.workitem_uid == said.workitem_uid)
    if not known:
        _put(unit, owner.pk, said)
        return workitem(unit, said.workitem_uid)
    if known[0].patient_uuid != owner.uuid:
        raise Conflict("This appointment is of somebody else here.")
    if _ORDER.index(said.state) > _ORDER.index(known[0].state) and NEXT[WorkitemState(known[0].state)]:
        times = {"started_at": said.started_at, "ended_at": said.ended_at, "changed_at": unit.now}
        values = {"state": said.state, "version": known[0].version + 1, **times}
        unit.execute(update(Workitem).where(table.c.workitem_uid == said.workitem_uid).values(**values))
        _say(unit, said, Operation.AMEND, known[0].version + 1)
        subscriptions.report(unit, said.workitem_uid, subscriptions.STATE_REPORT)
    return workitem(unit, said.workitem_uid)


_ORDER = [state.value for state in WorkitemState]


def _put(unit: Unit, patient_pk: int, said: WorkitemRow) -> None:
    times = {"scheduled_at": said.scheduled_at, "started_at": said.started_at, "ended_at": said.ended_at}
    unit.execute(
        insert(Workitem).values(
            workitem_uid=said.workitem_uid,
            patient_pk=patient_pk,
            state=said.state,
            label="Eye screening",
            study_uid=said.study_uid or unit.new_uid(),
            created_at=unit.now,
            changed_at=unit.now,
            **times,
        )
    )
    _say(unit, said, Operation.CREATE, 1)
    subscriptions.born(unit, said.workitem_uid)


def _say(unit: Unit, said: WorkitemRow, operation: Operation, version: int) -> None:
    facts = {"state": said.state}
    changes.record(unit, Kind.WORKITEM, said.workitem_uid, operation, version=version, snapshot=facts)


def _made(unit: Unit, uid: str) -> WorkitemRow:
    changes.record(unit, Kind.WORKITEM, uid, Operation.CREATE, version=1, snapshot={"state": WorkitemState.SCHEDULED})
    subscriptions.born(unit, uid)
    return workitem(unit, uid)


def amend(unit: Unit, uid: str, attributes: Mapping[str, Any]) -> WorkitemRow:
    """Some attributes are others now; each that is given replaces the old one whole."""
    row = workitem(unit, uid)
    kept = unit.execute(select(table.c.attributes).where(table.c.workitem_uid == uid)).scalar_one()
    values = {"attributes": {**kept, **attributes}, "version": row.version + 1, "changed_at": unit.now}
    unit.execute(update(Workitem).where(table.c.workitem_uid == uid).values(**values))
    changes.record(unit, Kind.WORKITEM, uid, Operation.AMEND, version=row.version + 1, snapshot={"state": row.state})
    return workitem(unit, uid)


def workitem(unit: Unit, uid: str) -> WorkitemRow:
    """By UID. Raises NotFound."""
    found = _rows(unit, table.c.workitem_uid == uid)
    if not found:
        raise NotFound("There is no such workitem.")
    return found[0]


def since(unit: Unit, moment: datetime) -> list[WorkitemRow]:
    """Everybody who was put on the list since ``moment``, longest waiting first."""
    return _rows(unit, table.c.scheduled_at >= moment)


def open_ones(unit: Unit) -> list[WorkitemRow]:
    """Everybody who waits or is being examined, longest waiting first."""
    return _rows(unit, table.c.state.in_([WorkitemState.SCHEDULED.value, WorkitemState.IN_PROGRESS.value]))


def of_patient(unit: Unit, patient_key: str) -> list[WorkitemRow]:
    """A person's workitems, oldest first."""
    return _rows(unit, table.c.patient_pk == patients.find(unit, patient_key).pk)


def move(
    unit: Unit,
    uid: str,
    state: WorkitemState,
    *,
    station_ae_title: str | None = None,
    transaction_uid: str | None = None,
) -> WorkitemRow:
    """Move a workitem on. Raises Conflict for a step that the standard does not know.

    ``transaction_uid`` is the key of a client that claims it (PS3.4 CC.2.1.3); who else claims, a camera or a person, has none.
    """
    row = workitem(unit, uid)
    if state not in NEXT[WorkitemState(row.state)]:
        raise Conflict(f"A workitem that is {row.state} cannot become {state.value}.")
    values: dict[str, Any] = {"state": state.value, "version": row.version + 1, "changed_at": unit.now}
    values["started_at" if state is WorkitemState.IN_PROGRESS else "ended_at"] = unit.now
    if station_ae_title is not None:
        values["station_ae_title"] = station_ae_title
    if transaction_uid is not None:
        values["transaction_uid"] = transaction_uid
    unit.execute(update(Workitem).where(table.c.workitem_uid == uid).values(**values))
    changes.record(unit, Kind.WORKITEM, uid, Operation.AMEND, version=row.version + 1, snapshot={"state": state})
    subscriptions.report(unit, uid, subscriptions.STATE_REPORT)
    return workitem(unit, uid)


def _rows(unit: Unit, where: Any) -> list[WorkitemRow]:
    query = select(table, people.c.uuid.label("patient_uuid")).outerjoin(people, table.c.patient_pk == people.c.pk)
    return [
        WorkitemRow(
            workitem_uid=row.workitem_uid,
            patient_uuid=row.patient_uuid,
            state=row.state,
            station_ae_title=row.station_ae_title,
            scheduled_at=row.scheduled_at,
            started_at=row.started_at,
            ended_at=row.ended_at,
            study_uid=row.study_uid,
            version=row.version,
        )
        for row in unit.execute(query.where(where).order_by(table.c.scheduled_at, table.c.pk))
    ]
