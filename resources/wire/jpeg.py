"""The segments of a JPEG file (ISO/IEC 10918-1 Annex B): what it is, and the same picture without what should not travel.

Decodes nothing. EXIF with its GPS place, comments, and whatever hangs on behind the end are left out; the scans stay as they are.
"""

import re
from dataclasses import dataclass

from resources.problems import Damaged

BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
_SOI, _EOI, _SOS, _COM, _APP0, _APP1, _APP14 = 0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_LEFT_OUT = frozenset({_COM, *range(_APP1, _APP14), 0xEF})  # APP14 says how the colours are coded
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class Jpeg:
    """What the markers say. ``process`` is the SOF marker's low byte, ``components`` the component identifiers."""

    process: int
    precision: int
    rows: int
    columns: int
    components: bytes
    adobe_transform: int | None
    exif: bytes
    """The TIFF structure of the first Exif segment; empty when there is none."""
    picture: bytes
    """The file without the segments that are left out."""

    @property
    def is_plain_baseline(self) -> bool:
        """Baseline, grey or YCbCr: what JPEG Baseline (Process 1) in DICOM may hold (PS3.5 8.2.1)."""
        coloured = len(self.components) == 3 and self.adobe_transform != 0 and self.components != b"RGB"
        return self.process == BASELINE and self.precision == 8 and (coloured or len(self.components) == 1)


def read_jpeg(data: bytes) -> Jpeg:
    """Read the markers. Raises Damaged when the file is not a JPEG or has no end."""
    if data[:2] != b"\xff\xd8":
        raise Damaged("This is not a JPEG picture.")
    kept, frame, adobe, exif, at = [data[:2]], b"", None, b"", 2
    while True:
        marker, start, end = _segment(data, at)
        body = data[start + 4 : end]
        if marker in _FRAMES and not frame:
            frame = bytes([marker]) + body
        elif marker == _APP14 and body[:5] == b"Adobe" and len(body) >= 12:
            adobe = body[11]
        elif marker == _APP1 and body[:6] == b"Exif\0\0" and not exif:
            exif = body[6:]
        if marker == _SOS:
            end = _scan_end(data, end)
        if marker not in _LEFT_OUT:
            kept.append(data[start:end])
        if marker == _EOI:
            break
        at = end
    if len(frame) < 7:
        raise Damaged("The JPEG picture does not say how large it is.")
    rows, columns = int.from_bytes(frame[2:4], "big"), int.from_bytes(frame[4:6], "big")
    return Jpeg(frame[0], frame[1], rows, columns, frame[7 : 7 + 3 * frame[6] : 3], adobe, exif, b"".join(kept))


def _segment(data: bytes, at: int) -> tuple[int, int, int]:
    """Marker, start and end of the segment at ``at``; fill bytes before it are passed over (B.1.1.2)."""
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    if at + 2 > len(data):
        raise Damaged("The JPEG picture ended early.")
    marker = data[at + 1]
    if data[at] != 0xFF or marker == 0:
        raise Damaged("The JPEG picture is damaged.")
    if marker == _EOI or marker in _ALONE:
        return marker, at, at + 2
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    if end > len(data) or end < at + 4:
        raise Damaged("The JPEG picture ended early.")
    return marker, at, end


def _scan_end(data: bytes, at: int) -> int:
    found = _NEXT_MARKER.search(data, at)
    if found is None:
        raise Damaged("The JPEG picture ended early.")
    return found.start()
