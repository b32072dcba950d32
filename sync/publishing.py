"""What we mean headquarters to show of a record, read in one unit. Refuses to read a picture before it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from resources.problems import NotFound
from resources.store import Store, Unit, images, opinions, patients, referrals, studies, workitems
from resources.store.rows import StudyRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Kind
from sync import fhirmap
from sync.fhirmap import Edition, Resource
from sync.records import Record

NOBODYS = "Nobody has said yet whose this is."


@dataclass(frozen=True, slots=True)
class Meant:
    """One record as it is now. ``resource`` makes it, for a type, an edition and a reference to the person."""

    kind: Kind
    patient_uuid: str
    resource: Callable[[str, Edition, Resource], Resource]
    identifiers: tuple[Resource, ...] = ()
    """By which it may already be there, beside our own identifier."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Why it must not go now."""

    sentence: str


def meant(store: Store, unit: Unit, record: Record, pictures_at: str) -> Meant | Waits | None:
    """``None`` for a record that was removed here."""
    return meant_of(store, unit, record.kind, record.uid, pictures_at)


def meant_of(store: Store, unit: Unit, kind: Kind, uid: str, pictures_at: str = "") -> Meant | Waits | None:
    """The same, also of what has no entry in the outbox."""
    try:
        return _READERS[kind](store, unit, uid, pictures_at)
    except NotFound:
        return None


def _patient(_: Store, unit: Unit, uid: str, __: str) -> Meant:
    row = patients.find(unit, uid)
    if row.uuid != uid:
        raise NotFound("There is no such patient.")
    number = ({"system": NUMBER_SYSTEM, "value": row.number},) if row.number else ()
    return Meant(Kind.PATIENT, uid, lambda _type, _edition, _subject: fhirmap.patient(row), number)


def _photo(store: Store, unit: Unit, uid: str, __: str) -> Meant:
    row = images.by_uuid(unit, uid)
    if not row.is_picture:
        raise NotFound("This is not a picture.")

    def resource(_type: str, edition: Edition, subject: Resource) -> Resource:
        return fhirmap.photo(row, store.vault.read(row.digest), edition, subject)

    return Meant(Kind.PHOTO, row.patient_uuid, resource)


def _study(store: Store, unit: Unit, uid: str, pictures_at: str) -> Meant | Waits:
    row: StudyRow = studies.study(unit, uid)
    if row.patient is None:
        return Waits(NOBODYS)

    def resource(_type: str, edition: Edition, subject: Resource) -> Resource:
        return fhirmap.study(row, edition, subject, pictures_at, store.zone)

    number = ({"system": "urn:dicom:uid", "value": f"urn:oid:{row.study_uid}"},)
    return Meant(Kind.STUDY, row.patient.uuid, resource, number)


def _opinion(_: Store, unit: Unit, uid: str, __: str) -> Meant:
    patient_uuid, row = opinions.find(unit, uid)
    return Meant(
        Kind.OPINION, patient_uuid, lambda type_, edition, subject: fhirmap.opinion(row, type_, edition, subject)
    )


def _referral(_: Store, unit: Unit, uid: str, __: str) -> Meant:
    row = referrals.find(unit, uid)
    return Meant(
        Kind.REFERRAL, row.patient_uuid, lambda _type, edition, subject: fhirmap.referral(row, edition, subject)
    )


def _workitem(_: Store, unit: Unit, uid: str, __: str) -> Meant | Waits:
    row = workitems.workitem(unit, uid)
    if row.patient_uuid is None:
        return Waits(NOBODYS)
    return Meant(Kind.WORKITEM, row.patient_uuid, lambda _type, _edition, subject: fhirmap.workitem(row, subject))


_READERS: dict[Kind, Callable[[Store, Unit, str, str], Meant | Waits]] = {
    Kind.PATIENT: _patient,
    Kind.PHOTO: _photo,
    Kind.STUDY: _study,
    Kind.OPINION: _opinion,
    Kind.REFERRAL: _referral,
    Kind.WORKITEM: _workitem,
}
