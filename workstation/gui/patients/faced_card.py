"""A card with somebody's face, and beside it a column for what is said or asked of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.store.rows import PatientRow
from workstation.gui.people_text import name_of
from workstation.gui.style.labels import card
from workstation.gui.style.look import Look


class FacedCard(QWidget):
    """``column`` is for the words and the buttons."""

    def __init__(self, look: Look, person: PatientRow, face: QImage | None, size: int, kind: str = "true") -> None:
        """``size`` of the face in pixels; ``kind`` of card as in ``labels.card``."""
        super().__init__()
        frame = card(kind)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(look.face(face, name_of(person), size, self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        row.addLayout(self.column, 1)
