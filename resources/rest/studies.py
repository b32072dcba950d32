"""Imaging studies (rows 8 to 12). Counts are always counted, never believed."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from fastapi.exceptions import HTTPException
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict
from starlette.responses import JSONResponse, Response

from resources.problems import Invalid, NotFound
from resources.rest.desk import AtDesk, Desk, one_more
from resources.rest.fields import Document, LongLine, PublicId, Reference, Uid, filled, target_of
from resources.rest.filters import MOST, Count, LastUpdated, Moments, Offset, moment_in, span
from resources.rest.patients import refuse_busy
from resources.rest.treejson import study_json
from resources.store import Unit, lookups, making, patients, studies
from resources.store.lookups import Page
from resources.store.rows import PatientRow, StudyRow
from resources.terms import Availability

EXAMPLE: JsonDict = {
    "id": "99991",
    "started": "2016-09-27T10:59:59",
    "patient": "10003",
    "referrer": "10001",
    "availability": "NEARLINE",
    "numberOfSeries": 0,
}
OLDEST_YEAR = 1900


class StudyBody(Document):
    """A study that is about to begin, as DiabCRE writes one."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"examples": [EXAMPLE]})

    id: PublicId | None = None
    uid: Uid | None = None
    started: LongLine | None = None
    patient: Reference | LongLine
    order: Reference | None = None
    referrer: Reference | LongLine | None = None
    availability: Availability | None = None
    url: LongLine | None = None
    number_of_series: int | None = Field(None, alias="numberOfSeries", strict=True, ge=0)
    number_of_instances: int | None = Field(None, alias="numberOfInstances", strict=True, ge=0)
    series: list[Any] = Field(default=[], max_length=0, description="Empty: instances are made one call later.")

    def kept(self) -> dict[str, Any]:
        """What is shown again as it came."""
        return filled(
            order=self.order and self.order.model_dump(exclude_none=True),
            availability=self.availability,
            url=self.url,
            more=self.more(),
        )


def index(
    desk: AtDesk,
    count: Count = MOST,
    offset: Offset = 0,
    patient: Annotated[str, Query(max_length=256, description="The id of a patient.")] = "",
    started: Moments = [],  # noqa: B006  # FastAPI copies it
    last_updated: LastUpdated = [],  # noqa: B006
) -> JSONResponse:
    """All studies, or those that the filters fit."""
    page = Page(count, offset)
    zone = desk.store.zone
    when = span(started, zone, field="started")
    changed = span(last_updated, zone, field="_lastUpdated")
    with desk.read() as unit:
        owner = _somebody(unit, patient) if patient else None
        nobody = bool(patient) and owner is None
        rows = (
            [] if nobody else lookups.some_studies(unit, one_more(page), patient=owner, started=when, changed=changed)
        )
    return desk.page(rows, page, lambda row: study_json(desk, row))


def of_patient(desk: AtDesk, patient_id: str) -> JSONResponse:
    """One person's studies, the newest first."""
    with desk.read() as unit:
        rows = studies.of_patient(unit, patient_id)
    return JSONResponse([study_json(desk, row) for row in rows])


def create(desk: AtDesk, body: StudyBody) -> JSONResponse:
    """Open a study for a person."""
    started = _moment(desk, body.started)
    kept = body.kept()
    with desk.write() as unit:
        owner = _somebody(unit, target_of(body.patient))
        if owner is None:
            raise HTTPException(422, "There is no such patient.")
        row = making.create(
            unit,
            owner.uuid,
            study_uid=body.uid or "",
            public_id=body.id or "",
            started_at=started,
            referrer=target_of(body.referrer) if body.referrer else "",
            extra={"api": kept} if kept else {},
        )
    return desk.created(study_json(desk, row), "ImagingStudy", row.public_id, version=row.version)


def read(desk: AtDesk, study_id: str) -> Response:
    """One study, whole."""
    row = _row(desk, study_id)
    return desk.shown(study_json(desk, row), version=row.version, changed=row.changed_at)


def delete(desk: AtDesk, study_id: str) -> JSONResponse:
    """Remove a study; a tombstone stays, and so do the bytes."""
    with desk.write() as unit:
        row = studies.study(unit, study_id)
        refuse_busy(unit, row.study_uid)
        studies.forget(unit, row.study_uid)
    return JSONResponse({"id": row.public_id, "deleted": True})


def _row(desk: Desk, study_id: str) -> StudyRow:
    with desk.read() as unit:
        return studies.study(unit, study_id)


def _somebody(unit: Unit, patient_id: str) -> PatientRow | None:
    try:
        return patients.find(unit, patient_id.rpartition("/")[2])
    except NotFound:
        return None


def _moment(desk: Desk, text: str | None) -> datetime | None:
    """When it began; a time without a zone is the camp's. Raises Invalid."""
    if not text:
        return None
    try:
        moment = moment_in(text, desk.store.zone)
    except (ValueError, OverflowError) as error:
        raise Invalid("started is not a date and time.", fields={"started": "not a date and time"}) from error
    if moment.year < OLDEST_YEAR:
        raise Invalid("started is too long ago.", fields={"started": "too long ago"})
    return moment
