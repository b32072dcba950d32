"""HZ-02: eight ways for a camera to state an eye, or not; nothing is guessed, and every surface carries the absence."""

import io

import httpx
import pydicom
import pytest
from support.pictures import an_op, uid_of
from support.serving import serving
from support.stations import a_store

from resources.application import application, station_access
from resources.store import filing, mending, studies
from resources.store.copies import copy_of
from resources.store.rows import Arrival
from resources.terms import Laterality, Origin
from resources.wire.part10 import header_of, read_part10

pytestmark = pytest.mark.hazard("HZ-02")
CASES = {
    "R on the image": ({"eye": "R"}, Laterality.RIGHT),
    "L on the series only": ({"eye": None, "Laterality": "L"}, Laterality.LEFT),
    "none": ({"eye": None}, None),
    "R on the image, L on the series": ({"eye": "R", "Laterality": "L"}, None),
    "only a description": ({"eye": None, "SeriesDescription": "OD macula"}, None),
    "both": ({"eye": "B"}, Laterality.BOTH),
    "one association: L": ({"eye": "L"}, Laterality.LEFT),
    "one association: then none": ({"eye": None}, None),
}


def a_picture(number, *, eye, **more):
    data_set = pydicom.dcmread(io.BytesIO(an_op(number, study=number, eye="R", patient="nobody", **more)))
    if eye is None:
        del data_set.ImageLaterality
    else:
        data_set.ImageLaterality = eye
    out = io.BytesIO()
    data_set.save_as(out, enforce_file_format=True)
    return out.getvalue()


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    for number, (said, _) in enumerate(CASES.values(), start=1):
        content = a_picture(number, **said)
        meta = read_part10(io.BytesIO(content))
        blob = store.vault.admit(content, data_set_offset=meta.data_set_at)
        with store.write(Origin.CAMERA, "camera:CAM1") as unit:
            filing.file_instance(unit, header_of(io.BytesIO(content)), blob, Arrival(Origin.CAMERA, "CAM1"))
    yield store
    store.close()


@pytest.mark.parametrize("number", range(1, len(CASES) + 1), ids=list(CASES))
def test_the_eye_is_what_was_stated_or_nothing(store, number):
    expected = list(CASES.values())[number - 1][1]
    with store.read() as unit:
        assert studies.instance(unit, uid_of(number)).laterality is expected


def test_an_unknown_eye_is_absent_on_every_surface(store):
    app = application(store, station_access(store, "secret"), status=dict)
    bearer = {"Authorization": "Bearer secret"}
    with (
        serving(app) as (host, port),
        httpx.Client(base_url=f"http://{host}:{port}", headers=bearer, trust_env=False) as client,
    ):
        listed = {study["uid"]: study for study in client.get("/api/ImagingStudy").raise_for_status().json()}
        for number, (_, expected) in enumerate(CASES.values(), start=1):
            with store.read() as unit:
                study_uid = studies.instance(unit, uid_of(number)).study_uid
            sides = {series.get("laterality") for series in listed[study_uid]["series"]}
            [found] = client.get(f"/dicom-web/studies/{study_uid}/instances?includefield=00200062").json()
            said = found.get("00200062", {}).get("Value", [None])[0]
            fhir = client.get(f"/fhir/ImagingStudy?study=urn:oid:{study_uid}").json()["entry"][0]["resource"]
            codes = {series.get("laterality", {}).get("code") for series in fhir["series"]}
            if expected is None:
                assert (sides, said, codes) == ({None}, None, {None}), number
            else:
                assert (sides, said, codes) == ({expected.word}, expected.value, {expected.snomed}), number


def test_a_person_says_it_and_takes_it_back_while_the_bytes_stay(store):
    uid = uid_of(3)
    with store.write(Origin.PERSON, "grace") as unit:
        before = studies.instance(unit, uid).digest
        mending.set_laterality(unit, uid, Laterality.RIGHT)
    with store.read() as unit:
        row = studies.instance(unit, uid)
        _, pieces = copy_of(store.vault, row, studies.study(unit, row.study_uid))
        assert pydicom.dcmread(io.BytesIO(b"".join(pieces))).ImageLaterality == "R"
        assert row.digest == before
    with store.write(Origin.PERSON, "grace") as unit:
        assert mending.set_laterality(unit, uid, None).laterality is None
