"""HZ-01: the next person sits down while the camera still holds the previous one. Nobody gets anybody else's pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from support.cameras import data_set_of, storescu
from support.desk import CameraDesk, a_camera_desk, findscu
from support.drawn import a_face
from support.pictures import an_op, uid_of
from support.screens import encoded_image
from support.shared import shared
from support.travelling import Laptop, a_laptop

from resources.store import patients, studies
from resources.store.rows import PatientRow
from resources.terms import Origin, Unmatched
from resources.wire.part10 import read_part10
from workstation.gui.inbox.suggestions import clear_first, suggest
from workstation.gui.inbox.waiting import evidence_of, read_inbox
from workstation.gui.words import Words

pytestmark = [pytest.mark.hazard("HZ-01"), pytest.mark.dcmtk]
ON_TIME, FAST = timedelta(), timedelta(minutes=37)


@dataclass
class Day:
    """One laptop, its camera desk, and a camera whose clock may be wrong."""

    laptop: Laptop
    desk: CameraDesk
    folder: Path
    a: PatientRow
    b: PatientRow
    sent: int = 0

    def shoots(self, person: PatientRow, taken: datetime, *, ahead: timedelta = ON_TIME, study: int = 1) -> str:
        """C-STORE a picture that carries this person's number; its UID."""
        self.sent += 1
        says = (taken + ahead).astimezone(self.laptop.store.zone)
        file = self.folder / f"{self.sent}.dcm"
        name = person.person_name
        made = an_op(
            self.sent,
            patient=person.number or "",
            name=name,
            study=study,
            AcquisitionDateTime=says.strftime("%Y%m%d%H%M%S"),
        )
        file.write_bytes(made)
        assert storescu(self.desk.port, file, options=["-xy", "-aet", "CAM1"]).returncode == 0
        return uid_of(self.sent)

    def owner(self, uid: str) -> str | None:
        with self.laptop.store.read() as unit:
            return studies.instance(unit, uid).patient_uuid

    def is_kept_byte_for_byte(self, uid: str) -> bool:
        number = uid.rpartition(".")[2]
        with self.laptop.store.read() as unit:
            digest = studies.instance(unit, uid).digest or ""
        with self.laptop.store.vault.open(digest) as stream:
            stream.seek(read_part10(stream).data_set_at)
            return stream.read() == data_set_of(self.folder / f"{number}.dcm")


def drawn() -> tuple[bytes, bytes]:
    return encoded_image(a_face("#A43A44")), encoded_image(a_face("#41747E"))


def photographed() -> tuple[bytes, bytes]:
    names = ("interfaces-028-1000.jpg", "interfaces-046-500.jpg")
    first, second = (shared("data", "faces", name).read_bytes() for name in names)
    return first, second


@pytest.fixture(params=[drawn, pytest.param(photographed, marks=pytest.mark.data)], ids=["drawn", "photographed"])
def day(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Day]:
    faces = request.param()
    with a_laptop(tmp_path) as laptop, a_camera_desk(tmp_path, store=laptop.store, clock=laptop.clock) as desk:
        people = [laptop.registers(), laptop.registers(given_name="Laxmi", birth_year=1966)]
        for person, face in zip(people, faces, strict=True):
            with laptop.store.write(Origin.PERSON, "grace") as unit:
                patients.set_photo(unit, person.uuid, laptop.store.vault.admit(face), mime="image/jpeg")
        yield Day(laptop, desk, tmp_path, *people)


def a_and_then_b(day: Day) -> datetime:
    """A is called and the camera asks; B is called and the camera does not. When B was called."""
    day.desk.calls(day.a)
    assert [entry.PatientID for entry in findscu(day.desk.port, day.folder)] == [day.a.number]
    day.laptop.clock.forward(300)
    day.desk.calls(day.b)
    return day.laptop.clock.now


def test_stale_pictures_wait_with_both_faces_and_a_late_one_finds_its_person(day: Day) -> None:
    called = a_and_then_b(day)
    day.laptop.clock.forward(25)
    stale = [day.shoots(day.a, called + timedelta(seconds=20)) for _ in range(2)]
    late = day.shoots(day.a, called - timedelta(seconds=20), study=2)
    assert [entry.PatientID for entry in findscu(day.desk.port, day.folder)] == [day.b.number]

    assert [day.owner(uid) for uid in (*stale, late)] == [None, None, day.a.uuid]
    assert all(day.is_kept_byte_for_byte(uid) for uid in (*stale, late))
    [waiting] = day.desk.inbox()
    assert (waiting.unmatched, waiting.identity["patient_id"]) == (Unmatched.NOT_AT_CAMERA, day.a.number)
    assert waiting.extra["at_camera"] == day.b.uuid
    assert {row.instance_uid for row in waiting.instances} == set(stale)
    assert day.desk.of(day.b) == []

    inbox = read_inbox(day.laptop.store)
    [group] = inbox.groups
    suggestions = suggest(
        evidence_of(group.items[0], day.laptop.store.zone), inbox.candidates, Words("en"), day.laptop.store.zone
    )
    assert {one.patient.uuid for one in suggestions} == {day.a.uuid, day.b.uuid}
    assert clear_first(suggestions) is None  # none is chosen

    day.laptop.sync.once()
    assert list(day.laptop.hq.held) == [late]


def test_the_same_with_a_camera_whose_clock_is_37_minutes_fast(day: Day) -> None:
    day.desk.calls(day.a)
    for _ in range(5):
        day.laptop.clock.forward(10)
        day.shoots(day.a, day.laptop.clock.now - timedelta(seconds=2), ahead=FAST)
    called = a_and_then_b(day)
    day.laptop.clock.forward(200)
    stale = [day.shoots(day.a, called + timedelta(seconds=20), ahead=FAST) for _ in range(2)]
    late = day.shoots(day.a, called - timedelta(seconds=20), ahead=FAST, study=2)

    assert [day.owner(uid) for uid in (*stale, late)] == [None, None, day.a.uuid]
    assert all(day.is_kept_byte_for_byte(uid) for uid in (*stale, late))
    assert day.desk.of(day.b) == []
    day.laptop.sync.once()
    assert late in day.laptop.hq.held
    assert not set(stale) & set(day.laptop.hq.held)
