"""How a person is written in one line: "58 F", "born about 1964". Pure, in every language."""

from datetime import date, datetime, tzinfo

from resources.store.examinations import gestation_of
from resources.store.rows import PatientRow
from resources.wire.ages import age_of
from resources.wire.prematurity import since_conception
from workstation.gui.words import Words

YEAR = 365
"""Days of a first year, in which a baby born too early is counted since conception."""
UNITS = {"M": "age.months", "W": "age.weeks", "D": "age.days"}
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "hi": ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"],
}
DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "hi": ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"],
}


def name_of(patient: PatientRow) -> str:
    """Given and family name, or the name in the own script, or the number."""
    return patient.name or patient.details.native_name or patient.number or patient.public_id


def age_sex(patient: PatientRow, today: date, words: Words) -> str:
    """ "62 F"; the unit where it is not years."""
    sex = words(f"sex.{patient.details.sex}") if patient.details.sex else ""
    said = (age_text(patient, today, words), sex)
    return words.join(said) if gestation_of(patient) is not None else " ".join(part for part in said if part)


def age_text(patient: PatientRow, today: date, words: Words) -> str:
    """Years as a number; a baby's age with its unit, since conception where it was born too early (HZ-30)."""
    born, gestation = patient.details.birth_date, gestation_of(patient)
    if born is not None and gestation is not None and 0 <= (today - born).days < YEAR:
        weeks, days = since_conception(born, gestation, today)
        return words("newborn.age", weeks=weeks, days=days)
    if born is not None and (exact := age_of(born, None, today))[-1:] in UNITS:
        return words(UNITS[exact[-1]], value=words.digits(str(int(exact[:-1]))))
    stated = str(patient.details.extra.get("age", ""))
    if stated[-1:] in UNITS and stated[:-1].isdigit() and not patient.details.birth_date:
        return words(UNITS[stated[-1]], value=words.digits(str(int(stated[:-1]))))
    years = patient.age(today)
    return "" if years is None else words.digits(str(years))


def born(patient: PatientRow, words: Words) -> str:
    """With the month as a word where the day is known (HZ-25)."""
    if patient.details.birth_date:
        return words("patient.born", date=day_text(patient.details.birth_date, words))
    if patient.details.birth_year:
        return words("patient.born-about", year=words.digits(str(patient.details.birth_year)))
    return ""


def day_text(day: date, words: Words, *, weekday: bool = False, year: bool = True) -> str:
    """ "Saturday 21 November" or "11 February 2025": the month is always a word."""
    parts = [words.digits(str(day.day)), MONTHS[words.language][day.month - 1]]
    if year:
        parts.append(words.digits(str(day.year)))
    date_alone = (" de " if words.language == "es" else " ").join(parts)
    return f"{DAYS[words.language][day.weekday()]} {date_alone}" if weekday else date_alone


def time_text(moment: datetime, zone: tzinfo, words: Words) -> str:
    """10:58 in the camp's zone."""
    return words.island(words.digits(moment.astimezone(zone).strftime("%H:%M")))


def waited(since: datetime, now: datetime, words: Words) -> str:
    """ "12 min", "2 h"; nothing for a clock that went back."""
    minutes = int((now - since).total_seconds() // 60)
    if minutes < 0:
        return ""
    return words("today.minutes", n=minutes) if minutes < 120 else words("today.hours", n=minutes // 60)
