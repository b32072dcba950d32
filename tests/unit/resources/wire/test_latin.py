"""Names in the letters of an old camera."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.wire.latin import latin


@pytest.mark.parametrize(
    ("native", "spelled"),
    [
        ("लक्ष्मी देवी", "Lakshmi Devi"),
        ("राम कुमार", "Ram Kumar"),
        ("லட்சுமி", "Latchumi"),
        ("రాము", "Ramu"),
        ("عمر فاروق", "Amr Faruq"),
        ("Nguyễn Thị^Hoa", "Nguyen Thi^Hoa"),
        ("Łukasz", "Lukasz"),
        ("አበበ", "Ababa"),
        ("Devi^Lakshmi", "Devi^Lakshmi"),
        ("李^明", "?^?"),
        ("", ""),
    ],
)
def test_a_name_is_spelled_in_latin_letters(native, spelled):
    assert latin(native) == spelled


@given(st.text())
def test_whatever_it_is_given_it_says_it_in_ascii(text):
    assert latin(text).isascii()
