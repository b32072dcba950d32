"""GET /api/status and ``eyecamp status`` say what cameras did lately, by their names, and never a patient's."""

import json
import urllib.request

import pytest
from pynetdicom import AE
from support.association import JPEG, OP_8_BIT
from support.stations import KEY

from resources.store import open_store
from workstation.compose import compose
from workstation.settings import load


@pytest.fixture
def station(tmp_path):
    peers = json.dumps([{"ae_title": "NW400", "name": "Camera 1"}])
    flags = {"data_dir": str(tmp_path / "station"), "dicom.port": "0", "rest.port": "0", "dicom.peers": peers}
    settings = load(None, {}, flags)
    from sync import outbox

    station = compose(settings, open_store(settings.data_dir, KEY, chains=[outbox.MIGRATIONS]))
    station.start()
    yield station
    station.stop()


def test_the_status_holds_the_cameras_and_what_they_did(station):
    ae = AE("NW400")
    ae.add_requested_context(OP_8_BIT, JPEG)
    association = ae.associate("127.0.0.1", station.listener.address[1])
    association.release()
    request = urllib.request.Request(
        f"{station.rest_url}/api/status", headers={"Authorization": f"Bearer {station.token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        status = json.loads(answer.read())
    (camera,) = status["cameras"]
    assert (camera["ae_title"], camera["name"], camera["trust"]) == ("NW400", "Camera 1", "new")
    assert [(line["sentence"], line["went_well"]) for line in status["doctor"]] == [
        ("Camera 1 offered Ophthalmic Photography 8 Bit Image, only as JPEG Baseline; accepted.", True)
    ]
