"""The look-alike card: two faces side by side, the reasons with their marks, two equal buttons. It joins nobody (HZ-18)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel, MarkWidget, card, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status

FACE = 132


class AlikeSide:
    """What one side of the card says."""

    def __init__(self, when: str, name: str, age_sex: str, photo: QImage | None) -> None:
        """``when``: "New, just now" or "Here since 09:14"."""
        self.when, self.name, self.age_sex, self.photo = when, name, age_sex, photo


class AlikeCard(QWidget):
    """``same`` and ``other`` carry the uuid of the person who was here already."""

    same = Signal(str)
    other = Signal(str)

    def __init__(
        self, look: Look, uuid: str, sides: tuple[AlikeSide, AlikeSide], reasons: Sequence[tuple[Status, str]]
    ) -> None:
        """The new person on the leading side."""
        super().__init__()
        self._look, self.uuid = look, uuid
        self.reasons = tuple(text for _, text in reasons)
        self._buttons_made: dict[str, Button] = {}
        self._first = paragraph(look, look.words("register.answer-first"), "label", "warn")
        self._first.hide()
        frame = card("question")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(6)
        column.addLayout(self._faces(sides))
        column.addSpacing(6)
        for status, text in reasons:
            column.addLayout(self._reason(status, text))
        column.addSpacing(6)
        column.addWidget(self._first)
        column.addLayout(self._buttons())

    def ask(self, words: str = "") -> None:
        """Say that this must be answered first, or these words. Space on a button answers; Enter, which saves, does not."""
        if words:
            self._first.setText(words)
        self._first.show()
        self._buttons_made["register.someone-else"].setFocus()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer."""
        return not self._first.isHidden()

    def _faces(self, sides: tuple[AlikeSide, AlikeSide]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._side(sides[0]))
        arrows = QLabel()
        pixmap = self._look.pixmap("arrows-left-right", 24, self._look.colour("warn"), self.devicePixelRatioF())
        arrows.setPixmap(pixmap)
        row.addWidget(arrows, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._side(sides[1]))
        return row

    def _side(self, side: AlikeSide) -> QWidget:
        made = QWidget()
        made.setFixedWidth(max(FACE, self._look.px(FACE) * 3 // 4))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        face = QLabel()
        face.setPixmap(self._look.face(side.photo, side.name, FACE, self.devicePixelRatioF()))
        column.addWidget(face)
        column.addSpacing(6)
        column.addWidget(paragraph(self._look, side.when, "caption", "second"))
        column.addWidget(ElidedLabel(self._look, side.name, "name"))
        column.addWidget(paragraph(self._look, side.age_sex, "caption", "second"))
        return made

    def _reason(self, status: Status, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkWidget(self._look, status, 14))
        row.addWidget(paragraph(self._look, text, "label"), 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, signal in (("register.same-person", self.same), ("register.someone-else", self.other)):
            button = Button(self._look, self._look.words(key), wraps=True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.uuid))
            self._buttons_made[key] = button
            row.addWidget(button, 1)
        return row
