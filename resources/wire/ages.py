"""An age as DICOM writes it, with its unit (AS, PS3.5 6.2; hazard HZ-30): a baby's in days, weeks or months."""

from datetime import date

_WEEK = 7


def age_of(born: date | None, birth_year: int | None, today: date) -> str:
    """``020D`` below four weeks, ``010W`` below three months, ``014M`` below two years, else ``062Y``; empty where unknown.

    From a year alone the age is in years, and may be one too many.
    """
    if born is None:
        years = today.year - birth_year if birth_year else -1
        return f"{years:03d}Y" if 0 <= years < 1000 else ""
    days = (today - born).days
    if days < 0:
        return ""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if days < 4 * _WEEK:
        return f"{days:03d}D"
    if months < 3:
        return f"{days // _WEEK:03d}W"
    return f"{months:03d}M" if months < 24 else f"{months // 12:03d}Y"
