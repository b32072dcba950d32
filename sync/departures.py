"""What goes next, while other requests are on their way: the order is looked at anew each time a stream is free.

Everything that may travel, each at most once in a pass. Refuses to send: ``push`` does.
"""

from collections.abc import Callable

from resources.store import Store, Unit
from sync import outbox, push
from sync.breaks import Breaks
from sync.lanes import PATIENCE, batches, ordered
from sync.outbox import Entry
from sync.push import Ready
from sync.status import State

AT_ONCE = 200


class Departures:
    """The departures of one pass. With ``pressed`` also what would wait for its time."""

    def __init__(
        self, store: Store, unmatched: str, small_bytes: int, takes_pieces: Callable[[], bool], *, pressed: bool
    ) -> None:
        self._store, self._unmatched, self._small_bytes, self._pressed = store, unmatched, small_bytes, pressed
        self._tried: set[str] = set()
        self._people: frozenset[str] = frozenset()
        self._planned: list[list[Ready]] = []
        self._first: set[str] = set()
        self._takes_pieces = takes_pieces
        self._has_dared = False

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
        self._put_off(ready)
        self._tried |= {entry.instance_uid for entry in some} - ready.keys()
        sharing = batches([entry for entry in some if entry.instance_uid in ready])
        self._planned = [[ready[entry.instance_uid] for entry in batch] for batch in sharing]

    def _put_off(self, ready: dict[str, Ready]) -> None:
        """What this line breaks off every time waits, so that everybody else can go on; in pieces it would come through.

        One in a pass is tried all the same when its time has come: the line may be better by now. So is everything when somebody
        presses the button, and an urgent person's picture that has not failed often yet.
        """
        with self._store.read() as unit:
            line = push.line_of(unit)
        hopeless = [found.entry for found in ready.values() if self._is_hopeless(line, found.entry)]
        if self._pressed or not hopeless or self._takes_pieces():
            return
        due = next((entry for entry in hopeless if entry.next_at is not None), None)
        if due is not None and not self._has_dared:
            self._has_dared = True
            hopeless.remove(due)
        push.put_off(self._store, hopeless)
        for entry in hopeless:
            del ready[entry.instance_uid]

    def _is_hopeless(self, line: Breaks, entry: Entry) -> bool:
        is_first = entry.instance_uid in self._first and entry.attempts < PATIENCE
        return entry.attempts > 0 and not is_first and line.is_hopeless(entry.size)

    def _next_queued(self, unit: Unit) -> list[Entry]:
        queued = outbox.ready(unit, (State.QUEUED,), pressed=self._pressed)
        fresh = [entry for entry in queued if entry.instance_uid not in self._tried]
        self._first = push.pictures_of(unit, self._people) if fresh else set()
        hurried = {entry.pk for entry in fresh if entry.instance_uid in self._first}
        return ordered(fresh, self._small_bytes, hurried)[:AT_ONCE]
