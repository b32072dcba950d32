"""Every real DICOM file of the shared data, with pydicom as the second reader."""

import random
import warnings
import zlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import config, dcmread
from pydicom.charset import convert_encodings
from pydicom.dataset import Dataset
from support.shared import shared

from resources.problems import Problem
from resources.wire.characters import codecs_of, text_of
from resources.wire.corrections import Corrections, corrected
from resources.wire.dicom import DataSetReader
from resources.wire.header import Header
from resources.wire.part10 import header_of, read_part10
from resources.wire.uids import DEFLATED

pytestmark = pytest.mark.data
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

KEYWORDS = {
    "sop_class_uid": "SOPClassUID",
    "instance_uid": "SOPInstanceUID",
    "study_uid": "StudyInstanceUID",
    "series_uid": "SeriesInstanceUID",
    "accession_number": "AccessionNumber",
    "study_id": "StudyID",
    "study_date": "StudyDate",
    "study_time": "StudyTime",
    "study_description": "StudyDescription",
    "referring_physician": "ReferringPhysicianName",
    "modality": "Modality",
    "series_number": "SeriesNumber",
    "series_description": "SeriesDescription",
    "station_name": "StationName",
    "manufacturer": "Manufacturer",
    "model_name": "ManufacturerModelName",
    "instance_number": "InstanceNumber",
    "series_laterality": "Laterality",
    "content_date": "ContentDate",
    "content_time": "ContentTime",
    "acquisition_date": "AcquisitionDate",
    "acquisition_time": "AcquisitionTime",
    "acquisition_datetime": "AcquisitionDateTime",
    "rows": "Rows",
    "columns": "Columns",
    "frames": "NumberOfFrames",
    "samples_per_pixel": "SamplesPerPixel",
    "bits_allocated": "BitsAllocated",
    "photometric": "PhotometricInterpretation",
}
IDENTITY = {
    "patient_id": "PatientID",
    "issuer": "IssuerOfPatientID",
    "name": "PatientName",
    "birth_date": "PatientBirthDate",
    "sex": "PatientSex",
    "age": "PatientAge",
}


@pytest.fixture(autouse=True)
def _quiet_pydicom(monkeypatch):
    monkeypatch.setattr(config.settings, "reading_validation_mode", config.IGNORE)


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in shared("data", "dicom", folder).rglob("*") if path.is_file())


def pydicom_reads(path: Path) -> Dataset:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dcmread(path, force=True, stop_before_pixels=False)


def said(ds: Dataset, keyword: str) -> str:
    value = ds.get(keyword)
    return "" if value is None else str(value).strip(" \0")


def what_was_understood(path: Path) -> Header:
    with path.open("rb") as stream:
        meta = read_part10(stream)
        reader = DataSetReader(meta.transfer_syntax_uid)
        stream.seek(meta.data_set_at)
        reader.feed(stream.read())
    return reader.header


def test_every_good_file_says_to_us_what_it_says_to_pydicom():
    for path in files("valid", "charset", "dicomdir"):
        if path.suffix == ".txt" or path.name == "DICOMDIR":
            continue
        ours, theirs = what_was_understood(path), pydicom_reads(path)
        for field, keyword in KEYWORDS.items():
            value = getattr(ours, field)
            assert ("" if value is None else str(value)) == said(theirs, keyword), (path.name, keyword)
        for field, keyword in IDENTITY.items():
            assert getattr(ours.identity, field).rstrip("=") == said(theirs, keyword), (path.name, keyword)
        assert ours.has_pixels == ("PixelData" in theirs), path.name


def test_every_valid_file_is_whole_however_it_is_cut_into_portions():
    nameless = {"SC_rgb_jls_lossy_line.dcm"}  # it has no Study Instance UID
    for path in files("valid", "dicomdir"):
        if path.name in {"DICOMDIR", *nameless}:
            continue
        data = path.read_bytes()
        whole = header_of(BytesIO(data))
        meta = read_part10(BytesIO(data))
        for step in (7, 4096) if len(data) < 100_000 else (4096,):
            reader = DataSetReader(meta.transfer_syntax_uid, calling_ae_title=whole.calling_ae_title)
            for at in range(meta.data_set_at, len(data), step):
                reader.feed(data[at : at + step])
            assert reader.close() == whole, path.name


def test_names_in_nested_character_sets_are_what_pydicom_makes_of_them():
    ds = pydicom_reads(shared("data", "dicom", "charset", "chrSQEncoding.dcm"))
    item = ds.RequestedProcedureCodeSequence[0]
    raw = item.get_item("PatientName").value
    declared = "\\".join(item.SpecificCharacterSet)
    assert convert_encodings(item.SpecificCharacterSet) == ["shift_jis", "iso2022_jp"]
    assert text_of(raw if isinstance(raw, bytes) else bytes(raw.original_string), codecs_of(declared)) == str(
        item.PatientName
    )


@pytest.mark.parametrize(
    "name",
    [
        "CT_small",
        "MR_small_implicit",
        "MR_small_bigendian",
        "MR_small_RLE",
        "JPEG2000",
        "SC_rgb_jpeg_dcmtk",
        "color-pl",
        "examples_rgb_color",
        "image_dfl",
        "liver_1frame",
    ],
)
def test_no_cut_of_a_real_picture_is_taken_for_the_whole(name):
    data = shared("data", "dicom", "valid", f"{name}.dcm").read_bytes()
    meta = read_part10(BytesIO(data))
    last = last_needed_byte(data, meta.data_set_at, meta.transfer_syntax_uid)
    rng = random.Random(name)
    for cut in [rng.randrange(last) for _ in range(200)] + [132, meta.data_set_at, last - 1]:
        with pytest.raises(Problem):
            header_of(BytesIO(data[:cut]))


def last_needed_byte(data: bytes, start: int, syntax: str) -> int:
    """Where the picture ends: only padding may follow it, (FFFC,FFFC) or the byte that evens a deflated stream."""
    if syntax == DEFLATED:
        engine = zlib.decompressobj(-zlib.MAX_WBITS)
        engine.decompress(data[start:])
        return len(data) - len(engine.unused_data)
    padding = b"\xfc\xff\xfc\xff" if syntax != "1.2.840.10008.1.2.2" else b"\xff\xfc\xff\xfc"
    found = data.find(padding, start)
    return found if found >= 0 else len(data)


def test_the_malformed_files_are_read_or_refused_with_a_sentence():
    refused = 0
    for path in [*files("malformed"), *files("charset")]:
        try:
            with path.open("rb") as stream:
                header_of(stream)
        except Problem as problem:
            refused += 1
            assert problem.sentence.endswith("."), path.name
    assert refused > 5


def test_a_picture_that_is_cut_at_the_seam_before_its_pixels_is_noticed():
    data = shared("data", "dicom", "valid", "CT_small.dcm").read_bytes()
    seam = data.find(b"\xe0\x7f\x10\x00OW")
    with pytest.raises(Problem, match="no Pixel Data came"):
        header_of(BytesIO(data[:seam]))


def test_every_valid_file_takes_a_correction_and_changes_in_nothing_else():
    changed = {"PatientID", "PatientName", "OriginalAttributesSequence", "SpecificCharacterSet"}
    for path in files("valid", "charset"):
        if path.suffix == ".txt":
            continue
        data = path.read_bytes()
        for name in ("Thomas^Mary", "Devi^Lakshmi=லட்சுமி"):
            length, pieces = corrected(BytesIO(data), Corrections(at=NOON, patient_id="C7A-00042-7", name=name))
            copy = b"".join(pieces)
            assert len(copy) == length, path.name
            before, after = pydicom_reads(path), dcmread(BytesIO(copy))
            assert (after.PatientID, after.PatientName) == ("C7A-00042-7", name), path.name
            for element in before:
                if element.keyword not in changed and element.tag.element:
                    assert str(after[element.tag].value) == str(element.value), (path.name, element.tag)
