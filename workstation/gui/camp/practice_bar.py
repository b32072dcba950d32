"""The bar that says "practice" over every page, striped so that nobody takes invented people for real ones."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look

STRIPE = 18


class PracticeBar(QWidget):
    """Says that nothing here is real; cuts and restores the pretend network; sends a stray picture."""

    network = Signal(bool)
    stray = Signal()

    def __init__(self, look: Look) -> None:
        """The network is up at first."""
        super().__init__()
        self._look = look
        self._is_up = True
        words = look.words
        self.cut = Button(look, words("practice.cut"), rank="quiet", key="F12")
        self.send = Button(look, words("practice.stray"), rank="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(112, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(label(look, words("practice.sentence"), "label", strong=True))
        row.addStretch(1)
        row.addWidget(self.send)
        row.addWidget(self.cut)
        self.cut.clicked.connect(self.toggle_network)
        self.send.clicked.connect(self.stray)
        self.setFixedHeight(look.px(48))

    def toggle_network(self) -> None:
        """Cut the network, or bring it back."""
        self._is_up = not self._is_up
        self.cut.setText(self._look.words("practice.cut" if self._is_up else "practice.restore"))
        self.network.emit(self._is_up)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground, and stripes along its start."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("warn-soft"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colour("warn-mark")))
        height = float(self.height())
        painter.setClipRect(0, 0, self._look.px(88), self.height())
        for start in range(-self.height(), self.width(), 2 * STRIPE):
            left = float(start)
            corners = [(left, height), (left + STRIPE, height), (left + STRIPE + height, 0.0), (left + height, 0.0)]
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
