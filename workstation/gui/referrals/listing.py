"""What the Referrals page shows, read off the GUI thread as frozen values. Nothing is written, nobody is ever left out."""

from dataclasses import dataclass
from datetime import date

from resources.grading.outcome import Decision
from resources.store import opinions, patients, referrals, studies
from resources.store.referrals import ReferralRow
from resources.store.rows import InstanceRow, PatientRow
from resources.store.store import Store
from workstation.gui.tiles import Levels, seen
from workstation.gui.today.board import ReadLevels


@dataclass(frozen=True)
class ReferralView:
    """One person to be seen: what was decided then, what stands now, and the pictures of that visit."""

    row: ReferralRow
    patient: PatientRow
    decision: Decision
    pictures: tuple[InstanceRow, ...]
    days: int
    """Whole camp days since it was decided."""


@dataclass(frozen=True)
class Listing:
    """Everybody, the urgent first, then who waits longest."""

    views: tuple[ReferralView, ...]
    levels: Levels
    today: date


def read_referrals(store: Store, levels: ReadLevels) -> Listing:
    """All open referrals of all days."""
    today = store.clock().astimezone(store.zone).date()
    views = []
    with store.read() as unit:
        for row in referrals.open_ones(unit):
            patient = patients.find(unit, row.patient_uuid)
            theirs = [one for one in studies.of_patient(unit, patient.uuid) if one.day(store.zone) == row.day]
            pictures = seen(picture for study in theirs for picture in study.instances)
            decision = opinions.decision_of(unit, patient.uuid, row.day)
            days = (today - row.decided_at.astimezone(store.zone).date()).days
            views.append(ReferralView(row, patient, decision, pictures, max(0, days)))
    return Listing(tuple(views), levels([row.instance_uid for view in views for row in view.pictures]), today)


def fits(view: ReferralView, text: str) -> bool:
    """Whether a name, number, village or phone begins with what was typed."""
    details = view.patient.details
    said = " ".join([view.patient.name, details.native_name, details.village, view.patient.number or ""]).casefold()
    phone = "".join(digit for digit in details.phone if digit.isdigit())
    wanted = text.casefold().split()
    digits = "".join(digit for digit in text if digit.isdigit())
    return all(part in said for part in wanted) or bool(digits and digits in phone)
