"""A person's tiles under OD and OS: OD on the screen's left in every language (HZ-14). One widget, one paint pass."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from resources.terms import Laterality
from workstation.gui.style.eyes import (
    EyeTile,
    TileState,
    accessible_text,
    expected,
    paint_eye_tile,
    pair_gap,
    turn,
)
from workstation.gui.style.look import Look

FRAME_MS = 40
FRAME = 5
"""Room at either side under heads, for the frame of the tile that is selected."""
BETWEEN = 20  # the room between the two eyes where each has several tiles


class EyePair(QWidget):
    """One or more tiles of each eye. ``heads`` writes OD and OS above, ``labels`` the eye or field below each tile."""

    pressed = Signal(str)

    def __init__(self, look: Look, size: int, *, heads: bool = False, labels: str = "") -> None:
        """``size`` at 100 % text size; ``labels`` is "eye", "field" or nothing."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._look, self._size, self._heads, self._labels = look, look.px(size), heads, labels
        self._right: tuple[EyeTile, ...] = ()
        self._left: tuple[EyeTile, ...] = ()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.show_tiles([expected(Laterality.RIGHT)], [expected(Laterality.LEFT)])

    def show_tiles(self, right: Sequence[EyeTile], left: Sequence[EyeTile]) -> None:
        """Show these. A tile under the wrong eye is our bug and is refused."""
        if any(tile.eye is not Laterality.RIGHT for tile in right):
            raise ValueError("only right eyes stand under OD")
        if any(tile.eye is not Laterality.LEFT for tile in left):
            raise ValueError("only left eyes stand under OS")
        self._right, self._left = tuple(right), tuple(left)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName("; ".join(accessible_text(tile, self._look.words) for tile in self.tiles))
        self._animate()
        self.update()

    @property
    def tiles(self) -> tuple[EyeTile, ...]:
        """All tiles, OD first."""
        return self._right + self._left

    def _animate(self) -> None:
        if any(tile.state is TileState.ARRIVING for tile in self.tiles):
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()

    def _group_width(self, tiles: Sequence[EyeTile]) -> int:
        count = max(1, len(tiles))
        return count * self._size + (count - 1) * pair_gap(self._size)

    @property
    def _head(self) -> int:
        return self._look.line("body") + 8 if self._heads else 0

    @property
    def _side(self) -> int:
        return FRAME if self._heads else 0

    def _between(self) -> int:
        return BETWEEN if max(len(self._right), len(self._left)) > 1 else pair_gap(self._size)

    def sizeHint(self) -> QSize:
        """The tiles, their heads and their labels."""
        width = self._group_width(self._right) + self._between() + self._group_width(self._left)
        height = self._size + self._head + (self._look.line("caption") + 4 if self._labels else 0)
        return QSize(width + 2 * self._side, height)

    def places(self) -> list[tuple[EyeTile, QRectF]]:
        """Where each tile stands."""
        top = float(self._head)
        step = self._size + pair_gap(self._size)
        second = self._side + self._group_width(self._right) + self._between()
        found = [
            (tile, QRectF(self._side + index * step, top, self._size, self._size))
            for index, tile in enumerate(self._right)
        ]
        return found + [
            (tile, QRectF(second + index * step, top, self._size, self._size)) for index, tile in enumerate(self._left)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heads, tiles, labels."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        phase = turn(self._clock.elapsed()) if self._timer.isActive() else 0.0
        for tile, place in self.places():
            turned = _turned(tile, phase)
            paint_eye_tile(painter, place, turned, self._look.theme)
            self._paint_label(painter, tile, place)
        if self._heads:
            self._paint_heads(painter)

    def _paint_label(self, painter: QPainter, tile: EyeTile, place: QRectF) -> None:
        if not self._labels:
            return
        field = self._look.words(f"field.{tile.field.value}") if tile.field else ""
        text = field if self._labels == "field" and field else (tile.eye.eye if tile.eye else "")
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("text2"))
        below = QRectF(place.x() - 8, place.bottom() + 1, place.width() + 16, self._look.line("caption") + 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(self._look.strong("body"))
        painter.setPen(self._look.colour("text"))
        first = self._group_width(self._right)
        second = self._side + first + self._between()
        last = self._group_width(self._left)
        painter.drawText(
            QRectF(self._side, 0, first, self._head - 8), Qt.AlignmentFlag.AlignCenter, Laterality.RIGHT.eye
        )
        painter.drawText(QRectF(second, 0, last, self._head - 8), Qt.AlignmentFlag.AlignCenter, Laterality.LEFT.eye)

    def _at(self, event: QMouseEvent) -> EyeTile | None:
        point = event.position()
        return next((tile for tile, place in self.places() if place.contains(point)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which picture was pressed."""
        tile = self._at(event)
        if tile and tile.uid:
            self.pressed.emit(tile.uid)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tile's sentence as its tooltip."""
        if tile := self._at(event):
            QToolTip.showText(event.globalPosition().toPoint(), accessible_text(tile, self._look.words), self)
        super().mouseMoveEvent(event)


def _turned(tile: EyeTile, phase: float) -> EyeTile:
    return replace(tile, phase=phase) if tile.state is TileState.ARRIVING else tile
