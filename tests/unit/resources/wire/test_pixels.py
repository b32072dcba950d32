"""The JPEG inside a file is given as the camera made it."""

import io

import pydicom
import pytest
from support.pictures import a_jpeg, an_op
from support.samples import samples

from resources.problems import Damaged
from resources.wire.pixels import jpeg_of


@pytest.mark.parametrize("size", [(48, 32), (47, 33), (640, 480)])
def test_the_jpeg_that_went_in_comes_out(size):
    picture = a_jpeg(*size)
    assert jpeg_of(io.BytesIO(an_op(jpeg=picture))) == picture


def saved(**changes) -> io.BytesIO:
    data_set = pydicom.dcmread(io.BytesIO(an_op()))
    for name, value in changes.items():
        if name == "TransferSyntaxUID":
            data_set.file_meta.TransferSyntaxUID = value
        else:
            setattr(data_set, name, value)
    out = io.BytesIO()
    data_set.save_as(out)
    out.seek(0)
    return out


def test_several_frames_or_another_coding_are_no_jpeg():
    assert jpeg_of(saved(NumberOfFrames=2)) is None
    assert jpeg_of(saved(TransferSyntaxUID=pydicom.uid.JPEGExtended12Bit)) is None


def test_a_file_that_ends_within_its_picture_is_damaged():
    file = an_op()
    with pytest.raises(Damaged):
        jpeg_of(io.BytesIO(file[: file.index(b"\xe0\x7f\x10\x00") + 30]))


@pytest.mark.data
@pytest.mark.parametrize("path", samples("dicom/valid", "*.dcm"), ids=lambda path: path.name)
def test_real_files_give_a_jpeg_exactly_where_they_are_baseline(path):
    baseline = pydicom.dcmread(path, force=True).file_meta.get("TransferSyntaxUID") == pydicom.uid.JPEGBaseline8Bit
    with path.open("rb") as stream:
        picture = jpeg_of(stream)
    assert picture is None or (baseline and picture.startswith(b"\xff\xd8"))
