"""The page of the daily screen check: patches that a screen must tell apart before anybody reads on it (hazard HZ-10).

Drawn in plain colours, which no theme touches. It measures nothing by itself: a person looks, and says.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.viewer.band import Band

DARK = (QColor(0, 0, 0), QColor(13, 13, 13))  # 0 and 5 % of 255
LIGHT = (QColor(255, 255, 255), QColor(242, 242, 242))  # 100 and 95 %
RED = (QColor(120, 30, 20), QColor(132, 30, 20))  # a haemorrhage on the retina, one step apart
RIM = QColor(128, 128, 128)  # keeps the white one from melting into a white page
STEPS = tuple(QColor(level, level, level) for level in (16, 32, 48, 64, 80, 96, 112, 128))


class Patches(QWidget):
    """Three squares, each with a smaller one in it, and a wedge of steps."""

    def __init__(self, words: str) -> None:
        """``words`` say what there is to see."""
        super().__init__()
        self.setAccessibleName(words)
        self.setMinimumSize(320, 120)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def areas(self) -> tuple[QRectF, ...]:
        """Where the squares and the wedge stand."""
        side = min(self.height() - 56.0, (self.width() - 32.0) / 3)
        left = (self.width() - 3 * side - 32) / 2
        squares = tuple(QRectF(left + n * (side + 16), 4, side, side) for n in range(3))
        return (*squares, QRectF(left, side + 16, 3 * side + 32, 36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plain colours, no smoothing."""
        painter = QPainter(self)
        *squares, wedge = self.areas()
        for area, (ground, spot) in zip(squares, (DARK, LIGHT, RED), strict=True):
            painter.fillRect(area.adjusted(-3, -3, 3, 3), RIM)
            painter.fillRect(area, ground)
            inner = QRectF(0, 0, area.width() / 3, area.height() / 3)
            inner.moveCenter(area.center())
            painter.fillRect(inner, spot)
        wide = wedge.width() / len(STEPS)
        for place, level in enumerate(STEPS):
            painter.fillRect(QRectF(wedge.x() + place * wide, wedge.y(), wide + 1, wedge.height()), level)


class ScreenCheckPage(Band):
    """What to look for, the patches, and two answers. ``answered(True)`` when everything was seen."""

    answered = Signal(bool)
    left = Signal()

    def __init__(self, look: Look) -> None:
        """Nothing answered."""
        super().__init__(look)
        words = look.words
        self.title = label(look, words("screen.title"), "section", strong=True)
        self.asked = paragraph(look, words("screen.asked"), "body")
        self.patches = Patches(words("screen.asked"))
        self.seen = Button(look, words("screen.seen"), key="Y")
        self.unseen = Button(look, words("screen.unseen"), key="N")
        self.later = Button(look, words("screen.later"), rank="quiet", key="Esc")
        self.seen.clicked.connect(lambda: self.answered.emit(True))
        self.unseen.clicked.connect(lambda: self.answered.emit(False))
        self.later.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.seen, self.unseen, self.later):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self.title.setVisible(not look.is_large)
        column.addWidget(self.title)
        column.addWidget(self.asked)
        column.addWidget(self.patches, 1)
        column.addLayout(row)
