"""The part of HTTP/1.1 that uvicorn leaves out: how long a peer may take.

A peer gets so long for the head of a request, so long for its body (more when more has arrived), so long to
read an answer. Who is slower is answered 408 and closed, so that no number of slow peers keeps the next one
waiting. Nothing here looks into a request; that is the work of ``limits``.
"""

import asyncio
import json
import ssl
from dataclasses import dataclass
from typing import Any

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from resources.http.writing import OneWrite


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds, bytes per second, and how many connections may be open at once."""

    head: float = 10.0
    """From the connection, or from the first byte of the next request, to the end of its header fields."""
    body: float = 15.0
    """Grace for a body, to which every received byte adds its share by ``rate``."""
    rate: float = 20_000.0
    linger: float = 5.0
    """How long the rest of a body is read and thrown away after the answer was already given."""
    write: float = 30.0
    """How long a full send buffer may stand still."""
    connections: int = 256


class DeadlineConfig(Config):
    """uvicorn's configuration with our deadlines and how we encrypt, where the protocol can find them."""

    deadlines: Deadlines = Deadlines()
    encryption: ssl.SSLContext | None = None

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.agreeing: set[asyncio.Task[None]] = set()
        """Connections that have not agreed on how to encrypt yet."""


class DeadlineProtocol(H11Protocol):
    """One connection that cannot be held open by doing nothing, or next to nothing."""

    def __init__(self, config: Config, *args: Any, **keywords: Any) -> None:
        super().__init__(config, *args, **keywords)
        self.deadlines = config.deadlines if isinstance(config, DeadlineConfig) else Deadlines()
        self.waiting_for = ""
        self.since = 0.0
        self.received = 0
        self.read_timer: asyncio.TimerHandle | None = None
        self.write_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection, unless there are too many already."""
        super().connection_made(OneWrite(transport, self.loop))  # type: ignore[arg-type]  # all that uvicorn asks of one
        if len(self.connections) > self.deadlines.connections:
            transport.abort()
        else:
            self._wait_for("head")

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget every deadline."""
        self._wait_for("")
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count, pass on, and see what to wait for next."""
        self.received += len(data)
        super().data_received(data)
        self._look()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """From here on the connection is a WebSocket, which has pings of its own."""
        super().handle_websocket_upgrade(event)
        self._wait_for("")

    def on_response_complete(self) -> None:
        """See what to wait for next."""
        super().on_response_complete()
        self._look(answered=True)

    def pause_writing(self) -> None:
        """Give the peer some time to read."""
        super().pause_writing()
        self.write_timer = self.loop.call_later(self.deadlines.write, self.transport.abort)

    def resume_writing(self) -> None:
        """The peer has read."""
        super().resume_writing()
        if self.write_timer is not None:
            self.write_timer.cancel()
            self.write_timer = None

    def _look(self, *, answered: bool = False) -> None:
        if self.transport.is_closing() or self.transport.get_protocol() is not self:  # closed, or a WebSocket now
            self._wait_for("")
        elif self.conn.their_state is h11.SEND_BODY:
            done = self.cycle is None or self.cycle.response_complete
            self._wait_for("rest" if done else "body")
        elif self.conn.their_state is h11.IDLE and not answered:
            self._wait_for("head")
        else:
            self._wait_for("")  # between requests uvicorn's own keep-alive timer runs

    def _wait_for(self, what: str) -> None:
        if what == self.waiting_for:
            return
        if self.read_timer is not None:
            self.read_timer.cancel()
            self.read_timer = None
        self.waiting_for, self.since, self.received = what, self.loop.time(), 0
        if what:
            self.read_timer = self.loop.call_at(self._due(), self._ring)

    def _due(self) -> float:
        share = self.received / self.deadlines.rate
        return (
            self.since
            + {
                "head": self.deadlines.head,
                "body": self.deadlines.body + share,
                "rest": self.deadlines.linger,
            }[self.waiting_for]
        )

    def _ring(self) -> None:
        if self.waiting_for == "body" and self.flow.read_paused:
            self.since = self.loop.time()  # we are the slow ones
        if self.loop.time() < self._due():
            self.read_timer = self.loop.call_at(self._due(), self._ring)
        else:
            self._expire()

    def _expire(self) -> None:
        answerable = self.waiting_for == "head" or not self.cycle.response_started
        if self.waiting_for == "rest" or not answerable:
            self.transport.abort()
            return
        if self.waiting_for == "body":
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self._answer_408()

    def _answer_408(self) -> None:
        error = {"code": "timeout", "message": "The request took too long to arrive.", "fields": {}}
        body = json.dumps({"error": error}).encode()
        head = h11.Response(
            status_code=408,  # Request Timeout, RFC 9110 15.5.9
            reason=b"Request Timeout",
            headers=[
                (b"content-type", b"application/json"),
                (b"content-length", str(len(body)).encode()),
                (b"connection", b"close"),
            ],
        )
        for event in (head, h11.Data(data=body), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
