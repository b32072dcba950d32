"""An association that we open towards a peer that listens: C-STORE as SCU (PS3.4 B.2), the data in pieces as they are read.

Waits under deadlines for everything, in the operating system, and holds no picture whole.
"""

import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from resources.problems import Refused, Unavailable
from resources.wire.uids import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from workstation.listener import commands, pdus
from workstation.listener.limits import Limits
from workstation.listener.line import Gone, Line, Silent, Slow
from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed, ProtocolError
from workstation.listener.seams import Picture

MOST_CONTEXTS = 128  # odd ids up to 255, PS3.8 9.3.2.2
CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Destination:
    """Whom we call, and as whom."""

    ae_title: str
    host: str
    port: int
    calling_ae: str


class Outgoing:
    """An association that was accepted. Used by one thread; any failure of the line is Unavailable, and ends it."""

    def __init__(self, line: Line, max_pdu: int, contexts: tuple[ContextAnswer, ...], limits: Limits) -> None:
        self.contexts = contexts
        self._line = line
        self._max_pdu = max_pdu
        self._limits = limits
        self._last = 0

    def store(self, context: ContextAnswer, picture: Picture, more: Mapping[int, int | str] | None = None) -> int:
        """Send one picture; the status that the peer answers. Raises Unavailable."""
        self._last = self._last % 0xFFFF + 1
        command: dict[int, int | str] = {
            commands.AFFECTED_CLASS: picture.sop_class_uid,
            commands.FIELD: commands.C_STORE_RQ,
            commands.MESSAGE_ID: self._last,
            commands.PRIORITY: 0,
            commands.DATA_SET_TYPE: commands.DATA_SET,
            commands.AFFECTED_INSTANCE: picture.instance_uid,
            **(more or {}),
        }
        with _unavailable():
            try:
                self._send(context.context_id, (commands.encode(command),), is_command=True)
                self._send(context.context_id, picture.data, is_command=False)
            except BaseException:
                self._line.cut()  # half a picture must not be taken for the beginning of the next
                raise
            return self._answer().status

    def release(self) -> None:
        """Say goodbye and wait for the answer, for a moment (PS3.8 7.2)."""
        try:
            self._line.send(pdus.RELEASE_REQUEST, within=self._limits.pdu_seconds)
            self._next()
        except (Gone, Silent, Slow, ProtocolError):
            return

    def _send(self, context_id: int, data: Iterable[bytes | memoryview], *, is_command: bool) -> None:
        for piece in pdus.fragments(context_id, data, max_pdu=self._max_pdu, is_command=is_command):
            self._line.send(piece, within=self._limits.pdu_seconds)

    def _answer(self) -> commands.Command:
        whole = bytearray()
        while True:
            kind, body = self._next()
            if kind != pdus.P_DATA:
                raise Gone
            for _, control, data in pdus.values(body):
                whole += data
                if len(whole) > self._limits.command_bytes:
                    raise ProtocolError("its command set is over the limit")
                if control & 2:
                    return _decoded(whole)

    def _next(self) -> tuple[int, memoryview]:
        limits = self._limits
        return self._line.next_pdu(
            begins_within=limits.idle_seconds, whole_within=limits.pdu_seconds, longest=limits.pdu_bytes
        )


@contextmanager
def called(destination: Destination, offers: Iterable[Proposed], limits: Limits) -> Iterator[Outgoing]:
    """Open, use, release. Raises Unavailable when nobody answers, Refused when we are turned away."""
    connection = _connected(destination)
    line = Line(connection, capacity=max(limits.associate_bytes, 2 * limits.pdu_bytes) + 1024)
    is_whole = False
    try:
        outgoing = _agreed(line, destination, tuple(offers), limits)
        try:
            yield outgoing
        except GeneratorExit:  # whoever asked for it has cancelled: nothing is half sent
            outgoing.release()
            is_whole = True
            raise
        outgoing.release()
        is_whole = True
    finally:
        if not is_whole:
            _abort(line, limits)
        line.close()


def _connected(destination: Destination) -> socket.socket:
    try:
        return socket.create_connection((destination.host, destination.port), CONNECT_SECONDS)
    except (OSError, UnicodeError) as reason:
        raise Unavailable(f"{destination.ae_title} does not answer at its address.") from reason


def _agreed(line: Line, destination: Destination, offers: tuple[Proposed, ...], limits: Limits) -> Outgoing:
    request = AssociateRequest(
        called_ae=destination.ae_title,
        calling_ae=destination.calling_ae,
        contexts=offers,
        max_pdu=limits.pdu_bytes,
        implementation_uid=IMPLEMENTATION_CLASS_UID,
        implementation_version=IMPLEMENTATION_VERSION_NAME,
    )
    with _unavailable():
        line.send(pdus.encode_request(request), within=limits.pdu_seconds)
        kind, body = line.next_pdu(
            begins_within=limits.handshake_seconds,
            whole_within=limits.handshake_seconds,
            longest=limits.associate_bytes,
        )
        if kind != pdus.ASSOCIATE_AC:
            raise Refused(f"{destination.ae_title} turned us away.")
        max_pdu, contexts = pdus.decode_acceptance(bytes(body), offers)
    return Outgoing(line, max_pdu, contexts, limits)


def _abort(line: Line, limits: Limits) -> None:
    try:
        line.send(pdus.encode_abort(source=0, reason=0), within=limits.farewell_seconds)
    except (Gone, Slow):
        return


def _decoded(whole: bytearray) -> commands.Command:
    try:
        return commands.decode(whole)
    except commands.Unreadable as reason:
        raise ProtocolError(str(reason)) from reason


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except (Gone, Silent, Slow, ProtocolError) as reason:
        raise Unavailable("The other side went away, or did not answer.") from reason
