"""Results of headquarters that wait for a person: whose, what it says, why it waits, and what can be answered.

Nothing is chosen for anybody: a name alone is offered, never taken (HZ-20), and an eye that was not said is asked (HZ-02).
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import NotFound
from resources.store import Unit, patients
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Laterality
from sync import heard, landing
from sync.heard import Heard, HeardRow
from workstation.gui.grades import grade_line, said_line
from workstation.gui.people_text import name_of
from workstation.gui.reasons import said_or_unknown
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.words import Words

SHOWN = 5
OFFERED = 3
WHY = {landing.NAME_ALONE: "name", landing.UNLIKE: "unlike", landing.TAKEN_BACK: "taken-back"}
"""Where a person is told more than the reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One button: whose result it is, and which eye where that was not said."""

    patient_uuid: str
    name: str
    eye: Laterality | None = None


@dataclass(frozen=True, slots=True)
class WaitingResult:
    """One result that waits."""

    row: HeardRow
    person: str
    answers: tuple[Answer, ...] = ()


def read_waiting(unit: Unit) -> tuple[WaitingResult, ...]:
    """The first of them, the oldest first."""
    return tuple(_waiting(unit, row) for row in heard.waiting(unit)[:SHOWN])


def _waiting(unit: Unit, row: HeardRow) -> WaitingResult:
    known = _known(unit, row)
    said = row.reading.name.replace("^", " ").strip()
    return WaitingResult(row, name_of(known) if known else said, tuple(_answers(unit, row, known, said)))


def _known(unit: Unit, row: HeardRow) -> PatientRow | None:
    try:
        return patients.find(unit, row.patient_uuid) if row.patient_uuid else None
    except NotFound:
        return None


def _answers(unit: Unit, row: HeardRow, known: PatientRow | None, said: str) -> list[Answer]:
    """Only where a person may say it: whose it is by name alone, or which eye of somebody who is known."""
    if row.state is not Heard.WAITS:
        return []
    if row.sentence == landing.NO_EYE and known is not None:
        return [Answer(known.uuid, name_of(known), eye) for eye in (Laterality.RIGHT, Laterality.LEFT)]
    if row.sentence == landing.NAME_ALONE and row.reading.eyes:
        return [Answer(one.uuid, f"{name_of(one)} {one.number or ''}".strip()) for one in _alike(unit, said)]
    return []


def _alike(unit: Unit, name: str) -> list[PatientRow]:
    return patients.search(unit, name, limit=OFFERED)


def said_text(row: HeardRow, words: Words) -> str:
    """What it says, with its scheme; without an eye where none was said (HZ-21)."""
    reading = row.reading
    if not reading.eyes:
        return words.listed(grade_line(grade, words) for grade in reading.grades)
    eyes = [Laterality(eye) for eye in reading.eyes]
    if reading.absent:
        return words.listed(said_line(Said(eye, absent=reading.absent), words) for eye in eyes)
    return words.listed(said_line(Said(eye, grade), words) for eye in eyes for grade in reading.grades)


def why_text(sentence: str, words: Words) -> str:
    """Why it waits, and what to do about it."""
    return words(f"result.why-{WHY[sentence]}") if sentence in WHY else said_or_unknown(sentence, words)


class ResultRow(QWidget):
    """``given(pk, Answer)`` when somebody said whose it is, or which eye; ``seen(pk)`` when somebody has looked."""

    given = Signal(int, object)
    seen = Signal(int)

    def __init__(self, look: Look, waiting: WaitingResult) -> None:
        """Who, what, why, and the buttons."""
        super().__init__()
        words, row = look.words, waiting.row
        title = paragraph(look, words.join([words("result.title"), waiting.person]), "body")
        title.setFont(look.strong("body"))
        said, why = said_text(row, words), why_text(row.sentence, words)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(title)
        texts.addWidget(paragraph(look, words.join([said, row.reading.reader]), "label"))
        texts.addWidget(paragraph(look, why, "caption", "second"))
        texts.addLayout(self._buttons(look, waiting))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(4, 12, 0, 12)
        whole.setSpacing(20)
        whole.addWidget(MarkWidget(look, Status.WARN, 20))
        whole.addLayout(texts, 1)
        self.setAccessibleName(words.join([title.text(), said, why]))

    def _buttons(self, look: Look, waiting: WaitingResult) -> QHBoxLayout:
        words, pk = look.words, waiting.row.pk
        self.answers: list[Button] = []
        line, answers = QHBoxLayout(), QWidget()
        line.setSpacing(8)
        line.addWidget(answers)
        if any(answer.eye for answer in waiting.answers):  # OD on the left, in every language (HZ-14)
            answers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        beside = QHBoxLayout(answers)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        for answer in waiting.answers:
            text = words(f"result.eye-{answer.eye.value}") if answer.eye else words("result.is", name=answer.name)
            button = Button(look, text)
            button.clicked.connect(lambda _=False, said=answer: self.given.emit(pk, said))
            beside.addWidget(button)
            self.answers.append(button)
        self.done = Button(look, words("result.seen"))
        self.done.clicked.connect(lambda: self.seen.emit(pk))
        line.addWidget(self.done)
        line.addStretch(1)
        return line
