"""Pictures reach an Eyecamp station as headquarters before their person and their visit do: all is confirmed in the end."""

from pathlib import Path

import pytest
from support.pictures import an_op, study_of, uid_of
from support.stations import FROM_CAMERA, lakshmi
from support.travelling import Laptop, receive
from support.twostations import a_hub_and_a_laptop

from resources.store import Store, patients, studies
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import disputes, records
from sync.status import State


def passes(laptop: Laptop, count: int = 2) -> None:
    for _ in range(count):
        laptop.clock.forward(4000)
        laptop.sync.once()


def is_settled(laptop: Laptop) -> bool:
    """Every picture and every record is confirmed, and nobody is asked anything."""
    status = laptop.sync.status()
    with laptop.store.read() as unit:
        all_there = {one.state for one in records.listed(unit)} == {State.VERIFIED}
        return all_there and not disputes.open_ones(unit) and (status.not_yet_at_hq, status.stuck) == (0, ())


def owners(store: Store) -> dict[str, str]:
    with store.read() as unit:
        shown = [studies.study(unit, one.study_uid) for one in studies.instances(unit)]
        return {
            one.instance_uid: visit.patient.uuid if visit.patient else "" for visit in shown for one in visit.instances
        }


@pytest.mark.hazard("HZ-20")
def test_pictures_that_come_before_their_person_are_theirs_once_the_person_comes(tmp_path: Path) -> None:
    away = [True]
    with a_hub_and_a_laptop(tmp_path, away, hub=True) as (hub, laptop):
        person = laptop.registers()
        laptop.receives(an_op(1, patient=person.number or ""))
        passes(laptop, 1)
        assert owners(hub) == {uid_of(1): ""}
        with hub.read() as unit:
            digest = studies.instance(unit, uid_of(1)).digest or ""
        away.clear()
        passes(laptop)
        assert owners(hub) == {uid_of(1): person.uuid}
        assert is_settled(laptop)
        laptop.receives(an_op(2, patient=person.number or ""))
        passes(laptop)
        assert owners(hub) == {uid_of(1): person.uuid, uid_of(2): person.uuid}
        assert is_settled(laptop)
        with hub.read() as unit:
            assert [visit.study_uid for visit in studies.of_patient(unit, person.uuid)] == [study_of(1)]
        assert hub.vault.holds(digest)


@pytest.mark.hazard("HZ-20")
def test_who_does_not_fit_the_pictures_is_not_given_them(tmp_path: Path) -> None:
    """The number is right, and the pictures say another name or sex: they wait for a person, as when they come later."""
    away = [True]
    with a_hub_and_a_laptop(tmp_path, away, hub=True) as (hub, laptop):
        person = laptop.registers()
        receive_at(hub, an_op(3, patient=person.number or "", name="Rao^Anand", study=3))
        receive_at(hub, an_op(4, patient=person.number or "", PatientSex="M", study=4))
        away.clear()
        passes(laptop)
        assert owners(hub) == {uid_of(3): "", uid_of(4): ""}


@pytest.mark.hazard("HZ-01")
def test_what_a_camera_of_the_hub_itself_sent_waits_for_somebody(tmp_path: Path) -> None:
    away = [True]
    with a_hub_and_a_laptop(tmp_path, away, hub=True) as (hub, laptop):
        person = laptop.registers()
        receive(hub, an_op(5, patient=person.number or ""), FROM_CAMERA)
        away.clear()
        passes(laptop)
        assert owners(hub) == {uid_of(5): ""}


@pytest.mark.hazard("HZ-08")
def test_who_is_known_there_by_another_number_gets_what_came_under_ours(tmp_path: Path) -> None:
    away = [True]
    with a_hub_and_a_laptop(tmp_path, away, hub=True) as (hub, laptop):
        person = laptop.registers()
        laptop.receives(an_op(1, patient=person.number or ""))
        passes(laptop, 1)
        there = registered(hub, person)
        away.clear()
        passes(laptop, 3)
        assert there.number != person.number
        assert owners(hub) == {uid_of(1): person.uuid}
        assert is_settled(laptop)


def registered(hub: Store, person: PatientRow) -> PatientRow:
    with hub.write(Origin.PERSON, actor="registry") as unit:
        return patients.register(unit, lakshmi(), uuid=person.uuid)


def receive_at(hub: Store, part10: bytes) -> None:
    from resources.dicomweb.store import FROM_WEB

    receive(hub, part10, FROM_WEB)
