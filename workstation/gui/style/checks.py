"""A check box of 28 in a row of 44: the whole row is the target."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from workstation.gui.style.fitting import WRAPPED, fitted
from workstation.gui.style.look import Look
from workstation.gui.style.marks import round_pen

BOX = 28


class Check(QAbstractButton):
    """Something that is so, or not."""

    def __init__(self, look: Look, words: str) -> None:
        """Not ticked."""
        super().__init__()
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(look.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The box and its words."""
        words = QFontMetrics(self._look.strong("body")).horizontalAdvance(self.text())
        return QSize(self._look.px(BOX) + 12 + words + 4, self._look.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.px(BOX)
        direction = self.layoutDirection()
        seat = QStyle.visualRect(direction, self.rect(), QRect(0, (self.height() - side) // 2, side, side))
        self._paint_box(painter, QRectF(seat))
        words = QStyle.visualRect(direction, self.rect(), self.rect().adjusted(side + 12, 0, 0, 0))
        urgent = self.property("tone") == "urgent"
        whole = self._look.strong("body") if urgent else self._look.font("body")
        font, text = fitted(self.text(), words.size(), whole, self._look.font("caption"))
        self.setToolTip("" if text == self.text() else self.text())
        painter.setFont(font)
        painter.setPen(self._look.colour("urgent" if urgent else "text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAPPED, text)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        if not self.isChecked():
            painter.setPen(QPen(self._look.colour("line-strong"), 1))
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent-fill"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(round_pen(self._look.colour("on-accent"), 2.4))
        scale = box.width() / BOX
        points = ((7.5, 14.5), (12, 19), (20.5, 9.5))
        painter.drawPolyline([QPointF(box.x() + x * scale, box.y() + y * scale) for x, y in points])
