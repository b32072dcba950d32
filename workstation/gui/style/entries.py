"""Fields: a label above, 44 px, a hint inside its end, a doubt below. A doubt never blocks saving."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStyle, QVBoxLayout, QWidget

from workstation.gui.style.labels import MarkWidget, label
from workstation.gui.style.look import Look
from workstation.gui.style.marks import KEY_HEIGHT, key_width, paint_key
from workstation.gui.style.status import Status


class HintedEdit(QLineEdit):
    """A line to type in; it may show a hint inside its end ("about 1965")."""

    def __init__(self, look: Look) -> None:
        """An empty line."""
        super().__init__()
        self._look = look
        self.hint = ""
        self.setFont(look.font("body"))
        self.setMinimumHeight(look.px(44))

    def show_hint(self, text: str) -> None:
        """Say something at the end of the field; an empty text says nothing."""
        self.hint = text
        self.setAccessibleDescription(text)
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        width = self._hint_width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(width if rtl else 0, 0, 0 if rtl else width, 0)

    def _hint_width(self) -> int:
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self.hint) if self.hint else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its hint."""
        super().paintEvent(event)
        if not self.hint:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("text3"))
        place = self.rect().adjusted(12, 0, -13, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, self.hint)


class SearchField(QLineEdit):
    """A line to search in, with a glass at its start and the badge of its key at its end."""

    def __init__(self, look: Look, placeholder: str, *, key: str = "/", strong: bool = False) -> None:
        """48 high when ``strong``, otherwise 44."""
        super().__init__()
        self._look, self.key, self._asks = look, key, placeholder
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFont(look.font("body"))
        self.setProperty("strong", "true" if strong else "false")
        self.setMinimumHeight(look.px(48 if strong else 44))
        self.setClearButtonEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for the glass and the badge, on the sides of the reading direction."""
        glass, badge = self._look.px(20) + 10, self._badge_width() + 8
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(badge if rtl else glass, 0, glass if rtl else badge, 0)
        room = self.width() - glass - badge - 28
        said = self.fontMetrics().elidedText(self._asks, Qt.TextElideMode.ElideRight, room)
        self.setPlaceholderText(said)
        self.setToolTip("" if said == self._asks else self._asks)
        super().resizeEvent(event)

    def _badge_width(self) -> int:
        return int(key_width(self.key, self._look.strong("caption"))) if self.key else 0

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the glass, and the key while nothing is typed."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(20)
        top = (self.height() - side) // 2
        glass = self._look.pixmap("search", side, self._look.colour("text"), self.devicePixelRatioF())
        painter.drawPixmap(self._placed(QRect(13, top, side, side)).topLeft(), glass)
        if self.key and not self.text():
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        width, height = self._badge_width(), self._look.px(KEY_HEIGHT)
        place = QRect(self.width() - 12 - width, (self.height() - height) // 2, width, height)
        colours = (self._look.colour("line-strong"), self._look.colour("text2"))
        paint_key(painter, QRectF(self._placed(place)), self.key, self._look.strong("caption"), colours)

    def sizeHint(self) -> QSize:
        """460 wide where there is room."""
        return QSize(self._look.px(460), self.minimumHeight())


class FormField(QWidget):
    """A label above something to fill in, and a doubt below it."""

    def __init__(self, look: Look, words: str, entry: QWidget, *, aside: str = "") -> None:
        """``entry`` is a line, segments or a list; ``aside`` stands beside the label ("optional")."""
        super().__init__()
        self._look, self.entry = look, entry
        self.caption = label(look, words, "label", "second")
        self.caption.setWordWrap(not aside)
        self.caption.setBuddy(entry)
        entry.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head(aside))
        column.addWidget(entry)
        self._doubt = self._doubt_row()
        column.addWidget(self._doubt)

    def _head(self, aside: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.caption, 0 if aside else 1)
        if aside:
            row.addWidget(label(self._look, aside, "caption", "hint"))
            row.addStretch(1)
        return row

    def _doubt_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(MarkWidget(self._look, Status.WARN, 14))
        self._strong: QLabel = label(self._look, "", "caption", "warn", strong=True)
        self._rest: QLabel = label(self._look, "", "caption", "second")
        row.addWidget(self._strong)
        row.addWidget(self._rest)
        row.addStretch(1)
        made.hide()
        return made

    def doubt(self, strong: str, rest: str = "") -> None:
        """ "Looks short. You can save it anyway."; an empty text takes the doubt away."""
        self._strong.setText(strong)
        self._rest.setText(rest)
        self._doubt.setVisible(bool(strong))
        self.entry.setProperty("doubt", "true" if strong else "false")
        self.entry.setAccessibleDescription(f"{strong} {rest}".strip())
        self.entry.style().unpolish(self.entry)
        self.entry.style().polish(self.entry)

    @property
    def is_doubted(self) -> bool:
        """Whether a doubt stands below."""
        return not self._doubt.isHidden()
