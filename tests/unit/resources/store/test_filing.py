"""Where a picture ends up, and that nothing about it is guessed."""

import pytest
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.problems import Conflict
from resources.store import changes, filing, making, mending, patients, studies
from resources.terms import Kind, Laterality, Origin, Unmatched


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def kept(store, content=b"a picture"):
    return store.vault.admit(content)


def file(store, header, content=b"a picture"):
    blob = kept(store, content)
    with store.write(Origin.CAMERA, "camera:CAM1") as unit:
        return filing.file_instance(unit, header, blob, FROM_CAMERA)


def register(store, **changes_):
    with store.write(Origin.PERSON, "grace") as unit:
        return patients.register(unit, lakshmi(**changes_))


def test_the_first_person_gets_the_number_of_the_drawings(store):
    numbers = [register(store).number for _ in range(42)]
    assert numbers[-1] == "C7A-00042-7"
    assert len(set(numbers)) == 42


def test_a_picture_with_our_number_files_itself(store):
    person = register(store)
    filed = file(store, a_header(patient_id=person.number, name="DEVI^LAKSHMI", sex="F", birth_date="19630101"))
    assert (filed.outcome, filed.patient_uuid) == ("stored", person.uuid)
    with store.read() as unit:
        (study,) = studies.of_patient(unit, person.uuid)
        assert study.instances[0].laterality is Laterality.RIGHT
        assert studies.inbox(unit) == []


@pytest.mark.hazard("HZ-20")
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"patient_id": "1"}, Unmatched.NOT_OUR_NUMBER),
        ({"patient_id": "00042"}, Unmatched.NOT_OUR_NUMBER),
        ({"patient_id": ""}, Unmatched.NO_NUMBER),
        ({"patient_id": "C7A-00001-8"}, Unmatched.WRONG_CHECK_DIGIT),
        ({"patient_id": "C7A-00042-7"}, Unmatched.UNKNOWN_NUMBER),
        ({"patient_id": "OUR", "sex": "M"}, Unmatched.OTHER_SEX),
        ({"patient_id": "OUR", "birth_date": "19400101"}, Unmatched.OTHER_BIRTH_YEAR),
        ({"patient_id": "OUR", "name": "Kumar^Ramesh"}, Unmatched.OTHER_NAME),
        ({"patient_id": "", "name": "Devi^Lakshmi"}, Unmatched.NO_NUMBER),
        ({"patient_id": "phelcom_OUR"}, Unmatched.NOT_OUR_NUMBER),
    ],
)
def test_weak_evidence_waits_in_the_inbox(store, said, why):
    person = register(store)
    said = {**said, "patient_id": said["patient_id"].replace("OUR", person.number)}
    filed = file(store, a_header(**said))
    assert (filed.outcome, filed.patient_uuid, filed.unmatched) == ("stored", None, why)
    with store.read() as unit:
        (waiting,) = studies.inbox(unit)
        assert waiting.identity["patient_id"] == said["patient_id"]


@pytest.mark.hazard("HZ-20")
def test_a_cameras_own_prefix_is_stripped_only_by_its_rule(store):
    person = register(store)
    blob = kept(store)
    with store.write(Origin.CAMERA) as unit:
        header = a_header(patient_id=f"phelcom_{person.number}")
        filed = filing.file_instance(unit, header, blob, FROM_CAMERA._replace(strip="phelcom_"))
    assert filed.patient_uuid == person.uuid


def test_the_same_bytes_twice_are_kept_once(store):
    file(store, a_header())
    assert file(store, a_header()).outcome == "duplicate"
    with store.read() as unit:
        assert studies.count(unit) == 1
        assert filing.held(unit) == []


def test_other_bytes_under_a_known_uid_are_both_kept(store):
    file(store, a_header(), b"first")
    assert file(store, a_header(), b"second").outcome == "conflict"
    with store.read() as unit:
        (held,) = filing.held(unit)
        (shown,) = studies.instances(unit)
    assert store.vault.read(shown.digest) == b"first"
    assert store.vault.read(held.digest) == b"second"


@pytest.mark.hazard("HZ-19")
def test_one_study_uid_for_two_people_becomes_two_studies(store):
    first, second = register(store), register(store, given_name="Laxmi")
    file(store, a_header(patient_id=first.number, instance=1), b"1")
    file(store, a_header(patient_id=second.number, instance=2), b"2")
    with store.read() as unit:
        (mine,), (theirs,) = studies.of_patient(unit, first.uuid), studies.of_patient(unit, second.uuid)
    assert mine.study_uid == "1.2.3.1"
    assert theirs.study_uid != mine.study_uid and theirs.source_study_uid == mine.study_uid
    assert theirs.flags == ("two-people-one-study",) and mine.flags == ()


@pytest.mark.hazard("HZ-02")
def test_a_person_says_which_eye_and_takes_it_back(store):
    filed = file(store, a_header(eye=""))
    with store.write(Origin.PERSON, "grace") as unit:
        assert studies.instance(unit, filed.instance_uid).laterality is None
        said = mending.set_laterality(unit, filed.instance_uid, Laterality.LEFT)
        assert (said.laterality, said.laterality_by) == (Laterality.LEFT, "grace")
    with store.write(Origin.PERSON, "grace") as unit:
        assert mending.set_laterality(unit, filed.instance_uid, None).laterality is None
        history = changes.of(unit, Kind.INSTANCE, filed.instance_uid)
    assert [change.snapshot.get("laterality") for change in history] == [None, "L", None]
    assert [change.actor for change in history] == ["camera:CAM1", "grace", "grace"]


def test_a_waiting_picture_is_assigned_and_can_be_moved_again(store):
    right, wrong = register(store), register(store, given_name="Laxmi")
    first, second = (file(store, a_header(instance=n), bytes([n])) for n in (1, 2))
    with store.write(Origin.PERSON, "grace") as unit:
        mending.assign(unit, [first.instance_uid, second.instance_uid], wrong.uuid)
        assert studies.inbox(unit) == []
    with store.write(Origin.PERSON, "grace") as unit:
        mending.assign(unit, [first.instance_uid], right.uuid)
        (mine,), (theirs,) = studies.of_patient(unit, right.uuid), studies.of_patient(unit, wrong.uuid)
        assert [row.instance_uid for row in mine.instances] == [first.instance_uid]
        assert [row.instance_uid for row in theirs.instances] == [second.instance_uid]
        assert mine.study_uid != theirs.study_uid
    with store.write(Origin.PERSON, "grace") as unit:
        mending.unassign(unit, [first.instance_uid])
        (waiting,) = studies.inbox(unit)
        assert waiting.unmatched == Unmatched.MOVED_OUT
        mending.assign(unit, [first.instance_uid], wrong.uuid)
        (together,) = studies.of_patient(unit, wrong.uuid)
        assert len(together.instances) == 2


def test_an_announced_instance_takes_the_picture_of_its_own_eye_only(store):
    person = register(store)
    with store.write(Origin.REST) as unit:
        study = making.create(unit, person.uuid)
        item = {"sop_class_uid": "1.2", "type": "macular-centered", "title": "CENTRAL"}
        (waiting,) = making.announce(unit, study.study_uid, modality="OP", laterality=Laterality.LEFT, items=[item])
        assert waiting.is_waiting and studies.count(unit) == 0
    blob = kept(store)
    with pytest.raises(Conflict), store.write(Origin.REST) as unit:
        filing.attach(unit, waiting.instance_uid, a_header(eye="R"), blob, FROM_CAMERA)
    with store.write(Origin.REST) as unit:
        filing.attach(unit, waiting.instance_uid, a_header(eye=""), blob, FROM_CAMERA)
        assert studies.instance(unit, waiting.instance_uid).laterality is Laterality.LEFT
        assert studies.study(unit, study.study_uid).version == 3


def test_hiding_one_picture_touches_no_other(store):
    sides = ["R", "L", "R", "L"]
    for number, eye in enumerate(sides, start=1):
        file(store, a_header(instance=number, eye=eye), bytes([number]))
    with store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, "1.2.3.1.1.1", "blurred")
        shown = studies.instances(unit)
    assert [row.laterality for row in shown] == sides
    assert [bool(row.hidden) for row in shown] == [True, False, False, False]


def test_removing_a_person_needs_a_word_about_their_studies(store):
    person = register(store)
    file(store, a_header(patient_id=person.number))
    with pytest.raises(Conflict), store.write(Origin.REST) as unit:
        patients.forget(unit, person.uuid)
    with store.write(Origin.REST) as unit:
        patients.forget(unit, person.uuid, cascade=True)
        assert studies.count(unit) == 0 and patients.count(unit) == 0
        operations = [change.operation for change in changes.since(unit, 0)]
    assert operations.count("forget") == 3


@pytest.mark.parametrize("asked", ["_STUDIES_OF_SOURCE", "_STUDY_BY_UID", "_SERIES_OF_SOURCE", "_SERIES_BY_UID"])
def test_where_a_picture_belongs_is_found_without_reading_a_whole_table(store, asked):
    prepared = getattr(filing, asked)
    with store.read() as unit:
        values = prepared.arguments({"uid": "1.2.3", "study": 1})
        steps = unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {prepared.sql}", values).fetchall()
    assert steps and not [step.detail for step in steps if step.detail.startswith("SCAN")]
