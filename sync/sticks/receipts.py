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
from resources.terms import Origin
from sync import ledger, outbox
from sync.ledger import Evidence
from sync.status import Level, State
from sync.sticks.form import RECEIPTS, SENT, free_name, line, next_line, opening, own_id, title_of
from sync.sticks.outcomes import Arrived


def answer(store: Store, path: Path, passphrase: str, uids: Sequence[str], to: str) -> tuple[Path | None, str]:
    """Beside the bundle, what is really held of it. A stick that cannot be written leaves the pictures here all the same."""
    if not uids:
        return None, ""
    target = free_name(store, path.parent, RECEIPTS, 1)
    file: SealedFile | None = None
    try:
        file = SealedFile(target, passphrase, store.rng)
        line(file, opening(store, RECEIPTS, to))
        for uid in uids:
            line(file, {"kind": "receipt", "uid": uid, **_really_held(store, uid)})
        line(file, {"kind": "end", "count": len(uids)})
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


def take(store: Store, stream: BinaryIO, opening: dict[str, Any], name: str) -> Arrived:
    """All or nothing: a file that is cut says nothing. ``name`` is empty where they are not headquarters' own."""
    heads: list[dict[str, Any]] = []
    while (head := next_line(stream)).get("kind") == "receipt":
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
        RECEIPTS, title_of(opening), len(heads), confirmed=len(right), refused=len(heads) - len(right), note=note
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
