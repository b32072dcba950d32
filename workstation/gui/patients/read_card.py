"""The card of what was read of a person's eyes: what headquarters says beside what was said here, nothing hidden by anything.

Each stands with its reader and its day, and a dissent is named (HZ-04, HZ-27).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.store import opinions
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.terms import Origin
from workstation.gui import claims
from workstation.gui.grades import said_line
from workstation.gui.people_text import day_text
from workstation.gui.style.labels import ChipWidget, card, label, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status


@dataclass(frozen=True, slots=True)
class VisitRead:
    """What stands of one visit: here, at headquarters, what each alone leads to."""

    day: date
    ours: tuple[OpinionRow, ...]
    theirs: tuple[OpinionRow, ...]

    @property
    def hq_decision(self) -> Decision:
        """What follows from headquarters' word alone, of eyes that have pictures."""
        return opinions.alone([row.said for row in self.theirs])

    @property
    def outcome(self) -> Outcome | None:
        """What follows from what was said here alone; nothing where nobody here said anything."""
        return opinions.alone([row.said for row in self.ours]).outcome if self.ours else None


def read_eyes(unit: Unit, records: Sequence[PatientRow]) -> tuple[VisitRead, ...]:
    """The visits of all records of one person (HZ-18) that headquarters has read, the newest first."""
    found: list[VisitRead] = []
    for patient in records:
        standing = opinions.standing(opinions.of_patient(unit, patient.uuid))
        for day in {row.day for row in standing if row.origin is Origin.HQ}:
            theirs = tuple(row for row in standing if row.day == day and row.origin is Origin.HQ)
            ours = tuple(row for row in standing if row.day == day and row.origin is not Origin.HQ)
            found.append(VisitRead(day, ours, theirs))
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def read_card(look: Look, visits: Sequence[VisitRead], zone: tzinfo) -> QWidget | None:
    """The card; none where headquarters has said nothing."""
    if not visits:
        return None
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    column.addWidget(label(look, look.words("patient.from-hq"), "section"))
    for visit in visits:
        _show(look, column, visit, zone)
    return frame


def _show(look: Look, column: QVBoxLayout, visit: VisitRead, zone: tzinfo) -> None:
    words = look.words
    as_of = day_text(max(row.as_of for row in visit.theirs).astimezone(zone).date(), words, year=False)
    claim = claims.hq_answer(visit.hq_decision, visit.outcome, as_of, words)
    chip = ChipWidget(look, Chip(claim.text, claim.status or Status.WAIT))
    column.addWidget(label(look, words("patient.hq-visit", day=day_text(visit.day, words)), "label", "second"))
    column.addWidget(chip)
    for row in (*visit.theirs, *visit.ours):
        column.addWidget(paragraph(look, said_line(row.said, words), "label"))
        when = day_text(row.as_of.astimezone(zone).date(), words, year=False)
        column.addWidget(paragraph(look, words.join([row.reader, when]), "caption", "second"))
