"""What headquarters says of a person, as this station writes it down. Pure. What it cannot keep changes nothing."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from resources.fhir.patient import GENDERS
from resources.store.rows import PatientDetails
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Kind
from resources.wire.fhir import OURS, filled

NOT_THE_NAME = frozenset({"nickname", "old", "maiden", "anonymous", "temp"})
"""Uses of a name (FHIR NameUse) under which nobody is called to a camera."""


def told(details: PatientDetails, said: Mapping[str, Any], changed: Collection[str]) -> PatientDetails:
    """A person's details with what headquarters changed. What it says in a form that we cannot keep changes nothing."""
    for name in changed:
        if name in _TELLERS:
            details = details._replace(**_TELLERS[name](details, said.get(name)))
    return details


def tells_more(before: Any, now: Any, name: str) -> bool:
    """Whether a field that headquarters says so is kept here otherwise than what it said before: more than other words for it."""
    one, other = (told(PatientDetails(), {name: value}, [name]) for value in (before, now))
    return name in FIELDS and one != other


def _name_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    """The name that is used now; the other one is in their own script. What they are called besides, or were, is neither."""
    names = [one for one in value or () if isinstance(one, dict) and one.get("use") not in NOT_THE_NAME]
    full = [one for one in names if one.get("family") or one.get("given")]
    main = min(full, key=lambda one: one.get("use") not in ("official", "usual"), default={})
    native = next((str(one["text"]) for one in names if one is not main and one.get("text")), "")
    given = " ".join(str(part) for part in main.get("given", ()))
    return {"family_name": str(main.get("family", ""))[:64], "given_name": given[:64], "native_name": native[:128]}


def _sex_told(details: PatientDetails, value: Any) -> dict[str, Any]:
    """Whoever does not know it has not said that it is another."""
    known = {word: letter for letter, word in GENDERS.items()} | {"None": ""}
    return {"sex": known.get(str(value), details.sex)}


def _birth_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    """A day, or only a year; of a month, the year."""
    text = str(value or "")
    try:
        return {"birth_date": date.fromisoformat(text), "birth_year": None}
    except ValueError:
        year = text[:4]
    if year.isdecimal() and len(year) == 4:
        return {"birth_date": None, "birth_year": int(year)}
    return {} if text else {"birth_date": None, "birth_year": None}


def _phone_told(details: PatientDetails, value: Any) -> dict[str, Any]:
    """Ours while it is still among them; else the first."""
    phones = [
        str(one.get("value", "")) for one in value or () if isinstance(one, dict) and one.get("system") == "phone"
    ]
    kept = details.phone if details.phone.strip() in phones else next(iter(phones), "")
    return {"phone": kept[:32]}


def _village_told(details: PatientDetails, value: Any) -> dict[str, Any]:
    """Ours while it is still among them; else the first, as one line. An address without words for it changes nothing."""
    given = [one for one in value or () if isinstance(one, dict)]
    lines = [line[:64] for one in given if (line := _line_of(one))]
    if details.village.strip() in lines or (given and not lines):
        return {}
    return {"village": next(iter(lines), "")}


def _line_of(address: Mapping[str, Any]) -> str:
    parts = [*(address.get("line") or ()), address.get("city")]
    return str(address.get("text") or "").strip() or ", ".join(str(part).strip() for part in parts if part)


def _identifiers_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    """The numbers that others gave; ours are ours."""
    own = (NUMBER_SYSTEM, f"{OURS}{Kind.PATIENT.value}")
    given = [one for one in value or () if isinstance(one, dict) and one.get("system") not in own]
    kept = []
    for one in given:
        label = one["type"].get("text") if isinstance(one.get("type"), dict) else None
        kept.append(filled(use=one.get("use"), label=label, system=one.get("system"), value=one.get("value")))
    return {"identifiers": tuple(kept)}


def _is_or_none(value: Any, kind: type) -> bool:
    return value is None or isinstance(value, kind)


_TELLERS: Mapping[str, Callable[[PatientDetails, Any], dict[str, Any]]] = {
    "name": _name_told,
    "gender": _sex_told,
    "birthDate": _birth_told,
    "telecom": _phone_told,
    "address": _village_told,
    "identifier": _identifiers_told,
    "active": lambda _, value: {"active": value is not False},
    f"{OURS}notes": lambda _, value: {"notes": str(value or "")},
    f"{OURS}phone-owner": lambda _, value: {"phone_owner": str(value or "")[:32]},
    f"{OURS}diabetic-since": lambda _, value: {"diabetic_since": value} if _is_or_none(value, int) else {},
    f"{OURS}consent": lambda _, value: {"consent": value} if _is_or_none(value, bool) else {},
}
FIELDS = frozenset(_TELLERS)
"""Everything that is said of a person."""
