"""Acknowledged means kept: kill -9 at random moments while three cameras send (reliability.md C1).

25 kills by default; EYECAMP_KILLS=500 is the nightly bar, EYECAMP_SEED repeats a run.
"""

import os
import random
import re
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.cameras import data_set_of, storescu
from support.chance import seed
from support.data_sets import EXPLICIT, OP, an_instance, encoded
from support.receiving import KEY, StationProcess
from support.shared import tool

from resources.store import filing, open_store, studies
from resources.store.checkup import Swept, checkup, sweep
from resources.store.keys import DataKey
from resources.wire.part10 import file_meta

KILLS = int(os.environ.get("EYECAMP_KILLS", "25"))
AT_A_TIME = 5
"""Kills that one station folder lives through; a fresh one follows."""
SEED = seed()
TINY = 6_000
"""So small that the bytes go into the database with their row."""
SIZES = (200_000, 400_000, 900_000, 2_000_000, 5_000_000)
SENT, TAKEN = re.compile(r"Sending file: (.+)$"), "Received Store Response (Success)"


@dataclass
class Book:
    """What was sent, and what the station said of it."""

    sent: list[Path] = field(default_factory=list)
    acknowledged: set[Path] = field(default_factory=set)

    @property
    def open(self) -> list[Path]:
        return [path for path in self.sent if path not in self.acknowledged]


def acknowledged_in(output: str) -> set[Path]:
    """The files whose Success stands after their "Sending file" in what storescu -v says."""
    taken, last = set(), None
    for line in output.splitlines():
        if found := SENT.search(line):
            last = Path(found[1])
        elif TAKEN in line and last is not None:
            taken.add(last)
            last = None
    return taken


def pictures(folder: Path, rng: random.Random, run: int) -> list[list[Path]]:
    """Three batches for three cameras, large ones and tiny ones in turns."""
    return [[_picture(folder, rng, run, camera, number) for number in range(1, 5)] for camera in (1, 2, 3)]


def _picture(folder: Path, rng: random.Random, run: int, camera: int, number: int) -> Path:
    size = rng.choice(SIZES) if number % 2 else TINY
    ds = an_instance(patient=camera, number=number, Rows=size // 300, Columns=100)
    ds.SOPInstanceUID = f"1.2.3.{run + 1}.{camera}.{number}"
    ds.PixelData = rng.randbytes(ds.Rows * 300)
    path = folder / f"{run}-{camera}-{number}.dcm"
    path.write_bytes(file_meta(OP, ds.SOPInstanceUID, EXPLICIT) + encoded(ds))
    return path


def sent_until_killed(station: StationProcess, batches: list[list[Path]], moment: float) -> set[Path]:
    """Three associations at once, and the end of the station in the middle of it."""
    command = [tool("/usr/bin/storescu"), "-v", "-R", "-xe", "127.0.0.1", str(station.port)]
    cameras = [
        subprocess.Popen([*command, *map(str, batch)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for batch in batches
    ]
    threading.Event().wait(moment)
    station.kill()
    return set().union(*(acknowledged_in(camera.communicate(timeout=60)[0]) for camera in cameras))


def check(folder: Path, book: Book) -> None:
    """Open what the kill left, as a start does, and find all that was acknowledged."""
    store = open_store(folder, DataKey(KEY))
    try:
        sweep(store)
        assert checkup(store).findings == ()
        assert sweep(store) == Swept(0, 0)
        with store.read() as unit:
            rows = {row.instance_uid: row for row in studies.instances(unit)}
        for path in book.acknowledged:
            kept = store.vault.read(rows[uid_of(path)].digest)
            assert kept.endswith(data_set_of(path)), f"{path.name} is not what was sent (EYECAMP_SEED={SEED})"
    finally:
        store.close()


def uid_of(path: Path) -> str:
    run, camera, number = path.stem.split("-")
    return f"1.2.3.{int(run) + 1}.{camera}.{number}"


@pytest.mark.dcmtk
@pytest.mark.slow
@pytest.mark.parametrize("batch", range(-(-KILLS // AT_A_TIME)))
def test_no_acknowledged_picture_is_lost_to_kill_9(tmp_path, batch):
    rng, book, folder = random.Random(SEED + batch), Book(), tmp_path / "station"
    interrupted, longest = 0, 0.5
    for run in range(AT_A_TIME):
        station = StationProcess(folder)
        send_again(station, book)
        batches = pictures(tmp_path, rng, run)
        book.sent += [path for batch in batches for path in batch]
        book.acknowledged |= sent_until_killed(station, batches, rng.uniform(0.0, longest))
        interrupted += bool(book.open)
        longest *= 1.0 if book.open else 0.5  # on a quick machine all is sent before: kill earlier next time
        check(folder, book)

    station = StationProcess(folder)
    send_again(station, book)
    station.stop()

    check(folder, book)
    assert stored(folder) == len(book.sent), f"stored once each (EYECAMP_SEED={SEED})"
    assert interrupted, "every kill came too late to mean anything"


def send_again(station: StationProcess, book: Book) -> None:
    """As a camera does with what was not acknowledged."""
    if book.open:
        assert storescu(station.port, *book.open, options=["-R", "-xe"]).returncode == 0
        book.acknowledged |= set(book.open)


def stored(folder: Path) -> int:
    store = open_store(folder, DataKey(KEY))
    try:
        with store.read() as unit:
            assert filing.held(unit) == []
            return studies.count(unit)
    finally:
        store.close()
