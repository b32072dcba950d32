"""Write elements, items and sequences in the coding of the data set they go into (PS3.5 7). Knows what no attribute means."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from resources.problems import Invalid
from resources.wire.coding import EXPLICIT, ITEM, LONG, SEQUENCE_END, UNDEFINED, Coding

Attributes: TypeAlias = Mapping[str, "str | bytes | float | Sequence[Attributes]"]
"""Keyword (PS3.6) to its value; several values are one text with backslashes, a sequence is a list of items."""


def element(coding: Coding, tag: int, vr: bytes, value: bytes) -> bytes:
    """One element, its value padded to even length (PS3.5 6.2)."""
    if len(value) % 2:
        value += b"\0" if vr in (b"UI", b"OB") else b" "
    return head(coding, tag, vr, len(value)) + value


def head(coding: Coding, tag: int, vr: bytes, length: int) -> bytes:
    """Tag, VR and length. A value that is too long for a short VR is Invalid."""
    group, number = tag >> 16, tag & 0xFFFF
    if not coding.explicit:
        return coding.plain.pack(group, number, length)
    if vr in LONG:
        return coding.vr.pack(group, number, vr, 0) + coding.length.pack(length)
    if length > 0xFFFE:
        raise Invalid("A value is longer than DICOM allows.")
    return coding.vr.pack(group, number, vr, length)


def sequence(coding: Coding, tag: int, items: Sequence[bytes]) -> bytes:
    """A sequence of undefined length whose items each hold encoded elements."""
    return opened(coding, tag) + b"".join(item(coding, content) for content in items) + ended(coding)


def opened(coding: Coding, tag: int) -> bytes:
    """The head of a sequence of undefined length."""
    return head(coding, tag, b"SQ", UNDEFINED)


def item(coding: Coding, content: bytes) -> bytes:
    """One item of defined length."""
    return coding.plain.pack(ITEM >> 16, ITEM & 0xFFFF, len(content)) + content


def ended(coding: Coding) -> bytes:
    """A Sequence Delimitation Item."""
    return coding.plain.pack(SEQUENCE_END >> 16, SEQUENCE_END & 0xFFFF, 0)


def data_set(attributes: Attributes, coding: Coding = EXPLICIT) -> bytes:
    """A data set from attributes by keyword, in ascending order; its text in UTF-8 (declare ISO_IR 192)."""
    from pydicom.datadict import dictionary_VR, tag_for_keyword

    pieces: dict[int, bytes] = {}
    for keyword, value in attributes.items():
        tag = tag_for_keyword(keyword)
        if tag is None:
            raise KeyError(keyword)
        vr = dictionary_VR(tag).split()[0].encode()
        if isinstance(value, str | bytes | int | float):
            pieces[tag] = element(coding, tag, vr, _value(coding, vr, value))
        else:
            pieces[tag] = sequence(coding, tag, [data_set(one, coding) for one in value])
    return b"".join(pieces[tag] for tag in sorted(pieces))


def _value(coding: Coding, vr: bytes, value: str | bytes | float) -> bytes:
    if isinstance(value, bytes):
        return value
    order: Literal["little", "big"] = "little" if coding.little else "big"
    if vr == b"AT" or (vr == b"US" and isinstance(value, int)):
        number = int(value)
        words = (number >> 16, number & 0xFFFF) if vr == b"AT" else (number,)
        return b"".join(word.to_bytes(2, order) for word in words)
    return str(value).encode()
