"""Encrypted associations: agreed on within a deadline, on their own thread, at the port that the others use."""

import socket
import ssl
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
import trustme
from support.association import QUICK, Scu, a_pdu, a_request
from support.certificates import for_client, for_server, pems
from support.receiver import MemoryReceiver

from resources.problems import Invalid
from workstation.encryption import server_context
from workstation.listener.admission import Admission
from workstation.listener.scp import Listener
from workstation.listener.tls import Encryption

PATIENT = {"handshake_seconds": 5.0, "tls_seconds": 5.0, "pdu_seconds": 5.0, "idle_seconds": 30.0}


@pytest.fixture(scope="module")
def ca():
    return trustme.CA()


@pytest.fixture(scope="module")
def ours(ca, tmp_path_factory):
    return pems(tmp_path_factory.mktemp("ours"), "eyecamp", ca)


@pytest.fixture(scope="module")
def camera(ca, tmp_path_factory):
    return pems(tmp_path_factory.mktemp("camera"), "camera", ca)


@pytest.fixture(scope="module")
def stranger(ca, tmp_path_factory):
    return pems(tmp_path_factory.mktemp("stranger"), "stranger", trustme.CA(), ca)


@contextmanager
def listening(context: ssl.SSLContext, *, required: bool = False, receiver=None, **limits):
    admission = Admission(encryption=Encryption(context, is_required=required))
    listener = Listener(
        receiver or MemoryReceiver(),
        port=0,
        limits=replace(QUICK, **(PATIENT | limits)),
        admission=lambda: admission,
    )
    listener.start()
    try:
        yield listener
    finally:
        listener.stop()


@contextmanager
def encrypted(listener: Listener, context: ssl.SSLContext):
    with socket.create_connection(listener.address, 5) as plain, context.wrap_socket(plain) as end:
        yield Scu(end)


@contextmanager
def plain(listener: Listener):
    with socket.create_connection(listener.address, 5) as end:
        yield Scu(end)


def sentences(listener: Listener) -> list[str]:
    listener.stop()
    return [note.sentence for note in listener.notes()]


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_picture_comes_in_encrypted(ours, camera, version):
    receiver, picture, context = MemoryReceiver(), bytes(range(256)) * 8000, for_client(camera)
    context.minimum_version = context.maximum_version = version
    with listening(for_server(ours), receiver=receiver) as listener, encrypted(listener, context) as scu:
        scu.associate()
        assert scu.store(picture, piece=16000) == 0
        scu.send(a_pdu(5, bytes(4)))
        assert scu.pdu() == (6, bytes(4))
    assert [kept.data_set for kept in receiver.kept] == [picture]


def test_where_it_is_optional_others_use_the_same_port(ours):
    with listening(for_server(ours)) as listener, plain(listener) as scu:
        scu.associate()
        assert scu.store(b"picture") == 0


def test_where_it_is_required_others_are_turned_away_in_words(ours):
    with listening(for_server(ours), required=True) as listener:
        with plain(listener) as scu:
            scu.send(a_request())
            assert scu.pdu() == (3, bytes((0, 1, 1, 1)))
        assert sentences(listener) == ["It was turned away: it did not encrypt, which this station asks for."]


def test_a_peer_whose_certificate_we_trust_is_let_in(ours, camera):
    with listening(for_server(ours, asks=True)) as listener, encrypted(listener, for_client(camera, shows=True)) as scu:
        scu.associate()
        assert scu.store(b"picture") == 0


@pytest.mark.parametrize(
    ("who", "shows", "says"),
    [("camera", False, "showed no certificate"), ("stranger", True, "not one that we trust")],
)
def test_a_peer_without_a_certificate_that_we_trust_is_turned_away(ours, who, shows, says, request):
    context = for_client(request.getfixturevalue(who), shows=shows)
    with listening(for_server(ours, asks=True)) as listener:
        with pytest.raises((OSError, AssertionError)), encrypted(listener, context) as scu:
            scu.associate()
        (said,) = sentences(listener)
        assert says in said


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_older_than_tls_1_2_is_not_spoken(ours, camera):
    context = for_client(camera)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with listening(for_server(ours)) as listener:
        with pytest.raises(OSError, match=r"(?i)version|protocol"), encrypted(listener, context):
            pass
        (said,) = sentences(listener)
        assert "older than TLS 1.2" in said


def test_a_cipher_without_forward_secrecy_is_not_taken(ours, camera):
    context = for_client(camera)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AES128-GCM-SHA256:AES256-SHA")
    with listening(for_server(ours)) as listener:
        with pytest.raises(OSError, match=r"(?i)handshake"), encrypted(listener, context):
            pass
        (said,) = sentences(listener)
        assert "no way of encryption that is safe" in said


def test_silent_peers_in_the_middle_of_agreeing_hold_nobody_up(ours, camera):
    """The handshake runs on the association's thread: pynetdicom's ran in the accept loop, and one peer stopped all."""
    with listening(for_server(ours), connections=8) as listener, ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(plain(listener)).send(b"\x16\x03\x01\x02\x00")
        scu = stack.enter_context(encrypted(listener, for_client(camera)))
        scu.associate()
        assert scu.store(b"picture") == 0


def test_agreeing_has_a_deadline(ours):
    with listening(for_server(ours), tls_seconds=0.2) as listener:
        with plain(listener) as scu:
            scu.send(b"\x16\x03\x01\x02\x00")
            while scu.socket.recv(100):
                pass
        assert sentences(listener) == ["It stopped in the middle of a message."]


def test_stopping_ends_an_encrypted_association_in_words(ours, camera):
    before = set(threading.enumerate())
    with listening(for_server(ours)) as listener, encrypted(listener, for_client(camera)) as scu:
        scu.associate()
        listener.stop()
        assert scu.pdu() == (7, bytes((0, 0, 2, 0)))
    assert set(threading.enumerate()) == before


def test_a_certificate_that_cannot_be_used_is_said_in_a_sentence(ours, camera, tmp_path):
    nonsense = tmp_path / "nonsense.pem"
    nonsense.write_text("nonsense")
    with pytest.raises(Invalid, match="do not fit or are not PEM"):
        server_context(ours.certificate, camera.key)
    with pytest.raises(Invalid, match="cannot be read"):
        server_context(tmp_path / "absent.pem", ours.key)
    with pytest.raises(Invalid, match="client certificates"):
        server_context(ours.certificate, ours.key, nonsense)
