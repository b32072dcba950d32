"""An Eyecamp station as headquarters that has somebody of ours under another number: their pictures are there, and count."""

from pathlib import Path

import pytest
from support.pictures import an_op, study_of, uid_of
from support.stations import lakshmi
from support.travelling import Laptop, receive
from support.twostations import a_hub_and_a_laptop

from resources.store import Store, mending, numbers, patients, studies
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Origin
from sync.status import State

OTHER_NUMBER = "Headquarters has this picture, but the patient number differs."


def registers(hub: Store, details: PatientDetails, uuid: str | None = None) -> PatientRow:
    with hub.write(Origin.PERSON, actor="registry") as unit:
        return patients.register(unit, details, uuid=uuid)


def state_of(laptop: Laptop) -> tuple[int, int, list[tuple[State, str]]]:
    status = laptop.sync.status()
    return status.confirmed_at_hq, status.not_yet_at_hq, [(one.state, one.sentence) for one in status.stuck]


@pytest.mark.hazard("HZ-08")
def test_pictures_of_somebody_whom_headquarters_numbers_otherwise_are_confirmed(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, person.details, uuid=person.uuid)
        assert there.number and there.number != person.number
        laptop.receives(an_op(1, patient=person.number or ""))

        laptop.sync.once()

        assert state_of(laptop) == (1, 0, [])
        with hub.read() as unit:
            owner = studies.study(unit, study_of(1)).patient
        assert owner is not None
        assert (owner.uuid, owner.number) == (person.uuid, there.number)
        laptop.clock.forward(4000)
        assert laptop.sync.once().reopened == 0


@pytest.mark.hazard("HZ-08")
def test_who_is_called_otherwise_there_is_not_taken_for_ours(tmp_path: Path) -> None:
    """The same id, and another sex: the picture waits there under our number, and counts no more once it is given to them."""
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        other = registers(hub, lakshmi(sex="M"), uuid=person.uuid)
        laptop.receives(an_op(1, patient=person.number or ""))
        laptop.sync.once()
        assert state_of(laptop) == (1, 0, [])
        with hub.write(Origin.PERSON, actor="registry") as unit:
            assert studies.study(unit, study_of(1)).patient is None
            mending.assign(unit, [uid_of(1)], other.uuid)

        laptop.clock.forward(4000)
        laptop.sync.once()
        laptop.sync.once()

        assert state_of(laptop) == (0, 1, [(State.ATTENTION, OTHER_NUMBER)])


@pytest.mark.hazard("HZ-08")
def test_a_picture_that_headquarters_gave_to_somebody_else_is_not_confirmed_any_more(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        registers(hub, person.details, uuid=person.uuid)
        other = registers(hub, lakshmi(given_name="Meena", birth_year=1931))
        laptop.receives(an_op(1, patient=person.number or ""))
        laptop.sync.once()
        with hub.write(Origin.PERSON, actor="registry") as unit:
            mending.assign(unit, [uid_of(1)], other.uuid)

        laptop.clock.forward(4000)
        assert laptop.sync.once().reopened
        laptop.sync.once()

        assert state_of(laptop) == (0, 1, [(State.ATTENTION, OTHER_NUMBER)])


def test_what_was_doubted_is_looked_at_again_once_headquarters_says_who_it_is(tmp_path: Path) -> None:
    """The pictures were there before the person: nobody waits an hour for the next look."""
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        receive(hub, an_op(1, patient=person.number or ""))
        laptop.receives(an_op(1, patient=person.number or ""))
        other = registers(hub, lakshmi(given_name="Meena", birth_year=1931))
        with hub.write(Origin.PERSON, actor="registry") as unit:
            mending.assign(unit, [uid_of(1)], other.uuid)
        laptop.sync.once()
        assert state_of(laptop) == (0, 1, [(State.ATTENTION, OTHER_NUMBER)])
        there = registers(hub, person.details, uuid=person.uuid)
        with hub.write(Origin.PERSON, actor="registry") as unit:
            mending.assign(unit, [uid_of(1)], there.uuid)

        laptop.clock.forward(1)
        laptop.sync.attempt(pressed=True)

        assert state_of(laptop) == (1, 0, [])
        assert uid_of(1) in laptop.sync.levels([uid_of(1)])


# --- what it has of them under that number ----------------------------------------------------------------------------


def visits_of(store: Store, person: PatientRow) -> list[str]:
    with store.read() as unit:
        return [visit.study_uid for visit in studies.of_patient(unit, person.uuid)]


def earlier(there: PatientRow, study: int, **said: object) -> bytes:
    """A visit of which headquarters alone knows, under its own number."""
    return an_op(study, patient=there.number or "", study=study, **said)


@pytest.mark.hazard("HZ-08")
def test_earlier_visits_under_the_number_that_headquarters_gave_come_too(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, person.details, uuid=person.uuid)
        receive(hub, earlier(there, 70))

        assert laptop.sync.once().pulled == 1

        assert visits_of(laptop.store, person) == [study_of(70)]
        laptop.clock.forward(4000)
        assert laptop.sync.once().reopened == 0
        assert state_of(laptop) == (1, 0, [])
        with laptop.store.read() as ours, hub.read() as theirs:
            one, other = studies.instance(ours, uid_of(70)), studies.instance(theirs, uid_of(70))
            assert one.data_set_digest == other.data_set_digest
            assert not studies.inbox(ours)
            assert len(studies.instances(theirs)) == 1


@pytest.mark.hazard("HZ-08")
def test_a_visit_that_headquarters_lists_of_them_is_filed_under_them(tmp_path: Path) -> None:
    """The person was asked for a while ago: the list alone says that there is one more."""
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, person.details, uuid=person.uuid)
        laptop.sync.once()
        receive(hub, earlier(there, 71))

        laptop.clock.forward(4000)
        laptop.sync.once()

        assert visits_of(laptop.store, person) == [study_of(71)]
        with laptop.store.read() as unit:
            assert not studies.inbox(unit)


@pytest.mark.hazard("HZ-17")
def test_a_disputed_person_is_not_asked_for_by_the_other_number(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, lakshmi(sex="M"), uuid=person.uuid)
        receive(hub, earlier(there, 72))

        laptop.sync.once()

        assert visits_of(laptop.store, person) == []


@pytest.mark.hazard("HZ-17")
def test_somebody_elses_visit_under_that_number_stays_there(tmp_path: Path) -> None:
    """The number was given twice: what is under it speaks of another, or says of nobody whose it is."""
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, person.details, uuid=person.uuid)
        receive(hub, earlier(there, 73, name="Rao^Anand"))
        receive(hub, earlier(there, 74, PatientSex="M"))
        receive(hub, earlier(there, 75))

        done = laptop.sync.once()

        assert (done.pulled, done.left_at_hq) == (1, 2)
        assert visits_of(laptop.store, person) == [study_of(75)]


@pytest.mark.hazard("HZ-17")
def test_a_number_that_is_somebody_elses_here_is_not_asked_for(tmp_path: Path) -> None:
    with a_hub_and_a_laptop(tmp_path, lists=True) as (hub, laptop):
        person = laptop.registers()
        there = registers(hub, person.details, uuid=person.uuid)
        card = numbers.read(there.number or "")
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            other = patients.register(unit, lakshmi(given_name="Meena", sex="M"), card=card)
        receive(hub, earlier(there, 76))

        laptop.sync.once()

        assert visits_of(laptop.store, person) == visits_of(laptop.store, other) == []
