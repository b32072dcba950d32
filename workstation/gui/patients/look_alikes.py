"""Who may be the same person: details in, ordered look-alikes with their reasons out. Pure; it never joins anybody (HZ-18)."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio, token_sort_ratio

from resources.store.rows import PatientDetails, PatientRow
from resources.wire.matching import folded
from workstation.gui.style.status import Status

SOUNDS_ALIKE = 80.0
"""rapidfuzz token_sort_ratio, 0 to 100: "Laxmi Devi" and "Lakshmi Devi" are 82."""
NEAR_IN_AGE = 3
MOST = 3
SHORTEST = 3


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


def look_alikes(details: PatientDetails, people: Iterable[Known], year_now: int) -> tuple[LookAlike, ...]:
    """The likeliest first, three at most. Nothing is said before three letters of a name or a phone number are there."""
    name = " ".join(folded(f"{details.given_name} {details.family_name}"))
    phone = _digits(details.phone)
    if len(name.replace(" ", "")) < SHORTEST and len(phone) < 6:
        return ()
    found = [alike for one in people if (alike := _alike(details, name, phone, one, year_now))]
    return tuple(sorted(found, key=lambda alike: (-alike.score, alike.patient.pk))[:MOST])


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
