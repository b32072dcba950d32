"""Register: one page. Enter saves and clears for the next person; look-alikes appear while one types and never join
anybody. A likely one must be answered before anything is saved, and so must a photo that another person has (HZ-07, HZ-08).

Order of writing: the photo's bytes into the vault, then one unit with the person, their place in the queue and the
photo. "Saved" is said after that unit has ended.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.problems import Problem
from resources.store import patients
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientDetails, PatientRow
from workstation.gui import claims
from workstation.gui.background import in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.gallery import Gallery
from workstation.gui.live import Live
from workstation.gui.patients.alike_card import AlikeCard, AlikeSide
from workstation.gui.patients.crowd import Crowd
from workstation.gui.patients.form import PersonForm
from workstation.gui.patients.look_alikes import LookAlike, Reason
from workstation.gui.patients.person_button import PersonButton
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.patients.registering import Answer, Everybody, Question, answered, read_everybody, save
from workstation.gui.patients.scanning import Scanner
from workstation.gui.people_text import age_sex, day_text, name_of, time_text
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import label
from workstation.gui.style.layouts import empty
from workstation.gui.style.look import Look
from workstation.gui.style.people import PersonCard
from workstation.gui.style.scrolling import downwards
from workstation.gui.style.status import Status

PHOTO, PHOTO_HIGH, FORM, ALIKE = 332, 472, 488, 362
WITH_WEBCAM, FOR_PHONE = 540, 56


def reason_text(reason: Reason, look: Look) -> str:
    """The reason as a line of the card."""
    return look.words(reason.key, **{name: look.words.digits(value) for name, value in reason.values})


class RegisterPage(QWidget):
    """Camera 332 | form 488 | look-alikes 362."""

    registered = Signal(str)
    opened = Signal(str)
    scanned = Signal(str)

    def __init__(self, desk: Desk, bridge: FeedBridge, *, is_for_babies: bool = False) -> None:
        """Ready for the first person."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._everybody = Everybody(Crowd(()), 0, desk.store.clock().astimezone(desk.store.zone).date())
        self._dismissed: set[str] = set()
        self._question = self._answered = Question(PatientDetails(), Crowd(()))
        self._saving = self._wants_saving = False
        self._gallery = Gallery(self, desk.pictures)
        self._alikes: tuple[LookAlike, ...] = ()
        self._referrals: Mapping[str, ReferralRow] = {}
        self.photo = PhotoDrop(desk, is_wide=self._look.is_large)
        self.form = PersonForm(desk.look, self._everybody.day, is_for_babies=is_for_babies)
        self._count = label(self._look, "", "body", "second")
        self._save = Button(self._look, self._look.words("register.save"), rank="primary", key="Enter", strong=True)
        self._clear = Button(self._look, self._look.words("register.clear"), rank="quiet", key="Esc")
        self._alike_column = QVBoxLayout()
        self._lay_out()
        self._live = Live(self, lambda: read_everybody(desk.store, self._everybody), self._know, desk.tell)
        self._comparing = Live(self, self._look_for_alikes, self._found_alikes, desk.tell)
        self._scanner = Scanner(self, desk)
        self._scanner.found.connect(self.scanned)
        bridge.rang.connect(self._rang)
        self._gallery.changed.connect(self._show_alikes)
        self.form.changed.connect(self._edited)
        self.photo.changed.connect(self._compare)
        self._save.clicked.connect(self.save)
        self._clear.clicked.connect(self.clear)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self._look, self._look.words("register.title"), "screen"))
        head.addWidget(self._count)
        head.addStretch(1)
        page.addLayout(head)
        if not self._look.is_large:
            high = WITH_WEBCAM if self.photo.watching.is_possible else PHOTO_HIGH
            self.photo.setFixedSize(PHOTO, high + (FOR_PHONE if self.photo.offering.is_possible else 0))
        page.addLayout(self._one_column() if self._look.is_large else self._three_columns(), 1)

    def _three_columns(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.addWidget(self.form, 1)
        middle.addLayout(self._actions())
        columns.addLayout(middle, FORM)
        side = self._alike_side()
        side.setFixedWidth(ALIKE)
        columns.addWidget(side)
        return columns

    def _one_column(self) -> QVBoxLayout:
        """Large text: the look-alikes are below the form, and all of it scrolls over the two buttons."""
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(24)
        for part in (self.form, self._alike_side(), self.photo):
            column.addWidget(part)
        outer = QVBoxLayout()
        outer.addWidget(downwards(inside), 1)
        outer.addLayout(self._actions())
        return outer

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._save)
        return row

    def _alike_side(self) -> QWidget:
        side = QWidget()
        self._alike_column = QVBoxLayout(side)
        self._alike_column.setContentsMargins(0, 0, 0, 0)
        self._alike_column.setSpacing(12)
        return side

    def showEvent(self, event: QShowEvent) -> None:
        """Know who was changed or removed meanwhile; begin at the given name."""
        super().showEvent(event)
        self._live.again()
        self.form.given.setFocus()

    def _rang(self) -> None:
        if self.isVisible():
            self._live.again()

    def _know(self, everybody: Everybody) -> None:
        self._everybody = everybody
        self.form.today = everybody.day
        self.form.offer_villages(one.patient.details.village for one in everybody.known if one.village)
        self._count.setText(self._look.words("register.today", n=everybody.today))
        self._compare()

    def _edited(self) -> None:
        self._wants_saving = False
        details = self.form.details()
        self.photo.name(" ".join(part for part in (details.given_name, details.family_name) if part))
        self._compare()

    def _compare(self) -> None:
        photo = self.photo.headshot.digest if self.photo.headshot else ""
        self._question = Question(self.form.details(), self._everybody.crowd, photo, self._everybody.day.year)
        self._comparing.again()

    def _look_for_alikes(self) -> Answer:
        return answered(self._desk.store, self._question)

    def _found_alikes(self, answer: Answer) -> None:
        if answer.question is not self._question:  # what is typed now has not been compared yet
            return
        self._answered, self._alikes, self._referrals = answer.question, answer.alikes, answer.referrals
        self._show_alikes()
        if self._wants_saving:
            self.save()

    @property
    def alikes(self) -> tuple[LookAlike, ...]:
        """Who is offered as the same person now."""
        return tuple(one for one in self._alikes if one.patient.uuid not in self._dismissed)

    def _show_alikes(self) -> None:
        empty(self._alike_column)
        shown = self.alikes
        if shown:
            self._show_found(shown)
        elif self.form.details().given_name and self._everybody.known:
            claim = claims.no_likely_match(self._look.words)
            self._alike_column.addWidget(label(self._look, claim.text, "caption", "second"))
        self._alike_column.addStretch(1)

    def _show_found(self, shown: tuple[LookAlike, ...]) -> None:
        words = self._look.words
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self._look, words("register.alike"), "section"), 1)
        row.addWidget(label(self._look, words("register.alike-count", n=len(shown)), "caption", "second"))
        self._alike_column.addWidget(head)
        first = self._card(shown[0])
        self._alike_column.addWidget(first)
        if self._wants_saving and shown[0].is_likely:
            first.ask()
        for one in shown[1:]:
            self._alike_column.addWidget(self._small(one))
        self._alike_column.addWidget(label(self._look, words("register.never-joins"), "caption", "second"))

    def _card(self, alike: LookAlike) -> AlikeCard:
        words = self._look.words
        details = self.form.details()
        mine = " ".join(part for part in (details.given_name, details.family_name) if part)
        age = self.form.read_age()
        years = str(self._everybody.day.year - age.birth_year) if age.birth_year else ""
        sex = words(f"sex.{details.sex}") if details.sex else ""
        photo = self.photo.headshot.image if self.photo.headshot else None
        new = AlikeSide(words("register.new"), mine, f"{words.digits(years)} {sex}".strip(), photo)
        old = self._side_of(alike.patient, self._since(alike.patient))
        reasons = [(claim.status or Status.WAIT, claim.text) for claim in self._waits_for(alike.patient)]
        reasons += [(reason.status, reason_text(reason, self._look)) for reason in alike.reasons]
        made = AlikeCard(self._look, alike.patient.uuid, (new, old), reasons)
        made.same.connect(self._is_same)
        made.other.connect(self._is_other)
        return made

    def _waits_for(self, patient: PatientRow) -> list[claims.Claim]:
        """That this one must be seen by somebody: the reason why a second record of them would hurt (HZ-08)."""
        found, words = self._referrals.get(patient.uuid), self._look.words
        if found is None:
            return []
        told = claims.told(found.told_by, "", 0, words) if not found.told_by else None
        return [claims.referral_group(found.outcome, words), *([told] if told else [])]

    def _since(self, patient: PatientRow) -> str:
        words, zone = self._look.words, self._desk.store.zone
        day = patient.created_at.astimezone(zone).date()
        if day == self._everybody.day:
            return words("register.since", time=time_text(patient.created_at, zone, words))
        return words("register.since", time=day_text(day, words))

    def _side_of(self, patient: PatientRow, when: str) -> AlikeSide:
        line = age_sex(patient, self._everybody.day, self._look.words)
        return AlikeSide(when, name_of(patient), line, self._gallery.face(patient))

    def _small(self, alike: LookAlike) -> QWidget:
        good = [reason_text(reason, self._look) for reason in alike.reasons[1:2]]
        line = age_sex(alike.patient, self._everybody.day, self._look.words)
        shown = PersonCard(alike.patient.uuid, name_of(alike.patient), line, note=" ".join(good))
        made = PersonButton(self._look, shown, self._gallery.face(alike.patient))
        made.clicked.connect(lambda: self.opened.emit(alike.patient.uuid))
        return made

    def _is_same(self, uuid: str) -> None:
        self.clear()
        self.opened.emit(uuid)

    def _is_other(self, uuid: str) -> None:
        self._dismissed.add(uuid)
        self._show_alikes()
        if self._wants_saving:
            self.save()

    def clear(self) -> None:
        """For the next person."""
        self._wants_saving = False
        self._dismissed.clear()
        self.form.clear()
        self.photo.clear()

    def save(self) -> None:
        """Store what is there, once every question is answered. A second press while it is being stored does nothing."""
        if self._took_card():
            return
        field = self.form.question()
        if field is not None:
            field.setFocus()
            return
        if self._saving or not self._is_answered():
            return
        self._wants_saving = False
        self._saving = True
        self._save.setEnabled(False)
        self.photo.offering.end()  # a photo that came now would be told to be here, and cleared with the form (HZ-07)
        store, actor = self._desk.store, self._desk.actor()
        details, headshot = self.form.details(), self.photo.headshot
        in_turn(self, lambda: save(store, actor, details, headshot)).then(self._saved).otherwise(self._not_saved)

    def _took_card(self) -> bool:
        """Whether a card was scanned into a field: its owner is opened, and the number is nobody's name (HZ-29)."""
        for edit in self.form.texts():
            if self._scanner.take(edit.text()):
                edit.clear()
                return True
        return False

    def _is_answered(self) -> bool:
        """Whether nobody likely is left. Otherwise it is saved as soon as that was said, unless the form is changed first."""
        self._wants_saving = True
        if self.photo.is_reading or self._answered is not self._question:
            return False
        if any(one.is_likely for one in self.alikes):
            self._show_alikes()
            return False
        return True

    def _end(self) -> None:
        self._saving = False
        self._save.setEnabled(True)

    def _not_saved(self, problem: Problem) -> None:
        self._end()
        self._desk.tell(problem)

    def _saved(self, row: PatientRow) -> None:
        self._end()
        claim = claims.saved_person(name_of(row), row.number or row.public_id, self._look.words)
        self._desk.toast.say(claim.text, lambda: self._take_back(row), claim.status)
        self.clear()
        self.registered.emit(row.uuid)

    def _take_back(self, row: PatientRow) -> None:
        def said(_: object) -> None:
            self._desk.toast.say(self._look.words("desk.undone"))

        self._desk.write(self, lambda unit: patients.forget(unit, row.uuid)).then(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc clears; while a webcam or a phone's code is on, Esc puts it away and clears nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape and self.photo.is_waiting:
            self.photo.stop()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
