"""Four dots and a pad of digits; the keyboard's digits work too. What was typed is shown nowhere and kept until it is whole."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.look import Look

DIGITS = 4
KEY = QSize(76, 60)


class Dots(QWidget):
    """One filled dot for each digit typed."""

    def __init__(self, look: Look) -> None:
        """None yet."""
        super().__init__()
        self._look, self.count = look, 0
        self.setFixedSize(4 * 16 + 3 * 16, 24)

    def show_count(self, count: int) -> None:
        """So many."""
        self.count = count
        self.setAccessibleName(self._look.words("staff.digits", n=count))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dots, from left to right in every language."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(DIGITS):
            is_typed = place < self.count
            painter.setPen(QPen(self._look.colour("accent" if is_typed else "line-strong"), 2))
            painter.setBrush(self._look.colour("accent") if is_typed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(8 + place * 32, 12), 7, 7)


class PinPad(QWidget):
    """``typed(pin)`` when four digits are there; then it is empty again."""

    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__()
        self._look, self._pin = look, ""
        self.dots = Dots(look)
        self.keys: dict[str, QPushButton] = {}
        self.delete = Button(look, "", rank="quiet", icon="backspace")
        self.delete.setAccessibleName(look.words("staff.delete-digit"))
        self.delete.clicked.connect(self.take_back)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8 if self._look.is_large else 12)
        for place, digit in enumerate("1234567890"):
            row, column = divmod(place, 3) if digit != "0" else (3, 1)
            grid.addWidget(self._key(digit), row, column)
        self.delete.setProperty("pad", "true")
        self.delete.setFixedSize(self._size)
        grid.addWidget(self.delete, 3, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(20)
        dots = QHBoxLayout()
        dots.addStretch(1)
        dots.addWidget(self.dots)
        dots.addStretch(1)
        whole.addLayout(dots)
        whole.addLayout(grid)

    @property
    def _size(self) -> QSize:
        """Large text makes the digits larger, not the keys: the whole pad must stay on a small screen."""
        return KEY if self._look.is_large else QSize(self._look.px(KEY.width()), self._look.px(KEY.height()))

    def _key(self, digit: str) -> QPushButton:
        key = QPushButton(digit)
        key.setFont(self._look.strong("section"))
        key.setProperty("pad", "true")
        key.setFixedSize(self._size)
        key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key.clicked.connect(lambda: self.add(digit))
        self.keys[digit] = key
        return key

    def add(self, digit: str) -> None:
        """One more digit; the fourth sends them."""
        self._pin += digit
        self.dots.show_count(len(self._pin))
        if len(self._pin) == DIGITS:
            pin = self._pin
            self.clear()
            self.typed.emit(pin)

    def take_back(self) -> None:
        """The last digit was wrong."""
        self._pin = self._pin[:-1]
        self.dots.show_count(len(self._pin))

    def clear(self) -> None:
        """Forget what was typed."""
        self._pin = ""
        self.dots.show_count(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Backspace; anything else is the page's."""
        key = Qt.Key(event.key())
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.add(str(int(key) - int(Qt.Key.Key_0)))
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        else:
            super().keyPressEvent(event)
