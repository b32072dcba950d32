"""Whom somebody must still speak to, across all days: who was referred and not told, and who holds a letter that is not true.

It is the list to call from and the loose ends of the day's end. It reads; nothing leaves it but by what a named person does
(hazards HZ-04, HZ-28).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from resources.grading.schemes import Outcome
from resources.store import letters, patients, referrals
from resources.store.rows import PatientRow
from resources.store.store import Unit


class Why(StrEnum):
    """What is left to do."""

    NOT_TOLD = "not-told"
    LETTER = "letter"
    """Told or not: the paper in their hands says something else than what stands now."""


@dataclass(frozen=True, slots=True)
class Call:
    """One person to speak to. ``days``: whole camp days since it was decided, or printed."""

    patient: PatientRow
    why: Why
    outcome: Outcome
    day: date
    since: datetime
    days: int

    @property
    def is_urgent(self) -> bool:
        """Whether it cannot wait for months."""
        return self.outcome is Outcome.URGENT


def listed(unit: Unit) -> list[Call]:
    """Everybody to speak to: the urgent first, then who waits longest; each person once for each reason."""
    waiting = [row for row in referrals.open_ones(unit) if row.told_at is None]
    found = [_call(unit, row.patient_uuid, Why.NOT_TOLD, row.outcome, row.day, row.decided_at) for row in waiting]
    now = {(row.patient_uuid, row.day): row.outcome for row in referrals.open_ones(unit)}
    for letter in letters.out_of_date(unit):
        outcome = now.get((letter.patient_uuid, letter.day), letter.outcome)
        found.append(_call(unit, letter.patient_uuid, Why.LETTER, outcome, letter.day, letter.printed_at))
    return sorted(found, key=lambda call: (-call.is_urgent, call.since))


def _call(unit: Unit, patient_uuid: str, why: Why, outcome: Outcome, day: date, since: datetime) -> Call:
    zone = unit.store.zone
    days = (unit.now.astimezone(zone).date() - since.astimezone(zone).date()).days
    return Call(patients.find(unit, patient_uuid), why, outcome, day, since, max(0, days))
