"""Whose turn at the camera it is, and what that says of a picture (HZ-01)."""

from datetime import UTC, datetime, timedelta

import pytest
from support.stations import Clock, a_header, a_store, lakshmi

from resources.store import changes, filing, patients, studies, turns, workitems
from resources.store.rows import Arrival, PatientRow
from resources.store.turns import moments, usual
from resources.terms import Kind, Origin, Unmatched, WorkitemState

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CAM1, CAM2 = Arrival(Origin.CAMERA, "CAM1"), Arrival(Origin.CAMERA, "CAM2")
pytestmark = pytest.mark.hazard("HZ-01")


def seconds(*numbers: float) -> list[timedelta]:
    return [timedelta(seconds=number) for number in numbers]


class Camp:
    def __init__(self, folder) -> None:
        self.clock = Clock(NINE)
        self.store = a_store(folder, clock=self.clock)
        self.number = 0
        with self.store.write(Origin.PERSON) as unit:
            self.a = patients.register(unit, lakshmi())
            self.b = patients.register(unit, lakshmi(given_name="Laxmi"))

    def call(self, person: PatientRow, station: str = "CAM1", *, after: float = 0) -> None:
        self.clock.forward(after)
        with self.store.write(Origin.PERSON, "grace") as unit:
            turns.call(unit, person.uuid, station)

    def finish(self, person: PatientRow, **how) -> None:
        with self.store.write(Origin.PERSON, "grace") as unit:
            turns.finish(unit, person.uuid, **how)

    def picture(self, person: PatientRow, taken: datetime | None = None, arrival: Arrival = CAM1) -> str | None:
        """A picture with this person's number comes in; why it waits, or ``None``."""
        self.number += 1
        local = taken.astimezone(self.store.zone) if taken else None
        header = a_header(
            patient_id=person.number or "",
            study=self.number,
            instance=self.number,
            acquisition_datetime=local.strftime("%Y%m%d%H%M%S.%f") if local else "",
        )
        blob = self.store.vault.admit(f"{self.number}".encode())
        with self.store.write(Origin.CAMERA) as unit:
            return filing.file_instance(unit, header, blob, arrival).unmatched


@pytest.fixture
def camp(tmp_path):
    made = Camp(tmp_path)
    yield made
    made.store.close()


def test_a_call_ends_the_turn_before_and_who_left_without_a_picture_waits_again(camp):
    camp.call(camp.a)
    camp.call(camp.b, after=60)
    with camp.store.read() as unit:
        assert [turn.patient_uuid for turn in turns.open_turns(unit)] == [camp.b.uuid]
        [hers] = turns.of_patient(unit, camp.a.uuid)
        states = [item.state for item in workitems.of_patient(unit, camp.a.uuid)]
        actors = {change.actor for change in changes.since(unit, 0, kinds=frozenset({Kind.TURN}))}
    assert hers.ended_at is not None and hers.ended_at - hers.began_at == timedelta(seconds=60)
    assert states == [WorkitemState.CANCELED, WorkitemState.SCHEDULED]
    assert actors == {"grace"}


def test_two_cameras_have_a_person_each_and_nobody_is_at_both(camp):
    camp.call(camp.a, "CAM1")
    camp.call(camp.b, "CAM2")
    with camp.store.read() as unit:
        assert [turns.at(unit, station) is not None for station in ("CAM1", "CAM2")] == [True, True]
    camp.call(camp.a, "CAM2")
    with camp.store.read() as unit:
        [there] = turns.open_turns(unit)
        assert (there.patient_uuid, there.station_ae_title) == (camp.a.uuid, "CAM2")
        assert turns.at(unit, "CAM1") is None


def test_a_call_that_names_no_camera_is_for_every_one(camp):
    camp.call(camp.a, "CAM1")
    camp.call(camp.b, "")
    with camp.store.read() as unit:
        at_each = {station: turns.at(unit, station) for station in ("CAM1", "CAM2", "")}
    assert {turn.patient_uuid for turn in at_each.values() if turn} == {camp.b.uuid}
    assert camp.picture(camp.a) == Unmatched.NOT_AT_CAMERA


def test_a_turn_that_nobody_ended_is_over_the_next_morning(camp):
    camp.call(camp.a)
    camp.clock.forward(23 * 3600)
    with camp.store.read() as unit:
        assert turns.at(unit, "CAM1") is None
    assert camp.picture(camp.b) is None


def test_where_nobody_is_called_a_right_number_files(camp):
    assert camp.picture(camp.a) is None
    camp.call(camp.b, "CAM2")
    assert camp.picture(camp.a) is None
    assert camp.picture(camp.a, arrival=CAM2) == Unmatched.NOT_AT_CAMERA


def test_a_picture_files_in_its_persons_turn_only(camp):
    before = camp.clock.now - timedelta(seconds=5)
    camp.call(camp.a)
    assert camp.picture(camp.a, camp.clock.now) is None
    assert camp.picture(camp.a, before) == Unmatched.NOT_AT_CAMERA
    camp.call(camp.b, after=120)
    assert camp.picture(camp.a, camp.clock.now - timedelta(seconds=20)) is None
    assert camp.picture(camp.a, camp.clock.now + timedelta(seconds=1)) == Unmatched.NOT_AT_CAMERA
    assert camp.picture(camp.a) == Unmatched.NOT_AT_CAMERA
    camp.finish(camp.b, reason="no-view")
    camp.clock.forward(30)
    assert camp.picture(camp.b) == Unmatched.NOT_AT_CAMERA


def test_a_clock_that_is_not_known_must_agree_with_the_arrival(camp):
    camp.call(camp.a)
    camp.call(camp.b, after=1200)
    camp.clock.forward(300)
    in_hers = camp.clock.now - timedelta(minutes=10)
    assert camp.picture(camp.a, in_hers) == Unmatched.NOT_AT_CAMERA  # a slow clock could say the same of B
    with camp.store.write(Origin.PERSON) as unit:
        study = studies.inbox(unit)[0]
    assert study.extra == {"at_camera": camp.b.uuid}


def test_what_a_person_said_of_the_clock_counts(camp):
    slow = CAM1._replace(clock_ahead=-600)
    camp.call(camp.a)
    camp.call(camp.b, after=1200)
    camp.clock.forward(300)
    assert camp.picture(camp.a, camp.clock.now - timedelta(minutes=20), slow) is None
    assert camp.picture(camp.a, camp.clock.now - timedelta(minutes=12), slow) == Unmatched.NOT_AT_CAMERA


def test_five_pictures_tell_a_cameras_clock_and_a_late_one_then_finds_its_person(camp):
    fast = timedelta(minutes=37)
    camp.call(camp.a)
    for _ in range(5):
        camp.clock.forward(30)
        camp.picture(camp.a, camp.clock.now + fast - timedelta(seconds=2))
    camp.call(camp.b, after=60)
    camp.clock.forward(600)
    assert camp.picture(camp.a, camp.clock.now + fast - timedelta(seconds=620)) is None
    assert camp.picture(camp.a, camp.clock.now + fast - timedelta(seconds=580)) == Unmatched.NOT_AT_CAMERA
    with camp.store.read() as unit:
        assert turns.clock_ahead(unit, "CAM1") is not None


def test_the_next_day_a_picture_that_stayed_in_the_camera_finds_its_person(camp):
    camp.call(camp.a)
    camp.clock.forward(60)
    taken = camp.clock.now
    camp.call(camp.b, after=60)
    camp.clock.forward(24 * 3600)
    assert camp.picture(camp.a, taken) is None
    assert camp.picture(camp.a, taken + timedelta(seconds=61)) == Unmatched.NOT_AT_CAMERA


@pytest.mark.parametrize(
    ("differences", "found"),
    [
        (seconds(1, 2, 3, 4), None),
        (seconds(1, 2, 3, 4, 5), timedelta(seconds=3)),
        (seconds(2218, 2219, 2219, 2217, 2218, -1, -2), timedelta(seconds=2218)),
        (seconds(0, -100, -200, -300, -400, -500, -600, -700, -800), None),
        ([], None),
    ],
)
def test_a_clock_is_known_when_five_pictures_agree(differences, found):
    assert usual(differences) == found


def test_no_picture_was_taken_after_it_came():
    came = NINE
    assert moments(came + timedelta(seconds=30), came, None) == (came,)
    assert moments(came + timedelta(minutes=40), came, timedelta(minutes=37)) == (came,)
    assert moments(None, came, timedelta(minutes=37)) == (came,)


def test_a_time_of_whole_seconds_means_any_moment_of_that_second():
    """A turn begins half-way through a second, and the camera writes no fractions: its picture is not the person's before."""
    came = NINE + timedelta(milliseconds=900)
    assert moments(NINE, came, None) == (came,)
    assert moments(NINE.replace(microsecond=200_000), came, None) == (NINE.replace(microsecond=200_000),)
