"""Babies whose eyes are due and were not photographed (hazard HZ-30). It reads; nobody leaves the list but by a picture."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func

from resources.model import Patient
from resources.store import patients, studies
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.wire.prematurity import FirstExamination

table = Patient.__table__
GESTATION, WEIGHT = "gestation_days", "birth_weight"
"""Where ``PatientDetails.extra`` keeps them: days at birth, and grams."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """One baby, and how many camp days ago the eyes should have been looked at."""

    patient: PatientRow
    due: date
    days: int


def gestation_of(patient: PatientRow) -> int | None:
    """Days at birth, where somebody wrote them down."""
    said = patient.details.extra.get(GESTATION)
    return said if isinstance(said, int) and not isinstance(said, bool) else None


def first_due(patient: PatientRow, rule: FirstExamination) -> date | None:
    """The day of the first examination; ``None`` where birth or gestation is not known."""
    gestation, born = gestation_of(patient), patient.details.birth_date
    return rule.due(born, gestation) if gestation is not None and born is not None else None


def overdue(unit: Unit, rule: FirstExamination) -> list[Overdue]:
    """The longest overdue first."""
    today = unit.now.astimezone(unit.store.zone).date()
    babies = patients.listed(unit, func.json_extract(table.c.extra, f"$.{GESTATION}").is_not(None))
    dated = [(due, baby) for baby in babies if (due := first_due(baby, rule)) is not None and due < today]
    late = [Overdue(baby, due, (today - due).days) for due, baby in dated if not _was_seen(unit, baby)]
    return sorted(late, key=lambda one: (one.due, one.patient.pk))


def _was_seen(unit: Unit, baby: PatientRow) -> bool:
    return any(
        row.digest and not row.hidden for study in studies.of_patient(unit, baby.uuid) for row in study.instances
    )
