"""The OpenAPI document (seeds 000 and 003, and uploads), tried by a machine that does not know what it must not send.

EYECAMP_SCHEMA_CASES says how many requests in all: 2,000 in CI, more for a long night.
"""

import os
from itertools import count

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from support.interactions import Interaction, every, things_of
from support.restclient import SECRET, web

CASES = int(os.environ.get("EYECAMP_SCHEMA_CASES", "2000"))
DESCRIBED = [one for one in every() if one.surface in ("api", "tscharts") or "/uploads" in one.path]
EXAMPLES = CASES * 3 // (2 * len(DESCRIBED))
"""More than the share of each, as some have nothing that could be varied so often."""
PERSON = count(1)
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        yield schemathesis.openapi.from_url(f"{client.base_url}/openapi.json"), client, list[Interaction]()


def test_the_document_describes_what_is_tried(schema):
    said = {
        (method.upper(), path)
        for path, methods in schema[0].raw_schema["paths"].items()
        for method in methods
        if method != "parameters"
    }
    assert said == {(one.method, one.path) for one in DESCRIBED}


@pytest.mark.slow
@pytest.mark.parametrize("one", DESCRIBED, ids=lambda one: f"{one.method} {one.path}")
def test_no_request_is_answered_with_an_error_of_ours(schema, one: Interaction):
    document, client, tried = schema
    there = things_of(client, next(PERSON))
    there["patient_id"] = there["number"] if one.surface == "tscharts" else there["patient_id"]
    headers = {"Authorization": f"{one.scheme or 'Bearer'} {SECRET}"}

    @given(case=document[one.path][one.method].as_strategy(), known=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def one_request(case, known):
        if known:
            case.path_parameters = {name: there[name] for name in case.path_parameters or {}}
        tried.append(one)
        case.call_and_validate(headers=headers, checks=[not_a_server_error])

    one_request()
    assert one in tried


@pytest.mark.slow
def test_so_many_requests_were_tried(schema):
    tried = schema[2]
    if set(tried) == set(DESCRIBED):  # not when a part of the file is run
        assert len(tried) >= CASES
