"""Who asked for what, and what came of it. Kept in the encrypted database, because a client's own words may name a person."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import insert, select

from resources.model import Audit
from resources.store.store import Unit

table = Audit.__table__


class AuditRow(NamedTuple):
    """One request. ``outcome`` is its status code."""

    actor: str
    action: str
    target: str
    outcome: int
    client_data: Mapping[str, Any]


def note(unit: Unit, row: AuditRow) -> None:
    """Write one down."""
    values = {**row._asdict(), "target": row.target[:256], "client_data": dict(row.client_data)}
    unit.execute(insert(Audit).values(at=unit.now, **values))


def listed(unit: Unit, limit: int = 1000) -> list[AuditRow]:
    """The newest first."""
    rows = unit.execute(select(table).order_by(table.c.pk.desc()).limit(limit))
    return [AuditRow(row.actor, row.action, row.target, row.outcome, row.client_data) for row in rows]
