"""Headquarters cancels a reading task (PS3.4 CC.2.2, PS3.18 11.8) while it is listed here, claimed, being read, or done.

What was signed stays an opinion, the task leaves the list with a sentence, and nothing is completed there that was cancelled.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import httpx
import pytest
from support.pictures import an_op, study_of, uid_of
from support.readingtasks import a_task, one, rows, signs, takes
from support.travelling import Laptop, a_laptop
from support.workitems import kind_of
from support.worklists import MemoryWorklist

from resources.store import opinions
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import tasking, tasks
from sync.engine import SyncService
from sync.tasking import Tasks
from sync.taskplan import Step

TASK, DAY, NAME = "2.25.900", date(2026, 11, 21), "http://hq.example/dicom-web"
CANCELED = {"vr": "CS", "Value": ["CANCELED"]}

pytestmark = pytest.mark.hazard("HZ-17")


class ChangesItsMind(MemoryWorklist):
    """Cancels the task in the moment in which it is asked something: at the ``nth`` request of that ``kind``."""

    kind, nth = "nothing yet", 1

    def answer(self, request: httpx.Request) -> httpx.Response:
        if kind_of(request) == self.kind:
            self.nth -= 1
            if self.nth == 0:
                self.cancels()
        return super().answer(request)

    def cancels(self) -> None:
        self.held[TASK]["00741000"] = CANCELED


class Camp(NamedTuple):
    """A headquarters that changes its mind, and a laptop that it asks for one reading of two eyes."""

    hq: ChangesItsMind
    laptop: Laptop
    person: PatientRow


@pytest.fixture
def camp(tmp_path: Path) -> Iterator[Camp]:
    hq = ChangesItsMind()
    laptop, person = opened(tmp_path, hq)
    with laptop:
        yield Camp(hq, laptop, person)


def opened(folder: Path, hq: MemoryWorklist, **asked: object) -> tuple[Laptop, PatientRow]:
    laptop = a_laptop(folder, connect=hq.client, headquarters=NAME)
    work = Tasks(laptop.store, Random(1), {"CAMP7"}, "CAMP7")
    laptop.sync = SyncService(laptop.store, hq.client, headquarters=NAME, rng=Random(1), tasks=work)
    person = laptop.registers()
    for n, eye in enumerate("RL", 1):
        laptop.receives(an_op(n, patient=person.number or "", eye=eye))
    hq.asks(TASK, a_task(person, study_of(1), **asked))
    laptop.sync.once()
    return laptop, person


def reads(laptop: Laptop, person: PatientRow) -> None:
    signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))


def ended(laptop: Laptop, hq: MemoryWorklist, person: PatientRow, *, opinions_: int) -> bool:
    """It is said, a person may put it aside, and nothing more is asked about it or said of it."""
    [row] = rows(laptop)
    assert (row.step, row.sentence) == (Step.ENDED, tasking.ENDED)
    assert hq.state(TASK) == "CANCELED" and "00741216" not in hq.held[TASK]
    before = [said for said in hq.sent if said != "list"]
    laptop.clock.forward(400)
    laptop.sync.once()
    assert [said for said in hq.sent if said != "list"] == before
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        tasks.put_aside(unit, row.pk)
    with laptop.store.read() as unit:
        return len(opinions.standing(opinions.of_patient(unit, person.uuid))) == opinions_


def test_while_nobody_here_has_taken_it(camp: Camp) -> None:
    hq, laptop, person = camp
    hq.cancels()
    laptop.sync.once()
    assert ended(laptop, hq, person, opinions_=0)


def test_while_somebody_is_asked_whose_it_is(tmp_path: Path) -> None:
    hq = ChangesItsMind()
    laptop, person = opened(tmp_path, hq, **{"00100040": one("CS", "M")})
    with laptop:
        assert rows(laptop)[0].step is Step.WAITS
        laptop.sync.once()
        assert rows(laptop)[0].step is Step.WAITS and "look" not in hq.sent
        hq.cancels()
        laptop.sync.once()
        assert ended(laptop, hq, person, opinions_=0)


def test_while_it_is_claimed_and_read_but_not_signed(camp: Camp) -> None:
    hq, laptop, person = camp
    takes(laptop)
    laptop.sync.once()
    assert rows(laptop)[0].step is Step.OURS
    hq.cancels()
    laptop.sync.once()
    reads(laptop, person)
    assert ended(laptop, hq, person, opinions_=2)
    assert hq.sent.count("change") == 1  # the claim


def test_after_it_was_signed_here_and_before_that_was_said(camp: Camp) -> None:
    hq, laptop, person = camp
    takes(laptop)
    laptop.sync.once()
    reads(laptop, person)
    hq.cancels()
    laptop.sync.once()
    assert ended(laptop, hq, person, opinions_=2)
    assert hq.sent.count("change") == 1


def test_before_the_claim_of_what_was_read_without_a_network_was_said(camp: Camp) -> None:
    hq, laptop, person = camp
    takes(laptop)
    reads(laptop, person)
    hq.cancels()
    laptop.sync.once()
    assert ended(laptop, hq, person, opinions_=2) and "change" not in hq.sent


@pytest.mark.parametrize(("kind", "nth"), [("change", 1), ("update", 1), ("update", 2), ("look", 2)], ids=str)
def test_in_the_very_moment_in_which_something_is_said_of_it(camp: Camp, kind: str, nth: int) -> None:
    """Claim, begin, say what was performed, complete: whatever is refused, nobody is said to have got it instead."""
    hq, laptop, person = camp
    takes(laptop)
    reads(laptop, person)
    hq.kind, hq.nth = kind, nth
    laptop.sync.once()
    assert ended(laptop, hq, person, opinions_=2)


def test_between_what_was_performed_and_the_completion(camp: Camp) -> None:
    hq, laptop, person = camp
    takes(laptop)
    reads(laptop, person)
    hq.kind, hq.nth = "change", 2
    laptop.sync.once()
    [row] = rows(laptop)
    assert (row.step, row.sentence, hq.state(TASK)) == (Step.ENDED, tasking.ENDED, "CANCELED")


def test_while_it_is_given_back(camp: Camp) -> None:
    hq, laptop, _ = camp
    row = takes(laptop)
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        tasks.give_back(unit, row.pk)
    hq.kind, hq.nth = "update", 2
    laptop.sync.once()
    assert (rows(laptop)[0].step, hq.state(TASK)) == (Step.GIVEN, "CANCELED")


def test_somebody_else_has_it_only_where_headquarters_shows_it_so(camp: Camp) -> None:
    """The key of another station is refused in the same way: then the task is still in progress."""
    hq, laptop, person = camp
    takes(laptop)
    laptop.sync.once()
    reads(laptop, person)
    hq.keys[TASK] = "2.25.4711"
    laptop.sync.once()
    [row] = rows(laptop)
    assert (row.step, row.sentence, hq.state(TASK)) == (Step.LOST, tasking.TAKEN, "IN PROGRESS")


def test_what_is_done_stays_done(camp: Camp) -> None:
    """A completed one cannot be cancelled (PS3.4 Table CC.1.1-2); one that shows so later changes nothing here."""
    hq, laptop, person = camp
    takes(laptop)
    reads(laptop, person)
    laptop.sync.once()
    assert rows(laptop)[0].step is Step.DONE
    hq.cancels()
    laptop.clock.forward(400)
    laptop.sync.once()
    assert rows(laptop)[0].step is Step.DONE
