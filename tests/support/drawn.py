"""Drawn pictures: a fundus with disc, macula and vessels on the right side for its eye, and a face. No real person."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRadialGradient

from resources.terms import Field, Laterality
from workstation.gui.style.eyes import EyeTile, Sharpness


def a_fundus(eye: Laterality = Laterality.RIGHT, size: int = 256, shade: int = 100) -> QImage:
    """The disc lies on the nose side: on the picture's right in a right eye."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 256, size / 256)
    glow = QRadialGradient(QPointF(128, 128), 128)
    glow.setColorAt(0, QColor("#C8602A").darker(shade))
    glow.setColorAt(1, QColor("#7A2E10").darker(shade))
    painter.setBrush(glow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(128, 128), 124, 124)
    disc = QPointF(190 if eye is Laterality.RIGHT else 66, 122)
    painter.setBrush(QColor(90, 30, 10, 150))
    painter.drawEllipse(QPointF(128, 130), 18, 18)
    painter.setPen(QPen(QColor("#8E2411").darker(shade), 3))
    for turn in range(0, 360, 45):
        reach = QPointF(90 * math.cos(math.radians(turn)), 90 * math.sin(math.radians(turn)))
        painter.drawLine(disc, (disc + reach) * 0.8 + QPointF(25, 25))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFD590").darker(shade))
    painter.drawEllipse(disc, 16, 18)
    painter.end()
    return image


def a_flat_eye(colour: str, size: int = 128) -> QImage:
    """One colour with a white arrow to the picture's right (HZ-14)."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    painter = QPainter(image)
    painter.setPen(QPen(Qt.GlobalColor.white, size // 16))
    middle, tip = size // 2, size * 3 // 4
    painter.drawLine(size // 4, middle, tip, middle)
    painter.drawLine(tip - size // 8, middle - size // 8, tip, middle)
    painter.drawLine(tip - size // 8, middle + size // 8, tip, middle)
    painter.end()
    return image


def a_face(shirt: str = "#A43A44", size: int = 256) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#CFC6B8"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 256, size / 256)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shirt))
    painter.drawEllipse(QRectF(48, 190, 160, 140))
    painter.setBrush(QColor("#9C6B3F"))
    painter.drawEllipse(QRectF(86, 60, 84, 130))
    painter.setBrush(QColor("#3A3A3C"))
    painter.drawChord(QRectF(80, 52, 96, 90), 10 * 16, 160 * 16)
    painter.end()
    return image


def a_tile(eye: Laterality | None, sharpness: Sharpness | None = Sharpness.GOOD, **more: object) -> EyeTile:
    shown = a_fundus(eye or Laterality.RIGHT)
    return EyeTile(eye, Field.MACULA, sharpness=sharpness, picture=more.pop("picture", shown), **more)  # type: ignore[arg-type]
