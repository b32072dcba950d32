"""A full cycle of the Python dicomweb-client against a station: store, find, show, fetch whole and in parts, remove."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from dicomweb_client.api import DICOMwebClient
from dicomweb_client.session_utils import create_session
from PIL import Image
from support.data_sets import an_instance
from support.dicomwebs import file_of, read
from support.restclient import SECRET, web

from resources.store import Store

STUDY, SERIES, INSTANCE = "1.2.3.1", "1.2.3.1.0", "1.2.3.1.1"


@pytest.fixture
def station(tmp_path: Path) -> Iterator[tuple[DICOMwebClient, Store]]:
    session = create_session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {SECRET}"
    with web(tmp_path) as (known, store):
        yield DICOMwebClient(f"{known.base_url}/dicom-web", session=session), store
    session.close()


def three_pictures() -> list:
    return [read(file_of(an_instance(number=number, eye=eye))) for number, eye in ((1, "R"), (2, "L"), (3, ""))]


def test_everything_that_is_stored_is_found_and_comes_back(station) -> None:
    client, _ = station
    sent = three_pictures()
    answer = client.store_instances(sent)
    assert len(answer.ReferencedSOPSequence) == 3
    [study] = client.search_for_studies(search_filters={"PatientName": "devi^*"}, fields=["PatientComments"])
    assert study["00201208"]["Value"] == [3]
    [series] = client.search_for_series(STUDY)
    assert series["00201209"]["Value"] == [3]
    assert [one.get("00200062") for one in client.search_for_instances(STUDY)] == [
        {"vr": "CS", "Value": ["R"]},
        {"vr": "CS", "Value": ["L"]},
        None,
    ]
    assert len(client.retrieve_study(STUDY)) == len(client.retrieve_series(STUDY, SERIES)) == 3
    assert client.retrieve_instance(STUDY, SERIES, INSTANCE) == sent[0]
    assert [one["00080018"]["Value"][0] for one in client.retrieve_study_metadata(STUDY)] == [
        f"1.2.3.1.{number}" for number in (1, 2, 3)
    ]


def test_parts_of_a_picture_come_alone(station) -> None:
    client, _ = station
    client.store_instances(three_pictures())
    metadata = client.retrieve_instance_metadata(STUDY, SERIES, INSTANCE)
    assert client.retrieve_bulkdata(metadata["7FE00010"]["BulkDataURI"]) == [bytes(range(72))]
    assert client.retrieve_bulkdata(metadata["7FE00010"]["BulkDataURI"], byte_range=(4, 7))[0] == bytes(range(4, 8))
    [frame] = client.retrieve_instance_frames(STUDY, SERIES, INSTANCE, [1])
    assert frame == bytes(range(72))
    shown = client.retrieve_instance_rendered(STUDY, SERIES, INSTANCE, media_types=("image/png",))
    with Image.open(BytesIO(shown)) as image:
        assert image.size == (6, 4)


def test_pages_end(station) -> None:
    client, _ = station
    client.store_instances([read(file_of(an_instance(patient=number))) for number in range(1, 8)])
    found = client.search_for_studies(limit=3, get_remaining=True)
    assert len({study["0020000D"]["Value"][0] for study in found}) == len(found) == 7


def test_a_study_can_be_removed(station) -> None:
    client, _ = station
    client.store_instances(three_pictures())
    answer = client._session.delete(f"{client.base_url}/studies/{STUDY}", params={"force": "true"})
    assert answer.status_code == 204
    assert client.search_for_studies() == []
    gone = client._session.get(f"{client.base_url}/studies/{STUDY}/metadata")
    assert gone.status_code == 410
