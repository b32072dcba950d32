"""What leaves the store: frozen values that any thread may hold. A live row never does."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from resources.terms import Kind, Laterality, Operation, Origin
from resources.wire.dates import date_of

ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1"


class PatientDetails(NamedTuple):
    """What a person at the desk, or a client, says about somebody."""

    family_name: str = ""
    given_name: str = ""
    native_name: str = ""
    sex: str = ""
    """F, M, O or empty, as Patient's Sex (0010,0040)."""
    birth_date: date | None = None
    birth_year: int | None = None
    """Given when only the age or the year is known."""
    village: str = ""
    phone: str = ""
    phone_owner: str = ""
    diabetic_since: int | None = None
    consent: bool | None = None
    notes: str = ""
    identifiers: tuple[Mapping[str, Any], ...] = ()
    extra: Mapping[str, Any] = {}
    active: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class PatientRow:
    """A person as the store knows them."""

    pk: int
    uuid: str
    public_id: str
    number: str | None
    details: PatientDetails
    version: int
    created_at: datetime
    changed_at: datetime
    photo_digest: str | None = None

    @property
    def name(self) -> str:
        """Given and family name as people say it."""
        return " ".join(part for part in (self.details.given_name, self.details.family_name) if part)

    @property
    def person_name(self) -> str:
        """DICOM PN, with the native script in the ideographic group (PS3.5 6.2.1)."""
        alphabetic = f"{self.details.family_name}^{self.details.given_name}".rstrip("^")
        return f"{alphabetic}={self.details.native_name}" if self.details.native_name else alphabetic

    @property
    def birth_year(self) -> int | None:
        """The year, from the date where there is one."""
        return self.details.birth_date.year if self.details.birth_date else self.details.birth_year

    def age(self, today: date) -> int | None:
        """Whole years; from the year alone it may be one too many."""
        born = self.details.birth_date
        if born:
            return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return today.year - self.details.birth_year if self.details.birth_year else None


@dataclasses.dataclass(frozen=True, slots=True)
class PhotoRow:
    """A picture of a person and its place in the vault. ``digest`` is of a text where ``mime`` is one."""

    pk: int
    uuid: str
    patient_pk: int
    patient_uuid: str
    kind: str
    clinic_pk: int | None
    care_station_pk: int | None
    digest: str
    text_digest: str | None
    mime: str
    size: int
    width: int | None
    height: int | None
    created_at: datetime

    @property
    def is_picture(self) -> bool:
        """Something that can be shown, not a text that was sent in its place."""
        return self.mime.startswith("image/")


@dataclasses.dataclass(frozen=True, slots=True)
class ClinicRow:
    """Some days at one place (seed 003)."""

    pk: int
    location: str
    start: date
    end: date


class CareStationRow(NamedTuple):
    """A kind of table that people go to in a clinic (seed 003)."""

    pk: int
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class ClinicStationRow:
    """One such table in one clinic (seed 003)."""

    pk: int
    clinic_pk: int
    care_station_pk: int
    name: str
    name_es: str
    active: bool
    away: bool
    finished: bool
    level: int
    away_minutes: int
    will_return_at: datetime
    active_patient_pk: int | None
    next_patient_pk: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class InstanceRow:
    """One instance with the UIDs it is published under."""

    pk: int
    uuid: str
    instance_uid: str
    series_uid: str
    study_uid: str
    source_series_uid: str
    source_study_uid: str
    patient_uuid: str | None
    sop_class_uid: str
    transfer_syntax_uid: str
    modality: str
    number: int | None
    title: str
    type: str
    laterality: Laterality | None
    laterality_stated: Laterality | None
    laterality_by: str
    field: str | None
    rows: int | None
    columns: int | None
    frames: int | None
    bits_allocated: int | None
    photometric: str
    has_pixels: bool
    acquired: str
    digest: str | None
    data_set_digest: str | None
    size: int | None
    origin: Origin
    calling_ae_title: str
    received_at: datetime
    hidden: str
    version: int
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    preview: str = ""
    """The name of a small JPEG of it, where nothing but that is here (``previews``, and ``evictions`` of what left)."""

    @property
    def is_preview(self) -> bool:
        """Whether a small preview of it is here, and nothing else (HZ-09)."""
        return bool(self.preview)

    @property
    def has_left(self) -> bool:
        """Whether its original was here, and is now at headquarters alone."""
        return self.is_preview and self.digest is not None

    @property
    def is_waiting(self) -> bool:
        """Announced, but no picture came yet."""
        return self.digest is None

    @property
    def may_show_a_name(self) -> bool:
        """Whether the sender says that words are in the picture (PS3.3 C.7.6.1.1.5), or it is a page of words."""
        return bool(self.extra.get("burned_in")) or self.is_pdf

    @property
    def is_pdf(self) -> bool:
        """Whether it is a document of pages and no picture (PS3.3 A.45.1)."""
        return self.sop_class_uid == ENCAPSULATED_PDF


@dataclasses.dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series and its instances, in the order of their numbers."""

    pk: int
    series_uid: str
    modality: str
    number: int | None
    description: str
    laterality: Laterality | None
    station_name: str
    manufacturer: str
    model_name: str
    instances: tuple[InstanceRow, ...]
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class StudyRow:
    """One study, whole. ``patient`` is empty while it waits in the Inbox; then ``identity`` is what the sender said."""

    pk: int
    uuid: str
    public_id: str
    study_uid: str
    source_study_uid: str
    patient: PatientRow | None
    identity: Mapping[str, str]
    unmatched: str | None
    flags: tuple[str, ...]
    started_at: datetime | None
    study_date: str
    study_time: str
    study_id: str
    accession_number: str
    description: str
    referrer: str
    version: int
    created_at: datetime
    changed_at: datetime
    series: tuple[SeriesRow, ...]
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def instances(self) -> tuple[InstanceRow, ...]:
        """All instances of all series."""
        return tuple(instance for series in self.series for instance in series.instances)

    def day(self, zone: tzinfo) -> date:
        """The camp's day on which it was begun (HZ-26): the camera's own, unless its clock cannot have been right."""
        begun = (self.started_at or self.created_at).astimezone(zone).date()
        stated = date_of(self.study_date) or begun
        return stated if abs(stated - begun) <= timedelta(days=1) else begun


@dataclasses.dataclass(frozen=True, slots=True)
class HeldRow:
    """Bytes kept aside, and why."""

    uuid: str
    kind: str
    digest: str
    size: int
    instance_uid: str
    reason: str
    calling_ae_title: str
    received_at: datetime


@dataclasses.dataclass(frozen=True, slots=True)
class WorkitemRow:
    """One person waiting for an examination."""

    workitem_uid: str
    patient_uuid: str | None
    state: str
    station_ae_title: str
    scheduled_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    study_uid: str
    version: int


class ChangeRow(NamedTuple):
    """A committed fact, as a reader of the feed gets it."""

    seq: int
    kind: Kind
    uid: str
    operation: Operation
    version: int
    at: datetime
    origin: Origin
    actor: str
    snapshot: Mapping[str, Any]


class TokenRow(NamedTuple):
    """A program's name and what it may do; ``patient_uuid`` is empty where it may do so with everybody's records."""

    name: str
    scopes: frozenset[str]
    created_at: datetime
    revoked_at: datetime | None
    patient_uuid: str = ""


class TurnRow(NamedTuple):
    """One person at one camera."""

    pk: int
    patient_uuid: str
    station_ae_title: str
    workitem_uid: str
    began_at: datetime
    ended_at: datetime | None
    missing: tuple[str, ...] = ()
    reason: str = ""


class Arrival(NamedTuple):
    """How bytes came in."""

    origin: Origin
    calling_ae_title: str = ""
    strip: str = ""
    """A regular expression that this camera's rule removes from the front of Patient ID, e.g. ``phelcom_``."""
    clock_ahead: int | None = None
    """Seconds that a person said this camera's clock is ahead of ours; ``None``: its pictures tell."""


class CameraSample(NamedTuple):
    """One picture of a camera, as its rules see it: identity as it came, and when it says that it was taken."""

    instance_uid: str
    patient_id: str
    name: str
    is_filed: bool
    taken: datetime | None
    received: datetime

    @property
    def ahead(self) -> timedelta | None:
        """How far the camera's clock was ahead of ours then."""
        return None if self.taken is None else self.taken - self.received


class Filed(NamedTuple):
    """Where an instance ended up. ``outcome`` is stored, duplicate or conflict."""

    outcome: str
    instance_uid: str
    study_uid: str
    patient_uuid: str | None
    unmatched: str | None
