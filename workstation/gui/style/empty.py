"""An empty state: one row with what is true and what will happen. Never a blank page, never an exclamation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from workstation.gui.style.labels import label, paragraph
from workstation.gui.style.look import Look

ICON = 32


class EmptyRow(QFrame):
    """An icon of 32, a strong sentence, a quiet one."""

    def __init__(self, look: Look, icon: str, title: str, rest: str = "", *, colour: str = "ok") -> None:
        """``colour`` is ok where emptiness is good news, otherwise text2."""
        super().__init__()
        self._look, self._icon, self._colour = look, icon, colour
        self.setProperty("card", "true")
        self._picture = QLabel()
        self._title = label(look, title, "body", strong=True)
        self._rest = paragraph(look, rest, "caption", "second")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._rest)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self._rest.setVisible(bool(rest))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._look.pixmap(self._icon, ICON, self._look.colour(self._colour), ratio))

    def say(self, title: str, rest: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
