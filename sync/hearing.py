"""What headquarters says of a person, as this station writes it down. Pure. What it cannot keep changes nothing."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from resources.fhir.patient import GENDERS
from resources.store.rows import PatientDetails
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Kind
from resources.wire.fhir import OURS, filled


def told(details: PatientDetails, said: Mapping[str, Any], changed: Collection[str]) -> PatientDetails:
    """A person's details with what headquarters changed. What it says in a form that we cannot keep changes nothing."""
    for name in changed:
        if name in _TELLERS:
            details = details._replace(**_TELLERS[name](details, said.get(name)))
    return details


def _name_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    names = [one for one in value or () if isinstance(one, dict)]
    main = next((one for one in names if one.get("family") or one.get("given")), {})
    native = next((str(one["text"]) for one in names if one is not main and one.get("text")), "")
    given = " ".join(str(part) for part in main.get("given", ()))
    return {"family_name": str(main.get("family", ""))[:64], "given_name": given[:64], "native_name": native[:128]}


def _sex_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    return {"sex": {word: letter for letter, word in GENDERS.items()}.get(str(value), "")}


def _birth_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    """A day, or only a year; of a month, the year."""
    text = str(value or "")
    try:
        return {"birth_date": date.fromisoformat(text), "birth_year": None}
    except ValueError:
        year = text[:4]
        return {"birth_date": None, "birth_year": int(year) if year.isdecimal() and len(year) == 4 else None}


def _phone_told(details: PatientDetails, value: Any) -> dict[str, Any]:
    """Ours while it is still among them; else the first."""
    phones = [
        str(one.get("value", "")) for one in value or () if isinstance(one, dict) and one.get("system") == "phone"
    ]
    kept = details.phone if details.phone.strip() in phones else next(iter(phones), "")
    return {"phone": kept[:32]}


def _village_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    texts = [str(one.get("text", "")) for one in value or () if isinstance(one, dict)]
    return {"village": next((text for text in texts if text), "")[:64]}


def _identifiers_told(_: PatientDetails, value: Any) -> dict[str, Any]:
    """The numbers that others gave; ours are ours."""
    own = (NUMBER_SYSTEM, f"{OURS}{Kind.PATIENT.value}")
    given = [one for one in value or () if isinstance(one, dict) and one.get("system") not in own]
    kept = []
    for one in given:
        label = one["type"].get("text") if isinstance(one.get("type"), dict) else None
        kept.append(filled(use=one.get("use"), label=label, system=one.get("system"), value=one.get("value")))
    return {"identifiers": tuple(kept)}


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
    f"{OURS}diabetic-since": lambda _, value: {"diabetic_since": value if isinstance(value, int) else None},
    f"{OURS}consent": lambda _, value: {"consent": value if isinstance(value, bool) else None},
}
FIELDS = frozenset(_TELLERS)
"""Everything that is said of a person."""
