"""Everybody on this laptop, with a search. Reads off the GUI thread; an answer to an older question is dropped."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from resources.store import evictions, patients, studies
from resources.store.rows import InstanceRow, PatientRow
from resources.store.store import Store
from workstation.gui import claims
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.gallery import Gallery
from workstation.gui.live import Live
from workstation.gui.patients.scanning import Scanner
from workstation.gui.people_text import age_sex, name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.entries import SearchField
from workstation.gui.style.labels import label
from workstation.gui.style.marks import Chip
from workstation.gui.style.people import PeopleModel, PersonCard, RowDelegate, card_of
from workstation.gui.tiles import Levels, pair_of, receipts_of, seen
from workstation.gui.today.board import ReadLevels

SHOWN = 60


@dataclass(frozen=True)
class Found:
    """Who fits, with their pictures, for that question."""

    asked: str
    people: tuple[PatientRow, ...]
    rows: dict[str, list[InstanceRow]]
    levels: Levels
    count: int
    today: date


def read_found(store: Store, text: str, levels: ReadLevels, limit: int = SHOWN) -> Found:
    """Who fits the text, the latest first. Not for the GUI thread."""
    rows: dict[str, list[InstanceRow]] = defaultdict(list)
    with store.read() as unit:
        found = patients.search(unit, text, limit=limit)
        for study in evictions.marked(unit, studies.of_people(unit, found)):
            if study.patient:
                rows[study.patient.uuid] += study.instances
        total = patients.count(unit)
    uids = [row.instance_uid for theirs in rows.values() for row in theirs]
    today = store.clock().astimezone(store.zone).date()
    return Found(text, tuple(found), rows, levels(uids), total, today)


class PatientsPage(QWidget):
    """A list of rows; Enter or a press opens the person."""

    opened = Signal(str)
    scanned = Signal(str)
    register = Signal()

    def __init__(self, desk: Desk, bridge: FeedBridge, levels: ReadLevels) -> None:
        """Nothing read yet."""
        super().__init__()
        self._desk, self._look, self._levels = desk, desk.look, levels
        words = desk.look.words
        self._found: Found | None = None
        self._text = ""
        self._is_awaited = False
        self._gallery = Gallery(self, desk.pictures)
        self.model, self._delegate = PeopleModel(desk.look), RowDelegate(desk.look)
        self.search = SearchField(desk.look, words("patients.search"), strong=True)
        self._count = label(desk.look, "", "body", "second")
        self._register = Button(
            desk.look, words("register.title"), rank="primary", icon="user-plus", key="F2", strong=True
        )
        self.empty = EmptyRow(desk.look, "users", words("patients.empty"), words("patients.empty-rest"), colour="text2")
        self.view = QListView()
        self._lay_out()
        self._live = Live(self, self._read, self._show, desk.tell)
        bridge.rang.connect(self._rang)
        self._gallery.changed.connect(self._render)
        self.search.textChanged.connect(self._look_for)
        self._scanner = Scanner(self, desk)
        self._scanner.found.connect(self.scanned)
        self.search.returnPressed.connect(self._open_first)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self._register.clicked.connect(self.register)
        QShortcut(QKeySequence("/"), self).activated.connect(self.search.setFocus)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 0)
        page.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self._look, self._look.words("patients.title"), "screen"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._register)
        page.addLayout(head)
        page.addWidget(self.search)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self._look.words("patients.title"))
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(_at_top(self.empty))
        page.addWidget(body, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self._live.again()
        self.search.setFocus()

    def _rang(self) -> None:
        if self.isVisible():
            self._live.again()

    def _read(self) -> Found:
        return read_found(self._desk.store, self._text, self._levels)

    def _look_for(self, text: str) -> None:
        self._text, self._is_awaited = text, False
        self._live.again()

    def _show(self, found: Found) -> None:
        if found.asked != self.search.text():
            return
        self._found = found
        self._render()
        if self._is_awaited:
            self._is_awaited = False
            if len(found.people) == 1:
                self._open_first()

    def _render(self) -> None:
        found, words = self._found, self._look.words
        if found is None:
            return
        self.model.show([self._card(one, found) for one in found.people])
        self._count.setText(words.counted("patients.count", found.count) if found.count else "")
        none = "patients.none" if found.asked else "patients.empty"
        self.empty.say(words(none), words(f"{none}-rest"))
        self._stack.setCurrentIndex(0 if found.people else 1)

    def _card(self, one: PatientRow, found: Found) -> PersonCard:
        rows = seen(found.rows.get(one.uuid, ()))
        right, left = pair_of(rows, found.levels, self._gallery.hang)
        claim = claims.at_headquarters(receipts_of(rows, found.levels), self._look.words)
        return PersonCard(
            one.uuid,
            name_of(one),
            age_sex(one, found.today, self._look.words),
            one.number or one.public_id,
            one.details.village,
            self._gallery.face(one),
            right,
            left,
            Chip(claim.text, claim.status) if rows else None,
        )

    def _open(self, index: QModelIndex) -> None:
        if shown := card_of(index):
            self.opened.emit(shown.uuid)

    def _open_first(self) -> None:
        """Enter. A card is dealt with; otherwise Enter before the answer is here counts for it, if that is one person."""
        if self._scanner.take(self.search.text()):
            self.search.clear()
        elif self._found is None or self._found.asked != self.search.text():
            self._is_awaited = True
        elif self.model.cards:
            self.opened.emit(self.model.cards[0].uuid)


def _at_top(widget: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return made
