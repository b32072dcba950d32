"""Small real Part 10 files: ophthalmic photographs whose pixels are a real JPEG. ``an_op(patient="C7A-00042-6", eye="R")``."""

import io
from pathlib import Path

from PIL import Image
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, JPEGBaseline8Bit

OPHTHALMIC_8_BIT = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
ROOT = "2.25.4711."


def a_jpeg(width: int = 48, height: int = 32, colour: tuple[int, int, int] = (180, 60, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def an_op(
    instance: int | str = 1,
    *,
    patient: str = "C7A-00042-6",
    name: str = "Devi^Lakshmi",
    study: int | str = 1,
    eye: str = "R",
    jpeg: bytes | None = None,
    **others: object,
) -> bytes:
    """Part 10 bytes of one ophthalmic photograph. Numbers become UIDs below one root."""
    picture = jpeg or a_jpeg()
    with Image.open(io.BytesIO(picture)) as image:
        columns, rows = image.size
    data_set = FileDataset("", {}, file_meta=_meta(_uid(3, instance)), preamble=b"\0" * 128)
    data_set.SpecificCharacterSet = "ISO_IR 192"
    data_set.SOPClassUID, data_set.SOPInstanceUID = UID(OPHTHALMIC_8_BIT), UID(_uid(3, instance))
    data_set.StudyInstanceUID, data_set.SeriesInstanceUID = UID(_uid(1, study)), UID(_uid(2, study))
    data_set.PatientID, data_set.PatientName = patient, name
    data_set.StudyDate, data_set.StudyTime, data_set.Modality = "20261118", "075200", "OP"
    data_set.ImageType, data_set.InstanceNumber = ["ORIGINAL", "PRIMARY"], 1
    data_set.ImageLaterality = eye
    data_set.Rows, data_set.Columns, data_set.SamplesPerPixel, data_set.PlanarConfiguration = rows, columns, 3, 0
    data_set.BitsAllocated, data_set.BitsStored, data_set.HighBit, data_set.PixelRepresentation = 8, 8, 7, 0
    data_set.PhotometricInterpretation, data_set.NumberOfFrames = "YBR_FULL_422", 1
    data_set.PixelData = encapsulate([picture])
    data_set["PixelData"].VR = "OB"
    for keyword, value in others.items():
        setattr(data_set, keyword, value)
    out = io.BytesIO()
    data_set.save_as(out, enforce_file_format=True)
    return out.getvalue()


def uid_of(instance: int | str) -> str:
    """The SOP Instance UID that ``an_op`` gives to this instance."""
    return _uid(3, instance)


def study_of(study: int | str) -> str:
    """The Study Instance UID that ``an_op`` gives to this study."""
    return _uid(1, study)


def series_of(study: int | str) -> str:
    """The Series Instance UID that ``an_op`` gives to the one series of this study."""
    return _uid(2, study)


def fundus(folder: Path, limit: int = 3) -> list[bytes]:
    """Real fundus photographs, smallest first."""
    return [path.read_bytes() for path in sorted(folder.glob("*.jp*g"), key=lambda path: path.stat().st_size)[:limit]]


def _meta(instance_uid: str) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = UID(OPHTHALMIC_8_BIT), UID(instance_uid)
    meta.TransferSyntaxUID = JPEGBaseline8Bit
    return meta


def _uid(level: int, number: int | str) -> str:
    return number if isinstance(number, str) else f"{ROOT}{level}.{number}"
