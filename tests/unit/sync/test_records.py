from datetime import timedelta

import pytest
from support.stations import lakshmi

from resources.store import Store, patients
from resources.terms import Kind, Origin
from sync import disputes, ledger, records
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
