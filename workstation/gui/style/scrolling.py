"""A part of a page that scrolls when there is less room than it needs. It has no ground of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """A widget that scrolls when there is less room than it needs, on the ground of whatever is behind it."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)  # a Qt setter
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for ground in (area.viewport(), inside):
        ground.setAutoFillBackground(False)  # a Qt setter
    return area
