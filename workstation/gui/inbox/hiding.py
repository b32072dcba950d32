"""A dialog: why is this not a patient? Nothing is deleted; the safe way is filled and focused."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.dialog import RaisedDialog
from workstation.gui.style.labels import MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status

REASONS = ("test", "mistake", "team")
WIDTH = 560


class HideDialog(RaisedDialog):
    """Asks for the reason; ``reason`` is its word in English, as it is kept."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """No reason is chosen."""
        words = look.words
        super().__init__(look, parent, words("inbox.hide-title"))
        self.setFixedWidth(look.px(WIDTH))
        self.reason = ""
        self._group = QButtonGroup(self)
        self.keep = Button(look, words("inbox.keep"), rank="primary")
        self.keep.clicked.connect(self.reject)
        self.hide_it = Button(look, words("inbox.hide"))
        self.hide_it.setEnabled(False)
        self.hide_it.setToolTip(words("inbox.hide-title"))
        self.hide_it.clicked.connect(self.accept)
        self._lay_out(look)
        self.keep.setFocus()

    def _lay_out(self, look: Look) -> None:
        words = look.words
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(MarkWidget(look, Status.UNKNOWN, 18))
        head.addWidget(label(look, words("inbox.hide-title"), "section"), 1)
        reasons = QHBoxLayout()
        reasons.setSpacing(8)
        for reason in REASONS:
            reasons.addWidget(self._reason_button(look, reason), 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addStretch(1)
        ways.addWidget(self.hide_it)
        ways.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(paragraph(look, words("inbox.hide-rest"), "body", "second"))
        column.addLayout(reasons)
        column.addLayout(ways)

    def _reason_button(self, look: Look, reason: str) -> Button:
        button = Button(look, look.words(f"inbox.hide-{reason}"))
        button.setCheckable(True)
        button.clicked.connect(lambda: self._take(reason))
        self._group.addButton(button)
        return button

    def _take(self, reason: str) -> None:
        self.reason = reason
        self.hide_it.setEnabled(True)
