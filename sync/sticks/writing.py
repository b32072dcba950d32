"""Out: whatever headquarters has not confirmed, into files on a stick.

A file gets its name only after it was written, flushed and read back. Refuses to mark anything sent because a stick was written.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resources.problems import Damaged, Invalid, NotFound
from resources.store import Store, Unit, images, referrals, station
from resources.store.copies import copy_of
from resources.store.sealed import SealedFile
from resources.terms import Kind, Origin
from sync import outbox, publishing, push, records
from sync.publishing import Meant
from sync.push import Ready
from sync.sticks import removals
from sync.sticks.form import FORM, PICTURES, REMOVALS, SENT, free_name, line, opening
from sync.sticks.outcomes import Written
from sync.sticks.removals import TRAVELLING, Removal
from sync.sticks.said import digest_of, spoken

LARGEST_FILE = 1 << 30
"""A stick is FAT: no file of 4 GiB. A picture that is larger still gets a file of its own."""


FIRST = (Kind.PATIENT, Kind.PHOTO, Kind.REFERRAL, Kind.STUDY, Kind.OPINION, Kind.WORKITEM)
"""In the order in which they go: the person first, and a referral before the grades that ask for one."""
A_RECORD = 4096
"""Bytes that a record may need, to share out files."""


@dataclass(frozen=True, slots=True)
class About:
    """What travels of one person's records, by kind and uid, theirs first."""

    keys: tuple[tuple[Kind, str], ...]
    size: int


Piece = About | Ready | Removal


def write_out(
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
    collect(store)
    removals.close_the_rest(store)
    with store.read() as unit:
        waiting = outbox.entries(unit, TRAVELLING)
    ready = push.travelling(store, waiting, unmatched)
    with store.read() as unit:
        people = list(_people(store, unit, ready))
        gone = removals.travelling(store, unit)
    files: list[Path] = []
    pictures = records_ = 0
    batches = [*_batches([*people, *ready], largest), *([gone] if gone else [])]
    for number, batch in enumerate(batches, start=1):
        path, taken, told = _write_file(store, folder, passphrase, batch, number)
        files.append(path)
        pictures, records_ = pictures + taken, records_ + told
    return Written(tuple(files), pictures, len(waiting) - pictures, records_)


def collect(store: Store) -> None:
    """Read the whole feed into both outboxes, page by page."""
    is_more = True
    while is_more:
        with store.write(Origin.STATION, actor="sync") as unit:
            is_more = max(outbox.collect(unit), records.collect(unit)) >= outbox.PAGE


def _people(store: Store, unit: Unit, ready: Sequence[Ready]) -> Iterator[About]:
    """Each person of whom something travels, the urgent ones first; who they are goes with it, confirmed or not."""
    found: dict[str, list[tuple[Kind, str]]] = {}
    for record in records.listed(unit, TRAVELLING):
        meant = publishing.meant_of(store, unit, record.kind, record.uid)
        if isinstance(meant, Meant):
            found.setdefault(meant.patient_uuid, []).append((record.kind, record.uid))
    for one in ready:
        if one.study.patient is not None:
            found.setdefault(one.study.patient.uuid, [])
    urgent = referrals.urgent_people(unit)
    for uuid in sorted(found, key=lambda uuid: uuid not in urgent):
        person = (Kind.PATIENT, uuid)
        keys = sorted([person, *(one for one in found[uuid] if one != person)], key=lambda key: FIRST.index(key[0]))
        shots = sum(images.by_uuid(unit, uid).size for kind, uid in keys if kind is Kind.PHOTO)
        yield About(tuple(keys), shots + A_RECORD * len(keys))


def _batches(pieces: Sequence[About | Ready], largest: int) -> Iterator[Sequence[Piece]]:
    batch: list[About | Ready] = []
    size = 0
    for one in pieces:
        more = one.size if isinstance(one, About) else one.entry.size
        if batch and size + more > largest:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += more
    if batch:
        yield batch


def _write_file(
    store: Store, folder: Path, passphrase: str, batch: Sequence[Piece], number: int
) -> tuple[Path, int, int]:
    path = free_name(store, folder, PICTURES, number)
    file = SealedFile(path, passphrase, store.rng)
    sent, told = [], 0
    try:
        is_older = not any(isinstance(one, Removal) for one in batch)
        line(file, opening(store, PICTURES, form=FORM if is_older else REMOVALS))
        for one in batch:
            if isinstance(one, Removal):
                told += _put_removal(store, file, one)
            elif isinstance(one, About):
                told += sum(_put_record(store, file, kind, uid) for kind, uid in one.keys)
            elif (fact := _put_picture(store, file, one)) is not None:
                sent.append(fact)
        line(file, {"kind": "end", "count": len(sent), "records": told})
        file.keep()
    except BaseException:
        file.discard()
        raise
    with store.write(Origin.STATION, actor="sync") as unit:
        for fact in sent:
            outbox.remember(unit, SENT + fact["uid"], json.dumps(fact))
    return path, len(sent), told


def _put_record(store: Store, file: SealedFile, kind: Kind, uid: str) -> bool:
    """As it is now; not where it was removed this moment, nor where a headshot's own bytes are damaged here."""
    with store.read() as unit:
        now = spoken(store, unit, kind, uid)
    if now is None:
        return False
    try:
        data = store.vault.read(now.digest) if now.digest else b""
    except (Damaged, NotFound):
        return False
    said = {"version": now.version, "sha256": digest_of(now.meaning), "size": len(data), "resource": now.resource}
    line(file, {"kind": "record", "record": now.key, **said})
    file.write(data)
    return True


def _put_removal(store: Store, file: SealedFile, removal: Removal) -> bool:
    """Not where it was brought back this moment."""
    with store.read() as unit:
        now = removals.removal_of(store, unit, removal.kind, removal.uid)
    if now is not None:
        line(file, now.head)
    return now is not None


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
