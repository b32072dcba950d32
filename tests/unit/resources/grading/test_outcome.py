"""Not seen is not normal: who may go home, for every pair of eyes (HZ-03)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.grading.outcome import Eye, Presence, Reading, Why, decide
from resources.grading.schemes import CDR, ICDR, NHS, Grade, Outcome
from resources.terms import Laterality

LEVELS = ("0", "1", "2", "3", "4")
OEDEMA = ("", "0", "1", "2")


def icdr(retinopathy: str, oedema: str = "") -> Grade:
    return ICDR.blank().saying("retinopathy", retinopathy).saying("macular-oedema", oedema)


def graded(grade: Grade, *, is_preview: bool = False) -> Eye:
    return Eye(Presence.IMAGED, (Reading(grade, is_preview=is_preview),))


NOT_IMAGED, NOT_GRADED, ABSENT = Eye(), Eye(Presence.IMAGED), Eye(Presence.ABSENT)
EVERY_EYE = {
    "not imaged": NOT_IMAGED,
    "not graded": NOT_GRADED,
    "absent": ABSENT,
    **{f"U {oedema}": graded(icdr("U", oedema)) for oedema in OEDEMA},
    **{f"{level} {oedema}": graded(icdr(level, oedema)) for level, oedema in product(LEVELS, OEDEMA)},
}
WELL = {"0 0", "1 0"}


@pytest.mark.hazard("HZ-03")
def test_only_two_eyes_that_were_seen_whole_below_the_line_go_home():
    for right, left in product(EVERY_EYE, EVERY_EYE):
        present = {name for name in (right, left) if name != "absent"}
        outcome = decide(EVERY_EYE[right], EVERY_EYE[left]).outcome
        assert (outcome is Outcome.RESCREEN) == (bool(present) and present <= WELL), (right, left)


@pytest.mark.hazard("HZ-03")
@given(st.sampled_from(LEVELS), st.sampled_from(OEDEMA[1:]), st.sampled_from(sorted(EVERY_EYE)))
def test_a_worse_eye_never_makes_the_outcome_milder(level, oedema, other):
    fellow = EVERY_EYE[other]
    here = decide(graded(icdr(level, oedema)), fellow).outcome
    for worse in LEVELS[LEVELS.index(level) :]:
        for more in OEDEMA[OEDEMA.index(oedema) :]:
            assert decide(graded(icdr(worse, more)), fellow).outcome >= here
            assert decide(fellow, graded(icdr(worse, more))).outcome >= here


@pytest.mark.hazard("HZ-03")
@pytest.mark.parametrize("name", [name for name in EVERY_EYE if name not in WELL | {"absent"}])
def test_whatever_keeps_a_person_here_names_the_eye(name):
    decision = decide(graded(icdr("0", "0")), EVERY_EYE[name])
    assert decision.reasons
    assert {reason.eye for reason in decision.reasons} == {Laterality.LEFT}


def test_nobody_without_any_eye_is_sent_home_by_a_rule():
    decision = decide(ABSENT, ABSENT)
    assert (decision.outcome, decision.reasons[0].why) == (Outcome.DOCTOR, Why.NO_EYE)


@pytest.mark.hazard("HZ-09")
def test_a_preview_can_refer_but_never_send_home():
    well = graded(icdr("0", "0"), is_preview=True)
    decision = decide(well, graded(icdr("0", "0")))
    assert (decision.outcome, decision.reasons[0].why) == (Outcome.RETAKE, Why.PREVIEW)
    assert decide(graded(icdr("2", "0"), is_preview=True), well).outcome is Outcome.REFER


@pytest.mark.hazard("HZ-09")
def test_an_original_that_was_read_need_not_be_waited_for_and_what_a_preview_showed_still_refers():
    original, preview = Reading(icdr("0", "0")), Reading(icdr("0", "0"), is_preview=True)
    spoilt, worse = Reading(icdr("0", "0"), is_spoilt=True), Reading(icdr("2", "0"), is_preview=True)

    def with_both(*readings):
        return decide(Eye(Presence.IMAGED, readings), graded(icdr("0", "0")))

    assert with_both(preview, original).outcome is with_both(original, preview).outcome is Outcome.RESCREEN
    assert with_both(original, worse).outcome is Outcome.REFER
    assert {reason.why for reason in with_both(preview, spoilt).reasons} == {Why.PREVIEW, Why.SPOILT}


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (("R0", "M0"), Outcome.RESCREEN),
        (("R1", "M0"), Outcome.RESCREEN),
        (("R1", "M1"), Outcome.REFER),
        (("R2", "M0"), Outcome.REFER),
        (("R3S", "M0"), Outcome.REFER),
        (("R3A", "M0"), Outcome.URGENT),
        (("R1", ""), Outcome.RETAKE),
        (("U", ""), Outcome.REFER),
    ],
)
def test_the_english_programmes_lines(codes, outcome):
    grade = NHS.blank().saying("retinopathy", codes[0]).saying("maculopathy", codes[1])
    fellow = NHS.blank().saying("retinopathy", "R0").saying("maculopathy", "M0")
    assert decide(graded(grade), graded(fellow)).outcome is outcome


def cdr(ratio: str) -> Eye:
    return graded(CDR.blank().saying("cup-disc-ratio", ratio))


@pytest.mark.parametrize(
    ("right", "left", "outcome"),
    [
        ("0.40", "0.45", Outcome.RESCREEN),
        ("0.40", "0.60", Outcome.REFER),
        ("0.45", "0.60", Outcome.RESCREEN),
        ("0.65", "0.65", Outcome.RESCREEN),
        ("0.70", "0.65", Outcome.REFER),
        ("0.40", "U", Outcome.REFER),
    ],
)
def test_a_large_cup_or_two_different_ones_are_referred(right, left, outcome):
    assert decide(cdr(right), cdr(left)).outcome is outcome


@pytest.mark.hazard("HZ-27")
def test_the_most_urgent_of_two_opinions_counts():
    both = Eye(Presence.IMAGED, (Reading(icdr("4", "0")), Reading(icdr("0", "0"))))
    assert decide(both, graded(icdr("0", "0"))).outcome is Outcome.URGENT


@pytest.mark.hazard("HZ-03")
def test_an_opinion_without_a_picture_sends_nobody_home():
    heard = Eye(Presence.NOT_IMAGED, (Reading(icdr("0", "0")),))
    assert decide(heard, graded(icdr("0", "0"))).outcome is Outcome.RETAKE
