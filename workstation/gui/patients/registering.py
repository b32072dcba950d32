"""What Register reads and writes: everybody on this laptop, who of them a new person may be, and the new person. No widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from resources.store import headshots, patients, referrals, workitems
from resources.store.lookups import Page, Span, people
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientDetails, PatientRow
from resources.store.store import Store
from resources.terms import Origin
from workstation.gui.patients.crowd import Crowd, Known, known
from workstation.gui.patients.headshots import Headshot
from workstation.gui.patients.look_alikes import LookAlike, look_alikes
from workstation.gui.today.board import midnight_of

MOST_KNOWN = 100_000


@dataclass(frozen=True, eq=False)
class Question:
    """What is compared with whom; one value, so that an answer can be told from the answer to an older question."""

    details: PatientDetails
    people: Crowd
    photo: str = ""
    year: int = 0


@dataclass(frozen=True)
class Everybody:
    """Whom the new person is compared with, and how many were registered today."""

    crowd: Crowd
    today: int
    day: date
    until: datetime | None = None

    @property
    def known(self) -> tuple[Known, ...]:
        """Each of them."""
        return self.crowd.people


def read_everybody(store: Store, before: Everybody) -> Everybody:
    """Everybody on this laptop: those known before, and whoever was changed since. Not for the GUI thread."""
    midnight = midnight_of(store)
    with store.read() as unit:
        found = people(unit, Page(MOST_KNOWN), changed=Span(before.until))
    everybody = {one.patient.uuid: one for one in before.known} | {one.uuid: known(one) for one in found}
    today = sum(one.patient.created_at >= midnight for one in everybody.values())
    until = max((one.patient.changed_at for one in everybody.values()), default=None)
    crowd = Crowd(everybody.values()) if found or not before.known else before.crowd
    return Everybody(crowd, today, midnight.date(), until)


def with_photo(store: Store, asked: Question) -> Crowd:
    """Everybody, and those who are shown with that photo as they are now: a new photo makes no new version of a person."""
    with store.read() as unit:
        found = headshots.others_shown_with(unit, asked.photo)
    fresh = {one.uuid: known(one) for one in found}
    if not fresh:
        return asked.people
    return Crowd(({one.patient.uuid: one for one in asked.people.people} | fresh).values())


@dataclass(frozen=True)
class Answer:
    """Who may be the same person, and which of them must be seen by somebody."""

    question: Question
    alikes: tuple[LookAlike, ...]
    referrals: Mapping[str, ReferralRow]
    """By the person's uuid; the most urgent one that is open."""


def answered(store: Store, asked: Question) -> Answer:
    """Compare, and read what those who were found wait for. Not for the GUI thread."""
    people_here = with_photo(store, asked) if asked.photo else asked.people
    found = look_alikes(asked.details, people_here, asked.year, asked.photo)
    with store.read() as unit:
        theirs = [row for one in found for row in referrals.of_patient(unit, one.patient)]
    still_open = sorted((row for row in theirs if row.closed_at is None), key=lambda row: row.outcome)
    return Answer(asked, found, {row.patient_uuid: row for row in still_open})


def save(store: Store, actor: str, details: PatientDetails, headshot: Headshot | None) -> PatientRow:
    """Keep the photo, register the person, put them in the queue. Raises Problem. Not for the GUI thread."""
    blob = store.vault.admit(headshot.jpeg) if headshot else None
    with store.write(Origin.PERSON, actor) as unit:
        row = patients.register(unit, details)
        workitems.schedule(unit, row.uuid)
        if headshot and blob:
            size = headshot.image.size()
            patients.set_photo(unit, row.uuid, blob, mime="image/jpeg", width=size.width(), height=size.height())
        return row
