"""What of this person has still to go to headquarters, about how long it takes, what is stuck and why, and one button.

It claims nothing: what headquarters has is said in the header, from receipts. Nothing is shown once all of it is confirmed.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.store.store import Unit
from sync.status import Journey, Standing, State, Stuck
from workstation.gui.desk import Desk, Step, perform
from workstation.gui.people_text import time_text
from workstation.gui.reasons import said_or_unknown
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import card, label, paragraph
from workstation.gui.syncing.journeys import Journeys, again_text, left_text, turn_text

SHOWN = 3


class SendingCard(QWidget):
    """Stays while the page is read anew, so that the button keeps its focus."""

    def __init__(self, desk: Desk, journeys: Journeys) -> None:
        super().__init__()
        self._desk, self._journeys = desk, journeys
        self._uuid = self._name = ""
        look, words = desk.look, desk.look.words
        self.left = paragraph(look, "", "body")
        self.turn = paragraph(look, "", "label", "second")
        self.why = paragraph(look, "", "label", "second")
        self.button = Button(look, words("now.button"), icon="cloud-up", wraps=True)
        self.button.clicked.connect(self.ask)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(look, words("now.title"), "section"))
        for said in (self.left, self.turn, self.why):
            column.addWidget(said)
        column.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def show_journey(self, uuid: str, name: str, journey: Journey | None) -> None:
        """Of that person; ``None`` hides the card, as does what needs nothing any more."""
        self._uuid, self._name = uuid, name
        is_of_use = journey is not None and journey.standing is not Standing.NOT_CONFIGURED
        self.setVisible(is_of_use and journey is not None and not journey.to_go.is_confirmed)
        if journey is None:
            return
        words = self._desk.look.words
        self.left.setText(left_text(journey, words))
        self.turn.setText(turn_text(journey, self._time(journey.pause_until), words))
        self.why.setText(self._why(journey.stuck))
        for said in (self.left, self.turn, self.why):
            said.setVisible(bool(said.text()))
        self.button.setVisible(not journey.is_asked or bool(journey.to_go.waiting))

    def _time(self, moment: datetime | None) -> str:
        return time_text(moment, self._desk.store.zone, self._desk.look.words) if moment else ""

    def _why(self, stuck: Sequence[Stuck]) -> str:
        """Each reason once, with the next try."""
        found = dict[str, Stuck]()
        for one in stuck:
            found.setdefault(one.sentence, one)
        return "\n".join(self._reason(one) for one in list(found.values())[:SHOWN])

    def _reason(self, one: Stuck) -> str:
        words, store = self._desk.look.words, self._desk.store
        at = None if one.state is State.HELD else one.next_at
        again = again_text(at, store.clock(), store.zone, words)
        return f"{said_or_unknown(one.sentence, words)} {again}".strip()

    def ask(self) -> None:
        """Everything of this person goes first; the toast takes it back."""
        uuid, journeys = self._uuid, self._journeys

        def back(unit: Unit) -> None:
            journeys.take_back(unit, uuid)

        said = self._desk.look.words("now.asked", name=self._name)
        perform(self._desk, self, Step(lambda unit: journeys.ask(unit, uuid), said, back), lambda: None)
