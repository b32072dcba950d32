"""The files in a ZIP, one stream after the other, for the import. Unpacks nothing to the disk and nothing whole into memory.

A ZIP can be made to unpack to more than any disk holds, to name files outside of every folder, or to list more files than
memory takes. Names are only shown, never opened; sizes, counts and the total are capped; whatever is left out says why.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from struct import Struct, error
from typing import IO, BinaryIO, NamedTuple, cast

from resources.problems import Damaged

START = (b"PK\x03\x04", b"PK\x05\x06")
"""A ZIP, and an empty one (APPNOTE 4.3.7, 4.3.16)."""
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END, _END_64 = Struct("<4s4H2IH"), Struct("<4sQ2H2I4Q")
_LOCATOR = 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError)


class Limits(NamedTuple):
    """How much one archive may ask of us."""

    members: int = 100_000
    member: int = 600 << 20
    """Bytes that one file may unpack to."""
    total: int = 16 << 30
    """Bytes that are unpacked of one archive, each file read as often as it needs to be."""
    directory: int = 16 << 20
    """Bytes of the archive's own list of files, which is read into memory."""


class Member(NamedTuple):
    """One file of an archive: its name as it stands there, and its bytes or the reason why they cannot be had."""

    name: str
    stream: BinaryIO | None
    reason: str = ""


def members(archive: BinaryIO, limits: Limits = Limits()) -> Iterator[Member]:  # noqa: B008  numbers only
    """Every file, by name. A stream lives until the next member is asked for. Raises Damaged for what is no ZIP at all."""
    if _directory_size(archive) > limits.directory:
        raise Damaged("This ZIP lists more files than one import takes. Unpack it first.")
    try:
        opened = zipfile.ZipFile(archive)
    except _BROKEN:
        raise Damaged("This ZIP cannot be read.") from None
    with opened:
        files = sorted((one for one in opened.infolist() if one.filename[-1:] != "/"), key=lambda one: one.filename)
        left = _Left(limits.total)
        for info in files[: limits.members]:
            yield _member(opened, info, limits, left)
        for info in files[limits.members :]:
            yield Member(info.filename, None, f"More than {limits.members:,} files in one ZIP are not read.")


class _Left:
    """How many bytes may still be unpacked of this archive."""

    def __init__(self, total: int) -> None:
        self.bytes = total


def _member(opened: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, left: _Left) -> Member:
    if info.flag_bits & 0x1:
        return Member(info.filename, None, "It is locked with a password.")
    if info.compress_type not in _PLAIN:
        return Member(info.filename, None, "It is packed in a way that is not read here.")
    if info.file_size > limits.member:
        return Member(info.filename, None, f"It would unpack to more than {limits.member >> 20:,} MB.")
    if left.bytes <= 0:
        return Member(info.filename, None, "The ZIP unpacks to more than one import takes.")
    try:
        inside = opened.open(info)
    except _BROKEN:
        return Member(info.filename, None, "It is damaged inside the ZIP.")
    return Member(info.filename, cast(BinaryIO, io.BufferedReader(_Unpacking(inside, limits.member, left), 256 << 10)))


class _Unpacking(io.RawIOBase):
    """The bytes of one member, up to a cap whatever the archive says of it. Raises Damaged while reading."""

    def __init__(self, inside: IO[bytes], most: int, left: _Left) -> None:
        super().__init__()
        self._inside = inside
        self._most = most
        self._left = left

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes, by unpacking again."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes."""
        try:
            data = self._inside.read(len(buffer))
            at = self._inside.tell()
        except _BROKEN:
            raise Damaged("It is damaged inside the ZIP.") from None
        self._left.bytes -= len(data)
        if at > self._most or self._left.bytes < 0:
            raise Damaged("It unpacks to more than one import takes.")
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Back to the start, mostly."""
        try:
            return self._inside.seek(offset, whence)
        except _BROKEN:
            raise Damaged("It is damaged inside the ZIP.") from None

    def tell(self) -> int:
        """How far."""
        return self._inside.tell()


def _directory_size(archive: BinaryIO) -> int:
    """How many bytes the archive says its list of files takes; 0 where it does not say (APPNOTE 4.3.14 to 4.3.16)."""
    size = archive.seek(0, io.SEEK_END)
    start = max(0, size - 65_557 - _LOCATOR - _END_64.size)
    archive.seek(start)
    tail = archive.read()
    archive.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    try:
        said: int = _END.unpack_from(tail, at)[5] if at >= 0 else 0
        if at >= _LOCATOR and tail[at - _LOCATOR : at - _LOCATOR + 4] == b"PK\x06\x07":
            said = max(said if said != 0xFFFFFFFF else 0, _END_64.unpack_from(tail, at - _LOCATOR - _END_64.size)[8])
    except error:
        return 0
    return said
