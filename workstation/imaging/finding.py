"""Which files an import is about: files, folders, media and ZIPs, each file named once and opened in turn.

Follows no link and opens no pipe or device below what was given, and nothing that the index of a medium names outside of the
medium. Whatever is not opened is named with the reason, so that nothing is left out in silence.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from resources.problems import Damaged, Problem
from resources.wire.media import files_of, parts_of, spellings
from resources.wire.part10 import read_part10
from resources.wire.uids import MEDIA_DIRECTORY
from workstation.imaging import zips

UNREADABLE = "It cannot be read."
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Found(NamedTuple):
    """A file's name for people, and its bytes or the reason why they are not taken. The stream lives until the next one."""

    name: str
    stream: BinaryIO | None
    reason: str = ""


def found(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file that was given, lies below a given folder, is named by a given DICOMDIR, or is packed in a ZIP."""
    for path in paths:
        if not path.exists():
            yield Found(spoken(path), None, "There is no such file.")
        elif path.is_dir():
            yield from _below(path)
        else:
            yield from _given(path)


def spoken(path: Path | str) -> str:
    """A name that can be shown anywhere: without what steers a terminal or turns the direction of text."""
    return _ODD.sub("\ufffd", str(path))


def _given(path: Path) -> Iterator[Found]:
    """A file that somebody named: a link to a file is what they mean, and a DICOMDIR is its medium."""
    if not is_index(path):
        yield from _opened(path)
        return
    listed, is_whole = _listed(path)
    reason = "The list of contents of a medium; its pictures are read one by one."
    yield Found(spoken(path), None, reason if is_whole else "The list of contents of this medium is damaged.")
    for file_id in listed:
        place = on_medium(path.parent, file_id)
        yield from _opened(place) if isinstance(place, Path) else [place]


def _below(folder: Path) -> Iterator[Found]:
    """A whole folder, in order of name; then whatever a DICOMDIR in it names and is not there."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            yield Found(spoken(here), None, UNREADABLE)
            continue
        waiting += [Path(entry.path) for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield from _entry(Path(entry.path))


def _entry(path: Path) -> Iterator[Found]:
    if path.is_symlink():
        yield Found(spoken(path), None, "It is a link to somewhere else, which is not followed.")
    elif is_index(path):
        listed, _ = _listed(path)
        yield Found(spoken(path), None, "The list of contents of a medium; its pictures are read one by one.")
        places = (on_medium(path.parent, file_id) for file_id in listed)
        yield from (place for place in places if isinstance(place, Found))
    else:
        yield from _opened(path)


def _opened(path: Path) -> Iterator[Found]:
    """One file, or the members of one ZIP."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Found(spoken(path), None, "It is not a file.")
            return
        stream = path.open("rb")
    except OSError:
        yield Found(spoken(path), None, UNREADABLE)
        return
    with stream:
        try:
            is_zip = stream.read(4) in zips.START
            stream.seek(0)
        except OSError:
            yield Found(spoken(path), None, UNREADABLE)
            return
        if is_zip:
            yield from _packed(path, stream)
        else:
            yield Found(spoken(path), stream)


def _packed(path: Path, stream: BinaryIO) -> Iterator[Found]:
    is_empty = True
    try:
        for member in zips.members(stream):
            is_empty = False
            yield Found(f"{spoken(path)}!{spoken(member.name)}", member.stream, member.reason)
        if is_empty:
            yield Found(spoken(path), None, "This ZIP is empty.")
    except Damaged as problem:
        yield Found(spoken(path), None, problem.sentence)


def is_index(path: Path) -> bool:
    """Whether this file is a DICOMDIR, by what it says and not by what it is called."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its other end
            return False
        with path.open("rb") as stream:
            return read_part10(stream).sop_class_uid == MEDIA_DIRECTORY
    except (OSError, Problem):
        return False


def _listed(index: Path) -> tuple[list[str], bool]:
    try:
        with index.open("rb") as stream:
            return files_of(stream)
    except (OSError, Problem):
        return [], False


def on_medium(root: Path, file_id: str) -> Path | Found:
    """Where a DICOMDIR's file lies, or why it is not opened. Nothing outside of ``root`` is, by name or by link."""
    name = f"{spoken(root)}!{spoken(file_id)}"
    parts = parts_of(file_id)
    if parts is None:
        return Found(name, None, "The medium names a file outside of itself.")
    place = root
    for part in parts:
        candidates = (place / spelled for spelled in spellings(part))
        here = next((one for one in candidates if os.path.lexists(one)), None)
        if here is None:
            return Found(name, None, "The medium names this file, but it is not there.")
        place = here
    if not place.resolve().is_relative_to(root.resolve()):
        return Found(name, None, "The medium names a file outside of itself.")
    return place
