"""When the eyes of a baby born too early are due (hazard HZ-30): by rule the first time, then on the day that a person set.

Nobody leaves the list of those who are late but by a picture and a next day, or by a person who says that there is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import func

from resources.model import Patient
from resources.store import patients, studies
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.wire.prematurity import FirstExamination

table = Patient.__table__
GESTATION, WEIGHT = "gestation_days", "birth_weight"
"""Where ``PatientDetails.extra`` keeps them: days at birth, and grams."""
NEXT, SET_ON = "next_examination", "next_examination_set_on"
"""The day that a person set, empty where there is to be none, and the camp's day on which they said so."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """One baby. Without ``due`` it was looked at and nobody has said when again; ``days`` are since then."""

    patient: PatientRow
    due: date | None
    days: int


def gestation_of(patient: PatientRow) -> int | None:
    """Days at birth, where somebody wrote them down."""
    said = patient.details.extra.get(GESTATION)
    return said if isinstance(said, int) and not isinstance(said, bool) else None


class Due(StrEnum):
    """What is known of the next examination of a baby."""

    SET = "set"
    """There is a day: of the rule, or one that a person set."""
    NONE = "none"
    """A person said that there is to be none."""
    OPEN = "open"
    """It was looked at, or too little is known for the rule, and nobody has said when."""


def next_of(unit: Unit, baby: PatientRow, rule: FirstExamination) -> tuple[Due, date | None]:
    """What is known, and the day where there is one."""
    return _next(baby, rule, _looked_at(unit, baby))


def _next(baby: PatientRow, rule: FirstExamination, looked_at: Sequence[date]) -> tuple[Due, date | None]:
    due = due_of(baby, rule)
    if due is None and _day(baby, SET_ON) is not None:
        return Due.NONE, None
    return (Due.OPEN, None) if due is None or looked_at else (Due.SET, due)


def due_of(patient: PatientRow, rule: FirstExamination) -> date | None:
    """The day that was set, or that of the first examination; ``None`` where there is to be none, or too little is known."""
    if _day(patient, SET_ON) is not None:
        return _day(patient, NEXT)
    gestation, born = gestation_of(patient), patient.details.birth_date
    return rule.due(born, gestation) if gestation is not None and born is not None else None


def plan(unit: Unit, patient_key: str, day: date | None) -> Mapping[str, Any]:
    """From now on that is the day; ``None``: no further examination. What was kept before, for ``put_back``."""
    before = patients.find(unit, patient_key).details
    today = unit.now.astimezone(unit.store.zone).date()
    said = {NEXT: day.isoformat() if day else "", SET_ON: today.isoformat()}
    patients.amend(unit, patient_key, before._replace(extra={**before.extra, **said}))
    return {name: before.extra[name] for name in (NEXT, SET_ON) if name in before.extra}


def put_back(unit: Unit, patient_key: str, kept: Mapping[str, Any]) -> None:
    """As it was before ``plan``."""
    now = patients.find(unit, patient_key).details
    rest = {name: value for name, value in now.extra.items() if name not in (NEXT, SET_ON)}
    patients.amend(unit, patient_key, now._replace(extra={**rest, **kept}))


def overdue(unit: Unit, rule: FirstExamination) -> list[Overdue]:
    """The longest overdue first; after them those for whom no next day is set."""
    is_baby = func.json_extract(table.c.extra, f"$.{GESTATION}").is_not(None)
    babies = patients.listed(unit, is_baby, limit=patients.count(unit))
    late = [one for baby in babies if (one := _late(unit, baby, rule)) is not None]
    return sorted(late, key=lambda one: (one.due or date.max, one.patient.pk))


def _late(unit: Unit, baby: PatientRow, rule: FirstExamination) -> Overdue | None:
    today = unit.now.astimezone(unit.store.zone).date()
    days = _looked_at(unit, baby)
    known, due = _next(baby, rule, days)
    if known is Due.OPEN and days:
        return Overdue(baby, None, max(0, (today - max(days)).days))
    return Overdue(baby, due, (today - due).days) if due is not None and due < today else None


def _looked_at(unit: Unit, baby: PatientRow) -> list[date]:
    """The days with pictures, after the one on which a person set the next."""
    zone, since = unit.store.zone, _day(baby, SET_ON)
    found = studies.of_patient(unit, baby.uuid)
    days = [study.day(zone) for study in found if any(row.digest and not row.hidden for row in study.instances)]
    return [day for day in days if since is None or day > since]


def _day(patient: PatientRow, name: str) -> date | None:
    said = patient.details.extra.get(name)
    return date.fromisoformat(said) if isinstance(said, str) and said else None
