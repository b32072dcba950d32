"""Seed 001: each interaction of ImagingStudy with its codes, its header fields and its OperationOutcome."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.fhirclient import BASE, PATCH, STUDY, a_person, a_study, fhir, ids, said
from support.restclient import SECRET, client
from support.shared import shared
from support.stations import Clock

from resources.fhir.interactions import described
from resources.store import audit, patients, station, tokens
from resources.terms import Origin


@pytest.fixture
def station_(tmp_path):
    clock = Clock()
    with fhir(tmp_path, clock=clock) as (http, store):
        a_person(store)
        yield http, store, clock


@pytest.fixture
def http(station_):
    return station_[0]


def codes(response):
    return [issue["code"] for issue in response.json()["issue"]]


def made(http, **elements):
    answer = http.post(STUDY, json=a_study(**elements))
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


# --- create -----------------------------------------------------------------------------------------------------------


def test_create_says_where_and_which_version(http):
    answer = http.post(STUDY, json=a_study() | {"id": "mine", "meta": {"versionId": "99"}})
    key = answer.json()["id"]
    assert (answer.status_code, key != "mine") == (201, True)
    assert answer.headers["location"] == f"{http.base_url}{STUDY}/{key}/_history/1".replace(
        "//organizations", "/organizations"
    )
    assert answer.headers["etag"] == 'W/"1"'
    assert answer.headers["last-modified"] == "Sat, 21 Nov 2026 09:00:00 GMT"
    assert said(answer.json()) == said(a_study())
    assert answer.json()["meta"] == {"versionId": "1", "lastUpdated": "2026-11-21T09:00:00.000Z"}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "invalid"), (b"{", 400, "invalid"), (b"[]", 400, "invalid"), (b'{"resourceType":"Patient"}', 400, None),
        (b'{"resourceType":"ImagingStudy","resourceType":"ImagingStudy"}', 400, "invalid"),
        (a_study(patient="nobody"), 422, None),
        (a_study(patient=None) | {"patient": None}, 422, None), (a_study(availability="GONE"), 422, None),
        (a_study(started="2016-09-27T10:59:59"), 422, None), (a_study(started="2016-13-01"), 422, None),
        (a_study(status="x"), 422, None),
        (a_study(uid="1.2.03"), 422, None), (a_study(numberOfSeries=-1), 422, None), (a_study(series=[]), 422, None),
        (a_study(patient="dicom", context={"reference": "Patient/1"}), 422, None),
        (a_study(subject={"reference": "Patient/1"}), 422, None),
        (a_study(series=[{"uid": "urn:oid:1.2"}]), 422, None), (a_study(description=""), 422, None),
        (a_study(_description={}), 422, None),
        (a_study(text={"status": "generated", "div": "<div xmlns='http://www.w3.org/1999/xhtml'><script/></div>"}), 422,
        None),
        (a_study(text={"status": "generated", "div": "<div>no namespace</div>"}), 422, None),
        (a_study(contained=[{}]), 422, None),
        (a_study(extension=[{"url": "u"}]), 422, None), (a_study(meta={"tag": [{"code": "SUBSETTED"}]}), 422, None),
        (a_study(series=a_study()["series"] * 2), 422, None),
    ],
)  # fmt: skip
def test_what_cannot_be_stored_is_told_by_an_outcome(http, body, status, code):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = http.post(STUDY, content=content, headers={"Content-Type": "application/fhir+json"})
    assert answer.status_code == status, answer.text
    assert code is None or codes(answer) == [code]
    assert http.get(STUDY).json()["total"] == 0


def test_an_outcome_names_the_element(http):
    answer = http.post(STUDY, json=a_study(availability="GONE"))
    assert answer.json()["issue"][0]["expression"] == ["ImagingStudy.availability"]


@pytest.mark.parametrize(
    "kind", ["application/json", "application/fhir+json;charset=utf-8", "application/json+fhir", "text/xml", ""]
)
def test_a_body_is_one_of_three_kinds_of_json(http, kind):
    answer = http.post(STUDY, content=json.dumps(a_study()), headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == (201 if "json" in kind else 415)


def test_the_same_uid_twice_is_a_conflict(http):
    made(http)
    assert http.post(STUDY, json=a_study()).status_code == 409
    assert http.post(STUDY, json=a_study(uid="1.2.4", series=a_study()["series"])).status_code == 409
    assert http.get(STUDY).json()["total"] == 1


def test_a_conditional_create_finds_what_is_there(http):
    header = {"If-None-Exist": "study=urn:oid:1.2.3"}
    first = http.post(STUDY, json=a_study(), headers=header)
    again = http.post(STUDY, json=a_study(), headers=header)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    made(http, uid="1.2.4")
    assert http.post(STUDY, json=a_study("1.2.5"), headers={"If-None-Exist": "modality=OP"}).status_code == 412
    for nothing in ("nonsense=1", "study=", "study=1.2.9&nonsense=1"):
        assert http.post(STUDY, json=a_study("1.2.5"), headers={"If-None-Exist": nothing}).status_code == 400


@pytest.mark.parametrize(
    ("prefer", "kind"),
    [("minimal", None), ("representation", "ImagingStudy"), ("OperationOutcome", "OperationOutcome")],
)
def test_the_answer_is_as_long_as_preferred(http, prefer, kind):
    answer = http.post(STUDY, json=a_study(), headers={"Prefer": f"return={prefer}"})
    assert (answer.status_code, answer.headers["etag"]) == (201, 'W/"1"')
    assert (answer.json()["resourceType"] if answer.content else None) == kind


# --- read and vread ---------------------------------------------------------------------------------------------------


def test_read_knows_what_the_caller_has(http):
    key = made(http)
    answer = http.get(f"{STUDY}/{key}")
    assert (answer.status_code, answer.headers["etag"]) == (200, 'W/"1"')
    for header in (
        {"If-None-Match": 'W/"1"'},
        {"If-None-Match": "1"},
        {"If-Modified-Since": answer.headers["last-modified"]},
    ):
        known = http.get(f"{STUDY}/{key}", headers=header)
        assert (known.status_code, known.content) == (304, b"")
    assert http.get(f"{STUDY}/{key}", headers={"If-None-Match": 'W/"2"'}).status_code == 200
    assert http.head(f"{STUDY}/{key}").headers["etag"] == 'W/"1"'
    assert http.get(f"{STUDY}/{key}/").status_code == 200


@pytest.mark.parametrize("key", ["nobody", "1.2.3", "10001", "%00", "a_b", "x" * 65])
def test_only_the_id_is_the_id(http, key):
    made(http)
    assert http.get(f"{STUDY}/{key}").status_code == 404


def test_every_version_can_be_read_and_the_removed_one_is_gone(http):
    key = made(http, description="one")
    http.put(f"{STUDY}/{key}", json=a_study(description="two") | {"id": key})
    http.delete(f"{STUDY}/{key}")
    assert [http.get(f"{STUDY}/{key}/_history/{v}").status_code for v in (1, 2, 3, 4, 0)] == [200, 200, 410, 404, 404]
    assert http.get(f"{STUDY}/{key}/_history/1").json()["description"] == "one"
    assert http.get(f"{STUDY}/{key}/_history/2").headers["etag"] == 'W/"2"'
    assert http.get(f"{STUDY}/{key}").status_code == 410
    (issue,) = http.get(f"{STUDY}/{key}").json()["issue"]
    assert (issue["code"], issue["details"]["coding"][0]["code"]) == ("not-found", "MSG_DELETED")  # R4 has "deleted"
    history = http.get(f"{STUDY}/{key}/_history").json()
    assert (history["total"], [one["request"]["method"] for one in history["entry"]]) == (3, ["DELETE", "PUT", "POST"])
    assert "resource" not in history["entry"][0]


def test_history_pages_and_since(station_):
    http, _, clock = station_
    keys = []
    for number in range(5):
        keys.append(made(http, uid=f"1.2.{number}"))
        clock.forward(60)
    seen, url = [], f"{STUDY}/_history?_count=2"
    while url:
        page = http.get(url).json()
        seen += [one["resource"]["id"] for one in page["entry"]]
        url = next((link["url"] for link in page["link"] if link["relation"] == "next"), None)
    assert seen == keys[::-1]
    assert http.get(f"{STUDY}/_history?_since=2026-11-21T09:03:00Z").json()["total"] == 2
    assert http.get(f"{STUDY}/nobody/_history").status_code == 404
    assert http.get(f"{STUDY}/_history?_since=x").status_code == 400
    assert http.get(f"{STUDY}/_history?_count=x").status_code == 400


# --- update, patch, delete --------------------------------------------------------------------------------------------


def test_update_needs_the_same_id_and_makes_a_version(http):
    key = made(http)
    body = a_study(description="other") | {"id": key}
    answer = http.put(f"{STUDY}/{key}", json=body)
    assert (answer.status_code, answer.headers["etag"], said(answer.json())) == (200, 'W/"2"', said(body))
    assert http.put(f"{STUDY}/{key}", json=body).headers["etag"] == 'W/"2"'
    assert http.put(f"{STUDY}/{key}", json=a_study()).status_code == 400
    assert http.put(f"{STUDY}/{key}", json=body | {"id": "other"}).status_code == 400
    assert http.put(f"{STUDY}/{key}", json=body | {"uid": "urn:oid:1.9"}).status_code == 422


def test_what_was_read_can_be_written_back_without_a_new_version(http):
    key = made(http)
    assert http.put(f"{STUDY}/{key}", json=http.get(f"{STUDY}/{key}").json()).headers["etag"] == 'W/"1"'


def test_an_id_made_elsewhere_survives(http):
    answer = http.put(f"{STUDY}/example-1", json=a_study() | {"id": "example-1"})
    assert (answer.status_code, answer.json()["id"]) == (201, "example-1")
    assert (
        http.put(
            f"{STUDY}/example-2", json=a_study("1.9") | {"id": "example-2"}, headers={"If-Match": '"1"'}
        ).status_code
        == 412
    )


def test_a_stale_version_is_refused(http):
    key = made(http)
    body = a_study(description="other") | {"id": key}
    for stale in ('W/"2"', "2", '"x"'):
        assert http.put(f"{STUDY}/{key}", json=body, headers={"If-Match": stale}).status_code == 412
    assert http.put(f"{STUDY}/{key}", json=body, headers={"If-None-Match": "*"}).status_code == 412
    assert http.put(f"{STUDY}/{key}", json=body, headers={"If-Match": 'W/"1"'}).status_code == 200
    assert (
        http.request("PATCH", f"{STUDY}/{key}", content="[]", headers=PATCH | {"If-Match": 'W/"1"'}).status_code == 412
    )
    assert http.delete(f"{STUDY}/{key}", headers={"If-Match": 'W/"1"'}).status_code == 412


def test_of_many_who_change_the_same_version_one_wins(http):
    key = made(http)
    outcomes = []

    def change(number):
        with client(str(http.base_url)) as own:
            body = a_study(description=f"by {number}") | {"id": key}
            outcomes.append(own.put(f"{STUDY}/{key}", json=body, headers={"If-Match": 'W/"1"'}).status_code)

    threads = [threading.Thread(target=change, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [200] + [412] * 7
    assert http.get(f"{STUDY}/{key}").headers["etag"] == 'W/"2"'


def test_of_many_who_change_in_many_ways_one_wins(http):
    key = made(http)
    body = a_study(description="put") | {"id": key}
    step = [{"op": "add", "path": "/description", "value": "patch"}]
    ways = [
        lambda own, old: own.put(f"{STUDY}/{key}", json=body, headers=old),
        lambda own, old: own.put(f"{STUDY}?study=1.2.3", json=body, headers=old),
        lambda own, old: own.request("PATCH", f"{STUDY}/{key}", content=json.dumps(step), headers=PATCH | old),
        lambda own, old: own.delete(f"{STUDY}/{key}", headers=old),
        lambda own, old: own.delete(f"{STUDY}?study=1.2.3", headers=old),
    ]
    codes = at_once(http, [lambda own, way=way: way(own, {"If-Match": 'W/"1"'}) for way in ways])
    winners = [code for code in codes if code in (200, 204)]
    assert len(set(codes) - {200, 201, 204, 404, 410, 412}) == 0, codes
    history = http.get(f"{STUDY}/{key}/_history").json()
    assert history["total"] == 2  # the first version, and the one that won
    assert winners


def test_of_many_who_create_what_is_not_there_one_does(http):
    header = {"If-None-Exist": "study=urn:oid:1.2.3"}
    codes = at_once(http, [lambda own: own.post(STUDY, json=a_study(), headers=header)] * 8)
    assert sorted(codes) == [200] * 7 + [201]
    codes = at_once(http, [lambda own: own.put(f"{STUDY}?study=1.2.4", json=a_study("1.2.4"))] * 8)
    assert sorted(codes) == [200] * 7 + [201]
    assert http.get(STUDY).json()["total"] == 2


def at_once(http, asks) -> list[int]:
    """The codes of requests that start together, each from a thread and a connection of its own."""
    start = threading.Barrier(len(asks))

    def one(ask):
        with client(str(http.base_url)) as own:
            start.wait(20)
            return ask(own).status_code

    with ThreadPoolExecutor(len(asks)) as pool:
        return list(pool.map(one, asks))


def test_conditional_update_makes_changes_or_refuses(http):
    first = http.put(f"{STUDY}?study=1.2.3", json=a_study())
    assert first.status_code == 201
    second = http.put(f"{STUDY}?study=1.2.3", json=a_study(description="d"))
    assert (second.status_code, second.json()["id"]) == (200, first.json()["id"])
    made(http, uid="1.2.4")
    assert http.put(f"{STUDY}?modality=OP", json=a_study()).status_code == 412
    for nothing in ("", "?nonsense=1", "?study="):
        assert http.put(f"{STUDY}{nothing}", json=a_study()).status_code == 400


def test_a_patch_applies_whole_or_not_at_all(http):
    key = made(http)

    def patched(*steps, headers=PATCH):
        return http.request("PATCH", f"{STUDY}/{key}", content=json.dumps(steps), headers=headers)

    add = {"op": "add", "path": "/description", "value": "patched"}
    assert patched(add).json()["description"] == "patched"
    assert (
        patched({"op": "test", "path": "/description", "value": "patched"}, add | {"value": "again"}).headers["etag"]
        == 'W/"3"'
    )
    assert patched({"op": "remove", "path": "/series/0/number"}).status_code == 422
    assert patched(add | {"value": "no"}, {"op": "test", "path": "/description", "value": "x"}).status_code == 422
    assert patched({"op": "replace", "path": "/id", "value": "x"}).status_code == 422
    assert patched({"op": "remove", "path": "/uid"}).status_code == 422
    assert patched({"op": "remove", "path": "/patient"}).status_code == 422
    assert patched({"op": "jump", "path": "/uid"}).status_code == 400
    assert patched(add, headers={"Content-Type": "application/json"}).status_code == 415
    assert http.get(f"{STUDY}/{key}").json()["description"] == "again"
    one = http.request("PATCH", f"{STUDY}?study=1.2.3", content=json.dumps([add]), headers=PATCH)
    assert (one.status_code, one.json()["description"]) == (200, "patched")
    assert http.request("PATCH", f"{STUDY}?study=1.9", content="[]", headers=PATCH).status_code == 404


def test_delete_twice_is_the_same_and_a_put_brings_it_back(http):
    key = made(http)
    assert [http.delete(f"{STUDY}/{key}").status_code for _ in range(2)] == [204, 204]
    assert http.delete(f"{STUDY}/nobody").status_code == 404
    assert http.get(STUDY).json()["total"] == 0
    assert http.request("PATCH", f"{STUDY}/{key}", content="[]", headers=PATCH).status_code == 410
    back = http.put(f"{STUDY}/{key}", json=a_study(description="back") | {"id": key})
    assert (back.status_code, back.headers["etag"], said(back.json())) == (
        201,
        'W/"3"',
        said(a_study(description="back")),
    )
    assert http.get(f"{STUDY}/{key}/_history").json()["total"] == 3
    assert http.get(f"{STUDY}/{key}/_history/3").json() == http.get(f"{STUDY}/{key}").json()


def test_conditional_delete_takes_one_or_none(http):
    made(http)
    made(http, uid="1.2.4")
    assert http.delete(f"{STUDY}?modality=OP").status_code == 412
    assert http.delete(f"{STUDY}?study=1.2.4").status_code == 204
    assert http.delete(f"{STUDY}?study=1.2.4").status_code == 204
    assert http.delete(STUDY).status_code == 400
    assert http.get(STUDY).json()["total"] == 1


# --- what comes back --------------------------------------------------------------------------------------------------


@pytest.mark.data
@pytest.mark.parametrize("name", ["ImagingStudy-example.json"])
def test_the_examples_of_hl7_go_in_and_come_back_equal(http, name):
    example = json.loads(shared("data", "fhir", "stu3", name).read_text("utf-8"))
    back = http.put(f"{STUDY}/{example['id']}", json=example).json()
    assert {k: v for k, v in back.items() if k != "meta"} == example
    assert http.get(f"{STUDY}/{example['id']}").json() == back


def test_a_full_one_comes_back_equal(http):
    """The drawn twin of HL7's example, with every element there is."""
    coding = {"system": "http://example.org/c", "version": "1", "code": "x", "display": "X", "userSelected": True}
    period = {"start": "2011", "end": "2012-01-01T10:00:00Z"}
    identifier = {
        "use": "usual",
        "type": {"coding": [coding], "text": "T"},
        "system": "urn:oid:1.2",
        "value": "v",
        "period": period,
    }
    extension = [
        {"url": "http://example.org/e", "valueString": "s"},
        {"url": "http://example.org/f", "extension": [{"url": "g", "valueInteger": 1}]},
    ]
    series = {
        "id": "s1", "extension": extension, "uid": "urn:oid:1.2.3.1", "number": 3, "modality": coding,
        "description": "d" * 300,
        "availability": "NEARLINE", "endpoint": [{"reference": "Endpoint/other"}], "bodySite": coding,
        "laterality": {"system": "http://snomed.info/sct", "code": "419465000", "display": "right, as we say"},
        "started": "2011-01-01", "performer": [{"reference": "Practitioner/1", "display": "P"}],
        "instance": [{"id": "i", "uid": "urn:oid:1.2.3.1.1", "number": 0,
        "sopClass": "urn:oid:1.2.840.10008.5.1.4.1.1.77.1.5.1", "title": "t" * 200}],
    }  # fmt: skip
    whole = a_study(
        meta={"profile": ["http://example.org/p"], "tag": [coding], "security": [coding]},
        implicitRules="http://example.org/r", language="en",
        text={"status": "additional", "div": '<div xmlns="http://www.w3.org/1999/xhtml"><p>लक्ष्मी</p></div>'},
        contained=[{"resourceType": "Practitioner", "id": "p"}], extension=extension, modifierExtension=extension,
        accession=identifier, identifier=[identifier, {"value": "2"}], availability="OFFLINE", modalityList=[coding],
        patient="dicom", context={"reference": "Encounter/1"}, started="2011-01-01T11:01:20.5+03:00",
        basedOn=[{"reference": "ProcedureRequest/1"}], referrer={"reference": "#p"}, interpreter=[{"display": "I"}],
        endpoint=[{"reference": "Endpoint/other"}], procedureReference=[{"reference": "Procedure/1"}],
        procedureCode=[{"text": "P"}], reason={"coding": [coding], "text": "R"}, description="D" * 400,
        _started={"extension": extension}, series=[series, {"uid": "urn:oid:1.2.3.2", "modality": {"code": "XC"}}],
    )  # fmt: skip
    whole["patient"] = {"reference": "Patient/dicom", "display": "J. S.", "identifier": identifier}
    back = http.post(STUDY, json=whole).json()
    assert said(back) == said(whole)
    assert {k: v for k, v in back["meta"].items() if k not in ("versionId", "lastUpdated")} == whole["meta"]
    key = back["id"]
    assert http.get(f"{STUDY}/{key}/_history/1").json() == http.get(f"{STUDY}/{key}").json()


def test_summaries_are_marked_as_parts(http):
    key = made(
        http, text={"status": "generated", "div": '<div xmlns="http://www.w3.org/1999/xhtml">T</div>'}, description="d"
    )
    get = lambda query: http.get(f"{STUDY}/{key}?{query}").json()  # noqa: E731
    assert "instance" not in get("_summary=true")["series"][0] and "text" not in get("_summary=true")
    assert set(get("_summary=text")) == {"resourceType", "id", "meta", "uid", "patient", "text"}
    assert "text" not in get("_summary=data") and get("_summary=data")["series"][0]["instance"]
    assert set(get("_elements=description")) == {"resourceType", "id", "meta", "uid", "patient", "description"}
    assert get("_elements=description")["meta"]["tag"][0]["code"] == "SUBSETTED"
    assert http.put(f"{STUDY}/{key}", json=get("_elements=description")).status_code == 422
    assert http.get(f"{STUDY}/{key}?_summary=perhaps").status_code == 400
    counted = http.get(f"{STUDY}?_summary=count").json()
    assert (counted["total"], "entry" in counted) == (1, False)


@pytest.mark.parametrize(
    ("accept", "form", "kind"),
    [
        ("application/json+fhir", "", "application/json+fhir"), ("application/fhir+json", "", "application/fhir+json"),
        ("application/json", "", "application/json"), ("*/*", "", "application/fhir+json"), ("application/xml", "", None),
        ("application/xml", "json", "application/fhir+json"), ("*/*", "xml", None),
        ("text/html,*/*;q=0.8", "", "application/fhir+json"),
    ],
)  # fmt: skip
def test_json_goes_by_three_names_and_xml_is_not_served(http, accept, form, kind):
    answer = http.get(STUDY, headers={"Accept": accept}, params={"_format": form} if form else {})
    assert answer.status_code == (200 if kind else 406)
    assert kind is None or answer.headers["content-type"].partition(";")[0] == kind


# --- who and where ----------------------------------------------------------------------------------------------------


def test_an_organisation_goes_by_its_id_and_its_slug(station_):
    http, store, _ = station_
    with store.read() as unit:
        own = station.organization(unit)
    for name in (own.id, "default"):
        assert http.get(f"/organizations/{name}/fhir/3/ImagingStudy").status_code == 200
    for path in (
        "/organizations/other/fhir/3/ImagingStudy",
        "/organizations/default/fhir/4/ImagingStudy",
        "/organizations",
    ):
        assert http.get(path).status_code == 404
    assert http.get("/organizations/other/fhir/3/metadata").status_code == 404


def test_without_a_token_there_is_only_the_capability_statement(station_):
    http, store, _ = station_
    with store.write(Origin.STATION) as unit:
        secret = tokens.create(unit, "reader", ["read"])
    with client(str(http.base_url), None) as stranger:
        answer = stranger.get(STUDY)
        assert (answer.status_code, answer.headers["www-authenticate"][:6], codes(answer)) == (401, "Bearer", ["login"])
        assert stranger.get(STUDY, headers={"Authorization": f"Token {SECRET}"}).status_code == 401
        capability = stranger.get(f"{BASE}/metadata").json()
        assert (capability["fhirVersion"], capability["acceptUnknown"]) == ("3.0.2", "no")
    with client(str(http.base_url), secret) as reader:
        assert reader.get(STUDY).status_code == 200
        assert reader.post(f"{STUDY}/_search", data={"modality": "OP"}).status_code == 200
        refused = reader.post(STUDY, json=a_study())
        assert (refused.status_code, codes(refused)) == (403, ["forbidden"])
        bundle = {"resourceType": "Bundle", "type": "batch", "entry": [
            {"request": {"method": "GET", "url": "ImagingStudy"}},
            {"request": {"method": "POST", "url": "ImagingStudy"}, "resource": a_study()},
        ]}  # fmt: skip
        answers = reader.post(BASE, json=bundle).json()["entry"]
        assert [one["response"]["status"] for one in answers] == ["200", "403"]


@pytest.mark.parametrize(
    ("text", "form", "kept"),
    [
        ("a=1;b=two words", "", {"a": "1", "b": "two words"}), ("a=1,b=2", "kv", {"a": "1", "b": "2"}),
        ('{"a": {"b": 1}}', "json", {"a": {"b": 1}}), ("{", "json", None), ("[]", "json", None), ("a=1", "xml", None),
        ("x" * 4097, "kv", None),
    ],
)  # fmt: skip
def test_client_data_goes_into_the_audit_entry_and_nowhere_else(station_, text, form, kept):
    http, store, _ = station_
    answer = http.get(STUDY, headers={"log-cdata": text, **({"log-cdata-format": form} if form else {})})
    assert answer.status_code == (400 if kept is None else 200)
    assert "two words" not in answer.text
    with store.read() as unit:
        rows = audit.listed(unit)
    assert [(row.action, row.target, row.outcome, row.client_data) for row in rows] == (
        [("GET", STUDY, 200, kept)] if kept is not None else []
    )


def test_what_writes_is_audited(station_):
    http, store, _ = station_
    made(http)
    with store.read() as unit:
        assert [(row.actor, row.action, row.outcome) for row in audit.listed(unit)] == [("token:station", "POST", 201)]


@pytest.mark.parametrize("row", described(), ids=lambda row: f"{row['method']} {row['path']}")
def test_every_listed_interaction_is_routed_and_no_other_method_is(http, row):
    key = made(http)
    path = BASE + row["path"].replace("{id}", key).replace("{vid}", "1").removesuffix("/")
    allow = http.options(path).headers["allow"].split(", ")
    assert row["method"] in allow
    listed = {one["method"] for one in described() if one["path"] == row["path"]}
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - listed:
        answer = http.request(method, path, json={})
        assert (answer.status_code, answer.headers.get("allow", "").split(", ")) == (405, allow), method


# --- patients and endpoints -------------------------------------------------------------------------------------------


def test_people_are_found_as_stu3_says(station_):
    http, store, _ = station_
    identifiers = (
        {"system": "urn:oid:1.2", "value": "A1", "label": "MRN"},
        {"system": "bad system", "value": "B", "use": "x"},
    )
    a_person(store, "p2", family_name="Devi", given_name="Lakshmi", sex="F", birth_year=1964, identifiers=identifiers)

    def found(query):
        return sorted(ids(http.get(f"{BASE}/Patient?{query}").json()))

    with store.read() as unit:
        number = patients.find(unit, "p2").number
    for query in ("identifier=A1", "identifier=urn:oid:1.2|a1", f"identifier={number}", "family=dev", "name=laksh",
    "given:exact=Lakshmi",
                  "birthdate=1964", "birthdate=lt1970", "gender=female", "_id=p2", "family:contains=ev",
                  "gender:not=male&birthdate:missing=false",
                  "identifier=urn:oid:1.2|", "name:contains=KSHM&active=true"):  # fmt: skip
        assert found(query) == ["p2"], query
    for query in ("identifier=|A1", "family=evi", "birthdate=1964-05", "gender=male", "given:exact=lakshmi", "_id=p"):
        assert found(query) == [], query
    assert found("") == ["dicom", "p2"]
    page = http.get(f"{BASE}/Patient?_count=1").json()
    following = next(link["url"] for link in page["link"] if link["relation"] == "next")
    assert ids(page) + ids(http.get(following).json()) == ["dicom", "p2"]
    shown = http.get(f"{BASE}/Patient/p2").json()
    assert (shown["name"][0]["family"], shown["birthDate"], shown["gender"]) == ("Devi", "1964", "female")
    assert http.get(f"{BASE}/Patient/{number}").json()["id"] == "p2"
    assert http.get(f"{BASE}/Patient/nobody").status_code == 404
    assert http.get(f"{BASE}/Patient?birthdate=x").status_code == 400
    assert http.get(f"{BASE}/Patient/p2", headers={"If-None-Match": 'W/"1"'}).status_code == 304


def test_an_endpoint_is_the_root_of_dicomweb(http):
    one = http.get(f"{BASE}/Endpoint/wado-rs").json()
    assert (one["address"], one["connectionType"]["code"]) == (
        f"{http.base_url}/dicom-web",
        "dicom-wado-rs",
    )
    assert ids(http.get(f"{BASE}/Endpoint?connection-type=dicom-wado-rs").json()) == ["wado-rs"]
    assert len(ids(http.get(f"{BASE}/Endpoint?status=active").json())) == 3
    assert ids(http.get(f"{BASE}/Endpoint?name:contains=qido").json()) == ["qido-rs"]
    assert http.get(f"{BASE}/Endpoint/x").status_code == 404
