"""Whose clock cannot be right: this laptop's, headquarters' or a camera's. It is said, and stops nothing (hazard HZ-26).

Refuses to set a clock, to correct a time, and to speak of differences that only cost a minute of wondering.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from resources.store import Store, steadyclock, turns
from resources.store.steadyclock import LEAP, SteadyClock
from resources.wire.camerarules import CameraRules


class Whose(StrEnum):
    """Whose clock is spoken of."""

    LAPTOP = "laptop"
    HEADQUARTERS = "headquarters"
    CAMERA = "camera"


@dataclass(frozen=True)
class Doubt:
    """One clock, and how many seconds it is ahead of the time that this station goes by; behind it below nought."""

    whose: Whose
    ahead: float
    name: str = ""


class Clocks:
    """What the clocks around this station say. May be asked from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steady = store.clock if isinstance(store.clock, SteadyClock) else None
        self._headquarters: timedelta | None = None

    def headquarters_says(self, moment: datetime) -> None:
        """What stood as the date of an answer."""
        self._headquarters = moment - self._store.clock()

    def forget_headquarters(self) -> None:
        """It is another now, or none."""
        self._headquarters = None

    def accept(self, actor: str) -> None:
        """A person says that the laptop's clock is right. What headquarters said is measured anew at its next answer."""
        if self._steady is not None:
            steadyclock.accept(self._store, self._steady, actor)
            self._headquarters = None

    def doubts(self, cameras: Iterable[CameraRules]) -> tuple[Doubt, ...]:
        """The laptop's first. A camera of which a person has said how its clock goes is in no doubt. Not for the GUI thread."""
        leap = self._steady.leap if self._steady is not None else timedelta()
        with self._store.read() as unit:
            theirs = {one.ae_title: turns.clock_ahead(unit, one.ae_title) for one in cameras if one.clock_ahead is None}
        return doubted(leap, self._headquarters, theirs)


def doubted(leap: timedelta, headquarters: timedelta | None, cameras: dict[str, timedelta | None]) -> tuple[Doubt, ...]:
    """Those that are more than twelve hours off. Pure."""
    found = [(Whose.LAPTOP, "", leap), (Whose.HEADQUARTERS, "", headquarters)]
    found += [(Whose.CAMERA, name, ahead) for name, ahead in cameras.items()]
    return tuple(
        Doubt(whose, ahead.total_seconds(), name)
        for whose, name, ahead in found
        if ahead is not None and abs(ahead) > LEAP
    )
