"""The row of tools below the pictures. There is no flip, no sharpening and no brightening among them (hazards.md section 3)."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle

from resources.store.annotations import Shape
from workstation.gui.style.buttons import Button
from workstation.gui.style.fitting import WRAPPED, fitted, longest_word
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look
from workstation.gui.style.marks import KEY_HEIGHT, key_width, paint_key
from workstation.gui.viewer.band import Band
from workstation.gui.viewer.compare_view import Mode
from workstation.gui.viewer.pane import Zoom

HEIGHT = 44
SIDE, GAP, ICON = 12, 8, 20


class Tool(QAbstractButton):
    """A key or an icon, then a word; on a soft ground while it is on."""

    def __init__(self, look: Look, words: str, *, key: str = "", icon: str = "") -> None:
        """Off. An icon stands without its words, and so does a key where the text is large: there is no room for both."""
        super().__init__()
        self._look, self.key, self._icon_name = look, key, icon
        self._sign = int(key_width(key, look.strong("caption"))) if key else look.px(ICON)
        self.rename(words)
        self.setMinimumWidth(44)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def rename(self, words: str) -> None:
        """Its key does something else now."""
        self.setText(words if self.key and not self._look.is_large else "")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Sign and word; as wide when it is on."""
        wide = QFontMetrics(self._look.strong("body")).horizontalAdvance(self.text())
        return QSize(max(44, wide + self._sign + (GAP if self.text() else 0) + 2 * SIDE), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Sign and the longest word, smaller."""
        words = longest_word(self.text(), self._look.strong("caption"))
        return QSize(words + self._sign + GAP + SIDE + 6, self._look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, sign, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent-soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        self._paint_sign(painter)
        painter.setPen(self._look.colour("accent" if self.isChecked() else "text2"))
        words = self._seat(SIDE + self._sign + GAP, self.width() - SIDE - self._sign - GAP - 4, self.height())
        whole = self._look.strong("body") if self.isChecked() else self._look.font("body")
        font, text = fitted(self.text(), words.size(), whole, self._look.font("caption"))
        self.setToolTip("" if text == self.accessibleName() else self.accessibleName())
        painter.setFont(font)
        rtl = self._look.is_right_to_left
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, flags | WRAPPED, text)

    def _paint_sign(self, painter: QPainter) -> None:
        if self.key:
            font = self._look.strong("caption")
            colours = (self._look.colour("line-strong"), self._look.colour("text2"))
            seat = self._seat(SIDE, self._sign, self._look.px(KEY_HEIGHT))
            paint_key(painter, QRectF(seat), self.key, font, colours)
            return
        ink = self._look.colour("accent" if self.isChecked() else "text2")
        pixmap = self._look.pixmap(self._icon_name, self._sign, ink, self.devicePixelRatioF())
        painter.drawPixmap(self._seat(SIDE, self._sign, self._sign).topLeft(), pixmap)

    def _seat(self, x: int, width: int, height: int) -> QRect:
        place = QRect(x, (self.height() - height) // 2, width, height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class Tools(Band):
    """Red-free, 1:1, fit; which eye is the active one; whether the eyes zoom together."""

    def __init__(self, look: Look) -> None:
        """Fit, in colour, linked."""
        super().__init__(look)
        words = look.words
        self.red_free = Tool(look, words("viewer.red-free"), key="G")
        self.one_to_one = Tool(look, words("viewer.one-to-one"), key="Z")
        self.fit = Tool(look, words("viewer.fit"), key="F")
        self.comparing = {
            Mode.SIDE: Tool(look, words("viewer.compare"), key="C"),
            Mode.BLINK: Tool(look, words("viewer.blink"), key="B"),
            Mode.SWIPE: Tool(look, words("viewer.swipe"), key="S"),
        }
        self.marking = {
            Shape.RULER: Tool(look, words("mark.measure"), key="M"),
            Shape.ARROW: Tool(look, words("mark.arrow"), key="A"),
            Shape.ELLIPSE: Tool(look, words("mark.ellipse"), key="O"),
            Shape.NOTE: Tool(look, words("mark.note"), key="N"),
        }
        self.save = Tool(look, words("viewer.save-copy"), key="E")
        self.save.setCheckable(False)
        self.save.hide()
        self.check = Button(look, "", rank="quiet", icon="sun" if look.is_large else "")
        self.active = label(look, "", "body", strong=True)
        self.linked = Tool(look, words("viewer.linked"), icon="link")
        self.linked.setChecked(True)
        self.fit.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(4)
        for button in (
            self.red_free,
            self.one_to_one,
            self.fit,
            *self.comparing.values(),
            *self.marking.values(),
            self.save,
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.check)
        row.addWidget(self.active)
        row.addSpacing(12)
        row.addWidget(self.linked)
        self.setFixedHeight(look.px(HEIGHT))

    def show_zoom(self, zoom: Zoom) -> None:
        """Mark how the picture is looked at. Of a page that is seen whole, the key of *fit* leads on to its width."""
        self.fit.setChecked(zoom.scale is None and not zoom.can_widen)
        words = self._look.words("viewer.page-width" if zoom.can_widen else "viewer.fit")
        if words != self.fit.accessibleName():
            self.fit.rename(words)
        self.one_to_one.setChecked(zoom.scale == 1.0)

    def show_comparing(self, mode: Mode | None, *, can: bool) -> None:
        """How the eye is compared; the two other ways are offered once it is, and none where there is no earlier visit."""
        for one, tool in self.comparing.items():
            tool.setChecked(one is mode)
            tool.setVisible(can and (one is Mode.SIDE or mode is not None))

    def show_marking(self, shape: Shape | None, *, can: bool) -> None:
        """Which tool is in hand; while two visits are compared there is no room, the keys work."""
        for one, tool in self.marking.items():
            tool.setChecked(one is shape)
            tool.setVisible(can)

    def show_check(self, notice: str) -> None:
        """That nobody looked at the screen today, or that it failed; nothing when all was seen."""
        self.check.setText("" if self._look.is_large else notice)
        self.check.setAccessibleName(notice)
        self.check.setToolTip(notice)
        self.check.updateGeometry()
        self.check.setVisible(bool(notice))

    def show_active(self, words: str) -> None:
        """ "Right eye": what the keys act on."""
        self.active.setText(words)
        self.active.setAccessibleName(words)
