"""Who may be the same person: details in, ordered look-alikes with their reasons out. Pure; it never joins anybody (HZ-18)."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio, token_sort_ratio

from resources.store.rows import PatientDetails, PatientRow
from resources.wire.matching import folded
from workstation.gui.style.status import Status

SOUNDS_ALIKE = 80.0
"""rapidfuzz token_sort_ratio, 0 to 100: "Laxmi Devi" and "Lakshmi Devi" are 82."""
LIKELY = 92.0
"""From here on somebody must say who it is before anything is saved (HZ-08)."""
NEAR_IN_AGE = 3
MOST = 3
SHORTEST = 3
SAME_PHOTO = 1000.0
"""Above every likeness of names: whoever is shown with the very same picture stands first (HZ-07)."""


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
        """Whether it must be answered before the new person is saved."""
        return self.score >= LIKELY


@dataclass(frozen=True)
class Known:
    """A person with their folded names, made once for many comparisons."""

    patient: PatientRow
    name: str
    village: str
    phone: str


def known(patient: PatientRow) -> Known:
    """Prepare somebody for comparing."""
    details = patient.details
    name = " ".join(folded(f"{details.given_name} {details.family_name}"))
    return Known(patient, name, " ".join(folded(details.village)), _digits(details.phone))


def _digits(phone: str) -> str:
    return "".join(char for char in phone if char.isdigit())[-9:]


def look_alikes(
    details: PatientDetails, people: Iterable[Known], year_now: int, photo: str = ""
) -> tuple[LookAlike, ...]:
    """The likeliest first, three at most. Of the name nothing is said before three letters or a phone number are there.

    ``photo`` is the sha256 of the new headshot.
    """
    name = " ".join(folded(f"{details.given_name} {details.family_name}"))
    phone = _digits(details.phone)
    says_much = len(name.replace(" ", "")) >= SHORTEST or len(phone) >= 6
    found = []
    for one in people:
        alike = _alike(details, name, phone, one, year_now) if says_much else None
        if photo and one.patient.photo_digest == photo:
            alike = _with_the_same_photo(one, alike)
        if alike:
            found.append(alike)
    return tuple(sorted(found, key=lambda alike: (-alike.score, alike.patient.pk))[:MOST])


def _with_the_same_photo(one: Known, alike: LookAlike | None) -> LookAlike:
    reason = Reason(Status.WARN, "alike.same-photo")
    score, reasons = (alike.score, alike.reasons) if alike else (0.0, ())
    return LookAlike(one.patient, SAME_PHOTO + score, (reason, *reasons))


def _alike(details: PatientDetails, name: str, phone: str, one: Known, year_now: int) -> LookAlike | None:
    sound = _sound(name, one.name)
    same_phone = len(phone) >= 6 and phone == one.phone
    if sound < SOUNDS_ALIKE and not same_phone:
        return None
    reasons = [*_names(name, one.name, sound), *_villages(details, one), *_ages(details, one, year_now)]
    reasons += [*_sexes(details, one), *_phones(phone, one)]
    weight = {Status.OK: 6.0, Status.WARN: -8.0}
    base = max(sound, SOUNDS_ALIKE) + 10 if same_phone else sound
    score = base + sum(weight.get(reason.status, 0) for reason in reasons)
    return LookAlike(one.patient, score, tuple(reasons)) if score >= SOUNDS_ALIKE else None


def _sound(name: str, other: str) -> float:
    """How alike the names are; a given name alone is compared with each part."""
    if " " not in name:
        return max((ratio(name, part) for part in other.split()), default=0.0)
    return token_sort_ratio(name, other)


def _names(name: str, other: str, sound: float) -> list[Reason]:
    if sorted(name.split()) == sorted(other.split()):
        return [Reason(Status.OK, "alike.same-name")]
    if sound >= SOUNDS_ALIKE:
        return [Reason(Status.OK, "alike.sounds-same")]
    return [Reason(Status.WARN, "alike.other-name")]


def _villages(details: PatientDetails, one: Known) -> list[Reason]:
    village = " ".join(folded(details.village))
    if not village or not one.village:
        return []
    if ratio(village, one.village) >= SOUNDS_ALIKE:
        return [Reason(Status.OK, "alike.same-village", (("village", one.patient.details.village),))]
    return [Reason(Status.WARN, "alike.other-village", (("village", one.patient.details.village),))]


def _ages(details: PatientDetails, one: Known, year_now: int) -> list[Reason]:
    born = details.birth_date.year if details.birth_date else details.birth_year
    theirs = one.patient.birth_year
    if born is None or theirs is None:
        return []
    values = (("one", str(year_now - born)), ("other", str(year_now - theirs)))
    near = abs(born - theirs) <= NEAR_IN_AGE
    return [Reason(Status.OK if near else Status.WARN, "alike.ages", values)]


def _sexes(details: PatientDetails, one: Known) -> list[Reason]:
    ours, theirs = details.sex, one.patient.details.sex
    return [Reason(Status.WARN, "alike.other-sex")] if ours and theirs and ours != theirs else []


def _phones(phone: str, one: Known) -> list[Reason]:
    if len(phone) < 6 or not one.phone:
        return []
    if phone == one.phone:
        return [Reason(Status.OK, "alike.same-phone")]
    return [Reason(Status.WARN, "alike.other-phone")]
