"""HZ-30: a baby's age has its unit, is counted since conception where it was born too early, and its examination is a day."""

from datetime import date

import pytest
from support.stations import Clock, a_header, a_store, lakshmi

from resources.store import examinations, filing, patients
from resources.store.examinations import GESTATION, WEIGHT
from resources.store.rows import Arrival, PatientRow
from resources.store.vault import Blob
from resources.terms import Origin
from resources.wire.prematurity import USUAL, FirstExamination, Weight, read_gestation, read_weight, since_conception
from workstation.gui.patients.age import read_age
from workstation.gui.people_text import age_text
from workstation.gui.words import LANGUAGES, Words

pytestmark = pytest.mark.hazard("HZ-30")
TODAY, BORN = date(2026, 11, 21), date(2026, 10, 1)
AT_28W3D = 28 * 7 + 3


@pytest.mark.parametrize(
    ("text", "dicom"), [("62", "062Y"), ("3m", "003M"), ("10w", "010W"), ("20d", "020D"), ("1964", "")]
)
def test_each_unit_is_read(text: str, dicom: str) -> None:
    assert (read_age(text, TODAY).dicom, read_age(text, TODAY).is_read) == (dicom, True)


@pytest.mark.parametrize("text", ["0", "6/12", "3"])
def test_what_could_be_a_babys_is_asked(text: str) -> None:
    assert not read_age(text, TODAY).is_read


def test_a_baby_is_counted_since_conception() -> None:
    assert since_conception(BORN, AT_28W3D, TODAY) == (35, 5)


def test_the_first_examination_is_the_later_of_two_days() -> None:
    assert USUAL.due(BORN, AT_28W3D) == date(2026, 10, 29)
    assert USUAL.due(BORN, 24 * 7) == date(2026, 11, 19)
    assert FirstExamination(at_weeks=31, after_weeks=2).due(BORN, AT_28W3D) == date(2026, 10, 19)


@pytest.mark.parametrize(
    ("text", "days"),
    [("28w3d", AT_28W3D), ("28+3", AT_28W3D), ("28W", 196), ("28w 3", AT_28W3D), ("28", None), ("28w7d", None), ("19w", None),
     ("45w", None), ("w3", None), ("", None)],
)  # fmt: skip
def test_weeks_at_birth_are_read_with_their_unit_or_not_at_all(text: str, days: int | None) -> None:
    assert read_gestation(text) == days


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("1200", Weight(1200, is_sure=True)),
        ("950 g", Weight(950, is_sure=True)),
        ("1.2", Weight(1200, is_sure=False)),
        ("1,2", Weight(1200, is_sure=False)),
        ("1.2 kg", Weight(1200, is_sure=True)),
        ("12", None),
        ("9000", None),
        ("heavy", None),
        ("", None),
    ],
)
def test_a_weight_that_may_be_kilograms_is_a_question(text: str, weight: Weight | None) -> None:
    assert read_weight(text) == weight


@pytest.fixture
def nursery(tmp_path):
    store = a_store(tmp_path, clock=Clock())
    yield store
    store.close()


def a_baby(store, born: date = BORN, name: str = "Baby") -> PatientRow:
    with store.write(Origin.PERSON) as unit:
        extra = {GESTATION: AT_28W3D, WEIGHT: 1200}
        return patients.register(
            unit, lakshmi(given_name=name, birth_date=born, birth_year=None, extra=extra, phone="90000 41171")
        )


def late(store, year: int, month: int, day: int) -> list[tuple[str, int]]:
    store.clock.now = store.clock.now.replace(year=year, month=month, day=day)
    with store.read() as unit:
        return [(one.patient.details.given_name, one.days) for one in examinations.overdue(unit, USUAL)]


def test_a_baby_who_was_not_seen_is_first_on_the_list_on_the_day_after(nursery) -> None:
    a_baby(nursery, date(2026, 10, 20), "Younger")
    a_baby(nursery)
    with nursery.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    assert late(nursery, 2026, 10, 29) == []
    assert late(nursery, 2026, 10, 30) == [("Baby", 1)]
    assert late(nursery, 2026, 11, 21) == [("Baby", 23), ("Younger", 4)]


def photographed(store, baby: PatientRow, number: int) -> None:
    header = a_header(patient_id=baby.number or "", name="Devi^Baby", sex="F", study=number)
    with store.write(Origin.CAMERA) as unit:
        filed = filing.file_instance(unit, header, Blob(f"{number}" * 64, "e" * 64, 9), Arrival(Origin.CAMERA, "CAM1"))
    assert filed.patient_uuid == baby.uuid


def set_next(store, baby: PatientRow, day: date | None):
    with store.write(Origin.PERSON) as unit:
        return examinations.plan(unit, baby.uuid, day)


def test_a_picture_and_a_next_day_take_a_baby_off_the_list_until_that_day_is_over(nursery) -> None:
    baby = a_baby(nursery)
    assert late(nursery, 2026, 10, 30) == [("Baby", 1)]
    photographed(nursery, baby, 1)
    with nursery.read() as unit:
        assert [(one.due, one.days) for one in examinations.overdue(unit, USUAL)] == [(None, 0)]
    set_next(nursery, baby, date(2026, 11, 13))
    assert late(nursery, 2026, 11, 13) == []
    assert late(nursery, 2026, 11, 15) == [("Baby", 2)]
    photographed(nursery, baby, 2)
    with nursery.read() as unit:
        assert [one.due for one in examinations.overdue(unit, USUAL)] == [None]  # and now again nobody said when


def test_however_many_babies_there_are_the_last_one_is_on_the_list(nursery) -> None:
    with nursery.write(Origin.PERSON, "grace") as unit:
        extra = {GESTATION: AT_28W3D, WEIGHT: 1200}
        first = lakshmi(given_name="Older", birth_date=BORN, birth_year=None, extra=extra)
        for _ in range(1000):
            patients.register(unit, first)
    a_baby(nursery, name="Last")
    assert "Last" in [name for name, _ in late(nursery, 2026, 10, 30)]


def test_only_a_person_ends_it_and_that_can_be_taken_back(nursery) -> None:
    baby = a_baby(nursery)
    set_next(nursery, baby, date(2026, 11, 22))
    kept = set_next(nursery, baby, None)
    assert late(nursery, 2027, 1, 1) == []
    with nursery.write(Origin.PERSON) as unit:
        examinations.put_back(unit, baby.uuid, kept)
        row = patients.find(unit, baby.uuid)
    assert row.details.extra[examinations.NEXT] == "2026-11-22"
    assert late(nursery, 2026, 11, 23) == [("Baby", 1)]
    with nursery.write(Origin.PERSON) as unit:
        examinations.put_back(unit, baby.uuid, {})
        row = patients.find(unit, baby.uuid)
    assert dict(row.details.extra) == {GESTATION: AT_28W3D, WEIGHT: 1200}
    assert examinations.due_of(row, USUAL) == date(2026, 10, 29)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_counts_since_conception_and_then_in_a_babys_units(nursery, language: str) -> None:
    baby, words = a_baby(nursery), Words(language)
    assert age_text(baby, TODAY, words) == words("newborn.age", weeks=35, days=5)
    assert age_text(baby, date(2028, 10, 2), words) == words.digits("2")
    with nursery.write(Origin.PERSON) as unit:
        full_term = patients.register(unit, lakshmi(birth_date=BORN, birth_year=None))
    assert age_text(full_term, TODAY, words) == words("age.weeks", value=words.digits("7"))
