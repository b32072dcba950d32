import random
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from support.stations import lakshmi

from resources.store import Store, Unit, changes, patients
from resources.store.prepared import Prepared
from resources.terms import Kind, Origin
from sync import disputes, ledger, outbox, records
from sync.conflict import Base, Dispute
from sync.ledger import Evidence
from sync.records import Record
from sync.status import Level, State

HQ = "http://hq.example/fhir"


def registered(store: Store, origin: Origin = Origin.PERSON) -> str:
    with store.write(origin, actor="grace") as unit:
        return patients.register(unit, lakshmi()).uuid


def collected(store: Store) -> list[Record]:
    with store.write(Origin.STATION) as unit:
        records.collect(unit)
        return records.listed(unit)


def test_each_record_has_one_entry_however_often_it_is_edited(store: Store) -> None:
    uuid = registered(store)
    with store.write(Origin.PERSON, actor="grace") as unit:
        patients.amend(unit, uuid, lakshmi(village="Salem"))
    assert [(one.kind, one.uid, one.state) for one in collected(store)] == [(Kind.PATIENT, uuid, State.QUEUED)]
    assert len(collected(store)) == 1


def test_what_came_from_headquarters_makes_no_entry(store: Store) -> None:
    registered(store, Origin.HQ)
    assert collected(store) == []


def test_a_child_waits_for_its_person_and_is_freed_with_them(store: Store) -> None:
    with store.write(Origin.STATION) as unit:
        records.queue(unit, Kind.STUDY, "1.2.3")
        child, parent = records.expect(unit, Kind.STUDY, "1.2.3"), records.expect(unit, Kind.PATIENT, "p")
        records.move(unit, child, State.HELD, sentence="not yet", needs_patient=True, patient_uuid="p")
        assert [one.uid for one in records.ready(unit)] == ["p"]
        records.met(unit, parent, "Patient/17", made_here=True)
        freed = records.expect(unit, Kind.STUDY, "1.2.3")
        assert (freed.state, freed.sentence) == (State.QUEUED, "")


def test_a_wait_that_is_over_is_ready_and_the_next_wake_is_the_first_of_them(store: Store) -> None:
    with store.write(Origin.STATION) as unit:
        for hours, uid in ((2, "a"), (1, "b")):
            records.queue(unit, Kind.PATIENT, uid)
            later = unit.now + timedelta(minutes=hours)
            records.move(unit, records.expect(unit, Kind.PATIENT, uid), State.PROBING, next_at=later)
        assert records.next_wake(unit) == unit.now + timedelta(minutes=1)
        assert records.ready(unit) == []
        assert len(records.ready(unit, pressed=True)) == 2


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("ahead", [None, -60.0, 0.0, 60.0, 3901.0])
def test_choosing_the_next_one_sees_what_reading_them_whole_sees(
    store: Store, ahead: float | None, *, pressed: bool
) -> None:
    with store.write(Origin.STATION) as unit:
        next_at = None if ahead is None else unit.now + timedelta(seconds=ahead)
        for kind, uid, state in (
            (Kind.STUDY, "1.2", State.QUEUED),
            (Kind.PATIENT, "p", State.PROBING),
            (Kind.PHOTO, "f", State.HELD),
            (Kind.PATIENT, "q", State.VERIFIED),
        ):
            records.queue(unit, kind, uid, patient_uuid="p")
            records.move(unit, records.expect(unit, kind, uid), state, next_at=next_at)
        whole, few = records.ready(unit, pressed=pressed), records.waiting(unit, pressed=pressed)
        assert [tuple(one) for one in few] == [(one.pk, one.patient_uuid, one.state) for one in whole]
        assert [records.numbered(unit, one.pk) for one in few] == whole
        assert records.is_ready(unit) == bool(records.ready(unit))


def test_only_a_receipt_of_what_is_here_now_counts(store: Store) -> None:
    uuid = registered(store)
    (record,) = collected(store)
    with store.write(Origin.STATION) as unit:
        records.agree(unit, record, Base(), "d" * 64)
        records.move(unit, record, State.VERIFIED)
        assert records.counts(unit, HQ)[Kind.PATIENT].confirmed == 0
        ledger.record(unit, HQ, Level.EQUAL, Evidence(record.key, "d" * 64, 10, "Patient/1"))
        assert records.counts(unit, HQ)[Kind.PATIENT].confirmed == 1
        assert records.counts(unit, "http://other.example/fhir")[Kind.PATIENT].not_yet == 1
    with store.write(Origin.PERSON, actor="grace") as unit:
        patients.amend(unit, uuid, lakshmi(village="Salem"))
        count = records.counts(unit, HQ)[Kind.PATIENT]
        assert (count.confirmed, count.not_yet) == (0, 1)
        assert ledger.broken(unit) is None


def test_a_question_is_kept_with_both_values_and_a_decision_can_be_taken_back(store: Store) -> None:
    said = Dispute("name", "Devi", "Dewi", "Devy")
    with store.write(Origin.PERSON, actor="grace") as unit:
        disputes.meet(unit, Kind.PATIENT, "p", [said])
        (row,) = disputes.meet(unit, Kind.PATIENT, "p", [said])
        settled = disputes.settle(unit, row.pk, "mine")
        assert (settled.choice, settled.settled_by, settled.said) == ("mine", "grace", said)
        assert disputes.open_ones(unit) == []
        assert [one.pk for one in disputes.decided(unit, Kind.PATIENT, "p")] == [row.pk]
        disputes.follow(unit, row)
        assert disputes.decided(unit, Kind.PATIENT, "p") == []
        again = disputes.reopen(unit, row.pk)
        assert (again.is_open, again.said) == (True, said)
        disputes.agree(unit, again)
        assert disputes.open_ones(unit) == [again]


def counted_one_by_one(store: Store, headquarters: str) -> dict[Kind, tuple[int, int]]:
    """Every entry, and every edit that has none yet, looked at by itself."""
    with store.read() as unit:
        feed = changes.since(unit, int(outbox.fact(unit, records.CURSOR, "0")), 10_000, kinds=frozenset(records.KINDS))
        edited = {(row.kind, row.uid) for row in feed if row.origin is not Origin.HQ}
        known = {(one.kind, one.uid): one for one in records.listed(unit) if one.state is not State.GONE}
        shown = {key for key, one in known.items() if is_shown(unit, one, headquarters)} - edited
    keys = known.keys() | edited
    return {
        kind: (sum(key[0] is kind for key in shown), sum(key[0] is kind for key in keys - shown))
        for kind in records.KINDS
    }


def is_shown(unit: Unit, one: Record, headquarters: str) -> bool:
    said = ledger.latest(unit, one.key)
    if said is None or one.state is not State.VERIFIED:
        return False
    return (said.headquarters, said.evidence.digest) == (headquarters, one.digest) and said.level >= Level.EQUAL


@pytest.mark.parametrize("seed", range(4))
def test_the_database_counts_what_counting_one_by_one_counts(store: Store, seed: int) -> None:
    rng = random.Random(seed)
    uids = [registered(store, rng.choice([Origin.PERSON, Origin.HQ])) for _ in range(12)]
    collected(store)
    with store.write(Origin.STATION) as unit:
        for number in range(60):
            kind, uid = rng.choice(records.KINDS), rng.choice([*uids, f"1.2.{number}"])
            one = records.expect(unit, Kind.PATIENT if uid in uids else kind, uid)
            records.agree(unit, one, Base(), rng.choice("de") * 64)
            records.move(unit, one, rng.choice([State.VERIFIED] * 4 + [State.QUEUED, State.GONE, State.HELD]))
            for _ in range(rng.randrange(3)):
                level, place = (
                    rng.choice([Level.EQUAL, Level.DIGEST, Level.REOPENED]),
                    rng.choice([HQ, HQ, "http://other"]),
                )
                ledger.record(unit, place, level, Evidence(one.key, rng.choice("de") * 64, 1, ""))
    for uid in rng.sample(uids, 6):
        with store.write(rng.choice([Origin.PERSON, Origin.HQ]), actor="grace") as unit:
            patients.amend(unit, uid, lakshmi(village=f"Salem {rng.random()}"))
    for _ in range(3):
        registered(store)
    with store.read() as unit:
        found = {kind: (one.confirmed, one.not_yet) for kind, one in records.counts(unit, HQ).items()}
    assert found == counted_one_by_one(store, HQ)
    assert sum(one for one, _ in found.values()) > 0


def test_what_the_strip_asks_after_every_change_brings_few_rows(store: Store) -> None:
    for _ in range(20):
        registered(store)
    collected(store)
    brought = 0

    def rows(unit: Unit, prepared: Prepared, values: Mapping[str, Any] | None = None) -> list[Any]:
        nonlocal brought
        found = Unit.run(unit, prepared, values)
        brought += len(found)
        return found

    with store.read() as unit:
        unit.run = partial(rows, unit)  # type: ignore[method-assign]
        assert records.counts(unit, HQ)[Kind.PATIENT].not_yet == 20
    assert brought <= len(records.KINDS)


def test_why_records_wait_is_said_in_the_order_in_which_they_go(store: Store) -> None:
    with store.write(Origin.STATION) as unit:
        for kind, uid, sentence in ((Kind.STUDY, "1.2", "b"), (Kind.PATIENT, "p", "a"), (Kind.PHOTO, "f", "")):
            records.move(unit, records.expect(unit, kind, uid), State.HELD, sentence=sentence, next_at=unit.now)
        assert records.explained(unit, (State.HELD,)) == [(State.HELD, "a", unit.now), (State.HELD, "b", unit.now)]
        assert records.explained(unit, (State.QUEUED,)) == []
