"""The station's memory: one database, one vault, one feed. The only way to either is a unit.

    with store.write(Origin.PERSON, actor="grace") as unit:
        patients.register(unit, details)

A unit lives in one function on one thread and ends with it: committed and announced, or undone.
"""

import os
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, CursorResult, Executable

from resources.problems import Locked
from resources.store.database import Chain, Database
from resources.store.drawer import DatabaseDrawer
from resources.store.feed import Feed
from resources.store.keys import DataKey, Random, sync_way_to
from resources.store.prepared import Prepared
from resources.store.uploads import Uploads
from resources.store.vault import Disk, Vault
from resources.terms import Origin

Clock = Callable[[], datetime]
"""``clock()`` gives the present moment, aware."""

MIGRATIONS = Chain(Path(__file__).parent / "migrations", "alembic_version", "0018")


def utc_now() -> datetime:
    """The laptop's clock."""
    return datetime.now(UTC)


class Unit:
    """One transaction. ``execute`` is for the store's own modules; others call their functions with it."""

    def __init__(self, store: "Store", connection: Connection, origin: Origin, actor: str) -> None:
        self.store = store
        self.connection = connection
        self.origin = origin
        self.actor = actor
        self.now = store.clock()
        self._driver: Any = connection.connection.driver_connection
        self.changed = False
        self.spared: list[str] = []
        """Digests of files that no row will speak of when this unit is committed: they may go then."""
        self.put_off: dict[int, None] | None = None
        """Studies that become one version up at the end of ``studies.touched_once``, in the order they were touched."""

    def execute(self, statement: Executable, values: Mapping[str, Any] | None = None) -> CursorResult[Any]:
        """Run one statement of SQLAlchemy Core. ``values`` beside it, not in it, cost a tenth: the statement is compiled once."""
        return self.connection.execute(statement, values)

    def run(self, prepared: Prepared, values: Mapping[str, Any] | None = None) -> list[Any]:
        """The same for a statement that was prepared, in the same transaction; all its rows."""
        return prepared.rows(self._driver.execute(prepared.sql, prepared.arguments(values or {})))

    def new_uuid(self) -> str:
        """A random UUID from the station's source of randomness."""
        return str(uuid.UUID(bytes=self.store.rng(16), version=4))

    def new_uid(self) -> str:
        """A DICOM UID made from a random UUID (PS3.5 B.2)."""
        return f"2.25.{uuid.UUID(bytes=self.store.rng(16), version=4).int}"


class Store:
    """Open by ``open_store``; close once, after everybody who uses it has stopped."""

    def __init__(
        self, folder: Path, database: Database, vault: Vault, lock: FileLock, clock: Clock, rng: Random
    ) -> None:
        self.folder = folder
        self.database = database
        self.vault = vault
        self.feed = Feed()
        self.clock = clock
        self.rng = rng
        self.uploads = Uploads(vault, rng)
        self._lock = lock
        self._closing = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """One snapshot of everything."""
        with self.database.reading() as connection:
            yield Unit(self, connection, Origin.STATION, "")

    @contextmanager
    def write(self, origin: Origin, actor: str = "") -> Iterator[Unit]:
        """One transaction; when it changed something, the doorbell rings after the commit."""
        with self.database.writing() as connection:
            unit = Unit(self, connection, origin, actor or origin.value)
            yield unit
        for digest in unit.spared:
            self.vault.drop(digest)
        if unit.changed:
            self.feed.ring()

    @property
    def zone(self) -> tzinfo:
        """The camp's zone: the laptop's own. "Today" is a day in it."""
        return self.clock().astimezone().tzinfo or UTC

    def local(self, moment: datetime) -> datetime:
        """A moment as the camp's clocks showed it then, summer time or not (hazard HZ-26)."""
        return moment.astimezone()

    def close(self) -> None:
        """Let go of the files and of the single-instance lock. May be called twice."""
        with self._closing:
            self.database.close()
            self._lock.release()


def open_store(
    folder: Path,
    key: DataKey,
    *,
    chains: Sequence[Chain] = (),
    floor_bytes: int = 0,
    clock: Clock = utc_now,
    rng: Random = os.urandom,
    disk: Disk | None = None,
) -> Store:
    """Open the station in ``folder``, or make a new one; steps older tables forward. Raises Locked or Problem."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(
        str(folder / "station.lock"), timeout=0, thread_local=False
    )  # opened on one thread, closed on another
    try:
        lock.acquire()
    except Timeout as reason:
        raise Locked("This station is already open in another Eyecamp on this laptop.") from reason
    try:
        path = folder / "station.db"
        if not path.exists():
            sync_way_to(folder)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        database = Database(path, key.derive("database"))
        database.migrate([MIGRATIONS, *chains])
        drawer = DatabaseDrawer(database)
        vault = Vault(folder / "vault", key.derive("vault"), floor_bytes=floor_bytes, disk=disk, rng=rng, drawer=drawer)
        return Store(folder, database, vault, lock, clock, rng)
    except BaseException:
        lock.release()
        raise
