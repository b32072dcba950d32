"""Who works here: names, initials and roles; one's own PIN anew; somebody who leaves. Nobody is ever removed (hazard HZ-22).

PINs are hashed off the GUI thread and kept nowhere else. What was typed wrong is said in its place.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.problems import Problem
from resources.store import staff
from resources.store.hands import has_no_name
from resources.store.staff import StaffRow
from resources.terms import Origin
from workstation.gui.background import in_turn
from workstation.gui.desk import Desk, Step, perform
from workstation.gui.problems import told
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import card, label, paragraph, rule
from workstation.gui.style.layouts import empty
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status

WIDE = 720


class StaffTab(QWidget):
    """``show_staff`` what was read; ``sign_in_wanted`` when nobody has said who they are; ``changed`` to read again."""

    sign_in_wanted = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Not read yet."""
        super().__init__()
        self._desk, self._look, words = desk, desk.look, desk.look.words
        self.staff: tuple[StaffRow, ...] = ()
        self.leaves: dict[str, Button] = {}
        self.old, self.new, self.again = (self._secret() for _ in range(3))
        self.says = paragraph(desk.look, "", "body", "warn")
        self.change = Button(desk.look, words("staff.change-pin"))
        self.change.clicked.connect(self.change_pin)
        for line in (self.old, self.new, self.again):
            line.returnPressed.connect(self.change_pin)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self._lay_out()

    def _secret(self) -> QLineEdit:
        line = HintedEdit(self._look)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(4)
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        return line

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        people, pins = self._framed(words("staff.who-works")), self._framed(words("staff.own-pin"))
        people[1].addWidget(paragraph(look, words("staff.kept"), "body", "second"))
        people[1].addLayout(self._people)
        fields = (("staff.pin-old", self.old), ("staff.pin-new", self.new), ("staff.pin-again", self.again))
        for key, entry in fields:
            pins[1].addWidget(FormField(look, words(key), entry))
        pins[1].addWidget(self.says)
        pins[1].addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(people[0])
        column.addWidget(pins[0])
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _framed(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        frame = card()
        frame.setMaximumWidth(self._look.px(WIDE))
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self._look, title, "section"))
        return frame, column

    # --- who

    def show_staff(self, rows: Sequence[StaffRow]) -> None:
        """These people work here."""
        if tuple(rows) == self.staff:
            return
        self.staff, self.leaves = tuple(rows), {}
        empty(self._people)
        for place, row in enumerate(self.staff):
            if place:
                self._people.addWidget(rule())
            self._people.addWidget(self._person(row))

    def _person(self, row: StaffRow) -> QWidget:
        words, made = self._look.words, QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        role = words(f"staff.role.{row.role.value}")
        line.addWidget(paragraph(self._look, words.join([row.name, row.initials, role]), "body"), 1)
        leaves = Button(self._look, words("staff.leaves"), rank="quiet")
        leaves.setAccessibleName(words.join([row.name, words("staff.leaves")]))
        leaves.clicked.connect(lambda: self._leave(row))
        self.leaves[row.name] = leaves
        line.addWidget(leaves)
        return made

    def _actor(self) -> str:
        name = self._desk.actor()
        if has_no_name(name):
            self.sign_in_wanted.emit()
            return ""
        return name

    def _leave(self, row: StaffRow) -> None:
        """From now on they sign nothing; what they signed stays theirs."""
        name = self._actor()
        if not name:
            return
        if name == row.name:  # a session would go on signing for somebody who left
            self._desk.toast.say(self._look.words("staff.not-oneself"), status=Status.WARN)
            return
        said = self._look.words("staff.has-left", name=row.name)
        step = Step(lambda unit: staff.leave(unit, row.uuid), said, lambda unit: staff.come_back(unit, row.uuid))
        perform(self._desk, self, step, self.changed.emit)

    # --- one's own PIN

    def change_pin(self) -> None:
        """A new PIN for whoever is at the keys, who knows the old one."""
        name, words = self._actor(), self._look.words
        mine = next((row for row in self.staff if row.name == name), None)
        if mine is None:
            return
        if self.new.text() != self.again.text():
            self.says.setText(words("staff.pins-differ"))
            return
        store, old, new, uuid = self._desk.store, self.old.text(), self.new.text(), mine.uuid

        def work() -> bool:
            kept = staff.hashed(new, store.rng)
            if staff.knock(store, uuid, old).staff is None:
                return False
            with store.write(Origin.PERSON, name) as unit:
                staff.change_pin(unit, uuid, kept)
            return True

        in_turn(self, work).then(self._answered).otherwise(self._wrong)

    def _answered(self, is_changed: bool) -> None:  # noqa: FBT001  # a result, not a switch
        for line in (self.old, self.new, self.again):
            line.clear()
        words = self._look.words
        self.says.setText("" if is_changed else words("staff.wrong"))
        if is_changed:
            self._desk.toast.say(words("staff.pin-changed"))

    def _wrong(self, problem: Problem) -> None:
        self.says.setText(told(problem, self._look.words).line)
