"""Outline icons of one family: Phosphor, as QtAwesome carries it, drawn as paths so that they stay crisp at every
ratio.

Only the one font file is read; QtAwesome itself would load two dozen at start-up. Status shapes are not icons: see
``marks.py``.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRawFont, QTransform

# The drawings' Tabler names, and the nearest glyph of Phosphor 1.3.
GLYPHS = {
    "users": "users",
    "inbox": "tray",
    "eye": "eye",
    "eye-off": "eye-slash",
    "send": "paper-plane-tilt",
    "cloud-up": "cloud-arrow-up",
    "cloud-down": "cloud-arrow-down",
    "cloud-off": "cloud-slash",
    "lock": "lock",
    "search": "magnifying-glass",
    "user-plus": "user-plus",
    "user-question": "user-focus",
    "scan": "corners-out",
    "camera": "camera",
    "device-mobile": "device-mobile",
    "photo": "image",
    "printer": "printer",
    "check": "check",
    "chevron-down": "caret-down",
    "chevron-left": "caret-left",
    "chevron-right": "caret-right",
    "arrows-left-right": "arrows-left-right",
    "language": "translate",
    "history": "clock-counter-clockwise",
    "link": "link",
    "info-circle": "info",
    "file": "file",
    "file-import": "file-arrow-down",
    "device-usb": "hard-drive",
    "refresh": "arrows-clockwise",
    "player-pause": "pause",
    "home-check": "house-line",
    "plus": "plus",
    "minus": "minus",
    "qrcode": "qr-code",
    "file-type-pdf": "file-pdf",
    "backspace": "backspace",
    "calendar": "calendar-blank",
    "database": "database",
    "battery-3": "battery-high",
    "sun": "sun",
    "moon": "moon",
    "school": "student",
    "close": "x",
    "arrow-down": "arrow-down",
    "zoom-in": "magnifying-glass-plus",
    "zoom-out": "magnifying-glass-minus",
    "fit": "corners-in",
    "copy": "copy",
}
MIRRORED = {"send", "chevron-left", "chevron-right"}  # never the clock, tick, eye or camera


@cache
def _family() -> tuple[Path, dict[str, str]]:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("QtAwesome is not installed: the icons come from it")
    folder = Path(next(iter(spec.submodule_search_locations))) / "fonts"
    charmap = next(folder.glob("phosphor-charmap-*.json"))
    return next(folder.glob("phosphor-[0-9]*.ttf")), json.loads(charmap.read_text("utf-8"))


@cache
def _outline(name: str) -> QPainterPath:
    """The glyph's outline in a box of 1 x 1, centred as the font centres it."""
    letter = chr(int(_family()[1][GLYPHS[name]], 16))
    font = QRawFont(str(_family()[0]), 256)  # not kept: it must not outlive the application
    path = font.pathForGlyph(font.glyphIndexesForString(letter)[0])
    lowered = QTransform.fromTranslate(0, font.ascent()).map(path)
    tall = font.ascent() + font.descent()
    return QTransform.fromScale(1 / tall, 1 / tall).map(lowered)


def _stroked(painter: QPainter, rect: QRectF, colour: QColor, stroke: float) -> None:
    """A round pen in a box of 24 over the square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    rounded = Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, rounded))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _tent(painter: QPainter) -> None:
    painter.drawPolygon([QPointF(12, 3.6), QPointF(21.2, 19.8), QPointF(2.8, 19.8)])
    painter.drawPolyline([QPointF(8, 19.8), QPointF(12, 12.7), QPointF(16, 19.8)])


def _board(painter: QPainter) -> None:
    painter.drawLine(QPointF(4, 4.4), QPointF(10, 4.4))
    painter.drawLine(QPointF(14, 4.4), QPointF(20, 4.4))
    painter.drawRoundedRect(QRectF(4, 8.4, 6, 11.4), 1.6, 1.6)
    painter.drawRoundedRect(QRectF(14, 8.4, 6, 6.4), 1.6, 1.6)


DRAWN = {"tent": _tent, "today": _board}  # Phosphor 1.3 has no tent and no kanban board


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor, *, right_to_left: bool = False) -> None:
    """Draw the icon into the square; arrows, chevrons and ``send`` mirror with the page, nothing else does."""
    if name in DRAWN:
        painter.save()
        _stroked(painter, rect, colour, 1.5)
        DRAWN[name](painter)
        painter.restore()
        return
    place = QTransform.fromTranslate(rect.x(), rect.y()).scale(rect.width(), rect.height())
    if right_to_left and name in MIRRORED:
        place = QTransform(-rect.width(), 0, 0, rect.height(), rect.right(), rect.y())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(place.map(_outline(name)))
    painter.restore()


def draw_icon(name: str, size: int, colour: QColor, ratio: float = 1.0, *, right_to_left: bool = False) -> QPixmap:
    """The icon as a pixmap. ``Look.icon`` keeps them by (name, size, colour, ratio)."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour, right_to_left=right_to_left)
    painter.end()
    return pixmap
