"""A stored file with its corrections applied, for export and push. The vault's bytes never change; pixels pass through untouched.

Only the corrected attributes are written anew, in the data set's own coding; all else is copied as it lies in the file. What was
there before is kept in the Original Attributes Sequence (PS3.3 C.12.1.1.9). The length is known before the first byte goes out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import BinaryIO, NamedTuple

from resources.problems import Damaged
from resources.wire.characters import codecs_of, text_of
from resources.wire.coding import UNDEFINED, Coding
from resources.wire.deflated import Inflation
from resources.wire.elements import Limits, Wanted
from resources.wire.front import Front
from resources.wire.part10 import FileMeta, file_meta, read_part10
from resources.wire.recoding import CHARACTER_SET, UTF_8, in_utf_8
from resources.wire.uids import INFLATED
from resources.wire.writing import element, ended, item, opened, sequence

_CHUNK = 256 << 10
_INFLATED = Limits().inflated


class Reason(StrEnum):
    """Reason for the Attribute Modification (0400,0565)."""

    CORRECT = "CORRECT"
    """A person set it right."""
    COERCE = "COERCE"
    """The receiving side's own values were put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What shall stand in the copy. ``None`` leaves an attribute as it is; empty text empties or removes it."""

    at: datetime
    """When the correction was made, with its time zone; the same correction gives the same bytes."""
    system: str = "EYECAMP"
    reason: Reason = Reason.CORRECT
    patient_id: str | None = None
    issuer: str | None = None
    name: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    study_uid: str | None = None
    series_uid: str | None = None
    image_laterality: str | None = None
    """R, L or B; empty says that the eye is not known after all, and takes every statement of it away."""


_ATTRIBUTES: dict[str, tuple[int, bytes]] = {
    "name": (0x00100010, b"PN"),
    "patient_id": (0x00100020, b"LO"),
    "issuer": (0x00100021, b"LO"),
    "birth_date": (0x00100030, b"DA"),
    "sex": (0x00100040, b"CS"),
    "study_uid": (0x0020000D, b"UI"),
    "series_uid": (0x0020000E, b"UI"),
    "image_laterality": (0x00200062, b"CS"),
}
_IMAGE_LATERALITY = 0x00200062
_OTHER_LATERALITIES = (0x00200060, 0x00240113)  # of the series, of the measurement
_VRS = {**dict(_ATTRIBUTES.values()), **dict.fromkeys(_OTHER_LATERALITIES, b"CS")}
_FRAME: Wanted = {0x00209071: {0x00209072: None}}
_ORIGINALS = 0x04000561
_NEEDS_ESCAPES = frozenset({"shift_jis", "iso2022_jp", "iso2022_jp_2", "euc_kr", "gb2312"})  # PS3.3 Table C.12-3, -4
_CLASS, _INSTANCE = 0x00080016, 0x00080018
_WANTED: Wanted = {
    **dict.fromkeys(_VRS),
    **dict.fromkeys((CHARACTER_SET, _CLASS, _INSTANCE)),
    0x52009229: _FRAME,
    0x52009230: _FRAME,
}


class Edit(NamedTuple):
    """Bytes of the data set that give way to others. Equal ``start`` and ``end`` insert."""

    start: int
    end: int
    tag: int
    value: bytes


def corrected(stream: BinaryIO, corrections: Corrections) -> tuple[int, Iterator[bytes]]:
    """The length of the corrected Part 10 file, and its bytes. Unchanged to the last byte when nothing has to change.

    The iterator reads from ``stream``, which must stay open and be left alone meanwhile. A deflated data set comes out inflated.
    Raises Damaged when the file does not hold together.
    """
    meta = read_part10(stream)
    syntax, source, start = meta.transfer_syntax_uid, stream, meta.data_set_at
    if syntax in INFLATED:
        syntax, source, start = INFLATED[syntax], _inflated(stream, start), 0
    size = source.seek(0, 2) - start
    head = Front.of(source, start, syntax, _WANTED)
    edits = _edits(head, corrections)
    if not edits and meta.data_set_at:
        whole = stream.seek(0, 2)
        return whole, _copied(stream, 0, whole)
    front = _front(meta, head, syntax)
    length = len(front) + size + sum(len(edit.value) - (edit.end - edit.start) for edit in edits)
    return length, _pieces(front, source, start, size, edits)


def _inflated(stream: BinaryIO, start: int) -> BinaryIO:
    stream.seek(start)
    inflation, whole = Inflation(_INFLATED), BytesIO()
    while chunk := stream.read(_CHUNK):
        for piece in inflation.pieces(chunk):
            whole.write(piece)
    inflation.finish()
    return whole


def _front(meta: FileMeta, head: Front, syntax: str) -> bytes:
    """Group 0002 anew: we are the writer of this file (PS3.10 7.1), and a foreign preamble does not travel."""
    sop_class, instance = head.text(_CLASS) or meta.sop_class_uid, head.text(_INSTANCE) or meta.instance_uid
    return file_meta(sop_class, instance, syntax, meta.source_ae_title)


def _edits(head: Front, corrections: Corrections) -> list[Edit]:
    """What must give way to what, in the order of the file."""
    changed = _changed(head, corrections)
    frames = _frame_edits(head, corrections.image_laterality)
    if not changed and not frames:
        return []
    codec = _codec_for(head, changed.values())
    if codec is None:
        return [_recoded(head, corrections)]
    edits = [edit for tag, text in changed.items() for edit in _written(head, tag, text.encode(codec))]
    edits += [*frames, *_without_group_lengths(head), *_originals(head, changed, corrections)]
    return sorted(edits)


def _changed(head: Front, corrections: Corrections) -> dict[int, str]:
    """The attributes that do not say yet what they shall."""
    changed: dict[int, str] = {}
    for field, (tag, _) in _ATTRIBUTES.items():
        said: str | None = getattr(corrections, field)
        text = (
            None if said is None else said.encode("utf_8", "replace").decode()
        )  # half a surrogate pair is no character
        if text is not None and (text != head.text(tag) or len(head.spans(tag)) > 1):
            changed[tag] = text
    eye = corrections.image_laterality
    if eye is not None:  # no other attribute may name another eye (HZ-02)
        others = {tag: head.text(tag) for tag in _OTHER_LATERALITIES}
        changed |= dict.fromkeys((tag for tag, text in others.items() if text not in ("", eye)), "")
    return changed


def _frame_edits(head: Front, eye: str | None) -> list[Edit]:
    """Frame Laterality inside the functional groups, written over in place."""
    edits: list[Edit] = []
    for path, places in head.places.nested.items() if eye is not None else ():
        for (start, length), value in zip(places, head.walk.found[path], strict=True):
            if length and text_of(value) != eye:
                edits.append(Edit(start, start + length, path[-1], (eye or "").encode().ljust(length)))
    return edits


def _codec_for(head: Front, texts: Iterable[str]) -> str | None:
    """The codec in which the data set can say ``texts``; ``None`` when it must be written anew."""
    said = "".join(texts)
    if said.isascii():
        return "ascii"
    declared = codecs_of(text_of(head.value(CHARACTER_SET) or b""))
    if len(declared) != 1 or declared[0] in _NEEDS_ESCAPES:
        return None
    try:
        said.encode(declared[0])
    except UnicodeEncodeError:
        return None
    return declared[0]


def _written(head: Front, tag: int, value: bytes) -> list[Edit]:
    """One element in its place, and gone wherever else it stands."""
    written = element(head.walk.coding, tag, _VRS[tag], value)
    if not value and tag in (_IMAGE_LATERALITY, *_OTHER_LATERALITIES):
        written = b""  # an empty one is not allowed where the eye must be stated, PS3.3 C.8.17.5
    return _in_place(head, tag, written)


def _in_place(head: Front, tag: int, written: bytes) -> list[Edit]:
    first, *others = head.spans(tag) or [(head.gap(tag), head.gap(tag))]
    return [Edit(*first, tag, written), *(Edit(*span, tag, b"") for span in others)]


def _without_group_lengths(head: Front) -> list[Edit]:
    """Retired (gggg,0000) elements, which would be wrong from here on (PS3.5 7.2)."""
    tags = {tag for tag, _ in head.places.tops if tag and not tag & 0xFFFF}
    return [Edit(*span, tag, b"") for tag in tags for span in head.spans(tag) if span[0] < head.stop]


def _originals(head: Front, changed: Iterable[int], corrections: Corrections) -> list[Edit]:
    """What was there before, as one more item of the Original Attributes Sequence."""
    coding = head.walk.coding
    before = {tag: value for tag in sorted(changed) if (value := head.value(tag)) is not None}
    modified = b"".join(element(coding, tag, _VRS[tag], value) for tag, value in before.items())
    content = sequence(coding, 0x04000550, [modified])
    content += element(coding, 0x04000562, b"DT", corrections.at.strftime("%Y%m%d%H%M%S.%f%z").encode())
    content += element(coding, 0x04000563, b"LO", corrections.system.encode("ascii", "replace")[:64])
    content += element(coding, 0x04000564, b"LO", b"")
    content += element(coding, 0x04000565, b"CS", corrections.reason.encode())
    earlier = [_items_of(head.bytes_of(*span), coding) for span in head.spans(_ORIGINALS)]
    if None in earlier:
        return []
    items = b"".join(kept for kept in earlier if kept)
    written = opened(coding, _ORIGINALS) + items + item(coding, content) + ended(coding)
    return _in_place(head, _ORIGINALS, written)


def _items_of(written: bytes, coding: Coding) -> bytes | None:
    """The items of an encoded sequence; ``None`` when it was sent as UN and cannot be added to."""
    if coding.explicit and written[4:6] != b"SQ":
        return None
    at = 8 if coding.explicit else 4
    (length,) = coding.length.unpack_from(written, at)
    return written[at + 4 : -8] if length == UNDEFINED else written[at + 4 : at + 4 + length]


def _recoded(head: Front, corrections: Corrections) -> Edit:
    """All that stands before the picture, in UTF-8 and corrected."""
    coding, declared = head.walk.coding, head.value(CHARACTER_SET)
    if any(at > head.stop and tag in _WANTED for tag, at in head.places.tops):
        raise Damaged("The data set is out of order and cannot be corrected: attributes stand behind its picture.")
    content = in_utf_8(head.bytes_of(0, head.stop), coding, codecs_of(text_of(declared or b"")))
    again = Front.of(BytesIO(content), 0, head.syntax, _WANTED)
    if declared is None:
        at = again.gap(CHARACTER_SET)
        content = content[:at] + element(coding, CHARACTER_SET, b"CS", UTF_8) + content[at:]
        again = Front.of(BytesIO(content), 0, head.syntax, _WANTED)
    pieces = _pieces(b"", again.raw, 0, len(content), _edits(again, corrections))
    return Edit(0, head.stop, 0, b"".join(pieces))


def _pieces(front: bytes, source: BinaryIO, start: int, size: int, edits: Sequence[Edit]) -> Iterator[bytes]:
    yield front
    at = 0
    for edit in edits:
        yield from _copied(source, start + at, edit.start - at)
        yield edit.value
        at = edit.end
    yield from _copied(source, start + at, size - at)


def _copied(source: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    source.seek(start)
    while length > 0:
        chunk = source.read(min(_CHUNK, length))
        if not chunk:
            raise Damaged("The file became shorter while it was read.")
        length -= len(chunk)
        yield chunk
