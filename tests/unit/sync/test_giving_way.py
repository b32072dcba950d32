"""While the feed is read page by page, nobody else who writes is kept waiting for longer than a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.stations import FROM_CAMERA, a_header, a_store, seeded

from resources.store import Store, filing
from resources.store.vault import Blob
from resources.terms import Origin
from sync import outbox, records
from sync.engine import SyncService
from sync.recordkeeping import Recordkeeping
from sync.status import State

VISITS = records.PAGE + 20


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path, chains=[outbox.MIGRATIONS])
    with opened.write(Origin.CAMERA) as unit:
        for number in range(VISITS):
            blob = Blob(f"{number:064x}", "e" * 64, 100)
            filing.file_instance(unit, a_header(study=number, instance=number), blob, FROM_CAMERA)
    yield opened
    opened.close()


def keeper(store: Store) -> Recordkeeping:
    return Recordkeeping(store, None, pictures_at="", rng=seeded())


def test_between_two_pages_others_may_write(store: Store) -> None:
    let_in: list[int] = []

    def somebody_writes() -> bool:
        assert not store.database._writer.locked()
        with store.read() as unit:
            let_in.append(len(records.ready(unit)))
        return False

    keeper(store).collect(somebody_writes)

    with store.read() as unit:
        assert (let_in, len(records.ready(unit))) == ([records.PAGE], VISITS)


def test_whoever_closes_waits_for_one_page_and_the_rest_is_read_at_the_next_start(store: Store) -> None:
    keeper(store).collect(lambda: True)
    with store.read() as unit:
        assert len(records.ready(unit)) == records.PAGE
    closing = SyncService(store, None)
    closing.stop(1.0)
    assert closing.once().collected == outbox.PAGE
    SyncService(store, None).once()
    with store.read() as unit:
        assert len(records.ready(unit)) == VISITS == len(outbox.entries(unit))


def test_what_is_queued_again_before_it_went_is_one_and_starts_anew(store: Store) -> None:
    keeper(store).collect()
    with store.write(Origin.STATION) as unit:
        first = records.ready(unit)[0]
        records.move(unit, first, State.ATTENTION, sentence="It was refused.", attempts=3)
        records.queue(unit, first.kind, first.uid)
        again = records.find(unit, first.kind, first.uid)
    assert again == first
