"""HZ-17: two laptops must never give one number to two people; headquarters would file both as one person."""

import shutil
from pathlib import Path
from random import Random

import pytest
from support.headquarters import MemoryHeadquarters
from support.pictures import an_op
from support.stations import KEY, Clock, lakshmi, seeded
from support.travelling import NAME, a_laptop, receive

from resources.problems import Conflict
from resources.store import open_store, patients, station, studies
from resources.store.rows import Arrival
from resources.terms import Origin
from sync import outbox
from sync.engine import SyncService

pytestmark = pytest.mark.hazard("HZ-17")
PEOPLE = 50


def test_a_copied_station_must_take_a_new_letter_and_headquarters_sees_different_people(tmp_path: Path) -> None:
    archive = MemoryHeadquarters()
    with a_laptop(tmp_path / "one", hq=archive) as first:
        first.registers()
        first.store.database.copy_to(tmp_path / "copy.db")
        (tmp_path / "two" / "station").mkdir(parents=True)
        shutil.move(tmp_path / "copy.db", tmp_path / "two" / "station" / "station.db")
        second = open_store(tmp_path / "two" / "station", KEY, clock=Clock(), rng=seeded(2), chains=[outbox.MIGRATIONS])
        with second.write(Origin.PERSON) as unit, pytest.raises(Conflict):
            patients.register(unit, lakshmi())
        with second.write(Origin.STATION) as unit:
            station.set_up(unit, "Camp 7 Melur", "C7", "B")

        numbers: list[str] = []
        for n in range(PEOPLE):
            for laptop, store in enumerate((first.store, second)):
                with store.write(Origin.PERSON, actor="grace") as unit:
                    number = patients.register(unit, lakshmi()).number or ""
                numbers.append(number)
                receive(store, an_op(f"2.25.9.{laptop}.{n}", patient=number, study=f"2.25.8.{laptop}.{n}"))
        other = SyncService(second, archive.client, headquarters=NAME, rng=Random(2))
        for _ in range(2):
            first.sync.once()
            other.once()
        assert len(set(numbers)) == 2 * PEOPLE
        client = archive.client()
        assert [len(client.find_studies(number)) for number in numbers] == [1] * len(numbers)
        with second.read() as unit:
            assert studies.count(unit) == PEOPLE
        with first.store.read() as unit:
            assert studies.count(unit) == PEOPLE
        other.stop(5)
        second.close()


def test_a_result_for_a_person_of_another_station_changes_nothing_here(tmp_path: Path) -> None:
    archive = MemoryHeadquarters()
    with a_laptop(tmp_path, hq=archive) as laptop:
        person = laptop.registers()
        archive.add(an_op(1, patient="C7B-00001-0", name="Somebody^Else"))
        archive.add(an_op(2, patient=person.number, name="Somebody^Else", PatientSex="M", study=2))
        archive.add(an_op(3, patient=person.number, IssuerOfPatientID="ANOTHER CAMP", study=3))
        summary = laptop.sync.once()
        assert (summary.pulled, summary.left_at_hq) == (0, 2)
        with laptop.store.read() as unit:
            assert studies.count(unit) == 0
            assert patients.find(unit, person.uuid) == person


def test_what_is_pulled_is_known_by_its_uid(tmp_path: Path) -> None:
    archive = MemoryHeadquarters()
    with a_laptop(tmp_path, hq=archive) as laptop:
        person = laptop.registers()
        laptop.receives(an_op(1, patient=person.number), Arrival(Origin.CAMERA, "CAM1"))
        laptop.sync.once()
        laptop.clock.forward(86_400)
        assert laptop.sync.once().pulled == 0
