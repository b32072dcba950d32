"""What most tests of the engine's parts stand on: a station with the engine's tables, and a clock that only they move."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.stations import Clock, a_store

from resources.store import Store
from sync import outbox


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = a_store(tmp_path, clock=clock, chains=[outbox.MIGRATIONS])
    yield opened
    opened.close()
