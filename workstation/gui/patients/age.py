"""What was typed into "Age or birth year", read without guessing. Pure.

62 and 62y are years, 3m months, 10w weeks, 20d days, 1964 a birth year, 1964-04-03 a birth date. Anything that could
be two things, or a year of another calendar, is asked about and stores nothing (HZ-25, HZ-30): 03/04/1961 is the third of
April or the fourth of March, and 3 alone is weeks, months or years.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from resources.wire.ages import age_of

OLDEST = 120
SMALL = 5
"""Below it a number alone may be a baby's: its unit is asked for."""
UNITS = {"y": "Y", "m": "M", "w": "W", "d": "D"}
NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
DAYS = {"D": 1, "W": 7, "M": 30.4375, "Y": 365.25}
MOST = {"D": 99, "W": 99, "M": 99, "Y": OLDEST}


@dataclass(frozen=True)
class Age:
    """What it means. ``key`` and ``value`` are the hint in the field's end; ``dicom`` is an AS value, PS3.5 6.2."""

    birth_year: int | None = None
    birth_date: date | None = None
    dicom: str = ""
    key: str = ""
    value: str = ""
    choices: tuple[date, ...] = ()
    """The days that it could mean, to choose from with their months as words."""

    @property
    def is_read(self) -> bool:
        """Whether it can be stored: nothing typed can be, a question cannot."""
        return not self.key.startswith("age.ask")


NOTHING = Age()


def read_age(text: str, today: date) -> Age:
    """The age, or a question."""
    said = text.strip().casefold().translate(str.maketrans("٠١٢٣٤٥٦٧٨٩०१२३४५६७८९", "01234567890123456789"))
    if not said:
        return NOTHING
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", said):
        return _on(found, today)
    if found := re.fullmatch(r"(\d{1,3})\s*([ymwd])(?:ears?|rs?|onths?|eeks?|ays?)?", said):
        return _aged(int(found[1]), UNITS[found[2]], today)
    if found := re.fullmatch(r"\d{4}", said):
        return _born_in(int(said), today)
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", said):
        return _either((int(found[1]), int(found[2])), int(found[3]), today)
    return _alone(said, today)


def _alone(said: str, today: date) -> Age:
    """A number without a unit, or nothing that can be read."""
    if re.fullmatch(r"\d{1,3}", said) and SMALL <= int(said) <= OLDEST:
        return _aged(int(said), "Y", today)
    return Age(key="age.ask-unit" if said.isdecimal() and int(said) < SMALL else "age.ask")


def _either(numbers: tuple[int, int], year: int, today: date) -> Age:
    """Day first or month first: never chosen here, also where only one of them is a day (hazards.md section 3, 13)."""
    days = []
    for day, month in (numbers, numbers[::-1]):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    possible = tuple(dict.fromkeys(day for day in days if today.year - OLDEST <= day.year and day <= today))
    return Age(key="age.ask-which" if possible else "age.ask-calendar" if days else "age.ask", choices=possible)


def _on(found: re.Match[str], today: date) -> Age:
    try:
        born = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return Age(key="age.ask")
    if born > today or born.year < today.year - OLDEST:
        return Age(key="age.ask-calendar")
    exact = age_of(born, None, today)
    return Age(birth_date=born, key=f"age.{NAMES[exact[-1]]}", value=str(int(exact[:-1])))


def _born_in(year: int, today: date) -> Age:
    if not today.year - OLDEST <= year <= today.year:
        return Age(key="age.ask-calendar")
    return Age(birth_year=year, key="age.years", value=str(today.year - year))


def _aged(number: int, unit: str, today: date) -> Age:
    if not 0 < number <= MOST[unit]:
        return Age(key="age.ask-unit")
    born = today - timedelta(days=round(number * DAYS[unit]))
    year = today.year - number if unit == "Y" else born.year
    return Age(birth_year=year, dicom=f"{number:03}{unit}", key="age.about", value=str(year))
