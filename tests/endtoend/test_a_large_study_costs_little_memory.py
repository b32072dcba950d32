"""A large body passes through ``eyecamp serve`` in both directions without staying in its memory.

120 MB by default; EYECAMP_STOW_MB=500 is the long run.
"""

import os
import re
import struct
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from support.data_sets import EXPLICIT, OP, an_instance, encoded
from support.dicomwebs import BOUNDARY, file_of, stow
from support.serving_station import ServingStation, a_serving_station

from resources.wire.part10 import file_meta

MEGABYTE = 1_000_000
SIZE = int(os.environ.get("EYECAMP_STOW_MB", "120")) * MEGABYTE
MOST = 50 * MEGABYTE
BLOCK = bytes(range(256)) * 1000
KIND = f'multipart/related; type="application/dicom"; boundary={BOUNDARY}'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc"),
]


def a_large_picture(patient: int, number: int, size: int) -> Iterator[bytes]:
    """A grey picture of about that many bytes, made while it is sent."""
    rows = size // len(BLOCK)
    ds = an_instance(patient=patient, number=number, Rows=rows, Columns=len(BLOCK) // 10, NumberOfFrames=10)
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    del ds.PlanarConfiguration, ds.PixelData
    yield file_meta(OP, ds.SOPInstanceUID, EXPLICIT) + encoded(ds)
    yield struct.pack("<HH2s2xL", 0x7FE0, 0x0010, b"OB", rows * len(BLOCK))
    for _ in range(rows):
        yield BLOCK


def a_message(patient: int, pictures: int) -> Iterator[bytes]:
    for number in range(1, pictures + 1):
        yield f"--{BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n".encode()
        yield from a_large_picture(patient, number, SIZE // pictures)
        yield b"\r\n"
    yield f"--{BOUNDARY}--\r\n".encode()


def peak_memory(station: ServingStation) -> int:
    """The most that the process ever had in memory, in bytes."""
    assert station.process is not None
    status = Path(f"/proc/{station.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024


@pytest.fixture(scope="module")
def station(tmp_path_factory) -> Iterator[ServingStation]:
    """A station that has already done once what is asked of it."""
    with a_serving_station(tmp_path_factory.mktemp("station")) as running, running.client() as known:
        assert stow(known, file_of(an_instance())).status_code == 200
        known.get("/dicom-web/studies/1.2.3.1").raise_for_status()
        yield running


@pytest.mark.timeout(0)
@pytest.mark.parametrize(("patient", "pictures"), [(2, 1), (3, 10)], ids=["one picture", "ten pictures"])
def test_storing_and_fetching_cost_less_than_50_megabytes(
    station, patient: int, pictures: int, record_property
) -> None:
    before = peak_memory(station)
    with station.client() as known:
        known.timeout = 600
        message = a_message(patient, pictures)
        answer = known.post("/dicom-web/studies", content=message, headers={"Content-Type": KIND})
        assert (answer.status_code, len(answer.json()["00081199"]["Value"])) == (200, pictures)
        stored = peak_memory(station) - before
        accept = {"Accept": "application/dicom; transfer-syntax=*", "Accept-Encoding": "identity"}
        where = f"/dicom-web/studies/1.2.3.{patient}/series/1.2.3.{patient}.0/instances/1.2.3.{patient}.{pictures}"
        came, wanted = sha256(), sha256()
        with known.stream("GET", where, headers=accept) as fetched:
            for piece in fetched.iter_raw():
                came.update(piece)
    for piece in a_large_picture(patient, pictures, SIZE // pictures):
        wanted.update(piece)
    assert came.digest() == wanted.digest()
    record_property("megabytes grown by storing", stored / MEGABYTE)
    assert stored < MOST
    assert peak_memory(station) - before < MOST
