"""Write all text of a data set anew in UTF-8, for a correction that its own set cannot hold. Touches nothing but text.

Works on the part before the pixels, in memory. Nested character sets become the one at the top. In implicit VR the dictionary
says what is text; private text stays as it is.
"""

from collections.abc import Sequence
from struct import error

from resources.problems import Damaged
from resources.wire.characters import codecs_of, decoded, text_of
from resources.wire.coding import IMPLICIT, ITEM, ITEM_END, LONG, SEQUENCE_END, SHORT, UNDEFINED, Coding, coding_inside
from resources.wire.writing import ended, head, item, opened

CHARACTER_SET = 0x00080005
UTF_8 = b"ISO_IR 192"
_TEXT = frozenset(b"LO LT PN SH ST UC UT".split())  # the VRs that (0008,0005) governs, PS3.5 6.1.2.3
_DEPTH = 32


def in_utf_8(data: bytes, coding: Coding, codecs: Sequence[str]) -> bytes:
    """The elements of ``data`` with their text in UTF-8. Raises Damaged when they do not hold together."""
    try:
        content, end = _elements(data, 0, len(data), coding, codecs, 0)
    except error:
        raise Damaged("The data set ended early, within the head of an element.") from None
    return content + data[end:]


def _elements(data: bytes, at: int, end: int, coding: Coding, codecs: Sequence[str], depth: int) -> tuple[bytes, int]:
    """The elements from ``at`` to ``end`` or to the end of their item, and where they ended."""
    if depth > _DEPTH:
        raise Damaged(f"The data set is nested more than {_DEPTH} levels deep.")
    pieces: list[bytes] = []
    while at + 8 <= end:
        tag, vr, length, start = _head(data, at, coding)
        if tag in (ITEM_END, SEQUENCE_END):
            return b"".join(pieces), start
        if tag & 0xFFFF == 0:  # a group's length would be wrong from here on; retired, PS3.5 7.2
            at = start + length
            continue
        if tag == CHARACTER_SET:
            codecs = codecs_of(text_of(data[start : start + length]))
            pieces.append(head(coding, tag, b"CS", len(UTF_8)) + UTF_8)
            at = start + length
        elif vr == b"SQ" or length == UNDEFINED:
            inner = IMPLICIT if vr == b"UN" else coding
            content, at = _items(data, start, length, (inner, coding), codecs, depth)
            pieces.append(_sequence_head(coding, tag, vr) + content + ended(inner))
        else:
            value = data[start : start + length]
            if vr in _TEXT and (not value.isascii() or b"\x1b" in value):
                value = decoded(value, codecs).encode()
                value += b" " * (len(value) % 2)
                pieces.append(head(coding, tag, vr, len(value)) + value)
            else:
                pieces.append(data[at : start + length])
            at = start + length
    return b"".join(pieces), at


def _sequence_head(coding: Coding, tag: int, vr: bytes) -> bytes:
    return opened(coding, tag) if vr == b"SQ" or not coding.explicit else head(coding, tag, vr, UNDEFINED)


def _items(
    data: bytes, at: int, length: int, codings: tuple[Coding, Coding], codecs: Sequence[str], depth: int
) -> tuple[bytes, int]:
    """The items of a sequence in the first of ``codings``, which stands in a data set in the second."""
    coding, around = codings
    end = len(data) if length == UNDEFINED else at + length
    pieces: list[bytes] = []
    while at + 8 <= end:
        group, number, size = coding.plain.unpack_from(data, at)
        tag, at = group << 16 | number, at + 8
        if tag == SEQUENCE_END:
            break
        if tag != ITEM:
            raise Damaged("The data set does not hold together: a sequence holds something that is no item.")
        inside = len(data) if size == UNDEFINED else at + size
        inner = coding_inside(data[at : at + 6], coding, around)
        content, reached = _elements(data, at, inside, inner, codecs, depth + 1)
        at = reached if size == UNDEFINED else inside
        pieces.append(item(coding, content))
    return b"".join(pieces), at


def _head(data: bytes, at: int, coding: Coding) -> tuple[int, bytes, int, int]:
    """Tag, VR, length and where the value starts."""
    group, number, length = coding.plain.unpack_from(data, at)
    tag = group << 16 | number
    if group == 0xFFFE:
        return tag, b"", length, at + 8
    vr = data[at + 4 : at + 6]
    if not coding.explicit or not (vr.isalpha() and vr.isupper()):
        return tag, _vr_of(tag), length, at + 8
    if vr in LONG or (vr not in SHORT and data[at + 6 : at + 8] == b"\0\0"):
        return tag, vr, coding.length.unpack_from(data, at + 8)[0], at + 12
    return tag, vr, coding.vr.unpack_from(data, at)[3], at + 8


def _vr_of(tag: int) -> bytes:
    from pydicom.datadict import dictionary_VR

    try:
        return dictionary_VR(tag).encode()
    except KeyError:
        return b"UN"
