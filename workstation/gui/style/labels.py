"""Labels in the roles of the type scale. All text is plain text: a name with a ``<`` in it stays a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from workstation.gui.style.look import Look
from workstation.gui.style.marks import CHIP_HEIGHT, Chip, chip_width, paint_chip, paint_mark
from workstation.gui.style.status import Status


def label(look: Look, text: str = "", role: str = "body", tone: str = "", *, strong: bool = False) -> QLabel:
    """A line of text; ``tone`` is second, hint, accent, ok, warn or urgent."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(look.strong(role) if strong else look.font(role))
    made.setMinimumHeight(look.line(role))
    made.setProperty("tone", tone)
    side = Qt.AlignmentFlag.AlignRight if look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(
        side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    )  # the page's side, not the text's
    return made


def count(look: Look, number: int, role: str = "section", tone: str = "") -> QLabel:
    """How many there are of something: the only bare numeral on a page, for a grade never stands without its scheme (HZ-21)."""
    made = label(look, look.words.value(number), role, tone)
    made.setObjectName("count")
    return made


def paragraph(look: Look, text: str = "", role: str = "body", tone: str = "") -> QLabel:
    """Text that wraps."""
    made = label(look, text, role, tone)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def card(kind: str = "true") -> QFrame:
    """A surface with a border: true, active, question, ready or dashed."""
    frame = QFrame()
    frame.setProperty("card", kind)
    return frame


def rule() -> QFrame:
    """A divider of 1 px."""
    frame = QFrame()
    frame.setProperty("rule", "true")
    return frame


class ElidedLabel(QLabel):
    """A name: one line, elided at its end, never wrapped. The whole name is its tooltip when it was cut."""

    def __init__(self, look: Look, text: str = "", role: str = "name", tone: str = "", *, fill: bool = True) -> None:
        """As ``label``, but it may be narrower than its text; without ``fill`` it is never wider."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.setMinimumHeight(look.line(role))
        self.setMinimumWidth(24)
        self.setProperty("tone", tone)
        policy = QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the name as fits."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if text == self.text() else self.text())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)


class MarkWidget(QWidget):
    """A status shape on the page."""

    def __init__(self, look: Look, status: Status, size: int = 16) -> None:
        """The shape in a square of that size."""
        super().__init__()
        self._look, self.status = look, status
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        paint_mark(QPainter(self), self.rect().toRectF(), self.status, self._look.theme)


class ChipWidget(QWidget):
    """A chip; without a text it takes no room."""

    def __init__(self, look: Look, chip: Chip | None = None) -> None:
        """Show that chip, or none yet."""
        super().__init__()
        self._look = look
        self.show_chip(chip)

    def show_chip(self, chip: Chip | None) -> None:
        """Say something else."""
        self.chip = chip
        self.setVisible(chip is not None)
        if chip:
            width = int(chip_width(chip, self._look.strong("caption")))
            self.setFixedSize(width, self._look.px(CHIP_HEIGHT))
            self.setAccessibleName(chip.text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        if self.chip:
            paint_chip(
                QPainter(self),
                self.rect().toRectF(),
                self.chip,
                self._look.strong("caption"),
                self._look.theme,
                right_to_left=self._look.is_right_to_left,
            )
