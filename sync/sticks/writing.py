"""Out: whatever headquarters has not confirmed, into files on a stick.

A file gets its name only after it was written, flushed and read back. Refuses to mark anything sent because a stick was written.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from resources.problems import Damaged, Invalid, NotFound
from resources.store import Store, station
from resources.store.copies import copy_of
from resources.store.sealed import SealedFile
from resources.terms import Origin
from sync import outbox, push
from sync.push import Ready
from sync.status import State
from sync.sticks.form import PICTURES, SENT, free_name, line, opening
from sync.sticks.outcomes import Written

LARGEST_FILE = 1 << 30
"""A stick is FAT: no file of 4 GiB. A picture that is larger still gets a file of its own."""
TRAVELLING = (State.QUEUED, State.SENDING, State.PROBING, State.ACCEPTED, State.ATTENTION, State.HELD)


def write_pictures(
    store: Store,
    folder: Path,
    passphrase: str,
    *,
    unmatched: str = "hold",
    largest: int = LARGEST_FILE,
) -> Written:
    """Everything that headquarters has not confirmed, into files of that folder. Nothing is called sent by it.

    Raises StorageFull or Unavailable for the stick; files that were finished before are whole, and may travel.
    """
    while _collect(store):
        pass
    with store.read() as unit:
        waiting = outbox.entries(unit, TRAVELLING)
    ready = push.travelling(store, waiting, unmatched)
    files: list[Path] = []
    gone = 0
    for number, batch in enumerate(_batches(ready, largest), start=1):
        path, taken = _write_file(store, folder, passphrase, batch, number)
        files.append(path)
        gone += taken
    return Written(tuple(files), gone, len(waiting) - gone)


def _collect(store: Store) -> bool:
    with store.write(Origin.STATION, actor="sync") as unit:
        return outbox.collect(unit) >= outbox.PAGE


def _batches(ready: Sequence[Ready], largest: int) -> Iterator[list[Ready]]:
    batch: list[Ready] = []
    size = 0
    for one in ready:
        if batch and size + one.entry.size > largest:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.entry.size
    if batch:
        yield batch


def _write_file(store: Store, folder: Path, passphrase: str, batch: Sequence[Ready], number: int) -> tuple[Path, int]:
    path = free_name(store, folder, PICTURES, number)
    file = SealedFile(path, passphrase, store.rng)
    try:
        line(file, opening(store, PICTURES))
        sent = [fact for ready in batch if (fact := _put_picture(store, file, ready)) is not None]
        line(file, {"kind": "end", "count": len(sent)})
        file.keep()
    except BaseException:
        file.discard()
        raise
    with store.write(Origin.STATION, actor="sync") as unit:
        for fact in sent:
            outbox.remember(unit, SENT + fact["uid"], json.dumps(fact))
    return path, len(sent)


def _put_picture(store: Store, file: SealedFile, ready: Ready) -> dict[str, Any] | None:
    """The copy that is published, as push would send it; ``None`` where this laptop's own bytes are damaged."""
    with store.read() as unit:
        issuer = station.camp(unit).prefix
    whole = hashlib.sha256()
    try:
        for piece in copy_of(store.vault, ready.instance, ready.study, issuer)[1]:
            whole.update(piece)
        size, pieces = copy_of(store.vault, ready.instance, ready.study, issuer)
    except (Damaged, Invalid, NotFound):
        return None
    fact = {"uid": ready.instance.instance_uid, "sha256": whole.hexdigest(), "size": size}
    line(file, {"kind": "picture", **fact})
    for piece in pieces:
        file.write(piece)
    return fact | {"evidence": asdict(ready.evidence)}
