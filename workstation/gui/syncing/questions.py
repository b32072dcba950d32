"""What headquarters and this laptop say differently of one record: before, here, there, and what can be done about it.

Nothing is chosen for anybody, nothing is written over meanwhile, and every decision can be taken back.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import NotFound
from resources.store import Unit, patients
from sync import deciding, disputes, records
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.words import Words

SHOWN = 5
LONGEST = 160
FIELDS = ("name", "gender", "birthDate", "address", "removed")


@dataclass(frozen=True, slots=True)
class Question:
    """One dispute, in words. ``before``, ``here`` and ``there`` are empty where nothing was said."""

    pk: int
    field: str
    person: str
    before: str
    here: str
    there: str
    choices: tuple[str, ...]


def read_questions(unit: Unit) -> tuple[Question, ...]:
    """Those that wait for a person, the oldest first."""
    return tuple(_question(unit, row) for row in disputes.open_ones(unit)[:SHOWN])


def _question(unit: Unit, row: disputes.DisputeRow) -> Question:
    entry = records.find(unit, row.kind, row.uid)
    try:
        person = patients.find(unit, entry.patient_uuid).name if entry else ""
    except NotFound:
        person = ""
    said = [_text(one) for one in (row.said.base, row.said.mine, row.said.theirs)]
    return Question(row.pk, row.said.name, person, said[0], said[1], said[2], deciding.choices(row))


def _text(value: Any) -> str:
    """A value of FHIR as people read it: the words in it, in order."""
    found = ", ".join(_words_in(value))
    return found if len(found) <= LONGEST else found[: LONGEST - 1] + "…"


def _words_in(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        if value.get("family") or value.get("given"):
            return [" ".join([*value.get("given", ()), value.get("family", "")]).strip()]
        shown = {
            name: one for name, one in value.items() if name not in ("system", "use", "coding", "data", "hash", "url")
        }
        return [text for one in shown.values() for text in _words_in(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _words_in(one)]
    return [] if value is None else [value if isinstance(value, str) else json.dumps(value)]


def title_of(question: Question, words: Words) -> str:
    """What is asked, and about whom."""
    field = question.field if question.field in FIELDS else "other"
    return words.join([words(f"question.{field}"), question.person])


class QuestionRow(QWidget):
    """``decided(pk, choice)`` when somebody has pressed a button."""

    decided = Signal(int, str)

    def __init__(self, look: Look, question: Question) -> None:
        """Side by side: what was agreed, what stands here, what headquarters says."""
        super().__init__()
        self._pk, words = question.pk, look.words
        title = paragraph(look, title_of(question, words), "body")
        title.setFont(look.strong("body"))
        sides = QGridLayout()
        sides.setHorizontalSpacing(16)
        sides.setVerticalSpacing(0)
        values = {"before": question.before, "here": question.here, "there": question.there}
        for column, (side, value) in enumerate(values.items()):
            sides.addWidget(label(look, words(f"question.{side}"), "caption", "second"), 0, column)
            sides.addWidget(paragraph(look, value or words("question.nothing"), "label"), 1, column)
            sides.setColumnStretch(column, 1)
        self.buttons = {choice: Button(look, words(f"question.keep-{choice}")) for choice in question.choices}
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice, button in self.buttons.items():
            button.clicked.connect(lambda _=False, said=choice: self.decided.emit(self._pk, said))
            row.addWidget(button)
        row.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(title)
        texts.addLayout(sides)
        texts.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(4, 12, 0, 12)
        whole.setSpacing(20)
        whole.addWidget(MarkWidget(look, Status.WARN, 20))
        whole.addLayout(texts, 1)
        self.setAccessibleName(words.join([title.text(), *(value for value in values.values() if value)]))
