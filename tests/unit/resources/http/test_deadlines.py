"""A peer that is slow, or does nothing at all, is let go; the others never notice."""

import socket

import pytest
from support.serving import echo_length, serving, talk, until, until_closed
from websockets.sync.client import connect

from resources.http.deadlines import Deadlines

TINY = Deadlines(head=0.2, body=0.2, rate=1e9, linger=0.2, write=0.2, connections=8)
HEAD = b"POST / HTTP/1.1\r\nHost: x\r\n"


async def answers_early(scope, receive, send):
    """Does not read the body, as a refusal does."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"no"})


async def answers_much(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(1000):
        await send({"type": "http.response.body", "body": b"x" * 65536, "more_body": True})


@pytest.fixture(scope="module")
def address():
    with serving(echo_length, TINY) as address:
        yield address


@pytest.mark.parametrize("sent", [b"", b"POST", HEAD], ids=["silence", "half a line", "half a head"])
def test_a_head_that_never_ends_is_408(address, sent):
    assert talk(address, sent).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    "sent",
    [b"Content-Length: 10\r\n\r\n01234", b"Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n"],
    ids=["declared", "chunked"],
)
def test_a_body_that_never_ends_is_408(address, sent):
    answer = talk(address, HEAD + sent)
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"timeout"' in answer


def test_trickling_does_not_move_the_deadline(address):
    with socket.create_connection(address, timeout=10) as peer:
        peer.settimeout(0.02)
        heard = b""
        while not heard:
            try:
                peer.sendall(b"a")
                heard = peer.recv(100)
            except TimeoutError:
                continue
    assert heard.startswith(b"HTTP/1.1 408")


def test_the_second_request_of_a_connection_has_its_deadline_too(address):
    with socket.create_connection(address, timeout=10) as peer:
        peer.sendall(HEAD + b"Content-Length: 0\r\n\r\n")
        assert peer.recv(1000).startswith(b"HTTP/1.1 200")
        peer.sendall(b"POST / HT")
        assert b"HTTP/1.1 408" in until_closed(peer)


def test_the_rest_of_a_refused_body_is_read_only_so_long():
    with serving(answers_early, TINY) as address:
        answer = talk(address, HEAD + b"Content-Length: 100\r\n\r\n")
    assert answer.endswith(b"no")


def test_a_connection_serves_on_after_a_refused_body_was_read():
    with serving(answers_early, TINY) as address, socket.create_connection(address, timeout=10) as peer:
        for _ in range(2):
            peer.sendall(HEAD + b"Content-Length: 3\r\n\r\nabc")
            assert until(peer, b"\r\n\r\nno").startswith(b"HTTP/1.1 200")


def test_an_answer_that_nobody_reads_is_given_up():
    with serving(answers_much, TINY) as address, socket.create_connection(address, timeout=10) as peer:
        peer.sendall(HEAD + b"Content-Length: 0\r\n\r\n")
        assert peer.recv(10).startswith(b"HTTP")
        with serving(echo_length, TINY) as other:
            talk(other, b"")  # lets a deadline of the same length go by
        assert until_closed(peer)


def test_an_honest_request_passes_between_many_silent_ones(address):
    silent = [socket.create_connection(address, timeout=10) for _ in range(TINY.connections - 1)]
    try:
        request = HEAD + b"Connection: close\r\nContent-Length: 3\r\n\r\nabc"
        assert talk(address, request).endswith(b'{"length":3}')
    finally:
        for peer in silent:
            peer.close()


def test_connections_beyond_the_cap_are_closed_at_once():
    with serving(echo_length, Deadlines(connections=1)) as address:
        first = socket.create_connection(address, timeout=10)
        assert talk(address, b"") == b""
        first.close()


async def answers_words(scope, receive, send):
    """Gives back what is said on a WebSocket."""
    while (message := await receive())["type"] != "websocket.disconnect":
        if message["type"] == "websocket.connect":
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "websocket.send", "text": message["text"]})


def test_a_websocket_may_be_silent_for_longer_than_any_deadline(caplog):
    with serving(answers_words, TINY) as (host, port), connect(f"ws://{host}:{port}/", proxy=None) as line:
        with pytest.raises(TimeoutError):
            line.recv(timeout=4 * TINY.linger)
        line.send("still here")
        assert line.recv(timeout=10) == "still here"
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []
