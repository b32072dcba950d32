"""The OpenAPI document, tried by a machine that does not know what it must not send."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from support.restclient import SECRET, web

from resources.rest.desk import BASE
from resources.rest.surface import TABLE

EXAMPLES = 40


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        yield schemathesis.openapi.from_url(f"{client.base_url}/openapi.json")


@pytest.mark.slow
@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.method} {row.path}")
def test_no_request_is_answered_with_an_error_of_ours(schema, row):
    @given(case=schema[BASE + row.path][row.method].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def one_request(case):
        case.call_and_validate(headers={"Authorization": f"Bearer {SECRET}"}, checks=[not_a_server_error])

    one_request()
