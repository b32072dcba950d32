"""A copy says what is known now; the vault says what came in."""

import io

import pydicom
import pytest
from support.pictures import an_op, uid_of
from support.stations import a_store, lakshmi

from resources.problems import NotFound
from resources.store import filing, making, mending, patients, studies
from resources.store.copies import copy_of
from resources.store.rows import Arrival
from resources.terms import Laterality, Origin
from resources.wire.part10 import header_of, read_part10


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    yield store
    store.close()


def received(store, file: bytes) -> None:
    blob = store.vault.admit(file, data_set_offset=read_part10(io.BytesIO(file)).data_set_at)
    with store.write(Origin.CAMERA) as unit:
        filing.file_instance(unit, header_of(io.BytesIO(file)), blob, Arrival(Origin.CAMERA, "CAM1"))


def copied(store, instance_uid: str) -> bytes:
    with store.read() as unit:
        row = studies.instance(unit, instance_uid)
        length, pieces = copy_of(store.vault, row, studies.study(unit, row.study_uid))
    file = b"".join(pieces)
    assert len(file) == length
    return file


def test_a_copy_of_what_nobody_corrected_is_what_came_in(store):
    file = an_op(1, patient="C7A-00001-3")
    received(store, file)
    assert copied(store, uid_of(1)) == file


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize("side", [Laterality.LEFT, None])
def test_a_copy_says_the_eye_that_was_put_right(store, side):
    received(store, an_op(1, patient="C7A-00001-3", eye="R"))
    with store.write(Origin.PERSON) as unit:
        mending.set_laterality(unit, uid_of(1), side)
    assert pydicom.dcmread(io.BytesIO(copied(store, uid_of(1)))).get("ImageLaterality", "") == (side or "")


def test_a_copy_names_the_person_that_the_picture_was_given_to(store):
    received(store, an_op(1, patient="X-1", name="Doe^Jane"))
    with store.write(Origin.PERSON) as unit:
        mending.assign(unit, [uid_of(1)], "C7A-00001-3")
    data_set = pydicom.dcmread(io.BytesIO(copied(store, uid_of(1))))
    assert (data_set.PatientID, str(data_set.PatientName), data_set.PatientSex) == ("C7A-00001-3", "Devi^Lakshmi", "F")
    assert data_set.OriginalAttributesSequence[0].ModifiedAttributesSequence[0].PatientID == "X-1"


def test_there_is_no_copy_of_what_has_not_come(store):
    with store.write(Origin.PERSON) as unit:
        study = making.create(unit, "C7A-00001-3")
        making.announce(unit, study.study_uid, modality="OP", laterality=None, items=[{"sop_class_uid": "1.2"}])
        study = studies.study(unit, study.study_uid)
    with pytest.raises(NotFound):
        copy_of(store.vault, study.instances[0], study)
