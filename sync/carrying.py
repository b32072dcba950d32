"""Carrying records to headquarters, one at a time: look, merge, write what differs, read back. Each on its own: a person's record
holds up what is about that person, and nothing else.

Whatever happened before, a record is looked at before it is written: so nothing is made twice after a lost answer, and what
somebody wrote there meanwhile is merged (``conflict``), not overwritten. Refuses to delete there what was not made by us.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from resources.problems import Gone, Invalid, Problem
from resources.store import Store, Unit, patients
from resources.terms import Kind, Origin
from sync import disputes, fhirmap, ledger, plan, publishing, records
from sync.conflict import Base, Dispute, Fields, Verdict, dressed, likened, merge, settled, shows
from sync.fhirmap import Resource
from sync.fhirserver import Abilities, Ability, Found, RecordServer, Stale
from sync.headquarters import Ambiguous
from sync.hearing import told
from sync.ledger import Evidence
from sync.publishing import Meant, Waits
from sync.records import Record
from sync.retry import next_try
from sync.status import Level, State

log = logging.getLogger(__name__)
NOT_TAKEN = {
    Kind.PATIENT: "Headquarters takes no new people from stations.",
    Kind.PHOTO: "Headquarters takes no headshots.",
    Kind.STUDY: "Headquarters takes no visits.",
    Kind.OPINION: "Headquarters takes no grades.",
    Kind.REFERRAL: "Headquarters takes no referrals.",
    Kind.WORKITEM: "Headquarters takes no appointments.",
}
NO_PERSON = "Headquarters does not have this person yet."
UNLIKE = "Headquarters says something else. Somebody must choose."
TWICE = "Headquarters has this record more than once."
UNSHOWN = "Headquarters took this record, but does not show it as it was sent."
FIXED = "Headquarters says something else, and lets no station change it."
REMOVED = "removed"
"""The field of a dispute about whether a record should be there at all."""
PATIENCE = 3
"""How often a record may be taken without being shown before a person should look."""


@dataclass(frozen=True, slots=True)
class Look:
    """One record as it is meant, and as headquarters shows it."""

    record: Record
    meant: Meant
    type_: str
    ability: Ability
    mine: Resource
    found: Found | None


class Carrier:
    """One pass over the records of a station, towards one server. Not for two threads at once."""

    def __init__(
        self,
        store: Store,
        server: RecordServer,
        name: str,
        *,
        pictures_at: str,
        rng: Random,
        stopped: Callable[[], bool],
    ) -> None:
        self._store, self._server, self._name = store, server, name
        self._pictures_at, self._rng, self._stopped = pictures_at, rng, stopped
        self.confirmed = 0

    def run(self, urgent: Callable[[Unit], frozenset[str]], *, pressed: bool) -> None:
        """Everything that is due, each at most once. Raises the Problem that concerns headquarters as a whole."""
        able = self._server.abilities()
        tried: dict[int, int] = {}
        while not self._stopped():
            with self._store.read() as unit:
                first = urgent(unit)
                ready = records.ready(unit, pressed=pressed)
            waiting = [one for one in ready if tried.get(one.pk, 0) < (2 if one.state is State.QUEUED else 1)]
            if not waiting:
                return
            record = min(waiting, key=lambda one: (tried.get(one.pk, 0), one.patient_uuid not in first))
            tried[record.pk] = tried.get(record.pk, 0) + 1  # once more where its person has come there meanwhile
            self._carry(able, record)

    def _carry(self, able: Abilities, record: Record) -> State:
        try:
            return self._one(able, record)
        except Ambiguous as problem:
            self._later(record, State.PROBING, problem)
            raise
        except Stale as problem:
            return self._later(record, State.PROBING, problem)
        except Problem as problem:
            if plan.concerns_host(problem):
                self._later(record, record.state, problem, attempts=record.attempts)
                raise
            return self._later(record, State.ATTENTION, problem)

    def _later(self, record: Record, state: State, problem: Problem, attempts: int | None = None) -> State:
        tried = record.attempts + 1 if attempts is None else attempts
        with self._store.write(Origin.STATION, actor="sync") as unit:
            rest = (
                unit.now + plan.LOOK_AGAIN
                if state is State.ATTENTION
                else next_try(tried, problem, unit.now, self._rng)
            )
            at = None if attempts is not None else rest
            records.move(unit, record, state, sentence=problem.sentence, next_at=at, attempts=tried)
        return state

    # --- one record ---------------------------------------------------------------------------------------------------

    def _one(self, able: Abilities, known: Record) -> State:
        record = self._with_decisions(known)
        with self._store.read() as unit:
            meant = publishing.meant(self._store, unit, record, self._pictures_at)
        if record.state is State.GONE:
            return State.GONE
        if meant is None:
            return self._remove(able, record)
        if isinstance(meant, Waits):
            return self._hold(record, meant.sentence)
        return self._offer(able, record, meant)

    def _offer(self, able: Abilities, record: Record, meant: Meant) -> State:
        """What is here now is held against what is there."""
        types = fhirmap.TYPES[able.edition][record.kind]
        type_ = next((one for one in types if able.of(one).takes), types[0])
        if "read" not in able.of(type_).interactions:
            return self._hold(record, NOT_TAKEN[record.kind])
        subject = self._subject(record, meant)
        if subject is None:
            return self._hold(record, NO_PERSON, patient_uuid=meant.patient_uuid)
        mine = meant.resource(type_, able.edition, {"reference": subject})
        if not able.of(type_).may_update:
            mine = _without_our_identifier(mine, record)
        try:
            found = self._find(record, able.of(type_), meant, type_, mine)
        except Gone:
            if fhirmap.fields(mine) == record.base.mine:
                return self._dispute_removal(record, None)
            found = None  # an edit beats a removal
        return self._write(Look(record, meant, type_, able.of(type_), mine, found))

    def _with_decisions(self, record: Record) -> Record:
        """The record with what people have decided since it was looked at last."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            for row in disputes.decided(unit, record.kind, record.uid):
                disputes.follow(unit, row)
                if row.said.name != REMOVED:
                    records.agree(unit, record, settled(record.base, row.said, row.choice))
                elif row.choice == "mine":
                    records.agree(unit, record, Base())
                else:
                    records.move(unit, record, State.GONE)
                record = records.find(unit, record.kind, record.uid) or record
        return record

    def _subject(self, record: Record, meant: Meant) -> str | None:
        """Where headquarters has the person; empty for the person's own record, ``None`` while nobody knows."""
        if record.kind is Kind.PATIENT:
            return ""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            return records.expect(unit, Kind.PATIENT, meant.patient_uuid).remote or None

    def _hold(self, record: Record, sentence: str, patient_uuid: str | None = None) -> State:
        needs = patient_uuid is not None
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.move(unit, record, State.HELD, sentence=sentence, needs_patient=needs, patient_uuid=patient_uuid)
        return State.HELD

    def _find(self, record: Record, ability: Ability, meant: Meant, type_: str, mine: Resource) -> Found | None:
        """Where it should be, under our own id, or by our identifier; for a person also by the number of the card."""
        found = self._found(record, ability, type_, mine)
        if found is None and meant.identifiers and "search-type" in ability.interactions:
            found = _only(self._server.find(type_, meant.identifiers))
        return found

    def _found(self, record: Record, ability: Ability, type_: str, mine: Mapping[str, Any]) -> Found | None:
        for remote in dict.fromkeys(filter(None, (record.remote, f"{type_}/{mine['id']}"))):
            if (found := self._read(record, remote)) is not None:
                return found
        if "search-type" not in ability.interactions:
            return None
        return _only(self._server.find(type_, [fhirmap.identifier(record.kind, record.uid)]))

    def _read(self, record: Record, remote: str) -> Found | None:
        """What was removed there is not there; unless nobody edited it here, for then somebody must say whether it should be."""
        try:
            return self._server.read(remote)
        except Gone:
            if record.base == Base():
                return None
            raise

    # --- merging and writing ------------------------------------------------------------------------------------------

    def _write(self, look: Look) -> State:
        if look.found is None:
            return self._create(look)
        theirs = _theirs(look.record, look.mine, look.found)
        base = _after_sending(look.record, theirs)
        verdict = merge(base, fhirmap.fields(look.mine), theirs, _rule(look))
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if disputes.decided(unit, look.record.kind, look.record.uid):  # just now: look again, with that
                records.move(unit, look.record, State.QUEUED)
                return State.QUEUED
            frozen = self._meet(unit, look, verdict, theirs)
        if frozen and self._is_somebody_else(look):
            return self._hold(look.record, UNLIKE)
        there = _without(verdict.there, frozen) | {name: theirs[name] for name in frozen if name in theirs}
        if there != theirs:
            if not look.ability.may_update:
                return self._fixed(look)
            self._update(look, theirs, there, base)
        self._hear(look, verdict, frozen)
        return self._read_back(look, look.found.remote, there, frozen)

    def _meet(self, unit: Unit, look: Look, verdict: Verdict, theirs: Fields) -> frozenset[str]:
        """Write down what is disputed; the fields that must not move until somebody has decided."""
        mine, kind, uid = fhirmap.fields(look.mine), look.record.kind, look.record.uid
        still_open = disputes.meet(unit, kind, uid, verdict.disputes)
        agreed = [row for row in still_open if mine.get(row.said.name) == theirs.get(row.said.name)]
        for row in agreed:
            disputes.agree(unit, row)
        return frozenset(row.said.name for row in disputes.of_record(unit, kind, uid) if row.is_open)

    def _is_somebody_else(self, look: Look) -> bool:
        """Found by the card's number alone, and not the same in name, sex or birth: perhaps another person (HZ-20)."""
        return look.record.kind is Kind.PATIENT and not look.record.remote and not look.record.made_here

    def _create(self, look: Look) -> State:
        if not look.ability.takes or not (look.ability.may_name or "search-type" in look.ability.interactions):
            return self._hold(look.record, NOT_TAKEN[look.record.kind])
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.met(unit, look.record, "", made_here=True)
            records.claim(unit, look.record, look.record.base, fhirmap.fields(look.mine))
        identifier = fhirmap.identifier(look.record.kind, look.record.uid)
        remote = self._server.create(look.ability, look.mine, identifier)
        return self._read_back(look, remote, fhirmap.fields(look.mine), frozenset())

    def _fixed(self, look: Look) -> State:
        """A register that only headquarters writes. It is this person, and what is about them may go; they are not as we say."""
        assert look.found is not None
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.met(unit, look.record, look.found.remote, made_here=look.record.made_here)
            records.move(unit, look.record, State.HELD, sentence=FIXED, attempts=0)
        return State.HELD

    def _update(self, look: Look, theirs: Fields, there: Fields, base: Base) -> None:
        assert look.found is not None
        raw = fhirmap.fields(look.found.resource)
        wanted = {name: dressed(raw.get(name), value, theirs.get(name)) for name, value in there.items()}
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.claim(unit, look.record, base, there)
        known = {*theirs, *there, *fhirmap.fields(look.mine)}
        self._server.update(look.found.remote, fhirmap.overlaid(look.found.resource, known, wanted), look.found.version)

    def _hear(self, look: Look, verdict: Verdict, frozen: frozenset[str]) -> None:
        """What only headquarters changed of a person is written down here, as headquarters' word."""
        mine = fhirmap.fields(look.mine)
        changed = [name for name in {*mine, *verdict.here} - frozen if verdict.here.get(name) != mine.get(name)]
        if look.record.kind is not Kind.PATIENT or not changed:
            return
        with self._store.write(Origin.HQ, actor="headquarters") as unit:
            row = patients.find(unit, look.record.uid)
            try:
                patients.amend(unit, row.uuid, told(row.details, verdict.here, changed))
            except Invalid as problem:
                log.info("records: what headquarters says of a person cannot be kept: %s", sorted(problem.fields))

    # --- reading back -------------------------------------------------------------------------------------------------

    def _read_back(self, look: Look, remote: str, there: Fields, frozen: frozenset[str]) -> State:
        """Only what headquarters shows as it was meant gets a receipt."""
        shown = self._server.read(remote) if remote else self._found(look.record, look.ability, look.type_, look.mine)
        raw = fhirmap.fields(shown.resource) if shown else {}
        if shown is None or not all(shows(raw.get(name), value) for name, value in there.items()):
            state = State.ATTENTION if look.record.attempts + 1 >= PATIENCE else State.PROBING
            return self._later(look.record, state, Invalid(UNSHOWN))
        with self._store.write(Origin.STATION, actor="sync") as unit:
            now = publishing.meant(self._store, unit, look.record, self._pictures_at)
            mine = (
                look.mine if not isinstance(now, Meant) or look.record.kind is not Kind.PATIENT else _again(look, now)
            )
            state = self._confirm(unit, look, shown, Base(fhirmap.fields(mine), {**raw, **there}), frozen)
        self.confirmed += state is State.VERIFIED
        return state

    def _confirm(self, unit: Unit, look: Look, shown: Found, said: Base, frozen: frozenset[str]) -> State:
        record = look.record
        known = {*said.mine, *record.base.mine, *record.base.theirs}
        base = Base(
            {**_without(said.mine, frozen), **_only_of(record.base.mine, frozen)},
            {**_without(_only_of(said.theirs, known), frozen), **_only_of(record.base.theirs, frozen)},
        )
        digest = _digest(said.mine)
        records.agree(unit, record, base, digest, shown.version)
        records.met(unit, record, shown.remote, made_here=_was_made_here(unit, record))
        if disputes.decided(unit, record.kind, record.uid):
            records.move(unit, record, State.QUEUED, attempts=0)
            return State.QUEUED
        if frozen:
            records.move(unit, record, State.HELD, sentence=UNLIKE, attempts=0, patient_uuid=look.meant.patient_uuid)
            return State.HELD
        records.move(unit, record, State.VERIFIED, attempts=0, patient_uuid=look.meant.patient_uuid)
        size = len(json.dumps(said.mine))
        ledger.record(unit, self._name, Level.EQUAL, Evidence(record.key, digest, size, shown.remote))
        return State.VERIFIED

    # --- what was removed ---------------------------------------------------------------------------------------------

    def _remove(self, able: Abilities, record: Record) -> State:
        """Removed here: there too, if we made it there and nobody changed it since. A person is only marked as not active."""
        if not record.remote and not record.attempts:
            return self._gone(record)
        types = fhirmap.TYPES[able.edition][record.kind]
        type_ = next((one for one in types if able.of(one).takes), types[0])
        try:
            found = self._server.read(record.remote) if record.remote else None
        except Gone:
            return self._gone(record)
        if found is None and "search-type" in able.of(type_).interactions:
            found = _only(self._server.find(type_, [fhirmap.identifier(record.kind, record.uid)]))
        if found is None or not record.made_here:
            return self._gone(record)
        if _edited_there(record, found):
            return self._dispute_removal(record, found)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.claim(unit, record, record.base, {})
        if record.kind is Kind.PATIENT:
            self._server.update(found.remote, {**found.resource, "active": False}, found.version)
        else:
            self._server.remove(found.remote, found.version)
        return self._gone(record)

    def _gone(self, record: Record) -> State:
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.move(unit, record, State.GONE)
        return State.GONE

    def _dispute_removal(self, record: Record, found: Found | None) -> State:
        """One side removed it and the other has it: it stays where it is, and somebody says whether it should."""
        here, there = (dict(record.base.mine), None) if found is None else (None, fhirmap.fields(found.resource))
        said = Dispute(REMOVED, dict(record.base.theirs), here, there)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            disputes.meet(unit, record.kind, record.uid, [said])
            records.move(unit, record, State.HELD, sentence=UNLIKE)
        return State.HELD


def _without_our_identifier(resource: Resource, record: Record) -> Resource:
    """Where nothing can be written, nobody can have written it."""
    ours = fhirmap.identifier(record.kind, record.uid)
    kept = [one for one in resource["identifier"] if one != ours]
    return {**resource, "identifier": kept}


def _only(found: list[Found]) -> Found | None:
    if len(found) > 1:
        raise Invalid(TWICE)
    return found[0] if found else None


def _rule(look: Look) -> Callable[[str], Any]:
    return lambda name: fhirmap.rule_of(look.record.kind, name)


def _theirs(record: Record, mine: Resource, found: Found) -> dict[str, Any]:
    """What headquarters says of the fields that we know of."""
    ours, said = fhirmap.fields(mine), fhirmap.fields(found.resource)
    known = {*ours, *record.base.mine, *record.base.theirs}
    return {
        name: likened(said[name], [record.base.theirs.get(name), ours.get(name)], fhirmap.rule_of(record.kind, name))
        for name in known
        if name in said
    }


def _after_sending(record: Record, theirs: Fields) -> Base:
    """The base, with what we wrote ourselves and headquarters now shows: the answer was lost, and it is nobody else's edit."""
    if not record.sent:
        return record.base
    mine, there = dict(record.base.mine), dict(record.base.theirs)
    for name in {*record.sent, *there}:
        sent, shown = record.sent.get(name), theirs.get(name)
        if shown == sent or (sent is not None and shows(shown, sent)):
            mine, there = ({**fields, name: value} for fields, value in ((mine, sent), (there, shown)))
    return Base(mine, there)


def _edited_there(record: Record, found: Found) -> bool:
    if record.version and found.version:
        return record.version != found.version
    said = fhirmap.fields(found.resource)
    return any(not shows(said.get(name), value) for name, value in record.base.theirs.items())


def _again(look: Look, now: Meant) -> Resource:
    """A person as they are after headquarters' word was written down."""
    return now.resource(look.type_, fhirmap.Edition.STU3, {})


def _was_made_here(unit: Unit, record: Record) -> bool:
    known = records.find(unit, record.kind, record.uid)
    return known is not None and known.made_here


def _without(fields: Fields, names: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def _only_of(fields: Fields, names: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name in names}


def _digest(fields: Fields) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
