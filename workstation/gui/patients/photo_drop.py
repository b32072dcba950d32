"""The place for a headshot: a picture is dropped on it, chosen from a file, or left out.

A picture belongs to the form that was open when it was chosen, or to nobody: one that is ready only after the form was cleared
is dropped (hazard HZ-07). Whose it is, is said under it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import Problem
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.patients.headshots import Headshot, read_headshot, upright
from workstation.gui.style.buttons import Button
from workstation.gui.style.faces import DIM
from workstation.gui.style.labels import ElidedLabel

KINDS = "*.jpg *.jpeg *.png *.webp *.bmp"


class PhotoDrop(QWidget):
    """332 wide: the picture, and below it the ways to another one."""

    changed = Signal()

    def __init__(self, desk: Desk, read: Callable[[Path], Headshot] = read_headshot) -> None:
        """No picture. ``read`` runs off the GUI thread."""
        super().__init__()
        self._desk, self._read = desk, read
        self.headshot: Headshot | None = None
        self._form = self._reading = 0
        self._frame = _Frame(desk)
        self._frame.dropped_file.connect(lambda path: self.load(Path(path)))
        self._frame.dropped_image.connect(self._take_image)
        words = desk.look.words
        self.whose = ElidedLabel(desk.look, "", "label", "second")
        self._file = Button(desk.look, words("register.from-file"), icon="photo")
        self._away = Button(desk.look, words("register.no-photo"), rank="quiet")
        self._file.clicked.connect(self._choose)
        self._away.clicked.connect(self.clear)
        self._lay_out()
        self._show(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._file, 1)
        row.addWidget(self._away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._frame, 1)
        column.addWidget(self.whose)
        column.addLayout(row)

    def load(self, path: Path) -> None:
        """Take the picture of that file; it is read off the GUI thread."""
        self._take(lambda: self._read(path))

    def _take_image(self, image: QImage) -> None:
        self._take(lambda: upright(image))

    def _take(self, make: Callable[[], Headshot]) -> None:
        form = self._form
        self._reading += 1

        def show(headshot: Headshot) -> None:
            if form == self._form:
                self._reading -= 1
                self._show(headshot)

        def tell(problem: Problem) -> None:
            if form == self._form:
                self._reading -= 1
                self.changed.emit()
            self._desk.tell(problem)

        in_background(self, make).then(show).otherwise(tell)

    @property
    def is_reading(self) -> bool:
        """Whether a picture for this form is on its way."""
        return self._reading > 0

    def name(self, name: str) -> None:
        """Say whose picture it is."""
        self.whose.setText(self._desk.look.words("register.photo-of", name=name) if name else "")

    def clear(self) -> None:
        """No picture any more; one that is still on its way is not taken."""
        self._form += 1
        self._reading = 0
        self._show(None)

    def _show(self, headshot: Headshot | None) -> None:
        self.headshot = headshot
        self._frame.show_image(headshot.image if headshot else None)
        self._away.setVisible(headshot is not None)
        self.changed.emit()

    def _choose(self) -> None:
        title = self._desk.look.words("register.photo")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({KINDS})")
        if path:
            self.load(Path(path))


class _Frame(QWidget):
    dropped_file = Signal(str)
    dropped_image = Signal(QImage)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._look = desk.look
        self._image: QImage | None = None
        self.setAcceptDrops(True)
        self.setMinimumHeight(200)
        self.setAccessibleName(desk.look.words("register.photo-hint"))

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.dropped_file.emit(files[0])
        elif data.hasImage():
            self.dropped_image.emit(QImage(data.imageData()))
        event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        if self._image is None:
            self._paint_empty(painter, box)
            return
        rounded = QPainterPath()
        rounded.addRoundedRect(box, 12, 12)
        painter.setClipPath(rounded)
        painter.drawImage(box, self._image, _middle(self._image, box))
        if self._look.theme.is_dim:
            painter.fillRect(box, QColor(0, 0, 0, round(255 * (1 - DIM))))

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(self._look.colour("line-strong"), 1.5)
        pen.setDashPattern([4 / 1.5, 4 / 1.5])
        painter.setPen(pen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 12, 12)
        side = 48
        ratio = self.devicePixelRatioF()
        pixmap = self._look.pixmap("photo", side, self._look.colour("text3"), ratio)
        middle = box.center()
        painter.drawPixmap(int(middle.x() - side / 2), int(middle.y() - side), pixmap)
        painter.setFont(self._look.font("label"))
        painter.setPen(self._look.colour("text2"))
        words = box.adjusted(24, box.height() / 2 + 16, -24, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._look.words("register.photo-hint"))


def _middle(image: QImage, box: QRectF) -> QRectF:
    """The part of the picture that fills the box, a little above the middle, where faces are."""
    size = image.size().toSizeF()
    scale = min(size.width() / box.width(), size.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    return QRectF((size.width() - width) / 2, (size.height() - height) * 0.3, width, height)
