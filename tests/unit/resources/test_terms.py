"""The closed lists against the standards that they come from."""

import pytest

from resources.terms import Laterality
from resources.wire.fhir import laterality_coding, side_of

BODYSITE_LATERALITY = {
    "419161000": ("L", "Unilateral left"),
    "419465000": ("R", "Unilateral right"),
    "51440002": ("B", "Bilateral"),
}
"""As http://hl7.org/fhir/stu3/valueset-bodysite-laterality.html writes it: code, DICOM's letter (PS3.3 C.7.6.1.1.1), display."""


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize("code", BODYSITE_LATERALITY)
def test_an_eye_has_the_code_of_hl7s_value_set_in_both_directions(code):
    letter, display = BODYSITE_LATERALITY[code]
    side = Laterality(letter)
    assert laterality_coding(side) == {"system": "http://snomed.info/sct", "code": code, "display": display}
    assert side_of({"system": "http://snomed.info/sct", "code": code}) is side


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_nobody_stated_has_no_code():
    assert laterality_coding(None) is None
    for said in (None, {}, {"code": "419161000"}, {"system": "http://other", "code": "419161000"}, {"display": "left"}):
        assert side_of(said) is None
