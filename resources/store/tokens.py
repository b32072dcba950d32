"""Keys for programs: made once, shown once, kept only as a digest, revocable."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import delete, insert, select, update

from resources.model import Token
from resources.problems import Conflict, Invalid, NotFound
from resources.store.rows import TokenRow
from resources.store.store import Unit

SCOPES = frozenset({"read", "write", "admin", "sync"})
table = Token.__table__


def create(unit: Unit, name: str, scopes: Iterable[str]) -> str:
    """Make a token and give back its secret, which nobody can see again. Raises Invalid or Conflict."""
    wanted = sorted(set(scopes))
    if not wanted or not set(wanted) <= SCOPES:
        raise Invalid(f"A token's scopes are some of: {', '.join(sorted(SCOPES))}.")
    if unit.execute(select(table.c.pk).where(table.c.name == name, table.c.revoked_at.is_(None))).first():
        raise Conflict(f"There is a token named {name} already.")
    unit.execute(delete(Token).where(table.c.name == name))
    secret = unit.store.rng(32).hex()
    unit.execute(insert(Token).values(name=name, secret_digest=_digest(secret), scopes=wanted, created_at=unit.now))
    return secret


def check(unit: Unit, secret: str) -> TokenRow | None:
    """Whose secret this is; nobody's when it is unknown or revoked. The look-up is by digest, so timing tells nothing."""
    query = select(table).where(table.c.secret_digest == _digest(secret), table.c.revoked_at.is_(None))
    row = unit.execute(query).first()
    return None if row is None else TokenRow(row.name, frozenset(row.scopes), row.created_at, row.revoked_at)


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
    return [TokenRow(row.name, frozenset(row.scopes), row.created_at, row.revoked_at) for row in rows]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
