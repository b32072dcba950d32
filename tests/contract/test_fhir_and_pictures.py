"""FHIR over pictures that came from a camera: what is shown of them, what a client can and cannot change, and seed 004."""

import pytest
from support.fhirclient import BASE, PATCH, STUDY, a_person, a_study, fhir, ids
from support.stations import FROM_CAMERA, Clock, a_header

from resources.store import filing, making, mending, patients, studies, workitems
from resources.terms import Laterality, Origin, WorkitemState

RIGHT = {"system": "http://snomed.info/sct", "code": "419465000", "display": "Unilateral right"}


@pytest.fixture
def station(tmp_path):
    clock = Clock()
    with fhir(tmp_path, clock=clock) as (http, store):
        a_person(store, "p1")
        yield http, store, clock


def take(store, *, patient="p1", instance=1, eye="R", **more):
    """One picture arrives; the UID of its study."""
    with store.read() as unit:
        number = patients.find(unit, patient).number if patient else "strange"
    header = a_header(
        patient_id=number, name="Smith^John" if patient else "DOE^JANE", instance=instance, eye=eye, **more
    )
    blob = store.vault.admit(f"{instance} {eye} {more}".encode())
    with store.write(Origin.CAMERA) as unit:
        return filing.file_instance(unit, header, blob, FROM_CAMERA).study_uid


def only(http):
    (entry,) = http.get(STUDY).json()["entry"]
    return entry["resource"]


def test_a_cameras_study_tells_all_that_it_knows(station):
    http, store, _ = station
    take(store, study_date="20261121", study_time="101112.5", timezone="+0530", accession_number="A1", study_id="S1",
         study_description="Fundus", referring_physician="Rao^Anil", series_number=2, series_description="OD")  # fmt: skip
    shown = only(http)
    assert shown["patient"] == {"reference": "Patient/p1"}
    assert (shown["availability"], shown["description"], shown["numberOfInstances"]) == ("ONLINE", "Fundus", 1)
    assert (shown["accession"], shown["identifier"], shown["referrer"]) == (
        {"value": "A1"},
        [{"value": "S1"}],
        {"display": "Rao Anil"},
    )
    assert shown["endpoint"] == [{"reference": "Endpoint/wado-rs"}]
    assert shown["modalityList"] == [{"system": "http://dicom.nema.org/resources/ontology/DCM", "code": "OP"}]
    series = shown["series"][0]
    assert (series["number"], series["laterality"], series["availability"]) == (2, RIGHT, "ONLINE")
    assert series["instance"] == [
        {"uid": "urn:oid:1.2.3.1.1.1", "number": 1, "sopClass": "urn:oid:1.2.840.10008.5.1.4.1.1.77.1.5.1"}
    ]
    assert ids(http.get(f"{STUDY}?started=2026-11-21T04:41:12Z").json()) == [shown["id"]]


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize("eyes", [("",), ("R", ""), ("R", "L"), ("", "")])
def test_an_eye_that_is_not_the_same_throughout_is_no_eye_of_the_series(station, eyes):
    http, store, _ = station
    for number, eye in enumerate(eyes, 1):
        take(store, instance=number, eye=eye, series_description="OD macula")
    assert "laterality" not in only(http)["series"][0]
    assert "bodySite" not in only(http)["series"][0]


@pytest.mark.hazard("HZ-02")
def test_silence_takes_no_eye_away_and_a_word_is_recorded(station):
    http, store, _ = station
    take(store)
    shown = only(http)
    body = shown | {"series": [{k: v for k, v in shown["series"][0].items() if k != "laterality"}]}
    assert http.put(f"{STUDY}/{shown['id']}", json=body).json()["series"][0]["laterality"] == RIGHT
    left = {"system": "http://snomed.info/sct", "code": "419161000"}
    body["series"][0]["laterality"] = left
    assert http.put(f"{STUDY}/{shown['id']}", json=body).json()["series"][0]["laterality"] == left
    with store.read() as unit:
        row = studies.instance(unit, "1.2.3.1.1.1")
    assert (row.laterality, row.laterality_stated, row.laterality_by) == (
        Laterality.LEFT,
        Laterality.RIGHT,
        "token:station",
    )


def test_an_unmatched_study_is_shown_as_what_its_sender_said_and_marked(station):
    http, store, _ = station
    take(store, patient=None)
    shown = only(http)
    assert shown["patient"] == {"identifier": {"value": "strange"}, "display": "DOE JANE"}
    assert shown["meta"]["tag"] == [{"system": "urn:eyecamp:unmatched", "code": "not-our-number"}]
    assert http.get(f"{STUDY}?patient:missing=true").json()["total"] == 1
    assert http.get(f"{STUDY}?patient=strange").json()["total"] == 0


def test_what_a_camera_sent_is_not_taken_away_by_a_statement(station):
    http, store, _ = station
    take(store)
    a_person(store, "p2")
    shown = only(http)
    url = f"{STUDY}/{shown['id']}"
    series = shown["series"][0]
    other_class = [series | {"instance": [series["instance"][0] | {"sopClass": "urn:oid:1.2.9"}]}]
    for change in (
        {"series": []},
        {"series": [series | {"instance": []}]},
        {"series": other_class},
        {"patient": {"reference": "Patient/p2"}},
    ):
        body = {name: value for name, value in (shown | change).items() if value}
        assert http.put(url, json=body).status_code in (409, 422), change
    empty = [{k: v for k, v in series.items() if k != "instance"}]
    assert http.put(url, json=shown | {"series": empty}).status_code == 409
    assert only(http) == shown
    assert http.put(url, json=shown).headers["etag"] == 'W/"1"'
    more = http.request("PATCH", url, json=[{"op": "add", "path": "/reason", "value": {"text": "DR"}}], headers=PATCH)
    assert (more.status_code, more.json()["reason"], more.json()["endpoint"]) == (
        200,
        {"text": "DR"},
        shown["endpoint"],
    )
    assert ids(http.get(f"{STUDY}?reason:text=dr").json()) == [shown["id"]]


def test_the_picture_of_a_stated_study_makes_it_online(station):
    http, store, _ = station
    stated = a_study("1.2.3.1", patient="p1", availability="OFFLINE")
    stated["series"][0]["instance"][0]["uid"] = "urn:oid:1.2.3.1.1.1"
    before = http.post(STUDY, json=stated).json()
    assert (before["availability"], "endpoint" in before) == ("OFFLINE", False)
    take(store)
    after = only(http)
    assert (after["id"], after["availability"], after["meta"]["versionId"]) == (before["id"], "ONLINE", "2")
    assert after["endpoint"] == [{"reference": "Endpoint/wado-rs"}]
    assert http.get(f"{STUDY}/{after['id']}/_history/1").json() == before


def test_what_is_written_on_one_surface_is_read_on_the_other(station):
    http, _store, _ = station
    made = http.post(STUDY, json=a_study("1.2.9", patient="p1", started="2016-09-27", description="d")).json()
    rest = http.get("/api/ImagingStudy").json()[0]
    assert (rest["uid"], rest["numberOfInstances"], rest["meta"]) == ("1.2.9", 1, made["meta"])
    body = {"modality": "OP", "laterality": "LEFT", "instance": [{"type": "disc-centered"}]}
    assert http.post(f"/api/ImagingStudy/{rest['id']}/instance", json=body).status_code == 201
    shown = only(http)
    assert (shown["numberOfInstances"], shown["meta"]["versionId"]) == (2, "2")
    assert http.delete(f"/api/ImagingStudy/{rest['id']}").status_code == 200
    assert http.get(f"{STUDY}/{made['id']}").status_code == 410
    person = http.get(f"{BASE}/Patient/p1").json()
    assert http.get("/api/patients").json()[0]["uuid"] == person["id"]


def test_read_equals_the_newest_version_after_every_step(station):
    http, store, _ = station
    a_person(store, "p2")
    uid = take(store)
    key = only(http)["id"]

    def same():
        now = http.get(f"{STUDY}/{key}")
        version = now.headers["etag"].strip('W/"')
        assert http.get(f"{STUDY}/{key}/_history/{version}").json() == now.json()

    steps = [
        lambda unit: mending.assign(unit, ["1.2.3.1.1.1"], "p2"),
        lambda unit: mending.set_laterality(unit, "1.2.3.1.1.1", None),
        lambda unit: making.announce(
            unit, uid, modality="OP", laterality=Laterality.LEFT, items=[{"sop_class_uid": "1.2.3"}]
        ),
        lambda unit: mending.unassign(unit, ["1.2.3.1.1.1"]),
    ]
    same()
    for step in steps:
        with store.write(Origin.PERSON, "grace") as unit:
            step(unit)
        same()


# --- seed 004 ---------------------------------------------------------------------------------------------------------


def test_first_connection_and_periodic_update(station):
    http, store, clock = station
    take(store)
    s4s = {"Accept": "application/json+fhir"}
    first = http.get("/fhir/ImagingStudy?patient=p1", headers=s4s)
    assert first.headers["content-type"].startswith("application/json+fhir")
    (study,) = [one["resource"] for one in first.json()["entry"]]
    endpoint = http.get(f"/fhir/{study['endpoint'][0]['reference']}").json()
    assert endpoint["address"] == f"{http.base_url}/dicom-web"
    last = study["meta"]["lastUpdated"]
    assert http.get(f"/fhir/ImagingStudy?patient=p1&_lastUpdated=gt{last}").json()["total"] == 0
    assert http.get("/fhir/ImagingStudy?patient=p1&_lastUpdated=gt2016-04-16").json()["total"] == 1
    assert http.get("/fhir/ImagingStudy?patient=smart-1288992").json()["total"] == 0
    clock.forward(1)
    take(store, instance=2)
    assert http.get(f"/fhir/ImagingStudy?patient=p1&_lastUpdated=gt{last}").json()["total"] == 1
    assert http.get("/fhir/metadata").json()["implementation"]["url"].endswith("/fhir")


def test_while_pictures_come_in_a_client_of_seed_004_is_told_to_wait(station):
    http, store, _ = station
    with store.write(Origin.PERSON) as unit:
        item = workitems.schedule(unit, "p1")
        workitems.move(unit, item.workitem_uid, WorkitemState.IN_PROGRESS)
    header = a_header(patient_id="", instance=1)
    with store.write(Origin.CAMERA) as unit:
        blob = store.vault.admit(b"x")
        filing.file_for(
            unit, "p1", header.__class__(**{**_fields(header), "study_uid": item.study_uid}), blob, FROM_CAMERA
        )
    waiting = http.get("/fhir/ImagingStudy?patient=p1")
    assert (waiting.status_code, waiting.headers["retry-after"]) == (503, "30")
    assert waiting.json()["issue"][0]["code"] == "transient"
    assert http.get(f"{STUDY}?patient=p1").status_code == 200
    assert http.delete(f"{STUDY}/{only(http)['id']}").status_code == 409
    with store.write(Origin.PERSON) as unit:
        workitems.move(unit, item.workitem_uid, WorkitemState.COMPLETED)
    assert http.get("/fhir/ImagingStudy?patient=p1").json()["total"] == 1


def _fields(header):
    return {name: getattr(header, name) for name in header.__slots__}
