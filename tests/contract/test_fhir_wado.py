"""Seed 004's address of one person's pictures, before whatever DICOMweb stands behind it."""

import httpx
import pytest
from starlette.responses import JSONResponse
from support.restclient import SECRET
from support.serving import serving
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.application import station_access
from resources.fhir.surface import surface
from resources.store import filing, patients
from resources.terms import Origin


async def dicomweb(scope, receive, send):
    await JSONResponse({"path": scope["path"], "accept": dict(scope["headers"])[b"accept"].decode()})(
        scope, receive, send
    )


@pytest.fixture
def station(tmp_path):
    store = a_store(tmp_path)
    with store.write(Origin.CAMERA) as unit:
        people = [patients.register(unit, lakshmi(given_name=name)) for name in ("Sita", "Gita")]
        blob = store.vault.admit(b"x")
        filing.file_instance(unit, a_header(patient_id=people[0].number), blob, FROM_CAMERA)
    with serving(surface(store, station_access(store, SECRET), dicomweb=dicomweb)) as (host, port):
        headers = {"Authorization": f"Bearer {SECRET}", "Accept": "multipart/related; type=application/dicom"}
        with httpx.Client(base_url=f"http://{host}:{port}", headers=headers, trust_env=False) as http:
            yield http, people
    store.close()


def test_a_study_of_this_person_is_dicomwebs_to_give(station):
    http, (sita, gita) = station
    given = http.get(f"/fhir/Patient/{sita.uuid}/$wado-rs/studies/1.2.3.1/series/1.2.3.1.1")
    assert given.json() == {
        "path": "/dicom-web/studies/1.2.3.1/series/1.2.3.1.1",
        "accept": "multipart/related; type=application/dicom",
    }
    for path in (f"{gita.uuid}/$wado-rs/studies/1.2.3.1", f"{sita.uuid}/$wado-rs/studies/1.2.9",
    f"{sita.uuid}/$wado-rs/instances",
                 "nobody/$wado-rs/studies/1.2.3.1", f"{sita.uuid}/$wado-rs"):  # fmt: skip
        refused = http.get(f"/fhir/Patient/{path}")
        assert (refused.status_code, refused.json()["resourceType"]) == (404, "OperationOutcome"), path
    http.headers.pop("Authorization")
    assert http.get(f"/fhir/Patient/{sita.uuid}/$wado-rs/studies/1.2.3.1").status_code == 401
