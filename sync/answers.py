"""What headquarters said, as frozen values, and what may be concluded from it. Refuses to conclude anything from a status code.

Pure: DICOM JSON in, values out. PS3.18 10.5.3 and annex I (STOW-RS), 10.6 (QIDO-RS), 10.4 (metadata).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from resources.terms import Laterality
from resources.wire import dicomjson as tags
from resources.wire.dicomjson import DataSet
from resources.wire.header import Header, Identity

OUT_OF_RESOURCES = range(0xA700, 0xA800)  # PS3.18 table I.2-2
PROCESSING_FAILURE = 0x0110
ERROR_COMMENT = "00000902"
DUPLICATE = (0x0111, 45070)  # Duplicate SOP Instance; Microsoft's own code for the same

REASONS = {
    0x0110: "Headquarters could not process this picture.",
    0x0111: "Headquarters has another picture under this number.",
    0x0117: "Headquarters says that the picture's number is not valid.",
    0x0122: "Headquarters does not take this kind of picture.",
    0x0124: "Headquarters does not let this station send pictures.",
    0xC122: "Headquarters does not take this kind of compression.",
    45070: "Headquarters has another picture under this number.",
}


def reason_sentence(reason: int) -> str:
    """A Failure Reason (0008,1197) for a person."""
    if reason in OUT_OF_RESOURCES:
        return "Headquarters has no room for this picture just now."
    if reason in range(0xA900, 0xAA00):
        return "Headquarters says that this picture does not belong to its visit."
    if reason in range(0xC000, 0xD000) and reason not in REASONS:
        return "Headquarters could not read this picture."
    return REASONS.get(reason, f"Headquarters did not take this picture (reason {reason:04X}).")


def passes_by_itself(reason: int) -> bool:
    """Whether the same request may succeed later without anybody changing anything."""
    return reason in OUT_OF_RESOURCES or reason == PROCESSING_FAILURE or reason in DUPLICATE


@dataclass(frozen=True, slots=True)
class StowAnswer:
    """What a STOW-RS answer says about each instance that was sent. ``missing`` stands in neither list."""

    listed: frozenset[str] = frozenset()
    failed: Mapping[str, int] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    said: Mapping[str, str] = field(default_factory=dict)
    """What headquarters wrote about one that failed: Error Comment (0000,0902), as some archives add it."""


def stow_answer(data_set: DataSet | None, sent: Iterable[str], words: str = "") -> StowAnswer:
    """Sort the sent UIDs by the two sequences of the answer; one that is in both has failed. UIDs we did not send are ignored.

    ``words``: what headquarters wrote of the whole request, for those of which it says nothing else.
    """
    uids = frozenset(sent)
    said = data_set or DataSet({})
    named = [(item.text(tags.REFERENCED_SOP_INSTANCE_UID), item) for item in said.items(tags.FAILED_SOP_SEQUENCE)]
    failed = {uid: item.number(tags.FAILURE_REASON) or PROCESSING_FAILURE for uid, item in named if uid in uids}
    comments = {uid: comment for uid, item in named if uid in uids and (comment := item.text(ERROR_COMMENT))}
    stored = {item.text(tags.REFERENCED_SOP_INSTANCE_UID) for item in said.items(tags.REFERENCED_SOP_SEQUENCE)}
    listed = (uids & stored) - failed.keys()
    missing = uids - listed - failed.keys()
    return StowAnswer(listed, failed, missing, comments | (dict.fromkeys(missing, words) if words else {}))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an instance is at headquarters: the three UIDs of its address."""

    study_uid: str
    series_uid: str
    instance_uid: str


def place(data_set: DataSet) -> Place:
    """Read one instance of a QIDO-RS answer."""
    return Place(data_set.text(tags.STUDY_UID), data_set.text(tags.SERIES_UID), data_set.text(tags.INSTANCE_UID))


@dataclass(frozen=True, slots=True)
class StudyAtHq:
    """One study of a QIDO-RS answer, with the identity it is filed under there."""

    study_uid: str
    identity: Identity
    study_date: str = ""


def study(data_set: DataSet) -> StudyAtHq:
    """Read one study of a QIDO-RS answer."""
    return StudyAtHq(data_set.text(tags.STUDY_UID), identity(data_set), data_set.text(tags.STUDY_DATE))


def identity(data_set: DataSet) -> Identity:
    """Who it is, as headquarters has it."""
    return Identity(
        patient_id=data_set.text(tags.PATIENT_ID),
        issuer=data_set.text(tags.ISSUER_OF_PATIENT_ID),
        name=data_set.text(tags.PATIENT_NAME),
        birth_date=data_set.text(tags.PATIENT_BIRTH_DATE),
        sex=data_set.text(tags.PATIENT_SEX),
    )


@dataclass(frozen=True, slots=True)
class Attributes:
    """What must be equal on both sides before the screen may say "At headquarters" (hazards.md section 5, level 2)."""

    patient_id: str
    study_uid: str
    laterality: Laterality | None
    rows: int | None
    columns: int | None
    frames: int
    known_as: str = ""
    """The number by which headquarters itself knows this person, where it has another than ours (``knownas``)."""

    def differences(self, other: "Attributes") -> tuple[str, ...]:
        """The names of the attributes that are not equal."""
        return tuple(
            name
            for name in ATTRIBUTE_WORDS
            if getattr(self, name) != getattr(other, name)
            and not (name == "patient_id" and self.known_as and other.patient_id == self.known_as)
        )


ATTRIBUTE_WORDS = {
    "patient_id": "the patient number",
    "study_uid": "the visit",
    "laterality": "the eye",
    "rows": "the height",
    "columns": "the width",
    "frames": "the number of frames",
}


def attributes(data_set: DataSet) -> Attributes:
    """Read the key attributes of one instance's metadata."""
    header = header_of(data_set)
    return attributes_of(header, header.identity.patient_id)


def header_of(data_set: DataSet) -> Header:
    """One instance's metadata as we read a file: one rule says which eye it is and when it was taken."""
    return Header(
        sop_class_uid=data_set.text(tags.SOP_CLASS_UID),
        instance_uid=data_set.text(tags.INSTANCE_UID),
        study_uid=data_set.text(tags.STUDY_UID),
        series_uid=data_set.text(tags.SERIES_UID),
        transfer_syntax_uid="",
        identity=identity(data_set),
        image_laterality=data_set.text(tags.IMAGE_LATERALITY),
        frame_laterality=_frame_laterality(data_set),
        series_laterality=data_set.text(tags.LATERALITY),
        measurement_laterality=data_set.text(tags.MEASUREMENT_LATERALITY),
        rows=data_set.number(tags.ROWS),
        columns=data_set.number(tags.COLUMNS),
        frames=data_set.number(tags.NUMBER_OF_FRAMES),
        study_date=data_set.text(tags.STUDY_DATE),
        acquisition_datetime=data_set.text(tags.ACQUISITION_DATETIME),
        acquisition_date=data_set.text(tags.ACQUISITION_DATE),
        acquisition_time=data_set.text(tags.ACQUISITION_TIME),
        content_date=data_set.text(tags.CONTENT_DATE),
        content_time=data_set.text(tags.CONTENT_TIME),
    )


def attributes_of(header: Header, patient_id: str) -> Attributes:
    """The key attributes of an instance of ours that travels under ``patient_id``."""
    return Attributes(
        patient_id, header.study_uid, header.laterality, header.rows, header.columns, header.frames or 1
    )  # an absent Number of Frames is one frame, PS3.3 C.7.6.6


def _frame_laterality(data_set: DataSet) -> str:
    """Frame Laterality (0020,9072) where all functional groups that state one agree, else ``?``."""
    groups = data_set.items(tags.SHARED_FUNCTIONAL_GROUPS) + data_set.items(tags.PER_FRAME_FUNCTIONAL_GROUPS)
    anatomies = [anatomy for group in groups for anatomy in group.items(tags.FRAME_ANATOMY_SEQUENCE)]
    stated = {text for anatomy in anatomies if (text := anatomy.text(tags.FRAME_LATERALITY))}
    return (stated.pop() if len(stated) == 1 else "?") if stated else ""
