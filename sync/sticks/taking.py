"""In: one file from a stick, taken by this station's own rules.

Arriving twice is harmless: the UID is the key. A file that is cut or damaged brings what came before the damage.
"""

from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from resources.problems import Conflict, Damaged, Invalid, Unsupported
from resources.store import Store, filing
from resources.store.rows import Arrival
from resources.store.sealed import open_sealed, stick_problem
from resources.store.vault import Blob
from resources.terms import Origin
from sync.sticks import receipts, withdrawing
from sync.sticks.form import FORMS, OWN, PICTURES, RECEIPTS, body, id_of, next_line, station_name, title_of
from sync.sticks.keeping import Came, Keeper, Line
from sync.sticks.outcomes import Arrived, Kept
from sync.sticks.removals import Removal

ARRIVAL = Arrival(Origin.IMPORT)
LARGEST_HEADSHOT = 64 << 20


def take_in(
    store: Store, path: Path, passphrase: str, *, headquarters: str = "", records_at: str = "", hq_station: str = ""
) -> Arrived:
    """One file from a stick: pictures and records, which are answered by receipts beside them, or receipts for what we sent.

    ``headquarters`` is what the ledger calls ours, ``records_at`` the server of records beside it where there is one,
    ``hq_station`` the station that stands for both. Raises Locked; Damaged for a
    file that is cut or changed, after everything before the damage was taken.
    """
    try:
        with closing(open_sealed(path, passphrase)) as stream:
            opening = next_line(stream)
            if opening.get("kind") != "bundle" or opening.get("form") not in FORMS:
                raise Unsupported("This file was written by a newer Eyecamp. Update this one first.")
            if opening.get("station") == id_of(store):
                return Arrived(OWN, title_of(opening))
            if opening.get("what") == RECEIPTS:
                stick = station_name(hq_station) if opening.get("station") == hq_station else ""
                names = (headquarters or stick, records_at or stick) if stick else ("", "")
                return receipts.take(store, stream, opening, *names)
            return _take_outbox(store, stream, path, passphrase, opening)
    except OSError as reason:
        raise stick_problem(reason) from reason


def _take_outbox(store: Store, stream: BinaryIO, path: Path, passphrase: str, opening: dict[str, Any]) -> Arrived:
    taker = _Taker(store, Keeper(store, str(opening.get("station", ""))))
    arrived = Arrived(PICTURES, title_of(opening))
    damage: Damaged | None = None
    try:
        taker.read(stream)
    except Damaged as reason:
        damage = reason
    to, form = str(opening.get("station", "")), int(opening["form"])
    written, note = receipts.answer(store, path, passphrase, taker.keeper, taker.uids, taker.keys, to=to, form=form)
    stored, known, aside = (taker.pictures[name] for name in ("stored", "known", "aside"))
    count = len(taker.uids)
    pictures = replace(arrived, pictures=count, stored=stored, known=known, aside=aside, records=taker.kept())
    if damage is not None:
        told = f" and {pictures.records.count} records" if taker.keys else ""
        raise Damaged(
            f"{path.name} is damaged. {pictures.pictures} pictures{told} before the damage are here; ask for the rest again."
        ) from damage
    return replace(pictures, receipts=written, note=note)


class _Taker:
    """What came of one file so far."""

    def __init__(self, store: Store, keeper: Keeper) -> None:
        self._store, self.keeper = store, keeper
        self.uids: list[str] = []
        self.keys: list[str] = []
        self.pictures = {"stored": 0, "known": 0, "aside": 0}
        self._records: Counter[Came] = Counter()
        self._why: dict[str, None] = {}

    def read(self, stream: BinaryIO) -> None:
        """To the last line. Raises Damaged."""
        while (head := next_line(stream)).get("kind") != "end":
            if head.get("kind") == "removal":
                self._removal(Removal.of(head))
                continue
            if head.get("kind") not in ("picture", "record") or not isinstance(head.get("size"), int):
                raise Damaged("This file holds something else than it says.")
            if head["kind"] == "picture":
                self._picture(head, _received(self._store, stream, head["size"]))
            else:
                self._record(Line.of(head), stream, head["size"])
        if (head.get("count"), head.get("records", 0)) != (len(self.uids), len(self.keys)):
            raise Damaged("Something is missing from this file.")

    def _picture(self, head: dict[str, Any], blob: Blob) -> None:
        """Once its digest was found right."""
        if blob.digest != head.get("sha256"):
            raise Damaged("A picture in this file is not what was put into it.")
        outcome = _file(self._store, head, blob)
        self.uids.append(str(head["uid"]))
        self.pictures[{"stored": "stored", "duplicate": "known"}.get(outcome, "aside")] += 1

    def _record(self, line: Line, stream: BinaryIO, size: int) -> None:
        if size > LARGEST_HEADSHOT:
            raise Damaged("This file holds something else than it says.")
        self._count(line.key, *self.keeper.take(line, b"".join(body(stream, size))))

    def _removal(self, removal: Removal) -> None:
        self._count(removal.key, *withdrawing.take(self._store, self.keeper, removal))

    def _count(self, key: str, came: Came, why: str) -> None:
        self.keys.append(key)
        self._records[came] += 1
        if why and came is Came.WAITS:
            self._why[why] = None

    def kept(self) -> Kept:
        """Of records."""
        return Kept(**{came.value: self._records[came] for came in Came}, why=tuple(self._why))


def _received(store: Store, stream: BinaryIO, size: int) -> Blob:
    part = store.vault.receive()
    try:
        for piece in body(stream, size):
            part.write(piece)
        return part.keep()
    except BaseException:
        part.discard()
        raise


def _file(store: Store, head: dict[str, Any], blob: Blob) -> str:
    """By the store's own rule; what nobody can read is kept aside, visible."""
    try:
        header, whole = filing.read_back(store.vault, blob)
        with store.write(Origin.IMPORT, actor="stick") as unit:
            return filing.file_instance(unit, header, whole, ARRIVAL).outcome
    except (Conflict, Damaged, Invalid) as problem:
        with store.write(Origin.IMPORT, actor="stick") as unit:
            filing.hold(unit, "quarantine", blob, problem.sentence, ARRIVAL, instance_uid=str(head["uid"]))
        return "quarantined"
