"""A colleague's station, and a stick between it and the camp."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.stations import a_store

from resources.store import Store
from resources.terms import Origin
from sync import outbox
from sync.sticks.form import own_id


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
