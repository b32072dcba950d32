"""The change feed as data: every write appends here, in its own transaction, and every reader has a cursor of its own."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, bindparam, func, insert, select

from resources.model import Change
from resources.store.prepared import Prepared, by_keys, keys
from resources.store.rows import ChangeRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, Origin

table = Change.__table__
_APPEND = Prepared(insert(Change))
_AFTER = (
    select(table)
    .where(table.c.seq > bindparam("cursor"))
    .order_by(table.c.seq)
    .limit(bindparam("limit", type_=Integer()))
)
_SINCE = Prepared(_AFTER)
_SINCE_OF_KINDS = by_keys(_AFTER, table.c.kind)


def record(
    unit: Unit, kind: Kind, uid: str, operation: Operation, *, version: int, snapshot: Mapping[str, Any] | None = None
) -> None:
    """Append one fact to the unit that made it true. A snapshot's ``study_uid`` says which study it is a part of."""
    facts = dict(snapshot or {})
    unit.run(
        _APPEND,
        {
            "kind": kind.value,
            "uid": uid,
            "operation": operation.value,
            "version": version,
            "at": unit.now,
            "origin": unit.origin.value,
            "actor": unit.actor,
            "study_uid": facts.get("study_uid") or "",
            "snapshot": facts,
        },
    )
    unit.changed = True


def since(unit: Unit, cursor: int, limit: int = 1000, *, kinds: frozenset[Kind] | None = None) -> list[ChangeRow]:
    """What was committed after ``cursor``, oldest first. Move the cursor to the last ``seq`` that was really read."""
    asked = {"cursor": cursor, "limit": limit}
    if kinds is None:
        return [row_of(row) for row in unit.run(_SINCE, asked)]
    return [row_of(row) for row in unit.run(_SINCE_OF_KINDS, asked | keys(kind.value for kind in kinds))]


def of(unit: Unit, kind: Kind, uid: str) -> list[ChangeRow]:
    """The history of one thing, oldest first."""
    query = select(table).where(table.c.kind == kind.value, table.c.uid == uid).order_by(table.c.seq)
    return [row_of(row) for row in unit.execute(query)]


def version(unit: Unit, kind: Kind, uid: str) -> int:
    """The number of the newest version of one thing, also of one that was removed; 0 where there never was one."""
    table = Change.__table__
    newest = select(func.max(table.c.version)).where(table.c.kind == kind.value, table.c.uid == uid)
    return int(unit.execute(newest).scalar() or 0)


def last(unit: Unit) -> int:
    """The newest ``seq``, 0 for an empty feed."""
    return int(unit.execute(select(func.max(Change.seq))).scalar() or 0)


def row_of(row: Any) -> ChangeRow:
    """A row of the table as a frozen value."""
    return ChangeRow(
        row.seq,
        Kind(row.kind),
        row.uid,
        Operation(row.operation),
        row.version,
        row.at,
        Origin(row.origin),
        row.actor,
        row.snapshot,
    )
