"""How far a picture comes on this line before it breaks, and which picture is therefore not worth trying now. Pure.

Where a line carries M bytes between two breaks, a request of s bytes comes through with probability e^(-s/M). One that will not
come through burns the line, and everybody behind it waits: it is put off, and tried now and then, for the line may be better by
then. Refuses to put off what is small, and what was not broken off yet.
"""

import json
from dataclasses import dataclass
from math import exp

ALWAYS = 256 << 10
"""Bytes up to which a picture is always worth trying."""
TOLD = 3
"""Breaks before anything is concluded from them."""
KEPT = 8.0
"""Breaks of which it is the mean: a line of yesterday counts for less and less."""
MEMORY = 64e6
"""Bytes: what came through when the line was good says nothing for ever."""
HOPELESS = 0.02
WAIT = 3600.0
"""Seconds until a picture that was put off is tried again (``retry.due`` takes anything much longer for a wrong clock)."""
TOO_LARGE = (
    "The line to headquarters breaks too early for a picture of this size. "
    "It is tried again every hour, and can go by stick."
)


@dataclass(frozen=True, slots=True)
class Breaks:
    """How many bytes went in whole requests, and how often the line broke meanwhile."""

    carried: float = 0.0
    broken: float = 0.0

    def broke(self, carried: int) -> "Breaks":
        """A request broke off after so many bytes."""
        after = Breaks(self.carried + carried, self.broken + 1)
        return Breaks(after.carried / 2, after.broken / 2) if after.broken > KEPT else after

    def came(self, size: int) -> "Breaks":
        """A request of so many bytes came through. One that seemed hopeless tells of another line than that was."""
        if self.is_hopeless(size):
            return Breaks(float(size), 1.0)
        return Breaks(min(self.carried + size, max(MEMORY, self.carried)), self.broken)

    def is_hopeless(self, size: int) -> bool:
        """Whether a request of this size is not worth its bytes now."""
        if size <= ALWAYS or self.broken < TOLD:
            return False
        return exp(-size * self.broken / max(self.carried, 1.0)) < HOPELESS

    def as_text(self) -> str:
        """To be written down."""
        return json.dumps([round(self.carried), self.broken])


def breaks_of(text: str) -> Breaks:
    """What ``as_text`` wrote; of nothing, or nonsense, nothing is known."""
    try:
        carried, broken = json.loads(text)
        return Breaks(float(carried), float(broken))
    except (TypeError, ValueError):
        return Breaks()
