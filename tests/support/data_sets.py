"""Data sets as a camera would send them, made by pydicom: an independent hand that our own reading is held against."""

from io import BytesIO

from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset
from pydicom.sequence import Sequence

from resources.wire.part10 import file_meta

EXPLICIT, IMPLICIT, BIG = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2"
BASELINE = "1.2.840.10008.1.2.4.50"
OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"


def an_instance(*, patient: int = 1, number: int = 1, eye: str = "", **attributes: object) -> Dataset:
    """A small ophthalmic photograph. Any attribute can be given by its keyword."""
    ds = Dataset()
    ds.SOPClassUID = OP
    ds.SOPInstanceUID = f"1.2.3.{patient}.{number}"
    ds.StudyInstanceUID = f"1.2.3.{patient}"
    ds.SeriesInstanceUID = f"1.2.3.{patient}.0"
    ds.PatientID = f"C7A-{patient:05d}-7"
    ds.PatientName = "Devi^Lakshmi"
    ds.Modality = "OP"
    if eye:
        ds.ImageLaterality = eye
    ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.PlanarConfiguration = 3, "RGB", 0
    ds.Rows, ds.Columns, ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 4, 6, 8, 8, 7, 0
    ds.PixelData = bytes(range(72))
    for keyword, value in attributes.items():
        setattr(ds, keyword, value)
    ds["PixelData"].VR = "OB"
    return ds


def a_code(value: str, scheme: str = "SCT") -> Dataset:
    """One item of a code sequence."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, "a meaning"
    return item


def frames_of(*eyes: str | None) -> Sequence:
    """Per-frame Functional Groups with a Frame Laterality each; ``None`` leaves one out."""
    groups = []
    for eye in eyes:
        group = Dataset()
        if eye is not None:
            anatomy = Dataset()
            anatomy.AnatomicRegionSequence = [a_code("5665001")]
            anatomy.FrameLaterality = eye
            group.FrameAnatomySequence = [anatomy]
        groups.append(group)
    return Sequence(groups)


def encoded(ds: Dataset, syntax: str = EXPLICIT, *, undefined: bool = False) -> bytes:
    """The data set in a transfer syntax, without group 0002; ``undefined`` writes sequences with delimiters."""
    buffer = DicomBytesIO()
    buffer.is_little_endian, buffer.is_implicit_VR = syntax != BIG, syntax == IMPLICIT
    if undefined:
        for element in ds.iterall():
            if element.VR == "SQ":
                element.is_undefined_length = True
                for item in element.value:
                    item.is_undefined_length_sequence_item = True
    if syntax not in (EXPLICIT, IMPLICIT, BIG):
        ds["PixelData"].is_undefined_length = True
    write_dataset(buffer, ds)
    return buffer.getvalue()


def encapsulated(*fragments: bytes) -> bytes:
    """Frames of one fragment each, with an empty offset table."""
    return bytes(encapsulate(list(fragments), has_bot=False))


def a_file(ds: Dataset, syntax: str = EXPLICIT) -> BytesIO:
    """A whole Part 10 file."""
    head = file_meta(str(ds.SOPClassUID), str(ds.SOPInstanceUID), syntax, "CAM1")
    return BytesIO(head + encoded(ds, syntax))
