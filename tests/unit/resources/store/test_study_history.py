"""What the feed remembers is enough to show a study as it was at each of its versions."""

from dataclasses import asdict

import pytest
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.problems import NotFound
from resources.store import filing, making, mending, patients, studies, studyhistory
from resources.store.studyhistory import Wanted
from resources.terms import Laterality, Origin

KEPT = {
    "study": ("uuid", "public_id", "study_uid", "unmatched", "flags", "started_at", "accession_number", "description", "version",
              "changed_at", "extra"),
    "series": ("series_uid", "modality", "number", "description", "laterality", "extra"),
    "instance": ("instance_uid", "series_uid", "study_uid", "sop_class_uid", "number", "title", "laterality", "hidden", "digest"),
}  # fmt: skip


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def shown(row, patient_uuid):
    """What a surface may show of it."""
    facts = {name: getattr(row, name) for name in KEPT["study"]}
    facts["patient"] = patient_uuid
    facts["series"] = [
        {name: getattr(series, name) for name in KEPT["series"]}
        | {"instances": [{name: asdict(one)[name] for name in KEPT["instance"]} for one in series.instances]}
        for series in row.series
    ]
    return facts


def watch(store, seen):
    """Note every study as it is now, under its version."""
    with store.read() as unit:
        for row in studies.listed(unit):
            seen[row.study_uid, row.version] = shown(row, row.patient.uuid if row.patient else None)


def test_every_version_is_what_it_was(store):
    seen = {}
    with store.write(Origin.PERSON) as unit:
        one, other = patients.register(unit, lakshmi()), patients.register(unit, lakshmi(given_name="Sita"))
    for number, eye in ((1, "R"), (2, "L"), (3, "")):
        blob = store.vault.admit(f"{number}".encode())
        header = a_header(patient_id="unknown", instance=number, series=1 if number < 3 else 2, eye=eye)
        with store.write(Origin.CAMERA) as unit:
            filed = filing.file_instance(unit, header, blob, FROM_CAMERA)
        watch(store, seen)
    uids = [f"1.2.3.1.{1 if number < 3 else 2}.{number}" for number in (1, 2, 3)]
    steps = [
        lambda unit: mending.assign(unit, uids, one.uuid),
        lambda unit: mending.set_laterality(unit, uids[2], Laterality.BOTH),
        lambda unit: mending.hide(unit, uids[0], "retaken"),
        lambda unit: mending.assign(unit, uids[1:], other.uuid),
        lambda unit: making.announce(
            unit, filed.study_uid, modality="OP", laterality=None, items=[{"sop_class_uid": "1.2"}]
        ),
        lambda unit: mending.assign(unit, [uids[1]], one.uuid),
        lambda unit: mending.unassign(unit, [uids[2]]),
    ]
    for step in steps:
        with store.write(Origin.PERSON, "grace") as unit:
            step(unit)
        watch(store, seen)
    assert len(seen) > 10
    with store.read() as unit:
        for (uid, version), then in seen.items():
            past = studyhistory.version(unit, uid, version)
            assert shown(past.row, past.patient_uuid) == then, (uid, version)


def test_a_removed_study_has_a_last_version_without_a_content(store):
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
        row = making.create(unit, person.uuid)
    with store.write(Origin.PERSON) as unit:
        studies.forget(unit, row.study_uid)
    with store.read() as unit:
        newest, first = studyhistory.versions(unit, Wanted(row.study_uid))
        assert (newest.row, newest.change.version) == (None, 2)
        assert first.row.study_uid == row.study_uid
        assert studyhistory.count(unit, Wanted(row.study_uid, limit=1)) == 2
        assert [past.change.version for past in studyhistory.versions(unit, Wanted(before=newest.change.seq))] == [1]
        with pytest.raises(NotFound):
            studyhistory.version(unit, row.study_uid, 3)
