"""GET /api/status and ``eyecamp status`` say what cameras did lately, by their names, and never a patient's."""

import json
import time
import urllib.request
from datetime import timedelta

import pytest
from pynetdicom import AE
from support.association import JPEG, OP_8_BIT
from support.headquarters import MemoryHeadquarters, served
from support.stations import KEY

from resources.store import open_store
from resources.wire.camerarules import CameraRules, Trust
from workstation.compose import compose, sync_service
from workstation.settings import load


@pytest.fixture
def quiet_station(tmp_path):
    """Put together, with nothing running in it."""
    peers = json.dumps([{"ae_title": "NW400", "name": "Camera 1"}])
    flags = {"data_dir": str(tmp_path / "station"), "dicom.port": "0", "rest.port": "0", "dicom.peers": peers}
    settings = load(None, {}, flags)
    from sync import outbox

    station = compose(settings, open_store(settings.data_dir, KEY, chains=[outbox.MIGRATIONS]))
    yield station
    station.stop()


@pytest.fixture
def station(quiet_station):
    quiet_station.start()
    return quiet_station


def status_of(station):
    request = urllib.request.Request(
        f"{station.rest_url}/api/status", headers={"Authorization": f"Bearer {station.token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())


@pytest.mark.hazard("HZ-26")
def test_the_clock_of_headquarters_is_heard_at_each_pass_and_named_when_it_is_days_off(quiet_station):
    station = quiet_station
    with served(MemoryHeadquarters()) as url:
        service = sync_service(
            station.store, load(None, {}, {"hq.dicomweb_url": url}), station.clocks.headquarters_says
        )
        service.once()
        assert station.status()["clocks"] == []  # it was heard, and is right
        station.clocks.headquarters_says(station.store.clock() - timedelta(days=2))
        (doubt,) = station.status()["clocks"]
        assert (doubt["whose"], round(doubt["ahead"] / 3600), doubt["name"]) == ("headquarters", -48, "")
        service.once()
        assert station.status()["clocks"] == []  # heard anew
        service.stop(5)


def test_the_status_holds_the_cameras_and_what_they_did(station):
    ae = AE("NW400")
    ae.add_requested_context(OP_8_BIT, JPEG)
    association = ae.associate("127.0.0.1", station.listener.address[1], ae_title="RETINA1")
    association.release()
    status = status_of(station)
    assert status["clocks"] == []
    (camera,) = status["cameras"]
    assert (camera["ae_title"], camera["name"], camera["trust"]) == ("NW400", "Camera 1", "new")
    assert [(line["sentence"], line["went_well"]) for line in status["doctor"]] == [
        ("Camera 1 offered Ophthalmic Photography 8 Bit Image, only as JPEG Baseline; accepted.", True),
        ("Camera 1 called us RETINA1; our name is EYECAMP. Accepted.", False),
    ]


def test_a_device_that_was_blocked_is_turned_away_from_the_next_association_on(station):
    ae = AE("ANY-SCU")
    ae.add_requested_context(OP_8_BIT, JPEG)

    def is_let_in() -> bool:
        association = ae.associate("127.0.0.1", station.listener.address[1], ae_title="EYECAMP")
        let_in = association.is_established
        association.release()
        return let_in

    assert is_let_in()
    station.cameras.save(CameraRules("ANY-SCU", trust=Trust.BLOCKED))
    assert not is_let_in()
    deadline = time.monotonic() + 60  # the peer hears it before it is written down
    while not any(note.sentence.startswith("It was turned away") for note in station.listener.notes()):
        assert time.monotonic() < deadline
    station.cameras.forget("ANY-SCU")
    assert is_let_in()
