"""The two doors that pictures come in by, a camera's association and an import from a stick, and what lies behind them."""

import itertools
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.association import Scu, an_offer
from support.data_sets import EXPLICIT, OP
from support.stations import a_store

from resources.store import Store, filing, studies
from resources.store.rows import HeldRow, InstanceRow
from resources.wire.part10 import file_meta
from workstation.imaging.importing import Row, bring_in
from workstation.imaging.photographs import Said
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener


class Doors:
    """A station with both doors open."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.listener = Listener(Receiver(store), port=0)
        self.listener.start()
        self._numbers = itertools.count(1)

    def camera(self, data_set: bytes, *, syntax: str = EXPLICIT, instance: str = "1.2.3.1.1") -> int:
        """Send it on an association of its own; the status."""
        with socket.create_connection(self.listener.address, 5) as end:
            scu = Scu(end)
            scu.associate(an_offer(1, OP, syntax))
            return scu.store(data_set, piece=16_000, instance=instance)

    def stick(self, data_set: bytes, *, syntax: str = EXPLICIT, instance: str = "1.2.3.1.1") -> Row:
        """Import it as a file."""
        path = self.folder / f"{next(self._numbers)}.dcm"
        path.write_bytes(file_meta(OP, instance, syntax) + data_set)
        (row,) = self.bring(path)
        return row

    def bring(self, *paths: Path) -> list[Row]:
        return list(bring_in(self.store, paths, Said()))

    def filed(self) -> list[InstanceRow]:
        with self.store.read() as unit:
            return studies.instances(unit)

    def held(self) -> list[HeldRow]:
        with self.store.read() as unit:
            return filing.held(unit)

    def data_sets(self) -> list[bytes]:
        """Of everything that is here, filed or kept aside."""
        return [data_set_in(self.store.vault.read(row.digest or "")) for row in (*self.filed(), *self.held())]


def data_set_in(part10: bytes) -> bytes:
    """What follows our file meta, whose group length is right."""
    return part10[144 + int.from_bytes(part10[140:144], "little") :]


@contextmanager
def two_doors(folder: Path) -> Iterator[Doors]:
    folder.mkdir(parents=True, exist_ok=True)
    store = a_store(folder)
    doors = Doors(folder, store)
    try:
        yield doors
    finally:
        doors.listener.stop()
        store.close()
