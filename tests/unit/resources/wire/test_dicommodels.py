"""The JSON and XML spellings of a data set, written and read back."""

import json
import math
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset
from support.data_sets import EXPLICIT, a_code, a_file, an_instance

from resources.problems import Invalid
from resources.wire.dataset import read_tree
from resources.wire.dicomjson import Json, json_of, name_json, turned, written
from resources.wire.dicomxml import read_xml, xml_of
from resources.wire.fromjson import Bulk, encoded
from resources.wire.part10 import file_meta


def model(**attributes: object) -> Json:
    return json_of(read_tree(a_file(an_instance(**attributes))).elements)


@pytest.mark.parametrize(
    ("keyword", "value", "tag", "said"),
    [
        ("SeriesNumber", "12", "00200011", {"vr": "IS", "Value": [12]}),
        ("PixelSpacing", ["0.5", "1E2"], "00280030", {"vr": "DS", "Value": [0.5, 100]}),
        ("ImageType", ["ORIGINAL", "", "X"], "00080008", {"vr": "CS", "Value": ["ORIGINAL", None, "X"]}),
        ("StudyID", "", "00200010", {"vr": "SH"}),
        ("PatientComments", "a\\b", "00104000", {"vr": "LT", "Value": ["a\\b"]}),
        ("FrameIncrementPointer", 0x00181063, "00280009", {"vr": "AT", "Value": ["00181063"]}),
        ("PatientName", "Devi=x^y", "00100010", {"vr": "PN", "Value": [{"Alphabetic": "Devi", "Ideographic": "x^y"}]}),
        ("ReferencePixelX0", -5, "00186020", {"vr": "SL", "Value": [-5]}),
        ("ReferencedImageSequence", [], "00081140", {"vr": "SQ"}),
        ("ReferencedImageSequence", [Dataset()], "00081140", {"vr": "SQ", "Value": [{}]}),
        ("EncapsulatedDocument", b"\1\2", "00420011", {"vr": "OB", "InlineBinary": "AQI="}),
        ("ExtendedOffsetTable", b"\1" + bytes(7), "7FE00001", {"vr": "OV", "InlineBinary": "AQAAAAAAAAA="}),
    ],
)  # fmt: skip
def test_a_value_has_the_form_that_the_standard_gives_it(keyword: str, value: object, tag: str, said: Json) -> None:
    written_out = model(**{keyword: value})
    assert written_out[tag] == said
    assert read_xml(xml_of(written_out))[tag] == said


@pytest.mark.parametrize(("value", "said"), [(math.nan, "NaN"), (math.inf, "inf"), (-math.inf, "-inf"), (0.1, 0.1)])
def test_json_never_holds_what_is_not_json(value: float, said: object) -> None:
    ds = model(RecommendedDisplayFrameRateInFloat=value, FrameAcquisitionDuration=value)
    assert ds["00189220"]["Value"] == [said]
    assert json.loads(written(ds), parse_constant=pytest.fail)


def test_whole_numbers_that_a_double_cannot_hold_are_texts() -> None:
    ds = an_instance(SelectorUVValue=[1, 2**60])
    assert json_of(read_tree(a_file(ds)).elements)["00720083"] == {"vr": "UV", "Value": [1, str(2**60)]}


def test_group_lengths_and_file_meta_are_left_out() -> None:
    ds = an_instance()
    ds.add_new(0x00100000, "UL", 20)
    assert "00100000" not in json_of(read_tree(a_file(ds)).elements)


@pytest.mark.parametrize("text", ["", "^^^^", "="])
def test_a_name_that_says_nothing_is_null(text: str) -> None:
    assert name_json(text) is None


@given(st.binary(max_size=40), st.sampled_from([1, 2, 4, 8]))
def test_turning_twice_gives_the_bytes_back(value: bytes, width: int) -> None:
    assert turned(turned(value, width), width) == value


def back(data_set: Json, find=None) -> Dataset:
    pieces = encoded(data_set, find) if find else encoded(data_set)
    body = b"".join(piece if isinstance(piece, bytes) else b"".join(piece.open()) for piece in pieces)
    return dcmread(BytesIO(file_meta("1.2", "1.2.3", EXPLICIT) + body))


def test_a_data_set_comes_back_from_its_model() -> None:
    ds = an_instance(PatientName="தேவி^லட்சுமி", AnatomicRegionSequence=[a_code("1")], PixelSpacing=["0.123456789", "2"])
    ds.SpecificCharacterSet = "ISO_IR 192"
    whole = json_of(read_tree(a_file(ds)).elements)
    again = back(read_xml(xml_of(json.loads(written(whole)))))
    assert again == dcmread(a_file(ds))


def test_bulk_data_is_put_in_its_place_and_padded() -> None:
    data_set = {"7FE00010": {"vr": "OB", "BulkDataURI": "cid:1"}}
    found = back(data_set, lambda _: Bulk(3, lambda: [b"a", b"bc"]))
    assert found["PixelData"].value == b"abc\0"


@pytest.mark.parametrize(
    "broken",
    [
        {"0028001": {"vr": "US"}},
        {"00280010": {"Value": [1]}},
        {"00280010": {"vr": "XX"}},
        {"00280010": None},
        {"00280010": {"vr": "US", "Value": [70000]}},
        {"00280010": {"vr": "US", "Value": ["x"]}},
        {"00280010": {"vr": "US", "Value": 7}},
        {"00200010": {"vr": "SH", "Value": [["x"]]}},
        {"00200010": {"vr": "SH", "Value": ["a\\b"]}},
        {"00081140": {"vr": "SQ", "Value": ["x"]}},
        {"00281201": {"vr": "OW", "InlineBinary": "!"}},
        {"00281201": {"vr": "OW", "InlineBinary": 5}},
        {"00281201": {"vr": "OW", "BulkDataURI": "nowhere"}},
    ],
)
def test_a_model_that_says_what_dicom_cannot_is_invalid(broken: Json) -> None:
    with pytest.raises(Invalid):
        list(encoded(broken))


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<html/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><NativeDicomModel>&a;</NativeDicomModel>',
        b"<NativeDicomModel><x/></NativeDicomModel>",
        b'<NativeDicomModel><DicomAttribute tag="zz" vr="CS"/></NativeDicomModel>',
        b'<NativeDicomModel><DicomAttribute tag="00080005" vr="CS"><x/></DicomAttribute></NativeDicomModel>',
    ],
)
def test_a_document_that_is_no_data_set_is_invalid(document: bytes) -> None:
    with pytest.raises(Invalid):
        read_xml(document)


def test_a_private_element_keeps_its_creator_through_xml() -> None:
    data_set = {
        "00090011": {"vr": "LO", "Value": ["EYECAMP"]},
        "00091101": {"vr": "CS", "Value": ["UNMATCHED"]},
    }
    document = xml_of(data_set)
    assert b'tag="00090001" vr="CS" privateCreator="EYECAMP"' in document
    assert read_xml(document) == data_set


@given(st.text())
def test_any_text_makes_a_readable_document(text: str) -> None:
    assert read_xml(xml_of({"00104000": {"vr": "LT", "Value": [text]}}))
