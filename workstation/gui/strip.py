"""The status strip, always there, every item a button. It says what ``claims`` lets it say; the word order never claims."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStyle, QWidget

from workstation.gui import claims
from workstation.gui.claims import StationReceipts
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_mark
from workstation.gui.style.status import Status

HEIGHT = 44
GAP = 8


@dataclass(frozen=True)
class CameraState:
    """One camera: its name on screen, and the seconds since it was last heard (``None``: never)."""

    name: str
    seconds: float | None = None


@dataclass(frozen=True)
class StripState:
    """All that the strip shows. ``free_patients`` and ``battery`` are left out where they are not known."""

    camp: str = ""
    cameras: tuple[CameraState, ...] = ()
    receipts: StationReceipts = field(default_factory=lambda: StationReceipts(0, 0, has_hq=False))
    free_patients: int | None = None
    battery: int | None = None
    is_full: bool = False
    """Pictures are refused: the disk is at its floor (0xA700)."""
    is_tight: bool = False
    """Nine tenths of the room for pictures are taken: somebody should act before it is full."""


def is_tight(total: int, free: int, floor: int) -> bool:
    """Whether nine tenths of the room for pictures are taken; the floor is no room for pictures. Pure."""
    room = max(0, total - floor)
    return room > 0 and max(0, free - floor) < room / 10


@dataclass(frozen=True)
class Words:
    """A run of words in one tone."""

    text: str
    tone: str = "text2"
    strong: bool = False


class StripItem(QAbstractButton):
    """A mark or an icon, then runs of words; a thin line before it unless it is the first."""

    def __init__(self, look: Look, name: str) -> None:
        """Empty at first; ``name`` is where it leads."""
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self._icon_name = ""
        self._status: Status | None = None
        self._words: tuple[Words, ...] = ()
        self.has_line = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(look.px(HEIGHT))

    def say(self, *words: Words, icon: str = "", status: Status | None = None) -> None:
        """Show these runs."""
        self._words, self._icon_name, self._status = words, icon, status
        text = " ".join(run.text for run in words)
        if text:
            self.setAccessibleName(text)
        self.setText(text)
        self.updateGeometry()
        self.update()

    @property
    def status(self) -> Status | None:
        """Its mark."""
        return self._status

    def _font(self, run: Words) -> QFont:
        return self._look.strong("label") if run.strong else self._look.font("label")

    def _sign(self) -> int:
        return self._look.px(18) if self._icon_name else 14 if self._status else 0

    def sizeHint(self) -> QSize:
        """Its content and 14 px at either side, never less than a target."""
        runs = sum(QFontMetrics(self._font(run)).horizontalAdvance(run.text) for run in self._words)
        gaps = GAP * max(0, len(self._words) - 1) + (GAP if self._sign() and self._words else 0)
        return QSize(max(44, runs + gaps + self._sign() + 28), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def _seat(self, x: int, width: int, height: int) -> QRect:
        place = QRect(x, (self.height() - height) // 2, width, height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, sign, words."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self._look.colour("sunken"))
        if self.has_line:
            painter.fillRect(self._seat(0, 1, 20), self._look.colour("line"))
        x = 14 if self._words else (self.width() - self._sign()) // 2
        self._paint_sign(painter, x)
        x += self._sign() + GAP if self._sign() else 0
        for run in self._words:
            font = self._font(run)
            width = QFontMetrics(font).horizontalAdvance(run.text)
            painter.setFont(font)
            painter.setPen(self._look.colour(run.tone))
            painter.drawText(self._seat(x, width + 2, self.height()), Qt.AlignmentFlag.AlignCenter, run.text)
            x += width + GAP

    def _paint_sign(self, painter: QPainter, x: int) -> None:
        side = self._sign()
        if self._icon_name:
            ink = self._look.colour("text2")
            pixmap = self._look.pixmap(self._icon_name, side, ink, self.devicePixelRatioF())
            painter.drawPixmap(self._seat(x, side, side).topLeft(), pixmap)
        elif self._status:
            paint_mark(painter, QRectF(self._seat(x, side, side)), self._status, self._look.theme)


class Strip(QWidget):
    """Camp, cameras, what is not at headquarters, space, battery, theme."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nothing known yet."""
        super().__init__()
        self._look = look
        self.setObjectName("strip")
        self.setFixedHeight(look.px(HEIGHT))
        self._camp, self._hq = self._item("camp"), self._item("sync")
        self._space, self._battery, self._sun = self._item("camp"), self._item("camp"), self._item("theme")
        self._camp.has_line = self._space.has_line = False
        self._cameras: list[StripItem] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(0)
        for item in (self._camp, self._hq):
            self._row.addWidget(item)
        self._row.addStretch(1)
        for item in (self._space, self._battery, self._sun):
            self._row.addWidget(item)
        self._sun.clicked.connect(look.toggle_theme)
        look.changed.connect(self._dress)
        self._dress()
        self.state = StripState()
        self.show_state(self.state)

    def _item(self, name: str) -> StripItem:
        item = StripItem(self._look, name)
        item.clicked.connect(lambda: self.pressed.emit(name))
        return item

    def _dress(self) -> None:
        dim = self._look.theme.is_dim
        self._sun.say(icon="sun" if dim else "moon")
        name = self._look.words("strip.to-daylight" if dim else "strip.to-dim")
        self._sun.setAccessibleName(name)
        self._sun.setToolTip(name)

    def show_state(self, state: StripState) -> None:
        """Show that."""
        self.state = state
        words = self._look.words
        self._camp.setVisible(bool(state.camp))
        self._camp.say(Words(state.camp, "text", strong=True), icon="tent")
        self._show_cameras(state.cameras)
        self._show_hq(state.receipts)
        self._space.setVisible(state.is_full or state.free_patients is not None)
        self._space.setToolTip(words("strip.tight") if state.is_tight or state.is_full else "")
        if state.is_full:
            self._space.say(Words(words("strip.full"), "warn", strong=True), status=Status.WARN)
        elif state.is_tight:
            left = words("strip.space", n=state.free_patients or 0)
            self._space.say(Words(left, "warn", strong=True), status=Status.WARN)
        else:
            self._space.say(Words(words("strip.space", n=state.free_patients or 0)), icon="database")
        self._battery.setVisible(state.battery is not None)
        self._battery.say(Words(words("strip.battery", n=state.battery or 0)), icon="battery-3")
        self._fit()

    def _fit(self) -> None:
        """What does not fit gives way: battery and space first, then the cameras that are well. Nothing is cut."""
        heard = [item for item in reversed(self._cameras) if item.status is Status.OK]
        silent = [item for item in reversed(self._cameras) if item.status is not Status.OK]
        known = {self._battery: self.state.battery is not None, self._space: self.state.free_patients is not None}
        room = [] if self.state.is_full or self.state.is_tight else [self._space]
        yielding = [self._battery, *room, *heard, *silent, self._camp]
        for item in yielding:
            item.setVisible(known.get(item, bool(item.text())))
        for item in yielding:
            if self._wanted() <= self.width():
                return
            item.hide()

    def _wanted(self) -> int:
        items = [self._camp, *self._cameras, self._hq, self._space, self._battery, self._sun]
        return 28 + sum(item.sizeHint().width() for item in items if not item.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of items fits."""
        super().resizeEvent(event)
        self._fit()

    def _show_cameras(self, cameras: tuple[CameraState, ...]) -> None:
        while len(self._cameras) > len(cameras):
            gone = self._cameras.pop()
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self._cameras) < len(cameras):
            item = self._item("camp")
            self._cameras.append(item)
            self._row.insertWidget(len(self._cameras), item)
            item.show()
        for item, camera in zip(self._cameras, cameras, strict=True):
            claim = claims.camera(camera.seconds, self._look.words)
            item.say(Words(camera.name, "text"), Words(claim.text), status=claim.status)

    def _show_hq(self, receipts: StationReceipts) -> None:
        words = self._look.words
        said = [Words(claims.patients_not_at_hq(receipts, words).text, "text", strong=True)]
        if urgent := claims.urgent_not_at_hq(receipts, words):
            said.append(Words(urgent.text, "urgent", strong=True))
        if receipts.has_hq and receipts.patients:
            said.append(Words(claims.last_confirmed(receipts, words).text))
        icon = "cloud-off" if receipts.not_at_hq or not receipts.has_hq else "cloud-up"
        self._hq.say(*said, icon=icon)

    def text(self) -> str:
        """Everything it says, for tests and for a screen reader."""
        shown = [self._camp, *self._cameras, self._hq, self._space, self._battery]
        return " | ".join(item.text() for item in shown if not item.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and upper edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
