"""The DICOM file format (PS3.10 7): its file meta written, and read from files that anybody may have made.

Believes no length that the bytes do not bear out. Reads group 0002 only as far as it goes, whatever its group length says.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct, error
from typing import BinaryIO

from resources.problems import Invalid
from resources.wire.characters import text_of
from resources.wire.coding import LONG, SHORT
from resources.wire.dicom import DataSetReader
from resources.wire.elements import Limits
from resources.wire.header import Header
from resources.wire.uids import (
    EXPLICIT_BIG,
    EXPLICIT_LITTLE,
    IMPLEMENTATION_CLASS_UID,
    IMPLEMENTATION_VERSION_NAME,
    IMPLICIT_LITTLE,
    MEDIA_DIRECTORY,
)

_CHUNK = 256 << 10
_META_CAP = 64 << 10
_HEAD = Struct("<HH2sH")
_LENGTH = Struct("<I")
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class FileMeta:
    """What group 0002 says, and where the data set begins. Empty text means absent."""

    sop_class_uid: str = ""
    instance_uid: str = ""
    transfer_syntax_uid: str = ""
    implementation_class_uid: str = ""
    implementation_version_name: str = ""
    source_ae_title: str = ""
    data_set_at: int = 0


_FIELDS = {
    0x0002: "sop_class_uid",
    0x0003: "instance_uid",
    0x0010: "transfer_syntax_uid",
    0x0012: "implementation_class_uid",
    0x0013: "implementation_version_name",
    0x0016: "source_ae_title",
}


def file_meta(sop_class_uid: str, instance_uid: str, transfer_syntax_uid: str, source_ae_title: str = "") -> bytes:
    """Preamble, prefix and group 0002 of a file whose data set follows (PS3.10 7.1)."""
    elements = [
        _HEAD.pack(2, 1, b"OB", 0) + _LENGTH.pack(2) + b"\0\1",
        _ui(0x0002, sop_class_uid),
        _ui(0x0003, instance_uid),
        _ui(0x0010, transfer_syntax_uid),
        _ui(0x0012, IMPLEMENTATION_CLASS_UID),
        _text(0x0013, b"SH", IMPLEMENTATION_VERSION_NAME),
    ]
    if source_ae_title:
        elements.append(_text(0x0016, b"AE", source_ae_title[:16]))
    group = b"".join(elements)
    return bytes(128) + b"DICM" + _HEAD.pack(2, 0, b"UL", 4) + _LENGTH.pack(len(group)) + group


def _ui(number: int, uid: str) -> bytes:
    value = uid.encode("ascii", "replace")
    value += b"\0" * (len(value) % 2)
    return _HEAD.pack(2, number, b"UI", len(value)) + value


def _text(number: int, vr: bytes, text: str) -> bytes:
    value = text.encode("ascii", "replace")
    value += b" " * (len(value) % 2)
    return _HEAD.pack(2, number, vr, len(value)) + value


def read_part10(stream: BinaryIO) -> FileMeta:
    """The file meta of a file, from its start. Without preamble or meta the transfer syntax is told from the first element.

    Raises Invalid when the file is nothing like DICOM.
    """
    stream.seek(0)
    start = stream.read(132 + _META_CAP)
    at = _meta_starts(start)
    values: dict[str, str] = {}
    while (element := _meta_element(start, at)) is not None:
        number, value, at = element
        if number in _FIELDS:
            values[_FIELDS[number]] = text_of(value)
    values["transfer_syntax_uid"] = values.get("transfer_syntax_uid") or _guessed(start[at : at + 8], is_dicom=at > 0)
    return FileMeta(**values, data_set_at=at)


def _meta_starts(start: bytes) -> int:
    if start[128:132] == b"DICM" or (start[132:134] == b"\2\0" and not any(start[:132])):
        return 132
    return 4 if start[:4] == b"DICM" else 0


def _meta_element(start: bytes, at: int) -> tuple[int, bytes, int] | None:
    """Number, value and end of the element of group 0002 at ``at``; ``None`` where the group is over."""
    try:
        group, number, vr, length = _HEAD.unpack_from(start, at)
        if group != 2:
            return None
        head = 8
        if vr in LONG:
            (length,), head = _LENGTH.unpack_from(start, at + 8), 12
        elif vr not in SHORT:  # group 0002 in implicit VR, against PS3.10 7.1
            (length,) = _LENGTH.unpack_from(start, at + 4)
    except error:
        raise Invalid("The file ends within its file meta information.") from None
    end = at + head + length
    if end > len(start):
        raise Invalid("The file meta information is longer than the file, or than 64 KB.")
    return number, start[at + head : end], end


def _guessed(first: bytes, *, is_dicom: bool) -> str:
    """The transfer syntax of a data set that does not name it, by its first element."""
    if len(first) < 8:
        raise Invalid("The file holds no data set.")
    if first[4:6] in SHORT or first[4:6] in LONG:
        return EXPLICIT_BIG if first[0] == 0 and first[1] else EXPLICIT_LITTLE
    group, _, length = Struct("<HHI").unpack(first)
    if not is_dicom and (not 0x0004 < group < 0x0100 or length > 1024):  # a data set begins low, mostly with group 0008
        raise Invalid("This is not a DICOM file.")
    return IMPLICIT_LITTLE


def header_of(stream: BinaryIO, limits: Limits = _LIMITS) -> Header:
    """What the instance in a whole file says about itself. Raises Damaged or Invalid as ``DataSetReader.close`` does."""
    meta = read_part10(stream)
    if meta.sop_class_uid == MEDIA_DIRECTORY:
        raise Invalid("This is the index of a medium (DICOMDIR), not an instance.")
    reader = DataSetReader(meta.transfer_syntax_uid, limits, meta.source_ae_title)
    for chunk in _data_set(stream, meta):
        reader.feed(chunk)
    return reader.close()


def data_set_digest(stream: BinaryIO) -> str:
    """sha256 of the data set alone: whether two files hold the same object."""
    digest = hashlib.sha256()
    for chunk in _data_set(stream, read_part10(stream)):
        digest.update(chunk)
    return digest.hexdigest()


def _data_set(stream: BinaryIO, meta: FileMeta) -> Iterator[bytes]:
    stream.seek(meta.data_set_at)
    while chunk := stream.read(_CHUNK):
        yield chunk
