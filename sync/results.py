"""Results that headquarters lists over FHIR: read past a waterline for each type, written down, then landed one by one.

The list is read as ``waterline`` says, so that ties, late commits and shifting pages hide nothing; what was read is written in
one unit with the place reached, and what becomes of it (``landing``) in units of its own. Refuses to let a list that cannot be
read, or a result that cannot land, hold up anything else.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from resources.problems import Invalid, NotFound, Problem, Unsupported
from resources.store import Store, patients
from resources.terms import Kind, Origin
from sync import heard, outbox, records
from sync.headquarters import HttpHeadquarters
from sync.heard import Heard
from sync.landing import land
from sync.readings import TYPES, Reading
from sync.resultlist import ResultList
from sync.retry import due, next_try
from sync.waterline import Leaf, Waterline, fresh_pass, lateness, read_pass

log = logging.getLogger(__name__)
LINE, SERVER, BROAD, HELD_OFF, PEOPLE = (
    f"results.{name}" for name in ("line", "server", "broad", "held-off", "people")
)
BROAD_EVERY = 86_400.0
"""Seconds after which everything is read again."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where results are listed: what the ledger calls the server, and how to reach it."""

    name: str
    connect: Callable[[], HttpHeadquarters]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What one look did: results that were new, opinions that they became, and how many wait for a person."""

    read: int = 0
    landed: int = 0
    waiting: int = 0
    problem: str = ""


# --- a look -----------------------------------------------------------------------------------------------------------


class Results:
    """Keeps in step with what one server says of people here."""

    def __init__(self, store: Store, source: Source, rng: Random) -> None:
        self._store, self._source, self._rng = store, source, rng

    def attempt(self, stopped: Callable[[], bool], *, broad: bool = False) -> Learnt:
        """Read what is new, then land what can. Never raises: everything else goes on."""
        problem = ""
        read = 0
        if self._is_time() or broad:
            read, problem = self._read(stopped, broad=broad)
        return replace(self._land(stopped), read=read, problem=problem)

    def _is_time(self) -> bool:
        with self._store.read() as unit:
            held = json.loads(outbox.fact(unit, HELD_OFF, "{}"))
            return due(datetime.fromisoformat(held["until"]), unit.now) if held else True

    def _read(self, stopped: Callable[[], bool], *, broad: bool) -> tuple[int, str]:
        line, count = self._source.connect(), 0
        is_broad = self._begin(broad=broad)
        try:
            for type_ in TYPES:
                if not stopped():
                    count += self._read_type(line, type_, broad=is_broad)
            self._end(is_broad=is_broad)
        except Problem as problem:
            log.info("results of headquarters: %s", type(problem).__name__)
            self._hold_off(problem)
            return count, problem.sentence
        finally:
            line.close()
        return count, ""

    def _read_type(self, line: HttpHeadquarters, type_: str, *, broad: bool) -> int:
        fresh = 0
        with self._store.read() as unit:
            mark = Waterline.read(outbox.fact(unit, f"{LINE}.{type_}", "{}"))
        mark = mark if mark.began is not None and not broad else fresh_pass(mark, broad=broad)

        def keep(leaf: Leaf, now: Waterline) -> float | None:
            nonlocal fresh
            with self._store.write(Origin.STATION, actor="sync") as unit:
                said = [one for one in leaf.listed if isinstance(one, Reading)]
                new = [one for one in said if heard.add(unit, self._source.name, one)]
                outbox.remember(unit, f"{LINE}.{type_}", now.text)
            fresh += len(new)
            return lateness(new, now)

        try:
            done = read_pass(ResultList(line, type_, self._is_known), mark, keep)
        except (Invalid, NotFound, Unsupported):  # a server that does not serve this type
            return 0
        with self._store.write(Origin.STATION, actor="sync") as unit:
            outbox.remember(unit, f"{LINE}.{type_}", done.text)
        return fresh

    def _is_known(self, reference: str) -> bool:
        """Whether it is the place of somebody here."""
        with self._store.read() as unit:
            return bool(records.at(unit, Kind.PATIENT, reference, self._source.name))

    def _begin(self, *, broad: bool) -> bool:
        """From nothing for another server; whether everything is to be read."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if outbox.fact(unit, SERVER) != self._source.name:
                for prefix in (LINE, BROAD):
                    outbox.forget_facts(unit, prefix)
                outbox.remember(unit, SERVER, self._source.name)
            last = outbox.fact(unit, BROAD)
            return broad or not last or abs((unit.now - datetime.fromisoformat(last)).total_seconds()) > BROAD_EVERY

    def _end(self, *, is_broad: bool) -> None:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if is_broad:
                outbox.remember(unit, BROAD, unit.now.isoformat())
            if outbox.fact(unit, HELD_OFF, "{}") != "{}":
                outbox.remember(unit, HELD_OFF, "{}")

    def _hold_off(self, problem: Problem) -> None:
        """A server that fails, or asks for a pause, is left alone a while; the pause survives a restart."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            failures = int(json.loads(outbox.fact(unit, HELD_OFF, "{}")).get("failures", 0))
            until = next_try(failures, problem, unit.now, self._rng)
            outbox.remember(unit, HELD_OFF, json.dumps({"failures": failures + 1, "until": until.isoformat()}))

    # --- landing

    def _land(self, stopped: Callable[[], bool]) -> Learnt:
        with self._store.read() as unit:
            people = str(patients.newest(unit))
            states = [Heard.NEW, Heard.WAITS]
            if outbox.fact(unit, PEOPLE) != people:
                states.append(Heard.ELSEWHERE)
            rows = heard.listed(unit, states)
        landed = sum(land(self._store, row).state is Heard.LANDED for row in rows if not stopped())
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if not stopped() and Heard.ELSEWHERE in states:
                outbox.remember(unit, PEOPLE, people)
            return Learnt(landed=landed, waiting=len(heard.waiting(unit)))
