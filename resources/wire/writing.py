"""Write elements, items and sequences in the coding of the data set that they go into (PS3.5 7). Knows no attribute's meaning."""

from collections.abc import Sequence

from resources.problems import Invalid
from resources.wire.elements import ITEM, LONG, SEQUENCE_END, UNDEFINED, Coding


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
