"""How the lines of the Inbox are painted. The page mirrors; the tile never does (HZ-14)."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workstation.gui.inbox.lines import LINE, Entry, Heading
from workstation.gui.style.eyes import TileState, paint_eye_tile
from workstation.gui.style.icons import paint_icon
from workstation.gui.style.look import Look

Index = QModelIndex | QPersistentModelIndex
TILE, ENTRY, HEADING, PAD = 64, 88, 48, 12


class InboxDelegate(QStyledItemDelegate):
    """A heading of 48, an entry of 88."""

    def __init__(self, look: Look) -> None:
        """Paint with that look."""
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        high = ENTRY if isinstance(index.data(LINE), Entry) else HEADING
        return QSize(self._look.px(200), max(self._look.px(HEADING), ENTRY if high == ENTRY else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if isinstance(line, Heading):
            self._paint_heading(painter, rect, line, first=index.row() == 0)
        elif isinstance(line, Entry):
            self._paint_entry(painter, rect, line, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _seat(self, rect: QRect, x: int, width: int, height: int, top: int) -> QRect:
        place = QRect(rect.x() + x, rect.y() + top, width, height)
        rtl = self._look.is_right_to_left
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight, rect, place)

    def _write(
        self, painter: QPainter, seat: QRect, text: str, ink: tuple[QFont, QColor], *, at_end: bool = False
    ) -> int:
        font, colour = ink
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetrics(font)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, seat.width())
        right = self._look.is_right_to_left != at_end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip
        painter.drawText(seat, flags, cut)
        return metrics.horizontalAdvance(cut)

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Heading, *, first: bool) -> None:
        look, wide = self._look, rect.width()
        if not first:
            painter.fillRect(self._seat(rect, 8, wide - 16, 1, 4), look.colour("line"))
        quiet = (look.font("caption"), look.colour("text2"))
        count = QFontMetrics(quiet[0]).horizontalAdvance(line.count)
        self._write(
            painter, self._seat(rect, wide - 8 - count, count + 1, rect.height() - 4, 4), line.count, quiet, at_end=True
        )
        room = wide - 16 - count - 12
        strong = (look.strong("body"), look.colour("text"))
        used = self._write(painter, self._seat(rect, 8, room, rect.height() - 4, 4), line.title, strong)
        self._write(
            painter, self._seat(rect, 8 + used + 8, max(0, room - used - 8), rect.height() - 4, 4), line.time, quiet
        )

    def _paint_entry(self, painter: QPainter, rect: QRect, line: Entry, *, chosen: bool) -> None:
        look = self._look
        card = rect.adjusted(1, 2, -1, -2)
        if chosen:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(look.colour("accent-soft"))
            painter.drawRoundedRect(card, 8, 8)
        tile = self._seat(rect, PAD - 4, TILE, TILE, (rect.height() - TILE) // 2)
        if line.held and line.tile.state is TileState.FORWARD_ONLY:
            self._paint_file(painter, tile)
        else:
            paint_eye_tile(painter, QRectF(tile), line.tile, look.theme)
        x = PAD - 4 + TILE + PAD
        room, middle = rect.width() - x - 8, rect.height() // 2
        name, second = look.line("body"), look.line("caption")
        above = self._seat(rect, x, room, name, middle - name + 1)
        self._write(painter, above, line.title, (look.strong("body"), look.colour("text")))
        below = self._seat(rect, x, room, second, middle + 2)
        self._write(painter, below, line.second, (look.font("caption"), look.colour("text2")))

    def _paint_file(self, painter: QPainter, tile: QRect) -> None:
        """Something kept aside shows no eye, so it has no tile of one."""
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        spot = QRectF(tile).adjusted(18, 18, -18, -18)
        paint_icon(painter, spot, "file", self._look.colour("text2"))
