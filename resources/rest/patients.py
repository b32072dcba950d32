"""People under /api/patients (rows 1 to 4). Arrays of names and identifiers are taken; the documented single form is given."""

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Query
from pydantic import ConfigDict, Field, StrictBool
from pydantic.config import JsonDict
from starlette.responses import JSONResponse, Response

from resources.problems import Conflict, Invalid
from resources.rest.desk import AtDesk, one_more
from resources.rest.fields import Document, Line, LongLine, PublicId, Reference, Said, filled
from resources.rest.filters import MOST, Count, LastUpdated, Offset, span
from resources.store import Unit, links, lookups, patients
from resources.store.lookups import Page
from resources.store.rows import PatientDetails, PatientRow
from resources.wire.dates import instant_text, iso_date

NUMBER_SYSTEM = "urn:eyecamp:number"
SEX = {"male": "M", "female": "F", "other": "O", "unknown": ""}
WORD = {"M": "Male", "F": "Female", "O": "Other"}
EXAMPLE: JsonDict = {
    "id": "10001",
    "identifier": {"use": "usual", "label": "MRN", "system": "urn:oid:1.2.36.146.595.217.0.1", "value": "12345"},
    "active": True,
    "name": {"use": "official", "family": "Demo", "given": "Henry"},
    "gender": {"text": "Male"},
    "birthDate": "1961-04-03",
    "managingOrganization": {"reference": "Organization/1", "display": "Sunrise Health Service"},
}


class Identifier(Document):
    """A number that somebody else gave."""

    use: Line | None = None
    label: Line | None = None
    system: LongLine | None = None
    value: Said


class HumanName(Document):
    """A name; its parts may be texts or lists of texts."""

    use: Line | None = None
    family: Said | Annotated[list[Said], Field(min_length=1)]
    given: Said | Annotated[list[Said], Field(min_length=1)]


class Gender(Document):
    """Male, Female, Other or Unknown."""

    text: Line = ""


class PatientBody(Document):
    """A person, as DiabCRE writes one."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"examples": [EXAMPLE]})

    id: PublicId | None = None
    identifier: Identifier | list[Identifier] | None = None
    active: StrictBool = True
    name: HumanName | Annotated[list[HumanName], Field(min_length=1)]
    gender: Gender | Line | None = None
    birth_date: Line | None = Field(None, alias="birthDate")
    managing_organization: Reference | None = Field(None, alias="managingOrganization")

    @property
    def names(self) -> list[HumanName]:
        """All of them, the one that is shown first."""
        return self.name if isinstance(self.name, list) else [self.name]

    @property
    def identifiers(self) -> list[Identifier]:
        """All of them, the one that is shown first."""
        several = self.identifier if isinstance(self.identifier, list) else [self.identifier]
        return [one for one in several if one is not None]

    def details(self) -> PatientDetails:
        """What the store keeps of it. Raises Invalid."""
        first, *others = self.names
        kept = filled(
            use=first.use,
            names=[name.model_dump(exclude_none=True) for name in others],
            managing_organization=self.managing_organization and self.managing_organization.model_dump(),
            more=self.more(),
        )
        day, year = _born(self.birth_date)
        return PatientDetails(
            family_name=_joined(first.family),
            given_name=_joined(first.given),
            sex=_sex(self.gender),
            birth_date=day,
            birth_year=year,
            identifiers=tuple(one.model_dump(exclude_none=True) for one in self.identifiers),
            active=self.active,
            extra={"api": kept} if kept else {},
        )


def index(  # one argument for each parameter of the interaction
    desk: AtDesk,
    count: Count = MOST,
    offset: Offset = 0,
    name: Annotated[str, Query(max_length=256, description="Words of the name.")] = "",
    identifier: Annotated[str, Query(max_length=256, description="`value` or `system|value`.")] = "",
    last_updated: LastUpdated = [],  # noqa: B006  # FastAPI copies it
) -> JSONResponse:
    """Everybody, or whom the filters fit."""
    page = Page(count, offset)
    changed = span(last_updated, desk.store.zone, field="_lastUpdated")
    with desk.read() as unit:
        rows = lookups.people(unit, one_more(page), name=name, identifier=identifier, changed=changed)
    return desk.page(rows, page, patient_json)


def create(desk: AtDesk, body: PatientBody) -> JSONResponse:
    """Register somebody."""
    details = body.details()
    with desk.write() as unit:
        _refuse_known(unit, body.identifiers)
        row = patients.register(unit, details, public_id=body.id)
    return desk.created(patient_json(row), "patients", row.public_id, version=row.version)


def read(desk: AtDesk, patient_id: str) -> Response:
    """One person."""
    with desk.read() as unit:
        row = patients.find(unit, patient_id)
        others = _others(unit, row)
    return desk.shown({**patient_json(row), **others}, version=row.version, changed=row.changed_at)


def _others(unit: Unit, row: PatientRow) -> dict[str, Any]:
    """Other records of the same person, as FHIR's Patient.link; nothing where there is none."""
    found = []
    for link in links.of(unit, row.uuid):
        is_first = link.into_uuid == row.uuid
        other = patients.find(unit, link.patient_uuid if is_first else link.into_uuid)
        found.append(
            {"other": {"reference": f"patients/{other.public_id}"}, "type": "seealso" if is_first else "refer"}
        )
    return filled(link=found)


def delete(desk: AtDesk, patient_id: str, cascade: bool = False) -> JSONResponse:  # noqa: FBT001, FBT002
    """Remove somebody; ``cascade=true`` removes their imaging studies too."""
    with desk.write() as unit:
        row = patients.find(unit, patient_id)
        for study in lookups.some_studies(unit, Page(), patient=row):
            refuse_busy(unit, study.study_uid)
        patients.forget(unit, row.uuid, cascade=cascade)
    return JSONResponse({"id": row.public_id, "deleted": True})


def refuse_busy(unit: Unit, study_uid: str) -> None:
    """Raise Conflict while an examination that makes this study is in progress."""
    if lookups.is_being_made(unit, study_uid):
        raise Conflict("An examination of this study is in progress.")


def patient_json(row: PatientRow) -> dict[str, Any]:
    """A person in the documented form."""
    details = row.details
    kept = dict(details.extra.get("api", {}))
    name = filled(use=kept.get("use"), family=details.family_name, given=details.given_name)
    born = details.birth_date.isoformat() if details.birth_date else str(details.birth_year or "")
    known = {
        **filled(
            id=row.public_id,
            identifier=_identifier(row),
            name=name or {"text": details.native_name},
            gender=filled(text=WORD.get(details.sex)),
            birthDate=born,
            managingOrganization=kept.get("managing_organization"),
            number=row.number,
            uuid=row.uuid,
        ),
        "active": details.active,
        "meta": {"versionId": str(row.version), "lastUpdated": instant_text(row.changed_at)},
    }
    return {**known, **{key: value for key, value in kept.get("more", {}).items() if key not in known}}


def _identifier(row: PatientRow) -> dict[str, Any]:
    if row.details.identifiers:
        return dict(row.details.identifiers[0])
    if row.number is None:
        return {}
    return {"use": "usual", "label": "Card number", "system": NUMBER_SYSTEM, "value": row.number}


def _refuse_known(unit: Unit, identifiers: list[Identifier]) -> None:
    for one in identifiers:
        system = None if one.system == NUMBER_SYSTEM else one.system
        if lookups.somebody_with(unit, one.value, system):
            raise Conflict("There is a patient with this identifier already.", fields={"identifier": "in use"})


def _joined(text: str | list[str]) -> str:
    joined = text if isinstance(text, str) else " ".join(text)
    if len(joined) > 64:
        raise Invalid("A name is longer than 64 characters.", fields={"name": "longer than 64 characters"})
    return joined


def _sex(gender: Gender | str | None) -> str:
    word = gender.text if isinstance(gender, Gender) else gender or ""
    known = {**SEX, "m": "M", "f": "F", "o": "O", "": ""}
    if word.lower() not in known:
        raise Invalid(
            "The gender is Male, Female, Other or Unknown.", fields={"gender": "Male, Female, Other or Unknown"}
        )
    return known[word.lower()]


def _born(text: str | None) -> tuple[date | None, int | None]:
    """The day, or only the year. Raises Invalid."""
    if not text:
        return None, None
    if re.fullmatch(r"[0-9]{4}", text):
        return None, int(text)
    try:
        return iso_date(text), None
    except Invalid as problem:
        raise Invalid(problem.sentence, fields={"birthDate": "not a date"}) from problem
