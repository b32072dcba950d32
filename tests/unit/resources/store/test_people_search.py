"""A person is found by number, village, phone or name, in any spelling, script and order of words."""

import random
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from sqlalchemy import event
from support.shared import shared
from support.stations import Clock, a_store, lakshmi

from resources.store import patients
from resources.store.rows import PatientDetails, PatientRow
from resources.store.store import Store
from resources.terms import Origin

pytestmark = pytest.mark.hazard("HZ-08")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = a_store(tmp_path, clock=Clock())
    people = [
        lakshmi(phone="90000 41188"),
        PatientDetails(given_name="Muhammad", family_name="Ansari", village="Alagar"),
        PatientDetails(native_name="محمد فاروق", village="Alagar"),
        PatientDetails(native_name="सीता शर्मा"),
        PatientDetails(given_name="Thomas", family_name="100%"),
    ]
    with made.write(Origin.PERSON, "grace") as unit:
        for person in people:
            patients.register(unit, person)
    return made


def found(store: Store, text: str) -> list[int]:
    """The places of those who fit, in the order they are shown."""
    with store.read() as unit:
        return [row.pk - 1 for row in patients.search(unit, text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Laxmi", [0]),
        ("laksmi devy", [0]),
        ("Devi Lakshmi", [0]),
        ("लक्ष्मी", [0]),
        ("Mohammad", [1]),
        ("محمد", [2]),
        ("Seeta", [3]),
        ("sita sarma", [3]),
        ("Tomas", [4]),
        ("100%", [4]),
        ("lak", [0]),
        ("41188", [0]),
        ("C7A-00002", [1]),
        ("Laxmi Alagar", []),
        ("Thomas 200", []),
        ("Gita", []),
    ],
)
def test_somebody_is_found_by(store: Store, text: str, places: list[int]) -> None:
    assert found(store, text) == places


def test_whom_it_fits_as_written_stands_before_whom_it_only_sounds_like(store: Store) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, PatientDetails(given_name="Laxmi", family_name="Rao"))

    assert found(store, "Lakshmi") == [0, 5]
    assert found(store, "Laxmi") == [5, 0]


def test_a_name_that_was_amended_is_found_as_it_sounds_now(store: Store) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, patients.by_pk(unit, 1).uuid, lakshmi(given_name="Kamala"))

    assert found(store, "Kamla") == [] and found(store, "Cámala") == [0]
    assert found(store, "Laxmi") == []


@pytest.mark.data
@pytest.mark.parametrize("name", ["chrArab", "chrRuss", "chrH31", "chrFren", "chrX1"])
def test_names_of_real_files_are_found_by_their_decoded_text(store: Store, name: str) -> None:
    pattern = sorted(shared("data", "dicom", "charset").glob(f"{name}*"))
    person_name = dcmread(pattern[0]).PatientName
    with store.write(Origin.PERSON, "grace") as unit:
        details = PatientDetails(
            family_name=person_name.family_name[:64],
            given_name=person_name.given_name[:64],
            native_name=str(person_name).partition("=")[2][:128],
        )
        patients.register(unit, details)

    for part in (person_name.family_name, details.native_name.split("^")[0]):
        if part:
            assert 5 in found(store, str(part))


@pytest.mark.parametrize("text", ["", "dev", "devi", "lakshmi", "laxmi", "sita", "alagar", "zzzz"])
@pytest.mark.parametrize("limit", [3, 50])
def test_the_order_is_as_written_then_newest_then_who_was_registered_first(
    tmp_path: Path, text: str, limit: int
) -> None:
    clock = Clock()
    store = a_store(tmp_path, clock=clock)
    rng = random.Random(1)
    for _ in range(6):
        with store.write(Origin.PERSON, "grace") as unit:
            for _ in range(4):  # in one moment
                name, village = rng.choice(["Lakshmi", "Laxmi", "Sita"]), rng.choice(["Alagar", "Salem"])
                patients.register(unit, lakshmi(given_name=name, village=village))
        clock.forward(rng.choice([0, 1]))
    with store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, patients.listed(unit)[2].uuid, lakshmi(given_name="Laxmi", village="Salem"))
        patients.forget(unit, patients.listed(unit)[5].uuid)
        everybody = patients.listed(unit)

    def place(row: PatientRow) -> tuple[bool, float, int]:
        said = f"{row.details.given_name} {row.details.family_name} {row.details.village}".lower()
        return text not in said, -row.changed_at.timestamp(), row.pk

    with store.read() as unit:
        fits = {row.pk for row in patients.search(unit, text, limit=1000)}
        shown = [row.pk for row in patients.search(unit, text, limit=limit)]
    assert shown == [row.pk for row in sorted(everybody, key=place) if row.pk in fits][:limit]
    assert fits or text == "zzzz"


def test_who_was_changed_since_is_found_in_the_order_of_registering(tmp_path: Path) -> None:
    clock = Clock()
    store = a_store(tmp_path, clock=clock)
    with store.write(Origin.PERSON, "grace") as unit:
        rows = [patients.register(unit, lakshmi(given_name=name)) for name in ("Sita", "Gita", "Mina", "Usha")]
    clock.forward(60)
    later = clock()
    for place in (2, 0, 3):
        with store.write(Origin.PERSON, "grace") as unit:
            patients.amend(unit, rows[place].uuid, lakshmi(given_name="Leela"))
        clock.forward(1)
    with store.write(Origin.PERSON, "grace") as unit:
        patients.forget(unit, rows[3].uuid)
    with store.read() as unit:
        assert [row.pk for row in patients.changed_since(unit, later)] == [rows[0].pk, rows[2].pk]
        assert [row.pk for row in patients.changed_since(unit, later, limit=1)] == [rows[0].pk]
        assert [row.pk for row in patients.with_uuids(unit, [row.uuid for row in reversed(rows)])] == [
            row.pk for row in rows[:3]
        ]


def test_counting_and_what_is_new_read_nobody_else(store: Store) -> None:
    """By SQLite's own plan: of a hundred thousand people those that are asked for, from the index."""
    asked: list[tuple[str, Any]] = []

    def heard(*said: Any) -> None:
        asked.append((said[2], said[3]))

    event.listen(store.database.engine, "before_cursor_execute", heard)
    with store.read() as unit:
        patients.count(unit)
        patients.changed_since(unit, unit.now)
        patients.search(unit, "", limit=5)
    event.remove(store.database.engine, "before_cursor_execute", heard)
    assert len(asked) == 3
    with store.database.reading() as connection:
        for statement, values in asked:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(values))
            plan = [row[3] for row in rows]
            assert "ix_patient_here" in plan[0], plan
