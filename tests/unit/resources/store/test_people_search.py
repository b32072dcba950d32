"""A person is found by number, village, phone or name, in any spelling, script and order of words."""

from pathlib import Path

import pytest
from pydicom import dcmread
from support.shared import shared
from support.stations import Clock, a_store, lakshmi

from resources.store import patients
from resources.store.rows import PatientDetails
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
