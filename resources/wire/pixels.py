"""The picture inside a stored file, as the JPEG that the camera made. Decodes nothing, and alters nothing."""

from collections.abc import Iterator
from typing import BinaryIO

from resources.problems import Damaged
from resources.wire.coding import EXPLICIT, ITEM, PIXEL_DATA, SEQUENCE_END, UNDEFINED
from resources.wire.elements import Wanted
from resources.wire.front import Front
from resources.wire.part10 import read_part10
from resources.wire.uids import JPEG_BASELINE

_FRAMES = 0x00280008
_WANTED: Wanted = {_FRAMES: None}
_HEAD = 12  # tag, VR, reserved, length


def jpeg_of(stream: BinaryIO) -> bytes | None:
    """The only frame of a Part 10 file in JPEG Baseline (PS3.5 A.4.1); ``None`` where the picture is anything else.

    Raises:
        Damaged: the file says that it holds one, and does not.
    """
    meta = read_part10(stream)
    if meta.transfer_syntax_uid != JPEG_BASELINE:
        return None
    front = Front.of(stream, meta.data_set_at, meta.transfer_syntax_uid, _WANTED)
    pixels = front.walk.pixels
    if pixels is None or pixels.length >= 0 or front.text(_FRAMES) not in ("", "0", "1"):
        return None
    picture = dict(front.places.tops)[PIXEL_DATA]
    _table, *fragments = _fragments(stream, meta.data_set_at + picture + _HEAD)
    frame = b"".join(fragments)
    if frame[:2] != b"\xff\xd8":
        raise Damaged("The picture of this instance is not the JPEG that it is said to be.")
    return frame[:-1] if frame.endswith(b"\xff\xd9\0") else frame


def _fragments(stream: BinaryIO, at: int) -> Iterator[bytes]:
    """The items of encapsulated Pixel Data: the offset table, then the fragments (PS3.5 A.4)."""
    stream.seek(at)
    while True:
        head = stream.read(8)
        group, number, length = EXPLICIT.plain.unpack(head) if len(head) == 8 else (0, 0, 0)
        tag = group << 16 | number
        if tag == SEQUENCE_END:
            return
        value = stream.read(length) if tag == ITEM and length != UNDEFINED else b""
        if tag != ITEM or len(value) != length:
            raise Damaged("The picture of this instance ended early.")
        yield value
