"""The Inbox page: which pictures have no person, whose they may be, which eye. Every action can be taken back by one key.

Nothing is filed without a choice, and a choice is about the pictures that were on screen when it was made (HZ-16).
"""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.store.rows import HeldRow, PatientRow
from resources.terms import Field, Laterality
from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk, Step, perform
from workstation.gui.inbox.faces import Choice, Faces
from workstation.gui.inbox.hiding import HideDialog
from workstation.gui.inbox.lines import Entry, kind_of
from workstation.gui.inbox.listing import InboxList
from workstation.gui.inbox.preview import EYES, FIELDS, Preview
from workstation.gui.inbox.suggestions import Suggestion, suggest
from workstation.gui.inbox.waiting import Waiting, evidence_of, read_inbox, search
from workstation.gui.live import Live
from workstation.gui.people_text import name_of
from workstation.gui.putting_right import giving, hiding, saying_eye, saying_field
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.labels import card, label, paragraph
from workstation.gui.style.scrolling import scrolling
from workstation.gui.viewer.visit import taken_at

WIDEST = (320, 420)  # px of the list and the faces at large text sizes
SETTLES = 400  # ms in which Enter sleeps after other pictures came under it (HZ-16)


class InboxPage(QWidget):
    """``refresh`` when it is shown or the feed rang. ``person_wanted`` asks for the Register page, with the UIDs."""

    counted = Signal(int)
    person_wanted = Signal(object)
    asked_about = Signal(object)

    def __init__(self, desk: Desk, bridge: FeedBridge | None = None, cameras: Mapping[str, str] | None = None) -> None:
        """Follows the bridge's bell. ``cameras`` maps AE titles to the names that people say."""
        super().__init__()
        self._desk, self._look, self._cameras = desk, desk.look, dict(cameras or {})
        self._waiting = Waiting()
        self._live = Live(self, lambda: read_inbox(desk.store), self._take, desk.tell)
        self._uids: tuple[str, ...] = ()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES)
        words = desk.look.words
        self.sentence = label(desk.look, "", "body", "second")
        self.list = InboxList(desk.look, desk.pictures)
        self.preview = Preview(desk.look, desk.pictures)
        self.faces = Faces(desk.look, desk.pictures)
        self.hidden = label(desk.look, "", "caption", "second")
        self.show_hidden = Button(desk.look, words("inbox.show-hidden"), rank="quiet")
        self.save_file = Button(desk.look, words("inbox.save-file"), rank="primary")
        self.speak = Button(desk.look, words("photograph.say"), rank="primary", key="Enter")
        self.empty = EmptyRow(desk.look, "inbox", words("inbox.empty"), words("inbox.empty-rest"))
        self._sides, self._bodies = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._take(Waiting())
        if bridge is not None:
            bridge.rang.connect(self._rang)

    # --- the frame of the page

    def _lay_out(self) -> None:
        self._columns = QWidget()
        row = QHBoxLayout(self._columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._list_card())
        row.addWidget(self.preview, 1)
        self._sides.addWidget(scrolling(self.faces))
        self._sides.addWidget(self._held_side())
        self._sides.setFixedWidth(min(self._look.px(348), WIDEST[1]))
        row.addWidget(self._sides)
        nothing = QWidget()
        above = QVBoxLayout(nothing)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.empty)
        above.addStretch(1)
        self._bodies.addWidget(self._columns)
        self._bodies.addWidget(nothing)
        head = QHBoxLayout()
        head.setSpacing(16)
        title = label(self._look, self._look.words("inbox.title"), "screen")
        title.setMinimumHeight(self._look.px(44))
        head.addWidget(title)
        head.addWidget(self.sentence)
        head.addStretch(1)
        head.addWidget(self.hidden)
        head.addWidget(self.show_hidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._bodies, 1)

    def _list_card(self) -> QFrame:
        frame = card()
        frame.setFixedWidth(min(self._look.px(264), WIDEST[0]))
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.list, 1)
        return frame

    def _held_side(self) -> QWidget:
        words = self._look.words
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._held_title = label(self._look, words("inbox.held-title"), "section")
        self._held_rest = paragraph(self._look, words("inbox.held-rest"), "body", "second")
        column.addWidget(self._held_title)
        column.addWidget(self._held_rest)
        column.addWidget(self.speak)
        column.addWidget(self.save_file)
        column.addStretch(1)
        return side

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.preview.eye_said.connect(self.say_eye)
        self.preview.field_said.connect(self.say_field)
        self.faces.chosen.connect(self.give)
        self.faces.searched.connect(self._search)
        self.faces.new_person.connect(lambda: self.person_wanted.emit(self._uids))
        self.faces.not_a_patient.connect(self._ask_why_hide)
        self.show_hidden.clicked.connect(self._show_again)
        self.save_file.clicked.connect(self._ask_where)
        self.speak.clicked.connect(self._speak)

    # --- reading

    def refresh(self) -> None:
        """Read the Inbox again, and show it."""
        self._live.again()

    def _rang(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is read anew."""
        super().showEvent(event)
        self.refresh()

    def _take(self, waiting: Waiting) -> None:
        self._waiting = waiting
        words = self._look.words
        self.list.show_waiting(waiting)
        count = len(waiting.items)
        self.sentence.setText(claims.inbox(count, words).text if count else "")
        hidden = len(waiting.hidden)
        self.hidden.setText(words.counted("inbox.hidden", hidden) if hidden else "")
        self.show_hidden.setVisible(hidden > 0)
        self._bodies.setCurrentIndex(0 if waiting.count else 1)
        self.counted.emit(waiting.count)

    # --- what is chosen

    @property
    def uids(self) -> tuple[str, ...]:
        """The pictures that an action is about."""
        return self._uids

    def _picked(self) -> list[Entry]:
        return [entry for entry in self.list.picked() if entry.item]

    @Slot()
    def _choose(self) -> None:
        picked = self.list.picked()
        entry = picked[0] if picked else None
        row = entry.item.row if entry and entry.item else None
        self.preview.show_entry(entry, self._time(taken_at(row, self._desk.store.zone) if row else ""))
        self._sides.setCurrentIndex(1 if entry and entry.held else 0)
        self._show_held_side()
        uids = tuple(one.uid for one in picked if one.item)
        if uids != self._uids:
            self._uids = uids
            self._settling.start()
            self.faces.search.clear()
        self._suggest(entry)

    def _time(self, text: str) -> str:
        return self._look.words.island(self._look.words.digits(text)) if text else ""

    def _suggest(self, entry: Entry | None) -> None:
        if self.faces.search.text().strip():
            return
        store = self._desk.store
        found: tuple[Suggestion, ...] = ()
        if entry and entry.item:
            evidence = evidence_of(entry.item, store.zone)
            people = self._waiting.candidates
            found = suggest(evidence, people, self._look.words, store.zone, cameras=self._cameras)
        self.faces.show_suggestions(found, self._uids, self._today)

    @property
    def _today(self) -> date:
        return self._desk.store.clock().astimezone(self._desk.store.zone).date()

    @Slot(str)
    def _search(self, text: str) -> None:
        uids = self._uids
        if not text:
            picked = self.list.picked()
            self._suggest(picked[0] if picked else None)
            return

        def show(found: list[PatientRow]) -> None:
            if self.faces.search.text().strip() == text and self._uids == uids:
                self.faces.show_found(found, uids, self._today)

        in_background(self, lambda: search(self._desk.store, text)).then(show).otherwise(self._desk.tell)

    # --- what is done

    @Slot(object)
    def give(self, choice: Choice) -> None:
        """These pictures are this person's: somebody said so."""
        if not choice.uids:
            return
        words = self._look.words
        said = words.counted("inbox.moved", len(choice.uids), name=name_of(choice.patient))
        perform(self._desk, self, giving(choice.uids, choice.patient.uuid, said), self.refresh)

    @Slot(object)
    def say_eye(self, eye: Laterality | None) -> None:
        """The chosen pictures show this eye, or nobody knows."""
        said = claims.eye(eye, self._look.words).text if eye else self._look.words("inbox.unknown")
        self._do(saying_eye(self._uids, eye, self._look.words("inbox.eye-set", eye=said)))

    @Slot(object)
    def say_field(self, field: Field) -> None:
        """The chosen pictures show this part of the eye."""
        said = self._look.words("inbox.field-set", field=self._look.words(f"field.{field.value}"))
        self._do(saying_field(self._uids, field, said))

    def _do(self, step: Step) -> None:
        if self._uids:
            perform(self._desk, self, step, self.refresh)

    @Slot()
    def _ask_why_hide(self) -> None:
        uids = self._uids
        if not uids:
            return
        dialog = HideDialog(self._look, self)
        dialog.finished.connect(lambda result: self._hide_answered(dialog, uids, result))
        dialog.open()

    def _hide_answered(self, dialog: HideDialog, uids: tuple[str, ...], result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.hide_pictures(uids, dialog.reason)
        dialog.deleteLater()

    def hide_pictures(self, uids: Sequence[str], reason: str) -> None:
        """Take them out of sight, with the reason; they can always be shown again."""
        said = self._look.words.counted("inbox.hid", len(uids))
        perform(self._desk, self, hiding(uids, reason, said), self.refresh)

    @Slot()
    def _show_again(self) -> None:
        uids = [row.instance_uid for row in self._waiting.hidden]
        perform(self._desk, self, hiding(uids, "", self._look.words("inbox.shown-again")), self.refresh)

    # --- things kept aside

    @property
    def held(self) -> HeldRow | None:
        """The thing kept aside that is chosen."""
        picked = self.list.picked()
        return picked[0].held if picked else None

    def _show_held_side(self) -> None:
        """A photograph is asked about; anything else kept aside can be saved as a file."""
        asks, words = self._is_photograph, self._look.words
        self._held_title.setText(words("photograph.title" if asks else "inbox.held-title"))
        self._held_rest.setText(words("inbox.held-photograph-why" if asks else "inbox.held-rest"))
        self.speak.setVisible(asks)
        self.save_file.setVisible(not asks)

    @property
    def _is_photograph(self) -> bool:
        return self.held is not None and kind_of(self.held) == "photograph"

    @Slot()
    def _speak(self) -> None:
        """Somebody wants to say whose eye the chosen photographs show; each is asked about on its own."""
        chosen = [entry.held for entry in self.list.picked() if entry.held and kind_of(entry.held) == "photograph"]
        if chosen:
            self.asked_about.emit(chosen)

    @Slot()
    def _ask_where(self) -> None:
        row = self.held
        if row is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, self._look.words("inbox.save-file"), f"{row.digest[:16]}.dcm")
        if name:
            self.save_held(row, Path(name))

    def save_held(self, row: HeldRow, path: Path) -> None:
        """Write the bytes as they came; nothing about them changes here."""

        def work() -> str:
            with self._desk.store.vault.open(row.digest) as stream, path.open("wb") as file:
                shutil.copyfileobj(stream, file, 1 << 20)
            return path.name

        def done(name: str) -> None:
            self._desk.toast.say(self._look.words("inbox.file-written", name=name))

        in_background(self, work).then(done).otherwise(self._desk.tell)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R L U say the eye, M D E the field, Enter takes the one who fits, / searches. A held key acts once."""
        letter = event.text().upper()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.isAutoRepeat() or not plain:
            super().keyPressEvent(event)
        elif letter in EYES and self._picked():
            self.say_eye(EYES[letter][0])
        elif letter in FIELDS and self._picked():
            self.say_field(FIELDS[letter][0])
        elif letter == "/":
            self.faces.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.faces.search.clear()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """A button that has the focus is pressed; in the list, the one person who fits for certain is taken."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
            return
        first = self.faces.first
        if self._is_photograph and not self._settling.isActive():
            self._speak()
            return
        if focused is self.faces.search or self._settling.isActive():
            return
        if first and first.uids == self._uids:
            first.take()
        elif self.faces.cards:
            self.faces.cards[0].choose.setFocus(Qt.FocusReason.TabFocusReason)
