"""The index of a medium names files; what could lead out of the medium is told apart."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sticks import an_index

from resources.problems import Problem
from resources.wire.media import files_of, parts_of


def test_an_index_names_each_file_once():
    index = an_index("DCM\\A\\1", "DCM\\A\\2", "DCM\\A\\1", "")
    assert files_of(BytesIO(index)) == (["DCM\\A\\1", "DCM\\A\\2"], True)


def test_an_index_that_is_cut_names_what_it_still_names():
    index = an_index("DCM\\1", "DCM\\2")
    assert files_of(BytesIO(index[:-3])) == (["DCM\\1"], False)


@pytest.mark.parametrize(
    "file_id",
    [
        "..\\etc\\passwd",
        "A\\..\\..\\B",
        "/etc/passwd",
        "C:\\X",
        "A\\\\B",
        ".",
        "A/../../B",
        "A\0B",
        "X" * 65,
        "A\\. .\\B",
    ],
)
def test_what_no_file_on_a_medium_can_be_called_has_no_parts(file_id):
    assert parts_of(file_id) is None


def test_what_media_really_hold_has_parts():
    assert parts_of("77654033\\CR1\\6154") == ("77654033", "CR1", "6154")
    assert parts_of("dicom\\IM 0001.dcm") == ("dicom", "IM 0001.dcm")


@given(st.binary(max_size=400))
def test_no_index_raises_anything_but_a_problem(data):
    for index in (data, an_index("A\\1")[:200] + data):
        try:
            files_of(BytesIO(index))
        except Problem:
            continue
