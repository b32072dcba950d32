"""Every compressed picture as Explicit VR Little Endian over WADO-RS, held against pydicom's own reading of the stored file."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pydicom import Dataset, dcmread
from pydicom.uid import RLELossless
from support.data_sets import an_instance
from support.dicomwebs import file_of, parts_of, read, stow
from support.restclient import web
from support.samples import samples

from resources.dicomweb.samples import Unpack
from workstation.imaging.decoder import UNPACKED, Decoder

DEFAULT = {"Accept": 'multipart/related; type="application/dicom"'}
NOT_HERE = {"JPGExtended.dcm": "12 bits in a JPEG: no decoder among ours reads them"}
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
    with web(tmp_path, unpack=Unpack(UNPACKED, decoder.unpack)) as (known, _):
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
    if path.name in NOT_HERE:
        assert station.get(place_of(dcmread(path)), headers=DEFAULT).status_code == 406
        return
    same_samples(station, path.read_bytes())


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
