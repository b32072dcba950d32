"""Asking headquarters what it really has. Only what was read back and is equal becomes a receipt of level 2.

The same look serves three purposes: after an unclear push (is it there at all?), after a clear one (is it there as we mean it?),
and for what was confirmed long ago (is it still there?).
"""

import logging
from collections.abc import Callable
from functools import partial
from random import Random

from resources.problems import Problem
from resources.store import Store, Unit, studies
from resources.terms import Origin
from sync import knownas, ledger, outbox, plan
from sync.abreast import Job, Streams
from sync.answers import Attributes, attributes
from sync.auditing import audited
from sync.headquarters import Headquarters
from sync.ledger import Evidence, Receipt
from sync.outbox import Entry
from sync.plan import Finding
from sync.status import Level, State

log = logging.getLogger(__name__)


def look(hq: Headquarters, instance_uid: str, expected: Attributes) -> Finding:
    """What headquarters shows of one instance, in two small requests. A copy in a second place must be equal too."""
    level: Level | None = None
    for at in hq.find_instance(instance_uid):
        found = hq.metadata(at)
        if found is None:
            return Finding(Level.PRESENT)
        if differences := expected.differences(attributes(found)):
            return Finding(Level.PRESENT, differences)
        level = Level.EQUAL
    return Finding(level)


def ask(store: Store, hq: Headquarters, name: str, entry: Entry, rng: Random) -> Job[State]:
    """Look at one entry and write down what was found; the state it is in now."""
    meant = _meant(store, entry.instance_uid)
    if meant is None:
        with store.write(Origin.STATION, actor="sync") as unit:
            outbox.move(unit, [entry.instance_uid], State.GONE)
        return State.GONE
    expected, evidence = meant
    found = yield partial(look, hq, entry.instance_uid, expected)
    move = plan.after_asking(entry.state, found, entry.attempts)
    attempts = 0 if move.state is State.VERIFIED else entry.attempts + (1 if move.wait == "backoff" else 0)
    with store.write(Origin.STATION, actor="sync") as unit:
        next_at = move.next_at(attempts, unit.now, rng)
        outbox.move(unit, [entry.instance_uid], move.state, next_at=next_at, sentence=move.sentence, attempts=attempts)
        if found.level is not None:
            note = "differs: " + ", ".join(found.differences) if found.differences else ""
            ledger.record(unit, name, found.level, evidence, note)
    return move.state


def audit(  # noqa: PLR0913  # what a pass knows
    store: Store,
    hq: Headquarters,
    name: str,
    rng: Random,
    stopped: Callable[[], bool],
    *,
    upto: int,
    streams: Streams,
    everything: bool = False,
) -> int:
    """Ask again for some of what was confirmed: the newest 20 and 20 at random; for everything once one of them is missing.

    Receipts after number ``upto`` are fresh and left out. How many had to be opened again: headquarters went back to an older
    state, or somebody changed it there.
    """
    with store.read() as unit:
        receipts = [receipt for receipt in ledger.confirmed(unit, name) if receipt.n <= upto]
    return audited(
        receipts, lambda receipt: _still_there(store, hq, receipt), streams, stopped, rng=rng, everything=everything
    )


def _still_there(store: Store, hq: Headquarters, receipt: Receipt) -> Job[bool]:
    """Whether it had to be opened again."""
    meant = _meant(store, receipt.instance_uid)
    if meant is None:
        return False
    try:
        found = yield partial(look, hq, receipt.instance_uid, meant[0])
    except Problem as problem:  # one answer that cannot be read says nothing of this instance
        if plan.concerns_host(problem):
            raise
        return False
    if found.level is not None and found.level >= Level.EQUAL:
        return False
    log.info("audit: headquarters does not show %s any more as it was confirmed", receipt.instance_uid)
    with store.write(Origin.STATION, actor="sync") as unit:
        _reopen(unit, receipt, found)
    return True


def _reopen(unit: Unit, receipt: Receipt, found: Finding) -> None:
    ledger.reopen(unit, receipt, "absent" if found.level is None else "differs: " + ", ".join(found.differences))
    outbox.add(unit, studies.instance(unit, receipt.instance_uid), State.PROBING)
    outbox.move(unit, [receipt.instance_uid], State.PROBING, sentence="Headquarters had this picture, and has lost it.")


def _meant(store: Store, instance_uid: str) -> tuple[Attributes, Evidence] | None:
    with store.read() as unit:
        return knownas.expected(unit, instance_uid)
