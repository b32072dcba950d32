"""Who is at the camera: a big face, a name, the protocol's places under OD and OS, and a way to say "not this person"."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.gui.claims import Claim
from workstation.gui.style.buttons import Button
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.labels import ElidedLabel, MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.style.status import Status
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 12)
        self._column.setSpacing(12)
        self._note = label(look, "", "label", "second")
        self._column.addWidget(self._note)
        self._column.addLayout(self._person())
        self.pair = EyePair(look, TILE, heads=True, labels="field")
        self._column.addWidget(self.pair, 0, Qt.AlignmentFlag.AlignHCenter)
        self.looks: LooksLine | None = None
        self._said_of_looks = NO_LOOKS
        self._column.addLayout(self._foot())
        self.show_sitting(shown, eyes, claim, looks)

    def show_sitting(
        self,
        shown: PersonCard,
        eyes: tuple[Sequence[EyeTile], Sequence[EyeTile]],
        claim: Claim,
        looks: Looks = NO_LOOKS,
    ) -> None:
        """What has changed of the same person. Somebody else's is our bug and is refused (HZ-16)."""
        if shown.uuid != self.shown.uuid:
            raise ValueError("a card stays with its person")
        look, self.shown, self.claim = self._look, shown, claim
        self._note.setText(shown.note)
        self._note.setVisible(bool(shown.note))
        self._face.setPixmap(look.face(shown.photo, shown.name, look.px(FACE), self.devicePixelRatioF()))
        self._name.setText(shown.name)
        self._facts.setText(shown.age_sex)
        self._number.setText(look.words.island(shown.number))
        right, left = (
            tuple(replace(tile, selected=bool(tile.uid) and tile.uid == looks.newest) for tile in tiles)
            for tiles in eyes
        )
        if (*right, *left) != self.pair.tiles:
            self.pair.show_tiles(right, left)
        self._show_looks(looks)
        self._say(claim)
        self._wrong.setVisible(any(tile.uid for tile in self.pair.tiles))

    def _show_looks(self, looks: Looks) -> None:
        if looks == self._said_of_looks:
            return
        self._said_of_looks = looks
        if self.looks is not None:
            self.looks.hide()
            self.looks.deleteLater()
            self.looks = None
        if looks.sentence:
            self.looks = LooksLine(self._look, looks)
            self.looks.answered.connect(self.answered)
            self._column.insertWidget(self._column.indexOf(self.pair) + 1, self.looks)

    def _person(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(14)
        self._face = QLabel()
        row.addWidget(self._face)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self._name = ElidedLabel(look, "", "section")
        font = look.font("section")
        font.setPixelSize(look.px(20))
        self._name.setFont(font)
        self._name.setMinimumHeight(look.px(28))
        words.addWidget(self._name)
        self._facts, self._number = label(look, "", "body", "second"), label(look, "", "label", "second")
        words.addWidget(self._facts)
        words.addWidget(self._number)
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(4)
        said = QHBoxLayout()
        said.setSpacing(6)
        self._mark, self._sentence = MarkWidget(look, Status.OK), paragraph(look, "", "label", "second")
        said.addWidget(self._mark)
        said.addWidget(self._sentence, 1)
        column.addLayout(said)
        row = QHBoxLayout()
        self._wrong = Button(
            look, look.words("today.not-this-person"), rank="quiet", icon="user-question", key="F8", wraps=True
        )
        self._wrong.clicked.connect(lambda: self.not_this_person.emit(self.shown.uuid))
        row.addWidget(self._wrong)
        row.addStretch(1)
        done = Button(look, look.words("today.finish"), wraps=True)
        done.clicked.connect(lambda: self.finished.emit(self.shown.uuid))
        row.addWidget(done)
        column.addLayout(row)
        return column

    def _say(self, claim: Claim) -> None:
        self._sentence.setText(claim.text)
        self._mark.setVisible(claim.status is not None)
        if claim.status is not None and claim.status is not self._mark.status:
            self._mark.status = claim.status
            self._mark.update()


class NextCard(QFrame):
    """Whose turn it is after that; dashed, because it is only a proposal."""

    called = Signal(str)

    def __init__(self, look: Look, shown: PersonCard | None, title: str) -> None:
        """Nobody waits where ``shown`` is missing."""
        super().__init__()
        self.shown = shown
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
