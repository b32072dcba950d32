"""What goes first: urgent people, then whom somebody asked for, then small pictures before large ones, so that headquarters can
begin to read.

Pure: entries in, an order out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, TypeVar

SMALL = 256 << 10
BATCH_BYTES = 512 << 10
BATCH_COUNT = 20
PATIENCE = 3
"""How often a picture that goes ahead may fail before it no longer goes ahead of what was never tried."""


class Lane(IntEnum):
    """The lower goes first."""

    CONTROL = 0
    RECORDS = 1
    PREVIEW = 2
    FUNDUS = 3
    BULK = 4


@dataclass(frozen=True, slots=True)
class First:
    """Whose things go before all others, by uuid: urgent people (HZ-04), and after them those for whom somebody asked."""

    urgent: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    @property
    def people(self) -> frozenset[str]:
        """All of them."""
        return self.urgent | self.asked

    def rank(self, patient_uuid: str) -> int:
        """The lower goes first. Who is urgent stays so, whoever is asked for."""
        return 0 if patient_uuid in self.urgent else 1 if patient_uuid in self.asked else 2


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


def ordered(
    entries: Iterable[S], small_bytes: int, urgent: Collection[int] = (), asked: Collection[int] = ()
) -> list[S]:
    """Those of urgent people first (``urgent`` holds their ``pk``), then those that somebody ``asked`` for, then by lane and age.

    What was never tried goes before what has failed, so that one that always fails holds up nobody; one that goes ahead may fail
    twice.
    """

    def rank(entry: S) -> int:
        if entry.attempts >= PATIENCE:
            return 2
        return 0 if entry.pk in urgent else 1 if entry.pk in asked else 2

    def key(entry: S) -> tuple[int, int, Lane, int]:
        return (rank(entry), min(entry.attempts, 3), lane(entry.size, small_bytes), entry.pk)

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
