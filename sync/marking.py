"""Writing down where a record stands on its way. Refuses to call one confirmed: that takes a look (``agreeing``)."""

from random import Random

from resources.problems import Problem
from resources.store import Store
from resources.terms import Kind, Origin
from sync import plan, records
from sync.records import Record
from sync.retry import next_try
from sync.status import State


class Marks:
    """The states that need no evidence, for whoever handles a record."""

    def __init__(self, store: Store, rng: Random) -> None:
        self._store, self._rng = store, rng

    def later(self, record: Record, state: State, problem: Problem, attempts: int | None = None) -> State:
        """It rests, longer each time; with ``attempts`` this one is not counted, and it may move at once."""
        tried = record.attempts + 1 if attempts is None else attempts
        with self._store.write(Origin.STATION, actor="sync") as unit:
            backoff = next_try(tried, problem, unit.now, self._rng)
            rest = unit.now + plan.LOOK_AGAIN if state is State.ATTENTION else backoff
            at = None if attempts is not None else rest
            records.move(unit, record, state, sentence=problem.sentence, next_at=at, attempts=tried)
        return state

    def hold(self, record: Record, sentence: str) -> State:
        """It waits for somebody."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.move(unit, record, State.HELD, sentence=sentence)
        return State.HELD

    def wait_for(self, record: Record, sentence: str, patient_uuid: str) -> State:
        """It waits for that person to come to headquarters; who has come there in this very moment is not waited for, and with
        somebody who was removed here before they came there it ends."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            person = records.expect(unit, Kind.PATIENT, patient_uuid)
            if not person.remote and person.state is State.GONE:
                records.over(unit, record)
                return State.GONE
            if person.remote:
                records.move(unit, record, State.QUEUED, patient_uuid=patient_uuid)
                return State.QUEUED
            records.move(unit, record, State.HELD, sentence=sentence, needs_patient=True, patient_uuid=patient_uuid)
        return State.HELD

    def gone(self, record: Record) -> State:
        """It was removed here, and nothing of ours is left there."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.over(unit, record)
        return State.GONE
