"""Results that headquarters lists over FHIR: read past a waterline for each type, written down, then landed one by one.

The list is read as ``waterline`` says, so that ties, late commits and shifting pages hide nothing; what was read is written in
one unit with the place reached, and what becomes of it (``landing``) in units of its own. Refuses to let a list that cannot be
read, or a result that cannot land, hold up anything else.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from resources.problems import Invalid, NotFound, Problem, Unsupported
from resources.store import Store, Unit, patients
from resources.terms import Kind, Origin
from sync import heard, landing, outbox, records
from sync.headquarters import HttpHeadquarters
from sync.heard import Heard, HeardRow
from sync.lookout import Lookout
from sync.readings import TYPES, Reading
from sync.resultlist import ResultList
from sync.waterline import Listed

log = logging.getLogger(__name__)
PEOPLE = "results.people"
"""Who was known when the last look at results of people elsewhere ended: whom we registered, and whose place we know."""
AT_ONCE = 500


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
        self._store, self._source = store, source
        self._lookout = Lookout(store, "results", rng)
        self._line: HttpHeadquarters | None = None

    def attempt(self, stopped: Callable[[], bool], *, broad: bool = False) -> Learnt:
        """Read what is new, then land what can. Never raises: everything else goes on."""
        problem = ""
        read = 0
        if self._lookout.is_time() or broad:
            read, problem = self._read(stopped, broad=broad)
        return replace(self._land(stopped), read=read, problem=problem)

    def begin_anew(self, unit: Unit) -> None:
        """On another network nobody waits out the last failure."""
        self._lookout.begin_anew(unit)

    def problem(self, unit: Unit) -> str:
        """Why results could not be read at the last look; empty when they were."""
        return self._lookout.problem(unit)

    def hang_up(self) -> None:
        """Let go of the line. May be called from another thread: who waits for an answer then meets a broken line."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _read(self, stopped: Callable[[], bool], *, broad: bool) -> tuple[int, str]:
        line, count = self._source.connect(), 0
        self._line = line
        self._lookout.turn_to(self._source.name)
        try:
            for type_ in TYPES:
                if not stopped():
                    count += self._read_type(line, type_, broad=broad)
            self._lookout.hold_off(None)
        except Problem as problem:
            log.info("results of headquarters: %s", type(problem).__name__)
            if not stopped():  # else it was we who hung up
                self._lookout.hold_off(problem)
            return count, problem.sentence
        finally:
            self.hang_up()
        return count, ""

    def _read_type(self, line: HttpHeadquarters, type_: str, *, broad: bool) -> int:
        try:
            return self._lookout.read(ResultList(line, type_, self._is_known), self._note, type_=type_, broad=broad)
        except (Invalid, NotFound, Unsupported):  # a server that does not serve this type
            return 0

    def _note(self, unit: Unit, listed: Sequence[Listed]) -> list[Reading]:
        said = [one for one in listed if isinstance(one, Reading)]
        return [one for one in said if heard.add(unit, self._source.name, one)]

    def _is_known(self, reference: str) -> bool:
        """Whether it is the place of somebody here."""
        with self._store.read() as unit:
            return bool(records.at(unit, Kind.PATIENT, reference, self._source.name))

    # --- landing

    def _land(self, stopped: Callable[[], bool]) -> Learnt:
        with self._store.read() as unit:
            people = f"{patients.newest(unit)}+{records.placed(unit)}"
            states = [Heard.NEW, Heard.WAITS]
            if outbox.fact(unit, PEOPLE) != people:
                states.append(Heard.ELSEWHERE)
        landed = sum(self._land_one(row) is Heard.LANDED for row in self._due(states) if not stopped())
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if not stopped() and Heard.ELSEWHERE in states:
                outbox.remember(unit, PEOPLE, people)
            return Learnt(landed=landed, waiting=len(heard.waiting(unit)))

    def _due(self, states: Collection[Heard]) -> Iterator[HeardRow]:
        """What may land now, page by page to the last; what is still of nobody here is only looked at."""
        after = 0
        while True:
            with self._store.read() as unit:
                rows = heard.listed(unit, states, after=after, limit=AT_ONCE)
                due = [row for row in rows if row.state is not Heard.ELSEWHERE or not landing.is_elsewhere(unit, row)]
            yield from due
            if not rows:
                return
            after = rows[-1].pk

    def _land_one(self, row: HeardRow) -> Heard:
        try:
            return landing.land(self._store, row)
        except Problem:  # the store itself: this pass cannot go on
            raise
        except Exception:  # the loop of a service: one result that nobody foresaw must not hold up all the others
            if row.sentence != landing.NOT_PLACED:
                log.exception("results of headquarters: %s could not be placed", row.reading.key)
            landing.put_off(self._store, row)
            return Heard.WAITS
