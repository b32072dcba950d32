"""D8: data sets made to take memory or time are kept aside with a reason, or stored and harmless; a station stays small."""

import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from support.association import Scu, an_offer
from support.bombs import DEFLATED, Bomb, a_deflated_bomb, bombs
from support.data_sets import OP
from support.doors import two_doors
from support.photographs import a_jpeg_of, a_retina
from support.receiving import ROOT, StationProcess

from resources.problems import Problem
from resources.wire.part10 import file_meta
from workstation.imaging.decoder import Decoder

BOMBS = bombs(a_jpeg_of(a_retina()))
DEFLATED_BOMB = Bomb("deflated to 2 GB", a_deflated_bomb(2 << 30), DEFLATED)
MOST = 200 << 20
UID = "1.2.3.1.1"


def a_file_of(bomb: Bomb, folder: Path) -> Path:
    path = folder / f"{bomb.name}.dcm"
    path.write_bytes(file_meta(OP, UID, bomb.syntax) + bomb.data)
    return path


def test_there_are_thirty_of_them():
    assert len({bomb.name for bomb in BOMBS}) == len({(bomb.data, bomb.syntax) for bomb in BOMBS}) >= 30


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
def test_a_bomb_is_kept_whichever_way_it_comes(tmp_path, bomb):
    with two_doors(tmp_path) as doors:
        assert doors.camera(bomb.data, syntax=bomb.syntax) == 0x0000
        row = doors.stick(bomb.data, syntax=bomb.syntax)
        assert row.outcome == ("quarantined" if bomb.is_kept_aside else "duplicate"), row
        held = doors.held()
        assert bool(held) == bomb.is_kept_aside
        assert all(len(one.reason) < 200 and one.reason.endswith(".") for one in held)
        assert set(doors.data_sets()) == {bomb.data}


@pytest.mark.parametrize("bomb", [bomb for bomb in BOMBS if not bomb.is_kept_aside], ids=lambda bomb: bomb.name)
def test_what_is_stored_is_shown_or_refused_with_a_sentence(tmp_path, bomb):
    decoder = Decoder()
    stream = io.BytesIO(file_meta(OP, UID, bomb.syntax) + bomb.data)
    try:
        width, height, _ = decoder.decode(stream)
        assert width * height <= 64_000_000
    except Problem as problem:
        assert problem.sentence.endswith(".")
    decoder.close()


def test_a_deflated_bomb_never_unfolds(tmp_path):
    assert len(DEFLATED_BOMB.data) < 4_000_000
    with two_doors(tmp_path) as doors:
        row = doors.bring(a_file_of(DEFLATED_BOMB, tmp_path))[0]
        assert (row.outcome, row.reason) == ("quarantined", "It inflates to more than 512 MB.")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_listener_that_gets_them_all_stays_small(tmp_path):
    station = StationProcess(tmp_path)
    try:
        before = station.peak_memory()
        for bomb in BOMBS:
            with socket.create_connection(("127.0.0.1", station.port), 10) as end:
                scu = Scu(end)
                scu.associate(an_offer(1, OP, bomb.syntax))
                assert scu.store(bomb.data, piece=16_000, instance=UID) == 0x0000, bomb.name
        assert station.peak_memory() - before < MOST
    finally:
        station.stop()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read when the process ends")
def test_an_import_of_them_all_stays_small(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    station = ("--data-dir", str(tmp_path / "station"), "--key-file", str(tmp_path / "key"))
    small = _peak(tmp_path, "import", "--json", str(folder), *station)
    for bomb in (*BOMBS, DEFLATED_BOMB):
        a_file_of(bomb, folder)
    assert _peak(tmp_path, "import", "--json", str(folder), *station) - small < MOST
    rows = json.loads((tmp_path / "rows").read_text())
    assert len(rows) == len(BOMBS) + 1
    assert {row["outcome"] for row in rows} == {"quarantined", "stored", "conflict"}


def _peak(folder: Path, *words: str) -> int:
    """The most memory that this call of ``eyecamp`` took; what it says is in the file ``rows``."""
    with (folder / "rows").open("wb") as out:
        process = subprocess.Popen([sys.executable, "-m", "workstation", *words], cwd=ROOT, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss * 1024
