"""A workitem as the data set of a Unified Procedure Step (PS3.4 CC.2.5): what its client said of it, and what the station knows.

State and people come from the station's own columns, so that the camera's worklist, the screen and UPS-RS always agree. The
Transaction UID is never part of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from resources.model import Workitem
from resources.problems import NotFound
from resources.store import copies, patients
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.wire.dicomjson import Json, name_json
from resources.wire.dictionary import vr_of

UPS_CLASS = "1.2.840.10008.5.1.4.34.6.1"
STATE, TRANSACTION_UID, READINESS = "00741000", "00081195", "00404041"
table = Workitem.__table__


@dataclass(frozen=True, slots=True)
class Procedure:
    """One workitem, whole."""

    workitem_uid: str
    state: str
    transaction_uid: str | None
    label: str
    priority: str
    station_ae_title: str
    scheduled_at: datetime
    study_uid: str
    accession_number: str
    attributes: Mapping[str, Any]
    patient: PatientRow | None
    version: int
    changed_at: datetime


def procedure(unit: Unit, uid: str) -> Procedure:
    """By UID. Raises NotFound."""
    row = unit.execute(select(table).where(table.c.workitem_uid == uid)).first()
    if row is None:
        raise NotFound("There is no such workitem.")
    return _procedure(unit, row)


def procedures(unit: Unit) -> list[Procedure]:
    """All of them, by the time they are scheduled for."""
    rows = unit.execute(select(table).order_by(table.c.scheduled_at, table.c.workitem_uid)).all()
    return [_procedure(unit, row) for row in rows]


def _procedure(unit: Unit, row: Any) -> Procedure:
    facts = {name: row._mapping[name] for name in Procedure.__dataclass_fields__ if name != "patient"}
    return Procedure(**facts, patient=patients.by_pk(unit, row.patient_pk) if row.patient_pk else None)


def data_set(one: Procedure) -> Json:
    """The data set that UPS-RS shows."""
    known = {
        "00080005": "ISO_IR 192",
        "00080016": UPS_CLASS,
        "00080018": one.workitem_uid,
        "0020000D": one.study_uid,
        "00404005": one.scheduled_at.strftime("%Y%m%d%H%M%S%z"),
        READINESS: "READY",
        STATE: one.state,
        "00741200": one.priority,
        "00741204": one.label,
    }
    said = {tag: _said(tag, value) for tag, value in (known | _person(one.patient)).items()}
    theirs = {tag: element for tag, element in one.attributes.items() if tag not in (STATE, TRANSACTION_UID)}
    ours = {tag: said[tag] for tag in ("00080016", "00080018", STATE)}
    return dict(sorted({**said, **theirs, **ours}.items()))


def _person(patient: PatientRow | None) -> dict[str, Any]:
    if patient is None:
        return {}
    known = copies.identity_of(patient)
    return {
        "00100010": name_json(known.name),
        "00100020": known.patient_id,
        "00100030": known.birth_date,
        "00100040": known.sex,
    }


def _said(tag: str, value: Any) -> Json:
    vr = vr_of(int(tag, 16))
    return {"vr": vr, "Value": [value]} if value else {"vr": vr}
