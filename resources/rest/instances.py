"""Instances of a study (rows 13 and 15): announced before their picture comes, read in the form that is asked for."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse

from resources.http.accepting import best
from resources.problems import Invalid, NotFound
from resources.rest.desk import AtDesk, Desk, etag, unless_known
from resources.rest.fields import Document, Line, Uid, filled
from resources.rest.treejson import instance_json, series_head
from resources.store import making, studies
from resources.store.copies import copy_of
from resources.store.rows import InstanceRow, SeriesRow, StudyRow
from resources.terms import Field as Aim
from resources.terms import Laterality
from resources.wire.pixels import jpeg_of

JSON, JPEG, DICOM = "application/json", "image/jpeg", "application/dicom"
EXAMPLE: JsonDict = {
    "modality": "OP",
    "laterality": "LEFT",
    "instance": [{"sopClass": "1.2.840.10008.5.1.4.1.1.77.1.5.2", "type": "macular-centered", "title": "CENTRAL"}],
}
OP_TYPES = frozenset(
    {
        "posterior-pole",
        "post-pole-stereo-shift",
        "macular-centered",
        "disc-centered",
        "superior-temporal",
        "inferior-temporal",
    }
)
OPT_TYPES = frozenset({"posterior-segment", "macular-mode", "nerve-mode"})
TYPES = {"OP": OP_TYPES, "OPT": OPT_TYPES, "OCT": OPT_TYPES, "XC": frozenset({"external"})}
AIMS = {"macular-centered": Aim.MACULA, "disc-centered": Aim.DISC, "external": Aim.EXTERNAL}


class Modality(StrEnum):
    """The eye's part of CID 29; OCT is how the seed writes OPT."""

    AR = "AR"
    IVOCT = "IVOCT"
    KER = "KER"
    LEN = "LEN"
    OAM = "OAM"
    OCT = "OCT"
    OP = "OP"
    OPM = "OPM"
    OPR = "OPR"
    OPT = "OPT"
    OPV = "OPV"
    OSS = "OSS"
    SRF = "SRF"
    VA = "VA"
    XC = "XC"

    @property
    def code(self) -> str:
        """As DICOM writes it."""
        return "OPT" if self is Modality.OCT else self.value


SOP_CLASSES = {"OPT": "1.2.840.10008.5.1.4.1.1.77.1.5.4", "XC": "1.2.840.10008.5.1.4.1.1.77.1.4"}
OPHTHALMIC_8_BIT = "1.2.840.10008.5.1.4.1.1.77.1.5.1"


class Eye(StrEnum):
    """As the seed writes a side; a side that is not said is unknown."""

    RIGHT = "RIGHT"
    LEFT = "LEFT"
    BILATERAL = "BILATERAL"


class Announced(Document):
    """One instance whose picture is still to come."""

    uid: Uid | None = None
    sop_class: Uid | None = Field(None, alias="sopClass")
    type: Line = ""
    title: Line = ""


class SeriesBody(Document):
    """Instances of one kind and one side."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"examples": [EXAMPLE]})

    modality: Modality
    laterality: Eye | None = None
    instance: Annotated[list[Announced], Field(min_length=1, max_length=100)]

    def items(self) -> list[dict[str, str]]:
        """What the store keeps of each. Raises Invalid for a type that this modality does not have."""
        listed = TYPES.get(self.modality.value)
        for place, one in enumerate(self.instance):
            if listed and one.type and one.type not in listed:
                fault = {f"instance.{place}.type": f"one of {', '.join(sorted(listed))}"}
                raise Invalid(f"{self.modality.value} has no type {one.type}.", fields=fault)
        return [self._item(one) for one in self.instance]

    def _item(self, one: Announced) -> dict[str, str]:
        return filled(
            instance_uid=one.uid,
            sop_class_uid=one.sop_class or SOP_CLASSES.get(self.modality.code, OPHTHALMIC_8_BIT),
            type=one.type,
            title=one.title or ("" if self.modality.value in TYPES else one.type),
            field=AIMS.get(one.type),
        )


def create(desk: AtDesk, study_id: str, body: SeriesBody) -> JSONResponse:
    """Announce instances; their series is made where there is none of this kind and side."""
    side = Laterality.of(body.laterality)
    items = body.items()
    with desk.write() as unit:
        made = making.announce(unit, study_id, modality=body.modality.code, laterality=side, items=items)
        study = studies.study(unit, study_id)
    series = next(one for one in study.series if one.series_uid == made[0].series_uid)
    answer = {
        "study": study.public_id,
        "series": series_head(series),
        "instance": [instance_json(desk, study, series, row) for row in made],
    }
    return desk.created(answer, "ImagingStudy", study.public_id, "series", series.pk, made[0].pk)


def read(desk: AtDesk, study_id: str, series_id: str, instance_id: str) -> Response:
    """The record of one instance; or its picture, or its file, where the caller asks for that."""
    with desk.read() as unit:
        study = studies.study(unit, study_id)
    series, row = _inside(study, series_id, instance_id)
    kind = best(desk.request.headers.get("accept"), [JSON, JPEG, DICOM])
    if kind is None:
        raise HTTPException(406, f"An instance is given as {JSON}, {JPEG} or {DICOM}.")
    if kind == JSON:
        body: dict[str, Any] = instance_json(desk, study, series, row)
        answer: Response = JSONResponse(body, headers={"Vary": "Accept"})
        tag = etag(row.version)
    else:
        answer = _content(desk, study, row, kind)
        tag = etag(f"{kind.rpartition('/')[2]}-{study.version}-{row.digest}")
    return unless_known(desk.request, answer, tag=tag, changed=study.changed_at)


def _content(desk: Desk, study: StudyRow, row: InstanceRow, kind: str) -> Response:
    if row.digest is None:
        raise NotFound("The picture of this instance has not come yet.")
    if kind == DICOM:
        length, pieces = copy_of(desk.store.vault, row, study)
        headers = {"Content-Length": str(length), "Vary": "Accept"}
        return StreamingResponse(pieces, media_type=DICOM, headers=headers)
    with desk.store.vault.open(row.digest) as stream:
        picture = jpeg_of(stream)
    if picture is None:
        raise HTTPException(406, "This instance is not a baseline JPEG; ask for application/dicom.")
    return Response(picture, media_type=JPEG, headers={"Vary": "Accept"})


def _inside(study: StudyRow, series_id: str, instance_id: str) -> tuple[SeriesRow, InstanceRow]:
    """The instance, in that series, in that study. Raises NotFound when they do not belong together."""
    for series in study.series:
        if series_id in (str(series.pk), series.series_uid):
            for row in series.instances:
                if instance_id in (str(row.pk), row.instance_uid):
                    return series, row
    raise NotFound("There is no such instance in this series of this study.")
