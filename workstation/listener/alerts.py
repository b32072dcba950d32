"""Who was turned away at the camera's door, or cut off, in the audit trail (DICOM PS3.15 A.5.3.11, Security Alert).

Writes a bounded number of rows a minute, however many knock: what was left out is counted in the next row.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from resources.store import Store, audit
from resources.store.audit import AuditRow
from resources.terms import Origin
from workstation.listener.doctor import TurnedAway

ROWS = 30
"""Rows in a minute, each for another device or another reason."""


class Alerts:
    """Writes alerts down. May be called from any thread."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()
        self._since = clock()
        self._told: set[TurnedAway] = set()
        self._left_out = 0

    def __call__(self, alert: TurnedAway) -> None:
        """Write one down, unless it was within the last minute, or there are too many."""
        left_out = self._place_for(alert)
        if left_out is None:
            return
        said: dict[str, Any] = {"called": alert.called_ae, "address": alert.address, "sentence": alert.sentence}
        said |= {"left out": left_out} if left_out else {}
        actor = f"camera:{alert.calling_ae}" if alert.calling_ae else "unknown device"
        with self._store.write(Origin.CAMERA, actor=actor) as unit:
            action = "cut off" if alert.was_inside else "turned away"
            audit.note(unit, AuditRow(actor, action, alert.address, alert.reason, said))

    def _place_for(self, alert: TurnedAway) -> int | None:
        """How many were left out before this one; ``None`` when it is left out as well."""
        now = self._clock()
        with self._lock:
            if not timedelta(0) <= now - self._since < timedelta(minutes=1):
                self._since = now
                self._told.clear()
            if alert in self._told or len(self._told) >= ROWS:
                self._left_out += 1
                return None
            self._told.add(alert)
            left_out, self._left_out = self._left_out, 0
            return left_out
