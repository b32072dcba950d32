"""Whose picture is it? The right column: faces with their reasons, a search, and the ways out. It decides nothing.

Every choice carries the UIDs that its card was made for: a list that changes meanwhile cannot lead it to another picture
(HZ-16).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.store.rows import PatientRow
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.inbox.listing import PICTURES
from workstation.gui.inbox.suggestions import Candidate, Suggestion, clear_first
from workstation.gui.people_text import age_sex, name_of
from workstation.gui.pictures import Asked, Picture, Pictures
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import SearchField
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.eyes import expected
from workstation.gui.style.labels import ElidedLabel, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.viewer.thumbs import tile_of

LARGE, SMALL, MINI = 64, 52, 22
SEARCH_AFTER = 120  # ms without a key


@dataclass(frozen=True, slots=True)
class Choice:
    """These pictures are this person's."""

    uids: tuple[str, ...]
    patient: PatientRow


class Eyes(EyePair):
    """The small pair on a face: what was pictured today, what is still to come."""

    def __init__(self, look: Look, pictures: Pictures, candidate: Candidate | None) -> None:
        """Nothing is shown for somebody who was not about today."""
        super().__init__(look, MINI)
        self._tiles = {eye: expected(eye) for eye in (Laterality.RIGHT, Laterality.LEFT)}
        self._asked: dict[str, Asked] = {}
        for row in candidate.pictures if candidate else ():
            if row.laterality in self._tiles:
                self._tiles[row.laterality] = tile_of(row)
                self._asked[row.instance_uid] = pictures.ask(row)
        self.setVisible(candidate is not None)
        self._paint()
        for asked in list(self._asked.values()):
            pictures.fetch(self, asked, self._arrived)

    def _arrived(self, picture: Picture) -> None:
        for eye, tile in self._tiles.items():
            if tile.uid == picture.asked.uid and self._asked.get(tile.uid) == picture.asked and picture.is_here:
                self._tiles[eye] = replace(tile, picture=picture.image)
        self._paint()

    def _paint(self) -> None:
        self.show_tiles([self._tiles[Laterality.RIGHT]], [self._tiles[Laterality.LEFT]])


class FaceCard(QFrame):
    """One person who may be in the picture. The first one is larger and has the filled button."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, pictures: Pictures, shown: Suggestion, uids: tuple[str, ...], today: date, *, first: bool
    ) -> None:
        """``uids`` are the pictures that this card is about."""
        super().__init__()
        self.suggestion, self.uids = shown, uids
        self._look, self._size = look, LARGE if first else SMALL
        self.setProperty("card", "active" if first else "true")
        self.setAcceptDrops(True)
        self._photo: Picture | None = None
        self._face = QLabel()
        self._face.setFixedSize(self._size, self._size)
        self.choose = self._button(name_of(shown.patient), first=first)
        self.name = ElidedLabel(look, name_of(shown.patient), "name")
        self.second = label(look, look.words.join(self._facts(today)), "caption", "second")
        self.eyes = Eyes(look, pictures, shown.candidate)
        self.reason = paragraph(look, shown.reason, "caption", "second")
        self.doubt = paragraph(look, shown.doubt, "caption", "warn")
        self.doubt.setVisible(bool(shown.doubt))
        self._lay_out(first=first)
        self._dress()
        look.changed.connect(self._dress)
        self._asked = pictures.ask_face(shown.patient)
        if shown.patient.photo_digest:
            pictures.fetch(self, self._asked, self._show_face)

    def _facts(self, today: date) -> list[str]:
        patient, words = self.suggestion.patient, self._look.words
        return [age_sex(patient, today, words), words.island(patient.number or patient.public_id)]

    def _button(self, name: str, *, first: bool) -> Button:
        words = self._look.words
        if first and self._look.percent < 150:
            button = Button(
                self._look, words("inbox.choose-name", name=_short(name)), rank="primary", key="Enter", wraps=True
            )
        else:
            button = Button(self._look, words("inbox.choose"), rank="primary" if first else "", wraps=True)
        button.setAccessibleName(words("inbox.choose-name", name=name))
        button.clicked.connect(self.take)
        return button

    def _lay_out(self, *, first: bool) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.second, 0, Qt.AlignmentFlag.AlignLeading)
        names.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(names, 1)
        column = QVBoxLayout(self)
        edge = 12 if first else 13
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(6)
        column.addLayout(above)
        why = QHBoxLayout()
        why.addWidget(self.reason, 1)
        why.addWidget(self.eyes, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(why)
        column.addWidget(self.doubt)
        if first or self._look.percent >= 150:
            column.addWidget(self.choose)
        else:
            above.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)

    def _show_face(self, picture: Picture) -> None:
        if picture.asked == self._asked and picture.is_here:
            self._photo = picture
            self._dress()

    def _dress(self) -> None:
        image = self._photo.image if self._photo else None
        name = name_of(self.suggestion.patient)
        self._face.setPixmap(self._look.face(image, name, self._size, self.devicePixelRatioF()))

    def take(self) -> None:
        """The pictures of this card are this person's."""
        self.chosen.emit(Choice(self.uids, self.suggestion.patient))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may be dropped on a face."""
        if event.mimeData().hasFormat(PICTURES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The pictures that were dragged are this person's."""
        uids = json.loads(bytes(event.mimeData().data(PICTURES).data()))
        if isinstance(uids, list) and uids:
            event.acceptProposedAction()
            self.chosen.emit(Choice(tuple(str(uid) for uid in uids), self.suggestion.patient))


def _short(name: str) -> str:
    return name if len(name) <= 22 else f"{name[:21]}…"


class Faces(QWidget):
    """Suggestions, or what the search found; new person; not a patient."""

    chosen = Signal(object)
    searched = Signal(str)
    new_person = Signal()
    not_a_patient = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Nobody yet."""
        super().__init__()
        self._look, self._pictures = look, pictures
        words = look.words
        self.cards: list[FaceCard] = []
        self.title = paragraph(look, words("inbox.whose"), "section")
        self.note = paragraph(look, "", "caption", "second")
        self.search = SearchField(look, words("inbox.someone-else"))
        self.new = Button(look, words("inbox.new-person"), icon="user-plus", wraps=True)
        self.hide_it = Button(look, words("inbox.not-a-patient"), icon="eye-off", wraps=True)
        self.new.clicked.connect(self.new_person)
        self.hide_it.clicked.connect(self.not_a_patient)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER)
        self._timer.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        large = self._look.percent >= 150
        ways = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        ways.setSpacing(8)
        ways.addWidget(self.new, 1)
        ways.addWidget(self.hide_it, 1)
        drag = paragraph(self._look, self._look.words("inbox.drag"), "caption", "second")
        drag.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self.title)
        self._column.addWidget(self.note)
        self._column.addWidget(self.search)
        self._column.addLayout(ways)
        self._column.addStretch(1)
        self._column.addWidget(drag)

    def show_suggestions(self, found: Sequence[Suggestion], uids: tuple[str, ...], today: date) -> None:
        """The faces that fit. None is first unless it is the only one that fits for certain."""
        first = clear_first(found)
        words = self._look.words
        two = sum(1 for one in found if one.is_strong) > 1
        note = "" if first else words("inbox.two-fit") if two else words("inbox.nobody-fits")
        self._show(found, uids, today, first)
        self._say(note)

    def show_found(self, found: Sequence[PatientRow], uids: tuple[str, ...], today: date) -> None:
        """What the search found; none of them is first."""
        reason = self._look.words("because.found")
        self._show([Suggestion(row, reason, 0) for row in found], uids, today, None)
        self._say("" if found else claims.no_likely_match(self._look.words).text)

    def _say(self, note: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _show(self, found: Sequence[Suggestion], uids: tuple[str, ...], today: date, first: Suggestion | None) -> None:
        many = len(uids) > 1
        self.title.setText(self._look.words("inbox.whose-many" if many else "inbox.whose"))
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for place, one in enumerate(found):
            card = FaceCard(self._look, self._pictures, one, uids, today, first=one is first)
            card.chosen.connect(self.chosen)
            self.cards.append(card)
            self._column.insertWidget(2 + place, card)

    @property
    def first(self) -> FaceCard | None:
        """The card that Enter takes."""
        return next((card for card in self.cards if card.property("card") == "active"), None)
