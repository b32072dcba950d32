"""The letters of one person on their page: which were printed, when, by whom, which are out of date; and a new one.

A letter in the language of the person, not of the window. Nothing is printed by nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import Refused
from resources.store import letters, opinions
from resources.store.hands import has_no_name
from resources.store.letters import LetterRow
from resources.store.staff import initials_of
from resources.store.store import Store, Unit
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.letters.making import Hand, Made, make
from workstation.gui.letters.sheet import paper_of
from workstation.gui.live import Live
from workstation.gui.paper import ask_printer, keep, print_on
from workstation.gui.people_text import day_text, name_of, time_text
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ChipWidget, ElidedLabel, card, label, paragraph
from workstation.gui.style.layouts import empty
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status
from workstation.gui.words import LANGUAGES, Words

NAMES = {"en": "English", "es": "Español", "ar": "العربية", "hi": "हिन्दी"}
SHOWN = 6


@dataclass(frozen=True)
class LetterView:
    """One printed letter, and whether it still says what stands."""

    row: LetterRow
    is_current: bool


@dataclass(frozen=True)
class LettersRead:
    """A person's letters, the newest first, and the day of the visit that a new one is about."""

    patient_uuid: str
    views: tuple[LetterView, ...] = ()
    day: date | None = None
    refused: str = "grade"
    """Why no letter can be made now: eye, person, grade or unread; empty when one can."""


def read_letters(store: Store, patient_uuid: str) -> LettersRead:
    """Of one moment. Not for the GUI thread."""
    if not patient_uuid:
        return LettersRead("")
    with store.read() as unit:
        rows = letters.of_patient(unit, patient_uuid)
        views = tuple(LetterView(row, letters.is_current(unit, row)) for row in rows)
        day = max((row.day for row in opinions.of_patient(unit, patient_uuid)), default=None)
        refused = "grade" if day is None else _refusal(unit, patient_uuid, day)
    return LettersRead(patient_uuid, views, day, refused)


def _refusal(unit: Unit, patient_uuid: str, day: date) -> str:
    try:
        letters.facts(unit, patient_uuid, day)
    except Refused as why:
        return why.fields.get("letter", "grade")
    return ""


class LettersCard(QWidget):
    """``open`` somebody; ``refresh`` when the feed rang. ``sign_in_wanted`` when nobody has said who prints."""

    sign_in_wanted = Signal()
    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nobody."""
        super().__init__()
        self._desk, self._look, words = desk, desk.look, desk.look.words
        self._uuid = ""
        self.read: LettersRead | None = None
        self.language = QComboBox()
        self.language.setAccessibleName(words("letters.language"))
        for code in LANGUAGES:
            self.language.addItem(NAMES.get(code, code), code)
        self.print = Button(desk.look, words("letters.print"), icon="printer")
        self.save = Button(desk.look, words("letters.save"), rank="quiet")
        self.why = paragraph(desk.look, "", "caption", "hint")
        self._rows = QVBoxLayout()
        self._lay_out()
        self._live = Live(self, lambda: read_letters(desk.store, self._uuid), self._show, desk.tell)
        self.print.clicked.connect(self.print_it)
        self.save.clicked.connect(self._choose_file)

    def _lay_out(self) -> None:
        words = self._look.words
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(self._look, words("letters.title"), "section"))
        column.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.save, 1)
        column.addWidget(self.language)
        column.addLayout(buttons)
        column.addWidget(self.why)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    # --- whose

    def open(self, patient_uuid: str) -> None:
        """Blank first, then that person's (HZ-15)."""
        self._uuid, self.read = patient_uuid, None
        self.language.setCurrentIndex(self.language.findData(self._look.words.language))
        self._render()
        self._live.again()

    def refresh(self) -> None:
        """Something changed."""
        if self._uuid:
            self._live.again()

    def _show(self, read: LettersRead) -> None:
        if read.patient_uuid != self._uuid:
            return
        is_first, self.read = self.read is None, read
        if is_first and read.views:
            self.language.setCurrentIndex(max(0, self.language.findData(read.views[0].row.language)))
        self._render()
        self.shown.emit()

    def _render(self) -> None:
        empty(self._rows)
        words, read = self._look.words, self.read
        views = read.views if read else ()
        for view in views[:SHOWN]:
            self._rows.addWidget(self._line(view, views))
        if read is not None and not views:
            self._rows.addWidget(label(self._look, words("letters.none"), "label", "second"))
        may_print = read is not None and not read.refused
        for widget in (self.print, self.save, self.language):
            widget.setEnabled(may_print)
        why = (
            "" if read is None else words(f"letters.refused-{read.refused}" if read.refused else "letters.cannot-undo")
        )
        self.why.setText(why)

    def _line(self, view: LetterView, views: Sequence[LetterView]) -> QWidget:
        words, zone, row = self._look.words, self._desk.store.zone, view.row
        on = day_text(row.printed_at.astimezone(zone).date(), words, year=False)
        said = words(
            "letters.line", day=on, time=time_text(row.printed_at, zone, words), by=initials_of(row.printed_by)
        )
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        language = NAMES.get(row.language, row.language)
        text = ElidedLabel(self._look, words.join([said, language]), "label")
        made.setToolTip(words.join([row.printed_by, language]))
        line.addWidget(text, 1)
        chip = _chip(view, views, words)
        if chip:
            line.addWidget(ChipWidget(self._look, chip))
        made.setAccessibleName(words.join([text.text(), row.printed_by, chip.text if chip else ""]))
        return made

    # --- a new one

    def print_it(self) -> None:
        """On the system's printer; written down when somebody has said that it shall be printed."""
        if not self._may_sign():
            return
        ask_printer(self, self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """On this printer."""

        def paint(made: Made) -> None:
            print_on(printer, paper_of(made.text, made.pictures))
            self._done(self._look.words("letters.was-printed", name=name_of(made.facts.patient)))

        self._make(paint)

    def save_to(self, path: Path) -> None:
        """As a PDF in that file."""

        def write(made: Made) -> None:
            words = self._look.words
            said = words("letters.kept-as", name=name_of(made.facts.patient), file=words.island(path.name))
            work = in_background(self, lambda: keep(path, made.pdf))
            work.then(lambda _: self._done(said)).otherwise(self._desk.tell)

        self._make(write)

    def _choose_file(self) -> None:
        if not self._may_sign():
            return
        words = self._look.words
        path, _ = QFileDialog.getSaveFileName(self, words("letters.save"), "letter.pdf", "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _may_sign(self) -> bool:
        if has_no_name(self._desk.actor()):
            self.sign_in_wanted.emit()
            return False
        return True

    def _make(self, hand: Hand) -> None:
        read = self.read
        if read is not None and read.day is not None and self._may_sign():
            make(self._desk, self, read.patient_uuid, read.day, str(self.language.currentData()), hand)

    def _done(self, said: str) -> None:
        self._desk.toast.say(said, status=Status.OK)
        self.refresh()


def _chip(view: LetterView, views: Sequence[LetterView], words: Words) -> Chip | None:
    if any(other.row.replaces == view.row.uuid for other in views):
        return Chip(words("letters.replaced"), Status.WAIT)
    if not view.is_current:
        return Chip(words("letters.out-of-date"), Status.WARN)
    return Chip(words("letters.a-copy"), Status.WAIT) if view.row.copy_of else None
