"""Whose picture is it? Pure: an identity as it came, and the person its number names, in; a reason to wait, or none, out.

A picture files itself only on our own number with a right check digit and no contradiction in sex, birth year (two years either
way) or name (hazard HZ-20). Everything else is a suggestion that a person decides.
"""

import re

from resources.store import numbers
from resources.store.rows import PatientRow
from resources.terms import Unmatched
from resources.wire.camerarules import stripped
from resources.wire.dates import date_of
from resources.wire.header import Identity
from resources.wire.matching import folded

NEARLY = 75.0
"""How alike two spellings of one name part must be, 0 to 100 (rapidfuzz ratio): Lakshmi and Laksmi are 92, Lakshmi
and Laxmi 67, so that these two wait for a person when nothing else of the name fits."""

_ANY_ORDER = re.compile(r"(\d{4})(?:\D?\d\d?(?:\D\d\d?)?)?|(?:\d{4}|\d\d?\D\d\d?\D)(\d{4})", re.ASCII)
"""A year in front (1961, 196104, 1961-4-3) or at the end (03041961, 3/4/1961)."""


def claimed_number(identity: Identity, strip: str = "") -> str | Unmatched:
    """The number that the identity claims, in our spelling, or why it claims none."""
    text = stripped(identity.patient_id, strip)
    if not text:
        return Unmatched.NO_NUMBER
    number = numbers.read(text)
    if number is None:
        return Unmatched.NOT_OUR_NUMBER
    return str(number) if number.is_right else Unmatched.WRONG_CHECK_DIGIT


def contradiction(identity: Identity, patient: PatientRow) -> Unmatched | None:
    """What speaks against this person; ``None`` when nothing does."""
    if _other_sex(identity.sex, patient.details.sex):
        return Unmatched.OTHER_SEX
    if _other_birth_year(identity.birth_date, patient.birth_year):
        return Unmatched.OTHER_BIRTH_YEAR
    if _other_name(identity.name, patient):
        return Unmatched.OTHER_NAME
    return None


def name_columns(person_name: str) -> dict[str, str]:
    """How a Person Name is looked for: ``name_key`` without case, ``name_words`` without case, accents and order."""
    alphabetic = person_name.partition("=")[0].strip().rstrip("^ ")
    words = " ".join(folded(person_name))
    return {"name_key": alphabetic.casefold()[:160], "name_words": f" {words} " if words else ""}


def _other_sex(theirs: str, ours: str) -> bool:
    said = theirs.strip().upper()
    return said in ("M", "F") and ours in ("M", "F") and said != ours


def _other_birth_year(theirs: str, ours: int | None) -> bool:
    year = _year_in(theirs.strip())
    return ours is not None and year is not None and abs(year - ours) > 2


def _year_in(birth_date: str) -> int | None:
    """The year of a DA, or of a date that a camera wrote in another order: only the year is the same in each (HZ-25)."""
    if day := date_of(birth_date):
        return day.year
    found = _ANY_ORDER.fullmatch(birth_date)
    return int(found[1] or found[2]) if found else None


def _other_name(theirs: str, patient: PatientRow) -> bool:
    said = folded(theirs)
    known = folded(f"{patient.details.family_name} {patient.details.given_name} {patient.details.native_name}")
    return bool(said and known) and not any(_alike(one, other) for one in said for other in known)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    from rapidfuzz.fuzz import ratio

    return min(len(one), len(other)) >= 4 and ratio(one, other) >= NEARLY
