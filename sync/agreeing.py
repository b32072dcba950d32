"""Bringing headquarters and this laptop to say the same of one record: merge, write what differs, read back.

What somebody wrote there meanwhile is merged (``conflict``), not overwritten. Only what was read back as it was meant gets a
receipt. Refuses to believe a status code.
"""

import hashlib
import json
import logging
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from resources.problems import Invalid
from resources.store import Store, Unit, matching, patients, studies
from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from resources.wire.header import Identity
from sync import disputes, fhirmap, knownas, ledger, pull, records
from sync.conflict import Base, Fields, Rule, Verdict, dressed, merge, shows, stood_before
from sync.fhirserver import Found, RecordServer
from sync.hearing import told
from sync.ledger import Evidence
from sync.looking import Finder, Look, agreed_before, is_ours, theirs
from sync.marking import Marks
from sync.records import Record
from sync.removing import UNLIKE
from sync.status import Level, State

log = logging.getLogger(__name__)
UNSHOWN = "Headquarters took this record, but does not show it as it was sent."
FIXED = "Headquarters says something else, and lets no station change it."
PATIENCE = 3
"""How often a record may be taken without being shown before a person should look."""


class Writer:
    """Writes records at one server."""

    def __init__(self, store: Store, server: RecordServer, name: str, marks: Marks) -> None:
        self._store, self._server, self._name, self._marks = store, server, name, marks
        self._finder = Finder(server)

    def write(self, look: Look) -> State:
        """What is here now is brought to what is there; the state it is in then."""
        if look.found is None:
            return self._create(look)
        said = theirs(look.record, look.mine, look.found)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            if disputes.decided(unit, look.record.kind, look.record.uid):  # just now: look again, with that
                records.move(unit, look.record, State.QUEUED)
                return State.QUEUED
            apart = disputes.kept_apart(unit, look.record.kind, look.record.uid)
            base = agreed_before(look, said, apart.__contains__)
            base = stood_before(base, self._doubted(unit, look, base, said))
            verdict = merge(base, fhirmap.fields(look.mine), said, look.rule)
            frozen = self._meet(unit, look, verdict, said)
        if frozen and self._is_somebody_else(look):
            return self._marks.hold(look.record, UNLIKE)
        there = _without(verdict.there, frozen) | {name: said[name] for name in frozen if name in said}
        if there != said:
            if not look.ability.may_update:
                return self._fixed(look, frozen)
            self._update(look, said, there, base)
        return self._read_back(look, look.found.remote, there, frozen, self._hear(look, verdict, frozen))

    def _meet(self, unit: Unit, look: Look, verdict: Verdict, said: Fields) -> frozenset[str]:
        """Write down what is disputed; the fields that must not move until somebody has decided."""
        mine, kind, uid = fhirmap.fields(look.mine), look.record.kind, look.record.uid
        still_open = disputes.meet(unit, kind, uid, verdict.disputes)
        agreed = [row for row in still_open if mine.get(row.said.name) == said.get(row.said.name)]
        for row in agreed:
            disputes.agree(unit, row)
        return frozenset(row.said.name for row in disputes.of_record(unit, kind, uid) if row.is_open)

    def _doubted(self, unit: Unit, look: Look, base: Base, said: Fields) -> Collection[str]:
        """What headquarters alone says of who this person is, and only a person may believe (HZ-20): it was found by the number
        of the card under no name, or their own pictures say otherwise."""
        mine = fhirmap.fields(look.mine)
        first_said = {name for name in knownas.IDENTITY & said.keys() if name not in mine}
        fresh = {name for name in first_said if said[name] != base.theirs.get(name)}
        if look.record.kind is not Kind.PATIENT or look.found is None or not fresh:
            return ()
        is_by_number = not look.record.remote and not is_ours(look.record, look.found)
        if is_by_number and said.get("name") != mine.get("name"):
            return fresh
        row = patients.find(unit, look.record.uid)
        would_be = replace(row, details=told(row.details, said, fresh))
        pictured = (Identity(**visit.identity) for visit in studies.of_patient(unit, row.uuid))
        return fresh if any(matching.contradiction(one, would_be) for one in pictured) else ()

    def _is_somebody_else(self, look: Look) -> bool:
        """Found by the card's number alone, and not the same in name, sex or birth: perhaps another person (HZ-20)."""
        return look.record.kind is Kind.PATIENT and not look.record.remote and not look.record.made_here

    def _create(self, look: Look) -> State:
        mine = fhirmap.fields(look.mine)
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.met(unit, look.record, "", made_here=True)
            records.claim(unit, look.record, look.record.base, mine)
        identifier = fhirmap.identifier(look.record.kind, look.record.uid)
        remote = self._server.create(look.ability, look.mine, identifier)
        return self._read_back(look, remote, mine, frozenset(), mine)

    def _fixed(self, look: Look, frozen: frozenset[str]) -> State:
        """A register that only headquarters writes. It is this person, and what is about them may go; they are not as we say."""
        assert look.found is not None
        with self._store.write(Origin.STATION, actor="sync") as unit:
            _known_as(unit, look, look.found, frozen)
            records.met(unit, look.record, look.found.remote, made_here=look.record.made_here)
            records.move(unit, look.record, State.HELD, sentence=FIXED, attempts=0)
        return State.HELD

    def _update(self, look: Look, said: Fields, there: Fields, base: Base) -> None:
        assert look.found is not None
        raw = fhirmap.fields(look.found.resource)
        keeps = fhirmap.INHERITED
        wanted = {
            name: dressed(raw.get(name), value, said.get(name), keeps.get(name, ())) for name, value in there.items()
        }
        with self._store.write(Origin.STATION, actor="sync") as unit:
            records.claim(unit, look.record, base, there)
        known = {*said, *there, *fhirmap.fields(look.mine)}
        self._server.update(look.found.remote, fhirmap.overlaid(look.found.resource, known, wanted), look.found.version)

    def _hear(self, look: Look, verdict: Verdict, frozen: frozenset[str]) -> Fields:
        """What only headquarters changed of a person is written down here, as headquarters' word; what is said here then.

        Who edits a field here in this very moment is not overruled: theirs is an edit like any other, and the next look sees it.
        """
        mine = fhirmap.fields(look.mine)
        changed = {name for name in {*mine, *verdict.here} - frozen if verdict.here.get(name) != mine.get(name)}
        if look.record.kind is not Kind.PATIENT or not changed:
            return mine
        sets = {name for name in changed if look.rule(name) is Rule.UNION}  # of which we keep what we have room for
        said = {**_without(verdict.here, sets), **_only_of(verdict.there, sets)}
        with self._store.write(Origin.HQ, actor="headquarters") as unit:
            row = patients.find(unit, look.record.uid)
            before = fhirmap.fields(fhirmap.patient(row))
            heard = {name for name in changed if before.get(name) == mine.get(name)}
            _write_down(unit, row, said, heard)
            now = fhirmap.fields(fhirmap.patient(patients.find(unit, look.record.uid)))
        return {**_without(mine, heard), **_only_of(now, heard)}

    # --- reading back -------------------------------------------------------------------------------------------------

    def _read_back(self, look: Look, remote: str, there: Fields, frozen: frozenset[str], mine: Fields) -> State:
        """Only what headquarters shows as it was meant gets a receipt."""
        shown = self._shown(look, remote)
        raw = fhirmap.fields(shown.resource) if shown else {}
        if shown is None or not all(shows(raw.get(name), value) for name, value in there.items()):
            state = State.ATTENTION if look.record.attempts + 1 >= PATIENCE else State.PROBING
            return self._marks.later(look.record, state, Invalid(UNSHOWN))
        with self._store.write(Origin.STATION, actor="sync") as unit:
            return self._confirm(unit, look, shown, Base(mine, there), frozen)

    def _shown(self, look: Look, remote: str) -> Found | None:
        if remote:
            return self._server.read(remote)
        return self._finder.find_ours(look.record, look.ability, look.type_, look.mine)

    def _confirm(self, unit: Unit, look: Look, shown: Found, said: Base, frozen: frozenset[str]) -> State:
        record = look.record
        _known_as(unit, look, shown, frozen)
        base = Base(  # what somebody wrote there since we looked is in neither: the next look finds it
            {**_without(said.mine, frozen), **_only_of(record.base.mine, frozen)},
            {**_without(said.theirs, frozen), **_only_of(record.base.theirs, frozen)},
        )
        digest = _digest(said.mine)
        records.agree(unit, record, base, digest, shown.version, shown.updated)
        records.met(unit, record, shown.remote, made_here=_was_made_here(unit, record))
        if disputes.decided(unit, record.kind, record.uid):
            records.move(unit, record, State.QUEUED, attempts=0)
            return State.QUEUED
        if frozen:
            records.move(unit, record, State.HELD, sentence=UNLIKE, attempts=0, patient_uuid=look.meant.patient_uuid)
            return State.HELD
        if look.subject != (records.place_of(unit, look.meant.patient_uuid) if look.subject else ""):
            records.move(unit, record, State.QUEUED, attempts=0, patient_uuid=look.meant.patient_uuid)
            return State.QUEUED  # the person was found in another place meanwhile
        records.move(unit, record, State.VERIFIED, attempts=0, patient_uuid=look.meant.patient_uuid)
        size = len(json.dumps(said.mine))
        ledger.record(unit, self._name, Level.EQUAL, Evidence(record.key, digest, size, shown.remote))
        return State.VERIFIED


def _write_down(unit: Unit, row: PatientRow, said: Fields, heard: Collection[str]) -> None:
    """As headquarters' word. What cannot be true of a person is not kept, and keeps nothing else away."""
    try:
        patients.amend(unit, row.uuid, told(row.details, said, heard))
    except Invalid as problem:
        log.info("records: what headquarters says of a person cannot be kept: %s", sorted(problem.fields))
        wrong = {"gender" if field == "sex" else field for field in problem.fields}
        patients.amend(unit, row.uuid, told(row.details, said, [name for name in heard if name not in wrong]))


def _known_as(unit: Unit, look: Look, shown: Found, frozen: frozenset[str]) -> None:
    person = patients.with_uuid(unit, look.record.uid) if look.record.kind is Kind.PATIENT else None
    if person is not None and knownas.note(unit, person, shown.resource, frozen):
        pull.ask_again(unit, person)  # by that number


def _was_made_here(unit: Unit, record: Record) -> bool:
    known = records.find(unit, record.kind, record.uid)
    return known is not None and known.made_here


def _without(fields: Fields, names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def _only_of(fields: Fields, names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name in names}


def _digest(fields: Fields) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
