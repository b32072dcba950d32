"""How sync stands, as frozen values: states, levels, counts, and the sentence about the service as a whole. Pure.

The words about a person or a picture are the window's (``gui/claims.py``); their evidence is the ``Share`` of the ledger. Refuses
to count anything below level 2 as confirmed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from resources.terms import Kind
from sync.estimate import Length, Span, ToGo
from sync.quoting import parted


class Level(IntEnum):
    """How much headquarters has confirmed of an instance."""

    REOPENED = -1
    """It was confirmed once, and is not so any more."""
    LISTED = 0
    """Named as stored in the answer to a push."""
    PRESENT = 1
    """Found by a query."""
    EQUAL = 2
    """Read back, and person, visit, eye, height, width and frames are equal. From here on: "At headquarters"."""
    DIGEST = 3
    """The bytes themselves are equal."""


class State(StrEnum):
    """Where one instance stands on its way; see ``sync/outbox.py``."""

    QUEUED = "queued"
    SENDING = "sending"
    PROBING = "probing"
    ACCEPTED = "accepted"
    VERIFIED = "verified"
    HELD = "held"
    ATTENTION = "attention"
    GONE = "gone"


class Standing(StrEnum):
    """How sync as a whole is doing."""

    IDLE = "idle"
    WORKING = "working"
    OFFLINE = "offline"
    PORTAL = "portal"
    ATTENTION = "attention"
    NOT_CONFIGURED = "not-configured"


@dataclass(frozen=True, slots=True)
class Share:
    """What headquarters has of one person: how many pictures there are here, were listed as stored, and are confirmed."""

    pictures: int = 0
    sent: int = 0
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class RecordCount:
    """Of one kind of record: how many headquarters has shown back as they are now, and how many not."""

    confirmed: int = 0
    not_yet: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why some pictures, or some records, do not go, and how many meet the same."""

    sentence: str
    count: int
    next_at: datetime | None = None
    """When the first of them is tried again by itself; ``None`` where nobody knows. One that has passed is at once."""


@dataclass(frozen=True, slots=True)
class RecordStanding:
    """How records stand, apart from pictures. ``why`` counts the reasons of those that wait for more than their turn."""

    counts: Mapping[Kind, RecordCount] = field(default_factory=dict)
    sentence: str = ""
    questions: int = 0
    why: Mapping[str, int] = field(default_factory=dict)
    takes_records: bool = False
    troubles: tuple[Trouble, ...] = ()
    """Of these the reasons for which nothing but another try, or headquarters, can do anything."""
    held_off: Trouble | None = None
    """Why none of them goes while the server itself does not answer as it should."""

    @property
    def confirmed(self) -> int:
        """How many records headquarters has shown back as they are now."""
        return sum(one.confirmed for one in self.counts.values())

    @property
    def not_yet(self) -> int:
        """How many it has not."""
        return sum(one.not_yet for one in self.counts.values())


@dataclass(frozen=True, slots=True)
class Stuck:
    """One instance or record that waits for more than its turn: why, and when it is tried again by itself (``None``: nobody
    knows; a person may have to act)."""

    instance_uid: str
    state: State
    sentence: str
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Paid:
    """A link that is paid by the byte: bytes used today, and how many may be; 0 is no limit."""

    used: int
    limit: int


@dataclass(frozen=True, slots=True)
class Journey:
    """How far everything of one person is. ``span``: about how long it takes if they go first, after those who are urgent."""

    standing: Standing
    to_go: ToGo
    span: Span
    is_asked: bool = False
    pause_until: datetime | None = None
    stuck: tuple[Stuck, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the status bar, the sync page and ``GET /api/status`` show. Both counts are instances, from receipts alone."""

    state: Standing
    sentence: str
    confirmed_at_hq: int = 0
    proven_at_hq: int = 0
    """Of those, how many were fetched back, or held at headquarters, with equal bytes."""
    not_yet_at_hq: int = 0
    bytes_not_yet: int = 0
    left_at_hq: int = 0
    """Of all, how many have their original at headquarters only."""
    last_confirmed: datetime | None = None
    last_reached: datetime | None = None
    next_try: datetime | None = None
    entries: Mapping[State, int] = field(default_factory=dict)
    stuck: tuple[Stuck, ...] = ()
    records: RecordStanding = field(default_factory=RecordStanding)
    results_problem: str = ""
    """Why the results of headquarters could not be read at the last look; empty when they were."""
    list_problem: str = ""
    """The same of the studies that it lists."""
    tasks_problem: str = ""
    """The same of the readings that it asks for."""
    paid: Paid | None = None
    """How much of a paid link was used today; ``None`` where nobody pays by the byte."""
    to_go: ToGo = field(default_factory=ToGo)
    """What may travel and is not confirmed, of everybody."""
    span: Span = field(default_factory=lambda: Span(Length.UNKNOWN))
    """About how long that takes."""
    asked: frozenset[str] = frozenset()
    """The people, by uuid, for whom somebody asked "Send this patient now" and who have not everything confirmed."""
    pause_until: datetime | None = None
    """Until when headquarters itself asked to be left alone; nobody shortens that."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The reasons of pictures that are stuck, each once; those that wait for a person or were put off are not stuck."""
        return self._because(State.ATTENTION, State.PROBING)

    @property
    def put_off(self) -> tuple[Trouble, ...]:
        """Why pictures go later, though nothing is wrong with them: the day's share of a paid link, a line too slow for them."""
        return self._because(State.QUEUED)

    def _because(self, *states: State) -> tuple[Trouble, ...]:
        return troubles_of((one.sentence, one.next_at) for one in self.stuck if one.state in states)

    def count(self, state: State) -> int:
        """How many instances are in this state."""
        return self.entries.get(state, 0)


def troubles_of(stuck: Iterable[tuple[str, datetime | None]]) -> tuple[Trouble, ...]:
    """Of sentences and next tries: those that say the same of ours as one, with the first quotation and the earliest next try."""
    found: dict[str, list[tuple[str, datetime | None]]] = {}
    for one in stuck:
        found.setdefault(parted(one[0])[0], []).append(one)
    return tuple(
        Trouble(same[0][0], len(same), min((at for _, at in same if at), default=None)) for same in found.values()
    )


def tally_sentence(confirmed: int, not_yet: int) -> str:
    """About everything on this laptop."""
    if not_yet:
        pictures = "1 picture is" if not_yet == 1 else f"{not_yet} pictures are"
        return f"{pictures} not yet confirmed by headquarters."
    return "Headquarters has confirmed everything." if confirmed else "There is nothing to send yet."


def records_sentence(
    counts: Mapping[Kind, RecordCount], *, takes_records: bool, questions: int = 0, problem: str = ""
) -> str:
    """About everything that is written about people. ``takes_records`` is false while headquarters is an archive of pictures."""
    waiting = sum(one.not_yet for one in counts.values())
    if not waiting:
        confirmed = sum(one.confirmed for one in counts.values())
        return "Headquarters has confirmed every record." if confirmed else "There are no records to send yet."
    said = "1 record is" if waiting == 1 else f"{waiting} records are"
    if not takes_records:
        return f"This headquarters takes pictures only. {said} on this laptop alone."
    asked = "" if not questions else " 1 question waits." if questions == 1 else f" {questions} questions wait."
    return f"{said} not yet confirmed by headquarters.{asked}" + (f" {problem}" if problem else "")


def service_sentence(standing: Standing, problem: str, confirmed: int, not_yet: int, try_at: str = "") -> str:
    """About sync as a whole. ``problem`` is what stands in the way; ``try_at`` the local time of the next try."""
    if standing is Standing.NOT_CONFIGURED:
        return "No headquarters is set up. Everything stays safe on this laptop."
    if standing is Standing.WORKING:
        return "Talking to headquarters."
    if problem:
        return f"{problem} Trying again at {try_at}." if try_at else problem
    return tally_sentence(confirmed, not_yet)
