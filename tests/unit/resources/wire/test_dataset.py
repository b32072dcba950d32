from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from support.data_sets import BASELINE, BIG, EXPLICIT, IMPLICIT, a_code, a_file, an_instance, encapsulated

from resources.problems import Damaged, Problem
from resources.wire.dataset import read_tree
from resources.wire.dicomjson import json_of
from resources.wire.elements import Limits


def elsewhere(path, element) -> str | None:
    return "/".join(map(str, path)) if element.value is None else None


def nested() -> Dataset:
    ds = an_instance(
        AnatomicRegionSequence=[a_code("1"), a_code("2")], StudyDescription="café", WindowCenter=["1.5", "2"]
    )
    ds.SpecificCharacterSet = "ISO_IR 100"
    return ds


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_a_data_set_says_the_same_in_every_coding(syntax: str) -> None:
    model = json_of(read_tree(a_file(nested(), syntax)).elements)
    assert model["00081030"] == {"vr": "LO", "Value": ["café"]}
    assert model["00281050"] == {"vr": "DS", "Value": [1.5, 2]}
    assert model["00280010"] == {"vr": "US", "Value": [4]}
    assert [item["00080100"]["Value"] for item in model["00082218"]["Value"]] == [["1"], ["2"]]
    assert model["00080005"]["Value"] == ["ISO_IR 192"]


def test_a_long_value_stays_in_the_file_and_can_be_read_there() -> None:
    ds = an_instance(PixelData=bytes(range(256)) * 4)
    tree = read_tree(a_file(ds), held=512)
    pixels = tree.elements[0x7FE00010]
    assert pixels.value is None
    assert json_of(tree.elements, elsewhere)["7FE00010"] == {"vr": "OB", "BulkDataURI": "7FE00010"}
    assert b"".join(tree.bytes_of(pixels.at, pixels.length)) == ds.PixelData


def test_fragments_are_found_where_they_lie() -> None:
    ds = an_instance(PixelData=encapsulated(b"ab", b"cdef"))
    tree = read_tree(a_file(ds, BASELINE))
    table, *fragments = tree.elements[0x7FE00010].fragments
    assert table[1] == 0
    assert [b"".join(tree.bytes_of(*place)) for place in fragments] == [b"ab", b"cdef"]


def test_nesting_without_end_is_refused() -> None:
    ds = inner = Dataset()
    for _ in range(40):
        inner.ContentSequence = Sequence([Dataset()])
        inner = inner.ContentSequence[0]
    ds.update(an_instance())
    with pytest.raises(Damaged):
        read_tree(a_file(ds), Limits(depth=32))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_damage_does_worse_than_a_problem(data) -> None:
    whole = bytearray(a_file(nested(), data.draw(st.sampled_from([EXPLICIT, IMPLICIT, BIG]))).getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(132, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Problem):
        json_of(read_tree(BytesIO(whole[: data.draw(st.integers(140, len(whole)))])).elements, elsewhere)
