"""HZ-25: the third of April stays the third of April on every wire, and nobody swaps day and month."""

import random
from datetime import date, timedelta

import pytest

from resources.problems import Invalid
from resources.wire.dates import date_of, iso_date, month_first, month_first_text
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_see_the_month_as_a_word(language: str) -> None:
    assert MONTHS[language][3] in day_text(date(1961, 4, 3), Words(language))
