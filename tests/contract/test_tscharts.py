"""Seed 003, held to what the original's own client asserts, and to what its code does beyond that."""

import base64

import pytest
from support.pictures import a_jpeg
from support.restclient import SECRET, client, web

from resources.store import changes, patients, tokens
from resources.terms import Kind, Origin
from resources.tscharts.surface import TABLE

V1 = "/tscharts/v1"
PERSON = {
    "paternal_last": "abcd1234", "maternal_last": "yyyyyy", "first": "zzzzzzz", "middle": "", "suffix": "Jr.", "prefix": "",
    "dob": "04/01/1962", "gender": "Female", "street1": "1234 First Ave", "street2": "", "city": "Ensenada", "colonia": "",
    "state": "Baja California", "phone1": "1-111-111-1111", "phone2": "", "email": "patient@example.com",
    "emergencyfullname": "Maria Sanchez", "emergencyphone": "1-222-222-2222", "emergencyemail": "maria.sanchez@example.com",
}  # fmt: skip
KINDS = ["Xray", "Headshot", "Audiogram", "Surgery"]


@pytest.fixture
def station(tmp_path):
    with web(tmp_path) as (known, store):
        base = str(known.base_url)
        with client(base, None) as http:
            token = http.post(f"{V1}/login/", json={"username": "station", "password": SECRET}).json()["token"]
            http.headers["Authorization"] = f"Token {token}"
            yield http, store, known


@pytest.fixture
def http(station):
    return station[0]


def made(http, noun, body):
    answer = http.post(f"{V1}/{noun}/", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["id"]


def a_clinic(http, month=2):
    return made(
        http, "clinic", {"location": "Ensenada", "start": f"{month:02d}/05/2016", "end": f"{month:02d}/06/2016"}
    )


def an_image(http, **body):
    return http.post(f"{V1}/image/", json=body)


@pytest.fixture
def three(http):
    """A patient, a clinic and a station."""
    ids = made(http, "patient", PERSON), a_clinic(http), made(http, "station", {"name": "ENT"})
    return dict(zip(("patient", "clinic", "station"), ids, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_comes_back_as_it_was_posted_until_it_is_deleted(http, three, kind):
    pk = an_image(http, **three, type=kind, data="ABCDEFG").json()["id"]
    assert http.get(f"{V1}/image/{pk}/").json() == {**three, "id": pk, "type": kind, "data": "ABCDEFG"}
    assert http.delete(f"{V1}/image/{pk}/").json() == {}
    gone = http.get(f"{V1}/image/{pk}/")
    assert (gone.status_code, gone.content) == (404, b"")
    again = http.delete(f"{V1}/image/{pk}/")
    assert (again.status_code, again.json()) == (404, {"detail": "Not found."})


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"clinic": 99999}, 404), ({"station": 9999}, 404), ({"patient": 9999}, 404), ({"clinic": 0}, 404),
        ({"clinic": "fffff"}, 400), ({"station": None}, 400), ({"patient": ""}, 400), ({"patient": True}, 400),
        ({"patient": ...}, 400), ({"clinic": ...}, 200), ({"station": ...}, 200), ({"type": "Bad Type"}, 400),
        ({"type": ["Xray"]}, 400), ({"data": ...}, 400), ({"data": 7}, 400), ({"data": ""}, 400), ({"type": "headshot"}, 400),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_picture_is_said_by_the_status_alone(http, three, change, status):
    body = {**three, "type": "Headshot", "data": "ABCDEFG", **change}
    answer = an_image(http, **{name: value for name, value in body.items() if value is not ...})
    assert answer.status_code == status
    assert status != 400 or answer.content == b""


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"7", b'{"a": NaN}', b'{"a":1,"a":2}', b"\xff"])
@pytest.mark.parametrize("noun", ["image", "clinic", "station", "clinicstation", "patient", "login"])
def test_a_body_that_is_not_an_object_is_400(http, noun, raw):
    assert http.post(f"{V1}/{noun}/", content=raw).status_code == 400


@pytest.mark.parametrize(
    ("path", "status"), [("image//", 400), ("image/", 400), ("image/9999/", 404), ("image/None/", 404)]
)
def test_deleting_nothing_in_particular(http, path, status):
    assert http.delete(f"{V1}/{path}").status_code == status


def test_without_clinic_and_station_they_are_null(http, three):
    pk = an_image(http, patient=three["patient"], type="Xray", data="A").json()["id"]
    shown = http.get(f"{V1}/image/{pk}").json()
    assert (shown["clinic"], shown["station"]) == (None, None)


def test_searching_among_sixty_headshots(http):
    clinics = [a_clinic(http, month) for month in (1, 2, 3)]
    stations = [made(http, "station", {"name": f"Dental{number}"}) for number in range(4)]
    people = [made(http, "patient", {**PERSON, "paternal_last": f"abcd{number}"}) for number in range(5)]
    ids = [
        an_image(http, patient=p, clinic=c, station=s, type="Headshot", data="ABCDEFG0").json()["id"]
        for c in clinics for s in stations for p in people
    ]  # fmt: skip

    def found(**query):
        return http.get(f"{V1}/image/", params=query)

    c, s, p = clinics[1], stations[2], people[3]
    assert found().json() == ids
    assert len(found(clinic=c).json()) == 20
    assert len(found(station=s, type="Headshot").json()) == 15
    assert len(found(clinic=c, station=s, sort="true").json()) == 5
    assert len(found(clinic=c, patient=p, sort="false").json()) == 4
    assert len(found(clinic=c, station=s, patient=p).json()) == 1
    assert found(clinic=c, sort="true").json() == sorted(found(clinic=c).json(), reverse=True)
    newest = found(patient=p, newest="true").json()
    assert newest["id"] == max(found(patient=p).json())
    assert set(newest) == {"id", "patient", "clinic", "station", "type", "data"}
    assert found(patient="", clinic="", sort="", newest="", type="").json() == ids
    for wrong in (
        {"clinic": 9999},
        {"station": 9999},
        {"patient": 9999},
        {"type": "Xray"},
        {"clinic": 9999, "type": "yadda"},
    ):
        assert found(**wrong).status_code == 404, wrong
    for wrong in ({"type": "yadda"}, {"sort": "True"}, {"sort": "False"}, {"newest": "1"}, {"patient": "x"}):
        assert found(**wrong).status_code == 400, wrong
    assert found(patient=p, type="Xray", newest="true").status_code == 404


def test_newest_is_by_the_time_of_arrival(http, three):
    first = an_image(http, **three, type="Headshot", data="A").json()["id"]
    second = an_image(http, **three, type="Headshot", data="B").json()["id"]
    assert http.get(f"{V1}/image/", params={"newest": "true"}).json()["data"] == "B"
    http.delete(f"{V1}/image/{second}/")
    assert http.get(f"{V1}/image/", params={"newest": "true"}).json()["id"] == first


@pytest.mark.parametrize("prefix", ["", "data:image/jpeg;base64,"])
def test_a_headshot_is_the_photo_of_every_surface(station, three, prefix):
    http, store, rest = station
    face = a_jpeg(40, 50)
    data = prefix + base64.b64encode(face).decode()
    pk = an_image(http, **three, type="Headshot", data=data).json()["id"]
    with store.read() as unit:
        public_id = patients.by_pk(unit, three["patient"]).public_id
    photo = f"/api/patients/{public_id}/photo"
    assert rest.get(photo).content == face
    assert http.get(f"{V1}/image/{pk}/").json()["data"] == data
    other = a_jpeg(30, 30)
    assert rest.post(photo, content=other, headers={"Content-Type": "image/jpeg"}).status_code == 200
    newest = http.get(f"{V1}/image/", params={"patient": three["patient"], "newest": "true"}).json()
    assert (base64.b64decode(newest["data"]), newest["clinic"], newest["type"]) == (other, None, "Headshot")
    assert rest.delete(photo).status_code == 200
    assert http.get(f"{V1}/image/{pk}/").status_code == 404


@pytest.mark.parametrize(("kind", "data"), [("Headshot", "ABCDEFG"), ("Headshot", "QUJD"), ("Xray", None)])
def test_what_is_no_headshot_or_no_picture_is_nobodys_photo(station, three, kind, data):
    http, store, rest = station
    an_image(http, **three, type=kind, data=data or base64.b64encode(a_jpeg()).decode())
    with store.read() as unit:
        person = patients.by_pk(unit, three["patient"])
    assert person.photo_digest is None
    assert rest.get(f"/api/patients/{person.public_id}/photo").status_code == 404


@pytest.mark.hazard("HZ-07")
def test_the_same_face_on_two_people_is_known_of_both(station, three):
    http, store, _ = station
    other = made(http, "patient", {**PERSON, "first": "other"})
    data = base64.b64encode(a_jpeg()).decode()
    for patient in (three["patient"], other):
        an_image(http, patient=patient, type="Headshot", data=data)
    with store.read() as unit:
        digest = patients.by_pk(unit, other).photo_digest
        assert len(patients.same_photo(unit, digest)) == 2
        assert len([row for row in changes.since(unit, 0) if row.kind is Kind.PHOTO]) == 2


@pytest.mark.hazard("HZ-25")
def test_the_month_comes_first_and_is_never_swapped(station):
    http, store, rest = station
    pk = made(http, "patient", {**PERSON, "dob": "03/04/1961"})
    with store.read() as unit:
        assert patients.by_pk(unit, pk).details.birth_date.isoformat() == "1961-03-04"
    assert http.get(f"{V1}/patient/{pk}/").json()["dob"] == "03/04/1961"
    assert rest.get("/api/patients").json()[0]["birthDate"] == "1961-03-04"
    assert made(http, "patient", {**PERSON, "first": "b", "dob": "03-04-1961"})
    for wrong in ("13/04/1961", "1961-03-04", "03/04-1961", "02/30/1961", "", "01/01/2081", "03/04/61"):
        assert http.post(f"{V1}/patient/", json={**PERSON, "first": "c", "dob": wrong}).status_code == 400, wrong


def test_a_patient_comes_back_whole_and_only_once(http):
    pk = made(http, "patient", PERSON)
    assert http.get(f"{V1}/patient/{pk}/").json() == {**PERSON, "id": pk, "curp": ""}
    assert http.post(f"{V1}/patient/", json=PERSON).status_code == 409
    assert http.post(f"{V1}/patient/", json={**PERSON, "shoe": "44"}).status_code == 400
    assert http.post(f"{V1}/patient/", json={k: v for k, v in PERSON.items() if k != "first"}).status_code == 400
    assert http.get(
        f"{V1}/patient/", params={"paternal_last": "CD12", "dob": "04/01/1962", "gender": "Female"}
    ).json() == [pk]
    assert http.get(f"{V1}/patient/", params={"maternal_last": "yyy", "first": "z"}).json() == [pk]
    assert http.get(f"{V1}/patient/", params={"gender": "Male"}).status_code == 404
    assert http.get(f"{V1}/patient/", params={"gender": "F"}).status_code == 400
    assert http.delete(f"{V1}/patient/{pk}/").json() == {}
    assert http.get(f"{V1}/patient/{pk}/").status_code == 404


def test_a_patient_with_imaging_studies_stays(station, three):
    http, store, rest = station
    with store.read() as unit:
        public_id = patients.by_pk(unit, three["patient"]).public_id
    rest.post("/api/ImagingStudy", json={"patient": public_id})
    assert http.delete(f"{V1}/patient/{three['patient']}/").status_code == 409


def test_a_person_of_another_surface_is_shown_without_making_anything_up(station):
    http, _, rest = station
    rest.post("/api/patients", json={"name": {"family": "Demo", "given": "Henry"}, "birthDate": "1961"})
    pk = http.get(f"{V1}/patient/").json()[0]
    shown = http.get(f"{V1}/patient/{pk}/").json()
    assert (shown["paternal_last"], shown["first"], shown["dob"], shown["gender"]) == ("Demo", "Henry", "", "")


def test_a_clinic_is_one_however_often_it_is_made_and_takes_its_pictures_along(http, three):
    assert a_clinic(http) == three["clinic"]
    assert http.get(f"{V1}/clinic/{three['clinic']}/").json() == {
        "id": three["clinic"], "location": "Ensenada", "start": "02/05/2016", "end": "02/06/2016",
    }  # fmt: skip
    for date, status in (("02/06/2016", 200), ("02/30/2016", 400), ("02/20/2016", 404), ("02/30", 400), ("sdf", 400)):
        assert http.get(f"{V1}/clinic/", params={"date": date}).status_code == status
    assert http.get(f"{V1}/clinic/", params={"date": ""}).json()[0]["id"] == three["clinic"]
    with_clinic = an_image(http, **three, type="Xray", data="A").json()["id"]
    without = an_image(http, patient=three["patient"], type="Xray", data="A").json()["id"]
    assert http.delete(f"{V1}/clinic/{three['clinic']}/").json() == {}
    assert http.get(f"{V1}/clinic/{three['clinic']}/").json() == {"detail": "Not found."}
    assert [http.get(f"{V1}/image/{pk}/").status_code for pk in (with_clinic, without)] == [404, 200]


def test_a_clinic_station_names_its_clinic_and_its_station(http, three):
    body = {"clinic": three["clinic"], "station": three["station"], "name": "ENT 1", "away": False, "awaytime": 15}
    pk = made(http, "clinicstation", body)
    shown = http.get(f"{V1}/clinicstation/{pk}/").json()
    assert shown | {**body, "id": pk, "active": False, "level": 1} == shown
    assert set(shown) == {
        "name",
        "name_es",
        "level",
        "activepatient",
        "nextpatient",
        "away",
        "awaytime",
        "willreturn",
        "clinic",
        "station",
        "active",
        "finished",
        "id",
    }
    listed = http.get(f"{V1}/clinicstation/", params={"clinic": three["clinic"], "away": "false"}).json()
    assert [row["id"] for row in listed] == [pk]
    assert http.get(f"{V1}/clinicstation/", params={"clinic": three["clinic"], "active": "true"}).status_code == 404
    assert http.get(f"{V1}/clinicstation/").status_code == 400
    assert http.get(f"{V1}/clinicstation/", params={"clinic": 999}).status_code == 400
    assert http.post(f"{V1}/clinicstation/", json={**body, "station": 999}).status_code == 404
    assert http.delete(f"{V1}/station/{three['station']}/").json() == {}
    assert http.get(f"{V1}/clinicstation/{pk}/").status_code == 404


def test_login_takes_the_name_and_the_secret_of_a_token(station):
    http, store, _ = station
    with store.write(Origin.STATION) as unit:
        secret = tokens.create(unit, "tablet", ["read"])
    answer = http.post(f"{V1}/login/", json={"username": "tablet", "password": secret})
    assert answer.json() == {"token": secret, "id": "1"}
    for name, password in (("tablet", "wrong"), ("other", secret), ("tablet", "")):
        refused = http.post(f"{V1}/login/", json={"username": name, "password": password})
        assert refused.status_code == 403
    assert http.post(f"{V1}/login/", json={"username": "tablet"}).status_code == 400
    assert http.post(f"{V1}/logout/", json={}).status_code == 200
    http.headers["Authorization"] = f"Token {secret}"
    assert http.get(f"{V1}/station/").status_code == 404
    assert http.post(f"{V1}/station/", json={"name": "ENT"}).status_code == 403
    with store.write(Origin.STATION) as unit:
        tokens.revoke(unit, "tablet")
    assert http.get(f"{V1}/station/").status_code == 401


@pytest.mark.parametrize("given", [None, f"Bearer {SECRET}", "Token wrong", "Token", SECRET])
def test_without_a_token_of_the_right_kind_it_is_401(station, given):
    http = station[0]
    http.headers.pop("Authorization")
    answer = http.get(f"{V1}/image/", headers={"Authorization": given} if given else {})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Token")
    assert "detail" in answer.json()


def test_the_original_sends_an_empty_object_along_with_a_get(http, three):
    assert http.request("GET", f"{V1}/patient/{three['patient']}/", json={}).status_code == 200


def test_a_wrong_method_names_the_right_ones(http):
    answer = http.put(f"{V1}/image/", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "DELETE, GET, HEAD, OPTIONS, POST")
    assert http.options(f"{V1}/image/1/").headers["allow"] == "DELETE, GET, HEAD, OPTIONS"
    assert http.head(f"{V1}/image/1/").status_code == 404


def test_a_picture_may_be_large_and_not_larger(http, three):
    face = base64.b64encode(a_jpeg(1500, 1500) + bytes(3_000_000)).decode()
    assert an_image(http, **three, type="Headshot", data=face).status_code == 200
    assert an_image(http, **three, type="Headshot", data="A" * 34_000_000).status_code == 413


def test_the_openapi_document_describes_every_interaction_with_an_example_of_each_body(http):
    paths = http.get("/openapi.json").json()["paths"]
    theirs = {path.removeprefix(V1): methods for path, methods in paths.items() if path.startswith("/tscharts/")}
    assert {(method.upper(), path) for path, methods in theirs.items() for method in methods} == {
        (r.method, r.path) for r in TABLE
    }
    for row in TABLE:
        said = theirs[row.path][row.method.lower()]
        assert row.example is None or said["requestBody"]["content"]["application/json"]["example"] == row.example
