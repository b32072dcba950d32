"""A stick's journey that ends at a chosen point: ``python mortal_stick.py CAMP OTHER STICK POINT NOTES``.

Out at the camp, in at the other station, the receipts home. Points are the ends of commits, by module and function, and the steps
of a file on the stick: begun, synced, read back, named. The product has no hooks for it: the store and the sealed file are
wrapped here. Every point that is passed is written to NOTES; without a POINT nothing dies.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

SECRET = "river mango lantern"
HERE = Path(__file__).resolve()


def journey(home: Path, point: str = "") -> "subprocess.Popen[bytes]":
    """In a process of its own, which dies at the first time of that point."""
    roots = [str(HERE.parents[1]), str(HERE.parents[2])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(roots)}
    places = [str(home / name) for name in ("camp", "other", "stick")]
    return subprocess.Popen([sys.executable, str(HERE), *places, point, str(home / "notes")], env=environment)


def main(camp_folder: str, other_folder: str, stick_folder: str, point: str, notes: str) -> None:
    from support.mortal import Fate
    from support.stations import a_store

    from resources.store import Store, Unit
    from resources.store.sealed import SealedFile
    from resources.terms import Origin
    from sync import outbox
    from sync.sticks import receipts, writing
    from sync.sticks.form import own_id
    from sync.sticks.taking import take_in

    fate = Fate(point, Path(notes))

    class Stick(SealedFile):
        """A file that passes points on its way to its name."""

        def write(self, data: bytes) -> None:
            super().write(data)
            self._passes("begun")

        def _read_back(self) -> None:
            self._passes("synced")
            super()._read_back()
            self._passes("read back")

        def keep(self) -> None:
            super().keep()
            self._passes("named")

        def _passes(self, step: str) -> None:
            fate.passes(f"{self.path.name.partition('-')[0]}: {step}")

    def mortal(store: Store) -> Store:
        write: Callable[[Origin, str], AbstractContextManager[Unit]] = store.write

        def writing_(origin: Origin, actor: str = "") -> AbstractContextManager[Unit]:
            frame = sys._getframe(1)
            module = str(frame.f_globals["__name__"]).rpartition(".")[2]
            return committing(f"{module}.{frame.f_code.co_name.strip('_')}", origin, actor)

        @contextmanager
        def committing(name: str, origin: Origin, actor: str) -> Iterator[Unit]:
            with write(origin, actor) as unit:
                yield unit
            fate.passes(f"{name}: committed")

        store.write = writing_  # type: ignore[method-assign]
        return store

    for module in (receipts, writing):
        module.SealedFile = Stick  # type: ignore[attr-defined]
    stick = Path(stick_folder)
    camp, other = (
        mortal(a_store(Path(folder), letter="", seed=seed, chains=[outbox.MIGRATIONS]))
        for seed, folder in ((2, camp_folder), (3, other_folder))
    )
    with other.write(Origin.STATION) as unit:
        hq_station = own_id(unit)
    for path in writing.write_out(camp, stick, SECRET).files:
        arrived = take_in(other, path, SECRET)
        assert arrived.receipts is not None
        take_in(camp, arrived.receipts, SECRET, hq_station=hq_station)


if __name__ == "__main__":
    main(*sys.argv[1:])
