import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Invalid
from resources.wire.matching import condition, fits, is_like, path_of

ITEM = {"00080060": {"vr": "CS", "Value": ["OP"]}, "00400009": {"vr": "SH", "Value": ["A1"]}}
DATA_SET = {
    "00080020": {"vr": "DA", "Value": ["20261121"]},
    "00080030": {"vr": "TM", "Value": ["101530.5"]},
    "0008002A": {"vr": "DT", "Value": ["20261121101530"]},
    "0020000D": {"vr": "UI", "Value": ["1.2.3"]},
    "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Dévi^Lakshmi", "Ideographic": "தேவி^லட்சுமி"}]},
    "00080050": {"vr": "SH", "Value": ["Ab12"]},
    "00200013": {"vr": "IS", "Value": [7]},
    "00400275": {"vr": "SQ", "Value": [{"00080060": {"vr": "CS", "Value": ["CT"]}}, {}, ITEM]},
    "00081030": {"vr": "LO"},
}


@pytest.mark.parametrize(
    ("key", "value", "is_fit"),
    [
        ("StudyDate", "20261121", True),
        ("StudyDate", "20261101-20261130", True),
        ("StudyDate", "-20261120", False),
        ("StudyDate", "20261121-", True),
        ("StudyTime", "10", True),
        ("StudyTime", "1015-1016", True),
        ("StudyTime", "101531-", False),
        ("AcquisitionDateTime", "2026-20261122", True),
        ("StudyInstanceUID", "1.2.3", True),
        ("StudyInstanceUID", "1.2,1.2.3", True),
        ("StudyInstanceUID", "1.2\\1.2.3", True),
        ("StudyInstanceUID", "1.2.*", False),
        ("PatientName", "dévi^LAKSHMI", True),
        ("PatientName", "Devi*", False),
        ("PatientName", "*lakshmi", True),
        ("PatientName", "தேவி*", True),
        ("PatientName", "D?vi^Lakshmi", True),
        ("PatientName", "Dévi", False),
        ("AccessionNumber", "Ab12", True),
        ("AccessionNumber", "ab12", False),
        ("AccessionNumber", "A*", True),
        ("InstanceNumber", "7", True),
        ("InstanceNumber", "07", True),
        ("InstanceNumber", "*", False),
        ("00400275.00080060", "OP", True),
        ("RequestAttributesSequence.Modality", "CT", True),
        ("RequestAttributesSequence.Modality", "MR", False),
        ("StudyDescription", "", True),
        ("StudyDescription", "*", True),
        ("StudyDescription", "x", False),
        ("PatientID", "x", False),
    ],
)
def test_matching_follows_the_standard(key: str, value: str, is_fit: bool) -> None:
    assert fits(DATA_SET, condition(key, value)) is is_fit


@pytest.mark.parametrize(
    ("text", "is_fit"),
    [("lakshmi devi", True), ("DEVI", True), ("lak dev", True), ("laxmi", False), ("lakshmi kumar", False)],
)
def test_fuzzy_matching_forgets_case_accents_and_order(text: str, is_fit: bool) -> None:
    assert fits(DATA_SET, condition("PatientName", text), fuzzy=True) is is_fit


@pytest.mark.parametrize("key", ["Bogus", "0010001", "0010001G", "", "PatientName.", ".".join(["00400275"] * 9)])
def test_what_is_not_an_attribute_is_invalid(key: str) -> None:
    with pytest.raises(Invalid):
        path_of(key)


@pytest.mark.parametrize(
    ("key", "value"),
    [("StudyDate", "yesterday"), ("StudyDate", "2026-11-21"), ("StudyDate", "-"), ("PatientID", "*" * 9)],
)
def test_a_value_that_no_matching_knows_is_invalid(key: str, value: str) -> None:
    with pytest.raises(Invalid):
        condition(key, value)


@given(st.text(alphabet="ab*?", max_size=12), st.text(alphabet="ab", max_size=12))
def test_a_form_is_never_slow_and_never_lets_less_through_than_itself(form: str, text: str) -> None:
    if is_like(form, text):
        assert is_like(f"*{form}", text)
        assert is_like(form.replace("?", "*"), text)
    assert is_like(text, text)
