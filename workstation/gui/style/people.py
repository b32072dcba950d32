"""People in lists: a frozen card, a model that keeps the selection while the list changes, and the delegates that
paint it.

A person is always headshot, name, age and the OD | OS pair, in that order. The page mirrors in right-to-left
languages; the pair never does (HZ-14). Header and pictures come from one frozen value, so none can be painted under
another's name (HZ-15).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workstation.gui.style.eyes import EyeTile, accessible_text, paint_eye_pair, pair_width
from workstation.gui.style.look import Look
from workstation.gui.style.marks import CHIP_HEIGHT, Chip, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class PersonCard:
    """One person as the screen shows them. ``note`` is a short remark ("12 min"); a pair needs both tiles."""

    uuid: str
    name: str
    age_sex: str = ""
    number: str = ""
    note: str = ""
    photo: QImage | None = None
    od: EyeTile | None = None
    os: EyeTile | None = None
    chip: Chip | None = None
    is_active: bool = False

    @property
    def pair(self) -> tuple[EyeTile, EyeTile] | None:
        """OD and OS, or nothing."""
        return (self.od, self.os) if self.od and self.os else None


def spoken(card: PersonCard, look: Look) -> str:
    """The card as a sentence for a screen reader."""
    words = look.words
    tiles = [accessible_text(tile, words) for tile in card.pair or ()]
    chip = card.chip.text if card.chip else ""
    return words.join([card.name, card.age_sex, card.number, card.note, chip, *tiles])


class PeopleModel(QAbstractListModel):
    """Cards in order. A new list is reached by moves, so that whoever is selected stays selected."""

    def __init__(self, look: Look) -> None:
        """An empty list."""
        super().__init__()
        self._look = look
        self._cards: list[PersonCard] = []

    @property
    def cards(self) -> tuple[PersonCard, ...]:
        """The cards now."""
        return tuple(self._cards)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many people."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the spoken sentence, or the card itself."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card, self._look)
        return None

    def show(self, cards: Sequence[PersonCard]) -> None:
        """Show these people, in this order. Who stays where they are costs a comparison."""
        wanted = {card.uuid for card in cards}
        for row in reversed(range(len(self._cards))):
            if self._cards[row].uuid not in wanted:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._cards[row]
                self.endRemoveRows()
        here = {card.uuid for card in self._cards}
        row = 0
        for is_here, some in groupby(cards, lambda card: card.uuid in here):
            run = list(some)
            if is_here:
                for place, card in enumerate(run, row):
                    self._put(place, card)
            else:
                self._insert(row, run)
            row += len(run)

    def _insert(self, row: int, cards: list[PersonCard]) -> None:
        self.beginInsertRows(NOWHERE, row, row + len(cards) - 1)
        self._cards[row:row] = cards
        self.endInsertRows()

    def _put(self, row: int, card: PersonCard) -> None:
        if self._cards[row].uuid != card.uuid:
            old = next(place for place in range(row + 1, len(self._cards)) if self._cards[place].uuid == card.uuid)
            self.beginMoveRows(NOWHERE, old, old, NOWHERE, row)
            self._cards.insert(row, self._cards.pop(old))
            self.endMoveRows()
        if self._cards[row] != card:
            self._cards[row] = card
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def row_of(self, uuid: str) -> int:
        """Where that person stands, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.uuid == uuid), -1)


def card_of(index: Index) -> PersonCard | None:
    """The card behind an index."""
    card = index.data(CARD)
    return card if isinstance(card, PersonCard) else None


class PersonDelegate(QStyledItemDelegate):
    """What the delegates share: the ground, the face, the lines. ``gap`` is the room below each card."""

    gap = 8

    def __init__(self, look: Look) -> None:
        """Paint with that look."""
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        card = card_of(index)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(0, 0, 0, -self.gap)
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, card, state)
        self.paint_card(painter, rect, card)
        painter.restore()

    def paint_card(self, painter: QPainter, rect: QRect, card: PersonCard) -> None:
        """The inside of one card."""
        raise NotImplementedError

    def _ground(self, painter: QPainter, rect: QRect, card: PersonCard, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = "accent" if chosen or focused else "ok-mark" if card.is_active else "line"
        width = 2 if chosen or focused else 1
        painter.setPen(QPen(self._look.colour(edge), width))
        painter.setBrush(self._look.colour("accent-soft" if chosen else "surface"))
        half = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 12, 12)

    def _seat(self, rect: QRect, x: int, y: int, width: int, height: int) -> QRect:
        """A place counted from the leading side, mirrored with the page."""
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        direction = rtl if self._look.is_right_to_left else ltr
        return QStyle.visualRect(direction, rect, QRect(rect.x() + x, rect.y() + y, width, height))

    def _face(self, painter: QPainter, rect: QRect, card: PersonCard, x: int, y: int, side: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        seat = self._seat(rect, x, y, side, side)
        painter.drawPixmap(seat.topLeft(), self._look.face(card.photo, card.name, side, ratio))

    def _line(self, painter: QPainter, seat: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, seat.width())
        side = Qt.AlignmentFlag.AlignRight if self._look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(seat, flags | Qt.TextFlag.TextDontClip, cut)

    def _pair(self, painter: QPainter, rect: QRect, card: PersonCard, x: int, y: int, side: int) -> None:
        if card.pair:
            seat = self._seat(rect, x, y, int(pair_width(side)), side)
            paint_eye_pair(painter, QRectF(seat), card.pair, self._look.theme)

    def _chip(self, painter: QPainter, rect: QRect, card: PersonCard, end: int, y: int) -> None:
        if card.chip is None:
            return
        font = self._look.strong("caption")
        width = int(chip_width(card.chip, font))
        seat = self._seat(rect, end - width, y, width, self._look.px(CHIP_HEIGHT))
        rtl = self._look.is_right_to_left
        paint_chip(painter, QRectF(seat), card.chip, font, self._look.theme, right_to_left=rtl)


class BoardCardDelegate(PersonDelegate):
    """222 x 70: headshot 48, name, "58 M · 12 min", mini pair of 22 at the line's end, or a chip in its place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One card and the room below it."""
        return QSize(self._look.px(222), self._look.px(70) + self.gap)

    def paint_card(self, painter: QPainter, rect: QRect, card: PersonCard) -> None:
        """Name above, age and tiles below."""
        px = self._look.px
        self._face(painter, rect, card, 11, (rect.height() - px(48)) // 2, px(48))
        x, room = 11 + px(48) + 10, rect.width() - (11 + px(48) + 10) - 10
        name = self._seat(rect, x, px(13), room, px(20))
        self._line(painter, name, card.name, self._look.font("name"), self._look.colour("text"))
        second = self._look.words.join([card.age_sex, card.note])
        if card.pair and not card.chip:
            room -= int(pair_width(px(22))) + 6
        below = self._seat(rect, x, px(37), room, px(18))
        self._line(painter, below, second, self._look.font("caption"), self._look.colour("text2"))
        if card.chip:
            self._chip(painter, rect, card, rect.width() - 8, px(34))
        else:
            self._pair(painter, rect, card, rect.width() - 10 - int(pair_width(px(22))), px(35), px(22))


class ReadCardDelegate(PersonDelegate):
    """238 x 122: headshot 44 and name, below them a pair of 48 and the chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One card and the room below it."""
        return QSize(self._look.px(238), self._look.px(122) + self.gap)

    def paint_card(self, painter: QPainter, rect: QRect, card: PersonCard) -> None:
        """Two storeys."""
        px = self._look.px
        self._face(painter, rect, card, 11, px(10), px(44))
        x, room = 11 + px(44) + 10, rect.width() - (11 + px(44) + 10) - 10
        name = self._seat(rect, x, px(13), room, px(20))
        self._line(painter, name, card.name, self._look.font("name"), self._look.colour("text"))
        below = self._seat(rect, x, px(34), room, px(16))
        line = self._look.words.join([card.age_sex, card.note])
        self._line(painter, below, line, self._look.font("caption"), self._look.colour("text2"))
        self._pair(painter, rect, card, 11, px(62), px(48))
        self._chip(painter, rect, card, rect.width() - 11, px(74))


class RowDelegate(PersonDelegate):
    """A list row of 76: headshot 56, name, age and number, chip, pair of 52, chevron."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As wide as the list."""
        return QSize(self._look.px(320), self._look.px(76) + self.gap)

    def paint_card(self, painter: QPainter, rect: QRect, card: PersonCard) -> None:
        """One line of everything."""
        px = self._look.px
        self._face(painter, rect, card, 11, px(10), px(56))
        end = rect.width() - 44
        pair = int(pair_width(px(52))) if card.pair else 0
        self._pair(painter, rect, card, end - pair, px(12), px(52))
        end -= pair + 16
        self._chip(painter, rect, card, end, px(26))
        chip = int(chip_width(card.chip, self._look.strong("caption"))) + 16 if card.chip else 0
        x = 11 + px(56) + 12
        room = max(40, end - chip - x)
        name = self._seat(rect, x, px(20), room, px(20))
        self._line(painter, name, card.name, self._look.font("name"), self._look.colour("text"))
        words = self._look.words
        line = words.join([card.age_sex, words.island(card.number), card.note])
        below = self._seat(rect, x, px(41), room, px(16))
        self._line(painter, below, line, self._look.font("caption"), self._look.colour("text2"))
        self._chevron(painter, rect)

    def _chevron(self, painter: QPainter, rect: QRect) -> None:
        side = 20
        seat = self._seat(rect, rect.width() - 12 - side, (rect.height() - side) // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._look.pixmap("chevron-right", side, self._look.colour("text2"), ratio)
        painter.drawPixmap(QPoint(seat.x(), seat.y()), pixmap)
