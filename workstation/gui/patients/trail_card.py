"""Who did what to this person's record, on their page: the newest first, and earlier ones at a press. It only reads."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.store import trail
from resources.store.rows import ChangeRow
from resources.store.store import Store
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.patients.trail_text import Line, lines, said, when
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import card, label, paragraph
from workstation.gui.style.layouts import empty

SHOWN = 8
"""Lines before somebody asks for more."""


def read_trail(store: Store, uuid: str, before: int | None = None) -> list[ChangeRow]:
    """One page of it. Not for the GUI thread."""
    with store.read() as unit:
        return trail.of_patient(unit, uuid, before=before)


class TrailCard(QWidget):
    """``show_trail`` the newest rows; ``more`` shows earlier lines, and reads earlier rows when there are none left."""

    def __init__(self, desk: Desk) -> None:
        """Nobody's."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._uuid, self._has_earlier = "", False
        self._rows: list[ChangeRow] = []
        self._count = SHOWN
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(desk.look, desk.look.words("trail.title"), "section"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)
        self.more = Button(desk.look, desk.look.words("trail.more"), rank="quiet")
        self.more.clicked.connect(self._show_more)
        column.addWidget(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def show_trail(self, uuid: str, rows: list[ChangeRow]) -> None:
        """The newest rows about that person; what somebody asked to see of the same person stays open."""
        if uuid != self._uuid:
            self._count = SHOWN
        self._uuid, self._rows, self._has_earlier = uuid, rows, len(rows) >= trail.MOST
        self._render()

    @property
    def lines(self) -> list[Line]:
        """What is shown now."""
        return lines(self._rows, self._look.words)[: self._count]

    def _render(self) -> None:
        empty(self._lines)
        for line in self.lines:
            self._lines.addWidget(self._line(line))
        everything = len(lines(self._rows, self._look.words))
        self.more.setVisible(everything > self._count or self._has_earlier)

    def _line(self, line: Line) -> QWidget:
        words = self._look.words
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        by = words.join([line.who, when(line, self._desk.store.zone, words)])
        column.addWidget(paragraph(self._look, said(line, words), "label"))
        column.addWidget(paragraph(self._look, by, "caption", "second"))
        made.setAccessibleName(words.join([said(line, words), by]))
        return made

    def _show_more(self) -> None:
        self._count += SHOWN
        if self._has_earlier and self._count > len(lines(self._rows, self._look.words)):
            self._read_earlier()
        else:
            self._render()

    def _read_earlier(self) -> None:
        uuid, before = self._uuid, self._rows[-1].seq

        def came(rows: list[ChangeRow]) -> None:
            if uuid == self._uuid and self._rows and self._rows[-1].seq == before:
                self._rows, self._has_earlier = [*self._rows, *rows], len(rows) >= trail.MOST
                self._render()

        in_background(self, lambda: read_trail(self._desk.store, uuid, before)).then(came).otherwise(self._desk.tell)
