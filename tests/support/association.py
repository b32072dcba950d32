"""A peer that speaks the upper layer byte by byte: what a real SCU would never send can be sent with it."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType

from support.receiver import MemoryReceiver

from workstation.listener.admission import Admission
from workstation.listener.association import Association, Setup
from workstation.listener.doctor import Doctor
from workstation.listener.limits import Limits
from workstation.listener.line import Line
from workstation.listener.seams import Others, Receives

VERIFICATION = "1.2.840.10008.1.1"
OP_8_BIT = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
WORKLIST = "1.2.840.10008.5.1.4.31"
IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
JPEG = "1.2.840.10008.1.2.4.50"
DEFLATED = "1.2.840.10008.1.2.1.99"
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
QUICK = Limits(
    handshake_seconds=0.3, pdu_seconds=0.3, grace_seconds=0.2, idle_seconds=0.5, farewell_seconds=0.1, pdu_bytes=16384
)
"""Deadlines short enough to be met on purpose."""


def an_offer(context_id: int = 1, abstract: str = OP_8_BIT, *syntaxes: str) -> bytes:
    body = bytes((context_id, 0, 0, 0)) + _item(0x30, abstract.encode("latin-1"))
    return _item(0x20, body + b"".join(_item(0x40, syntax.encode("latin-1")) for syntax in syntaxes or (JPEG,)))


def a_request(*offers: bytes, called: bytes = b"EYECAMP", calling: bytes = b"NW400", **told: bytes) -> bytes:
    """An A-ASSOCIATE-RQ. ``told`` may replace ``version``, ``application`` or the ``user`` information."""
    user = told.get("user", _item(0x51, struct.pack(">L", 16384)) + _item(0x52, b"1.2.3"))
    body = told.get("version", b"\0\1") + b"\0\0" + called.ljust(16) + calling.ljust(16) + bytes(32)
    body += _item(0x10, told.get("application", b"1.2.840.10008.3.1.1.1")) + b"".join(offers or (an_offer(),))
    return a_pdu(1, body + _item(0x50, user))


def a_pdu(kind: int, body: bytes) -> bytes:
    return struct.pack(">BxL", kind, len(body)) + body


def some_data(*values: tuple[int, int, bytes]) -> bytes:
    """A P-DATA-TF of (context id, control, bytes)."""
    return a_pdu(
        4, b"".join(struct.pack(">LBB", len(data) + 2, number, control) + data for number, control, data in values)
    )


def a_command(field: int, *, data_set: bool = True, instance: str = "1.2.3.4", message_id: int = 7) -> bytes:
    parts = [
        _element(0x0002, OP_8_BIT.encode() + b"\0" * (len(OP_8_BIT) % 2)),
        _element(0x0100, struct.pack("<H", field)),
        _element(0x0110, struct.pack("<H", message_id)),
        _element(0x0800, struct.pack("<H", 1 if data_set else 0x0101)),
        _element(0x1000, instance.encode("latin-1") + b"\0" * (len(instance) % 2)),
    ]
    return _element(0, struct.pack("<L", len(b"".join(parts)))) + b"".join(parts)


def a_store(data: bytes, *, piece: int = 4096, context_id: int = 1, **command: object) -> bytes:
    """All PDUs of one C-STORE."""
    pieces = [data[at : at + piece] for at in range(0, len(data), piece)] or [b""]
    told = some_data((context_id, 3, a_command(1, **command)))  # type: ignore[arg-type]
    return told + b"".join(
        some_data((context_id, 2 if number == len(pieces) - 1 else 0, part)) for number, part in enumerate(pieces)
    )


def status_in(pdu: tuple[int, bytes] | None) -> int:
    """The Status (0000,0900) of a response."""
    assert pdu is not None and pdu[0] == 4, pdu
    at = pdu[1].index(struct.pack("<HHL", 0, 0x0900, 2))
    (status,) = struct.unpack_from("<H", pdu[1], at + 8)
    return int(status)


class Scu:
    """The far end of a socket pair. ``pdu`` gives the next answer, or ``None`` when we hung up."""

    def __init__(self, end: socket.socket) -> None:
        self.socket = end
        self.socket.settimeout(10)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def pdu(self) -> tuple[int, bytes] | None:
        head = self._exactly(6)
        if head is None:
            return None
        body = self._exactly(int.from_bytes(head[2:], "big"))
        return None if body is None else (head[0], body)

    def associate(self, *offers: bytes) -> bytes:
        self.send(a_request(*offers))
        answer = self.pdu()
        assert answer is not None and answer[0] == 2, answer
        return answer[1]

    def echo(self) -> int:
        self.send(some_data((1, 3, a_command(0x30, data_set=False))))
        return status_in(self.pdu())

    def store(self, data: bytes, **how: object) -> int:
        self.send(a_store(data, **how))  # type: ignore[arg-type]
        return status_in(self.pdu())

    def _exactly(self, count: int) -> bytes | None:
        data = b""
        while len(data) < count:
            try:
                piece = self.socket.recv(count - len(data))
            except ConnectionError:
                return None
            if not piece:
                return None
            data += piece
        return data


class Bench:
    """One association on its own thread, and its peer."""

    def __init__(self, receiver: Receives, limits: Limits, admission: Admission, others: Others | None) -> None:
        ours, theirs = socket.socketpair()
        self.scu = Scu(theirs)
        self.doctor = Doctor(lambda: NOON)
        setup = Setup(receiver, self.doctor, "2.25.1", "EYECAMP_01", limits, lambda: admission, others)
        capacity = max(limits.associate_bytes, 2 * (limits.pdu_bytes + 2048))
        self.association = Association(Line(ours, capacity=capacity), "10.0.0.9", setup)
        self.thread = threading.Thread(target=self.association.run)

    @property
    def sentences(self) -> list[str]:
        return [note.sentence for note in self.doctor.notes()]

    def wait(self) -> None:
        self.thread.join(10)
        assert not self.thread.is_alive()

    def __enter__(self) -> "Bench":
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.scu.socket.close()
        self.wait()


def an_association(
    receiver: Receives | None = None,
    *,
    admission: Admission | None = None,
    others: Others | None = None,
    **limits: float,
) -> Bench:
    settings = replace(QUICK, **limits)  # type: ignore[arg-type]
    return Bench(receiver or MemoryReceiver(), settings, admission or Admission(), others)


@contextmanager
def associated(receiver: Receives | None = None, *offers: bytes, **limits: float) -> Iterator[Bench]:
    """An association that is accepted already."""
    with an_association(receiver, **limits) as bench:
        bench.scu.associate(*offers)
        yield bench


def _item(kind: int, value: bytes) -> bytes:
    return struct.pack(">BxH", kind, len(value)) + value


def _element(number: int, value: bytes) -> bytes:
    return struct.pack("<HHL", 0, number, len(value)) + value
