"""Looking again at records that headquarters confirmed: is each there as it was agreed, and is what was removed still gone?

A headquarters that was restored from an old backup, replaced or tidied up is noticed so. Refuses to decide what follows: an
entry that is opened again is looked at like any other (``carrying``), and what somebody edited there is merged then.
"""

import logging
from collections.abc import Callable
from functools import partial
from random import Random

from resources.problems import Gone, Problem
from resources.store import Store, Unit
from resources.terms import Origin
from sync import ledger, plan, records
from sync.abreast import Job, Streams
from sync.auditing import audited
from sync.fhirserver import Abilities, RecordServer
from sync.looking import Finder, is_ours, unlike
from sync.records import REMOVED, Record
from sync.removing import is_out_of_use
from sync.status import State

log = logging.getLogger(__name__)
ABSENT = "absent"
TAKEN_AWAY = "removed there"
BACK = "there again"
LOST = "Headquarters had this record, and has lost it."
OTHERWISE = "Headquarters does not show this record any more as it was confirmed."
AGAIN = "Headquarters shows this record again, which was removed here."
SENTENCES = {ABSENT: LOST, TAKEN_AWAY: LOST, BACK: AGAIN}


def audit(
    store: Store,
    server: RecordServer,
    name: str,
    rng: Random,
    stopped: Callable[[], bool],
    *,
    upto: int,
    streams: Streams,
) -> int:
    """Ask again for the newest 20 and for 20 at random; for everything once one of them is missing or otherwise.

    Receipts after number ``upto`` are fresh and left out. How many records had to be opened again. Raises the Problem that
    concerns headquarters as a whole.
    """
    with store.read() as unit:
        known = records.receipted(unit, name, upto=upto)
    able = server.abilities()
    return audited(known, lambda record: _look_again(store, server, able, record), streams, stopped, rng=rng)


def _look_again(store: Store, server: RecordServer, able: Abilities, record: Record) -> Job[bool]:
    """Whether it had to be opened again."""
    try:
        note: str = yield partial(_finding, server, able, record)
    except Problem as problem:  # one answer that cannot be read says nothing of this record
        if plan.concerns_host(problem):
            raise
        return False
    if not note:
        return False
    with store.write(Origin.STATION, actor="sync") as unit:
        return _reopen(unit, record, note)


def _finding(server: RecordServer, able: Abilities, record: Record) -> str:
    """What is not as it was confirmed; empty when all is well."""
    if record.digest == REMOVED:
        left = Finder(server).left_of(able, record)
        return BACK if left is not None and not is_out_of_use(record, left) else ""
    try:
        found = server.read(record.remote)
    except Gone:
        return TAKEN_AWAY
    said = [one for one in record.base.theirs.get("identifier") or () if {"system", "value"} <= one.keys()]
    if found is None or not is_ours(record, found, tuple(said)):
        return ABSENT
    return "differs: " + ", ".join(names) if (names := unlike(record, found)) else ""


def _reopen(unit: Unit, record: Record, note: str) -> bool:
    """Not confirmed any more, unless it was edited or removed here meanwhile: then it goes again by itself."""
    now = records.find(unit, record.kind, record.uid)
    receipt = ledger.latest(unit, record.key)
    if now is None or receipt is None or (now.state, now.digest) != (record.state, record.digest):
        return False
    log.info("audit: headquarters does not show %s any more as it was confirmed", record.kind.value)
    ledger.reopen(unit, receipt, note)
    if note == ABSENT:
        records.met(unit, now, "", made_here=now.made_here)
    records.move(unit, now, State.PROBING, sentence=SENTENCES.get(note, OTHERWISE), attempts=0)
    return True
