"""Keeping headquarters' records in step, beside its pictures: a host of its own, which fails and recovers on its own.

While only an archive of pictures is set up, records are collected and counted as not there, and the sentence says so.
"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from resources.problems import Problem
from resources.store import Store, Unit
from resources.terms import Origin
from sync import disputes, hosts, knownas, ledger, outbox, plan, records
from sync.abreast import Streams
from sync.auditing import AUDIT_EVERY
from sync.carrying import Carrier
from sync.fhirserver import RecordServer
from sync.lanes import First
from sync.plan import Host
from sync.recordaudit import audit
from sync.retry import is_over
from sync.status import RecordStanding, State, Trouble, records_sentence, troubles_of

log = logging.getLogger(__name__)
Connect = Callable[[], RecordServer]
STREAMS = "streams.records"
NAME = records.SERVER


@dataclass(frozen=True, slots=True)
class Destination:
    """Who takes records: how to reach them, and what the ledger calls them."""

    connect: Connect
    name: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What one pass did."""

    confirmed: int = 0
    problem: str = ""
    reopened: int = 0


class Recordkeeping:
    """What ``SyncService`` asks once in each pass. ``to`` is ``None`` while no server takes records; ``by_stick`` is the name of
    the station that takes them from a stick."""

    def __init__(
        self,
        store: Store,
        to: Destination | None,
        *,
        pictures_at: str,
        rng: Random,
        by_stick: str = "",
        streams: Streams | None = None,
    ) -> None:
        self._streams = streams or Streams()
        self._store, self._rng = store, rng
        self._connect = to.connect if to else None
        self._name = to.name if to else ""
        self._known_as = self._name or by_stick
        self._pictures_at = pictures_at
        self._server: RecordServer | None = None
        self._first = True
        self._audited_at: datetime | None = None

    @property
    def name(self) -> str:
        """What the ledger calls whoever takes records; empty while nobody does."""
        return self._known_as

    def collect(self, give_way: Callable[[], bool] = lambda: False) -> None:
        """Read the whole feed, page by page, until ``give_way`` says to end. Another server than last time must be asked for
        everything."""
        count = records.PAGE
        while count == records.PAGE:
            with self._store.write(Origin.STATION, actor="sync") as unit:
                count = records.collect(unit)
                records.recover(unit)
                if self._name and outbox.fact(unit, NAME) != self._name:
                    records.start_over(unit)
                    knownas.forget(unit)
                    hosts.note(unit, hosts.RECORDS, Host())
                    outbox.remember(unit, STREAMS, "")
                    outbox.remember(unit, NAME, self._name)
            if count == records.PAGE and give_way():
                return

    def next_due(self, unit: Unit) -> datetime | None:
        """When to look again, if anything waits for a time."""
        if self._connect is None:
            return None
        host, now = hosts.host(unit, hosts.RECORDS), unit.now
        if host.hold_until is not None and host.hold_until > now:
            return host.hold_until if records.is_ready(unit) or host.sentence else None
        return now if records.is_ready(unit) else records.next_wake(unit)

    def attempt(self, goes_first: Callable[[Unit], First], stopped: Callable[[], bool], *, pressed: bool) -> Kept:
        """One pass, if it is time for one. Never raises: pictures go on whatever happens to records."""
        with self._store.read() as unit:
            host, now = hosts.host(unit, hosts.RECORDS), unit.now
            has_work = pressed or self._is_audit_due(now) or records.is_ready(unit)
            upto, lesson = ledger.length(unit), outbox.fact(unit, STREAMS)
        if self._connect is None or not has_work or not host.may_try(now, pressed=pressed):
            return Kept()
        everything, self._first = pressed or self._first, False
        reopened = 0
        self._server = self._server or self._connect()
        carrier = Carrier(
            self._store, self._server, self._name, pictures_at=self._pictures_at, rng=self._rng, stopped=stopped
        )
        self._streams.begins(lesson)
        try:
            carrier.run(goes_first, self._streams, pressed=everything)
            if pressed or self._is_audit_due(now):
                reopened = audit(
                    self._store, self._server, self._name, self._rng, stopped, upto=upto, streams=self._streams
                )
                self._audited_at = now
        except Problem as problem:
            log.info("sync: records: %s", type(problem).__name__)
            self.hang_up()
            self._audited_at = None
            self._note(plan.host_after(Host() if carrier.confirmed else host, problem, self._store.clock(), self._rng))
            return Kept(carrier.confirmed, problem.sentence)
        self._note(Host())
        return Kept(carrier.confirmed, reopened=reopened)

    def _is_audit_due(self, now: datetime) -> bool:
        """At the first talk after a silence, and every ten minutes; a clock that jumped back counts as passed."""
        return is_over(self._audited_at, AUDIT_EVERY, now)

    def begin_anew(self, unit: Unit) -> None:
        """On another network nobody waits out the last failure."""
        hosts.change(unit, hosts.RECORDS, Host.anew)

    def pictures_are_at(self, address: str) -> None:
        """From now on visits say so."""
        self._pictures_at = address

    def hang_up(self) -> None:
        """Let go of the connection."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _note(self, host: Host) -> None:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            hosts.note(unit, hosts.RECORDS, host)
            outbox.remember(unit, STREAMS, self._streams.pace.lesson)

    def standing(self, unit: Unit) -> RecordStanding:
        """What is true of records now, in the caller's snapshot."""
        counts = records.counts(unit, self._known_as)
        questions = len(disputes.open_ones(unit))
        explained = records.explained(unit, (State.ATTENTION, State.HELD, State.PROBING))
        why = Counter(one.sentence for one in explained)
        host = hosts.host(unit, hosts.RECORDS) if self._connect is not None else Host()
        said = records_sentence(counts, takes_records=bool(self._known_as), questions=questions, problem=host.sentence)
        stuck = [one for one in explained if one.state is not State.HELD]
        times = [host.tries_at(one.next_at, unit.now) if self._connect is not None else None for one in stuck]
        troubles = troubles_of(zip((one.sentence for one in stuck), times, strict=True))
        standing = RecordStanding(counts, said, questions, why, bool(self._known_as), troubles)
        if not host.sentence:
            return standing
        return replace(standing, held_off=Trouble(host.sentence, standing.not_yet, host.tries_at(None, unit.now)))
