"""Real photographs made into instances: clean by dciodvfy, bit-exact where they can be, upright."""

import io
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from pydicom import dcmread
from pydicom.encaps import get_frame
from support.photographs import Uids, a_sitting, exif_of, with_segments
from support.shared import shared, tool

from resources.terms import Laterality
from resources.wire.photograph import photograph
from resources.wire.uids import JPEG_BASELINE

pytestmark = pytest.mark.data


def fundus() -> list[Path]:
    return sorted(shared("data", "fundus").glob("*-O*"))


def eye_of(path: Path) -> Laterality:
    return Laterality.RIGHT if "OD" in path.name else Laterality.LEFT


def test_every_retina_passes_the_validator_and_keeps_its_scans(tmp_path):
    dciodvfy = tool("/usr/bin/dciodvfy")
    for path in fundus():
        data = path.read_bytes()
        made = photograph(data, a_sitting(laterality=eye_of(path)), Uids())
        file = tmp_path / "made.dcm"
        file.write_bytes(made.file_meta + made.data_set)
        said = subprocess.run([dciodvfy, "-new", file], capture_output=True, text=True, check=False).stderr
        assert "OphthalmicPhotography8BitImage" in said, path.name
        assert "Error" not in said, (path.name, said)
        if path.suffix == ".jpg":
            assert data[data.rindex(b"\xff\xda") :].rstrip(b"\0") in made.data_set, path.name


@pytest.mark.hazard("HZ-23")
def test_a_face_held_in_any_direction_comes_out_as_the_upright_one():
    upright = np.asarray(Image.open(shared("data", "faces", "hopper.jpg"))).astype(int)
    for orientation in (2, 3, 6, 8):
        data = shared("data", "faces", f"hopper_orientation_{orientation}.jpg").read_bytes()
        assert np.abs(points_of(data) - upright).mean() <= 8


@pytest.mark.hazard("HZ-23")
def test_a_retina_held_in_any_direction_shows_what_exif_transpose_shows():
    plain = shared("data", "fundus", "haggstrom-right-OD-600.jpg").read_bytes()
    for orientation in range(1, 9):
        data = with_segments(plain, (0xE1, exif_of(orientation)))
        upright = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")).astype(int)
        assert np.abs(points_of(data) - upright).mean() <= 3


def points_of(data: bytes) -> np.ndarray:
    made = photograph(data, a_sitting(), Uids())
    ds = dcmread(io.BytesIO(made.file_meta + made.data_set))
    assert ds.file_meta.TransferSyntaxUID == JPEG_BASELINE
    assert b"\xff\xe1" not in ds.PixelData[:200]
    frame = get_frame(ds.PixelData, 0, number_of_frames=1)
    return np.asarray(Image.open(io.BytesIO(frame)).convert("RGB")).astype(int)
