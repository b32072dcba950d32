"""How marks are drawn over a pane: in its own pixels, so that zoom leaves line and letters alone. Draws; decides nothing."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from resources.store.annotations import Mark, Shape
from workstation.gui.mark_words import mark_words
from workstation.gui.style.look import Look
from workstation.gui.viewer.captions import WHEN_GROUND

LINE, HALO = QColor("#F2D16B"), QColor(0, 0, 0, 170)
Place = Callable[[float, float], QPointF]


def paint_mark(painter: QPainter, mark: Mark, place: Place, area: QRectF, look: Look) -> None:
    """One mark; ``place`` turns pixels of the picture into those of the pane, whose ``area`` holds all words."""
    points = [place(*point) for point in mark.points]
    path = _path(mark.shape, points)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((HALO, 4.5), (LINE, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
    if text := mark_words(mark, look.words):
        _paint_words(painter, points[-1], text, area, look)


def _path(shape: Shape, points: list[QPointF]) -> QPainterPath:
    first, last = points[0], points[-1]
    path = QPainterPath()
    if shape is Shape.ELLIPSE:
        path.addEllipse(QRectF(first, last).normalized())
    elif shape is Shape.NOTE:
        path.addEllipse(first, 4, 4)
    else:
        path.moveTo(first)
        path.lineTo(last)
        _add_ends(path, shape, first, last)
    return path


def _add_ends(path: QPainterPath, shape: Shape, first: QPointF, last: QPointF) -> None:
    """The head of an arrow at its end; a stroke across both ends of a ruler."""
    angle = math.atan2(last.y() - first.y(), last.x() - first.x())
    if shape is Shape.ARROW:
        for turn in (math.pi * 5 / 6, -math.pi * 5 / 6):
            path.moveTo(last)
            path.lineTo(last + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * 14)
        return
    across = QPointF(-math.sin(angle), math.cos(angle)) * 6
    for end in (first, last):
        path.moveTo(end - across)
        path.lineTo(end + across)


def _paint_words(painter: QPainter, at: QPointF, text: str, area: QRectF, look: Look) -> None:
    font = look.strong("label")
    metrics = QFontMetrics(font)
    ground = QRectF(at.x() + 10, at.y() + 8, metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
    ground.moveRight(min(ground.right(), area.right() - 8))
    ground.moveLeft(max(ground.left(), 8.0))
    ground.moveBottom(min(ground.bottom(), area.bottom() - 8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHEN_GROUND)
    painter.drawRoundedRect(ground, 4, 4)
    painter.setFont(font)
    painter.setPen(LINE)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
