"""Somebody new at the station: a name, what they do, a PIN twice. The PIN is hashed off the GUI thread and kept nowhere else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.problems import Problem
from resources.store import staff
from resources.store.staff import StaffRow
from resources.terms import Origin, StaffRole
from workstation.gui.background import in_turn
from workstation.gui.desk import Desk
from workstation.gui.problems import told
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import label


class NewStaff(QWidget):
    """``added`` carries the row once it is kept; what was typed stays when something was wrong with it."""

    added = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Empty."""
        super().__init__()
        self._desk, words = desk, desk.look.words
        self.name = HintedEdit(desk.look)
        self.role = QComboBox()
        for role in StaffRole:
            self.role.addItem(words(f"staff.role.{role.value}"), role)
        self.pin, self.again = self._secret(), self._secret()
        self.says = label(desk.look, "", "body", "warn")
        self.start = Button(desk.look, words("staff.add"), rank="primary", key="Enter", strong=True)
        self.back = Button(desk.look, words("staff.back"), rank="quiet")
        self._is_adding = False
        self._lay_out()
        self.start.clicked.connect(self.add)
        for line in (self.name, self.pin, self.again):
            line.returnPressed.connect(self.add)

    def _secret(self) -> QLineEdit:
        line = HintedEdit(self._desk.look)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(4)
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        return line

    def _lay_out(self) -> None:
        look, words = self._desk.look, self._desk.look.words
        form = QVBoxLayout()
        form.setSpacing(12)
        form.addStretch(1)
        form.addWidget(label(look, words("staff.who"), "screen"))
        rows = (
            ("staff.name", self.name),
            ("staff.role", self.role),
            ("staff.pin", self.pin),
            ("staff.pin-again", self.again),
        )
        for key, entry in rows:
            form.addWidget(FormField(look, words(key), entry))
        form.addWidget(self.says)
        form.addWidget(self.start)
        form.addWidget(self.back)
        form.addStretch(1)
        middle = QWidget()
        middle.setLayout(form)
        middle.setFixedWidth(min(look.px(420), 640))
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)

    def clear(self, *, can_go_back: bool) -> None:
        """For the next one."""
        for line in (self.name, self.pin, self.again):
            line.clear()
        self.role.setCurrentIndex(self.role.findData(StaffRole.GRADER))
        self.says.setText("")
        self.back.setVisible(can_go_back)
        self.name.setFocus()

    def add(self) -> None:
        """Keep them, or say what is wrong; what was typed stays."""
        if self._is_adding:
            return
        if self.pin.text() != self.again.text():
            self.says.setText(self._desk.look.words("staff.pins-differ"))
            return
        store, name, pin, role = self._desk.store, self.name.text(), self.pin.text(), self.role.currentData()

        def work() -> StaffRow:
            kept = staff.hashed(pin, store.rng)
            with store.write(Origin.PERSON, name.strip() or "person") as unit:
                return staff.add(unit, name, kept, StaffRole(role))

        self._is_adding = True
        in_turn(self, work).then(self._done).otherwise(self._wrong)

    def _done(self, row: StaffRow) -> None:
        self._is_adding = False
        self.clear(can_go_back=True)
        self.added.emit(row)

    def _wrong(self, problem: Problem) -> None:
        self._is_adding = False
        self.says.setText(told(problem, self._desk.look.words).short)
