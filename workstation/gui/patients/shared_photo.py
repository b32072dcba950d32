"""The question that both pages ask when one picture is shown as the face of two people (hazard HZ-07). It decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout

from resources.store.rows import PatientRow
from workstation.gui.patients.faced_card import FacedCard
from workstation.gui.people_text import name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status

FACE = 72


class SharedPhotoCard(FacedCard):
    """``not_theirs``: the face is not this person's; ``opened`` carries the uuid of one of the others."""

    not_theirs = Signal()
    opened = Signal(str)

    def __init__(self, look: Look, person: PatientRow, others: Sequence[PatientRow], face: QImage | None) -> None:
        """``others`` are shown with the same picture; at least one."""
        super().__init__(look, person, face, FACE, "question")
        self._look, self._person, self._others = look, person, tuple(others)
        self.column.setSpacing(8)
        self._fill()

    def _fill(self) -> None:
        words = self._look.words
        for other in self._others:
            number = words.island(other.number or other.public_id)
            said = QHBoxLayout()
            said.setSpacing(8)
            said.addWidget(MarkWidget(self._look, Status.WARN))
            said.addWidget(paragraph(self._look, words("patient.shared-photo", name=name_of(other), number=number)), 1)
            self.column.addLayout(said)
        self.column.addLayout(self._buttons())

    @property
    def sentence(self) -> str:
        """What it asks."""
        words, other = self._look.words, self._others[0]
        return words("patient.shared-photo", name=name_of(other), number=other.number or other.public_id)

    def _buttons(self) -> QHBoxLayout:
        words = self._look.words
        row = QHBoxLayout()
        row.setSpacing(8)
        self.away = Button(self._look, words("patient.not-this-face", name=name_of(self._person)), wraps=True)
        self.away.clicked.connect(self.not_theirs)
        row.addWidget(self.away)
        for other in self._others[:2]:
            go = Button(self._look, words("patient.open-other", name=name_of(other)), rank="quiet", wraps=True)
            go.clicked.connect(lambda _=False, uuid=other.uuid: self.opened.emit(uuid))
            row.addWidget(go)
        row.addStretch(1)
        return row
