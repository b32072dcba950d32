"""Which pictures a camera asks to be safe here (PS3.4 J.3), the answer, and whether the camera has taken it.

The answer is made anew each time from the bytes in the vault, read and compared with their digest: never from memory.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from resources.model import Commitment, Held, Instance
from resources.problems import Damaged, NotFound
from resources.store import changes
from resources.store.store import Store, Unit
from resources.terms import Kind, Operation

table = Commitment.__table__
instances = Instance.__table__
held = Held.__table__
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600))
"""Before each next try; the last one is used again and again."""
LONGEST = timedelta(days=7)
"""Who has not taken the answer by then will ask again."""
NO_SUCH_OBJECT, CLASS_CONFLICT, DAMAGED = 0x0112, 0x0119, 0x0110  # Failure Reason, PS3.3 C.14.1.1


class Reference(NamedTuple):
    """One picture that is asked for."""

    sop_class_uid: str
    instance_uid: str


class Asked(NamedTuple):
    """One question that its asker has no answer to yet."""

    pk: int
    transaction_uid: str
    station_ae_title: str
    references: tuple[Reference, ...]
    tries: int


class Verdict(NamedTuple):
    """What is safe here, and what is not with its Failure Reason (0008,1197)."""

    safe: tuple[Reference, ...]
    failed: tuple[tuple[Reference, int], ...]


def ask(unit: Unit, transaction_uid: str, station_ae_title: str, references: Iterable[Reference]) -> None:
    """Write a question down; asked again, it is a new one with the same name."""
    wanted = [list(reference) for reference in references]
    values = {
        "references": wanted,
        "asked_at": unit.now,
        "tries": 0,
        "next_try_at": unit.now,
        "taken_at": None,
    }
    statement = insert(Commitment).values(
        transaction_uid=transaction_uid, station_ae_title=station_ae_title[:16], **values
    )
    known = ["transaction_uid", "station_ae_title"]
    unit.execute(statement.on_conflict_do_update(index_elements=known, set_=values))
    snapshot = {"station_ae_title": station_ae_title, "pictures": len(wanted)}
    changes.record(unit, Kind.COMMITMENT, transaction_uid, Operation.CREATE, version=1, snapshot=snapshot)


def unanswered(unit: Unit, station_ae_title: str) -> list[Asked]:
    """What this camera has no answer to yet, oldest first."""
    return _rows(unit, table.c.next_try_at.is_not(None) & (table.c.station_ae_title == station_ae_title[:16]))


def due(unit: Unit) -> list[Asked]:
    """What must be tried now, oldest first."""
    return _rows(unit, table.c.next_try_at <= unit.now)


def next_due(unit: Unit) -> datetime | None:
    """When the next try is, if any."""
    return unit.execute(
        select(table.c.next_try_at).where(table.c.next_try_at.is_not(None)).order_by(table.c.next_try_at)
    ).scalar()


def taken(unit: Unit, one: Asked) -> None:
    """The camera has the answer."""
    values = {"taken_at": unit.now, "next_try_at": None, "tries": one.tries + 1}
    unit.execute(update(Commitment).where(table.c.pk == one.pk).values(**values))
    changes.record(unit, Kind.COMMITMENT, one.transaction_uid, Operation.AMEND, version=2, snapshot={"taken": True})


def not_taken(unit: Unit, one: Asked) -> None:
    """The camera could not be told: later again, and after a week no more."""
    asked_at = unit.execute(select(table.c.asked_at).where(table.c.pk == one.pk)).scalar_one()
    wait = WAITS[min(one.tries, len(WAITS) - 1)]
    next_try = unit.now + wait if unit.now + wait - asked_at < LONGEST else None
    values = {"tries": one.tries + 1, "next_try_at": next_try}
    unit.execute(update(Commitment).where(table.c.pk == one.pk, table.c.taken_at.is_(None)).values(**values))


def verdict(store: Store, references: Sequence[Reference]) -> Verdict:
    """Look into the vault for each. Reads all their bytes, so never inside a unit."""
    found = [(reference, _failure(store, reference)) for reference in references]
    safe = tuple(reference for reference, failure in found if failure is None)
    return Verdict(safe, tuple((reference, failure) for reference, failure in found if failure is not None))


def _failure(store: Store, wanted: Reference) -> int | None:
    with store.read() as unit:
        row = unit.execute(
            select(instances.c.digest, instances.c.sop_class_uid).where(
                instances.c.instance_uid == wanted.instance_uid, instances.c.digest.is_not(None)
            )
        ).first()
        aside = unit.execute(select(held.c.digest).where(held.c.instance_uid == wanted.instance_uid)).first()
    if row is not None and wanted.sop_class_uid and row.sop_class_uid != wanted.sop_class_uid:
        return CLASS_CONFLICT
    digest = row.digest if row is not None else aside.digest if aside is not None else None
    if digest is None:
        return NO_SUCH_OBJECT
    try:
        store.vault.verify(digest)
    except (NotFound, Damaged):
        return DAMAGED
    return None


def _rows(unit: Unit, where: Any) -> list[Asked]:
    return [
        Asked(
            row.pk,
            row.transaction_uid,
            row.station_ae_title,
            tuple(Reference(*each) for each in row.references),
            row.tries,
        )
        for row in unit.execute(select(table).where(where).order_by(table.c.pk))
    ]
