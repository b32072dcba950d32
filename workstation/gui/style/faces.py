"""A person's headshot as a rounded square, or the initials on a soft colour. Never for eye pictures.

In the dim theme a headshot is painted at 82 % brightness; that is allowed because it is not diagnostic.
"""

import unicodedata
import zlib

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPixmap

from workstation.gui.style.tokens import Theme

SOFT = ("ok", "busy", "wait", "unknown", "accent")
DIM = 0.82
SILHOUETTE = "·"


def initials(name: str) -> str:
    """The first letters of the first and last word that begin with a letter; a dot for nobody."""
    letters = [word[0] for word in name.split() if unicodedata.category(word[0]).startswith("L")]
    ends = letters[:1] + letters[1:][-1:]
    return "".join(ends).upper() or SILHOUETTE


def face_radius(size: float) -> int:
    """8 for the small ones, 12 for those above 72."""
    return 8 if size <= 72 else 12


def _soft(name: str, theme: Theme) -> tuple[QColor, QColor]:
    tint = SOFT[zlib.crc32(name.encode()) % len(SOFT)]
    return theme.colour(f"{tint}-soft"), theme.colour(tint)


def _paint_initials(painter: QPainter, rect: QRectF, name: str, font: QFont, theme: Theme) -> None:
    ground, ink = _soft(name, theme)
    painter.fillRect(rect, ground)
    letters = QFont(font)
    letters.setPixelSize(max(12, round(rect.height() * 0.36)))
    letters.setWeight(QFont.Weight.DemiBold)
    painter.setFont(letters)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


def _paint_photo(painter: QPainter, rect: QRectF, photo: QImage, theme: Theme) -> None:
    size = photo.size().toSizeF()
    side = min(size.width(), size.height())
    upper = (size.height() - side) * 0.3  # faces sit above the middle of a tall photograph
    source = QRectF((size.width() - side) / 2, upper, side, side)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    wanted = round(rect.width() * painter.device().devicePixelRatioF())
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    square = photo.copy(source.toRect())
    painter.drawImage(rect, square.scaled(wanted, wanted, keep, Qt.TransformationMode.SmoothTransformation))
    if theme.is_dim:
        painter.fillRect(rect, QColor(0, 0, 0, round(255 * (1 - DIM))))


def draw_face(photo: QImage | None, name: str, size: int, font: QFont, theme: Theme, ratio: float) -> QPixmap:
    """The headshot, or the initials. ``Look.face`` keeps them by (photo, name, size, theme, ratio)."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(QPointF(0, 0), QPointF(size, size))
    rounded = QPainterPath()
    rounded.addRoundedRect(rect, face_radius(size), face_radius(size))
    painter.setClipPath(rounded)
    if photo is None or photo.isNull():
        _paint_initials(painter, rect, name, font, theme)
    else:
        _paint_photo(painter, rect, photo, theme)
    painter.end()
    return pixmap
