"""Where live pictures come from: the laptop's webcams, or those of a sandbox. What is asked of either, and what may go wrong.

Nothing here keeps a picture or says whose it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from resources.problems import Unavailable


class Trouble(StrEnum):
    """Why there is no live picture. Each has its sentence: ``webcam.`` and the value."""

    NONE = "none"
    """No webcam is plugged in."""
    GONE = "gone"
    """It was unplugged while it was on."""
    BUSY = "busy"
    """It cannot be opened; most often another program has it."""
    SILENT = "silent"
    """It is on and gives no pictures."""
    MISSING = "missing"
    """A library that webcams need is not on this laptop."""


class NoWebcam(Unavailable):
    """No live picture can be had."""

    def __init__(self, trouble: Trouble, what: str = "") -> None:
        """``what`` is the library that is missing."""
        super().__init__("There is no live picture.")
        self.trouble, self.what = trouble, what


@dataclass(frozen=True)
class Webcam:
    """One of them, as the system names it."""

    id: str
    name: str


class Webcams(QObject):
    """``seen`` brings pictures on the main thread, some fifteen a second at most; ``failed`` a NoWebcam: it is off then."""

    seen = Signal(object)
    failed = Signal(object)

    def make_ready(self) -> None:
        """What takes long, once. Raises NoWebcam. Not for the GUI thread."""

    def listed(self) -> Sequence[Webcam]:
        """Those that are plugged in. Raises NoWebcam."""
        raise NotImplementedError

    def start(self, webcam: Webcam) -> None:
        """Switch it on; one at a time."""
        raise NotImplementedError

    def stop(self) -> None:
        """Switch it off; no picture is brought after this."""
        raise NotImplementedError
