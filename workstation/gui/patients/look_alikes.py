"""Who may be the same person: details in, ordered look-alikes with their reasons out. Pure; it never joins anybody (HZ-18).

The name must be alike, or the phone number or the photo the same; village, age, sex and phone then say who stands first. The
figures were set by ``tests/unit/test_names_that_sound_alike.py``.
"""

from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from resources.store.rows import PatientDetails, PatientRow
from resources.wire.matching import folded
from workstation.gui.patients.crowd import SOUNDS_ALIKE, Crowd, Known, known, names, phone_key
from workstation.gui.style.status import Status

LIKELY = 92.0
"""From here on somebody must say who it is before anything is saved (HZ-08)."""
AGAINST = frozenset({"alike.other-sex", "alike.other-village", "alike.ages", "alike.other-name"})
NEAR_IN_AGE = 3
MOST = 3
SHORTEST = 3
SHORTEST_PHONE = 6
SAME_PHOTO = 1000.0
"""Above every likeness of names: whoever is shown with the very same picture stands first (HZ-07)."""
SAME_PHONE, OTHER_PHONE, SAME_VILLAGE, OTHER_VILLAGE, OTHER_SEX = 20.0, -3.0, 8.0, -6.0, -12.0
SAME_AGE, FURTHEST = 8.0, -24.0
"""From the same year to that many points for ages that are far apart, two a year."""


@dataclass(frozen=True)
class Reason:
    """One line of the card: ok is the same, warn differs."""

    status: Status
    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LookAlike:
    """Somebody who may be the same person, and why."""

    patient: PatientRow
    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_likely(self) -> bool:
        """Whether it must be answered before saving: much speaks for it, and neither sex, age nor village against it.

        Among 20,000 people most names sound like another one; a question that is always asked is not read (HZ-11).
        """
        speaks_against = any(one.status is Status.WARN and one.key in AGAINST for one in self.reasons)
        return self.score >= SAME_PHOTO or (self.score >= LIKELY and not speaks_against)


@dataclass(frozen=True)
class Typed:
    """What was typed, as it is compared."""

    details: PatientDetails
    village: str
    phone: str
    born: int | None

    @property
    def says_much(self) -> bool:
        """Whether there are three letters of a name."""
        return any(len(name.replace(" ", "")) >= SHORTEST for name in names(self.details))


def typed(details: PatientDetails) -> Typed:
    """Prepare it for comparing."""
    phone = phone_key(details.phone)
    born = details.birth_date.year if details.birth_date else details.birth_year
    return Typed(details, " ".join(folded(details.village)), phone if len(phone) >= SHORTEST_PHONE else "", born)


def look_alikes(details: PatientDetails, people: Crowd, year_now: int, photo: str = "") -> tuple[LookAlike, ...]:
    """The likeliest first, three at most. Of the name nothing is said before three letters or a phone number are there.

    ``photo`` is the sha256 of the new headshot.
    """
    new = typed(details)
    found = people.named_like(details) if new.says_much else {}
    scores = {place: name + _rest(new, people.people[place]) for place, name in found.items()}
    for place in people.with_phone(new.phone) if new.phone else ():
        scores[place] = max(scores.get(place, 0.0), SOUNDS_ALIKE + _rest(new, people.people[place]))
    kept = {place: score for place, score in scores.items() if score >= SOUNDS_ALIKE}
    for place in people.with_photo(photo) if photo else ():
        kept[place] = SAME_PHOTO + scores.get(place, 0.0)
    first = sorted(kept, key=lambda place: (-kept[place], people.people[place].patient.pk))[:MOST]
    return tuple(_alike(new, people.people[at], kept[at], found.get(at, 0.0), photo, year_now) for at in first)


def compared(one: PatientRow, other: PatientRow, year_now: int) -> tuple[Reason, ...]:
    """What two people who are here have in common, and what not."""
    crowd = Crowd([known(other)])
    new = typed(one.details)
    name = crowd.named_like(one.details).get(0, 0.0)
    return _alike(new, crowd.people[0], 0.0, name, one.photo_digest or "", year_now).reasons


def _alike(new: Typed, one: Known, score: float, name: float, photo: str, year_now: int) -> LookAlike:
    reasons = [Reason(Status.WARN, "alike.same-photo")] if photo and one.patient.photo_digest == photo else []
    reasons += [*_names(new, name), *_villages(new, one), *_ages(new, one, year_now)]
    return LookAlike(one.patient, score, (*reasons, *_sexes(new, one), *_phones(new, one)))


def _rest(new: Typed, one: Known) -> float:
    """What village, age, sex and phone add to the name, or take from it."""
    points = 0.0
    if new.village and one.village:
        points += SAME_VILLAGE if _same_village(new, one) else OTHER_VILLAGE
    if new.born is not None and one.patient.birth_year is not None:
        points += max(FURTHEST, SAME_AGE - 2.0 * abs(new.born - one.patient.birth_year))
    if _other_sex(new, one):
        points += OTHER_SEX
    if new.phone and one.phone:
        points += SAME_PHONE if new.phone == one.phone else OTHER_PHONE
    return points


def _same_village(new: Typed, one: Known) -> bool:
    return new.village == one.village or ratio(new.village, one.village) >= SOUNDS_ALIKE


def _other_sex(new: Typed, one: Known) -> bool:
    ours, theirs = new.details.sex, one.patient.details.sex
    return bool(ours and theirs and ours != theirs)


def _names(new: Typed, name: float) -> list[Reason]:
    if not new.says_much:
        return []
    if name >= 100.0:
        return [Reason(Status.OK, "alike.same-name")]
    if name >= SOUNDS_ALIKE:
        return [Reason(Status.OK, "alike.sounds-same")]
    return [Reason(Status.WARN, "alike.other-name")]


def _villages(new: Typed, one: Known) -> list[Reason]:
    if not new.village or not one.village:
        return []
    values = (("village", one.patient.details.village),)
    if _same_village(new, one):
        return [Reason(Status.OK, "alike.same-village", values)]
    return [Reason(Status.WARN, "alike.other-village", values)]


def _ages(new: Typed, one: Known, year_now: int) -> list[Reason]:
    theirs = one.patient.birth_year
    if new.born is None or theirs is None:
        return []
    values = (("one", str(year_now - new.born)), ("other", str(year_now - theirs)))
    near = abs(new.born - theirs) <= NEAR_IN_AGE
    return [Reason(Status.OK if near else Status.WARN, "alike.ages", values)]


def _sexes(new: Typed, one: Known) -> list[Reason]:
    return [Reason(Status.WARN, "alike.other-sex")] if _other_sex(new, one) else []


def _phones(new: Typed, one: Known) -> list[Reason]:
    if not new.phone or not one.phone:
        return []
    if new.phone == one.phone:
        return [Reason(Status.OK, "alike.same-phone")]
    return [Reason(Status.WARN, "alike.other-phone")]
