"""Babies born too early (hazard HZ-30): what is written of them, how old they are since conception, and when their eyes are due.

Pure. A weight that could be kilograms is asked about, a gestation without its weeks is not read.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
YOUNGEST, OLDEST = 20 * WEEK, 44 * WEEK
LIGHTEST, HEAVIEST = 250, 6000  # grams


@dataclass(frozen=True)
class FirstExamination:
    """When a baby's eyes are first looked at: at so many weeks since conception, or after birth, whichever is later."""

    at_weeks: int = 31
    after_weeks: int = 4

    def due(self, born: date, gestation: int) -> date:
        """The last day. ``gestation`` in days at birth."""
        return max(born + timedelta(self.at_weeks * WEEK - gestation), born + timedelta(self.after_weeks * WEEK))


USUAL = FirstExamination()
"""Thirty-one weeks since conception or four after birth, the later ("ROP: Standards", medicolegalchambers.co.uk)."""


@dataclass(frozen=True)
class Weight:
    """A birth weight as it was typed. ``is_sure`` is false where it must be shown back first: 1.2 may be 1,200 g."""

    grams: int
    is_sure: bool


def read_gestation(text: str) -> int | None:
    """``28w3d``, ``28+3`` or ``28w`` as days; ``None`` for anything that is not a gestation with its weeks."""
    found = re.fullmatch(r"(\d{2})\s*(?:w|\+)\s*(?:([0-6])\s*d?)?", text.strip().casefold(), re.ASCII)
    if found is None:
        return None
    days = int(found[1]) * WEEK + int(found[2] or 0)
    return days if YOUNGEST <= days <= OLDEST else None


def read_weight(text: str) -> Weight | None:
    """``1200`` or ``1200 g`` in grams; 1.2 is a question; ``None`` for what is no birth weight."""
    found = re.fullmatch(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(g|kg)?", text.strip().casefold(), re.ASCII)
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    is_kilograms = found[2] == "kg" or number < LIGHTEST
    grams = round(number * 1000 if is_kilograms else number)
    if not LIGHTEST <= grams <= HEAVIEST:
        return None
    return Weight(grams, is_sure=not is_kilograms or found[2] == "kg")


def since_conception(born: date, gestation: int, today: date) -> tuple[int, int]:
    """Weeks and days."""
    return divmod(gestation + (today - born).days, WEEK)
