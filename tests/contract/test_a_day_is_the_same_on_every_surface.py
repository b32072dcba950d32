"""HZ-25 on the wire: a day typed in the window or sent by tscharts is that day on every surface.

EYECAMP_DAYS sets how many days are tried.
"""

import os
import random
from datetime import date, timedelta

import pytest
from support.data_sets import an_instance
from support.dicomwebs import file_of, stow
from support.restclient import SECRET, client, web
from support.stations import lakshmi

from resources.store import patients
from resources.terms import Origin
from resources.wire.dates import month_first_text
from workstation.gui.patients.age import read_age

pytestmark = pytest.mark.hazard("HZ-25")
DAYS = int(os.environ.get("EYECAMP_DAYS", "60"))
TODAY = date(2026, 11, 21)
PERSON = {
    "paternal_last": "Devi", "maternal_last": "", "first": "Lakshmi", "middle": "", "suffix": "", "prefix": "",
    "dob": "", "gender": "Female", "street1": "", "street2": "", "city": "", "colonia": "", "state": "", "phone1": "",
    "phone2": "", "email": "", "emergencyfullname": "", "emergencyphone": "", "emergencyemail": "",
}  # fmt: skip


@pytest.fixture
def station(tmp_path):
    with web(tmp_path) as (known, store), client(str(known.base_url), None) as charts:
        token = charts.post("/tscharts/v1/login/", json={"username": "station", "password": SECRET}).json()["token"]
        charts.headers["Authorization"] = f"Token {token}"
        yield known, charts, store


def days() -> list[date]:
    rng = random.Random(25)
    drawn = [TODAY - timedelta(days=rng.randrange(1, 110 * 365)) for _ in range(DAYS - 3)]
    return [date(1961, 4, 3), date(1961, 3, 4), date(1960, 2, 29), *drawn]


def typed_in_the_window(station, day: date) -> str:
    _, _, store = station
    read = read_age(day.isoformat(), TODAY)
    with store.write(Origin.PERSON, "grace") as unit:
        return patients.register(unit, lakshmi(birth_year=None, birth_date=read.birth_date)).uuid


def typed_for_tscharts(station, day: date) -> str:
    _, charts, store = station
    body = {**PERSON, "dob": month_first_text(day), "first": f"L{day.toordinal()}"}
    answer = charts.post("/tscharts/v1/patient/", json=body)
    assert answer.status_code == 200, answer.text
    with store.read() as unit:
        return patients.by_pk(unit, answer.json()["id"]).uuid


@pytest.mark.parametrize("typed", [typed_in_the_window, typed_for_tscharts])
def test_it_comes_out_of_each_as_it_went_in(station, typed) -> None:
    known, charts, store = station
    for number, day in enumerate(days()):
        uuid = typed(station, day)
        with store.read() as unit:
            row = patients.find(unit, uuid)
        sent = an_instance(patient=number, PatientID=row.number or row.uuid, PatientName=row.person_name)
        assert stow(known, file_of(sent)).status_code == 200
        [study] = known.get(f"/dicom-web/studies?StudyInstanceUID=1.2.3.{number}&includefield=PatientBirthDate").json()
        seen = {
            "tscharts": charts.get(f"/tscharts/v1/patient/{row.pk}/").json()["dob"],
            "rest": known.get(f"/api/patients/{row.public_id}").json()["birthDate"],
            "fhir": known.get(f"/fhir/Patient/{row.uuid}").json()["birthDate"],
            "dicom": study["00100030"].get("Value", [""])[0],
        }
        assert seen == {
            "tscharts": month_first_text(day),
            "rest": day.isoformat(),
            "fhir": day.isoformat(),
            "dicom": day.strftime("%Y%m%d"),
        }, day
