"""One table of all interactions of seeds 000, 001, 003 and 004: what is listed is routed, and what is routed is listed."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest
from support.interactions import FHIR, every, things_of
from support.restclient import client, web

import resources
from resources.dicomweb.surface import UPLOADS
from resources.fhir.interactions import described
from resources.rest.surface import TABLE as REST
from resources.tscharts.surface import TABLE as TSCHARTS

README = Path(resources.__file__).with_name("README.md")
LINE = re.compile(
    r"^\| (?P<seed>00[0134]) \| (?P<name>.+?) \| (?P<method>[A-Z]+) \| `(?P<path>/.+?)` \| "
    r"(?P<success>[\d ]*)\| ?(?P<failures>.*?) ?\|$",
    re.MULTILINE,
)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
UNLISTED = {"/api/status": {"GET"}}
"""Of ours, and of no seed."""


class Line(NamedTuple):
    seed: str
    name: str
    method: str
    path: str
    success: tuple[int, ...]
    failures: str


def numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d{3}", text)))


LINES = [
    Line(**{**found.groupdict(), "success": numbers(found["success"])})
    for found in LINE.finditer(README.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (http, _):
        yield http, things_of(http, 1)


def listed(*seeds: str) -> list[tuple[str, str]]:
    return [(line.method, line.path) for line in LINES if line.seed in seeds]


def test_all_four_seeds_are_listed_and_nothing_twice():
    assert {line.seed for line in LINES} == {"000", "001", "003", "004"}
    assert len({(line.method, line.path) for line in LINES}) == len(LINES)
    rows = [line for line in README.read_text("utf-8").splitlines() if re.match(r"\| 00\d", line)]
    assert len(rows) == len(LINES)  # no line that the pattern passes over


def test_the_list_is_that_of_the_tables_which_the_routes_are_made_of():
    assert listed("000") == [(row.method, f"/api{row.path}") for row in REST]
    assert listed("003") == [(row.method, f"/tscharts/v1{row.path}") for row in TSCHARTS]
    fhir = "/organizations/{organization}/fhir/3"
    assert listed("001") == [(row["method"], f"{fhir}{row['path']}".removesuffix("/")) for row in described()]
    names = [line.name for line in LINES if line.seed == "001"]
    assert names == [row["name"] for row in described()]


def test_the_codes_are_those_of_the_tables():
    said = [(line.success, numbers(line.failures)) for line in LINES if line.seed == "000"]
    assert said == [(row.success, row.failures) for row in REST]
    said = [(line.success, numbers(line.failures)) for line in LINES if line.seed == "003"]
    assert said == [
        ((200,) if row.path != "/image" or row.method != "DELETE" else (), row.failures) for row in TSCHARTS
    ]
    assert all(line.success or line.path == "/tscharts/v1/image" for line in LINES)


def interactions():
    """Each address with all its methods, as the addresses of the tests are written."""
    found = defaultdict(set)
    for line in LINES:
        found[line.path.replace("/organizations/{organization}/fhir/3", FHIR)].add(line.method)
    return found


@pytest.mark.parametrize("path", [*sorted(interactions()), *UNLISTED])
def test_at_each_address_just_the_listed_methods_are_routed(station, path):
    http, ids = station
    wanted = {**interactions(), **UNLISTED}[path]
    at = {one.path: one.at(ids) for one in every()}.get(path) or path.format(**ids)
    headers = {
        "Authorization": http.headers["authorization"].replace("Bearer", "Token" if "tscharts" in path else "Bearer")
    }
    if "$wado-rs" in path:  # DICOMweb's own answer, which also removes
        assert http.get(path.replace("{id}", ids["uuid"]).format(**ids)).status_code in (200, 406)
        return
    allow = set(http.options(at, headers=headers).headers["allow"].split(", "))
    if path.startswith("/fhir/"):
        assert wanted <= allow
        return
    assert allow - {"HEAD", "OPTIONS"} == wanted
    for method in set(METHODS) - wanted:
        answer = http.request(method, at, json={}, headers=headers)
        assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, allow), method


@pytest.mark.parametrize("line", [line for line in LINES if line.method == "GET"], ids=lambda line: line.path)
def test_what_is_listed_answers_as_listed(station, line):
    http, ids = station
    path = line.path.replace("/organizations/{organization}/fhir/3", FHIR)
    at = {one.path: one.at(ids) for one in every()}.get(path) or path.format(**{**ids, "id": _id(path, ids)})
    scheme = "Token" if "tscharts" in path else "Bearer"
    headers = {"Authorization": http.headers["authorization"].replace("Bearer", scheme)}
    headers["Accept"] = "multipart/related; type=application/dicom" if "$wado-rs" in path else "*/*"
    at += f"?clinic={ids['clinic_id']}" * path.endswith("/clinicstation")
    answer = http.get(at, headers=headers)
    assert answer.status_code in line.success, answer.text
    tag = answer.headers.get("etag")
    if 304 in line.success:
        assert http.get(at, headers=headers | {"If-None-Match": tag}).status_code == 304


def _id(path: str, ids: dict) -> object:
    return ids["uuid"] if "/Patient/" in path else "wado-rs" if "/Endpoint/" in path else ids["id"]


def test_what_is_not_listed_is_not_there(station):
    http, _ = station
    for path in ("/api/Patient", "/api/organizations", "/tscharts/v1/register", "/tscharts/v1/clinics", f"{FHIR}/Practitioner",
                 f"{FHIR}/ImagingManifest", f"{FHIR}/_history", "/fhir/Observation", "/organizations"):  # fmt: skip
        scheme = "Token" if "tscharts" in path else "Bearer"
        headers = {"Authorization": http.headers["authorization"].replace("Bearer", scheme)}
        assert http.get(path, headers=headers).status_code == 404, path


def test_the_tables_hold_no_route_that_this_list_does_not_know(station):
    http, _ = station
    with client(str(http.base_url), None) as stranger:
        document = stranger.get("/openapi.json").json()
    ours = {path: methods for path, methods in document["paths"].items() if not path.startswith("/dicom-web/")}
    routed = {(method.upper(), path) for path, methods in ours.items() for method in methods}
    assert routed - {("GET", "/api/status")} == set(listed("000", "003"))


def test_the_document_describes_uploads_as_they_are_routed(station):
    http, _ = station
    with client(str(http.base_url), None) as stranger:
        document = stranger.get("/openapi.json").json()
    ours = {path: methods for path, methods in document["paths"].items() if path.startswith("/dicom-web/")}
    said = {(method.upper(), path) for path, methods in ours.items() for method in methods if method != "parameters"}
    assert said == {(row.method, f"/dicom-web{row.path}") for row in UPLOADS if row.method != "OPTIONS"}
