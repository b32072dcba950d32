"""Records of several people are on their way at once; of one person only one, and the person before what is about them."""

import threading
from functools import partial
from pathlib import Path
from random import Random

import httpx
import pytest
from support.interleaved import Interleaved, turn
from support.pictures import an_op
from support.recordserver import MemoryRecords
from support.travelling import Laptop, a_laptop

from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from sync import records
from sync.abreast import Threads
from sync.carrying import NO_PERSON
from sync.marking import Marks
from sync.status import State

LONG = 60
"""Seconds to wait for what must come."""
STILL = 0.0
"""No time passes: as many streams as at first."""


def people_with_a_visit(laptop: Laptop, *names: str) -> list[PatientRow]:
    found = [laptop.registers(given_name=name) for name in names]
    for n, person in enumerate(found, start=1):
        laptop.receives(an_op(n, patient=person.number, name="", study=n))
    return found


def record(laptop: Laptop, kind: Kind, uid: str = "") -> records.Record:
    with laptop.store.read() as unit:
        return next(one for one in records.listed(unit) if one.kind is kind and (not uid or one.uid == uid))


def test_two_people_go_at_once(tmp_path: Path) -> None:
    server, both = MemoryRecords(), threading.Barrier(2, timeout=LONG)

    def pairs(request: httpx.Request) -> None:
        if request.method == "PUT" and "/Patient/" in request.url.path:
            both.wait()

    server.arrives = pairs
    crew = partial(Threads, 2)
    with a_laptop(tmp_path, connect=None, records=server.destination(), crew=crew, stopwatch=lambda: STILL) as laptop:
        people_with_a_visit(laptop, "Asha", "Bina", "Chitra", "Devi")
        assert laptop.sync.once().records == 8
    assert len(server.of("Patient")) == len(server.of("ImagingStudy")) == 4


@pytest.mark.parametrize("seed", range(6))
def test_of_one_person_one_goes_at_a_time_and_nothing_before_its_person(tmp_path: Path, seed: int) -> None:
    server = MemoryRecords()
    together: list[set[str]] = []
    out: dict[threading.Thread, str] = {}

    def arrives(request: httpx.Request) -> None:
        turn()
        if request.method == "PUT" and "/ImagingStudy/" in request.url.path:
            assert server._body(request)["patient"]["reference"] in server.held

    server.arrives = arrives

    class Watched(Interleaved):
        def begin(self, job: object, work: partial[object]) -> None:  # type: ignore[override]
            going = work.args[-1].patient_uuid or work.args[-1].key
            assert going not in out.values()
            super().begin(job, work)
            out[job] = going  # type: ignore[index]
            together.append(set(out.values()))

        def first(self) -> tuple[object, object]:  # type: ignore[override]
            job, outcome = super().first()
            del out[job]
            return job, outcome

    crew = partial(Watched, Random(seed), 6)
    with a_laptop(tmp_path, connect=None, records=server.destination(), crew=crew, stopwatch=lambda: STILL) as laptop:
        people_with_a_visit(laptop, "Asha", "Bina", "Chitra")
        laptop.sync.once()
        with laptop.store.read() as unit:
            assert {one.state for one in records.listed(unit)} == {State.VERIFIED}
    assert max(map(len, together)) == 2


def test_who_waits_for_a_person_that_has_just_come_there_does_not_wait(tmp_path: Path) -> None:
    with a_laptop(tmp_path, connect=None, records=MemoryRecords().destination()) as laptop:
        [person] = people_with_a_visit(laptop, "Asha")
        laptop.sync._collect()
        marks, visit = Marks(laptop.store, Random(1)), record(laptop, Kind.STUDY)
        assert marks.wait_for(visit, NO_PERSON, person.uuid) is State.HELD
        with laptop.store.write(Origin.STATION) as unit:
            records.met(unit, record(laptop, Kind.PATIENT), "Patient/5", made_here=True)
        assert record(laptop, Kind.STUDY).state is State.QUEUED
        assert marks.wait_for(visit, NO_PERSON, person.uuid) is State.QUEUED
        assert not record(laptop, Kind.STUDY).needs_patient


@pytest.mark.hazard("HZ-20")
def test_a_visit_whose_person_was_found_elsewhere_meanwhile_goes_again_and_names_that_place(tmp_path: Path) -> None:
    server = MemoryRecords()
    with a_laptop(tmp_path, connect=None, records=server.destination()) as laptop:
        people_with_a_visit(laptop, "Asha")

        def found_elsewhere(request: httpx.Request, response: httpx.Response) -> httpx.Response:
            if request.method == "PUT" and "/ImagingStudy/" in request.url.path:
                server.after = lambda _, answer: answer
                with laptop.store.write(Origin.STATION) as unit:
                    records.met(unit, record(laptop, Kind.PATIENT), "Patient/elsewhere", made_here=True)
            return response

        server.after = found_elsewhere
        laptop.sync.once()
        [visit] = server.of("ImagingStudy")
        assert visit["patient"]["reference"] == "Patient/elsewhere"
        assert record(laptop, Kind.STUDY).state is State.VERIFIED
