"""A stored file as Explicit VR Little Endian, which every reader knows (PS3.18 8.7.3.4 makes it the default of retrieval), or as
Implicit, for peers that know nothing else (PS3.5 10.1).

Native values are turned and given their VR; a compressed picture only when its frames come in decoded from elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from struct import pack

from resources.problems import Damaged
from resources.wire.coding import EXPLICIT, IMPLICIT, LONG, PIXEL_DATA, Coding
from resources.wire.dataset import DataSetTree, Element, Elements
from resources.wire.dicomjson import SWAPPED, turned
from resources.wire.part10 import file_meta
from resources.wire.uids import EXPLICIT_LITTLE, IMPLICIT_LITTLE
from resources.wire.writing import element, ended, head, item, opened

_WIDTHS = {**SWAPPED, "AT": 2, "FD": 8, "FL": 4, "SL": 4, "SS": 2, "SV": 8, "UL": 4, "US": 2, "UV": 8}
_PIECE = 256 << 10
_CLASS, _INSTANCE = 0x00080016, 0x00080018


@dataclass(frozen=True, slots=True)
class Decoded:
    """All frames of a picture, decoded: how they are described from now on, and their bytes, little endian."""

    photometric: str
    samples: int
    bits: int
    length: int
    frames: Iterable[bytes]


def native_little(
    tree: DataSetTree, decoded: Decoded | None = None, syntax: str = EXPLICIT_LITTLE
) -> tuple[int, Iterator[bytes]]:
    """Length and bytes of the file. Raises Damaged when a picture is compressed and ``decoded`` is not given."""
    coding = IMPLICIT if syntax == IMPLICIT_LITTLE else EXPLICIT
    elements = tree.elements if decoded is None else _described(tree.elements, decoded)
    pieces = [piece for each in elements.values() for piece in _written(coding, each, decoded)]
    uids = [elements[tag].text if tag in elements else "" for tag in (_CLASS, _INSTANCE)]
    front = file_meta(uids[0], uids[1], syntax, tree.meta.source_ae_title)
    length = len(front) + sum(len(piece) if isinstance(piece, bytes) else _length(piece) for piece in pieces)
    return length, _read(tree, [front, *pieces])


_Piece = bytes | Element | Decoded
"""Bytes, or something whose bytes are read when it is their turn."""


def _length(piece: Element | Decoded) -> int:
    return piece.length + piece.length % 2


def _written(coding: Coding, each: Element, decoded: Decoded | None) -> Sequence[_Piece]:
    if not each.tag & 0xFFFF or each.tag >> 16 == 0x0002:
        return []
    if each.tag == PIXEL_DATA and decoded is not None:
        return [head(coding, each.tag, b"OW" if decoded.bits > 8 else b"OB", _length(decoded)), decoded]
    if each.fragments is not None:
        raise Damaged("A compressed picture cannot be written without being decoded.")
    vr = each.vr.encode()
    if each.items is not None:
        return [_sequence(coding, each)]
    if vr not in LONG and each.length > 0xFFFE:
        vr = b"UN"  # PS3.5 6.2.2 note 5: too long for its own VR
    if each.value is None:
        return [head(coding, each.tag, vr, _length(each)), each]
    return [element(coding, each.tag, vr, _turned(each))]


def _sequence(coding: Coding, each: Element) -> bytes:
    items = []
    for inside in each.items or ():
        pieces = [piece for one in inside.values() for piece in _written(coding, one, None)]
        if not all(isinstance(piece, bytes) for piece in pieces):
            raise Damaged("A value inside a sequence is too long to be written anew.")
        items.append(item(coding, b"".join(piece for piece in pieces if isinstance(piece, bytes))))
    return opened(coding, each.tag) + b"".join(items) + ended(coding)


def _turned(each: Element) -> bytes:
    value = each.value or b""
    return value if each.little else turned(value, _WIDTHS.get(each.vr, 1))


def _read(tree: DataSetTree, pieces: Sequence[_Piece]) -> Iterator[bytes]:
    for piece in pieces:
        if isinstance(piece, bytes):
            yield piece
        elif isinstance(piece, Decoded):
            yield from _padded(piece.frames, piece.length)
        else:
            width = 1 if piece.little else _WIDTHS.get(piece.vr, 1)
            raw = tree.bytes_of(piece.at, piece.length)
            yield from _padded((turned(each, width) for each in raw), piece.length)


def _padded(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    yield from pieces
    if length % 2:
        yield b"\0"


def _described(elements: Elements, decoded: Decoded) -> Elements:
    """The Image Pixel Module (PS3.3 C.7.6.3) of the decoded frames."""
    found = dict(elements)
    found.update(
        {
            0x00280002: _us(0x00280002, decoded.samples),
            0x00280004: Element(0x00280004, "CS", 0, 0, decoded.photometric.encode()),
            0x00280100: _us(0x00280100, decoded.bits),
        }
    )
    if decoded.samples > 1:
        found[0x00280006] = _us(0x00280006, 0)
    for tag in (0x7FE00001, 0x7FE00002):  # extended offset tables describe fragments
        found.pop(tag, None)
    pixels = found[PIXEL_DATA]
    found[PIXEL_DATA] = replace(pixels, fragments=None, length=decoded.length)
    return dict(sorted(found.items()))


def _us(tag: int, number: int) -> Element:
    return Element(tag, "US", 0, 2, pack("<H", number))
