"""Calling a camera: C-ECHO as SCU (PS3.4 A.4), with one deadline for all of it. Waits for a network, so never on the GUI thread.

What goes wrong is an answer here, not a Problem: somebody asked in order to know. A time-out for each step would not do: a peer
that drips bytes keeps every one of them, so each wait gets only what is left of the whole.
Only the look-up of a name has the system's own patience.
"""

import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from resources.wire.uids import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, IMPLICIT_LITTLE
from workstation.listener import commands
from workstation.listener.pdus import (
    ABORT,
    APPLICATION_CONTEXT,
    ASSOCIATE_AC,
    ASSOCIATE_RJ,
    ASSOCIATE_RQ,
    P_DATA,
    RELEASE_RQ,
    encode_command,
)

VERIFICATION = "1.2.840.10008.1.1"
CONTEXT = 1
LONGEST = 1 << 16
"""Bytes of any PDU that an echo can need."""
SECONDS = 8.0
GOODBYE = struct.pack(">BxL4x", RELEASE_RQ, 4)  # PS3.8 9.3.6


class Finding(StrEnum):
    """What came of it."""

    ANSWERED = "answered"
    NOT_SET = "not-set"
    SILENT = "silent"
    TURNED_AWAY = "turned-away"
    NO_ECHO = "no-echo"
    REFUSED = "refused"


SENTENCES = {
    Finding.ANSWERED: "It answered our echo in {milliseconds} ms.",
    Finding.NOT_SET: "Nobody has said yet at which address and port it listens.",
    Finding.SILENT: "Nothing answers at {host} port {port}. Is it switched on, and on the same network?",
    Finding.TURNED_AWAY: "Something answers at {host} port {port}, but turns us away: it does not know our name, or not its own.",
    Finding.NO_ECHO: "It answers at {host} port {port}, but does not know the echo.",
    Finding.REFUSED: "It answered our echo with status 0x{status:04X}.",
}


@dataclass(frozen=True, slots=True)
class Echo:
    """The answer to "Test echo"."""

    finding: Finding
    host: str = ""
    port: int = 0
    milliseconds: int = 0
    status: int = 0

    @property
    def went_well(self) -> bool:
        """It answered as it should."""
        return self.finding is Finding.ANSWERED

    @property
    def sentence(self) -> str:
        """For the camera doctor."""
        return SENTENCES[self.finding].format(
            host=self.host, port=self.port, milliseconds=self.milliseconds, status=self.status
        )


def echo(
    host: str,
    port: int,
    *,
    calling_ae: str,
    called_ae: str,
    seconds: float = SECONDS,
    monotonic: Callable[[], float] = time.monotonic,
) -> Echo:
    """Call it, and say what came of it within ``seconds``."""
    if not host or not port:
        return Echo(Finding.NOT_SET)
    began = monotonic()
    try:
        with socket.create_connection((host, port), timeout=seconds) as connection:
            line = _Line(connection, began + seconds, monotonic)
            finding, status = _asked(line, calling_ae, called_ae)
    except (OSError, UnicodeError):  # a name that is no name is a UnicodeError
        finding, status = Finding.SILENT, 0
    return Echo(finding, host, port, round(1000 * (monotonic() - began)), status)


class _Line:
    """A socket with one deadline. What comes late, or never, is a TimeoutError."""

    def __init__(self, connection: socket.socket, end: float, monotonic: Callable[[], float]) -> None:
        self._connection, self._end, self._monotonic = connection, end, monotonic

    def send(self, data: bytes) -> None:
        self._connection.settimeout(self._left())
        self._connection.sendall(data)

    def pdu(self) -> tuple[int, bytes]:
        """Its type and body. Raises OSError for one that is longer than an echo can need, or cut off."""
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


def _asked(line: _Line, calling_ae: str, called_ae: str) -> tuple[Finding, int]:
    line.send(_request(calling_ae, called_ae))
    kind, body = line.pdu()
    if kind in (ASSOCIATE_RJ, ABORT):
        return Finding.TURNED_AWAY, 0
    if kind != ASSOCIATE_AC:
        return Finding.SILENT, 0
    if not _has_taken_the_context(body):
        return Finding.NO_ECHO, 0
    line.send(encode_command(CONTEXT, _echo_command(), max_pdu=0))
    kind, body = line.pdu()
    if kind != P_DATA or len(body) < 6:
        return Finding.NO_ECHO, 0
    status = _status(body[6:])
    line.send(GOODBYE)
    return (Finding.ANSWERED if status == commands.SUCCESS else Finding.REFUSED), status


def _request(calling_ae: str, called_ae: str) -> bytes:
    """A-ASSOCIATE-RQ for Verification alone, PS3.8 9.3.2."""
    syntaxes = _item(0x30, VERIFICATION.encode()) + _item(0x40, IMPLICIT_LITTLE.encode())
    user = _item(0x51, struct.pack(">L", LONGEST)) + _item(0x52, IMPLEMENTATION_CLASS_UID.encode())
    user += _item(0x55, IMPLEMENTATION_VERSION_NAME.encode())
    names = b"".join(title[:16].encode("ascii", "replace").ljust(16) for title in (called_ae, calling_ae))
    body = b"\0\1\0\0" + names + bytes(32) + _item(0x10, APPLICATION_CONTEXT.encode())
    body += _item(0x20, bytes((CONTEXT, 0, 0, 0)) + syntaxes) + _item(0x50, user)
    return struct.pack(">BxL", ASSOCIATE_RQ, len(body)) + body


def _item(kind: int, data: bytes) -> bytes:
    return struct.pack(">BxH", kind, len(data)) + data


def _has_taken_the_context(body: bytes) -> bool:
    """Whether an item 21H of an A-ASSOCIATE-AC says "acceptance" (PS3.8 9.3.3.2)."""
    at = 68
    while at + 8 <= len(body):
        kind, length = struct.unpack_from(">BxH", body, at)
        if kind == 0x21 and body[at + 4] == CONTEXT:
            return body[at + 6] == 0
        at += 4 + length
    return False


def _echo_command() -> bytes:
    """C-ECHO-RQ, PS3.7 9.3.5.1: implicit little endian, without a data set."""
    uid = VERIFICATION.encode() + b"\0" * (len(VERIFICATION) % 2)
    parts = _element(0x0002, uid)
    parts += b"".join(
        _element(tag, struct.pack("<H", value)) for tag, value in ((0x0100, 0x0030), (0x0110, 1), (0x0800, 0x0101))
    )
    return _element(0x0000, struct.pack("<L", len(parts))) + parts


def _element(tag: int, value: bytes) -> bytes:
    return struct.pack("<HHL", 0, tag, len(value)) + value


def _status(command: bytes) -> int:
    """Status (0000,0900) of a response; 0x0110 (processing failure) where there is none."""
    at = 0
    while at + 8 <= len(command):
        _, tag, length = struct.unpack_from("<HHL", command, at)
        if tag == 0x0900 and length == 2 and at + 10 <= len(command):
            return int(struct.unpack_from("<H", command, at + 8)[0])
        at += 8 + length
    return commands.PROCESSING_FAILURE
