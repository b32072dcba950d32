"""Worklists of other makers: other spellings, other refusals, none at all; and lines that say nothing of the task."""

from datetime import date
from pathlib import Path
from random import Random

import httpx
import pytest
from support.pictures import an_op, study_of, uid_of
from support.readingtasks import a_task, rows, signs, takes
from support.travelling import Laptop, a_laptop
from support.worklists import MemoryWorklist

from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import tasking, tasks
from sync.engine import SyncService
from sync.tasking import Tasks
from sync.taskplan import Step

TASK, DAY, NAME = "2.25.900", date(2026, 11, 21), "http://hq.example/dicom-web"


def opened(folder: Path, hq: MemoryWorklist) -> tuple[Laptop, PatientRow]:
    laptop = a_laptop(folder, connect=hq.client, headquarters=NAME)
    work = Tasks(laptop.store, Random(1), {"CAMP7"}, "CAMP7")
    laptop.sync = SyncService(laptop.store, hq.client, headquarters=NAME, rng=Random(1), tasks=work)
    person = laptop.registers()
    for n, eye in enumerate("RL", 1):
        laptop.receives(an_op(n, patient=person.number or "", eye=eye))
    hq.asks(TASK, a_task(person, study_of(1)))
    return laptop, person


def step(laptop: Laptop) -> Step:
    [row] = rows(laptop)
    return row.step


@pytest.mark.parametrize(
    "manner",
    [
        {"key_in": "named"},
        {"key_in": "bare", "spelt": True},
        {"key_in": "body", "html": True, "wrapped": False},
    ],
    ids=["standard", "bare key, other states", "key in the body, refusals as pages"],
)
def test_a_reading_is_claimed_and_completed_in_every_spelling(tmp_path: Path, manner: dict) -> None:
    hq = MemoryWorklist(**manner)
    laptop, person = opened(tmp_path, hq)
    with laptop:
        laptop.sync.once()
        takes(laptop)
        signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))
        laptop.sync.once()
        assert (step(laptop), hq.state(TASK)) == (Step.DONE, "COMPLETED")
        assert hq.held[TASK]["00741216"]["Value"]


def test_a_laptop_without_headquarters_has_no_worklist_to_wait_for(tmp_path: Path) -> None:
    with a_laptop(tmp_path, connect=None, headquarters="") as laptop:
        work = Tasks(laptop.store, Random(1), {"CAMP7"}, "CAMP7")
        service = SyncService(laptop.store, None, rng=Random(1), interval=60.0, tasks=work)
        assert service.once().problem == "" and service.patience() == 60.0


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404),
        httpx.Response(404, headers={"Content-Type": "text/html"}, content=b"<html>"),
        httpx.Response(405),
        httpx.Response(501, headers={"Content-Type": "text/html"}, content=b"<html>"),
        httpx.Response(200, headers={"Content-Type": "multipart/related"}, content=b"--x--"),
    ],
    ids=["404", "404 as a page", "405", "501 as a page", "something else"],
)
def test_an_archive_without_a_worklist_is_asked_once_a_day_and_nothing_is_said(
    tmp_path: Path, answer: httpx.Response
) -> None:
    hq = MemoryWorklist(answers={"list": answer})
    laptop, _ = opened(tmp_path, hq)
    with laptop:
        for _ in range(2):
            done = laptop.sync.once()
            assert (done.problem, done.tasks_problem, laptop.sync.status().tasks_problem) == ("", "", "")
        assert hq.sent == ["list"] and len(hq.archive.held) == 2
        laptop.clock.forward(86_401)
        del hq.answers["list"]
        assert laptop.sync.once().tasks == 1


@pytest.mark.hazard("HZ-04")
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503, headers={"Retry-After": "120"}),
        httpx.Response(500),
        httpx.Response(200, headers={"Content-Type": "text/html"}, content=b"<html>login"),
        httpx.Response(401),
        httpx.Response(200, json=[{}], headers={"Content-Length": "3"}, content=b"[{]"),
    ],
    ids=["busy", "broken", "a login page", "an unknown token", "cut"],
)
def test_a_worklist_that_fails_holds_up_no_picture(tmp_path: Path, answer: httpx.Response) -> None:
    hq = MemoryWorklist(answers={"list": answer})
    laptop, _ = opened(tmp_path, hq)
    with laptop:
        done = laptop.sync.once()
        assert done.tasks_problem and laptop.sync.status().tasks_problem == done.tasks_problem
        assert (done.problem, done.confirmed) == ("", 2)
        laptop.sync.once()
        assert hq.sent == ["list"]  # left alone a while, also by the button
        del hq.answers["list"]
        laptop.clock.forward(400)
        assert laptop.sync.once().tasks == 1 and laptop.sync.status().tasks_problem == ""


def test_headquarters_that_does_not_take_what_was_done_is_asked_again(tmp_path: Path) -> None:
    hq = MemoryWorklist()
    laptop, person = opened(tmp_path, hq)
    with laptop:
        laptop.sync.once()
        takes(laptop)
        laptop.sync.once()
        signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))
        hq.answers["change"] = httpx.Response(409)
        laptop.sync.once()
        [row] = rows(laptop)
        assert (row.step, row.sentence, hq.state(TASK)) == (Step.OURS, tasking.NOT_TAKEN, "IN PROGRESS")
        del hq.answers["change"]
        laptop.clock.forward(400)
        laptop.sync.once()
        assert (step(laptop), hq.state(TASK)) == (Step.DONE, "COMPLETED")


@pytest.mark.hazard("HZ-05")
def test_headquarters_that_goes_back_to_a_backup_takes_the_claim_back_and_gets_it_again(tmp_path: Path) -> None:
    hq = MemoryWorklist()
    laptop, person = opened(tmp_path, hq)
    with laptop:
        laptop.sync.once()
        takes(laptop)
        signs(laptop.store, person, DAY, (uid_of(1), uid_of(2)))
        laptop.sync.once()
        assert step(laptop) is Step.DONE
        hq.held[TASK]["00741000"] = {"vr": "CS", "Value": ["SCHEDULED"]}
        del hq.held[TASK]["00741216"]
        laptop.clock.forward(400)
        laptop.sync.once()
        assert (step(laptop), hq.state(TASK)) == (Step.DONE, "COMPLETED") and "00741216" in hq.held[TASK]


def test_somebody_who_gives_it_back_in_the_middle_is_heard(tmp_path: Path) -> None:
    hq = MemoryWorklist()
    laptop, person = opened(tmp_path, hq)
    with laptop:
        laptop.sync.once()
        row = takes(laptop)
        claim = hq.answer

        def and_meanwhile(request: httpx.Request) -> httpx.Response:
            answer = claim(request)
            if hq.sent and hq.sent[-1] == "change" and hq.sent.count("change") == 1:
                with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
                    tasks.give_back(unit, row.pk)
            return answer

        hq.answer = and_meanwhile  # type: ignore[method-assign]
        laptop.sync.use(hq.client, NAME)
        laptop.sync.once()
        assert (step(laptop), hq.state(TASK)) == (Step.GIVEN, "CANCELED")
        assert person.uuid == rows(laptop)[0].patient_uuid


def test_a_list_that_repeats_itself_comes_to_an_end(tmp_path: Path) -> None:
    hq = MemoryWorklist()
    laptop, person = opened(tmp_path, hq)
    for number in range(901, 1030):
        hq.asks(f"2.25.{number}", a_task(person, study_of(1)))
    with laptop:
        assert laptop.sync.once().tasks == 130 and hq.sent.count("list") == 3
