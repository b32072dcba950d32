"""What the Sync page shows, as one frozen value. Pure but for ``read_sync``; every count of "at headquarters" is from receipts.

A person without pictures has nothing that headquarters could confirm, and closes no part of the ring (HZ-05).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from resources.store import patients, referrals
from resources.store.store import Store
from sync import outbox
from sync.lanes import Lane, lane
from sync.leaving import Leaving
from sync.status import Share, Standing, State, SyncStatus
from workstation.gui import claims
from workstation.gui.claims import StationReceipts
from workstation.gui.people_text import name_of
from workstation.gui.style.status import Status
from workstation.gui.syncing.questions import Question, read_questions
from workstation.gui.syncing.results_waiting import WaitingResult, read_waiting
from workstation.gui.words import Words

SMALL_BYTES = 4 << 20
MOVING = (State.QUEUED, State.SENDING, State.PROBING)
MARKS = {
    Standing.IDLE: Status.WAIT,
    Standing.WORKING: Status.BUSY,
    Standing.OFFLINE: Status.WAIT,
    Standing.PORTAL: Status.WARN,
    Standing.ATTENTION: Status.WARN,
    Standing.NOT_CONFIGURED: Status.WAIT,
}


class Syncing(Protocol):
    """What the page needs of the sync service."""

    def status(self) -> SyncStatus:
        """How it stands."""

    def people(self) -> Mapping[str | None, Share]:
        """What headquarters has of everybody."""

    def leaving(self, *, check_chain: bool = True) -> Leaving:
        """Whether the camp may be packed up."""

    def wake(self) -> None:
        """Begin a pass now."""


@dataclass(frozen=True, slots=True)
class Load:
    """The pictures of one lane that still have to go."""

    lane: Lane
    pictures: int
    size: int
    on_the_way: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something that was tried, when, and what came of it."""

    at: datetime
    status: Status
    sentence: str


@dataclass(frozen=True)
class SyncView:
    """All of the page at one moment."""

    receipts: StationReceipts
    status: SyncStatus
    loads: tuple[Load, ...] = ()
    now: datetime | None = None
    ring: tuple[int, int] = (0, 0)
    leaving: Leaving | None = None
    questions: tuple[Question, ...] = ()
    results: tuple[WaitingResult, ...] = ()
    first: tuple[str, ...] = ()
    """The names of those for whom somebody asked "Send this patient now"."""

    @property
    def bytes_to_go(self) -> int:
        """What still has to be sent."""
        return sum(load.size for load in self.loads)

    @property
    def seconds_since_reached(self) -> float | None:
        """Since headquarters last answered as itself; ``None`` when it never did."""
        reached = self.status.last_reached
        return None if reached is None or self.now is None else max(0.0, (self.now - reached).total_seconds())


def station_receipts(
    people: int, shares: Mapping[str | None, Share], status: SyncStatus, at: str, urgent: Collection[str] = ()
) -> StationReceipts:
    """The evidence for the one true sentence.

    ``at`` is when headquarters last confirmed anything, as "10:59"; ``urgent`` the people, by uuid, with an open urgent referral.
    """
    missing = {uuid for uuid, one in shares.items() if uuid and one.confirmed < one.pictures}
    return StationReceipts(
        people,
        len(missing),
        urgent_not_at_hq=len(missing.intersection(urgent)),
        last_confirmed=at,
        has_hq=status.state is not Standing.NOT_CONFIGURED,
        pictures_left=status.not_yet_at_hq,
        has_pictures=status.confirmed_at_hq + status.not_yet_at_hq > 0,
    )


def ring_of(shares: Mapping[str | None, Share]) -> tuple[int, int]:
    """How many people have every picture confirmed, of those who have pictures. When they all have, it counts pictures, as the
    sentence beside it does then: one that nobody has a name for keeps the ring open too (HZ-05)."""
    pictured = [one for uuid, one in shares.items() if uuid and one.pictures]
    whole = sum(1 for one in pictured if one.confirmed >= one.pictures)
    if whole < len(pictured) or None not in shares:
        return whole, len(pictured)
    confirmed = sum(min(one.confirmed, one.pictures) for one in shares.values())
    return confirmed, sum(one.pictures for one in shares.values())


def loads_of(entries: Iterable[outbox.Entry], small_bytes: int = SMALL_BYTES) -> tuple[Load, ...]:
    """What goes next, in the order that it goes."""
    found: dict[Lane, list[outbox.Entry]] = {}
    for entry in entries:
        found.setdefault(lane(entry.size, small_bytes), []).append(entry)
    return tuple(
        Load(
            one,
            len(found[one]),
            sum(entry.size for entry in found[one]),
            sum(1 for entry in found[one] if entry.state is not State.QUEUED),
        )
        for one in sorted(found)
    )


def read_sync(store: Store, sync: Syncing, small_bytes: int = SMALL_BYTES) -> SyncView:
    """How it stands now; not for the GUI thread."""
    status, shares = sync.status(), sync.people()
    with store.read() as unit:
        people = patients.count(unit)
        entries = outbox.entries(unit, MOVING)
        questions, results = read_questions(unit), read_waiting(unit)
        urgent = referrals.urgent_people(unit)
        first = tuple(name_of(row) for row in patients.with_uuids(unit, status.asked))
    last = status.last_confirmed
    at = last.astimezone(store.zone).strftime("%H:%M") if last else ""
    receipts = station_receipts(people, shares, status, at, urgent)
    loads = loads_of(entries, small_bytes)
    leaving = sync.leaving(check_chain=False)
    now, ring = store.clock(), ring_of(shares)
    return SyncView(receipts, status, loads, now, ring, leaving, questions, results, first)


def sentence_of(status: SyncStatus, words: Words) -> str:
    """About sync as a whole: its own words where the screen speaks English, else what its state means."""
    if words.language == "en" and status.state in (Standing.PORTAL, Standing.ATTENTION):
        return status.sentence
    if words.language == "en" and status.state is Standing.OFFLINE and status.sentence:
        return f"{status.sentence} {words('sync.starts-by-itself')}"
    if status.state is Standing.NOT_CONFIGURED:
        return claims.without_headquarters(words).text
    return words(f"sync.standing-{status.state.value}")


def _short(status: SyncStatus, words: Words) -> str:
    """As ``sentence_of``, without the promise of what comes next: for a line of the story."""
    return status.sentence if words.language == "en" and status.sentence else sentence_of(status, words)


@dataclass(frozen=True)
class Story:
    """What was tried since the window was opened, the newest first. It tells changes, not every refresh (HZ-11)."""

    attempts: tuple[Attempt, ...] = ()
    last: SyncStatus | None = None
    kept: int = field(default=20)

    def with_status(self, status: SyncStatus, now: datetime, words: Words) -> "Story":
        """The story as it goes on with this."""
        told = self._told(status, words)
        fresh = [Attempt(now, mark, sentence) for mark, sentence in told]
        return Story((*fresh, *self.attempts)[: self.kept], status, self.kept)

    def _told(self, status: SyncStatus, words: Words) -> Sequence[tuple[Status, str]]:
        before = self.last
        told: list[tuple[Status, str]] = []
        gained = status.confirmed_at_hq - (before.confirmed_at_hq if before else status.confirmed_at_hq)
        if gained > 0:
            told.append((Status.OK, claims.headquarters_confirmed(gained, words).text))
        elif gained < 0:
            told.append((Status.WARN, claims.headquarters_confirmed(gained, words).text))
        quiet = status.state in (Standing.IDLE, Standing.WORKING, Standing.NOT_CONFIGURED)
        same = before is not None and before.state is status.state
        if not quiet and not same:
            told.append((MARKS[status.state], _short(status, words)))
        return told
