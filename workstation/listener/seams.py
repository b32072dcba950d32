"""What an association needs from the rest of the station, as Protocols.

``receive`` fulfils Receives and Reception; ``services`` fulfils Others, OtherSide and Link; each service fulfils Serves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from workstation.listener.commands import PENDING, PENDING_WITHOUT_SOME_KEYS, Command
from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed


@dataclass(frozen=True, slots=True)
class Peer:
    """The other side: its titles as negotiated, its address, and the longest PDU that it takes (0: any)."""

    calling_ae: str
    called_ae: str
    address: str
    max_pdu: int = 0


@dataclass(frozen=True, slots=True)
class StoreRequest:
    """A C-STORE-RQ (PS3.7 9.3.1.1) and where it came from. Nothing in it is trusted."""

    sop_class_uid: str
    instance_uid: str
    transfer_syntax_uid: str
    calling_ae: str
    called_ae: str
    address: str
    message_id: int


class Reception(Protocol):
    """One data set on its way in. Each method may raise a Problem; then only ``abandon`` follows."""

    def write(self, chunk: memoryview) -> None:
        """The next bytes, only good during the call."""

    def finish(self) -> int:
        """All bytes came: keep them, then give the DIMSE status. Success only when a power cut cannot take them."""

    def abandon(self) -> None:
        """Forget them: nobody was told that they are kept."""


class Receives(Protocol):
    """Takes data sets in."""

    def begin(self, request: StoreRequest) -> Reception:
        """Make room. Raises a Problem when there is none."""


class OtherSide(Protocol):
    """The other services' end of one association. The association's own thread calls it."""

    @property
    def answers(self) -> tuple[ContextAnswer, ...]:
        """Its word on each context that it was offered."""

    @property
    def is_busy(self) -> bool:
        """It works on a request: the peer may be silent meanwhile."""

    @property
    def is_between_messages(self) -> bool:
        """No request has begun that is not yet whole."""

    def take(self, body: memoryview) -> None:
        """A P-DATA-TF of its contexts, only good during the call. Raises ``ProtocolError``."""

    def answered(self, command: Command) -> bool:
        """The peer's response to a C-STORE of ours; False when there was none."""

    def close(self) -> None:
        """The association has ended, however it did."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An association as it begins, for the services that may join it."""

    request: AssociateRequest
    peer: Peer
    contexts: tuple[Proposed, ...]
    """Those that are neither Verification nor Storage."""
    pictures: tuple[ContextAnswer, ...]
    """The storage contexts in which the peer takes pictures from us (C-GET)."""
    send: Callable[[Iterable[bytes]], None]
    """Sends the PDUs of one message; nothing gets between them. From any thread."""
    note: Callable[[str], None]
    """Tells the camera doctor, in a sentence without names."""


class Others(Protocol):
    """The services that the listener does not serve itself: worklist, steps, commitment, query/retrieve."""

    def gives_pictures(self, request: AssociateRequest) -> bool:
        """Whether the peer may be sent pictures on this association."""

    def open(self, opening: Opening) -> OtherSide | None:
        """Join an association; ``None`` declines."""


@dataclass(frozen=True, slots=True)
class Request:
    """One whole DIMSE request of another service. Nothing in it is trusted."""

    command: Command
    data: bytes
    """The data set as it came, in the context's transfer syntax; empty where there is none."""
    context: ContextAnswer
    peer: Peer


@dataclass(frozen=True, slots=True)
class Answer:
    """One response. A pending one (0xFF00, 0xFF01) is followed by others; anything else is the last."""

    status: int
    data: bytes | None = None
    """A data set in the request's transfer syntax."""
    comment: str = ""
    more: Mapping[int, int | str] = field(default_factory=dict)
    """Further command elements, e.g. the counts of sub-operations."""

    @property
    def is_pending(self) -> bool:
        """Whether more follows."""
        return self.status in (PENDING, PENDING_WITHOUT_SOME_KEYS)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a C-STORE of ours carries: the data set in pieces, in the transfer syntax of its context."""

    sop_class_uid: str
    instance_uid: str
    data: Iterable[bytes]


class Link(Protocol):
    """The association, as a service that answers a request may use it."""

    @property
    def is_cancelled(self) -> bool:
        """The peer does not want the rest (C-CANCEL), or has gone."""

    @property
    def pictures(self) -> tuple[ContextAnswer, ...]:
        """The storage contexts in which the peer takes pictures from us."""

    def store(self, context: ContextAnswer, picture: Picture, more: Mapping[int, int | str] | None = None) -> int:
        """C-STORE to the peer on this association; its status. Raises Unavailable when no answer comes."""

    def report(self, event_type: int, sop_class_uid: str, instance_uid: str, data: bytes) -> int:
        """N-EVENT-REPORT to the peer in the request's context; its status. Raises Unavailable when no answer comes."""

    def note(self, sentence: str) -> None:
        """Tell the camera doctor, without names."""


class Serves(Protocol):
    """One DIMSE service: a file of its own. ``services.Services`` calls it from one worker thread per association."""

    @property
    def sop_classes(self) -> frozenset[str]:
        """The abstract syntaxes that it answers for."""

    @property
    def gives_pictures(self) -> bool:
        """Whether it sends pictures back on the association (C-GET)."""

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """The responses in order, the last one not pending. What stands after it runs when it was sent.

        A Problem becomes a failure by the listener's table; the generator is closed when the peer cancels or goes.
        """
