"""The laptop's clock, kept from leaping (hazard HZ-26). Times go on from before, and a person says whether the new time is right.

A dead battery puts a laptop into 1970, and then everything registered today stands before everything of yesterday. Ordinary
corrections (a network's time, a few minutes by hand) are taken as they come. Refuses to decide which of two clocks is right.
"""

import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from resources.model import Change
from resources.store import audit, changes, station
from resources.store.audit import AuditRow
from resources.store.store import Store, utc_now
from resources.terms import Origin

LEAP = timedelta(hours=12)
"""A clock that differs by more is spoken of."""
NONE = timedelta()
ACCEPTED = "clock.accepted"
"""The newest change of the feed when a person last said that the laptop's clock is right."""


def elapsed() -> float:
    """Seconds that nobody can set, counted on while the laptop sleeps."""
    counts = getattr(time, "CLOCK_BOOTTIME", None)
    if counts is None and sys.platform == "darwin":
        counts = time.CLOCK_MONOTONIC  # Apple's goes on in sleep, unlike what time.monotonic reads
    return time.monotonic() if counts is None else time.clock_gettime(counts)


class SteadyClock:
    """``clock()`` is the present moment, aware, for a ``Store``. May be called from any thread."""

    def __init__(self, wall: Callable[[], datetime] = utc_now, seconds: Callable[[], float] = elapsed) -> None:
        self._wall, self._seconds = wall, seconds
        self._lock = threading.Lock()
        self._shift = NONE
        self._newest: datetime | None = None
        self._seen = wall(), seconds()

    def __call__(self) -> datetime:
        """Now."""
        with self._lock:
            return self._look() + self._shift

    def _look(self) -> datetime:
        """The laptop's clock; where it leapt, ours does not go along, and where it leapt back to ours they are one again."""
        wall, seconds = self._wall(), self._seconds()
        before, then = self._seen
        self._seen = wall, seconds
        moved = wall - before - timedelta(seconds=seconds - then)
        if abs(moved) > LEAP:
            self._shift -= moved
            was_only_a_floor = self._newest is not None and wall >= self._newest
            if abs(self._shift) <= LEAP or was_only_a_floor:
                self._shift, self._newest = NONE, None
        return wall

    def not_before(self, newest: datetime) -> None:
        """What was written last is in the past: a clock that stands long before it goes on from there."""
        with self._lock:
            wall = self._look()
            if wall + self._shift < newest - LEAP:
                self._shift, self._newest = newest - wall, newest

    @property
    def leap(self) -> timedelta:
        """How far the laptop's clock stands from ours; nothing while they are one."""
        with self._lock:
            self._look()
            return -self._shift

    def accept(self) -> None:
        """A person says that the laptop's clock is right."""
        with self._lock:
            self._look()
            self._shift, self._newest = NONE, None


def begin(store: Store, clock: SteadyClock) -> None:
    """After opening: time goes on from the newest change, unless a person has said since then that the clock is right."""
    table = Change.__table__
    with store.read() as unit:
        newest = unit.execute(select(table.c.seq, table.c.at).order_by(table.c.seq.desc()).limit(1)).first()
        accepted = int(station.fact(unit, ACCEPTED, "0"))
    if newest is not None and newest.seq > accepted:
        clock.not_before(newest.at)


def accept(store: Store, clock: SteadyClock, actor: str) -> None:
    """From now on the laptop's clock counts, also after a restart. Who said so stands in the audit log."""
    clock.accept()
    with store.write(Origin.PERSON, actor) as unit:
        station.remember(unit, ACCEPTED, str(changes.last(unit)))
        audit.note(unit, AuditRow(actor, "clock accepted", unit.now.isoformat(), 0, {}))
