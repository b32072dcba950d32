"""A person as a Patient of STU3. What FHIR has no element for stands in extensions of ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from resources.store.links import LinkRow
from resources.store.rows import PatientRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.wire.dates import instant_text
from resources.wire.fhir import OURS, extended, filled

GENDERS = {"F": "female", "M": "male", "O": "other"}
USES = frozenset({"usual", "official", "temp", "secondary"})
NAME_USES = frozenset({"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"})


def resource_of(row: PatientRow, links: Sequence[LinkRow] = ()) -> dict[str, Any]:
    """The Patient that a person is. ``links`` are those that this record stands in."""
    details = row.details
    born = (
        details.birth_date.isoformat()
        if details.birth_date
        else f"{details.birth_year:04d}"
        if details.birth_year
        else None
    )
    shown = {
        "resourceType": "Patient",
        "id": row.uuid,
        "meta": {"versionId": str(row.version), "lastUpdated": instant_text(row.changed_at)},
        "identifier": _identifiers(row),
        "active": details.active,
        **filled(
            name=_names(row),
            telecom=[{"system": "phone", "value": details.phone.strip()}] if details.phone.strip() else [],
            gender=GENDERS.get(details.sex),
            birthDate=born,
            address=[{"text": details.village.strip()}] if details.village.strip() else [],
            link=[_link(row, one) for one in links],
        ),
    }
    said = {"notes": details.notes, "phone-owner": details.phone_owner, "diabetic-since": details.diabetic_since}
    return extended(shown, **said, consent=details.consent)


def _link(row: PatientRow, link: LinkRow) -> dict[str, Any]:
    """Both records stay in use with what came under them: one refers to the other, which says see also (LinkType, STU3)."""
    is_first = link.into_uuid == row.uuid
    other = link.patient_uuid if is_first else link.into_uuid
    return {"other": {"reference": f"Patient/{other}"}, "type": "seealso" if is_first else "refer"}


def _identifiers(row: PatientRow) -> list[dict[str, Any]]:
    """The number of the card first, who they are at every station of ours, then those that others gave."""
    everywhere = {"system": f"{OURS}patient", "value": row.uuid}
    own = [{"use": "usual", "system": NUMBER_SYSTEM, "value": row.number}] if row.number else []
    return [*own, everywhere, *(shown for one in row.details.identifiers if (shown := _identifier(one)))]


def _identifier(given: Mapping[str, Any]) -> dict[str, Any]:
    """As far as it is one of STU3: other surfaces are freer."""
    use, label, system, value = (_text(given.get(name)) for name in ("use", "label", "system", "value"))
    plain = system and not any(char.isspace() for char in system)
    return filled(
        use=use if use in USES else None,
        type=filled(text=label),
        system=system if plain else None,
        value=value,
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(row: PatientRow) -> list[dict[str, Any]]:
    details = row.details
    use = details.extra.get("api", {}).get("use")
    main = filled(family=details.family_name.strip(), given=details.given_name.split())
    official = {"use": use if use in NAME_USES else "official", **main} if main else {}
    native = filled(text=details.native_name.strip())
    return [name for name in (official, native) if name]
