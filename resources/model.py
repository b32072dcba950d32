"""The tables. They are the model: rules are functions in ``store/``, and live rows never leave a unit.

Lists leave the store as frozen values (``store/rows.py``). Nothing here has relationships, so nothing can load by surprise.
"""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept as UTC text with microseconds, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Refuse a naive time: nobody could say what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back to an aware datetime."""
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """All tables of the station, except those that sync owns."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Instant, dict[str, Any]: JSON, list[Any]: JSON}


class Patient(Base):
    """A person. ``uuid`` is who they are, everywhere and for ever; ``number`` is what is printed on the card."""

    __tablename__ = "patient"
    __table_args__ = (Index("ix_patient_here", "changed_at", sqlite_where=text("forgotten_at IS NULL")),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(64), unique=True)
    public_id: Mapped[str] = mapped_column(String(64), unique=True)
    number: Mapped[str | None] = mapped_column(String(32), unique=True)
    family_name: Mapped[str] = mapped_column(String(64), default="")
    given_name: Mapped[str] = mapped_column(String(64), default="")
    native_name: Mapped[str] = mapped_column(String(128), default="")
    sex: Mapped[str] = mapped_column(String(1), default="")
    birth_date: Mapped[date | None]
    birth_year: Mapped[int | None]
    village: Mapped[str] = mapped_column(String(64), default="")
    phone: Mapped[str] = mapped_column(String(32), default="")
    phone_owner: Mapped[str] = mapped_column(String(32), default="")
    diabetic_since: Mapped[int | None]
    consent: Mapped[bool | None]
    notes: Mapped[str] = mapped_column(Text, default="")
    identifiers: Mapped[list[Any]] = mapped_column(default=list)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    active: Mapped[bool] = mapped_column(default=True)
    search_key: Mapped[str] = mapped_column(Text, default="")
    name_key: Mapped[str] = mapped_column(String(160), default="", index=True)
    """The alphabetic name as DICOM compares it: without case, e.g. ``devi^lakshmi``."""
    name_words: Mapped[str] = mapped_column(Text, default="")
    """The folded parts of the name, each between spaces."""
    sound_words: Mapped[str] = mapped_column(Text, default="", server_default="")
    """The parts of the name as they sound (``wire/namesound.py``), each between spaces."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class Photo(Base):
    """A picture of a person, most often a headshot. Older ones stay; the newest headshot that is not forgotten is shown.

    ``digest`` names the picture's bytes; of what a client sent in place of a picture, the text (``mime`` says which).
    ``text_digest`` names the text as it came, where it is another than the picture's plain base64.
    """

    __tablename__ = "photo"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    kind: Mapped[str] = mapped_column(String(16), default="Headshot")
    clinic_pk: Mapped[int | None] = mapped_column(ForeignKey("clinic.pk"), index=True)
    care_station_pk: Mapped[int | None] = mapped_column(ForeignKey("care_station.pk"), index=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    text_digest: Mapped[str | None] = mapped_column(String(64))
    mime: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    actor: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class Link(Base):
    """Two records are one person, or two after all (hazard HZ-18). Rows are only ever added: the last of a record counts."""

    __tablename__ = "link"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    into_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    is_joined: Mapped[bool]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(64))


class Clinic(Base):
    """Some days at one place, as seed 003 speaks of them."""

    __tablename__ = "clinic"

    pk: Mapped[int] = mapped_column(primary_key=True)
    location: Mapped[str] = mapped_column(String(128))
    start: Mapped[date]
    end: Mapped[date]
    forgotten_at: Mapped[datetime | None]


class CareStation(Base):
    """A kind of table that people go to in a clinic, such as ENT; seed 003 calls it a station."""

    __tablename__ = "care_station"

    pk: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(128))
    forgotten_at: Mapped[datetime | None]


class ClinicStation(Base):
    """One such table in one clinic, e.g. Dental 1 of three dental ones."""

    __tablename__ = "clinic_station"

    pk: Mapped[int] = mapped_column(primary_key=True)
    clinic_pk: Mapped[int] = mapped_column(ForeignKey("clinic.pk"), index=True)
    care_station_pk: Mapped[int] = mapped_column(ForeignKey("care_station.pk"), index=True)
    name: Mapped[str] = mapped_column(String(128))
    name_es: Mapped[str] = mapped_column(String(128), default="")
    active: Mapped[bool] = mapped_column(default=False)
    away: Mapped[bool] = mapped_column(default=True)
    finished: Mapped[bool] = mapped_column(default=False)
    level: Mapped[int] = mapped_column(default=1)
    away_minutes: Mapped[int] = mapped_column(default=30)
    will_return_at: Mapped[datetime]
    active_patient_pk: Mapped[int | None] = mapped_column(ForeignKey("patient.pk"))
    next_patient_pk: Mapped[int | None] = mapped_column(ForeignKey("patient.pk"))
    forgotten_at: Mapped[datetime | None]


class Study(Base):
    """One person, one occasion. ``study_uid`` is what we publish; ``source_study_uid`` is what the camera said.

    The two differ when a camera used one Study Instance UID for two people (hazard HZ-19). ``patient_pk`` is empty while
    nobody knows whose pictures these are: then ``identity`` holds what the sender said, and ``unmatched`` says why.
    """

    __tablename__ = "study"
    __table_args__ = (
        Index("ix_study_listing", "study_date", "study_uid"),
        Index("ix_study_other_source", "source_study_uid", sqlite_where=text("source_study_uid != study_uid")),
        Index("ix_study_sent_name", "name_key", sqlite_where=text("patient_pk IS NULL")),
        Index("ix_study_sent_id", "sent_id", sqlite_where=text("patient_pk IS NULL")),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(64), unique=True)
    public_id: Mapped[str] = mapped_column(String(64), unique=True)
    study_uid: Mapped[str] = mapped_column(String(64), unique=True)
    source_study_uid: Mapped[str] = mapped_column(String(64))
    patient_pk: Mapped[int | None] = mapped_column(ForeignKey("patient.pk"), index=True)
    identity: Mapped[dict[str, Any]] = mapped_column(default=dict)
    name_key: Mapped[str] = mapped_column(String(160), default="")
    """Of ``identity``, as a patient's; it counts while nobody knows whose pictures these are. So does ``sent_id``."""
    name_words: Mapped[str] = mapped_column(Text, default="")
    sent_id: Mapped[str] = mapped_column(String(64), default="")
    unmatched: Mapped[str | None] = mapped_column(String(32))
    flags: Mapped[list[Any]] = mapped_column(default=list)
    started_at: Mapped[datetime | None] = mapped_column(index=True)
    study_date: Mapped[str] = mapped_column(String(8), default="")
    study_time: Mapped[str] = mapped_column(String(16), default="")
    study_id: Mapped[str] = mapped_column(String(16), default="")
    accession_number: Mapped[str] = mapped_column(String(64), default="")
    description: Mapped[str] = mapped_column(String(256), default="")
    referrer: Mapped[str] = mapped_column(String(256), default="")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    forgotten_at: Mapped[datetime | None]


class Series(Base):
    """Instances of one kind in one study."""

    __tablename__ = "series"
    __table_args__ = (
        UniqueConstraint("study_pk", "source_series_uid"),
        Index("ix_series_listing", "study_pk", "forgotten_at", "modality"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    series_uid: Mapped[str] = mapped_column(String(64), unique=True)
    source_series_uid: Mapped[str] = mapped_column(String(64))
    study_pk: Mapped[int] = mapped_column(ForeignKey("study.pk"))
    modality: Mapped[str] = mapped_column(String(16), default="")
    number: Mapped[int | None]
    description: Mapped[str] = mapped_column(String(256), default="")
    laterality: Mapped[str | None] = mapped_column(String(1))
    station_name: Mapped[str] = mapped_column(String(64), default="")
    manufacturer: Mapped[str] = mapped_column(String(64), default="")
    model_name: Mapped[str] = mapped_column(String(64), default="")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class Instance(Base):
    """One stored object, or (``digest`` empty) one that was announced and still waits for its picture.

    ``laterality`` is a property of the instance and of nothing else; empty means unknown (hazards HZ-02 and HZ-12).
    """

    __tablename__ = "instance"
    __table_args__ = (Index("ix_instance_listing", "series_pk", "forgotten_at", "digest"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    instance_uid: Mapped[str] = mapped_column(String(64), unique=True)
    series_pk: Mapped[int] = mapped_column(ForeignKey("series.pk"))
    sop_class_uid: Mapped[str] = mapped_column(String(64))
    transfer_syntax_uid: Mapped[str] = mapped_column(String(64), default="")
    number: Mapped[int | None]
    title: Mapped[str] = mapped_column(String(128), default="")
    type: Mapped[str] = mapped_column(String(64), default="")
    laterality: Mapped[str | None] = mapped_column(String(1))
    laterality_stated: Mapped[str | None] = mapped_column(String(1))
    laterality_by: Mapped[str] = mapped_column(String(64), default="")
    field: Mapped[str | None] = mapped_column(String(16))
    rows: Mapped[int | None]
    columns: Mapped[int | None]
    frames: Mapped[int | None]
    bits_allocated: Mapped[int | None]
    photometric: Mapped[str] = mapped_column(String(32), default="")
    has_pixels: Mapped[bool] = mapped_column(default=False)
    acquired: Mapped[str] = mapped_column(String(32), default="")
    digest: Mapped[str | None] = mapped_column(String(64))
    data_set_digest: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None]
    origin: Mapped[str] = mapped_column(String(16))
    calling_ae_title: Mapped[str] = mapped_column(String(16), default="", index=True)
    received_at: Mapped[datetime]
    hidden: Mapped[str] = mapped_column(String(128), default="")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)
    forgotten_at: Mapped[datetime | None]


class AttributeSet(Base):
    """What an instance says of itself as DICOM JSON (PS3.18 annex F), as it came and without bulk data. Made after filing."""

    __tablename__ = "attribute_set"

    instance_pk: Mapped[int] = mapped_column(ForeignKey("instance.pk"), primary_key=True)
    attributes: Mapped[str] = mapped_column(Text)


class Preview(Base):
    """A small JPEG of a picture that headquarters has and this laptop has not: never an instance, given out by no surface."""

    __tablename__ = "preview"

    pk: Mapped[int] = mapped_column(primary_key=True)
    instance_uid: Mapped[str] = mapped_column(String(64), unique=True)
    series_uid: Mapped[str] = mapped_column(String(64))
    study_uid: Mapped[str] = mapped_column(String(64))
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    day: Mapped[date]
    laterality: Mapped[str] = mapped_column(String(1))
    rows: Mapped[int]
    columns: Mapped[int]
    acquired: Mapped[str] = mapped_column(String(32))
    digest: Mapped[str] = mapped_column(String(64))
    came_at: Mapped[datetime]


class Eviction(Base):
    """A stored file that left this laptop because headquarters has every byte of it, and what is needed to have it again.

    ``head`` is what stands before its data set; ``thumbnail`` a small JPEG of it.
    """

    __tablename__ = "eviction"

    pk: Mapped[int] = mapped_column(primary_key=True)
    instance_uid: Mapped[str] = mapped_column(String(64), unique=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    head: Mapped[bytes]
    thumbnail: Mapped[bytes]
    state: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]


class SmallBlob(Base):
    """The bytes of something too small for a file of its own, written in the transaction that speaks of them."""

    __tablename__ = "small_blob"

    pk: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    content: Mapped[bytes]


class Held(Base):
    """Bytes kept aside: a second version of a known UID (``conflict``), or an object nobody could read (``quarantine``)."""

    __tablename__ = "held"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    digest: Mapped[str] = mapped_column(String(64), index=True)
    data_set_digest: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    instance_uid: Mapped[str] = mapped_column(String(256), default="", index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(16))
    calling_ae_title: Mapped[str] = mapped_column(String(16), default="")
    received_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class Workitem(Base):
    """A UPS entry: one person waiting for an examination. The camera's worklist shows the same rows."""

    __tablename__ = "workitem"

    pk: Mapped[int] = mapped_column(primary_key=True)
    workitem_uid: Mapped[str] = mapped_column(String(64), unique=True)
    patient_pk: Mapped[int | None] = mapped_column(ForeignKey("patient.pk"), index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    station_ae_title: Mapped[str] = mapped_column(String(16), default="")
    label: Mapped[str] = mapped_column(String(64), default="")
    priority: Mapped[str] = mapped_column(String(8), default="MEDIUM")
    scheduled_at: Mapped[datetime] = mapped_column(index=True)
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    study_uid: Mapped[str] = mapped_column(String(64), default="")
    accession_number: Mapped[str] = mapped_column(String(16), default="")
    transaction_uid: Mapped[str | None] = mapped_column(String(64))
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Turn(Base):
    """One person at one camera, from the call until they leave (hazard HZ-01). Without an AE title it is the only camera."""

    __tablename__ = "turn"

    pk: Mapped[int] = mapped_column(primary_key=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    station_ae_title: Mapped[str] = mapped_column(String(16), default="")
    workitem_uid: Mapped[str] = mapped_column(String(64))
    began_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    missing: Mapped[list[Any]] = mapped_column(default=list)
    """The places that were empty when they left, e.g. ``L disc`` (hazard HZ-06)."""
    reason: Mapped[str] = mapped_column(String(32), default="")


class PerformedStep(Base):
    """A Modality Performed Procedure Step, as the camera says it (PS3.4 F.7)."""

    __tablename__ = "performed_step"

    pk: Mapped[int] = mapped_column(primary_key=True)
    step_uid: Mapped[str] = mapped_column(String(64), unique=True)
    workitem_uid: Mapped[str] = mapped_column(String(64), default="", index=True)
    patient_pk: Mapped[int | None] = mapped_column(ForeignKey("patient.pk"), index=True)
    station_ae_title: Mapped[str] = mapped_column(String(16), default="")
    state: Mapped[str] = mapped_column(String(16))
    announced: Mapped[list[Any]] = mapped_column(default=list)
    """SOP Instance UIDs of the pictures that it says it made."""
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    version: Mapped[int] = mapped_column(default=1)
    began_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]


class Commitment(Base):
    """A camera's question whether pictures are safe here (PS3.4 J.3), until it has taken the answer."""

    __tablename__ = "commitment"
    __table_args__ = (UniqueConstraint("transaction_uid", "station_ae_title"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    transaction_uid: Mapped[str] = mapped_column(String(64))
    station_ae_title: Mapped[str] = mapped_column(String(16))
    references: Mapped[list[Any]] = mapped_column(default=list)
    """SOP Class and Instance UID of each picture asked for."""
    asked_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(index=True)
    """``None`` when it was taken, or given up."""
    taken_at: Mapped[datetime | None]


class Camera(Base):
    """What a person has said of one camera, by the AE title that it calls with. The rules are in ``wire/camerarules.py``."""

    __tablename__ = "camera"

    pk: Mapped[int] = mapped_column(primary_key=True)
    ae_title: Mapped[str] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(64), default="")
    host: Mapped[str] = mapped_column(String(255), default="")
    port: Mapped[int] = mapped_column(default=0)
    strip: Mapped[str] = mapped_column(String(64), default="")
    charset: Mapped[str] = mapped_column(String(16), default="utf-8")
    name_order: Mapped[str] = mapped_column(String(16), default="family-first")
    clock_ahead: Mapped[int | None]
    trust: Mapped[str] = mapped_column(String(16), default="new")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class Subscription(Base):
    """Who wants to hear of which workitems (PS3.4 CC.2.3): of one, of all, or of those that a filter fits."""

    __tablename__ = "subscription"
    __table_args__ = (UniqueConstraint("ae_title", "target", "filter"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    ae_title: Mapped[str] = mapped_column(String(16))
    target: Mapped[str] = mapped_column(String(64), index=True)
    filter: Mapped[str] = mapped_column(Text, default="")
    """Query keys and values as JSON; empty for none."""
    deletion_lock: Mapped[bool] = mapped_column(default=False)
    suspended: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Notice(Base):
    """An event report that a subscriber has not taken yet (PS3.18 11.6). It stays until it was delivered."""

    __tablename__ = "notice"
    __table_args__ = ({"sqlite_autoincrement": True},)  # the key is the Message ID: no two reports share one

    pk: Mapped[int] = mapped_column(primary_key=True)
    ae_title: Mapped[str] = mapped_column(String(16), index=True)
    report: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class Staff(Base):
    """Somebody who works here and signs. Only the argon2id hash of the PIN is kept; ``failures`` slow guessing down."""

    __tablename__ = "staff"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    initials: Mapped[str] = mapped_column(String(4))
    role: Mapped[str] = mapped_column(String(16))
    pin_hash: Mapped[str] = mapped_column(String(128))
    failures: Mapped[int] = mapped_column(default=0)
    failed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class Opinion(Base):
    """What one reader said of one eye on one visit. Rows are only ever added: ``replaces`` names those a person took back.

    ``absent`` is the stated reason why there is no eye; then there are no codes. ``instance_uid`` is what was looked at.
    """

    __tablename__ = "opinion"
    __table_args__ = (Index("ix_opinion_visit", "patient_pk", "day"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"))
    day: Mapped[date]
    eye: Mapped[str] = mapped_column(String(1))
    instance_uid: Mapped[str] = mapped_column(String(64), default="", index=True)
    absent: Mapped[str] = mapped_column(String(128), default="")
    scheme: Mapped[str] = mapped_column(String(64), default="")
    scheme_version: Mapped[str] = mapped_column(String(16), default="")
    codes: Mapped[list[Any]] = mapped_column(default=list)
    is_preview: Mapped[bool] = mapped_column(default=False)
    zoom: Mapped[float | None]
    quality: Mapped[str] = mapped_column(String(16), default="")
    screen_check: Mapped[str] = mapped_column(String(32), default="none")
    is_second: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    replaces: Mapped[list[Any]] = mapped_column(default=list)
    origin: Mapped[str] = mapped_column(String(16))
    reader: Mapped[str] = mapped_column(String(64))
    signed_at: Mapped[datetime]
    stated_at: Mapped[datetime | None]


class Quality(Base):
    """What one reader said of one picture's quality. Rows are only ever added; an empty word takes back the one before."""

    __tablename__ = "quality"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    instance_uid: Mapped[str] = mapped_column(String(64), index=True)
    quality: Mapped[str] = mapped_column(String(16), default="")
    reader: Mapped[str] = mapped_column(String(64))
    said_at: Mapped[datetime]


class Annotation(Base):
    """A mark beside a picture, in the picture's pixels. Rows are only ever added: ``replaces`` names one that was taken back."""

    __tablename__ = "annotation"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    instance_uid: Mapped[str] = mapped_column(String(64), index=True)
    frame: Mapped[int]
    shape: Mapped[str] = mapped_column(String(16))
    points: Mapped[list[Any]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(Text, default="")
    spacing: Mapped[list[Any]] = mapped_column(default=list)
    replaces: Mapped[str] = mapped_column(String(36), default="")
    reader: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]


class ScreenCheck(Base):
    """One look at the test patches on this laptop's screen, by one person."""

    __tablename__ = "screen_check"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    day: Mapped[date] = mapped_column(index=True)
    is_seen: Mapped[bool]
    reader: Mapped[str] = mapped_column(String(64))
    checked_at: Mapped[datetime]


class Referral(Base):
    """Somebody who must be seen. It leaves the list by being attended, or by a named person's reason (hazard HZ-04)."""

    __tablename__ = "referral"

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"), index=True)
    day: Mapped[date]
    outcome: Mapped[str] = mapped_column(String(16))
    rule: Mapped[str] = mapped_column(String(64), default="")
    decided_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(String(64))
    told_at: Mapped[datetime | None]
    told_by: Mapped[str] = mapped_column(String(64), default="")
    told_how: Mapped[str] = mapped_column(String(32), default="")
    attended_at: Mapped[datetime | None]
    attended_by: Mapped[str] = mapped_column(String(64), default="")
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    closed_by: Mapped[str] = mapped_column(String(64), default="")
    closed_why: Mapped[str] = mapped_column(String(256), default="")
    version: Mapped[int] = mapped_column(default=1)


class Letter(Base):
    """A letter that was printed for a person. Rows are only ever added; the PDF is in the vault.

    ``fingerprint`` is a digest of all that it says; ``about`` names what may make it untrue, ``seq`` is the feed's end when it
    was made.
    """

    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_visit", "patient_pk", "day"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    patient_pk: Mapped[int] = mapped_column(ForeignKey("patient.pk"))
    day: Mapped[date]
    outcome: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    digest: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    about: Mapped[list[Any]]
    seq: Mapped[int]
    copy_of: Mapped[str] = mapped_column(String(36), default="")
    replaces: Mapped[str] = mapped_column(String(36), default="")
    printed_at: Mapped[datetime]
    printed_by: Mapped[str] = mapped_column(String(64))


class Change(Base):
    """A committed fact. ``seq`` is commit order, because writers are one at a time; a cursor can never skip a row.

    ``study_uid`` is the study that a series or an instance was in from then on, so that a study can be shown as it once was.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_kind_uid", "kind", "uid"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    uid: Mapped[str] = mapped_column(String(64))
    operation: Mapped[str] = mapped_column(String(8))
    version: Mapped[int]
    at: Mapped[datetime]
    origin: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(64))
    study_uid: Mapped[str] = mapped_column(String(64), default="", index=True)
    snapshot: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Token(Base):
    """A key for a program. Only the sha256 of the secret is kept."""

    __tablename__ = "token"

    pk: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    secret_digest: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[Any]]
    patient_uuid: Mapped[str] = mapped_column(String(64), server_default="")
    """Whose records it opens; empty for everybody's."""
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Audit(Base):
    """Who asked for what, and what came of it. ``client_data`` is what the client wants to find it by."""

    __tablename__ = "audit"

    pk: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(16))
    target: Mapped[str] = mapped_column(String(256))
    outcome: Mapped[int]
    client_data: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Fact(Base):
    """What the station knows of itself: its camp, its letter, the running number, where it lives."""

    __tablename__ = "fact"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
