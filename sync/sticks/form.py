"""The form on a stick: a sealed file that is whole by itself, a line of JSON and, for a picture, its bytes, again and again.

It begins by saying who wrote it, and its last line says "end": a file without it is cut. Refuses to read a line longer than any
of ours.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from resources.problems import Damaged
from resources.store import Store, Unit, station
from resources.store.sealed import SUFFIX, SealedFile
from resources.store.vault import CHUNK
from resources.terms import Origin
from sync import outbox

FORM = 2
"""Form 1 held pictures only; it is still read, and answered in form 1, so that whoever wrote it can read the answer."""
REMOVALS = 3
"""The form of a file that says what was removed; all others go on in form 2, which more stations read."""
FORMS = (1, 2, 3)
PICTURES, RECEIPTS, OWN = "pictures", "receipts", "own"
LARGEST_HEAD = 8 << 20
OURS = "stick.station"
SENT = "stick.sent."
"""Before the UID of each picture that was put on a stick: what was put there."""


def own_id(unit: Unit) -> str:
    """By what other stations know this one; made at the first stick."""
    found = outbox.fact(unit, OURS)
    if not found:
        found = unit.new_uuid()
        outbox.remember(unit, OURS, found)
    return found


def id_of(store: Store) -> str:
    """The same, in a unit of its own."""
    with store.write(Origin.STATION, actor="stick") as unit:
        return own_id(unit)


def station_name(hq_station: str) -> str:
    """What the ledger calls headquarters where it is another station, and nothing but sticks goes there."""
    return f"station:{hq_station}" if hq_station else ""


def opening(store: Store, what: str, to: str = "", form: int = FORM) -> dict[str, Any]:
    """The first line of a file of ours."""
    with store.write(Origin.STATION, actor="sync") as unit:
        camp = station.camp(unit)
        title = " ".join(part for part in (camp.name, camp.prefix + camp.letter) if part) or "a station"
        return {"kind": "bundle", "form": form, "what": what, "station": own_id(unit), "title": title, "to": to,
                "at": unit.now.isoformat()}  # fmt: skip


def title_of(opening: dict[str, Any]) -> str:
    """What the sender calls itself."""
    return str(opening.get("title", ""))[:80]


def free_name(store: Store, folder: Path, what: str, number: int) -> Path:
    """One that no file of that folder has."""
    with store.read() as unit:
        camp = station.camp(unit)
    stamp = store.clock().strftime("%Y%m%d-%H%M%S")
    stem = f"{what}-{camp.prefix}{camp.letter}-{stamp}-{number}"
    path, again = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        again += 1
        path = folder / f"{stem}-{again}{SUFFIX}"
    return path


def line(file: SealedFile, said: dict[str, Any]) -> None:
    """Write one."""
    text = json.dumps(said, ensure_ascii=False).encode()
    file.write(len(text).to_bytes(4, "big") + text)


def next_line(stream: BinaryIO) -> dict[str, Any]:
    """Read one. Raises Damaged."""
    length = int.from_bytes(exactly(stream, 4), "big")
    if length > LARGEST_HEAD:
        raise Damaged("This file holds something else than it says.")
    try:
        said = json.loads(exactly(stream, length))
    except (ValueError, RecursionError) as reason:
        raise Damaged("This file holds something else than it says.") from reason
    if not isinstance(said, dict):
        raise Damaged("This file holds something else than it says.")
    return said


def exactly(stream: BinaryIO, size: int) -> bytes:
    """So many bytes. Raises Damaged where there are fewer."""
    data = stream.read(size)
    if len(data) != size:
        raise Damaged("This file ends too early.")
    return data


def body(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """The bytes behind a line, piece by piece. Raises Damaged."""
    left = size
    while left > 0:
        piece = exactly(stream, min(left, CHUNK))
        left -= len(piece)
        yield piece
