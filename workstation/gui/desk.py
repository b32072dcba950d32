"""What every page of the window has at hand, and how a page does something that can be taken back.

A write runs off the GUI thread, in the order in which it was asked for. Only when its unit has ended does the toast say so,
with Undo; a Problem says its own sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from resources.problems import Problem
from resources.store.store import Store, Unit
from resources.terms import Origin
from workstation.gui.background import Task, in_turn
from workstation.gui.pictures import Pictures
from workstation.gui.problems import told
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.style.toast import Toast
from workstation.gui.webcam.source import Webcams

if TYPE_CHECKING:
    from workstation.gui.phone.offering import Phones

T = TypeVar("T")
Change = Callable[[Unit], object]


@dataclass(frozen=True)
class Desk:
    """The look, the store, the pictures, the toast, who works here now, and the webcams and phones where there may be any."""

    look: Look
    store: Store
    pictures: Pictures
    toast: Toast
    actor: Callable[[], str] = lambda: "person"
    webcams: Webcams | None = None
    phones: "Phones | None" = None

    def tell(self, problem: Problem) -> None:
        """Say what went wrong, and what can be done."""
        self.toast.say(told(problem, self.look.words).line, status=Status.WARN)

    def write(self, parent: QObject, change: Callable[[Unit], T]) -> Task[T]:
        """Store what whoever is at the keys says, after everything that was said before. A Problem is told, unless
        ``otherwise`` does something else with it."""
        actor = self.actor()

        def work() -> T:
            with self.store.write(Origin.PERSON, actor) as unit:
                return change(unit)

        return in_turn(parent, work).otherwise(self.tell)


@dataclass(frozen=True)
class Step:
    """Something a person did: the change, the sentence when it is done, and the change that takes it back."""

    change: Change
    sentence: str
    back: Change


def perform(desk: Desk, parent: QObject, step: Step, after: Callable[[], None]) -> None:
    """Do it, say it with Undo, then ``after``. The undo is said too, and followed by ``after`` again."""

    def done(_: object) -> None:
        desk.toast.say(step.sentence, undo_of(desk, parent, step.back, after))
        after()

    desk.write(parent, step.change).then(done)


def undo_of(desk: Desk, parent: QObject, back: Change, after: Callable[[], None]) -> Callable[[], None]:
    """What the toast's Undo does: ``back``, its sentence, then ``after``."""

    def undone(_: object) -> None:
        desk.toast.say(desk.look.words("desk.undone"))
        after()

    def take_back() -> None:
        desk.write(parent, back).then(undone)

    return take_back
