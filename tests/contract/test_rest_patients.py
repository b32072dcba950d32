"""Rows 1 to 4 of seed 000: people, through a real server and a real client."""

import httpx
import pytest
from support.restclient import web

from resources.rest.patients import EXAMPLE
from resources.store import changes, patients
from resources.terms import Kind, Origin

HENRY = {"name": {"family": "Demo", "given": "Henry"}}
PEOPLE = "/api/patients"


@pytest.fixture
def station(tmp_path):
    with web(tmp_path) as pair:
        yield pair


@pytest.fixture
def client(station):
    return station[0]


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A station that refuses all it is asked here, and so stays empty."""
    with web(tmp_path_factory.mktemp("empty")) as (client, _):
        yield client


def ids(response: httpx.Response) -> list[str]:
    assert response.status_code == 200
    return [one["id"] for one in response.json()]


def error(response: httpx.Response, status: int, code: str) -> dict:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    told = response.json()["error"]
    assert told["code"] == code
    assert told["message"]
    return told


def test_a_station_without_people_gives_an_empty_array(client):
    assert client.get(f"{PEOPLE}/").json() == []


def test_the_documented_person_comes_back_as_sent(client):
    made = client.post(f"{PEOPLE}/", json=EXAMPLE)
    assert made.status_code == 201
    assert made.headers["location"].endswith("/api/patients/10001")
    assert made.json().items() >= EXAMPLE.items()
    read = client.get(made.headers["location"])
    assert read.json() == made.json()
    assert read.headers["etag"] == made.headers["etag"]


def test_a_person_is_a_patient_of_the_store_with_a_number_and_a_change(station):
    client, store = station
    client.post(PEOPLE, json=EXAMPLE)
    with store.read() as unit:
        row = patients.find(unit, "10001")
        (change,) = changes.of(unit, Kind.PATIENT, row.uuid)
    assert (row.details.family_name, row.details.sex, row.number) == ("Demo", "M", "C7A-00001-3")
    assert (change.origin, change.actor) == (Origin.REST, "token:station")


def test_arrays_are_taken_and_the_single_form_is_given(client):
    body = {
        "name": [
            {"family": ["van", "Dijk"], "given": ["Anna", "M"]},
            {"use": "old", "family": "Smit", "given": "Anna"},
        ],
        "identifier": [{"value": "A1"}, {"value": "B2"}],
    }
    made = client.post(PEOPLE, json=body).json()
    assert made["name"] == {"family": "van Dijk", "given": "Anna M"}
    assert made["identifier"] == {"value": "A1"}
    assert ids(client.get(PEOPLE, params={"identifier": "B2"})) == [made["id"]]


def test_what_we_do_not_know_is_kept(client):
    made = client.post(PEOPLE, json=HENRY | {"deceasedBoolean": False, "telecom": [{"value": "1"}]}).json()
    assert (made["deceasedBoolean"], made["telecom"]) == (False, [{"value": "1"}])


def test_what_we_say_of_a_person_cannot_be_sent(client):
    made = client.post(PEOPLE, json=HENRY | {"number": "C7A-99999-9", "uuid": "x", "meta": {"versionId": "9"}}).json()
    assert made["number"] == "C7A-00001-3"
    assert made["meta"]["versionId"] == "1"


@pytest.mark.parametrize("born", ["1961-04-03", "1961"])
def test_a_birth_date_may_be_a_day_or_a_year(client, born):
    assert client.post(PEOPLE, json=HENRY | {"birthDate": born}).json()["birthDate"] == born


@pytest.mark.parametrize(
    ("gender", "given"), [("male", "Male"), ({"text": "F"}, "Female"), ({"text": "OTHER"}, "Other")]
)
def test_a_gender_may_be_a_word_or_an_object(client, gender, given):
    assert client.post(PEOPLE, json=HENRY | {"gender": gender}).json()["gender"] == {"text": given}


def test_an_unknown_gender_is_left_out(client):
    assert "gender" not in client.post(PEOPLE, json=HENRY | {"gender": {"text": "Unknown"}}).json()


BAD = {
    "no name": ({}, "name"),
    "no family": ({"name": {"given": "Henry"}}, "name.family"),
    "no given": ({"name": {"family": "Demo"}}, "name.given"),
    "empty family": ({"name": {"family": " ", "given": "Henry"}}, "name.family"),
    "name of numbers": ({"name": {"family": 1, "given": 2}}, "name.family"),
    "no names": ({"name": []}, "name"),
    "long name": ({"name": {"family": "x" * 65, "given": "y"}}, "name.family"),
    "control character": ({"name": {"family": "De\nmo", "given": "Henry"}}, "name.family"),
    "birth date of a month 13": (HENRY | {"birthDate": "1961-13-01"}, "birthDate"),
    "birth date the other way": (HENRY | {"birthDate": "03/04/1961"}, "birthDate"),
    "birth date to come": (HENRY | {"birthDate": "2031-01-01"}, "birthDate"),
    "birth date of another calendar": (HENRY | {"birthDate": "1443-01-01"}, "birthDate"),
    "birth date as a number": (HENRY | {"birthDate": 1961}, "birthDate"),
    "gender": (HENRY | {"gender": {"text": "yes"}}, "gender"),
    "active": (HENRY | {"active": "true"}, "active"),
    "id of letters": (HENRY | {"id": "abc"}, "id"),
    "id as a path": (HENRY | {"id": "../1"}, "id"),
    "id as a number": (HENRY | {"id": 7}, "id"),
    "identifier without value": (HENRY | {"identifier": {"system": "urn:x"}}, "identifier.value"),
    "managing organization": (HENRY | {"managingOrganization": {"reference": 1}}, "managingOrganization.reference"),
}


@pytest.mark.parametrize(("body", "field"), BAD.values(), ids=BAD)
def test_what_cannot_be_a_person_is_400_and_names_the_field(empty, body, field):
    told = error(empty.post(PEOPLE, json=body), 400, "invalid")
    assert field in told["fields"]
    assert empty.get(PEOPLE).json() == []


@pytest.mark.parametrize("body", ["[]", '"x"', "1", "null", "true"])
def test_a_body_that_is_no_object_is_400(empty, body):
    error(empty.post(PEOPLE, content=body, headers={"Content-Type": "application/json"}), 400, "invalid")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "image/jpeg"])
def test_a_body_of_another_kind_is_415(empty, kind):
    error(empty.post(PEOPLE, content=b"{}", headers={"Content-Type": kind}), 415, "unsupported-media-type")


def test_no_body_at_all_is_refused(empty):
    error(empty.post(PEOPLE), 415, "unsupported-media-type")
    error(empty.post(PEOPLE, headers={"Content-Type": "application/json"}), 400, "invalid")


def test_an_id_or_an_identifier_in_use_is_409(client):
    assert client.post(PEOPLE, json=EXAMPLE).status_code == 201
    error(client.post(PEOPLE, json=HENRY | {"id": "10001"}), 409, "conflict")
    told = error(client.post(PEOPLE, json=HENRY | {"identifier": EXAMPLE["identifier"]}), 409, "conflict")
    assert told["fields"] == {"identifier": "in use"}
    error(client.post(PEOPLE, json=HENRY | {"identifier": {"value": "C7A-00001-3"}}), 409, "conflict")
    assert len(client.get(PEOPLE).json()) == 1


def test_an_id_that_is_taken_is_never_given_again(client):
    client.post(PEOPLE, json=HENRY | {"id": "10002"})
    given = [client.post(PEOPLE, json=HENRY).json()["id"] for _ in range(2)]
    assert given == ["10001", "10003"]


def test_a_person_who_is_known_already_is_304(client):
    made = client.post(PEOPLE, json=EXAMPLE)
    for known in (made.headers["etag"], f'"x", W/{made.headers["etag"]}', "*"):
        again = client.get(f"{PEOPLE}/10001", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", made.headers["etag"])
    assert client.get(f"{PEOPLE}/10001", headers={"If-None-Match": '"2"'}).status_code == 200
    changed = client.get(f"{PEOPLE}/10001").headers["last-modified"]
    assert client.get(f"{PEOPLE}/10001", headers={"If-Modified-Since": changed}).status_code == 304
    assert client.get(f"{PEOPLE}/10001", headers={"If-Modified-Since": "yesterday"}).status_code == 200


@pytest.mark.parametrize("key", ["10002", "0", "x", "..", "%00", "%ff", "a" * 5000, "1%2F2", "urn:oid:1.2"])
def test_nobody_is_404(empty, key):
    error(empty.get(f"{PEOPLE}/{key}"), 404, "not-found")
    error(empty.delete(f"{PEOPLE}/{key}"), 404, "not-found")


def test_a_person_is_removed_once(client):
    client.post(PEOPLE, json=EXAMPLE)
    gone = client.delete(f"{PEOPLE}/10001/")
    assert (gone.status_code, gone.json()) == (200, {"id": "10001", "deleted": True})
    error(client.delete(f"{PEOPLE}/10001"), 404, "not-found")
    assert client.get(PEOPLE).json() == []


def test_a_person_with_studies_is_removed_only_with_all_of_it(client):
    client.post(PEOPLE, json=EXAMPLE)
    client.post("/api/ImagingStudy", json={"id": "99991", "patient": "10001"})
    error(client.delete(f"{PEOPLE}/10001"), 409, "conflict")
    assert client.delete(f"{PEOPLE}/10001", params={"cascade": "true"}).status_code == 200
    error(client.get("/api/ImagingStudy/99991"), 404, "not-found")


def test_pages_hold_everybody_exactly_once(client):
    made = [client.post(PEOPLE, json=HENRY).json()["id"] for _ in range(7)]
    page = client.get(PEOPLE, params={"_count": 3, "name": "demo"})
    found = ids(page)
    while "next" in page.links:
        page = client.get(page.links["next"]["url"])
        found += ids(page)
    assert found == made
    assert ids(client.get(PEOPLE, params={"_count": 2, "_offset": 5})) == made[5:]
    assert ids(client.get(PEOPLE, params={"_count": 0})) == []
    assert ids(client.get(PEOPLE, params={"_offset": 2**31})) == []


def test_a_list_is_filtered(client):
    anna = client.post(
        PEOPLE, json={"name": {"family": "Dévi", "given": "Anna"}, "identifier": {"value": "A_1"}}
    ).json()
    sys = {"system": "urn:lab", "value": "A11"}
    ben = client.post(PEOPLE, json={"name": {"family": "Demo", "given": "Ben"}, "identifier": sys}).json()
    for params, found in [
        ({"name": "devi anna"}, [anna]),
        ({"name": "%"}, [anna, ben]),
        ({"name": "nobody"}, []),
        ({"identifier": "A_1"}, [anna]),
        ({"identifier": "urn:lab|A11"}, [ben]),
        ({"identifier": "urn:else|A11"}, []),
        ({"identifier": "A11' OR 1=1 --"}, []),
    ]:
        assert ids(client.get(PEOPLE, params=params)) == [one["id"] for one in found], params


def test_a_list_is_filtered_by_when_it_changed(station):
    client, store = station
    made = []
    for _ in range(3):
        made.append(client.post(PEOPLE, json=HENRY).json())
        store.clock.forward(60)
    first, second, third = (one["id"] for one in made)
    when = made[1]["meta"]["lastUpdated"]
    for asked, found in [
        (f"gt{when}", [third]),
        (f"ge{when}", [second, third]),
        (f"lt{when}", [first]),
        (f"le{when}", [first, second]),
        (when, [second]),
        (["gt2026-11-20", f"lt{when}"], [first]),
        ("gt2026-11-21", []),
        ("2026-11-21", [first, second, third]),
    ]:
        assert ids(client.get(PEOPLE, params={"_lastUpdated": asked})) == found, asked


@pytest.mark.parametrize(
    "params",
    [
        {"_count": "x"}, {"_count": -1}, {"_count": 10**20}, {"_offset": -1}, {"_offset": 2**63}, {"_lastUpdated": "x"},
        {"_lastUpdated": "gt"}, {"_lastUpdated": "2026-02-30"}, {"_lastUpdated": "gt9999-12-31"},
        {"_lastUpdated": "gt0001-01-01T00:00:00+14:00"}, {"name": "x" * 300}, {"cascade": "perhaps"},
    ],
    ids=str,
)  # fmt: skip
def test_a_filter_that_says_nothing_is_400(empty, params):
    method, path = ("DELETE", f"{PEOPLE}/1") if "cascade" in params else ("GET", PEOPLE)
    assert error(empty.request(method, path, params=params), 400, "invalid")["fields"]
