"""A line on loopback to a server: a door of its own, a thread for each connection, and an end that leaves none behind."""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

PIECE = 16 << 10
RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: closed by RST, as a line that breaks."""


class Relay:
    """``with`` it is open; whoever inherits says what ``_accept`` does with the connections at its door."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()
        self._door = self._listening()

    @property
    def port(self) -> int:
        return int(self._door.getsockname()[1])

    def __enter__(self) -> Self:
        self._begin(self._accept)
        return self

    def __exit__(self, kind: type | None, reason: BaseException | None, trace: TracebackType | None) -> None:
        self._stopping.set()
        self._hang_up(self._door, *self._open)
        for thread in list(self._threads):
            thread.join(10)

    def _accept(self) -> None:
        raise NotImplementedError

    def _listening(self) -> socket.socket:
        return socket.create_server(("127.0.0.1", 0))

    def _connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self._to))

    def _begin(self, target: Callable[..., None], *args: Any) -> threading.Thread:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _hang_up(self, *sockets: socket.socket) -> None:
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
