"""What goes first: urgent people, then small pictures before large ones, so that headquarters can begin to read.

Pure: entries in, an order out.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import Protocol, TypeVar

SMALL = 256 << 10
BATCH_BYTES = 512 << 10
BATCH_COUNT = 20
PATIENCE = 3
"""How often an urgent person's picture may fail before it no longer goes ahead of what was never tried."""


class Lane(IntEnum):
    """The lower goes first."""

    CONTROL = 0
    RECORDS = 1
    PREVIEW = 2
    FUNDUS = 3
    BULK = 4


class Sized(Protocol):
    """What an order needs to know of an entry."""

    @property
    def pk(self) -> int:
        """Age: the lower came first."""

    @property
    def attempts(self) -> int:
        """How often it was tried."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def alone(self) -> bool:
        """Whether it must not share a request."""


S = TypeVar("S", bound=Sized)


def lane(size: int, small_bytes: int) -> Lane:
    """The lane of an instance of this many bytes; ``small_bytes`` parts photographs from volumes."""
    if size <= min(SMALL, small_bytes):
        return Lane.PREVIEW
    return Lane.FUNDUS if size <= small_bytes else Lane.BULK


def ordered(entries: Iterable[S], small_bytes: int, urgent: Collection[int] = ()) -> list[S]:
    """Those of urgent people first (``urgent`` holds their ``pk``), then by lane and age.

    What was never tried goes before what has failed, so that one that always fails holds up nobody; an urgent one may fail twice.
    """

    def key(entry: S) -> tuple[bool, int, Lane, int]:
        first = entry.pk in urgent and entry.attempts < PATIENCE
        return (not first, min(entry.attempts, 3), lane(entry.size, small_bytes), entry.pk)

    return sorted(entries, key=key)


def batches(entries: Sequence[S]) -> list[list[S]]:
    """Requests in order: small neighbours share one, up to 512 KB or 20; everything larger, or marked so, goes alone."""
    found: list[list[S]] = []
    open_bytes = 0
    for entry in entries:
        may_share = entry.size <= SMALL and not entry.alone
        fits = found and open_bytes and open_bytes + entry.size <= BATCH_BYTES and len(found[-1]) < BATCH_COUNT
        if may_share and fits:
            found[-1].append(entry)
            open_bytes += entry.size
        else:
            found.append([entry])
            open_bytes = entry.size if may_share else 0
    return found
