"""The dialog "By stick": what headquarters has not confirmed goes to a folder of a stick, and what is on it comes in.

It says what was done and read back, and promises nothing: pictures and records count when receipts come. The passphrase is kept
nowhere.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources import problems
from resources.problems import Problem
from sync.sticks.form import OWN, RECEIPTS
from sync.sticks.outcomes import Arrived, Written
from workstation.gui.background import in_background
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import MarkWidget, card, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.words import Words

WIDTH = 520
SHORTEST = 8
SAID = {
    problems.StorageFull: "stick.full",
    problems.Locked: "stick.locked",
    problems.Damaged: "stick.damaged",
    problems.Unavailable: "stick.pulled",
}


class Sticks(Protocol):
    """What the dialog needs; both take long, and are called off the GUI thread."""

    def write(self, folder: Path, passphrase: str) -> Written:
        """Everything unconfirmed, to that folder."""

    def take(self, folder: Path, passphrase: str) -> Sequence[Arrived | Problem]:
        """Everything in that folder, file by file."""


class StickDialog(QDialog):
    """A folder, a passphrase, two buttons, and what came of it."""

    def __init__(self, look: Look, sticks: Sticks, parent: QWidget) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self._look, self._sticks, words = look, sticks, look.words
        self.setModal(True)
        self.setWindowTitle(words("stick.title"))
        self.setAccessibleName(words("stick.title"))
        self.folder, self.passphrase = HintedEdit(look), HintedEdit(look)
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.place = FormField(look, words("stick.folder"), self.folder)
        self.secret = FormField(look, words("stick.passphrase"), self.passphrase)
        self.choose = Button(look, words("backup.choose"))
        self.write = Button(look, words("stick.write"), rank="primary", icon="device-usb")
        self.take = Button(look, words("stick.take"))
        self.shut = Button(look, words("stick.close"))
        self._mark = MarkWidget(look, Status.WAIT, 20)
        self.outcome = paragraph(look, "", "body")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._look.words
        frame: QFrame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self._look, words("stick.title"), "section"))
        self._what = paragraph(self._look, words("stick.what"), "label", "second")
        column.addWidget(self._what)
        for widget in (self.place, self.choose, self.secret):
            column.addWidget(widget)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.outcome, 1)
        column.addLayout(said)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.shut)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(self.write)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.setMinimumWidth(self._look.px(WIDTH))
        self._mark.hide()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.write.clicked.connect(self._write)
        self.take.clicked.connect(self._take)
        self.shut.clicked.connect(self.reject)
        self.folder.textChanged.connect(lambda _text: self.place.doubt(""))
        self.passphrase.textChanged.connect(lambda _text: self.secret.doubt(""))

    @Slot()
    def _choose(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, self._look.words("backup.choose"), self.folder.text()):
            self.folder.setText(found)

    @Slot()
    def _write(self) -> None:
        self._begin(lambda folder, secret: [self._sticks.write(folder, secret)])

    @Slot()
    def _take(self) -> None:
        self._begin(self._sticks.take)

    def _begin(self, work: Callable[[Path, str], Sequence[Written | Arrived | Problem]]) -> None:
        folder, secret, words = self.folder.text().strip(), self.passphrase.text(), self._look.words
        if not folder or not Path(folder).is_absolute():
            self.place.doubt(words("backup.needs-folder"))
        elif len(secret) < SHORTEST:
            self.secret.doubt(words("stick.short", n=SHORTEST))
        else:
            self._busy(busy=True)
            self._say(words("stick.working"), Status.BUSY)
            in_background(self, lambda: work(Path(folder), secret)).then(self._done).otherwise(self._failed)

    def _busy(self, *, busy: bool) -> None:
        for button in (self.write, self.take):
            button.setEnabled(not busy)

    def _done(self, results: Sequence[Written | Arrived | Problem]) -> None:
        words = self._look.words
        others = [one for one in results if not (isinstance(one, Arrived) and one.what == OWN)]
        told = [sentence_of(one, words) for one in others] or [words("stick.nothing")]
        went_wrong = any(isinstance(one, Problem) for one in results)
        self._say("\n".join(told), Status.WARN if went_wrong else Status.WAIT)
        self._rest()

    def _failed(self, problem: Problem) -> None:
        self._say(sentence_of(problem, self._look.words), Status.WARN)
        self._rest()

    def _rest(self) -> None:
        self.passphrase.clear()
        self._busy(busy=False)

    def _say(self, text: str, status: Status) -> None:
        self._mark.status = status
        self._mark.show()
        self._mark.update()
        self.outcome.setText(text)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its words need at this width."""
        for said in (self._what, self.outcome):
            said.setMinimumHeight(0)
            said.setMinimumHeight(max(said.heightForWidth(said.width()), 0))
        self.adjustSize()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is cut off at the first sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)


def sentence_of(one: Written | Arrived | Problem, words: Words) -> str:
    """What was done, or what stood in the way; no more than that."""
    if isinstance(one, Problem):
        key = next((SAID[kind] for kind in type(one).__mro__ if kind in SAID), "stick.not-ours")
        return one.sentence if words.language == "en" else words(key)
    if isinstance(one, Written):
        return _written(one, words)
    return _receipts(one, words) if one.what == RECEIPTS else _arrived(one, words)


def _written(one: Written, words: Words) -> str:
    said = [
        words.counted("stick.written", one.pictures) if one.pictures else "",
        words("stick.records-written", n=one.records) if one.records else "",
    ]
    if not any(said):
        return words("stick.nothing")
    return " ".join(filter(None, [*said, words.counted("stick.waits", one.left_out) if one.left_out else ""]))


def _receipts(one: Arrived, words: Words) -> str:
    about_records = one.records_confirmed + one.records_refused
    said = [
        words("stick.receipts", n=one.confirmed, others=one.refused) if one.pictures or not about_records else "",
        words("stick.records-receipts", n=one.records_confirmed, others=one.records_refused) if about_records else "",
        words("stick.do-not-count") if one.note else "",
    ]
    return " ".join(filter(None, said))


def _arrived(one: Arrived, words: Words) -> str:
    kept, said = one.records, words("stick.arrived", n=one.stored, known=one.known, aside=one.aside)
    told = words("stick.records-arrived", n=kept.new + kept.changed, known=kept.known, waits=kept.waits)
    gone = words("stick.records-withdrawn", n=kept.withdrawn)
    back = words("stick.take-back") if one.receipts else words("stick.no-receipts")
    return " ".join(
        [
            *([said] if one.pictures or not kept.count else []),
            *([told] if kept.count else []),
            *([gone] if kept.withdrawn else []),
            back,
        ]
    )
