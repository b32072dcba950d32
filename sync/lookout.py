"""When a list of headquarters is read, and one pass over it, in facts of the store: so that a restart goes on where it ended.

A server that fails, or asks for a pause, is left alone a while; another server is read from nothing; once a day everything is
read again. What a page said is written in the unit that moves the mark. Refuses to let a broken line begin a pass anew.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from resources.problems import Problem, Unavailable
from resources.store import Store, Unit
from resources.terms import Origin
from sync import outbox
from sync.retry import due, next_try
from sync.waterline import Leaf, Listed, Pages, Waterline, fresh_pass, lateness, read_pass

BROAD_EVERY = 86_400.0
"""Seconds after which everything is read again: what came later than the overlap, or fell out of the list."""
HELD_OFF = ".held-off"
Note = Callable[[Unit, Sequence[Listed]], Sequence[Listed]]
"""Writes down what a page lists, and gives back what of it was new."""


@dataclass(frozen=True, slots=True)
class Lookout:
    """What is remembered of one list, or of several of one server, under ``name``."""

    store: Store
    name: str
    rng: Random

    def is_time(self) -> bool:
        """Whether the server may be asked again."""
        with self.store.read() as unit:
            held = json.loads(outbox.fact(unit, self._held_off, "{}"))
            return due(datetime.fromisoformat(held["until"]), unit.now) if held else True

    def hold_off(self, problem: Problem | None) -> None:
        """It failed, or (``None``) all went well, which is written down after a failure only; a pause survives a restart."""
        with self.store.read() as unit:
            failures = int(json.loads(outbox.fact(unit, self._held_off, "{}")).get("failures", 0))
        if problem is None and not failures:
            return
        with self.store.write(Origin.STATION, actor="sync") as unit:
            if problem is not None:
                until = next_try(failures, problem, unit.now, self.rng)
                asked = isinstance(problem, Unavailable) and problem.retry_after is not None
                held = {
                    "failures": failures + 1,
                    "until": until.isoformat(),
                    "sentence": problem.sentence,
                    "asked": asked,
                }
                outbox.remember(unit, self._held_off, json.dumps(held))
            else:
                outbox.remember(unit, self._held_off, "{}")

    def begin_anew(self, unit: Unit) -> None:
        """On another network nobody waits out the last failure; what the server asked for stands."""
        held = json.loads(outbox.fact(unit, self._held_off, "{}"))
        if held and not held.get("asked"):
            outbox.remember(unit, self._held_off, json.dumps(held | {"failures": 0, "until": unit.now.isoformat()}))

    def problem(self, unit: Unit) -> str:
        """Why the last look failed, as a sentence; empty when it went well."""
        return str(json.loads(outbox.fact(unit, self._held_off, "{}")).get("sentence", ""))

    def turn_to(self, server: str, *, also: Sequence[str] = ()) -> None:
        """For another server than the last, everything known of the list is forgotten; ``also``: facts that begin so."""
        with self.store.write(Origin.STATION, actor="sync") as unit:
            if outbox.fact(unit, f"{self.name}.server") != server:
                for prefix in (f"{self.name}.line", f"{self.name}.broad", *also):
                    outbox.forget_facts(unit, prefix)
                outbox.remember(unit, f"{self.name}.server", server)

    def read(self, pages: Pages, note: Note, *, type_: str = "", broad: bool = False) -> int:
        """One pass, or the rest of one that did not end; how much was new. ``broad``: everything, from the beginning."""
        end = f".{type_}" if type_ else ""
        at, last = f"{self.name}.line{end}", f"{self.name}.broad{end}"
        line = self._begin(at, last, broad=broad)
        is_broad = line.is_broad or line.low is None
        fresh = 0

        def keep(leaf: Leaf, now: Waterline) -> float | None:
            nonlocal fresh
            with self.store.write(Origin.STATION, actor="sync") as unit:
                new = note(unit, leaf.listed)
                outbox.remember(unit, at, now.text)
            fresh += len(new)
            return lateness(new, now)

        done = read_pass(pages, line, keep)
        with self.store.write(Origin.STATION, actor="sync") as unit:
            outbox.remember(unit, at, done.text)
            if is_broad:
                outbox.remember(unit, last, unit.now.isoformat())
        return fresh

    def _begin(self, at: str, last: str, *, broad: bool) -> Waterline:
        with self.store.read() as unit:
            line, moment = Waterline.read(outbox.fact(unit, at, "{}")), outbox.fact(unit, last)
            overdue = not moment or abs((unit.now - datetime.fromisoformat(moment)).total_seconds()) > BROAD_EVERY
        if line.began is not None and not broad:
            return line
        return fresh_pass(line, broad=broad or overdue)

    @property
    def _held_off(self) -> str:
        return self.name + HELD_OFF
