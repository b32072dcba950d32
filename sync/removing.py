"""Removing at headquarters what was removed here: only what we made there, and only while nobody there has edited it since.

A person is never removed there, only marked as not active; grades, referrals and appointments never are. Refuses to believe that
something is gone before headquarters shows it.
"""

from resources.problems import Invalid
from resources.store import Store
from resources.terms import Kind, Origin
from sync import disputes, fhirmap, ledger, records
from sync.conflict import Dispute
from sync.fhirserver import Abilities, Found, RecordServer
from sync.ledger import Evidence
from sync.looking import Finder, is_edited_there
from sync.marking import Marks
from sync.records import REMOVED, STILL_SHOWN, Record
from sync.status import Level, State

UNLIKE = "Headquarters says something else. Somebody must choose."
LASTING = (Kind.OPINION, Kind.REFERRAL, Kind.WORKITEM)


class Remover:
    """Takes records away at one server."""

    def __init__(self, store: Store, server: RecordServer, name: str, marks: Marks) -> None:
        self._store, self._server, self._name, self._marks = store, server, name, marks
        self._finder = Finder(server)

    def remove(self, able: Abilities, record: Record) -> State:
        """Removed here: there too, or somebody is asked. What was said of somebody stays where it was heard."""
        if record.kind in LASTING or not (record.remote or record.attempts or record.made_here):
            return self._marks.gone(record)
        found = self._finder.left_of(able, record)
        if found is None or not record.made_here or is_out_of_use(record, found):
            return self._done(record)
        if is_edited_there(record, found):
            return self.dispute(record, found)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.claim(unit, record, record.base, {})
        if record.kind is Kind.PATIENT:
            self._server.update(found.remote, {**found.resource, "active": False}, found.version)
        else:
            self._server.remove(found.remote, found.version)
        return self._looked_again(able, record)

    def _looked_again(self, able: Abilities, record: Record) -> State:
        left = self._finder.left_of(able, record)
        if left is not None and not is_out_of_use(record, left):
            return self._marks.later(record, State.PROBING, Invalid(STILL_SHOWN))
        return self._done(record)

    def _done(self, record: Record) -> State:
        """What we had made and removed gets a receipt, so that it is missed should a backup bring it back."""
        if record.made_here:
            with self._store.write(Origin.STATION, actor="sync") as unit:
                records.agree(unit, record, record.base, REMOVED)
                ledger.record(unit, self._name, Level.EQUAL, Evidence(record.key, REMOVED, 0, record.remote))
        return self._marks.gone(record)

    def dispute(self, record: Record, found: Found | None) -> State:
        """One side removed it and the other has it: it stays where it is, and somebody says whether it should."""
        here, there = (dict(record.base.mine), None) if found is None else (None, fhirmap.fields(found.resource))
        said = Dispute(REMOVED, dict(record.base.theirs), here, there)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            disputes.meet(unit, record.kind, record.uid, [said])
            records.move(unit, record, State.HELD, sentence=UNLIKE)
        return State.HELD


def is_out_of_use(record: Record, found: Found) -> bool:
    """Whether this is all that stays of somebody who was removed here."""
    return record.kind is Kind.PATIENT and found.resource.get("active") is False
