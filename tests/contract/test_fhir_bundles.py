"""Batch and transaction: each for itself, or all or nothing."""

import json

import pytest
from support.fhirclient import BASE, STUDY, a_person, a_study, fhir
from support.shared import shared


@pytest.fixture
def http(tmp_path):
    with fhir(tmp_path) as (http, store):
        a_person(store)
        yield http


def post(http, kind, *entries):
    body = {
        "resourceType": "Bundle",
        "type": kind,
        "entry": [{"request": {"method": m, "url": u, **h}, **r} for m, u, h, r in entries],
    }
    return http.post(BASE, json=body)


def entry(method, url, resource=None, **headers):
    return method, url, headers, {"resource": resource} if resource is not None else {}


def statuses(answer):
    return [one["response"]["status"] for one in answer.json()["entry"]]


GOOD = entry("POST", "ImagingStudy", a_study())
WRONG = entry("POST", "ImagingStudy", a_study("1.4", patient="nobody"))


def test_in_a_batch_each_stands_for_itself(http):
    answer = post(
        http,
        "batch",
        WRONG,
        GOOD,
        entry("GET", "ImagingStudy?study=1.2.3"),
        entry("GET", "Nothing/1"),
        entry("DELETE", "Patient/dicom"),
    )
    assert (answer.json()["type"], statuses(answer)) == ("batch-response", ["422", "201", "200", "404", "405"])
    found = answer.json()["entry"][2]["resource"]
    assert (found["type"], found["total"]) == ("searchset", 1)
    assert answer.json()["entry"][0]["response"]["outcome"]["resourceType"] == "OperationOutcome"
    assert answer.json()["entry"][1]["response"]["location"].endswith("/_history/1")


def test_a_transaction_is_all_or_nothing(http):
    assert post(http, "transaction", GOOD, WRONG).status_code == 422
    assert http.get(STUDY).json()["total"] == 0
    assert http.get(f"{STUDY}/_history").json()["total"] == 0
    put = entry("PUT", "ImagingStudy/mine", a_study("1.5") | {"id": "mine"})
    answer = post(http, "transaction", entry("GET", "ImagingStudy?_summary=count"), GOOD, put)
    assert (answer.json()["type"], statuses(answer)) == ("transaction-response", ["200", "201", "201"])
    assert answer.json()["entry"][0]["resource"]["total"] == 2  # reading comes last
    replace = [entry("POST", "ImagingStudy", a_study("1.5.1")), entry("DELETE", "ImagingStudy/mine")]
    assert statuses(post(http, "transaction", *replace)) == ["201", "204"]


def test_conditions_hold_in_a_bundle_too(http):
    once = entry("POST", "ImagingStudy", a_study(), ifNoneExist="study=1.2.3")
    assert statuses(post(http, "batch", once, once)) == ["201", "200"]
    http.put(f"{STUDY}/mine", json=a_study("1.5") | {"id": "mine"})
    stale = entry("PUT", "ImagingStudy/mine", a_study("1.5", description="d") | {"id": "mine"}, ifMatch='W/"7"')
    assert statuses(post(http, "batch", stale, entry("GET", "ImagingStudy/mine", ifNoneMatch='W/"1"'))) == [
        "412",
        "304",
    ]
    assert post(http, "transaction", stale).status_code == 412
    patch = entry("PATCH", "ImagingStudy/mine", [{"op": "add", "path": "/description", "value": "p"}])
    assert statuses(post(http, "batch", patch)) == ["200"]
    full = entry("GET", f"{http.base_url}{BASE}/ImagingStudy/mine")
    assert post(http, "batch", full).json()["entry"][0]["resource"]["description"] == "p"


@pytest.mark.parametrize(
    "body",
    [
        {"resourceType": "ImagingStudy"}, {"resourceType": "Bundle"}, {"resourceType": "Bundle", "type": "searchset"},
        {"resourceType": "Bundle", "type": "batch", "entry": {}}, {"resourceType": "Bundle", "type": "batch", "entry": [1]},
        {"resourceType": "Bundle", "type": "batch", "entry": [{}]},
        {"resourceType": "Bundle", "type": "batch", "entry": [{"request": {"method": "JUMP", "url": "x"}}]},
        {"resourceType": "Bundle", "type": "batch", "entry": [{"request": {"method": "GET"}}]},
        {"resourceType": "Bundle", "type": "transaction", "entry": [{"request": {"method": "DELETE",
        "url": "ImagingStudy/a"}}] * 2},
    ],
)  # fmt: skip
def test_what_is_no_batch_is_400(http, body):
    assert http.post(BASE, json=body).status_code == 400


def test_an_empty_batch_has_an_empty_answer(http):
    assert post(http, "batch").json() == {"resourceType": "Bundle", "type": "batch-response"}


@pytest.mark.data
@pytest.mark.parametrize("folder", ["fhir/stu3", "fhir/r4", "json/test_parsing"])
def test_no_file_of_the_collections_is_too_much(http, folder):
    """Whatever is posted where: 2xx or 4xx, and an OperationOutcome."""
    files = sorted(path for path in shared("data", *folder.split("/")).iterdir() if path.is_file())
    assert files
    for path in files:
        for method, url, kind in (
            ("POST", STUDY, "application/fhir+json"), ("PUT", f"{STUDY}/example", "application/json"),
            ("POST", BASE, "application/json+fhir"),
            ("PATCH", f"{STUDY}/example", "application/json-patch+json"),
            ("POST", f"{STUDY}/_search", "application/x-www-form-urlencoded"),
        ):  # fmt: skip
            answer = http.request(method, url, content=path.read_bytes(), headers={"Content-Type": kind})
            assert 200 <= answer.status_code < 500, (path.name, method, url, answer.text)
            if path.name.startswith("n_") and method != "POST":
                assert answer.status_code in (400, 404), path.name


@pytest.mark.data
def test_hl7s_own_transaction_is_refused_whole(http):
    body = json.loads(shared("data", "fhir", "stu3", "Bundle-bundle-transaction.json").read_text("utf-8"))
    assert 400 <= http.post(BASE, json=body).status_code < 500
    assert http.get(f"{BASE}/Patient").json()["total"] == 1
