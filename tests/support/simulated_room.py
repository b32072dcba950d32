"""A full laptop in the simulator: weeks pass, originals leave for headquarters, are wanted again, and headquarters may lose them.

What must hold: whatever leaves is at headquarters at that moment, every byte of it was compared, and its row stays; what comes
back is the picture that left; whatever is neither here nor there is not claimed, and says so.
"""

from collections.abc import Callable, Iterator
from random import Random

from support.grading import icdr
from support.simulated_hq import Line, SimulatedHq

from resources.problems import Problem
from resources.store import Store, Unit, evictions, opinions, patients, studies
from resources.store.opinions import Said
from resources.store.rows import InstanceRow
from resources.terms import Laterality, Origin
from sync import evicting, ledger, outbox
from sync.evicting import OLD, Policy
from sync.status import Level, State

LEFT, LOST, CAME_BACK = "an original left", "headquarters lost an original that had left", "an original came back"
EVENTS = frozenset((LEFT, LOST, CAME_BACK))
SIZE = 1 << 30
QUIET = 6
"""Passes in which all goes well, so that everything is confirmed, compared and looked at twice."""
READER = "Anjali Kumari"
TOLD = (State.ATTENTION, State.HELD)
"""Somebody is told; held is what headquarters once gave in other bytes, until somebody has looked at both."""


class Room:
    """The disk of one laptop, and what has left it."""

    def __init__(self, rng: Random, store: Callable[[], Store], line: Line, hq: SimulatedHq, name: str) -> None:
        self._rng, self._store, self._line, self._hq, self._name = rng, store, line, hq, name
        self.is_full = False
        self.policy = Policy(0, self._keepsake)
        self._may_go: dict[str, bool] = {}
        """Of what was about to leave: whether headquarters had it then, and every byte had been compared."""
        self._away: set[str] = set()
        self._orphans: set[str] = set()

    def free(self) -> int:
        return 0 if self.is_full else SIZE

    # --- what may happen ----------------------------------------------------------------------------------------------

    def weeks_pass(self, quiet_pass: Callable[[], None]) -> None:
        """Everything is read; after some quiet days the laptop is full. The passes in which originals leave are as bad as any."""
        self._everybody_is_read()
        self.is_full = False
        self._line.now += OLD.total_seconds() + 3600
        for _ in range(QUIET):
            quiet_pass()
        self.is_full = True

    def _everybody_is_read(self) -> None:
        with self._store().write(Origin.PERSON, READER) as unit:
            for person in patients.listed(unit, limit=10):
                for visit in studies.of_patient(unit, person.uuid):
                    day = visit.day(unit.store.zone)
                    seen = [one for one in visit.instances if one.laterality and one.has_pixels]
                    if seen and not opinions.of_visit(unit, person, day):
                        said = Said(seen[0].laterality or Laterality.BOTH, icdr("0"), seen[0].instance_uid)
                        opinions.sign(unit, person.uuid, day, [said])

    def somebody_wants_it(self) -> None:
        with self._store().write(Origin.PERSON, "grace") as unit:
            if away := sorted(self.away(unit)):
                evicting.want(unit, self._rng.choice(away))

    def _keepsake(self, row: InstanceRow) -> bytes | None:
        """A small picture, asked for just before the original leaves."""
        uid = row.instance_uid
        with self._store().read() as unit:
            is_compared = ledger.levels(unit, self._name, [uid])[uid] is Level.DIGEST
        self._may_go[uid] = is_compared and bool(self._hq.held.get(uid)) and uid not in self._hq.otherwise()
        return b"a small JPEG"

    # --- what must hold -----------------------------------------------------------------------------------------------

    def away(self, unit: Unit) -> set[str]:
        return {one.instance_uid for one in evictions.listed(unit)}

    def orphans(self, unit: Unit) -> set[str]:
        """What is neither here nor at headquarters any more, which had every byte of it."""
        return {uid for uid in self.away(unit) if not self._hq.held.get(uid)}

    def looked_at(self, unit: Unit) -> Iterator[str]:
        """After every pass."""
        away, orphans = self.away(unit), self.orphans(unit)
        for uid in sorted(away - self._away):
            self._line.counted(LEFT)
            if not self._may_go.get(uid):
                yield f"left, and headquarters did not have it, or not every byte was compared: {uid}"
        for uid in sorted(self._away - away):
            self._line.counted(CAME_BACK)
            try:
                unit.store.vault.verify(studies.instance(unit, uid).digest or "")
            except Problem as problem:
                yield f"neither away nor here: {uid} {problem.sentence}"
        for _ in orphans - self._orphans:
            self._line.counted(LOST)
        self._away, self._orphans = away, orphans

    def missing(self, unit: Unit) -> Iterator[str]:
        """At the end: every picture is here or listed as left, and none that nobody has is claimed."""
        away = self.away(unit)
        for row in studies.instances(unit):
            if row.instance_uid not in away and not unit.store.vault.holds(row.digest or ""):
                yield f"its bytes are gone: {row.instance_uid}"
        confirmed = {receipt.instance_uid for receipt in ledger.confirmed(unit, self._name)}
        for uid in self.orphans(unit):
            entry = outbox.entry(unit, uid)
            if uid in confirmed or entry is None or entry.state not in TOLD or not entry.sentence:
                yield f"nobody has it, and nobody is told: {uid} ({entry})"
