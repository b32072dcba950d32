"""What is typed as an age is read, or asked about; it is never guessed."""

from datetime import date

import pytest

from workstation.gui.patients.age import read_age

TODAY = date(2026, 11, 21)
READ = [
    ("62", 1964, "062Y", "1964"),
    ("62y", 1964, "062Y", "1964"),
    ("62 years", 1964, "062Y", "1964"),
    ("3m", 2026, "003M", "2026"),
    ("10w", 2026, "010W", "2026"),
    ("20d", 2026, "020D", "2026"),
    ("1964", 1964, "", "62"),
    ("٦٢", 1964, "062Y", "1964"),
    ("१९६४", 1964, "", "62"),
]


@pytest.mark.hazard("HZ-30")
@pytest.mark.parametrize(("text", "year", "dicom", "hint"), READ, ids=[row[0] for row in READ])
def test_an_age_with_its_unit_is_read(text: str, year: int, dicom: str, hint: str) -> None:
    age = read_age(text, TODAY)

    assert (age.birth_year, age.dicom, age.value, age.is_read) == (year, dicom, hint, True)


@pytest.mark.hazard("HZ-25")
def test_a_birth_date_has_one_order() -> None:
    age = read_age("1964-04-03", TODAY)

    assert age.birth_date == date(1964, 4, 3)
    assert age.value == "62"


@pytest.mark.hazard("HZ-25")
@pytest.mark.parametrize(
    "text",
    [
        "03/04/1961",
        "13/04/1961",
        "6/12",
        "0",
        "3",
        "121",
        "2081",
        "2507",
        "1403",
        "1905",
        "1964-13-01",
        "old",
        "130y",
        "1.2",
    ],
)
def test_what_could_be_two_things_is_asked_and_stores_nothing(text: str) -> None:
    age = read_age(text, TODAY)

    assert not age.is_read
    assert (age.birth_year, age.birth_date, age.dicom) == (None, None, "")


def test_nothing_typed_is_nothing_asked() -> None:
    assert read_age("  ", TODAY).is_read


@pytest.mark.hazard("HZ-30")
@pytest.mark.parametrize("text", ["0", "3", "4"])
def test_a_small_number_alone_may_be_a_babys_and_its_unit_is_asked_for(text: str) -> None:
    assert read_age(text, TODAY).key == "age.ask-unit"


@pytest.mark.hazard("HZ-25")
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/1961", (date(1961, 4, 3), date(1961, 3, 4))),
        ("3.4.1961", (date(1961, 4, 3), date(1961, 3, 4))),
        ("13/04/1961", (date(1961, 4, 13),)),
        ("04/04/1961", (date(1961, 4, 4),)),
        ("31/31/1961", ()),
        ("03/04/2081", ()),
    ],
)
def test_a_date_in_any_order_is_shown_back_as_the_days_it_can_be(text: str, days: tuple[date, ...]) -> None:
    age = read_age(text, TODAY)
    assert age.choices == days
    assert not age.is_read
