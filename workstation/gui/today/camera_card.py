"""Who is at the camera: a big face, a name, the protocol's places under OD and OS, and a way to say "not this person"."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.gui.claims import Claim
from workstation.gui.style.buttons import Button
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.labels import ElidedLabel, MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.today.looks import NO_LOOKS, Looks, LooksLine

FACE, TILE = 104, 64


class AtCameraCard(QFrame):
    """324 wide. Carries the uuid of the person whom it shows, so that a press lands on nobody else (HZ-16)."""

    opened = Signal(str)
    finished = Signal(str)
    not_this_person = Signal(str)
    answered = Signal(str, object)
    """Which eye a doubtful picture shows, by its UID."""

    def __init__(
        self,
        look: Look,
        shown: PersonCard,
        eyes: tuple[Sequence[EyeTile], Sequence[EyeTile]],
        claim: Claim,
        looks: Looks = NO_LOOKS,
    ) -> None:
        """``claim`` is the line under the tiles; ``shown.note`` the camera; ``looks`` what the newest picture looks like."""
        super().__init__()
        self._look, self.shown, self.claim = look, shown, claim
        self.setProperty("card", "active")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        if shown.note:
            column.addWidget(label(look, shown.note, "label", "second"))
        column.addLayout(self._person(shown.photo))
        self.pair = EyePair(look, TILE, heads=True, labels="field")
        right, left = (
            [replace(tile, selected=bool(tile.uid) and tile.uid == looks.newest) for tile in tiles] for tiles in eyes
        )
        self.pair.show_tiles(right, left)
        column.addWidget(self.pair, 0, Qt.AlignmentFlag.AlignHCenter)
        if looks.sentence:
            self.looks = LooksLine(look, looks)
            self.looks.answered.connect(self.answered)
            column.addWidget(self.looks)
        column.addLayout(self._foot(claim, has_pictures=any(tile.uid for tile in (*eyes[0], *eyes[1]))))

    def _person(self, photo: QImage | None) -> QHBoxLayout:
        look, shown = self._look, self.shown
        row = QHBoxLayout()
        row.setSpacing(14)
        face = QLabel()
        face.setPixmap(look.face(photo, shown.name, look.px(FACE), self.devicePixelRatioF()))
        row.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        name = ElidedLabel(look, shown.name, "section")
        font = look.font("section")
        font.setPixelSize(look.px(20))
        name.setFont(font)
        name.setMinimumHeight(look.px(28))
        words.addWidget(name)
        words.addWidget(label(look, shown.age_sex, "body", "second"))
        words.addWidget(label(look, look.words.island(shown.number), "label", "second"))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _foot(self, claim: Claim, *, has_pictures: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._said(claim))
        row = QHBoxLayout()
        if has_pictures:
            wrong = Button(
                self._look,
                self._look.words("today.not-this-person"),
                rank="quiet",
                icon="user-question",
                key="F8",
                wraps=True,
            )
            wrong.clicked.connect(lambda: self.not_this_person.emit(self.shown.uuid))
            row.addWidget(wrong)
        row.addStretch(1)
        done = Button(self._look, self._look.words("today.finish"), wraps=True)
        done.clicked.connect(lambda: self.finished.emit(self.shown.uuid))
        row.addWidget(done)
        column.addLayout(row)
        return column

    def _said(self, claim: Claim) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if claim.status:
            row.addWidget(MarkWidget(self._look, claim.status))
        row.addWidget(paragraph(self._look, claim.text, "label", "second"), 1)
        return row


class NextCard(QFrame):
    """Whose turn it is after that; dashed, because it is only a proposal."""

    called = Signal(str)

    def __init__(self, look: Look, shown: PersonCard | None, title: str) -> None:
        """Nobody waits where ``shown`` is missing."""
        super().__init__()
        self.setProperty("card", "dashed")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(paragraph(look, title, "label", "second"))
        if shown is not None:
            column.addLayout(self._row(look, shown))

    def _row(self, look: Look, shown: PersonCard) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        face = QLabel()
        face.setPixmap(look.face(shown.photo, shown.name, look.px(44), self.devicePixelRatioF()))
        row.addWidget(face)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(look, shown.name, "name"))
        lines.addWidget(label(look, shown.age_sex, "caption", "second"))
        row.addWidget(words, 1)
        call = Button(look, look.words("today.call"), key="F9")
        call.clicked.connect(lambda: self.called.emit(shown.uuid))
        row.addWidget(call)
        return row
