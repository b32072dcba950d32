"""Comparing on the Read page: begun and ended by a key, for the person and the eye that are on the screen, with one of the days.

It ends with the person, like every way of looking. Grades go on being about the picture of now (HZ-16, HZ-27).
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from workstation.gui.desk import Desk
from workstation.gui.style.status import Status
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.compare_view import CompareView, Mode
from workstation.gui.viewer.comparing import Pair, compared, earlier_days, now_words, then_words
from workstation.gui.viewer.visit import Shown, Visit

Seen = tuple[tuple[Visit, ...], Shown | None]


class Comparison(QObject):
    """Whether two visits are compared, and which. ``changed`` asks the page to paint."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget, seen: Callable[[], Seen]) -> None:
        """``seen()`` gives the person's visits and what is on the screen."""
        super().__init__(parent)
        self._desk, self._words, self._seen = desk, desk.look.words, seen
        self._day: date | None = None
        self.is_on = False
        self.view = CompareView(desk.look, desk.pictures)

    @property
    def days(self) -> tuple[date, ...]:
        """The earlier days that the active eye can be compared with."""
        visits, shown = self._seen()
        return earlier_days(visits, shown) if shown else ()

    @property
    def day(self) -> date | None:
        """The earlier day that is on the screen."""
        pair = self._pair() if self.is_on else None
        return pair.then_day if pair else None

    def _pair(self) -> Pair | None:
        visits, shown = self._seen()
        if shown is None:
            return None
        return compared(visits, shown, self._day) or compared(visits, shown)

    def toggle(self, mode: Mode) -> None:
        """Begin, change to that way, or (the same way again) end."""
        if self.is_on and self.view.mode is mode:
            self.end()
            return
        if self._pair() is None:
            _, shown = self._seen()
            if shown is not None:
                self._desk.toast.say(self._words("viewer.nothing-earlier"), status=Status.WAIT)
            return
        self.is_on = True
        self.view.set_mode(mode)
        self.changed.emit()

    @Slot(int)
    def choose(self, place: int) -> None:
        """With that one of the earlier days."""
        if 0 <= place < len(self.days):
            self._day = self.days[place]
            if self.is_on:
                self.changed.emit()
            else:
                self.toggle(Mode.SIDE)

    def end(self) -> None:
        """Back to the pair of eyes."""
        was_on, self.is_on, self._day = self.is_on, False, None
        self.view.blank()
        if was_on:
            self.changed.emit()

    def move_edge(self, by: float) -> None:
        """A little more of then, or of now, while there is an edge."""
        if self.is_on and self.view.mode is Mode.SWIPE:
            self.view.move_edge(self.view.share + by)

    def paint(self, caption: Callable[..., Caption], today: date) -> bool:
        """Show the two. Whether there is anything to compare; if there is not any more, it has ended."""
        pair = self._pair() if self.is_on else None
        if pair is None:
            if self.is_on:
                self.is_on = False
                self.view.blank()
            return False
        then = caption(pair.eye, pair.then, when=then_words(pair, today, self._words), is_earlier=True)
        now = caption(pair.eye, pair.now, when=now_words(pair, today, self._words), is_at_end=True)
        self.view.show_pair(pair, then, now)
        return True
