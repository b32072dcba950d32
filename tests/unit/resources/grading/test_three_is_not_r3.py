"""A grade is scheme, version and code, and nothing turns one scheme into another (HZ-21)."""

import pytest

from resources.grading.outcome import Eye, Presence, Reading, Why, decide
from resources.grading.schemes import ICDR, NHS, SCHEMES, Grade, Outcome, scheme_of

pytestmark = pytest.mark.hazard("HZ-21")
SEVERE = ICDR.blank().saying("retinopathy", "3").saying("macular-oedema", "0")
WELL = ICDR.blank().saying("retinopathy", "0").saying("macular-oedema", "0")


def eye(grade: Grade) -> Eye:
    return Eye(Presence.IMAGED, (Reading(grade),))


def test_every_text_of_a_grade_begins_with_its_scheme():
    for scheme in SCHEMES.values():
        for finding in scheme.findings:
            for code in finding.codes:
                said = scheme.blank().saying(finding.name, code.code).text(finding.name)
                assert said.startswith(f"{scheme.name} {code.code}")
    assert SEVERE.text("retinopathy") == "ICDR 3 severe"
    assert NHS.blank().saying("retinopathy", "R3A").text("retinopathy") == "NHS R3A"


def test_a_digit_of_one_scheme_means_nothing_in_another():
    assert not NHS.knows(NHS.blank().saying("retinopathy", "3"))
    assert not ICDR.knows(ICDR.blank().saying("retinopathy", "R3A"))


@pytest.mark.parametrize("stranger", [Grade("urn:x", "", (("retinopathy", "2"),)), SEVERE._replace(version="2031")])
def test_a_scheme_that_nobody_knows_needs_a_doctor_and_is_shown_as_it_came(stranger):
    decision = decide(eye(WELL), eye(stranger))
    assert decision.outcome is Outcome.DOCTOR
    assert {reason.why for reason in decision.reasons} == {Why.UNKNOWN_SCHEME, Why.TWO_SCHEMES}
    assert scheme_of(stranger) is None
    assert stranger.text("retinopathy") == f"{stranger.scheme} {stranger.get('retinopathy')}"


def test_two_eyes_on_two_scales_need_a_doctor():
    english = NHS.blank().saying("retinopathy", "R0").saying("maculopathy", "M0")
    decision = decide(eye(WELL), eye(english))
    assert (decision.outcome, decision.reasons[0].why) == (Outcome.DOCTOR, Why.TWO_SCHEMES)


def test_the_decision_names_its_rule():
    assert decide(eye(WELL), eye(SEVERE)).rule == "ICDR 2003"
