"""An eye photograph from a phone or a memory card as an Ophthalmic Photography 8 Bit instance (PS3.3 A.41).

Makes nothing without a stated eye: no default, no guess from a file's name (HZ-02). New UIDs and the time come from the caller.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from resources.problems import Invalid
from resources.terms import Field, Laterality
from resources.wire.coding import EXPLICIT, PIXEL_DATA, UNDEFINED
from resources.wire.header import Identity
from resources.wire.part10 import file_meta
from resources.wire.picture import Pixels, pixels_of
from resources.wire.uids import EXPLICIT_LITTLE, OPHTHALMIC_PHOTOGRAPHY_8_BIT
from resources.wire.writing import Attributes, data_set, ended, head, item

_DATE, _AGE = re.compile(r"\d{8}", re.ASCII), re.compile(r"\d{3}[DWMY]", re.ASCII)
_AHEAD = timedelta(days=1)  # a camera set to another zone
_CENTRES = {Field.MACULA: ("111900", "Macula centered"), Field.DISC: ("111901", "Disc centered")}  # CID 4207


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Whose eye, which eye, when, and what it belongs to. Empty UIDs are made new."""

    identity: Identity
    laterality: Laterality | None
    taken_at: datetime
    """When it arrived, with the camp's time zone: the day it is filed under. Its own EXIF says when it was taken."""
    field: Field | None = None
    study_uid: str = ""
    series_uid: str = ""
    study_id: str = "1"
    series_number: int = 1
    instance_number: int = 1
    accession_number: str = ""
    synchronization_uid: str = ""
    """One per workstation (PS3.3 C.7.4.2)."""
    software: str = "EYECAMP_01"


class Photograph(NamedTuple):
    """A Part 10 file in two parts: preamble to group 0002, and the data set. ``is_mirrored`` asks to check the eye (HZ-23).

    ``taken`` is when it was taken, as far as its camera can be believed.
    """

    file_meta: bytes
    data_set: bytes
    instance_uid: str
    is_mirrored: bool
    taken: datetime


def photograph(
    data: bytes, sitting: Sitting, new_uid: Callable[[], str], prepare: Callable[[bytes], Pixels] = pixels_of
) -> Photograph:
    """Raises Invalid without an eye, and as ``pixels_of`` does for the picture; ``prepare`` is where that is done."""
    if sitting.laterality is None:
        raise Invalid("Say which eye this photograph shows.", fields={"laterality": "is not stated"})
    pixels = prepare(data)
    instance_uid = new_uid()
    attributes: Attributes = {
        "SpecificCharacterSet": "ISO_IR 192",
        "SOPClassUID": OPHTHALMIC_PHOTOGRAPHY_8_BIT,
        "SOPInstanceUID": instance_uid,
        **_person(sitting.identity),
        **_study(sitting, new_uid),
        **_equipment(sitting, pixels),
        **_image(sitting, pixels),
        **_eye(sitting.laterality, sitting.field),
        **_acquisition(sitting.field),
        **_compression(pixels),
    }
    meta = file_meta(OPHTHALMIC_PHOTOGRAPHY_8_BIT, instance_uid, pixels.transfer_syntax_uid, "EYECAMP")
    whole = data_set(attributes) + _pixel_data(pixels)
    taken = taken_at(pixels.exif.taken, sitting.taken_at)
    return Photograph(meta, whole, instance_uid, pixels.exif.is_mirrored, taken)


def _person(identity: Identity) -> Attributes:
    person: dict[str, str] = {
        "PatientName": identity.name,
        "PatientID": identity.patient_id,
        "PatientBirthDate": identity.birth_date if _DATE.fullmatch(identity.birth_date) else "",
        "PatientSex": identity.sex if identity.sex in ("M", "F", "O") else "",
    }
    if identity.issuer:
        person["IssuerOfPatientID"] = identity.issuer
    if _AGE.fullmatch(identity.age):
        person["PatientAge"] = identity.age
    return person


def _study(sitting: Sitting, new_uid: Callable[[], str]) -> Attributes:
    date, time = _date_and_time(sitting.taken_at)
    return {
        "StudyInstanceUID": sitting.study_uid or new_uid(),
        "SeriesInstanceUID": sitting.series_uid or new_uid(),
        "SynchronizationFrameOfReferenceUID": sitting.synchronization_uid or new_uid(),
        "SynchronizationTrigger": "NO TRIGGER",
        "AcquisitionTimeSynchronized": "N",
        "StudyDate": date,
        "StudyTime": time,
        "StudyID": sitting.study_id,
        "AccessionNumber": sitting.accession_number,
        "ReferringPhysicianName": "",
        "Modality": "OP",
        "SeriesNumber": sitting.series_number,
        "InstanceNumber": sitting.instance_number,
    }


def _date_and_time(moment: datetime) -> tuple[str, str]:
    return moment.strftime("%Y%m%d"), moment.strftime("%H%M%S")


def taken_at(said: datetime | None, arrived: datetime) -> datetime:
    """When a picture was taken: as its camera says, in the camp's zone, unless that is no time for a picture to have."""
    if said is None or said.year < 1995:
        return arrived
    local = said.replace(tzinfo=arrived.tzinfo)
    return local if local <= arrived + _AHEAD else arrived


def _equipment(sitting: Sitting, pixels: Pixels) -> Attributes:
    return {
        "Manufacturer": pixels.exif.make[:64],
        "ManufacturerModelName": pixels.exif.model[:64],
        "SoftwareVersions": sitting.software,
    }


def _image(sitting: Sitting, pixels: Pixels) -> Attributes:
    taken = taken_at(pixels.exif.taken, sitting.taken_at)
    date, time = _date_and_time(taken)
    colour = pixels.samples == 3
    image: dict[str, str | int] = {
        "ImageType": "ORIGINAL\\PRIMARY\\\\COLOR" if colour else "ORIGINAL\\PRIMARY",
        "ContentDate": date,
        "ContentTime": time,
        "AcquisitionDateTime": date + time + taken.strftime("%z"),
        "TimezoneOffsetFromUTC": sitting.taken_at.strftime("%z"),
        "PatientOrientation": "",
        "BurnedInAnnotation": "NO",
        "NumberOfFrames": 1,
        "FrameIncrementPointer": 0x00181063,  # Frame Time
        "FrameTime": 0,
        "SamplesPerPixel": pixels.samples,
        "PhotometricInterpretation": pixels.photometric,
        "Rows": pixels.rows,
        "Columns": pixels.columns,
        "BitsAllocated": 8,
        "BitsStored": 8,
        "HighBit": 7,
        "PixelRepresentation": 0,
    }
    return image | ({"PlanarConfiguration": 0} if colour else {"PresentationLUTShape": "IDENTITY"})


def _eye(laterality: Laterality, field: Field | None) -> Attributes:
    region = ("81745001", "Eye") if field is Field.EXTERNAL else ("5665001", "Retina")
    eye: Attributes = {"ImageLaterality": laterality.value, "AnatomicRegionSequence": [_code("SCT", *region)]}
    if field in _CENTRES:
        return {**eye, "RelativeImagePositionCodeSequence": [_code("DCM", *_CENTRES[field])]}
    return eye


def _code(scheme: str, value: str, meaning: str) -> Attributes:
    return {"CodeValue": value, "CodingSchemeDesignator": scheme, "CodeMeaning": meaning}


def _acquisition(field: Field | None) -> Attributes:
    """Type 2 attributes that nobody told us are there and empty."""
    external = field is Field.EXTERNAL
    camera = ("409903006", "External Camera") if external else ("409898007", "Fundus Camera")  # CID 4202
    unknown: Sequence[Attributes] = ()
    return {
        "PatientEyeMovementCommanded": "",
        "HorizontalFieldOfView": b"",
        "EmmetropicMagnification": b"",
        "IntraOcularPressure": b"",
        "PupilDilated": "",
        "DetectorType": "",
        "RefractiveStateSequence": unknown,
        "IlluminationTypeCodeSequence": unknown,
        "LightPathFilterTypeStackCodeSequence": unknown,
        "ImagePathFilterTypeStackCodeSequence": unknown,
        "LensesCodeSequence": unknown,
        "AcquisitionContextSequence": unknown,
        "AcquisitionDeviceTypeCodeSequence": [_code("SCT", *camera)],
    }


def _compression(pixels: Pixels) -> Attributes:
    said = {"DerivationDescription": pixels.derivation} if pixels.derivation else {}
    if not pixels.lossy_ratios:
        return {**said, "LossyImageCompression": "00"}
    return {
        **said,
        "LossyImageCompression": "01",
        "LossyImageCompressionRatio": "\\".join(f"{max(ratio, 0.01):.2f}" for ratio in pixels.lossy_ratios),
        "LossyImageCompressionMethod": "\\".join("ISO_10918_1" for _ in pixels.lossy_ratios),
    }


def _pixel_data(pixels: Pixels) -> bytes:
    """Raw, or one fragment behind an empty offset table (PS3.5 A.4)."""
    even = pixels.value + b"\0" * (len(pixels.value) % 2)
    if pixels.transfer_syntax_uid == EXPLICIT_LITTLE:
        return head(EXPLICIT, PIXEL_DATA, b"OB", len(even)) + even
    fragments = item(EXPLICIT, b"") + item(EXPLICIT, even)
    return head(EXPLICIT, PIXEL_DATA, b"OB", UNDEFINED) + fragments + ended(EXPLICIT)
