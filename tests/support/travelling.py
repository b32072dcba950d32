"""A station that sends to a pretend headquarters: ``laptop = a_laptop(tmp_path)``, ``laptop.sync.once()``."""

import io
import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType

from support.headquarters import MemoryHeadquarters
from support.stations import FROM_CAMERA, Clock, a_store, lakshmi

from resources.store import Store, filing, patients
from resources.store.rows import Arrival, Filed, PatientDetails, PatientRow
from resources.store.vault import Blob
from resources.terms import Origin
from resources.wire.part10 import data_set_digest, header_of, read_part10
from sync import outbox
from sync.engine import SyncService
from sync.headquarters import Headquarters

NAME = "http://hq.example/dicom-web"


@dataclass
class Laptop:
    """A store, a clock, a headquarters, and the service between them (not started: tests make passes by hand)."""

    store: Store
    clock: Clock
    hq: MemoryHeadquarters
    sync: SyncService
    clients: list[Headquarters] = field(default_factory=list)

    def registers(self, **details: object) -> PatientRow:
        with self.store.write(Origin.PERSON, actor="grace") as unit:
            return patients.register(unit, lakshmi(**details))

    def receives(self, part10: bytes, arrival: Arrival = FROM_CAMERA) -> Filed:
        return receive(self.store, part10, arrival)

    def pictures(self, count: int, patient: PatientRow, **changes: object) -> list[str]:
        """Receive so many pictures of a person; their UIDs."""
        from support.pictures import an_op

        number = patient.number or ""
        return [self.receives(an_op(n, patient=number, **changes)).instance_uid for n in range(1, count + 1)]

    def __enter__(self) -> "Laptop":
        return self

    def __exit__(self, kind: type | None, reason: BaseException | None, trace: TracebackType | None) -> None:
        self.sync.stop(5)
        self.store.close()


def a_laptop(folder: Path, *, letter: str = "A", hq: MemoryHeadquarters | None = None, **options: object) -> Laptop:
    clock = Clock()
    store = a_store(folder, letter=letter, clock=clock, chains=[outbox.MIGRATIONS])
    archive = hq or MemoryHeadquarters()
    options = {"connect": archive.client, "headquarters": NAME, "rng": Random(1)} | options
    return Laptop(store, clock, archive, SyncService(store, **options))  # type: ignore[arg-type]


def end(laptops: Iterable[Laptop], folder: Path) -> None:
    """Whatever became of them: nothing of them is left, and what they log is heard again."""
    logging.disable(logging.NOTSET)
    for laptop in laptops:
        with laptop:
            pass
    shutil.rmtree(folder)


def receive(store: Store, part10: bytes, arrival: Arrival = FROM_CAMERA) -> Filed:
    """As the listener does: bytes first, then one unit."""
    stream = io.BytesIO(part10)
    blob = store.vault.admit(part10, data_set_offset=read_part10(stream).data_set_at)
    header = header_of(io.BytesIO(part10))
    assert blob == Blob(blob.digest, data_set_digest(io.BytesIO(part10)), len(part10))
    with store.write(arrival.origin, actor="camera:CAM1") as unit:
        return filing.file_instance(unit, header, blob, arrival)


def raju(**changes: object) -> PatientDetails:
    return PatientDetails(family_name="Kumar", given_name="Raju", sex="M", birth_year=1950)._replace(**changes)
