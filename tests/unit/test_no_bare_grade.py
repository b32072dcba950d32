"""The rule that the walk over the story goes by finds a grade without its scheme, and takes nothing else for one (HZ-21)."""

import pytest
from support.schemewalk import Heard, Rule, bare_in

from workstation.gui.words import LANGUAGES, Words

pytestmark = pytest.mark.hazard("HZ-21")
RULE = Rule(strangers=("urn:x",))


@pytest.mark.parametrize(
    "text",
    [
        "2", "U", "OD 3", "R3A", "severe", "OD moderate", "Retinopathy: 3", "stage 2", "OD ICDR 2 moderate · OS 1",
        "OD ICDR 2 moderate, macular oedema 1", "M1", "0.80", "Grade 3, Anjali Kumari",
    ],
)  # fmt: skip
def test_a_grade_without_its_scheme_is_found(text):
    assert RULE.bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "ICDR 3 severe", "NHS R3A", "OD ICDR 2 moderate · OD macular oedema ICDR 1 away from centre", "urn:x 2",
        "3 pictures", "08:41", "C7A-00012-3", "Refer within 3 months", "Not finished: right eye", "Saved 2 of 4",
        "OD, Retinopathy · ICDR: 2 Moderate", "CDR 0.80", "62 years, female", "2 waiting",
    ],
)  # fmt: skip
def test_nothing_else_is_taken_for_one(text):
    assert RULE.bare(text) == ""


def test_a_button_with_a_code_on_it_is_read_with_its_name():
    assert RULE.bare("2", "OD, Retinopathy · ICDR: 2 Moderate") == ""
    assert RULE.bare("2", "OD, Retinopathy: 2 Moderate") == "2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_a_scale_is_one_in_every_language(language):
    severe = Words(language)("grade.ICDR.retinopathy.3")
    assert Rule(language).bare(severe) == severe
    assert Rule(language).bare(f"ICDR 3 {severe}") == ""


def test_counts_and_keys_are_no_grades_where_they_are_known_to_stand():
    known = ["Page > count", "Column > Count > QLabel", "LockPage > PinPad > QPushButton"]
    assert Heard([(where, "3", "") for where in known]).bare(RULE) == []
    assert Heard([("InboxPage > Preview > QWidget > KeyButton", "U", "")]).bare(RULE) == []
    elsewhere = [("Page > QLabel", "3", ""), ("InboxPage > Preview > QWidget > KeyButton", "3", "")]
    assert len(Heard(elsewhere).bare(RULE)) == 2
    assert Heard([("Page > count", "OD 3", "")]).bare(RULE) and Heard([("Page > count", "R3A", "")]).bare(RULE)


def test_a_code_in_json_stands_beside_its_scheme():
    coded = {
        "coding": [{"system": "urn:eyecamp:scheme:ICDR", "version": "2003", "code": "2"}],
        "text": "ICDR 2 moderate",
    }
    assert bare_in({"component": [{"code": {"text": "retinopathy"}, "valueCodeableConcept": coded}]}, RULE) == []
    for bare in (
        {"grade": 2}, {"retinopathy": "2"}, {"code": "3"}, {"text": "OD severe"}, {"result": {"code": "0.80"}}, ["R3A"],
    ):  # fmt: skip
        assert bare_in(bare, RULE), bare
    strange = {"system": "urn:eyecamp:scheme:urn:x", "code": "2"}
    assert bare_in({"component": [{"valueCodeableConcept": {"coding": [strange]}}]}, RULE) == []
    assert bare_in({"data": "R3A/" * 200}, RULE) == [] != bare_in({"data": "it is R3A " * 200}, RULE)
    assert bare_in({"patients": 2, "00280010": {"vr": "US", "Value": [2]}, "number": "2"}, RULE) == []
