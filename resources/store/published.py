"""What we publish of an instance where it differs from its bytes: whose it is, which study, which eye. The bytes never change.

Push, export and retrieval give out the same copy, made here: corrections live in the database and are applied on the way out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from resources.store import station, studies
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.store.store import Store, Unit
from resources.store.vault import CHUNK
from resources.wire.corrections import Corrections, Reason, corrected
from resources.wire.header import Header
from resources.wire.part10 import header_of


def patient_id(study: StudyRow) -> str:
    """The PatientID that a study travels under: our number, or what the sender said while nobody knows whose it is."""
    if study.patient is None:
        return study.identity.get("patient_id", "").strip(" ")
    return study.patient.number or study.patient.uuid


def corrections(header: Header, instance: InstanceRow, study: StudyRow, issuer: str) -> Corrections | None:
    """What must stand in the copy that travels where it differs from the bytes; ``None`` when they may go as they came.

    A name is not rewritten for its spelling: only bytes under another PatientID get the person's own identity.
    """
    changed: dict[str, str] = {}
    if study.patient is not None and header.identity.patient_id.strip() != patient_id(study):
        changed |= _identity(study.patient, patient_id(study), issuer)
    if header.study_uid != study.study_uid:
        changed["study_uid"] = study.study_uid
    if header.series_uid != instance.series_uid:
        changed["series_uid"] = instance.series_uid
    if header.laterality != instance.laterality:
        changed["image_laterality"] = instance.laterality.value if instance.laterality else ""
    return Corrections(at=study.changed_at, reason=Reason.CORRECT, **changed) if changed else None


def _identity(patient: PatientRow, number: str, issuer: str) -> dict[str, str]:
    born = patient.details.birth_date
    return {
        "patient_id": number,
        "issuer": issuer,
        "name": patient.person_name,
        "birth_date": born.strftime("%Y%m%d") if born else "",
        "sex": patient.details.sex,
    }


@dataclass(frozen=True)
class Copy:
    """One instance as it is published: ``length`` bytes of a Part 10 file, from ``pieces``, once."""

    length: int
    pieces: Iterator[bytes]


@contextmanager
def published(store: Store, instance_uid: str) -> Iterator[Copy]:
    """The published copy, streamed. Raises NotFound, or Damaged when the stored bytes do not hold together."""
    with store.read() as unit:
        instance, study, issuer = _rows(unit, instance_uid)
    with store.vault.open(instance.digest or "") as stream:
        changes = corrections(header_of(stream), instance, study, issuer)
        if changes is not None:
            yield Copy(*corrected(stream, changes))
        else:
            stream.seek(0)
            yield Copy(instance.size or 0, _whole(stream))


def _rows(unit: Unit, instance_uid: str) -> tuple[InstanceRow, StudyRow, str]:
    instance = studies.instance(unit, instance_uid)
    return instance, studies.study(unit, instance.study_uid), station.camp(unit).prefix


def _whole(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece
