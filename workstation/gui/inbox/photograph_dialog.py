"""Whose eye does this photograph show, and which one? Both are asked, neither is ever filled in (HZ-02, HZ-20).

One photograph at a time: what was said of one is not carried over to the next. It can be left in the Inbox.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from resources.store.rows import HeldRow, PatientRow
from resources.terms import Field, Laterality
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.inbox.preview import EYES, FIELDS, KeyButton
from workstation.gui.inbox.waiting import search
from workstation.gui.people_text import age_sex, name_of
from workstation.gui.pictures import FIT, Picture
from workstation.gui.style.buttons import Button
from workstation.gui.style.dialog import RaisedDialog
from workstation.gui.style.entries import SearchField
from workstation.gui.style.labels import ElidedLabel, label
from workstation.gui.style.look import Look
from workstation.imaging.photographs import Said

SIDE, WIDTH, FOUND = 400, 332, 3
SEARCH_AFTER = 120  # ms without a key


class Shown(QWidget):
    """A picture as large as its place, untouched by the theme; black where there is none yet."""

    def __init__(self, look: Look) -> None:
        """Nothing."""
        super().__init__()
        self.image = QImage()
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(look.words("photograph.picture"))

    def show_image(self, image: QImage) -> None:
        """This one."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Whole, on black."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self.image.isNull():
            size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)


class PhotographDialog(RaisedDialog):
    """``answered`` gives the photograph's uuid and what was said; closing it leaves the photograph where it waits."""

    answered = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        row: HeldRow,
        parent: QWidget,
        *,
        person: PatientRow | None = None,
        place: tuple[int, int] = (1, 1),
    ) -> None:
        """``person`` is given where the photograph was dropped onto that person's own page."""
        super().__init__(desk.look, parent, desk.look.words("photograph.title"))
        self._desk, self._row = desk, row
        self.person, self._fixed = person, person is not None
        self.eye: Laterality | None = None
        self.field: Field | None = None
        self._make(place)
        self._lay_out()
        self._asked = desk.pictures.ask_held(row, FIT)
        desk.pictures.fetch(self, self._asked, self._show_picture)
        self._settle()

    # --- the parts

    def _make(self, place: tuple[int, int]) -> None:
        look, words = self._look, self._look.words
        self.picture = Shown(look)
        self.place = label(look, words("photograph.place", n=place[0], of=place[1]), "caption", "second")
        self.place.setVisible(place[1] > 1)
        self.file = ElidedLabel(look, self._row.reason, "caption", fill=False)
        self.search = SearchField(look, words("photograph.search"))
        self.search.textChanged.connect(self._ask_again)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER)
        self._pause.timeout.connect(self._search)
        self.search.setVisible(not self._fixed)
        self.who = ElidedLabel(look, "", "name", fill=False)
        self.found: list[Button] = []
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        self.eyes = self._choices({key: EYES[key] for key in ("R", "L")}, self.say_eye)
        self.fields = self._choices(FIELDS, self.say_field)
        self.later = Button(look, words("photograph.later"))
        self.later.clicked.connect(self.reject)
        self.save = Button(look, words("photograph.save"), rank="primary", key="Enter")
        self.save.clicked.connect(self._answer)

    def _choices(self, what: dict[str, tuple[Any, str]], say: Any) -> dict[str, KeyButton]:
        buttons = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        for key, (value, words) in what.items():
            button = KeyButton(self._look, self._look.words(words), key)
            button.setAccessibleName(self._look.words(words))
            button.clicked.connect(lambda _=False, value=value: say(value))
            group.addButton(button)
            buttons[key] = button
        return buttons

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        side = QVBoxLayout()
        side.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(look, words("photograph.title"), "section"), 1)
        head.addWidget(self.place)
        side.addLayout(head)
        side.addWidget(self.file)
        side.addSpacing(8)
        side.addWidget(label(look, words("photograph.person"), "label", "second"))
        side.addWidget(self.who)
        side.addWidget(self.search)
        side.addLayout(self._people)
        side.addStretch(1)
        side.addWidget(label(look, words("photograph.eye"), "label", "second"))
        side.addWidget(self._row_of(self.eyes))
        side.addWidget(label(look, words("photograph.field"), "label", "second"))
        side.addWidget(self._row_of(self.fields))
        side.addSpacing(12)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.later)
        ways.addWidget(self.save, 1)
        side.addLayout(ways)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.setSpacing(20)
        whole.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setFixedWidth(look.px(WIDTH))
        holder.setLayout(side)
        whole.addWidget(holder)

    def _row_of(self, buttons: dict[str, KeyButton]) -> QWidget:
        keys = QWidget()
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # OD stands left of OS (HZ-14)
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in buttons.values():
            row.addWidget(button, button.natural)
        return keys

    # --- what is said

    def say_person(self, person: PatientRow) -> None:
        """It is this person's eye."""
        self.person = person
        self._settle()

    def say_eye(self, eye: Laterality) -> None:
        """It is this eye."""
        self.eye = eye
        self._settle()

    def say_field(self, field: Field) -> None:
        """It was aimed at this."""
        self.field = field
        self._settle()

    @property
    def said(self) -> Said:
        """All that was said so far."""
        return Said(self.person.uuid if self.person else "", self.eye, self.field)

    def _settle(self) -> None:
        words = self._look.words
        self.who.setText(name_of(self.person) if self.person else words("photograph.nobody"))
        for key, (eye, _) in EYES.items():
            if key in self.eyes:
                self.eyes[key].setChecked(self.eye is not None and self.eye == eye)
        for key, (field, _) in FIELDS.items():
            self.fields[key].setChecked(self.field == field)
        self.save.setEnabled(self.said.is_complete)
        self.save.setToolTip("" if self.said.is_complete else words("photograph.title"))

    def _answer(self) -> None:
        if self.said.is_complete:
            self.answered.emit(self._row.uuid, self.said)
            self.accept()

    # --- people

    def _ask_again(self) -> None:
        if not self._fixed:
            self.person = None  # what is typed now may mean somebody else
            self._settle()
            self._pause.start()

    def _search(self) -> None:
        text, store = self.search.text().strip(), self._desk.store
        if not text:
            self._offer([])
            return

        def show(found: Sequence[PatientRow]) -> None:
            if self.search.text().strip() == text:
                self._offer(found)

        in_background(self, lambda: search(store, text, FOUND)).then(show).otherwise(self._desk.tell)

    def _offer(self, people: Sequence[PatientRow]) -> None:
        for old in self.found:
            self._people.removeWidget(old)
            old.deleteLater()
        today = self._desk.store.clock().astimezone(self._desk.store.zone).date()
        self.found = [self._button_of(person, today) for person in people]
        for button in self.found:
            self._people.addWidget(button)

    def _button_of(self, person: PatientRow, today: Any) -> Button:
        words = self._look.words
        facts = [name_of(person), age_sex(person, today, words), words.island(person.number or person.public_id)]
        button = Button(self._look, words.join(facts))
        button.setCheckable(True)
        button.clicked.connect(lambda: self._take(person, button))
        return button

    def _take(self, person: PatientRow, button: Button) -> None:
        for other in self.found:
            other.setChecked(other is button)
        self.say_person(person)

    # --- the picture, the keys, the ground

    def _show_picture(self, picture: Picture) -> None:
        if picture.asked == self._asked:
            self.picture.show_image(picture.image)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R L say the eye, M D E the field, Enter saves what is complete. A held key acts once."""
        letter = event.text().upper()
        if event.isAutoRepeat():
            return
        if letter in self.eyes:
            self.eyes[letter].click()
        elif letter in self.fields:
            self.fields[letter].click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        else:
            super().keyPressEvent(event)
