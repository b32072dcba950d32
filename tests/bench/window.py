#!/usr/bin/env python3
"""How the window feels, by the numbers of users.md 5.5: `python tests/bench/window.py [--people N] [--today N] [--pictures N]`.

Fills a station in a temporary folder (20,000 people take a minute or two), then measures: process start to a usable window, the
answer to a C-STORE to the tile on Today, the change of the active eye, a search typed into Patients, how long the main thread was
held at worst while four cameras send, and the memory afterwards. Offscreen; prints a line each; asserts nothing. Memory with
100,000 people: `--people 100000`. With `--settled` it waits until sync has read of all
these people, as on any day but that of the import.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from support.district import a_district  # noqa: E402

from resources.store import changes, patients, station, turns, workitems  # noqa: E402
from resources.store.keys import KeyFile, unlock  # noqa: E402
from resources.store.rows import PatientRow  # noqa: E402
from resources.store.store import Store, open_store  # noqa: E402
from resources.store.vault import Disk  # noqa: E402
from resources.terms import Origin  # noqa: E402
from sync import outbox, records  # noqa: E402
from workstation.desktop import Desktop  # noqa: E402
from workstation.gui.style.eye_pair import EyePair  # noqa: E402
from workstation.gui.style.look import Look  # noqa: E402
from workstation.sandbox.camera import PretendCamera  # noqa: E402
from workstation.sandbox.play import Play  # noqa: E402
from workstation.settings import Settings, load  # noqa: E402

IN_A_UNIT = 1000
BEAT = 5  # ms
PATIENCE = 60  # s
STORESCU = "/usr/bin/storescu"  # dcmtk's; some virtual environments have another program of that name


def settings_for(folder: Path) -> Settings:
    """A station on free ports of this machine, without headquarters."""
    flags = {"data_dir": str(folder), "rest.port": "0", "dicom.port": "0", "storage.floor_bytes": "0"}
    return load(None, {}, flags | {"camp.name": "Bench", "camp.prefix": "CB", "camp.letter": "A"})


def fill(folder: Path, count: int, today: int) -> None:
    """So many people, ``today`` of them today, the others a week ago; nothing is measured here, so this disk does not wait."""
    disk = Disk(fsync=lambda _: None, sync_folder=lambda _: None)
    key = unlock(folder, KeyFile(folder.parent / "key"))
    ages = [timedelta(days=7)]
    store = open_store(folder, key, chains=[outbox.MIGRATIONS], disk=disk, clock=lambda: datetime.now(UTC) - ages[-1])
    with store.write(Origin.PERSON) as unit:
        station.set_up(unit, "Bench", "CB", "A")
    district = a_district(count)
    for start, end in pairwise([*range(0, count - today, IN_A_UNIT), count - today, count]):
        if end == count:
            ages.append(timedelta(0))
        with store.write(Origin.IMPORT, "bench") as unit:
            for row in district[start:end]:
                patients.register(unit, row.details)
    store.close()


def opened(application: QApplication, folder: Path) -> Desktop:
    """The window, and the station behind it; nothing is waited for but the pages."""
    desktop = Desktop(Look(), settings_for(folder))
    desktop.look.wear(application)
    desktop.begin(KeyFile(folder.parent / "key"))
    until(lambda: desktop.pages is not None)
    return desktop


def until(holds: Callable[[], bool]) -> float:
    """Let the window live until it holds; how many ms that took."""
    begun = time.perf_counter()
    while not holds():
        QApplication.processEvents()
        time.sleep(0.001)
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("It never came to hold.")
    return (time.perf_counter() - begun) * 1000


def has_read_all(store: Store) -> bool:
    """Whether sync knows of every change."""
    with store.read() as unit:
        read = min(int(outbox.fact(unit, cursor, "0")) for cursor in (outbox.CURSOR, records.CURSOR))
        return not changes.since(unit, read, 1, kinds=frozenset(records.KINDS))


class Bench:
    """An open window with somebody at the camera."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        if desktop.station is None or desktop.pages is None:
            raise RuntimeError("The station did not open.")
        self.desktop, self.station, self.pages = desktop, desktop.station, desktop.pages
        self.play = Play(folder, self.station.settings, None, random.Random(1))  # type: ignore[arg-type]
        with self.station.store.read() as unit:
            self.people = patients.listed(unit, limit=8)

    def call(self, person: PatientRow, title: str) -> None:
        """They sit down at that camera."""
        with self.station.store.write(Origin.PERSON, "bench") as unit:
            workitems.schedule(unit, person.uuid)
            turns.call(unit, person.uuid, title)

    def camera(self, title: str) -> PretendCamera:
        """One that sends pictures of the size of a real one."""
        made = self.play.camera(self.station, title)
        made.size = 2000
        return made

    def to_tile(self) -> float:
        """From the last answer to the camera until Today's tile shows the picture."""
        person, camera = self.people[0], self.camera("CAM1")
        self.desktop.window.show_page("today")
        self.call(person, "CAM1")
        until(lambda: any(one.patient.uuid == person.uuid for one in self.pages.today.board.people))
        shot = camera.take(self.play.sitting(person, 1)[0])
        answered: list[float] = []

        def send() -> None:
            camera.send([shot])
            answered.append(time.perf_counter())

        sending = threading.Thread(target=send)
        sending.start()
        until(lambda: bool(answered) and _pictured(self.pages.today))
        sending.join()
        return (time.perf_counter() - answered[0]) * 1000

    def eye_switch(self) -> list[float]:
        """From the key to the painted frame."""
        person, camera = self.people[1], self.camera("CAM1")
        self.call(person, "CAM1")
        shots = [camera.take(shot) for shot in self.play.sitting(person, 2)]
        sending = threading.Thread(target=lambda: camera.send(shots))
        sending.start()
        until(lambda: not sending.is_alive())
        self.desktop.read(person.uuid)
        until(lambda: self.pages.viewer.shown is not None)
        until_quiet(2.0)
        taken = []
        for _ in range(40):
            begun = time.perf_counter()
            self.pages.viewer.switch_eye()
            self.desktop.window.repaint()
            QApplication.processEvents()
            taken.append((time.perf_counter() - begun) * 1000)
        return taken

    def search(self) -> list[float]:
        """From the last letter until the list shows the answer."""
        self.desktop.window.show_page("patients")
        page, taken = self.pages.patients, []
        for text in ("lak", "Laxmi", "Fathima Ansaari", str(self.people[3].number), "zzzz"):
            page.search.setText(text)
            taken.append(until(lambda: _answers(page)))
        return taken

    def worst_block(self, pictures: int) -> tuple[list[float], list[float]]:
        """What lay between two beats of the main thread, less the beat, sorted; and how much of it the thread computed.

        The cameras are processes of their own (dcmtk's storescu): their work is not our main thread's. On a laptop where others
        compute too, only the second list says something about us.
        """
        self.desktop.window.show_page("today")
        senders = [self._sender(place, pictures) for place in range(4)]
        beats = [(time.perf_counter(), time.thread_time())]
        timer = QTimer()
        timer.setInterval(BEAT)
        timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
        timer.start()
        running = [subprocess.Popen(command) for command in senders]
        until(lambda: all(one.poll() is not None for one in running))
        until_quiet(1.0)
        pairs = list(pairwise(beats))
        held = sorted(max(0.0, (after[0] - before[0]) * 1000 - BEAT) for before, after in pairs)
        return held, sorted((after[1] - before[1]) * 1000 for before, after in pairs)

    def _sender(self, place: int, pictures: int) -> list[str]:
        """The command of a camera that has somebody in front of it, and their pictures in a folder."""
        person, camera = self.people[2 + place], self.camera(f"CAM{place + 1}")
        self.call(person, camera.ae_title)
        folder = self.play.folder / camera.ae_title
        folder.mkdir()
        for number in range(max(1, pictures // 4)):
            for shot in self.play.sitting(person, number):
                (folder / f"{number}-{shot.number}.dcm").write_bytes(camera.take(shot))
        asked = ["-xy", "-aet", camera.ae_title, "-aec", camera.called_ae_title, camera.host, str(camera.port)]
        return [STORESCU, "+sd", *asked, str(folder)]


def until_quiet(seconds: float) -> None:
    """Let decoding and reading end."""
    end = time.perf_counter() + seconds
    until(lambda: time.perf_counter() > end)


def _pictured(page: QWidget) -> bool:
    return any(tile.picture is not None for pair in page.findChildren(EyePair) for tile in pair.tiles)


def _answers(page: object) -> bool:
    found, search = getattr(page, "_found", None), getattr(page, "search", None)
    return bool(found and search and found.asked == search.text())


START = """
import os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from resources.store.keys import KeyFile
from workstation.desktop import Desktop
from workstation.gui.app import make_application, write_down_what_qt_says
from workstation.gui.style.look import Look
from workstation.settings import load
folder = Path(sys.argv[1])
flags = {"data_dir": str(folder), "rest.port": "0", "dicom.port": "0", "storage.floor_bytes": "0"}
write_down_what_qt_says()
look = Look()
application = make_application(["eyecamp"], look, os.environ)
desktop = Desktop(look, load(None, {}, flags))
desktop.begin(KeyFile(folder.parent / "key"))
application.processEvents()
shown = time.time()
while desktop.pages is None:
    application.processEvents()
    time.sleep(0.001)
application.processEvents()
print(shown, time.time())
desktop.close()
"""
"""As ``workstation.desktop.run``, with a look at the clock; it imports nothing else."""


def start_up(folder: Path) -> tuple[float, float]:
    """A new process: ms until its window is painted, and until Today can be worked with."""
    begun = time.time()
    command = [sys.executable, "-c", START, str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300, cwd=ROOT).stdout.split()
    return (float(said[-2]) - begun) * 1000, (float(said[-1]) - begun) * 1000


def at(values: Sequence[float], share: float = 0.99) -> float:
    """The value that so many of them stay under."""
    return values[int((len(values) - 1) * share)]


def say(line: str) -> None:
    """To the terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Fill, open, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--today", type=int, default=200, help="of them were registered today")
    parser.add_argument("--pictures", type=int, default=40, help="of each of four cameras")
    parser.add_argument("--settled", action="store_true", help="measure after sync has read everything")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "station"
        folder.mkdir()
        fill(folder, arguments.people, arguments.today)
        for again in ("cold", "again"):
            shown, usable = start_up(folder)
            say(f"start ({again}): window {shown:.0f} ms, Today {usable:.0f} ms")
        application = QApplication([])
        bench = Bench(opened(application, folder), Path(name))
        if arguments.settled:
            say(f"sync has read everything after {until(lambda: has_read_all(bench.station.store)):.0f} ms")
            until_quiet(5.0)
        say(f"C-STORE answer to tile: {bench.to_tile():.0f} ms")
        eyes = bench.eye_switch()
        say(f"eye switch: median {statistics.median(eyes):.1f} ms, worst {max(eyes):.1f} ms")
        found = bench.search()
        say(f"search at {arguments.people} people: " + ", ".join(f"{one:.0f}" for one in found) + " ms")
        held, computed = bench.worst_block(arguments.pictures)
        say(
            f"main thread while four cameras send, {len(held)} beats: held worst {held[-1]:.0f} ms, 99 % under {at(held):.0f} ms"
        )
        say(f"of which it computed itself: worst {computed[-1]:.0f} ms, 99 % under {at(computed):.0f} ms")
        say(f"memory: {psutil.Process().memory_info().rss / 1e6:.0f} MB")
        bench.desktop.close()


if __name__ == "__main__":
    main()
