"""A colleague's station, and a stick between it and the camp."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.stations import a_store
from support.travelling import Laptop, a_laptop

from resources.store import Store, filing, patients
from resources.terms import Origin
from sync import outbox
from sync.engine import SyncService
from sync.sticks.form import own_id, station_name

SECRET = "river mango lantern"


@pytest.fixture
def camp(tmp_path: Path) -> Iterator[Laptop]:
    """Without any network."""
    with a_laptop(tmp_path / "camp", connect=None, headquarters="") as one:
        yield one


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """The station at headquarters, or a colleague's."""
    store = a_store(tmp_path / "other", letter="H", seed=7, chains=[outbox.MIGRATIONS])
    yield store
    store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def name_of(other: Store) -> str:
    with other.write(Origin.STATION) as unit:
        return own_id(unit)


def service(camp: Laptop, other: Store) -> SyncService:
    name = station_name(name_of(other))
    return SyncService(camp.store, None, headquarters=name, by_stick=name)


def counted(camp: Laptop, other: Store) -> tuple[int, int]:
    """Records that are confirmed, and that are not."""
    standing = service(camp, other).status().records
    return standing.confirmed, standing.not_yet


def amend(store: Store, uuid: str, **changes: object) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        row = patients.find(unit, uuid)
        patients.amend(unit, uuid, row.details._replace(**changes))


def kept_aside(store: Store) -> list[str]:
    with store.read() as unit:
        return [row.reason for row in filing.held(unit)]
