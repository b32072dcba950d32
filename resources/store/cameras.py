"""Cameras that a person has given rules: one row for each calling AE title, with its history in the feed.

It knows no configuration (``workstation/camerabook.py`` puts that on top), refuses rules that cannot be read, and changes no
picture that came before.
"""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Table, insert, select, update

from resources.model import Camera, Instance
from resources.problems import NotFound
from resources.store import changes
from resources.store.rows import CameraSample
from resources.store.store import Unit
from resources.terms import Kind, Operation
from resources.wire.camerarules import CONFIGURABLE, CameraRules, Charset, NameOrder, Trust, checked
from resources.wire.dates import moment_of_dt

table: Table = Camera.__table__  # type: ignore[assignment]
instances = Instance.__table__
LOOKED_AT = 20
"""The latest pictures of a camera that its rules are tried on."""


def rules(unit: Unit, ae_title: str) -> CameraRules:
    """What a person has said of this camera; the defaults for one that nobody has spoken of."""
    row = _row(unit, ae_title.strip())
    return CameraRules(ae_title.strip()) if row is None or row.forgotten_at else _rules(row)


def everyone(unit: Unit) -> list[CameraRules]:
    """Every camera with rules, in the order they were added."""
    query = select(table).where(table.c.forgotten_at.is_(None)).order_by(table.c.pk)
    return [_rules(row) for row in unit.execute(query)]


def save(unit: Unit, said: CameraRules) -> CameraRules:
    """Write rules down, in place of those that were there. Raises Invalid."""
    said = checked(said)
    row = _row(unit, said.ae_title)
    if row is not None and row.forgotten_at is None and _rules(row) == said:
        return said
    version = 1 if row is None else row.version + 1
    values = {**_columns(said), "version": version, "changed_at": unit.now, "forgotten_at": None}
    if row is None:
        unit.execute(insert(table).values(**values, created_at=unit.now))
    else:
        unit.execute(update(table).where(table.c.pk == row.pk).values(**values))
    is_new = row is None or row.forgotten_at is not None
    operation = Operation.CREATE if is_new else Operation.AMEND
    changes.record(unit, Kind.CAMERA, said.ae_title, operation, version=version, snapshot=_columns(said))
    return said


def forget(unit: Unit, ae_title: str) -> None:
    """From now on this is a camera like any unknown one; its rules stay in the history. Raises NotFound."""
    row = _row(unit, ae_title.strip())
    if row is None or row.forgotten_at is not None:
        raise NotFound("There are no rules for this camera.")
    unit.execute(update(table).where(table.c.pk == row.pk).values(forgotten_at=unit.now, version=row.version + 1))
    changes.record(unit, Kind.CAMERA, row.ae_title, Operation.FORGET, version=row.version + 1)


def history(unit: Unit, ae_title: str) -> list[CameraRules]:
    """The rules as they were, oldest first: any of them can be saved again."""
    found = changes.of(unit, Kind.CAMERA, ae_title.strip())
    return [_of(change.snapshot) for change in found if change.operation is not Operation.FORGET]


def samples(unit: Unit, ae_title: str, limit: int = LOOKED_AT) -> list[CameraSample]:
    """The latest pictures of this camera, newest first: the number and name they came with, and their two times."""
    from resources.model import Series, Study

    series, study = Series.__table__, Study.__table__
    whole = instances.join(series, instances.c.series_pk == series.c.pk).join(study, series.c.study_pk == study.c.pk)
    wanted = [instances.c.instance_uid, instances.c.acquired, instances.c.received_at, study.c.identity]
    query = select(*wanted, study.c.patient_pk).select_from(whole)
    query = query.where(instances.c.calling_ae_title == ae_title.strip(), instances.c.digest.is_not(None))
    rows = unit.execute(query.order_by(instances.c.pk.desc()).limit(limit))
    return [_sample(unit, row) for row in rows]


def _row(unit: Unit, ae_title: str) -> Any:
    return unit.execute(select(table).where(table.c.ae_title == ae_title)).first()


def _columns(said: CameraRules) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, str) else value for name, value in asdict(said).items()}


def _rules(row: Any) -> CameraRules:
    return _of(row._mapping)


def _of(values: Any) -> CameraRules:
    said = {name: values[name] for name in CONFIGURABLE if name in values}
    enums = {
        "charset": Charset(said["charset"]),
        "name_order": NameOrder(said["name_order"]),
        "trust": Trust(said["trust"]),
    }
    return CameraRules(**{**said, **enums})


def _sample(unit: Unit, row: Any) -> CameraSample:
    taken = moment_of_dt(row.acquired, unit.store.zone)
    said = row.identity or {}
    return CameraSample(
        row.instance_uid,
        str(said.get("patient_id", "")),
        str(said.get("name", "")),
        row.patient_pk is not None,
        taken,
        row.received_at,
    )
