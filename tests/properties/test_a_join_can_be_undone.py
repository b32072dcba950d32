"""Joining two records and parting them again leaves each record as its own history made it (hazard HZ-18).

Whatever is done to people while they are joined is done to a twin of the station where nobody is ever joined; once all are parted
the two stations show the same. ``EYECAMP_JOINS`` is how many stories are told (CI 25).
"""

import ast
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.grading import a_picture
from support.stations import Clock, a_store, lakshmi

from resources.problems import Problem
from resources.store import Store, changes, links, opinions, patients, studies, turns
from resources.store.rows import PatientRow
from resources.store.vault import Disk
from resources.terms import Kind, Operation, Origin

pytestmark = pytest.mark.hazard("HZ-18")
STORIES = int(os.environ.get("EYECAMP_JOINS", "25"))
WHO = st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), WHO, WHO),
        st.tuples(st.just("part"), WHO, WHO),
        st.tuples(st.just("amend"), WHO, st.sampled_from(["90000 1", "90000 2"])),
        st.tuples(st.just("photo"), WHO, st.integers(1, 3)),
        st.tuples(st.just("picture"), WHO, st.sampled_from("RL")),
        st.tuples(st.just("call"), WHO, WHO),
    ),
    max_size=12,
)


class Station:
    """Three people with spellings of one name."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        disk = Disk(fsync=lambda _: None, sync_folder=lambda _: None)
        self.store: Store = a_store(folder, clock=self.clock, disk=disk)
        self.pictures, self.studies = count(1), count(1)
        self.people: list[PatientRow] = []

    def begin(self) -> None:
        """Three new people; those of the story before stay as they are."""
        self.study = {who: next(self.studies) for who in range(3)}
        with self.store.write(Origin.PERSON, "Grace") as unit:
            self.people = [patients.register(unit, lakshmi(given_name=name)) for name in ("Lakshmi", "Laxmi", "Laksmi")]

    def write(self, work: Any) -> None:
        """As a named person; what cannot be is refused."""
        try:
            with self.store.write(Origin.PERSON, "Grace") as unit:
                work(unit)
        except Problem:
            pass

    def join(self, one: int, other: int) -> None:
        self.write(lambda unit: links.join(unit, self.people[one].uuid, self.people[other].uuid))

    def part(self, one: int) -> None:
        with self.store.read() as unit:
            found = links.of(unit, self.people[one].uuid)
        for link in found:
            self.write(lambda unit, link=link: links.part(unit, link.uuid))

    def work(self, kind: str, who: int, what: Any) -> None:
        person = self.people[who]
        if kind == "amend":
            details = lakshmi(given_name=person.details.given_name, phone=what)
            self.write(lambda unit: patients.amend(unit, person.uuid, details))
        elif kind == "photo":
            blob = self.store.vault.admit(b"\xff\xd8" + bytes([what]))
            self.write(lambda unit: patients.set_photo(unit, person.uuid, blob, mime="image/jpeg"))
        elif kind == "picture":
            a_picture(self.store, person, what, instance=next(self.pictures), study=self.study[who])
        else:
            self.write(lambda unit: turns.call(unit, person.uuid))

    def views(self) -> list[tuple[object, ...]]:
        """What every surface shows of each record, without versions, which count what was done."""
        with self.store.read() as unit:
            assert links.around(unit) == {}
            return [self._view(unit, patients.find(unit, person.uuid)) for person in self.people]

    def _view(self, unit: Any, row: PatientRow) -> tuple[object, ...]:
        theirs = studies.of_patient(unit, row.uuid)
        pictures = [
            (one.instance_uid, one.study_uid, one.laterality, one.digest) for s in theirs for one in s.instances
        ]
        said = opinions.of_patient(unit, row.uuid)
        return row.number, row.public_id, row.details, row.photo_digest, _named(sorted(pictures)), said


def _named(pictures: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """A study that the station gave a UID of its own (the camera's was taken) is called by its place: the UID is chance."""
    places: dict[str, int] = {}
    return [
        (uid, study if study.startswith("1.2.3.") else places.setdefault(study, len(places)), *more)
        for uid, study, *more in pictures
    ]


@pytest.fixture(scope="module")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Station, Station]]:
    folder = tmp_path_factory.mktemp("joins")
    joined, twin = Station(folder / "joined"), Station(folder / "twin")
    yield joined, twin
    joined.store.close()
    twin.store.close()


@settings(max_examples=STORIES, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
@example(
    [("join", 0, 1), ("part", 0, 0), ("call", 1, 0), ("picture", 0, "R"), ("call", 0, 0), ("picture", 0, "L")]
)  # the camera's study UID is taken when its second picture comes
def test_after_any_work_parting_leaves_each_record_its_own_history(
    stations: tuple[Station, Station], steps: list[tuple[str, int, Any]]
) -> None:
    joined, twin = stations
    for one in stations:
        one.begin()
    for kind, who, what in steps:
        for one in stations:
            one.clock.forward(1)  # what a camera sends is filed by the time it comes
        if kind == "join":
            joined.join(who, what)
        elif kind == "part":
            joined.part(who)
        else:
            for one in stations:
                one.work(kind, who, what)
    for who in range(3):
        joined.part(who)

    assert joined.views() == twin.views()
    with joined.store.read() as unit:
        feed = changes.since(unit, 0, 100_000)
    assert not [row for row in feed if row.operation is Operation.FORGET]
    assert {row.actor for row in feed if row.kind is Kind.LINK} <= {"Grace"}


def test_no_machine_joins_or_parts_anybody() -> None:
    """Neither sync nor the listener, an import nor a surface."""
    root = Path(__file__).resolve().parents[2]
    machines = ["sync", "workstation/listener", "workstation/imaging", "resources/rest", "resources/fhir"]
    machines += ["resources/dicomweb", "resources/tscharts", "resources/http"]
    for path in [path for folder in machines for path in (root / folder).rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "links":
                assert node.attr not in ("join", "part"), path
            if isinstance(node, ast.ImportFrom) and node.module == "resources.store.links":
                assert not {alias.name for alias in node.names} & {"join", "part"}, path
