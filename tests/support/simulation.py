"""One seeded life of a laptop and its headquarters, under a virtual clock: the real engine on a real database file.

``Life(seed, …).run()`` lets people work and everything fail, heals the world, lets the engine drain by its own alarm clock, and
then says what is wrong: nothing, if nothing was lost, doubled, hammered, miscounted or left behind. A seed repeats itself.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from support.interleaved import Interleaved
from support.pictures import a_jpeg, an_op, study_of
from support.simulated_hq import EPOCH, Killed, Line, SimulatedHq, seen
from support.simulated_list import SimulatedList
from support.simulated_power import EVENTS as POWER_CUTS
from support.simulated_power import IN_A_COMMIT, Files, FrailDisk
from support.simulated_records import SimulatedRecords, a_mistake
from support.simulated_room import EVENTS as OF_ROOM
from support.simulated_room import SIZE, Room
from support.stations import KEY, a_store, lakshmi, seeded
from support.travelling import raju, receive

from resources.problems import Problem, StorageFull
from resources.store import Store, Unit, checkup, filing, mending, open_store, patients, studies
from resources.terms import Laterality, Origin
from resources.wire.dicomjson import DataSet
from sync import ledger, outbox
from sync.answers import attributes
from sync.auditing import AUDIT_EVERY
from sync.engine import SyncService
from sync.headquarters import HttpHeadquarters
from sync.pace import MOST
from sync.status import State

URL = "http://127.0.0.1:1/dicom-web"
INTERVAL = 300.0
LATEST = 120
"""Wake-ups within which a healed world must be drained: a day of attention looked at hourly, and some."""
WAITING = (State.QUEUED, State.SENDING, State.PROBING, State.ACCEPTED)
PEOPLE = 3
PICTURES = 9
ABOUT_ONE = 0.5
"""How often everything is well but with single pictures and records: then a pass goes on, and meets many faults."""
OF_ALL = ((0.1, 0.02), (0.3, 0.0), (0.5, 0.05), (0.9, 0.0))
OF_ONE = ((0.3, 0.02), (0.6, 0.0), (0.9, 0.02))
"""How often a request fails, and a unit of the store: drawn anew for each step."""
AT_HQ = 2
READ_BACK = 1 << 30
"""Bytes that a laptop which originals may leave compares at a time: all."""
EVENTS = (
    frozenset(
        (
            "disk full at a commit",
            "killed before a commit",
            "killed after a commit",
            "killed between passes",
            "the laptop's clock jumps",
            "headquarters' clock is wrong",
            "headquarters is restored from a backup",
            "headquarters is wiped",
            "headquarters changes a picture",
            "a stored file rots",
        )
    )
    | POWER_CUTS
    | OF_ROOM
)
"""What fails beside requests."""
MISTAKES = study_of(5)
"""How the UIDs of visits begin that may be removed: their numbers are 5000 and more."""


@dataclass
class Outcome:
    """What one life came to. ``wrong`` is empty when every promise held."""

    seed: int
    faults: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    passes: int = 0


def a_template(folder: Path) -> list[bytes]:
    """A station with people and pictures, made once and copied for each life; also what headquarters already has of them."""
    store = a_store(folder, chains=[outbox.MIGRATIONS], clock=lambda: EPOCH)
    with store.write(Origin.PERSON, actor="grace") as unit:
        people = [patients.register(unit, details) for details in (lakshmi(), raju(), lakshmi(family_name="Rao"))]
        for name in ("A", "B"):
            patients.register(unit, a_mistake(name))
    for n in range(1, PICTURES + 1):
        receive(store, picture(n, people[n % PEOPLE].number or ""))
    store.close()
    return [earlier(n, person.number or "") for n, person in enumerate(people[:AT_HQ], start=1)]


JPEG = a_jpeg()


def picture(n: int, number: str) -> bytes:
    """Every fourth is large enough to travel alone; every fifth has nobody's number and waits in the Inbox."""
    more = {"EncapsulatedDocument": bytes(270_000)} if n % 4 == 0 else {}
    unknown = n % 5 == 0
    study = 1000 + n if unknown else 100 + n % PEOPLE
    return an_op(
        n, patient="UNKNOWN-1" if unknown else number, name="", study=study, eye="RL"[n % 2], jpeg=JPEG, **more
    )


def earlier(n: int, number: str) -> bytes:
    """A visit of long ago, which only headquarters has."""
    return an_op(9000 + n, patient=number, name="", study=8000 + n, jpeg=JPEG)


class Life:
    """One world. Randomness comes from the seed alone."""

    def __init__(self, seed: int, folder: Path, template: Path, at_hq: list[bytes], *, steps: int = 0) -> None:
        self.rng = Random(seed)
        self.outcome = Outcome(seed)
        self.steps = steps
        self.line = Line(self.rng, repeats_show=seed % 2 == 1, faults=self.outcome.faults)
        self.hq = SimulatedHq(self.line)
        self.hq.keep(at_hq)
        self.list = SimulatedList(self.rng, self.line, URL)
        self.offset = 0.0
        self.watched = 0.0
        self.failing = 0.0
        self.next_picture = 100
        self.receipts = 0
        self.removed: set[str] = set()
        self.damaged: set[str] = set()
        self.has_power, self.is_frail = True, False
        self.cut: Files | None = None
        """What the disk holds after a power cut in a commit."""
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)
        self.room = Room(self.rng, lambda: self.store, self.line, self.hq, URL)
        self.is_old = seed % 4 == 0
        """Its battery does not hold, so that the power goes at times; and it is nearly full, so that originals may leave it."""
        self.store = self._opened()
        self.records = SimulatedRecords(seed, self.rng, lambda: self.store, self.line, lambda: self.has_power)
        self.sync = self._engine()

    # --- the parts ----------------------------------------------------------------------------------------------------

    def clock(self) -> datetime:
        """The laptop's clock, which may be wrong."""
        return EPOCH + timedelta(seconds=self.line.now + self.offset)

    def _opened(self) -> Store:
        rng = seeded(self.rng.randrange(1, 1 << 30))
        disk = FrailDisk(self, self.room.free, SIZE).disk()
        store = open_store(
            self.folder / "station", KEY, chains=[outbox.MIGRATIONS], clock=self.clock, rng=rng, disk=disk
        )
        store.write = self._mortal(store.write)  # type: ignore[method-assign]
        return store

    def _engine(self) -> SyncService:
        return SyncService(
            self.store,
            lambda: HttpHeadquarters(URL, clock=self.clock, stopwatch=lambda: self.line.now, transport=self.hq),
            headquarters=URL,
            interval=INTERVAL,
            rng=self.rng,
            records=self.records.destination(self.clock),
            listing=self.list.listing(self.clock, self.hq),
            crew=lambda: Interleaved(self.rng, MOST, Killed),
            stopwatch=self._watched,
            evict=self.room.policy if self.is_old else None,
            read_back_bytes=READ_BACK if self.is_old else 0,
        )

    def _watched(self) -> float:
        """The line is near, far or very far, as the day will have it: so many streams set out at first."""
        self.watched += self.rng.choice((0.05, 0.5, 1.0))
        return self.watched

    def _mortal(
        self, write: Callable[..., AbstractContextManager[Unit]]
    ) -> Callable[..., AbstractContextManager[Unit]]:
        """Every unit may find the disk full, or be the last thing that happens, before or after it is committed."""

        @contextmanager
        def writing(origin: Origin, actor: str = "") -> Iterator[Unit]:
            fate = self.rng.random() / self.failing if self.failing else 1.0
            with write(origin, actor) as unit:
                yield unit
                if fate < 0.3:
                    self.line.counted("disk full at a commit")
                    self.line.quiet_until = 0.0  # that headquarters asked for a pause may be what could not be kept
                    raise StorageFull("This laptop has no room to save.")
                if fate < 0.6:
                    self.line.counted("killed before a commit")
                    raise Killed
                before = Files.of(self.store) if self.is_old and 0.9 <= fate < 1.0 else None
            if fate < 0.9:
                self.line.counted("killed after a commit")
                raise Killed
            if before is not None:
                self.line.counted(IN_A_COMMIT)
                self.has_power, self.cut = False, before.torn(self.rng)
                raise Killed

        return writing

    # --- a life -------------------------------------------------------------------------------------------------------

    def run(self) -> Outcome:
        """Work, fail, heal, drain, judge."""
        try:
            for _ in range(self.steps or self.rng.randrange(250, 450)):
                self._something_happens()
                self._the_engine_wakes()
                self._nothing_came_twice()
                self.outcome.wrong += self.records.doubled()
                self._nothing_was_claimed_too_early()
                if self.outcome.wrong:
                    return self.outcome
            self._heal()
            self._drain()
            self._judge()
        finally:
            self.store.close()
        return self.outcome

    def _something_happens(self) -> None:
        """People work; the world takes a turn."""
        self.line.about_one = self.records.bad_line.about_one = self.rng.random() < ABOUT_ONE
        self.line.rate, self.failing = self.rng.choice(OF_ONE if self.line.about_one else OF_ALL)
        event = self.rng.choice(
            (
                None,
                None,
                None,
                *self.records.events,
                *((self._weeks_pass, self.room.somebody_wants_it) if self.is_old else ()),
                self._visit_is_removed,
                self._picture_comes,
                self._clock_jumps,
                self._backup_is_restored,
                self._hq_changes_a_picture,
                self._somebody_is_named,
                self._copy_rots,
                self._laptop_restarts,
                self._hq_clock_is_wrong,
                self._hq_lists_a_visit,
                self.list.is_busy,
                self.list.goes_in_circles,
            )
        )
        if event is not None:
            failing, self.failing = self.failing, 0.0
            event()
            self.failing = failing
        self.records.bad_line.rate = self.line.rate

    def _the_engine_wakes(self, *, may_press: bool = True) -> None:
        """As the service's own thread does: wait as long as the engine says, then make a pass."""
        pressed = may_press and self.rng.random() < 0.1
        if not pressed:
            self.line.now += self.sync.patience()
        self.outcome.passes += 1
        self.is_frail = self.is_old and self.line.rate > 0
        try:
            self.sync.attempt(pressed=pressed)
        except Problem:
            pass
        except Killed:
            self.is_frail = False
            self._restart()
        self.is_frail = False

    def _restart(self) -> None:
        """The process is gone; what was written stays, which a request for a pause may not have been."""
        self.line.quiet_until = 0.0
        if not self.has_power or self.rng.random() < 0.1:
            self.store.close()
            if self.cut is not None:
                self.cut.put_back()
            self.store = self._opened()
            if not self.has_power:
                self._is_put_in_order()
        self.sync = self._engine()

    def _is_put_in_order(self) -> None:
        """As every start does."""
        self.has_power, self.cut = True, None
        failing, self.failing = self.failing, 0.0
        checkup.sweep(self.store)
        self.failing = failing

    # --- what may happen ----------------------------------------------------------------------------------------------

    def _picture_comes(self) -> None:
        with self.store.read() as unit:
            people = sorted(patients.listed(unit, limit=10), key=lambda person: person.number or "")
        self.next_picture += 1
        receive(self.store, picture(self.next_picture, people[self.next_picture % PEOPLE].number or ""))

    def _visit_is_removed(self) -> None:
        """It was somebody's mistake: it goes here, and must neither come back nor stay in headquarters' list."""
        self.next_picture += 1
        if self.rng.random() < 0.5:
            with self.store.read() as unit:
                person = self.rng.choice(patients.listed(unit, limit=10))
            study = 5000 + self.next_picture
            receive(self.store, an_op(self.next_picture, patient=person.number or "", name="", study=study, jpeg=JPEG))
            return
        with self.store.read() as unit:
            visits = studies.of_people(unit, patients.listed(unit, limit=10))
        mistakes = [row for row in visits if row.study_uid.startswith(MISTAKES)]
        if mistakes:
            going = self.rng.choice(mistakes)
            self.removed |= {row.instance_uid for row in going.instances}
            with self.store.write(Origin.PERSON, actor="grace") as unit:
                studies.forget(unit, going.study_uid)

    def _clock_jumps(self) -> None:
        """Years, an hour back, an hour forward: the laptop's clock is set by hand."""
        self.line.counted("the laptop's clock jumps")
        self.offset += self.rng.choice((10 * 365 * 86400.0, -10 * 365 * 86400.0, -3600.0, 3600.0))
        self.offset = min(max(self.offset, -10 * 365 * 86400.0), 10 * 365 * 86400.0)
        self.line.quiet_until = 0.0  # a window was measured by the clock that has just jumped

    def _hq_clock_is_wrong(self) -> None:
        self.line.counted("headquarters' clock is wrong")
        self.line.skew = self.rng.choice((86400.0, -86400.0, 0.0))

    def _hq_lists_a_visit(self) -> None:
        """Of somebody who is registered here; it is found by its list alone. Sometimes two in the same moment."""
        with self.store.read() as unit:
            people = sorted(patients.listed(unit, limit=10), key=lambda person: person.number or "")
        for _ in range(self.rng.randrange(1, 3)):
            self.next_picture += 1
            number, study = people[self.next_picture % PEOPLE].number or "", 20_000 + self.next_picture
            self.hq.keep([an_op(30_000 + self.next_picture, patient=number, name="", study=study, jpeg=JPEG)])
            self.hq.unsearched.add(study_of(study))
            self.list.has(study_of(study), number)

    def _backup_is_restored(self) -> None:
        """Headquarters goes back to an older state, or to nothing: perhaps another was put in its place."""
        if self.rng.random() < 0.2:
            self.line.counted("headquarters is wiped")
            self.hq.held.clear()
            return
        self.line.counted("headquarters is restored from a backup")
        uids = list(self.hq.held)
        for uid in self.rng.sample(uids, self.rng.randrange(len(uids) + 1)):
            del self.hq.held[uid]

    def _hq_changes_a_picture(self) -> None:
        """Somebody there puts one that we count as confirmed under somebody else: a person must look, and it stays so."""
        known = sorted(set(self._confirmed()) & self.hq.held.keys() - self.hq.otherwise())
        if known and self.rng.random() < 0.2:
            self.line.counted("headquarters changes a picture")
            self.hq.alter(self.rng.choice(known))

    def _somebody_is_named(self) -> None:
        """A picture from the Inbox is given to a person, and its eye is set, before it has travelled."""
        with self.store.read() as unit:
            waiting = [entry.instance_uid for entry in outbox.entries(unit, (State.HELD,))]
            waiting = [one.instance_uid for one in studies.instances(unit, waiting[:1])]
            people = patients.listed(unit, limit=10)
        if waiting:
            with self.store.write(Origin.PERSON, actor="grace") as unit:
                mending.set_laterality(unit, waiting[0], self.rng.choice((Laterality.LEFT, Laterality.RIGHT)))
                mending.assign(unit, waiting[:1], self.rng.choice(people).uuid)

    def _copy_rots(self) -> None:
        """One bit of the stored file of a picture that has not travelled turns over."""
        with self.store.read() as unit:
            queued = [entry.instance_uid for entry in outbox.entries(unit, (State.QUEUED,)) if entry.attempts == 0]
            here = studies.instances(unit, queued[:1])  # or it was removed a moment ago
        digest = here[0].digest if here else None
        if digest and self.store.vault.path(digest).exists() and self.rng.random() < 0.2:
            self.line.counted("a stored file rots")
            path = self.store.vault.path(digest)
            sealed = bytearray(path.read_bytes())
            sealed[-20] ^= 1
            path.write_bytes(sealed)
            self.damaged.add(queued[0])

    def _weeks_pass(self) -> None:
        if self.rng.random() < 0.6:
            return
        rates = self.line.rate, self.records.bad_line.rate
        self.line.rate = self.records.bad_line.rate = 0.0
        self.room.weeks_pass(self._quiet_pass)
        self.line.rate, self.records.bad_line.rate = rates

    def _quiet_pass(self) -> None:
        self.line.now = max(self.line.now + AUDIT_EVERY + 1, self.line.quiet_until)
        self._the_engine_wakes(may_press=False)

    def _laptop_restarts(self) -> None:
        self.line.counted("killed between passes")
        self._restart()

    # --- the end ------------------------------------------------------------------------------------------------------

    def _heal(self) -> None:
        self.line.about_one = self.records.bad_line.about_one = False
        self.line.rate = self.failing = self.records.bad_line.rate = 0.0
        while self.hq.late:
            self.hq.keep(self.hq.late.pop())

    def _drain(self) -> None:
        """By the engine's own alarm clock; then once more after a day, for what is only looked at now and then."""
        for wait, is_drained in ((0.0, self._is_drained), (86400.0, self._is_all_here)):
            self.line.now += wait
            if not any(is_drained() for _ in range(LATEST)):
                with self.store.read() as unit:
                    self.outcome.wrong.append(
                        f"undrained after {LATEST} wake-ups: {self._left()} {self.records.left(unit)}"
                        f" {list(self._not_brought(unit))}"
                    )
                return

    def _is_all_here(self) -> bool:
        """What was listed late is found by the look of every day at the whole list."""
        if not self._is_drained():
            return False
        with self.store.read() as unit:
            return not list(self._not_brought(unit))

    def _is_drained(self) -> bool:
        """Nothing waits, and what was restored away at headquarters has been noticed."""
        self._the_engine_wakes(may_press=False)
        self.records.somebody_decides()
        said = self._confirmed()
        if self._left() or not all(self.hq.held.get(uid) for uid in said) or self.hq.otherwise().intersection(said):
            return False
        with self.store.read() as unit:
            return not self.records.left(unit) and not list(self.records.lost(unit))

    def _left(self) -> list[tuple[str, str, str]]:
        with self.store.read() as unit:
            waiting = outbox.entries(unit, (*WAITING, State.ATTENTION))
            gone = self.room.orphans(unit)
        waiting = [entry for entry in waiting if entry.state is not State.ATTENTION or entry.instance_uid not in gone]
        ours_to_look_at = self.damaged | self.hq.otherwise()
        return [(e.instance_uid, e.state.value, e.sentence) for e in waiting if e.instance_uid not in ours_to_look_at]

    def _confirmed(self) -> list[str]:
        with self.store.read() as unit:
            return [receipt.instance_uid for receipt in ledger.confirmed(unit, URL)]

    # --- what was promised --------------------------------------------------------------------------------------------

    def _nothing_came_twice(self) -> None:
        for uid in self.hq.doubled():
            self.outcome.wrong.append(f"doubled at headquarters: {uid}")
            del self.hq.held[uid][1:]

    def _nothing_was_claimed_too_early(self) -> None:
        """What counts as confirmed was there at some time (a backup that takes it away again is noticed later)."""
        with self.store.read() as unit:
            self.outcome.wrong += self.room.looked_at(unit)
            before, self.receipts = self.receipts, ledger.length(unit)
            if before == self.receipts:
                return
            self.outcome.wrong += self.records.invented(unit)
        if invented := set(self._confirmed()) - self.hq.ever:
            self.outcome.wrong.append(f"claimed, and never stored: {sorted(invented)}")

    def _judge(self) -> None:
        self._nothing_came_twice()
        self.outcome.wrong += [f"hammered: {what}" for what in self.line.hammered[:3]]
        with self.store.read() as unit:
            self.outcome.wrong += [*self._lost(unit), *self._miscounted(unit), *self._not_brought(unit)]
            self.outcome.wrong += [*self.records.lost(unit), *self.records.miscounted(unit), *self.room.missing(unit)]
            if (broken := ledger.broken(unit)) is not None:
                self.outcome.wrong.append(f"the ledger is broken at receipt {broken}")

    def _lost(self, unit: Unit) -> Iterator[str]:
        """Whatever may travel is at headquarters, as we mean it."""
        for uid in self._travelling(unit):
            held = self.hq.held.get(uid)
            meant = ledger.published(unit, uid)
            if not held:
                yield f"lost: {uid} is not at headquarters ({outbox.entry(unit, uid)})"
            elif uid in self.hq.otherwise():
                continue
            elif meant is None or meant[0].differences(attributes(DataSet(seen(held[-1]).values))):
                yield f"at headquarters as something else: {uid}"

    def _travelling(self, unit: Unit) -> list[str]:
        """Everything here but what nobody has named, and what rotted on this laptop before it could travel."""
        held = {entry.instance_uid for entry in outbox.entries(unit, (State.HELD,))}
        nobodys = {study.study_uid for study in studies.inbox(unit)}
        here = {row.instance_uid: row.study_uid for row in studies.instances(unit)}
        unknown = {uid for uid, study_uid in here.items() if study_uid in nobodys}
        two_versions = {one.instance_uid for one in filing.held(unit)}
        if (held ^ unknown) - self.damaged - two_versions:
            self.outcome.wrong.append(f"held without a reason, or not held: {held ^ unknown}")
        return [uid for uid in here if uid not in unknown | self.damaged | self.room.orphans(unit)]

    def _miscounted(self, unit: Unit) -> Iterator[str]:
        """The screen's count is what headquarters holds of ours, no more and no less."""
        said, true = set(self._confirmed()), set(self._travelling(unit)) - self.hq.otherwise()
        if said - self.damaged != true or ledger.tally(unit, URL).confirmed != len(said):
            yield f"miscounted: {sorted(said ^ true)}"

    def _not_brought(self, unit: Unit) -> Iterator[str]:
        here = {row.instance_uid for row in studies.instances(unit)}
        for uid in here & self.removed:
            yield f"came back, though it was removed: {uid}"
        for uid in self.hq.held.keys() - here - self.removed:
            yield f"not brought: {uid}"
