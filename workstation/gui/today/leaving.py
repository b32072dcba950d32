"""Who is asked about before they leave the camera, and whom to call after that. Keeps one question at a time; writes nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from workstation.gui.missing import Missing
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.today.board import Someone
from workstation.gui.today.leaving_card import LeavingCard


class Leaving(QObject):
    """``answered`` says who leaves, why, and whom to call then; ``changed`` that the question came or went."""

    changed = Signal()
    answered = Signal(str, str, str)

    def __init__(
        self, look: Look, shown: Callable[[Someone], PersonCard], missing: Callable[[Someone], Missing]
    ) -> None:
        """Nobody is asked about."""
        super().__init__()
        self._look, self._shown, self._missing = look, shown, missing
        self.card: LeavingCard | None = None
        self._uuid = self._called_after = ""

    def incomplete(self, there: Sequence[Someone], but: Sequence[str]) -> Someone | None:
        """The first at a camera, but for these, who lacks something."""
        return next((one for one in there if one.patient.uuid not in but and self._missing(one)), None)

    def ask(self, one: Someone, called_after: str = "") -> None:
        """Ask about this person."""
        self._drop()
        self._begin(one, called_after)
        self.changed.emit()
        if self.card is not None:
            self.card.show()
            self.card.setFocus()

    def _begin(self, one: Someone, called_after: str) -> None:
        self._uuid, self._called_after = one.patient.uuid, called_after
        self.card = LeavingCard(self._look, self._shown(one), self._missing(one))
        self.card.left.connect(self._left)
        self.card.stays.connect(self._stays)

    def keep(self, there: Sequence[Someone]) -> None:
        """The question stands while the same person lacks the same; it is asked anew when one more picture has come."""
        if self.card is None:
            return
        one = next((one for one in there if one.patient.uuid == self._uuid), None)
        if one is None or not self._missing(one):
            self._drop()
        elif self.card.missing != self._missing(one):
            called_after, had_focus = self._called_after, self.card.hasFocus()
            self._drop()
            self._begin(one, called_after)
            if had_focus:
                self.card.setFocus()

    def is_about(self, one: Someone) -> bool:
        """Whether this person is asked about now."""
        return self.card is not None and one.patient.uuid == self._uuid

    def _drop(self) -> None:
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
        self.card, self._uuid, self._called_after = None, "", ""

    def _stays(self) -> None:
        self._drop()
        self.changed.emit()

    def _left(self, uuid: str, reason: str) -> None:
        called_after = self._called_after
        self._drop()
        self.answered.emit(uuid, reason, called_after)
        self.changed.emit()
