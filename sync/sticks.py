"""The outbox without any network: pictures to a stick, in at another station, receipts back the same way.

A bundle is one sealed file that is whole by itself: a line of JSON and, for a picture, its bytes, again and again, and a line
that says "end". Arriving twice is harmless: the UID is the key. A receipt speaks of what the other station's vault gave back,
read through and hashed there. It counts only from the station that this laptop was told stands for headquarters; what anybody
else holds claims nothing on the screen. Refuses to mark anything sent because a stick was written, and to lower a claim.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from resources.problems import Damaged, Invalid, NotFound, Problem, Unsupported
from resources.store import Store, Unit, filing, station
from resources.store.copies import copy_of
from resources.store.rows import Arrival
from resources.store.sealed import SUFFIX, SealedFile, open_sealed, stick_problem
from resources.store.vault import CHUNK, Blob
from resources.terms import Origin
from sync import ledger, outbox, push
from sync.ledger import Evidence
from sync.push import Ready
from sync.status import Level, State

FORM = 1
PICTURES, RECEIPTS, OWN = "pictures", "receipts", "own"
LARGEST_HEAD = 1 << 20
LARGEST_FILE = 1 << 30
"""A stick is FAT: no file of 4 GiB. A picture that is larger still gets a file of its own."""
SENT, OURS = "stick.sent.", "stick.station"
TRAVELLING = (State.QUEUED, State.SENDING, State.PROBING, State.ACCEPTED, State.ATTENTION, State.HELD)
ARRIVAL = Arrival(Origin.IMPORT)


@dataclass(frozen=True, slots=True)
class Written:
    """What was put on a stick, and read back from it."""

    files: tuple[Path, ...]
    pictures: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in from one file. ``receipts`` is where the answer was written; ``note`` what a person must know."""

    what: str
    sender: str
    pictures: int = 0
    stored: int = 0
    known: int = 0
    aside: int = 0
    confirmed: int = 0
    refused: int = 0
    receipts: Path | None = None
    note: str = ""

    @property
    def sentence(self) -> str:
        """For a person."""
        if self.what == OWN:
            return "This file was written here. It is for another station."
        if self.what == RECEIPTS:
            said = f"Receipts of {self.sender}: {self.confirmed} pictures are there as we mean them, {self.refused} are not."
        else:
            said = f"Pictures of {self.sender}: {self.stored} new, {self.known} known already, {self.aside} kept aside."
        return f"{said} {self.note}".strip()


def own_id(unit: Unit) -> str:
    """By what other stations know this one; made at the first stick."""
    found = outbox.fact(unit, OURS)
    if not found:
        found = unit.new_uuid()
        outbox.remember(unit, OURS, found)
    return found


def _own_id(store: Store) -> str:
    with store.write(Origin.STATION, actor="stick") as unit:
        return own_id(unit)


# --- out --------------------------------------------------------------------------------------------------------------


def write_pictures(
    store: Store,
    folder: Path,
    passphrase: str,
    *,
    unmatched: str = "hold",
    largest: int = LARGEST_FILE,
) -> Written:
    """Everything that headquarters has not confirmed, into files of that folder. Nothing is called sent by it.

    Raises StorageFull or Unavailable for the stick; files that were finished before are whole, and may travel.
    """
    while _collect(store):
        pass
    with store.read() as unit:
        waiting = outbox.entries(unit, TRAVELLING)
    ready = push.travelling(store, waiting, unmatched)
    files: list[Path] = []
    gone = 0
    for number, batch in enumerate(_batches(ready, largest), start=1):
        path, taken = _write_file(store, folder, passphrase, batch, number)
        files.append(path)
        gone += taken
    return Written(tuple(files), gone, len(waiting) - gone)


def _collect(store: Store) -> bool:
    with store.write(Origin.STATION, actor="sync") as unit:
        return outbox.collect(unit) >= outbox.PAGE


def _batches(ready: Sequence[Ready], largest: int) -> Iterator[list[Ready]]:
    batch: list[Ready] = []
    size = 0
    for one in ready:
        if batch and size + one.entry.size > largest:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.entry.size
    if batch:
        yield batch


def _write_file(store: Store, folder: Path, passphrase: str, batch: Sequence[Ready], number: int) -> tuple[Path, int]:
    path = _free_name(store, folder, PICTURES, number)
    file = SealedFile(path, passphrase, store.rng)
    try:
        _line(file, _opening(store, PICTURES))
        sent = [fact for ready in batch if (fact := _put_picture(store, file, ready)) is not None]
        _line(file, {"kind": "end", "count": len(sent)})
        file.keep()
    except BaseException:
        file.discard()
        raise
    with store.write(Origin.STATION, actor="sync") as unit:
        for fact in sent:
            outbox.remember(unit, SENT + fact["uid"], json.dumps(fact))
    return path, len(sent)


def _put_picture(store: Store, file: SealedFile, ready: Ready) -> dict[str, Any] | None:
    """The copy that is published, as push would send it; ``None`` where this laptop's own bytes are damaged."""
    with store.read() as unit:
        issuer = station.camp(unit).prefix
    whole = hashlib.sha256()
    try:
        for piece in copy_of(store.vault, ready.instance, ready.study, issuer)[1]:
            whole.update(piece)
        size, pieces = copy_of(store.vault, ready.instance, ready.study, issuer)
    except (Damaged, Invalid, NotFound):
        return None
    fact = {"uid": ready.instance.instance_uid, "sha256": whole.hexdigest(), "size": size}
    _line(file, {"kind": "picture", **fact})
    for piece in pieces:
        file.write(piece)
    return fact | {"evidence": asdict(ready.evidence)}


def _opening(store: Store, what: str, to: str = "") -> dict[str, Any]:
    with store.write(Origin.STATION, actor="sync") as unit:
        camp = station.camp(unit)
        title = " ".join(part for part in (camp.name, camp.prefix + camp.letter) if part) or "a station"
        return {"kind": "bundle", "form": FORM, "what": what, "station": own_id(unit), "title": title, "to": to,
                "at": unit.now.isoformat()}  # fmt: skip


def _free_name(store: Store, folder: Path, what: str, number: int) -> Path:
    with store.read() as unit:
        camp = station.camp(unit)
    stamp = store.clock().strftime("%Y%m%d-%H%M%S")
    stem = f"{what}-{camp.prefix}{camp.letter}-{stamp}-{number}"
    path, again = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        again += 1
        path = folder / f"{stem}-{again}{SUFFIX}"
    return path


def _line(file: SealedFile, said: dict[str, Any]) -> None:
    text = json.dumps(said, ensure_ascii=False).encode()
    file.write(len(text).to_bytes(4, "big") + text)


# --- in ---------------------------------------------------------------------------------------------------------------


def take_in(store: Store, path: Path, passphrase: str, *, headquarters: str = "", hq_station: str = "") -> Arrived:
    """One file from a stick: pictures, which are answered by receipts beside them, or receipts for what we sent.

    ``headquarters`` is what the ledger calls ours, ``hq_station`` the station that stands for it. Raises Locked; Damaged for a
    file that is cut or changed, after everything before the damage was taken.
    """
    try:
        with closing(open_sealed(path, passphrase)) as stream:
            opening = _next(stream)
            if opening.get("kind") != "bundle" or opening.get("form") != FORM:
                raise Unsupported("This file was written by a newer Eyecamp. Update this one first.")
            if opening.get("station") == _own_id(store):
                return Arrived(OWN, _title(opening))
            if opening.get("what") == RECEIPTS:
                is_hq = bool(hq_station) and opening.get("station") == hq_station
                return _take_receipts(
                    store, stream, opening, (headquarters or station_name(hq_station)) if is_hq else ""
                )
            return _take_pictures(store, stream, path, passphrase, opening)
    except OSError as reason:
        raise stick_problem(reason) from reason


def station_name(hq_station: str) -> str:
    """What the ledger calls headquarters where it is another station, and nothing but sticks goes there."""
    return f"station:{hq_station}" if hq_station else ""


def _take_pictures(store: Store, stream: BinaryIO, path: Path, passphrase: str, opening: dict[str, Any]) -> Arrived:
    arrived = Arrived(PICTURES, _title(opening))
    uids: list[str] = []
    damage: Damaged | None = None
    try:
        for head, blob in _pictures(store, stream):
            outcome = _file(store, head, blob)
            uids.append(str(head["uid"]))
            arrived = _counted(arrived, outcome)
    except Damaged as reason:
        damage = reason
    receipts, note = _answer(store, path, passphrase, uids, str(opening.get("station", "")))
    if damage is not None:
        raise Damaged(
            f"{path.name} is damaged. {arrived.pictures} pictures before the damage are here; ask for the rest again."
        ) from damage
    return _with(arrived, receipts=receipts, note=note)


def _title(opening: dict[str, Any]) -> str:
    return str(opening.get("title", ""))[:80]


def _with(arrived: Arrived, **changes: Any) -> Arrived:
    return Arrived(**({name: getattr(arrived, name) for name in Arrived.__slots__} | changes))


def _counted(arrived: Arrived, outcome: str) -> Arrived:
    name = {"stored": "stored", "duplicate": "known"}.get(outcome, "aside")
    return _with(arrived, pictures=arrived.pictures + 1, **{name: getattr(arrived, name) + 1})


def _pictures(store: Store, stream: BinaryIO) -> Iterator[tuple[dict[str, Any], Blob]]:
    """Each picture with its bytes in the vault, once its digest was found right."""
    count = 0
    while True:
        head = _next(stream)
        if head.get("kind") == "end":
            if head.get("count") != count:
                raise Damaged("Pictures are missing from this file.")
            return
        if head.get("kind") != "picture" or not isinstance(head.get("size"), int):
            raise Damaged("This file holds something else than it says.")
        part = store.vault.receive()
        try:
            for piece in _body(stream, head["size"]):
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


# --- receipts ---------------------------------------------------------------------------------------------------------


def _answer(store: Store, path: Path, passphrase: str, uids: Sequence[str], to: str) -> tuple[Path | None, str]:
    """Beside the bundle, what is really held of it. A stick that cannot be written leaves the pictures here all the same."""
    if not uids:
        return None, ""
    target = _free_name(store, path.parent, RECEIPTS, 1)
    file: SealedFile | None = None
    try:
        file = SealedFile(target, passphrase, store.rng)
        _line(file, _opening(store, RECEIPTS, to))
        for uid in uids:
            _line(file, {"kind": "receipt", "uid": uid, **_really_held(store, uid)})
        _line(file, {"kind": "end", "count": len(uids)})
        file.keep()
    except Problem as problem:
        if file is not None:
            file.discard()
        return None, f"The receipts could not be written: {problem.sentence}"
    return target, "The receipts are on the stick: take it back."


def _really_held(store: Store, uid: str) -> dict[str, Any]:
    """Read through and hashed now; what is not here, or not whole, gets an empty receipt."""
    with store.read() as unit:
        meant = ledger.published(unit, uid)
    if meant is None:
        return {"sha256": "", "published": ""}
    try:
        store.vault.verify(meant[1].digest)
    except (Damaged, NotFound):
        return {"sha256": "", "published": ""}
    return {"sha256": meant[1].digest, "published": meant[1].published}


def _take_receipts(store: Store, stream: BinaryIO, opening: dict[str, Any], name: str) -> Arrived:
    """All or nothing: a file that is cut says nothing. ``name`` is empty where they are not headquarters' own."""
    heads: list[dict[str, Any]] = []
    while (head := _next(stream)).get("kind") == "receipt":
        heads.append(head)
    if head.get("kind") != "end" or head.get("count") != len(heads):
        raise Damaged("Receipts are missing from this file. Make it again where the pictures are.")
    with store.write(Origin.STATION, actor="stick") as unit:
        if opening.get("to") != own_id(unit):
            raise Invalid("These receipts are for another station.")
        right = [meant for one in heads if (meant := _speaks_of(unit, one)) is not None]
        for evidence in right if name else []:
            _confirm(unit, name, evidence)
    note = (
        ""
        if name
        else f"That station ({opening.get('station')}) does not stand for headquarters here, so they do not count."
    )
    return Arrived(
        RECEIPTS, _title(opening), len(heads), confirmed=len(right), refused=len(heads) - len(right), note=note
    )


def _speaks_of(unit: Unit, said: dict[str, Any]) -> Evidence | None:
    """The bytes that we put on a stick, there whole, as the same person, visit and eye, and still what we publish."""
    uid = str(said.get("uid", ""))
    known, meant = outbox.fact(unit, SENT + uid), ledger.published(unit, uid)
    if not known or meant is None:
        return None
    sent: dict[str, Any] = json.loads(known)
    evidence = meant[1]
    is_sent = said.get("sha256") == sent["sha256"] and Evidence(**sent["evidence"]) == evidence
    return evidence if is_sent and said.get("published") == evidence.published else None


def _confirm(unit: Unit, name: str, evidence: Evidence) -> None:
    """The very bytes were read back there, under the same person, visit and eye."""
    ledger.record(unit, name, Level.DIGEST, evidence, "by stick")
    if outbox.entry(unit, evidence.instance_uid) is not None:
        outbox.move(unit, [evidence.instance_uid], State.VERIFIED, attempts=0)


# --- the lines of a file ----------------------------------------------------------------------------------------------


def _next(stream: BinaryIO) -> dict[str, Any]:
    length = int.from_bytes(_exactly(stream, 4), "big")
    if length > LARGEST_HEAD:
        raise Damaged("This file holds something else than it says.")
    try:
        said = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as reason:
        raise Damaged("This file holds something else than it says.") from reason
    if not isinstance(said, dict):
        raise Damaged("This file holds something else than it says.")
    return said


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise Damaged("This file ends too early.")
    return data


def _body(stream: BinaryIO, size: int) -> Iterator[bytes]:
    left = size
    while left > 0:
        piece = _exactly(stream, min(left, CHUNK))
        left -= len(piece)
        yield piece
