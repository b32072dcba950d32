"""Photographs as phones and memory cards hold them: drawn here, so that tests of safety never depend on files."""

import struct
from datetime import UTC, datetime
from io import BytesIO
from itertools import count

import numpy as np
from PIL import Image

from resources.terms import Field, Laterality
from resources.wire.header import Identity
from resources.wire.photograph import Sitting

LAKSHMI = Identity("C7A-00042-7", "CAMP7", "Devi^Lakshmi=லட்சுமி", "", "F", "062Y")
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def a_retina(width: int = 96, height: int = 64) -> Image.Image:
    """Red over green over blue, brighter to the upper left, with a bright disc: no two of its eight positions look alike."""
    y, x = np.mgrid[0:height, 0:width]
    light = 1 - (0.4 * x / width + 0.3 * y / height)
    disc = ((x - width * 0.75) ** 2 + (y - height * 0.4) ** 2 < (height * 0.12) ** 2) * 60
    colours = np.stack([190 * light + disc, 90 * light + disc, 35 * light + disc], axis=-1)
    return Image.fromarray(colours.clip(0, 255).astype(np.uint8))


def a_jpeg_of(image: Image.Image, **how: object) -> bytes:
    """JPEG with Pillow's own options."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", **{"quality": 90, **how})
    return buffer.getvalue()


def a_png_of(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def with_segments(jpeg: bytes, *segments: tuple[int, bytes]) -> bytes:
    """Segments put in right behind SOI: marker and content."""
    written = b"".join(bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body for marker, body in segments)
    return jpeg[:2] + written + jpeg[2:]


def exif_of(orientation: int) -> bytes:
    """An Exif segment's content that says which way up, and a GPS place that nobody may keep."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack("<HHII", 0x010F, 2, 4, 0x00656150)
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 2) + entries + b"\0\0\0\0GPSLatitude 12.9716"


def a_sitting(**changed: object) -> Sitting:
    """Lakshmi's right macula at noon."""
    return Sitting(
        **{"identity": LAKSHMI, "laterality": Laterality.RIGHT, "taken_at": NOON, "field": Field.MACULA, **changed}  # type: ignore[arg-type]
    )


class Uids:
    """2.25.1, 2.25.2 and so on."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> str:
        return f"2.25.{next(self._numbers)}"
