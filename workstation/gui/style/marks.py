"""Paint functions for the small signs: status mark, chip, key badge, ring, product mark. They draw; they decide
nothing.

Every status has a shape of its own, so that colour is never the only difference. Shapes are given in a box of 16.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from workstation.gui.style.status import Status
from workstation.gui.style.tokens import Theme

CHIP_HEIGHT = 24
KEY_HEIGHT = 20
OPEN = 1.8
"""Pen widths from the end of a part of a ring to its beginning, at least; the two round ends take one of them."""
TOP = 90 * 16  # Qt counts angles in sixteenths of a degree, from three o'clock, anticlockwise


@dataclass(frozen=True)
class Chip:
    """A word on its soft ground. Without a status it is a plain fact ("Diabetes 11 years")."""

    text: str
    status: Status | None = None


def round_pen(colour: QColor, width: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap) -> QPen:
    """A solid pen with round joins."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


def _disc(painter: QPainter, ground: QColor, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(8, 8), 7.5, 7.5)
    painter.setPen(round_pen(ink, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(4.6, 8.3), QPointF(6.9, 10.6), QPointF(11.4, 5.8)])


def _half(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    painter.setPen(round_pen(ground, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPie(QRectF(1.4, 1.4, 13.2, 13.2), TOP, -180 * 16)


def _hollow(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    painter.setPen(round_pen(ground, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.4, 6.4)


def _exclaim(painter: QPainter, ink: QColor, top: float, bottom: float) -> None:
    painter.setPen(round_pen(ink, 1.8))
    painter.drawLine(QPointF(8, top), QPointF(8, bottom - 2.7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(8, bottom), 1.05, 1.05)


def _triangle(painter: QPainter, ground: QColor, ink: QColor) -> None:
    painter.setPen(round_pen(ground, 0.8))
    painter.setBrush(ground)
    painter.drawPolygon(QPolygonF([QPointF(8, 1.2), QPointF(15.4, 14.6), QPointF(0.6, 14.6)]))
    _exclaim(painter, ink, 5.8, 12.6)


def _diamond(painter: QPainter, ground: QColor, ink: QColor) -> None:
    half = 10.8 / math.sqrt(2)
    painter.setPen(round_pen(ground, 0.8))
    painter.setBrush(ground)
    corners = [QPointF(8, 8 - half), QPointF(8 + half, 8), QPointF(8, 8 + half), QPointF(8 - half, 8)]
    painter.drawPolygon(QPolygonF(corners))
    _exclaim(painter, ink, 4.6, 11.4)


def _question(painter: QPainter, ground: QColor, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3.5, 3.5)
    hook = QPainterPath()
    hook.arcMoveTo(QRectF(5.7, 3.6, 4.6, 4.6), 180)
    hook.arcTo(QRectF(5.7, 3.6, 4.6, 4.6), 180, -225)
    hook.quadTo(QPointF(8, 8.3), QPointF(8, 9.4))
    painter.setPen(round_pen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(hook)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(8, 11.9), 1.05, 1.05)


def _slash(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    painter.setPen(round_pen(ground, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.4, 6.4)
    reach = 6.4 / math.sqrt(2)
    painter.drawLine(QPointF(8 - reach, 8 + reach), QPointF(8 + reach, 8 - reach))


SHAPES = {
    Status.OK: _disc,
    Status.BUSY: _half,
    Status.WAIT: _hollow,
    Status.WARN: _triangle,
    Status.URGENT: _diamond,
    Status.UNKNOWN: _question,
    Status.NO: _slash,
}


def paint_mark(painter: QPainter, rect: QRectF, status: Status, theme: Theme, *, on_well: bool = False) -> None:
    """The shape of a status, on the page or on the dark eye well."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    ink = theme.colour("mark-ink-on-well" if on_well else "mark-ink")
    SHAPES[status](painter, theme.mark(status, on_well=on_well), ink)
    painter.restore()


def chip_width(chip: Chip, font: QFont) -> float:
    """How wide the chip is: mark 14 where it has a status, padding 7 and 9, or 10 without."""
    words = QFontMetricsF(font).horizontalAdvance(chip.text)
    return math.ceil(words) + (35 if chip.status else 20)


def paint_chip(
    painter: QPainter, rect: QRectF, chip: Chip, font: QFont, theme: Theme, *, right_to_left: bool = False
) -> None:
    """A round chip; its mark is on the leading side."""
    tone = chip.status or Status.WAIT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.soft(tone))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    words = rect.adjusted(10, 0, -10, 0)
    if chip.status:
        x = rect.right() - 21 if right_to_left else rect.left() + 7
        paint_mark(painter, QRectF(x, rect.center().y() - 7, 14, 14), chip.status, theme)
        words = rect.adjusted(4, 0, -26, 0) if right_to_left else rect.adjusted(26, 0, -4, 0)
    painter.setFont(font)
    painter.setPen(theme.ink(tone))
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, chip.text)
    painter.restore()


def key_width(key: str, font: QFont) -> float:
    """How wide the badge of a key is: at least 20."""
    return max(KEY_HEIGHT, math.ceil(QFontMetricsF(font).horizontalAdvance(key)) + 10)


def paint_key(painter: QPainter, rect: QRectF, key: str, font: QFont, colours: tuple[QColor, QColor]) -> None:
    """The badge of a key, left-to-right in every language; ``colours`` are its border's and its letters'."""
    border, letters = colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QPen(border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.setPen(letters)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_ring(painter: QPainter, rect: QRectF, fraction: float, pen: float, colours: tuple[QColor, QColor]) -> None:
    """A ring from twelve o'clock, clockwise in every language; ``colours`` are its track's and its own.

    A full ring is a closed circle, a part of one has round ends, nothing is nothing. Between the two ends of a part the track
    shows, however little is missing: 61 of 62 must not look like all (HZ-05).
    """
    track, own = colours
    inner = rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(track, pen))
    painter.drawEllipse(inner)
    if fraction >= 1:
        painter.setPen(QPen(own, pen))
        painter.drawEllipse(inner)
    elif fraction > 0:
        most = 1 - OPEN * pen / (math.pi * inner.width())
        painter.setPen(round_pen(own, pen))
        painter.drawArc(inner, TOP, -round(min(fraction, most) * 360 * 16))
    painter.restore()


def paint_product_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A tent outline with an iris in it (design-system section 4, in a box of 34)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 34, rect.height() / 34)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(colour, 2.6))
    painter.drawPolygon(QPolygonF([QPointF(17, 4), QPointF(31, 29), QPointF(3, 29)]))
    painter.setPen(round_pen(colour, 2.4))
    painter.drawEllipse(QPointF(17, 20.5), 5.6, 5.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(17, 20.5), 2, 2)
    painter.restore()
