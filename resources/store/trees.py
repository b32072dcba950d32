"""Reading studies whole: study, series and instance rows joined into frozen values, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_, select

from resources.model import Instance, Patient, Series, Study
from resources.store import patients
from resources.store.prepared import Prepared, by_keys, keys
from resources.store.rows import InstanceRow, PatientRow, SeriesRow, StudyRow
from resources.store.store import Unit
from resources.terms import Laterality, Origin

study_table = Study.__table__
series_table = Series.__table__
instance_table = Instance.__table__
patient_table = Patient.__table__

_INSTANCES = (
    select(
        instance_table,
        series_table.c.series_uid,
        series_table.c.source_series_uid,
        series_table.c.modality,
        study_table.c.study_uid,
        study_table.c.source_study_uid,
        patient_table.c.uuid.label("patient_uuid"),
    )
    .join(series_table, instance_table.c.series_pk == series_table.c.pk)
    .join(study_table, series_table.c.study_pk == study_table.c.pk)
    .outerjoin(patient_table, study_table.c.patient_pk == patient_table.c.pk)
    .order_by(instance_table.c.pk)
)

_INSTANCES_OF_STUDY = Prepared(
    _INSTANCES.where(series_table.c.study_pk == bindparam("study"), instance_table.c.forgotten_at.is_(None))
)
_SERIES_OF_STUDY = Prepared(
    select(series_table)
    .where(series_table.c.study_pk == bindparam("study"), series_table.c.forgotten_at.is_(None))
    .order_by(series_table.c.pk)
)
_STUDY_BY_KEY = Prepared(
    select(study_table).where(
        or_(
            *(
                column == bindparam("key")
                for column in (study_table.c.study_uid, study_table.c.uuid, study_table.c.public_id)
            )
        ),
        study_table.c.forgotten_at.is_(None),
    )
)
_LIVING = _INSTANCES.where(instance_table.c.forgotten_at.is_(None))
_INSTANCES_BY_KEY = by_keys(_LIVING, instance_table.c.pk)
_INSTANCES_OF_STUDIES = by_keys(_LIVING, series_table.c.study_pk)
_SERIES_OF_STUDIES = by_keys(
    select(series_table).where(series_table.c.forgotten_at.is_(None)).order_by(series_table.c.pk),
    series_table.c.study_pk,
)
_LIVING_INSTANCE = Prepared(
    _LIVING.where(
        or_(*(column == bindparam("key") for column in (instance_table.c.instance_uid, instance_table.c.uuid)))
    )
)
_ONE_INSTANCE = Prepared(_INSTANCES.where(instance_table.c.instance_uid == bindparam("uid")))


def instances(unit: Unit, where: ColumnElement[bool] | None, *, also_forgotten: bool = False) -> list[InstanceRow]:
    """Instances with the UIDs they are published under, in the order they came."""
    query = _INSTANCES if where is None else _INSTANCES.where(where)
    if not also_forgotten:
        query = query.where(instance_table.c.forgotten_at.is_(None))
    return [_instance(row) for row in unit.execute(query)]


def by_key(unit: Unit, pks: Iterable[int]) -> list[InstanceRow]:
    """Instances by the rows' own keys, in the order they came."""
    return [_instance(row) for row in unit.run(_INSTANCES_BY_KEY, keys(pks))]


def living_instance(unit: Unit, key: str) -> InstanceRow | None:
    """One instance by UID or uuid, unless it was removed."""
    found = unit.run(_LIVING_INSTANCE, {"key": key})
    return _instance(found[0]) if found else None


def instance(unit: Unit, instance_uid: str) -> InstanceRow | None:
    """One instance by the number it is published under, forgotten or not."""
    found = unit.run(_ONE_INSTANCE, {"uid": instance_uid})
    return _instance(found[0]) if found else None


def study(unit: Unit, key: str) -> StudyRow | None:
    """One study by UID, uuid or public id: what is asked most."""
    rows = unit.run(_STUDY_BY_KEY, {"key": key})
    if not rows:
        return None
    here = {"study": rows[0].pk}
    inside = [_instance(row) for row in unit.run(_INSTANCES_OF_STUDY, here)]
    series = _with_members(unit.run(_SERIES_OF_STUDY, here), inside).get(rows[0].pk, ())
    return _study(rows[0], tuple(series), patients.with_pk(unit, rows[0].patient_pk))


def studies(
    unit: Unit, where: ColumnElement[bool] | None, *, limit: int, offset: int, newest_first: bool
) -> list[StudyRow]:
    """Studies with their series and instances."""
    order = (study_table.c.started_at.desc(), study_table.c.pk.desc()) if newest_first else (study_table.c.pk,)
    query = select(study_table).where(study_table.c.forgotten_at.is_(None)).order_by(*order).limit(limit).offset(offset)
    rows = unit.execute(query if where is None else query.where(where)).all()
    series = _series(unit, [row.pk for row in rows])
    owners = _owners(unit, {row.patient_pk for row in rows if row.patient_pk is not None})
    return [_study(row, tuple(series.get(row.pk, ())), owners.get(row.patient_pk)) for row in rows]


def _owners(unit: Unit, pks: set[int]) -> dict[int | None, PatientRow]:
    if not pks:
        return {}
    return {row.pk: row for row in patients.listed(unit, patient_table.c.pk.in_(pks), limit=len(pks))}


def _series(unit: Unit, study_pks: list[int]) -> Mapping[int, list[SeriesRow]]:
    if not study_pks:
        return {}
    wanted = keys(study_pks)
    inside = [_instance(row) for row in unit.run(_INSTANCES_OF_STUDIES, wanted)]
    return _with_members(unit.run(_SERIES_OF_STUDIES, wanted), inside)


def _with_members(rows: Iterable[Any], inside: Iterable[InstanceRow]) -> Mapping[int, list[SeriesRow]]:
    """Series by the keys of their studies."""
    found: dict[int, list[SeriesRow]] = defaultdict(list)
    by_series: dict[str, list[InstanceRow]] = defaultdict(list)
    for instance in inside:
        by_series[instance.series_uid].append(instance)
    for row in rows:
        members = by_series[row.series_uid]
        if members or "fhir" in row.extra:  # an empty one is shown only where a client spoke of it
            found[row.study_pk].append(_one_series(row, members))
    return found


def _one_series(row: Any, members: list[InstanceRow]) -> SeriesRow:
    ordered = sorted(members, key=lambda instance: (instance.number is None, instance.number or 0, instance.pk))
    return SeriesRow(
        pk=row.pk,
        series_uid=row.series_uid,
        modality=row.modality,
        number=row.number,
        description=row.description,
        laterality=Laterality.of(row.laterality),
        station_name=row.station_name,
        manufacturer=row.manufacturer,
        model_name=row.model_name,
        instances=tuple(ordered),
        extra=row.extra,
    )


_SHARED = (
    "pk", "uuid", "public_id", "study_uid", "source_study_uid", "identity", "unmatched", "started_at", "study_date",
    "study_time", "study_id", "accession_number", "description", "referrer", "version", "created_at", "changed_at", "extra",
)  # fmt: skip


def _study(row: Any, series: tuple[SeriesRow, ...], patient: PatientRow | None) -> StudyRow:
    facts = {name: getattr(row, name) for name in _SHARED}
    return StudyRow(**facts, flags=tuple(row.flags), patient=patient, series=series)


_SAME = (
    "pk", "uuid", "instance_uid", "series_uid", "study_uid", "source_series_uid", "source_study_uid", "patient_uuid",
    "sop_class_uid", "transfer_syntax_uid", "modality", "number", "title", "type", "laterality_by", "field", "rows", "columns",
    "frames", "bits_allocated", "photometric", "has_pixels", "acquired", "digest", "data_set_digest", "size",
    "calling_ae_title", "received_at", "hidden", "version", "extra",
)  # fmt: skip


def _instance(row: Any) -> InstanceRow:
    facts = {name: getattr(row, name) for name in _SAME}
    return InstanceRow(
        **facts,
        laterality=Laterality.of(row.laterality),
        laterality_stated=Laterality.of(row.laterality_stated),
        origin=Origin(row.origin),
    )
