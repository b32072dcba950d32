"""Two laptops of one camp and one headquarters, in any order of work, passes, faults, restarts and restored backups.

The same person shows her card to the camera of either laptop; only the one that registered her knows the number.
"""

import logging
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.headquarters import MemoryHeadquarters, Mode
from support.pictures import a_jpeg, an_op
from support.travelling import NAME, Laptop, a_laptop, end

from resources.store import mending, studies
from resources.terms import Laterality, Origin
from sync import ledger, outbox
from sync.engine import SyncService
from sync.status import State

pytestmark = [pytest.mark.slow, pytest.mark.hazard("HZ-05"), pytest.mark.hazard("HZ-17")]
JPEG = a_jpeg()
LAPTOPS = st.integers(0, 1)
FAULTS = st.sampled_from([mode for mode in Mode if mode not in (Mode.OTHER_PATIENT, Mode.OTHER_EYE)])
"""Those two store something else than was sent: no laptop can mend that, and another test shows that none hides it."""


class TwoStations(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        logging.disable(logging.CRITICAL)
        self.folder = Path(tempfile.mkdtemp())
        self.hq = MemoryHeadquarters()
        self.laptops = [a_laptop(self.folder / letter, letter=letter, hq=self.hq) for letter in "AB"]
        self.numbers: list[str] = []
        self.taken = 0
        self.backup: dict[str, bytes] = {}
        self.was_restored = False

    @rule(at=LAPTOPS)
    def a_person_is_registered(self, at: int) -> None:
        person = self.laptops[at].registers(given_name=f"Lakshmi {len(self.numbers)}")
        assert person.number not in self.numbers
        self.numbers.append(person.number or "")

    @precondition(lambda self: self.numbers)
    @rule(at=LAPTOPS, data=st.data(), eye=st.sampled_from(["R", "L", ""]))
    def a_picture_comes(self, at: int, data: st.DataObject, eye: str) -> None:
        number = data.draw(st.sampled_from(self.numbers))
        self.taken += 1
        study = 100 * at + self.numbers.index(number)
        self.laptops[at].receives(an_op(self.taken, patient=number, name="", study=study, eye=eye, jpeg=JPEG))

    @rule(at=LAPTOPS, side=st.sampled_from(Laterality))
    def somebody_says_which_eye_before_it_travels(self, at: int, side: Laterality) -> None:
        laptop = self.laptops[at]
        with laptop.store.read() as unit:
            entries = outbox.entries(unit, (State.HELD,))
        if entries:
            with laptop.store.write(Origin.PERSON, actor="grace") as unit:
                mending.set_laterality(unit, entries[0].instance_uid, side)

    @rule(at=LAPTOPS, mode=FAULTS, wait=st.sampled_from([0, 61, 700, 50_000]), pressed=st.booleans())
    def a_pass_is_made(self, at: int, mode: Mode, wait: int, pressed: bool) -> None:
        laptop = self.laptops[at]
        laptop.clock.forward(wait)
        self.hq.mode = mode
        laptop.sync.attempt(pressed=pressed)
        self.hq.mode = Mode.WELL

    @rule(at=LAPTOPS)
    def the_program_ends_and_begins_again(self, at: int) -> None:
        laptop = self.laptops[at]
        laptop.sync.stop(5)
        laptop.sync = SyncService(laptop.store, self.hq.client, headquarters=NAME, rng=Random(at))

    @rule()
    def headquarters_makes_a_backup(self) -> None:
        self.backup = self.hq.snapshot()

    @rule()
    def headquarters_goes_back_to_it(self) -> None:
        self.hq.restore(self.backup)
        self.was_restored = True

    @invariant()
    def nothing_was_sent_twice(self) -> None:
        """Unless headquarters lost it, or said that it had taken what it had not."""
        assert len(self.hq.held) == len(set(self.hq.held)) <= self.taken

    @invariant()
    def nothing_is_claimed_that_never_arrived(self) -> None:
        for laptop in self.laptops:
            assert self._confirmed(laptop) <= set(self.hq.uploads)

    def teardown(self) -> None:
        try:
            for _ in range(2):  # the second round sees what the first one of the other laptop brought
                for laptop in self.laptops:
                    self._settle(laptop)
            for laptop in self.laptops:
                self._judge(laptop)
        finally:
            end(self.laptops, self.folder)

    def _settle(self, laptop: Laptop) -> None:
        for wait in (4000, 4000, 50_000, 4000, 4000):
            laptop.clock.forward(wait)
            laptop.sync.attempt(pressed=False)

    def _judge(self, laptop: Laptop) -> None:
        """What has a person is at headquarters and counted so; what nobody has named waits here; nothing else waits."""
        with laptop.store.read() as unit:
            nobodys = {study.study_uid for study in studies.inbox(unit)}
            rows = studies.instances(unit)
            named = {row.instance_uid for row in rows if row.study_uid not in nobodys}
            unnamed = {row.instance_uid for row in rows} - named
            assert {entry.instance_uid for entry in outbox.entries(unit, (State.HELD,))} == unnamed
            assert not outbox.entries(unit, (*outbox.OPEN,))
            assert ledger.broken(unit) is None
        assert named == self._confirmed(laptop) <= self.hq.held.keys()

    def _confirmed(self, laptop: Laptop) -> set[str]:
        with laptop.store.read() as unit:
            return {receipt.instance_uid for receipt in ledger.confirmed(unit, NAME)}


TestTwoStations = TwoStations.TestCase
TestTwoStations.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
