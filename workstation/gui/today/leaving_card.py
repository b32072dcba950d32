"""Somebody is about to leave the camera without all pictures: what is missing, and why (HZ-06). No dialog.

Carries the uuid of the person whom it names; the safe way is focused, and nothing happens until a reason was pressed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from workstation.gui.missing import REASONS, Missing, because, named
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel, MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.style.status import Status

FACE = 44


class LeavingCard(QFrame):
    """324 wide. ``left`` says who goes and why; ``stays`` that they do not go. The keys 1 to 7 are the reasons, Esc stays."""

    left = Signal(str, str)
    stays = Signal()

    def __init__(self, look: Look, shown: PersonCard, missing: Missing) -> None:
        """Ask about that person."""
        super().__init__()
        self._look, self.shown, self.missing = look, shown, missing
        self.setProperty("card", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = look.words
        self.reasons = {reason: self._reason(place, reason) for place, reason in enumerate(REASONS, 1)}
        self.stay = Button(look, words("missing.stay"), rank="primary", key="Esc")
        self.stay.clicked.connect(self.stays)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        what = words("missing.line", what=named(missing.kept, words))
        column.addWidget(paragraph(look, what, "body"))
        column.addWidget(paragraph(look, words("missing.why", name=shown.name), "label", "second"))
        column.addLayout(self._answers())
        column.addWidget(self.stay)
        self.setAccessibleName(words.join([words("missing.title"), shown.name, what]))

    def _head(self) -> QHBoxLayout:
        look, shown = self._look, self.shown
        row = QHBoxLayout()
        row.setSpacing(10)
        face = QLabel()
        face.setPixmap(look.face(shown.photo, shown.name, look.px(FACE), self.devicePixelRatioF()))
        row.addWidget(face)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(look, shown.name, "name"))
        asked = QHBoxLayout()
        asked.setSpacing(6)
        asked.addWidget(MarkWidget(look, Status.WAIT))
        asked.addWidget(label(look, look.words("missing.title"), "label", strong=True), 1)
        lines.addLayout(asked)
        row.addLayout(lines, 1)
        return row

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate(self.reasons.values()):
            grid.addWidget(button, place, 0)
        return grid

    def _reason(self, place: int, reason: str) -> Button:
        made = Button(self._look, because(reason, self._look.words), key=str(place))
        made.clicked.connect(lambda: self.left.emit(self.shown.uuid, reason))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A reason by its number; Esc stays."""
        place = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.stays.emit()
        elif 0 <= place < len(REASONS) and not event.isAutoRepeat():
            self.left.emit(self.shown.uuid, REASONS[place])
        else:
            super().keyPressEvent(event)
