"""The cameras at the side of the Camp page: one button each, with its mark, and one to add a camera. It only shows and tells."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QVBoxLayout, QWidget

from resources.wire.camerarules import Trust
from workstation.gui import claims
from workstation.gui.camp.state import CameraView
from workstation.gui.claims import Claim
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_mark
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status
from workstation.gui.syncing.parts import fill

HEIGHT, ICON, PAD = 100, 44, 15


def standing(camera: CameraView, look: Look) -> Claim:
    """What is the matter with it, in a word and a mark: a new sender is unknown, not a warning."""
    if camera.rules.trust is Trust.BLOCKED:
        return Claim(look.words("camp.blocked"), Status.NO)
    if camera.is_new:
        return Claim(look.words("camp.new-sender"), Status.UNKNOWN)
    return claims.camera(camera.seconds, look.words)


class CameraButton(QAbstractButton):
    """264 x 100: an icon, the name over the AE title, a mark with what is the matter and how many pictures came."""

    def __init__(self, look: Look, camera: CameraView) -> None:
        """Not chosen."""
        super().__init__()
        self._look, self.camera = look, camera
        self._claim = standing(camera, look)
        words = look.words
        self._pictures = words.counted("inbox.pictures", camera.stored)
        rules = camera.rules
        self._second = rules.ae_title if rules.name else camera.address or rules.host
        self.setText(rules.title)
        spoken = words("camp.camera-spoken", name=rules.title, state=self._claim.text, pictures=self._pictures)
        self.setAccessibleName(spoken)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(self._look.px(264), self._look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, icon, two lines, and the line of its standing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        icon, pad = self._look.px(ICON), PAD
        well = self._seat(pad, pad, icon, icon)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(well, 8, 8)
        side = self._look.px(20)
        picture = self._look.pixmap("camera", side, self._look.colour("text2"), self.devicePixelRatioF())
        painter.drawPixmap(well.center().x() - side // 2, well.center().y() - side // 2, picture)
        self._paint_words(painter, pad + icon + 12)

    def _paint_card(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        painter.setPen(QPen(self._look.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(self._look.colour("sunken" if self.underMouse() and not chosen else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def _paint_words(self, painter: QPainter, at: int) -> None:
        look, width = self._look, self.width() - at - PAD
        line = look.line("body")
        self._write(painter, self._seat(at, PAD, width, line), self.text(), "body", "text", strong=True)
        below = self._seat(at, PAD + line, width, look.line("caption"))
        self._write(painter, below, self._second, "caption", "text2")
        foot = self.height() - PAD - look.line("label")
        side = look.px(14)
        mark = self._seat(PAD, foot + (look.line("label") - side) // 2, side, side)
        paint_mark(painter, QRectF(mark), self._claim.status or Status.WAIT, look.theme)
        text = look.words.join([self._claim.text, self._pictures])
        row = self._seat(PAD + side + 8, foot, self.width() - 2 * PAD - side - 8, look.line("label"))
        self._write(painter, row, text, "label", "text")

    def _write(self, painter: QPainter, place: QRect, text: str, role: str, tone: str, *, strong: bool = False) -> None:
        painter.setFont(self._look.strong(role) if strong else self._look.font(role))
        painter.setPen(self._look.colour(tone))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self.setToolTip(text if cut != text else self.toolTip())
        side = Qt.AlignmentFlag.AlignRight if self._look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, cut)

    def _seat(self, x: int, y: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, width, height))


class CameraList(QWidget):
    """``chosen`` carries an AE title; ``added`` asks for the form of a new one."""

    chosen = Signal(str)
    added = Signal()

    def __init__(self, look: Look) -> None:
        """Nobody yet."""
        super().__init__()
        self._look = look
        self.buttons: tuple[CameraButton, ...] = ()
        self.add = Button(look, look.words("camp.add"), icon="plus")
        self.add.clicked.connect(self.added)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        inside = QWidget()
        inside.setLayout(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(scrolling(inside), 1)
        whole.addWidget(self.add)

    def show_cameras(self, cameras: tuple[CameraView, ...], chosen: str) -> None:
        """These, with that one chosen. The keyboard stays on the camera it was on."""
        focused = next((one.camera.rules.ae_title for one in self.buttons if one.hasFocus()), "")
        self.buttons = tuple(CameraButton(self._look, camera) for camera in cameras)
        words = self._look.words
        empty = EmptyRow(self._look, "camera", words("camp.no-cameras"), words("camp.no-cameras-rest"), colour="text2")
        fill(self._column, self.buttons or [empty], ruled=False)
        for button in self.buttons:
            title = button.camera.rules.ae_title
            button.setChecked(title == chosen)
            button.clicked.connect(lambda _checked=False, title=title: self.chosen.emit(title))
            if title == focused:
                button.setFocus()
