"""Before there is a station: the set-up page of the first run, and the page that asks for the passphrase.

Both only ask; the passphrase goes out by a signal and is kept nowhere. What they set up is done by whoever listens.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.problems import Invalid
from resources.store import numbers
from workstation.gui.problems import told
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_product_mark
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status

SIDE, LARGEST = 437, 500
SHORTEST = 8
GOOD_WORDS = 4


@dataclass(frozen=True)
class SetUp:
    """What a person said at the first run."""

    camp: str
    prefix: str
    letter: str
    passphrase: str
    hq_url: str


def prefix_of(camp: str) -> str:
    """The card prefix that a camp's name suggests: "Camp 7 Melur" is C7."""
    head = re.match(r"\s*([A-Za-z])[A-Za-z]*\s*([0-9]{1,3})?", camp)
    return f"{head[1].upper()}{head[2] or ''}" if head else "C"


class Welcome(QWidget):
    """The quiet side: what this is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(min(look.px(SIDE), LARGEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 48, 40, 48)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Mark(look))
        head.addWidget(label(look, "Eyecamp", "section", strong=True))
        head.addStretch(1)
        column.addLayout(head)
        column.addStretch(2)
        column.addWidget(paragraph(look, look.words("opening.tagline"), "screen"))
        column.addWidget(paragraph(look, look.words("opening.how"), "body", "second"))
        column.addStretch(3)
        self.practice = Button(look, look.words("opening.practice"), icon="school", strong=True)
        column.addWidget(self.practice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its soft ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("accent-soft"))


class _Mark(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(34, 34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_product_mark(painter, QRectF(self.rect()), self._look.colour("accent"))


class _Page(QWidget):
    """The quiet side, and beside it a column of blocks."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.welcome = Welcome(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.welcome)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(*((32, 32, 32, 32) if look.is_large else (73, 44, 72, 36)))
        self.column.setSpacing(8)
        row.addWidget(scrolling(inside), 1)

    def secret(self) -> QLineEdit:
        """A line whose letters are not shown."""
        made = HintedEdit(self._look)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        return made


class FirstRunPage(_Page):
    """One page, four blocks; Enter starts the day. A doubt never blocks; what could not work does, with its reason."""

    set_up = Signal(object)

    def __init__(self, look: Look) -> None:
        """``set_up`` carries a SetUp."""
        super().__init__(look)
        words = look.words
        self.camp, self.prefix, self.letter = HintedEdit(look), HintedEdit(look), HintedEdit(look)
        self.first, self.again, self.hq = self.secret(), self.secret(), HintedEdit(look)
        self.letter.setMaxLength(1)
        self.prefix.setMaxLength(6)
        self._says = paragraph(look, "", "caption", "second")
        self.start = Button(look, words("opening.start"), rank="primary", key="Enter", strong=True)
        self._lay_out()
        self.camp.textEdited.connect(self._suggest)
        for field in (self.prefix, self.letter, self.first, self.again):
            field.textChanged.connect(self._look_over)
        for line in (self.camp, self.prefix, self.letter, self.first, self.again, self.hq):
            line.returnPressed.connect(self.finish)
        self.start.clicked.connect(self.finish)
        self._look_over()
        self.camp.setFocus()

    def _lay_out(self) -> None:
        words = self._look.words
        self.column.addWidget(paragraph(self._look, words("opening.title"), "screen"))
        self.column.addWidget(paragraph(self._look, words("opening.title-rest"), "body", "second"))
        self.column.addStretch(1)
        fields = {
            name: FormField(self._look, words(f"opening.{name}"), entry)
            for name, entry in (
                ("camp-name", self.camp), ("prefix", self.prefix), ("letter", self.letter), ("words", self.first),
                ("again", self.again), ("address", self.hq),
            )
        }  # fmt: skip
        self.fields = fields
        self._block("camp", [(fields["camp-name"], 4), (fields["prefix"], 2), (fields["letter"], 1)], self._says)
        keep = paragraph(self._look, words("opening.keep"), "caption", "second")
        self._block("passphrase", [(fields["words"], 1), (fields["again"], 1)], keep)
        self._block("hq", [(fields["address"], 1)], None, aside=words("opening.can-wait"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.start)
        self.column.addStretch(2)
        self.column.addLayout(foot)

    def _block(self, name: str, fields: list[tuple[FormField, int]], below: QWidget | None, aside: str = "") -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self._look, self._look.words(f"opening.{name}"), "section"))
        if aside:
            head.addWidget(label(self._look, aside, "caption", "hint"), 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self.column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in fields:
            row.addWidget(field, share)
            row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        if below is not None:
            self.column.addWidget(below)
        self.column.addStretch(1)

    def _suggest(self, camp: str) -> None:
        self.prefix.setText(prefix_of(camp))

    def _look_over(self) -> None:
        self._says.setText(self._cards())
        self.fields["words"].doubt(*self._doubt_of_passphrase())
        differ = self.again.text() and self.again.text() != self.first.text()
        self.fields["again"].doubt(self._look.words("opening.differ") if differ else "")

    def _doubt_of_passphrase(self) -> tuple[str, str]:
        text, words = self.first.text(), self._look.words
        if text and len(text) < SHORTEST:
            return words("opening.too-short"), ""
        if text and len(text.split()) < GOOD_WORDS and len(text) < 20:
            return words("opening.short"), words("opening.short-rest")
        return "", ""

    def _cards(self) -> str:
        try:
            prefix, letter = numbers.checked_prefix(self.prefix.text() or "C", self.letter.text() or "A")
        except Invalid as problem:
            return told(problem, self._look.words).short
        number = self._look.words.island(numbers.make(prefix, letter, 1))
        return self._look.words("opening.cards", number=number)

    def finish(self) -> None:
        """Hand over what was said; where something is missing or wrong, go there instead."""
        if not self.start.isEnabled():
            return
        missing = next(
            (line for line in (self.camp, self.prefix, self.letter, self.first) if not line.text().strip()), None
        )
        if missing is None and len(self.first.text()) < SHORTEST:
            missing = self.first
        if missing is None and self.again.text() != self.first.text():
            missing = self.again
        try:
            prefix, letter = numbers.checked_prefix(self.prefix.text() or "C", self.letter.text() or "A")
        except Invalid:
            missing, prefix, letter = missing or self.prefix, "", ""
        if missing is not None:
            missing.setFocus()
            return
        self.start.setEnabled(False)
        self.set_up.emit(SetUp(self.camp.text().strip(), prefix, letter, self.first.text(), self.hq.text().strip()))

    def refuse(self, sentence: str) -> None:
        """It did not work: say why, and let the person try again."""
        self._says.setText(sentence)
        self.start.setEnabled(True)


class UnlockPage(_Page):
    """Asks for the passphrase, says when it does not fit, and shows no patient."""

    unlock = Signal(str)

    def __init__(self, look: Look) -> None:
        """``unlock`` carries what was typed."""
        super().__init__(look)
        words = look.words
        self.welcome.practice.hide()
        self.line = self.secret()
        self.field = FormField(look, words("opening.passphrase"), self.line)
        self.open = Button(look, words("opening.unlock"), rank="primary", key="Enter", strong=True)
        self.column.addStretch(2)
        self.column.addWidget(paragraph(look, words("opening.unlock-title"), "screen"))
        self.column.addWidget(paragraph(look, words("opening.unlock-rest"), "body", "second"))
        self.column.addSpacing(16)
        self.column.addWidget(self.field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.open)
        self.column.addLayout(foot)
        self.column.addStretch(3)
        self.line.returnPressed.connect(self._go)
        self.open.clicked.connect(self._go)
        self.line.setFocus()

    def _go(self) -> None:
        if self.line.text() and self.open.isEnabled():
            self.open.setEnabled(False)
            self.unlock.emit(self.line.text())

    def refuse(self, sentence: str) -> None:
        """It does not fit."""
        self.line.clear()
        self.field.doubt(sentence)
        self.open.setEnabled(True)
        self.line.setFocus()


class OpeningPage(QWidget):
    """A moment's patience, while the station is opened."""

    def __init__(self, look: Look) -> None:
        """One line in the middle."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(MarkWidget(look, Status.BUSY, 16))
        row.addWidget(label(look, look.words("opening.opening"), "section"))
        grid.addLayout(row, 0, 0, Qt.AlignmentFlag.AlignCenter)
