"""The daily screen check on the Read page: read from the store, asked for by a chip, answered by a person (hazard HZ-10)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from resources.problems import Problem
from resources.store import screenchecks
from resources.store.hands import has_no_name
from resources.store.screenchecks import NONE, ScreenCheckRow
from workstation.gui.desk import Desk
from workstation.gui.style.status import Status
from workstation.gui.viewer.screen_check import ScreenCheckPage


class Checking(QObject):
    """What is known of this laptop's screen today. ``changed`` asks the page to paint."""

    changed = Signal()
    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Nothing known yet."""
        super().__init__(parent)
        self._desk, self._page = desk, parent
        self._row: ScreenCheckRow | None = None
        self.is_open = False
        self.view = ScreenCheckPage(desk.look)
        self.view.answered.connect(self.answer)
        self.view.left.connect(self.close)

    def know(self, row: ScreenCheckRow | None) -> None:
        """The last look of today, as it was read with the person."""
        self._row = row

    @property
    def row(self) -> ScreenCheckRow | None:
        """The last look, when it is of today."""
        now = self._desk.store.clock().astimezone(self._desk.store.zone).date()
        return self._row if self._row and self._row.day == now else None

    @property
    def stamp(self) -> str:
        """What a grade keeps."""
        return self.row.stamp if self.row else NONE

    @property
    def notice(self) -> str:
        """What the chip says; empty when everything was seen today."""
        if self.row is None:
            return self._desk.look.words("screen.not-checked")
        return "" if self.row.is_seen else self._desk.look.words("screen.failed")

    @Slot()
    def open(self) -> None:
        """Show the patches in place of the pictures."""
        if has_no_name(self._desk.actor()):
            self.sign_in_wanted.emit()
            return
        self.is_open = True
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the pictures; nothing was said."""
        if self.is_open:
            self.is_open = False
            self.changed.emit()

    @Slot(bool)
    def answer(self, is_seen: bool) -> None:  # noqa: FBT001  # a Qt slot
        """Store what was said, then go back."""
        if not self.is_open:
            return
        wanted = self._desk.write(self._page, lambda unit: screenchecks.record(unit, is_seen=is_seen))
        wanted.then(self._answered).otherwise(self._failed)

    def _answered(self, row: ScreenCheckRow) -> None:
        self._row, self.is_open = row, False
        key = "screen.kept" if row.is_seen else "screen.advice"
        self._desk.toast.say(self._desk.look.words(key), status=Status.OK if row.is_seen else Status.WARN)
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        self._desk.tell(problem)
