"""Somebody who was here before is found under another spelling, in another script, with a rough age (hazard HZ-08).

``EYECAMP_PEOPLE`` is how many people there are (CI 4,000; 20,000 for the programme's figure). Times are said, never judged.
"""

import logging
import os
import random
import time
from collections.abc import Callable

import pytest
from support.district import a_district, written_again

from resources.store.rows import PatientDetails, PatientRow
from resources.wire.namesound import bones, sounds
from workstation.gui.patients.crowd import Crowd, known
from workstation.gui.patients.look_alikes import MOST, look_alikes

log = logging.getLogger(__name__)
pytestmark = pytest.mark.hazard("HZ-08")
PEOPLE = int(os.environ.get("EYECAMP_PEOPLE", "4000"))
AGAIN = 200
YEAR = 2026


@pytest.mark.parametrize(
    "spellings",
    [
        "Lakshmi Laxmi Laksmi लक्ष्मी",
        "Sita Seeta Sitha सीता",
        "Ajay Ajai अजय",
        "Krishna Krishnaa कृष्ण",
        "Sergei Sergey Сергей",
        "Sunita Suneeta Sunitha सुनीता",
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: str) -> None:
    assert len({tuple(sounds(name)) for name in spellings.split()}) == 1


@pytest.mark.parametrize("spellings", ["Mohammed Muhammad محمد", "Fatima Fathima فاطمة", "Zainab Zeinab زينب"])
def test_a_name_that_is_written_without_vowels_has_the_same_bones(spellings: str) -> None:
    assert len({bones(sounds(name)[0]) for name in spellings.split()}) == 1


def test_other_names_sound_otherwise() -> None:
    others = ["Lakshman", "Lata", "Mahmud", "Sara", "Ajit", "Kiran"]
    names = ["Lakshmi", "Mohammed", "Sita", "Ajay", "Krishna"]
    assert not {tuple(sounds(one)) for one in others} & {tuple(sounds(one)) for one in names}


def test_a_script_that_we_do_not_read_stays_as_it_is() -> None:
    assert sounds("田中 太郎") == ["田中", "太郎"]
    assert sounds("") == sounds("- ") == []


@pytest.fixture(scope="module")
def district() -> tuple[list[PatientRow], Crowd]:
    people = a_district(PEOPLE)
    crowd = Crowd(known(one) for one in people)
    look_alikes(PatientDetails(given_name="Lakshmi"), crowd, YEAR)  # the crowd is put in order once
    return people, crowd


def test_who_was_here_before_is_among_the_first_three(
    district: tuple[list[PatientRow], Crowd], record_property: Callable[[str, object], None]
) -> None:
    (people, crowd), rng = district, random.Random(2)
    missed, asked, times = [], 0, []
    for row in rng.sample(people, AGAIN):
        new = written_again(row, rng)
        begun = time.perf_counter()
        found = look_alikes(new, crowd, YEAR)
        times.append(time.perf_counter() - begun)
        assert len(found) <= MOST <= 5
        if row.uuid not in [one.patient.uuid for one in found]:
            missed.append((row.details[:3], new[:3]))
        asked += any(one.is_likely and one.patient.uuid == row.uuid for one in found)
    worst, middle = max(times) * 1000, sorted(times)[AGAIN // 2] * 1000
    share = f"{1 - len(missed) / AGAIN:.1%} found, {asked / AGAIN:.1%} asked about"
    log.info("%d people: %s; %.0f ms in the middle, %.0f at worst", PEOPLE, share, middle, worst)
    record_property("found", share)

    assert len(missed) <= AGAIN * 0.05, missed
    assert asked >= AGAIN * 0.85


def test_few_new_people_are_asked_about(district: tuple[list[PatientRow], Crowd]) -> None:
    """A question that is asked of everybody is not read (HZ-11)."""
    strangers = a_district(AGAIN, seed=99)
    asked = sum(any(one.is_likely for one in look_alikes(new.details, district[1], YEAR)) for new in strangers)
    log.info("%d people: %.1f %% of new ones are asked about", PEOPLE, 100 * asked / AGAIN)

    assert asked <= AGAIN * 0.10
