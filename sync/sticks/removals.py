"""What was removed here, on a stick: the line that says so, and what a receipt for it counts for at home.

A removal goes in a file of its own, in form 3: whoever reads older forms only refuses that file with a sentence and takes all
others. Refuses to call anything gone that headquarters still shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from resources.problems import Damaged
from resources.store import Store, Unit, changes
from resources.terms import Kind, Operation, Origin
from sync import disputes, ledger, publishing, records
from sync.ledger import Evidence
from sync.publishing import Meant
from sync.records import REMOVED, STILL_SHOWN, Record
from sync.status import Level, State

REMOVABLE = (Kind.PHOTO, Kind.STUDY, Kind.PATIENT)
"""What can be removed at all, in the order in which it goes: what is about a person before the person."""
TRAVELLING = (State.QUEUED, State.SENDING, State.PROBING, State.ACCEPTED, State.ATTENTION, State.HELD)


class Stays(StrEnum):
    """Why something is still shown, although the station that it came from has removed it."""

    OTHERS = "others"
    CHANGED = "changed"
    PICTURES = "pictures"


SENTENCES = {
    Stays.OTHERS: "Headquarters has this from elsewhere and keeps it, though it was removed here. Somebody there must look.",
    Stays.CHANGED: "Headquarters keeps this, which was removed here: somebody changed it there. Somebody there must look.",
    Stays.PICTURES: "Headquarters keeps this visit, which was removed here: it has its pictures. Somebody there must look.",
}


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing that a station has removed, and the version that this was there."""

    kind: Kind
    uid: str
    version: int

    @property
    def key(self) -> str:
        """As the ledger of its own station calls it."""
        return f"{self.kind.value}/{self.uid}"

    @property
    def head(self) -> dict[str, Any]:
        """Its line on the stick."""
        return {"kind": "removal", "record": self.key, "version": self.version}

    @classmethod
    def of(cls, head: Mapping[str, Any]) -> "Removal":
        """Raises Damaged for what no station of ours wrote."""
        name, _, uid = str(head.get("record") or "").partition("/")
        version = head.get("version")
        if name not in REMOVABLE or not uid or not isinstance(version, int):
            raise Damaged("This file holds something else than it says.")
        return cls(Kind(name), uid, version)


def removal_of(store: Store, unit: Unit, kind: Kind, uid: str) -> Removal | None:
    """``None`` for what is here, for what waits for somebody, and for what is only about somebody who was removed."""
    if kind not in REMOVABLE or publishing.meant_of(store, unit, kind, uid) is not None:
        return None
    history = changes.of(unit, kind, uid)
    if not history or history[-1].operation is not Operation.FORGET:
        return None
    return Removal(kind, uid, changes.version(unit, kind, uid))


def travelling(store: Store, unit: Unit) -> list[Removal]:
    """What was removed here and is not confirmed; not while somebody is asked whether it should be."""
    return sorted(_travelling(store, unit), key=lambda one: REMOVABLE.index(one.kind))


def _travelling(store: Store, unit: Unit) -> Iterator[Removal]:
    for record in records.listed(unit, TRAVELLING):
        removal = removal_of(store, unit, record.kind, record.uid)
        asked = disputes.of_record(unit, record.kind, record.uid) if removal else []
        if removal is not None and not any(row.is_open and row.said.name == REMOVED for row in asked):
            yield removal


def heard_back(unit: Unit, removal: Removal, record: Record, said: Mapping[str, Any], name: str) -> bool:
    """Whether a receipt says that it is shown no more. Where headquarters (``name``) shows it still, somebody must look."""
    if (said.get("version"), said.get("sha256")) != (removal.version, REMOVED):
        return False
    is_gone = said.get("stays") == ""
    if name and record.state is not State.GONE and is_gone:
        records.withdrawn(unit, record)
        ledger.record(unit, name, Level.EQUAL, Evidence(record.key, REMOVED, 0, record.remote), "by stick")
    elif name and record.state is not State.GONE:
        why = {stays.value: sentence for stays, sentence in SENTENCES.items()}
        records.move(unit, record, State.ATTENTION, sentence=why.get(str(said.get("stays")), STILL_SHOWN))
    return is_gone


def close_the_rest(store: Store, *, after_receipts: bool = False) -> None:
    """What never was anywhere and cannot go: a text in a headshot's place, and what is about somebody who was removed here.

    Their referrals and appointments go all the same, and end ``after_receipts``, once the person is gone there.
    """
    with store.read() as unit:
        over = [
            one for one in records.listed(unit, TRAVELLING) if _is_over(store, unit, one, after_receipts=after_receipts)
        ]
    if not over:
        return
    with store.write(Origin.STATION, actor="sync") as unit:
        for one in over:
            now = records.numbered(unit, one.pk)
            if now.state in TRAVELLING and _is_over(store, unit, now, after_receipts=after_receipts):
                records.move(unit, now, State.GONE)


def _is_over(store: Store, unit: Unit, record: Record, *, after_receipts: bool) -> bool:
    if record.remote or record.attempts or record.made_here:  # a pass over the network looks after it
        return False
    meant = publishing.meant_of(store, unit, record.kind, record.uid)
    if isinstance(meant, Meant):
        return after_receipts and record.kind is not Kind.PATIENT and _is_gone(unit, meant.patient_uuid)
    return meant is None and removal_of(store, unit, record.kind, record.uid) is None


def _is_gone(unit: Unit, patient_uuid: str) -> bool:
    person = records.find(unit, Kind.PATIENT, patient_uuid)
    return person is not None and (person.state, person.digest) == (State.GONE, REMOVED)
