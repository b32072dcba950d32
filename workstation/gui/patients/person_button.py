"""One person as a card that is pressed: face, name, a line of facts, a chevron."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard, spoken

FACE = 56


class PersonButton(QAbstractButton):
    """80 high, as wide as there is room."""

    def __init__(self, look: Look, shown: PersonCard, photo: QImage | None) -> None:
        """Show that person."""
        super().__init__()
        self._look, self._card, self._photo = look, shown, photo
        self.setAccessibleName(spoken(shown, look))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.px(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(320), self._look.px(80))

    def _seat(self, x: int, y: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, face, words, chevron."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("sunken" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        side, top = look.px(FACE), (self.height() - look.px(FACE)) // 2
        face = look.face(self._photo, self._card.name, side, self.devicePixelRatioF())
        painter.drawPixmap(self._seat(12, top, side, side).topLeft(), face)
        x, room = side + 24, self.width() - side - 24 - 44
        self._line(painter, self._seat(x, look.px(20), room, look.px(20)), self._card.name, "name")
        facts = look.words.join([self._card.age_sex, self._card.note])
        self._line(painter, self._seat(x, look.px(42), room, look.px(18)), facts, "caption")
        chevron = look.pixmap("chevron-right", 20, look.colour("text2"), self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self._seat(self.width() - 32, (self.height() - 20) // 2, 20, 20).topLeft()), chevron)

    def _line(self, painter: QPainter, seat: QRect, text: str, role: str) -> None:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour("text" if role == "name" else "text2"))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, seat.width())
        painter.drawText(seat, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)
