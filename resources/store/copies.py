"""The file of an instance as it may leave the station: as it came in, with what is known better since. The vault is not changed.

A copy that still said the wrong eye or the wrong person would undo every correction on the next screen (HZ-12, HZ-13).
"""

from collections.abc import Iterator

from resources.problems import NotFound
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.store.vault import Vault
from resources.wire.corrections import Corrections, Reason, corrected
from resources.wire.header import Header, Identity
from resources.wire.part10 import header_of


def copy_of(vault: Vault, instance: InstanceRow, study: StudyRow) -> tuple[int, Iterator[bytes]]:
    """The length of the Part 10 file and its bytes, in chunks; the same bytes as came in where nothing is known better.

    Raises:
        NotFound: the picture has not come yet.
        Damaged: the stored bytes are not what they must be.
    """
    if instance.digest is None:
        raise NotFound("The picture of this instance has not come yet.")
    with vault.open(instance.digest) as stream:
        length, _ = corrected(stream, corrections(header_of(stream), instance, study))
    return length, _pieces(vault, instance.digest, instance, study)


def _pieces(vault: Vault, digest: str, instance: InstanceRow, study: StudyRow) -> Iterator[bytes]:
    """Opens the file only when the first byte is wanted, so that an answer nobody reads leaves nothing open."""
    with vault.open(digest) as stream:
        _, pieces = corrected(stream, corrections(header_of(stream), instance, study))
        yield from pieces


def corrections(header: Header, instance: InstanceRow, study: StudyRow) -> Corrections:
    """What must stand in a copy where it differs from the bytes. Another spelling of a name is no reason to write it anew."""
    changed: dict[str, str] = {}
    owner = study.patient
    if owner is not None and header.identity.patient_id.strip() != patient_id(owner):
        known = identity_of(owner)
        changed |= {
            "patient_id": known.patient_id,
            "name": known.name,
            "birth_date": known.birth_date,
            "sex": known.sex,
        }
    if header.study_uid != study.study_uid:
        changed["study_uid"] = study.study_uid
    if header.series_uid != instance.series_uid:
        changed["series_uid"] = instance.series_uid
    if header.laterality != instance.laterality:
        changed["image_laterality"] = instance.laterality.value if instance.laterality else ""
    return Corrections(at=study.changed_at, reason=Reason.CORRECT, **changed)


def identity_of(patient: PatientRow) -> Identity:
    """A person as a data set names them (PS3.3 C.7.1.1)."""
    born = patient.details.birth_date
    return Identity(
        patient_id=patient_id(patient),
        name=patient.person_name,
        birth_date=born.strftime("%Y%m%d") if born else "",
        sex=patient.details.sex,
    )


def patient_id(patient: PatientRow) -> str:
    """Patient ID (0010,0020): the number of the card, or, for somebody without one, who they are everywhere."""
    return patient.number or patient.uuid
