from datetime import timedelta

import pytest
from sqlalchemy import text
from support.stations import FROM_CAMERA, Clock, a_header

from resources.store import Store, changes, filing, mending
from resources.store.rows import Arrival
from resources.store.vault import Blob
from resources.terms import Field, Origin
from sync import ledger, outbox
from sync.status import State


class Broken(Exception):
    pass


def a_picture(store: Store, instance: int = 1, arrival: Arrival = FROM_CAMERA) -> str:
    with store.write(arrival.origin) as unit:
        blob = Blob(f"{instance:064x}", "e" * 64, 100 * instance)
        return filing.file_instance(unit, a_header(instance=instance), blob, arrival).instance_uid


def collect(store: Store) -> int:
    with store.write(Origin.STATION) as unit:
        return outbox.collect(unit)


def put(store: Store, uid: str, state: State, **more: object) -> None:
    with store.write(Origin.STATION) as unit:
        outbox.move(unit, [uid], state, **more)  # type: ignore[arg-type]


def entry(store: Store, uid: str) -> outbox.Entry:
    with store.read() as unit:
        found = outbox.entry(unit, uid)
    assert found is not None
    return found


def test_every_stored_picture_has_one_entry(store: Store) -> None:
    uids = [a_picture(store, n) for n in (1, 2, 3)]
    collect(store)
    collect(store)
    with store.read() as unit:
        entries = outbox.entries(unit)
    assert [(one.instance_uid, one.state, one.size) for one in entries] == [
        (uid, State.QUEUED, 100 * n) for n, uid in enumerate(uids, 1)
    ]


def test_what_a_start_has_found_without_a_row_is_asked_for_before_it_is_sent(store: Store) -> None:
    """It may have been on its way from headquarters when the power went."""
    uid = a_picture(store, 1, Arrival(Origin.STATION, "CAM1"))
    collect(store)
    with store.read() as unit:
        assert [(one.instance_uid, one.state) for one in outbox.entries(unit)] == [(uid, State.PROBING)]


def test_the_cursor_and_the_entries_are_written_together_or_not_at_all(store: Store) -> None:
    a_picture(store)
    with pytest.raises(Broken), store.write(Origin.STATION) as unit:
        outbox.collect(unit)
        raise Broken
    with store.read() as unit:
        assert outbox.entries(unit) == []
    assert collect(store) > 0
    with store.read() as unit:
        assert len(outbox.entries(unit)) == 1
        assert int(outbox.fact(unit, outbox.CURSOR)) == changes.last(unit)


def test_a_long_feed_is_read_page_by_page(store: Store) -> None:
    for n in range(1, outbox.PAGE):
        a_picture(store, n)
    pages = 0
    while collect(store):
        pages += 1
    assert pages > 1
    with store.read() as unit:
        assert len(outbox.entries(unit)) == outbox.PAGE - 1


def test_what_headquarters_sent_is_not_collected_until_a_person_changes_it(store: Store) -> None:
    uid = a_picture(store, arrival=Arrival(Origin.HQ))
    collect(store)
    with store.read() as unit:
        assert outbox.entries(unit) == []
    with store.write(Origin.PERSON, actor="grace") as unit:
        mending.set_field(unit, uid, Field.DISC)
    collect(store)
    assert entry(store, uid).state is State.ACCEPTED


@pytest.mark.parametrize(
    ("state", "then"),
    [
        (State.QUEUED, State.QUEUED),
        (State.HELD, State.HELD),
        (State.PROBING, State.PROBING),
        (State.VERIFIED, State.ACCEPTED),
        (State.ATTENTION, State.ACCEPTED),
        (State.GONE, State.PROBING),
    ],
)
def test_a_change_of_a_picture_is_compared_again_and_never_sent_by_itself(
    store: Store, state: State, then: State
) -> None:
    uid = a_picture(store)
    collect(store)
    put(store, uid, state)
    with store.write(Origin.PERSON, actor="grace") as unit:
        mending.set_field(unit, uid, Field.DISC)
    collect(store)
    assert entry(store, uid).state is then


def test_what_was_claimed_is_asked_for_after_a_crash(store: Store, clock: Clock) -> None:
    uid = a_picture(store)
    collect(store)
    with store.write(Origin.STATION) as unit:
        outbox.claim(unit, [uid])
        assert outbox.recover(unit, everything=False) == 0
    assert (entry(store, uid).state, entry(store, uid).attempts) == (State.SENDING, 1)
    clock.forward(outbox.LEASE.total_seconds() + 1)
    with store.write(Origin.STATION) as unit:
        assert outbox.recover(unit, everything=False) == 1
    assert entry(store, uid).state is State.PROBING


def test_an_entry_waits_until_its_time_or_until_a_person_presses_the_button(store: Store, clock: Clock) -> None:
    uid = a_picture(store)
    collect(store)
    later = clock() + timedelta(seconds=90)
    put(store, uid, State.PROBING, next_at=later, sentence="Headquarters is busy.")
    with store.read() as unit:
        assert outbox.ready(unit, (State.PROBING,)) == []
        assert len(outbox.ready(unit, (State.PROBING,), pressed=True)) == 1
        assert outbox.next_wake(unit) == later
        assert {state: number for state, (number, _) in outbox.loads(unit).items()} == {State.PROBING: 1}
    clock.forward(90)
    with store.read() as unit:
        assert len(outbox.ready(unit, (State.PROBING,))) == 1


@pytest.mark.parametrize("ahead", [None, -60.0, 0.0, 60.0, 3600.0, 3901.0, 10 * 365 * 86400.0])
def test_whether_any_is_ready_is_what_reading_them_all_says(store: Store, clock: Clock, ahead: float | None) -> None:
    uid = a_picture(store)
    collect(store)
    put(store, uid, State.PROBING, next_at=None if ahead is None else clock() + timedelta(seconds=ahead))
    with store.read() as unit:
        assert outbox.is_ready(unit, (State.PROBING,)) == bool(outbox.ready(unit, (State.PROBING,)))
        assert not outbox.is_ready(unit, (State.QUEUED, State.HELD))


def test_what_is_held_does_not_wake_the_engine(store: Store, clock: Clock) -> None:
    uid = a_picture(store)
    collect(store)
    put(store, uid, State.HELD, next_at=clock() + timedelta(seconds=5))
    with store.read() as unit:
        assert outbox.next_wake(unit) is None


def test_the_tables_are_those_the_migration_made(store: Store) -> None:
    for table in (outbox.outbox_table, outbox.fact_table, ledger.receipt_table):
        with store.read() as unit:
            made = {row.name for row in unit.execute(text(f"PRAGMA table_info({table.name})"))}
        assert made == {column.name for column in table.columns}


def test_a_picture_that_was_filed_amended_and_amended_again_is_listed_once(store: Store) -> None:
    uid, other = a_picture(store, 1), a_picture(store, 2)
    for field in (Field.MACULA, Field.DISC):
        with store.write(Origin.PERSON) as unit:
            mending.set_field(unit, uid, field)
    collect(store)
    with store.read() as unit:
        assert [(one.instance_uid, one.state) for one in outbox.entries(unit)] == [
            (uid, State.QUEUED),
            (other, State.QUEUED),
        ]
    put(store, uid, State.VERIFIED)
    with store.write(Origin.PERSON) as unit:
        mending.set_field(unit, uid, Field.MACULA)
        mending.set_field(unit, uid, None)
    collect(store)
    assert (entry(store, uid).state, entry(store, other).state) == (State.ACCEPTED, State.QUEUED)
