"""What Register reads and writes: everybody on this laptop, who of them a new person may be, and the new person. No widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from resources.store import changes, headshots, patients, referrals, workitems
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientDetails, PatientRow
from resources.store.store import Store, Unit
from resources.terms import Kind, Origin
from workstation.gui.patients.crowd import Crowd, Known, known
from workstation.gui.patients.headshots import Headshot
from workstation.gui.patients.look_alikes import LookAlike, look_alikes
from workstation.gui.today.board import midnight_of

MOST_KNOWN = 100_000
MOST_NEWS = 1000
"""Changes that are looked at one by one."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is compared with whom; one value, so that an answer can be told from the answer to an older question."""

    details: PatientDetails
    people: Crowd
    photo: str = ""
    year: int = 0


@dataclass(frozen=True)
class Everybody:
    """Whom the new person is compared with, and how many were registered today. ``seen`` of the feed is in it."""

    crowd: Crowd
    today: int
    day: date
    seen: int = 0

    @property
    def known(self) -> tuple[Known, ...]:
        """Each of them."""
        return self.crowd.people


def read_everybody(store: Store, before: Everybody) -> Everybody:
    """Everybody on this laptop: those known before, with what the feed says of them since. Not for the GUI thread.

    Preparing 20,000 people for being compared takes seconds of computing, so nobody is prepared twice who has not changed.
    """
    midnight = midnight_of(store)
    with store.read() as unit:
        seen, uuids = changes.last(unit), _changed(unit, before.seen)
        found = patients.listed(unit, limit=MOST_KNOWN) if uuids is None else patients.with_uuids(unit, uuids)
    old = {one.patient.uuid: one for one in before.known}
    fresh = {one.uuid: _known_again(old.get(one.uuid), one) for one in found}
    gone = (old.keys() if uuids is None else old.keys() & uuids) - fresh.keys()
    is_same = not gone and all(one is old.get(uuid) for uuid, one in fresh.items())
    if before.seen and is_same and before.day == midnight.date():
        return replace(before, seen=seen)
    everybody = {uuid: one for uuid, one in (old | fresh).items() if uuid not in gone}
    today = sum(one.patient.created_at >= midnight for one in everybody.values())
    return Everybody(Crowd(everybody.values()), today, midnight.date(), seen)


def _changed(unit: Unit, seen: int) -> set[str] | None:
    """Of whom the feed speaks since then; ``None`` where it speaks of so many that everybody is read anew."""
    if not seen:
        return None
    news = changes.since(unit, seen, limit=MOST_NEWS, kinds=frozenset({Kind.PATIENT, Kind.PHOTO}))
    whose = {row.uid if row.kind is Kind.PATIENT else str(row.snapshot["patient"]) for row in news}
    return whose if len(news) < MOST_NEWS else None


def _known_again(old: Known | None, now: PatientRow) -> Known:
    """The same as before where nothing is said of the person but that a picture came: a version more, and a time."""
    same = old is not None and replace(old.patient, version=now.version, changed_at=now.changed_at) == now
    return old if old is not None and same else known(now)


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
