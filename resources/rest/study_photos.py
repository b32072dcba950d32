"""A photograph for a study (row 14). It becomes a DICOM instance: of the one that waits for it, or a new one.

The eye is stated, by the announcement or by the caller; it never follows from an order or a name (HZ-02, HZ-12). When
several instances wait and none is named, nothing is stored and the answer lists them with their eyes.
"""

from collections.abc import Callable
from io import BytesIO
from itertools import chain, repeat
from typing import Any

from starlette.responses import JSONResponse

from resources.problems import Conflict, Damaged, Invalid, NotFound
from resources.rest.desk import AtDesk, Desk
from resources.rest.treejson import announced_class, common_side, instance_json
from resources.rest.uploads import Upload, Uploaded
from resources.store import Unit, filing, studies
from resources.store.copies import identity_of
from resources.store.rows import Arrival, InstanceRow, PatientRow, SeriesRow, StudyRow
from resources.store.vault import Blob
from resources.terms import Field, Laterality, Origin
from resources.wire.header import Header
from resources.wire.part10 import header_of
from resources.wire.photograph import Photograph, Sitting, photograph
from resources.wire.pictures import checked

PHOTOGRAPHED = frozenset({"OP", "XC"})


def create(desk: AtDesk, study_id: str, upload: Uploaded) -> JSONResponse:
    """Keep a photograph."""
    side = _said_side(desk, upload)
    with desk.read() as unit:
        study = studies.study(unit, study_id)
        owner = _owner(study)
        waiting = _waiting(study, _said(desk, upload, "instance"))
        sitting = _sitting(desk, study, owner, waiting, side)
        made = _made(upload.data, sitting, _uids(unit, waiting))
    file = made.file_meta + made.data_set
    header = header_of(BytesIO(file))
    blob = desk.store.vault.admit(file, data_set_offset=len(made.file_meta))
    with desk.write() as unit:
        row = _file(unit, study, waiting, header, blob)
        study = studies.study(unit, study.uuid)
    series = next(one for one in study.series if one.series_uid == row.series_uid)
    answer: dict[str, Any] = instance_json(desk, study, series, row)
    if warnings := _warnings(row, series, header, made):
        answer["warnings"] = warnings
    return desk.created(answer, "ImagingStudy", study.public_id, "series", series.pk, row.pk, version=row.version)


def _made(data: bytes, sitting: Sitting, new_uid: Callable[[], str]) -> Photograph:
    """Raises Invalid: what is damaged here is what was sent, not what is kept."""
    try:
        return photograph(checked(data).data, sitting, new_uid)
    except Damaged as problem:
        raise Invalid(problem.sentence) from problem


def _said(desk: Desk, upload: Upload, name: str) -> str:
    """A field of the form, or of the address."""
    return upload.said.get(name) or desk.request.query_params.get(name, "")


def _said_side(desk: Desk, upload: Upload) -> Laterality | None:
    text = _said(desk, upload, "laterality")
    side = Laterality.of(text)
    if text and side is None:
        raise Invalid("The eye is RIGHT, LEFT or BILATERAL.", fields={"laterality": "RIGHT, LEFT or BILATERAL"})
    return side


def _owner(study: StudyRow) -> PatientRow:
    if study.patient is None:
        raise Conflict("Nobody has said yet whose study this is.")
    return study.patient


def _waiting(study: StudyRow, named: str) -> InstanceRow | None:
    """The instance that this photograph is of; ``None`` when none waits. Raises NotFound or Conflict."""
    if named:
        row = next((one for one in study.instances if named in (str(one.pk), one.instance_uid)), None)
        if row is None:
            raise NotFound("There is no such instance in this study.", fields={"instance": "not in this study"})
        if not row.is_waiting:
            raise Conflict("This instance has its picture already.", fields={"instance": "has its picture"})
    else:
        row = _only_one(study)
    if row is not None and row.modality not in PHOTOGRAPHED:
        raise Conflict(f"A photograph is not what this {row.modality} instance waits for.")
    return row


def _only_one(study: StudyRow) -> InstanceRow | None:
    waiting = [one for one in study.instances if one.is_waiting]
    if len(waiting) > 1:
        raise Conflict(
            f"{len(waiting)} instances wait for their picture. Say which one this is of.",
            fields={str(one.pk): _described(one) for one in waiting},
        )
    return waiting[0] if waiting else None


def _described(row: InstanceRow) -> str:
    side = row.laterality.word if row.laterality else "eye not stated"
    return ", ".join(part for part in (side, row.title, row.type) if part)


def _sitting(
    desk: Desk, study: StudyRow, owner: PatientRow, waiting: InstanceRow | None, side: Laterality | None
) -> Sitting:
    """What the picture belongs to. Raises Conflict when the caller and the announcement name two eyes."""
    if waiting is not None and waiting.laterality and side and waiting.laterality != side:
        raise Conflict(f"{waiting.laterality.eye} was announced, and {side.eye} is said now.")
    eye = (waiting and waiting.laterality) or side
    series = _series_for(study, waiting, eye)
    fresh = max((one.number or 0 for one in study.series), default=0) + 1
    following = max((one.number or 0 for one in series.instances), default=0) + 1 if series else 1
    return Sitting(
        identity=identity_of(owner),
        laterality=eye,
        taken_at=(study.started_at or desk.store.clock()).astimezone(desk.store.zone),
        field=Field(waiting.field) if waiting and waiting.field else None,
        study_uid=study.source_study_uid,
        series_uid=series.instances[0].source_series_uid if series else "",
        study_id=study.study_id,
        series_number=(series.number or 1) if series else fresh,
        instance_number=(waiting.number or 1) if waiting else following,
        accession_number=study.accession_number,
    )


def _series_for(study: StudyRow, waiting: InstanceRow | None, eye: Laterality | None) -> SeriesRow | None:
    if waiting is not None:
        return next(one for one in study.series if one.series_uid == waiting.series_uid)
    return next((one for one in study.series if eye and _is_ours(one) and common_side(one) == eye), None)


def _is_ours(series: SeriesRow) -> bool:
    """Whether it holds photographs that came this way; a camera's series is not added to."""
    return series.modality == "OP" and all(one.origin is Origin.REST for one in series.instances)


def _uids(unit: Unit, waiting: InstanceRow | None) -> Callable[[], str]:
    """New UIDs; the first one names the instance, so it is the announced one where there is one."""
    announced = [waiting.instance_uid] if waiting else []
    uids = chain(announced, (make() for make in repeat(unit.new_uid)))
    return lambda: next(uids)


def _file(unit: Unit, study: StudyRow, waiting: InstanceRow | None, header: Header, blob: Blob) -> InstanceRow:
    """Raises Gone or Conflict when the study is not what it was a moment ago."""
    now, arrival = studies.study(unit, study.uuid), Arrival(Origin.REST)
    if now.patient is None or now.patient != study.patient:
        raise Conflict("This study has just been moved to somebody else.")
    if waiting is not None:
        filing.attach(unit, waiting.instance_uid, header, blob, arrival)
    else:
        filing.file_for(unit, now.patient.uuid, header, blob, arrival)
    return studies.instance(unit, header.instance_uid)


def _warnings(row: InstanceRow, series: SeriesRow, header: Header, made: Photograph) -> list[str]:
    said = []
    announced = announced_class(row)
    if announced != header.sop_class_uid:
        said.append(f"Kept as {header.sop_class_uid}: the pixels of a JPEG have 8 bits (announced: {announced}).")
    if series.modality != header.modality:
        said.append(f"Kept as {header.modality}, ophthalmic photography (announced: {series.modality}).")
    if made.is_mirrored:
        said.append("The picture says that it is mirrored: check which eye it shows.")
    return said
