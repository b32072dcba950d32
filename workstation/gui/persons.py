"""A person and a day in a few words, the same on every page. Decides nothing."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from resources.store.rows import PatientRow
from workstation.gui.words import Words


def name_of(patient: PatientRow) -> str:
    """The name as people say it; the native one where there is no other."""
    return patient.name or patient.details.native_name


def age_sex(patient: PatientRow, today: date, words: Words) -> str:
    """ "62 F"."""
    age, sex = patient.age(today), patient.details.sex
    said = ["" if age is None else words.value(age), words(f"person.sex-{sex}") if sex else ""]
    return " ".join(part for part in said if part)


def day_of(day: date, words: Words) -> str:
    """ "11 Feb 2025": people see the month as a word (HZ-25)."""
    locale = QLocale(words.language)
    return locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
