"""A camp's day, told act by act, on a laptop that dies at a chosen moment: ``python mortal_day.py FOLDER``.

Every moment at which the station hands something to the disk is a point: bytes synced, renamed, the folder synced, a commit
begun, a commit done. One process forks a laptop for each of them, which dies there by SIGKILL. Where a file was just renamed,
another one loses its power: the name that no folder sync made sure of is the old one again.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import BinaryIO

from support.data_sets import a_file, an_instance
from support.grading import icdr
from support.stations import FROM_CAMERA, Clock, a_store, lakshmi

from resources.store import Store, Unit, filing, letters, mending, opinions, patients, referrals, turns
from resources.store.opinions import Said
from resources.store.vault import Disk, sync_folder
from resources.terms import Field, Laterality, Origin
from resources.wire.part10 import header_of

RENAMED = "renamed "
READER = "Anjali Kumari"
DAY = Clock()().date()
UIDS = ("1.2.3.1.1", "1.2.3.1.2")
Fate = Callable[[str], None]


def lived(folder: Path) -> dict[str, int]:
    """Live the day once for each of its points; in which folder, and how many acts had come back when it ended."""
    roots = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(roots)}
    told = subprocess.run([sys.executable, __file__, str(folder)], env=environment, capture_output=True, text=True,
                          timeout=300, check=False)  # fmt: skip
    assert told.returncode == 0, told.stderr
    return {str(name): int(acts) for name, acts in json.loads(told.stdout).items()}


# --- the day


def new_laptop(folder: Path) -> None:
    a_store(folder, letter="", clock=Clock()).close()


def open_laptop(folder: Path, disk: Disk | None = None) -> Store:
    """It gets its letter at its first start: what was copied with one would have to choose another."""
    return a_store(folder, clock=Clock(), disk=disk)


def acts(store: Store) -> list[Callable[[], object]]:
    """What people do, one after another; each is done when it comes back."""

    def person() -> str:
        with store.read() as unit:
            return patients.listed(unit)[0].uuid

    def register() -> None:
        face = store.vault.admit(b"a face that nobody can decode")
        with store.write(Origin.PERSON, "grace") as unit:
            row = patients.register(unit, lakshmi())
            patients.set_photo(unit, row.uuid, face, mime="image/jpeg", width=1, height=1)

    def call() -> None:
        with store.write(Origin.PERSON, "grace") as unit:
            turns.call(unit, person(), "CAM1")

    def picture(number: int) -> None:
        with store.read() as unit:
            row = patients.listed(unit)[0]
        ds = an_instance(
            number=number, eye="R" if number == 1 else "", PatientID=row.number, PatientName="Devi^Lakshmi"
        )
        data = a_file(ds).getvalue()
        blob = store.vault.admit(data)
        with store.write(Origin.CAMERA, "camera:CAM1") as unit:
            filing.file_instance(unit, header_of(BytesIO(data)), blob, FROM_CAMERA)

    def put_right() -> None:
        with store.write(Origin.PERSON, "grace") as unit:
            mending.set_laterality(unit, UIDS[1], Laterality.LEFT)
            mending.set_field(unit, UIDS[1], Field.MACULA)

    def grade() -> None:
        said = [Said(Laterality.RIGHT, icdr("4"), UIDS[0]), Said(Laterality.LEFT, icdr("0"), UIDS[1])]
        with store.write(Origin.PERSON, READER) as unit:
            opinions.sign(unit, person(), DAY, said)

    def tell() -> None:
        with store.write(Origin.PERSON, READER) as unit:
            referrals.tell(unit, referrals.urgent_not_told(unit)[0].uuid, "in person")

    def letter() -> None:
        with store.read() as unit:
            facts = letters.facts(unit, person(), DAY)
        blob = store.vault.admit(b"%PDF the letter")
        with store.write(Origin.PERSON, READER) as unit:
            letters.keep(unit, facts, "en", blob)

    return [register, call, lambda: picture(1), lambda: picture(2), put_right, grade, tell, letter]


# --- and its end


def points(fate: Fate) -> Disk:
    """A disk that passes a point whenever it was asked to keep something."""

    def synced(descriptor: int) -> None:
        os.fsync(descriptor)
        fate("bytes synced")

    def renamed(old: Path, new: Path) -> None:
        old.replace(new)
        fate(f"{RENAMED}{old}\n{new}")

    def folder_synced(folder: Path) -> None:
        sync_folder(folder)
        fate("folder synced")

    return Disk(fsync=synced, replace=renamed, sync_folder=folder_synced)


def with_points(store: Store, fate: Fate) -> None:
    write: Callable[..., AbstractContextManager[Unit]] = store.write

    @contextmanager
    def writing(origin: Origin, actor: str = "") -> Iterator[Unit]:
        with write(origin, actor) as unit:
            yield unit
            fate("before the commit")
        fate("after the commit")

    store.write = writing  # type: ignore[method-assign]


def live(folder: Path, fate: Fate, done: Callable[[], object]) -> None:
    is_awake = [False]  # the station is made before the day begins

    def passes(point: str) -> None:
        if is_awake[0]:
            fate(point)

    store = open_laptop(folder, points(passes))
    with_points(store, passes)
    is_awake[0] = True
    for act in acts(store):
        act()
        done()
    store.close()


def dying(at: int, notes: BinaryIO, *, loses_power: bool) -> Fate:
    left = [at]

    def passes(point: str) -> None:
        left[0] -= 1
        if left[0]:
            return
        if loses_power:
            old, new = map(Path, point.removeprefix(RENAMED).split("\n"))
            new.replace(old)
        notes.write(RENAMED.encode() if point.startswith(RENAMED) else b" ")
        os.kill(os.getpid(), signal.SIGKILL)

    return passes


def ended(home: Path, template: Path, at: int, *, loses_power: bool = False) -> str | None:
    """How a day that ends at this point went: a dot for each act, then the point; ``None`` when it came to its evening."""
    shutil.copytree(template, home)
    child = os.fork()
    if child == 0:
        with (home / "notes").open("wb", buffering=0) as notes:
            live(home, dying(at, notes, loses_power=loses_power), lambda: notes.write(b"."))
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), f"the day at point {at} went wrong by itself"
    return (home / "notes").read_text() if code else None


def main(folder: Path) -> None:
    """Every point of the day, until one laptop lives through it."""
    template = folder / "new"
    new_laptop(template)
    days: dict[str, int] = {}
    for at in count(1):
        how = ended(folder / str(at), template, at)
        if how is None:
            break
        days[str(at)] = how.count(".")
        if RENAMED in how:
            lost = ended(folder / f"{at} power", template, at, loses_power=True)
            days[f"{at} power"] = (lost or "").count(".")
    json.dump(days, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
