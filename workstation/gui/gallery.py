"""Eye tiles and faces with their pictures: what is in memory at once, the rest when it has been decoded.

A picture is found by its own bytes' digest, so it can never stand under another's name (HZ-15).
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from resources.store.rows import InstanceRow, PatientRow
from workstation.gui.hints import dressed
from workstation.gui.pictures import THUMB, Asked, Key, Picture, Pictures
from workstation.gui.style.eyes import EyeTile
from workstation.imaging.hints import NO_HINT, Hint


class Gallery(QObject):
    """One page's view of the pictures. ``changed`` says that more have come; many of them are said once."""

    changed = Signal()

    def __init__(self, parent: QObject, pictures: Pictures) -> None:
        """Lives as long as its page."""
        super().__init__(parent)
        self._pictures = pictures
        self.awaited: set[Key] = set()
        """What was asked for and has not come."""
        self.missed: set[Key] = set()
        """What was not there; whoever wants to know clears it before."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.changed)

    def hang(self, tile: EyeTile, row: InstanceRow) -> EyeTile:
        """The tile with its picture; *forward only* where it cannot be decoded."""
        found = self._found(self._pictures.ask(row, THUMB))
        return tile if found is None else dressed(tile, row, found)

    def hint(self, row: InstanceRow) -> Hint:
        """What the picture looks like, once it has been decoded."""
        found = self._found(self._pictures.ask(row, THUMB))
        return found.hint if found else NO_HINT

    def face(self, patient: PatientRow) -> QImage | None:
        """The headshot, when there is one and it has been decoded."""
        if not patient.photo_digest:
            return None
        found = self._found(self._pictures.ask_face(patient))
        return found.image if found and found.is_here else None

    def _found(self, asked: Asked) -> Picture | None:
        found = self._pictures.cached(asked)
        if found is None:
            self.missed.add(asked.key)
        if found is None and asked.key not in self.awaited:
            self.awaited.add(asked.key)
            self._pictures.fetch(self, asked, self._arrived)
        return found

    def _arrived(self, picture: Picture) -> None:
        self.awaited.discard(picture.asked.key)
        self._soon.start()
