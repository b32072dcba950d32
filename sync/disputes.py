"""What this laptop and headquarters say differently, kept with both values until a person decides, and afterwards too.

Nothing here is ever deleted: a decision can be taken back, and the value that was not chosen can still be read.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, Text, bindparam, insert, select, update

from resources.model import Instant
from resources.problems import NotFound
from resources.store import Unit
from resources.store.prepared import Prepared
from resources.terms import Kind
from sync.conflict import Dispute

metadata = MetaData()
table = Table(
    "dispute",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("kind", String(16)),
    Column("uid", String(64)),
    Column("field", String(64)),
    Column("base", Text),
    Column("mine", Text),
    Column("theirs", Text),
    Column("at", Instant),
    Column("choice", String(8)),
    Column("settled_by", String(64)),
    Column("settled_at", Instant),
    Column("applied", Boolean),
)
_OF_RECORD = (
    select(table).where(table.c.kind == bindparam("kind"), table.c.uid == bindparam("uid")).order_by(table.c.pk)
)
_ALL = Prepared(_OF_RECORD)
_DECIDED = Prepared(_OF_RECORD.where(table.c.settled_at.is_not(None), table.c.applied.is_(False)))
"""Asked twice at every look at a record."""
AGREED = "agreed"
"""The choice of nobody: both sides came to say the same."""


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One field of one record, with what was agreed before, what stands here, and what stands at headquarters."""

    pk: int
    kind: Kind
    uid: str
    said: Dispute
    at: datetime
    choice: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether a person must still decide."""
        return self.settled_at is None


def meet(unit: Unit, kind: Kind, uid: str, disputes: Sequence[Dispute]) -> list[DisputeRow]:
    """Write down what was found to differ, each field once while it is open; all that is open of this record now."""
    known = {row.said.name: row for row in of_record(unit, kind, uid) if row.is_open}
    for one in disputes:
        values = {"base": _text(one.base), "mine": _text(one.mine), "theirs": _text(one.theirs)}
        if (row := known.get(one.name)) is None:
            said = {"kind": kind.value, "uid": uid, "field": one.name, "choice": "", "settled_by": "", "applied": False}
            unit.execute(insert(table).values(at=unit.now, **said, **values))
            unit.changed = True
        elif (row.said.mine, row.said.theirs) != (one.mine, one.theirs):
            _set(unit, row.pk, values)
    return [row for row in of_record(unit, kind, uid) if row.is_open]


def agree(unit: Unit, row: DisputeRow) -> None:
    """Both sides say the same now. One that a person has taken up again stays open for them."""
    if row.choice == "":
        _set(unit, row.pk, {"choice": AGREED, "settled_at": unit.now, "applied": True})


def settle(unit: Unit, pk: int, choice: str) -> DisputeRow:
    """A person has decided."""
    _set(unit, pk, {"choice": choice, "settled_by": unit.actor, "settled_at": unit.now, "applied": False})
    return find(unit, pk)


def reopen(unit: Unit, pk: int) -> DisputeRow:
    """The decision is taken back; what was chosen can still be read."""
    _set(unit, pk, {"settled_at": None})
    return find(unit, pk)


def decided(unit: Unit, kind: Kind, uid: str) -> list[DisputeRow]:
    """Decisions that the next look at headquarters must follow, the oldest first."""
    return [_row(row) for row in unit.run(_DECIDED, {"kind": kind.value, "uid": uid})]


def kept_apart(unit: Unit, kind: Kind, uid: str) -> frozenset[str]:
    """The fields of which somebody has decided that each side keeps its own."""
    latest = {row.said.name: row for row in of_record(unit, kind, uid)}
    return frozenset(name for name, row in latest.items() if row.choice == "both" and not row.is_open)


def follow(unit: Unit, row: DisputeRow) -> None:
    """The decision is in the base of the record from now on."""
    _set(unit, row.pk, {"applied": True})


def find(unit: Unit, pk: int) -> DisputeRow:
    """By its number. Raises NotFound."""
    row = unit.execute(select(table).where(table.c.pk == pk)).first()
    if row is None:
        raise NotFound("There is no such question.")
    return _row(row)


def open_ones(unit: Unit) -> list[DisputeRow]:
    """Everything that a person must decide, the oldest first."""
    query = select(table).where(table.c.settled_at.is_(None)).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query)]


def of_record(unit: Unit, kind: Kind, uid: str) -> list[DisputeRow]:
    """Everything that was ever said differently of one record, the oldest first."""
    return [_row(row) for row in unit.run(_ALL, {"kind": kind.value, "uid": uid})]


def _set(unit: Unit, pk: int, values: dict[str, Any]) -> None:
    unit.execute(update(table).where(table.c.pk == pk).values(**values))
    unit.changed = True


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _row(row: Any) -> DisputeRow:
    said = Dispute(row.field, json.loads(row.base), json.loads(row.mine), json.loads(row.theirs))
    return DisputeRow(row.pk, Kind(row.kind), row.uid, said, row.at, row.choice, row.settled_by, row.settled_at)
