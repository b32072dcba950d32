"""A photograph becomes an instance: with an eye that somebody stated, upright, and with no more in it than the picture."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import get_frame
from support.photographs import Uids, a_jpeg_of, a_png_of, a_retina, a_sitting, exif_of, with_segments

from resources.problems import Damaged, Invalid, Problem, TooLarge, Unsupported
from resources.terms import Field, Laterality
from resources.wire.exif import read_exif
from resources.wire.jpeg import read_jpeg
from resources.wire.part10 import header_of
from resources.wire.photograph import photograph
from resources.wire.uids import EXPLICIT_LITTLE, JPEG_BASELINE


def made(data: bytes, **changed: object) -> Dataset:
    result = photograph(data, a_sitting(**changed), Uids())
    stream = io.BytesIO(result.file_meta + result.data_set)
    assert header_of(stream).has_pixels
    stream.seek(0)
    return dcmread(stream)


def fragment_of(ds: Dataset) -> bytes:
    return get_frame(ds.PixelData, 0, number_of_frames=1)


def points_of(jpeg: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB")).astype(int)


def test_a_baseline_jpeg_goes_in_bit_for_bit_without_what_tells_on_the_person():
    plain = a_jpeg_of(a_retina())
    told = with_segments(plain, (0xE1, exif_of(1)), (0xE2, b"ICC_PROFILE\0"), (0xFE, b"ward 3, Devi"), (0xED, b"8BIM"))
    ds = made(told + b"\0\0 and a second picture behind it")
    assert fragment_of(ds).rstrip(b"\0") == plain.rstrip(b"\0")
    assert b"GPS" not in ds.PixelData
    assert ds.file_meta.TransferSyntaxUID == JPEG_BASELINE
    assert (ds.PhotometricInterpretation, ds.Rows, ds.Columns) == ("YBR_FULL_422", 64, 96)
    assert (ds.LossyImageCompression, ds.LossyImageCompressionMethod) == ("01", "ISO_10918_1")
    assert "DerivationDescription" not in ds


def test_the_segment_that_says_how_colours_are_coded_stays():
    adobe = with_segments(a_jpeg_of(a_retina()), (0xEE, b"Adobe\0d\0\0\0\0\x01"))
    assert b"Adobe" in read_jpeg(adobe).picture


@pytest.mark.hazard("HZ-02")
def test_no_picture_is_made_without_a_stated_eye():
    with pytest.raises(Invalid) as said:
        photograph(a_jpeg_of(a_retina()), a_sitting(laterality=None), Uids())
    assert "laterality" in said.value.fields


@pytest.mark.parametrize("eye", list(Laterality))
def test_the_stated_eye_is_on_the_image_and_nowhere_else(eye):
    ds = made(a_jpeg_of(a_retina()), laterality=eye)
    assert ds.ImageLaterality == eye.value
    assert "Laterality" not in ds


def test_person_place_and_time_are_as_stated():
    ds = made(a_jpeg_of(a_retina()), study_uid="1.2.3", series_uid="1.2.3.4", instance_number=7)
    assert (ds.PatientName, ds.PatientID, ds.PatientSex, ds.PatientAge) == (
        "Devi^Lakshmi=லட்சுமி",
        "C7A-00042-7",
        "F",
        "062Y",
    )
    assert (ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.InstanceNumber) == ("1.2.3", "1.2.3.4", 7)
    assert ds.AcquisitionDateTime == "20261121120000+0000"
    assert ds.SOPInstanceUID == ds.file_meta.MediaStorageSOPInstanceUID == "2.25.1"


@pytest.mark.parametrize(
    ("field", "centre", "camera"),
    [
        (Field.MACULA, "111900", "409898007"),
        (Field.DISC, "111901", "409898007"),
        (Field.EXTERNAL, "", "409903006"),
        (None, "", "409898007"),
    ],
)
def test_the_field_is_a_code_of_the_standard(field, centre, camera):
    ds = made(a_jpeg_of(a_retina()), field=field)
    positions = ds.get("RelativeImagePositionCodeSequence") or []
    assert [item.CodeValue for item in positions] == ([centre] if centre else [])
    assert ds.AcquisitionDeviceTypeCodeSequence[0].CodeValue == camera


@pytest.mark.parametrize("mode", ["progressive", "cmyk", "rgb"])
def test_what_is_no_baseline_jpeg_is_written_again_and_says_so(mode):
    image = a_retina()
    how = {"progressive": {"progressive": True}, "cmyk": {}, "rgb": {"keep_rgb": True}}[mode]
    data = a_jpeg_of(image.convert("CMYK") if mode == "cmyk" else image, **how)
    ds = made(data)
    jpeg = read_jpeg(fragment_of(ds))
    assert jpeg.is_plain_baseline
    assert "baseline JPEG of quality 95" in ds.DerivationDescription
    assert list(ds.LossyImageCompressionMethod) == ["ISO_10918_1", "ISO_10918_1"]
    assert np.abs(points_of(fragment_of(ds)) - points_of(data)).mean() < 3


def test_a_grey_picture_is_monochrome():
    ds = made(a_jpeg_of(a_retina().convert("L")))
    assert (ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.PresentationLUTShape) == (1, "MONOCHROME2", "IDENTITY")
    assert "PlanarConfiguration" not in ds


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "LA", "1", "I;16"])
def test_a_png_keeps_every_point(mode):
    image = a_retina()
    deep = Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257)
    image = deep if mode == "I;16" else image.convert(mode)
    ds = made(a_png_of(image))
    assert ds.file_meta.TransferSyntaxUID == EXPLICIT_LITTLE
    assert ds.LossyImageCompression == "00"
    wanted = (
        np.asarray(image) // 257
        if mode == "I;16"
        else np.asarray(image.convert("L" if mode in ("L", "LA", "1") else "RGB"))
    )
    assert (ds.pixel_array == wanted).all()


@pytest.mark.hazard("HZ-23")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_phone_held_sideways_gives_an_upright_picture_once(orientation):
    data = with_segments(a_jpeg_of(a_retina(), quality=95), (0xE1, exif_of(orientation)))
    result = photograph(data, a_sitting(), Uids())
    ds = dcmread(io.BytesIO(result.file_meta + result.data_set))
    upright = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")).astype(int)
    assert (ds.Rows, ds.Columns) == upright.shape[:2]
    assert np.abs(points_of(fragment_of(ds)) - upright).mean() <= 3
    assert result.is_mirrored == (orientation in (2, 4, 5, 7))
    again = made(fragment_of(ds))
    assert fragment_of(again) == fragment_of(ds)


def test_broken_and_foreign_files_are_refused_with_a_sentence():
    whole = a_jpeg_of(a_retina())
    for cut in range(0, len(whole), 37):
        with pytest.raises(Problem):
            made(whole[:cut])
    huge = whole.replace(b"\xff\xc0\0\x11\x08\0\x40\0\x60", b"\xff\xc0\0\x11\x08\xff\xff\xff\xff")
    with pytest.raises(TooLarge):
        made(huge)
    png = a_png_of(a_retina())
    with pytest.raises(TooLarge):
        made(png[:16] + b"\0\1\0\0\0\1\0\0" + png[24:])
    for foreign in (b"GIF89a" + bytes(50), b"<svg onload=alert(1)>", b"%PDF-1.7"):
        with pytest.raises(Unsupported):
            made(foreign)
    with pytest.raises(Damaged):
        made(png[: len(png) // 2])


@given(st.binary(max_size=300))
def test_no_exif_and_no_markers_raise_anything_but_a_problem(data):
    read_exif(data)
    read_exif(b"II*\0" + data)
    for jpeg in (data, b"\xff\xd8" + data):
        try:
            read_jpeg(jpeg)
        except Problem:
            continue
