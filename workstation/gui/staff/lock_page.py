"""Who is here? Names, a PIN pad, and while it is locked a word on what goes on behind it. It shows no patient.

The same page signs somebody in (it can be left, and somebody new may be added) and locks the station (only a PIN leads out).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.problems import Problem
from resources.store import changes, staff
from resources.store.staff import Knock, StaffRow
from resources.store.store import Store
from resources.terms import Kind, Operation
from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.problems import told
from workstation.gui.staff.new_staff import NewStaff
from workstation.gui.staff.pin_pad import PinPad
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, label
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status


@dataclass(frozen=True, slots=True)
class Behind:
    """What went on since the station was locked."""

    cursor: int
    since: datetime


def arrived(store: Store, behind: Behind) -> int:
    """Pictures that came since. Not for the GUI thread."""
    with store.read() as unit:
        rows = changes.since(unit, behind.cursor, limit=100_000, kinds=frozenset({Kind.INSTANCE}))
    return sum(1 for row in rows if row.operation is Operation.CREATE)


class LockPage(QWidget):
    """``ask`` to sign in, ``lock`` to lock; ``entered`` when a PIN fitted, ``left`` when somebody went back."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nobody is asked yet."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._chosen: StaffRow | None = None
        self._behind: Behind | None = None
        self._is_trying = False
        self._group = QButtonGroup(self)
        self.people: list[Button] = []
        self.pad, self.new = PinPad(desk.look), NewStaff(desk)
        self.says = label(desk.look, "", "body", "second")
        self.still = label(desk.look, "", "body", "second")
        self._still_mark = MarkWidget(desk.look, Status.OK)
        self.add = Button(desk.look, desk.look.words("staff.new"), icon="user-plus")
        self.back = Button(desk.look, desk.look.words("staff.not-me"), rank="quiet")
        self._views = QStackedWidget()
        self._row = QHBoxLayout()
        self._lay_out()
        self.pad.typed.connect(self._try)
        self.add.clicked.connect(self._ask_new)
        self.back.clicked.connect(self.left)
        self.new.added.connect(self.entered)
        self.new.back.clicked.connect(self._back_to_names)

    def _lay_out(self) -> None:
        words = self._look.words
        names = QWidget()
        column = QVBoxLayout(names)
        column.setSpacing(8 if self._look.is_large else 20)
        column.addStretch(1)
        title = label(self._look, words("staff.who"), "screen")
        column.addLayout(_centred(title))
        self._row.setSpacing(8)
        column.addLayout(self._row)
        column.addLayout(_centred(self.says))
        column.addLayout(_centred(self.pad))
        column.addLayout(_centred(self.add, self.back))
        column.addLayout(_centred(self._still_mark, self.still))
        column.addStretch(1)
        for view in (names, self.new):
            self._views.addWidget(scrolling(view))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addWidget(self._views)

    # --- who is asked

    def ask(self) -> None:
        """Somebody wants to sign in; the station is open."""
        self._behind = None
        self._begin()

    def lock(self) -> None:
        """Only a PIN leads out from here."""
        store = self._desk.store
        with store.read() as unit:
            self._behind = Behind(changes.last(unit), unit.now)
        self.still.setText(claims.locked(0, "", self._look.words).text)
        self._begin()
        self.refresh()

    def _begin(self) -> None:
        is_locked = self._behind is not None
        self.add.setVisible(not is_locked)
        self.back.setVisible(not is_locked)
        self.still.setVisible(is_locked)
        self._still_mark.setVisible(is_locked)
        self.pad.clear()
        store = self._desk.store

        def read() -> list[StaffRow]:
            with store.read() as unit:
                return staff.listed(unit)

        in_background(self, read).then(self._show_people).otherwise(self._desk.tell)

    def _show_people(self, people: Sequence[StaffRow]) -> None:
        for button in self.people:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self.people = [self._person(row) for row in people]
        self._row.addStretch(1)
        for button in self.people:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._views.setCurrentIndex(0)
        if not people:
            self._ask_new()
            return
        self._choose(people[0])
        self.people[0].setChecked(True)
        self.pad.setFocus()

    def _person(self, row: StaffRow) -> Button:
        role = self._look.words(f"staff.role.{row.role.value}")
        button = Button(self._look, row.name, strong=True)
        button.setCheckable(True)
        button.setAccessibleName(self._look.words.join([row.name, role]))
        button.setToolTip(role)
        button.setMaximumSize(QSize(360, self._look.px(52)))
        self._group.addButton(button)
        button.clicked.connect(lambda: self._choose(row))
        return button

    def _choose(self, row: StaffRow) -> None:
        self._chosen = row
        self.pad.clear()
        self._say(self._look.words("staff.pin-of", name=row.name))
        self.pad.setFocus()

    def _ask_new(self) -> None:
        self.new.clear(can_go_back=bool(self.people) or self._behind is None)
        self._views.setCurrentIndex(1)

    def _back_to_names(self) -> None:
        if self.people:
            self._views.setCurrentIndex(0)
        else:
            self.left.emit()

    # --- the PIN

    def _try(self, pin: str) -> None:
        chosen, store = self._chosen, self._desk.store
        if chosen is None or self._is_trying:
            return
        self._is_trying = True
        work = in_background(self, lambda: staff.knock(store, chosen.uuid, pin))
        work.then(self._answered).otherwise(self._failed)

    def _answered(self, knock: Knock) -> None:
        self._is_trying = False
        if knock.staff is not None:
            self.entered.emit(knock.staff)
        elif knock.wait:
            self._say(self._look.words("staff.wait", n=int(knock.wait.total_seconds() + 0.999)))
        else:
            self._say(self._look.words("staff.wrong"))

    def _failed(self, problem: Problem) -> None:
        self._is_trying = False
        self._say(told(problem, self._look.words).short)

    def _say(self, sentence: str) -> None:
        self.says.setText(sentence)
        self.says.setAccessibleName(sentence)

    # --- what goes on behind it

    def refresh(self) -> None:
        """The feed rang: count what came while it is locked."""
        behind, store = self._behind, self._desk.store
        if behind is None:
            return
        at = behind.since.astimezone(store.zone).strftime("%H:%M")
        work = in_background(self, lambda: arrived(store, behind))
        work.then(lambda n: self.still.setText(claims.locked(n, at, self._look.words).text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits work without focus on the pad."""
        if self._views.currentIndex() == 0 and (event.text().isdigit() or event.key() == Qt.Key.Key_Backspace):
            self.pad.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._behind is None:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
