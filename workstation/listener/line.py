"""One connection, as whole PDUs: blocking reads under absolute deadlines and caps, answers in one send.

Knows how a PDU begins (PS3.8 9.3.1) and nothing of what it says. Waits in the operating system, never in a loop: an
idle association costs no CPU.
"""

import contextlib
import select
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable

from workstation.listener.pdus import ABORT, ASSOCIATE_RQ, INVALID_PARAMETER, UNRECOGNIZED_PDU, ProtocolError
from workstation.listener.tls import Channel

_HEAD = struct.Struct(">BxL")
_HAS_POLL = hasattr(select, "poll")
_LONGEST_WAIT = 3600.0 if _HAS_POLL else 0.5
"""Seconds. Without poll (Windows) ``hang_up`` does not wake a waiting thread, so it looks up now and then."""
_QUICKACK: int | None = getattr(socket, "TCP_QUICKACK", None)


class Gone(Exception):
    """The peer closed or broke the connection."""


class Silent(Exception):
    """Nothing came at all until the deadline."""


class Slow(Exception):
    """A PDU began and was not whole at its deadline, or an answer was not taken."""


class Line:
    """A connected socket. One thread reads; ``send``, ``hang_up`` and ``cut`` may come from any other."""

    def __init__(
        self, connection: socket.socket, *, capacity: int, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._socket: socket.socket | Channel = connection
        self._monotonic = monotonic
        self._buffer = memoryview(bytearray(capacity))
        self._sending = threading.Lock()
        self._is_over = False
        self._start = 0
        self._end = 0
        self.waited = 0.0
        """Seconds spent waiting for the peer so far."""
        connection.settimeout(0)
        is_tcp = connection.family in (socket.AF_INET, socket.AF_INET6)
        self._quickack = _QUICKACK if is_tcp else None
        if is_tcp:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def first_byte(self, *, within: float) -> int:
        """How the peer begins; it is left to be read. Raises ``Silent`` or ``Gone``."""
        connection, deadline = self._socket, self._monotonic() + within
        assert isinstance(connection, socket.socket)  # asked before ``encrypt``
        while True:
            try:
                first = connection.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                self._wait(deadline, Silent)
            except OSError:
                raise Gone from None
            else:
                if not first:
                    raise Gone
                return first[0]

    def encrypt(self, context: ssl.SSLContext, *, within: float) -> None:
        """Agree on TLS before anything else is read. Raises ``NotSecure``, ``Slow`` or ``Gone``."""
        deadline = self._monotonic() + within
        connection = self._socket
        assert isinstance(connection, socket.socket)  # only once
        try:
            self._socket = channel = Channel(connection, context)
            while awaited := channel.shake_hands():
                self._wait(deadline, Slow, write=awaited == "write")
        except OSError:
            raise Gone from None

    def next_pdu(self, *, begins_within: float, whole_within: float, longest: int) -> tuple[int, memoryview]:
        """The type and body of the next PDU. The body is only good until the next call.

        Raises ``Silent``, ``Slow``, ``Gone``, or ``ProtocolError`` for an unknown type or a body over ``longest`` bytes.
        """
        now = self._monotonic()
        if self._start == self._end:
            self._fill(now + begins_within, Silent)
        deadline = now + whole_within if begins_within <= whole_within else self._monotonic() + whole_within
        kind, length = _HEAD.unpack_from(self._at_least(_HEAD.size, deadline))
        if not ASSOCIATE_RQ <= kind <= ABORT:
            raise ProtocolError("it sent a PDU of an unknown type", UNRECOGNIZED_PDU)
        if length > longest:
            raise ProtocolError("it announced a PDU over the limit", INVALID_PARAMETER)
        whole = self._at_least(_HEAD.size + length, deadline)
        self._start += len(whole)
        return kind, whole[_HEAD.size :]

    def send(self, data: bytes, *, within: float) -> None:
        """Everything in one go; from any thread. Raises ``Gone``, or ``Slow`` when the peer does not take it."""
        deadline = self._monotonic() + within
        rest = memoryview(data)
        with self._sending:
            while rest:
                try:
                    rest = rest[self._socket.send(rest) :]
                except BlockingIOError:
                    if not _ready(self._socket, deadline - self._monotonic(), write=True):
                        raise Slow from None
                except OSError:
                    raise Gone from None

    def hang_up(self) -> None:
        """Wake the thread that reads: it finds the end of the stream."""
        self._is_over = True
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RD)

    def cut(self) -> None:
        """End both directions at once, so that nothing can hold the thread."""
        self._is_over = True
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self, *, linger: float = 0.0) -> None:
        """Close; first let the peer read our last word for up to ``linger`` seconds (else unread input resets the line)."""
        with self._socket, contextlib.suppress(OSError, Gone, Silent):
            if isinstance(self._socket, Channel):
                self._socket.say_goodbye()
            if linger:
                self._socket.shutdown(socket.SHUT_WR)
                self._drain(self._monotonic() + linger)

    def _drain(self, deadline: float) -> None:
        while True:
            self._start = self._end = 0
            self._fill(deadline, Silent)

    def _at_least(self, wanted: int, deadline: float) -> memoryview:
        if len(self._buffer) - self._start < wanted:
            self._move_to_front()
        while self._end - self._start < wanted:
            self._fill(deadline, Slow)
        return self._buffer[self._start : self._start + wanted]

    def _fill(self, deadline: float, too_late: type[Exception]) -> None:
        if self._start == self._end:
            self._start = self._end = 0
        while (count := self._receive()) is None:
            self._wait(deadline, too_late)
        if not count:
            raise Gone
        self._end += count
        if self._monotonic() > deadline:
            raise too_late

    def _receive(self) -> int | None:
        """How many bytes came; 0 at the end of the stream, ``None`` when there is nothing yet."""
        try:
            count = self._socket.recv_into(self._buffer[self._end :])
            if self._quickack is not None:  # re-armed each time: a sender with Nagle on waits for our ACK
                self._socket.setsockopt(socket.IPPROTO_TCP, self._quickack, 1)
        except BlockingIOError:
            return None
        except OSError:
            raise Gone from None
        return count

    def _wait(self, deadline: float, too_late: type[Exception], *, write: bool = False) -> None:
        began = self._monotonic()
        ready = self._is_ready_before(deadline, write=write)
        self.waited += self._monotonic() - began
        if self._is_over:
            raise Gone
        if not ready:
            raise too_late

    def _is_ready_before(self, deadline: float, *, write: bool) -> bool:
        while not self._is_over and (left := deadline - self._monotonic()) > 0:
            if _ready(self._socket, min(left, _LONGEST_WAIT), write=write):
                return True
        return False

    def _move_to_front(self) -> None:
        count = self._end - self._start
        self._buffer[:count] = self._buffer[self._start : self._end]
        self._start, self._end = 0, count


def _ready(connection: socket.socket | Channel, seconds: float, *, write: bool = False) -> bool:
    """Whether it can be read (or written) before ``seconds`` have passed."""
    if seconds <= 0:
        return False
    if _HAS_POLL:
        poll = select.poll()
        poll.register(connection, select.POLLOUT if write else select.POLLIN)
        return bool(poll.poll(seconds * 1000))
    wanted = [connection]
    return any(select.select([] if write else wanted, wanted if write else [], [], seconds))
