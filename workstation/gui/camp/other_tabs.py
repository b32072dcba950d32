"""The quieter tabs of the Camp page: what this camp is set to, a backup on a stick, practice. They only show and ask."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workstation.gui import claims
from workstation.gui.camp.state import Facts
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import MarkWidget, card, label, paragraph, rule
from workstation.gui.style.layouts import empty
from workstation.gui.style.look import Look
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status

WIDE = 720


def _framed(look: Look, title: str, what: str = "") -> tuple[QWidget, QVBoxLayout]:
    """A tab with one card, not wider than one reads."""
    frame: QFrame = card()
    frame.setMaximumWidth(look.px(WIDE))
    column = QVBoxLayout(frame)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(14)
    if title:
        column.addWidget(label(look, title, "section"))
    if what:
        column.addWidget(paragraph(look, what, "body", "second"))
    inside = QWidget()
    whole = QVBoxLayout(inside)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(frame)
    whole.addStretch(1)
    return scrolling(inside), column


class FactsTab(QWidget):
    """What the station is set to."""

    def __init__(self, look: Look) -> None:
        """Not read yet."""
        super().__init__()
        self._look = look
        tab, column = _framed(look, "")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.said: dict[str, str] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(tab)

    def show_facts(self, facts: Facts) -> None:
        """These."""
        words = self._look.words
        room = words("camp.room", size=words.digits(f"{facts.free_bytes / 1e9:.0f}"), n=facts.free_patients)
        protocol = words(f"camp.{facts.protocol}") if facts.protocol in ("macula", "macula-disc") else facts.protocol
        said = {
            "camp": facts.camp or words("camp.not-set"),
            "numbers": words.island(facts.numbers) or words("camp.not-set"),
            "organization": words.island(facts.organization),
            "team": words.join(facts.team) or words("camp.nobody"),
            "language": {"en": "English", "ar": "العربية", "hi": "हिन्दी", "es": "Español"}.get(
                facts.language, facts.language
            ),
            "protocol": protocol,
            "grading": words.island(facts.grading),
            "zone": words.island(facts.zone),
            "disk": room,
        }
        if said == self.said:
            return
        self.said = said
        empty(self._grid)
        for row, (key, value) in enumerate(said.items()):
            name = label(self._look, words(f"camp.fact-{key}"), "label", "second")
            shown = paragraph(self._look, value, "body")
            shown.setAccessibleName(words.join([name.text(), value]))
            self._grid.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, 2 * row, 1)
            if row < len(said) - 1:
                self._grid.addWidget(rule(), 2 * row + 1, 0, 1, 2)


class BackupTab(QWidget):
    """``wanted`` carries the folder and the passphrase; the passphrase is kept nowhere."""

    wanted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        """No folder chosen."""
        super().__init__()
        self._look, words = look, look.words
        self.folder, self.passphrase = HintedEdit(look), HintedEdit(look)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field = FormField(look, words("backup.folder"), self.folder)
        self.choose = Button(look, words("backup.choose"))
        self.now = Button(look, words("backup.now"), rank="primary", icon="device-usb")
        self._mark = MarkWidget(look, Status.WAIT, 20)
        self.result = paragraph(look, "", "body")
        self._answer = QWidget()
        tab, column = _framed(look, words("backup.title"), words("backup.what"))
        column.addWidget(self.field)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(FormField(look, words("backup.passphrase"), self.passphrase))
        column.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.result, 1)
        self._answer.hide()
        column.addWidget(self._answer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(tab)
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self._ask)
        for line in (self.folder, self.passphrase):
            line.returnPressed.connect(self._ask)
        self.folder.textChanged.connect(lambda _text: self.field.doubt(""))

    def _choose(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, self._look.words("backup.choose"), self.folder.text()):
            self.folder.setText(found)

    def _ask(self) -> None:
        folder = self.folder.text().strip()
        if not folder or not Path(folder).is_absolute():
            self.field.doubt(self._look.words("backup.needs-folder"))
        elif self.now.isEnabled():
            self.now.setEnabled(False)
            self.say(self._look.words("backup.working"), Status.BUSY)
            self.wanted.emit(folder, self.passphrase.text())

    def show_done(self, done: Any) -> None:
        """``done`` has ``files``, ``size`` and ``was_opened``."""
        words = self._look.words
        claim = claims.backup(was_opened=done.was_opened, words=words)
        size = words.decimal(done.size / 1e6, 1)
        wrong = words("backup.wrong-passphrase") if done.was_refused else ""
        self.say(" ".join(filter(None, [f"{claim.text}.", words("backup.files", n=done.files, size=size), wrong])),
                 Status.WARN if wrong else claim.status or Status.WAIT)  # fmt: skip
        self._rest()

    def show_failed(self, sentence: str) -> None:
        """It did not come about."""
        self.say(sentence, Status.WARN)
        self._rest()

    def _rest(self) -> None:
        self.passphrase.clear()
        self.now.setEnabled(True)

    def say(self, sentence: str, status: Status) -> None:
        """What came of it."""
        self._mark.status = status
        self._mark.update()
        self.result.setText(sentence)
        self._answer.setVisible(bool(sentence))


class PracticeTab(QWidget):
    """``opened`` asks for a window with invented people."""

    opened = Signal()

    def __init__(self, look: Look, *, is_offered: bool) -> None:
        """In practice itself there is nothing to open."""
        super().__init__()
        words = look.words
        what = words("practice.what") if is_offered else words("practice.here")
        tab, column = _framed(look, words("practice.title"), what)
        self.open = Button(look, words("practice.open"), icon="school")
        self.open.clicked.connect(self.opened)
        self.open.setVisible(is_offered)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(tab)
