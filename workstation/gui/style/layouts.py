"""What many cards do with their layouts."""

from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout, *, but: QWidget | None = None) -> None:
    """Take everything out; widgets are hidden at once and gone at the next turn of the event loop. ``but`` stays."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget is not but:
            widget.hide()
            widget.deleteLater()
