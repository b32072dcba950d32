"""The pictures of the visit below their eyes, and in a strip of their own those whose eye nobody stated, with R and L."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.pictures import Pictures
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.viewer.band import Band
from workstation.gui.viewer.thumbs import ThumbStrip
from workstation.gui.viewer.visit import Shown, asks_its_eye


class Strips(Band):
    """Two strips side by side, OD on the left, and the third one when it is needed."""

    chosen = Signal(str)
    answered = Signal(object)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Empty."""
        super().__init__(look)
        words = look.words
        self.right = ThumbStrip(look, pictures, words("viewer.pictures-right"))
        self.left = ThumbStrip(look, pictures, words("viewer.pictures-left"))
        self.other = ThumbStrip(look, pictures, words("viewer.pictures-other"))
        self.question = ChipWidget(look)
        self.is_right = self._button("viewer.is-right", "R", Laterality.RIGHT)
        self.is_left = self._button("viewer.is-left", "L", Laterality.LEFT)
        for strip in (self.right, self.left, self.other):
            strip.chosen.connect(self.chosen)
        self._third = self._lay_out()

    def _button(self, words: str, key: str, eye: Laterality) -> Button:
        button = Button(self._look, self._look.words(words), key=key)
        button.clicked.connect(lambda: self.answered.emit(eye))
        return button

    def _lay_out(self) -> QWidget:
        pair = QHBoxLayout()
        pair.setSpacing(1)
        pair.addWidget(self.right, 1)
        pair.addWidget(self.left, 1)
        third = QWidget()
        row = QHBoxLayout(third)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.question)
        row.addWidget(self.other, 1)
        row.addWidget(self.is_right)
        row.addWidget(self.is_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(pair)
        column.addWidget(third)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return third

    def blank(self) -> None:
        """No pictures."""
        for strip in (self.right, self.left, self.other):
            strip.show_rows((), "")
        self._third.hide()

    def show_visit(self, shown: Shown, *, is_doubtful: bool = False) -> None:
        """The pictures of that visit, and which are looked at. ``is_doubtful``: the active one may be of the other eye."""
        visit, asking = shown.visit, shown.asking
        self.right.show_rows(visit.right, shown.right)
        self.left.show_rows(visit.left, shown.left)
        self.other.show_rows(visit.other, shown.other)
        self._third.setVisible(bool(visit.other) or is_doubtful)
        unknown = any(asks_its_eye(row) for row in visit.other)
        stated = None if unknown and not is_doubtful else Laterality.BOTH
        claim = claims.eye(stated, self._look.words, contradicted=is_doubtful)
        is_said = is_doubtful or unknown or any(row.laterality is Laterality.BOTH for row in visit.other)
        self.question.show_chip(Chip(claim.text, claim.status) if is_said else None)
        for button in (self.is_right, self.is_left):
            button.setVisible(unknown or is_doubtful)
            button.setEnabled(is_doubtful or (asking is not None and asks_its_eye(asking)))
