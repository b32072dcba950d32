"""The bar that says whose clock cannot be right (HZ-26): one at a time, this laptop's first. It stops nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workstation.clocks import Doubt, Whose
from workstation.gui.camp.state import clock_sentence
from workstation.gui.people_text import day_text, time_text
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.words import Words


def doubt_sentence(doubt: Doubt, now: datetime, zone: tzinfo, words: Words) -> str:
    """What is wrong, and what may be done. ``now`` is the time that the station goes by."""
    ahead = timedelta(seconds=doubt.ahead)
    if doubt.whose is Whose.LAPTOP:
        here, there = (_moment_text(moment, zone, words) for moment in (now, now + ahead))
        return words("clock.laptop", here=here, there=there)
    said = clock_sentence(ahead, words)
    return words(f"clock.{doubt.whose.value}", said=said, **({"name": doubt.name} if doubt.name else {}))


def _moment_text(moment: datetime, zone: tzinfo, words: Words) -> str:
    return words.join([day_text(moment.astimezone(zone).date(), words), time_text(moment, zone, words)])


class ClockBar(QFrame):
    """Hidden while all clocks are near enough. ``accepted``: a person says that this laptop's clock is right."""

    accepted = Signal()

    def __init__(self, look: Look, name_of: Callable[[str], str] = str) -> None:
        """Nothing is wrong yet. ``name_of`` is how a camera is called on the screen, from its AE title."""
        super().__init__()
        self._look, self._name_of = look, name_of
        self._doubts: tuple[Doubt, ...] = ()
        self._seen: set[tuple[Whose, str]] = set()
        self._at: tuple[datetime, tzinfo] | None = None
        self.setProperty("bar", "warn")
        self.sentence = paragraph(look, "", "label")
        self.accept = Button(look, look.words("clock.accept"))
        self.seen = Button(look, look.words("clock.seen"), rank="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(MarkWidget(look, Status.WARN, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        for button in (self.accept, self.seen):
            row.addWidget(button)
        self.accept.clicked.connect(self.accepted)
        self.seen.clicked.connect(self._put_away)
        self.hide()

    def show_doubts(self, doubts: Sequence[Doubt], now: datetime, zone: tzinfo) -> None:
        """These are in doubt now; one that was put away and is well again is spoken of when it comes back."""
        self._doubts, self._at = tuple(doubts), (now, zone)
        self._seen &= {(doubt.whose, doubt.name) for doubt in doubts}
        self._show()

    @property
    def doubt(self) -> Doubt | None:
        """The one that is spoken of."""
        return next((doubt for doubt in self._doubts if (doubt.whose, doubt.name) not in self._seen), None)

    def _show(self) -> None:
        doubt = self.doubt
        if doubt is not None and self._at is not None:
            named = Doubt(doubt.whose, doubt.ahead, self._name_of(doubt.name) if doubt.name else "")
            self.sentence.setText(doubt_sentence(named, *self._at, self._look.words))
            self.setAccessibleName(self.sentence.text())
            self.accept.setVisible(doubt.whose is Whose.LAPTOP)
            self.seen.setVisible(doubt.whose is not Whose.LAPTOP)
        self.setVisible(doubt is not None)

    def _put_away(self) -> None:
        if (doubt := self.doubt) is not None:
            self._seen.add((doubt.whose, doubt.name))
            self._show()
