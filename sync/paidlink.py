"""A link that is paid by the byte: how much of today's share was used, and whether more may go.

Every byte that goes to or comes from headquarters while the link is paid counts, also of what broke off. Records, results and
questions are small and always go, and so do the pictures of people who are urgent. Refuses to guess whether a link is paid: the
settings say so, or the operating system does.
"""

import json
import threading
from dataclasses import dataclass, replace

from resources.store import Store, Unit
from resources.terms import Origin
from sync import outbox
from sync.status import Paid

USED = "paid-link.used"
SPENT = (
    "Today's share of the paid link is used up. It goes tomorrow or on another link. “Sync now” sends it all the same."
)


@dataclass(frozen=True, slots=True)
class Share:
    """How many bytes were used on a day (ISO 8601, of the camp's own calendar)."""

    day: str = ""
    used: int = 0

    def on(self, day: str) -> "Share":
        """The share of that day: a new day begins with nothing."""
        return self if self.day == day else Share(day)

    def more(self, count: int) -> "Share":
        """After so many more bytes."""
        return replace(self, used=self.used + count)

    def as_text(self) -> str:
        """To be written down."""
        return json.dumps([self.day, self.used])


def share_of(text: str) -> Share:
    """What ``as_text`` wrote; of nothing, or nonsense, nothing was used."""
    try:
        day, used = json.loads(text)
        return Share(str(day), int(used))
    except (TypeError, ValueError):
        return Share()


class PaidLink:
    """Counts, and says when it is enough. ``is_paid`` is ``None`` where the operating system is asked. Any thread may call."""

    def __init__(self, *, is_paid: bool | None = False, limit: int = 0) -> None:
        self.limit = limit
        self._said = is_paid
        self._heard = False
        self._lock = threading.Lock()
        self._fresh = 0

    @property
    def is_paid(self) -> bool:
        """Whether this link is paid by the byte now."""
        return self._heard if self._said is None else self._said

    def heard(self, *, is_paid: bool) -> None:
        """What the operating system says of the network that we are on."""
        self._heard = is_paid

    def carried(self, count: int) -> None:
        """So many bytes went or came."""
        if self.is_paid:
            with self._lock:
                self._fresh += count

    def keep(self, store: Store) -> None:
        """Write down what was carried since the last time; a restart begins no new day."""
        with self._lock:
            fresh, self._fresh = self._fresh, 0
        if fresh:
            with store.write(Origin.STATION, actor="sync") as unit:
                outbox.remember(unit, USED, _today(unit).more(fresh).as_text())

    def is_spent(self, unit: Unit) -> bool:
        """Whether no more pictures may travel today."""
        return self.is_paid and bool(self.limit) and _today(unit).used + self._fresh >= self.limit

    def standing(self, unit: Unit) -> Paid | None:
        """What to show; ``None`` where nobody pays by the byte."""
        return Paid(_today(unit).used + self._fresh, self.limit) if self.is_paid else None


def _today(unit: Unit) -> Share:
    return share_of(outbox.fact(unit, USED)).on(unit.store.local(unit.now).date().isoformat())
