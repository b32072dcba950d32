"""A picture that is said to be ungradable can refer, and can never send home (HZ-03)."""

import pytest
from support.grading import icdr

from resources.grading.outcome import Eye, Presence, Reading, Why, decide
from resources.grading.schemes import Outcome

WELL = Eye(Presence.IMAGED, (Reading(icdr("0")),))


@pytest.mark.hazard("HZ-03")
@pytest.mark.parametrize("retinopathy", ["0", "1", "2", "3", "4", "U"])
@pytest.mark.parametrize("oedema", ["0", "1", "2"])
def test_it_makes_no_outcome_milder_and_never_rescreens(retinopathy, oedema):
    clear = Eye(Presence.IMAGED, (Reading(icdr(retinopathy, oedema)),))
    spoilt = Eye(Presence.IMAGED, (Reading(icdr(retinopathy, oedema), is_spoilt=True),))
    for one, other in ((decide(clear, WELL), decide(spoilt, WELL)), (decide(WELL, clear), decide(WELL, spoilt))):
        assert other.outcome >= one.outcome and other.outcome is not Outcome.RESCREEN
        if one.outcome is Outcome.RESCREEN:
            assert [reason.why for reason in other.reasons] == [Why.SPOILT]
