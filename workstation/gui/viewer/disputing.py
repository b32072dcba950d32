"""Another reader says something else of the eye: who, what, and a line for the reason why it does not stand (HZ-27).

Nothing is chosen for anybody. Without a reason both opinions stand, and the more urgent one counts.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resources.store.opinions import OpinionRow
from workstation.gui.grades import said_line
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import HintedEdit
from workstation.gui.style.labels import ElidedLabel, label
from workstation.gui.style.look import Look
from workstation.gui.viewer.band import Band


class DisputeBar(Band):
    """``replaced(reason)`` when somebody wants their opinion to take the place of those shown; ``kept`` when not."""

    replaced = Signal(str)
    kept = Signal()

    def __init__(self, look: Look) -> None:
        """Nothing to settle."""
        super().__init__(look)
        words = look.words
        self.says = ElidedLabel(look, "", "body")
        self.why = HintedEdit(look)
        self.why.setPlaceholderText(words("dispute.why"))
        self.why.setAccessibleName(words("dispute.why"))
        self.why.setMaxLength(256)
        self.replace = Button(look, words("dispute.replace"))
        self.keep = Button(look, words("dispute.keep"), rank="quiet")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.says)
        texts.addWidget(label(look, words("dispute.both"), "label", "hint"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addLayout(texts, 3)
        row.addWidget(self.why, 2)
        row.addWidget(self.replace)
        row.addWidget(self.keep)
        self.replace.clicked.connect(self._replace)
        self.why.returnPressed.connect(self._replace)
        self.keep.clicked.connect(self.close_it)
        self.hide()

    def ask(self, rows: Sequence[OpinionRow]) -> None:
        """These opinions of others are in question."""
        words = self._look.words
        said = [words("dispute.says", reader=row.reader, what=said_line(row.said, words)) for row in rows]
        self.says.setText(words.join(said))
        self.setAccessibleName(self.says.text())
        self.why.clear()
        self.show()
        self.why.setFocus()

    def close_it(self) -> None:
        """Both stand."""
        self.hide()
        self.kept.emit()

    def _replace(self) -> None:
        self.replaced.emit(self.why.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps both; no other key that is typed here means a grade (HZ-16)."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        event.accept()
