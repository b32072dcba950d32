"""Closing the day (HZ-04): who does it, and over whom. One of the four things that may stand in somebody's way.

While everybody urgent was told, one press closes it. Otherwise those people are named, and a reason is typed; to keep the day
open is the way that is focused.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.store import campdays
from resources.store.hands import has_no_name
from resources.store.store import Unit
from workstation.gui import claims
from workstation.gui.desk import Desk, undo_of
from workstation.gui.reports.day import Day, Kind, LooseEnd
from workstation.gui.reports.lines import what, who
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import HintedEdit
from workstation.gui.style.labels import MarkWidget, label, paragraph
from workstation.gui.style.layouts import empty
from workstation.gui.style.status import Status


class Closing(QWidget):
    """``button`` is for the page's head; this widget is the question, hidden while nothing is asked. ``changed`` to read anew."""

    sign_in_wanted = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing to ask."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        words = desk.look.words
        self._day: Day | None = None
        self._people = QVBoxLayout()
        self.button = Button(desk.look, words("day.close"))
        self.why = HintedEdit(desk.look)
        self.why.setMaxLength(256)
        self.why.setPlaceholderText(words("day.close-why"))
        self.why.setAccessibleName(words("day.close-why"))
        self.keep = Button(desk.look, words("day.keep-open"), rank="primary", key="Esc")
        self.anyway = Button(desk.look, words("day.close-anyway"))
        self._lay_out()
        self.button.clicked.connect(self.press)
        self.keep.clicked.connect(self.hide)
        self.anyway.clicked.connect(self._close_over_them)
        self.why.returnPressed.connect(self._close_over_them)
        self.hide()

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        frame = QFrame()
        frame.setProperty("card", "question")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(MarkWidget(look, Status.URGENT))
        self._title = label(look, "", "body", strong=True)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addLayout(self._people)
        column.addWidget(paragraph(look, words("day.close-over"), "label", "second"))
        ways = QVBoxLayout() if look.is_large else QHBoxLayout()
        ways.setSpacing(8)
        for widget in (self.why, self.anyway, self.keep):
            ways.addWidget(widget, 1 if widget is self.why else 0)
        column.addLayout(ways)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def show_day(self, day: Day) -> None:
        """The day as it was read: open or closed; a question about people who were told meanwhile is withdrawn."""
        self._day = day
        words = self._look.words
        self.button.setText(words("day.close") if day.closing is None else words("day.reopen"))
        if self.isVisible():
            self._name(day)
            self.setVisible(day.closing is None and _untold(day) is not None)

    def press(self) -> None:
        """Close it, or ask; open it again when it is closed."""
        day = self._day
        if day is None:
            return
        if has_no_name(self._desk.actor()):
            self.sign_in_wanted.emit()
        elif day.closing is not None:
            self._reopen(day.day)
        elif _untold(day):
            self._name(day)
            self.why.clear()
            self.show()
            self.keep.setFocus()
        else:
            self._close(day.day, "")

    def _name(self, day: Day) -> None:
        untold = _untold(day)
        empty(self._people)
        if untold is None:
            return
        self._title.setText(claims.untold(untold.count, self._look.words).text)
        for one in untold.people:
            words = self._look.words
            said = words.join([who(one, words), what(Kind.UNTOLD, one, words)])
            self._people.addWidget(paragraph(self._look, said, "body"))
        self.setAccessibleName(self._title.text())

    def _close_over_them(self) -> None:
        if self._day is None:
            return
        if self.why.text().strip():
            self._close(self._day.day, self.why.text())
        else:
            self._desk.toast.say(self._look.words("day.needs-why"), status=Status.WARN)
            self.why.setFocus()

    def _close(self, day: date, why: str) -> None:
        words = self._look.words

        def back(unit: Unit) -> None:
            campdays.reopen(unit, day)

        def done(_: object) -> None:
            self.hide()
            self._desk.toast.say(words("day.is-closed"), undo_of(self._desk, self, back, self.changed.emit))
            self.changed.emit()

        self._desk.write(self, lambda unit: campdays.close(unit, day, why)).then(done)

    def _reopen(self, day: date) -> None:
        def done(_: object) -> None:
            self._desk.toast.say(self._look.words("day.is-open"))
            self.changed.emit()

        self._desk.write(self, lambda unit: campdays.reopen(unit, day)).then(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps the day open."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _untold(day: Day) -> LooseEnd | None:
    return next((end for end in day.ends if end.kind is Kind.UNTOLD), None)
