"""HZ-26: today is the camp's local day, wherever the camp is, whatever the hour, and whatever the laptop's clock leaps to."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support.desk import a_camera_desk, findscu
from support.pictures import a_jpeg
from support.recordserver import MemoryRecords
from support.stations import Clock, a_store, lakshmi
from support.travelling import a_laptop

from resources.store import patients, studies, turns
from resources.store.rows import PatientRow
from resources.store.steadyclock import SteadyClock
from resources.store.store import Store
from resources.terms import Laterality, Origin
from workstation.gui.people_text import waited
from workstation.gui.today.board import Board, Column, read_board
from workstation.gui.words import Words
from workstation.imaging.decoder import Decoder
from workstation.imaging.photographs import Said, file_photograph

pytestmark = pytest.mark.hazard("HZ-26")
HOURS = [
    ("Asia/Kolkata", "2026-11-21T00:30"),
    ("Asia/Kolkata", "2026-11-21T05:29"),
    ("Asia/Kathmandu", "2026-11-21T00:10"),
    ("Pacific/Kiritimati", "2026-11-21T03:00"),
    ("America/La_Paz", "2026-11-21T22:30"),
    ("Europe/Lisbon", "2026-10-25T00:30"),
]


MORNING = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    before = os.environ.get("TZ")
    yield monkeypatch
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


@pytest.mark.dcmtk
@pytest.mark.parametrize(("zone", "hour"), HOURS)
def test_whoever_is_called_now_is_in_a_query_for_today(
    tmp_path: Path, in_zone: pytest.MonkeyPatch, zone: str, hour: str
) -> None:
    in_zone.setenv("TZ", zone)
    time.tzset()
    local = datetime.fromisoformat(hour).replace(tzinfo=ZoneInfo(zone))
    with a_camera_desk(tmp_path, clock=Clock(local)) as desk:
        person = desk.registers(birth_date=local.date(), birth_year=None)  # a baby born today
        desk.calls(person)
        today = local.strftime("%Y%m%d")
        [entry] = findscu(desk.port, tmp_path, f"ScheduledProcedureStepStartDate={today}", "PatientAge=")
        [step] = entry.ScheduledProcedureStepSequence
        assert (step.ScheduledProcedureStepStartDate, step.ScheduledProcedureStepStartTime) == (
            today,
            local.strftime("%H%M%S"),
        )
        assert (entry.PatientBirthDate, entry.PatientAge) == (today, "000D")
        desk.clock.forward(3 * 3600)
        assert len(findscu(desk.port, tmp_path, f"ScheduledProcedureStepStartDate={today}")) == 1


@pytest.mark.parametrize(("zone", "hour"), HOURS)
def test_whoever_is_registered_now_is_in_today_and_their_photograph_has_the_local_date(
    tmp_path: Path, in_zone: pytest.MonkeyPatch, zone: str, hour: str
) -> None:
    in_zone.setenv("TZ", zone)
    time.tzset()
    local = datetime.fromisoformat(hour).replace(tzinfo=ZoneInfo(zone))
    store, decoder = a_store(tmp_path, clock=Clock(local)), Decoder()
    baby = registered(store, "Baby", birth_date=local.date(), birth_year=None)
    assert waiting(board_of(store)) == ["Baby"]
    filed, _ = file_photograph(store, a_jpeg(), Said(baby.uuid, Laterality.RIGHT), decoder.prepare, actor="grace")
    with store.read() as unit:
        assert studies.study(unit, filed.study_uid).study_date == local.strftime("%Y%m%d")
    assert [one.patient.uuid for one in board_of(store).pictured] == [baby.uuid]
    decoder.close()
    store.close()


@pytest.mark.parametrize("zone", sorted({zone for zone, _ in HOURS}))
def test_a_birth_date_is_the_same_day_after_a_push_and_two_pulls(
    tmp_path: Path, in_zone: pytest.MonkeyPatch, zone: str
) -> None:
    in_zone.setenv("TZ", zone)
    time.tzset()
    server, born = MemoryRecords(), date(1961, 4, 3)
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = laptop.registers(birth_date=born, birth_year=None, phone="1")
        laptop.sync.once()
        for theirs, ours in (
            ({"telecom": [{"system": "phone", "value": "21", "use": "mobile"}]}, {"village": "Kovilpatti"}),
            ({"gender": "other"}, {"native_name": "லட்சுமி"}),
        ):
            server.edit(f"Patient/{person.uuid}", **theirs)
            with laptop.store.write(Origin.PERSON, "grace") as unit:
                patients.amend(unit, person.uuid, patients.find(unit, person.uuid).details._replace(**ours))
            laptop.sync.once()
            with laptop.store.read() as unit:
                assert patients.find(unit, person.uuid).details.birth_date == born
        with laptop.store.read() as unit:
            assert patients.find(unit, person.uuid).details[:6] == ("Devi", "Lakshmi", "லட்சுமி", "O", born, None)
        assert [one["birthDate"] for one in server.of("Patient")] == ["1961-04-03"]


class SetBack:
    """A laptop's clock that somebody may set, beside seconds that nobody can."""

    def __init__(self) -> None:
        self.wall, self.seconds = MORNING, 0.0
        self.steady = SteadyClock(lambda: self.wall, lambda: self.seconds)

    def passes(self, **time: float) -> None:
        self.wall += timedelta(**time)
        self.seconds += timedelta(**time).total_seconds()


def test_with_the_clock_at_1970_the_day_keeps_its_order_and_waiting_times_run_on(tmp_path: Path) -> None:
    laptop = SetBack()
    store = a_store(tmp_path, clock=laptop.steady)
    first = registered(store, "Mary")
    laptop.passes(minutes=20)
    laptop.wall = datetime(1970, 1, 1, tzinfo=UTC)
    registered(store, "Sunita")
    laptop.passes(minutes=15)
    registered(store, "Raju")
    assert waiting(board_of(store)) == ["Mary", "Sunita", "Raju"]
    since = next(one.since for one in board_of(store).people if one.patient.uuid == first.uuid)
    assert waited(since, store.clock(), Words()) == "35 min"
    with store.write(Origin.PERSON) as unit:
        turns.call(unit, first.uuid, "CAM1")
    laptop.wall = MORNING + timedelta(minutes=35)
    assert [one.patient.uuid for one in board_of(store).column(Column.AT_CAMERA)] == [first.uuid]
    assert waiting(board_of(store)) == ["Sunita", "Raju"]
    store.close()


def registered(store: Store, given_name: str, **details: object) -> PatientRow:
    with store.write(Origin.PERSON, "grace") as unit:
        return patients.register(unit, lakshmi(given_name=given_name, **details))


def board_of(store: Store) -> Board:
    return read_board(store, lambda _uids: {})


def waiting(board: Board) -> list[str]:
    return [one.patient.details.given_name for one in board.column(Column.WAITING)]
