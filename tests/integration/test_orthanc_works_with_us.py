"""Orthanc with our station as one of its DICOMweb servers: it stows to us, asks us, and fetches from us."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.data_sets import an_instance
from support.dicomwebs import file_of, stow
from support.orthanc import Orthanc, running_orthanc
from support.restclient import SECRET, web

pytestmark = pytest.mark.orthanc


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory) -> Iterator[Orthanc]:
    with running_orthanc(tmp_path_factory.mktemp("orthanc")) as running:
        yield running


@pytest.fixture
def pair(orthanc: Orthanc, tmp_path: Path) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Orthanc's REST interface, which knows us as ``camp``, and a client of our own."""
    orthanc.clear()
    with web(tmp_path) as (ours, _), httpx.Client(base_url=orthanc.dicomweb_url, trust_env=False, timeout=30) as theirs:
        camp = {"Url": f"{ours.base_url}/dicom-web/", "HttpHeaders": {"Authorization": f"Bearer {SECRET}"}}
        theirs.put("/servers/camp", json=camp).raise_for_status()
        yield theirs, ours


def test_orthanc_stows_to_us(orthanc: Orthanc, pair) -> None:
    theirs, ours = pair
    for number in (1, 2):
        stow_there = httpx.post(
            f"{orthanc.rest_url}/instances", content=file_of(an_instance(number=number, eye="L")), trust_env=False
        )
        stow_there.raise_for_status()
    job = theirs.post("/servers/camp/stow", json={"Resources": orthanc.get("/studies"), "Synchronous": True})
    job.raise_for_status()
    found = ours.get("/dicom-web/instances").json()
    assert [one["00200062"]["Value"] for one in found] == [["L"], ["L"]]


def test_orthanc_asks_us(pair) -> None:
    theirs, ours = pair
    stow(ours, file_of(an_instance(patient=1)), file_of(an_instance(patient=2)))
    answer = theirs.post("/servers/camp/qido", json={"Uri": "/studies", "Arguments": {"PatientID": "C7A-00002-7"}})
    [study] = answer.raise_for_status().json()
    assert "1.2.3.2" in str(study)


def test_orthanc_fetches_from_us(orthanc: Orthanc, pair) -> None:
    theirs, ours = pair
    stow(ours, file_of(an_instance(eye="R")), file_of(an_instance(number=2, eye="L")))
    theirs.post("/servers/camp/retrieve", json={"Resources": [{"Study": "1.2.3.1"}]}).raise_for_status()
    assert {uid: tags["ImageLaterality"] for uid, tags in orthanc.tags().items()} == {
        "1.2.3.1.1": "R",
        "1.2.3.1.2": "L",
    }
