"""Words in a room that may be too small: as they are, else smaller in lines, else elided at their end. Paints nothing."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

WRAPPED = Qt.TextFlag.TextWordWrap


def fitted(text: str, room: QSize, font: QFont, small: QFont) -> tuple[QFont, str]:
    """The font and the text that fit; ``small`` may stand in several lines, so draw with ``TextWordWrap``."""
    if QFontMetrics(font).horizontalAdvance(text) <= room.width():
        return font, text
    metrics = QFontMetrics(small)
    wanted = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), int(WRAPPED), text)
    if wanted.width() <= room.width() and wanted.height() <= room.height():
        return small, text
    return small, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())


def longest_word(text: str, font: QFont) -> int:
    """The width below which not even its longest word fits."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
