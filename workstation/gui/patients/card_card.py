"""The card of the person on the page: printed, printed again (marked as a copy), or kept as a PDF. Each is written down."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.store import cards, station
from resources.store.cards import Card
from resources.store.rows import PatientRow
from resources.store.store import Unit
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.letters.card import NAMES
from workstation.gui.paper import ask_printer, keep, pdf_of, print_on
from workstation.gui.patients.card_sheet import CardText, paper_of, text_of
from workstation.gui.people_text import name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ChipWidget, card, label
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status
from workstation.gui.words import LANGUAGES, Words

Face = Callable[[], QImage | None]


class CardCard(QWidget):
    """The page makes it anew when one was printed; what was begun goes on without it."""

    def __init__(self, desk: Desk, person: PatientRow, known: Card, face: Face) -> None:
        """Of that person."""
        super().__init__()
        self._desk, self._person, self._known, self._face = desk, person, known, face
        words = desk.look.words
        self.language = QComboBox()
        self.language.setAccessibleName(words("letters.language"))
        for code in LANGUAGES:
            self.language.addItem(NAMES.get(code, code), code)
        self.language.setCurrentIndex(self.language.findData(words.language))
        self.print = Button(desk.look, words("card.of-print"), icon="printer", wraps=True)
        self.keep = Button(desk.look, words("card.keep"), rank="quiet", wraps=True)
        self.print.clicked.connect(self._print)
        self.keep.clicked.connect(self._choose_file)
        self._lay_out()

    def _lay_out(self) -> None:
        words, look = self._desk.look.words, self._desk.look
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(look, words("card.of-title"), "section"))
        times = self._known.printed
        said = words("card.times", n=times) if times else words("card.not-printed")
        column.addWidget(label(look, said, "label", "second"))
        if self._known.doubted:
            column.addWidget(ChipWidget(look, Chip(words("card.was-doubted"), Status.WARN)))
        column.addWidget(self.language)
        row = QHBoxLayout()
        row.addWidget(self.print, 1)
        row.addWidget(self.keep)
        column.addLayout(row)
        for widget in (self.print, self.keep, self.language):
            widget.setEnabled(self._person.number is not None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _print(self) -> None:
        """On the system's printer."""
        ask_printer(self, lambda printer: self._make(lambda text: self._on(printer, text)))

    def _on(self, printer: QPrinter, text: CardText) -> None:
        print_on(printer, paper_of(text, self._face()))
        self._desk.toast.say(self._desk.look.words("card.done", name=name_of(self._person)))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.keep.text(), f"{self._person.number}.pdf", "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """As a PDF in that file."""
        words = self._desk.look.words
        said = words("card.kept", name=name_of(self._person), file=words.island(path.name))

        def write(text: CardText) -> None:
            data = pdf_of(paper_of(text, self._face()))
            work = in_background(self._desk.toast, lambda: keep(path, data))
            work.then(lambda _: self._desk.toast.say(said)).otherwise(self._desk.tell)

        self._make(write)

    def _make(self, hand: Callable[[CardText], None]) -> None:
        """Write down that one is printed, then hand over its text."""
        desk, person = self._desk, self._person
        words = Words(str(self.language.currentData()))

        def change(unit: Unit) -> CardText:
            after = cards.printed(unit, person.uuid)
            return text_of(person, station.camp(unit).name, is_copy=after.printed > 1, words=words)

        desk.write(desk.toast, change).then(hand)
