"""The focus ring: one overlay over the window, transparent to the mouse, shown for keyboard focus only."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from workstation.gui.style.look import Look

GAP, WIDTH = 2, 3
GROW = GAP + WIDTH
RADIUS = 8  # of controls


class FocusRing(QWidget):
    """3 px around whatever the keyboard moved to, 2 px away from it."""

    def __init__(self, look: Look, over: QWidget) -> None:
        """Lie over that window."""
        super().__init__(over)
        self._look = look
        self._around: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def expect_key(self) -> None:
        """The next change of focus comes from Tab, Backtab or a shortcut."""
        self._by_key = True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_key, self._by_key = self._by_key, False
        if self._around is not None:
            self._around.removeEventFilter(self)
        inside = new is not None and new.window() is self.window() and by_key
        self._around = new if inside and not isinstance(new, QAbstractScrollArea) else None
        if self._around is None:
            self.hide()
            return
        self._around.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the widget while it moves; leave when it does."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Destroy):
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        widget, over = self._around, self.parentWidget()
        if widget is None or over is None:
            return
        corner = widget.mapTo(over, QPoint(0, 0))
        self.setGeometry(QRect(corner, widget.size()).adjusted(-GROW, -GROW, GROW, GROW))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), WIDTH))
        half = WIDTH / 2
        ring = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, RADIUS + GROW - half, RADIUS + GROW - half)
