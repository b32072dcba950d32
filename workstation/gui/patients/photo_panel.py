"""The place for a new headshot on somebody's own page. What is taken here is of the person it was opened for (hazard HZ-07)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.desk import Desk
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel, card


class PhotoPanel(QWidget):
    """``taken`` says whose it is and the headshot; ``ended``: without one."""

    taken = Signal(str, object)
    ended = Signal()

    def __init__(self, desk: Desk, uuid: str, name: str) -> None:
        """For that person."""
        super().__init__()
        words = desk.look.words
        self._uuid = uuid
        self.photo = PhotoDrop(
            desk, has_key=False, is_wide=True, received="phone.received-person"
        )  # the page has the key
        self.photo.name(name)
        self.photo.changed.connect(self._changed)
        self.close_button = Button(desk.look, words("close"), rank="quiet")
        self.close_button.clicked.connect(self.ended)
        frame = card("active")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(desk.look, words("patient.new-photo"), "section"), 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(self.photo)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _changed(self) -> None:
        if self.photo.headshot is not None:
            self.taken.emit(self._uuid, self.photo.headshot)
