"""The DIMSE messages of one association (PS3.7 8, PS3.8 E): P-DATA in, C-ECHO and C-STORE answered. Touches no socket.

A fragment of a picture goes straight on to its Reception and is held nowhere. A request that fails is heard to its end,
within the caps, so that the next one works; only a peer that breaks the protocol or the caps is cut off.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from resources.problems import Problem
from workstation.listener import commands
from workstation.listener.commands import Command
from workstation.listener.limits import Limits
from workstation.listener.negotiation import Service, service_of
from workstation.listener.pdus import UNEXPECTED_PARAMETER, ContextAnswer, ProtocolError, encode_command, values
from workstation.listener.problems import status_of
from workstation.listener.seams import Peer, Receives, Reception, StoreRequest

VALUE_HEAD = 6
_COMMAND, _LAST = 1, 2  # message control header, PS3.8 E.2

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What this association brought."""

    stored: int = 0
    refused: int = 0
    echoes: int = 0
    last_refusal: str = ""


@dataclass(slots=True)
class _Message:
    context: ContextAnswer
    waited: float
    """What the line had waited when it began."""
    command_bytes: bytearray = field(default_factory=bytearray)
    command: Command | None = None
    received: int = 0
    reception: Reception | None = None
    status: int | None = None
    """Why it fails, once that is known; the rest of its data set is then only counted."""
    comment: str = ""


def _nobody_asked(_command: Command) -> bool:
    return False


class Dialogue:
    """Takes the P-DATA-TF bodies of one association in order."""

    def __init__(
        self,
        peer: Peer,
        contexts: Mapping[int, ContextAnswer],
        receiver: Receives,
        send: Callable[[bytes], None],
        limits: Limits,
        *,
        answered: Callable[[Command], bool] = _nobody_asked,
    ) -> None:
        """``answered`` takes the responses to C-STOREs that another service sent; False says that there were none."""
        self._answered = answered
        self.tally = Tally()
        self._peer = peer
        self._contexts = contexts
        self._receiver = receiver
        self._send = send
        self._limits = limits
        self._message: _Message | None = None
        self._waited = 0.0

    @property
    def is_between_messages(self) -> bool:
        """Nothing has begun that is not yet answered."""
        return self._message is None

    def take(self, body: memoryview, *, waited: float = 0.0) -> None:
        """One P-DATA-TF. ``waited`` is how long the line has waited for the peer so far. Raises ``ProtocolError``."""
        self._waited = waited
        if not body:
            raise ProtocolError("it sent an empty P-DATA-TF")
        for context_id, control, data in values(body):
            self._value(context_id, control, data)

    def break_off(self) -> None:
        """The association ends: what is half here was never acknowledged and goes."""
        message, self._message = self._message, None
        if message is not None and message.reception is not None:
            message.reception.abandon()

    def _value(self, context_id: int, control: int, data: memoryview) -> None:
        message = self._message_of(context_id)
        message.received += len(data) + VALUE_HEAD
        self._keep_within_the_caps(message)
        if bool(control & _COMMAND) is not (message.command is None):
            raise ProtocolError("command and data set are out of order", UNEXPECTED_PARAMETER)
        if message.command is None:
            self._command(message, data, last=bool(control & _LAST))
        else:
            self._data(message, data)
            if control & _LAST:
                self._end(message)

    def _message_of(self, context_id: int) -> _Message:
        if self._message is None:
            context = self._contexts.get(context_id)
            if context is None:
                raise ProtocolError("it used a presentation context that was not accepted")
            self._message = _Message(context, self._waited)
        if self._message.context.context_id != context_id:
            raise ProtocolError("two messages are interleaved", UNEXPECTED_PARAMETER)
        return self._message

    def _keep_within_the_caps(self, message: _Message) -> None:
        if message.received > self._limits.message_bytes:
            raise ProtocolError("its data set is over the limit")
        late = self._waited - message.waited - self._limits.grace_seconds
        if late > 0 and message.received < late * self._limits.least_rate:
            raise ProtocolError("it sent too slowly")

    def _command(self, message: _Message, data: memoryview, *, last: bool) -> None:
        message.command_bytes += data
        if len(message.command_bytes) > self._limits.command_bytes:
            raise ProtocolError("its command set is over the limit")
        if not last:
            return
        try:
            message.command = commands.decode(message.command_bytes)
        except commands.Unreadable as reason:
            raise ProtocolError(str(reason)) from reason
        self._begin(message, message.command)
        if not message.command.has_data_set:
            self._end(message)

    def _begin(self, message: _Message, command: Command) -> None:
        if command.field & commands.RESPONSE and (command.has_data_set or not self._answered(command)):
            raise ProtocolError("it answered what nobody asked", UNEXPECTED_PARAMETER)
        if command.field != commands.C_STORE_RQ:
            return
        if service_of(message.context.abstract_syntax) is not Service.STORAGE:
            message.status = commands.CLASS_NOT_SUPPORTED
        elif not command.has_data_set:
            message.status, message.comment = commands.CANNOT_UNDERSTAND, "The request has no data set."
        else:
            self._trying(message, lambda: self._open(message, command))

    def _open(self, message: _Message, command: Command) -> None:
        message.reception = self._receiver.begin(
            StoreRequest(
                sop_class_uid=command.sop_class_uid or message.context.abstract_syntax,
                instance_uid=command.instance_uid,
                transfer_syntax_uid=message.context.transfer_syntax,
                calling_ae=self._peer.calling_ae,
                called_ae=self._peer.called_ae,
                address=self._peer.address,
                message_id=command.message_id,
            )
        )

    def _data(self, message: _Message, data: memoryview) -> None:
        reception = message.reception
        if reception is not None:
            self._trying(message, lambda: reception.write(data))

    def _end(self, message: _Message) -> None:
        command, reception = message.command, message.reception
        assert command is not None  # both callers have seen it
        if reception is not None:
            self._trying(message, lambda: self._finish(message, reception))
        self._message = None
        if command.field & commands.RESPONSE or command.field == commands.C_CANCEL_RQ:
            return  # nothing of ours takes long enough to be cancelled, PS3.7 9.3.2.3
        if command.field == commands.C_ECHO_RQ:
            self.tally.echoes += 1
            message.status = commands.SUCCESS
        elif command.field != commands.C_STORE_RQ:
            message.status = commands.UNRECOGNIZED_OPERATION
        self._answer(message, command)

    def _finish(self, message: _Message, reception: Reception) -> None:
        message.status = reception.finish()
        message.reception = None

    def _answer(self, message: _Message, command: Command) -> None:
        status = commands.PROCESSING_FAILURE if message.status is None else message.status
        if command.field == commands.C_STORE_RQ:
            self._count(status, message.comment)
        answer = commands.encode_answer(command, status, message.comment)
        self._send(encode_command(message.context.context_id, answer, max_pdu=self._peer.max_pdu))

    def _count(self, status: int, comment: str) -> None:
        if status == commands.SUCCESS:
            self.tally.stored += 1
        else:
            self.tally.refused += 1
            self.tally.last_refusal = comment or f"status 0x{status:04X}"

    def _trying(self, message: _Message, act: Callable[[], None]) -> None:
        """The rim: a Problem becomes a status; a bug of ours is logged and becomes 0x0110. The association lives."""
        try:
            act()
            return
        except Problem as problem:
            message.status, message.comment = status_of(problem), problem.sentence
        except Exception:
            log.exception("a picture from %s could not be taken", self._peer.calling_ae)
            message.status = commands.PROCESSING_FAILURE
        self._drop(message)

    def _drop(self, message: _Message) -> None:
        reception, message.reception = message.reception, None
        try:
            if reception is not None:
                reception.abandon()
        except Exception:
            log.exception("a half-received picture from %s could not be removed", self._peer.calling_ae)
