"""Rules of cameras in the store: kept, changed, forgotten, and their clocks measured."""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.stations import Clock, a_header, a_store

from resources.problems import Invalid, NotFound
from resources.store import cameras, changes, filing, turns
from resources.store.rows import Arrival
from resources.terms import Kind, Operation, Origin
from resources.wire.camerarules import CameraRules, Charset, NameOrder, Trust

EYER = CameraRules(
    "EYER", "Phelcom Eyer", "10.0.0.5", 104, "phelcom_", Charset.ASCII, NameOrder.GIVEN_FIRST, -180, Trust.TRUSTED
)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = a_store(tmp_path, clock=clock)
    yield store
    store.close()


def save(store, rules):
    with store.write(Origin.PERSON, "camp page") as unit:
        return cameras.save(unit, rules)


def picture(store, number, acquired, ae_title="EYER"):
    part = store.vault.receive()
    part.write(b"%d" % number)
    header = a_header(instance=number, acquisition_datetime=acquired)
    with store.write(Origin.CAMERA) as unit:
        filing.file_instance(unit, header, part.keep(), Arrival(Origin.CAMERA, ae_title))


def test_every_rule_comes_back_as_it_was_said(store):
    assert save(store, EYER) == EYER
    with store.read() as unit:
        assert cameras.rules(unit, " EYER ") == EYER
        assert cameras.everyone(unit) == [EYER]


def test_an_unknown_camera_has_the_defaults(store):
    with store.read() as unit:
        assert cameras.rules(unit, "ANY-SCU") == CameraRules("ANY-SCU")


def test_what_was_before_can_be_saved_again(store):
    save(store, EYER)
    save(store, replace(EYER, strip="other_"))
    with store.read() as unit:
        before, after = cameras.history(unit, "EYER")
    assert (before, after.strip) == (EYER, "other_")
    save(store, before)
    with store.read() as unit:
        assert cameras.rules(unit, "EYER") == EYER


def test_each_change_is_in_the_feed_and_saving_the_same_is_none(store):
    save(store, EYER)
    save(store, EYER)
    save(store, replace(EYER, name="Second"))
    with store.write(Origin.PERSON) as unit:
        cameras.forget(unit, "EYER")
    save(store, EYER)
    with store.read() as unit:
        found = changes.of(unit, Kind.CAMERA, "EYER")
    assert [(one.operation, one.version) for one in found] == [
        (Operation.CREATE, 1),
        (Operation.AMEND, 2),
        (Operation.FORGET, 3),
        (Operation.CREATE, 4),
    ]
    assert found[0].actor == "camp page"


def test_a_forgotten_camera_is_like_any_other_and_cannot_be_forgotten_twice(store):
    save(store, EYER)
    with store.write(Origin.PERSON) as unit:
        cameras.forget(unit, "EYER")
    with store.read() as unit:
        assert cameras.rules(unit, "EYER") == CameraRules("EYER")
        assert cameras.everyone(unit) == []
    with pytest.raises(NotFound), store.write(Origin.PERSON) as unit:
        cameras.forget(unit, "EYER")


def test_rules_that_cannot_be_are_not_kept(store):
    with pytest.raises(Invalid):
        save(store, CameraRules("EYER", strip="("))
    with store.read() as unit:
        assert cameras.everyone(unit) == []


@pytest.mark.hazard("HZ-01")
def test_a_clock_is_measured_from_five_pictures_and_said_by_a_person_before_that(store, clock):
    def taken(minutes):
        return (clock() + timedelta(minutes=minutes)).strftime("%Y%m%d%H%M%S+0000")

    for number in range(1, 5):
        picture(store, number, taken(37))
    with store.read() as unit:
        assert turns.clock_ahead(unit, "EYER") is None
        assert turns.clock_ahead(unit, "EYER", EYER.clock_ahead) == timedelta(minutes=-3)
    picture(store, 5, taken(37))
    picture(store, 6, taken(-500))
    picture(store, 7, "")
    picture(store, 8, taken(0), ae_title="OTHER")
    with store.read() as unit:
        assert turns.clock_ahead(unit, " EYER") == timedelta(minutes=37)
        assert len(cameras.samples(unit, "EYER")) == 7


def test_a_picture_is_seen_with_the_identity_it_came_with(store):
    picture(store, 1, "")
    with store.read() as unit:
        (one,) = cameras.samples(unit, "EYER")
    assert (one.instance_uid, one.patient_id, one.is_filed, one.taken, one.ahead) == (
        "1.2.3.1.1.1", "", False, None, None,
    )  # fmt: skip
