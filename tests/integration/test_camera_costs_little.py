"""A large picture passes through the listener without staying in it."""

import struct
import sys
from pathlib import Path

import pytest
from support.cameras import storescu
from support.data_sets import EXPLICIT, OP, an_instance, encoded
from support.receiving import StationProcess

from resources.wire.part10 import file_meta

MEGABYTE = 1_000_000


def a_large_file(path: Path, *, number: int, size: int) -> Path:
    """A whole grey picture of ``size`` bytes; its zeros take no room on the disk."""
    ds = an_instance(number=number, Rows=size // 10_000, Columns=10_000)
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    del ds.PlanarConfiguration, ds.PixelData
    head = file_meta(OP, ds.SOPInstanceUID, EXPLICIT) + encoded(ds)
    head += struct.pack("<HH2s2xL", 0x7FE0, 0x0010, b"OB", size)
    path.write_bytes(head)
    with path.open("r+b") as file:
        file.truncate(len(head) + size)
    return path


@pytest.fixture
def process(tmp_path):
    process = StationProcess(tmp_path / "station")
    yield process
    process.stop()


@pytest.mark.dcmtk
@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_a_picture_of_100_megabytes_costs_less_than_20_of_memory(process, tmp_path):
    warm = a_large_file(tmp_path / "warm.dcm", number=1, size=3 * MEGABYTE)
    large = a_large_file(tmp_path / "large.dcm", number=2, size=100 * MEGABYTE)
    assert storescu(process.port, warm, options=["-R", "-xe"]).returncode == 0
    before = process.peak_memory()

    assert storescu(process.port, large, options=["-R", "-xe"]).returncode == 0

    assert process.peak_memory() - before < 20 * MEGABYTE
