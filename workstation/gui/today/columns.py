"""The parts of the board: a column of cards with its count, and the day's rings."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from workstation.gui import claims
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.labels import MarkWidget, label, paragraph, rule
from workstation.gui.style.look import Look
from workstation.gui.style.people import PeopleModel, PersonCard, PersonDelegate, card_of
from workstation.gui.style.rings import Ring, RingWall, WallRing
from workstation.gui.style.status import Status


def heading(look: Look, words: str) -> tuple[QHBoxLayout, "Count"]:
    """A numeral and a word over a column."""
    row = QHBoxLayout()
    row.setContentsMargins(2, 0, 2, 0)
    row.setSpacing(8)
    count = Count(look)
    row.addWidget(count)
    row.addWidget(label(look, words, "body", "second"), 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    return row, count


class Count(QWidget):
    """How many."""

    def __init__(self, look: Look, size: int = 20) -> None:
        """None."""
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = label(look, "", "section")
        font = look.font("section")
        font.setPixelSize(look.px(size))
        self._label.setFont(font)
        row.addWidget(self._label)

    def show_count(self, count: int) -> None:
        """So many."""
        self.count = count
        self._label.setText(self._look.words.value(count))


class PeopleColumn(QWidget):
    """A list of cards; "7 more" under it scrolls on. A press or Enter opens the person."""

    opened = Signal(str)

    def __init__(self, look: Look, words: str, delegate: PersonDelegate, empty: EmptyRow) -> None:
        """Empty."""
        super().__init__()
        self._look, self._delegate, self._empty = look, delegate, empty
        self.model = PeopleModel(look)
        head, self.count = heading(look, words)
        self.view = QListView()
        self._more = Button(look, "", rank="quiet", icon="chevron-down")
        self._more.clicked.connect(self._scroll_on)
        self._dress(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._body(), 1)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.view.verticalScrollBar().valueChanged.connect(self._count_more)

    def _dress(self, words: str) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(words)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)

    def _body(self) -> QWidget:
        body, top = QWidget(), QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(top)
        return body

    def show_people(self, cards: Sequence[PersonCard]) -> None:
        """These, in this order."""
        self.model.show(cards)
        self.count.show_count(len(cards))
        self._stack.setCurrentIndex(0 if cards else 1)
        self._count_more()

    def _count_more(self) -> None:
        height = self._look.px(70) + self._delegate.gap
        if self.model.rowCount():
            height = max(1, self.view.sizeHintForRow(0))
        hidden = (
            self.model.rowCount() - (self.view.verticalScrollBar().value() + self.view.viewport().height()) // height
        )
        self._more.setText(self._look.words("more", n=max(0, hidden)))
        self._more.setVisible(hidden > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of cards fits."""
        super().resizeEvent(event)
        self._count_more()

    def _scroll_on(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.view.viewport().height() // 2)

    def _open(self, index: QModelIndex) -> None:
        if shown := card_of(index):
            self.opened.emit(shown.uuid)


class DayColumn(QWidget):
    """The day's ring, three counts, and the wall of rings: a full one means that headquarters has confirmed every picture."""

    opened = Signal(str)
    ended = Signal()

    def __init__(self, look: Look, promise: str) -> None:
        """An empty day. ``promise`` says what a full ring means."""
        super().__init__()
        self._look = look
        head, self.count = heading(look, look.words("today.done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        frame = QFrame()
        frame.setProperty("card", "true")
        column.addWidget(frame, 1)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(4)
        self._ring = Ring(look)
        inside.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(8)
        self._counts = [self._counted(inside, status, key) for status, key in COUNTS]
        inside.addSpacing(8)
        inside.addWidget(rule())
        inside.addSpacing(4)
        self._confirmed = self._titled(inside)
        self.wall = RingWall(look)
        self.wall.pressed.connect(self.opened)
        inside.addWidget(self.wall)
        inside.addStretch(1)
        inside.addWidget(paragraph(look, promise, "caption", "second"))
        self.end_button = Button(look, look.words("day.title"), icon="home-check")
        self.end_button.clicked.connect(self.ended)
        inside.addSpacing(8)
        inside.addWidget(self.end_button)

    def _counted(self, column: QVBoxLayout, status: Status, key: str) -> Count:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkWidget(self._look, status))
        row.addWidget(label(self._look, self._look.words(key), "label"), 1)
        count = Count(self._look, 15)
        row.addWidget(count)
        column.addLayout(row)
        return count

    def _titled(self, column: QVBoxLayout) -> "Share":
        row = QHBoxLayout()
        row.addWidget(label(self._look, claims.heading(self._look.words), "label", strong=True), 1)
        share = Share(self._look)
        row.addWidget(share)
        column.addLayout(row)
        return share

    def show_day(self, pictured: int, people: int, counts: Sequence[int], rings: Sequence[WallRing]) -> None:
        """``counts``: both eyes, one eye, an eye that nobody stated."""
        self.count.show_count(pictured)
        self._ring.show_part(pictured, people, self._look.words("today.of", n=people))
        for shown, count in zip(self._counts, counts, strict=True):
            shown.show_count(count)
        self._confirmed.show_share(sum(ring.fraction >= 1 for ring in rings), len(rings))
        self.wall.show_rings(rings)


COUNTS = (
    (Status.OK, "today.both-eyes"),
    (Status.BUSY, "today.one-eye"),
    (Status.UNKNOWN, "today.which-eye"),
)


class Share(QWidget):
    """21 of 62."""

    def __init__(self, look: Look) -> None:
        """Nothing of nothing."""
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = label(look, "", "caption", "second")
        row.addWidget(self._label)

    def show_share(self, have: int, of: int) -> None:
        """So many of so many."""
        self._label.setText(self._look.words("today.part-of", have=have, of=of))
