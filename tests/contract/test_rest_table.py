"""The fifteen interactions: what is routed and what the OpenAPI document says are one."""

import re

import pytest
from support.restclient import web

from resources.rest import surface
from resources.rest.desk import BASE

OURS = {("GET", f"{BASE}/status")}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        yield client.get("/openapi.json").json()


def test_nothing_else_is_routed(document):
    ours = {path: methods for path, methods in document["paths"].items() if path.startswith("/api/")}
    said = {(method.upper(), path) for path, methods in ours.items() for method in methods}
    assert said == {(row.method, BASE + row.path) for row in surface.TABLE} | OURS


def test_the_document_names_every_code(document):
    for row in surface.TABLE:
        said = document["paths"][BASE + row.path][row.method.lower()]["responses"]
        assert {int(code) for code in said if code != "422"} >= {*row.success, *row.failures, 401, 403} - {422}


def test_the_document_shows_an_example_of_every_json_body(document):
    shown = [schema for schema in document["components"]["schemas"].values() if "examples" in schema]
    assert len(shown) == 3


def test_the_document_reaches_for_no_other_host(document):
    assert not re.search(r"https?://", str(document))
