"""What the laptop holds, asked for by dcmtk (findscu, getscu, movescu) and by pynetdicom, as a review station would."""

import io
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path

import numpy
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pynetdicom import AE, build_role, evt
from support.cameras import Ran, a_bit_preserving_storescp, echoscu, storescu
from support.data_sets import BASELINE, EXPLICIT, IMPLICIT, OP, an_instance, encapsulated, encoded
from support.shared import tool
from support.stations import a_store, lakshmi

from resources.dicomweb.samples import Unpack
from resources.store import audit, mending, patients, studies
from resources.terms import Laterality, Origin
from resources.wire.camerarules import CameraRules, Charset, Trust
from resources.wire.part10 import file_meta
from workstation.listener.doorway import listener_of
from workstation.listener.finding import Finds
from workstation.listener.receive import Receiver
from workstation.listener.retrieving import Gets, Moves, Shelf
from workstation.listener.services import Services
from workstation.settings import Dicom

STUDY_FIND, STUDY_MOVE, STUDY_GET = (f"1.2.840.10008.5.1.4.1.2.2.{number}" for number in (1, 2, 3))
PATIENT_FIND = "1.2.840.10008.5.1.4.1.2.1.1"


class Station:
    """A store behind a listener that answers queries; ``peers`` may be changed while it runs."""

    def __init__(self, folder: Path) -> None:
        self.store = a_store(folder)
        self.peers: list[CameraRules] = []
        shelf = Shelf(self.store, Unpack())
        self.services = Services(
            Finds(self.store, self.known, "EYECAMP"), Gets(shelf, self.known), Moves(shelf, self.known, "EYECAMP")
        )
        receiver = Receiver(self.store)
        self.listener = listener_of(self.store, Dicom(port=0), self.known, receiver, self.services)
        self.listener.start()
        self.port = self.listener.address[1]

    def known(self) -> list[CameraRules]:
        return self.peers

    def audited(self) -> list[audit.AuditRow]:
        with self.store.read() as unit:
            return audit.listed(unit)

    def close(self) -> None:
        self.listener.stop()
        self.store.close()


@pytest.fixture
def station(tmp_path):
    station = Station(tmp_path)
    yield station
    station.close()


def a_file(folder: Path, ds: Dataset, syntax: str = EXPLICIT) -> Path:
    path = folder / f"{ds.SOPInstanceUID}.dcm"
    path.write_bytes(file_meta(OP, str(ds.SOPInstanceUID), syntax) + encoded(ds, syntax))
    return path


def a_jpeg(**attributes) -> Dataset:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((64, 48)).convert("RGB").save(file, "JPEG", quality=90)
    ds = an_instance(Rows=48, Columns=64, PhotometricInterpretation="YBR_FULL_422", **attributes)
    ds.PixelData = encapsulated(file.getvalue())
    return ds


@pytest.fixture
def pictures(station, tmp_path):
    """Two eyes of Lakshmi, who is registered; one picture of somebody nobody knows."""
    with station.store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    hers = {"PatientID": person.number, "PatientSex": "F", "StudyDate": "20261121", "StudyTime": "090000"}
    files = [
        a_file(tmp_path, an_instance(number=1, eye="R", InstanceNumber=1, **hers)),
        a_file(tmp_path, an_instance(number=2, eye="L", InstanceNumber=2, **hers)),
        a_file(
            tmp_path,
            a_jpeg(patient=2, number=1, PatientID="00042", PatientName="Somebody^Else", StudyDate="20260101"),
            BASELINE,
        ),
    ]
    assert storescu(station.port, *files[:2], options=["-xe"]).returncode == 0
    assert storescu(station.port, files[2], options=["-xy"]).returncode == 0
    return person.number, files


def ran(program: str, port: int, *words: str, called: str = "EYECAMP", calling: str = "REVIEW") -> Ran:
    command = [tool(f"/usr/bin/{program}"), "-v", "-aet", calling, "-aec", called, *words, "127.0.0.1", str(port)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def keys(*pairs: str) -> list[str]:
    return [word for pair in pairs for word in ("-k", pair)]


def findscu(station: Station, folder: Path, *pairs: str, root: str = "-S") -> list[Dataset]:
    """The answers, in order."""
    found = folder / "found"
    found.mkdir(exist_ok=True)
    for old in found.iterdir():
        old.unlink()
    done = ran("findscu", station.port, root, "-X", "-od", str(found), *keys(*pairs))
    assert done.returncode == 0, done.stderr
    return [dcmread(path, force=True) for path in sorted(found.iterdir())]


@contextmanager
def associated(port: int, *sop_classes: str, title: str = "REVIEW", **more):
    ae = AE(title)
    for sop_class in sop_classes:
        ae.add_requested_context(sop_class)
    association = ae.associate("127.0.0.1", port, **more)
    assert association.is_established
    try:
        yield association
    finally:
        association.release()


def an_identifier(level: str, **keywords: object) -> Dataset:
    ds = Dataset()
    ds.QueryRetrieveLevel = level
    for keyword, value in keywords.items():
        setattr(ds, keyword, value)
    return ds


# --- C-FIND -----------------------------------------------------------------------------------------------------------


@pytest.mark.dcmtk
def test_findscu_finds_studies_by_number_name_and_date(station, pictures, tmp_path):
    number, _ = pictures
    (study,) = findscu(
        station,
        tmp_path,
        "QueryRetrieveLevel=STUDY",
        f"PatientID={number}",
        "PatientName",
        "NumberOfStudyRelatedInstances",
    )
    assert (study.PatientID, str(study.PatientName), study.NumberOfStudyRelatedInstances) == (number, "Devi^Lakshmi", 2)
    assert (study.StudyInstanceUID, study.RetrieveAETitle) == ("1.2.3.1", "EYECAMP")
    by_name = findscu(station, tmp_path, "QueryRetrieveLevel=STUDY", "PatientName=some*", "StudyInstanceUID")
    assert [one.StudyInstanceUID for one in by_name] == ["1.2.3.2"]
    by_date = findscu(station, tmp_path, "QueryRetrieveLevel=STUDY", "StudyDate=20261101-", "StudyInstanceUID")
    assert [one.StudyInstanceUID for one in by_date] == ["1.2.3.1"]
    assert findscu(station, tmp_path, "QueryRetrieveLevel=STUDY", "PatientName=nobody*") == []


@pytest.mark.dcmtk
def test_findscu_goes_down_to_series_and_images(station, pictures, tmp_path):
    (series,) = findscu(
        station, tmp_path, "QueryRetrieveLevel=SERIES", "StudyInstanceUID=1.2.3.1", "SeriesInstanceUID", "Modality"
    )
    assert (series.Modality, series.SeriesInstanceUID) == ("OP", "1.2.3.1.0")
    images = findscu(
        station, tmp_path, "QueryRetrieveLevel=IMAGE", "StudyInstanceUID=1.2.3.1", "SeriesInstanceUID=1.2.3.1.0",
        "SOPInstanceUID", "ImageLaterality", "InstanceNumber",
    )  # fmt: skip
    assert [(one.SOPInstanceUID, one.ImageLaterality) for one in images] == [("1.2.3.1.1", "R"), ("1.2.3.1.2", "L")]


@pytest.mark.dcmtk
def test_findscu_lists_people_of_the_patient_root(station, pictures, tmp_path):
    number, _ = pictures
    people = findscu(
        station,
        tmp_path,
        "QueryRetrieveLevel=PATIENT",
        "PatientID",
        "PatientName",
        "NumberOfPatientRelatedInstances",
        root="-P",
    )
    told = {one.PatientID: (str(one.PatientName), one.NumberOfPatientRelatedInstances) for one in people}
    assert told == {number: ("Devi^Lakshmi", 2), "00042": ("Somebody^Else", 1)}


def test_what_waits_in_the_inbox_carries_its_mark(station, pictures):
    with associated(station.port, STUDY_FIND) as association:
        answers = list(association.send_c_find(an_identifier("STUDY", PatientID="", StudyInstanceUID=""), STUDY_FIND))
    marks = {answer.StudyInstanceUID: (0x00091001) in answer for _, answer in answers if answer is not None}
    assert marks == {"1.2.3.1": False, "1.2.3.2": True}


def test_only_keys_that_were_asked_for_are_answered(station, pictures):
    with associated(station.port, STUDY_FIND) as association:
        wanted = an_identifier("STUDY", StudyInstanceUID="1.2.3.1", StudyDescription="", PatientComments="")
        (_, answer), _ = association.send_c_find(wanted, STUDY_FIND)
    told = {element.keyword for element in answer} - {"SpecificCharacterSet"}
    assert told == {
        "QueryRetrieveLevel",
        "RetrieveAETitle",
        "StudyInstanceUID",
        "StudyDescription",
        "PatientComments",
        "PatientID",
    }
    assert answer.PatientComments == ""


def test_a_query_without_a_level_is_answered_a900(station):
    with associated(station.port, STUDY_FIND) as association:
        for level in ("", "PATIENT", "FOLDER"):
            ((status, _),) = association.send_c_find(an_identifier(level, PatientID=""), STUDY_FIND)
            assert status.Status == 0xA900


def test_a_camera_without_such_letters_is_told_names_in_latin(station):
    with station.store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi(family_name="देवी", given_name="लक्ष्मी"))
    ds = an_instance(PatientID=person.number, PatientName="")
    with associated(station.port, OP) as association:
        ds.file_meta = dcmread(io.BytesIO(file_meta(OP, ds.SOPInstanceUID, IMPLICIT) + encoded(ds, IMPLICIT))).file_meta
        assert association.send_c_store(ds).Status == 0
    wanted = an_identifier("STUDY", PatientID=person.number, PatientName="")
    for charset, in_latin in ((Charset.UTF_8, False), (Charset.ASCII, True)):
        station.peers = [CameraRules("REVIEW", charset=charset)]
        with associated(station.port, STUDY_FIND) as association:
            (_, answer), _ = association.send_c_find(wanted, STUDY_FIND)
        assert str(answer.PatientName).isascii() is in_latin
        assert str(answer.PatientName)


def test_a_cancelled_query_ends_in_fe00(station):
    with station.store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    ae = AE("CAM1")
    ae.add_requested_context(OP, EXPLICIT)
    association = ae.associate("127.0.0.1", station.port)
    for number in range(30):
        ds = an_instance(number=number + 1, PatientID=person.number)
        ds.StudyInstanceUID, ds.SeriesInstanceUID = f"1.2.9.{number}", f"1.2.9.{number}.1"
        ds.file_meta = Dataset()
        ds.file_meta.TransferSyntaxUID = EXPLICIT
        assert association.send_c_store(ds).Status == 0
    association.release()
    with associated(station.port, STUDY_FIND, max_pdu=4096) as association:
        answers = association.send_c_find(an_identifier("STUDY", StudyInstanceUID=""), STUDY_FIND, msg_id=5)
        statuses = [next(answers)[0].Status]
        association.send_c_cancel(5, query_model=STUDY_FIND)
        statuses += [status.Status for status, _ in answers]
    assert statuses[-1] in (0xFE00, 0x0000)
    assert statuses[:-1] == [0xFF00] * (len(statuses) - 1)


# --- who may ask ------------------------------------------------------------------------------------------------------


def test_a_stranger_on_the_network_is_told_nothing(station, pictures):
    """Pictures are taken from anybody; what is here is told to known devices only."""
    somewhere = {"bind_address": ("127.0.0.5", 0)}
    for peers, status in (
        ([], 0x0124),
        ([CameraRules("REVIEW", host="127.0.0.6")], 0x0124),
        ([CameraRules("REVIEW", trust=Trust.BLOCKED)], None),
        ([CameraRules("REVIEW", host="127.0.0.5")], 0xFF00),
        ([CameraRules("REVIEW")], 0xFF00),
    ):
        station.peers = peers
        ae = AE("REVIEW")
        for sop_class in (STUDY_FIND, STUDY_GET, STUDY_MOVE):
            ae.add_requested_context(sop_class)
        association = ae.associate("127.0.0.1", station.port, **somewhere)
        assert association.is_established is (status is not None)
        if status is not None:
            found = [one.Status for one, _ in association.send_c_find(an_identifier("STUDY", PatientID=""), STUDY_FIND)]
            assert found[0] == status
            association.release()


def test_who_asked_for_what_is_audited(station, pictures):
    with associated(station.port, STUDY_FIND) as association:
        list(association.send_c_find(an_identifier("STUDY", PatientID=""), STUDY_FIND))
    station.listener.stop()
    (row,) = station.audited()
    assert (row.actor, row.action, row.client_data["told"]) == ("camera:REVIEW", "C-FIND", 2)


# --- C-GET ------------------------------------------------------------------------------------------------------------


@pytest.mark.dcmtk
def test_getscu_gets_a_study_as_it_is_stored(station, pictures, tmp_path):
    got = tmp_path / "got"
    got.mkdir()
    done = ran(
        "getscu",
        station.port,
        "-S",
        "-od",
        str(got),
        "+B",
        *keys("QueryRetrieveLevel=STUDY", "StudyInstanceUID=1.2.3.1"),
    )
    assert done.returncode == 0, done.stderr
    assert {dcmread(path).SOPInstanceUID for path in got.iterdir()} == {"1.2.3.1.1", "1.2.3.1.2"}
    for path in got.iterdir():
        (sent,) = [one for one in pictures[1] if dcmread(one).SOPInstanceUID == dcmread(path).SOPInstanceUID]
        assert dcmread(path) == dcmread(sent)


@pytest.mark.dcmtk
@pytest.mark.parametrize(("flag", "syntax"), [("+xy", BASELINE), ("+xe", EXPLICIT)])
def test_getscu_gets_a_jpeg_as_it_is_or_decoded(station, pictures, tmp_path, flag, syntax):
    got = tmp_path / "got"
    got.mkdir()
    wanted = keys("QueryRetrieveLevel=STUDY", "StudyInstanceUID=1.2.3.2")
    done = ran("getscu", station.port, "-S", flag, "-od", str(got), "+B", *wanted)
    assert done.returncode == 0, done.stderr
    (path,) = got.iterdir()
    ds = dcmread(path)
    assert ds.file_meta.TransferSyntaxUID == syntax
    if syntax == BASELINE:
        assert ds.PixelData == dcmread(pictures[1][2]).PixelData
    else:
        assert ds.PhotometricInterpretation == "RGB"
        original = Image.open(io.BytesIO(_frame(pictures[1][2]))).convert("RGB")
        assert numpy.array_equal(ds.pixel_array, numpy.asarray(original))


def _frame(path: Path) -> bytes:
    from pydicom.encaps import generate_frames

    return next(iter(generate_frames(dcmread(path).PixelData, number_of_frames=1)))


def got_by_pynetdicom(
    station: Station, wanted: Dataset, *syntaxes: str
) -> tuple[list[Dataset], list[Dataset], list[Dataset]]:
    """Statuses, what came, and the last identifier."""
    came: list[Dataset] = []

    def keep(event) -> int:
        came.append(event.dataset)
        return 0

    ae = AE("REVIEW")
    ae.add_requested_context(STUDY_GET)
    ae.add_requested_context(OP, list(syntaxes))
    association = ae.associate(
        "127.0.0.1", station.port, ext_neg=[build_role(OP, scp_role=True)], evt_handlers=[(evt.EVT_C_STORE, keep)]
    )
    answers = list(association.send_c_get(wanted, STUDY_GET))
    association.release()
    return [status for status, _ in answers], came, [ds for _, ds in answers if ds is not None]


def test_the_sub_operations_are_counted(station, pictures):
    statuses, came, _ = got_by_pynetdicom(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.1"), EXPLICIT)
    assert [one.SOPInstanceUID for one in came] == ["1.2.3.1.1", "1.2.3.1.2"]
    assert [one.NumberOfRemainingSuboperations for one in statuses[:-1]] == [1, 0]
    last = statuses[-1]
    assert (last.Status, last.NumberOfCompletedSuboperations, last.NumberOfFailedSuboperations) == (0, 2, 0)


def test_a_picture_that_the_peer_takes_in_no_form_is_named(station, pictures, tmp_path):
    """JPEG-LS is not decoded for others: it is counted as failed, with its UID, and the rest comes."""
    jls = "1.2.840.10008.1.2.4.80"
    ds = an_instance(number=3, PatientID=pictures[0])
    ds.PixelData = encapsulated(b"\xff\xd8\xff\xf7 not decoded here \xff\xd9")
    path = a_file(tmp_path, ds, jls)
    assert storescu(station.port, path, options=["-xt"]).returncode == 0
    statuses, came, named = got_by_pynetdicom(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.1"), EXPLICIT)
    assert len(came) == 2
    last = statuses[-1]
    assert (last.Status, last.NumberOfCompletedSuboperations, last.NumberOfFailedSuboperations) == (0xB000, 2, 1)
    assert named[-1].FailedSOPInstanceUIDList == "1.2.3.1.3"
    station.listener.stop()
    assert any("takes no form" in note.sentence for note in station.listener.notes())


def test_a_single_image_can_be_had_and_what_is_not_here_is_nothing(station, pictures):
    wanted = an_identifier(
        "IMAGE", StudyInstanceUID="1.2.3.1", SeriesInstanceUID="1.2.3.1.0", SOPInstanceUID="1.2.3.1.2"
    )
    _, came, _ = got_by_pynetdicom(station, wanted, EXPLICIT)
    assert [one.SOPInstanceUID for one in came] == ["1.2.3.1.2"]
    statuses, came, _ = got_by_pynetdicom(station, an_identifier("STUDY", StudyInstanceUID="1.9.9"), EXPLICIT)
    assert (came, statuses[-1].Status) == ([], 0)


def test_nothing_is_sent_for_a_wildcard_or_for_no_key(station, pictures):
    for wanted in (an_identifier("STUDY"), an_identifier("STUDY", StudyInstanceUID="")):
        statuses, came, _ = got_by_pynetdicom(station, wanted, EXPLICIT)
        assert (statuses[-1].Status, came) == (0xA900, [])


def test_a_picture_of_another_person_is_not_sent_by_the_study_alone(station, pictures):
    wanted = an_identifier("STUDY", StudyInstanceUID="1.2.3.2", PatientID=pictures[0])
    statuses, came, _ = got_by_pynetdicom(station, wanted, EXPLICIT, BASELINE)
    assert (statuses[-1].Status, came) == (0, [])


@pytest.mark.hazard("HZ-12")
def test_what_was_set_right_leaves_set_right(station, pictures):
    with station.store.write(Origin.PERSON) as unit:
        (row,) = [one for one in studies.instances(unit) if one.instance_uid == "1.2.3.1.1"]
        mending.set_laterality(unit, row.instance_uid, Laterality.LEFT)
    _, came, _ = got_by_pynetdicom(station, an_identifier("IMAGE", SOPInstanceUID="1.2.3.1.1"), EXPLICIT)
    assert came[0].ImageLaterality == "L"
    assert came[0].OriginalAttributesSequence[0].ModifiedAttributesSequence[0].ImageLaterality == "R"


@pytest.mark.hazard("HZ-19")
def test_two_people_on_one_study_number_leave_as_two_studies(station, tmp_path):
    with station.store.write(Origin.PERSON) as unit:
        people = [patients.register(unit, lakshmi(given_name=name)) for name in ("Lakshmi", "Radha")]
    for at, person in enumerate(people):
        name = f"Devi^{person.details.given_name}"
        ds = an_instance(number=at + 1, PatientID=person.number, PatientName=name, PatientSex="F")
        ds.SeriesInstanceUID = f"1.2.3.1.{at}.9"
        assert storescu(station.port, a_file(tmp_path, ds), options=["-xe"]).returncode == 0
    told = []
    for person in people:
        with associated(station.port, STUDY_FIND) as association:
            wanted = an_identifier("STUDY", PatientID=person.number, StudyInstanceUID="")
            (_, study), _ = association.send_c_find(wanted, STUDY_FIND)
        _, came, _ = got_by_pynetdicom(
            station, an_identifier("STUDY", StudyInstanceUID=study.StudyInstanceUID), EXPLICIT
        )
        assert [(one.PatientID, one.StudyInstanceUID) for one in came] == [(person.number, study.StudyInstanceUID)]
        told.append(study.StudyInstanceUID)
    assert len(set(told)) == 2


# --- C-MOVE -----------------------------------------------------------------------------------------------------------


@pytest.mark.dcmtk
def test_movescu_moves_to_a_known_peer(station, pictures, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    with a_bit_preserving_storescp(there) as port:
        station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=port)]
        for study in ("1.2.3.1", "1.2.3.2"):
            wanted = keys("QueryRetrieveLevel=STUDY", f"StudyInstanceUID={study}")
            done = ran("movescu", station.port, "-S", "-aem", "ARCHIVE", *wanted)
            assert done.returncode == 0, done.stderr
    came = {str(ds.SOPInstanceUID): ds for ds in map(dcmread, there.iterdir())}
    for path in pictures[1]:
        sent = dcmread(path)
        assert came[str(sent.SOPInstanceUID)] == sent
        assert came[str(sent.SOPInstanceUID)].file_meta.TransferSyntaxUID == sent.file_meta.TransferSyntaxUID


@pytest.mark.dcmtk
@pytest.mark.parametrize(
    "peers",
    [
        [],
        [CameraRules("ARCHIVE")],
        [CameraRules("ARCHIVE", host="127.0.0.1", port=1, trust=Trust.BLOCKED)],
    ],
    ids=["unknown", "no address", "blocked"],
)
def test_nothing_is_moved_to_an_unknown_destination(station, pictures, peers):
    station.peers = peers
    wanted = an_identifier("STUDY", StudyInstanceUID="1.2.3.1")
    with associated(station.port, STUDY_MOVE) as association:
        ((status, _),) = association.send_c_move(wanted, "ARCHIVE", STUDY_MOVE)
    assert status.Status == 0xA801


def moved(station: Station, wanted: Dataset) -> tuple[list[Dataset], list[Dataset]]:
    with associated(station.port, STUDY_MOVE) as association:
        answers = list(association.send_c_move(wanted, "ARCHIVE", STUDY_MOVE))
    return [status for status, _ in answers], [ds for _, ds in answers if ds is not None]


@contextmanager
def an_archive(answer, *syntaxes: str):
    """pynetdicom as a destination; ``answer`` gives the status of each C-STORE."""
    ae = AE("ARCHIVE")
    ae.add_supported_context(OP, list(syntaxes))
    server = ae.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_STORE, answer)])
    try:
        yield server.socket.getsockname()[1]
    finally:
        server.shutdown()


def test_a_destination_that_does_not_answer_fails_every_sub_operation(station, pictures):
    station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=1)]
    statuses, named = moved(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.1"))
    assert (statuses[-1].Status, statuses[-1].NumberOfFailedSuboperations) == (0xA702, 2)
    assert list(named[-1].FailedSOPInstanceUIDList) == ["1.2.3.1.1", "1.2.3.1.2"]
    assert "does not answer" in statuses[-1].ErrorComment


def test_what_the_destination_refuses_is_named_and_who_asked_is_said(station, pictures):
    asked = []

    def answer(event) -> int:
        asked.append((event.request.MoveOriginatorApplicationEntityTitle, event.request.MoveOriginatorMessageID))
        return 0 if event.request.AffectedSOPInstanceUID == "1.2.3.1.1" else 0xA700

    with an_archive(answer, EXPLICIT) as port:
        station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=port)]
        statuses, named = moved(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.1"))
    last = statuses[-1]
    assert (last.Status, last.NumberOfCompletedSuboperations, last.NumberOfFailedSuboperations) == (0xB000, 1, 1)
    assert named[-1].FailedSOPInstanceUIDList == "1.2.3.1.2"
    assert asked == [("REVIEW", 1)] * 2


def test_a_destination_that_takes_only_implicit_little_endian_gets_a_decoded_picture(station, pictures):
    came = []
    with an_archive(lambda event: came.append((event.context.transfer_syntax, event.dataset)) or 0, IMPLICIT) as port:
        station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=port)]
        statuses, _ = moved(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.2"))
    ((syntax, ds),) = came
    assert (statuses[-1].Status, syntax) == (0, IMPLICIT)
    original = Image.open(io.BytesIO(_frame(pictures[1][2]))).convert("RGB")
    assert (ds.PhotometricInterpretation, ds.PixelData) == ("RGB", original.tobytes())


def test_a_destination_that_hangs_up_fails_the_rest(station, pictures):
    with an_archive(lambda event: event.assoc.abort() or 0, EXPLICIT) as port:
        station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=port)]
        statuses, named = moved(station, an_identifier("STUDY", StudyInstanceUID="1.2.3.1"))
    assert statuses[-1].Status == 0xA702
    assert list(named[-1].FailedSOPInstanceUIDList) == ["1.2.3.1.1", "1.2.3.1.2"]


# --- cancelled --------------------------------------------------------------------------------------------------------


def many(station: Station, count: int) -> str:
    """A person with a study of many pictures; its UID."""
    with station.store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    ae = AE("CAM1")
    ae.add_requested_context(OP, EXPLICIT)
    association = ae.associate("127.0.0.1", station.port)
    for number in range(count):
        ds = an_instance(number=number + 1, PatientID=person.number)
        ds.file_meta = Dataset()
        ds.file_meta.TransferSyntaxUID = EXPLICIT
        assert association.send_c_store(ds).Status == 0
    association.release()
    return "1.2.3.1"


def test_a_cancelled_move_stops_and_tells_how_far_it_came(station):
    """The destination cancels for the mover, after the third picture, and takes no more until that was heard."""
    study, came, asking = many(station, 12), [], []

    def answer(event) -> int:
        came.append(event.request.AffectedSOPInstanceUID)
        if len(came) == 3:
            asking[0].send_c_cancel(9, query_model=STUDY_MOVE)
        return 0

    with an_archive(answer, EXPLICIT) as port:
        station.peers = [CameraRules("ARCHIVE", host="127.0.0.1", port=port)]
        with associated(station.port, STUDY_MOVE) as association:
            asking.append(association)
            wanted = an_identifier("STUDY", StudyInstanceUID=study)
            answers = list(association.send_c_move(wanted, "ARCHIVE", STUDY_MOVE, msg_id=9))
    last = answers[-1][0]
    assert last.Status == 0xFE00
    assert last.NumberOfCompletedSuboperations == len(came) < 12
    assert last.NumberOfCompletedSuboperations + last.NumberOfRemainingSuboperations == 12


# --- dcmtk's other tools ----------------------------------------------------------------------------------------------


@pytest.mark.dcmtk
def test_termscu_does_not_end_us(station):
    ran("termscu", station.port)
    assert echoscu(station.port).returncode == 0
    assert re.search(r"Association Accepted", ran("echoscu", station.port).stdout + ran("echoscu", station.port).stderr)
