"""HZ-25: the third of April stays the third of April on every wire, and nobody swaps day and month."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.stations import a_store, lakshmi

from resources.problems import Invalid
from resources.store import patients
from resources.store.matching import contradiction
from resources.terms import Origin, Unmatched
from resources.wire.dates import date_of, iso_date, month_first, month_first_text
from resources.wire.header import Identity
from workstation.gui.patients.age import read_age
from workstation.gui.people_text import MONTHS, day_text
from workstation.gui.words import LANGUAGES, Words

pytestmark = pytest.mark.hazard("HZ-25")
TODAY = date(2026, 11, 21)


def test_each_surface_has_one_order() -> None:
    assert month_first("03/04/1961") == date(1961, 3, 4)
    assert iso_date("1961-04-03") == date(1961, 4, 3)
    assert date_of("19610403") == date(1961, 4, 3)
    with pytest.raises(Invalid):
        month_first("13/04/1961")
    assert not read_age("03/04/1961", TODAY).is_read


def test_a_thousand_days_come_back_from_every_wire_as_they_went() -> None:
    rng = random.Random(25)
    for _ in range(1000):
        day = TODAY - timedelta(days=rng.randrange(1, 110 * 365))
        typed = read_age(day.isoformat(), TODAY).birth_date
        assert typed == day
        assert month_first(month_first_text(typed)) == day
        assert iso_date(typed.isoformat()) == day
        assert date_of(typed.strftime("%Y%m%d")) == day


@pytest.mark.parametrize(
    "said",
    ["19610403", "19610304", "1961.04.03", "1961-04-03", "1961-4-3", "03041961", "04031961", "03/04/1961", "4.3.1961",
     "1961", "196104"],
)  # fmt: skip
def test_of_a_cameras_birth_date_in_any_order_only_the_year_is_read(said: str, tmp_path: Path) -> None:
    """The year is the same in every order; which of the others is the month is nobody's to guess."""
    store = a_store(tmp_path)
    with store.write(Origin.PERSON) as unit:
        born_then, much_later = (patients.register(unit, lakshmi(birth_year=year)) for year in (1961, 1971))
    store.close()
    assert contradiction(Identity(birth_date=said), born_then) is None
    assert contradiction(Identity(birth_date=said), much_later) is Unmatched.OTHER_BIRTH_YEAR


@pytest.mark.parametrize("said", ["", "old", "03/04", "61", "196", "3 April 1961", "00000000x"])
def test_what_holds_no_year_speaks_against_nobody(said: str, tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi(birth_year=1961))
    store.close()
    assert contradiction(Identity(birth_date=said), person) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_see_the_month_as_a_word(language: str) -> None:
    assert MONTHS[language][3] in day_text(date(1961, 4, 3), Words(language))
