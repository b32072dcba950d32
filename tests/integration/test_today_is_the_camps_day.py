"""HZ-26, as far as the worklist meets it: today is the camp's local day, wherever the camp is and whatever the hour."""

import os
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support.desk import a_camera_desk, findscu
from support.stations import Clock

pytestmark = [pytest.mark.hazard("HZ-26"), pytest.mark.dcmtk]
HOURS = [
    ("Asia/Kolkata", "2026-11-21T00:30"),
    ("Asia/Kolkata", "2026-11-21T05:29"),
    ("Asia/Kathmandu", "2026-11-21T00:10"),
    ("Pacific/Kiritimati", "2026-11-21T03:00"),
    ("America/La_Paz", "2026-11-21T22:30"),
    ("Europe/Lisbon", "2026-10-25T00:30"),
]


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    before = os.environ.get("TZ")
    yield monkeypatch
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


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
