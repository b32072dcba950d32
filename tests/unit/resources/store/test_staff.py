"""Changing the person at the keys is a PIN of four digits; guessing it gets slower (HZ-22)."""

from datetime import timedelta

import pytest
from support.stations import Clock, a_store

from resources.problems import Conflict, Invalid, NotFound
from resources.store import staff
from resources.terms import Origin, StaffRole

pytestmark = pytest.mark.hazard("HZ-22")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = a_store(tmp_path, clock=clock)
    yield store
    store.close()


def add(store, name="Anjali Kumari", pin="2580", role=StaffRole.GRADER):
    kept = staff.hashed(pin, store.rng)
    with store.write(Origin.PERSON, "grace") as unit:
        return staff.add(unit, name, kept, role)


def knock(store, uuid, pin):
    return staff.knock(store, uuid, pin)


def test_the_right_pin_lets_its_owner_in(store):
    anjali = add(store)
    assert anjali.initials == "AK"
    assert knock(store, anjali.uuid, "2580") == staff.Knock(anjali)
    assert knock(store, anjali.uuid, "0000").staff is None


@pytest.mark.parametrize("pin", ["", "123", "12345", "12a4", "१२३४"])
def test_a_pin_is_four_plain_digits(store, pin):
    with pytest.raises(Invalid):
        add(store, pin=pin)


def test_a_name_is_taken_once(store):
    add(store)
    with pytest.raises(Conflict):
        add(store, name="Anjali  Kumari")
    with pytest.raises(Invalid):
        add(store, name=" ")


def test_guessing_gets_slower_and_the_right_pin_must_wait_too(store, clock, tmp_path):
    anjali = add(store)
    waits = [knock(store, anjali.uuid, "0000").wait for _ in range(3)]
    assert waits == [timedelta(), timedelta(), timedelta(seconds=5)]
    assert knock(store, anjali.uuid, "2580").staff is None
    clock.forward(5)
    assert knock(store, anjali.uuid, "0000").wait == timedelta(seconds=10)
    clock.forward(10)
    assert knock(store, anjali.uuid, "2580").staff == anjali
    assert knock(store, anjali.uuid, "0000").wait == timedelta()


def test_a_restart_does_not_forget_wrong_guesses(tmp_path, clock):
    store = a_store(tmp_path, clock=clock)
    anjali = add(store)
    for _ in range(3):
        knock(store, anjali.uuid, "0000")
    store.close()
    again = a_store(tmp_path, clock=clock)
    assert knock(again, anjali.uuid, "2580").wait == timedelta(seconds=5)
    again.close()


def test_waits_grow_to_a_quarter_of_an_hour_and_no_further():
    waits = [staff.wait_after(failures) for failures in range(40)]
    assert waits == sorted(waits)
    assert waits[-1] == staff.LONGEST_WAIT


def test_a_clock_that_was_set_back_locks_nobody_out(store, clock):
    anjali = add(store)
    for _ in range(3):
        knock(store, anjali.uuid, "0000")
    clock.forward(-86400 * 400)
    assert knock(store, anjali.uuid, "2580").wait == timedelta(seconds=5)


def test_whoever_left_signs_nothing_more(store):
    anjali = add(store)
    with store.write(Origin.PERSON, "grace") as unit:
        staff.leave(unit, anjali.uuid)
        assert staff.listed(unit) == []
        assert [row.name for row in staff.listed(unit, also_gone=True)] == ["Anjali Kumari"]
    with pytest.raises(NotFound):
        knock(store, anjali.uuid, "2580")


def test_a_new_pin_takes_the_old_ones_place(store):
    anjali = add(store)
    kept = staff.hashed("1357", store.rng)
    with store.write(Origin.PERSON, "grace") as unit:
        staff.change_pin(unit, anjali.uuid, kept)
    assert knock(store, anjali.uuid, "2580").staff is None
    assert knock(store, anjali.uuid, "1357").staff == anjali


def test_no_pin_is_kept_or_told(store):
    add(store)
    with store.read() as unit:
        kept = unit.connection.exec_driver_sql("select * from staff").all()
        told = unit.connection.exec_driver_sql("select snapshot from change where kind='staff'").all()
    assert "2580" not in repr(kept) + repr(told)
