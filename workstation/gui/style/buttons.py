"""Buttons with an icon, a label and the badge of their key; segments of up to three choices with a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from workstation.gui.style.fitting import WRAPPED, fitted, longest_word
from workstation.gui.style.look import Look
from workstation.gui.style.marks import KEY_HEIGHT, key_width, paint_key

GAP = 8
ICON = 20


class Button(QPushButton):
    """44 high (52 when ``strong``). ``rank`` is primary (one per screen), quiet, or nothing for outlined."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        rank: str = "",
        icon: str = "",
        key: str = "",
        strong: bool = False,
        wraps: bool = False,
    ) -> None:
        """``icon`` is a name of icons.py; ``key`` is what its badge says; ``wraps``: narrower than its words where it must."""
        super().__init__(text)
        self._wraps, self._whole = wraps, ""
        self._look, self._icon_name, self.key = look, icon, key
        self.setProperty("rank", rank)
        self.setProperty("strong", "true" if strong else "false")
        self._rank = rank
        self._height = 52 if strong else 44
        font = look.strong("body")
        if strong:
            font.setPixelSize(look.font("name").pixelSize())
        self.setFont(font)
        self.setMinimumHeight(look.px(self._height))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )
        self.setAutoDefault(False)

    @property
    def _shown_icon(self) -> str:
        return self._icon_name or ("check" if self.isChecked() else "")

    def _content_width(self, *, for_room: bool = False) -> int:
        parts = [self.fontMetrics().horizontalAdvance(self.text())] if self.text() else []
        if self._shown_icon or (for_room and self.isCheckable()):
            parts.append(self._look.px(ICON))
        if self.key:
            parts.append(int(key_width(self.key, self._look.strong("caption"))))
        return sum(parts) + GAP * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        """Its content with its tick, 16 px at either side, 12 where it is quiet."""
        side = 12 if self._rank == "quiet" else 16
        return QSize(self._content_width(for_room=True) + 2 * side + 2, self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words, or than the longest of them where it wraps."""
        whole = self.sizeHint()
        if not self._wraps:
            return whole
        signs = self._content_width() - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(whole.width(), longest_word(self.text(), self._small()) + signs + 18), whole.height())

    def _small(self) -> QFont:
        return self._look.strong("caption")

    def _ink(self) -> QColor:
        if not self.isEnabled():
            ink = QColor(self._look.colour("on-accent" if self._rank == "primary" else "text"))
            ink.setAlphaF(0.45)
            return ink
        if self._rank == "primary":
            return self._look.colour("on-accent")
        return self._look.colour("accent" if self.isChecked() or self._rank == "quiet" else "text")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet's box, then icon, words and key in reading order."""
        painter = QStylePainter(self)
        box = QStyleOptionButton()
        self.initStyleOption(box)
        box.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, box)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        signs = self._content_width() - self.fontMetrics().horizontalAdvance(self.text())
        room = QSize(self.width() - signs - 12, self.height())
        font, text = fitted(self.text(), room, self.font(), self._small())
        self._tell_whole(self.text() if text != self.text() else "")
        width = min(QFontMetrics(font).horizontalAdvance(text), max(0, room.width()))
        x = (self.width() - signs - width) // 2
        ink = self._ink()
        if name := self._shown_icon:
            side = self._look.px(ICON)
            place = self._placed(x, side, side)
            pixmap = self._look.pixmap(name, side, ink, self.devicePixelRatioF())
            painter.setOpacity(ink.alphaF())
            painter.drawPixmap(place.topLeft(), pixmap)
            painter.setOpacity(1)
            x += side + GAP
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(self._placed(x - 2, width + 4, self.height()), Qt.AlignmentFlag.AlignCenter | WRAPPED, text)
        if self.key:
            self._paint_key(painter, x + width + (GAP if self.text() else 0))

    def _tell_whole(self, words: str) -> None:
        """Words that had to be elided are the tooltip."""
        if words != self._whole and self.toolTip() in ("", self._whole):
            self._whole = words
            self.setToolTip(words)

    def _paint_key(self, painter: QPainter, x: int) -> None:
        font = self._look.strong("caption")
        border, letters = self._look.colour("line-strong"), self._look.colour("text2")
        if self._rank == "primary":
            border, letters = self._look.colour("on-accent"), self._look.colour("on-accent")
            border.setAlphaF(0.55)
        height = self._look.px(KEY_HEIGHT)
        place = self._placed(x, int(key_width(self.key, font)), height)
        paint_key(painter, QRectF(place), self.key, font, (border, letters))

    def _placed(self, x: int, width: int, height: int) -> QRect:
        top = (self.height() - height) // 2
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, top, width, height))


def icon_button(look: Look, icon: str, words: str) -> Button:
    """A quiet button that shows its icon only; ``words`` are its tooltip and are read aloud."""
    button = Button(look, "", rank="quiet", icon=icon)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setMinimumWidth(44)
    return button


class KeyBadge(QWidget):
    """A key beside a sentence."""

    def __init__(self, look: Look, key: str) -> None:
        """``key`` as it is printed on the keyboard."""
        super().__init__()
        self._look, self.key = look, key
        self._fit()

    def _fit(self) -> None:
        width = int(key_width(self.key, self._look.strong("caption")))
        self.setFixedSize(width, self._look.px(KEY_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        colours = (self._look.colour("line-strong"), self._look.colour("text2"))
        paint_key(QPainter(self), QRectF(self.rect()), self.key, self._look.strong("caption"), colours)


class Segments(QWidget):
    """Up to three choices side by side; nothing is chosen until a person chooses."""

    chosen = Signal(object)

    def __init__(self, look: Look, choices: Sequence[tuple[object, str]]) -> None:
        """``choices`` are (value, words)."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for index, (_, words) in enumerate(choices):
            button = Button(look, words, wraps=True)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            row.addWidget(button, 1)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> object | None:
        """What was chosen, or ``None``."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def choose(self, value: object | None) -> None:
        """Show that choice, or none; says nothing to anybody."""
        self._group.setExclusive(False)
        for index, button in enumerate(self._group.buttons()):
            button.setChecked(value is not None and self._values[index] == value)
        self._group.setExclusive(True)

    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        return [button for button in self._group.buttons() if isinstance(button, QPushButton)]

    def changeEvent(self, event: QEvent) -> None:
        """Words may have changed with the language or the font."""
        self.updateGeometry()
        super().changeEvent(event)
