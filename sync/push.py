"""Sending: an entry of the outbox becomes a request, and the answer becomes its next state. Believes no status code.

Rows are read in one unit, bytes are prepared and sent outside any unit, results are written in another: no transaction ever
waits for the network. Several may be on the way at once (``abreast``): each was claimed before its first byte.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random

from resources.problems import Damaged, Invalid, NotFound, Problem, Unavailable
from resources.store import Store, Unit, filing, links, referrals, station, studies
from resources.store.copies import copy_of
from resources.store.rows import InstanceRow, StudyRow
from resources.terms import Origin
from sync import chunks, ledger, outbox, plan
from sync.abreast import Job
from sync.answers import StowAnswer
from sync.breaks import WAIT, Breaks, breaks_of
from sync.headquarters import Ambiguous, Headquarters, Outgoing
from sync.ledger import Evidence, as_published
from sync.outbox import Entry
from sync.retry import next_try
from sync.status import Level, State

Stopped = Callable[[], bool]
LINE = "line.breaks"
"""What was learnt of the line by whole requests."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ready:
    """One entry that may travel, with its rows as they were when it was looked at."""

    entry: Entry
    instance: InstanceRow
    study: StudyRow

    @property
    def evidence(self) -> Evidence:
        """What a receipt for this sending speaks of."""
        published = as_published(plan.expected(self.instance, self.study))
        return Evidence(self.instance.instance_uid, self.instance.digest or "", self.instance.size or 0, published)


def urgent(unit: Unit) -> frozenset[str]:
    """The people, by uuid, whose pictures go before all others (HZ-04); under all records that are joined now (HZ-18)."""
    return links.also(unit, referrals.urgent_people(unit))


def sift(store: Store, entries: Sequence[Entry], unmatched: str) -> list[Ready]:
    """Those that may travel now; the others are moved aside with the reason, or back when the reason is gone."""
    with store.read() as unit:
        looked = _look(unit, entries, unmatched)
    moved = [(entry, state, why) for entry, _, state, why in looked if (entry.state, entry.sentence) != (state, why)]
    if moved:
        with store.write(Origin.STATION, actor="sync") as unit:
            for entry, state, why in moved:
                outbox.move(unit, [entry.instance_uid], state, sentence=why)
    return [ready for _, ready, state, _ in looked if ready is not None and state is State.QUEUED]


def travelling(store: Store, entries: Sequence[Entry], unmatched: str) -> list[Ready]:
    """Those that nothing holds back, whatever they wait for; no entry is moved."""
    with store.read() as unit:
        return [ready for _, ready, _, why in _look(unit, entries, unmatched) if ready is not None and not why]


def _look(unit: Unit, entries: Sequence[Entry], unmatched: str) -> list[tuple[Entry, Ready | None, State, str]]:
    rows = {row.instance_uid: row for row in studies.instances(unit, [entry.instance_uid for entry in entries])}
    owners = {uid: studies.study(unit, uid) for uid in {row.study_uid for row in rows.values()}}
    in_conflict = {held.instance_uid for held in filing.held(unit) if held.kind == "conflict"}
    found: list[tuple[Entry, Ready | None, State, str]] = []
    for entry in entries:
        row = rows.get(entry.instance_uid)
        if row is None:
            found.append((entry, None, State.GONE, ""))
            continue
        ready = Ready(entry, row, owners[row.study_uid])
        why = plan.obstacle(row, ready.study, in_conflict, unmatched)
        found.append((entry, ready, State.HELD if why else State.QUEUED, why))
    return found


@dataclass(frozen=True, slots=True)
class Sent:
    """What was answered: how many instances were listed as stored, the bytes that went, how many were shown to be there."""

    listed: int = 0
    size: int = 0
    confirmed: int = 0


def send(store: Store, hq: Headquarters, name: str, batch: Sequence[Ready], rng: Random, stopped: Stopped) -> Job[Sent]:
    """Send one request and write down what became of each instance. Only the request itself is another thread's work.

    Raises the Problem that concerns headquarters as a whole. Ends early, as a broken line would, when ``stopped`` says so.
    """
    loaded = [(ready, outgoing) for ready in batch if (outgoing := _load(store, ready, stopped)) is not None]
    if not loaded:
        return Sent()
    sending = [ready for ready, _ in loaded]
    uids, size = [ready.entry.instance_uid for ready in sending], sum(outgoing.length for _, outgoing in loaded)
    with store.write(Origin.STATION, actor="sync") as unit:
        outbox.claim(unit, uids)
    try:
        answer = yield partial(chunks.hand_over, hq, [outgoing for _, outgoing in loaded], batch[0].entry.attempts)
    except Ambiguous as problem:
        _ask_first(store, sending, problem, rng, size)
        raise
    except Problem as problem:
        if plan.concerns_host(problem):
            _back(store, sending)
            raise
        _refused(store, sending, problem)
        return Sent()
    _write_down(store, name, sending, answer, rng, size)
    return Sent(len(answer.listed), size)


def _load(store: Store, ready: Ready, stopped: Stopped) -> Outgoing | None:
    """What travels: the copy that is published. The header is read first, so that damage shows here and not on the line."""
    try:
        with store.read() as unit:
            issuer = station.camp(unit).prefix
        length, _ = copy_of(store.vault, ready.instance, ready.study, issuer)
    except (Damaged, Invalid, NotFound) as problem:
        if not store.vault.is_away(ready.instance.digest or ""):
            log.warning("push: %s cannot be read on this laptop: %s", ready.entry.instance_uid, type(problem).__name__)
        with store.write(Origin.STATION, actor="sync") as unit:
            _look_later(unit, ready.entry, f"This laptop's own copy cannot be sent. {problem.sentence}")
        return None

    def pieces() -> Iterator[bytes]:
        """The file from its start; a new reader at every call."""
        return _until(stopped, copy_of(store.vault, ready.instance, ready.study, issuer)[1])

    return Outgoing(ready.entry.instance_uid, length, pieces)


def _until(stopped: Stopped, chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        if stopped():
            raise Unavailable("Eyecamp was closed while this picture was being sent.")
        yield chunk


def _write_down(  # what was sent where, and what came of it
    store: Store, name: str, sent: Sequence[Ready], answer: StowAnswer, rng: Random, size: int
) -> None:
    with store.write(Origin.STATION, actor="sync") as unit:
        _learn(unit, lambda line: line.came(size))
        for ready in sent:
            uid, attempts = ready.entry.instance_uid, ready.entry.attempts + 1
            move = plan.after_stow(answer, uid, attempts)
            next_at = move.next_at(attempts, unit.now, rng)
            outbox.move(unit, [uid], move.state, next_at=next_at, sentence=move.sentence)
            if move.state is State.ACCEPTED:
                ledger.record(unit, name, Level.LISTED, ready.evidence)


def _refused(store: Store, sent: Sequence[Ready], problem: Problem) -> None:
    """Headquarters refused the request itself: try each instance alone, and then leave it to a person."""
    with store.write(Origin.STATION, actor="sync") as unit:
        for ready in sent:
            if len(sent) > 1:
                outbox.move(unit, [ready.entry.instance_uid], State.QUEUED, alone=True)
            else:
                _look_later(unit, ready.entry, problem.sentence)


def _look_later(unit: Unit, entry: Entry, sentence: str) -> None:
    outbox.move(unit, [entry.instance_uid], State.ATTENTION, next_at=unit.now + plan.LOOK_AGAIN, sentence=sentence)


def _back(store: Store, sent: Sequence[Ready]) -> None:
    """Nothing has gone: as before, and the attempt does not count."""
    with store.write(Origin.STATION, actor="sync") as unit:
        for ready in sent:
            outbox.move(unit, [ready.entry.instance_uid], State.QUEUED, attempts=ready.entry.attempts)


def line_of(unit: Unit) -> Breaks:
    """How far a picture comes on this line."""
    return breaks_of(outbox.fact(unit, LINE))


def put_off(store: Store, uids: Sequence[str], why: str) -> None:
    """This line is nothing for these now: they wait, and say why."""
    if uids:
        with store.write(Origin.STATION, actor="sync") as unit:
            outbox.move(unit, uids, State.QUEUED, next_at=unit.now + timedelta(seconds=WAIT), sentence=why)


def let_go(store: Store, why: str) -> None:
    """Those that were put off for this reason wait no longer."""
    with store.read() as unit:
        waiting = [entry.instance_uid for entry in outbox.explained(unit, (State.QUEUED,)) if entry.sentence == why]
    if waiting:
        with store.write(Origin.STATION, actor="sync") as unit:
            outbox.move(unit, waiting, State.QUEUED)


def _learn(unit: Unit, told: Callable[[Breaks], Breaks]) -> None:
    before = line_of(unit)
    if (after := told(before)) != before:
        outbox.remember(unit, LINE, after.as_text())


def _ask_first(store: Store, sent: Sequence[Ready], problem: Ambiguous, rng: Random, size: int) -> None:
    """They may have arrived. Those that shared a request go alone from now on: one of them may be what breaks it."""
    with store.write(Origin.STATION, actor="sync") as unit:
        if 0 < problem.carried < size:
            _learn(unit, lambda line: line.broke(problem.carried))
        for ready in sent:
            next_at = next_try(ready.entry.attempts, problem, unit.now, rng)
            uids, alone = [ready.entry.instance_uid], ready.entry.alone or len(sent) > 1
            outbox.move(unit, uids, State.PROBING, next_at=next_at, sentence=problem.sentence, alone=alone)
