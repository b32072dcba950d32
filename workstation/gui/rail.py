"""The rail: where one can go. Shows only what is there. Icons carry a word."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_product_mark

WIDTH, HIGHEST, SMALLEST = 88, 60, 44
PLACES = {
    "today": "today",
    "patients": "users",
    "inbox": "inbox",
    "read": "eye",
    "referrals": "send",
    "sync": "cloud-up",
    "camp": "tent",
}


class RailItem(QAbstractButton):
    """72 x 60, lower where there is no room: an icon over a word, a bar on the outer edge while it is the page, a badge."""

    def __init__(self, look: Look, icon: str, words: str) -> None:
        """Not chosen, no count."""
        super().__init__()
        self._look, self._icon_name, self._count = look, icon, 0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(look.px(WIDTH))
        self.setMinimumHeight(SMALLEST)
        self.setMaximumHeight(look.px(HIGHEST))

    def sizeHint(self) -> QSize:
        """As wide as the rail, as high as it may be."""
        return QSize(self._look.px(WIDTH), self._look.px(HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """Lower where the window is low and the text large."""
        return QSize(self._look.px(WIDTH), SMALLEST)

    def show_count(self, count: int) -> None:
        """How many are waiting there; zero takes the badge away."""
        self._count = count
        words = self._look.words
        spoken = words("rail.with-count", word=self.text(), n=count) if count else self.text()
        self.setAccessibleName(spoken)
        self.update()

    @property
    def count(self) -> int:
        """What the badge says."""
        return self._count

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and bar, icon, word, badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = self._look.colour("accent" if self.isChecked() else "text2")
        word = self._look.px(20)
        side = min(self._look.px(24), self.height() - word - 8)
        top = max(2, (self.height() - side - word) // 2 - 2)
        pixmap = self._look.pixmap(self._icon_name, side, ink, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, top, pixmap)
        caption = self._look.font("caption")
        painter.setFont(self._look.strong("caption") if self.isChecked() else caption)
        painter.setPen(ink)
        below = QRect(0, top + side + 1, self.width(), word)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.text())
        if self._count:
            self._paint_badge(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        tile = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if self.isChecked():
            painter.setBrush(self._look.colour("accent-soft"))
            painter.drawRoundedRect(tile, 8, 8)
            painter.setBrush(self._look.colour("accent"))
            x = self.width() - 4 if self._look.is_right_to_left else 0
            painter.drawRoundedRect(QRectF(x, 12, 4, self.height() - 24), 2, 2)
        elif self.underMouse():
            painter.setBrush(self._look.colour("sunken"))
            painter.drawRoundedRect(tile, 8, 8)

    def _paint_badge(self, painter: QPainter) -> None:
        text = self._look.words.value(self._count)
        font, high = self._look.strong("caption"), min(self._look.px(18), 28)
        font.setPixelSize(high * 2 // 3)
        painter.setFont(font)
        width = max(high, painter.fontMetrics().horizontalAdvance(text) + 10)
        middle = self.width() // 2
        x = middle - 7 - width if self._look.is_right_to_left else middle + 7
        badge = QRectF(x, 4, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("warn"))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(self._badge_ink())
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _badge_ink(self) -> QColor:
        return self._look.colour("canvas" if self._look.theme.is_dim else "surface")


class Rail(QWidget):
    """The items that have a page, and Lock at the foot where the station can be locked."""

    chosen = Signal(str)
    lock_pressed = Signal()

    def __init__(self, look: Look) -> None:
        """Nowhere to go yet."""
        super().__init__()
        self._look = look
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(look.px(WIDTH))
        self._group = QButtonGroup(self)
        self._items = {key: self._item(key) for key in PLACES}
        self._lock = RailItem(look, "lock", look.words("rail.lock"))
        self._lock.clicked.connect(self.lock_pressed)
        self._lock.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 68, 0, 12)
        column.setSpacing(4)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._lock)

    def _item(self, key: str) -> RailItem:
        item = RailItem(self._look, PLACES[key], self._look.words(f"rail.{key}"))
        item.setCheckable(True)
        item.hide()
        item.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(item)
        return item

    def offer(self, key: str) -> None:
        """There is a page of that name now."""
        self._items[key].setVisible(True)

    def offer_lock(self) -> None:
        """The station can be locked."""
        self._lock.setVisible(True)

    def mark(self, key: str) -> None:
        """That page is shown."""
        if key in self._items:
            self._items[key].setChecked(True)

    def show_count(self, key: str, count: int) -> None:
        """How many are waiting on that page."""
        self._items[key].show_count(count)

    def item(self, key: str) -> RailItem:
        """One item."""
        return self._items[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The product mark and the edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        side = 34
        paint_product_mark(painter, QRectF((self.width() - side) / 2, 19, side, side), self._look.colour("accent"))
        edge = 0 if self._look.is_right_to_left else self.width() - 1
        painter.fillRect(QRect(edge, 0, 1, self.height()), self._look.colour("line"))
