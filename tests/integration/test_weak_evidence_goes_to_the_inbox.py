"""HZ-20: an import files nothing on weak evidence, and groups what waits by who it says it is."""

import io
import zipfile

import pydicom
import pytest
from support.pictures import a_jpeg, an_op
from support.shared import shared
from support.stations import a_store, lakshmi

from resources.store import patients, studies
from resources.terms import Origin
from workstation.imaging.importing import bring_in
from workstation.imaging.photographs import Said

pytestmark = pytest.mark.hazard("HZ-20")


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    yield store
    store.close()


def waiting(store) -> list[tuple[str, str]]:
    """Who the waiting pictures say they are, once each."""
    with store.read() as unit:
        [person] = patients.listed(unit)
        assert studies.of_patient(unit, person.uuid) == []
        return sorted({(row.identity["patient_id"], row.identity["name"]) for row in studies.inbox(unit)})


@pytest.mark.data
def test_a_medium_is_grouped_by_its_people_and_nothing_of_it_is_filed(store):
    folder = shared("data", "dicom", "dicomdir")
    rows = list(bring_in(store, [folder], Said()))
    assert {row.outcome for row in rows} <= {"stored", "duplicate", "conflict", "skipped"}
    assert sum(row.outcome == "stored" for row in rows) > 20
    assert waiting(store) == people_on(folder)


def people_on(folder) -> list[tuple[str, str]]:
    """Who the files of a medium speak of, as pydicom reads them."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            data_set = pydicom.dcmread(path, force=True, stop_before_pixels=True)
            found.add((str(data_set.get("PatientID", "")), str(data_set.get("PatientName", ""))))
    return sorted(found - {("", "")})


@pytest.mark.data
def test_photographs_without_a_person_are_not_filed(store):
    rows = list(bring_in(store, sorted(shared("data", "fundus").glob("idrid-*.jpg")), Said()))
    assert len(rows) == 8 and {row.outcome for row in rows} == {"skipped"}
    assert waiting(store) == []


def test_a_zip_with_two_people_becomes_two_groups(store, tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, name in enumerate(("Devi^Lakshmi", "Devi^Laxmi"), start=1):
            archive.writestr(f"{number}.dcm", an_op(number, study=number, patient=str(number), name=name))
        archive.writestr("right_OD.jpg", a_jpeg())
    path = tmp_path / "camera.zip"
    path.write_bytes(packed.getvalue())
    outcomes = [row.outcome for row in bring_in(store, [path], Said())]
    assert outcomes == ["stored", "stored", "skipped"]
    assert waiting(store) == [("1", "Devi^Lakshmi"), ("2", "Devi^Laxmi")]


def test_the_exact_name_alone_is_no_evidence(store, tmp_path):
    path = tmp_path / "1.dcm"
    path.write_bytes(an_op(1, patient="", name="Devi^Lakshmi"))
    [row] = bring_in(store, [path], Said())
    assert (row.outcome, "Inbox" in row.reason) == ("stored", True)
    assert len(waiting(store)) == 1
