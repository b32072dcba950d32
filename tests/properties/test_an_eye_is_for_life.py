"""HZ-12 (a): store, hide, show, move and restart in any order; the eye of a UID stays what it was stated to be."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.store import filing, mending, patients, studies
from resources.terms import Laterality, Origin

pytestmark = pytest.mark.hazard("HZ-12")
EYES = ("R", "L", "")


class Eyes(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.store = a_store(self.folder)
        self.stated: dict[str, Laterality | None] = {}
        with self.store.write(Origin.PERSON) as unit:
            self.people = [patients.register(unit, lakshmi(given_name=name)).uuid for name in ("Lakshmi", "Laxmi")]

    @rule(eye=st.sampled_from(EYES), series=st.integers(1, 2))
    def take(self, eye, series):
        number = len(self.stated) + 1
        header = a_header(instance=number, series=series, eye=eye)
        blob = self.store.vault.admit(b"%d" % number)
        with self.store.write(Origin.CAMERA) as unit:
            filing.file_instance(unit, header, blob, FROM_CAMERA)
        self.stated[header.instance_uid] = Laterality.of(eye)

    def _one(self, data):
        return data.draw(st.sampled_from(sorted(self.stated)))

    @rule(data=st.data(), reason=st.sampled_from(["blurred", ""]))
    def hide_or_show(self, data, reason):
        if self.stated:
            with self.store.write(Origin.PERSON) as unit:
                mending.hide(unit, self._one(data), reason)

    @rule(data=st.data(), who=st.integers(0, 2))
    def give(self, data, who):
        if self.stated:
            with self.store.write(Origin.PERSON) as unit:
                uid = self._one(data)
                mending.assign(unit, [uid], self.people[who]) if who < 2 else mending.unassign(unit, [uid])

    @rule(data=st.data(), eye=st.sampled_from([*Laterality, None]))
    def say(self, data, eye):
        if self.stated:
            uid = self._one(data)
            with self.store.write(Origin.PERSON) as unit:
                mending.set_laterality(unit, uid, eye)
            self.stated[uid] = eye

    @rule()
    def restart(self):
        self.store.close()
        self.store = a_store(self.folder, seed=len(self.stated) + 2)

    @invariant()
    def every_uid_has_its_own_eye(self):
        if not hasattr(self, "store"):
            return
        with self.store.read() as unit:
            here = {row.instance_uid: row.laterality for row in studies.instances(unit)}
            trees = {row.instance_uid: row.laterality for study in studies.listed(unit) for row in study.instances}
        assert here == trees == self.stated

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


TestEyes = Eyes.TestCase
TestEyes.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
