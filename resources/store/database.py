"""The encrypted database file: engine, pragmas, transactions, migrations. Knows nothing of what the tables mean.

Readers open with BEGIN and see one snapshot; writers are one at a time, behind a lock of this process, and open with
BEGIN IMMEDIATE, so that sequence order is commit order and nobody is turned away by "database is locked".
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from resources.problems import Damaged, Locked, Problem, StorageFull, Unavailable

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA cipher_memory_security = OFF",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 20000",
    "PRAGMA journal_size_limit = 67108864",
)

PEN = ("PRAGMA cache_size = -16384", f"PRAGMA wal_autocheckpoint = {16 * 1024 // 4}")
"""What the writers' connection has beside: 16 MiB of pages at hand, and a WAL that is folded into the file at 16 MiB only. A
picture writes some 35 pages, mostly the same again and again: folded four times as seldom, each is copied as seldom."""
STATEMENTS = 512
"""How many statements a connection keeps compiled. The driver throws out the one used least, not the one used longest ago: in a
full cache a newcomer throws out the newcomer before it, so that nothing new is ever found there again. Hence room for all."""


@dataclass(frozen=True)
class Chain:
    """One room's migrations: a folder of Alembic scripts, the table that remembers where it stands, and its newest step."""

    folder: Path
    version_table: str
    head: str


def sqlite_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is outside the WAL-reset range, 3.7.0 to 3.51.2 (sqlite.org/wal.html), where commits can be lost."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class Database:
    """The file and its connections."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._writer = threading.Lock()
        self._pen: Connection | None = None
        self.engine = self._engine()

    def _engine(self) -> Engine:
        from sqlcipher3 import dbapi2

        if not sqlite_is_safe(dbapi2.sqlite_version_info):
            raise Problem(f"SQLite {dbapi2.sqlite_version} can lose what was saved. Eyecamp needs 3.51.3 or newer.")
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=8,
            max_overflow=32,
            pool_timeout=30,
            pool_use_lifo=True,  # the one that was used last knows most of the file
            hide_parameters=True,  # what went wrong goes into the log, and no name with it
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> Any:
        from sqlcipher3 import dbapi2

        connection = dbapi2.connect(
            str(self.path), check_same_thread=False, isolation_level=None, timeout=20, cached_statements=STATEMENTS
        )
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        try:
            for pragma in PRAGMAS:
                connection.execute(pragma)
        except dbapi2.DatabaseError as reason:
            connection.close()
            raise Locked("The key does not open the database of this station, or the database is damaged.") from reason
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot. Nothing that is written here lasts."""
        with _database_problems(), self.engine.connect() as connection:
            connection.begin()  # at once: what goes straight to the driver would see each its own moment
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction at a time: commits at the end, or not at all."""
        with _database_problems(), self._writer:
            connection = self._own_pen()
            try:
                with connection.begin():
                    yield connection
            finally:
                if connection.in_transaction() or connection.invalidated:
                    self._drop_pen()

    def _own_pen(self) -> Connection:
        """The connection of all writers. With one of its own, its cache of decrypted pages is never out of date."""
        if self._pen is None:
            self._pen = self.engine.execution_options(eyecamp_write=True).connect()
            for pragma in PEN:
                self._pen.exec_driver_sql(pragma)
            self._pen.rollback()
        return self._pen

    def _drop_pen(self) -> None:
        pen, self._pen = self._pen, None
        if pen is not None:
            pen.invalidate()
            pen.close()

    def check(self) -> list[str]:
        """What SQLite and SQLCipher find wrong with the file; empty when all is well.

        SQLCipher looks into the file alone. What the WAL holds is folded into it first: a power cut in the middle of that leaves
        pages that are torn in the file and whole in the WAL, and nothing is wrong with them.
        """
        found: list[str] = []
        self._fold()
        with self.reading() as connection:
            for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                rows = connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()
                found += [f"{pragma}: {row[0]}" for row in rows if row[0] != "ok"]
        return found

    def _fold(self) -> None:
        connection = self._connect()
        try:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()

    def copy_to(self, path: Path) -> None:
        """An encrypted copy under the same key, complete at one moment."""
        path.unlink(missing_ok=True)
        connection = self._connect()
        try:
            connection.execute("VACUUM INTO ?", (str(path),))
        finally:
            connection.close()

    def close(self) -> None:
        """Give back all connections; the last one folds the WAL into the file."""
        pen, self._pen = self._pen, None
        if pen is not None:
            pen.close()
        self.engine.dispose()

    def migrate(self, chains: Sequence[Chain]) -> None:
        """Bring every room's tables to their newest form. Raises Problem for a database that a newer Eyecamp wrote."""
        waiting = [chain for chain in chains if self._standing(chain) != chain.head]
        for chain in waiting:
            _refuse_newer(chain, self._standing(chain))
        if waiting and any(self._standing(chain) for chain in chains):
            self.copy_to(self.path.with_suffix(".before-update.db"))
        for chain in waiting:
            self._step(chain)
        if waiting:
            self.close()  # what was compiled for the steps goes with the connection

    def _standing(self, chain: Chain) -> str | None:
        with self.reading() as connection:
            known = connection.exec_driver_sql(
                "SELECT 1 FROM sqlite_master WHERE name = ?", (chain.version_table,)
            ).first()
            if not known:
                return None
            row = connection.exec_driver_sql(f"SELECT version_num FROM {chain.version_table}").first()  # noqa: S608
            return row[0] if row else None

    def _step(self, chain: Chain) -> None:
        from alembic.config import Config
        from alembic.runtime.environment import EnvironmentContext

        script = _script(chain)
        with (
            EnvironmentContext(Config(), script, fn=lambda now, _: script._upgrade_revs("head", now)) as environment,
            self.writing() as connection,
        ):
            environment.configure(connection=connection, version_table=chain.version_table, render_as_batch=True)
            environment.run_migrations()


def _script(chain: Chain) -> Any:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(chain.folder), version_locations=[str(chain.folder / "versions")])


def _refuse_newer(chain: Chain, standing: str | None) -> None:
    if standing and standing not in {step.revision for step in _script(chain).walk_revisions()}:
        raise Problem(
            "This station was written by a newer Eyecamp. Install that version to open it; nothing was changed."
        )


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("eyecamp_write")
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def _database_problems() -> Iterator[None]:
    """The one place where SQLite's own errors become Problems; constraint errors stay ours, for they are bugs."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except DatabaseError as reason:
        _raise_problem(reason.orig, reason)
        raise
    except dbapi2.DatabaseError as reason:  # of a prepared statement
        _raise_problem(reason, reason)
        raise


def _raise_problem(said: BaseException | None, reason: BaseException) -> None:
    from sqlcipher3 import dbapi2

    text = str(said)
    if isinstance(said, dbapi2.OperationalError):
        if "full" in text or "disk I/O" in text:
            raise StorageFull("This laptop has no room to save. Free some space, then try again.") from reason
        if "locked" in text or "busy" in text:
            raise Unavailable("The station is busy saving. Try again in a moment.", retry_after=5) from reason
    elif "malformed" in text or "not a database" in text:
        raise Damaged("The database of this station is damaged.") from reason
