"""Small previews of pictures that headquarters has and this laptop has not yet: beside the studies, never among them (HZ-09).

Nothing counts one as a picture that is here, sends it, confirms it, or gives it out. As soon as the original is known here, or
was removed here on purpose, its preview is shown no more, and ``clear`` removes it; what was graded from it keeps that it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select

from resources.model import Instance, Patient, Preview
from resources.problems import Problem
from resources.store import changes, evictions, patients, studies
from resources.store.rows import InstanceRow
from resources.store.store import Store, Unit
from resources.store.vault import Blob
from resources.terms import Kind, Laterality, Operation, Origin

table = Preview.__table__
people = Patient.__table__
OPHTHALMIC_PHOTOGRAPH = (
    "1.2.840.10008.5.1.4.1.1.77.1.5.1"  # PS3.4 B.5; what a preview is taken for until the original comes
)


@dataclass(frozen=True, slots=True)
class Announced:
    """What headquarters says of a picture that is there. The eye is stated, or there is no preview of it (HZ-02)."""

    instance_uid: str
    series_uid: str
    study_uid: str
    day: date
    laterality: Laterality
    rows: int
    columns: int
    acquired: str = ""
    """When it was taken by the camera's clock, as a DT; empty where headquarters does not say."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One preview: of which day, and as the row of a picture whose bytes are not here."""

    day: date
    row: InstanceRow


def keep(unit: Unit, patient_key: str, said: Announced, blob: Blob) -> bool:
    """Keep a preview of somebody's picture; whether it was: not of one that is known here, nor a second one."""
    same = select(table.c.pk).where(table.c.instance_uid == said.instance_uid)
    if studies.known(unit, said.instance_uid) is not None or unit.execute(same).first():
        return False
    owner = patients.find(unit, patient_key)
    unit.execute(
        insert(Preview).values(
            instance_uid=said.instance_uid,
            series_uid=said.series_uid,
            study_uid=said.study_uid,
            patient_pk=owner.pk,
            day=said.day,
            laterality=said.laterality.value,
            rows=said.rows,
            columns=said.columns,
            acquired=said.acquired[:32],
            digest=blob.digest,
            came_at=unit.now,
        )
    )
    snapshot = {"instance": said.instance_uid, "patient": owner.uuid}
    changes.record(unit, Kind.PREVIEW, said.instance_uid, Operation.CREATE, version=1, snapshot=snapshot)
    return True


def has(unit: Unit, instance_uid: str) -> bool:
    """Whether there is a preview of that picture, needed or not."""
    return unit.execute(select(table.c.pk).where(table.c.instance_uid == instance_uid)).first() is not None


def of_patient(unit: Unit, patient_pk: int) -> Sequence[PreviewRow]:
    """Those of a person whose originals are not known here, in the order they came."""
    return [_row(row) for row in unit.execute(_wanted().where(table.c.patient_pk == patient_pk).order_by(table.c.pk))]


def find(unit: Unit, instance_uid: str) -> InstanceRow | None:
    """The preview of that picture, while its original is not known here."""
    found = unit.execute(_wanted().where(table.c.instance_uid == instance_uid)).first()
    return _row(found).row if found is not None else None


def clear(store: Store) -> int:
    """Remove those that nobody is shown any more: the original is here, it was removed here, or the person was. How many.

    The file goes before its row, which else a start would take for a picture that came; whoever dies in between clears again.
    """
    with store.read() as unit:
        useless = [(row.instance_uid, row.digest) for row in unit.execute(_joined().where(_is_useless()))]
    return sum(_remove(store, uid, digest) for uid, digest in useless)


def _remove(store: Store, uid: str, digest: str) -> bool:
    with store.read() as unit:
        is_shared = _sharing(unit, digest) > 1 or evictions.speakers(unit, [digest])[digest] > 0
    if not is_shared and store.vault.path(digest).exists():  # or somebody died here before
        try:
            store.vault.put_away(digest)
        except Problem:
            return False  # it is read just now (Windows); the next time
    with store.write(Origin.STATION) as unit:
        unit.execute(delete(Preview).where(table.c.instance_uid == uid))
        changes.record(unit, Kind.PREVIEW, uid, Operation.FORGET, version=2, snapshot={"instance": uid})
    return True


def _sharing(unit: Unit, digest: str) -> int:
    return int(unit.execute(select(func.count()).select_from(table).where(table.c.digest == digest)).scalar_one())


def _joined() -> Select[Any]:
    return select(table, people.c.uuid.label("patient_uuid")).join(people, table.c.patient_pk == people.c.pk)


def _is_useless() -> ColumnElement[bool]:
    known = select(Instance.__table__.c.instance_uid)
    return or_(table.c.instance_uid.in_(known), people.c.forgotten_at.is_not(None))


def _wanted() -> Select[Any]:
    return _joined().where(~_is_useless())


def _row(row: Any) -> PreviewRow:
    side = Laterality(row.laterality)
    shown = InstanceRow(
        pk=-row.pk,
        uuid=row.instance_uid,
        instance_uid=row.instance_uid,
        series_uid=row.series_uid,
        study_uid=row.study_uid,
        source_series_uid=row.series_uid,
        source_study_uid=row.study_uid,
        patient_uuid=row.patient_uuid,
        sop_class_uid=OPHTHALMIC_PHOTOGRAPH,
        transfer_syntax_uid="",
        modality="OP",
        number=None,
        title="",
        type="",
        laterality=side,
        laterality_stated=side,
        laterality_by=Origin.HQ.value,
        field=None,
        rows=row.rows,
        columns=row.columns,
        frames=1,
        bits_allocated=None,
        photometric="",
        has_pixels=True,
        acquired=row.acquired,
        digest=None,
        data_set_digest=None,
        size=None,
        origin=Origin.HQ,
        calling_ae_title="",
        received_at=row.came_at,
        hidden="",
        version=0,
        preview=row.digest,
    )
    return PreviewRow(row.day, shown)
