"""What goes next, while other requests are on their way: the order is looked at anew each time a stream is free.

Everything that may travel, each at most once in a pass. Refuses to send: ``push`` does.
"""

from resources.store import Store, Unit
from sync import outbox, push
from sync.lanes import batches, ordered
from sync.outbox import Entry
from sync.push import Ready
from sync.status import State

AT_ONCE = 200


class Departures:
    """The departures of one pass. With ``pressed`` also what would wait for its time."""

    def __init__(self, store: Store, unmatched: str, small_bytes: int, *, pressed: bool) -> None:
        self._store, self._unmatched, self._small_bytes, self._pressed = store, unmatched, small_bytes, pressed
        self._tried: set[str] = set()
        self._people: frozenset[str] = frozenset()
        self._planned: list[list[Ready]] = []

    def next(self) -> list[Ready]:
        """What shares the next request; nothing when all was tried. Whoever has become urgent meanwhile is first (HZ-04)."""
        with self._store.read() as unit:
            people = push.urgent(unit)
        if people != self._people:
            self._planned, self._people = [], people
        while not self._planned:
            with self._store.read() as unit:
                some = self._next_queued(unit)
            if not some:
                return []
            self._plan(some)
        batch = self._planned.pop(0)
        self._tried |= {ready.entry.instance_uid for ready in batch}
        return batch

    def _plan(self, some: list[Entry]) -> None:
        ready = {found.entry.instance_uid: found for found in push.sift(self._store, some, self._unmatched)}
        self._tried |= {entry.instance_uid for entry in some} - ready.keys()
        sharing = batches([entry for entry in some if entry.instance_uid in ready])
        self._planned = [[ready[entry.instance_uid] for entry in batch] for batch in sharing]

    def _next_queued(self, unit: Unit) -> list[Entry]:
        queued = outbox.ready(unit, (State.QUEUED,), pressed=self._pressed)
        fresh = [entry for entry in queued if entry.instance_uid not in self._tried]
        first = push.pictures_of(unit, self._people) if fresh else set()
        hurried = {entry.pk for entry in fresh if entry.instance_uid in first}
        return ordered(fresh, self._small_bytes, hurried)[:AT_ONCE]
