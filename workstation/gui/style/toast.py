"""One sentence at the bottom of the window, with Undo. It takes no focus and stops no key.

8 s, paused while the pointer or the focus is on it; the next sentence replaces it, and the undo stack keeps both
(Ctrl+Z).
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QPushButton, QWidget

from workstation.gui.style.labels import paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_mark
from workstation.gui.style.status import Status
from workstation.gui.style.tokens import tokens

Undo = Callable[[], None]
MARGIN = 16
KEPT = 50  # steps of undo


class Toast(QWidget):
    """The floating sentence. A child of the page area, never a window."""

    def __init__(self, look: Look, over: QWidget) -> None:
        """Float over that widget, at the bottom of its leading side."""
        super().__init__(over)
        self._look = look
        self._status: Status | None = None
        self._undos: list[Undo] = []
        self._is_muted = False
        self._action: Undo | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._sentence = paragraph(look, "", "body")
        self._button = QPushButton(look.words("undo"))
        self._button.setFlat(True)
        self._button.setFont(look.strong("body"))
        self._button.setFixedHeight(look.px(44))
        self._button.clicked.connect(self._act)
        self._button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 4, 8, 4)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        over.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def say(self, sentence: str, undo: Undo | None = None, status: Status | None = Status.OK) -> None:
        """Say it for 8 s; with ``undo`` it can be taken back here and by Ctrl+Z."""
        if undo is not None:
            self._undos = [*self._undos, undo][-KEPT:]
        self._show(sentence, self._undo if undo else None, self._look.words("undo"), status)

    def offer(self, sentence: str, action: Undo, words: str, status: Status = Status.WARN) -> None:
        """Say it with another button than Undo."""
        self._show(sentence, action, words, status)

    def mute(self, muted: bool) -> None:  # noqa: FBT001
        """While it is muted nothing is said: the station is locked, and a sentence may name somebody (HZ-22)."""
        self._is_muted = muted
        if muted:
            self.hide()

    def _show(self, sentence: str, action: Undo | None, words: str, status: Status | None) -> None:
        if self._is_muted:
            return
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._status, self._action = status, action
        self._button.setText(words)
        self._button.setVisible(action is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(tokens().motion["toast"])

    @property
    def sentence(self) -> str:
        """What it says now, or nothing."""
        return "" if self.isHidden() else self._sentence.text()

    @property
    def remaining(self) -> int:
        """The ms it will still stand; -1 while it is paused or away."""
        return self._timer.remainingTime()

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action:
            action()

    def _undo(self) -> None:
        self.undo_last()

    def undo_last(self) -> bool:
        """Take back the last step that can be; says whether there was one."""
        if not self._undos:
            return False
        self._undos.pop()()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs on behind a hidden sentence."""
        self._timer.stop()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """A pointer on it stops the clock."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The clock begins anew."""
        if self.isVisible():
            self._timer.start(tokens().motion["toast"])
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page area; focus on Undo stops the clock."""
        if watched is self._button:
            if event.type() == QEvent.Type.FocusIn:
                self._timer.stop()
            elif event.type() == QEvent.Type.FocusOut and self.isVisible():
                self._timer.start(tokens().motion["toast"])
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        beside = 54 + (self._button.sizeHint().width() + 6 if self._action else 0)
        words = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + 8
        width = min(max(470, words + beside), over.width() - 2 * MARGIN)
        lines = self._sentence.heightForWidth(width - beside) + 8
        self.resize(width, max(self._look.px(52), lines))
        x = over.width() - width - 24 if self._look.is_right_to_left else 24
        self.move(QPoint(x, over.height() - self.height() - MARGIN))

    def _dress(self) -> None:
        theme = self._look.theme
        self.setStyleSheet(
            f"QLabel {{ color: {theme.colours['toast-text']}; }}"
            f"QPushButton {{ background: transparent; border: 0; padding: 0 12px;"
            f" color: {theme.colours['toast-action']}; }}"
        )
        if theme.is_dim:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]
            return
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 12)
        ink = QColor(theme.colours["text"])
        ink.setAlphaF(0.22)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, border in dim, mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(theme.colour("line-strong"), 1) if theme.is_dim else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("toast"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        if self._status:
            x = self.width() - 34 if self._look.is_right_to_left else 18
            place = self.rect().toRectF()
            place.setRect(x, (self.height() - 16) / 2, 16, 16)
            paint_mark(painter, place, self._status, theme, on_well=True)
