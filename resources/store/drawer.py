"""Bytes too small for a file of their own: kept in the database, in the very transaction that speaks of them.

So one sync keeps a small picture and its row together: neither is ever there without the other. The database is encrypted as
every vault file is, and the name is the same, the sha256 of the plain bytes; ``Vault`` reads both kinds alike. Knows nothing of
pictures, and takes nothing larger than ``vault.SMALL``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from resources.model import Eviction, SmallBlob
from resources.store.database import Database
from resources.store.prepared import Prepared
from resources.store.vault import Blob, Small

if TYPE_CHECKING:
    from resources.store.store import Unit

table = SmallBlob.__table__
_KEEP = Prepared(insert(SmallBlob).on_conflict_do_nothing())
_DROP = Prepared(delete(SmallBlob).where(table.c.digest == bindparam("named")))
_AWAY = select(Eviction.__table__.c.pk).where(Eviction.__table__.c.digest == bindparam("named"))
_CONTENT = select(table.c.content).where(table.c.digest == bindparam("named"))


class DatabaseDrawer:
    """What was committed, for the vault. Each call is a snapshot of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def content(self, digest: str) -> bytes | None:
        """All bytes of that name, if they are there."""
        with self._database.reading() as connection:
            found: bytes | None = connection.execute(_CONTENT, {"named": digest}).scalar()
        return found

    def digests(self) -> Iterator[str]:
        """The names of all, in the order they came."""
        with self._database.reading() as connection:
            names = connection.execute(select(table.c.digest).order_by(table.c.pk)).scalars().all()
        yield from names

    def is_away(self, digest: str) -> bool:
        """Whether the file of that name was put away on purpose."""
        with self._database.reading() as connection:
            return connection.execute(_AWAY, {"named": digest}).first() is not None


def keep(unit: "Unit", finished: Blob | Small) -> Blob:
    """Write small bytes into this unit, beside the rows that will name them. What lies in a file is kept already."""
    if isinstance(finished, Blob):
        return finished
    unit.run(_KEEP, {"digest": finished.blob.digest, "content": finished.content})
    return finished.blob


def drop(unit: "Unit", digest: str) -> None:
    """Forget small bytes that no row will speak of when this unit is committed."""
    unit.run(_DROP, {"named": digest})
