"""Two laptops write about the same people, and one headquarters keeps it, in any order of work, decisions, passes and faults.

Every value is written once only, so that afterwards it can be said of each whether somebody who saw it wrote another, and if not,
where it is: at headquarters, or in a question with both values. Each laptop sees what the other wrote through headquarters alone.
"""

import json
import logging
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.recordserver import URL, BadLine, Manners, MemoryRecords, identifiers
from support.simulated_records import unlike_there
from support.travelling import NAME, Laptop, a_laptop, end

from resources.store import Unit, numbers, patients
from resources.terms import Kind, Origin
from resources.wire.fhir import OURS
from sync import deciding, disputes, fhirmap, ledger, publishing, records
from sync.engine import SyncService
from sync.hearing import told
from sync.publishing import Meant
from sync.status import State

pytestmark = [pytest.mark.slow, pytest.mark.hazard("HZ-08"), pytest.mark.hazard("HZ-19")]
LAPTOPS = st.integers(0, 1)
NAMES = st.sampled_from(["notes", "phone", "phone_owner", "village"])
"""At headquarters they are put one after the other, united, asked about, asked about."""
MOST = 3
"""People; questions come where two write about the same."""
TOKEN = re.compile(r"9\d{5}")


class TwoStations(RuleBasedStateMachine):
    @initialize(edition=st.sampled_from(["3.0.2", "4.0.1"]), may_name=st.booleans(), keeps=st.booleans())
    def begin(self, edition: str, may_name: bool, keeps: bool) -> None:
        logging.disable(logging.CRITICAL)
        self.folder = Path(tempfile.mkdtemp())
        self.server = MemoryRecords(Manners(edition, may_name=may_name, keeps_conditions=keeps))
        self.laptops = [
            a_laptop(self.folder / letter, letter=letter, records=self.server.destination(), rng=Random(letter))
            for letter in "AB"
        ]
        self.laptops[1].store.rng(1000)  # or both would make the same ids
        self.people: list[str] = []
        self.ever: set[str] = set()
        self.written = 900_000
        self.superseded: set[str] = set()
        """Values that somebody who saw them wrote over."""
        self._register(0, "")
        self._comes_to(1, self.people[0])

    def teardown(self) -> None:
        try:
            for _ in range(3):  # what one brings, the other sees in its next pass only
                for laptop in self.laptops:
                    laptop.clock.forward(4000)
                    laptop.sync.once()
            for laptop in self.laptops:
                with laptop.store.read() as unit:
                    assert [*self._left(unit), *self._unlike(laptop, unit)] == []
                    assert ledger.broken(unit) is None
            assert self._unseen() == []
        finally:
            end(self.laptops, self.folder)

    # --- what people do

    @rule(at=LAPTOPS, known=st.booleans())
    def a_person_is_registered(self, at: int, known: bool) -> None:
        """``known``: with a telephone."""
        if len(self.people) < MOST:
            self._register(at, self._another() if known else "")

    @rule(at=LAPTOPS, data=st.data())
    def they_come_to_the_other_camp(self, at: int, data: st.DataObject) -> None:
        self._comes_to(at, data.draw(st.sampled_from(self.people)))

    @rule(
        data=st.data(),
        name=NAMES,
        at=st.sampled_from([(0,), (1,), (0, 1), (1, 0)]),
        clears=st.sampled_from([False] * 4 + [True]),
    )
    def somebody_writes(self, data: st.DataObject, name: str, at: tuple[int, ...], clears: bool) -> None:
        """Into an empty field, over what stands there, or nothing at all; at one laptop, or at both, the same field."""
        uuid = data.draw(st.sampled_from(self.people))
        for laptop in at:
            with self.laptops[laptop].store.write(Origin.PERSON, actor="grace") as unit:
                person = patients.with_uuid(unit, uuid)
                if person is not None:
                    self.superseded.update(TOKEN.findall(getattr(person.details, name)))
                    value = "" if clears else self._another()
                    patients.amend(unit, uuid, person.details._replace(**{name: value}))

    @rule(at=LAPTOPS, data=st.data())
    def somebody_decides(self, at: int, data: st.DataObject) -> None:
        with self.laptops[at].store.write(Origin.PERSON, actor="grace") as unit:
            if rows := disputes.open_ones(unit):
                row = data.draw(st.sampled_from(rows))
                deciding.decide(unit, row.pk, data.draw(st.sampled_from(deciding.choices(row))))

    # --- what machines do

    @rule(
        at=LAPTOPS,
        rate=st.sampled_from([0.0, 0.0, 0.3]),
        wait=st.sampled_from([0, 61, 700, 50_000]),
        pressed=st.booleans(),
    )
    def a_pass_is_made(self, at: int, rate: float, wait: int, pressed: bool) -> None:
        laptop = self.laptops[at]
        laptop.clock.forward(wait)
        BadLine(self.server, Random(self.written), rate)
        laptop.sync.attempt(pressed=pressed)
        BadLine(self.server, Random(0), 0.0)

    @rule(at=LAPTOPS)
    def the_program_ends_and_begins_again(self, at: int) -> None:
        laptop = self.laptops[at]
        laptop.sync.stop(5)
        laptop.sync = SyncService(
            laptop.store, laptop.hq.client, headquarters=NAME, rng=Random(at), records=self.server.destination()
        )

    # --- what was promised

    @invariant()
    def nothing_is_there_twice(self) -> None:
        names = Counter(one for held in self.server.held.values() for one in identifiers(held) if one.startswith(OURS))
        assert [name for name, times in names.items() if times > 1] == []

    @invariant()
    def nothing_is_claimed_that_never_arrived(self) -> None:
        self.ever.update(name for held in self.server.held.values() for name in identifiers(held))
        for laptop in self.laptops:
            with laptop.store.read() as unit:
                claimed = {f"{OURS}{one.kind.value}|{one.uid}" for one in records.confirmed(unit, URL)}
            assert claimed <= self.ever

    def _register(self, at: int, phone: str) -> None:
        self.people.append(self.laptops[at].registers(given_name=f"Asha {len(self.people)}", phone=phone).uuid)

    def _comes_to(self, at: int, uuid: str) -> None:
        """With their card, under the same id: a list or a stick brought them, as they stood then."""
        with self.laptops[1 - at].store.read() as unit:
            person = patients.with_uuid(unit, uuid)
        with self.laptops[at].store.write(Origin.PERSON, actor="registry") as unit:
            if person is not None and patients.with_uuid(unit, uuid) is None:
                patients.register(unit, person.details, uuid=uuid, card=numbers.read(person.number or ""))

    def _another(self) -> str:
        self.written += 1
        return str(self.written)

    def _left(self, unit: Unit) -> Iterator[str]:
        """What is not confirmed, though nobody is asked about it."""
        asked = {row.uid for row in disputes.open_ones(unit)}
        for one in records.listed(unit):
            if one.state is not State.VERIFIED and one.uid not in asked:
                yield f"{one.key} {one.state.value}: {one.sentence}"

    def _unlike(self, laptop: Laptop, unit: Unit) -> Iterator[str]:
        """What is confirmed, and stands otherwise there or here; where somebody is asked, or each keeps its own, it may."""
        there = {name: held for held in self.server.held.values() for name in identifiers(held)}
        for one in records.confirmed(unit, URL):
            shown = there[f"{OURS}{one.kind.value}|{one.uid}"]
            meant = publishing.meant(laptop.store, unit, one, "")
            assert isinstance(meant, Meant)
            apart = disputes.kept_apart(unit, one.kind, one.uid)
            if unlike := {*unlike_there(meant, shown, self.server.manners)} - apart:
                yield f"{one.key}: there it is something else: {unlike}"
            if one.kind is Kind.PATIENT:
                details, said = patients.find(unit, one.uid).details, fhirmap.fields(shown)
                if told(details, said, said.keys() - apart) != details:
                    yield f"{one.key}: {said} was not heard"

    def _unseen(self) -> list[str]:
        """Values that nobody wrote over and nobody sees: neither at headquarters nor in any question, nor waiting with one."""
        kept = json.dumps(list(self.server.held.values()))
        for laptop in self.laptops:
            with laptop.store.read() as unit:
                kept += str([row.said for uuid in self.people for row in disputes.of_record(unit, Kind.PATIENT, uuid)])
                waits = {one.uid for one in records.listed(unit)} - {one.uid for one in records.confirmed(unit, URL)}
                kept += str([patients.find(unit, uuid).details for uuid in waits])
        every = {str(number) for number in range(900_001, self.written + 1)}
        return sorted(every - self.superseded - {*TOKEN.findall(kept)})


TestTwoStations = TwoStations.TestCase
TestTwoStations.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
