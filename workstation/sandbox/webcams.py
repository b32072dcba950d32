"""The pretend webcam: drawn people sit down before it, one after the other, and move a little. It sees nobody real.

Each start is the next person. It can be unplugged, be taken by another program or fall silent, for practice and for tests.
"""

import threading
from collections.abc import Iterator, Sequence
from itertools import count

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QImage, QPainter

from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam, Webcams
from workstation.sandbox.people import invented
from workstation.sandbox.play import face_of

APART = 100
"""Milliseconds between two pictures."""
WIDTH, HEIGHT = 640, 480
SWAY = (0, 2, 4, 5, 4, 2, 0, -2, -4, -5, -4, -2)
"""How far somebody sits from the middle, picture by picture."""
BUILT_IN = Webcam("pretend-1", "Pretend webcam")


def faces(after: int = 0) -> Iterator[bytes]:
    """The invented people of the sandbox, in the order in which they come, without those who are here ``after`` so many."""
    for many in count(after + 1):
        *_, details = invented(many)
        yield face_of(details, many)


class PretendWebcams(Webcams):
    """Those of ``plugged``; one until a test plugs in another."""

    def __init__(self, sitters: Iterator[bytes], parent: QObject | None = None, *, apart: int = APART) -> None:
        """``sitters`` are the faces of those who sit down, as JPEG."""
        super().__init__(parent)
        self.plugged: list[Webcam] = [BUILT_IN]
        self.on: Webcam | None = None
        self.is_taken = False
        """Another program has it."""
        self.lacks = ""
        """A library that is missing."""
        self._sitters, self._face = sitters, QImage()
        self._sitting_down = threading.Lock()
        self._places = count()
        self._tick = QTimer(self)
        self._tick.setInterval(apart)
        self._tick.timeout.connect(self.see)

    def make_ready(self) -> None:
        """The next person sits down. Raises NoWebcam."""
        if self.lacks:
            raise NoWebcam(Trouble.MISSING, self.lacks)
        with self._sitting_down:  # whoever is quick with Esc and F7 asks from two threads
            self._face = QImage.fromData(next(self._sitters))

    def listed(self) -> Sequence[Webcam]:
        """What is plugged in."""
        return tuple(self.plugged)

    def start(self, webcam: Webcam) -> None:
        """Switch it on."""
        self.stop()
        self.on = webcam
        if self.is_taken:
            self._fail(Trouble.BUSY)
        else:
            self._tick.start()

    def stop(self) -> None:
        """Switch it off."""
        self.on = None
        self._tick.stop()

    def unplug(self) -> None:
        """The one that is on goes away, or all of them."""
        self.plugged = [one for one in self.plugged if self.on not in (None, one)]
        if self.on is not None:
            self._fail(Trouble.GONE)

    def fall_silent(self) -> None:
        """It stays on and gives no picture."""
        self._tick.stop()

    def see(self) -> None:
        """One picture, when it is on."""
        if self.on is not None:
            self.seen.emit(self._drawn(SWAY[next(self._places) % len(SWAY)]))

    def _drawn(self, sway: int) -> QImage:
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(self._face.pixelColor(QPoint(0, 0)) if not self._face.isNull() else QColor("#808080"))
        painter = QPainter(image)
        painter.drawImage(QRect((WIDTH - HEIGHT) // 2 + sway, 0, HEIGHT, HEIGHT), self._face)
        painter.end()
        return image

    def _fail(self, trouble: Trouble) -> None:
        self.stop()
        self.failed.emit(NoWebcam(trouble))
