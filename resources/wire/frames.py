"""Single frames of a stored picture, as they lie in the file (PS3.5 8.2, A.4). Decodes nothing."""

from collections.abc import Iterator
from struct import iter_unpack, unpack

from resources.problems import Damaged, NotFound
from resources.wire.coding import DOUBLE_FLOAT_PIXEL_DATA, FLOAT_PIXEL_DATA, PIXEL_DATA
from resources.wire.dataset import DataSetTree, Element
from resources.wire.dicomjson import turned

_STARTS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51")  # SOI of JPEG and JPEG-LS, SOC and SIZ of JPEG 2000
_OFFSETS = 0x7FE00001
_PER_PIXEL = {"YBR_FULL_422": 2, "YBR_PARTIAL_422": 2}


def number_of(tree: DataSetTree, tag: int, default: int = 0) -> int:
    """A US or IS value; the default where it is absent or no number."""
    found = tree.elements.get(tag)
    if found is None or not found.value:
        return default
    if found.vr == "US" and len(found.value) >= 2:
        return int(unpack("<H" if found.little else ">H", found.value[:2])[0])
    text = found.text.split("\\")[0].strip()
    return int(text) if text.isascii() and text.isdigit() else default


def pixels_of(tree: DataSetTree) -> Element:
    """The element that holds the picture. Raises NotFound."""
    for tag in (PIXEL_DATA, FLOAT_PIXEL_DATA, DOUBLE_FLOAT_PIXEL_DATA):
        if tag in tree.elements:
            return tree.elements[tag]
    raise NotFound("This instance has no picture.")


def count_of(tree: DataSetTree) -> int:
    """Number of Frames (0028,0008), at least one."""
    return max(number_of(tree, 0x00280008, 1), 1)


def frame(tree: DataSetTree, number: int) -> Iterator[bytes]:
    """The bytes of frame ``number``, the first being 1. Raises NotFound or Damaged."""
    total, pixels = count_of(tree), pixels_of(tree)
    if not 1 <= number <= total:
        raise NotFound(f"This instance has {total} frames.")
    if pixels.fragments is None:
        return _native(tree, pixels, number, total)
    return _fragments(tree, pixels, number, total)


def frame_length(tree: DataSetTree) -> int:
    """Bytes of one native frame, from its description."""
    samples = _PER_PIXEL.get(text_of(tree, 0x00280004), number_of(tree, 0x00280002, 1))
    bits = number_of(tree, 0x00280100, 8)
    return (number_of(tree, 0x00280010) * number_of(tree, 0x00280011) * samples * bits + 7) // 8


def text_of(tree: DataSetTree, tag: int) -> str:
    """A value as text; empty where it is absent."""
    return tree.elements[tag].text if tag in tree.elements else ""


def _native(tree: DataSetTree, pixels: Element, number: int, total: int) -> Iterator[bytes]:
    length = frame_length(tree)
    if not length or length * total > pixels.length + 1:
        raise Damaged("The picture is shorter than it says.")
    width = 1 if pixels.little else {"OW": 2, "OF": 4, "OD": 8}.get(pixels.vr, 1)
    raw = tree.bytes_of(pixels.at + (number - 1) * length, length)
    return (turned(piece, width) for piece in raw)


def _fragments(tree: DataSetTree, pixels: Element, number: int, total: int) -> Iterator[bytes]:
    groups = _by_frame(tree, pixels, total)
    if number > len(groups):
        raise Damaged("The picture has fewer frames than it says.")
    return (piece for place in groups[number - 1] for piece in tree.bytes_of(*place))


def _by_frame(tree: DataSetTree, pixels: Element, total: int) -> list[list[tuple[int, int]]]:
    """Which fragments make which frame: one each, by the offset table, or by where a codestream begins."""
    table, *fragments = pixels.fragments or ((0, 0),)
    if total == 1:
        return [fragments]
    if len(fragments) == total:
        return [[fragment] for fragment in fragments]
    offsets = _offsets(tree, table)
    first = fragments[0][0] - 8 if fragments else 0
    groups: list[list[tuple[int, int]]] = []
    for place in fragments:
        begins = (
            place[0] - 8 - first in offsets
            if offsets
            else b"".join(tree.bytes_of(place[0], min(4, place[1]))).startswith(_STARTS)
        )
        if begins or not groups:
            groups.append([])
        groups[-1].append(place)
    return groups


def _offsets(tree: DataSetTree, table: tuple[int, int]) -> set[int]:
    """The Extended Offset Table where there is one, else the basic one; empty when both are."""
    extended = tree.elements.get(_OFFSETS)
    if extended is not None and extended.value:
        return {offset for (offset,) in iter_unpack("<Q", extended.value[: len(extended.value) // 8 * 8])}
    raw = b"".join(tree.bytes_of(*table))
    return {offset for (offset,) in iter_unpack("<I", raw[: len(raw) // 4 * 4])}
