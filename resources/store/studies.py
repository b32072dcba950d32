"""Pictures: filing what comes in, finding it again, and putting right what was filed wrong. Never touches stored bytes.

A study row belongs to one person, or to nobody yet (the Inbox). When a camera uses one Study Instance UID for two people, the
second gets a row with a published UID of its own (hazard HZ-19).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, or_, select, update

from resources.model import Held, Instance, Series, Study
from resources.problems import Conflict, Gone, NotFound
from resources.store import changes, matching, patients, station, trees
from resources.store.rows import Arrival, Filed, HeldRow, InstanceRow, PatientRow, StudyRow
from resources.store.store import Unit
from resources.store.vault import Blob
from resources.terms import Field, Kind, Laterality, Operation, Unmatched
from resources.wire.dates import moment_of
from resources.wire.header import Header, Identity

study_table = Study.__table__
series_table = Series.__table__
instance_table = Instance.__table__
held_table = Held.__table__

# A camera waits for these: values beside the statement, so that it is compiled once.
_NEW_STUDY = insert(Study).returning(study_table)
_NEW_SERIES = insert(Series).returning(series_table)
_NEW_INSTANCE = insert(Instance)
_STUDY = select(study_table).where(study_table.c.pk == bindparam("pk"))
_STUDY_BY_UID = select(study_table.c.pk).where(study_table.c.study_uid == bindparam("uid"))
_STUDY_BY_PUBLIC_ID = select(study_table.c.pk).where(study_table.c.public_id == bindparam("id"))
_STUDIES_OF_SOURCE = select(study_table).where(
    study_table.c.source_study_uid == bindparam("uid"), study_table.c.forgotten_at.is_(None)
)
_SERIES_BY_UID = select(series_table.c.pk).where(series_table.c.series_uid == bindparam("uid"))
_SERIES_OF_SOURCE = select(series_table).where(
    series_table.c.study_pk == bindparam("study"), series_table.c.source_series_uid == bindparam("uid")
)
_TOUCH = (
    update(Study)
    .where(study_table.c.pk == bindparam("this"))
    .values(version=bindparam("version"), changed_at=bindparam("changed_at"))
)
POSITIONS = {"111900": Field.MACULA, "111901": Field.DISC}
"""Relative Image Position codes (CID 4207) that the screen has a place for."""
STUDY_FACTS = (
    "uuid", "public_id", "patient_pk", "identity", "unmatched", "flags", "study_date", "study_time", "study_id",
    "accession_number", "description", "referrer", "extra",
)  # fmt: skip
SERIES_FACTS = ("modality", "number", "description", "laterality", "extra")
INSTANCE_FACTS = (
    "study_uid", "series_uid", "sop_class_uid", "number", "title", "type", "laterality", "field", "hidden", "digest",
    "extra",
)  # fmt: skip
"""What a Change remembers of each: all that a surface shows of a study as it once was (``studyhistory``)."""


# --- what comes in ----------------------------------------------------------------------------------------------------


def file_instance(unit: Unit, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """File one instance by what it says of itself, or in the Inbox; same UID and bytes: once; other bytes: both are kept."""
    known = _known(unit, header.instance_uid)
    if known is not None and known.digest is not None:
        return _again(unit, known, header, blob, arrival)
    if known is not None:
        return attach(unit, header.instance_uid, header, blob, arrival)
    patient, unmatched = whose(unit, header.identity, arrival)
    return _file_under(unit, header, blob, arrival, patient, unmatched)


def file_for(unit: Unit, patient_uuid: str, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """File one instance under a person who was named by somebody entitled to: a clinician, a client, or headquarters."""
    known = _known(unit, header.instance_uid)
    if known is not None and known.digest is not None:
        return _again(unit, known, header, blob, arrival)
    return _file_under(unit, header, blob, arrival, patients.find(unit, patient_uuid), None)


def whose(unit: Unit, identity: Identity, arrival: Arrival) -> tuple[PatientRow | None, Unmatched | None]:
    """The person that an identity names beyond doubt, or the reason to wait (hazard HZ-20)."""
    claim = matching.claimed_number(identity, arrival.strip)
    if isinstance(claim, Unmatched):
        return None, claim
    patient = patients.by_number(unit, claim)
    if patient is None:
        return None, Unmatched.UNKNOWN_NUMBER
    doubt = matching.contradiction(identity, patient)
    return (None, doubt) if doubt else (patient, None)


def hold(unit: Unit, kind: str, blob: Blob, reason: str, arrival: Arrival, *, instance_uid: str = "") -> HeldRow:
    """Keep bytes aside, visible: ``quarantine`` for what nobody can read, ``conflict`` for a second version of a UID."""
    same = select(held_table).where(held_table.c.digest == blob.digest, held_table.c.kind == kind)
    found = unit.execute(same).first()
    if found is None:
        uuid = unit.new_uuid()
        unit.execute(
            insert(Held).values(
                uuid=uuid,
                kind=kind,
                digest=blob.digest,
                data_set_digest=blob.data_set_digest,
                size=blob.size,
                instance_uid=instance_uid[:256],
                reason=reason,
                origin=arrival.origin.value,
                calling_ae_title=arrival.calling_ae_title,
                received_at=unit.now,
            )
        )
        facts = {"kind": kind, "digest": blob.digest, "instance_uid": instance_uid[:256], "reason": reason}
        changes.record(unit, Kind.HELD, uuid, Operation.CREATE, version=1, snapshot=facts)
        found = unit.execute(same).one()
    return _held(found)


def held(unit: Unit) -> list[HeldRow]:
    """Everything kept aside that nobody has settled, oldest first."""
    query = select(held_table).where(held_table.c.settled_at.is_(None)).order_by(held_table.c.pk)
    return [_held(row) for row in unit.execute(query)]


def _again(unit: Unit, known: InstanceRow, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    same = known.data_set_digest == blob.data_set_digest
    if not same:
        reason = (
            "A picture with this number is here already, with other content. Both are kept; the first one is shown."
        )
        hold(unit, "conflict", blob, reason, arrival, instance_uid=header.instance_uid)
    elif blob.digest != known.digest:
        _same_object_again(unit, known, blob)
    return Filed("duplicate" if same else "conflict", known.instance_uid, known.study_uid, known.patient_uuid, None)


def _same_object_again(unit: Unit, known: InstanceRow, blob: Blob) -> None:
    """The same data set under another file meta. One file is enough; the new one is taken where the first is gone."""
    if not unit.store.vault.holds(known.digest or ""):
        amend_instance(unit, known, digest=blob.digest, size=blob.size)
    elif not unit.execute(select(held_table.c.pk).where(held_table.c.digest == blob.digest)).first():
        unit.spared.append(blob.digest)


def _file_under(
    unit: Unit, header: Header, blob: Blob, arrival: Arrival, patient: PatientRow | None, unmatched: Unmatched | None
) -> Filed:
    study = _study_for(unit, header, patient, unmatched)
    series = _series_for(unit, header, study)
    _insert_instance(unit, header, blob, arrival, series.pk)
    facts = filed_facts(header, blob, study.study_uid, series.series_uid)
    changes.record(unit, Kind.INSTANCE, header.instance_uid, Operation.CREATE, version=1, snapshot=facts)
    _touch(unit, study)
    return Filed(
        "stored",
        header.instance_uid,
        study.study_uid,
        patient.uuid if patient else None,
        unmatched.value if unmatched else None,
    )


def _study_for(unit: Unit, header: Header, patient: PatientRow | None, unmatched: Unmatched | None) -> Any:
    """The row this instance belongs in, made when there is none."""
    identity = asdict(header.identity)
    rows = unit.execute(_STUDIES_OF_SOURCE, {"uid": header.study_uid}).all()
    for row in rows:
        if patient is not None and row.patient_pk == patient.pk:
            return row
        if patient is None and row.patient_pk is None and row.identity == identity and row.unmatched == unmatched:
            return row
    others = any(row.patient_pk is not None for row in rows)
    flags = ["two-people-one-study"] if patient is not None and others else []
    return _insert_study(unit, header, identity, patient, unmatched, flags)


def _insert_study(
    unit: Unit,
    header: Header,
    identity: Mapping[str, str],
    patient: PatientRow | None,
    unmatched: Unmatched | None,
    flags: list[str],
) -> Any:
    taken = unit.execute(_STUDY_BY_UID, {"uid": header.study_uid}).first()
    started = moment_of(header.study_date, header.study_time, header.timezone, unit.store.zone)
    return unit.execute(
        _NEW_STUDY,
        {
            "uuid": unit.new_uuid(),
            "public_id": free_public_id(unit),
            "study_uid": unit.new_uid() if taken else header.study_uid,
            "source_study_uid": header.study_uid,
            "patient_pk": patient.pk if patient else None,
            "identity": dict(identity),
            **matching.name_columns(identity.get("name", "")),
            "sent_id": identity.get("patient_id", "").strip()[:64],
            "unmatched": unmatched.value if unmatched else None,
            "flags": flags,
            "started_at": started or unit.now,
            "study_date": header.study_date[:8],
            "study_time": header.study_time[:16],
            "study_id": header.study_id[:16],
            "accession_number": header.accession_number[:64],
            "description": header.study_description[:256],
            "referrer": header.referring_physician[:256],
            "version": 0,
            "created_at": unit.now,
            "changed_at": unit.now,
        },
    ).one()


def _series_for(unit: Unit, header: Header, study: Any) -> Any:
    here = {"study": study.pk, "uid": header.series_uid}
    found = unit.execute(_SERIES_OF_SOURCE, here).first()
    if found is not None:
        return found
    taken = unit.execute(_SERIES_BY_UID, {"uid": header.series_uid}).first()
    published = unit.new_uid() if taken else header.series_uid
    made = unit.execute(
        _NEW_SERIES,
        {
            "series_uid": published,
            "source_series_uid": header.series_uid,
            "study_pk": study.pk,
            "modality": header.modality[:16],
            "number": header.series_number,
            "description": header.series_description[:256],
            "laterality": header.series_laterality if header.series_laterality in ("R", "L", "B") else None,
            "station_name": header.station_name[:64],
            "manufacturer": header.manufacturer[:64],
            "model_name": header.model_name[:64],
            "created_at": unit.now,
        },
    ).one()
    record_series(unit, made, study.study_uid)
    return made


def _insert_instance(unit: Unit, header: Header, blob: Blob, arrival: Arrival, series_pk: int) -> None:
    unit.execute(
        _NEW_INSTANCE,
        {
            "uuid": unit.new_uuid(),
            "instance_uid": header.instance_uid,
            "series_pk": series_pk,
            "sop_class_uid": header.sop_class_uid,
            "number": header.instance_number,
            "received_at": unit.now,
            "origin": arrival.origin.value,
            **_content(header, blob, arrival),
        },
    )


def _content(header: Header, blob: Blob, arrival: Arrival) -> dict[str, Any]:
    """The columns that come from the picture itself."""
    position = POSITIONS.get(header.image_position_code)
    side = header.laterality
    return {
        "transfer_syntax_uid": header.transfer_syntax_uid,
        "laterality": side.value if side else None,
        "laterality_stated": side.value if side else None,
        "laterality_by": arrival.origin.value if side else "",
        "field": position.value if position else None,
        "rows": header.rows,
        "columns": header.columns,
        "frames": header.frames,
        "bits_allocated": header.bits_allocated,
        "photometric": header.photometric[:32],
        "has_pixels": header.has_pixels,
        "acquired": header.acquisition_datetime
        or (header.acquisition_date + header.acquisition_time)
        or (header.content_date + header.content_time),
        "digest": blob.digest,
        "data_set_digest": blob.data_set_digest,
        "size": blob.size,
        "calling_ae_title": arrival.calling_ae_title[:16],
    }


# --- what is made here ------------------------------------------------------------------------------------------------


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
    wanted = public_id or free_public_id(unit)
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
    touch(unit, _study_pk(unit, uid))
    return study(unit, uid)


def announce(
    unit: Unit, study_key: str, *, modality: str, laterality: Laterality | None, items: Sequence[Mapping[str, str]]
) -> list[InstanceRow]:
    """Instances whose pictures are still to come, in the study's series of that modality and eye (made when there is none).

    Each item has ``sop_class_uid``, ``type``, ``title`` and optionally ``instance_uid``. Raises Conflict for a UID in use.
    """
    owner = study(unit, study_key)
    series = next((s for s in owner.series if s.modality == modality and s.laterality == laterality), None)
    series_pk = series.pk if series else _insert_series(unit, owner, modality, laterality)
    number = max((i.number or 0 for i in series.instances), default=0) if series else 0
    uids = [item.get("instance_uid") or unit.new_uid() for item in items]
    for offset, (uid, item) in enumerate(zip(uids, items, strict=True), start=1):
        if _known(unit, uid) is not None:
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
    made = [instance(unit, uid) for uid in uids]
    for row in made:
        record_instance(unit, row, Operation.CREATE, version=1)
    touch(unit, owner.pk)
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
    record_series(unit, row, owner.study_uid)
    return int(row.pk)


def attach(unit: Unit, instance_uid: str, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """The picture of an announced instance has come. Raises Conflict when it has one already, or contradicts its eye."""
    waiting = instance(unit, instance_uid)
    if not waiting.is_waiting:
        raise Conflict("This instance has its picture already.")
    content = _content(header, blob, arrival)
    said, expected = header.laterality, waiting.laterality
    if said is not None and expected is not None and said != expected:
        raise Conflict(f"This picture says {said.eye}, but {expected.eye} was announced.")
    if expected is not None:
        content.update(laterality=expected.value, laterality_by=waiting.laterality_by)
    content["field"] = content["field"] or waiting.field
    if header.sop_class_uid != waiting.sop_class_uid:
        content["sop_class_uid"] = header.sop_class_uid
        content["extra"] = {**waiting.extra, "announced_sop_class_uid": waiting.sop_class_uid}
    amend_instance(unit, waiting, **content)
    touch(unit, _study_pk(unit, waiting.study_uid))
    return Filed("stored", instance_uid, waiting.study_uid, waiting.patient_uuid, None)


# --- finding ----------------------------------------------------------------------------------------------------------


def study(unit: Unit, key: str) -> StudyRow:
    """By UID, uuid or public id. Raises Gone or NotFound."""
    is_key = or_(study_table.c.study_uid == key, study_table.c.uuid == key, study_table.c.public_id == key)
    found = listed(unit, is_key, limit=1)
    if found:
        return found[0]
    if unit.execute(select(study_table.c.pk).where(is_key)).first():
        raise Gone("This study was removed.")
    raise NotFound("There is no such study.")


def uid_of(unit: Unit, uuid: str) -> str | None:
    """The UID of a study, whether it is here or was removed; nothing where there never was one."""
    return unit.execute(select(study_table.c.study_uid).where(study_table.c.uuid == uuid)).scalar()


def uuid_of(unit: Unit, study_uid: str) -> str:
    """The other way round, for a study that is or was here."""
    return str(unit.execute(select(study_table.c.uuid).where(study_table.c.study_uid == study_uid)).scalar_one())


def listed(
    unit: Unit,
    where: ColumnElement[bool] | None = None,
    *,
    limit: int = 1000,
    offset: int = 0,
    newest_first: bool = False,
) -> list[StudyRow]:
    """Studies with all their series and instances, in the order they came."""
    return trees.studies(unit, where, limit=limit, offset=offset, newest_first=newest_first)


def of_patient(unit: Unit, patient_key: str) -> list[StudyRow]:
    """A person's studies, the newest first."""
    owner = patients.find(unit, patient_key)
    return listed(unit, study_table.c.patient_pk == owner.pk, newest_first=True)


def inbox(unit: Unit) -> list[StudyRow]:
    """Studies whose person nobody knows yet, oldest first; hidden pictures are left out."""
    return [row for row in listed(unit, study_table.c.patient_pk.is_(None)) if any(not i.hidden for i in row.instances)]


def hidden(unit: Unit) -> list[InstanceRow]:
    """Everything that somebody took out of sight, in the order it came."""
    return trees.instances(unit, instance_table.c.hidden != "")


def instance(unit: Unit, key: str) -> InstanceRow:
    """By UID or uuid. Raises Gone or NotFound."""
    found = trees.instances(unit, or_(instance_table.c.instance_uid == key, instance_table.c.uuid == key))
    if found:
        return found[0]
    if unit.execute(select(instance_table.c.pk).where(instance_table.c.instance_uid == key)).first():
        raise Gone("This picture was removed.")
    raise NotFound("There is no such picture.")


def instances(unit: Unit, uids: Iterable[str] | None = None) -> list[InstanceRow]:
    """Those instances that are there, or all; in the order they came."""
    return trees.instances(unit, None if uids is None else instance_table.c.instance_uid.in_(list(uids)))


def by_pk(unit: Unit, pks: Iterable[int]) -> list[InstanceRow]:
    """Instances by the rows' own keys; for the store's own modules and its queries."""
    return trees.instances(unit, instance_table.c.pk.in_(list(pks)))


def count(unit: Unit) -> int:
    """How many instances have their picture here."""
    here = (instance_table.c.digest.is_not(None), instance_table.c.forgotten_at.is_(None))
    return int(unit.execute(select(func.count()).select_from(instance_table).where(*here)).scalar_one())


# --- putting right ----------------------------------------------------------------------------------------------------


def assign(unit: Unit, instance_uids: Sequence[str], patient_key: str) -> list[str]:
    """These pictures are this person's: somebody said so. Gives the UIDs of the studies they are in now. Always undoable."""
    return _move(unit, instance_uids, patients.find(unit, patient_key), None)


def unassign(unit: Unit, instance_uids: Sequence[str]) -> list[str]:
    """These pictures are not this person's: back to the Inbox."""
    return _move(unit, instance_uids, None, Unmatched.MOVED_OUT)


def _move(
    unit: Unit, instance_uids: Sequence[str], patient: PatientRow | None, unmatched: Unmatched | None
) -> list[str]:
    targets: list[str] = []
    wanted = [instance(unit, uid) for uid in instance_uids]
    for source_uid in dict.fromkeys(row.study_uid for row in wanted):
        moving = [row for row in wanted if row.study_uid == source_uid]
        owner = study(unit, source_uid)
        target = _move_within(unit, owner, moving, patient, unmatched)
        targets.append(target)
    return targets


def _move_within(
    unit: Unit, owner: StudyRow, moving: Sequence[InstanceRow], patient: PatientRow | None, unmatched: Unmatched | None
) -> str:
    if (owner.patient.uuid if owner.patient else None) == (patient.uuid if patient else None):
        return owner.study_uid
    home = _study_of_source(unit, owner.source_study_uid, patient)
    everything = len(moving) == len(owner.instances)
    if home is None and everything:
        values = {"patient_pk": patient.pk if patient else None, "unmatched": unmatched.value if unmatched else None}
        unit.execute(update(Study).where(study_table.c.pk == owner.pk).values(**values))
        target_pk = owner.pk
    else:
        target_pk = home if home is not None else _sibling(unit, owner, patient, unmatched)
        for row in moving:
            series_pk = _series_in(unit, row, target_pk)
            unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(series_pk=series_pk))
        _close_when_empty(unit, owner)
    for row in moving:
        _record_amended(unit, row)
    touch(unit, target_pk)
    if target_pk != owner.pk:
        touch(unit, owner.pk)
    return _study_uid(unit, target_pk)


def _study_of_source(unit: Unit, source_study_uid: str, patient: PatientRow | None) -> int | None:
    if patient is None:
        return None
    query = select(study_table.c.pk).where(
        study_table.c.source_study_uid == source_study_uid,
        study_table.c.patient_pk == patient.pk,
        study_table.c.forgotten_at.is_(None),
    )
    return unit.execute(query).scalar()


def _sibling(unit: Unit, owner: StudyRow, patient: PatientRow | None, unmatched: Unmatched | None) -> int:
    """A study like ``owner`` for another person, under a UID of its own."""
    uid = unit.new_uid()
    row = unit.execute(select(study_table).where(study_table.c.pk == owner.pk)).one()._mapping
    values = {name: row[name] for name in row if name not in ("pk", "forgotten_at")}
    values.update(
        uuid=unit.new_uuid(),
        public_id=free_public_id(unit),
        study_uid=uid,
        patient_pk=patient.pk if patient else None,
        unmatched=unmatched.value if unmatched else None,
        flags=[],
        version=0,
        created_at=unit.now,
        changed_at=unit.now,
    )
    unit.execute(insert(Study).values(**values))
    return _study_pk(unit, uid)


def _series_in(unit: Unit, row: InstanceRow, study_pk: int) -> int:
    here = select(series_table.c.pk).where(
        series_table.c.study_pk == study_pk, series_table.c.source_series_uid == row.source_series_uid
    )
    found = unit.execute(here).scalar()
    if found is not None:
        return int(found)
    old = unit.execute(select(series_table).where(series_table.c.series_uid == row.series_uid)).one()._mapping
    values = {name: old[name] for name in old if name not in ("pk", "forgotten_at")}
    values.update(series_uid=unit.new_uid(), study_pk=study_pk, created_at=unit.now)
    unit.execute(insert(Series).values(**values))
    made = unit.execute(select(series_table).where(series_table.c.series_uid == values["series_uid"])).one()
    record_series(unit, made, _study_uid(unit, study_pk))
    return int(made.pk)


def _close_when_empty(unit: Unit, owner: StudyRow) -> None:
    left = select(func.count()).select_from(
        instance_table.join(series_table, instance_table.c.series_pk == series_table.c.pk)
    )
    still = left.where(series_table.c.study_pk == owner.pk, instance_table.c.forgotten_at.is_(None))
    if not unit.execute(still).scalar():
        unit.execute(update(Study).where(study_table.c.pk == owner.pk).values(forgotten_at=unit.now))


def set_laterality(unit: Unit, instance_uid: str, side: Laterality | None) -> InstanceRow:
    """Somebody says which eye this is, or that nobody knows. The stored bytes stay as they are."""
    row = instance(unit, instance_uid)
    if row.laterality != side:
        amend_instance(unit, row, laterality=side.value if side else None, laterality_by=unit.actor)
        touch(unit, _study_pk(unit, row.study_uid))
    return instance(unit, instance_uid)


def set_field(unit: Unit, instance_uid: str, aim: Field | None) -> InstanceRow:
    """Somebody says what part of the eye this shows."""
    row = instance(unit, instance_uid)
    if row.field != aim:
        amend_instance(unit, row, field=aim.value if aim else None)
        touch(unit, _study_pk(unit, row.study_uid))
    return instance(unit, instance_uid)


def hide(unit: Unit, instance_uid: str, reason: str) -> InstanceRow:
    """Take a picture out of sight, with a reason; an empty reason shows it again. Nothing is deleted."""
    row = instance(unit, instance_uid)
    if row.hidden != reason:
        amend_instance(unit, row, hidden=reason[:128])
        touch(unit, _study_pk(unit, row.study_uid))
    return instance(unit, instance_uid)


def settle(unit: Unit, study_key: str, flag: str) -> StudyRow:
    """A person has looked at a study that was flagged, and it is right."""
    row = study(unit, study_key)
    if flag in row.flags:
        left = [known for known in row.flags if known != flag]
        unit.execute(update(Study).where(study_table.c.pk == row.pk).values(flags=left))
        touch(unit, row.pk)
    return study(unit, row.study_uid)


def forget(unit: Unit, key: str) -> StudyRow:
    """Remove a study, leaving a tombstone; the bytes stay."""
    row = study(unit, key)
    for gone in row.instances:
        _forget_instance(unit, gone)
    unit.execute(update(Study).where(study_table.c.pk == row.pk).values(forgotten_at=unit.now, version=row.version + 1))
    facts = {"patient": row.patient.uuid if row.patient else None}
    changes.record(unit, Kind.STUDY, row.study_uid, Operation.FORGET, version=row.version + 1, snapshot=facts)
    return row


def forget_instances(unit: Unit, key: str, instance_uids: Iterable[str]) -> None:
    """Remove some pictures of a study, each leaving a tombstone; with the last one the study goes too."""
    row, uids = study(unit, key), set(instance_uids)
    going = [gone for gone in row.instances if gone.instance_uid in uids]
    if len(going) == len(row.instances):
        forget(unit, row.study_uid)
        return
    for gone in going:
        _forget_instance(unit, gone)
    if going:
        touch(unit, row.pk)


def _forget_instance(unit: Unit, gone: InstanceRow) -> None:
    where = instance_table.c.pk == gone.pk
    unit.execute(update(Instance).where(where).values(forgotten_at=unit.now, version=gone.version + 1))
    changes.record(unit, Kind.INSTANCE, gone.instance_uid, Operation.FORGET, version=gone.version + 1)


def touch(unit: Unit, study_pk: int) -> None:
    """The study is another than it was: one version up, and a change in the feed."""
    _touch(unit, unit.execute(_STUDY, {"pk": study_pk}).one())


def _touch(unit: Unit, row: Any) -> None:
    version = row.version + 1
    unit.execute(_TOUCH, {"this": row.pk, "version": version, "changed_at": unit.now})
    operation = Operation.CREATE if version == 1 else Operation.FORGET if row.forgotten_at else Operation.AMEND
    facts = {name: row._mapping[name] for name in STUDY_FACTS}
    facts["started_at"] = row.started_at.isoformat() if row.started_at else None
    changes.record(unit, Kind.STUDY, row.study_uid, operation, version=version, snapshot=facts)


def free_public_id(unit: Unit) -> str:
    """A short id that no study has."""
    while True:
        candidate = station.next_public_id(unit, "study")
        if not unit.execute(_STUDY_BY_PUBLIC_ID, {"id": candidate}).first():
            return candidate


def record_instance(unit: Unit, row: InstanceRow, operation: Operation, *, version: int, **more: Any) -> None:
    """A change in the feed, with enough in it to show the instance as it is now at any later time."""
    facts = {name: getattr(row, name) for name in INSTANCE_FACTS}
    changes.record(unit, Kind.INSTANCE, row.instance_uid, operation, version=version, snapshot={**facts, **more})


def filed_facts(header: Header, blob: Blob, study_uid: str, series_uid: str) -> dict[str, Any]:
    """The same of an instance that was filed this moment, without reading it back: a camera waits."""
    position = POSITIONS.get(header.image_position_code)
    known = {
        "study_uid": study_uid,
        "series_uid": series_uid,
        "sop_class_uid": header.sop_class_uid,
        "number": header.instance_number,
        "laterality": header.laterality,
        "field": position,
        "digest": blob.digest,
    }
    return {"title": "", "type": "", "hidden": "", "extra": {}, **known}


def record_series(unit: Unit, row: Any, study_uid: str, operation: Operation = Operation.CREATE) -> None:
    """The same for a series."""
    facts = {"study_uid": study_uid, **{name: row._mapping[name] for name in SERIES_FACTS}}
    changes.record(unit, Kind.SERIES, row.series_uid, operation, version=row.version, snapshot=facts)


def amend_instance(unit: Unit, row: InstanceRow, **values: Any) -> None:
    """Write something else down about an instance; its study is not touched by that yet."""
    unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(**values))
    _record_amended(unit, row)


def _record_amended(unit: Unit, row: InstanceRow) -> None:
    version = row.version + 1
    unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(version=version))
    now = instance(unit, row.instance_uid)
    was = {"study_uid": row.study_uid, "laterality": row.laterality, "field": row.field, "hidden": row.hidden}
    record_instance(unit, now, Operation.AMEND, version=version, was=was)


def _known(unit: Unit, instance_uid: str) -> InstanceRow | None:
    return trees.instance(unit, instance_uid)


def _study_pk(unit: Unit, study_uid: str) -> int:
    return int(unit.execute(select(study_table.c.pk).where(study_table.c.study_uid == study_uid)).scalar_one())


def _study_uid(unit: Unit, study_pk: int) -> str:
    return str(unit.execute(select(study_table.c.study_uid).where(study_table.c.pk == study_pk)).scalar_one())


def _held(row: Any) -> HeldRow:
    return HeldRow(
        row.uuid, row.kind, row.digest, row.size, row.instance_uid, row.reason, row.calling_ae_title, row.received_at
    )
