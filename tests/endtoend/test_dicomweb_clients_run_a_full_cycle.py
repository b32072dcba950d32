"""Both dicomweb-clients, Python's and npm's, against ``eyecamp serve``: store, find, show, fetch whole and in parts, remove."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from dicomweb_client.api import DICOMwebClient
from dicomweb_client.session_utils import create_session
from PIL import Image
from requests import HTTPError
from support.data_sets import an_instance
from support.dicomwebs import file_of, read
from support.npm import installed, node
from support.serving_station import ServingStation, a_serving_station

pytestmark = pytest.mark.slow
NPM = Path(__file__).parent / "npm"
PIXELS = bytes(range(72))


@pytest.fixture(scope="module")
def station(tmp_path_factory) -> Iterator[ServingStation]:
    with a_serving_station(tmp_path_factory.mktemp("station")) as running:
        yield running


def three_pictures(patient: int) -> list[bytes]:
    return [
        file_of(an_instance(patient=patient, number=number, eye=eye))
        for number, eye in ((1, "R"), (2, "L"), (3, ""))
    ]  # fmt: skip


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sides(instances: list[dict]) -> list[object]:
    return [one.get("00200062", {}).get("Value") for one in instances]


def root_of(station: ServingStation) -> str:
    return f"{station.ready['rest_url'].rstrip('/')}/dicom-web"


def test_the_python_client(station) -> None:
    session = create_session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {station.ready['token']}"
    client, sent = DICOMwebClient(root_of(station), session=session), three_pictures(1)
    study, series, instance = "1.2.3.1", "1.2.3.1.0", "1.2.3.1.1"

    assert len(client.store_instances(list(map(read, sent))).ReferencedSOPSequence) == 3
    [found] = client.search_for_studies(search_filters={"PatientName": "devi^*"}, fields=["all"])
    assert found["00201208"]["Value"] == [3]
    assert client.search_for_series(study)[0]["00201209"]["Value"] == [3]
    assert sides(client.search_for_instances(study)) == [["R"], ["L"], None]
    assert [len(client.retrieve_study_metadata(study)), len(client.retrieve_series_metadata(study, series))] == [3, 3]
    assert client.retrieve_study(study) == client.retrieve_series(study, series) == list(map(read, sent))
    assert client.retrieve_instance(study, series, instance) == read(sent[0])
    where = client.retrieve_instance_metadata(study, series, instance)["7FE00010"]["BulkDataURI"]
    assert client.retrieve_bulkdata(where) == client.retrieve_instance_frames(study, series, instance, [1]) == [PIXELS]
    assert client.retrieve_bulkdata(where, byte_range=(4, 7)) == [PIXELS[4:8]]
    for shown in (
        client.retrieve_instance_rendered(study, series, instance, media_types=("image/png",)),
        client.retrieve_instance_frames_rendered(study, series, instance, [1], media_types=("image/png",)),
    ):
        with Image.open(BytesIO(shown)) as image:
            assert (image.format, image.size) == ("PNG", (6, 4))
    session.delete(f"{root_of(station)}/studies/{study}?force=true").raise_for_status()  # delete_study knows no force
    assert client.search_for_studies() == []
    with pytest.raises(HTTPError, match="410"):
        client.retrieve_study_metadata(study)
    session.close()


def test_the_client_of_npm(station, tmp_path: Path) -> None:
    sent, paths = three_pictures(2), [tmp_path / f"{number}.dcm" for number in range(3)]
    for path, body in zip(paths, sent, strict=True):
        path.write_bytes(body)
    names = ("1.2.3.2", "1.2.3.2.0", "1.2.3.2.1")
    folder = installed(NPM, tmp_path / "npm")

    seen = node(folder, "full_cycle.js", root_of(station), station.ready["token"], *names, *map(str, paths))

    assert len(seen["stored"]["00081199"]["Value"]) == 3
    assert seen["studies"][0]["00201208"]["Value"] == seen["series"][0]["00201209"]["Value"] == [3]
    assert (
        sides(seen["instances"])
        == sides(seen["studyMetadata"])
        == sides(seen["seriesMetadata"])
        == [["R"], ["L"], None]
    )
    assert seen["study"] == seen["wholeSeries"] == list(map(digest, sent))
    assert seen["instance"] == digest(sent[0])
    assert seen["frames"] == seen["bulk"] == [digest(PIXELS)]
    assert seen["range"] == [list(PIXELS[4:8])]
    assert seen["rendered"] == seen["renderedFrame"] == "\x89PNG"
    assert seen["thumbnail"].startswith("\xff\xd8\xff")
    assert (seen["removed"], seen["left"], seen["gone"]) == (204, [], 410)
