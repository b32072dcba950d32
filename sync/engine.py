"""The sync service: one thread that wakes on the doorbell, on its timer and on the button, and makes one pass at a time.

A pass is: read the feed into the outbox; carry records; read results; work on tasks; ask about what is unclear; send; read back;
fetch; read the list; look again at what was confirmed; prove some of it. Records and results need no DICOMweb archive.
It decides nothing itself (``plan``) and talks to headquarters through one Protocol. Refuses to run two passes at once.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from resources.problems import Problem, Unavailable
from resources.store import Store, Unit, evictions, links, previews, studies
from resources.store.feed import Feed
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import evicting, glimpses, hosts, hurrying, ledger, outbox, plan, proving, pull, push, verify
from sync.abreast import Crew, Job, OneByOne, Streams
from sync.auditing import AUDIT_EVERY
from sync.departures import Departures, Questions
from sync.estimate import Line, Meter, ToGo, estimate, line_of
from sync.evicting import Policy
from sync.headquarters import Headquarters, name_of
from sync.leaving import Leaving, leaving
from sync.listedstudies import ListedStudies, Listing
from sync.outbox import Entry
from sync.paidlink import SPENT, PaidLink
from sync.plan import Host
from sync.push import Sent
from sync.quoting import parted
from sync.recordkeeping import Destination, Recordkeeping
from sync.results import Results, Source
from sync.retry import due, is_over, next_try
from sync.status import Journey, Level, Share, Standing, State, SyncStatus, service_sentence
from sync.tasking import Tasks

log = logging.getLogger(__name__)
Connect = Callable[[], Headquarters]
LULL = 0.5
"""Seconds without a doorbell before a pass begins: a camera that sends a picture every few milliseconds is not slowed down…"""
LONGEST_LULL = 5.0
"""…but for so long at most: then a pass is made although more keeps coming."""
GIVE_WAY = 0.01
"""Seconds between two pages of the feed, for others who write."""
PEOPLE_AT_ONCE = 50
TRAVELLING = (State.QUEUED, State.SENDING, State.PROBING, State.ACCEPTED)
SHOWN = 50
NAME = "headquarters"
REACHED = "reached"
STREAMS = "streams"
"""How many requests at once were good for this line."""
SPEED = "line.speed"
"""How much came through of late."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one pass did. ``problem`` is the sentence that ended it early; empty when it went through."""

    collected: int = 0
    sent: int = 0
    confirmed: int = 0
    pulled: int = 0
    left_at_hq: int = 0
    reopened: int = 0
    problem: str = ""
    listed: int = 0
    list_problem: str = ""
    proven: int = 0
    """Fetched back and equal in every byte."""
    evicted: int = 0
    """Originals that left this laptop, for headquarters has every byte of them."""
    brought_back: int = 0
    records: int = 0
    records_problem: str = ""
    results: int = 0
    """Opinions of headquarters that came."""
    results_waiting: int = 0
    results_problem: str = ""
    tasks: int = 0
    """Reading tasks of headquarters that came."""
    tasks_done: int = 0
    tasks_problem: str = ""


@dataclass(frozen=True, slots=True)
class FhirSide:
    """All that headquarters' FHIR server is for: it takes records, lists studies, and says what it has read."""

    records: Destination | None = None
    listing: Listing | None = None
    results: Source | None = None


class SyncService:
    """Start it, and the station keeps in step with headquarters by itself. Every method may be called from any thread."""

    name = "sync"

    def __init__(  # noqa: PLR0913  # what compose knows, and a test leaves out
        self,
        store: Store,
        connect: Connect | None,
        *,
        headquarters: str = "",
        interval: float = 60.0,
        unmatched: str = "hold",
        small_bytes: int = 4 << 20,
        read_back_bytes: int = 0,
        slow_line: bool = False,
        evict: Policy | None = None,
        rng: Random | None = None,
        listing: Listing | None = None,
        records: Destination | None = None,
        results: Source | None = None,
        crew: Callable[[], Crew] = OneByOne,
        stopwatch: Callable[[], float] = time.monotonic,
        by_stick: str = "",
        tasks: Tasks | None = None,
        paid: PaidLink | None = None,
    ) -> None:
        self.changed = Feed()
        self.paid = paid or PaidLink()
        self.fetching = ""
        """The original, by UID, that is being fetched again just now."""
        self._store = store
        self._connect = connect
        self._name = name_of(headquarters)
        self._interval = interval
        self._unmatched = unmatched
        self._small_bytes = small_bytes
        self._read_back_bytes = read_back_bytes
        self._slow_line = slow_line
        self._evicts = evict
        self._rng = rng or Random()  # noqa: S311 - jitter, not secrets
        self._everything = False
        self._stopwatch = stopwatch
        self._streams, self._record_streams = Streams(crew, stopwatch), Streams(crew, stopwatch)
        self._looks = Meter()
        self._knows_line = False
        self._by_stick = by_stick
        self._tasks = tasks
        self._tasks_at: datetime | None = None
        self._speak_fhir(FhirSide(records, listing, results))
        self._fhir_change: FhirSide | None = None
        self._hq: Headquarters | None = None
        self._bell = threading.Event()
        self._pressed = threading.Event()
        self._network = threading.Event()
        self._stopping = threading.Event()
        self._passing = threading.Lock()
        self._change: tuple[Connect | None, str] | None = None
        self._working = False
        self._got_on = False
        self._sifted = False
        self._full_pass_at: datetime | None = None
        self._audited_at: datetime | None = None
        self._proved_at: datetime | None = None
        self._thread: threading.Thread | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    # --- the service --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to keep in step. Calling it twice is harmless."""
        if self._thread is not None:
            return
        self._stopping.clear()
        self._pressed.clear()
        self._unsubscribe = self._store.feed.subscribe(self._bell.set)
        self._bell.set()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)  # joined by stop
        self._thread.start()

    def stop(self, deadline: float) -> None:
        """End within ``deadline`` seconds; a picture on its way is cut off, and asked for at the next start."""
        self._stopping.set()
        self._pressed.set()
        self._bell.set()
        self._unsubscribe()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(deadline / 2)
            if thread.is_alive():
                self._hang_up()
                thread.join(deadline / 2)
        self._hang_up()

    def use(self, connect: Connect | None, headquarters: str = "") -> None:
        """From the next pass on, talk to this headquarters (the Sync page was filled in)."""
        self._change = (connect, name_of(headquarters))
        self.wake()

    def use_fhir(self, side: FhirSide) -> None:
        """From the next pass on, this FHIR server takes records and says what it has read (the Sync page was filled in)."""
        self._fhir_change = side
        self.wake()

    def _speak_fhir(self, side: FhirSide) -> None:
        self._records = Recordkeeping(
            self._store,
            side.records,
            pictures_at=self._name,
            rng=self._rng,
            by_stick=self._by_stick,
            streams=self._record_streams,
        )
        self._listed: ListedStudies | None = None
        if side.listing is not None:
            self._listed = ListedStudies(self._store, side.listing, self._rng, slow_line=self._slow_line)
        self._results = Results(self._store, side.results, self._rng) if side.results is not None else None
        self._results_at: datetime | None = None

    def wake(self) -> None:
        """The button "Try now"."""
        self._pressed.set()
        self._bell.set()

    def network_came(self) -> None:
        """The laptop is on a network again, or on another one: our own patience is over, a pause that was asked for is not."""
        self._network.set()
        self._bell.set()

    def once(self, *, everything: bool = False) -> Summary:
        """One pass in the caller's thread, as if the button had been pressed; with ``everything`` the whole list is read anew."""
        self._everything = everything
        return self.attempt(pressed=True)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._bell.wait(self._rest())
            self._let_it_settle()
            if self._stopping.is_set():
                return
            pressed = self._pressed.is_set()
            self._pressed.clear()
            try:
                self.attempt(pressed=pressed)
            except Problem as problem:
                log.info("sync: a pass could not be made: %s", type(problem).__name__)
            except Exception:
                log.exception("sync: a pass failed")

    def _rest(self) -> float:
        """``patience``, or the usual interval: a thread that ended over a question of when would send nothing any more."""
        try:
            return self.patience()
        except Problem as problem:
            log.info("sync: nobody can say what is due: %s", type(problem).__name__)
        except Exception:
            log.exception("sync: nobody can say what is due")
        return self._interval

    def _let_it_settle(self) -> None:
        waited, rung = 0.0, True
        while rung and waited < LONGEST_LULL and not self._pressed.is_set():
            self._bell.clear()
            self._pressed.wait(LULL)
            waited, rung = waited + LULL, self._bell.is_set()
        self._bell.clear()

    def patience(self) -> float:
        """Seconds until something is due: the host's own time while it is to be left alone, else the first entry's."""
        with self._store.read() as unit:
            host, first, now = hosts.host(unit, hosts.PICTURES), outbox.next_wake(unit), unit.now
            record = self._records.next_due(unit)
            task = self._tasks.next_due(unit, self._name) if self._tasks is not None else None
        if host.hold_until is not None and host.hold_until > now:
            first = host.hold_until
        first = min((when for when in (first, record, task) if when is not None), default=None)
        wait = self._interval if first is None else (first - now).total_seconds()
        return min(max(wait, 0.5), self._interval)

    # --- a pass -------------------------------------------------------------------------------------------------------

    def attempt(self, *, pressed: bool) -> Summary:
        """One pass in the caller's thread: what is due, or with ``pressed`` whatever a person may hurry."""
        with self._passing:
            self._take_change()
            self._begin_anew()
            self._know_line()
            done = self._pass(pressed=pressed)
            hurrying.settle(self._store, self._name, self._records.name)
            return done

    def _pass(self, *, pressed: bool) -> Summary:
        done = Summary(collected=self._collect())
        self._sifted = self._sifted and not done.collected
        done = self._keep_records(done, pressed=pressed)
        done = self._learn_results(done, pressed=pressed)
        if self._connect is None or not self._is_time(pressed=pressed):
            return done
        self._set_working(working=True)
        try:
            return self._talk(done, pressed=pressed)
        finally:
            self.paid.keep(self._store)
            self._set_working(working=False)

    def _keep_records(self, done: Summary, *, pressed: bool) -> Summary:
        """Records first: they are small, and a picture says more beside its person (lane 1)."""
        kept = self._records.attempt(hurrying.first, self._stopping.is_set, pressed=pressed)
        return replace(
            done,
            records=done.records + kept.confirmed,
            records_problem=kept.problem,
            reopened=done.reopened + kept.reopened,
        )

    def _learn_results(self, done: Summary, *, pressed: bool) -> Summary:
        """What headquarters has read, before any picture goes: somebody may have to be told today (HZ-04)."""
        now = self._store.clock()
        if self._results is None or not (pressed or is_over(self._results_at, self._interval, now)):
            return done
        learnt = self._results.attempt(self._stopping.is_set, broad=self._everything)
        self._results_at = now
        if learnt.landed:
            self.changed.ring()
        return replace(done, results=learnt.landed, results_waiting=learnt.waiting, results_problem=learnt.problem)

    def _take_change(self) -> None:
        change, self._change = self._change, None
        if change is not None:
            self._hang_up()
            self._connect, self._name = change
            self._records.pictures_are_at(self._name)
            self._tasks_at = None
        side, self._fhir_change = self._fhir_change, None
        if side is not None:
            self._records.hang_up()
            self._speak_fhir(side)

    def _begin_anew(self) -> None:
        """After ``network_came``: a window of network may be short, and nobody may still be waiting out the last failure."""
        if not self._network.is_set():
            return
        self._network.clear()
        with self._store.write(Origin.STATION, actor="sync") as unit:
            hosts.change(unit, hosts.PICTURES, Host.anew)
            self._records.begin_anew(unit)
            for one in (self._results, self._listed, self._tasks):
                if one is not None:
                    one.begin_anew(unit)
            outbox.hurry(unit)

    def _collect(self) -> int:
        """Read the whole feed. Whatever was being sent when the last pass ended may have arrived."""
        total = 0
        while True:
            with self._store.write(Origin.STATION, actor="sync") as unit:
                count = outbox.collect(unit)
                if not total:
                    outbox.recover(unit, everything=True)
                    self._remember_headquarters(unit)
            total += count
            if count < outbox.PAGE:
                self._records.collect(self._give_way)
                return total
            if self._give_way():
                return total

    def _give_way(self) -> bool:
        """Whoever writes page after page would have the pen again before a camera that waits for it is awake.

        True when it is time to end: whatever was not read yet is read at the next start.
        """
        return self._stopping.wait(GIVE_WAY)

    def _remember_headquarters(self, unit: Unit) -> None:
        """Another headquarters than last time must be asked for everything."""
        known = outbox.fact(unit, NAME)
        if self._name and known != self._name:
            if known:
                outbox.start_over(unit)
                hosts.note(unit, hosts.PICTURES, Host())
                outbox.remember(unit, STREAMS, "")
                outbox.remember(unit, push.LINE, "")
                outbox.remember(unit, SPEED, "")
                self._take_line(Line())
            outbox.remember(unit, NAME, self._name)

    def _is_time(self, *, pressed: bool) -> bool:
        """Whether to talk to headquarters in this pass."""
        with self._store.read() as unit:
            host, now = hosts.host(unit, hosts.PICTURES), unit.now
            ready = outbox.is_ready(unit, (State.QUEUED, *outbox.TO_ASK)) or self._is_task_due(unit)
        if not host.may_try(now, pressed=pressed):
            return False
        return pressed or ready or not self._sifted or is_over(self._full_pass_at, self._interval, now)

    def _is_task_due(self, unit: Unit) -> bool:
        due_at = self._tasks.next_due(unit, self._name) if self._tasks is not None else None
        return due_at is not None and due(due_at, unit.now)

    def _talk(self, done: Summary, *, pressed: bool) -> Summary:
        self._got_on = False
        try:
            hq = self._client()
            began = self._stopwatch()
            hq.probe()
            upto = self._reached(self._stopwatch() - began)
            done = self._work_on_tasks(hq, done, pressed=pressed)
            done = self._ask(hq, done, outbox.TO_ASK, pressed=pressed)
            done = self._push(hq, done, pressed=pressed)
            done = self._ask(hq, done, (State.ACCEPTED,), pressed=False)
            done = self._evict(hq, done)
            done = self._bring_back(hq, done)
            done = self._pull(hq, done)
            done = self._read_list(done)
            previews.clear(self._store)
            done = self._audit(hq, done, upto, pressed=pressed)
            done = self._prove(hq, done)
        except Problem as problem:
            log.info("sync: headquarters: %s", type(problem).__name__)
            self._hang_up()
            if self._stopping.is_set():
                return replace(done, problem=problem.sentence)
            self._note_failure(problem, got_on=self._got_on or bool(done.pulled))
            return replace(done, problem=problem.sentence)
        self._note(Host())
        self._full_pass_at = self._store.clock()
        return done

    def _work_on_tasks(self, hq: Headquarters, done: Summary, *, pressed: bool) -> Summary:
        """Before pictures: they are small, and somebody waits for a reading. A worklist that fails holds up nothing else."""
        if self._tasks is None:
            return done
        now = self._store.clock()
        is_listing = pressed or is_over(self._tasks_at, self._interval, now)
        worked = self._tasks.attempt(hq, self._name, self._stopping.is_set, listing=is_listing)
        self._tasks_at = now if is_listing else self._tasks_at
        return replace(done, tasks=worked.read, tasks_done=worked.done, tasks_problem=worked.problem)

    def _ask(
        self, hq: Headquarters, done: Summary, states: tuple[State, ...], *, pressed: bool, all_of_them: bool = True
    ) -> Summary:
        """Those of people who go first before others; or, not ``all_of_them``, only those."""
        with self._store.read() as unit:
            goes_first = hurrying.first(unit)
            waiting = hurrying.in_order(unit, outbox.ready(unit, states, pressed=pressed), goes_first)
            mine = studies.uids_of_people(unit, goes_first.people) if not all_of_them else ()
        wanted = [entry for entry in waiting if all_of_them or entry.instance_uid in mine]
        confirmed: list[bool] = []
        jobs = (self._ask_one(hq, entry) for entry in wanted)
        began = self._stopwatch()
        self._streams.each(jobs, confirmed.append, self._stopping.is_set)
        if confirmed:
            self._looks = self._looks.came(len(confirmed), self._stopwatch() - began)
        return replace(done, confirmed=done.confirmed + sum(confirmed))

    def _ask_one(self, hq: Headquarters, entry: Entry) -> Job[bool]:
        """Whether it is confirmed now."""
        try:
            state = yield from verify.ask(self._store, hq, self._name, entry, self._rng)
        except Problem as problem:
            self._leave(entry, problem)
            return False
        self._got_on = self._got_on or state is State.VERIFIED
        return state is State.VERIFIED

    def _leave(self, entry: Entry, problem: Problem) -> None:
        """One that cannot be asked about must not keep the others waiting, unless it is headquarters as a whole."""
        if plan.concerns_host(problem):
            raise problem
        with self._store.write(Origin.STATION, actor="sync") as unit:
            attempts = entry.attempts + 1
            next_at = next_try(attempts, problem, unit.now, self._rng)
            uids = [entry.instance_uid]
            outbox.move(unit, uids, entry.state, next_at=next_at, sentence=problem.sentence, attempts=attempts)

    def _push(self, hq: Headquarters, done: Summary, *, pressed: bool) -> Summary:
        """Everything that may travel, each at most once in a pass; several requests at once, as many as the line carries.

        A stream for which no picture is left asks about what was just accepted, while the last ones are still on their way.
        """
        if pressed or not self._sifted:
            with self._store.read() as unit:
                aside = outbox.entries(unit, (State.HELD,))
            push.sift(self._store, aside, self._unmatched)
            self._sifted = True
        if not self._is_spent():
            push.let_go(self._store, SPENT)
        takes_pieces, is_spent = hq.takes_pieces, self.paid.is_spent
        departures = Departures(
            self._store, self._unmatched, self._small_bytes, takes_pieces, is_spent, pressed=pressed
        )
        questions = Questions(self._store)
        total = Sent()

        def take() -> Job[Sent] | None:
            batch = [] if self._stopping.is_set() else departures.next()
            return push.send(self._store, hq, self._name, batch, self._rng, self._stopping.is_set) if batch else None

        def asks() -> Job[Sent] | None:
            entry = None if self._stopping.is_set() or departures.is_interrupted else questions.next()
            return self._confirm(hq, entry) if entry is not None else None

        def came(sent: Sent) -> None:
            nonlocal total
            total = Sent(total.listed + sent.listed, confirmed=total.confirmed + sent.confirmed)
            self._got_on = self._got_on or bool(sent.listed)
            self.paid.keep(self._store)
            self.changed.ring()

        def go() -> None:
            self._streams.run(take, came, size=lambda sent: sent.size, meanwhile=asks)

        go()
        while departures.is_interrupted and not self._stopping.is_set():
            done = self._first_things(hq, done)
            departures.go_on()
            go()
        return replace(done, sent=done.sent + total.listed, confirmed=done.confirmed + total.confirmed)

    def _confirm(self, hq: Headquarters, entry: Entry) -> Job[Sent]:
        is_confirmed = yield from self._ask_one(hq, entry)
        return Sent(confirmed=int(is_confirmed))

    def _first_things(self, hq: Headquarters, done: Summary) -> Summary:
        """In the middle of a pass: the records of people who go first, and whether headquarters has their pictures now."""
        count = self._collect()
        self._sifted = self._sifted and not count
        done = self._keep_records(replace(done, collected=done.collected + count), pressed=False)
        return self._ask(hq, done, (State.ACCEPTED,), pressed=False, all_of_them=False)

    def _pull(self, hq: Headquarters, done: Summary) -> Summary:
        waiting = pull.waiting(self._store, PEOPLE_AT_ONCE)
        if (self._slow_line or self.paid.is_paid) and not self._is_spent():
            self._glimpse(hq, waiting)
        for person in waiting:
            if self._stopping.is_set() or self._is_spent():
                break
            try:
                brought = pull.pull(self._store, hq, self._name, person, self._stopping.is_set)
            except Problem as problem:
                if plan.concerns_host(problem):
                    raise
                pull.later(self._store, person)
                continue
            done = replace(done, pulled=done.pulled + brought.stored, left_at_hq=done.left_at_hq + brought.left)
        return done

    def _glimpse(self, hq: Headquarters, people: Iterable[PatientRow]) -> None:
        """Small previews of everybody's earlier visits go before the first original."""
        for person in people:
            if self._stopping.is_set():
                return
            try:
                glimpses.of_person(self._store, hq, self._name, person, self._stopping.is_set)
            except Problem as problem:  # whatever it is: a preview keeps no original away
                log.info("sync: no previews of somebody: %s", type(problem).__name__)
                if plan.concerns_host(problem):
                    return

    def _read_list(self, done: Summary) -> Summary:
        """What headquarters lists over FHIR. A list that cannot be read says nothing of the archive."""
        if self._listed is None or self._stopping.is_set() or self._is_spent():
            return done
        everything, self._everything = self._everything, False
        brought = self._listed.attempt(self._name, self._stopping.is_set, broad=everything)
        listed, pulled = brought.listed, done.pulled + brought.stored
        return replace(done, listed=listed, pulled=pulled, list_problem=brought.problem)

    def _audit(self, hq: Headquarters, done: Summary, upto: int, *, pressed: bool) -> Summary:
        """At the first talk after a silence, then every ten minutes, and whenever a person asks."""
        now = self._store.clock()
        if not pressed and not is_over(self._audited_at, AUDIT_EVERY, now):
            return done
        with self._store.read() as unit:
            whole = self._evicts is not None and evicting.watched(unit).is_doubted
        stopped, streams = self._stopping.is_set, self._streams
        reopened = verify.audit(
            self._store, hq, self._name, self._rng, stopped, upto=upto, streams=streams, everything=whole
        )
        self._audited_at = now
        if reopened or (self._evicts is not None and not stopped()):
            evicting.note_audit(self._store, self._name, upto, reopened=reopened, everything=whole)
        if reopened:
            self._bell.set()
        return replace(done, reopened=done.reopened + reopened)

    def _prove(self, hq: Headquarters, done: Summary) -> Summary:
        """Every ten minutes at most, and only on a line that nothing else waits for."""
        now = self._store.clock()
        with self._store.read() as unit:
            is_busy = bool(outbox.entries(unit, TRAVELLING))
        if is_busy or self.paid.is_paid or not self._read_back_bytes or not is_over(self._proved_at, AUDIT_EVERY, now):
            return done
        self._proved_at = now
        stopped, budget = self._stopping.is_set, self._read_back_bytes
        return replace(done, proven=proving.prove(self._store, hq, self._name, self._rng, stopped, budget=budget))

    def _is_spent(self) -> bool:
        """Whether today's share of a paid link is used up."""
        with self._store.read() as unit:
            return self.paid.is_spent(unit)

    def _bring_back(self, hq: Headquarters, done: Summary) -> Summary:
        """What left this laptop and somebody wants to see again."""
        back = evicting.bring_back(self._store, hq, self._name, self._rng, self._stopping.is_set, self._fetches)
        if back:
            self.changed.ring()
        return replace(done, brought_back=back)

    def _fetches(self, uid: str) -> None:
        self.fetching = uid
        self.changed.ring()

    def _evict(self, hq: Headquarters, done: Summary) -> Summary:
        """Before anything comes, for there may be no room."""
        if self._evicts is None or self._stopping.is_set():
            return done
        went = evicting.evict(self._store, hq, self._name, self._evicts, self._stopping.is_set)
        return replace(done, evicted=went)

    # --- headquarters as a whole --------------------------------------------------------------------------------------

    def _client(self) -> Headquarters:
        if self._hq is None and self._connect is not None:
            self._hq = self._connect()
        if self._hq is None:
            raise Unavailable("No headquarters is set up.")
        return self._hq

    def _hang_up(self) -> None:
        self._records.hang_up()
        for one in (self._results, self._listed):
            if one is not None:
                one.hang_up()
        hq, self._hq = self._hq, None
        if hq is not None:
            hq.close()

    def _reached(self, seconds: float) -> int:
        """Headquarters answered in so many seconds. The length of the ledger at this moment."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            self._streams.begins(outbox.fact(unit, STREAMS), seconds)
            outbox.remember(unit, REACHED, unit.now.isoformat())
            return ledger.length(unit)

    def _note(self, host: Host) -> None:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            hosts.note(unit, hosts.PICTURES, host)
            outbox.remember(unit, STREAMS, self._streams.pace.lesson)
            outbox.remember(unit, SPEED, self._line(unit).as_text())

    def _know_line(self) -> None:
        if not self._knows_line:
            with self._store.read() as unit:
                self._take_line(line_of(outbox.fact(unit, SPEED)))

    def _take_line(self, line: Line) -> None:
        self._streams.meter, self._record_streams.meter, self._looks = line.pictures, line.records, line.looks
        self._knows_line = True

    def _line(self, unit: Unit) -> Line:
        """As it was measured lately, by this run or an earlier one."""
        if not self._knows_line:
            return line_of(outbox.fact(unit, SPEED))
        return Line(self._streams.meter, self._record_streams.meter, self._looks)

    def _note_failure(self, problem: Problem, *, got_on: bool) -> None:
        """The wait grows with every failure in a row; something that went through begins the row anew."""
        self._audited_at = None
        with self._store.read() as unit:
            before, now = Host() if got_on else hosts.host(unit, hosts.PICTURES), unit.now
        self._note(plan.host_after(before, problem, now, self._rng))

    # --- what to show -------------------------------------------------------------------------------------------------

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.changed.ring()

    def status(self) -> SyncStatus:
        """What is true now, read from the ledger and the outbox in one snapshot."""
        with self._store.read() as unit:
            name = self._name or outbox.fact(unit, NAME)
            tally = ledger.tally(unit, name)
            host, loads = hosts.host(unit, hosts.PICTURES), outbox.loads(unit)
            stuck = outbox.explained(unit, (State.ATTENTION, State.PROBING, State.HELD, State.QUEUED))
            reached = outbox.fact(unit, REACHED)
            last = ledger.last_confirmed(unit, name)
            left = len(evictions.digests(unit))
            record_standing = self._records.standing(unit)
            lists = (self._results, self._listed, self._tasks)
            unread = [one.problem(unit) if one is not None else "" for one in lists]
            paid = self.paid.standing(unit)
            to_go = hurrying.everybodys(unit, tally, record_standing)
            line, asked, now = self._line(unit), hurrying.asked_for(unit), unit.now
        standing, problem = self._standing(host, [entry for entry in stuck if entry.state is State.ATTENTION])
        next_try = host.hold_until if host.sentence else None
        local = next_try.astimezone(self._store.zone).strftime("%H:%M") if next_try else ""
        return SyncStatus(
            state=standing,
            sentence=service_sentence(standing, problem, tally.confirmed, tally.not_yet, local),
            confirmed_at_hq=tally.confirmed,
            proven_at_hq=tally.proven,
            not_yet_at_hq=tally.not_yet,
            bytes_not_yet=tally.bytes_not_yet,
            left_at_hq=left,
            last_confirmed=last,
            last_reached=datetime.fromisoformat(reached) if reached else None,
            next_try=next_try,
            entries={state: number for state, (number, _) in loads.items()},
            stuck=hurrying.stuck_pictures(stuck[:SHOWN], host, now),
            records=record_standing,
            results_problem=unread[0],
            list_problem=unread[1],
            tasks_problem=unread[2],
            paid=paid,
            to_go=to_go,
            span=estimate(to_go, line),
            asked=asked,
            pause_until=_pause(host, now),
        )

    def journey(self, patient_uuid: str) -> Journey:
        """How far everything of one person is, and about how long the rest takes if it goes first."""
        with self._store.read() as unit:
            name, line, host = self._name or outbox.fact(unit, NAME), self._line(unit), hosts.host(unit, hosts.PICTURES)
            here, takes = links.also(unit, (patient_uuid,)), self._records.name
            mine = hurrying.to_go(unit, name, takes, patient_uuid)
            urgent = push.urgent(unit)
            ahead = [hurrying.to_go(unit, name, takes, one) for one in urgent if not here & urgent]
            is_asked = bool(here & hurrying.asked_for(unit))
            pause = _pause(host, unit.now)
            stuck = hurrying.stuck(unit, here)
        standing, _ = self._standing(host, [])
        way = sum(ahead, start=ToGo()).ahead_of(mine)
        return Journey(standing, mine, estimate(way, line), is_asked=is_asked, pause_until=pause, stuck=stuck)

    def people(self) -> Mapping[str | None, Share]:
        """What headquarters has of every person, by uuid: the evidence for the words on the screen."""
        with self._store.read() as unit:
            return ledger.people(unit, self._name or outbox.fact(unit, NAME))

    def levels(self, instance_uids: Iterable[str]) -> Mapping[str, Level | None]:
        """How much is confirmed of each of these instances; ``None`` where nothing is."""
        with self._store.read() as unit:
            return ledger.levels(unit, self._name or outbox.fact(unit, NAME), instance_uids)

    def leaving(self, *, check_chain: bool = True) -> Leaving:
        """Whether the camp may be packed up, in one snapshot."""
        with self._store.read() as unit:
            standing = self._records.standing(unit)
            missing = standing.not_yet if standing.takes_records else None
            return leaving(unit, self._name or outbox.fact(unit, NAME), check_chain=check_chain, records=missing)

    def _standing(self, host: Host, in_trouble: list[Entry]) -> tuple[Standing, str]:
        if self._connect is None:
            return Standing.NOT_CONFIGURED, ""
        if self._working:
            return Standing.WORKING, ""
        if host.sentence:
            return host.standing, host.sentence
        if in_trouble:
            others = f" ({len(in_trouble)} pictures need a look.)" if len(in_trouble) > 1 else ""
            return Standing.ATTENTION, parted(in_trouble[0].sentence)[0] + others
        return Standing.IDLE, ""


def _pause(host: Host, now: datetime) -> datetime | None:
    """Until when headquarters itself asked to be left alone."""
    return None if host.may_try(now, pressed=True) else host.hold_until
