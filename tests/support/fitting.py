"""Does every text on the screen fit where it stands? Looks at what is shown, as a person would who reads it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QScrollArea, QWidget

from workstation.gui.rail import RailItem
from workstation.gui.style.labels import ElidedLabel

TARGET = 44


def path_of(widget: QWidget, top: QWidget) -> str:
    """Where it is: the classes from the page down, and what it says."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and at is not top:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{' > '.join(reversed(names))} {said!r} {widget.size().toTuple()}"


def misfits(top: QWidget) -> list[str]:
    """The path and the reason of everything shown whose text is cut."""
    top.grab()  # an elided label gives its whole text as a tooltip when it is painted
    found = []
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and (why := cut(widget) or outside(widget, top)):
            found.append(f"{path_of(widget, top)}: {why}")
    return found


def cut(widget: QWidget) -> str:
    """Why its own text is cut, or nothing."""
    ways = ((ElidedLabel, _elided), (QLabel, _label), (RailItem, _rail), (QAbstractButton, _button), (QLineEdit, _line))
    if isinstance(widget, QScrollArea):
        return _sideways(widget)
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return ""
    return next(look(widget) for kind, look in ways if isinstance(widget, kind))  # type: ignore[operator]


def _rail(item: RailItem) -> str:
    return _over(item.fontMetrics().horizontalAdvance(item.text()), item.width())


def _line(line: QLineEdit) -> str:
    """What it asks for, while nothing is typed."""
    if line.text() or line.toolTip() == line.accessibleName() != "":
        return ""
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 12
    return _over(line.fontMetrics().horizontalAdvance(line.placeholderText()), room)


def _over(wanted: float, there: float) -> str:
    return f"needs {wanted:.0f}, has {there:.0f}" if wanted > there + 1 else ""


def _button(button: QAbstractButton) -> str:
    """One line, or smaller in several, or elided with its words as the tooltip."""
    if not button.text():
        return ""
    wanted, why = button.sizeHint(), ""
    if wanted.width() > button.width() + 1:
        button.grab()
        why = "" if _wraps(button) or button.text() in button.toolTip() else _over(wanted.width(), button.width())
    return why or _over(wanted.height(), button.height())


def _wraps(button: QAbstractButton) -> bool:
    font = QFont(button.font())
    font.setPixelSize(round(font.pixelSize() * 12 / 14))
    metrics = QFontMetrics(font)
    signs = button.sizeHint().width() - QFontMetrics(button.font()).horizontalAdvance(button.text()) - 34
    room = QRect(0, 0, button.width() - signs - 12, 10_000)
    lines = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), button.text())
    return lines.width() <= room.width() and lines.height() <= button.height()


def _elided(label: ElidedLabel) -> str:
    label.grab()  # painted now, wherever it is: what was cut is its tooltip
    is_cut = label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1
    return "elided without a tooltip" if is_cut and label.toolTip() != label.text() else ""


def _label(label: QLabel) -> str:
    if not label.text():
        return ""
    room = label.contentsRect()
    metrics = QFontMetrics(label.font())
    tall = 0.9  # a line of the type scale is a little lower than the font's own
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    wanted = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, label.text())
    if label.wordWrap():
        longest = max(metrics.horizontalAdvance(word) for word in label.text().split())
        return _over(longest, room.width()) or _over(wanted.height() * tall, room.height())
    return _over(metrics.size(0, label.text()).width(), room.width()) or _over(wanted.height() * tall, room.height())


def _sideways(area: QScrollArea) -> str:
    inside = area.widget()
    if inside is None or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    room = area.viewport().width()
    wide = [path_of(one, inside) for one in inside.findChildren(QWidget) if one.isVisible() and _least(one) > room - 24]
    why = _over(inside.width(), room)
    return f"{why}, because of {wide[-3:]}" if why else ""


def _least(widget: QWidget) -> int:
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())


def outside(widget: QWidget, top: QWidget) -> str:
    """Whether something that says a text hangs over an edge that cannot be scrolled."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return ""
    at: QWidget = widget
    while (parent := at.parentWidget()) is not None and at is not top and not at.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return ""
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            return f"hangs out of {type(parent).__name__} {parent.size().toTuple()} at {place.getRect()}"
        at = parent
    return ""


def untouchable(top: QWidget) -> list[str]:
    """Every shown button and field that is smaller than a finger, or has no name for a screen reader (users.md 5.4)."""
    found = []
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLineEdit) or not widget.isVisible():
            continue
        if min(widget.width(), widget.height()) < TARGET:
            found.append(f"{path_of(widget, top)}: smaller than {TARGET}")
        if not (widget.accessibleName() or widget.text()):
            found.append(f"{path_of(widget, top)}: no name")
    return found
