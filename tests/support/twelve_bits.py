"""A JPEG of 12 bits, drawn by hand: even squares, whose levels a decoder must give back exactly (ITU-T T.81 Annex F)."""

from collections.abc import Sequence
from struct import pack

import numpy as np
import numpy.typing as npt

MIDDLE = 1 << 11
_CATEGORIES = 13  # of a difference of 12 bits, F.1.2.1


def a_deep_jpeg(levels: Sequence[Sequence[int]]) -> bytes:
    """One square for each level, 0 to 4095, row after row."""
    rows, columns = 8 * len(levels), 8 * len(levels[0])
    quantised = bytes([8]) + bytes([1]) * 63  # a square of one level has eight times that level as its only coefficient
    return b"".join(
        [
            b"\xff\xd8",
            _segment(0xDB, b"\0" + quantised),
            _segment(0xC1, pack(">BHHB", 12, rows, columns, 1) + b"\x01\x11\0"),
            _segment(0xC4, b"\0" + _lengths(4, _CATEGORIES) + bytes(range(_CATEGORIES))),
            _segment(0xC4, b"\x10" + _lengths(1, 1) + b"\0"),
            _segment(0xDA, b"\x01\x01\0\0\x3f\0"),
            _scan([level for row in levels for level in row]),
            b"\xff\xd9",
        ]
    )


def samples_of(levels: Sequence[Sequence[int]]) -> npt.NDArray[np.uint16]:
    """What a decoder must find."""
    return np.repeat(np.repeat(np.array(levels, np.uint16), 8, axis=0), 8, axis=1)


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + pack(">H", len(body) + 2) + body


def _lengths(bits: int, codes: int) -> bytes:
    """All Huffman codes have the same length."""
    return bytes(codes if length == bits else 0 for length in range(1, 17))


def _scan(levels: Sequence[int]) -> bytes:
    bits, before = "", 0
    for level in levels:
        difference = level - MIDDLE - before
        before += difference
        size = abs(difference).bit_length()
        low = difference if difference >= 0 else difference + (1 << size) - 1
        bits += f"{size:04b}" + (f"{low:0{size}b}" if size else "") + "0"  # and nothing but the even part: end of block
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
