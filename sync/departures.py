"""What goes next, while other requests are on their way: the order is looked at anew each time a stream is free.

Everything that may travel, each at most once in a pass; and what to ask about where nothing is left to send. Where somebody new
goes first, and when all pictures of those who do have gone, it stops for a moment: their records, and the look whether
headquarters has them, go before what others have. Refuses to send: ``push`` does.
"""

from collections.abc import Callable

from resources.store import Store, Unit, studies
from sync import hurrying, outbox, push
from sync.breaks import TOO_LARGE, Breaks
from sync.lanes import PATIENCE, First, batches, ordered
from sync.outbox import Entry
from sync.paidlink import SPENT
from sync.push import Ready
from sync.retry import due
from sync.status import State

AT_ONCE = 200
GONE = (State.SENDING, State.ACCEPTED)


class Departures:
    """The departures of one pass. With ``pressed`` also what would wait for its time."""

    def __init__(
        self,
        store: Store,
        unmatched: str,
        small_bytes: int,
        takes_pieces: Callable[[], bool],
        is_spent: Callable[[Unit], bool] = lambda _: False,
        *,
        pressed: bool,
    ) -> None:
        self._store, self._unmatched, self._small_bytes, self._pressed = store, unmatched, small_bytes, pressed
        self._tried: set[str] = set()
        self._goes_first: First | None = None
        self._planned: list[list[Ready]] = []
        self._urgent: set[str] = set()
        self._asked: set[str] = set()
        self._is_looked_for = False
        self.is_interrupted = False
        """Whether ``next`` has stopped although there is more to go, until ``go_on``."""
        self._takes_pieces, self._is_spent = takes_pieces, is_spent
        self._has_dared = self._is_over = False

    def next(self) -> list[Ready]:
        """What shares the next request; nothing when all was tried, or somebody's records should go now.

        Whoever has become urgent, or was asked for meanwhile is first (HZ-04).
        """
        if self.is_interrupted:
            return []
        with self._store.read() as unit:
            goes_first, is_over = hurrying.first(unit), not self._pressed and self._is_spent(unit)
        if goes_first != self._goes_first:
            self._turn_to(goes_first)
        if is_over != self._is_over:
            self._planned, self._is_over = [], is_over
        while not self._planned and not self.is_interrupted:
            with self._store.read() as unit:
                some = self._next_queued(unit)
            if not some:
                break
            self._plan(some)
        self.is_interrupted = self.is_interrupted or self._are_others_next()
        if self.is_interrupted:
            return []
        batch = self._planned.pop(0) if self._planned else []
        self._tried |= {ready.entry.instance_uid for ready in batch}
        return batch

    def go_on(self) -> None:
        """What it stopped for is done."""
        self.is_interrupted = False

    def _turn_to(self, goes_first: First) -> None:
        """Others go first now. At the beginning of a pass their records have just gone."""
        before, self._goes_first = self._goes_first, goes_first
        self._planned, self._is_looked_for = [], False
        self.is_interrupted = before is not None and not goes_first.people <= before.people

    def _are_others_next(self) -> bool:
        """Whether the first picture of somebody else would go now, for the first time since others go first."""
        if self._is_looked_for or self._goes_first is None or not self._goes_first.people:
            return False
        mine = self._urgent | self._asked
        if self._planned and self._planned[0][0].entry.instance_uid in mine:
            return False
        self._is_looked_for = True
        with self._store.read() as unit:
            have_gone = [one for one in outbox.of(unit, mine) if one.state in GONE and due(one.next_at, unit.now)]
        return bool(self._planned and have_gone)

    def _plan(self, some: list[Entry]) -> None:
        ready = {found.entry.instance_uid: found for found in push.sift(self._store, some, self._unmatched)}
        self._put_off(ready)
        self._tried |= {entry.instance_uid for entry in some} - ready.keys()
        sharing = batches([entry for entry in some if entry.instance_uid in ready])
        self._planned = [[ready[entry.instance_uid] for entry in batch] for batch in sharing]

    def _put_off(self, ready: dict[str, Ready]) -> None:
        """What this line breaks off every time waits, so that everybody else can go on; in pieces it would come through.

        One in a pass is tried all the same when its time has come: the line may be better by now. So is everything when somebody
        presses the button, and an urgent person's picture that has not failed often yet. Once today's share of a paid link is
        used up, only urgent people's pictures go on, and those that somebody asked for.
        """
        if self._is_over:
            self._wait(ready, [uid for uid in ready if uid not in self._urgent | self._asked], SPENT)
        with self._store.read() as unit:
            line = push.line_of(unit)
        hopeless = [found.entry for found in ready.values() if self._is_hopeless(line, found.entry)]
        if self._pressed or not hopeless or self._takes_pieces():
            return
        due = next((entry for entry in hopeless if entry.next_at is not None), None)
        if due is not None and not self._has_dared:
            self._has_dared = True
            hopeless.remove(due)
        self._wait(ready, [entry.instance_uid for entry in hopeless], TOO_LARGE)

    def _wait(self, ready: dict[str, Ready], uids: list[str], why: str) -> None:
        push.put_off(self._store, uids, why)
        for uid in uids:
            del ready[uid]

    def _is_hopeless(self, line: Breaks, entry: Entry) -> bool:
        is_first = entry.instance_uid in self._urgent | self._asked and entry.attempts < PATIENCE
        return entry.attempts > 0 and not is_first and line.is_hopeless(entry.size)

    def _next_queued(self, unit: Unit) -> list[Entry]:
        queued = outbox.ready(unit, (State.QUEUED,), pressed=self._pressed)
        fresh = [entry for entry in queued if entry.instance_uid not in self._tried]
        goes_first = self._goes_first or First()
        self._urgent = studies.uids_of_people(unit, goes_first.urgent) if fresh else set()
        self._asked = studies.uids_of_people(unit, goes_first.asked) if fresh else set()
        urgent = {entry.pk for entry in fresh if entry.instance_uid in self._urgent}
        asked = {entry.pk for entry in fresh if entry.instance_uid in self._asked}
        return ordered(fresh, self._small_bytes, urgent, asked)[:AT_ONCE]


class Questions:
    """What headquarters has accepted and was not asked about yet, each at most once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: set[str] = set()
        self._waiting: list[Entry] = []

    def next(self) -> Entry | None:
        """The next one, as it is now; nothing while all were asked about."""
        if not self._waiting:
            with self._store.read() as unit:
                accepted = hurrying.in_order(unit, outbox.ready(unit, (State.ACCEPTED,)), hurrying.first(unit))
            self._waiting = [entry for entry in accepted if entry.instance_uid not in self._asked]
        if not self._waiting:
            return None
        entry = self._waiting.pop(0)
        self._asked.add(entry.instance_uid)
        return entry
