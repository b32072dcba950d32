"""Python collects what refers to itself on whichever thread asks for memory next; Qt destroys widgets on the main thread only.

A widget that was let go of is often part of such a circle, and a thread that collects it while it reads the store ends the whole
program. While a window is open, the main thread collects, and nobody else does.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between two looks whether there is enough to collect."""


class Garbage(QObject):
    """Keep it as long as there are windows. Python's own thresholds say how much is enough."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """The oldest generation that is due, with all younger ones."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [age for age, (count, most) in enumerate(zip(counts, thresholds, strict=True)) if count > most]
    if due:
        gc.collect(max(due))
