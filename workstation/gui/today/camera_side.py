"""The middle of the board: who is at a camera, and whose turn is next. Cards stay where they are and change in what they say.

A card belongs to one person for as long as it lives (HZ-16); somebody else gets a card of their own.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workstation.gui.claims import Claim
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.style.scrolling import downwards
from workstation.gui.today.camera_card import AtCameraCard, NextCard
from workstation.gui.today.columns import heading
from workstation.gui.today.leaving_card import LeavingCard
from workstation.gui.today.looks import NO_LOOKS, Looks

WIDTH = 340
Hung = dict[Hashable, QWidget]
"""The cards that hang there, by whom they show and in which theme."""


@dataclass(frozen=True)
class Sitting:
    """What the card of somebody at a camera shows."""

    card: PersonCard
    eyes: tuple[Sequence[EyeTile], Sequence[EyeTile]]
    claim: Claim
    looks: Looks = NO_LOOKS


class CameraSide(QWidget):
    """A count, a card for each person, and the proposal whom to call."""

    opened = Signal(str)
    finished = Signal(str)
    not_this_person = Signal(str)
    answered = Signal(str, object)
    called = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nobody."""
        super().__init__()
        self._look = look
        self._hung: Hung = {}
        self._laid: list[QWidget] = []
        self.setFixedWidth(look.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head, self.count = heading(look, look.words("today.at-camera"))
        column.addLayout(head)
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        column.addWidget(downwards(inside), 1)

    def show_people(
        self, sitting: Sequence[Sitting], question: LeavingCard | None, following: PersonCard | None
    ) -> bool:
        """These, each with a card or with the question about them; then whoever is ``following``. Whether all hang there.

        Making a card holds the main thread for 15 ms, so one is made in a turn of the event loop.
        """
        self.count.show_count(len(sitting))
        known, self._hung = self._hung, {}
        shown = self._people(sitting, question, known)
        is_whole = len(shown) == len(sitting)
        words = self._look.words
        if not sitting:
            shown.append(self._proposal(None, words("today.nobody-at-camera"), known))
        if following is not None:
            shown.append(self._proposal(following, words("today.next"), known))
        self._lay(shown)
        for widget in known.values():
            if widget not in shown:
                widget.hide()
                widget.deleteLater()
        return is_whole

    def _people(self, sitting: Sequence[Sitting], question: LeavingCard | None, known: Hung) -> list[QWidget]:
        shown: list[QWidget] = []
        has_made = False
        for one in sitting:
            if question is not None and question.shown.uuid == one.card.uuid:
                shown.append(question)
            elif (card := self._known_card(one, known)) is not None:
                shown.append(card)
            elif not has_made:
                shown.append(self._new_card(one))
                has_made = True
        return shown

    def _known_card(self, one: Sitting, known: Hung) -> AtCameraCard | None:
        key = (one.card.uuid, self._look.theme.name)
        card = known.get(key)
        if not isinstance(card, AtCameraCard):
            return None
        card.show_sitting(one.card, one.eyes, one.claim, one.looks)
        self._hung[key] = card
        return card

    def _new_card(self, one: Sitting) -> AtCameraCard:
        card = AtCameraCard(self._look, one.card, one.eyes, one.claim, one.looks)
        card.opened.connect(self.opened)
        card.finished.connect(self.finished)
        card.not_this_person.connect(self.not_this_person)
        card.answered.connect(self.answered)
        self._hung[(one.card.uuid, self._look.theme.name)] = card
        return card

    def _proposal(self, shown: PersonCard | None, title: str, known: Hung) -> QWidget:
        key = (title, self._look.theme.name)
        card = known.get(key)
        if not isinstance(card, NextCard) or card.shown != shown:
            card = NextCard(self._look, shown, title)
            card.called.connect(self.called)
        self._hung[key] = card
        return card

    def _lay(self, shown: Sequence[QWidget]) -> None:
        """In that order; nothing is laid out anew while the same cards hang there."""
        if self._laid == list(shown):
            return
        while self._column.count() > 1:
            self._column.takeAt(0)
        for place, widget in enumerate(shown):
            self._column.insertWidget(place, widget)
        self._laid = list(shown)
