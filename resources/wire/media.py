"""Which files the index of a medium (DICOMDIR) names (PS3.3 Annex F, PS3.10 8). Opens none of them.

The index may be anybody's work: a name that could lead out of the medium is told apart from one that cannot, and never followed.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final

from resources.problems import Damaged
from resources.wire.characters import text_of
from resources.wire.dicom import coding_of
from resources.wire.elements import Limits, Walk, Wanted
from resources.wire.part10 import read_part10

_RECORDS, _FILE_ID = 0x00041220, 0x00041500  # Directory Record Sequence, Referenced File ID
_WANTED: Final[Wanted] = {_RECORDS: {_FILE_ID: None}}
_LIMITS: Final = Limits(elements=4_000_000, value=64 << 10)
_CHUNK = 256 << 10
_FORBIDDEN = frozenset('/:*?"<>|') | {chr(code) for code in range(32)}


def files_of(index: BinaryIO) -> tuple[list[str], bool]:
    """Each Referenced File ID as it is written, once, and whether the index was whole."""
    meta = read_part10(index)
    walk = _walked(index, meta.data_set_at, meta.transfer_syntax_uid)
    named = [text_of(value) for value in walk.found.get((_RECORDS, _FILE_ID), ())]
    try:
        walk.finish()
    except Damaged:
        return list(dict.fromkeys(filter(None, named))), False
    return list(dict.fromkeys(filter(None, named))), True


def _walked(index: BinaryIO, at: int, syntax: str) -> Walk:
    index.seek(at)
    first = index.read(_CHUNK)
    walk = Walk(coding_of(syntax, first), _WANTED, _LIMITS)
    walk.feed(first)
    while chunk := index.read(_CHUNK):
        walk.feed(chunk)
    return walk


def parts_of(file_id: str) -> tuple[str, ...] | None:
    """The folders and the name of a Referenced File ID; ``None`` for what no file on a medium can be called (PS3.10 8.2)."""
    parts = tuple(part.strip(" ") for part in file_id.split("\\"))
    return parts if all(_is_harmless(part) for part in parts) else None


def _is_harmless(part: str) -> bool:
    return bool(part.strip(". ")) and len(part) <= 64 and not _FORBIDDEN & set(part)


def spellings(part: str) -> Iterator[str]:
    """How a part may be spelled on the disk: media are copied in either case, some with a version behind (ISO 9660)."""
    yield from dict.fromkeys((part, part.lower(), part.upper(), f"{part};1"))
