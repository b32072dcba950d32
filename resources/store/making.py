"""Studies and instances that are made here, before there is a picture: by a client, or by a clinician."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from resources.model import Instance, Series, Study
from resources.problems import Conflict
from resources.store import patients, studies
from resources.store.rows import InstanceRow, StudyRow
from resources.store.store import Unit
from resources.terms import Laterality, Operation

study_table = Study.__table__
series_table = Series.__table__


def create(
    unit: Unit,
    patient_uuid: str,
    *,
    study_uid: str = "",
    public_id: str = "",
    started_at: datetime | None = None,
    referrer: str = "",
    extra: Mapping[str, Any] | None = None,
) -> StudyRow:
    """An empty study for a person. Raises NotFound for nobody, Conflict for an id or UID in use."""
    patient = patients.find(unit, patient_uuid)
    uid = study_uid or unit.new_uid()
    wanted = public_id or studies.free_public_id(unit)
    for column, value in ((study_table.c.study_uid, uid), (study_table.c.public_id, wanted)):
        if unit.execute(select(study_table.c.pk).where(column == value)).first():
            raise Conflict(f"There is a study {value} already.", fields={column.name: "in use"})
    local = started_at.astimezone(started_at.tzinfo) if started_at else unit.now.astimezone(unit.store.zone)
    unit.execute(
        insert(Study).values(
            uuid=unit.new_uuid(),
            public_id=wanted,
            study_uid=uid,
            source_study_uid=uid,
            patient_pk=patient.pk,
            identity={},
            flags=[],
            started_at=started_at or unit.now,
            study_date=local.strftime("%Y%m%d"),
            study_time=local.strftime("%H%M%S"),
            referrer=referrer,
            extra=dict(extra or {}),
            version=0,
            created_at=unit.now,
            changed_at=unit.now,
        )
    )
    studies.touch(unit, studies.pk_of(unit, uid))
    return studies.study(unit, uid)


def announce(
    unit: Unit, study_key: str, *, modality: str, laterality: Laterality | None, items: Sequence[Mapping[str, str]]
) -> list[InstanceRow]:
    """Instances whose pictures are still to come, in the study's series of that modality and eye (made when there is none).

    Each item has ``sop_class_uid``, ``type``, ``title`` and optionally ``instance_uid``. Raises Conflict for a UID in use.
    """
    owner = studies.study(unit, study_key)
    series = next((s for s in owner.series if s.modality == modality and s.laterality == laterality), None)
    series_pk = series.pk if series else _insert_series(unit, owner, modality, laterality)
    number = max((i.number or 0 for i in series.instances), default=0) if series else 0
    uids = [item.get("instance_uid") or unit.new_uid() for item in items]
    for offset, (uid, item) in enumerate(zip(uids, items, strict=True), start=1):
        if studies.known(unit, uid) is not None:
            raise Conflict(f"There is an instance {uid} already.", fields={"uid": "in use"})
        unit.execute(
            insert(Instance).values(
                uuid=unit.new_uuid(),
                instance_uid=uid,
                series_pk=series_pk,
                sop_class_uid=item["sop_class_uid"],
                number=number + offset,
                title=item.get("title", "")[:128],
                type=item.get("type", "")[:64],
                field=item.get("field") or None,
                laterality=laterality.value if laterality else None,
                laterality_by=unit.actor if laterality else "",
                origin=unit.origin.value,
                received_at=unit.now,
            )
        )
    made = [studies.instance(unit, uid) for uid in uids]
    for row in made:
        studies.record_instance(unit, row, Operation.CREATE, version=1)
    studies.touch(unit, owner.pk)
    return made


def _insert_series(unit: Unit, owner: StudyRow, modality: str, laterality: Laterality | None) -> int:
    uid = unit.new_uid()
    unit.execute(
        insert(Series).values(
            series_uid=uid,
            source_series_uid=uid,
            study_pk=owner.pk,
            modality=modality,
            number=max((s.number or 0 for s in owner.series), default=0) + 1,
            laterality=laterality.value if laterality else None,
            created_at=unit.now,
        )
    )
    row = unit.execute(select(series_table).where(series_table.c.series_uid == uid)).one()
    studies.record_series(unit, row, owner.study_uid)
    return int(row.pk)
