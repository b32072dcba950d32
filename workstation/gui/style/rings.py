"""Rings. A green one means that headquarters has confirmed it and nothing else is green; blue ones are time or progress."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_ring

CELL, RING, PEN = 19, 14, 2.4


class Ring(QWidget):
    """A ring with a numeral in it. ``colour`` is ok-mark for confirmed pictures only, otherwise accent."""

    def __init__(self, look: Look, size: int = 112, pen: float = 9, *, colour: str = "accent") -> None:
        """Empty at first."""
        super().__init__()
        self._look, self._pen, self._colour = look, pen, colour
        self.fraction, self.numeral, self.caption = 0.0, "", ""
        self.setFixedSize(size, size)

    def show_part(self, part: int, whole: int, caption: str = "") -> None:
        """So many of so many; the numeral is the part."""
        self.fraction = part / whole if whole else 0.0
        self.numeral, self.caption = self._look.words.value(part), caption
        self.setAccessibleName(f"{self.numeral} {caption}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, part, numeral, caption."""
        painter = QPainter(self)
        colours = (self._look.colour("line"), self._look.colour(self._colour))
        paint_ring(painter, QRectF(self.rect()), self.fraction, self._pen, colours)
        if not self.numeral:
            return
        font = self._look.font("numeral" if self.width() >= 112 else "screen")
        font.setPixelSize(round(self.width() * 0.26))
        lift = 8 if self.caption else 0
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        painter.drawText(self.rect().adjusted(0, 0, 0, -2 * lift), Qt.AlignmentFlag.AlignCenter, self.numeral)
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("text2"))
        below = self.rect().adjusted(0, round(self.height() * 0.34), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.caption)


@dataclass(frozen=True)
class WallRing:
    """One person on the wall: confirmed of all pictures."""

    uuid: str
    name: str
    confirmed: int
    pictures: int

    @property
    def fraction(self) -> float:
        """How much of the ring is closed."""
        return self.confirmed / self.pictures if self.pictures else 0.0


class RingWall(QWidget):
    """The day's people as rings, filled along the reading direction. One paint pass, hit-test by grid."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        """An empty wall."""
        super().__init__()
        self._look = look
        self._rings: tuple[WallRing, ...] = ()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rings(self, rings: Sequence[WallRing]) -> None:
        """Show these."""
        before, self._rings = self._rings, tuple(rings)
        if len(before) != len(self._rings):
            self.updateGeometry()
        if before != self._rings:
            self.update()

    def _columns(self, width: int) -> int:
        return max(1, width // CELL)

    def heightForWidth(self, width: int) -> int:
        """As many rows as the width asks for."""
        rows = -(-len(self._rings) // self._columns(width))
        return max(1, rows) * CELL

    def sizeHint(self) -> QSize:
        """Seven to a row."""
        return QSize(7 * CELL, self.heightForWidth(7 * CELL))

    def _place(self, index: int) -> QRectF:
        row, column = divmod(index, self._columns(self.width()))
        x = column * CELL
        if self._look.is_right_to_left:
            x = self.width() - x - RING
        return QRectF(x, row * CELL + 2, RING, RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every ring."""
        painter = QPainter(self)
        colours = (self._look.colour("line"), self._look.colour("ok-mark"))
        for index, ring in enumerate(self._rings):
            paint_ring(painter, self._place(index), ring.fraction, PEN, colours)

    def _at(self, event: QMouseEvent) -> WallRing | None:
        point = event.position()
        found = (ring for index, ring in enumerate(self._rings) if self._place(index).contains(point))
        return next(found, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open that person."""
        if ring := self._at(event):
            self.pressed.emit(ring.uuid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Whose ring it is."""
        if ring := self._at(event):
            QToolTip.showText(event.globalPosition().toPoint(), ring.name, self)
