"""When the eyes of a baby born too early are looked at next (HZ-30): said by a person, as a day, and taken back with Undo."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resources.store import examinations
from resources.store.examinations import Due
from resources.store.rows import PatientRow
from resources.store.store import Unit
from workstation.gui.desk import Desk, undo_of
from workstation.gui.people_text import day_text, name_of
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import card, label, paragraph
from workstation.gui.words import Words

WEEKS = (1, 2, 3)


def due_text(due: date | None, words: Words) -> str:
    """The day with its month as a word, or that there is none."""
    return day_text(due, words) if due is not None else words("newborn.no-more")


def known_text(known: Due, due: date | None, words: Words) -> str:
    """The same; where nobody has said anything, that."""
    return words("newborn.no-date") if known is Due.OPEN else due_text(due, words)


class ExaminationCard(QWidget):
    """The page makes it anew after ``then``, which is called when a day was stored or taken back."""

    def __init__(
        self, desk: Desk, person: PatientRow, today: date, known: tuple[Due, date | None], then: Callable[[], None]
    ) -> None:
        """Of that baby, on that day of the camp; ``known`` as ``examinations.next_of`` says it."""
        super().__init__()
        self._desk, self._person, self._then = desk, person, then
        look, words = desk.look, desk.look.words
        self.due = paragraph(look, known_text(*known, words), "body")
        self.weeks = [Button(look, words.counted("newborn.in-weeks", n)) for n in WEEKS]
        self.none = Button(look, words("newborn.no-more"), rank="quiet")
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(look, words("newborn.next"), "section"))
        column.addWidget(self.due)
        grid = QGridLayout()
        for place, (button, weeks) in enumerate(zip(self.weeks, WEEKS, strict=True)):
            button.clicked.connect(lambda _=False, day=today + timedelta(weeks=weeks): self._plan(day))
            grid.addWidget(button, place // 2, place % 2)
        self.none.clicked.connect(lambda: self._plan(None))
        grid.addWidget(self.none, 1, 1)
        column.addLayout(grid)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _plan(self, day: date | None) -> None:
        desk, person, then, words = self._desk, self._person, self._then, self._desk.look.words
        said = words("newborn.planned", name=name_of(person), date=due_text(day, words))
        kept: dict[str, object] = {}

        def back(unit: Unit) -> None:
            examinations.put_back(unit, person.uuid, kept)

        def done(before: object) -> None:
            kept.update(before if isinstance(before, dict) else {})
            desk.toast.say(said, undo_of(desk, desk.toast, back, then))
            then()

        desk.write(desk.toast, lambda unit: examinations.plan(unit, person.uuid, day)).then(done)
