"""Files that were put away because headquarters has every byte of them: what stays here, and how they are whole again.

    begin       a row, with the head of the file and a small picture of it: the file is still here
    put away    the vault lets the file go
    finish      the row says that it is gone

Whoever dies in between is put in order at the next start: a file that is there needs no row, and one that is gone is listed.
Everything that was written about the picture stays as it is. Refuses to decide what may go (``sync.evicting``).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO

from sqlalchemy import delete, insert, select, update

from resources.model import Eviction, Held, Instance, Letter, Photo
from resources.problems import NotFound
from resources.store.prepared import by_keys, keys
from resources.store.rows import InstanceRow, StudyRow
from resources.store.store import Store, Unit
from resources.terms import Origin

table = Eviction.__table__
EVICTING, EVICTED = "evicting", "evicted"
KEPT = "kept:"
"""Before the digest of a file that left: the name of the small picture of it that stays."""


_NAMES = [kind.__table__.c.digest for kind in (Instance, Held, Photo, Letter)] + [Photo.__table__.c.text_digest]
_SPEAKING = [by_keys(select(column), column) for column in _NAMES]


@dataclass(frozen=True, slots=True)
class EvictionRow:
    """One file that left. ``head`` is what stood before its data set."""

    instance_uid: str
    digest: str
    size: int
    head: bytes
    thumbnail: bytes
    state: str
    at: datetime


def begin(unit: Unit, row: InstanceRow, head: bytes, thumbnail: bytes) -> None:
    """Its file goes next. One of an earlier time, which came back since, is forgotten."""
    undo(unit, row.instance_uid)
    values = {"digest": row.digest, "size": row.size or 0, "head": head, "thumbnail": thumbnail, "at": unit.now}
    unit.execute(insert(Eviction).values(instance_uid=row.instance_uid, state=EVICTING, **values))


def finish(unit: Unit, instance_uid: str) -> None:
    """Its file is gone."""
    unit.execute(update(Eviction).where(table.c.instance_uid == instance_uid).values(state=EVICTED))
    unit.changed = True


def undo(unit: Unit, instance_uid: str) -> None:
    """Its file is here."""
    unit.execute(delete(Eviction).where(table.c.instance_uid == instance_uid))
    unit.changed = True


def find(unit: Unit, instance_uid: str) -> EvictionRow | None:
    """What is known of one that left, while its file is not here."""
    return next(_gone(unit, table.c.instance_uid == instance_uid), None)


def of_digest(unit: Unit, digest: str) -> EvictionRow | None:
    """The same by the name of its file."""
    return next(_gone(unit, table.c.digest == digest), None)


def listed(unit: Unit) -> list[EvictionRow]:
    """Everything that left and is not here, the oldest first."""
    return list(_gone(unit, table.c.pk > 0))


def digests(unit: Unit) -> set[str]:
    """The names of files that are missing on purpose."""
    return {one.digest for one in listed(unit)}


def marked(unit: Unit, found: Sequence[StudyRow]) -> list[StudyRow]:
    """The same studies for a screen, where each picture whose file is not here says that only a small one is (HZ-09)."""
    away = digests(unit)
    return [_marked(study, away) for study in found] if away else list(found)


def _marked(study: StudyRow, away: set[str]) -> StudyRow:
    if not any(row.digest in away for row in study.instances):
        return study
    return replace(
        study,
        series=tuple(
            replace(one, instances=tuple(_small(row) if row.digest in away else row for row in one.instances))
            for one in study.series
        ),
    )


def _small(row: InstanceRow) -> InstanceRow:
    return replace(row, preview=f"{KEPT}{row.digest}")


def opener(store: Store) -> Callable[[str], BinaryIO]:
    """Opens what a screen shows by its name: a stored file, or the small picture of one that left. Raises Problem."""

    def opened(name: str) -> BinaryIO:
        if not name.startswith(KEPT):
            return store.vault.open(name)
        with store.read() as unit:
            gone = of_digest(unit, name.removeprefix(KEPT))
        if gone is None:
            raise NotFound("This picture is whole on this laptop again.")
        return BytesIO(gone.thumbnail)

    return opened


def speakers(unit: Unit, digests: Iterable[str]) -> Counter[str]:
    """How many pictures, photographs, letters and things kept aside speak of each of these files."""
    wanted = keys(digests)
    return Counter(row[0] for speaking in _SPEAKING for row in unit.run(speaking, wanted))


def settle(store: Store) -> int:
    """After a crash, or when a file came in again by another way: what each row says is what is so. How many were put right."""
    with store.read() as unit:
        rows = [(row.instance_uid, row.digest, row.state) for row in unit.execute(select(table))]
    here = [uid for uid, digest, _ in rows if store.vault.path(digest).exists()]
    gone = [uid for uid, digest, state in rows if uid not in here and state == EVICTING]
    if here or gone:
        with store.write(Origin.STATION) as unit:
            for uid in here:
                undo(unit, uid)
            for uid in gone:
                finish(unit, uid)
    return len(here) + len(gone)


def _gone(unit: Unit, where: Any) -> Iterator[EvictionRow]:
    for row in unit.execute(select(table).where(where).order_by(table.c.pk)).all():
        if not unit.store.vault.path(row.digest).exists():
            yield EvictionRow(row.instance_uid, row.digest, row.size, row.head, row.thumbnail, row.state, row.at)
