"""Keys for programs: made once, shown once, kept only as a digest, revocable. One may be for the records of one person only."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, select, update

from resources.model import Token
from resources.problems import Conflict, Invalid, NotFound
from resources.store import patients
from resources.store.rows import TokenRow
from resources.store.store import Unit
from resources.wire.secrets import digest

SCOPES = frozenset({"read", "write", "admin", "sync"})
table = Token.__table__


def create(unit: Unit, name: str, scopes: Iterable[str], *, patient: str = "") -> str:
    """Make a token and give back its secret, which nobody can see again.

    With ``patient``, a uuid, number or public id, it opens that person's records only, and only to read them.

    Raises:
        Invalid: there is no such scope, or one person's token is to do more than read.
        Conflict: there is a token of this name.
        NotFound: there is no such person.
    """
    wanted = sorted(set(scopes))
    if not wanted or not set(wanted) <= SCOPES:
        raise Invalid(f"A token's scopes are some of: {', '.join(sorted(SCOPES))}.")
    if patient and wanted != ["read"]:
        raise Invalid("A token for one person can only read.")
    owner = patients.find(unit, patient).uuid if patient else ""
    if unit.execute(select(table.c.pk).where(table.c.name == name, table.c.revoked_at.is_(None))).first():
        raise Conflict(f"There is a token named {name} already.")
    unit.execute(delete(Token).where(table.c.name == name))
    secret = unit.store.rng(32).hex()
    values = {"name": name, "secret_digest": digest(secret), "scopes": wanted, "patient_uuid": owner}
    unit.execute(insert(Token).values(created_at=unit.now, **values))
    return secret


def check(unit: Unit, secret: str) -> TokenRow | None:
    """Whose secret this is; nobody's when it is unknown or revoked. The look-up is by digest, so timing tells nothing."""
    query = select(table).where(table.c.secret_digest == digest(secret), table.c.revoked_at.is_(None))
    row = unit.execute(query).first()
    return None if row is None else _row(row)


def number(unit: Unit, name: str) -> int:
    """A number that stands for the token's name, 0 for one that is in no table."""
    return int(unit.execute(select(table.c.pk).where(table.c.name == name)).scalar() or 0)


def revoke(unit: Unit, name: str) -> None:
    """From now on the token opens nothing. Raises NotFound."""
    gone = unit.execute(
        update(Token).where(table.c.name == name, table.c.revoked_at.is_(None)).values(revoked_at=unit.now)
    )
    if not gone.rowcount:
        raise NotFound(f"There is no token named {name}.")


def listed(unit: Unit) -> list[TokenRow]:
    """All tokens, also the revoked ones."""
    rows = unit.execute(select(table).order_by(table.c.name))
    return [_row(row) for row in rows]


def _row(row: Any) -> TokenRow:
    return TokenRow(row.name, frozenset(row.scopes), row.created_at, row.revoked_at, row.patient_uuid)
