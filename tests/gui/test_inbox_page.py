"""The Inbox: whose picture, which eye, and every step taken back by one key."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QDialog
from support.drawn import a_face, a_flat_eye, a_fundus
from support.screens import a_desk, colours_of, is_blue, is_red, receive, register
from support.stations import FROM_CAMERA, Clock, a_store, lakshmi

from resources.store import changes, filing, mending, studies, turns
from resources.store.rows import Arrival
from resources.terms import Field, Kind, Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.inbox.hiding import HideDialog
from workstation.gui.inbox.lines import LINE, Entry, lines_of
from workstation.gui.inbox.listing import PICTURES
from workstation.gui.inbox.page import InboxPage
from workstation.gui.inbox.waiting import read_inbox
from workstation.gui.style.look import Look
from workstation.gui.words import Words


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = a_store(tmp_path, clock=clock)
    yield store
    store.close()


@pytest.fixture
def page_of(qtbot, store, wear):
    kept = []

    def open_page(language="en", theme="daylight"):
        page = InboxPage(a_desk(qtbot, store, wear(theme, language)), cameras={"CAM1": "Camera 1"})
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1278, 724)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: not page._live._running)
        return page

    return open_page


def a_stray(store, number=1, image=None, **more):
    attributes = {"patient": 9, "PatientID": "", "PatientName": "", **more}
    return receive(store, image or a_fundus(), number=number, **attributes).instance_uid


def at_camera(store, person):
    with store.write(Origin.PERSON, "grace") as unit:
        turns.call(unit, person.uuid, "CAM1")


def instance(store, uid):
    with store.read() as unit:
        return studies.instance(unit, uid)


def settled(qtbot, page):
    qtbot.waitUntil(lambda: not page._live._running and not page._settling.isActive())


def test_pictures_are_grouped_by_camera_and_minute_the_newest_first(store, clock, page_of):
    a_stray(store, 1, arrival=Arrival(Origin.CAMERA, "ANY-SCU"), PatientID="phelcom_42")
    clock.forward(120)
    a_stray(store, 2)
    a_stray(store, 3)
    groups = read_inbox(store).groups
    assert [(group.sender, len(group.items)) for group in groups] == [("CAM1", 2), ("ANY-SCU", 1)]
    page = page_of()
    titles = [page.list.lines.data(page.list.lines.index(row)) for row in range(page.list.lines.rowCount())]
    assert titles == ["CAM1", "No person", "No person", "ANY-SCU", "“phelcom_42”"]
    assert page.sentence.text() == "3 pictures are waiting for a person. They are safe."


def test_an_empty_inbox_says_that_it_is_good_news(page_of):
    page = page_of()
    assert page.empty.isVisible() and not page.list.isVisible()
    assert page._bodies.currentIndex() == 1


def test_enter_takes_the_one_person_who_was_there_and_undo_gives_the_picture_back(qtbot, store, page_of):
    khadija = register(store, lakshmi(given_name="Khadija", family_name="Noor"), a_face())
    at_camera(store, khadija)
    uid = a_stray(store)
    page = page_of()
    settled(qtbot, page)
    assert page.faces.first.suggestion.reason.startswith("At Camera 1 since")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: instance(store, uid).patient_uuid == khadija.uuid)
    qtbot.waitUntil(lambda: page._bodies.currentIndex() == 1)
    assert page._desk.toast.sentence == "Picture moved to Khadija Noor"
    with store.read() as unit:
        last = changes.of(unit, Kind.INSTANCE, uid)[-1]
    assert (last.origin, last.actor) == (Origin.PERSON, "grace")
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: page._bodies.currentIndex() == 0)
    assert instance(store, uid).patient_uuid is None


def test_a_picture_that_was_given_away_meanwhile_is_not_moved_again(qtbot, store, page_of):
    person, other = register(store, lakshmi()), register(store, lakshmi(given_name="Mary"))
    at_camera(store, person)
    uid = a_stray(store)
    page = page_of()
    with store.write(Origin.REST, "token:clinic") as unit:
        mending.assign(unit, [uid], other.uuid)
    page.faces.cards[0].take()
    qtbot.waitUntil(lambda: "meanwhile" in page._desk.toast.sentence)
    assert instance(store, uid).patient_uuid == other.uuid


@pytest.mark.hazard("HZ-20")
def test_enter_takes_nobody_on_weak_evidence(qtbot, store, page_of):
    register(store, lakshmi())
    uid = a_stray(store, PatientID="1", PatientName="Devi^Lakshmi")
    page = page_of()
    settled(qtbot, page)
    assert page.faces.first is None and len(page.faces.cards) == 1
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.wait(50)
    assert instance(store, uid).patient_uuid is None
    assert page.focusWidget() is page.faces.cards[0].choose  # a second Enter there is a choice


def test_enter_twice_gives_away_one_picture_only(qtbot, store, clock, page_of):
    person = register(store, lakshmi())
    at_camera(store, person)
    first = a_stray(store, 1)
    clock.forward(60)
    second = a_stray(store, 2)
    page = page_of()
    settled(qtbot, page)
    page.list.setFocus()
    assert page.uids == (second,)
    page._settling.setInterval(60_000)  # the second press comes at once, however busy the machine is
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.uids == (first,))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)  # other pictures are under it since a moment: it sleeps
    qtbot.wait(50)
    assert instance(store, second).patient_uuid == person.uuid
    assert instance(store, first).patient_uuid is None


@pytest.mark.hazard("HZ-02")
def test_keys_say_the_eye_and_the_field_and_undo_gives_the_former_back(qtbot, store, page_of):
    uid = a_stray(store)
    page = page_of()
    page.list.setFocus()
    assert page.preview.question.chip.text == "Which eye is this?"
    assert not any(button.isChecked() for button in page.preview.eyes.values())
    before = store.vault.read(instance(store, uid).digest)
    for key, eye in ((Qt.Key.Key_R, Laterality.RIGHT), (Qt.Key.Key_L, Laterality.LEFT), (Qt.Key.Key_U, None)):
        qtbot.keyClick(page.list, key)
        qtbot.waitUntil(lambda eye=eye: instance(store, uid).laterality is eye)
    qtbot.waitUntil(lambda: page._desk.toast.sentence == "Eye set: Not known")
    for eye in (Laterality.LEFT, Laterality.RIGHT, None):
        page._desk.toast.undo_last()
        qtbot.waitUntil(lambda eye=eye: instance(store, uid).laterality is eye)
    for key, field in ((Qt.Key.Key_M, Field.MACULA), (Qt.Key.Key_D, Field.DISC), (Qt.Key.Key_E, Field.EXTERNAL)):
        settled(qtbot, page)
        qtbot.keyClick(page.list, key)
        qtbot.waitUntil(lambda field=field: instance(store, uid).field == field)
    assert store.vault.read(instance(store, uid).digest) == before


def test_letters_typed_in_the_search_stay_in_the_search(qtbot, store, page_of):
    register(store, lakshmi())
    uid = a_stray(store)
    page = page_of()
    qtbot.keyClick(page.list, "/")
    assert page.focusWidget() is page.faces.search
    qtbot.keyClicks(page.faces.search, "lak")
    qtbot.waitUntil(lambda: [card.name.text() for card in page.faces.cards] == ["Lakshmi Devi"])
    assert instance(store, uid).laterality is None
    assert page.faces.first is None
    qtbot.keyClick(page.faces.search, Qt.Key.Key_Return)
    assert instance(store, uid).patient_uuid is None
    qtbot.mouseClick(page.faces.cards[0].choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: instance(store, uid).patient_uuid is not None)


def test_nobody_found_names_the_place_that_was_searched(qtbot, store, page_of):
    a_stray(store)
    page = page_of()
    page.faces.search.setText("zzz")
    qtbot.waitUntil(lambda: page.faces.note.text() == "No likely match on this laptop")


def test_several_pictures_are_dropped_on_a_face(qtbot, store, page_of):
    person = register(store, lakshmi())
    at_camera(store, person)
    uids = [a_stray(store, number) for number in (1, 2, 3)]
    page = page_of()
    page.list.selectAll()
    assert set(page.uids) == set(uids)
    assert page.faces.title.text() == "Whose pictures are they?"
    chosen = [page.list.lines.index(page.list.lines.place_of(uid)) for uid in uids[:2]]
    data = page.list.lines.mimeData(chosen)
    assert json.loads(bytes(data.data(PICTURES).data())) == uids[:2]
    place, action = QPointF(9, 9), Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.faces.cards[0].dropEvent(QDropEvent(place, action, data, buttons, keys))
    qtbot.waitUntil(lambda: instance(store, uids[1]).patient_uuid == person.uuid)
    assert instance(store, uids[2]).patient_uuid is None
    settled(qtbot, page)
    assert page._desk.toast.sentence == "2 pictures moved to Lakshmi Devi"
    assert not QMimeData().hasFormat(PICTURES)


def test_not_a_patient_asks_why_keeps_by_default_and_shows_again(qtbot, store, page_of):
    uid = a_stray(store)
    page = page_of()
    qtbot.mouseClick(page.faces.hide_it, Qt.MouseButton.LeftButton)
    dialog = page.findChild(HideDialog)
    assert dialog.focusWidget() is dialog.keep and not dialog.hide_it.isEnabled()
    assert 480 <= dialog.width() <= 636
    buttons = {button.text(): button for button in dialog.findChildren(QAbstractButton)}
    buttons["Test picture"].click()
    dialog.hide_it.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    qtbot.waitUntil(lambda: instance(store, uid).hidden == "test")
    qtbot.waitUntil(lambda: page.hidden.text() == "1 hidden")
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: instance(store, uid).hidden == "")
    settled(qtbot, page)
    page.hide_pictures([uid], "test")
    qtbot.waitUntil(lambda: page.hidden.text() == "1 hidden")
    qtbot.mouseClick(page.show_hidden, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: instance(store, uid).hidden == "")


def test_what_is_kept_aside_is_listed_with_its_reason_and_can_be_written_to_a_file(qtbot, store, page_of, tmp_path):
    with store.write(Origin.CAMERA) as unit:
        blob = store.vault.admit(b"half a picture")
        filing.hold(unit, "quarantine", blob, "It has no SOP Instance UID.", FROM_CAMERA)
    page = page_of()
    assert page.held is not None and page.preview.pane.sentence.startswith("These bytes could not be read")
    assert page.uids == () and not page.faces.isVisible() and page.save_file.isVisible()
    page.save_held(page.held, tmp_path / "out.dcm")
    qtbot.waitUntil(lambda: page._desk.toast.sentence == "The file is written: out.dcm")
    assert (tmp_path / "out.dcm").read_bytes() == b"half a picture"
    with store.read() as unit:
        assert len(filing.held(unit)) == 1


def test_a_new_person_is_asked_for_with_the_pictures_that_wait_for_them(qtbot, store, page_of):
    uid = a_stray(store)
    page = page_of()
    with qtbot.waitSignal(page.person_wanted) as asked:
        qtbot.mouseClick(page.faces.new, Qt.MouseButton.LeftButton)
    assert asked.args == [(uid,)]


def test_new_pictures_appear_by_themselves(qtbot, store, wear):
    bridge = FeedBridge()
    page = InboxPage(a_desk(qtbot, store, wear()), bridge)
    qtbot.addWidget(page)
    store.feed.subscribe(bridge.ring)
    page.show()
    with qtbot.waitSignal(page.counted, check_params_cb=lambda count: count == 1):
        a_stray(store)
    assert len(page.list.lines.entries()) == 1


def test_new_pictures_leave_the_chosen_one_chosen(qtbot, store, clock, page_of):
    uid = a_stray(store, 1)
    page = page_of()
    clock.forward(60)
    a_stray(store, 2)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.lines.entries()) == 2)
    assert page.uids == (uid,)


@pytest.mark.hazard("HZ-15")
def test_no_tile_of_a_long_list_takes_another_pictures_pixels(qtbot, store, page_of):
    colours = {}
    for number in range(1, 121):
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        colour = QColor(2 * number, 255 - 2 * number, 7 * number % 256)
        image.fill(colour)
        colours[a_stray(store, number, image, lossless=True)] = colour
    page = page_of()
    bar = page.list.verticalScrollBar()
    rest = 5
    while sum(painted := [tile_is_its_own(page, row, colours) for row in range(page.list.lines.rowCount())]) <= 20:
        for step in range(0, 101, 5):
            bar.setValue(bar.maximum() * step // 100)
            qtbot.wait(rest)
            page.list.viewport().grab()
        rest *= 2  # a busy machine paints less in the same time
    assert len(painted) >= 120


def tile_is_its_own(page, row, colours):
    """Whether this row shows a picture; if so, it is this row's."""
    entry = page.list.lines.index(row).data(LINE)
    if not isinstance(entry, Entry) or entry.tile.picture is None:
        return False
    assert entry.tile.picture.pixelColor(8, 8) == colours[entry.uid]
    return True


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "hi", "ar"])
def test_the_eyes_keep_their_sides_in_every_language(qtbot, store, page_of, language):
    person = register(store, lakshmi())
    at_camera(store, person)
    receive(store, a_flat_eye("#E01010"), owner=person, number=1, eye="R", lossless=True)
    receive(store, a_flat_eye("#1020E0"), owner=person, number=2, eye="L", lossless=True)
    a_stray(store)
    page = page_of(language)
    eyes = page.faces.cards[0].eyes
    qtbot.waitUntil(lambda: all(tile.picture is not None for tile in eyes.tiles))
    grab = eyes.grab().toImage().scaled(400, 200)
    (reds, red_x), (blues, blue_x) = colours_of(grab, is_red), colours_of(grab, is_blue)
    assert reds and blues and red_x < blue_x
    right, left = (page.preview.eyes[key].mapTo(page, QPoint(0, 0)).x() for key in "RL")
    assert right < left


def test_the_model_is_a_proper_one(store, clock, page_of):
    a_stray(store)
    page = page_of()
    QAbstractItemModelTester(page.list.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    clock.forward(120)
    a_stray(store, 2)
    page.list.show_waiting(read_inbox(store))
    assert len(page.list.lines.entries()) == 2
    assert not page.list.lines.flags(page.list.lines.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_everything_that_can_be_pressed_has_a_name_and_room_for_a_finger(qtbot, store, page_of):
    person = register(store, lakshmi())
    at_camera(store, person)
    a_stray(store)
    page = page_of()
    qtbot.waitUntil(page.faces.cards[0].choose.isVisible)
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= 9
    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.width() >= 44 and button.height() >= 44


def test_when_a_thing_kept_aside_came_is_written_in_the_digits_of_the_language(store):
    with store.write(Origin.CAMERA) as unit:
        blob = store.vault.admit(b"half a picture")
        filing.hold(unit, "quarantine", blob, "It has no SOP Instance UID.", FROM_CAMERA)
    waiting = read_inbox(store)
    came = f"{waiting.held[0].received_at.astimezone():%H:%M}"
    second = {language: lines_of(waiting, Look(language=language))[-1].second for language in ("en", "ar")}
    assert came in second["en"] and Words("ar").digits(came) in second["ar"] and came not in second["ar"]
