"""R2 of the reliability goals: two hundred silent peers, and a body without an end, beside an honest caller."""

import os
import socket
import threading
from contextlib import ExitStack

import psutil
import pytest
from support.restclient import SECRET, STATUS
from support.serving import serving, until_closed
from support.stations import a_store

from resources.application import application, station_access
from resources.http.deadlines import Deadlines

PEERS = 200
CHUNK = b"10000\r\n" + bytes(65536) + b"\r\n"
MEGABYTE = 1 << 20


@pytest.fixture
def address(tmp_path):
    store = a_store(tmp_path)
    app = application(store, station_access(store, SECRET), status=lambda: STATUS)
    with serving(app, Deadlines(head=1.5, body=1.5, linger=0.5)) as address:
        yield address
    store.close()


def honest(address) -> bytes:
    with socket.create_connection(address, timeout=20) as peer:
        head = f"GET /api/status HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nConnection: close\r\n"
        peer.sendall(f"{head}Authorization: Bearer {SECRET}\r\n\r\n".encode())
        return until_closed(peer)


@pytest.mark.slow
@pytest.mark.parametrize("begun", [b"", b"POST /api/patients HTTP/1.1\r\nHost: "], ids=["silent", "half a head"])
def test_two_hundred_slow_peers_are_let_go_and_an_honest_one_is_served(address, begun):
    with ExitStack() as open_ones:
        peers = [open_ones.enter_context(socket.create_connection(address, timeout=20)) for _ in range(PEERS)]
        for peer in peers:
            peer.sendall(begun)
        assert honest(address).startswith(b"HTTP/1.1 200")
        assert all(until_closed(peer).startswith(b"HTTP/1.1 408") for peer in peers)
    assert honest(address).startswith(b"HTTP/1.1 200")


@pytest.mark.slow
def test_a_body_without_an_end_costs_no_memory(address):
    this = psutil.Process(os.getpid())
    honest(address)
    before = this.memory_info().rss
    with socket.create_connection(address, timeout=20) as peer:
        head = (
            f"POST /api/patients/1/photo HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nTransfer-Encoding: chunked\r\n"
        )
        peer.sendall(f"{head}Authorization: Bearer {SECRET}\r\nContent-Type: image/jpeg\r\n\r\n".encode())
        sender = threading.Thread(target=pour, args=(peer,))
        sender.start()
        answer = until_closed(peer)
        sender.join()
    assert answer.startswith((b"HTTP/1.1 413", b"HTTP/1.1 408"))
    assert this.memory_info().rss - before < 64 * MEGABYTE
    assert honest(address).startswith(b"HTTP/1.1 200")


def pour(peer: socket.socket) -> None:
    """Send until the server has had enough."""
    try:
        while True:
            peer.sendall(CHUNK)
    except OSError:
        return
