"""A laptop that is nearly full, and set up to leave originals at headquarters: ``with nearly_full(folder) as laptop``."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from support.grading import LEFT, RIGHT, icdr
from support.headquarters import MemoryHeadquarters
from support.mortal import mortal_writes
from support.pictures import an_op
from support.stations import Clock, a_store
from support.travelling import NAME, Laptop, a_laptop

from resources.store import Store, evictions, opinions, studies
from resources.store.opinions import Said
from resources.store.rows import InstanceRow, PatientRow
from resources.terms import Origin
from sync import outbox
from sync.engine import AUDIT_EVERY
from sync.evicting import OLD, Policy, bring_back, evict, note_audit, want

SMALL = b"a small JPEG"
LARGE = bytes(60_000)
DAY = opinions.date(2026, 11, 21)


def keepsake(_: InstanceRow) -> bytes | None:
    return SMALL


def room(laptop: Laptop, *, free: int, total: int = 1 << 30) -> None:
    """What the disk says of itself from now on."""
    vault = laptop.store.vault
    vault.disk = replace(vault.disk, total=lambda _: total, free=lambda _: free)


@contextmanager
def nearly_full(folder: Path, hq: MemoryHeadquarters | None = None, **options: object) -> Iterator[Laptop]:
    given = {"read_back_bytes": 1 << 30, "evict": Policy(0, keepsake), "interval": 0.0} | options
    with a_laptop(folder, hq=hq, **given) as laptop:
        room(laptop, free=0)
        yield laptop


def seen(laptop: Laptop, count: int = 1, **details: object) -> tuple[PatientRow, list[str]]:
    """Somebody with so many large pictures of the right eye, which were read."""
    person = laptop.registers(**details)
    first = 100 * int(person.pk)
    uids = [laptop.receives(an_op(first + n, eye="RL"[n % 2], **large_of(person))).instance_uid for n in range(count)]
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        eyes = (RIGHT, LEFT)
        said = [Said(eyes[n], icdr("0"), uid) for n, uid in enumerate(uids[:2])]
        opinions.sign(unit, person.uuid, DAY, said)
    return person, uids


def large_of(person: PatientRow) -> dict[str, Any]:
    """What makes ``an_op`` a large picture of this person."""
    return {
        "patient": person.number or "",
        "name": person.person_name,
        "study": int(person.pk),
        "StudyDate": "20261121",
        "EncapsulatedDocument": LARGE,
    }


def weeks_pass(laptop: Laptop) -> None:
    """Everything is sent, confirmed and compared; then two weeks and two more looks at headquarters."""
    laptop.sync.once()
    laptop.clock.forward(OLD.total_seconds() + 3600)
    for _ in range(3):
        laptop.clock.forward(AUDIT_EVERY + 1)
        laptop.sync.once()


# --- a laptop that dies


class Leaver(NamedTuple):
    """Whose one picture may leave: its UID and its digest, and the moment in which it may."""

    uid: str
    digest: str
    moment: str


def about_to_leave(folder: Path) -> Leaver:
    """A laptop, closed, with what its headquarters has beside it."""
    archive = MemoryHeadquarters()
    with nearly_full(folder, archive, evict=None) as laptop:
        _, [uid] = seen(laptop)
        weeks_pass(laptop)
        with laptop.store.read() as unit:
            digest = studies.instance(unit, uid).digest or ""
        for length in (98, 99):
            note_audit(laptop.store, NAME, length, reopened=0, everything=True)
        moment = laptop.clock.now.isoformat()
    (folder / "there").write_bytes(archive.held[uid])
    return Leaver(uid, digest, moment)


def leaving_laptop(
    folder: Path, moment: str, point: str, way: str, under: Callable[[list[str]], list[str]] = list
) -> int:
    """In a process of its own that kills itself at this point: an original leaves, or comes back. How it ended."""
    roots = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(roots)}
    told = [sys.executable, __file__, str(folder), moment, point, way]
    return subprocess.run(under(told), env=environment, timeout=120, check=False).returncode


def _mortal(store: Store, passes: Callable[[str], None]) -> None:
    """Every commit, by the name of the function that writes, and whatever the vault does, is a point."""
    mortal_writes(store, passes)

    def then(name: str, act: Callable[..., None]) -> Callable[..., None]:
        def acting(*given: object) -> None:
            act(*given)
            passes(f"vault: {name}")

        return acting

    disk = store.vault.disk
    store.vault.disk = replace(
        disk,
        fsync=then("synced", disk.fsync),
        replace=then("renamed", disk.replace),
        unlink=then("unlinked", disk.unlink),
        sync_folder=then("folder synced", disk.sync_folder),
    )


def main(folder: str, moment: str, point: str, way: str) -> None:
    """Its one picture leaves; with ``back`` it then comes back, and only that is deadly."""
    archive = MemoryHeadquarters()
    archive.add((Path(folder) / "there").read_bytes())
    clock = Clock(datetime.fromisoformat(moment))
    store = a_store(Path(folder), letter="", seed=7, clock=clock, chains=[outbox.MIGRATIONS])
    store.vault.disk = replace(store.vault.disk, total=lambda _: 1 << 30, free=lambda _: 0)
    hq, deadly = archive.client(), way == "leave"

    def passes(name: str) -> None:
        if deadly and name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    _mortal(store, passes)
    assert evict(store, hq, NAME, Policy(0, keepsake), lambda: False) == 1
    with store.write(Origin.PERSON, "grace") as unit:
        for gone in evictions.listed(unit):
            want(unit, gone.instance_uid)
    deadly = True
    bring_back(store, hq, NAME, Random(1), lambda: False)


if __name__ == "__main__":
    main(*sys.argv[1:])
