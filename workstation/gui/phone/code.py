"""The code that a phone scans, in the place of the headshot: dark on white in every theme, and how long it lives."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.patients.qr import QrCode
from workstation.gui.style.labels import card, paragraph
from workstation.gui.style.look import Look


class PhoneCode(QWidget):
    """A white card with the code, and two lines of words."""

    def __init__(self, look: Look, side: int) -> None:
        """Empty; the code is so wide."""
        super().__init__()
        self._words = look.words
        self.code = QrCode(side)
        ground = QFrame()
        ground.setObjectName("code-ground")
        ground.setStyleSheet(
            "#code-ground { background: white; border-radius: 12px }"
        )  # scanners want white, dim or not
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.code)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(ground)
        middle.addStretch(1)
        frame = card("active")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addStretch(1)
        column.addLayout(middle)
        self.scan = paragraph(look, look.words("phone.scan"), "label")
        self.left = paragraph(look, "", "label", "second")
        for line in (self.scan, self.left):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_code(self, address: str, left: float) -> None:
        """The code of that address, and for how many seconds it is good."""
        self.code.show_text(address)
        self.code.setAccessibleName(self._words("phone.scan"))  # a secret is not read aloud
        minutes, seconds = divmod(int(left), 60)
        time = self._words.island(self._words.digits(f"{minutes}:{seconds:02}"))
        self.left.setText(self._words("phone.left", time=time))
