"""The file of an instance as it may leave the station: as it came in, with what is known better since. The vault is not changed.

A copy that still said the wrong eye or the wrong person would undo every correction on the next screen (HZ-12, HZ-13). Push,
export and every surface give out this same copy.
"""

from collections.abc import Iterator

from resources.problems import NotFound
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.store.vault import CHUNK, Vault
from resources.wire.corrections import Corrections, Reason, corrected
from resources.wire.header import Header, Identity
from resources.wire.part10 import header_of


def copy_of(vault: Vault, instance: InstanceRow, study: StudyRow, issuer: str = "") -> tuple[int, Iterator[bytes]]:
    """The length of the Part 10 file and its bytes, in chunks; the same bytes as came in where nothing is known better.

    Raises:
        NotFound: the picture has not come yet.
        Damaged: the stored bytes are not what they must be.
    """
    if instance.digest is None:
        raise NotFound("The picture of this instance has not come yet.")
    with vault.open(instance.digest) as stream:
        changes = corrections(header_of(stream), instance, study, issuer)
        length = vault.size(instance.digest) if changes is None else corrected(stream, changes)[0]
    return length, pieces_of(vault, instance.digest, changes)


def pieces_of(vault: Vault, digest: str, changes: Corrections | None) -> Iterator[bytes]:
    """Opens the file only when the first byte is wanted, so that an answer nobody reads leaves nothing open."""
    with vault.open(digest) as stream:
        if changes is not None:
            yield from corrected(stream, changes)[1]
            return
        while piece := stream.read(CHUNK):
            yield piece


def corrections(header: Header, instance: InstanceRow, study: StudyRow, issuer: str = "") -> Corrections | None:
    """What must stand in a copy where it differs from the bytes; ``None`` when they may go as they came.

    A name is not rewritten for its spelling: only bytes under another Patient ID get the person's own identity.
    """
    changed: dict[str, str] = {}
    if study.patient is not None and header.identity.patient_id.strip() != patient_id(study.patient):
        known = identity_of(study.patient)
        changed |= {name: getattr(known, name) for name in ("patient_id", "name", "birth_date", "sex")}
        changed |= {"issuer": issuer} if issuer else {}
    if header.study_uid != study.study_uid:
        changed["study_uid"] = study.study_uid
    if header.series_uid != instance.series_uid:
        changed["series_uid"] = instance.series_uid
    if header.laterality != instance.laterality or (instance.laterality is None and _names_an_eye(header)):
        changed["image_laterality"] = instance.laterality.value if instance.laterality else ""
    return Corrections(at=study.changed_at, reason=Reason.CORRECT, **changed) if changed else None


def _names_an_eye(header: Header) -> bool:
    """Whether any attribute says a side, though they may not agree: an unknown eye leaves as no eye (HZ-02)."""
    said = (header.image_laterality, header.frame_laterality, header.series_laterality, header.measurement_laterality)
    return any(text.strip() for text in said)


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


def published_patient_id(study: StudyRow) -> str:
    """The Patient ID that a study travels under: its person's, or what the sender said while nobody knows whose it is."""
    return patient_id(study.patient) if study.patient else study.identity.get("patient_id", "").strip(" ")
