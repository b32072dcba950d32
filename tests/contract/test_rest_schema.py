"""The OpenAPI document, tried by a machine that does not know what it must not send."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from support.pictures import a_jpeg
from support.restclient import SECRET, web

from resources.rest.desk import BASE
from resources.rest.surface import TABLE

EXAMPLES = 40


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        yield schemathesis.openapi.from_url(f"{client.base_url}/openapi.json"), client


def something_there(client) -> dict[str, str]:
    """The ids of a person with a study, an instance that waits, and a headshot."""
    person = client.post("/api/patients", json={"name": {"family": "Demo", "given": "Henry"}}).json()["id"]
    client.post(f"/api/patients/{person}/photo", content=a_jpeg(), headers={"Content-Type": "image/jpeg"})
    study = client.post("/api/ImagingStudy", json={"patient": person}).json()["id"]
    made = client.post(f"/api/ImagingStudy/{study}/instance", json={"modality": "OP", "instance": [{}]}).json()
    ids = {"patient_id": person, "study_id": study}
    return ids | {"series_id": made["series"]["id"], "instance_id": made["instance"][0]["id"]}


@pytest.mark.slow
@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.method} {row.path}")
def test_no_request_is_answered_with_an_error_of_ours(schema, row):
    document, client = schema
    there = something_there(client)

    @given(case=document[BASE + row.path][row.method].as_strategy(), known=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def one_request(case, known):
        if known:
            case.path_parameters = {name: there[name] for name in case.path_parameters or {}}
        case.call_and_validate(headers={"Authorization": f"Bearer {SECRET}"}, checks=[not_a_server_error])

    one_request()
