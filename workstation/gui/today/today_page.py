"""The home board. It follows the store by itself; every press carries the person whom the card showed (HZ-16)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.store import mending, turns
from resources.store.store import Unit
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk, Step, perform
from workstation.gui.gallery import Gallery
from workstation.gui.live import Live
from workstation.gui.missing import here
from workstation.gui.patients.patients_page import Found, read_found
from workstation.gui.patients.scanning import Scanner
from workstation.gui.people_text import age_sex, day_text, name_of
from workstation.gui.putting_right import keeping_eye
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.entries import SearchField
from workstation.gui.style.labels import label
from workstation.gui.style.people import BoardCardDelegate, PersonCard, ReadCardDelegate
from workstation.gui.style.rings import WallRing
from workstation.gui.style.scrolling import sideways
from workstation.gui.tiles import pair_of, places_of, receipts_of, seen, unknown_eyes
from workstation.gui.today.board import Board, Column, ReadLevels, Someone, read_board
from workstation.gui.today.camera_side import CameraSide, Sitting
from workstation.gui.today.cards import DayCards
from workstation.gui.today.columns import DayColumn, PeopleColumn
from workstation.gui.today.leaving import Leaving
from workstation.gui.today.looks import looks_of
from workstation.gui.today.search_results import MOST, SearchResults

MINUTE = 20_000  # ms between two looks at the waiting times
DAY = 172


class TodayPage(QWidget):
    """Search and Register above; under them the columns of the day."""

    opened = Signal(str)
    scanned = Signal(str)
    register = Signal()
    asks = Signal()
    """Somebody was called, and whoever is at the camera must be asked about first: this page should be seen."""

    def __init__(self, desk: Desk, bridge: FeedBridge, levels: ReadLevels, protocol: str = "macula-disc") -> None:
        """An empty board. ``protocol`` says which pictures are expected of each eye."""
        super().__init__()
        self._desk, self._look, self._levels, self._protocol = desk, desk.look, levels, protocol
        self.board = Board()
        self._gallery = Gallery(self, desk.pictures)
        self._cards = DayCards(desk, self._gallery, protocol)
        self.leaving = Leaving(desk.look, self._cards.card, self._cards.missing)
        self._make_columns()
        self._lay_out()
        self.results = SearchResults(desk.look, self)
        self._live = Live(self, lambda: read_board(desk.store, levels), self._show, desk.tell)
        self._text = ""
        self._finding = Live(self, lambda: read_found(desk.store, self._text, levels, MOST), self._found, desk.tell)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._tick = QTimer(self)
        self._tick.setInterval(MINUTE)
        self._connect(bridge)

    def _make_columns(self) -> None:
        look, words = self._look, self._look.words
        none = EmptyRow(look, "users", words("today.nobody-waits"), words("today.nobody-waits-rest"), colour="text2")
        unread = EmptyRow(
            look, "eye", words("today.nothing-to-read"), words("today.nothing-to-read-rest"), colour="text2"
        )
        self.waiting = PeopleColumn(look, words("today.waiting"), BoardCardDelegate(look), none)
        self.to_read = PeopleColumn(look, words("today.to-read"), ReadCardDelegate(look), unread)
        self.camera = CameraSide(look)
        self.day = DayColumn(look, claims.full_ring(words).text)
        self.search = SearchField(look, words("patients.search"), strong=True)
        self._date = label(look, "", "body", "second")
        self.register_button = Button(
            look, words("register.title"), rank="primary", icon="user-plus", key="F2", strong=True
        )

    def _connect(self, bridge: FeedBridge) -> None:
        bridge.rang.connect(self._rang)
        self._gallery.changed.connect(self._render_columns)
        self._later.timeout.connect(self._render_columns)
        self.leaving.changed.connect(self._render_camera)
        self.leaving.answered.connect(self._left)
        self._tick.timeout.connect(self._rang)
        self.search.textChanged.connect(self._look_for)
        self._scanner = Scanner(self, self._desk)
        self._scanner.found.connect(self.scanned)
        self._shown_for = ""
        self.search.returnPressed.connect(self._open_first)
        self.register_button.clicked.connect(self.register)
        for part in (self.waiting, self.to_read, self.day, self.camera):
            part.opened.connect(self.opened)
        self.camera.called.connect(self.call)
        self.camera.finished.connect(self._finish)
        self.camera.not_this_person.connect(self._move_out)
        self.camera.answered.connect(self._answer_eye)
        self.results.chosen.connect(self.opened)
        for keys, act in (("/", self.search.setFocus), ("F9", self._call_next), ("F8", self._move_newest_out)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        self.search.setMaximumWidth(self._look.px(460))
        self.search.setMinimumWidth(240)
        head.addWidget(self.search, 1)
        head.addStretch(0)
        head.addWidget(self._date)
        head.addWidget(self.register_button)
        page.addLayout(head)
        page.addWidget(sideways(self._columns()), 1)

    def _columns(self) -> QWidget:
        made = QWidget()
        made.setObjectName("page")
        columns = QHBoxLayout(made)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        self.waiting.setMinimumWidth(self._look.px(222))
        self.to_read.setMinimumWidth(self._look.px(238))
        columns.addWidget(self.waiting, 1)
        columns.addWidget(self.camera)
        columns.addWidget(self.to_read, 1)
        self.day.setFixedWidth(self._look.px(DAY))
        columns.addWidget(self.day)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self._live.again()
        self._tick.start()

    def _rang(self) -> None:
        if self.isVisible():
            self._live.again()

    def _show(self, board: Board) -> None:
        self.board = board
        self._render()

    def _render(self) -> None:
        words, store = self._look.words, self._desk.store
        self._date.setText(day_text(store.clock().astimezone(store.zone).date(), words, weekday=True, year=False))
        self._render_columns()
        self._render_day()

    def _render_columns(self) -> None:
        """Whoever is at a camera at once; the others when their cards are made, some in each turn of the event loop."""
        if not self._cards.make_some(self.board):
            self._later.start()
        else:
            for column, view in ((Column.WAITING, self.waiting), (Column.TO_READ, self.to_read)):
                view.show_people([self._cards.of(one) for one in self.board.column(column)])
        self._render_camera()

    def _render_camera(self) -> None:
        there = self.board.column(Column.AT_CAMERA)
        self.leaving.keep(there)
        waiting = self.board.column(Column.WAITING)
        following = self._cards.card(waiting[0]) if waiting else None
        if not self.camera.show_people([self._sitting(one) for one in there], self.leaving.card, following):
            self._later.start()

    def _sitting(self, one: Someone) -> Sitting:
        hang, levels = self._gallery.hang, self.board.levels
        eyes = (
            places_of(Laterality.RIGHT, one.rows, self._protocol, levels, hang),
            places_of(Laterality.LEFT, one.rows, self._protocol, levels, hang),
        )
        return Sitting(
            self._cards.card(one, one.turn.station_ae_title if one.turn else ""),
            eyes,
            here(self._cards.missing(one), self._look.words),
            looks_of(one.rows, self._gallery.hint, self._look.words),
        )

    def _render_day(self) -> None:
        pictured = self.board.pictured
        both = sum(one.has_both_eyes for one in pictured)
        unknown = sum(bool(unknown_eyes(one.rows)) for one in pictured)
        self.day.show_day(
            len(pictured),
            len(self.board.people),
            (both, len(pictured) - both, unknown),
            [self._wall_ring(one) for one in pictured],
        )

    def _wall_ring(self, one: Someone) -> WallRing:
        receipts = receipts_of(one.rows, self.board.levels)
        return WallRing(one.patient.uuid, name_of(one.patient), receipts.confirmed, receipts.pictures)

    def _write(self, change: Callable[[Unit], object], sentence: str) -> None:
        self._desk.write(self, change).then(lambda _: self._desk.toast.say(sentence))

    def _name(self, uuid: str) -> str:
        return next((name_of(one.patient) for one in self.board.people if one.patient.uuid == uuid), "")

    def call(self, uuid: str) -> None:
        """This person is at the camera now; whoever is there without all pictures is asked about first."""
        store, levels = self._desk.store, self._levels
        in_background(self, lambda: read_board(store, levels)).then(lambda board: self._call(board, uuid)).otherwise(
            self._desk.tell
        )

    def _call(self, board: Board, uuid: str) -> None:
        """By the board as it is at this moment, not as it was last shown."""
        self.board = board
        incomplete = self.leaving.incomplete(board.column(Column.AT_CAMERA), (uuid,))
        if incomplete is not None:
            self.leaving.ask(incomplete, called_after=uuid)
            self.asks.emit()
            return
        sentence = self._look.words("patient.called", name=self._name(uuid))
        self._write(lambda unit: turns.call(unit, uuid), sentence)

    def _call_next(self) -> None:
        index = self.waiting.view.currentIndex()
        waiting = self.board.column(Column.WAITING)
        chosen = self.waiting.model.cards[index.row()].uuid if index.isValid() else ""
        if chosen or waiting:
            self.call(chosen or waiting[0].patient.uuid)

    def _at_camera(self, uuid: str) -> Someone | None:
        return next((one for one in self.board.column(Column.AT_CAMERA) if one.patient.uuid == uuid), None)

    def _finish(self, uuid: str) -> None:
        one = self._at_camera(uuid)
        if one is not None and self._cards.missing(one):
            self.leaving.ask(one)
        elif one is not None:
            self._leave(one, "", "")

    def _left(self, uuid: str, reason: str, called_after: str) -> None:
        """With a reason. Somebody at another camera who would be sent away by the call is asked about next."""
        one = self._at_camera(uuid)
        if one is None:
            return
        there = self.board.column(Column.AT_CAMERA)
        following = self.leaving.incomplete(there, (uuid, called_after)) if called_after else None
        self._leave(one, reason, "" if following else called_after)
        if following is not None:
            self.leaving.ask(following, called_after)

    def _leave(self, one: Someone, reason: str, called_after: str) -> None:
        words, uuid, kept = self._look.words, one.patient.uuid, self._cards.missing(one).kept
        station = one.turn.station_ae_title if one.turn else ""

        def change(unit: Unit) -> None:
            turns.finish(unit, uuid, missing=kept, reason=reason)
            if called_after:
                turns.call(unit, called_after)

        sentence = words("today.finished", name=name_of(one.patient))
        if called_after:
            sentence = words("patient.called", name=self._name(called_after))
        perform(
            self._desk, self, Step(change, sentence, lambda unit: turns.call(unit, uuid, station)), self._live.again
        )

    def _move_out(self, uuid: str) -> None:
        """The pictures of this turn at the camera are not this person's: back to the Inbox, all of them, undoable."""
        one = self._at_camera(uuid)
        if one is None:
            return
        uids = [row.instance_uid for row in seen(one.rows) if row.received_at >= one.since]
        if not uids:
            return
        sentence = self._look.words("today.moved-out", n=len(uids), name=name_of(one.patient))
        step = Step(
            lambda unit: mending.unassign(unit, uids),
            sentence,
            lambda unit: mending.assign(unit, uids, one.patient.uuid),
        )
        perform(self._desk, self, step, self._live.again)

    def _look_for(self, text: str) -> None:
        self._text = text
        self._finding.again()

    def _move_newest_out(self) -> None:
        """F8: whoever got the newest picture at a camera is not the one who sat there."""
        there = [one for one in self.board.column(Column.AT_CAMERA) if one.rows]
        if there:
            self._move_out(max(there, key=lambda one: one.rows[-1].pk).patient.uuid)

    def _answer_eye(self, uid: str, eye: Laterality) -> None:
        said = self._look.words("viewer.set-right" if eye is Laterality.RIGHT else "viewer.set-left")
        perform(self._desk, self, keeping_eye(uid, eye, said), self._live.again)

    def _found(self, found: Found) -> None:
        text = self.search.text()
        if found.asked != text:
            return
        cards = [self._result(found, place) for place in range(len(found.people))] if text.strip() else []
        self.results.show_under(self.search, cards)
        self._shown_for = text

    def _result(self, found: Found, place: int) -> PersonCard:
        patient = found.people[place]
        rows = seen(found.rows.get(patient.uuid, ()))
        right, left = pair_of(rows, found.levels, self._gallery.hang)
        facts = age_sex(patient, found.today, self._look.words)
        number = patient.number or patient.public_id
        face = self._gallery.face(patient)
        return PersonCard(patient.uuid, name_of(patient), facts, number, patient.details.village, face, right, left)

    def _open_first(self) -> None:
        """A card that was scanned, or whoever fits best what is typed now: never what was typed before (HZ-16)."""
        if self._scanner.take(self.search.text()):
            self.search.clear()
        elif self._shown_for == self.search.text() and (uuid := self.results.first()):
            self.results.hide()
            self.search.clear()
            self.opened.emit(uuid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the results away."""
        if event.key() == Qt.Key.Key_Escape and self.results.isVisible():
            self.search.clear()
        else:
            super().keyPressEvent(event)
