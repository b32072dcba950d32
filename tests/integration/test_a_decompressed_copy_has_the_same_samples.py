"""Every compressed picture as Explicit VR Little Endian over WADO-RS, held against pydicom's own reading of the stored file.

A JPEG of 12 bits, which pydicom does not read here, is held against dcmtk's.
"""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.uid import RLELossless
from support.data_sets import an_instance, encapsulated
from support.dicomwebs import file_of, parts_of, read, stow
from support.photographs import a_jpeg_of, a_retina
from support.restclient import web
from support.samples import samples
from support.shared import shared, tool
from support.twelve_bits import a_deep_jpeg, samples_of

from resources.dicomweb.pictures import or_by
from resources.dicomweb.samples import Unpack
from workstation.imaging.decoder import UNPACKED, Decoder

DEFAULT = {"Accept": 'multipart/related; type="application/dicom"'}
DEEP = "1.2.840.10008.1.2.4.51"
OF_DCMTK = {"JPGExtended.dcm": "12 bits in a JPEG: pydicom does not read them"}
NAMELESS = {"SC_rgb_jls_lossy_line.dcm": "has no Study Instance UID, so it waits in quarantine"}


def is_compressed(path: Path) -> bool:
    return dcmread(path, force=True, stop_before_pixels=True).file_meta.TransferSyntaxUID.is_encapsulated


FILES = [path for path in samples("dicom/valid") if path.name not in NAMELESS and is_compressed(path)]


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    decoder = Decoder()
    yield decoder
    decoder.close()


@pytest.fixture
def station(decoder: Decoder, tmp_path: Path):
    with web(tmp_path, decode=or_by(decoder.decode), unpack=Unpack(UNPACKED, decoder.unpack)) as (known, _):
        yield known


def place_of(ds: Dataset) -> str:
    return f"/dicom-web/studies/{ds.StudyInstanceUID}/series/{ds.SeriesInstanceUID}/instances/{ds.SOPInstanceUID}"


def same_samples(station, stored: bytes) -> None:
    wanted = read(stored)
    [(_, copy)] = parts_of(station.get(place_of(wanted), headers=DEFAULT))
    found = read(copy)
    assert not found.file_meta.TransferSyntaxUID.is_encapsulated
    assert found.pixel_array.dtype == wanted.pixel_array.dtype
    assert np.array_equal(found.pixel_array, wanted.pixel_array)
    one_frame = {"Accept": 'multipart/related; type="application/octet-stream"'}
    [(_, frame)] = parts_of(station.get(f"{place_of(wanted)}/frames/1", headers=one_frame))
    assert found.PixelData.startswith(frame.rstrip(b"\0"))


@pytest.mark.data
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_picture(station, path: Path) -> None:
    assert stow(station, path.read_bytes()).status_code == 200
    if path.name not in OF_DCMTK:
        same_samples(station, path.read_bytes())


@pytest.mark.data
@pytest.mark.dcmtk
@pytest.mark.parametrize("name", OF_DCMTK)
def test_a_real_picture_of_12_bits_has_the_samples_that_dcmtk_finds(station, tmp_path: Path, name: str) -> None:
    path = shared("data", "dicom", "valid", name)
    assert stow(station, path.read_bytes()).status_code == 200
    subprocess.run([tool("/usr/bin/dcmdjpeg"), path, tmp_path / "judge.dcm"], check=True)
    judge, [(_, copy)] = (
        dcmread(tmp_path / "judge.dcm"),
        parts_of(station.get(place_of(dcmread(path)), headers=DEFAULT)),
    )
    assert (read(copy).PixelData, read(copy).BitsStored) == (judge.PixelData, 12)


def a_deep_picture(*frames: bytes, **changes) -> Dataset:
    ds = an_instance(SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME2", Rows=16, Columns=24)
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.NumberOfFrames = 16, 12, 11, len(frames)
    ds.PixelData = encapsulated(*frames)
    del ds.PlanarConfiguration
    for keyword, value in changes.items():
        setattr(ds, keyword, value)
    return ds


LEVELS = [[0, 1, 2047], [2048, 4095, 300]], [[5, 5, 5], [4000, 0, 1000]]


def test_a_drawn_picture_of_12_bits(station) -> None:
    ds = a_deep_picture(*map(a_deep_jpeg, LEVELS))
    assert stow(station, file_of(ds, DEEP)).status_code == 200
    found = read(parts_of(station.get(place_of(ds), headers=DEFAULT))[0][1])
    assert np.array_equal(found.pixel_array, [samples_of(levels) for levels in LEVELS])
    assert (found.BitsAllocated, found.BitsStored, found.PhotometricInterpretation) == (16, 12, "MONOCHROME2")
    shown = station.get(f"{place_of(ds)}/frames/2/rendered", headers={"Accept": "image/png"})
    with Image.open(BytesIO(shown.content)) as image:
        seen = np.asarray(image.convert("L"), int)[::8, ::8]
    assert np.array_equal(seen, np.array(LEVELS[1]) * 255 // 4000)


@pytest.mark.parametrize(
    "ds",
    [
        a_deep_picture(a_deep_jpeg(LEVELS[0])[:-30]),
        a_deep_picture(a_deep_jpeg(LEVELS[0]), Rows=8),
        a_deep_picture(a_deep_jpeg(LEVELS[0]), PixelRepresentation=1),
        a_deep_picture(a_jpeg_of(a_retina())),
        a_deep_picture(b"\xff\xd8\xff\xc1\0\0"),
    ],
    ids=["cut off", "of another size", "with a sign", "of 8 bits after all", "empty"],
)
def test_a_picture_of_12_bits_that_is_not_what_it_says_is_not_acceptable(station, ds: Dataset) -> None:
    assert stow(station, file_of(ds, DEEP)).status_code == 200
    for path in ("", "/frames/1/rendered"):
        accept = {} if path else DEFAULT
        assert station.get(place_of(ds) + path, headers=accept).status_code == 406
    assert len(parts_of(station.get(place_of(ds)))) == 1


@pytest.mark.parametrize("kind", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize("signed", [False, True])
def test_a_drawn_picture(station, kind: str, *, signed: bool) -> None:
    levels = np.arange(-1000, 1000, 1, dtype=np.int16).reshape(2, 20, 50)
    ds = an_instance(SamplesPerPixel=1, PhotometricInterpretation=kind, NumberOfFrames=2, Rows=20, Columns=50)
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, int(signed)
    del ds.PlanarConfiguration
    ds.file_meta = read(file_of(an_instance())).file_meta
    ds.compress(RLELossless, levels if signed else levels.view(np.uint16), generate_instance_uid=False)
    assert stow(station, file_of(ds, RLELossless)).status_code == 200
    same_samples(station, file_of(ds, RLELossless))
    copy = read(parts_of(station.get(place_of(ds), headers=DEFAULT))[0][1])
    assert (copy.PhotometricInterpretation, copy.BitsAllocated, copy.PixelRepresentation) == (kind, 16, int(signed))


def test_what_is_broken_is_not_acceptable_and_still_comes_as_it_is(station) -> None:
    ds = an_instance(SamplesPerPixel=3)
    ds.file_meta = read(file_of(an_instance())).file_meta
    ds.compress(RLELossless, np.zeros((4, 6, 3), np.uint8), generate_instance_uid=False)
    stored = file_of(ds, RLELossless)
    broken = stored[:-60] + b"\xff" * 40 + stored[-20:]
    assert stow(station, broken).status_code == 200
    assert station.get(place_of(ds), headers=DEFAULT).status_code == 406
    assert len(parts_of(station.get(place_of(ds)))) == 1
