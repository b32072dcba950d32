"""Cameras as they are: what each quirk of the field asks of a station, over a real socket and a real store.

| quirk | what the camera does | where it is shown |
|---|---|---|
| 1 | no Patient ID, or its own counter | here; suggestions: unit/workstation/gui/test_suggestions.py |
| 2 | a prefix before our number | here |
| 3 | order, case and separators of names | here |
| 4 | the eye in the wrong place, or nowhere | integration/test_an_eye_nobody_stated_stays_unknown.py |
| 5 | the wrong eye | hazard HZ-13 |
| 6 | one study number for two people, or one for each picture | here; endtoend/test_one_study_two_people.py |
| 7 | the same picture again, the same or changed | here |
| 8 | one association for each picture | here |
| 9 | only Implicit VR, or only JPEG | here; every syntax: integration/test_camera_stores.py |
| 10 | private classes and syntaxes | integration/test_camera_stores.py |
| 11 | VL Photographic or Secondary Capture | here |
| 12 | any title, calling or called | here; named and blocked: integration/test_the_doctor_is_in_the_status.py |
| 13 | no list where a return key is missing | the worklist's own tests |
| 14 | it cannot show a script | unit/resources/wire/test_camerarules.py and the worklist's own tests |
| 15 | a JPEG with the wrong colour model | unit/workstation/imaging/test_decoder.py |
| 16 | a name inside the picture | here |
| 17 | its clock is wrong | here |
| 18 | files in a folder, on a card, in a ZIP | the import's own tests |
| 19 | fewer pictures than it said | the steps' own tests |
| 20 | it wants to hear of commitment elsewhere | the commitment's own tests |
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pynetdicom import AE, _config
from support.data_sets import BASELINE, EXPLICIT, IMPLICIT, an_instance, encapsulated, encoded
from support.pictures import a_jpeg
from support.stations import Clock, a_store, lakshmi

from resources.store import filing, patients, studies, turns
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from resources.wire.part10 import file_meta
from workstation.camerabook import CameraBook
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener

OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
VL, SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.77.1.4", "1.2.840.10008.5.1.4.1.1.7"
PDF = "1.2.840.10008.5.1.4.1.1.104.1"


class Camp:
    """One person with a card, one station, and a camera that sends what it is told to send."""

    def __init__(self, folder: Path, peers: str = "[]") -> None:
        self.folder, self.clock = folder, Clock()
        self.store = a_store(folder, clock=self.clock)
        with self.store.write(Origin.PERSON, "grace") as unit:
            self.person = patients.register(unit, lakshmi())
        self.book = CameraBook(self.store, json.loads(peers))
        self.listener = Listener(Receiver(self.store, rules_of=self.book.rules), port=0)
        self.listener.start()

    def close(self) -> None:
        self.listener.stop()
        self.store.close()

    def send(self, *data_sets, syntax: str = EXPLICIT, calling: str = "CAM1", called: str = "EYECAMP") -> list[int]:
        """Over one association, as they stand."""
        files = []
        for place, ds in enumerate(data_sets):
            path = self.folder / f"{place}.dcm"
            path.write_bytes(file_meta(str(ds.SOPClassUID), str(ds.SOPInstanceUID), syntax) + encoded(ds, syntax))
            files.append(path)
        ae = AE(calling)
        for sop_class in {str(ds.SOPClassUID) for ds in data_sets}:
            ae.add_requested_context(sop_class, syntax)
        association = ae.associate("127.0.0.1", self.listener.address[1], ae_title=called)
        assert association.is_established
        statuses = [association.send_c_store(path).Status for path in files]
        association.release()
        return statuses

    def filed(self):
        with self.store.read() as unit:
            return studies.of_patient(unit, self.person.uuid)

    def waiting(self):
        with self.store.read() as unit:
            return studies.inbox(unit)

    def notes(self) -> list[str]:
        return [note.sentence for note in self.listener.notes()]


@pytest.fixture
def camp(tmp_path):
    camp = Camp(tmp_path)
    yield camp
    camp.close()


@pytest.fixture(autouse=True)
def bytes_as_they_are(monkeypatch):
    """pynetdicom sends the data set of a file without reading it."""
    monkeypatch.setattr(_config, "STORE_SEND_CHUNKED_DATASET", True)


@pytest.mark.hazard("HZ-20")
@pytest.mark.parametrize("said", ["", "1", "00042", None])
def test_1_without_our_number_a_picture_waits(camp, said):
    ds = an_instance(PatientID=said)
    if said is None:
        del ds.PatientID
    assert camp.send(ds) == [0x0000]
    (study,) = camp.waiting()
    assert (study.identity["patient_id"], camp.filed()) == (said or "", [])


@pytest.mark.hazard("HZ-20")
def test_2_a_prefix_is_stripped_by_this_cameras_rule_only_and_from_the_next_picture_on(camp):
    number = camp.person.number
    first, second, third = (an_instance(number=n, patient=n, PatientID=f"phelcom_{number}") for n in (1, 2, 3))
    camp.send(first, calling="EYER")
    camp.book.save(CameraRules("EYER", strip="phelcom_"))
    camp.send(second, calling="EYER")
    camp.send(third, calling="OTHER")
    assert [study.study_uid for study in camp.filed()] == ["1.2.3.2"]
    assert {study.study_uid for study in camp.waiting()} == {"1.2.3.1", "1.2.3.3"}
    assert camp.store.vault.read(camp.filed()[0].instances[0].digest).endswith(encoded(second))


def test_2_the_rule_may_stand_in_the_configuration(tmp_path):
    camp = Camp(tmp_path, '[{"ae_title": "EYER", "strip": "phelcom_"}]')
    try:
        camp.send(an_instance(PatientID=f"phelcom_{camp.person.number}"), calling="EYER")
        assert len(camp.filed()) == 1
    finally:
        camp.close()


@pytest.mark.parametrize(
    "name", ["LAKSHMI DEVI", "Devi^Lakshmi", "Lakshmi^Devi", "devi,lakshmi", "DÉVI^LAKSHMÌ", "Devi^Laxmi", ""]
)
def test_3_the_same_name_written_otherwise_speaks_against_nobody(camp, name):
    camp.send(an_instance(PatientID=camp.person.number, PatientName=name))
    (study,) = camp.filed()
    assert study.identity["name"] == name


@pytest.mark.hazard("HZ-20")
def test_3_another_name_does(camp):
    camp.send(an_instance(PatientID=camp.person.number, PatientName="Kumar^Ramesh"))
    assert (camp.filed(), len(camp.waiting())) == ([], 1)


def test_3_a_name_in_latin_1_and_one_cut_at_64_letters_come_through(camp):
    long = "Devi^" + "Lakshmi" * 9
    latin = an_instance(PatientID=camp.person.number, PatientName="Dévi^Lakshmi", SpecificCharacterSet="ISO_IR 100")
    cut = an_instance(number=2, patient=2, PatientID=camp.person.number, PatientName=long[:64])
    camp.send(latin, cut)
    assert {study.identity["name"] for study in camp.filed()} == {"Dévi^Lakshmi", long[:64]}


def test_6_one_study_for_each_picture_is_no_trouble(camp):
    number = camp.person.number
    for picture in (1, 2, 3):
        ds = an_instance(number=picture, PatientID=number, StudyInstanceUID=f"1.2.9.{picture}", StudyDate="20261121")
        ds.SeriesInstanceUID = f"1.2.9.{picture}.1"
        camp.send(ds)
    assert len(camp.filed()) == 3 and camp.waiting() == []


def test_7_a_retry_is_kept_once_and_a_changed_one_twice(camp):
    ds = an_instance(PatientID=camp.person.number)
    changed = an_instance(PatientID=camp.person.number, Rows=5)
    assert [*camp.send(ds), *camp.send(ds), *camp.send(changed)] == [0x0000] * 3
    with camp.store.read() as unit:
        assert (studies.count(unit), len(filing.held(unit))) == (1, 1)
        assert camp.store.vault.read(filing.held(unit)[0].digest).endswith(encoded(changed))


def test_8_an_association_for_each_picture_is_one_visit_and_one_line_of_the_doctor(camp):
    for number in range(1, 6):
        camp.send(an_instance(number=number, PatientID=camp.person.number))
    (study,) = camp.filed()
    assert len(study.instances) == 5
    assert camp.notes().count("It sent 1 picture; all kept.") == 1
    (seen,) = camp.listener.cameras()
    assert (seen.associations, seen.stored) == (5, 5)


@pytest.mark.parametrize("syntax", [IMPLICIT, BASELINE])
def test_9_a_camera_that_offers_one_syntax_is_taken_at_its_word(camp, syntax):
    pixels = encapsulated(a_jpeg()) if syntax == BASELINE else bytes(72)
    ds = an_instance(PatientID=camp.person.number, PixelData=pixels)
    assert camp.send(ds, syntax=syntax) == [0x0000]
    assert camp.filed()[0].instances[0].transfer_syntax_uid == syntax


@pytest.mark.parametrize("sop_class", [VL, SECONDARY_CAPTURE])
def test_11_another_kind_of_photograph_files_itself_like_any_other(camp, sop_class):
    ds = an_instance(PatientID=camp.person.number, SOPClassUID=sop_class)
    camp.send(ds)
    (row,) = camp.filed()[0].instances
    assert (row.sop_class_uid, row.laterality, row.has_pixels) == (sop_class, None, True)


@pytest.mark.parametrize(("calling", "called"), [("ANY-SCU", "EYECAMP"), ("CAM1", "RETINA1"), ("ANY-SCU", "ANY-SCP")])
def test_12_whatever_it_calls_itself_and_us_its_pictures_come(camp, calling, called):
    assert camp.send(an_instance(PatientID=camp.person.number), calling=calling, called=called) == [0x0000]
    assert len(camp.filed()) == 1
    assert [seen.calling_ae for seen in camp.listener.cameras()] == [calling]


@pytest.mark.parametrize(
    ("attributes", "flagged"),
    [
        ({"BurnedInAnnotation": "YES"}, True),
        ({"BurnedInAnnotation": "NO"}, False),
        ({}, False),
        ({"SOPClassUID": PDF}, True),
    ],
)
def test_16_a_picture_that_may_show_a_name_is_flagged(camp, attributes, flagged):
    camp.send(an_instance(PatientID=camp.person.number, **attributes))
    (row,) = camp.filed()[0].instances
    assert row.may_show_a_name is flagged


@pytest.mark.hazard("HZ-26")
@pytest.mark.parametrize(
    ("stated", "arrival_day"),
    [
        ("19700101", True),
        ("20000101", True),
        ("20310101", True),
        ("20261101", True),
        ("20261121", False),
    ],
)
def test_17_a_clock_that_cannot_be_right_files_under_the_day_of_arrival(camp, stated, arrival_day):
    """The number on the picture was given today: whatever says that it was taken before is a clock, not a date."""
    camp.send(an_instance(PatientID=camp.person.number, StudyDate=stated, StudyTime="080000"))
    (study,) = camp.filed()
    assert study.study_date == stated
    assert (study.started_at == camp.clock()) is arrival_day
    assert study.day(UTC) == camp.clock().date()


def test_17_an_earlier_picture_of_nobody_we_know_keeps_its_day(camp):
    camp.send(an_instance(PatientID="", StudyDate="20240305", StudyTime="080000"))
    (study,) = camp.waiting()
    assert study.day(UTC) == datetime(2024, 3, 5, tzinfo=UTC).date()


@pytest.mark.hazard("HZ-01")
def test_17_how_wrong_a_clock_is_is_measured_from_its_pictures(camp):
    fast = camp.clock() + timedelta(minutes=37)
    for number in range(1, 7):
        stamp = fast.strftime("%Y%m%d%H%M%S+0000")
        camp.send(an_instance(number=number, PatientID=camp.person.number, AcquisitionDateTime=stamp))
    with camp.store.read() as unit:
        assert turns.clock_ahead(unit, "CAM1") == timedelta(minutes=37)
