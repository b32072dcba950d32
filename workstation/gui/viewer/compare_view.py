"""One eye then and now: side by side, in turn on one place (blink), or with an edge to move across (swipe).

Then is left, now is right, in every language. Each pane says in large words which of the two it is, the old one in a dashed
frame; there is no state in which a picture stands without them (HZ-27).
"""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.viewer.captions import PALE, Caption
from workstation.gui.viewer.comparing import Pair
from workstation.gui.viewer.pane import EyePane, Zoom

TURN = 800
"""Milliseconds that each picture stands while they blink: well below three flashes in a second."""
GRIP = 44
NARROWEST = 0.05


class Mode(Enum):
    """How the two are held against each other."""

    SIDE = "side"
    BLINK = "blink"
    SWIPE = "swipe"


class Edge(QWidget):
    """The line between then and now, with a grip for a finger."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget, words: str) -> None:
        """Somewhere above both panes."""
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self.dragged.emit(round(self.mapToParent(event.position()).x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line, and a ring in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(PALE, 2))
        middle = self.width() / 2
        painter.drawLine(round(middle), 0, round(middle), self.height())
        painter.setBrush(QColor("#0B0D10"))
        painter.drawEllipse(QRectF(middle - 14, self.height() / 2 - 14, 28, 28))


class CompareView(QWidget):
    """``show_pair``, then ``set_mode``. Both look at the same part of their picture."""

    tabbed = Signal()
    moved = Signal(object)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Two blank panes side by side."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # HZ-14
        self.setMinimumSize(400, 160)
        self._words = look.words
        self.mode, self.share = Mode.SIDE, 0.5
        self.now = EyePane(look, pictures)
        self.now.setParent(self)
        self._clip = QWidget(self)
        self.then = EyePane(look, pictures)
        self.then.setParent(self._clip)
        self._edge = Edge(self, look.words("viewer.edge"))
        self._edge.dragged.connect(lambda x: self.move_edge(x / max(1, self.width())))
        self.turn = QTimer(self)
        self.turn.setInterval(TURN)
        self.turn.timeout.connect(self.flip)
        self.now.moved.connect(self._then_follows)
        self.then.moved.connect(self._now_follows)
        for pane in (self.now, self.then):
            pane.tabbed.connect(self.tabbed)
        self._place()

    def show_pair(self, pair: Pair, then: Caption, now: Caption) -> None:
        """These two; ``captions`` say which is which."""
        self.then.look_at(pair.then, then)
        self.now.look_at(pair.now, now)
        self.now.set_active(True)

    def blank(self) -> None:
        """Nobody's eye, and nothing blinks."""
        self.turn.stop()
        self.mode, self.share = Mode.SIDE, 0.5
        for pane in (self.then, self.now):
            pane.look_at(None, Caption())
            pane.set_red_free(False)
        self._place()

    def set_mode(self, mode: Mode) -> None:
        """Side by side, blinking or with an edge."""
        self.mode = mode
        self.turn.stop()
        if mode is Mode.BLINK:
            self.turn.start()
        self._place()

    @property
    def is_then_in_front(self) -> bool:
        """Whether the old picture is the one that is seen, while they blink."""
        return not self._clip.isHidden()

    def flip(self) -> None:
        """The other one."""
        if self.mode is Mode.BLINK:
            self._clip.setVisible(self._clip.isHidden())

    def move_edge(self, share: float) -> None:
        """How much of the width shows then."""
        self.share = min(max(share, NARROWEST), 1 - NARROWEST)
        self._place()

    def _place(self) -> None:
        wide, high = self.width(), self.height()
        half = (wide - 1) // 2
        is_side = self.mode is Mode.SIDE
        now_at = half + 1 if is_side else 0
        self.now.setGeometry(now_at, 0, wide - now_at, high)
        seen = {Mode.SIDE: half, Mode.BLINK: wide, Mode.SWIPE: round(wide * self.share)}[self.mode]
        self._clip.setGeometry(0, 0, seen, high)
        self._clip.show()
        self.then.setGeometry(0, 0, half if is_side else wide, high)
        self._edge.setVisible(self.mode is Mode.SWIPE)
        self._edge.setGeometry(seen - GRIP // 2, 0, GRIP, high)
        self._edge.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both keep their places."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """As the pair of eyes."""
        return QSize(1003, 488)

    # --- how they are looked at

    def _then_follows(self, zoom: Zoom) -> None:
        self.then.follow(_scaled(zoom, self.now, self.then))
        self.moved.emit(zoom)

    def _now_follows(self, zoom: Zoom) -> None:
        zoomed = _scaled(zoom, self.then, self.now)
        self.now.follow(zoomed)
        self.moved.emit(zoomed)


def _scaled(zoom: Zoom, mine: EyePane, theirs: EyePane) -> Zoom:
    """The same part of a picture that another camera made larger or smaller."""
    if zoom.scale is None or not mine.row or not theirs.row:
        return zoom
    ratio = (mine.row.columns or 1) / (theirs.row.columns or mine.row.columns or 1)
    return Zoom(zoom.scale * ratio, zoom.middle)
