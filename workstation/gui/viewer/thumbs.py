"""The strip of one eye's pictures below its pane: a tile of 52 and the field's word. Left-to-right in every language (HZ-14)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resources.store.rows import InstanceRow
from resources.terms import Field, Laterality
from workstation.gui.hints import dressed, state_of
from workstation.gui.pictures import THUMB, Asked, Picture, Pictures
from workstation.gui.style.eyes import EyeTile, accessible_text, paint_eye_tile
from workstation.gui.style.look import Look
from workstation.gui.viewer.captions import QUIET

Index = QModelIndex | QPersistentModelIndex
TILE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
SIDE, HEIGHT = 52, 64
GROUND = QColor("#0B0D10")  # well, in both themes


def tile_of(row: InstanceRow) -> EyeTile:
    """The tile of a picture that is here; its pixels come later."""
    field = Field(row.field) if row.field in set(Field) else None
    side = row.laterality if row.laterality is not Laterality.BOTH else None
    return EyeTile(side, field, state_of(row), uid=row.instance_uid)


class TilesModel(QAbstractListModel):
    """The pictures of one eye. A tile's pixels are accepted only for the row and request that asked for them (HZ-15)."""

    looked_at = Signal()
    """Another picture is here, with what it looks like."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """No pictures."""
        super().__init__()
        self._look, self._pictures = look, pictures
        self._rows: tuple[InstanceRow, ...] = ()
        self._tiles: list[EyeTile] = []
        self._asked: dict[str, Asked] = {}

    @property
    def rows(self) -> tuple[InstanceRow, ...]:
        """The pictures now."""
        return self._rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many pictures."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tile, its sentence, or the field's word."""
        if not index.isValid():
            return None
        tile = self._tiles[index.row()]
        if role == TILE:
            return tile
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return accessible_text(tile, self._look.words)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.words(f"field.{tile.field.value}") if tile.field else ""
        return None

    def show(self, rows: Sequence[InstanceRow]) -> None:
        """Show these; what was asked for others is forgotten first."""
        if tuple(rows) == self._rows:
            return
        for asked in self._asked.values():
            self._pictures.forget(asked)
        self.beginResetModel()
        self._rows, self._tiles = tuple(rows), [tile_of(row) for row in rows]
        self._asked = {row.instance_uid: self._pictures.ask(row, THUMB) for row in rows if row.digest or row.preview}
        self.endResetModel()
        for asked in list(self._asked.values()):
            self._pictures.fetch(self, asked, self._show)

    def _show(self, picture: Picture) -> None:
        if self._asked.get(picture.asked.uid) != picture.asked:
            return
        place = self.place_of(picture.asked.uid)
        self._tiles[place] = dressed(self._tiles[place], self._rows[place], picture)
        index = self.index(place)
        self.dataChanged.emit(index, index)
        self.looked_at.emit()

    def place_of(self, uid: str) -> int:
        """Where that picture stands, or -1."""
        return next((place for place, tile in enumerate(self._tiles) if tile.uid == uid), -1)


class TileDelegate(QStyledItemDelegate):
    """A tile and its word."""

    def __init__(self, look: Look) -> None:
        """Paint with that look."""
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The tile, and its word where it has one."""
        words = str(index.data() or "")
        wide = QFontMetrics(self._look.font("label")).horizontalAdvance(words)
        return QSize(SIDE + 20 + (wide + 12 if words else 0), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tile; the one that is looked at has its blue edge."""
        tile = index.data(TILE)
        if not isinstance(tile, EyeTile):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        place = QRectF(rect.x() + 10, rect.y() + (HEIGHT - SIDE) / 2, SIDE, SIDE)
        paint_eye_tile(painter, place, replace(tile, selected=selected), self._look.theme)
        painter.setFont(self._look.font("label"))
        painter.setPen(QUIET)
        words = rect.adjusted(SIDE + 22, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, left | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))


class ThumbStrip(QListView):
    """The tiles in a row; says which was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, pictures: Pictures, words: str, parent: QWidget | None = None) -> None:
        """``words`` names the strip for a screen reader."""
        super().__init__(parent)
        self.tiles = TilesModel(look, pictures)
        self.setModel(self.tiles)
        self._delegate = TileDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(words)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self.setStyleSheet(f"background: {GROUND.name()}; border: 0;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._say)
        self.activated.connect(self._say)

    def show_rows(self, rows: Sequence[InstanceRow], current: str) -> None:
        """Show these, and mark the one that is looked at."""
        self.tiles.show(rows)
        place = self.tiles.place_of(current)
        if place < 0:
            self.selectionModel().clear()
            return
        self.setCurrentIndex(self.tiles.index(place))
        self.scrollTo(self.tiles.index(place))

    def _say(self, index: QModelIndex) -> None:
        tile = index.data(TILE)
        if isinstance(tile, EyeTile):
            self.chosen.emit(tile.uid)
