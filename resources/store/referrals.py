"""Who must be seen by somebody: decided, told, attended.

A referral leaves the list by being attended or by a named person's reason. Nothing closes one by itself: not a milder grade, not
headquarters, not the clock (hazard HZ-04). A more urgent outcome opens it again and has not been told yet.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.model import Patient, Referral
from resources.problems import Conflict, Invalid, NotFound
from resources.store import changes
from resources.store.prepared import Prepared
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, Origin

table = Referral.__table__
people = Patient.__table__
REFERRED = (Outcome.REFER, Outcome.URGENT)
_URGENT = Prepared(
    select(people.c.uuid)
    .join(table, table.c.patient_pk == people.c.pk)
    .where(table.c.closed_at.is_(None), table.c.outcome == Outcome.URGENT.word)
)
"""Asked before every request of a pass."""
DIED = "died"
"""The reason after which nobody is called again."""


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One person to be seen. Times are empty until the thing happened."""

    uuid: str
    patient_uuid: str
    day: date
    outcome: Outcome
    rule: str
    decided_at: datetime
    decided_by: str
    told_at: datetime | None
    told_by: str
    told_how: str
    attended_at: datetime | None
    attended_by: str
    closed_at: datetime | None
    closed_by: str
    closed_why: str
    version: int

    @property
    def is_urgent(self) -> bool:
        """Whether it cannot wait for months."""
        return self.outcome is Outcome.URGENT


def follow(unit: Unit, patient: PatientRow, day: date, decision: Decision) -> ReferralRow | None:
    """What a decision means for the list: a new referral, a more urgent one, or nothing; never a milder one, never an end."""
    if decision.outcome not in REFERRED:
        return None
    known = _of_visit(unit, patient, day)
    if known is None:
        return _decide(unit, patient, day, decision)
    if decision.outcome <= known.outcome and known.closed_at is None:
        return known
    values: dict[str, Any] = {"outcome": decision.outcome.word, "rule": decision.rule[:64]}
    if decision.outcome > known.outcome:
        values |= {"told_at": None, "told_by": "", "told_how": "", "attended_at": None, "attended_by": ""}
        values |= {"decided_at": unit.now, "decided_by": unit.actor, **_OPEN}
        return _amend(unit, known, values)
    return known


def seen_elsewhere(unit: Unit, patient: PatientRow, day: date, decision: Decision) -> ReferralRow | None:
    """Headquarters, by its own reading, says that somebody must be seen whose referral had ended: on the list again."""
    known = _of_visit(unit, patient, day)
    if known is None or known.closed_at is None or known.attended_at is not None or decision.outcome not in REFERRED:
        return known
    if known.closed_why == DIED:
        return known
    return _amend(unit, known, {"told_at": None, "told_by": "", "told_how": "", "decided_at": unit.now, **_OPEN})


def bring(unit: Unit, patient: PatientRow, said: ReferralRow) -> ReferralRow:
    """What another station of ours says of a referral, under the name that it has there.

    It may be new here, more urgent, or told; it is never milder, and it closes none that is open here (HZ-04). Raises Conflict
    for one that is of somebody else here.
    """
    rows = _rows(unit, table.c.uuid == said.uuid)
    if not rows:
        return _as_it_is(unit, patient, said)
    [known] = rows
    if known.patient_uuid != patient.uuid:
        raise Conflict("This referral is of somebody else here.")
    if said.outcome > known.outcome:
        told = {"told_at": said.told_at, "told_by": said.told_by, "told_how": said.told_how}
        again = {"attended_at": None, "attended_by": "", **_OPEN}
        return _amend(unit, known, {"outcome": said.outcome.word, "rule": said.rule, **told, **again})
    if said.outcome == known.outcome and said.told_at and known.told_at is None:
        return _amend(unit, known, {"told_at": said.told_at, "told_by": said.told_by, "told_how": said.told_how})
    return known


def take_over(unit: Unit, patient: PatientRow, said: ReferralRow) -> ReferralRow:
    """What another station of ours says now of a referral that it has looked at here: told, attended, ended, or open again.

    Only what a named person said there ends one, and no outcome gets milder (HZ-04). Raises Conflict.
    """
    rows = _rows(unit, table.c.uuid == said.uuid)
    if not rows:
        return _as_it_is(unit, patient, said)
    [known] = rows
    if known.patient_uuid != patient.uuid or known.day != said.day:
        raise Conflict("This referral is of somebody else here.")
    if said.outcome < known.outcome:
        raise Conflict("A referral gets no milder.")
    if said.closed_at is not None and not said.closed_by.strip():
        raise Conflict("Nobody has ended this referral.")
    values: dict[str, Any] = {
        name: getattr(said, name) for name in _TOLD_ELSEWHERE if getattr(said, name) != getattr(known, name)
    }
    if said.outcome > known.outcome:
        values["outcome"] = said.outcome.word
    return _amend(unit, known, values) if values else known


def _as_it_is(unit: Unit, patient: PatientRow, said: ReferralRow) -> ReferralRow:
    own = ("patient_uuid", "outcome", "version")
    values = {name: getattr(said, name) for name in ReferralRow.__dataclass_fields__ if name not in own}
    unit.execute(insert(Referral).values(patient_pk=patient.pk, outcome=said.outcome.word, version=1, **values))
    _record(unit, said.uuid, Operation.CREATE, 1, {"patient": patient.uuid, "outcome": said.outcome.word})
    return find(unit, said.uuid)


_TOLD_ELSEWHERE = (
    "rule", "decided_at", "decided_by", "told_at", "told_by", "told_how", "attended_at", "attended_by", "closed_at", "closed_by",
    "closed_why",
)  # fmt: skip
_OPEN = {"closed_at": None, "closed_by": "", "closed_why": ""}


def _decide(unit: Unit, patient: PatientRow, day: date, decision: Decision) -> ReferralRow:
    uuid = unit.new_uuid()
    values = {
        "uuid": uuid,
        "patient_pk": patient.pk,
        "day": day,
        "outcome": decision.outcome.word,
        "rule": decision.rule[:64],
        "decided_at": unit.now,
        "decided_by": unit.actor,
    }
    unit.execute(insert(Referral).values(**values))
    _record(unit, uuid, Operation.CREATE, 1, {"patient": patient.uuid, "outcome": decision.outcome.word})
    return find(unit, uuid)


def find(unit: Unit, uuid: str) -> ReferralRow:
    """By uuid. Raises NotFound."""
    found = _rows(unit, table.c.uuid == uuid)
    if not found:
        raise NotFound("There is no such referral.")
    return found[0]


def open_ones(unit: Unit) -> list[ReferralRow]:
    """Everybody who must still be seen: urgent first, then who waits longest, across all days."""
    return sorted(_rows(unit, table.c.closed_at.is_(None)), key=lambda row: (-row.outcome, row.decided_at))


def of_patient(unit: Unit, patient: PatientRow) -> list[ReferralRow]:
    """A person's referrals, the newest visit first."""
    return sorted(_rows(unit, table.c.patient_pk == patient.pk), key=lambda row: row.day, reverse=True)


def urgent_people(unit: Unit) -> frozenset[str]:
    """The people, by uuid, with an open urgent referral."""
    return frozenset(row.uuid for row in unit.run(_URGENT))


def urgent_not_told(unit: Unit) -> list[ReferralRow]:
    """The people whom nobody has told yet that it is urgent; a camp does not close over them unnoticed."""
    return [row for row in open_ones(unit) if row.is_urgent and row.told_at is None]


def tell(unit: Unit, uuid: str, how: str) -> ReferralRow:
    """A named person told them, in a way that is said. Raises Conflict when somebody did before."""
    row = find(unit, uuid)
    _must_be_named(unit)
    if row.told_at:
        raise Conflict(f"{row.told_by} has told them already.")
    if not how.strip():
        raise Invalid("Say how they were told: in person, by phone, or through whom.")
    return _amend(unit, row, {"told_at": unit.now, "told_by": unit.actor, "told_how": how.strip()[:32]})


def untell(unit: Unit, uuid: str) -> ReferralRow:
    """It was not so: they were not told."""
    row = find(unit, uuid)
    _must_be_named(unit)
    return _amend(unit, row, {"told_at": None, "told_by": "", "told_how": ""})


def attend(unit: Unit, uuid: str) -> ReferralRow:
    """They were seen; that ends it."""
    row = find(unit, uuid)
    _must_be_named(unit)
    values = {"attended_at": unit.now, "attended_by": unit.actor, "closed_at": unit.now, "closed_by": unit.actor}
    return _amend(unit, row, {**values, "closed_why": "attended"})


def close(unit: Unit, uuid: str, why: str) -> ReferralRow:
    """A named person ends it for a reason."""
    row = find(unit, uuid)
    _must_be_named(unit)
    if not why.strip():
        raise Invalid("Say why this person need not be seen.")
    return _amend(unit, row, {"closed_at": unit.now, "closed_by": unit.actor, "closed_why": why.strip()[:256]})


def reopen(unit: Unit, uuid: str) -> ReferralRow:
    """It is not over after all."""
    return _amend(unit, find(unit, uuid), {**_OPEN, "attended_at": None, "attended_by": ""})


def _must_be_named(unit: Unit) -> None:
    if unit.origin is not Origin.PERSON or unit.actor in ("", "person"):
        raise Invalid("Only a named person can say that.")


def _of_visit(unit: Unit, patient: PatientRow, day: date) -> ReferralRow | None:
    found = _rows(unit, (table.c.patient_pk == patient.pk) & (table.c.day == day))
    return found[-1] if found else None


def _amend(unit: Unit, row: ReferralRow, values: dict[str, Any]) -> ReferralRow:
    version = row.version + 1
    unit.execute(update(Referral).where(table.c.uuid == row.uuid).values(version=version, **values))
    _record(unit, row.uuid, Operation.AMEND, version, {"patient": row.patient_uuid, **_said(values)})
    return find(unit, row.uuid)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def _record(unit: Unit, uuid: str, operation: Operation, version: int, snapshot: dict[str, Any]) -> None:
    changes.record(unit, Kind.REFERRAL, uuid, operation, version=version, snapshot=snapshot)


def _rows(unit: Unit, where: Any) -> list[ReferralRow]:
    query = select(table, people.c.uuid.label("patient_uuid")).join(people, table.c.patient_pk == people.c.pk)
    return [_row(row._mapping) for row in unit.execute(query.where(where).order_by(table.c.pk))]


def _row(row: Any) -> ReferralRow:
    values = {name: row[name] for name in ReferralRow.__dataclass_fields__ if name != "outcome"}
    return ReferralRow(outcome=Outcome[str(row["outcome"]).upper()], **values)
