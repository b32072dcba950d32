"""What the Referrals page shows, read off the GUI thread as frozen values. Nothing is written, nobody is ever left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from resources.grading.outcome import Decision
from resources.store import calls, evictions, examinations, letters, opinions, patients, referrals, studies
from resources.store.calls import Call, Why
from resources.store.examinations import Overdue
from resources.store.letters import LetterRow
from resources.store.opinions import OpinionRow
from resources.store.referrals import ReferralRow
from resources.store.rows import InstanceRow, PatientRow
from resources.store.store import Store, Unit
from resources.terms import Kind, Origin
from resources.wire.prematurity import FirstExamination
from sync import records
from sync.status import State
from workstation.gui.referrals.asked import AskedView, ReadAsked
from workstation.gui.tiles import Levels, seen
from workstation.gui.today.board import ReadLevels

ReadRefusal = Callable[[Unit, str], str]


@dataclass(frozen=True)
class ReferralView:
    """One person to be seen: what was decided then, what stands now, and the pictures of that visit."""

    row: ReferralRow
    patient: PatientRow
    decision: Decision
    pictures: tuple[InstanceRow, ...]
    days: int
    """Whole camp days since it was decided."""
    hq: tuple[OpinionRow, ...] = ()
    """What headquarters said of that visit, and stands."""
    letter: LetterRow | None = None
    is_letter_current: bool = False
    refused: str = ""
    """Why headquarters does not take this referral; empty while it may yet, or has it."""

    @property
    def hq_decision(self) -> Decision | None:
        """What follows from what headquarters said alone."""
        return opinions.alone([row.said for row in self.hq]) if self.hq else None


@dataclass(frozen=True)
class Listing:
    """Everybody, the urgent first, then who waits longest."""

    views: tuple[ReferralView, ...]
    levels: Levels
    today: date
    overdue: tuple[Overdue, ...] = ()
    """Babies whose first examination is late (HZ-30)."""
    papers: tuple[Call, ...] = ()
    """People who are on no list any more and hold a letter that is not true."""
    asked: tuple[AskedView, ...] = ()
    """What headquarters asks to be read."""


def read_referrals(
    store: Store,
    levels: ReadLevels,
    rule: FirstExamination,
    asks: ReadAsked = lambda _: (),
    refuses: ReadRefusal = lambda *_: "",
) -> Listing:
    """All open referrals of all days, what headquarters ``asks``, and why it ``refuses`` one."""
    today = store.clock().astimezone(store.zone).date()
    with store.read() as unit:
        views = tuple(_view(unit, row, today, refuses(unit, row.uuid)) for row in referrals.open_ones(unit))
        listed = {view.patient.uuid for view in views}
        papers = [call for call in calls.listed(unit) if call.why is Why.LETTER and call.patient.uuid not in listed]
        late = tuple(examinations.overdue(unit, rule))
        asked = asks(unit)
    pictures = [*(view.pictures for view in views), *(view.pictures for view in asked)]
    uids = [row.instance_uid for some in pictures for row in some]
    return Listing(views, levels(uids), today, late, tuple(papers), asked)


def _view(unit: Unit, row: ReferralRow, today: date, refused: str) -> ReferralView:
    patient, zone = patients.find(unit, row.patient_uuid), unit.store.zone
    theirs = [one for one in evictions.marked(unit, studies.of_patient(unit, patient.uuid)) if one.day(zone) == row.day]
    said = opinions.standing(opinions.of_visit(unit, patient, row.day))
    letter = letters.last_of(unit, patient, row.day)
    return ReferralView(
        row,
        patient,
        opinions.decision_of(unit, patient.uuid, row.day),
        seen(picture for study in theirs for picture in study.instances),
        max(0, (today - row.decided_at.astimezone(zone).date()).days),
        tuple(one for one in said if one.origin is Origin.HQ),
        letter,
        is_letter_current=letter is not None and letters.is_current(unit, letter),
        refused=refused,
    )


def read_refusal(unit: Unit, uuid: str) -> str:
    """Why headquarters does not take that referral, as sync wrote it down; empty while it may yet, or has it."""
    record = records.find(unit, Kind.REFERRAL, uuid)
    return record.sentence if record is not None and record.state is State.ATTENTION else ""


def fits(view: ReferralView, text: str) -> bool:
    """Whether a name, number, village or phone begins with what was typed."""
    details = view.patient.details
    said = " ".join([view.patient.name, details.native_name, details.village, view.patient.number or ""]).casefold()
    phone = "".join(digit for digit in details.phone if digit.isdigit())
    wanted = text.casefold().split()
    digits = "".join(digit for digit in text if digit.isdigit())
    return all(part in said for part in wanted) or bool(digits and digits in phone)
