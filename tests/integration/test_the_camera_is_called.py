"""Test echo: what a real SCP answers, and what a person is told when nothing good does. One deadline holds for all of it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pynetdicom import AE
from support.cameras import a_bit_preserving_storescp

from workstation.listener.echo import VERIFICATION, Finding, echo

OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"


def called(port: int, seconds: float = 5.0, host: str = "127.0.0.1"):
    return echo(host, port, calling_ae="EYECAMP", called_ae="CAM1", seconds=seconds)


@contextmanager
def an_scp(*contexts: str, **options) -> Iterator[int]:
    ae = AE("CAM1")
    for context in contexts:
        ae.add_supported_context(context)
    for name, value in options.items():
        setattr(ae, name, value)
    server = ae.start_server(("127.0.0.1", 0), block=False)
    try:
        yield server.socket.getsockname()[1]
    finally:
        server.shutdown()


@contextmanager
def a_peer(*, says: bytes = b"", drips: bool = False) -> Iterator[int]:
    """Accepts one connection and says these bytes, at once or one after the other, and then nothing."""
    over = threading.Event()
    door = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with door.accept()[0] as connection:
            try:
                for byte in says if drips else (says,):
                    connection.sendall(bytes((byte,)) if drips else byte)
                    if drips and over.wait(0.02):
                        return
            except OSError:
                return
            over.wait(30)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        over.set()
        thread.join()
        door.close()


@pytest.mark.dcmtk
def test_dcmtk_answers(tmp_path):
    with a_bit_preserving_storescp(tmp_path) as port:
        answer = called(port)
    assert answer.finding is Finding.ANSWERED and answer.went_well
    assert answer.sentence == f"It answered our echo in {answer.milliseconds} ms."


def test_pynetdicom_answers_and_hears_both_names():
    with an_scp(VERIFICATION, require_calling_aet=["EYECAMP"], require_called_aet=True) as port:
        assert called(port).finding is Finding.ANSWERED


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_camera_that_does_not_know_our_name_turns_us_away():
    with an_scp(VERIFICATION, require_calling_aet=["SOMEBODY"]) as port:
        answer = called(port)
    assert answer.finding is Finding.TURNED_AWAY and "does not know our name" in answer.sentence


def test_a_camera_without_the_service_is_there_all_the_same():
    with an_scp(OP) as port:
        assert called(port).finding in (Finding.NO_ECHO, Finding.TURNED_AWAY)


def test_a_closed_port_and_a_name_that_is_none_are_silent():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    assert called(port).finding is Finding.SILENT
    assert str(port) in called(port).sentence
    assert called(104, host="no such name").finding is Finding.SILENT
    assert called(104, host="x" * 70 + ".invalid").finding is Finding.SILENT


def test_without_an_address_nothing_is_asked():
    assert called(0).finding is Finding.NOT_SET
    assert called(104, host="").finding is Finding.NOT_SET


def test_a_silent_peer_ends_at_the_deadline():
    with a_peer() as port:
        assert called(port, seconds=0.2).finding is Finding.SILENT


def test_a_dripping_peer_ends_at_the_deadline_too():
    with a_peer(says=b"\x02\0\0\0\x10\0" + bytes(4096), drips=True) as port:
        assert called(port, seconds=0.3).finding is Finding.SILENT


@pytest.mark.parametrize(
    "says", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x02\0\xff\xff\xff\xff", b"\x02\0\0\0\0\x03abc", bytes(100)]
)
def test_whatever_answers_it_is_a_sentence(says):
    with a_peer(says=says) as port:
        assert not called(port, seconds=0.5).went_well
