"""Room for large text: what does not fit is scrolled, never cut. The scroll bar itself takes no focus and has no ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def _area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def downwards(inside: QWidget) -> QScrollArea:
    """As wide as there is room, as high as it must be."""
    area = _area(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def sideways(inside: QWidget) -> QScrollArea:
    """As high as there is room, as wide as it must be."""
    area = _area(inside)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def scrolling(inside: QWidget) -> QScrollArea:
    """As ``downwards``, on the ground of whatever is behind it."""
    area = downwards(inside)
    for ground in (area.viewport(), inside):
        ground.setAutoFillBackground(False)
    return area
