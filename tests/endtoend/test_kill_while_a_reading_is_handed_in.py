"""kill -9 at every named point of claiming and completing a reading task: it is claimed once and completed once, under one key.

Before a request or a commit is where the step before it ended; EYECAMP_KILLS=2 kills there too.
"""

import os
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from support import mortal
from support.pictures import an_op, study_of, uid_of
from support.readingtasks import a_reader, a_task, ask, at_hq, rows, signs, state_at_hq, takes
from support.restclient import SECRET, web

from resources.store import Store, opinions
from sync.taskplan import Step

TASK, DAY, TITLE = "2.25.900", date(2026, 11, 21), "CAMP7"
COMMITS = [f"{name}: {when} the commit" for name in ("work_on", "begin", "note") for when in ("before", "after")]
REQUESTS = [
    f"task {kind}: {when}" for kind in ("look", "change", "update") for when in ("before the request", "answered")
]
POINTS = [*COMMITS, *REQUESTS]
MANY = int(os.environ.get("EYECAMP_KILLS", "1")) > 1
DEADLY = [point for point in POINTS if MANY or ": before" not in point]


class World(NamedTuple):
    """A laptop on which a task was taken and both eyes were signed without a network; and its headquarters."""

    folder: Path
    hq: httpx.Client
    hub: Store
    key: str

    def dies_at(self, point: str) -> int:
        """One pass in a process of its own."""
        url, notes = f"{self.base}/dicom-web", self.folder.parent / "notes"
        return mortal.start(self.folder, url, point, notes, secret=SECRET, reads_as=TITLE).wait()

    @property
    def base(self) -> str:
        return str(self.hq.base_url).rstrip("/")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with web(tmp_path / "hub") as (client, hub):
        with a_reader(tmp_path / "laptop", str(client.base_url)) as laptop:
            person = laptop.registers()
            for n, eye in enumerate("RL", 1):
                laptop.receives(an_op(n, patient=person.number or "", eye=eye))
            ask(client, TASK, a_task(person, study_of(1)))
            laptop.sync.once()
            key = takes(laptop).transaction_uid
            signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))
        yield World(tmp_path / "laptop", client, hub, key)


def test_every_point_of_a_task_has_a_name_here(world: World) -> None:
    assert world.dies_at("") == 0
    passed = set((world.folder.parent / "notes").read_text().splitlines())
    assert passed >= set(POINTS)
    assert {point for point in passed if point.startswith("task ")} - set(REQUESTS) == {
        "task list: before the request", "task list: answered",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.hazard("HZ-05", "HZ-17")
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("point", DEADLY)
def test_a_laptop_that_dies_there_hands_it_in_once(world: World, point: str, times: int) -> None:
    assert world.dies_at(f"{point}*{times}") == -signal.SIGKILL
    with a_reader(world.folder, world.base, letter="") as laptop:
        for _ in range(2):
            laptop.sync.once()
        [row] = rows(laptop)
        assert (row.step, row.transaction_uid) == (Step.DONE, world.key)
        with laptop.store.read() as unit:
            said = opinions.of_patient(unit, row.patient_uuid)
    assert state_at_hq(world.hq, TASK) == "COMPLETED" and len(said) == 2
    assert len(at_hq(world.hq, TASK)["00741216"]["Value"]) == 1
