"""A fake camera does echo, worklist, MPPS, stores OP/VL/SC in Implicit, Explicit, JPEG; tiles show; wrong or no ID lands in the
Inbox; drag onto a face fixes it; the original file is byte-identical on disk."""

from io import BytesIO

import pytest
from pydicom import dcmread
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from support.cameras import data_set_of, echoscu, storescu
from support.data_sets import IMPLICIT, a_file
from support.desk import a_camera_desk, findscu
from support.dimse import associated
from support.drawn import a_face, a_fundus
from support.mpps import MPPS, a_step, the_end
from support.rooms import hang_rooms
from support.screens import a_desk, a_stored_file, encoded_image

from resources.store import patients, studies, turns, workitems
from resources.terms import Laterality, Origin, WorkitemState
from resources.wire.part10 import read_part10
from workstation.gui.bridge import FeedBridge
from workstation.gui.inbox.page import InboxPage
from workstation.gui.main_window import MainWindow
from workstation.gui.today.camera_card import AtCameraCard

pytestmark = [pytest.mark.dcmtk, pytest.mark.slow]
OP, VL, SC = (f"1.2.840.10008.5.1.4.1.1.{end}" for end in ("77.1.5.1", "77.1.4", "7"))
STEP = "1.2.3.77"


@pytest.fixture
def camera(tmp_path):
    with a_camera_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def window(qtbot, look, camera):
    bridge = FeedBridge()
    silence = camera.store.feed.subscribe(bridge.ring)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    shared_desk = a_desk(qtbot, camera.store, look)
    window.rooms = hang_rooms(window, shared_desk, bridge, lambda uids: {})  # noqa: ARG005
    window.inbox = InboxPage(shared_desk, cameras={"CAM1": "Camera 1"})
    bridge.rang.connect(window.inbox.refresh)
    window.add_page("inbox", window.inbox)
    window.show()
    yield window
    silence()


def somebody(camera):
    person = camera.registers()
    with camera.store.write(Origin.PERSON, "grace") as unit:
        blob = camera.store.vault.admit(encoded_image(a_face()))
        patients.set_photo(unit, person.uuid, blob, mime="image/jpeg")
    return person


def sent(camera, folder, number, syntax, **attributes):
    """One picture through dcmtk's storescu; its file."""
    file = folder / f"{number}.dcm"
    eye = Laterality.RIGHT if number % 2 else Laterality.LEFT
    is_native = syntax != "-xy"
    made = a_stored_file(a_fundus(eye, 256), lossless=is_native, number=number, eye=eye.value, **attributes)
    if syntax == "-xi":
        made = a_file(dcmread(BytesIO(made)), IMPLICIT).getvalue()
    file.write_bytes(made)
    said = storescu(camera.port, file, options=[syntax, "-aet", "CAM1"])
    assert said.returncode == 0, said.stderr
    return file


def kept(camera, number):
    with camera.store.read() as unit:
        return next(row for row in studies.instances(unit) if row.instance_uid.endswith(f".{number}"))


def stored_data_set(camera, row):
    with camera.store.vault.open(row.digest) as stream:
        whole = stream.read()
    return whole[read_part10(BytesIO(whole)).data_set_at :]


def tiles_drawn(window):
    cards = [card for card in window.rooms.today.findChildren(AtCameraCard) if not card.isHidden()]
    return sum(tile.picture is not None for card in cards for tile in card.pair.tiles)


def test_a_camera_does_its_whole_work_and_a_stray_is_dragged_onto_its_face(qtbot, camera, window, tmp_path):
    person = somebody(camera)
    assert echoscu(camera.port, "-aet", "CAM1").returncode == 0
    camera.calls(person)
    [entry] = findscu(camera.port, tmp_path)
    assert (entry.PatientID, str(entry.PatientName)) == (person.number, "Devi^Lakshmi")
    who = {"PatientID": entry.PatientID, "PatientName": entry.PatientName, "patient": 1}

    with associated(camera.listener, MPPS) as step:
        assert step.send_n_create(a_step(entry.StudyInstanceUID), MPPS, STEP)[0].Status == 0
        files = [
            sent(camera, tmp_path, 1, "-xi", SOPClassUID=OP, **who),
            sent(camera, tmp_path, 2, "-xe", SOPClassUID=VL, **who),
            sent(camera, tmp_path, 3, "-xy", SOPClassUID=OP, **who),
        ]
        uids = [kept(camera, number).instance_uid for number in (1, 2, 3)]
        assert step.send_n_set(the_end(*uids), MPPS, STEP)[0].Status == 0
    assert [kept(camera, number).patient_uuid for number in (1, 2, 3)] == [person.uuid] * 3
    with camera.store.read() as unit:
        assert workitems.of_patient(unit, person.uuid)[-1].state == WorkitemState.COMPLETED
        assert turns.at(unit, "CAM1").patient_uuid == person.uuid
    qtbot.waitUntil(lambda: tiles_drawn(window) >= 2)

    files.append(sent(camera, tmp_path, 4, "-xe", SOPClassUID=SC, PatientID="TEST", PatientName="", patient=9))
    files.append(sent(camera, tmp_path, 5, "-xi", SOPClassUID=OP, PatientID="", PatientName="", patient=8))
    assert [kept(camera, number).patient_uuid for number in (4, 5)] == [None, None]
    window.show_page("inbox")
    inbox = window.inbox
    strays = {kept(camera, number).instance_uid for number in (4, 5)}
    qtbot.waitUntil(lambda: {entry.uid for entry in inbox.list.lines.entries()} == strays)
    inbox.list.selectAll()
    qtbot.waitUntil(lambda: bool(inbox.faces.cards))
    rows = [inbox.list.lines.index(inbox.list.lines.place_of(uid)) for uid in strays]
    dragged = inbox.list.lines.mimeData(rows)
    how = (Qt.DropAction.MoveAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    inbox.faces.cards[0].dropEvent(QDropEvent(QPointF(9, 9), *how))
    qtbot.waitUntil(lambda: [kept(camera, number).patient_uuid for number in (4, 5)] == [person.uuid] * 2)

    for number, file in enumerate(files, 1):
        assert stored_data_set(camera, kept(camera, number)) == data_set_of(file)
