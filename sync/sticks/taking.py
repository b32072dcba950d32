"""In: one file from a stick, taken by this station's own rules.

Arriving twice is harmless: the UID is the key. A file that is cut or damaged brings what came before the damage.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from resources.problems import Damaged, Invalid, Unsupported
from resources.store import Store, filing
from resources.store.rows import Arrival
from resources.store.sealed import open_sealed, stick_problem
from resources.store.vault import Blob
from resources.terms import Origin
from sync.sticks import receipts
from sync.sticks.form import FORM, OWN, PICTURES, RECEIPTS, body, id_of, next_line, station_name, title_of
from sync.sticks.outcomes import Arrived

ARRIVAL = Arrival(Origin.IMPORT)


def take_in(store: Store, path: Path, passphrase: str, *, headquarters: str = "", hq_station: str = "") -> Arrived:
    """One file from a stick: pictures, which are answered by receipts beside them, or receipts for what we sent.

    ``headquarters`` is what the ledger calls ours, ``hq_station`` the station that stands for it. Raises Locked; Damaged for a
    file that is cut or changed, after everything before the damage was taken.
    """
    try:
        with closing(open_sealed(path, passphrase)) as stream:
            opening = next_line(stream)
            if opening.get("kind") != "bundle" or opening.get("form") != FORM:
                raise Unsupported("This file was written by a newer Eyecamp. Update this one first.")
            if opening.get("station") == id_of(store):
                return Arrived(OWN, title_of(opening))
            if opening.get("what") == RECEIPTS:
                is_hq = bool(hq_station) and opening.get("station") == hq_station
                return receipts.take(
                    store, stream, opening, (headquarters or station_name(hq_station)) if is_hq else ""
                )
            return _take_pictures(store, stream, path, passphrase, opening)
    except OSError as reason:
        raise stick_problem(reason) from reason


def _take_pictures(store: Store, stream: BinaryIO, path: Path, passphrase: str, opening: dict[str, Any]) -> Arrived:
    arrived = Arrived(PICTURES, title_of(opening))
    uids: list[str] = []
    damage: Damaged | None = None
    try:
        for head, blob in _pictures(store, stream):
            outcome = _file(store, head, blob)
            uids.append(str(head["uid"]))
            arrived = _counted(arrived, outcome)
    except Damaged as reason:
        damage = reason
    written, note = receipts.answer(store, path, passphrase, uids, str(opening.get("station", "")))
    if damage is not None:
        raise Damaged(
            f"{path.name} is damaged. {arrived.pictures} pictures before the damage are here; ask for the rest again."
        ) from damage
    return replace(arrived, receipts=written, note=note)


def _counted(arrived: Arrived, outcome: str) -> Arrived:
    name = {"stored": "stored", "duplicate": "known"}.get(outcome, "aside")
    return replace(arrived, pictures=arrived.pictures + 1, **{name: getattr(arrived, name) + 1})


def _pictures(store: Store, stream: BinaryIO) -> Iterator[tuple[dict[str, Any], Blob]]:
    """Each picture with its bytes in the vault, once its digest was found right."""
    count = 0
    while True:
        head = next_line(stream)
        if head.get("kind") == "end":
            if head.get("count") != count:
                raise Damaged("Pictures are missing from this file.")
            return
        if head.get("kind") != "picture" or not isinstance(head.get("size"), int):
            raise Damaged("This file holds something else than it says.")
        part = store.vault.receive()
        try:
            for piece in body(stream, head["size"]):
                part.write(piece)
            blob = part.keep()
        except BaseException:
            part.discard()
            raise
        if blob.digest != head.get("sha256"):
            raise Damaged("A picture in this file is not what was put into it.")
        count += 1
        yield head, blob


def _file(store: Store, head: dict[str, Any], blob: Blob) -> str:
    """By the store's own rule; what nobody can read is kept aside, visible."""
    try:
        header, whole = filing.read_back(store.vault, blob)
    except (Damaged, Invalid) as problem:
        with store.write(Origin.IMPORT, actor="stick") as unit:
            filing.hold(unit, "quarantine", blob, problem.sentence, ARRIVAL, instance_uid=str(head["uid"]))
        return "quarantined"
    with store.write(Origin.IMPORT, actor="stick") as unit:
        return filing.file_instance(unit, header, whole, ARRIVAL).outcome
