"""D12: a number that comes twice. The first is untouched, nothing is lost, the camera hears Success, and it may come at once."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.bombs import IMPLICIT
from support.data_sets import EXPLICIT, an_instance, encoded
from support.doors import Doors, two_doors
from support.pictures import an_op, uid_of
from support.stations import lakshmi
from support.travelling import a_laptop, raju

from resources.store import patients, studies
from resources.terms import Origin
from sync.status import State

RACES = int(os.environ.get("EYECAMP_RACES", "20"))
"""How often two senders meet in each case; EYECAMP_RACES makes it longer."""
pytestmark = pytest.mark.timeout(300 if RACES <= 20 else 0)


@dataclass(frozen=True)
class Case:
    """Two pictures, and what shall be here when both have come: instances, and things kept aside as a conflict."""

    name: str
    one: Callable[[int], tuple[bytes, str]]
    other: Callable[[int], tuple[bytes, str]]
    filed: int
    conflicts: int
    ways: tuple[str, str] = ("camera", "camera")


def a_picture(number: int = 0, syntax: str = EXPLICIT, **attributes: object) -> Callable[[int], tuple[bytes, str]]:
    """Of race ``n``: its data set in that syntax, with the UID of its race."""

    def of(race: int) -> tuple[bytes, str]:
        ds = an_instance(patient=race, number=number, **attributes)
        return encoded(ds, syntax), ds.SOPInstanceUID

    return of


CASES = [
    Case("the same bytes", a_picture(), a_picture(), 1, 0),
    Case("the same pixels under another head", a_picture(), a_picture(PatientName="Devi^Laxmi"), 1, 1),
    Case("other pixels under the same head", a_picture(), a_picture(PixelData=bytes(72)), 1, 1),
    Case("another eye", a_picture(eye="R"), a_picture(eye="L"), 1, 1),
    Case("another transfer syntax", a_picture(), a_picture(syntax=IMPLICIT), 1, 1),
    Case("the same bytes from a stick", a_picture(), a_picture(), 1, 0, ("camera", "stick")),
    Case("other bytes from a stick", a_picture(), a_picture(PatientName="X"), 1, 1, ("stick", "camera")),
    Case("two of one visit", a_picture(1), a_picture(2), 2, 0),
]


def both_at_once(doors: Doors, case: Case, race: int) -> list[object]:
    """Two senders that let go together; what each was told."""
    gate, told = threading.Barrier(2), []

    def send(picture: tuple[bytes, str], way: str) -> None:
        data, instance = picture
        syntax = IMPLICIT if data[4:6] == b"\x20\0" else EXPLICIT
        gate.wait(10)
        told.append(getattr(doors, way)(data, syntax=syntax, instance=instance))

    pictures = (case.one(race), case.other(race))
    threads = [threading.Thread(target=send, args=pair) for pair in zip(pictures, case.ways, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return told


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_two_senders_of_one_number_meet_and_nothing_is_lost(tmp_path, case):
    with two_doors(tmp_path) as doors:
        for race in range(1, RACES + 1):
            told = both_at_once(doors, case, race)
            statuses = [one for one in told if isinstance(one, int)]
            outcomes = {row.outcome for row in told if not isinstance(row, int)}
            assert len(told) == 2 and set(statuses) <= {0x0000} and outcomes <= {"stored", "duplicate", "conflict"}
        assert len(doors.filed()) == case.filed * RACES
        held = doors.held()
        assert [row.kind for row in held] == ["conflict"] * (case.conflicts * RACES)
        everything = {picture(race)[0] for race in range(1, RACES + 1) for picture in (case.one, case.other)}
        assert set(doors.data_sets()) == everything


@pytest.mark.parametrize("case", CASES[:5], ids=lambda case: case.name)
def test_the_first_one_stays_as_it_is(tmp_path, case):
    with two_doors(tmp_path) as doors:
        for picture in (case.one, case.other, case.one, case.other):
            data, instance = picture(1)
            syntax = IMPLICIT if data[4:6] == b"\x20\0" else EXPLICIT
            assert doors.camera(data, syntax=syntax, instance=instance) == 0x0000
            [row] = doors.filed()
            assert doors.store.vault.read(row.digest).endswith(case.one(1)[0])
        assert len(doors.held()) == case.conflicts


@pytest.mark.hazard("HZ-19")
@pytest.mark.slow
def test_one_study_number_of_two_people_is_flagged_and_never_one_study(tmp_path):
    with two_doors(tmp_path) as doors:
        with doors.store.write(Origin.PERSON) as unit:
            people = [patients.register(unit, details) for details in (lakshmi(), raju())]
        names = ("Devi^Lakshmi", "Kumar^Raju")
        for race in range(1, RACES + 1):
            one, other = (
                a_picture(number, StudyInstanceUID=f"1.2.9.{race}", PatientID=person.number, PatientName=name)
                for number, (person, name) in enumerate(zip(people, names, strict=True), start=1)
            )
            both_at_once(doors, Case("", one, other, 2, 0), race)
        with doors.store.read() as unit:
            theirs = [studies.of_patient(unit, person.uuid) for person in people]
            assert [len(found) for found in theirs] == [RACES, RACES]
            flagged = [study for found in theirs for study in found if "two-people-one-study" in study.flags]
            assert len({study.study_uid for found in theirs for study in found}) == 2 * RACES
        assert len(flagged) == RACES


def test_headquarters_gets_neither_until_somebody_has_looked(tmp_path: Path) -> None:
    """What is in conflict waits: sending the first could be sending the wrong one."""
    with a_laptop(tmp_path) as laptop:
        person = laptop.registers()
        laptop.receives(an_op(1, patient=person.number))
        laptop.receives(an_op(2, patient=person.number))
        assert laptop.receives(an_op(1, patient=person.number, eye="L")).outcome == "conflict"
        laptop.sync.once()
        assert list(laptop.hq.held) == [uid_of(2)]
        [stuck] = laptop.sync.status().stuck
        assert (stuck.instance_uid, stuck.state) == (uid_of(1), State.HELD)
