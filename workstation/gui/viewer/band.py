"""A band of the viewer on the theme's surface: the bar above the pictures, the strips and tools below."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workstation.gui.style.look import Look


class Band(QWidget):
    """A widget with the surface's ground, in whatever theme is worn now."""

    def __init__(self, look: Look) -> None:
        """Nothing on it yet."""
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("surface"))
