"""How the head of an element is written in each coding (PS3.5 7.1), and the few tags and lengths that mean something there."""

from dataclasses import dataclass
from struct import Struct

UNDEFINED = 0xFFFFFFFF
ITEM, ITEM_END, SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
PIXEL_DATA, FLOAT_PIXEL_DATA, DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00010, 0x7FE00008, 0x7FE00009
PICTURES = frozenset({PIXEL_DATA, FLOAT_PIXEL_DATA, DOUBLE_FLOAT_PIXEL_DATA})

SHORT = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())  # 16-bit length
LONG = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())  # 32-bit length after two reserved bytes
BULK = frozenset(b"OB OD OF OL OV OW".split())


@dataclass(frozen=True, slots=True)
class Coding:
    """How the head of an element is written: byte order, and with or without its VR (PS3.5 7.1)."""

    explicit: bool
    little: bool
    vr: Struct
    length: Struct
    plain: Struct


def _coding(*, explicit: bool, little: bool) -> Coding:
    order = "<" if little else ">"
    return Coding(explicit, little, Struct(order + "HH2sH"), Struct(order + "I"), Struct(order + "HHI"))


EXPLICIT = _coding(explicit=True, little=True)
BIG = _coding(explicit=True, little=False)
IMPLICIT = _coding(explicit=False, little=True)


def coding_inside(first: bytes, said: Coding, around: Coding) -> Coding:
    """The coding of an item by its first six bytes: UN is implicit inside (PS3.5 6.2.2), but some senders stay explicit."""
    vr = first[4:6]
    return around if around.explicit and not said.explicit and (vr in SHORT or vr in LONG) else said


def name_of(tag: int) -> str:
    """How a sentence names an element: ``Pixel Data``, else ``(0010,0010)``."""
    return "Pixel Data" if tag == PIXEL_DATA else f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
