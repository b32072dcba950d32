"""The listener as the settings want it."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from support.association import Scu, a_request
from support.certificates import pems
from support.receiver import MemoryReceiver
from support.stations import a_store

from resources.problems import Invalid, Unavailable
from resources.wire.camerarules import CameraRules, Trust
from workstation.listener.doorway import admission_of, choose_host, encryption_of, host_of, listener_of
from workstation.settings import Allow, Dicom, Tls

PEERS = (
    CameraRules("NW400", host="10.0.0.7"),
    CameraRules("REVIEW", host="review.local", port=104),
    CameraRules("PHONE"),
    CameraRules("ROGUE", host="10.0.0.66", trust=Trust.BLOCKED),
)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_by_default_it_stands_on_this_laptop_alone_and_lets_everybody_in(store):
    assert host_of(store, Dicom()) == "127.0.0.1"
    admission = admission_of(Dicom(), ())
    assert (admission.called, admission.calling, admission.addresses, admission.encryption) == (None,) * 4


def test_known_peers_have_places_of_their_own_but_close_no_door():
    admission = admission_of(Dicom(), PEERS)
    assert (admission.known, admission.known_titles) == ({"10.0.0.7"}, {"NW400", "REVIEW", "PHONE"})
    assert (admission.calling, admission.addresses, admission.blocked) == (None, None, {"ROGUE"})


def test_known_peers_belong_to_every_list():
    admission = admission_of(Dicom(allow=Allow(calling=("CAM2",), addresses=("10.1.0.0/16",))), PEERS)
    assert admission.calling == {"CAM2", "NW400", "REVIEW", "PHONE"}
    assert [str(network) for network in admission.addresses or ()] == ["10.1.0.0/16", "10.0.0.7/32"]


def test_an_address_that_is_none_is_said():
    with pytest.raises(Invalid, match="camera room"):
        admission_of(Dicom(allow=Allow(addresses=("camera room",))), ())


def test_encryption_needs_a_certificate(tmp_path):
    ours = pems(tmp_path, "eyecamp", trustme.CA())
    assert encryption_of(Tls()) is None
    with pytest.raises(Invalid, match=r"dicom\.tls\.certificate"):
        encryption_of(Tls(mode="optional", key=Path("x")))
    required = encryption_of(Tls("required", ours.certificate, ours.key, ours.authority))
    assert required is not None and required.is_required
    optional = encryption_of(Tls("optional", ours.certificate, ours.key))
    assert optional is not None and not optional.is_required


def test_a_network_chosen_in_the_window_counts_from_then_on(store):
    settings = Dicom(port=0)
    listener = listener_of(store, settings, tuple, MemoryReceiver())
    listener.start()
    port = listener.address[1]
    choose_host(store, listener, "127.0.0.2")
    assert listener.address == ("127.0.0.2", port)
    socket.create_connection(("127.0.0.2", port), 5).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), 5)
    listener.stop()
    assert host_of(store, settings) == "127.0.0.2"
    assert host_of(store, replace(settings, host="0.0.0.0")) == "0.0.0.0"


def test_a_network_that_is_not_there_changes_nothing(store):
    listener = listener_of(store, Dicom(port=0), tuple, MemoryReceiver())
    listener.start()
    before = listener.address
    with pytest.raises(Unavailable):
        choose_host(store, listener, "192.0.2.1")
    assert listener.address == before
    socket.create_connection(before, 5).close()
    listener.stop()
    assert host_of(store, Dicom()) == "127.0.0.1"


def test_a_device_that_is_blocked_in_the_window_is_turned_away_from_then_on(store):
    peers = [CameraRules("NW400")]
    listener = listener_of(store, Dicom(port=0), lambda: peers, MemoryReceiver())
    listener.start()
    for blocked, expected in ((False, 2), (True, 3)):
        peers[0] = replace(peers[0], trust=Trust.BLOCKED if blocked else Trust.TRUSTED)
        with socket.create_connection(listener.address, 5) as end:
            scu = Scu(end)
            scu.send(a_request())
            assert scu.pdu()[0] == expected
    listener.stop()
