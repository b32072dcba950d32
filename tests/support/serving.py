"""A real server on a free port of this laptop, and raw talk with it."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from resources.http.deadlines import Deadlines
from resources.http.server import HttpService


async def echo_length(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that reads the body and says how long it was."""
    body = await Request(scope, receive).body()
    await JSONResponse({"length": len(body)})(scope, receive, send)


@contextmanager
def serving(
    app: object, deadlines: Deadlines | None = None, *, encryption: ssl.SSLContext | None = None
) -> Iterator[tuple[str, int]]:
    """The address of a service that runs ``app`` for the length of the block."""
    service = HttpService(app, deadlines=deadlines, encryption=encryption)
    service.start()
    address = service.address
    try:
        yield address
    finally:
        service.stop()


def talk(address: tuple[str, int], *sent: bytes, timeout: float = 10.0) -> bytes:
    """Send these bytes and return everything the server says until it closes."""
    with socket.create_connection(address, timeout=timeout) as peer:
        return said_to(peer, *sent)


def talk_encrypted(address: tuple[str, int], context: ssl.SSLContext, *sent: bytes, timeout: float = 30.0) -> bytes:
    """The same by TLS."""
    with (
        socket.create_connection(address, timeout=timeout) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as peer,
    ):
        return said_to(peer, *sent)


def said_to(peer: socket.socket, *sent: bytes) -> bytes:
    """Send these bytes and return everything the server says until it closes."""
    for part in sent:
        peer.sendall(part)
    return until_closed(peer)


def until(peer: socket.socket, end: bytes) -> bytes:
    """What comes from the server, to these bytes."""
    heard = b""
    while not heard.endswith(end) and (part := peer.recv(65536)):
        heard += part
    return heard


def until_closed(peer: socket.socket) -> bytes:
    """Everything that still comes from the server."""
    heard = b""
    try:
        while part := peer.recv(65536):
            heard += part
    except ConnectionResetError:
        pass
    return heard
