"""Receipts: what a station really holds of what came on a stick, and what they count for at home.

A receipt speaks of what the other station's vault gave back, read through and hashed there. It counts only from the station that
this laptop was told stands for headquarters; what anybody else holds claims nothing. Refuses to lower a claim.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from resources.problems import Damaged, Invalid, NotFound, Problem
from resources.store import Store, Unit
from resources.store.sealed import SealedFile
from resources.terms import Kind, Origin
from sync import ledger, outbox, records
from sync.ledger import Evidence
from sync.status import Level, State
from sync.sticks import removals, withdrawing
from sync.sticks.form import RECEIPTS, SENT, free_name, line, next_line, opening, own_id, title_of
from sync.sticks.keeping import Keeper
from sync.sticks.outcomes import Arrived
from sync.sticks.said import digest_of, holds, spoken
from sync.sticks.writing import collect


def answer(  # noqa: PLR0913  # where, for whom, and what of
    store: Store,
    path: Path,
    passphrase: str,
    keeper: Keeper,
    uids: Sequence[str],
    keys: Sequence[str],
    *,
    to: str,
    form: int,
) -> tuple[Path | None, str]:
    """Beside the bundle, what is really held of it. A stick that cannot be written leaves what came here all the same."""
    if not uids and not keys:
        return None, ""
    target = free_name(store, path.parent, RECEIPTS, 1)
    file: SealedFile | None = None
    try:
        file = SealedFile(target, passphrase, store.rng)
        line(file, opening(store, RECEIPTS, to, form))
        for uid in uids:
            line(file, {"kind": "receipt", "uid": uid, **_really_held(store, uid)})
        for key in keys:
            line(file, {"kind": "receipt", "record": key, **_record_held(store, keeper, key)})
        line(file, {"kind": "end", "count": len(uids) + len(keys)})
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


def _record_held(store: Store, keeper: Keeper, key: str) -> dict[str, Any]:
    """Read back from the store now, with the digest of what was heard; of a headshot that is not whole, nothing."""
    if (removed := withdrawing.answered(store, keeper, key)) is not None:
        return removed
    version, heard, said, digest = keeper.held(key)
    try:
        if digest:
            store.vault.verify(digest)
    except (Damaged, NotFound):
        said = {}
    return {"version": version, "sha256": heard if said else "", "resource": said}


def take(store: Store, stream: BinaryIO, opening: dict[str, Any], name: str, records_at: str) -> Arrived:
    """All or nothing: a file that is cut says nothing. The names, of what the ledger calls headquarters for pictures and for
    records, are empty where they are not headquarters' own receipts."""
    heads: list[dict[str, Any]] = []
    while (head := next_line(stream)).get("kind") == "receipt":
        heads.append(head)
    if head.get("kind") != "end" or head.get("count") != len(heads):
        raise Damaged("Receipts are missing from this file. Make it again where the pictures are.")
    collect(store)
    with store.write(Origin.STATION, actor="stick") as unit:
        if opening.get("to") != own_id(unit):
            raise Invalid("These receipts are for another station.")
        right = [one for one in heads if "record" not in one and _take_picture(unit, one, name)]
    told = [one for one in heads if "record" in one and _take_record(store, one, records_at)]
    if records_at:
        removals.close_the_rest(store, after_receipts=True)
    is_strange = f"That station ({opening.get('station')}) does not stand for headquarters here, so they do not count."
    about_records = sum("record" in one for one in heads)
    pictures = len(heads) - about_records
    return Arrived(
        RECEIPTS,
        title_of(opening),
        pictures,
        confirmed=len(right),
        refused=pictures - len(right),
        note="" if name else is_strange,
        records_confirmed=len(told),
        records_refused=about_records - len(told),
    )


def _take_picture(unit: Unit, said: dict[str, Any], name: str) -> bool:
    evidence = _speaks_of(unit, said)
    if evidence is not None and name:
        _confirm(unit, name, evidence)
    return evidence is not None


def _take_record(store: Store, said: dict[str, Any], name: str) -> bool:
    """Whether it speaks of the record as it is now, and shows all of it; then it counts, in a unit of its own."""
    kind, _, uid = str(said.get("record")).partition("/")
    if kind not in records.KINDS or not isinstance(said.get("resource"), dict):
        return False
    with store.write(Origin.STATION, actor="stick") as unit:
        now, record = spoken(store, unit, Kind(kind), uid), records.find(unit, Kind(kind), uid)
        if record is not None and (removal := removals.removal_of(store, unit, Kind(kind), uid)) is not None:
            return removals.heard_back(unit, removal, record, said, name)
        if now is None or record is None:
            return False
        digest = digest_of(now.meaning)
        if (said.get("version"), said.get("sha256")) != (now.version, digest) or not holds(
            said["resource"], now.meaning
        ):
            return False
        if name and record.state is not State.VERIFIED:
            records.shown(unit, record, digest)
            size = len(json.dumps(now.meaning))
            ledger.record(unit, name, Level.EQUAL, Evidence(record.key, digest, size, record.remote), "by stick")
    return True


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
