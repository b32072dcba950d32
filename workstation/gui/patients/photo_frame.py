"""The frame of a headshot: the picture, the live picture of a webcam, or the words of an empty place. Pictures are dropped on it.

A live picture is shown as in a mirror, as people know themselves; what is kept is not mirrored. Nothing here takes a photo.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workstation.gui.desk import Desk
from workstation.gui.style.faces import DIM
from workstation.gui.style.look import Look

OVAL = (0.68, 0.76)
"""Where the face should be: in parts of the frame's height, and how wide that is."""
SHADE = 110


class PhotoFrame(QWidget):
    """As large as its place."""

    dropped_file = Signal(str)
    dropped_image = Signal(QImage)

    def __init__(self, desk: Desk) -> None:
        """Empty."""
        super().__init__()
        self._look: Look = desk.look
        self._image: QImage | None = None
        self.live: QImage | None = None
        self._hint, self._icon = desk.look.words("register.photo-hint"), "photo"
        self.setAcceptDrops(True)
        self.setMinimumHeight(200)
        self.setAccessibleName(desk.look.words("register.photo-hint"))

    def show_image(self, image: QImage | None) -> None:
        """That headshot, or none."""
        self._image = image
        self.update()

    def show_live(self, image: QImage | None) -> None:
        """What the webcam sees now, over the headshot."""
        self.live = image
        self.update()

    def say(self, hint: str, icon: str = "photo") -> None:
        """What it says while it is empty, and to a screen reader."""
        self._hint, self._icon = hint, icon
        self.setAccessibleName(hint)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped."""
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file, or the picture itself."""
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.dropped_file.emit(files[0])
        elif data.hasImage():
            self.dropped_image.emit(QImage(data.imageData()))
        event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The live picture, else the headshot, else the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        image = self.live or self._image
        if image is None:
            self._paint_empty(painter, box)
            return
        rounded = QPainterPath()
        rounded.addRoundedRect(box, 12, 12)
        painter.setClipPath(rounded)
        if self.live:
            self._paint_live(painter, box, self.live)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image, _middle(image, box))
        if self._look.theme.is_dim:
            painter.fillRect(box, QColor(0, 0, 0, round(255 * (1 - DIM))))

    def _paint_live(self, painter: QPainter, box: QRectF, image: QImage) -> None:
        """Mirrored, with the place of the face."""
        painter.save()
        painter.translate(box.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(box, image, _middle(image, box))
        painter.restore()
        height = box.height() * OVAL[0]
        width = min(height * OVAL[1], box.width() * 0.9)
        face = QRectF((box.width() - width) / 2, (box.height() - height) * 0.45, width, height)
        around = QPainterPath()
        around.addRect(box)
        around.addEllipse(face)
        painter.fillPath(around, QColor(0, 0, 0, SHADE))
        pen = QPen(QColor(255, 255, 255), 2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(face)

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(self._look.colour("line-strong"), 1.5)
        pen.setDashPattern([4 / 1.5, 4 / 1.5])
        painter.setPen(pen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 12, 12)
        side = 48
        ratio = self.devicePixelRatioF()
        pixmap = self._look.pixmap(self._icon, side, self._look.colour("text3"), ratio)
        middle = box.center()
        painter.drawPixmap(int(middle.x() - side / 2), int(middle.y() - side), pixmap)
        painter.setFont(self._look.font("label"))
        painter.setPen(self._look.colour("text2"))
        words = box.adjusted(24, box.height() / 2 + 16, -24, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._hint)


def _middle(image: QImage, box: QRectF) -> QRectF:
    """The part of the picture that fills the box, a little above the middle, where faces are."""
    size = image.size().toSizeF()
    scale = min(size.width() / box.width(), size.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    return QRectF((size.width() - width) / 2, (size.height() - height) * 0.3, width, height)
