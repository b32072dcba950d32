"""What a stick from a camera holds: media with an index, and ZIPs, some of them made to do harm."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from resources.wire.coding import EXPLICIT
from resources.wire.part10 import file_meta
from resources.wire.uids import EXPLICIT_LITTLE, MEDIA_DIRECTORY


def a_zip(files: Mapping[str, bytes], path: Path, how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def an_index(*file_ids: str) -> bytes:
    """A DICOMDIR whose records name these files."""
    items = b"".join(_item(_element(0x0004, 0x1500, b"CS", file_id.encode())) for file_id in file_ids)
    records = EXPLICIT.vr.pack(0x0004, 0x1220, b"SQ", 0) + struct.pack("<I", len(items)) + items
    return file_meta(MEDIA_DIRECTORY, "2.25.1", EXPLICIT_LITTLE) + records


def _element(group: int, number: int, vr: bytes, value: bytes) -> bytes:
    value += b" " * (len(value) % 2)
    return EXPLICIT.vr.pack(group, number, vr, len(value)) + value


def _item(content: bytes) -> bytes:
    return struct.pack("<HHI", 0xFFFE, 0xE000, len(content)) + content


def lying_about_its_size(name: str, content: bytes) -> bytes:
    """A ZIP whose one file unpacks to far more than the archive says."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    whole = struct.pack("<I", len(content))
    return buffer.getvalue().replace(whole, struct.pack("<I", 1000))
