"""A laptop that dies at any step of working on a reading task claims it once and completes it once when it lives again.

Death is an exception that nothing catches: before a commit its unit is lost, after it nothing more happens, as after SIGKILL.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import httpx
import pytest
from support.pictures import an_op, study_of, uid_of
from support.readingtasks import a_task, rows, signs, takes
from support.travelling import Laptop, a_laptop
from support.workitems import kind_of
from support.worklists import MemoryWorklist

from resources.store import Store, Unit
from resources.terms import Origin
from sync.engine import SyncService
from sync.headquarters import HttpHeadquarters
from sync.tasking import Tasks
from sync.taskplan import Step

TASK, DAY, NAME = "2.25.900", date(2026, 11, 21), "http://hq.example/dicom-web"
COMMITS = [f"{name}: {when} the commit" for name in ("work_on", "begin", "note") for when in ("before", "after")]
REQUESTS = [f"{kind}: {when}" for kind in ("look", "change", "update") for when in ("asked", "answered")]


class Dead(BaseException):
    """The laptop is no more."""


class Fate:
    """Strikes at the nth passing of a point."""

    def __init__(self, point: str, times: int) -> None:
        self.point, self.left = point, times

    def passes(self, point: str) -> None:
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                raise Dead(point)

    def falls_on(self, store: Store) -> None:
        write: Callable[..., object] = store.write

        @contextmanager
        def writing(origin: Origin, actor: str = "") -> Iterator[Unit]:
            name = sys._getframe(2).f_code.co_name.strip("_")
            with write(origin, actor) as unit:  # type: ignore[attr-defined]
                yield unit
                self.passes(f"{name}: before the commit")
            self.passes(f"{name}: after the commit")

        store.write = writing  # type: ignore[method-assign]

    def line_to(self, hq: MemoryWorklist) -> HttpHeadquarters:
        def answer(request: httpx.Request) -> httpx.Response:
            kind = kind_of(request)
            self.passes(f"{kind}: asked")
            found = hq.answer(request)
            self.passes(f"{kind}: answered")
            return found

        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(answer))


def works(laptop: Laptop, connect: Callable[[], HttpHeadquarters]) -> None:
    tasks = Tasks(laptop.store, Random(1), {"CAMP7"}, "CAMP7")
    laptop.sync = SyncService(laptop.store, connect, headquarters=NAME, rng=Random(1), tasks=tasks)


@pytest.mark.hazard("HZ-05", "HZ-17")
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("point", [*COMMITS, *REQUESTS])
def test_it_is_claimed_and_completed_once(tmp_path: Path, point: str, times: int) -> None:
    hq, fate = MemoryWorklist(), Fate(point, times)
    with a_laptop(tmp_path, connect=None) as laptop:
        works(laptop, hq.client)
        person = laptop.registers()
        for n, eye in enumerate("RL", 1):
            laptop.receives(an_op(n, patient=person.number or "", eye=eye))
        hq.asks(TASK, a_task(person, study_of(1)))
        laptop.sync.once()
        key = takes(laptop).transaction_uid
        signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))
        fate.falls_on(laptop.store)
        works(laptop, lambda: fate.line_to(hq))
        with pytest.raises(Dead):
            laptop.sync.once()
    with a_laptop(tmp_path, letter="", connect=None) as laptop:
        works(laptop, hq.client)
        for _ in range(2):
            laptop.sync.once()
        [row] = rows(laptop)
        assert (row.step, hq.state(TASK), hq.keys[TASK]) == (Step.DONE, "COMPLETED", key)
        changes = [one for one in hq.sent if one == "change"]
        assert len(changes) <= 3  # a claim and a completion, and one of them again at most
