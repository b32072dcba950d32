"""Among sixty people the urgent one stays on top until a named person told them, over restarts and days (HZ-04, HZ-28)."""

from datetime import timedelta

import pytest
from support.grading import LEFT, RIGHT, a_picture, icdr
from support.stations import Clock, a_store, lakshmi

from resources.problems import Conflict, Invalid
from resources.store import calls, letters, opinions, patients, referrals
from resources.store.calls import Why
from resources.store.opinions import Said
from resources.terms import Origin

DAY = Clock()().date()


@pytest.fixture
def camp(tmp_path):
    opened = []

    def reopen(clock):
        while opened:
            opened.pop().close()
        opened.append(a_store(tmp_path, clock=clock, seed=len(str(clock.now))))
        return opened[0]

    yield reopen
    while opened:
        opened.pop().close()


def somebody(store, number, right, left="0", by="Anjali Kumari"):
    with store.write(Origin.PERSON, "grace") as unit:
        person = patients.register(unit, lakshmi(given_name=f"Person{number}"))
    uids = [a_picture(store, person, eye, instance=place, study=number) for place, eye in enumerate("RL", start=1)]
    with store.write(Origin.PERSON, by) as unit:
        said = [Said(RIGHT, icdr(right), uids[0]), Said(LEFT, icdr(left), uids[1])]
        opinions.sign(unit, person.uuid, DAY, said)
    return person, uids


def to_call(store):
    with store.read() as unit:
        return calls.listed(unit)


@pytest.mark.hazard("HZ-04")
def test_the_urgent_one_among_sixty_stays_on_top_until_somebody_told_them(camp):
    clock = Clock()
    store = camp(clock)
    for number in range(1, 60):
        somebody(store, number, "2")
        clock.forward(10)
    urgent, uids = somebody(store, 60, "4")
    assert len(to_call(store)) == 60 and to_call(store)[0].patient.uuid == urgent.uuid

    clock.now += timedelta(days=3)
    store = camp(clock)  # the station was shut down and opened again
    first = to_call(store)[0]
    assert (first.patient.uuid, first.why, first.days, first.is_urgent) == (urgent.uuid, Why.NOT_TOLD, 3, True)

    with store.write(Origin.HQ, "headquarters") as unit:  # a milder answer closes nothing
        opinions.sign(unit, urgent.uuid, DAY, [Said(RIGHT, icdr("0"), uids[0]), Said(LEFT, icdr("0"), uids[1])])
    assert to_call(store)[0].patient.uuid == urgent.uuid

    with store.read() as unit:
        row = next(row for row in referrals.open_ones(unit) if row.patient_uuid == urgent.uuid)
    for origin, name, how in (
        (Origin.HQ, "hq", "letter"),
        (Origin.PERSON, "person", "phone"),
        (Origin.PERSON, "Omar", " "),
    ):
        with pytest.raises(Invalid), store.write(origin, name) as unit:
            referrals.tell(unit, row.uuid, how)
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        referrals.tell(unit, row.uuid, "phone")
    with pytest.raises(Conflict), store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.tell(unit, row.uuid, "in person")
    assert urgent.uuid not in {call.patient.uuid for call in to_call(store)}
    with store.read() as unit:
        assert row.uuid in {one.uuid for one in referrals.open_ones(unit)}  # told is not yet seen


@pytest.mark.hazard("HZ-27")
@pytest.mark.hazard("HZ-28")
def test_who_holds_a_letter_that_is_not_true_any_more_is_called_the_urgent_first(camp):
    clock = Clock()
    store = camp(clock)
    mild, uids = somebody(store, 1, "0")
    printed(store, mild)
    referred, _ = somebody(store, 2, "2")
    assert [call.patient.uuid for call in to_call(store)] == [referred.uuid]
    clock.forward(60)
    with store.write(Origin.HQ, "headquarters") as unit:
        opinions.sign(unit, mild.uuid, DAY, [Said(RIGHT, icdr("4"), uids[0])])
    found = [(call.patient.uuid, call.why, call.is_urgent) for call in to_call(store)]
    assert set(found[:2]) == {(mild.uuid, Why.LETTER, True), (mild.uuid, Why.NOT_TOLD, True)}
    assert found[2] == (referred.uuid, Why.NOT_TOLD, False)
    printed(store, mild)
    assert (mild.uuid, Why.LETTER) not in {(call.patient.uuid, call.why) for call in to_call(store)}
    with store.read() as unit:
        assert len(letters.of_patient(unit, mild.uuid)) == 2  # both versions stay


def printed(store, person):
    with store.read() as unit:
        said = letters.facts(unit, person.uuid, DAY)
    blob = store.vault.admit(b"%PDF" + str(store.clock()).encode())
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        return letters.keep(unit, said, "en", blob)
