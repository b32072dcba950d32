"""Rows of the Sync page: a lane of what goes next, a line of what was tried. They show; they decide nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, card, label, paragraph, rule
from workstation.gui.style.layouts import empty
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status

TITLE = 40


def card_with_title(look: Look, words: str) -> tuple[QFrame, QVBoxLayout, QHBoxLayout]:
    """A card, the column inside it, and the row of its title."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 14, 20, 16)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setSpacing(12)
    title = label(look, words, "section")
    title.setMinimumHeight(look.px(TITLE))
    head.addWidget(title)
    head.addStretch(1)
    column.addLayout(head)
    return frame, column, head


class Place(QWidget):
    """A place in a queue: its number on a quiet disc."""

    def __init__(self, look: Look, number: int) -> None:
        """From one."""
        super().__init__()
        self._look, self._text = look, look.words.value(number)
        self.setFixedSize(look.px(28), look.px(28))

    def sizeHint(self) -> QSize:
        """A disc of 28."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawEllipse(self.rect())
        painter.setFont(self._look.strong("label"))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class QueueRow(QWidget):
    """A number or a mark, two lines, and a size at the end."""

    pressed = Signal()

    def __init__(
        self, look: Look, sign: int | Status, title: str, second: str, size: str = "", *, action: str = ""
    ) -> None:
        """``sign`` is a place in the queue, or what is the matter; ``action`` the words of the one button that helps."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(16)
        mark: QWidget = MarkWidget(look, sign, 20) if isinstance(sign, Status) else Place(look, sign)
        seat = QWidget()
        seat.setFixedWidth(look.px(28))
        centred = QHBoxLayout(seat)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(seat)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        first = paragraph(look, title, "body")
        first.setFont(look.strong("body"))
        names.addWidget(first)
        if second:
            names.addWidget(paragraph(look, second, "caption", "second"))
        names.addStretch(1)
        row.addLayout(names, 1)
        if size:
            row.addWidget(label(look, size, "body", "second"))
        self.button = Button(look, action) if action else None
        if self.button is not None:
            self.button.setAccessibleDescription(title)
            self.button.clicked.connect(self.pressed)
            row.addWidget(self.button)
        self.setMinimumHeight(look.px(64))
        self.setAccessibleName(look.words.join([title, second, size]))


class AttemptRow(QWidget):
    """A time, a mark, a sentence."""

    def __init__(self, look: Look, time: str, status: Status, sentence: str) -> None:
        """One line of the story."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        when = label(look, time, "label", "second")
        when.setFixedWidth(look.px(44))
        mark = MarkWidget(look, status, 16)
        seat = QWidget()
        seat.setFixedSize(16, look.line("label"))
        centred = QHBoxLayout(seat)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(mark)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(seat, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paragraph(look, sentence, "label"), 1)
        self.setAccessibleName(look.words.join([time, sentence]))


def fill(column: QVBoxLayout, widgets: Sequence[QWidget], *, ruled: bool) -> None:
    """Put these in, in place of what was there; with dividers between them where ``ruled``. A card has a border of its own."""
    empty(column)
    for place, widget in enumerate(widgets):
        if ruled and place and not widgets[place - 1].property("card"):
            column.addWidget(rule())
        column.addWidget(widget)
        widget.show()  # Qt would wait for the next turn of the event loop, and show an empty list until then
    column.addStretch(1)
