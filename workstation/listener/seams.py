"""What an association needs from the rest of the station, as Protocols. ``receive`` fulfils the first two."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed


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
    """Another service's end of one association."""

    @property
    def answers(self) -> tuple[ContextAnswer, ...]:
        """Its word on each context that it was offered."""

    def take(self, pdu: bytes) -> None:
        """A whole P-DATA-TF of its contexts."""

    def close(self) -> None:
        """The association has ended, however it did."""


class Others(Protocol):
    """The services that the listener does not serve itself: worklist, steps, commitment, query/retrieve."""

    def open(
        self, request: AssociateRequest, contexts: tuple[Proposed, ...], send: Callable[[bytes], None]
    ) -> OtherSide | None:
        """Join an association with the contexts that are neither Verification nor Storage; ``None`` declines them.

        ``send`` takes whole PDUs for the peer and may be called from any thread.
        """
