"""Whose picture may it be: a table of evidence and the faces it brings, best first. Nothing is ever filed by it."""

from datetime import UTC, datetime, timedelta

import pytest

from resources.store.numbers import make
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Unmatched
from resources.wire.header import Identity
from workstation.gui.inbox.suggestions import AtCamera, Candidate, Evidence, clear_first, suggest
from workstation.gui.words import LANGUAGES, TEXTS, Words

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def minutes(n):
    return NOON + timedelta(minutes=n)


def person(pk, given, family, *, sex="F", year=1964, native=""):
    details = PatientDetails(family_name=family, given_name=given, native_name=native, sex=sex, birth_year=year)
    return PatientRow(pk, f"uuid-{pk}", str(10000 + pk), make("C7", "A", pk), details, 1, NOON, NOON)


KHADIJA, FATIMA, LAKSHMI = person(42, "Khadija", "Noor"), person(43, "Fatima", "Begum"), person(44, "Lakshmi", "Devi")


def found(candidates, *, sender="CAM1", at=NOON, came=None, language="en", **identity):
    moments = (at, came or at)
    made = suggest(
        Evidence(sender, moments, Identity(**identity)), candidates, Words(language), UTC, cameras={"CAM1": "Camera 1"}
    )
    return [(one.patient.name, one.reason, one.doubt) for one in made]


@pytest.mark.parametrize(
    ("candidate", "said", "reason"),
    [
        (Candidate(KHADIJA, (AtCamera("CAM1", minutes(-1)),)), {}, "At Camera 1 since 11:59"),
        (Candidate(KHADIJA, (AtCamera("CAM1", minutes(-3), minutes(2)),)), {}, "At Camera 1 from 11:57 to 12:02"),
        (Candidate(KHADIJA, (AtCamera("CAM1", minutes(-9), minutes(-4)),)), {}, "At Camera 1 until 11:56"),
        (Candidate(KHADIJA, (AtCamera("", minutes(-1)),)), {}, "At Camera 1 since 11:59"),
        (Candidate(KHADIJA), {"patient_id": "c7a000427"}, "The camera says C7A-00042-7"),
        (Candidate(KHADIJA), {"patient_id": "42"}, "The camera says 42, the short number of this card"),
        (Candidate(KHADIJA), {"patient_id": "000427"}, "The camera says 000427, the short number of this card"),
        (Candidate(KHADIJA), {"patient_id": "phelcom_42"}, "The camera says phelcom_42, the short number of this card"),
        (Candidate(KHADIJA), {"name": "NOOR^KHADIJA"}, "The camera says this name"),
        (Candidate(LAKSHMI), {"name": "Devi^Laxmi"}, "The camera says “Devi Laxmi”"),
        (Candidate(KHADIJA, waiting_since=minutes(-90)), {}, "Waiting since 10:30, not pictured yet"),
    ],
)
def test_each_reason_is_said(candidate, said, reason):
    assert found([candidate], **said) == [(candidate.patient.name, reason, "")]


@pytest.mark.hazard("HZ-20")
@pytest.mark.parametrize(
    ("candidate", "said"),
    [
        (Candidate(KHADIJA), {}),
        (Candidate(KHADIJA), {"patient_id": "1"}),
        (Candidate(KHADIJA), {"patient_id": "C7A-00043-1"}),
        (Candidate(KHADIJA), {"name": "Kumar^Ramesh"}),
        (Candidate(KHADIJA, (AtCamera("CAM2", minutes(-1)),)), {}),
        (Candidate(KHADIJA, (AtCamera("CAM1", minutes(-60), minutes(-40)),)), {}),
        (Candidate(KHADIJA, (AtCamera("CAM1", minutes(5)),)), {}),
        (Candidate(KHADIJA, waiting_since=minutes(-5), pictures=("a picture",)), {}),
    ],
)
def test_whoever_nothing_speaks_for_is_not_suggested(candidate, said):
    assert found([candidate], **said) == []


def test_the_person_at_the_camera_comes_before_a_number_and_a_number_before_a_name():
    at, named, numbered = Candidate(FATIMA, (AtCamera("CAM1", minutes(-1)),)), Candidate(LAKSHMI), Candidate(KHADIJA)
    names = [name for name, _, _ in found([named, numbered, at], patient_id="C7A-00042-7", name="Devi^Lakshmi")]
    assert names == ["Fatima Begum", "Khadija Noor", "Lakshmi Devi"]


def test_two_reasons_are_said_together():
    both = Candidate(KHADIJA, (AtCamera("CAM1", minutes(-1)),))
    ((_, reason, _),) = found([both], patient_id="C7A-00042-7")
    assert reason == "At Camera 1 since 11:59 · The camera says C7A-00042-7"


@pytest.mark.hazard("HZ-20")
def test_what_speaks_against_somebody_is_said_and_takes_the_first_place_away():
    made = suggest(
        Evidence("CAM1", (NOON,), Identity(patient_id="C7A-00042-7", sex="M")), [Candidate(KHADIJA)], Words(), UTC
    )
    assert made[0].doubt == "but another sex"
    assert clear_first(made) is None


def test_when_the_camera_says_one_and_another_was_there_neither_is_first():
    both = [Candidate(KHADIJA), Candidate(FATIMA, (AtCamera("CAM1", minutes(-1)),))]
    made = suggest(Evidence("CAM1", (NOON,), Identity(patient_id="C7A-00042-7")), both, Words(), UTC)
    assert len(made) == 2 and clear_first(made) is None
    assert clear_first(made[:1]) is made[0]


def test_a_camera_clock_that_is_fast_still_finds_who_was_there_when_it_came():
    stay = Candidate(KHADIJA, (AtCamera("CAM1", minutes(-2), minutes(2)),))
    assert found([stay], at=minutes(37), came=NOON)[0][1] == "At Camera 1 from 11:58 to 12:02"


def test_at_most_three_faces():
    people = [Candidate(person(n, "A", f"B{n}"), waiting_since=minutes(-n)) for n in range(1, 9)]
    assert len(found(people)) == 3


def test_every_reason_to_wait_has_its_sentence_in_every_language():
    for reason in Unmatched:
        said = {Words(language)(f"why.{reason.value}") for language in LANGUAGES}
        assert len(said) == len(LANGUAGES)
    for doubt in (Unmatched.OTHER_SEX, Unmatched.OTHER_BIRTH_YEAR, Unmatched.OTHER_NAME):
        assert f"but.{doubt.value}" in TEXTS
