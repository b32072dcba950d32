"""Filing what comes in: whose picture it is, which study it belongs to, and what is done when it came before.

Never touches stored bytes, never refuses, never guesses: what names nobody beyond doubt waits in the Inbox (hazard HZ-20). When a
camera uses one Study Instance UID for two people, the second gets a study with a published UID of its own (hazard HZ-19).
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, select

from resources.model import Held, Instance, Series, Study
from resources.problems import Conflict
from resources.store import changes, drawer, matching, patients, studies, turns
from resources.store.prepared import Prepared
from resources.store.rows import Arrival, Filed, HeldRow, InstanceRow, PatientRow
from resources.store.store import Unit
from resources.store.vault import Blob, Vault
from resources.terms import Field, Kind, Operation, Origin, Unmatched
from resources.wire.dates import moment_of
from resources.wire.header import Header, Identity
from resources.wire.part10 import data_set_digest, header_of

study_table = Study.__table__
series_table = Series.__table__
held_table = Held.__table__
_NEW_STUDY = Prepared(insert(Study).returning(study_table))
_NEW_SERIES = Prepared(insert(Series).returning(series_table))
_NEW_INSTANCE = Prepared(insert(Instance))
_STUDY_BY_UID = Prepared(select(study_table.c.pk).where(study_table.c.study_uid == bindparam("uid")))
_STUDIES_OF_SOURCE = Prepared(
    select(study_table).where(studies.came_under(bindparam("uid")), study_table.c.forgotten_at.is_(None))
)
_SERIES_BY_UID = Prepared(select(series_table.c.pk).where(series_table.c.series_uid == bindparam("uid")))
_SERIES_OF_SOURCE = Prepared(
    select(series_table).where(
        series_table.c.study_pk == bindparam("study"), series_table.c.source_series_uid == bindparam("uid")
    )
)
SAID = tuple(one.name for one in fields(Identity))
CLOCK_SLACK = timedelta(hours=12)
"""A clock may be so wrong, or in such another zone, before its date is not believed."""
DIGITAL_CAMERAS = datetime(2005, 1, 1, tzinfo=UTC)
"""Pictures of nobody we know from before this day carry the day on which a clock's battery died."""
POSITIONS = {"111900": Field.MACULA, "111901": Field.DISC}
"""Relative Image Position codes (CID 4207) that the screen has a place for."""


def read_back(vault: Vault, blob: Blob) -> tuple[Header, Blob]:
    """What kept bytes say of themselves, and the blob with the digest of its data set. Raises Damaged and Invalid."""
    with vault.open(blob.digest) as stream:
        header = header_of(stream)
    with vault.open(blob.digest) as stream:
        return header, Blob(blob.digest, data_set_digest(stream), blob.size)


def file_instance(unit: Unit, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """File one instance by what it says of itself, or in the Inbox; same UID and bytes: once; other bytes: both are kept."""
    known = studies.known(unit, header.instance_uid)
    if known is not None and known.digest is not None:
        return _again(unit, known, header, blob, arrival)
    if known is not None:
        return attach(unit, header.instance_uid, header, blob, arrival)
    patient, unmatched = whose(unit, header.identity, arrival)
    there = turns.contradiction(unit, patient.uuid, arrival, header.acquired) if patient else None
    if there is not None:
        return _file_under(unit, header, blob, arrival, None, Unmatched.NOT_AT_CAMERA, there.patient_uuid)
    return _file_under(unit, header, blob, arrival, patient, unmatched)


def file_for(unit: Unit, patient_uuid: str, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """File one instance under a person who was named by somebody entitled to: a clinician, a client, or headquarters."""
    known = studies.known(unit, header.instance_uid)
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
        studies.amend_instance(unit, known, digest=blob.digest, size=blob.size)
    elif not unit.execute(select(held_table.c.pk).where(held_table.c.digest == blob.digest)).first():
        unit.spared.append(blob.digest)
        drawer.drop(unit, blob.digest)


def _file_under(
    unit: Unit,
    header: Header,
    blob: Blob,
    arrival: Arrival,
    patient: PatientRow | None,
    unmatched: Unmatched | None,
    at_camera: str = "",
) -> Filed:
    study = _study_for(unit, header, patient, unmatched, at_camera)
    series = _series_for(unit, header, study)
    _insert_instance(unit, header, blob, arrival, series.pk)
    facts = filed_facts(header, blob, study.study_uid, series.series_uid)
    changes.record(unit, Kind.INSTANCE, header.instance_uid, Operation.CREATE, version=1, snapshot=facts)
    studies.touch_row(unit, study)
    return Filed(
        "stored",
        header.instance_uid,
        study.study_uid,
        patient.uuid if patient else None,
        unmatched.value if unmatched else None,
    )


def _study_for(
    unit: Unit, header: Header, patient: PatientRow | None, unmatched: Unmatched | None, at_camera: str = ""
) -> Any:
    """The row this instance belongs in, made when there is none. ``at_camera`` is who was there instead (hazard HZ-01)."""
    extra = {"at_camera": at_camera} if unmatched is Unmatched.NOT_AT_CAMERA else {}
    identity = {name: getattr(header.identity, name) for name in SAID}
    rows = unit.run(_STUDIES_OF_SOURCE, {"uid": header.study_uid})
    for row in rows:
        if patient is not None and row.patient_pk == patient.pk:
            return row
        waits_alike = row.patient_pk is None and row.identity == identity and row.unmatched == unmatched
        if patient is None and waits_alike and row.extra.get("at_camera", "") == at_camera:
            return row
    others = any(row.patient_pk is not None for row in rows)
    flags = ["two-people-one-study"] if patient is not None and others else []
    return _insert_study(unit, header, identity, patient, unmatched, {"flags": flags, "extra": extra})


def _insert_study(
    unit: Unit,
    header: Header,
    identity: Mapping[str, str],
    patient: PatientRow | None,
    unmatched: Unmatched | None,
    more: Mapping[str, Any],
) -> Any:
    taken = unit.run(_STUDY_BY_UID, {"uid": header.study_uid})
    started = _began(unit, header, patient)
    return unit.run(
        _NEW_STUDY,
        {
            "uuid": unit.new_uuid(),
            "public_id": studies.free_public_id(unit),
            "study_uid": unit.new_uid() if taken else header.study_uid,
            "source_study_uid": header.study_uid,
            "patient_pk": patient.pk if patient else None,
            "identity": dict(identity),
            **matching.name_columns(identity.get("name", "")),
            "sent_id": identity.get("patient_id", "").strip()[:64],
            "unmatched": unmatched.value if unmatched else None,
            **more,
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
    )[0]


def _began(unit: Unit, header: Header, patient: PatientRow | None) -> datetime | None:
    """When the camera says that the visit began; ``None`` for a moment that its clock must have made up (hazard HZ-26).

    Nobody is photographed tomorrow, with a DICOM camera of the last century, or under a number that was not yet given.
    """
    stated = moment_of(header.study_date, header.study_time, header.timezone, unit.store.zone)
    if stated is None or unit.origin is not Origin.CAMERA:
        return stated
    earliest = patient.created_at if patient else DIGITAL_CAMERAS
    return stated if earliest - CLOCK_SLACK <= stated <= unit.now + CLOCK_SLACK else None


def _series_for(unit: Unit, header: Header, study: Any) -> Any:
    here = {"study": study.pk, "uid": header.series_uid}
    found = unit.run(_SERIES_OF_SOURCE, here)
    if found:
        return found[0]
    taken = unit.run(_SERIES_BY_UID, {"uid": header.series_uid})
    published = unit.new_uid() if taken else header.series_uid
    made = unit.run(
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
    )[0]
    studies.record_series(unit, made, study.study_uid)
    return made


def _insert_instance(unit: Unit, header: Header, blob: Blob, arrival: Arrival, series_pk: int) -> None:
    unit.run(
        _NEW_INSTANCE,
        {
            "uuid": unit.new_uuid(),
            "instance_uid": header.instance_uid,
            "series_pk": series_pk,
            "sop_class_uid": header.sop_class_uid,
            "number": header.instance_number,
            "received_at": unit.now,
            "origin": arrival.origin.value,
            "extra": _extra(header),
            **_content(header, blob, arrival),
        },
    )


def _extra(header: Header) -> dict[str, Any]:
    """What no column holds: whether words are in the picture (PS3.3 C.7.6.1.1.5)."""
    return {"burned_in": True} if header.burned_in_annotation.strip().upper() == "YES" else {}


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
        "acquired": header.acquired,
        "digest": blob.digest,
        "data_set_digest": blob.data_set_digest,
        "size": blob.size,
        "calling_ae_title": arrival.calling_ae_title[:16],
    }


def attach(unit: Unit, instance_uid: str, header: Header, blob: Blob, arrival: Arrival) -> Filed:
    """The picture of an announced instance has come. Raises Conflict when it has one already, or contradicts its eye."""
    waiting = studies.instance(unit, instance_uid)
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
    studies.amend_instance(unit, waiting, **content)
    studies.touch(unit, studies.pk_of(unit, waiting.study_uid))
    return Filed("stored", instance_uid, waiting.study_uid, waiting.patient_uuid, None)


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
    return {"title": "", "type": "", "hidden": "", "extra": _extra(header), **known}


def _held(row: Any) -> HeldRow:
    return HeldRow(
        row.uuid, row.kind, row.digest, row.size, row.instance_uid, row.reason, row.calling_ae_title, row.received_at
    )
