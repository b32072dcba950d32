"""Two records of one person: find the other one, look at both faces, say so; and take it back at any time (hazard HZ-18)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.store import links, patients
from resources.store.links import LinkRow
from resources.store.rows import PatientRow
from resources.store.store import Unit
from workstation.gui.desk import Desk, undo_of
from workstation.gui.live import Live
from workstation.gui.patients.alike_card import AlikeCard, AlikeSide
from workstation.gui.patients.faced_card import FacedCard
from workstation.gui.patients.look_alikes import compared
from workstation.gui.patients.person_button import PersonButton
from workstation.gui.people_text import age_sex, day_text, name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import SearchField
from workstation.gui.style.labels import paragraph
from workstation.gui.style.layouts import empty
from workstation.gui.style.people import PersonCard

OFFERED = 3
FACE = 56
CARD = 520
Face = Callable[[PatientRow], QImage | None]


class JoinPanel(QWidget):
    """A search; whoever is chosen stands beside this person, with what speaks for it and against it. ``ended`` closes it."""

    ended = Signal()

    def __init__(self, desk: Desk, person: PatientRow, face: Face) -> None:
        """For that person. Offers whose name is alike at once."""
        super().__init__()
        self._desk, self._person, self._face = desk, person, face
        self._text = person.name or person.details.native_name
        self.offered: tuple[PatientRow, ...] = ()
        self.card: AlikeCard | None = None
        self.search = SearchField(desk.look, desk.look.words("join.search"), key="")
        close = Button(desk.look, desk.look.words("join.close"), rank="quiet")
        close.clicked.connect(self.ended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(close)
        column.addLayout(row)
        self._below = QVBoxLayout()
        self._below.setSpacing(8)
        column.addLayout(self._below)
        self._live = Live(self, self._read, self._show, desk.tell)
        self.search.textChanged.connect(self._look_for)
        self._live.again()

    def _look_for(self, text: str) -> None:
        self._text = text
        self._live.again()

    def _read(self) -> tuple[str, tuple[PatientRow, ...]]:
        text, mine = self._text, self._person
        with self._desk.store.read() as unit:
            theirs = {row.uuid for row in links.together(unit, mine)}
            found = patients.search(unit, text, limit=OFFERED + len(theirs)) if text.strip() else []
        return text, tuple(row for row in found if row.uuid not in theirs)[:OFFERED]

    def _show(self, answer: tuple[str, tuple[PatientRow, ...]]) -> None:
        if answer[0] != self._text:
            return
        self.offered = answer[1]
        self._clear()
        for row in self.offered:
            number = self._desk.look.words.island(row.number or row.public_id)
            shown = PersonCard(row.uuid, name_of(row), self._facts(row), note=number)
            button = PersonButton(self._desk.look, shown, self._face(row))
            button.clicked.connect(lambda _=False, row=row: self.choose(row))
            self._below.addWidget(button)

    def _clear(self) -> None:
        self.card = None
        empty(self._below)

    def _facts(self, row: PatientRow) -> str:
        store = self._desk.store
        today = store.clock().astimezone(store.zone).date()
        return self._desk.look.words.join([age_sex(row, today, self._desk.look.words), row.details.village])

    def choose(self, other: PatientRow) -> None:
        """Put both faces side by side, and ask."""
        self._clear()
        look, store = self._desk.look, self._desk.store
        year = store.clock().astimezone(store.zone).year
        sides = (self._side(self._person), self._side(other))
        reasons = [
            (one.status, look.words(one.key, **{name: look.words.digits(value) for name, value in one.values}))
            for one in compared(self._person, other, year)
        ]
        self.card = AlikeCard(look, other.uuid, sides, reasons)
        self.card.same.connect(lambda _: self._same(other))
        self.card.other.connect(lambda _: self.ended.emit())
        self.card.setMaximumWidth(look.px(CARD))
        self._below.addWidget(self.card)

    def _side(self, row: PatientRow) -> AlikeSide:
        number = self._desk.look.words.island(row.number or row.public_id)
        return AlikeSide(number, name_of(row), self._facts(row), self._face(row))

    def _same(self, other: PatientRow) -> None:
        """Join; where sex or birth year differ, only after that was said and pressed again."""
        against = links.contradictions(self._person, other)
        if against and self.card and not self.card.is_asking:
            self.card.ask(self._desk.look.words("join.differ"))
            return
        desk, mine = self._desk, self._person

        def done(link: LinkRow) -> None:
            sentence = desk.look.words("join.done", name=name_of(mine), other=name_of(other))
            after = self.ended.emit
            desk.toast.say(sentence, undo_of(desk, desk.toast, lambda unit: links.part(unit, link.uuid), lambda: None))
            after()

        desk.write(self, lambda unit: links.join(unit, other.uuid, mine.uuid, despite=against)).then(done)


class JoinedCard(FacedCard):
    """Says that another record is the same person, who said so and when, and takes it apart."""

    opened = Signal(str)

    def __init__(self, desk: Desk, link: LinkRow, pair: tuple[PatientRow, PatientRow], face: QImage | None) -> None:
        """``pair``: the person of the page, and the other record."""
        look, words, other = desk.look, desk.look.words, pair[1]
        super().__init__(look, other, face, FACE)
        self._desk, self._link, self._pair = desk, link, pair
        day = day_text(link.at.astimezone(desk.store.zone).date(), words)
        number = words.island(other.number or other.public_id)
        self.sentence = words("join.joined", name=name_of(other), number=number, by=link.actor, date=day)
        self.column.addWidget(paragraph(look, self.sentence))
        self.column.addLayout(self._buttons(other))

    def _buttons(self, other: PatientRow) -> QHBoxLayout:
        look = self._desk.look
        row = QHBoxLayout()
        self.part_button = Button(look, look.words("join.part"))
        self.part_button.clicked.connect(self._part)
        open_button = Button(look, look.words("patient.open-other", name=name_of(other)), rank="quiet")
        open_button.clicked.connect(lambda: self.opened.emit(other.uuid))
        for button in (self.part_button, open_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _part(self) -> None:
        desk, link, (mine, other) = self._desk, self._link, self._pair
        words = desk.look.words

        def again(unit: Unit) -> LinkRow:
            return links.join(unit, link.patient_uuid, link.into_uuid, despite=links.contradictions(mine, other))

        def done(added: links.Added) -> None:
            sentence = words("join.parted", name=name_of(mine), other=name_of(other))
            rest = words("join.sort", n=added.count) if added.count else ""
            desk.toast.say(" ".join([sentence, rest]).strip(), undo_of(desk, desk.toast, again, lambda: None))

        desk.write(desk.toast, lambda unit: links.part(unit, link.uuid)).then(done)
