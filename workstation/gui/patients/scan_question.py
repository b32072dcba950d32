"""After a scan: "Is this the person?", with the face. A card may be lost, swapped in a family, or another's (hazard HZ-29)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout

from resources.store.rows import PatientRow
from workstation.gui.patients.faced_card import FacedCard
from workstation.gui.people_text import name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import paragraph
from workstation.gui.style.look import Look

FACE = 132


class ScanQuestion(FacedCard):
    """``yes`` puts it away; ``no`` says that somebody else holds this card."""

    yes = Signal()
    no = Signal()

    def __init__(self, look: Look, person: PatientRow, face: QImage | None) -> None:
        """About that person."""
        super().__init__(look, person, face, FACE, "question")
        self.sentence = paragraph(look, look.words("card.is-this", name=name_of(person)), "section")
        self.column.addWidget(self.sentence)
        buttons = QHBoxLayout()
        self.yes_button, self.no_button = Button(look, look.words("card.yes")), Button(look, look.words("card.no"))
        self.yes_button.clicked.connect(self.yes)
        self.no_button.clicked.connect(self.no)
        for button in (self.yes_button, self.no_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
