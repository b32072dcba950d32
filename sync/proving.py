"""Fetching a picture back from headquarters and comparing every byte of its data set: level 3, the most that can be known.

Only when nothing waits to be sent, and never more than a budget of bytes, for a link may be slow and paid. It can only add to
what is known: an archive may answer in other bytes (another transfer syntax, attributes of its own), or in none: that is level 2.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from resources.problems import NotFound, Problem
from resources.store import Store, station, studies
from resources.store.copies import copy_of
from resources.terms import Origin
from resources.wire.part10 import data_set_digest
from sync import ledger, outbox, plan
from sync.headquarters import Headquarters, Sink
from sync.ledger import Evidence
from sync.status import Level

log = logging.getLogger(__name__)
OTHERWISE = "otherwise:"
"""Under this and the UID: the receipt for which headquarters gave other bytes. It is not asked again."""


def prove(store: Store, hq: Headquarters, name: str, rng: Random, stopped: Callable[[], bool], *, budget: int) -> int:
    """Fetch back some that have a receipt of level 2 and none of level 3, up to ``budget`` bytes; how many were equal.

    In no order, so that one that cannot be fetched keeps nobody waiting for ever; one larger than the budget goes alone.
    """
    with store.read() as unit:
        otherwise = outbox.facts(unit, OTHERWISE)
        owed = [one.evidence for one in ledger.confirmed(unit, name) if one.level is Level.EQUAL]
    owed = [one for one in owed if otherwise.get(one.instance_uid) != _mark(name, one)]
    rng.shuffle(owed)
    proven = spent = 0
    for number, evidence in enumerate(owed):
        spent += evidence.size
        if stopped() or (spent > budget and number):
            break
        try:
            theirs = _theirs(store, hq, evidence.instance_uid)
        except Problem as problem:  # absent, cut, refused: the audit speaks of that, not we
            log.info("proving: %s cannot be compared: %s", evidence.instance_uid, type(problem).__name__)
            if plan.concerns_host(problem):
                break
            continue
        proven += _compare(store, name, evidence, theirs)
    return proven


def _compare(store: Store, name: str, evidence: Evidence, theirs: str) -> bool:
    try:
        ours = _ours(store, evidence.instance_uid)
    except Problem as problem:  # nobody else may read it for years
        log.warning("proving: our own copy of %s cannot be read: %s", evidence.instance_uid, type(problem).__name__)
        return False
    with store.write(Origin.STATION, actor="sync") as unit:
        meant = ledger.published(unit, evidence.instance_uid)
        if meant is None or meant[1] != evidence:
            return False  # it was changed here meanwhile
        if theirs == ours:
            ledger.record(unit, name, Level.DIGEST, evidence, "read back")
        else:
            outbox.remember(unit, OTHERWISE + evidence.instance_uid, _mark(name, evidence))
    return theirs == ours


def _theirs(store: Store, hq: Headquarters, uid: str) -> str:
    """The data set that headquarters gives out, wherever it has this UID."""
    digests = {_digest_of(store, partial(hq.fetch, at)) for at in hq.find_instance(uid)}
    if len(digests) != 1:
        raise NotFound("Headquarters has no such picture, or two that differ.")
    return digests.pop()


def _ours(store: Store, uid: str) -> str:
    """The data set that a push of it sends now."""
    with store.read() as unit:
        instance = studies.instance(unit, uid)
        study = studies.study(unit, instance.study_uid)
        issuer = station.camp(unit).prefix
    _, chunks = copy_of(store.vault, instance, study, issuer)
    return _digest_of(store, lambda sink: sink(chunks))


def _digest_of(store: Store, fetch: Callable[[Sink], object]) -> str:
    """Through a part of the vault that is never kept: encrypted on the disk like all else, however large."""
    part = store.vault.receive()

    def take(chunks: Iterator[bytes]) -> None:
        for chunk in chunks:
            part.write(chunk)

    try:
        fetch(take)
        with part.reread() as stream:
            return data_set_digest(stream)
    finally:
        part.discard()


def _mark(name: str, evidence: Evidence) -> str:
    return f"{name}|{evidence.digest}|{evidence.published}"
