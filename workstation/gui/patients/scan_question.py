"""After a scan: "Is this the person?", with the face. A card may be lost, swapped in a family, or another's (hazard HZ-29)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.store.rows import PatientRow
from workstation.gui.people_text import name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import card, paragraph
from workstation.gui.style.look import Look

FACE = 132


class ScanQuestion(QWidget):
    """``yes`` puts it away; ``no`` says that somebody else holds this card."""

    yes = Signal()
    no = Signal()

    def __init__(self, look: Look, person: PatientRow, face: QImage | None) -> None:
        """About that person."""
        super().__init__()
        frame = card("question")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(look.face(face, name_of(person), FACE, self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        self.sentence = paragraph(look, look.words("card.is-this", name=name_of(person)), "section")
        column.addWidget(self.sentence)
        buttons = QHBoxLayout()
        self.yes_button, self.no_button = Button(look, look.words("card.yes")), Button(look, look.words("card.no"))
        self.yes_button.clicked.connect(self.yes)
        self.no_button.clicked.connect(self.no)
        for button in (self.yes_button, self.no_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        row.addLayout(column, 1)
