"""Rows 8 to 12 of seed 000: imaging studies."""

import pytest
from support.restclient import web
from support.stations import FROM_CAMERA, a_header

from resources.rest.studies import EXAMPLE
from resources.store import filing, workitems
from resources.store.vault import Blob
from resources.terms import Origin, WorkitemState

STUDIES = "/api/ImagingStudy"
PERSON = {"id": "10003", "name": {"family": "Demo", "given": "Henry"}}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def station(tmp_path):
    with web(tmp_path) as (client, store):
        client.post("/api/patients", json=PERSON)
        yield client, store


@pytest.fixture
def client(station):
    return station[0]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A person, and no study that anything here could make."""
    with web(tmp_path_factory.mktemp("empty")) as (client, _):
        client.post("/api/patients", json=PERSON)
        yield client
        assert client.get(STUDIES).json() == []


def code(response):
    return response.status_code, response.json()["error"]["code"]


def test_the_documented_study_is_opened(client):
    made = client.post(f"{STUDIES}/", json=EXAMPLE)
    body = made.json()
    assert made.status_code == 201
    assert made.headers["location"].endswith("/api/ImagingStudy/99991")
    assert body["started"].startswith("2016-09-27T10:59:59")
    assert body["started"][19:] not in ("", "Z")
    assert body["patient"]["reference"] == "Patient/10003"
    assert body["referrer"] == {"reference": "Practitioner/10001"}
    assert (body["availability"], body["numberOfSeries"], body["series"]) == ("NEARLINE", 0, [])
    assert client.get(made.headers["location"]).json() == body
    assert client.get(f"{STUDIES}/{body['uid']}").json() == body


@pytest.mark.parametrize("patient", ["10003", "Patient/10003", {"reference": "Patient/10003"}])
def test_a_patient_is_named_in_any_way(client, patient):
    made = client.post(STUDIES, json={"patient": patient})
    assert made.status_code == 201
    assert [one["id"] for one in client.get("/api/patients/10003/ImagingStudy/").json()] == [made.json()["id"]]


def test_the_station_gives_a_uid_and_takes_one(client):
    assert client.post(STUDIES, json={"patient": "10003"}).json()["uid"].startswith("2.25.")
    named = client.post(STUDIES, json={"patient": "10003", "uid": "urn:oid:2.16.840.1.113883.2.3.99.1"})
    assert named.json()["uid"] == "2.16.840.1.113883.2.3.99.1"


def test_an_id_or_uid_in_use_is_409(client):
    client.post(STUDIES, json={"patient": "10003", "id": "7", "uid": "1.2.3"})
    assert code(client.post(STUDIES, json={"patient": "10003", "id": "7"})) == (409, "conflict")
    assert code(client.post(STUDIES, json={"patient": "10003", "uid": "1.2.3"})) == (409, "conflict")
    assert len(client.get(STUDIES).json()) == 1


BAD = {
    "no patient": ({}, "patient"),
    "patient as a number": ({"patient": 10003}, "patient"),
    "started as a word": ({"patient": "10003", "started": "today"}, "started"),
    "started as a number": ({"patient": "10003", "started": 2016}, "started"),
    "started on no day": ({"patient": "10003", "started": "2016-02-30T10:00:00"}, "started"),
    "started before time": ({"patient": "10003", "started": "0001-01-01T00:00:00+14:00"}, "started"),
    "started long ago": ({"patient": "10003", "started": "1066-10-14"}, "started"),
    "availability": ({"patient": "10003", "availability": "HERE"}, "availability"),
    "id of letters": ({"patient": "10003", "id": "x"}, "id"),
    "uid of letters": ({"patient": "10003", "uid": "1.2.x"}, "uid"),
    "uid too long": ({"patient": "10003", "uid": "1." + "2" * 70}, "uid"),
    "count as a text": ({"patient": "10003", "numberOfSeries": "0"}, "numberOfSeries"),
    "count below zero": ({"patient": "10003", "numberOfInstances": -1}, "numberOfInstances"),
    "count as a fraction": ({"patient": "10003", "numberOfSeries": 0.5}, "numberOfSeries"),
    "with series": ({"patient": "10003", "series": [{"uid": "1.2"}]}, "series"),
}


@pytest.mark.parametrize(("body", "field"), BAD.values(), ids=BAD)
def test_what_cannot_be_a_study_is_400_and_names_the_field(empty, body, field):
    answer = empty.post(STUDIES, json=body)
    assert code(answer) == (400, "invalid")
    assert any(place.startswith(field) for place in answer.json()["error"]["fields"])


@pytest.mark.parametrize("patient", ["4", "Patient/4", "", {"reference": "Patient/4"}, {}, "x" * 1000, "../10003/.."])
def test_a_patient_who_is_not_here_is_422(empty, patient):
    assert code(empty.post(STUDIES, json={"patient": patient})) == (422, "invalid")


def test_studies_of_nobody_are_404_and_a_filter_for_nobody_finds_none(empty):
    assert code(empty.get("/api/patients/4/ImagingStudy")) == (404, "not-found")
    assert empty.get(STUDIES, params={"patient": "4"}).json() == []


@pytest.mark.parametrize("key", ["4", "1.2.3", "x", "%00", "..%2f", "9" * 400])
def test_no_study_is_404(empty, key):
    assert code(empty.get(f"{STUDIES}/{key}")) == (404, "not-found")
    assert code(empty.delete(f"{STUDIES}/{key}")) == (404, "not-found")


def test_a_study_is_removed_once(client):
    client.post(STUDIES, json=EXAMPLE)
    assert client.delete(f"{STUDIES}/99991/").json() == {"id": "99991", "deleted": True}
    assert code(client.delete(f"{STUDIES}/99991")) == (404, "not-found")
    assert client.get("/api/patients/10003/ImagingStudy").json() == []


def test_a_study_that_is_being_made_is_not_removed(station):
    client, store = station
    with store.write(Origin.PERSON) as unit:
        waiting = workitems.schedule(unit, "10003")
        workitems.move(unit, waiting.workitem_uid, WorkitemState.IN_PROGRESS)
    client.post(STUDIES, json={"id": "5", "patient": "10003", "uid": waiting.study_uid})
    assert code(client.delete(f"{STUDIES}/5")) == (409, "conflict")
    assert code(client.delete("/api/patients/10003", params={"cascade": "true"})) == (409, "conflict")
    with store.write(Origin.PERSON) as unit:
        workitems.move(unit, waiting.workitem_uid, WorkitemState.COMPLETED)
    assert client.delete(f"{STUDIES}/5").status_code == 200


def test_a_study_known_already_is_304_until_it_changes(client):
    made = client.post(STUDIES, json=EXAMPLE)
    known = {"If-None-Match": made.headers["etag"]}
    assert client.get(f"{STUDIES}/99991", headers=known).status_code == 304
    client.post(f"{STUDIES}/99991/instance", json={"modality": "OP", "instance": [{}]})
    assert client.get(f"{STUDIES}/99991", headers=known).status_code == 200


def test_studies_are_filtered_and_paged(client):
    client.post("/api/patients", json=PERSON | {"id": "10004"})
    for day, patient in ((1, "10003"), (2, "10004"), (3, "10003"), (4, "10003")):
        client.post(STUDIES, json={"id": f"{day}", "patient": patient, "started": f"2026-11-0{day}T23:30:00"})
    for params, found in [
        ({}, ["1", "2", "3", "4"]),
        ({"patient": "10003"}, ["1", "3", "4"]),
        ({"patient": "Patient/10004"}, ["2"]),
        ({"started": "2026-11-03"}, ["3"]),
        ({"started": ["ge2026-11-02", "lt2026-11-04"]}, ["2", "3"]),
        ({"started": "gt2026-11-03"}, ["4"]),
        ({"_count": 3}, ["1", "2", "3"]),
        ({"_lastUpdated": "lt2026-11-01"}, []),
    ]:
        assert [one["id"] for one in client.get(STUDIES, params=params).json()] == found, params
    first = client.get(STUDIES, params={"_count": 2, "patient": "10003"})
    assert [one["id"] for one in client.get(first.links["next"]["url"]).json()] == ["4"]


def test_a_picture_of_nobody_is_listed_as_it_came_and_marked(station):
    client, store = station
    with store.write(Origin.CAMERA) as unit:
        header = a_header(patient_id="X-1", name="Doe^Jane=ジェーン", eye="")
        filing.file_instance(unit, header, Blob("a" * 64, "b" * 64, 10), FROM_CAMERA)
    (study,) = client.get(STUDIES).json()
    assert study["patient"] == {"display": "Doe Jane", "identifier": {"value": "X-1"}}
    assert study["unmatched"] == "not-our-number"
    assert "laterality" not in study["series"][0]
    assert "laterality" not in study["series"][0]["instance"][0]
