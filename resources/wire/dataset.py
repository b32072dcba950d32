"""A whole data set as a tree (PS3.5 7), for those who must show or convert all of it. Filing needs only ``wire.dicom``.

Long values stay where they are: an element says where its bytes lie. Text is decoded by the character set of its own data set
or item. Refuses more levels and elements than the limits; forgives what real cameras write, as ``wire.elements`` does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from struct import error
from typing import BinaryIO, TypeAlias

from resources.problems import Damaged
from resources.wire.characters import codecs_of, text_of
from resources.wire.coding import IMPLICIT, ITEM, ITEM_END, LONG, PIXEL_DATA, SEQUENCE_END, SHORT, UNDEFINED, Coding
from resources.wire.deflated import Inflation
from resources.wire.dicom import coding_of
from resources.wire.dictionary import vr_of
from resources.wire.elements import Limits
from resources.wire.part10 import FileMeta, read_part10
from resources.wire.uids import DEFLATED, EXPLICIT_LITTLE

HELD = 64 << 10
"""Bytes of a value that the tree holds; a longer one stays in the file."""
_CHUNK = 256 << 10
_LIMITS = Limits()
_CHARACTER_SET, _PIXEL_REPRESENTATION = 0x00080005, 0x00280103
_BULK = frozenset({"OB", "OW", "UN"})


@dataclass(frozen=True, slots=True)
class Element:
    """One element. Of ``value``, ``items`` and ``fragments`` one is given; none, when the value stays in the file."""

    tag: int
    vr: str
    at: int
    """Where the value begins, in bytes from the start of the data set."""
    length: int
    """Of the value; of all fragments together when there are any."""
    value: bytes | None = None
    items: "tuple[Elements, ...] | None" = None
    fragments: tuple[tuple[int, int], ...] | None = None
    """Where each fragment lies and how long it is; the first one is the offset table (PS3.5 A.4)."""
    little: bool = True
    codecs: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The value as text."""
        return text_of(self.value or b"", self.codecs)


Elements: TypeAlias = Mapping[int, Element]


@dataclass(frozen=True, slots=True)
class DataSetTree:
    """All elements of a file, and the stream in which the long ones still lie, from ``start`` on."""

    meta: FileMeta
    elements: Elements
    stream: BinaryIO
    start: int
    syntax: str
    """How the data set in ``stream`` is written: a deflated one is inflated here."""

    def bytes_of(self, at: int, length: int) -> Iterator[bytes]:
        """A stretch of the data set, in pieces. Raises Damaged when the file is shorter."""
        self.stream.seek(self.start + at)
        while length > 0:
            piece = self.stream.read(min(_CHUNK, length))
            if not piece:
                raise Damaged("The file became shorter while it was read.")
            length -= len(piece)
            yield piece


def read_tree(stream: BinaryIO, limits: Limits = _LIMITS, *, held: int = HELD) -> DataSetTree:
    """All of a Part 10 file. The stream must stay open while long values are asked for. Raises Damaged or Invalid."""
    meta = read_part10(stream)
    source, start, syntax = stream, meta.data_set_at, meta.transfer_syntax_uid
    if syntax == DEFLATED:
        source, start, syntax = _inflated(stream, start, limits), 0, EXPLICIT_LITTLE
    reader = _Reader(_Window(source, start), limits, held)
    coding = coding_of(syntax, reader.window.bytes(0, 8))
    elements, _ = reader.elements(_Place(0, reader.window.size, coding))
    return DataSetTree(meta, elements, source, start, syntax)


def read_elements(data: bytes, syntax: str, limits: Limits = _LIMITS) -> Elements:
    """All of a bare data set, as a DIMSE message carries it, with every value held. Raises Damaged or Invalid."""
    reader = _Reader(_Window(BytesIO(data), 0), limits, len(data))
    elements, _ = reader.elements(_Place(0, reader.window.size, coding_of(syntax, data[:8])))
    return elements


def _inflated(stream: BinaryIO, start: int, limits: Limits) -> BinaryIO:
    stream.seek(start)
    inflation, whole = Inflation(limits.inflated), BytesIO()
    while chunk := stream.read(_CHUNK):
        for piece in inflation.pieces(chunk):
            whole.write(piece)
    inflation.finish()
    return whole


class _Window:
    """Random access to the data set, a buffer at a time, so that a picture is stepped over and not read."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._start = start
        self.size = stream.seek(0, 2) - start
        self._at = 0
        self._buffer = b""

    def bytes(self, at: int, length: int) -> bytes:
        """Up to ``length`` bytes from ``at``."""
        offset = at - self._at
        if offset < 0 or offset + length > len(self._buffer):
            self._stream.seek(self._start + at)
            self._buffer, self._at, offset = self._stream.read(max(length, 16 << 10)), at, 0
        return self._buffer[offset : offset + length]


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of elements: where it begins and must end (``None``: at a delimiter), and how it is written."""

    at: int
    end: int | None
    coding: Coding
    depth: int = 0
    codecs: Sequence[str] = ()
    signed: bool = False


@dataclass(slots=True)
class _Reader:
    window: _Window
    limits: Limits
    held: int
    count: int = field(default=0)

    def elements(self, place: _Place) -> tuple[Elements, int]:
        """The elements of a data set or item, and where they end."""
        if place.depth > self.limits.depth:
            raise Damaged(f"The data set is nested more than {self.limits.depth} levels deep.")
        found: dict[int, Element] = {}
        at, stop = place.at, self.window.size if place.end is None else place.end
        while at + 8 <= stop:
            tag, vr, length, value_at = self._head(at, place.coding)
            if tag in (ITEM_END, SEQUENCE_END) or (not tag and not length):
                if place.end is None or not tag:
                    return dict(sorted(found.items())), at + 8 if tag == ITEM_END else at
                at = value_at
                continue
            self._counted()
            element, at = self._element(place, tag, vr or vr_of(tag, signed=place.signed), length, value_at)
            found[tag] = element
            place = _informed(place, element)
        return dict(sorted(found.items())), stop if place.end is not None else at

    def _counted(self) -> None:
        self.count += 1
        if self.count > self.limits.elements:
            raise Damaged(f"The data set has more than {self.limits.elements:,} elements.")

    def _head(self, at: int, coding: Coding) -> tuple[int, str, int, int]:
        """Tag, VR (empty where none is written), length and where the value begins."""
        head = self.window.bytes(at, 12)
        try:
            if coding.explicit:
                group, number, vr, length = coding.vr.unpack_from(head)
                if vr in SHORT:
                    return group << 16 | number, vr.decode("ascii"), length, at + 8
                if vr in LONG or (vr.isalpha() and vr.isupper() and length == 0):
                    (length,) = coding.length.unpack_from(head, 8)
                    return group << 16 | number, vr.decode("ascii") if vr in LONG else "UN", length, at + 12
            group, number, length = coding.plain.unpack_from(head)
        except error:
            raise Damaged("The data set ended early, within the head of an element.") from None
        return group << 16 | number, "", length, at + 8

    def _element(self, place: _Place, tag: int, vr: str, length: int, at: int) -> tuple[Element, int]:
        little = place.coding.little
        if length == UNDEFINED and (tag == PIXEL_DATA or vr in ("OB", "OW")):
            fragments, end = self._fragments(at, place.coding)
            total = sum(size for _, size in fragments[1:])
            return Element(tag, "OB", at, total, fragments=fragments, little=little), end
        if vr == "SQ" or length == UNDEFINED:
            coding = IMPLICIT if vr == "UN" else place.coding  # PS3.5 6.2.2 note 2
            items, end = self._items(place, at, None if length == UNDEFINED else at + length, coding)
            return Element(tag, "SQ", at, end - at, items=items), end
        if at + length > (self.window.size if place.end is None else place.end):
            raise Damaged("An element of the data set is longer than what holds it.")
        value = self.window.bytes(at, length) if length <= self.held else None
        return Element(tag, vr, at, length, value, little=little, codecs=place.codecs), at + length

    def _items(self, place: _Place, at: int, end: int | None, coding: Coding) -> tuple[tuple[Elements, ...], int]:
        items: list[Elements] = []
        stop = self.window.size if end is None else min(end, self.window.size)
        while at + 8 <= stop:
            tag, length = self._delimiter(at, coding)
            at += 8
            if tag == SEQUENCE_END:
                return tuple(items), at if end is None else stop
            if tag == ITEM_END:
                continue
            if tag != ITEM:
                raise Damaged("The data set does not hold together: a sequence holds something that is no item.")
            self._counted()
            inner_end = None if length == UNDEFINED else at + length
            inner = _Place(at, inner_end, coding, place.depth + 1, place.codecs, place.signed)
            item, at = self.elements(inner)
            items.append(item)
        return tuple(items), at if end is None else stop

    def _fragments(self, at: int, coding: Coding) -> tuple[tuple[tuple[int, int], ...], int]:
        found: list[tuple[int, int]] = []
        while at + 8 <= self.window.size:
            tag, length = self._delimiter(at, coding)
            at += 8
            if tag == SEQUENCE_END:
                break
            if tag != ITEM or length == UNDEFINED or at + length > self.window.size:
                raise Damaged("The fragments of the picture do not hold together.")
            self._counted()
            found.append((at, length))
            at += length
        return tuple(found), at

    def _delimiter(self, at: int, coding: Coding) -> tuple[int, int]:
        head = self.window.bytes(at, 8)
        if len(head) < 8:
            raise Damaged("The data set ended early, within a sequence.")
        group, number, length = coding.plain.unpack(head)
        return group << 16 | number, length


def _informed(place: _Place, element: Element) -> _Place:
    """The place, knowing what its own elements say of the others: their character set, and whether pixels are signed."""
    if element.tag == _CHARACTER_SET:
        codecs = codecs_of(text_of(element.value or b""))
        return _Place(place.at, place.end, place.coding, place.depth, codecs, place.signed)
    if element.tag == _PIXEL_REPRESENTATION:
        signed = any(element.value or b"")
        return _Place(place.at, place.end, place.coding, place.depth, place.codecs, signed)
    return place
