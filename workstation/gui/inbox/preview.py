"""The middle of the Inbox: the chosen picture, which eye, which field, and why it waits."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.terms import Field, Laterality
from workstation.gui import claims
from workstation.gui.inbox.lines import Entry, kind_of
from workstation.gui.pictures import Pictures
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ChipWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.pane import EyePane

EYES = {"R": (Laterality.RIGHT, "inbox.right"), "L": (Laterality.LEFT, "inbox.left"), "U": (None, "inbox.unknown")}
FIELDS = {
    "M": (Field.MACULA, "inbox.macula"),
    "D": (Field.DISC, "inbox.disc"),
    "E": (Field.EXTERNAL, "inbox.external"),
}


class KeyButton(Button):
    """A choice with its key; where room is short the badge goes first."""

    def __init__(self, look: Look, words: str, key: str) -> None:
        """Not chosen."""
        super().__init__(look, words, key=key)
        self._key = key
        self.setCheckable(True)
        self.natural = self._content_width() + 16
        self.toggled.connect(lambda _on: self._fit())

    def sizeHint(self) -> QSize:
        """Room for the words alone."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(44, words + 12), self._look.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the badge when it fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.key = self._key
        if self._content_width() + 12 > self.width():
            self.key = ""
        self.update()


class Preview(QWidget):
    """One picture at its best size; the buttons show what is stated of it, and nothing is chosen that nobody chose."""

    eye_said = Signal(object)
    field_said = Signal(object)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Blank."""
        super().__init__()
        self._look = look
        self.pane = EyePane(look, pictures)
        self.question = ChipWidget(look)
        self.question.setParent(self.pane)
        self.question.move(16, 16)
        self.why = paragraph(look, "", "caption", "second")
        self.eyes = {key: self._button(words, key) for key, (_, words) in EYES.items()}
        self.fields = {key: self._button(words, key) for key, (_, words) in FIELDS.items()}
        for key, button in self.eyes.items():
            button.clicked.connect(lambda _=False, key=key: self.eye_said.emit(EYES[key][0]))
        for key, button in self.fields.items():
            button.clicked.connect(lambda _=False, key=key: self.field_said.emit(FIELDS[key][0]))
        self._lay_out()

    def _button(self, words: str, key: str) -> "KeyButton":
        name = self._look.words(words)
        button = KeyButton(self._look, "?" if key == "U" else name, key)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _lay_out(self) -> None:
        keys = QWidget()
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # OD stands left of OS (HZ-14)
        large = self._look.percent >= 150
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight, keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 if large else 14)
        for group in (self.eyes, self.fields):
            together = QHBoxLayout()
            together.setSpacing(6)
            for button in group.values():
                together.addWidget(button, button.natural)
            row.addLayout(together, sum(button.natural for button in group.values()))
        self._keys = keys
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pane, 1)
        column.addWidget(keys)
        column.addWidget(self.why)

    def show_entry(self, entry: Entry | None, time: str) -> None:
        """This one, or nothing; ``time`` is when it was taken."""
        row = entry.item.row if entry and entry.item else None
        self._keys.setVisible(row is not None)
        self.why.setText(self._why(entry))
        for key, (eye, _) in EYES.items():
            self.eyes[key].setChecked(row is not None and row.laterality == eye and eye is not None)
        for key, (field, _) in FIELDS.items():
            self.fields[key].setChecked(row is not None and row.field == field.value)
        asking = row is not None and row.laterality is None
        claim = claims.eye(None, self._look.words)
        words = self._look.words("inbox.which-eye-is-this")
        self.question.show_chip(Chip(words, claim.status) if asking else None)
        self.pane.look_at(row, self._caption(entry, time))
        if entry and entry.held:
            self.pane.say(self._look.words(f"inbox.held-{kind_of(entry.held)}-why"))

    def _caption(self, entry: Entry | None, time: str) -> Caption:
        row = entry.item.row if entry and entry.item else None
        if row is None:
            return Caption()
        words = self._look.words
        size = f"{row.columns} × {row.rows}" if row.columns and row.rows else ""
        note = "   ".join(part for part in (time, words.island(size)) if part)
        eye = row.laterality
        word = claims.eye(eye, words).text
        large = self._look.percent >= 150  # then there is no room for both in one line
        spoken = words.join([word, note])
        above, below = ("", note) if large else (note, "")
        return Caption(eye.eye if eye else "", word if eye else "", below, corner=above, spoken=spoken)

    def _why(self, entry: Entry | None) -> str:
        words = self._look.words
        if entry is None:
            return ""
        if entry.held:
            return words("inbox.held-rest") if kind_of(entry.held) != "photograph" else entry.held.reason
        why = entry.item.why if entry.item else ""
        return words(f"why.{why}") if why else ""
