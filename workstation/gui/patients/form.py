"""The registration form: what is asked of a person, in the order of the page. Reads its fields; stores nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from resources.store.rows import PatientDetails
from workstation.gui.patients.age import Age, read_age
from workstation.gui.patients.newborn import NewbornFields
from workstation.gui.people_text import day_text
from workstation.gui.style.buttons import Button, Segments
from workstation.gui.style.checks import Check
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.layouts import empty
from workstation.gui.style.look import Look

SHORT_PHONE = 7


class PersonForm(QWidget):
    """Given, family and native name, sex, age, village, phone, consent."""

    changed = Signal()

    def __init__(self, look: Look, today: date, *, is_for_babies: bool = False) -> None:
        """Empty. ``today`` is the camp's day; ``is_for_babies`` asks for all that their next examination depends on (HZ-30)."""
        super().__init__()
        self.newborn = NewbornFields(look) if is_for_babies else None
        self._look, self.today = look, today
        words = look.words
        self.given, self.family, self.native = HintedEdit(look), HintedEdit(look), HintedEdit(look)
        self.age, self.village, self.phone = HintedEdit(look), HintedEdit(look), HintedEdit(look)
        self.sex = Segments(look, [("F", words("sex.female")), ("M", words("sex.male")), ("O", words("sex.other"))])
        self.consent = Check(look, words("register.consent"))
        self._name_field = FormField(look, words("register.given"), self.given)
        self._age_field = FormField(look, words("register.age"), self.age)
        self._phone_field = FormField(look, words("register.phone"), self.phone)
        self.dates = QWidget()
        self._dates = QHBoxLayout(self.dates)
        self._dates.setContentsMargins(0, 0, 0, 0)
        self._offered: tuple[date, ...] = ()
        self.dates.hide()
        self._villages = QStringListModel(self)
        self._complete_villages()
        self._lay_out()
        for edit in (self.given, self.family, self.native, self.village, self.phone, self.age):
            edit.textChanged.connect(self._edited)
        self.sex.chosen.connect(self._edited)

    def _complete_villages(self) -> None:
        completer = QCompleter(self._villages, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)  # a pop-up would take the keyboard
        self.village.setCompleter(completer)

    def _lay_out(self) -> None:
        words, look = self._look.words, self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(_row(self._name_field, FormField(look, words("register.family"), self.family)))
        column.addWidget(FormField(look, words("register.native"), self.native, aside=words("optional")))
        column.addLayout(_row(FormField(look, words("register.sex"), self.sex), self._age_field, shares=(21, 10)))
        column.addWidget(self.dates)
        if self.newborn is not None:
            column.addWidget(self.newborn)
            self.newborn.changed.connect(self.changed)
        column.addLayout(_row(FormField(look, words("register.village"), self.village), self._phone_field))
        column.addWidget(self.consent)
        column.addStretch(1)

    def offer_villages(self, villages: Iterable[str]) -> None:
        """What may be completed in the village field."""
        self._villages.setStringList(sorted(set(villages)))

    def _edited(self) -> None:
        self._look_at_age()
        digits = [char for char in self.phone.text() if char.isdigit()]
        words = self._look.words
        short = bool(self.phone.text().strip()) and len(digits) < SHORT_PHONE
        if short and not self.phone.hasFocus():
            self._phone_field.doubt(words("register.phone-short"), words("register.anyway"))
        else:
            self._phone_field.doubt("")
        self._name_field.doubt("")
        self.changed.emit()

    def doubt_phone(self) -> None:
        """Look at the phone again, after it was left."""
        self._edited()

    def _look_at_age(self) -> None:
        age, words = self.read_age(), self._look.words
        self._offer_dates(age.choices)
        if age.is_read:
            said = words(age.key, value=words.digits(age.value)) if age.key else ""
            self.age.show_hint(said)
            self._age_field.doubt("")
            return
        self.age.show_hint("")

    def _offer_dates(self, choices: tuple[date, ...]) -> None:
        """What was typed, shown back with its month as a word, to choose from (HZ-25)."""
        if choices == self._offered:
            return
        self._offered = choices
        empty(self._dates)
        for day in choices:
            button = Button(self._look, day_text(day, self._look.words))
            button.clicked.connect(lambda _=False, day=day: self.age.setText(day.isoformat()))
            self._dates.addWidget(button, 1)
        self.dates.setVisible(bool(choices))

    def read_age(self) -> Age:
        """What the age field says now."""
        return read_age(self.age.text(), self.today)

    def texts(self) -> tuple[HintedEdit, ...]:
        """The fields into which a scanner may have typed."""
        return self.given, self.family, self.native, self.village

    def details(self) -> PatientDetails:
        """The fields as they are now; an age that is a question is left out."""
        age = self.read_age()
        return PatientDetails(
            family_name=self.family.text().strip(),
            given_name=self.given.text().strip(),
            native_name=self.native.text().strip(),
            sex=str(self.sex.value or ""),
            birth_date=age.birth_date,
            birth_year=age.birth_year,
            village=self.village.text().strip(),
            phone=self.phone.text().strip(),
            consent=True if self.consent.isChecked() else None,
            extra=self._extra(age),
        )

    def _extra(self, age: Age) -> dict[str, Any]:
        said = {"age": age.dicom, "age_on": self.today.isoformat()} if age.dicom else {}
        return said | (self.newborn.facts() if self.newborn is not None else {})

    def question(self) -> QWidget | None:
        """The field that must be looked at before anything is stored, with its sentence said; ``None`` when all is well."""
        words = self._look.words
        if not (self.given.text().strip() or self.family.text().strip() or self.native.text().strip()):
            self._name_field.doubt(words("register.nameless"))
            return self.given
        age = self.read_age()
        if not age.is_read:
            self._age_field.doubt(words(age.key))
            return self.age
        return self._question_of_a_baby(age) if self.newborn is not None else None

    def _question_of_a_baby(self, age: Age) -> QWidget | None:
        if age.birth_date is None:
            self._age_field.doubt(self._look.words("newborn.ask-birth-date", day=self.today.isoformat()))
            return self.age
        return self.newborn.question() if self.newborn is not None else None

    def clear(self) -> None:
        """For the next person."""
        for edit in (self.given, self.family, self.native, self.age, self.village, self.phone):
            edit.clear()
        if self.newborn is not None:
            self.newborn.clear()
        self.sex.choose(None)
        self.consent.setChecked(False)
        for field in (self._name_field, self._age_field, self._phone_field):
            field.doubt("")
        self.given.setFocus()


def _row(first: QWidget, second: QWidget, *, shares: tuple[int, int] = (1, 1)) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(first, shares[0], Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, shares[1], Qt.AlignmentFlag.AlignTop)
    return row
