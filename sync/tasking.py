"""Reading tasks of headquarters: found out by asking, given a person, claimed, completed or given back, one act at a time.

Every act begins with a look at how the task stands there now (``taskplan``), so that a lost answer costs one small question, and
nothing is done at headquarters before headquarters has shown it. Each step is kept before and after its request. Refuses to let a
worklist that fails, or one task, hold up pictures: it raises nothing, and is left alone a while.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from resources.problems import Problem, StorageFull, Unauthorized, Unavailable
from resources.store import Store, Unit
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.terms import Origin, WorkitemState
from sync import assigning, outbox, pull, tasks, ups
from sync.assigning import Doubt
from sync.headquarters import Headquarters
from sync.lookout import Lookout
from sync.retry import due, is_over, moment, next_try
from sync.taskplan import HELD, Act, Step, next_act
from sync.tasks import TaskRow
from sync.ups import Task, There
from sync.upsserver import NoWorklist, UpsServer

log = logging.getLogger(__name__)
NONE = "tasks.none"
"""When a headquarters was found to have no worklist."""
ASK_AGAIN = 86_400.0
"""Seconds."""
AT_ONCE = 200
ACTS = 8
"""Acts on one task in one pass: claim, look, update, complete, look, with room for a claim that must be proved."""
LISTED = (There.SCHEDULED, There.IN_PROGRESS)
ASKED = (Step.OPEN, Step.WAITS)
"""What somebody here is asked about, as long as headquarters shows it as unfinished."""
BACK = (Step.DONE, Step.LOST, Step.ENDED)
"""What is looked at again when it is listed as unfinished."""
TAKEN = "Headquarters has given this task to somebody else. What was said here stays an opinion."
ENDED = "Headquarters has ended this task. What was said here stays an opinion."
GONE = "Headquarters does not have this task any more. What was said here stays an opinion."
NOT_GIVEN = "Headquarters did not give this task to this station."
NOT_TAKEN = "Headquarters did not take what was done for this task."
NOT_BACK = "Headquarters did not take this task back."
NOT_PLACED = "This task could not be placed. Somebody must look at it."


@dataclass(frozen=True, slots=True)
class Worked:
    """What one look did: tasks that were new, and those that headquarters showed as completed by us."""

    read: int = 0
    done: int = 0
    problem: str = ""


class Tasks:
    """Keeps in step with what one headquarters asks to be read. ``names`` are those that it may know this station by."""

    def __init__(self, store: Store, rng: Random, names: Collection[str], station: str) -> None:
        self._store, self._rng, self._names, self._station = store, rng, tuple(names), station
        self._lookout = Lookout(store, "tasks", rng)

    def attempt(self, line: Headquarters, server: str, stopped: Callable[[], bool], *, listing: bool) -> Worked:
        """Read what is asked (where ``listing``), then go on with what somebody has begun. Never raises what concerns HQ."""
        if not self._lookout.is_time() or self._has_none(server):
            return Worked()
        done = Worked()
        try:
            spoken = UpsServer(line, self._store.clock)
            listed = self._read(spoken, server) if listing else None
            done = replace(done, read=listed.fresh if listed else 0)
            self._place(server, everybody=listing)
            done = replace(done, done=self._work(spoken, server, listed, stopped))
            self._lookout.hold_off(None)
        except NoWorklist:
            self._note_none(server)
        except Problem as problem:
            log.info("tasks of headquarters: %s", type(problem).__name__)
            self._lookout.hold_off(problem)
            done = replace(done, problem=problem.sentence)
        return done

    def begin_anew(self, unit: Unit) -> None:
        """On another network nobody waits out the last failure."""
        self._lookout.begin_anew(unit)

    def problem(self, unit: Unit) -> str:
        """Why tasks could not be read at the last look; empty when they were."""
        return self._lookout.problem(unit)

    def next_due(self, unit: Unit, server: str) -> datetime | None:
        """When something that somebody wishes may be said next."""
        is_held = self._is_none(unit, server) or not self._lookout.is_time()
        return None if is_held else tasks.next_due(unit, server)

    # --- whether there is a worklist at all

    def _has_none(self, server: str) -> bool:
        with self._store.read() as unit:
            return self._is_none(unit, server)

    def _is_none(self, unit: Unit, server: str) -> bool:
        at, _, name = outbox.fact(unit, NONE).partition(" ")
        return name == server and not is_over(moment(at), ASK_AGAIN, unit.now)

    def _note_none(self, server: str) -> None:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            outbox.remember(unit, NONE, f"{unit.now.isoformat()} {server}")

    # --- what is asked

    def _read(self, spoken: UpsServer, server: str) -> "_Listed":
        found = _Listed()
        for state in LISTED:
            for page in spoken.tasks(state):
                found.of(state).update(task.uid for task in page)
                found.fresh += self._note_page(server, state, page)
        return found

    def _note_page(self, server: str, state: There, page: list[Task]) -> int:
        known, fresh = [], []
        with self._store.read() as unit:
            for task in page:
                row = tasks.named(unit, server, task.uid)
                if row is None and state is There.SCHEDULED and self._concerns(unit, task):
                    fresh.append(task)
                elif row is not None and row.task != task:
                    known.append((row, task))
        if known or fresh:
            self._write_page(server, state, known, fresh)
        return len(fresh)

    def _write_page(self, server: str, state: There, known: list[tuple[TaskRow, Task]], fresh: list[Task]) -> None:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            for row, task in known:
                tasks.renew(unit, row, task)
            for task in fresh:
                tasks.add(unit, server, task, state)

    def _concerns(self, unit: Unit, task: Task) -> bool:
        """Given to this station, or to nobody in particular and about somebody here."""
        if not task.is_reading:
            return False
        return task.is_given_to(self._names) or (not task.stations and self._is_known(unit, task))

    def _is_known(self, unit: Unit, task: Task) -> bool:
        try:
            return assigning.whose(unit, task, is_given=False) is not None
        except Doubt:
            return True

    # --- whose

    def _place(self, server: str, *, everybody: bool) -> None:
        steps = (*tasks.UNSETTLED, Step.OPEN) if everybody else (Step.NEW, Step.OPEN)
        with self._store.read() as unit:
            rows = tasks.listed(unit, server, steps, limit=10 * AT_ONCE)
        for row in rows:
            self._place_one(row)

    def _place_one(self, row: TaskRow) -> None:
        try:
            with self._store.read() as unit:
                patient, sentence = self._whose(unit, row.task)
                if self._is_placed(unit, row, patient, sentence):
                    return
            with self._store.write(Origin.STATION, actor="sync") as unit:
                now = tasks.find(unit, row.pk)
                if now.step is row.step:  # else a person was quicker
                    self._settle(unit, now, patient, sentence)
        except Problem:  # the store itself
            raise
        except Exception:  # the loop of a service: one task that nobody foresaw must not hold up all the others
            log.exception("tasks of headquarters: one could not be placed")
            with self._store.write(Origin.STATION, actor="sync") as unit:
                tasks.amend(unit, tasks.find(unit, row.pk), step=Step.WAITS, sentence=NOT_PLACED)

    def _is_placed(self, unit: Unit, row: TaskRow, patient: PatientRow | None, sentence: str) -> bool:
        """Whether nothing has to be written."""
        if sentence:
            return (row.step, row.sentence) == (Step.WAITS, sentence)
        if patient is None:
            return row.step is Step.ELSEWHERE
        return row.step is Step.OPEN and row.patient_uuid == patient.uuid and not assigning.signed_for(unit, row)

    def _whose(self, unit: Unit, task: Task) -> tuple[PatientRow | None, str]:
        try:
            return assigning.whose(unit, task, is_given=task.is_given_to(self._names)), ""
        except Doubt as doubt:
            return None, doubt.sentence

    def _settle(self, unit: Unit, row: TaskRow, patient: PatientRow | None, sentence: str) -> None:
        if sentence:
            tasks.amend(unit, row, step=Step.WAITS, sentence=sentence)
            return
        if patient is None:
            tasks.amend(unit, row, step=Step.ELSEWHERE, sentence="")
            return
        if row.patient_uuid and row.patient_uuid != patient.uuid and row.wished_by:
            tasks.amend(unit, row, step=Step.WAITS, sentence=assigning.MOVED)
            return
        if row.patient_uuid != patient.uuid:
            known = assigning.said_of(unit, patient)
            row = tasks.amend(unit, row, patient_uuid=patient.uuid, known=known, sentence="")
            if assigning.is_missing(unit, row):
                pull.ask_again(unit, patient)
        step = Step.WANTED if row.wished_by else Step.OPEN
        row = tasks.amend(unit, row, step=step, sentence="")
        self._take_signed(unit, row)

    def _take_signed(self, unit: Unit, row: TaskRow) -> None:
        """Somebody has read that visit since the task came: their name stands under it, so that it is claimed in it."""
        said = assigning.signed_for(unit, row)
        if row.step is Step.OPEN and said:
            last = max(said, key=lambda one: one.signed_at)
            tasks.wanted(unit, row, by=last.reader, since=min(one.signed_at for one in said))

    # --- one act after another

    def _work(self, spoken: UpsServer, server: str, listed: "_Listed | None", stopped: Callable[[], bool]) -> int:
        done = 0
        for row in self._due(server, listed):
            if stopped():
                break
            done += self._work_on(spoken, row)
        return done

    def _due(self, server: str, listed: "_Listed | None") -> list[TaskRow]:
        """What somebody has begun; and, after a list was read, what it does not show as it stands here."""
        with self._store.read() as unit:
            held = tasks.listed(unit, server, HELD)
            rows = [row for row in held if due(row.next_at, unit.now) and self._has_more(unit, row, listed)]
            if listed is not None:
                rows += [row for row in tasks.listed(unit, server, ASKED) if not listed.is_as(row)]
                rows += [row for row in tasks.listed(unit, server, BACK) if listed.is_back(row)]
        return rows[:AT_ONCE]

    def _has_more(self, unit: Unit, row: TaskRow, listed: "_Listed | None") -> bool:
        """One that is ours and not read yet is only looked at where a list does not show it so."""
        if row.step is not Step.OURS or assigning.signed_for(unit, row):
            return True
        return listed is not None and row.uid not in listed.in_progress

    def _work_on(self, spoken: UpsServer, row: TaskRow) -> bool:
        """Acts until it rests. Raises what concerns headquarters as a whole."""
        try:
            for _ in range(ACTS):
                there, task = spoken.look(row.uid)
                with self._store.write(Origin.STATION, actor="sync") as unit:
                    row = self._look(unit, row, there, task)
                    said = assigning.signed_for(unit, row) if row.step in HELD else []
                act = next_act(row.step, there, asked=row.asked, finishing=row.finishing, signed=bool(said))
                if act is Act.REST:
                    break
                row = self._do(spoken, row, act, said)
                if row.next_at is not None or row.step not in HELD:
                    break
        except Problem as problem:
            if _concerns_host(problem):
                raise
            self._leave(row, problem.sentence)
        return row.step is Step.DONE

    def _do(self, spoken: UpsServer, row: TaskRow, act: Act, said: list[OpinionRow]) -> TaskRow:
        match act:
            case Act.CLAIM:
                return self._claim(spoken, row)
            case Act.PROVE:
                return self._prove(spoken, row)
            case Act.FINISH:
                return self._finish(spoken, row, said)
            case Act.CANCEL:
                return self._cancel(spoken, row)
        return self._move(row, act)

    def _look(self, unit: Unit, row: TaskRow, there: There, task: Task | None) -> TaskRow:
        """Keep what headquarters says now; a task that changed hands there waits before anything is said of it (HZ-06)."""
        row = tasks.amend(unit, tasks.find(unit, row.pk), there=there)
        if task is not None and task.uid:
            row = tasks.renew(unit, row, task)
        patient, sentence = self._whose(unit, row.task)
        if row.step in (Step.WANTED, Step.OURS) and (patient is None or patient.uuid != row.patient_uuid):
            row = tasks.amend(unit, row, step=Step.WAITS, sentence=sentence or assigning.MOVED)
        return row

    def _claim(self, spoken: UpsServer, row: TaskRow) -> TaskRow:
        """Only the first claim that is refused says that somebody else has it: behind a lost answer it may be ours."""
        begun = self._begin(row, asked=True)
        if begun is None:
            return self._renewed(row)
        if spoken.change(row.uid, WorkitemState.IN_PROGRESS, row.transaction_uid):
            owned = self._note(begun, step=Step.OURS, there=There.IN_PROGRESS, attempts=0, next_at=None, sentence="")
            spoken.update(row.uid, ups.begun(row.wished_by), row.transaction_uid)
            return owned
        if row.step is Step.OURS:  # headquarters went back to before it was ours: now that must be proved
            return self._note(begun, step=Step.WANTED)
        there, _ = spoken.look(row.uid)
        refused = self._note(begun, asked=row.asked, there=there)
        return self._leave(refused, NOT_GIVEN) if there is There.SCHEDULED else refused

    def _prove(self, spoken: UpsServer, row: TaskRow) -> TaskRow:
        if self._is_ours(spoken, row):
            return self._note(row, step=Step.OURS, attempts=0, next_at=None, sentence="")
        return self._disowned(spoken, row)

    def _disowned(self, spoken: UpsServer, row: TaskRow) -> TaskRow:
        """Our key is refused: somebody else has it, or headquarters has just ended it."""
        there, _ = spoken.look(row.uid)
        if there is There.IN_PROGRESS:
            return self._note(row, step=Step.LOST, sentence=TAKEN)
        return self._note(row, there=there, next_at=None)

    def _is_ours(self, spoken: UpsServer, row: TaskRow) -> bool:
        """Nobody but the owner, who alone knows the key, may write into a task that is in progress (PS3.4 CC.2.6.3)."""
        return spoken.update(row.uid, ups.begun(row.wished_by), row.transaction_uid)

    def _finish(self, spoken: UpsServer, row: TaskRow, said: list[OpinionRow]) -> TaskRow:
        body = ups.performed(row.task, said, self._station, row.wished_at or row.at)
        if not spoken.update(row.uid, body, row.transaction_uid):
            ours = self._is_ours(spoken, row)
            return self._leave(row, NOT_TAKEN) if ours else self._disowned(spoken, row)
        begun = self._begin(row, finishing=True)
        if begun is None:
            return self._renewed(row)
        if spoken.change(row.uid, WorkitemState.COMPLETED, row.transaction_uid):
            return self._note(begun, next_at=None)  # it is done when it is seen there
        there, _ = spoken.look(row.uid)
        return self._leave(begun, NOT_TAKEN) if there is There.IN_PROGRESS else self._note(begun, next_at=None)

    def _cancel(self, spoken: UpsServer, row: TaskRow) -> TaskRow:
        with self._store.read() as unit:
            now = unit.now
        spoken.update(row.uid, ups.given_back(now), row.transaction_uid)
        if spoken.change(row.uid, WorkitemState.CANCELED, row.transaction_uid):
            return self._note(row, next_at=None)
        there, _ = spoken.look(row.uid)
        if there is not There.IN_PROGRESS:
            return self._note(row, next_at=None)
        ours = self._is_ours(spoken, row)
        return self._leave(row, NOT_BACK) if ours else self._disowned(spoken, row)

    def _move(self, row: TaskRow, act: Act) -> TaskRow:
        steps = {
            Act.TO_LOST: (Step.LOST, TAKEN), Act.TO_DONE: (Step.DONE, ""), Act.TO_GIVEN: (Step.GIVEN, ""),
            Act.TO_ENDED: (Step.ENDED, GONE if row.there is There.ABSENT else ENDED), Act.TO_OURS: (Step.OURS, ""),
            Act.TO_OPEN: (Step.WANTED if row.wished_by else Step.OPEN, ""),
        }  # fmt: skip
        step, sentence = steps[act]
        return self._note(row, step=step, sentence=sentence, attempts=0, next_at=None)

    def _leave(self, row: TaskRow, sentence: str) -> TaskRow:
        with self._store.read() as unit:
            later = next_try(row.attempts, None, unit.now, self._rng)
        return self._note(row, sentence=sentence, attempts=row.attempts + 1, next_at=later)

    def _renewed(self, row: TaskRow) -> TaskRow:
        with self._store.read() as unit:
            return tasks.find(unit, row.pk)

    def _begin(self, row: TaskRow, **values: object) -> TaskRow | None:
        """Keep what is about to be asked; ``None`` when a person wishes something else meanwhile: then nothing is asked."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            now = tasks.find(unit, row.pk)
            return tasks.amend(unit, now, **values) if now.step is row.step else None

    def _note(self, row: TaskRow, **values: object) -> TaskRow:
        """Keep what headquarters said. What a person wished meanwhile stands, and is gone on with."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            now = tasks.find(unit, row.pk)
            if now.step is not row.step:
                values.pop("step", None)
            return tasks.amend(unit, now, **values)


@dataclass(slots=True)
class _Listed:
    """What the lists of one look named, by UID."""

    fresh: int = 0
    scheduled: set[str] = field(default_factory=set)
    in_progress: set[str] = field(default_factory=set)

    def of(self, state: There) -> set[str]:
        """Those of that state."""
        return self.scheduled if state is There.SCHEDULED else self.in_progress

    def is_as(self, row: TaskRow) -> bool:
        """Whether it stands there as it does here: to be read, or claimed by us."""
        return row.uid in self.scheduled or (row.step is Step.WAITS and row.asked and row.uid in self.in_progress)

    def is_back(self, row: TaskRow) -> bool:
        """Whether something that had ended is unfinished there again."""
        return row.uid in self.scheduled or (row.step is Step.DONE and row.uid in self.in_progress)


def _concerns_host(problem: Problem) -> bool:
    return isinstance(problem, Unavailable | Unauthorized | StorageFull)
