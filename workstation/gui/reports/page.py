"""The end of the day: numbers, what must not be left as it is with names, the wall of rings, and the poster of it.

A press on a name opens that person. Says nothing of headquarters but what the rings are drawn from: receipts.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.live import Live
from workstation.gui.paper import keep, pdf_of_text
from workstation.gui.people_text import day_text
from workstation.gui.reports.closing import Closing
from workstation.gui.reports.day import Day, Kind, LooseEnd, read_day
from workstation.gui.reports.lines import MARKS, closed_line, counts, heading, what, who
from workstation.gui.reports.poster import poster_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel, MarkWidget, card, count, label, paragraph, rule
from workstation.gui.style.layouts import empty
from workstation.gui.style.rings import RingWall
from workstation.gui.style.scrolling import scrolling
from workstation.gui.today.board import ReadLevels

SIDE = 430


class DayEndPage(QWidget):
    """Numbers and wall on the leading side; the loose ends beside them, the urgent first."""

    opened = Signal(str)
    inbox_wanted = Signal()

    def __init__(self, desk: Desk, bridge: FeedBridge, levels: ReadLevels, protocol: str = "macula-disc") -> None:
        """Nothing read yet."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._levels, self._protocol = levels, protocol
        self.shown: Day | None = None
        words = desk.look.words
        self._date = ElidedLabel(desk.look, "", "body", "second")
        self.closed = paragraph(desk.look, "", "body", "second")
        self.poster_button = Button(desk.look, words("day.pdf"), rank="primary", icon="file-type-pdf")
        self.poster_button.clicked.connect(self._ask_where)
        self.closing = Closing(desk)
        self._numbers = QGridLayout()
        self.wall = RingWall(desk.look)
        self.wall.pressed.connect(self.opened)
        self._ends = QVBoxLayout()
        self._villages = paragraph(desk.look)
        self._lay_out()
        self._live = Live(self, lambda: read_day(desk.store, levels, protocol), self._show, desk.tell)
        bridge.rang.connect(self._rang)
        self.closing.changed.connect(self._live.again)

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(look, words("day.title"), "screen"))
        head.addWidget(self._date, 1)
        head.addWidget(self.closing.button)
        head.addWidget(self.poster_button)
        page.addLayout(head)
        page.addWidget(self.closed)
        page.addWidget(self.closing)
        inside = QWidget()
        body: QHBoxLayout | QVBoxLayout = QVBoxLayout(inside) if look.is_large else QHBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(24)
        body.addLayout(self._main(), 1)
        body.addWidget(self._side())
        page.addWidget(scrolling(inside) if look.is_large else inside, 1)

    def _main(self) -> QVBoxLayout:
        look, words = self._look, self._look.words
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        numbers = card()
        self._numbers = QGridLayout(numbers)
        self._numbers.setContentsMargins(20, 14, 20, 14)
        column.addWidget(numbers)
        everyone = card()
        inside = QVBoxLayout(everyone)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(label(look, words("day.wall"), "section"))
        inside.addWidget(self.wall)
        inside.addStretch(1)
        inside.addWidget(paragraph(look, claims.full_ring(words).text, "caption", "second"))
        inside.addWidget(rule())
        inside.addWidget(label(look, words("day.villages"), "section"))
        self._villages = paragraph(look, "", "body", "second")
        inside.addWidget(self._villages)
        column.addWidget(everyone, 1)
        return column

    def _side(self) -> QWidget:
        look, words = self._look, self._look.words
        side = card()
        if not look.is_large:
            side.setFixedWidth(look.px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 8, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label(look, words("day.ends"), "section"), 1)
        head.addWidget(label(look, words("day.before"), "caption", "second"))
        column.addLayout(head)
        column.addWidget(rule())
        inside = QWidget()
        self._ends = QVBoxLayout(inside)
        self._ends.setContentsMargins(0, 0, 8, 0)
        self._ends.setSpacing(6)
        column.addWidget(inside if look.is_large else scrolling(inside), 1)
        return side

    def showEvent(self, event: QShowEvent) -> None:
        """Read the day until now."""
        super().showEvent(event)
        self._live.again()

    def _rang(self) -> None:
        if self.isVisible():
            self._live.again()

    def _show(self, day: Day) -> None:
        if day == self.shown:
            return
        self.shown = day
        words = self._look.words
        self._date.setText(words.join([day.camp, day_text(day.day, words, weekday=True)]))
        self.closed.setText(closed_line(day, self._desk.store.zone, words))
        self.closed.setVisible(bool(self.closed.text()))
        self.closing.show_day(day)
        self.wall.show_rings(day.wall)
        self._villages.setText(words.join(f"{name} {words.value(count)}" for name, count in day.villages))
        empty(self._numbers)
        across = 3 if self._look.is_large else 6
        for place, (number, said) in enumerate(counts(day, words)):
            self._numbers.addWidget(self._count(number, said), *divmod(place, across))
        empty(self._ends)
        for end in day.ends:
            self._ends.addWidget(self._end(end))
        if not day.ends:
            self._ends.addWidget(label(self._look, words("day.nothing"), "body", "second"))
        self._ends.addStretch(1)

    def _count(self, number: int, said: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(count(self._look, number, "numeral"))
        column.addWidget(label(self._look, said, "label", "second"))
        made.setAccessibleName(f"{self._look.words.value(number)} {said}")
        return made

    def _end(self, end: LooseEnd) -> QFrame:
        look = self._look
        made = QFrame()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(MarkWidget(look, MARKS[end.kind]))
        head.addWidget(label(look, heading(end, look.words), "body", strong=True), 1)
        if end.kind is Kind.INBOX:
            inbox = Button(look, look.words("day.go-inbox"), rank="quiet")
            inbox.clicked.connect(self.inbox_wanted)
            head.addWidget(inbox)
        column.addLayout(head)
        for one in end.people:
            name = Button(look, who(one, look.words), rank="quiet")
            name.clicked.connect(lambda _=False, uuid=one.patient.uuid: self.opened.emit(uuid))
            column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeading)
            if said := what(end.kind, one, look.words):
                column.addWidget(_indented(paragraph(look, said, "label", "second")))
        column.addWidget(rule())
        return made

    @Slot()
    def _ask_where(self) -> None:
        words = self._look.words
        name, _ = QFileDialog.getSaveFileName(self, words("day.pdf"), words("day.file"), "PDF (*.pdf)")
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Read the day anew and write its poster there."""
        desk, words = self._desk, self._look.words

        def work() -> str:
            day = read_day(desk.store, self._levels, self._protocol)
            keep(path, pdf_of_text(poster_of(day, words, desk.store.zone), desk.look))
            return path.name

        def done(name: str) -> None:
            desk.toast.say(words("day.written", name=words.island(name)))

        in_background(self, work).then(done).otherwise(desk.tell)


def _indented(widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(14, 0, 14, 4)
    row.addWidget(widget)
    return made
