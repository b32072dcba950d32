"""Modality Worklist, asked by dcmtk's findscu and by pynetdicom."""

from datetime import UTC, date, datetime

import pytest
from pydicom.dataset import Dataset
from support.desk import KEYS, STEP_KEYS, a_camera_desk, findscu
from support.dimse import associated
from support.stations import Clock

from resources.store import patients, workitems
from resources.terms import Origin
from resources.wire.camerarules import CameraRules, Charset, NameOrder

WORKLIST = "1.2.840.10008.5.1.4.31"
pytestmark = [pytest.mark.dcmtk, pytest.mark.hazard("HZ-01")]


@pytest.fixture
def desk(tmp_path):
    with a_camera_desk(tmp_path) as one:
        yield one


def numbers(found: list[Dataset]) -> list[str]:
    return [entry.PatientID for entry in found]


def test_the_answer_is_the_one_person_at_the_camera(desk, tmp_path):
    first, second, third = desk.registers(), desk.registers(given_name="Laxmi"), desk.registers(given_name="Mary")
    with desk.store.write(Origin.PERSON) as unit:
        workitems.schedule(unit, third.uuid)
    assert findscu(desk.port, tmp_path) == []
    desk.calls(first, "CAM1")
    desk.calls(second, "CAM2")
    assert numbers(findscu(desk.port, tmp_path)) == [first.number]
    assert numbers(findscu(desk.port, tmp_path, title="CAM2")) == [second.number]
    assert findscu(desk.port, tmp_path, title="CAM3") == []
    desk.calls(second, "CAM1")
    assert numbers(findscu(desk.port, tmp_path)) == [second.number]
    assert findscu(desk.port, tmp_path, title="CAM2") == []
    assert "It asked who is next; 1 person answered." in desk.sentences


def test_every_return_key_is_there_though_it_was_not_asked_for(desk, tmp_path):
    person = desk.registers(birth_date=date(1964, 3, 4))
    desk.calls(person)
    query = Dataset()
    query.PatientName = ""
    with associated(desk.listener, WORKLIST) as association:
        [(_, entry), _] = list(association.send_c_find(query, WORKLIST))
    [step] = entry.ScheduledProcedureStepSequence
    assert {key for key in KEYS if key not in entry} == set()
    assert {key for key in STEP_KEYS if key not in step} == set()
    assert (entry.PatientName, entry.PatientID, entry.PatientSex) == ("Devi^Lakshmi", person.number, "F")
    assert (entry.PatientBirthDate, entry.PatientAge) == ("19640304", "062Y")
    assert (step.Modality, step.ScheduledStationAETitle) == ("OP", "CAM1")
    local = desk.clock.now.astimezone(desk.store.zone)
    assert (step.ScheduledProcedureStepStartDate, step.ScheduledProcedureStepStartTime) == (
        local.strftime("%Y%m%d"),
        local.strftime("%H%M%S"),
    )
    with desk.store.read() as unit:
        [item] = workitems.of_patient(unit, person.uuid)
    assert entry.StudyInstanceUID == item.study_uid
    assert step.ScheduledProcedureStepID and entry.RequestedProcedureID


def test_whatever_else_is_asked_for_comes_back_empty(desk):
    desk.calls(desk.registers())
    query = Dataset()
    query.PatientMotherBirthName = ""
    step = Dataset()
    step.ScheduledProcedureStepEndDate = ""
    query.ScheduledProcedureStepSequence = [step]
    with associated(desk.listener, WORKLIST) as association:
        [(_, entry), _] = list(association.send_c_find(query, WORKLIST))
    assert entry.PatientMotherBirthName == ""
    assert not entry.ScheduledProcedureStepSequence[0].ScheduledProcedureStepEndDate


TODAY = "20261121"


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        (["PatientID=OUR"], True),
        (["PatientID=C7A*"], True),
        (["PatientID=C7B*"], False),
        (["PatientName=DEVI^LAK*"], True),
        (["PatientName=*laksh?i"], True),
        (["PatientName=Kumar*"], False),
        (["AccessionNumber="], True),
        (["AccessionNumber=A1"], False),
        (["Modality=OP"], True),
        (["Modality=OPT"], True),
        (["Modality=CT"], False),
        (["ScheduledStationAETitle=CAM1"], True),
        (["ScheduledStationAETitle=CAM*"], True),
        (["ScheduledStationAETitle=CAM9"], False),
        ([f"ScheduledProcedureStepStartDate={TODAY}"], True),
        ([f"ScheduledProcedureStepStartDate={TODAY}-{TODAY}"], True),
        (["ScheduledProcedureStepStartDate=20261120-"], True),
        (["ScheduledProcedureStepStartDate=-20261120"], False),
        (["ScheduledProcedureStepStartDate=20261122"], False),
        ([f"ScheduledProcedureStepStartDate={TODAY}", "ScheduledProcedureStepStartTime=000000-235959"], True),
        (["ScheduledProcedureStepStartDate=20261120-20261122", "ScheduledProcedureStepStartTime=2300-0100"], True),
        (["ScheduledProcedureStepStartDate=20261122-20261123", "ScheduledProcedureStepStartTime=0000-2359"], False),
        (["ScheduledProcedureStepStatus=SCHEDULED"], True),
        (["ScheduledProcedureStepStatus=ARRIVED"], True),
        (["PatientSex=F", "PatientID=OUR", "Modality=OP"], True),
        (["PatientSex=M"], False),
    ],
    ids=str,
)
def test_keys_match_as_the_standard_says(desk, tmp_path, keys, fits):
    person = desk.registers()
    desk.calls(person)
    asked = [key.replace("OUR", person.number or "") for key in keys]
    assert len(findscu(desk.port, tmp_path, *asked)) == int(fits)


def test_a_date_that_is_none_is_refused(desk):
    query = Dataset()
    step = Dataset()
    step.add_new(0x00400002, "LO", "yesterday")
    query.ScheduledProcedureStepSequence = [step]
    with associated(desk.listener, WORKLIST) as association:
        [(status, _)] = list(association.send_c_find(query, WORKLIST))
    assert status.Status == 0xC000


def test_a_filter_that_hides_whoever_was_called_is_said_to_the_camera_doctor(desk, tmp_path):
    desk.calls(desk.registers())
    assert findscu(desk.port, tmp_path, "ScheduledProcedureStepStartDate=19700101") == []
    said = "It asked who is next, but by a date, name or kind that fits nobody here. Look at its clock and its filter."
    assert said in desk.sentences


def test_all_who_wait_are_listed_when_the_station_is_set_so(tmp_path):
    with a_camera_desk(tmp_path, shows_waiting=True) as desk:
        waiting, called = desk.registers(), desk.registers(given_name="Mary")
        elsewhere = desk.registers(given_name="Omar")
        with desk.store.write(Origin.PERSON) as unit:
            workitems.schedule(unit, waiting.uuid)
            workitems.schedule(unit, elsewhere.uuid, station_ae_title="CAM2")
        desk.calls(called)
        assert numbers(findscu(desk.port, tmp_path)) == [called.number, waiting.number]


RULES = (
    CameraRules("LATIN", charset=Charset.LATIN_1),
    CameraRules("PLAIN", charset=Charset.ASCII),
    CameraRules("TURNED", name_order=NameOrder.GIVEN_FIRST),
)


@pytest.mark.parametrize(
    ("title", "declared", "name"),
    [
        ("CAM1", "ISO_IR 192", "Hoa^Nguyễn Thị=नगुयेन"),
        ("LATIN", "ISO_IR 100", "Hoa^Nguyen Thi"),
        ("PLAIN", None, "Hoa^Nguyen Thi"),
        ("TURNED", "ISO_IR 192", "Nguyễn Thị^Hoa=नगुयेन"),
    ],
)
def test_each_camera_gets_the_letters_that_it_can_show(tmp_path, title, declared, name):
    with a_camera_desk(tmp_path, rules=RULES) as desk:
        person = desk.registers(family_name="Hoa", given_name="Nguyễn Thị", native_name="नगुयेन")
        desk.calls(person, title)
        [entry] = findscu(desk.port, tmp_path, title=title)
        assert entry.get("SpecificCharacterSet") == declared
        assert str(entry.PatientName) == name
        entry[0x00100010].value.decode()  # whole in the declared character set
        assert findscu(desk.port, tmp_path, "PatientName=Hoa^Nguyen*", title=title) != [] or title in ("CAM1", "TURNED")


@pytest.mark.hazard("HZ-30")
@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2026, 11, 1), "020D"), (date(2026, 9, 12), "010W"), (date(2026, 8, 20), "003M"), (date(1964, 6, 1), "062Y")],
)
def test_a_babys_age_has_its_unit(desk, tmp_path, born, age):
    desk.calls(desk.registers(birth_date=born, birth_year=None))
    [entry] = findscu(desk.port, tmp_path, "PatientAge=")
    assert entry.PatientAge == age


def test_a_query_changes_nothing(desk, tmp_path):
    desk.calls(desk.registers())
    with desk.store.read() as unit:
        before = workitems.open_ones(unit)
    findscu(desk.port, tmp_path)
    with desk.store.read() as unit:
        assert workitems.open_ones(unit) == before


def test_somebody_who_was_removed_is_not_shown(desk, tmp_path):
    person = desk.registers()
    desk.calls(person)
    with desk.store.write(Origin.PERSON) as unit:
        patients.forget(unit, person.uuid)
    assert findscu(desk.port, tmp_path) == []


def test_implicit_and_explicit_are_both_spoken(tmp_path):
    with a_camera_desk(tmp_path, clock=Clock(datetime(2026, 11, 21, 6, 0, tzinfo=UTC))) as desk:
        desk.calls(desk.registers())
        for option in ("-xi", "-xe"):
            assert len(findscu(desk.port, tmp_path, options=[option])) == 1
