"""The card's number as a QR code: dark on white with its quiet zone in every theme, or scanners fail."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

QUIET = 2  # modules; the white card around it gives the rest


class QrCode(QWidget):
    """A square of whole pixels per module."""

    def __init__(self, size: int = 92) -> None:
        """Empty."""
        super().__init__()
        self._rows: tuple[tuple[int, ...], ...] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedSize(size, size)

    def show_text(self, text: str) -> None:
        """Encode that; an empty text shows nothing."""
        matrix = segno.make(text, error="m", micro=False).matrix if text else ()
        self._rows = tuple(tuple(row) for row in matrix)
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White ground, dark modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._rows:
            return
        module = self.width() / (len(self._rows) + 2 * QUIET)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    place = QRectF((x + QUIET) * module, (y + QUIET) * module, module + 0.3, module + 0.3)
                    painter.fillRect(place, Qt.GlobalColor.black)
