"""The colours of real photographs and of the standard's sample files, on the way from the stored file to the screen."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.encaps import get_frame
from support.photographs import Uids, a_sitting
from support.shared import shared

from resources.wire.photograph import photograph
from workstation.imaging.decoder import Decoder

pytestmark = [pytest.mark.data, pytest.mark.hazard("HZ-24")]


@pytest.fixture(scope="module")
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


def points(shown: tuple[int, int, bytes]) -> np.ndarray:
    width, height, rgb = shown
    return np.frombuffer(rgb, np.uint8).reshape(height, width, 3)


def share_of_red(rgb: np.ndarray) -> float:
    """How much of the retina is at least as red as green, and as green as blue."""
    every_fourth = rgb[::4, ::4]
    retina = every_fourth[every_fourth.max(axis=2) > 40]
    return float(((retina[:, 0] >= retina[:, 1]) & (retina[:, 1] >= retina[:, 2])).mean())


def test_a_retina_is_red(decoder):
    for path in sorted(shared("data", "fundus").glob("*-O*")):
        made = photograph(path.read_bytes(), a_sitting(), Uids())
        stream = io.BytesIO(made.file_meta + made.data_set)
        assert share_of_red(points(decoder.decode(stream))) >= 0.95, path.name
        frame = decoder.frame_bytes(stream)
        assert (frame is not None) == (path.suffix == ".jpg"), path.name
        if frame is not None:
            assert share_of_red(np.asarray(Image.open(io.BytesIO(frame)))) >= 0.95, path.name


@pytest.mark.parametrize("name", ["examples_ybr_color", "SC_rgb_jpeg_dcmtk", "SC_rgb_jpeg_lossy_gdcm"])
def test_a_jpeg_of_the_samples_looks_as_pillow_decodes_it(decoder, name):
    path = shared("data", "dicom", "valid", f"{name}.dcm")
    ds = dcmread(path)
    frame = get_frame(ds.PixelData, 0, number_of_frames=int(ds.get("NumberOfFrames") or 1))
    wanted = np.asarray(Image.open(io.BytesIO(frame)).convert("RGB")).astype(int)
    assert np.abs(shown(decoder, path) - wanted).mean() <= 3


def test_raw_ybr_of_the_samples_looks_like_its_rgb_sister(decoder):
    raw = shown(decoder, shared("data", "dicom", "valid", "SC_ybr_full_422_uncompressed.dcm"))
    sister = shown(decoder, shared("data", "dicom", "valid", "SC_rgb_rle.dcm"))
    assert np.abs(raw - sister).mean() <= 3


def shown(decoder: Decoder, path: Path) -> np.ndarray:
    with path.open("rb") as stream:
        return points(decoder.decode(stream)).astype(int)
