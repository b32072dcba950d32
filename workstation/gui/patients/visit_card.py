"""One visit: the date, OD's tile on the left and OS's on the right, what each eye has, and what headquarters has answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.labels import ChipWidget, card, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip

DATE = 104
TILE, PLACE = 104, 72


@dataclass(frozen=True)
class VisitShown:
    """What the card shows. ``lines`` are (OD or OS, words); ``asking`` is said where an eye was not stated."""

    day: str
    time: str
    eyes: tuple[Sequence[EyeTile], Sequence[EyeTile]]
    lines: tuple[tuple[str, str], ...]
    chip: Chip | None
    place: str = ""
    asking: Chip | None = None
    is_latest: bool = False
    missing: str = ""
    """What is still wanted of this visit, and why it did not come."""


class VisitCard(QWidget):
    """The date column with its dot, and the card."""

    pressed = Signal(str)

    def __init__(self, look: Look, shown: VisitShown) -> None:
        """Show that visit."""
        super().__init__()
        self._look, self._shown = look, shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 12)
        row.setSpacing(0)
        row.addWidget(self._date())
        row.addSpacing(30)
        row.addWidget(self._body(), 1)

    def _date(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(self._look.px(DATE) - 14)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
        day = paragraph(self._look, self._shown.day, "body")  # in two lines where its year would be cut (HZ-25)
        day.setFont(self._look.strong("body"))
        day.setAlignment(end)
        column.addWidget(day)
        column.addWidget(label(self._look, self._shown.time, "caption", "second"), 0, end)
        column.addStretch(1)
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dot and the line of time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._look.px(DATE) + 1.0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        painter.setPen(QPen(self._look.colour("line"), 2))
        painter.drawLine(int(x), 30, int(x), self.height())
        ink = self._look.colour("accent" if self._shown.is_latest else "line-strong")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if self._shown.is_latest else self._look.colour("canvas"))
        painter.drawEllipse(QRectF(x - 5, 19, 10, 10))

    def _body(self) -> QWidget:
        frame = card()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(down if self._look.is_large else across, frame)
        row.setContentsMargins(16, 14, 16, 12)
        row.setSpacing(20)
        has_places = max(map(len, self._shown.eyes)) > 1
        size, labels = (PLACE, "field") if has_places else (TILE, "eye")
        self.pair = EyePair(self._look, size, heads=has_places, labels=labels)
        self.pair.show_tiles(*self._shown.eyes)
        self.pair.pressed.connect(self.pressed)
        row.addWidget(self.pair, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        return frame

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(_lines(self._look, self._shown.lines), 1)
        chips: QHBoxLayout | QVBoxLayout = QVBoxLayout() if self._look.is_large else head
        for chip in (self._shown.asking, self._shown.chip):
            if chip:
                chips.addWidget(ChipWidget(self._look, chip), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if chips is not head:
            column.addLayout(chips)
        if self._shown.missing:
            column.addWidget(paragraph(self._look, self._shown.missing, "label"))
        if self._shown.place:
            column.addWidget(label(self._look, self._shown.place, "caption", "second"))
        column.addStretch(1)
        return column


def _lines(look: Look, lines: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for row, (eye, words) in enumerate(lines):
        grid.addWidget(label(look, eye, "body", strong=True), row, 0)
        grid.addWidget(paragraph(look, words), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
