"""The viewer's upper bar: whose pictures these are, of which visit, and where in the list. Painted from one frozen value."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout

from resources.store.rows import PatientRow
from workstation.gui.people_text import age_sex, day_text, name_of
from workstation.gui.pictures import Asked, Picture, Pictures
from workstation.gui.style.buttons import Button, icon_button
from workstation.gui.style.labels import ElidedLabel, label
from workstation.gui.style.look import Look
from workstation.gui.viewer.band import Band
from workstation.gui.words import Words

HEIGHT = 60
FACE = 44


def visit_words(day: date, today: date, words: Words) -> str:
    """ "Visit today", or "Visit 11 Feb 2025"."""
    return words("viewer.visit-today") if day == today else words("viewer.visit", day=day_text(day, words))


class ReadBar(Band):
    """Face, name, number; the visit; the place in the list with its two arrows."""

    visit_chosen = Signal(int)
    compare_chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Nobody yet."""
        super().__init__(look)
        self._pictures = pictures
        self._asked: Asked | None = None
        self._patient: PatientRow | None = None
        self._photo: Picture | None = None
        self.setFixedHeight(look.px(HEIGHT))
        self._face = QLabel()
        self._face.setFixedSize(FACE, FACE)
        self.name = ElidedLabel(look, "", "section")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.number = label(look, "", "label", "second")
        self.visits = Button(look, "", icon="calendar")
        self._days = QMenu(self)
        self.visits.clicked.connect(self._offer_days)
        self.compare = Button(look, "", icon="history")
        self._earlier = QMenu(self)
        self.compare.clicked.connect(self._offer_earlier)
        self.place = label(look, "", "body", strong=True)
        self.previous, self.next = self._arrow("chevron-left", -1), self._arrow("chevron-right", 1)
        look.changed.connect(self._dress)
        self._lay_out()

    def _arrow(self, icon: str, by: int) -> Button:
        button = icon_button(self._look, icon, self._look.words("viewer.next" if by > 0 else "viewer.previous"))
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeading)
        names.addStretch(1)
        row.addWidget(self._face)
        row.addLayout(names, 1)
        row.addWidget(self.visits)
        row.addWidget(self.compare)
        for widget in (self.previous, self.place, self.next):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def blank(self) -> None:
        """Nobody: said before anybody else is read."""
        self._patient = self._photo = self._asked = None
        for said in (self.name, self.number):
            said.setText("")
        self._face.clear()
        self.visits.hide()
        self.compare.hide()

    def show_person(self, patient: PatientRow, today: date) -> None:
        """This person."""
        self._patient, self._photo = patient, None
        words = self._look.words
        self.name.setText(f"{name_of(patient)}  {age_sex(patient, today, words)}")
        self.number.setText(words.island(patient.number or patient.public_id))
        self._asked = self._pictures.ask_face(patient)
        self._dress()
        if patient.photo_digest:
            self._pictures.fetch(self, self._asked, self._show_face)

    def _show_face(self, picture: Picture) -> None:
        if picture.asked == self._asked:
            self._photo = picture if picture.is_here else None
            self._dress()

    def _dress(self) -> None:
        if self._patient is None:
            return
        image = self._photo.image if self._photo else None
        name = name_of(self._patient)
        self._face.setPixmap(self._look.face(image, name, FACE, self.devicePixelRatioF()))
        self._face.setAccessibleName(name)

    def show_visits(self, days: Sequence[date], chosen: int, today: date) -> None:
        """The days that can be chosen."""
        self._days.clear()
        for place, day in enumerate(days):
            action = self._days.addAction(visit_words(day, today, self._look.words))
            action.triggered.connect(partial(self.visit_chosen.emit, place))
        self.visits.setText(visit_words(days[chosen], today, self._look.words))
        self.visits.setAccessibleName(self.visits.text())
        self.visits.updateGeometry()
        self.visits.show()

    def show_earlier(self, days: Sequence[date], chosen: date | None) -> None:
        """The earlier days that can be compared with, and which is; in large text by its sign, which always fits."""
        words = self._look.words
        self._earlier.clear()
        for place, day in enumerate(days):
            action = self._earlier.addAction(day_text(day, words))
            action.triggered.connect(partial(self.compare_chosen.emit, place))
        said = words("viewer.compare-with", day=day_text(chosen, words)) if chosen else words("viewer.compare")
        self.compare.setText("" if self._look.is_large else said)
        self.compare.setAccessibleName(said)
        self.compare.setToolTip(said)
        self.compare.updateGeometry()
        self.compare.setVisible(bool(days))

    def _offer_earlier(self) -> None:
        self._earlier.popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))

    def _offer_days(self) -> None:
        self._days.popup(self.visits.mapToGlobal(self.visits.rect().bottomLeft()))

    def show_place(self, place: int, of: int) -> None:
        """The third of nine; nothing when there is no list."""
        self.place.setText(self._look.words("viewer.place", n=place + 1, of=of) if 0 <= place < of else "")
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(0 <= place < of - 1)
