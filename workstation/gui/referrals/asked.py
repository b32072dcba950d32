"""What headquarters asks to be read: whose eyes, which visit, how far it is, and what a person may do about it.

Nothing is taken or given back for anybody, and nothing is called done that headquarters has not shown as done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import NotFound
from resources.store import Unit, evictions, patients, studies
from resources.store.rows import InstanceRow, PatientRow
from sync import assigning, tasks
from sync.taskplan import Step
from sync.tasks import TaskRow
from workstation.gui import claims
from workstation.gui.gallery import Gallery
from workstation.gui.people_text import age_sex, day_text, name_of
from workstation.gui.reasons import said_or_unknown
from workstation.gui.referrals.person import FACE, person_cell
from workstation.gui.style.buttons import Button
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.labels import ChipWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status
from workstation.gui.tiles import Levels, pair_of, seen

SHOWN = 20
LIVE = (Step.OPEN, Step.WANTED, Step.OURS, Step.GIVING, Step.WAITS)
ENDINGS = (Step.LOST, Step.DONE, Step.GIVEN, Step.ENDED)
"""Shown where somebody here had begun, until somebody has seen it."""


@dataclass(frozen=True)
class AskedView:
    """One task: whose eyes as far as that is known, the day of the visit, and its pictures."""

    row: TaskRow
    patient: PatientRow | None
    day: date | None = None
    pictures: tuple[InstanceRow, ...] = ()
    is_missing: bool = False
    is_signed: bool = False

    @property
    def may_be_read(self) -> bool:
        """Whether somebody may sit down to it now."""
        return self.row.step in (Step.OPEN, Step.WANTED, Step.OURS) and self.patient is not None

    @property
    def name(self) -> str:
        """Who it is about; as headquarters says where nobody here is known for it."""
        said = self.row.task.name.partition("=")[0].replace("^", " ").strip()
        return name_of(self.patient) if self.patient is not None else said


ReadAsked = Callable[[Unit], tuple[AskedView, ...]]


def read_asked(unit: Unit) -> tuple[AskedView, ...]:
    """What stands, the urgent first, then what came first."""
    rows = tasks.of_headquarters(unit, (*LIVE, *ENDINGS))
    shown = [row for row in rows if row.step in LIVE or row.transaction_uid]
    shown.sort(key=lambda row: (not row.task.is_urgent, row.pk))
    return tuple(_view(unit, row) for row in shown[:SHOWN])


def _view(unit: Unit, row: TaskRow) -> AskedView:
    try:
        patient = patients.find(unit, row.patient_uuid) if row.patient_uuid else None
    except NotFound:
        patient = None
    if patient is None or row.step is Step.WAITS:
        return AskedView(row, patient)
    day, zone = assigning.day_of(unit, row), unit.store.zone
    theirs = [one for one in evictions.marked(unit, studies.of_patient(unit, patient.uuid)) if one.day(zone) == day]
    pictures = seen(picture for study in theirs for picture in study.instances)
    signed = bool(assigning.signed_for(unit, row))
    return AskedView(row, patient, day, pictures, is_missing=assigning.is_missing(unit, row), is_signed=signed)


class AskedLine(QWidget):
    """``taken(pk)`` when somebody begins to read it, ``given(pk)`` back, ``seen(pk)`` when somebody has seen how it ended,
    ``opened`` for the person."""

    taken = Signal(int)
    given = Signal(int)
    seen = Signal(int)
    opened = Signal(str)

    def __init__(self, look: Look, view: AskedView, levels: Levels, gallery: Gallery, today: date) -> None:
        """As it was read."""
        super().__init__()
        self.view, self._look, words = view, look, look.words
        name = view.name or words("tasks.nobody")
        self.person = Button(look, name, rank="quiet")
        self.person.setEnabled(view.patient is not None)
        self.person.setAccessibleName(words.join([name, view.patient.number or "" if view.patient else ""]))
        if view.patient is not None:
            uuid = view.patient.uuid
            self.person.clicked.connect(lambda: self.opened.emit(uuid))
        self.claim = claims.task(view.row.step.value, words, is_signed=view.is_signed)
        pk = view.row.pk
        self.read = self._button("read", "primary")
        self.read.setVisible(view.may_be_read)
        self.read.setEnabled(not view.is_missing)
        self.read.clicked.connect(lambda: self.taken.emit(pk))
        self.back = self._button("give-back", "quiet")
        self.back.setVisible(view.row.step in (Step.WANTED, Step.OURS))
        self.back.clicked.connect(lambda: self.given.emit(pk))
        self.done = self._button("seen", "")
        self.done.setVisible(view.row.step in tasks.TOLD)
        self.done.clicked.connect(lambda: self.seen.emit(pk))
        self._lay_out(levels, gallery, today)

    def _button(self, key: str, rank: str) -> Button:
        words = self._look.words
        button = Button(self._look, words(f"tasks.{key}"), rank=rank)
        button.setAccessibleName(words.join([self.person.text(), words(f"tasks.{key}")]))
        return button

    def _lay_out(self, levels: Levels, gallery: Gallery, today: date) -> None:
        look = self._look
        self.pair = EyePair(look, FACE)
        right, left = pair_of(self.view.pictures, levels, gallery.hang)
        self.pair.show_tiles([right], [left])
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(down if look.is_large else across, self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        first, then = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self._who(gallery, today))
        first.addWidget(self.pair)
        first.addLayout(self._what(), 1)
        for button in (self.back, self.done, self.read):
            then.addWidget(button)
        row.addLayout(first, 1)
        row.addLayout(then)
        self.setMinimumHeight(look.px(76))

    def _who(self, gallery: Gallery, today: date) -> QWidget:
        look, view = self._look, self.view
        image = gallery.face(view.patient) if view.patient is not None else None
        second = look.words.island(view.row.task.number)
        if view.patient is not None:
            second = look.words.join([age_sex(view.patient, today, look.words), view.patient.number or ""])
        return person_cell(look, self.person, image, view.name or "?", second)

    def _what(self) -> QVBoxLayout:
        """What is asked, of which visit, how far it is, and why it does not go on."""
        look, view, words = self._look, self.view, self._look.words
        row, middle = view.row, QVBoxLayout()
        middle.setSpacing(4)
        middle.addStretch(1)
        visit = words("patient.hq-visit", day=day_text(view.day, words, year=False)) if view.day else ""
        middle.addWidget(paragraph(look, words.join([row.task.label, visit])))
        why = [said_or_unknown(row.sentence, words)] if row.sentence else []
        why += [words("tasks.missing")] if view.is_missing and view.may_be_read else []
        why += [words("tasks.cancel-asked")] if row.task.cancel_asked and row.step in (Step.WANTED, Step.OURS) else []
        for text in why:
            middle.addWidget(paragraph(look, text, "label", "warn" if row.step is Step.WAITS else "second"))
        self.chips = [Chip(self.claim.text, self.claim.status or Status.WAIT)] if self.claim.text else []
        if row.task.is_urgent and row.step in (Step.OPEN, Step.WANTED, Step.OURS):
            self.chips.append(Chip(words("tasks.urgent"), Status.WARN))
        for chip in self.chips:
            middle.addWidget(ChipWidget(look, chip))
        middle.addStretch(1)
        self.setAccessibleName(words.join([self.person.text(), row.task.label, visit, self.claim.text, *why]))
        return middle
