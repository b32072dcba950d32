"""A station in a temporary folder, with a clock that only a test moves and randomness that repeats."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from resources.store import Store, open_store, station
from resources.store.database import Chain, Database
from resources.store.keys import DataKey
from resources.store.rows import Arrival, PatientDetails
from resources.store.store import MIGRATIONS
from resources.terms import Origin
from resources.wire.header import Header, Identity

KEY = DataKey(bytes(range(32)))
OP8 = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
FROM_CAMERA = Arrival(Origin.CAMERA, "CAM1")


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def seeded(seed: int = 1) -> Callable[[int], bytes]:
    return random.Random(seed).randbytes


OPENED: list[Store] = []
"""What tests opened and have not closed; ``conftest`` closes what is left after each."""


def a_store(folder: Path, *, letter: str = "A", seed: int = 1, **options) -> Store:
    """A station of camp C7 that may number people."""
    home = folder / "station"
    if not (home / "station.db").exists():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / "station.db").write_bytes(_empty(tuple(options.get("chains", ()))))
    store = open_store(home, KEY, clock=options.pop("clock", Clock()), rng=seeded(seed), **options)
    OPENED.append(store)
    if letter:
        with store.write(Origin.STATION) as unit:
            if not station.camp(unit).letter:
                station.set_up(unit, "Camp 7 Melur", "C7", letter)
    return store


@cache
def _empty(chains: tuple[Chain, ...]) -> bytes:
    """The database of a new station. To make its tables takes longer than most tests do; ``test_store`` steps through."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "station.db"
        database = Database(path, KEY.derive("database"))
        database.migrate([MIGRATIONS, *chains])
        database.close()
        return path.read_bytes()


def lakshmi(**changes) -> PatientDetails:
    details = PatientDetails(family_name="Devi", given_name="Lakshmi", sex="F", birth_year=1964, village="Melur North")
    return details._replace(**changes)


def a_header(
    *, patient_id: str = "", name: str = "", sex: str = "", birth_date: str = "", study: int = 1, series: int = 1,
    instance: int = 1, eye: str = "R", **more,
) -> Header:  # fmt: skip
    return Header(
        sop_class_uid=OP8,
        instance_uid=f"1.2.3.{study}.{series}.{instance}",
        study_uid=f"1.2.3.{study}",
        series_uid=f"1.2.3.{study}.{series}",
        transfer_syntax_uid=JPEG_BASELINE,
        identity=Identity(patient_id=patient_id, name=name, sex=sex, birth_date=birth_date),
        modality="OP",
        instance_number=instance,
        image_laterality=eye,
        has_pixels=True,
        **more,
    )
