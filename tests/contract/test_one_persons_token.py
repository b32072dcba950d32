"""A token for the records of one person: it opens these on every surface, and nothing else anywhere."""

import pytest
from support.interactions import FHIR, Interaction, every, things_of
from support.restclient import client, web

from resources.problems import Invalid, NotFound
from resources.store import tokens
from resources.terms import Origin

OWN = {
    "/api/patients/{patient_id}", "/api/patients/{patient_id}/photo", "/api/patients/{patient_id}/ImagingStudy",
    "/api/ImagingStudy/{study_id}", "/api/ImagingStudy/{study_id}/series/{series_id}/{instance_id}",
    "/tscharts/v1/image/{image_id}", "/tscharts/v1/patient/{patient_id}",
    *(f"{FHIR}{path}" for path in (
        "/ImagingStudy/{id}", "/ImagingStudy/{id}/_history", "/ImagingStudy/{id}/_history/{vid}", "/Patient/{id}",
        "/Endpoint", "/Endpoint/_search", "/Endpoint/{id}",
    )),
    "/fhir/Patient/{uuid}/$wado-rs/studies/{study}",
}  # fmt: skip
"""What names the person in its address. Whatever begins with a study of DICOMweb is among it too."""
NOBODYS = {f"{FHIR}/Endpoint", f"{FHIR}/Endpoint/_search", f"{FHIR}/Endpoint/{{id}}"}


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The tokens of one person, that person's things and those of somebody else."""
    with web(tmp_path_factory.mktemp("station")) as (http, store):
        sita, gita = things_of(http, 1), things_of(http, 2)
        with store.write(Origin.STATION) as unit:
            secret = tokens.create(unit, "sita", ["read"], patient=sita["patient_id"])
        with client(str(http.base_url), secret) as own:
            yield own, sita, gita


def ask(http, one: Interaction, ids):
    headers = {"Authorization": http.headers["authorization"].replace("Bearer", one.scheme or "Bearer")}
    if one.path.endswith("_search"):
        return http.post(one.at(ids), data={}, headers=headers)
    return http.request(one.method, one.at(ids), headers=headers)


def opens(one: Interaction) -> bool:
    in_study = one.path.startswith("/dicom-web/studies/{study}")
    reads = one.method == "GET" or one.path.endswith("_search")
    return reads and (in_study or one.path in OWN or not one.scheme)


@pytest.mark.parametrize("one", every(), ids=lambda one: f"{one.method} {one.path}")
def test_it_opens_its_own_and_nothing_of_anybody_else(two, one):
    http, sita, gita = two
    if not one.scheme:
        return
    mine, other = ask(http, one, sita), ask(http, one, gita)
    if opens(one):
        assert mine.status_code in (200, 406), mine.text  # 406: this form needs another Accept field
        assert other.status_code == (mine.status_code if one.path in NOBODYS else 403)
    else:
        assert (mine.status_code, other.status_code) == (403, 403)


@pytest.mark.parametrize(
    "spelt", ["{base}?patient={own}", "{base}?patient=Patient/{own}", "{base}?patient:Patient={own}",
              "{base}?modality=OP&patient={own}&_include=ImagingStudy:patient", "{base}?patient={number}",
              "{base}?patient={http}{fhir}/Patient/{own}", "/fhir/ImagingStudy?patient={own}"],
)  # fmt: skip
def test_a_search_that_names_the_person_is_answered(two, spelt):
    http, sita, gita = two
    facts = {"base": f"{FHIR}/ImagingStudy", "own": sita["uuid"], "number": sita["patient_id"], "fhir": FHIR}
    page = http.get(spelt.format(http=str(http.base_url).rstrip("/"), **facts))
    assert page.status_code == 200, page.text
    assert page.json()["total"] == 1
    assert gita["uuid"] not in page.text
    again = http.post(f"{FHIR}/ImagingStudy/_search?patient={sita['uuid']}", data={"patient": gita["uuid"]})
    assert again.json()["total"] == 0


@pytest.mark.parametrize(
    "query", ["", "?patient={other}", "?patient={own},{other}", "?patient:missing=true", "?patient.identifier={own}",
              "?patient=http://elsewhere/Patient/{own}", "?study={study}", "?patient=", "?patient=nobody",
              "?patient=Group/{own}"],
)  # fmt: skip
def test_a_search_that_could_find_anybody_else_is_refused(two, query):
    http, sita, gita = two
    asked = query.format(own=sita["uuid"], other=gita["uuid"], study=gita["study"])
    assert http.get(f"{FHIR}/ImagingStudy{asked}").status_code == 403
    assert http.post(f"{FHIR}/ImagingStudy/_search{asked}", data={"patient": sita["uuid"]}).status_code == 403


def test_lists_of_the_other_surfaces_need_the_person_too(two):
    http, sita, gita = two
    own, other = sita["patient_id"], gita["patient_id"]
    assert len(http.get("/api/ImagingStudy", params={"patient": own}).json()) == 1
    for query in (f"?patient={own}&patient={other}", f"?patient={other}&patient={own}", f"?patient={other}", ""):
        assert http.get(f"/api/ImagingStudy{query}").status_code == 403
    token = {"Authorization": http.headers["authorization"].replace("Bearer", "Token")}
    own, other = sita["number"], gita["number"]
    assert http.get(f"/tscharts/v1/image/?patient={own}", headers=token).status_code == 200
    for query in (f"patient={own}&patient={other}", f"patient={other}", "patient=x", "type=Headshot", "patient=99"):
        assert http.get(f"/tscharts/v1/image/?{query}", headers=token).status_code == 403


def test_what_never_was_is_404_and_says_nothing_of_anybody(two):
    http, _, _ = two
    for path in ("/api/patients/nobody", f"{FHIR}/Patient/nobody", f"{FHIR}/ImagingStudy/nobody",
                 "/dicom-web/studies/1.2.999"):  # fmt: skip
        assert http.get(path, headers={"Accept": "*/*"}).status_code == 404, path


def test_a_token_for_one_person_only_reads_and_needs_that_person(tmp_path):
    with web(tmp_path) as (_, store), store.write(Origin.STATION) as unit:
        for scopes in (["write"], ["read", "admin"], ["sync"]):
            with pytest.raises(Invalid):
                tokens.create(unit, "x", scopes, patient="nobody")
        with pytest.raises(NotFound):
            tokens.create(unit, "x", ["read"], patient="nobody")
        assert tokens.listed(unit) == []
