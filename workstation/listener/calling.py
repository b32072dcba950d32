"""Calling a camera or station ourselves, with one deadline for all of it: one association, one context, one request.

A time-out for each step would not do: a peer that drips bytes keeps every one of them, so each wait gets only what is left of the
whole. Waits for a network, so never on the GUI thread. Only the look-up of a name has the system's own patience.
"""

import socket
import struct
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from resources.wire.uids import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from workstation.listener import commands
from workstation.listener.commands import Command
from workstation.listener.pdus import (
    APPLICATION_CONTEXT,
    ASSOCIATE_AC,
    ASSOCIATE_RQ,
    P_DATA,
    RELEASE_RQ,
    ProtocolError,
    fragments,
    values,
)

CONTEXT = 1
LONGEST = 1 << 16
"""Bytes of any PDU that an answer can need."""
GOODBYE = struct.pack(">BxL4x", RELEASE_RQ, 4)  # PS3.8 9.3.6


@dataclass(frozen=True, slots=True)
class Proposal:
    """The one context of a call. ``is_scp`` turns the roles round: we serve, the other side asked (PS3.7 D.3.3.4)."""

    calling_ae: str
    called_ae: str
    abstract_syntax: str
    transfer_syntax: str
    is_scp: bool = False


class Line:
    """A socket with one deadline. What comes late, or never, is a TimeoutError."""

    def __init__(self, connection: socket.socket, end: float, monotonic: Callable[[], float]) -> None:
        self._connection, self._end, self._monotonic = connection, end, monotonic

    def send(self, data: bytes) -> None:
        """All of it."""
        self._connection.settimeout(self._left())
        self._connection.sendall(data)

    def pdu(self) -> tuple[int, bytes]:
        """Its type and body. Raises OSError for one that is longer than an answer can need, or cut off."""
        kind, length = struct.unpack(">BxL", self._exactly(6))
        if length > LONGEST:
            raise ConnectionError("too long")
        return kind, self._exactly(length)

    def _exactly(self, count: int) -> bytes:
        found = bytearray()
        while len(found) < count:
            self._connection.settimeout(self._left())
            more = self._connection.recv(count - len(found))
            if not more:
                raise ConnectionError("it hung up")
            found += more
        return bytes(found)

    def _left(self) -> float:
        left = self._end - self._monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left


@contextmanager
def connected(
    host: str, port: int, *, seconds: float, monotonic: Callable[[], float] = time.monotonic
) -> Iterator[Line]:
    """A line that ends ``seconds`` from now. Raises OSError, or UnicodeError for a name that is none."""
    end = monotonic() + seconds
    with socket.create_connection((host, port), timeout=seconds) as connection:
        yield Line(connection, end, monotonic)


def propose(line: Line, proposal: Proposal) -> tuple[int, bytes]:
    """Send an A-ASSOCIATE-RQ (PS3.8 9.3.2); the type and body of what comes back."""
    line.send(_request(proposal))
    return line.pdu()


def has_taken_the_context(body: bytes) -> bool:
    """Whether an item 21H of an A-ASSOCIATE-AC says "acceptance" (PS3.8 9.3.3.2)."""
    at = 68
    while at + 8 <= len(body):
        kind, length = struct.unpack_from(">BxH", body, at)
        if kind == 0x21 and body[at + 4] == CONTEXT:
            return body[at + 6] == 0
        at += 4 + length
    return False


def asked(
    host: str, port: int, proposal: Proposal, command: Mapping[int, int | str], data: bytes, *, seconds: float
) -> int | None:
    """One request with its data set; the status of the answer, ``None`` where none came. Raises nothing."""
    try:
        with connected(host, port, seconds=seconds) as line:
            kind, body = propose(line, proposal)
            if kind != ASSOCIATE_AC or not has_taken_the_context(body):
                return None
            whole = {**command, commands.MESSAGE_ID: 1, commands.DATA_SET_TYPE: commands.DATA_SET}
            pieces = [
                *fragments(CONTEXT, (commands.encode(whole),), max_pdu=_longest(body), is_command=True),
                *fragments(CONTEXT, (data,), max_pdu=_longest(body), is_command=False),
            ]
            line.send(b"".join(pieces))
            answer = _answer(line)
            line.send(GOODBYE)
            return answer.status
    except (OSError, UnicodeError, ProtocolError, commands.Unreadable):
        return None


def _answer(line: Line) -> Command:
    """The command set of the answer; whatever data set follows it is not of interest."""
    whole = bytearray()
    while True:
        kind, body = line.pdu()
        if kind != P_DATA:
            raise ConnectionError("it did not answer")
        for _, control, piece in values(memoryview(body)):
            whole += piece if control & 1 else b""
            if control & 3 == 3:
                return commands.decode(whole)


def _request(proposal: Proposal) -> bytes:
    syntaxes = _item(0x30, proposal.abstract_syntax.encode()) + _item(0x40, proposal.transfer_syntax.encode())
    user = _item(0x51, struct.pack(">L", LONGEST)) + _item(0x52, IMPLEMENTATION_CLASS_UID.encode())
    if proposal.is_scp:
        uid = proposal.abstract_syntax.encode()
        user += _item(0x54, struct.pack(">H", len(uid)) + uid + b"\0\1")
    user += _item(0x55, IMPLEMENTATION_VERSION_NAME.encode())
    titles = (proposal.called_ae, proposal.calling_ae)
    names = b"".join(title[:16].encode("ascii", "replace").ljust(16) for title in titles)
    body = b"\0\1\0\0" + names + bytes(32) + _item(0x10, APPLICATION_CONTEXT.encode())
    body += _item(0x20, bytes((CONTEXT, 0, 0, 0)) + syntaxes) + _item(0x50, user)
    return struct.pack(">BxL", ASSOCIATE_RQ, len(body)) + body


def _item(kind: int, data: bytes) -> bytes:
    return struct.pack(">BxH", kind, len(data)) + data


def _longest(acceptance: bytes) -> int:
    """The Maximum Length (item 51H) of an A-ASSOCIATE-AC, 0 where it says none."""
    at = acceptance.find(b"\x51\0\0\4", 68)
    return int.from_bytes(acceptance[at + 4 : at + 8], "big") if at >= 0 else 0
