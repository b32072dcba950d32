"""DIMSE requests put together from their fragments (PS3.8 E), under caps. Touches no socket and knows no service."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workstation.listener import commands
from workstation.listener.commands import Command
from workstation.listener.limits import Limits
from workstation.listener.pdus import UNEXPECTED_PARAMETER, ContextAnswer, ProtocolError, values
from workstation.listener.seams import Peer, Request

_COMMAND, _LAST = 1, 2  # message control header, PS3.8 E.2


@dataclass(slots=True)
class _Growing:
    context: ContextAnswer
    command_bytes: bytearray = field(default_factory=bytearray)
    command: Command | None = None
    data: bytearray = field(default_factory=bytearray)


class Assembly:
    """Takes the P-DATA-TF bodies of some contexts in order and gives the messages that became whole."""

    def __init__(self, peer: Peer, contexts: Mapping[int, ContextAnswer], limits: Limits) -> None:
        self._peer = peer
        self._contexts = contexts
        self._limits = limits
        self._growing: _Growing | None = None

    @property
    def is_empty(self) -> bool:
        """No message has begun that is not yet whole."""
        return self._growing is None

    def take(self, body: memoryview) -> Iterator[Request]:
        """One P-DATA-TF. Raises ``ProtocolError``."""
        if not body:
            raise ProtocolError("it sent an empty P-DATA-TF")
        for context_id, control, data in values(body):
            growing = self._message_of(context_id)
            if bool(control & _COMMAND) is not (growing.command is None):
                raise ProtocolError("command and data set are out of order", UNEXPECTED_PARAMETER)
            whole = self._command(growing, data, control) if control & _COMMAND else self._data(growing, data, control)
            if whole is not None:
                self._growing = None
                yield Request(whole, bytes(growing.data), growing.context, self._peer)

    def _message_of(self, context_id: int) -> _Growing:
        if self._growing is None:
            context = self._contexts.get(context_id)
            if context is None:
                raise ProtocolError("it used a presentation context that was not accepted")
            self._growing = _Growing(context)
        if self._growing.context.context_id != context_id:
            raise ProtocolError("two messages are interleaved", UNEXPECTED_PARAMETER)
        return self._growing

    def _command(self, growing: _Growing, data: memoryview, control: int) -> Command | None:
        growing.command_bytes += data
        if len(growing.command_bytes) > self._limits.command_bytes:
            raise ProtocolError("its command set is over the limit")
        if not control & _LAST:
            return None
        try:
            growing.command = commands.decode(growing.command_bytes)
        except commands.Unreadable as reason:
            raise ProtocolError(str(reason)) from reason
        return None if growing.command.has_data_set else growing.command

    def _data(self, growing: _Growing, data: memoryview, control: int) -> Command | None:
        growing.data += data
        if len(growing.data) > self._limits.request_bytes:
            raise ProtocolError("its request is over the limit")
        return growing.command if control & _LAST else None
