"""The service in its thread: start, stop, and a port that is taken."""

import socket
import threading

import pytest
from support.serving import echo_length, talk

from resources.http.server import HttpService
from resources.problems import Unavailable

REQUEST = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"


def test_it_answers_from_its_first_moment_and_on_loopback():
    service = HttpService(echo_length)
    service.start()
    host, port = service.address
    try:
        assert host == "127.0.0.1"
        assert service.health()
        assert talk((host, port), REQUEST).endswith(b'{"length":3}')
    finally:
        service.stop()


def test_after_stop_nobody_answers_and_no_thread_is_left():
    service = HttpService(echo_length)
    service.start()
    address = service.address
    service.stop()
    service.stop()
    assert not service.health()
    assert "http" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=5)


def test_it_can_be_started_again():
    service = HttpService(echo_length)
    for _ in range(2):
        service.start()
        assert talk(service.address, REQUEST).endswith(b'{"length":3}')
        service.stop()


def test_it_stops_while_a_peer_is_still_silent():
    service = HttpService(echo_length)
    service.start()
    with socket.create_connection(service.address, timeout=5):
        service.stop(5.0)
    assert not service.health()


def test_a_taken_port_is_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Unavailable, match=f"Port {port}"):
            HttpService(echo_length, port=port).start()


def test_an_impossible_port_is_a_sentence():
    with pytest.raises(Unavailable):
        HttpService(echo_length, port=70_000).start()


def test_an_answer_does_not_wait_for_the_peer_to_acknowledge_its_head():
    seen = []

    async def looks(scope, receive, send):
        (connection,) = service._server.server_state.connections
        seen.append(connection.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        await echo_length(scope, receive, send)

    service = HttpService(looks)
    service.start()
    try:
        talk(service.address, REQUEST)
    finally:
        service.stop()
    assert seen[0] != 0
