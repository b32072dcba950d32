"""The Inbox's list: headings by camera and minute, a tile and two lines for each picture, things kept aside at the end.

Chosen pictures stay chosen by UID while the list changes around them (HZ-12). A tile takes pixels only from its own request
(HZ-15).
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from workstation.gui.hints import dressed
from workstation.gui.inbox.lines import LINE, Entry, Heading, Line, lines_of
from workstation.gui.inbox.rows import InboxDelegate
from workstation.gui.inbox.waiting import Waiting
from workstation.gui.pictures import THUMB, Asked, Picture, Pictures
from workstation.gui.style.eyes import EyeTile, TileState, accessible_text
from workstation.gui.style.look import Look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PICTURES = "application/x-eyecamp-pictures"


class InboxModel(QAbstractListModel):
    """The lines; headings cannot be chosen."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """An empty list."""
        super().__init__()
        self._look, self._pictures = look, pictures
        self._lines: list[Line] = []
        self._asked: dict[str, Asked] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be chosen; pictures can be dragged."""
        line = self._lines[index.row()] if index.isValid() else None
        if not isinstance(line, Entry):
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled if line.item else chosen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line itself, its title, or its sentence."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return self._with_picture(line) if isinstance(line, Entry) else line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: Line) -> str:
        words = self._look.words
        if isinstance(line, Heading):
            return words.join([line.title, line.time, line.count])
        return words.join([line.title, line.second, accessible_text(line.tile, words)])

    def _with_picture(self, entry: Entry) -> Entry:
        """The entry with its pixels where they are here; asks for them where they are not."""
        if entry.tile.state is not TileState.HERE or entry.tile.picture is not None:
            return entry
        asked = self._asked.get(entry.uid)
        if asked is None:
            asked = self._asked[entry.uid] = self._ask(entry)
            if self._pictures.cached(asked) is None:
                self._pictures.fetch(self, asked, self._show)
        here = self._pictures.cached(asked)
        return entry if here is None else replace(entry, tile=_pictured(entry, here))

    def _ask(self, entry: Entry) -> Asked:
        if entry.held is not None:
            return self._pictures.ask_held(entry.held, THUMB)
        assert entry.item is not None  # an entry is one or the other
        return self._pictures.ask(entry.item.row, THUMB)

    def _show(self, picture: Picture) -> None:
        if self._asked.get(picture.asked.uid) != picture.asked:
            return
        place = self.place_of(picture.asked.uid)
        entry = self._lines[place] if place >= 0 else None
        if isinstance(entry, Entry):
            self._lines[place] = replace(entry, tile=_pictured(entry, picture))
            self.dataChanged.emit(self.index(place), self.index(place))

    def show(self, waiting: Waiting) -> None:
        """Show this; requests of pictures that are gone are forgotten."""
        lines = lines_of(waiting, self._look)
        here = {line.uid for line in lines if isinstance(line, Entry)}
        for uid in [uid for uid in self._asked if uid not in here]:
            self._pictures.forget(self._asked.pop(uid))
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def place_of(self, uid: str) -> int:
        """Where that entry stands, or -1."""
        found = (place for place, line in enumerate(self._lines) if isinstance(line, Entry) and line.uid == uid)
        return next(found, -1)

    def entries(self) -> list[Entry]:
        """All entries."""
        return [line for line in self._lines if isinstance(line, Entry)]

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [PICTURES]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The UIDs of the pictures that are dragged."""
        lines = [self._lines[index.row()] for index in indexes]
        data = QMimeData()
        uids = [line.uid for line in lines if isinstance(line, Entry) and line.item]
        data.setData(PICTURES, json.dumps(uids).encode())
        return data


def _pictured(entry: Entry, picture: Picture) -> EyeTile:
    if entry.item is not None:
        return dressed(entry.tile, entry.item.row, picture)
    if picture.is_here:
        return replace(entry.tile, picture=picture.image)
    return replace(entry.tile, state=TileState.FORWARD_ONLY)


class InboxList(QListView):
    """The list; letters and Enter belong to the page, not to a search by typing."""

    chosen = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Empty."""
        super().__init__()
        self.lines = InboxModel(look, pictures)
        self.setModel(self.lines)
        self._delegate = InboxDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(look.words("inbox.list"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.selectionModel().selectionChanged.connect(self._say)

    def _say(self) -> None:
        self.chosen.emit()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show this; who was chosen stays chosen, and if all of them are gone, whatever stands in their place is."""
        before = [entry.uid for entry in self.picked()]
        place = min((self.lines.place_of(uid) for uid in before), default=0)
        self.blockSignals(True)  # a Qt setter
        self.lines.show(waiting)
        self._pick(before, place)
        self.blockSignals(False)  # a Qt setter
        self.chosen.emit()

    def _pick(self, uids: list[str], place: int) -> None:
        rows = [row for uid in uids if (row := self.lines.place_of(uid)) >= 0]
        if not rows:
            rows = self._near(place)
        model = self.selectionModel()
        for row in rows:
            model.select(self.lines.index(row), QItemSelectionModel.SelectionFlag.Select)
        if rows:
            model.setCurrentIndex(self.lines.index(rows[0]), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _near(self, place: int) -> list[int]:
        entries = [self.lines.place_of(entry.uid) for entry in self.lines.entries()]
        after = [row for row in entries if row >= place]
        return (after or entries[-1:])[:1]

    def picked(self) -> list[Entry]:
        """The entries that are chosen, in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        found = [index.data(LINE) for index in rows]
        return [line for line in found if isinstance(line, Entry)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page and Home move; everything else goes to the page."""
        plain = not event.text().strip() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        else:
            event.ignore()
