"""Every part on one page, as in screens/00-parts: what a designer looks at first."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget
from support.drawn import a_face, a_tile

from resources.terms import Laterality
from workstation.gui.style.buttons import Button, KeyBadge, Segments
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.entries import FormField, HintedEdit, SearchField
from workstation.gui.style.eyes import EyeTile, Sharpness, TileState, expected, paint_eye_tile
from workstation.gui.style.labels import ChipWidget, label
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip, paint_mark
from workstation.gui.style.people import PeopleModel, PersonCard, RowDelegate
from workstation.gui.style.rings import Ring
from workstation.gui.style.status import Status
from workstation.gui.style.toast import Toast

R, L = Laterality.RIGHT, Laterality.LEFT
TILES: dict[str, EyeTile] = {}


def every_tile() -> dict[str, EyeTile]:
    good = a_tile(R)
    return {
        "expected": expected(R),
        "arriving": EyeTile(R, state=TileState.ARRIVING),
        "good": good,
        "blurred": a_tile(R, Sharpness.BLURRED),
        "ungradable": a_tile(L, Sharpness.UNGRADABLE),
        "which eye?": a_tile(None, None),
        "half at HQ": replace(good, confirmed=2, pictures=4),
        "all at HQ": replace(good, confirmed=1),
        "forward only": EyeTile(R, state=TileState.FORWARD_ONLY),
    }


class Tiles(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, (name, tile) in enumerate(every_tile().items()):
            x, y = (index % 7) * 90 + 6, (index // 7) * 92
            paint_eye_tile(painter, QRectF(x, y, 64, 64), tile, self._look.theme)
            painter.setFont(self._look.font("caption"))
            painter.setPen(self._look.colour("text2"))
            painter.drawText(QRectF(x - 12, y + 66, 88, 18), Qt.AlignmentFlag.AlignCenter, name)


class Marks(QWidget):
    def __init__(self, look: Look, *, on_well: bool) -> None:
        super().__init__()
        self._look, self._on_well = look, on_well
        self.setFixedHeight(38 if on_well else 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._on_well:
            painter.setBrush(self._look.colour("well"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), 8, 8)
        for index, status in enumerate(Status):
            x = 12 + index * 30 if self._on_well else index * 60
            place = QRectF(x, (self.height() - 18) / 2, 18, 18)
            paint_mark(painter, place, status, self._look.theme, on_well=self._on_well)


def _row(*widgets: QWidget, spacing: int = 10) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _chips(look: Look) -> QHBoxLayout:
    said = [
        Chip("At HQ", Status.OK),
        Chip("On its way", Status.BUSY),
        Chip("Not at HQ yet", Status.WAIT),
        Chip("Blurred", Status.WARN),
        Chip("Urgent", Status.URGENT),
        Chip("Which eye?", Status.UNKNOWN),
        Chip("Diabetes 11 years"),
    ]
    return _row(*(ChipWidget(look, chip) for chip in said))


def _buttons(look: Look) -> QVBoxLayout:
    sex = Segments(look, [("F", "Female")])
    sex.choose("F")
    first = _row(
        Button(look, "Confirm and next", rank="primary", key="Enter"),
        Button(look, "Print letter"),
        sex,
        Button(look, "Change", rank="quiet"),
    )
    off = Button(look, "Not now")
    off.setEnabled(False)
    part, full = (Ring(look, 40, 5, colour="ok-mark") for _ in range(2))
    part.fraction, full.fraction = 0.33, 1.0
    second = _row(
        Button(look, "Register", icon="user-plus", key="F2"),
        off,
        KeyBadge(look, "F2"),
        KeyBadge(look, "Ctrl+Z"),
        part,
        full,
    )
    column = QVBoxLayout()
    column.addLayout(first)
    column.addLayout(second)
    return column


def _fields(look: Look) -> QHBoxLayout:
    age, phone = HintedEdit(look), HintedEdit(look)
    age.setText("61")
    age.show_hint("about 1965")
    phone.setText("9000")
    doubted = FormField(look, "Phone", phone)
    doubted.doubt("Looks short.", "You can save it anyway.")
    row = QHBoxLayout()
    row.addWidget(FormField(look, "Age or birth year", age), 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(doubted, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _type(look: Look) -> QHBoxLayout:
    roles = {"screen": "Screen 24", "section": "Section 16", "name": "Name 15", "body": "Body 14", "label": "Label 13"}
    return _row(
        *(label(look, text, role) for role, text in roles.items()), label(look, "Caption 12", "caption", "second")
    )


def _person(look: Look) -> QListView:
    view, model = QListView(), PeopleModel(look)
    delegate = RowDelegate(look)
    pair = a_tile(R, confirmed=1), a_tile(L, confirmed=1, pictures=2)
    model.show([PersonCard("1", "Mary Thomas", "66 F", "C7A-00031-4", "", a_face(), *pair)])
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFixedHeight(look.px(90))
    view.kept = (model, delegate)  # type: ignore[attr-defined]  # a view does not keep them alive
    return view


class PartsSheet(QWidget):
    """Both columns of the drawing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedSize(1366, 768)
        self._look = look
        halves = QHBoxLayout(self)
        halves.setContentsMargins(32, 20, 32, 20)
        halves.setSpacing(32)
        halves.addLayout(self._first(), 1)
        halves.addLayout(self._second(), 1)
        self.toast = Toast(look, self)
        self.toast.say("Picture moved to Khadija Noor", lambda: None)

    def _titled(self, column: QVBoxLayout, title: str, part: QWidget | QHBoxLayout | QVBoxLayout) -> None:
        column.addWidget(label(self._look, title, "body", "second", strong=True))
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)

    def _first(self) -> QVBoxLayout:
        column, look = QVBoxLayout(), self._look
        column.setSpacing(8)
        column.addWidget(label(look, "Eyecamp parts", "screen"))
        self._titled(column, "Status: a colour, a shape, a word", _chips(look))
        self._titled(column, "Status marks on the page and on the dark eye well", Marks(look, on_well=False))
        column.addWidget(Marks(look, on_well=True))
        self._titled(column, "Buttons, 44 px high", _buttons(look))
        self._titled(column, "Field", _fields(look))
        column.addWidget(SearchField(look, "Name, ID, phone, or scan a card", strong=True))
        self._titled(column, "Type, Noto Sans", _type(look))
        column.addStretch(1)
        return column

    def _second(self) -> QVBoxLayout:
        column, look = QVBoxLayout(), self._look
        column.setSpacing(8)
        self._titled(column, "Eye tile, every state", Tiles(look))
        self._titled(column, "Person card", _person(look))
        rest = "Every picture has a person. New ones without a name will wait here."
        self._titled(column, "Empty state", EmptyRow(look, "inbox", "The Inbox is empty", rest))
        column.addStretch(1)
        return column
