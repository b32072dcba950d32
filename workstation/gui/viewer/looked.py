"""How large each picture was on the screen since its person was opened: what is kept with the grade (hazard HZ-09).

Only what was painted counts, and of a picture whose fine detail has not come no more than what was there. Judges nobody.
"""


class Looked:
    """``note`` at each painting, ``begin`` with each person."""

    def __init__(self) -> None:
        """Nothing was looked at."""
        self._scales: dict[str, float] = {}

    def begin(self) -> None:
        """Somebody else is wanted."""
        self._scales.clear()

    def note(self, uid: str, scale: float) -> None:
        """That picture stands on the screen, with so many screen pixels to one of its own."""
        self._scales[uid] = max(scale, self._scales.get(uid, 0.0))

    def zoom(self, uid: str) -> float | None:
        """The largest it has been; none for a picture that nobody saw."""
        found = self._scales.get(uid)
        return None if found is None else round(found, 3)
