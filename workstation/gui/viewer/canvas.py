"""The picture inside a pane: which of its sizes is drawn, and how. Never changes a pixel, except in red-free, which is asked for.

At 1:1 one picture pixel is one device pixel, unsmoothed, at every screen ratio (HZ-09). The theme has no say here (HZ-10).
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from workstation.gui.pictures import Picture


def green_of(image: QImage) -> QImage:
    """The green channel as grey: red-free (HZ-24). Not the luminance."""
    ordered = image.convertToFormat(QImage.Format.Format_RGBA8888)
    green = bytes(ordered.constBits())[1::4]
    size = ordered.size()
    return QImage(green, size.width(), size.height(), size.width(), QImage.Format.Format_Grayscale8).copy()


class EyeCanvas(QGraphicsItem):
    """A picture in scene units of its original's pixels, whatever size of it is here."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self._levels: list[QImage] = []
        self._size = QSize()
        self._red_free = False
        self._shown: dict[tuple[int, bool, int], QImage] = {}

    def blank(self) -> None:
        """Nothing again, at once."""
        self.prepareGeometryChange()
        self._levels, self._size = [], QSize()
        self._shown.clear()
        self.update()

    def add(self, picture: Picture) -> None:
        """One size of the picture; sizes that are here already stay."""
        self.prepareGeometryChange()
        self._size = QSize(picture.width, picture.height)
        self._levels = sorted([*self._levels, picture.image], key=QImage.width)
        self.update()

    def set_red_free(self, on: bool) -> None:  # noqa: FBT001  # a Qt setter
        """Show the green channel, or all three."""
        self._red_free = on
        self.update()

    @property
    def size(self) -> QSize:
        """The original's."""
        return self._size

    @property
    def detail(self) -> float:
        """How much of the original's width the largest size that is here has, 0 to 1."""
        return self._levels[-1].width() / self._size.width() if self._levels and self._size.width() else 0.0

    def boundingRect(self) -> QRectF:
        """The original's pixels."""
        return QRectF(QPointF(0, 0), self._size.toSizeF())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw it in device pixels."""
        if not self._levels:
            return
        ratio = painter.device().devicePixelRatioF()
        place = painter.worldTransform().mapRect(self.boundingRect())
        device = QRectF(place.topLeft() * ratio, place.size() * ratio)
        painter.save()
        painter.setWorldTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        self._draw(painter, device)
        painter.restore()

    def _draw(self, painter: QPainter, device: QRectF) -> None:
        width = round(device.width())
        corner = QPoint(round(device.x()), round(device.y()))
        image = self._level(width)
        if width == image.width():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(corner, image)
            return
        enlarged = width > image.width() and image.width() == self._size.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not enlarged)
        painter.drawImage(device, image)

    def _level(self, width: int) -> QImage:
        """The image to draw at that device width: one that bilinear drawing shrinks by less than half, or not at all."""
        base = next((level for level in self._levels if level.width() >= width), self._levels[-1])
        if base.width() > 2 * width > 0:
            return self._coloured(base, width)
        return self._coloured(base, base.width())

    def _coloured(self, base: QImage, width: int) -> QImage:
        key = (base.cacheKey(), self._red_free, width)
        if key not in self._shown:
            if len(self._shown) > 4:
                self._shown.pop(next(iter(self._shown)))
            image = base
            if width != base.width():
                image = base.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            self._shown[key] = green_of(image) if self._red_free else image
        return self._shown[key]
