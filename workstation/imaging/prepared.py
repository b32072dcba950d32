"""How a prepared photograph comes back from the decoding child: a line of JSON, then the bytes for Pixel Data.

The child may have been broken by what it decoded, so its answer is measured before it is believed.
"""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from resources.problems import Damaged
from resources.wire.exif import Exif
from resources.wire.picture import Pixels
from resources.wire.uids import EXPLICIT_LITTLE, JPEG_BASELINE


def packed(pixels: Pixels) -> bytes:
    """One line, then the value."""
    said = asdict(pixels)
    del said["value"]
    return json.dumps(said, default=datetime.isoformat).encode() + b"\n" + pixels.value


def unpacked(body: bytes) -> Pixels:
    """The same pixels. Raises Damaged for what cannot be such."""
    line, _, value = body.partition(b"\n")
    try:
        pixels = _read(json.loads(line), value)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("The picture cannot be decoded.") from None
    if not _is_possible(pixels):
        raise Damaged("The picture cannot be decoded.")
    return pixels


def _read(said: dict[str, Any], value: bytes) -> Pixels:
    exif = said["exif"]
    taken = datetime.fromisoformat(exif["taken"]) if exif["taken"] else None
    return Pixels(
        str(said["transfer_syntax_uid"]),
        int(said["rows"]),
        int(said["columns"]),
        int(said["samples"]),
        str(said["photometric"]),
        value,
        Exif(int(exif["orientation"]), taken, str(exif["make"]), str(exif["model"])),
        tuple(float(ratio) for ratio in said["lossy_ratios"]),
        str(said["derivation"]),
    )


def _is_possible(pixels: Pixels) -> bool:
    if pixels.samples not in (1, 3) or not (0 < pixels.rows < 1 << 16 and 0 < pixels.columns < 1 << 16):
        return False
    if pixels.transfer_syntax_uid == EXPLICIT_LITTLE:
        return len(pixels.value) == pixels.rows * pixels.columns * pixels.samples
    return pixels.transfer_syntax_uid == JPEG_BASELINE and pixels.value[:2] == b"\xff\xd8"
