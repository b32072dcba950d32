"""A folder that is looked at while the station runs: what is put there, whole, is brought in by itself.

For cameras that save to a share and phones that copy their pictures. A file is taken when nobody has written to it for a while;
it is left where it is, or moved into a folder ``done``, and never deleted. Nothing is guessed: photographs wait in the Inbox.
"""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from resources.problems import Problem
from resources.store import Store
from workstation.imaging.importing import Row, bring_in
from workstation.imaging.photographs import Said

log = logging.getLogger(__name__)
DONE = "done"
QUIET = 10.0
"""Seconds that a file must be left alone before it is taken."""
EVERY = 5.0
AGAIN = 600.0
"""Seconds after which a file that could not be taken is tried again: the disk may have room then, the share an answer."""
_HALF_WRITTEN = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download", "~")


class Look(NamedTuple):
    """How a file looked, and since when it has looked like that."""

    size: int
    changed: int
    since: float


def looked(before: Mapping[Path, Look], now: Mapping[Path, tuple[int, int]], clock: float) -> dict[Path, Look]:
    """What is there now, with the moment since when each file has not changed."""
    seen: dict[Path, Look] = {}
    for path, (size, changed) in now.items():
        old = before.get(path)
        same = old is not None and (old.size, old.changed) == (size, changed)
        seen[path] = Look(size, changed, old.since if old is not None and same else clock)
    return seen


def ready(looks: Mapping[Path, Look], taken: Mapping[Path, Look], clock: float, quiet: float = QUIET) -> list[Path]:
    """Files that nobody has written to for a while and that were not taken as they are now, by name."""
    settled = (path for path, look in looks.items() if look.size and clock - look.since >= quiet)
    return sorted(path for path in settled if path not in taken or taken[path][:2] != looks[path][:2])


def is_half_written(name: str) -> bool:
    """Whether a name says that somebody is still writing, or that it is nobody's picture."""
    return name.startswith((".", "~")) or name.lower().endswith(_HALF_WRITTEN)


class Watcher:
    """A service. ``afterwards`` is ``leave`` or ``done``; ``monotonic`` is a clock that never goes back."""

    name = "watch folder"

    def __init__(
        self, store: Store, folder: Path, *, afterwards: str, monotonic: Callable[[], float], every: float = EVERY
    ) -> None:
        self._store = store
        self._folder = folder
        self._moves = afterwards == DONE
        self._monotonic = monotonic
        self._every = every
        self._over = Event()
        self._thread: Thread | None = None
        self._looks: dict[Path, Look] = {}
        self._taken: dict[Path, Look] = {}
        self._again: dict[Path, float] = {}
        self._is_there = True

    def start(self) -> None:
        """Look from now on."""
        if self._thread is None:
            self._over.clear()
            self._thread = Thread(target=self._run, name="watch-folder", daemon=True)
            self._thread.start()

    def stop(self, deadline: float) -> None:
        """Look no more."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(deadline)
            self._thread = None

    def _run(self) -> None:
        while not self._over.wait(self._every):
            try:
                self.look()
            except Exception:
                log.exception("watch folder: a look failed")

    def look(self) -> list[Row]:
        """One look: take what is ready; a row for each file that was taken."""
        clock = self._monotonic()
        self._looks = looked(self._looks, self._listed(), clock)
        over = {path for path, moment in self._again.items() if clock >= moment}
        self._taken = {path: look for path, look in self._taken.items() if path in self._looks and path not in over}
        self._again = {path: moment for path, moment in self._again.items() if path not in over}
        rows: list[Row] = []
        for path in ready(self._looks, self._taken, clock):
            if self._over.is_set():
                break
            rows += self._take(path)
        return rows

    def _take(self, path: Path) -> list[Row]:
        """Bring it in. What could not be read or kept is tried again when it changes, or after a while."""
        self._taken[path] = self._looks[path]
        self._again[path] = self._monotonic() + AGAIN
        try:
            rows = list(bring_in(self._store, [path], Said(), actor="watch folder", keep_unsaid=True))
        except Problem as problem:
            log.info("watch folder: %s", problem.sentence)
            return []
        if rows and all(row.outcome != "skipped" for row in rows):
            del self._again[path]
            if self._moves:
                self._put_away(path)
        return rows

    def _put_away(self, path: Path) -> None:
        """Into ``done``, under a name that is free there: nothing is written over."""
        place = self._folder / DONE / path.relative_to(self._folder)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            path.rename(_free(place))
        except OSError:
            log.info("watch folder: a file could not be moved to %s; it stays where it is", DONE)

    def _listed(self) -> dict[Path, tuple[int, int]]:
        """Size and time of change of every file below the folder; nothing while it is away (a share, a stick)."""
        found = dict(_files(self._folder, self._folder / DONE))
        there = self._folder.is_dir()
        if there != self._is_there:
            log.info("watch folder: %s", "it is there again" if there else "it is not there now")
            self._is_there = there
        return found


def _free(place: Path) -> Path:
    """That place, or the same with a number behind its name."""
    free, number = place, 1
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem} ({number}){place.suffix}")
    return free


def _files(folder: Path, done: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            path = Path(entry.path)
            try:
                if entry.is_dir(follow_symlinks=False) and path != done:
                    waiting.append(path)
                elif entry.is_file(follow_symlinks=False) and not is_half_written(entry.name):
                    stat = entry.stat(follow_symlinks=False)
                    yield path, (stat.st_size, stat.st_mtime_ns)
            except OSError:
                continue
