"""Short elements are taken many at a time; what is understood is the same as one by one."""

import pytest
from support.data_sets import EXPLICIT, a_code, an_instance, encoded

from resources.problems import Damaged
from resources.wire.dicom import WANTED, coding_of
from resources.wire.elements import Limits, Places, Walk


def described(text: str) -> bytes:
    """Study Description (0008,1030) by itself, of any length."""
    value = text.encode()
    return b"\x08\x00\x30\x10LO" + len(value).to_bytes(2, "little") + value


TEXTS = ["", "x", "long enough to be cut at some place", "ü" * 30, "x" * 4096, "x" * 4098]
DATA = [
    *(described(text) + encoded(an_instance(eye="R")) for text in TEXTS),
    encoded(an_instance(AnatomicRegionSequence=[a_code("5665001")], PatientName="Müller^Jürgen")),
    encoded(an_instance()) + bytes(64),  # padded with zeros
    encoded(an_instance())[:-20],
    b"\x08\x00\x05\x00CS\xff\xff" + bytes(40),  # longer than all that comes
    b"\x08\x00\x05\x00CS\x02\x00ok" * 3,  # the same again
    b"\xfe\xff\x00\xe0CS\x00\x00" + encoded(an_instance()),
]


def walked(data: bytes, *, portion: int, one_by_one: bool, limits: Limits = Limits()) -> tuple[object, ...]:  # noqa: B008
    walk = Walk(coding_of(EXPLICIT, data), WANTED, limits, Places() if one_by_one else None)
    for at in range(0, len(data), portion):
        walk.feed(data[at : at + portion])
    try:
        walk.finish()
    except Damaged as damage:
        return walk.found, walk.items, walk.pixels, damage.sentence
    return walk.found, walk.items, walk.pixels, ""


@pytest.mark.parametrize("portion", [1, 7, 64, 1 << 20])
@pytest.mark.parametrize("number", range(len(DATA)))
def test_what_is_understood_is_the_same_as_one_by_one(number: int, portion: int) -> None:
    assert walked(DATA[number], portion=portion, one_by_one=False) == walked(
        DATA[number], portion=portion, one_by_one=True
    )


@pytest.mark.parametrize("most", range(1, 30))
def test_no_more_elements_than_the_limit_are_taken(most: int) -> None:
    data, limits = encoded(an_instance(eye="L")), Limits(elements=most)
    strides = walked(data, portion=1 << 20, one_by_one=False, limits=limits)
    assert strides == walked(data, portion=1 << 20, one_by_one=True, limits=limits)
    assert ("more than" in str(strides[-1])) == (most < 18)
