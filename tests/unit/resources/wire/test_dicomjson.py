import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.shared import shared

from resources.problems import Invalid
from resources.wire import dicomjson
from resources.wire.dicomjson import DataSet, read_data_set, read_data_sets


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        ([2500], "2500", 2500),
        (["2500"], "2500", 2500),
        ([" 2500 "], "2500", 2500),
        ([2500.0], "2500", 2500),
        (["2.5E3"], "2.5E3", 2500),
        ([None], "", None),
        ([], "", None),
        (None, "", None),
        ("2500", "2500", 2500),
        ([["deep"]], "", None),
        (["many"], "many", None),
        ([1e999], "inf", None),
    ],
)
def test_numbers_are_read_however_they_are_written(value: Any, text: str, number: int | None) -> None:
    data_set = DataSet({"00280010": {"vr": "US", "Value": value}})
    assert data_set.text(dicomjson.ROWS) == text
    assert data_set.number(dicomjson.ROWS) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"Alphabetic": "Devi^Lakshmi"}, "Devi^Lakshmi"),
        ({"Alphabetic": "Devi^Lakshmi", "Ideographic": "லட்சுமி"}, "Devi^Lakshmi=லட்சுமி"),
        ({"Alphabetic": None, "Phonetic": "x"}, "==x"),
        ({}, ""),
        ("Devi^Lakshmi", "Devi^Lakshmi"),
    ],
)
def test_names_keep_their_component_groups(value: Any, text: str) -> None:
    assert DataSet({"00100010": {"vr": "PN", "Value": [value]}}).text(dicomjson.PATIENT_NAME) == text


def test_an_element_without_a_value_is_absent_whatever_its_form() -> None:
    data_set = DataSet({"00100020": {"vr": "LO"}, "00100010": None, "0020000d": {"Value": ["1.2"]}})
    assert (data_set.text(dicomjson.PATIENT_ID), data_set.text(dicomjson.PATIENT_NAME)) == ("", "")
    assert data_set.text(dicomjson.STUDY_UID) == "1.2"
    assert data_set.items(dicomjson.FAILED_SOP_SEQUENCE) == []


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"[1]", b"null", b"\xff\xfe", b"[" * 100000, b'"text"'])
def test_what_is_not_a_list_of_data_sets_is_invalid(body: bytes) -> None:
    with pytest.raises(Invalid):
        read_data_sets(body)


@pytest.mark.parametrize("body", [b"", b"  ", b"[]"])
def test_no_match_is_an_empty_list(body: bytes) -> None:
    assert read_data_sets(body) == []


def test_one_data_set_may_stand_in_a_list() -> None:
    assert read_data_set(b'[{"00081190": {"vr": "UR"}}]') is not None
    with pytest.raises(Invalid):
        read_data_set(b"[]")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["00100010", "Value", "vr"]) | st.text(), inner),
)


@given(JSON)
def test_no_answer_can_do_worse_than_be_invalid(answer: Any) -> None:
    try:
        found = read_data_sets(json.dumps(answer).encode())
    except Invalid:
        return
    for data_set in found:
        for tag in data_set:
            assert isinstance(data_set.text(tag), str)
            assert isinstance(data_set.number(tag), int | None)
            assert len(data_set.items(tag)) <= len(data_set.values(tag))


@pytest.mark.data
def test_real_metadata_is_read() -> None:
    files = sorted(shared("data", "dicomweb").glob("*.json"))
    read = [data_set for path in files for data_set in _data_sets(path.read_bytes())]
    assert any(data_set.text(dicomjson.INSTANCE_UID) for data_set in read)


def _data_sets(body: bytes) -> list[DataSet]:
    try:
        return read_data_sets(body)
    except Invalid:
        return [read_data_set(body)]
