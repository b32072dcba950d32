"""The power goes in the simulator: what was being written is lost or torn, and only what had been synced is sure to be there.

In a commit, whose frames in the WAL are on the disk in part (PRAGMA synchronous=FULL returns after their sync, and
this one had not returned), and while the vault keeps a file or lets one go. Refuses to touch what an earlier sync made sure of.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Protocol

from support.simulated_hq import Killed, Line

from resources.store import Store
from resources.store.keys import sync_folder
from resources.store.vault import Disk

SECTOR = 512
IN_A_COMMIT, IN_THE_VAULT = "power cut in a commit", "power cut while a file is kept"
WHILE_LEAVING = "power cut while an original leaves"
EVENTS = frozenset((IN_A_COMMIT, IN_THE_VAULT, WHILE_LEAVING))
OFTEN = 0.5
"""How often a file that the engine keeps does not come to its end, at each of two moments."""


class Fate(Protocol):
    """Whose life it is; it ``is_frail`` while the engine is at work and the world is not well."""

    rng: Random
    line: Line
    is_frail: bool
    has_power: bool


@dataclass(frozen=True)
class Files:
    """The database as it lies on the disk."""

    main: Path
    content: bytes
    wal: bytes

    @classmethod
    def of(cls, store: Store) -> "Files":
        main = store.database.path
        return cls(main, main.read_bytes(), _read(_wal(main)))

    def torn(self, rng: Random) -> "Files":
        """As it was, and of what the WAL has got since some sectors, but never all: a prefix, or any."""
        now = _read(_wal(self.main))
        size = max(len(now), len(self.wal))
        pieces = [slice(at, at + SECTOR) for at in range(0, size, SECTOR)]
        changed = [piece for piece in pieces if now[piece] != self.wal[piece]]
        if not changed:
            return self
        kept = changed[: rng.randrange(len(changed))]
        if rng.random() < 0.5:
            kept = [piece for piece in changed if rng.random() < 0.7]
            if len(kept) == len(changed):
                kept.remove(rng.choice(kept))
        wal = bytearray(self.wal)
        for piece in kept:
            wal.extend(bytes(max(0, piece.start - len(wal))))
            wal[piece] = now[piece]
        return Files(self.main, self.content, bytes(wal))

    def put_back(self) -> None:
        """To be called when nobody has the database open. Its index of the WAL was memory."""
        self.main.write_bytes(self.content)
        _wal(self.main).write_bytes(self.wal)
        self.main.with_name(self.main.name + "-shm").unlink(missing_ok=True)


class FrailDisk:
    """What the vault asks of the system, on a laptop whose power may go in between. ``free`` says how much room there is."""

    def __init__(self, fate: Fate, free: Callable[[], int], total: int) -> None:
        self._fate, self._free, self._total = fate, free, total
        self._back: Callable[[], object] | None = None
        """Undoes the last naming, which no sync of its folder has made sure of."""
        self._what = IN_THE_VAULT

    def disk(self) -> Disk:
        room: dict[str, Callable[[Path], int]] = {"free": lambda _: self._free(), "total": lambda _: self._total}
        return Disk(fsync=self._sync, replace=self._name, sync_folder=self._sync_folder, unlink=self._unlink, **room)

    def _sync(self, descriptor: int) -> None:
        if self._goes():
            os.ftruncate(descriptor, self._fate.rng.randrange(os.fstat(descriptor).st_size + 1))
            self._gone(IN_THE_VAULT)
        os.fsync(descriptor)

    def _name(self, old: Path, new: Path) -> None:
        old.replace(new)
        self._back, self._what = partial(new.replace, old), IN_THE_VAULT

    def _unlink(self, path: Path) -> None:
        held = path.read_bytes()
        path.unlink()
        self._back, self._what = partial(path.write_bytes, held), WHILE_LEAVING

    def _sync_folder(self, folder: Path) -> None:
        back, self._back = self._back, None
        if back is not None and self._goes():
            if self._fate.rng.random() < 0.7:
                back()
            self._gone(self._what)
        sync_folder(folder)

    def _goes(self) -> bool:
        return self._fate.is_frail and self._fate.rng.random() < OFTEN

    def _gone(self, what: str) -> None:
        self._fate.has_power = False
        self._fate.line.counted(what)
        raise Killed


def _wal(main: Path) -> Path:
    return main.with_name(main.name + "-wal")


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
