"""What to do next: rows and answers in, decisions out. Pure.

Refuses to send what may be somebody else's, and to send twice unasked.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from random import Random

from resources.problems import (
    NotFound,
    Offline,
    Portal,
    Problem,
    StorageFull,
    Unauthorized,
    Unavailable,
)
from resources.store.copies import published_patient_id
from resources.store.rows import InstanceRow, StudyRow
from sync.answers import ATTRIBUTE_WORDS, Attributes, StowAnswer, passes_by_itself, reason_sentence
from sync.quoting import with_words
from sync.retry import due, next_try
from sync.status import Level, Standing, State

TWO_PEOPLE = "two-people-one-study"
LOOK_AGAIN = timedelta(hours=1)
NOT_STORED = "Headquarters takes this picture again and again without storing it."
UNANSWERED = 3
"""How often headquarters may take an instance without a word before a person should look."""


# --- what is published ------------------------------------------------------------------------------------------------


def expected(instance: InstanceRow, study: StudyRow) -> Attributes:
    """What headquarters must show for this instance before it counts as confirmed."""
    return Attributes(
        published_patient_id(study),
        study.study_uid,
        instance.laterality,
        instance.rows,
        instance.columns,
        instance.frames or 1,
    )


# --- before sending ---------------------------------------------------------------------------------------------------


def obstacle(instance: InstanceRow, study: StudyRow, in_conflict: Collection[str], unmatched: str) -> str:
    """Why this instance must not travel now, as a sentence; empty when it may."""
    if instance.is_waiting:
        return "The picture of this entry has not come yet."
    if instance.instance_uid in in_conflict:
        return "Two versions of this picture are here. A person must say which one is right."
    if TWO_PEOPLE in study.flags:
        return "The camera used one visit number for two people. A person must look at this visit first."
    if study.patient is None and unmatched != "send":
        return "Nobody has said yet whose picture this is."
    return ""


# --- after an answer --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """Where an entry goes now. ``wait`` says how long it rests there: not at all, a while (backoff), or until the next look."""

    state: State
    sentence: str = ""
    wait: str = ""

    def next_at(self, attempts: int, now: datetime, rng: Random) -> datetime | None:
        """The moment from which on the entry may move again."""
        if self.wait == "backoff":
            return next_try(attempts, None, now, rng)
        return now + LOOK_AGAIN if self.wait == "look" else None


def after_stow(answer: StowAnswer, instance_uid: str, attempts: int) -> Move:
    """What the answer to a push means for one instance. Whatever is not plainly listed is asked for before it is sent again."""
    if instance_uid in answer.listed:
        return Move(State.ACCEPTED)
    if instance_uid in answer.failed:
        reason = answer.failed[instance_uid]
        why = with_words(reason_sentence(reason), answer.said.get(instance_uid, ""))
        if passes_by_itself(reason):
            return Move(State.PROBING, why, "backoff")
        return Move(State.ATTENTION, why, "look")
    said = answer.said.get(instance_uid, "")
    if attempts < UNANSWERED:
        why = with_words("Headquarters did not say what became of this picture.", said)
        return Move(State.PROBING, why, "backoff")
    return Move(State.ATTENTION, with_words(NOT_STORED, said), "look")


@dataclass(frozen=True, slots=True)
class Finding:
    """What headquarters showed of one instance. ``level`` is ``None`` when it has none of this UID."""

    level: Level | None
    differences: tuple[str, ...] = ()


def after_asking(state: State, found: Finding, attempts: int) -> Move:
    """What a look at headquarters means. A difference is never mended by sending again: a person decides."""
    if found.differences:
        named = " and ".join(ATTRIBUTE_WORDS[name] for name in found.differences)
        verb = "differs" if len(found.differences) == 1 else "differ"
        return Move(State.ATTENTION, f"Headquarters has this picture, but {named} {verb}.", "look")
    if found.level is None:
        if state is State.ACCEPTED and attempts >= 2 * UNANSWERED:
            return Move(State.ATTENTION, NOT_STORED, "look")
        if state is State.ACCEPTED:
            return Move(State.PROBING, "Headquarters took this picture, but does not show it yet.", "backoff")
        return Move(State.QUEUED)
    if found.level >= Level.EQUAL:
        return Move(State.VERIFIED)
    return Move(State.ACCEPTED, "Headquarters has this picture, but does not show what it is.", "backoff")


# --- the host ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Host:
    """How headquarters as a whole has been answering. ``asked`` means that it said itself until when to leave it alone."""

    failures: int = 0
    hold_until: datetime | None = None
    asked: bool = False
    standing: Standing = Standing.IDLE
    sentence: str = ""

    def may_try(self, now: datetime, *, pressed: bool) -> bool:
        """A person may shorten our own patience, but not what headquarters asked for. A wrong clock's hold binds nobody."""
        return due(self.hold_until, now) or (pressed and not self.asked)

    def tries_at(self, next_at: datetime | None, now: datetime) -> datetime:
        """When what waits until ``next_at`` is tried again by itself: no sooner than this host; ``now`` where neither waits, or
        by a wrong clock."""
        return max(now if when is None or due(when, now) else when for when in (next_at, self.hold_until))

    def anew(self) -> "Host":
        """On another network: a person's or our own patience begins anew, what headquarters asked for stands."""
        return self if self.asked else replace(self, failures=0, hold_until=None)

    def hurried(self, now: datetime) -> "Host":
        """Our own waiting ends now, and what it has learnt stays; what headquarters asked for stands."""
        return self if self.asked or self.hold_until is None else replace(self, hold_until=now)

    def as_facts(self) -> dict[str, str | int | bool | None]:
        """As plain values, to be written down."""
        return asdict(self) | {"hold_until": self.hold_until.isoformat() if self.hold_until else None}


def host_of(facts: dict[str, object]) -> Host:
    """Read what ``as_facts`` wrote; nothing, or nonsense, is a host that was never tried."""
    try:
        until = facts.get("hold_until")
        return Host(
            int(str(facts.get("failures", 0))),
            datetime.fromisoformat(str(until)) if until else None,
            bool(facts.get("asked")),
            Standing(str(facts.get("standing", "idle"))),
            str(facts.get("sentence", "")),
        )
    except ValueError:
        return Host()


def host_after(host: Host, problem: Problem, now: datetime, rng: Random) -> Host:
    """How long to leave headquarters alone after this."""
    asked = isinstance(problem, Unavailable) and problem.retry_after is not None
    until = next_try(host.failures, problem, now, rng)
    return Host(host.failures + 1, until, asked, standing_of(problem), problem.sentence)


def standing_of(problem: Problem) -> Standing:
    """Which state of sync a Problem is."""
    if isinstance(problem, Portal):
        return Standing.PORTAL
    if isinstance(problem, Offline | Unavailable):
        return Standing.OFFLINE
    return Standing.ATTENTION


def concerns_host(problem: Problem) -> bool:
    """Whether the next instance would meet the same: then the pass ends instead of trying them all."""
    return isinstance(problem, Unavailable | Unauthorized | NotFound | StorageFull)
