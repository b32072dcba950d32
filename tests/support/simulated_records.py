"""What is written about people, in the simulator: they move, are photographed, graded, told and struck out, while headquarters'
server of records fails in every way of ``recordserver.BadLine`` and goes back to old backups.

Refuses to let two people write the same field: what a question would be about is tested elsewhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from random import Random

import httpx
from support.grading import icdr
from support.interleaved import turn
from support.pictures import a_jpeg
from support.recordserver import (
    AFTER,
    BEFORE,
    KILLED,
    OF_ONE,
    URL,
    Backup,
    BadLine,
    Manners,
    MemoryRecords,
    Resource,
    identifiers,
)
from support.simulated_hq import Killed, Line

from resources.store import Store, Unit, opinions, patients, referrals, studies
from resources.store.opinions import Said
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Kind, Laterality, Origin
from resources.wire.fhir import OURS
from sync import deciding, disputes, fhirmap, publishing, records
from sync.conflict import shows
from sync.hearing import told
from sync.publishing import Meant
from sync.recordkeeping import Destination
from sync.removing import LASTING
from sync.status import State

FAULTS = frozenset(f"records: {kind}" for kind in (*BEFORE, *OF_ONE, *AFTER, KILLED, "restored from a backup"))
DAY = date(2026, 11, 21)
FACES = [a_jpeg(colour=(90, 60, shade)) for shade in range(0, 250, 50)]
MRN = "urn:hq:mrn"
SAID_THERE = (f"{OURS}notes", f"{OURS}phone-owner")
"""What nobody says of anybody in this camp."""
MOST = 10
"""People; a life is about faults, not about many."""


def a_mistake(given_name: str) -> PatientDetails:
    """Somebody who was never there."""
    return PatientDetails(family_name="Mistake", given_name=given_name, sex="F", birth_year=1970)


def _as_said(details: PatientDetails) -> PatientDetails:
    """Whichever of two numbers headquarters named first."""
    return details._replace(identifiers=tuple(sorted(details.identifiers, key=str)))


def is_mistake(row: PatientRow) -> bool:
    return row.details.family_name == "Mistake"


class SimulatedRecords:
    """One server of records, and the people who write on both sides."""

    def __init__(
        self,
        seed: int,
        rng: Random,
        store: Callable[[], Store],
        line: Line,
        has_power: Callable[[], bool],
    ) -> None:
        self.rng, self._store, self._line, self._has_power = rng, store, line, has_power
        manners = Manners("4.0.1" if seed % 5 < 2 else "3.0.2", may_name=seed % 2 == 0, keeps_conditions=seed % 3 > 0)
        manners.checks = False
        self.server = MemoryRecords(manners)
        self.server.arrives = self._others_go_first
        self.bad_line = BadLine(self.server, rng, 0.0, line.counted, death=Killed)
        self.backups: list[Backup] = [self.server.backup()]
        self.villages: dict[str, set[str]] = {}
        """Where each of them may live: at two places only when the power went in the commit of a move."""
        self.ever: set[str] = set()
        """The identifiers of everything that was ever seen there."""
        self.events = (
            self.somebody_moves,
            self.headquarters_writes,
            self.somebody_is_photographed,
            self.somebody_is_graded,
            self.somebody_is_told,
            self.somebody_goes,
            self.backup_is_made,
            self.backup_is_restored,
        )

    def destination(self, clock: Callable[[], datetime]) -> Destination:
        return Destination(lambda: self.server.client(clock=clock, stopwatch=lambda: self._line.now), URL)

    def _others_go_first(self, request: httpx.Request) -> None:
        """Others are on their way as well. What was under way when the laptop died may be done all the same."""
        try:
            turn()
        except Killed:
            if self.rng.random() < 0.5:
                self._line.counted("records: killed, and it arrived")
                self.server._answer(request)
            raise

    # --- what may happen ----------------------------------------------------------------------------------------------

    def _somebody(self) -> PatientRow:
        with self._store().read() as unit:
            return self.rng.choice([row for row in patients.listed(unit, limit=MOST) if not is_mistake(row)])

    def somebody_moves(self) -> None:
        """Here; sometimes in the very moment in which the record travels."""
        person = self._somebody()
        if self.rng.random() < 0.5:
            self._move(person.uuid)
            return
        waiting = [True]
        before = self.server.before

        def meanwhile(request: object) -> None:
            if waiting:
                waiting.clear()
                self._move(person.uuid)

        def asked(request: object) -> object:
            meanwhile(request)
            self.server.before = before
            return before(request)  # type: ignore[arg-type]

        self.server.before = asked  # type: ignore[assignment]

    def _move(self, uuid: str) -> None:
        village, was = f"Village {self.rng.randrange(1000)}", ""
        try:
            with self._store().write(Origin.PERSON, actor="grace") as unit:
                person = patients.with_uuid(unit, uuid)
                if person is not None:
                    was = person.details.village
                    patients.amend(unit, uuid, person.details._replace(village=village))
        finally:  # whether it was committed, is what counts: the disk may be full, or this the last that happens
            with self._store().read() as unit:
                person = patients.with_uuid(unit, uuid)
            if person is not None:
                before = set() if self._has_power() else self.villages.get(uuid, {was})
                self.villages[uuid] = {person.details.village} | before

    def headquarters_writes(self) -> None:
        """There, and of something that nobody changes here; most of it nobody here had ever said."""
        here = [remote for remote in self.server.held if remote.startswith("Patient/")]
        if here:
            remote = self.rng.choice(sorted(here))
            self.server.edit(remote, **self._something_said(self.server.held[remote]))

    def _something_said(self, there: Resource) -> Resource:
        number = str(self.rng.randrange(10**6))
        others = [one for one in there.get("extension", ()) if one["url"] not in SAID_THERE]
        said = {"url": self.rng.choice(SAID_THERE), "valueString": f"said {number}"}
        names = [one for one in there.get("name", ()) if "text" not in one]
        known = [one for one in there.get("identifier", ()) if one.get("system") != MRN]
        return self.rng.choice(
            (
                {"telecom": [{"system": "phone", "value": number, "use": "mobile"}]},
                {"extension": [*others, said]},
                {"name": [*names, {"text": f"name {number}"}]},
                {"identifier": [*known, {"system": MRN, "value": number}]},
            )
        )

    def somebody_is_photographed(self) -> None:
        person, face = self._somebody(), self.rng.choice(FACES)
        blob = self._store().vault.admit(face)
        with self._store().write(Origin.PERSON, actor="grace") as unit:
            patients.set_photo(unit, person.uuid, blob, mime="image/jpeg", width=48, height=32)

    def somebody_is_graded(self) -> None:
        person, reader = self._somebody(), f"reader {self.rng.randrange(100)}"
        with self._store().write(Origin.PERSON, actor=reader) as unit:
            visits = studies.of_patient(unit, person.uuid)
            seen = [one for visit in visits for one in visit.instances if one.laterality and one.has_pixels]
            if seen:
                one = self.rng.choice(seen)
                grade = icdr(self.rng.choice("024"))
                said = Said(one.laterality or Laterality.BOTH, grade, one.instance_uid, note="seen")
                opinions.sign(unit, person.uuid, DAY, [said])

    def somebody_is_told(self) -> None:
        with self._store().write(Origin.PERSON, actor="grace") as unit:
            for row in referrals.urgent_not_told(unit)[:1]:
                referrals.tell(unit, row.uuid, "in person")

    def somebody_goes(self) -> None:
        """Registered by mistake, and nothing is known about them yet."""
        with self._store().write(Origin.PERSON, actor="grace") as unit:
            known = [row for row in patients.listed(unit, limit=MOST) if is_mistake(row)]
            alone = [row for row in known if not studies.of_patient(unit, row.uuid)]
            if alone:
                patients.forget(unit, alone[0].uuid)

    def backup_is_made(self) -> None:
        self.backups.append(self.server.backup())

    def backup_is_restored(self) -> None:
        self._line.counted("records: restored from a backup")
        self.server.go_back_to(self.rng.choice(self.backups))

    def somebody_decides(self) -> None:
        """Whoever is asked keeps what this laptop says."""
        with self._store().write(Origin.PERSON, actor="grace") as unit:
            for row in disputes.open_ones(unit):
                deciding.decide(unit, row.pk, "mine")

    # --- what was promised --------------------------------------------------------------------------------------------

    def doubled(self) -> Iterator[str]:
        """Nothing of ours is there twice."""
        ours = [
            one for held in self.server.held.values() for one in identifiers(held) if one.startswith("urn:eyecamp:")
        ]
        for name, times in Counter(ours).items():
            if times > 1:
                yield f"{times} records at headquarters: {name}"

    def invented(self, unit: Unit) -> Iterator[str]:
        """What counts as confirmed was there at some time."""
        self.ever.update(name for held in self.server.held.values() for name in identifiers(held))
        for one in records.confirmed(unit, URL):
            if f"{OURS}{one.kind.value}|{one.uid}" not in self.ever:
                yield f"claimed, and never there: {one.key}"

    def left(self, unit: Unit) -> list[tuple[str, str, str]]:
        """What still waits, but for visits of nobody."""
        nobodys = {study.study_uid for study in studies.inbox(unit)}
        waiting = records.listed(unit, (*records.MOVING, State.HELD))
        return [(one.key, one.state.value, one.sentence) for one in waiting if one.uid not in nobodys]

    def lost(self, unit: Unit) -> Iterator[str]:
        """Everything is there as it is here, what was struck out is gone, and nobody's move was undone."""
        there = {name: held for held in self.server.held.values() for name in identifiers(held)}
        for one in records.listed(unit):
            meant = publishing.meant(self._store(), unit, one, "")
            shown = there.get(f"{OURS}{one.kind.value}|{one.uid}")
            if isinstance(meant, Meant):
                yield from self._differences(one, meant, shown)
            elif meant is None and one.kind not in LASTING and shown is not None and shown.get("active") is not False:
                yield f"removed here, and still at headquarters: {one.key}"
        for person in patients.listed(unit, limit=MOST):
            shown = fhirmap.fields(there.get(f"{OURS}{Kind.PATIENT.value}|{person.uuid}", {}))
            if _as_said(person.details) != _as_said(told(person.details, shown, shown.keys())):
                yield f"headquarters said it, and it is not here: {person.uuid}"
            if person.details.village not in self.villages.get(person.uuid, {person.details.village}):
                yield f"a move was undone: {person.uuid}"

    def _differences(self, one: records.Record, meant: Meant, shown: dict | None) -> Iterator[str]:
        if shown is None:
            yield f"lost: {one.key} is not at headquarters ({one.state.value}: {one.sentence})"
            return
        if unlike := unlike_there(meant, shown, self.server.manners):
            yield f"at headquarters as something else: {one.key}: {unlike}"

    def miscounted(self, unit: Unit) -> Iterator[str]:
        counts = records.counts(unit, URL)
        waiting = {kind: count.not_yet for kind, count in counts.items() if count.not_yet}
        nobodys = len(studies.inbox(unit))
        if waiting and waiting != {Kind.STUDY: nobodys}:
            yield f"records miscounted: {waiting}, and {nobodys} visits of nobody"


def unlike_there(meant: Meant, shown: Resource, manners: Manners) -> list[str]:
    """The fields of which headquarters does not show what is meant."""
    edition = fhirmap.Edition.of(manners.version) or fhirmap.Edition.STU3
    wanted, said = fhirmap.fields(meant.resource(shown["resourceType"], edition, {})), fhirmap.fields(shown)
    return [name for name, value in wanted.items() if name not in ABOUT and not shows(said.get(name), value)]


ABOUT = ("subject", "patient", "for", "contained", "endpoint")
"""Who a record is about, and where its pictures are: written by whoever sends it."""
