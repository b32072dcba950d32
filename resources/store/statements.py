"""What a client of FHIR states of a study, written down: a new study, or another content of one that is here.

Pictures that are kept stay kept: a statement cannot leave one out, give it another class, or hand it to another person.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select, update

from resources.model import Instance, Series, Study
from resources.problems import Conflict, Invalid
from resources.store import patients, studies, trees
from resources.store.rows import InstanceRow, SeriesRow, StudyRow
from resources.store.store import Unit
from resources.terms import Laterality, Operation

study_table = Study.__table__
series_table = Series.__table__
instance_table = Instance.__table__


class InstanceStatement(NamedTuple):
    """One instance; ``extra`` is what was said beyond the columns."""

    uid: str
    sop_class_uid: str
    number: int | None
    title: str
    extra: Mapping[str, Any]


class SeriesStatement(NamedTuple):
    """One series."""

    uid: str
    modality: str
    number: int | None
    description: str
    laterality: Laterality | None
    extra: Mapping[str, Any]
    instances: tuple[InstanceStatement, ...]


class StudyStatement(NamedTuple):
    """One study, whole. ``started`` is the first moment that is meant and the first one after; ``uid`` may be empty: make one."""

    uid: str
    patient_uuid: str
    started: tuple[datetime, datetime] | None
    accession_number: str
    description: str
    extra: Mapping[str, Any]
    series: tuple[SeriesStatement, ...]


def create(unit: Unit, said: StudyStatement, *, uuid: str = "") -> StudyRow:
    """A new study. Raises NotFound for nobody, Conflict for a UID or an id in use."""
    owner = patients.find(unit, said.patient_uuid)
    uid = said.uid or unit.new_uid()
    if unit.execute(select(study_table.c.pk).where(study_table.c.study_uid == uid)).first():
        raise Conflict("There is, or was, a study with this UID already.", fields={"ImagingStudy.uid": "in use"})
    unit.execute(
        insert(Study).values(
            uuid=uuid or unit.new_uuid(),
            public_id=studies.free_public_id(unit),
            study_uid=uid,
            source_study_uid=uid,
            patient_pk=owner.pk,
            version=0,
            created_at=unit.now,
            changed_at=unit.now,
        )
    )
    _write(unit, said._replace(uid=uid))
    studies.touch(unit, _pk(unit, uid))
    return studies.study(unit, uid)


def replace(unit: Unit, row: StudyRow, said: StudyStatement) -> StudyRow:
    """The same study with another content. Raises Invalid for another UID, Conflict where a picture stands in the way."""
    if said.uid and said.uid != row.study_uid:
        raise Invalid("The UID of a study cannot change.", fields={"ImagingStudy.uid": "cannot change"})
    has_pictures = any(not instance.is_waiting for instance in row.instances)
    owner = patients.find(unit, said.patient_uuid)
    if has_pictures and (row.patient is None or row.patient.uuid != owner.uuid):
        raise Conflict("Pictures are given to another person at the station, where somebody looks at them.")
    unit.execute(update(Study).where(study_table.c.pk == row.pk).values(patient_pk=owner.pk, unmatched=None))
    _write(unit, said._replace(uid=row.study_uid))
    studies.touch(unit, row.pk)
    return studies.study(unit, row.study_uid)


def restore(unit: Unit, uuid: str) -> StudyRow:
    """Take back a removal; what was in the study is stated anew by the caller."""
    unit.execute(update(Study).where(study_table.c.uuid == uuid).values(forgotten_at=None))
    return studies.study(unit, uuid)


def _write(unit: Unit, said: StudyStatement) -> None:
    """Columns, series and instances, without a new version: the caller touches."""
    pk = _pk(unit, said.uid)
    known = unit.execute(select(study_table.c.extra).where(study_table.c.pk == pk)).scalar_one()
    extra = {**known, "fhir": dict(said.extra)}
    extra.pop("fhir_started", None)
    if said.started:
        extra["fhir_started"] = [instant.isoformat(timespec="microseconds") for instant in said.started]
    before = trees.studies(unit, study_table.c.pk == pk, limit=1, offset=0, newest_first=False)[0]
    values: dict[str, Any] = {
        "accession_number": said.accession_number,
        "description": said.description[:256],
        "extra": extra,
    }
    if said.started or all(row.is_waiting for row in before.instances):  # what the camera said orders the pictures
        values["started_at"] = said.started[0] if said.started else None
    unit.execute(update(Study).where(study_table.c.pk == pk).values(**values))
    _remove_unsaid(unit, before, said)
    for one in said.series:
        _series(unit, pk, said.uid, one, next((row for row in before.series if row.series_uid == one.uid), None))


def _pk(unit: Unit, study_uid: str) -> int:
    return int(unit.execute(select(study_table.c.pk).where(study_table.c.study_uid == study_uid)).scalar_one())


def _remove_unsaid(unit: Unit, before: StudyRow, said: StudyStatement) -> None:
    """What the statement leaves out goes, unless it is a picture. Raises Conflict."""
    series_uids = {one.uid for one in said.series}
    uids = {instance.uid for one in said.series for instance in one.instances}
    for row in before.instances:
        if row.instance_uid not in uids:
            if not row.is_waiting:
                raise Conflict("A picture that is kept here is not taken away by leaving it out.")
            _forget_instance(unit, row)
    for series in before.series:
        if series.series_uid not in series_uids:
            unit.execute(update(Series).where(series_table.c.pk == series.pk).values(forgotten_at=unit.now))
            gone = unit.execute(select(series_table).where(series_table.c.pk == series.pk)).one()
            studies.record_series(unit, gone, before.study_uid, Operation.FORGET)


def _forget_instance(unit: Unit, row: InstanceRow) -> None:
    unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(forgotten_at=unit.now))
    studies.record_instance(unit, row, Operation.FORGET, version=row.version + 1)


def _series(unit: Unit, study_pk: int, study_uid: str, said: SeriesStatement, before: SeriesRow | None) -> None:
    values = {
        "modality": said.modality,
        "number": said.number,
        "description": said.description[:256],
        "laterality": said.laterality.value if said.laterality else None,
        "forgotten_at": None,
    }
    found = unit.execute(select(series_table).where(series_table.c.series_uid == said.uid)).first()
    if found is not None and found.study_pk != study_pk:
        raise Conflict("A series with this UID is in another study.", fields={"ImagingStudy.series.uid": "in use"})
    if found is None:
        own = {"series_uid": said.uid, "source_series_uid": said.uid, "study_pk": study_pk, "created_at": unit.now}
        unit.execute(insert(Series).values(**own, **values, extra={"fhir": dict(said.extra)}))
    else:
        extra = {**found.extra, "fhir": dict(said.extra)}
        unit.execute(update(Series).where(series_table.c.pk == found.pk).values(**values, extra=extra))
    row = unit.execute(select(series_table).where(series_table.c.series_uid == said.uid)).one()
    if found is None or found != row:
        studies.record_series(unit, row, study_uid, Operation.AMEND if found else Operation.CREATE)
    for one in said.instances:
        _instance(unit, row.pk, one, said.laterality)
    if before is not None and said.laterality is not None:
        _say_side(unit, before, said.laterality)


def _say_side(unit: Unit, before: SeriesRow, side: Laterality) -> None:
    """A side that is said is written down for what is there; silence takes no side away (hazard HZ-02)."""
    for row in before.instances:
        if row.laterality != side:
            studies.amend_instance(unit, row, laterality=side.value, laterality_by=unit.actor)


def _instance(unit: Unit, series_pk: int, said: InstanceStatement, side: Laterality | None) -> None:
    known = trees.instances(unit, instance_table.c.instance_uid == said.uid, also_forgotten=True)
    extra = {"fhir": dict(said.extra)} if said.extra else {}
    values = {"number": said.number, "title": said.title[:128], "extra": extra}
    if not known:
        unit.execute(
            insert(Instance).values(
                uuid=unit.new_uuid(),
                instance_uid=said.uid,
                series_pk=series_pk,
                sop_class_uid=said.sop_class_uid,
                laterality=side.value if side else None,
                laterality_by=unit.actor if side else "",
                origin=unit.origin.value,
                received_at=unit.now,
                **values,
            )
        )
        studies.record_instance(unit, studies.instance(unit, said.uid), Operation.CREATE, version=1)
        return
    row = known[0]
    forgotten = unit.execute(select(instance_table.c.forgotten_at).where(instance_table.c.pk == row.pk)).scalar()
    _check_place(unit, row, series_pk, said)
    if not row.is_waiting:
        values["extra"] = {**row.extra, **extra}
    else:
        values["sop_class_uid"] = said.sop_class_uid
    if forgotten is not None or any(getattr(row, name) != value for name, value in values.items()):
        studies.amend_instance(unit, row, forgotten_at=None, **values)


def _check_place(unit: Unit, row: InstanceRow, series_pk: int, said: InstanceStatement) -> None:
    here = unit.execute(select(instance_table.c.series_pk).where(instance_table.c.pk == row.pk)).scalar_one()
    if here != series_pk:
        raise Conflict("An instance with this UID is elsewhere.", fields={"ImagingStudy.series.instance.uid": "in use"})
    if not row.is_waiting and row.sop_class_uid != said.sop_class_uid:
        raise Conflict("The class of a picture that is kept here cannot change.")
