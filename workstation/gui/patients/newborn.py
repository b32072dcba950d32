"""What is asked of a baby in a camp for retinopathy of prematurity: weeks at birth and birth weight, never guessed (HZ-30)."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.store.examinations import GESTATION, WEIGHT
from resources.wire.prematurity import read_gestation, read_weight
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.look import Look


class NewbornFields(QWidget):
    """``changed`` when something was typed."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__()
        self._look, words = look, look.words
        self.gestation, self.weight = HintedEdit(look), HintedEdit(look)
        self._gestation = FormField(look, words("newborn.gestation"), self.gestation)
        self._weight = FormField(look, words("newborn.weight"), self.weight)
        self.grams = Button(look, "")
        """What was typed, shown back in grams; a press takes it."""
        self.grams.clicked.connect(self._take_grams)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self._gestation, self._weight):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.grams, 0, Qt.AlignmentFlag.AlignTrailing)
        for edit in (self.gestation, self.weight):
            edit.textChanged.connect(self._edited)
        self._edited()

    def _edited(self) -> None:
        words, weight = self._look.words, read_weight(self.weight.text())
        for field in (self._gestation, self._weight):
            field.doubt("")
        asks = weight is not None and not weight.is_sure
        self.grams.setVisible(asks)
        if weight is not None and asks:
            self.grams.setText(words("newborn.grams", n=weight.grams))
        self.changed.emit()

    def _take_grams(self) -> None:
        weight = read_weight(self.weight.text())
        if weight is not None:
            self.weight.setText(str(weight.grams))

    def question(self) -> QWidget | None:
        """The field that must be looked at first, with its sentence said."""
        if read_gestation(self.gestation.text()) is None:
            self._gestation.doubt(self._look.words("newborn.ask-gestation"))
            return self.gestation
        weight = read_weight(self.weight.text())
        if weight is None or not weight.is_sure:
            self._weight.doubt(self._look.words("newborn.ask-weight"))
            return self.weight
        return None

    def facts(self) -> dict[str, Any]:
        """What can be kept of it."""
        gestation, weight = read_gestation(self.gestation.text()), read_weight(self.weight.text())
        kept = {GESTATION: gestation, WEIGHT: weight.grams if weight is not None and weight.is_sure else None}
        return {name: value for name, value in kept.items() if value is not None}

    def clear(self) -> None:
        """For the next one."""
        self.gestation.clear()
        self.weight.clear()
