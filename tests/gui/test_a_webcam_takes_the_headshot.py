"""A webcam takes the headshot: by keys alone, of the person whose form is open, and never while nobody looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp
from support.drawn import a_face
from support.rooms import Rooms, hang_rooms
from support.screens import ByPydicom, encoded_image, is_blue, is_red
from support.webcams import NEVER, SHIRTS, a_webcam, has_shirt, presses, waits_for_live

from resources.store import headshots, patients, station
from resources.store.rows import PatientRow
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.headshots import Headshot, upright
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam
from workstation.gui.webcam.watching import CHOSEN, State
from workstation.sandbox.webcams import BUILT_IN, PretendWebcams

ON_A_CABLE = Webcam("usb-2", "Webcam on a cable")


class Registering:
    """The window with its pages, and a webcam before which people sit down."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path, webcams: PretendWebcams) -> None:
        self.qtbot, self.look, self.folder, self.webcams = qtbot, look, folder, webcams
        self.camp: Camp = a_camp(folder, 2)
        self.window, bridge = MainWindow(look), FeedBridge()
        qtbot.addWidget(self.window)
        self.camp.store.feed.subscribe(bridge.ring)
        pictures = Pictures(self.camp.store.vault.open, ByPydicom())
        self.desk = Desk(look, self.camp.store, pictures, self.window.toast, lambda: "grace", webcams)
        self.rooms: Rooms = hang_rooms(self.window, self.desk, bridge, self.camp.read_levels)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.show_page("register")
        self.form, self.photo = self.rooms.register.form, self.rooms.register.photo
        qtbot.waitUntil(lambda: len(self.rooms.register._everybody.known) == 2)

    def press(self, key: Qt.Key) -> None:
        presses(self.qtbot, key)

    def look_into_it(self, photo: PhotoDrop | None = None) -> None:
        """F7, and wait for the live picture."""
        self.press(Qt.Key.Key_F7)
        waits_for_live(self.qtbot, photo or self.photo, self.webcams)

    def has_photo(self) -> Headshot:
        self.qtbot.waitUntil(lambda: self.photo.headshot is not None)
        assert self.photo.headshot is not None
        return self.photo.headshot

    def everybody(self) -> list[PatientRow]:
        with self.camp.store.read() as unit:
            return patients.listed(unit)


@pytest.fixture
def registering(qtbot: QtBot, look: Look, tmp_path: Path) -> Registering:
    return Registering(qtbot, look, tmp_path, a_webcam())


def test_by_keys_alone_somebody_is_photographed_and_registered(registering: Registering) -> None:
    at, qtbot = registering, registering.qtbot
    qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    assert QApplication.focusWidget() is at.photo._frame
    assert at.photo._frame.accessibleName() == "Live picture. Space takes the photo."
    at.press(Qt.Key.Key_Space)
    assert has_shirt(at.has_photo().image, SHIRTS[0])
    assert at.webcams.on is None and at.photo.take.text() == "Take again"
    assert QApplication.focusWidget() is at.form.given  # back to where one was typing

    qtbot.keyClicks(at.form.given, " K")
    with qtbot.waitSignal(at.rooms.register.registered):
        at.press(Qt.Key.Key_Return)
    row = at.everybody()[-1]
    assert (row.name, row.photo_digest is not None) == ("Gurpreet K", True)


def test_enter_takes_the_photo_and_saves_nobody(registering: Registering) -> None:
    at = registering
    at.qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    at.press(Qt.Key.Key_Return)
    at.has_photo()

    assert len(at.everybody()) == 2 and at.form.given.text() == "Gurpreet"


def test_the_live_picture_is_a_mirror_and_the_kept_one_is_not(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    halves = QImage(256, 256, QImage.Format.Format_RGB32)
    halves.fill(QColor("#d02020"))
    painter = QPainter(halves)
    painter.fillRect(128, 0, 128, 256, QColor("#2020d0"))
    painter.end()
    at = Registering(qtbot, look, tmp_path, PretendWebcams(iter([encoded_image(halves)]), apart=NEVER))
    at.look_into_it()
    frame, middle = at.photo._frame, at.photo._frame.height() // 2
    shown = frame.grab().toImage()
    left, right = (shown.pixelColor(QPoint(x, middle)) for x in (frame.width() // 2 - 60, frame.width() // 2 + 60))
    assert is_blue(left) and is_red(right)
    at.press(Qt.Key.Key_Space)

    kept = at.has_photo().image
    assert is_red(kept.pixelColor(200, 240)) and is_blue(kept.pixelColor(500, 240))


def test_the_photo_goes_the_way_of_a_dropped_picture(registering: Registering) -> None:
    at = registering
    at.look_into_it()
    seen = at.photo.watching.image
    assert seen is not None
    at.press(Qt.Key.Key_Space)

    assert at.has_photo().digest == upright(seen).digest


def test_again_keeps_the_photo_until_another_is_taken(registering: Registering) -> None:
    at = registering
    at.look_into_it()
    at.press(Qt.Key.Key_Space)
    first = at.has_photo()
    at.look_into_it()
    at.press(Qt.Key.Key_Escape)
    assert at.photo.headshot is first and at.webcams.on is None
    at.look_into_it()
    at.press(Qt.Key.Key_Space)

    at.qtbot.waitUntil(lambda: at.photo.headshot is not first)
    assert has_shirt(at.has_photo().image, SHIRTS[2])


def test_escape_leaves_the_webcam_and_clears_nothing(registering: Registering) -> None:
    at = registering
    at.qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    at.form.given.setFocus()
    at.press(Qt.Key.Key_Escape)
    assert at.webcams.on is None and at.form.given.text() == "Gurpreet"
    at.press(Qt.Key.Key_Escape)

    assert at.form.given.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F7])
def test_a_key_before_the_first_picture_takes_nothing(registering: Registering, key: Qt.Key) -> None:
    at = registering
    at.press(Qt.Key.Key_F7)
    at.press(key)
    at.qtbot.waitUntil(lambda: at.webcams.on is not None)
    assert at.photo._frame.accessibleName() == "The webcam is starting."
    at.press(key)

    assert at.photo.headshot is None and not at.photo.is_reading and at.photo.watching.state is State.STARTING


def test_the_buttons_do_the_same_as_the_keys(registering: Registering) -> None:
    at, left = registering, Qt.MouseButton.LeftButton
    at.qtbot.mouseClick(at.photo.take, left)
    waits_for_live(at.qtbot, at.photo, at.webcams)
    at.qtbot.mouseClick(at.photo.leave, left)
    assert at.webcams.on is None and not at.photo.leave.isVisible()
    at.qtbot.mouseClick(at.photo.take, left)
    waits_for_live(at.qtbot, at.photo, at.webcams)
    at.qtbot.mouseClick(at.photo.take, left)

    at.has_photo()


# --- whose it is ------------------------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-07")
def test_a_photo_that_is_ready_after_the_form_was_cleared_is_nobodys(registering: Registering) -> None:
    at = registering
    at.look_into_it()
    at.press(Qt.Key.Key_Space)
    at.rooms.register.clear()  # before the picture was made ready: the next person stands there
    at.qtbot.waitUntil(lambda: not at.photo.is_reading)
    assert at.photo.headshot is None
    at.look_into_it()
    at.press(Qt.Key.Key_Space)

    assert has_shirt(at.has_photo().image, SHIRTS[1])


@pytest.mark.hazard("HZ-07")
def test_the_live_picture_ends_with_its_form(registering: Registering) -> None:
    at = registering
    at.qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    at.form.given.setFocus()
    with at.qtbot.waitSignal(at.rooms.register.registered):
        at.press(Qt.Key.Key_Return)
    assert at.webcams.on is None and at.photo.watching.image is None
    at.webcams.seen.emit(a_face(SHIRTS[3]))  # a picture that was on its way

    assert at.photo.watching.image is None and at.photo._frame.live is None
    assert at.everybody()[-1].photo_digest is None


# --- never while nobody looks -----------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-22")
def test_the_lock_switches_it_off_and_keeps_what_was_typed(registering: Registering) -> None:
    at = registering
    at.qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    lock = QWidget()
    at.window.cover(lock)
    assert at.webcams.on is None and at.photo.watching.image is None
    at.window.uncover()

    assert at.form.given.text() == "Gurpreet" and at.photo.watching.state is State.OFF


@pytest.mark.parametrize("leave", [lambda at: at.window.show_page("today"), lambda at: at.window.close()])
def test_leaving_the_page_or_the_window_switches_it_off(
    registering: Registering, leave: Callable[[Registering], object]
) -> None:
    registering.look_into_it()
    leave(registering)

    assert registering.webcams.on is None


def test_a_page_that_was_left_before_the_webcam_was_ready_leaves_it_off(registering: Registering) -> None:
    at = registering
    at.press(Qt.Key.Key_F7)
    at.window.show_page("today")
    at.qtbot.waitUntil(at.rooms.today.isVisible)

    assert at.webcams.on is None and at.photo.watching.state is State.OFF


# --- what stands in the way -------------------------------------------------------------------------------------------


def test_a_webcam_that_vanishes_says_so_in_place_and_a_file_still_works(registering: Registering) -> None:
    at = registering
    at.qtbot.keyClicks(at.form.given, "Gurpreet")
    at.look_into_it()
    at.webcams.unplug()
    assert at.photo.note.isVisible()
    assert at.photo.note.text() == "The webcam has gone away. Plug it in again, or choose a file."
    assert at.form.given.text() == "Gurpreet" and at.desk.toast.sentence == ""
    path = at.folder / "face.jpg"
    path.write_bytes(encoded_image(a_face("#102030")))
    at.photo.load(path)

    at.has_photo()
    assert not at.photo.note.isVisible()


def test_plugged_in_again_it_goes_on(registering: Registering) -> None:
    at = registering
    at.look_into_it()
    at.webcams.unplug()
    at.press(Qt.Key.Key_F7)
    at.qtbot.waitUntil(lambda: at.photo.note.text() == "No webcam is plugged in. Plug one in, or choose a file.")
    at.webcams.plugged = [BUILT_IN]
    at.look_into_it()
    assert not at.photo.note.isVisible()
    at.press(Qt.Key.Key_Space)

    at.has_photo()


def test_one_that_another_program_has_says_so(registering: Registering) -> None:
    at = registering
    at.webcams.is_taken = True
    at.press(Qt.Key.Key_F7)
    at.qtbot.waitUntil(at.photo.note.isVisible)

    assert "Another program may be using it" in at.photo.note.text()
    assert at.photo.take.isEnabled() and not at.photo.leave.isVisible()


def test_one_that_falls_silent_is_given_up(registering: Registering) -> None:
    at = registering
    at.look_into_it()
    assert at.photo.watching.patience.isActive()
    at.photo.watching.patience.timeout.emit()

    assert at.photo.note.text().startswith("No picture comes from the webcam.")
    assert at.webcams.on is None and not at.photo.watching.patience.isActive()


def test_a_laptop_that_lacks_something_names_it(registering: Registering) -> None:
    at = registering
    at.webcams.lacks = "libpulse.so.0"
    at.press(Qt.Key.Key_F7)
    at.qtbot.waitUntil(at.photo.note.isVisible)

    assert "libpulse.so.0" in at.photo.note.text()


class WithoutBackend(PretendWebcams):
    def listed(self) -> list[Webcam]:
        raise NoWebcam(Trouble.MISSING, "QtMultimedia backend")


def test_a_part_that_is_missed_only_when_it_is_used_is_named_too(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    at = Registering(qtbot, look, tmp_path, WithoutBackend(iter([encoded_image(a_face())]), apart=NEVER))
    at.press(Qt.Key.Key_F7)
    at.qtbot.waitUntil(at.photo.note.isVisible)

    assert "QtMultimedia backend" in at.photo.note.text() and not at.photo.watching.is_on


@pytest.mark.parametrize("language", ["ar", "hi", "es"])
def test_it_is_said_in_every_language(wear: Callable[..., Look], qtbot: QtBot, tmp_path: Path, language: str) -> None:
    at = Registering(qtbot, wear("dim", language), tmp_path, a_webcam())
    at.look_into_it()
    at.webcams.unplug()

    assert at.photo.note.text() == at.look.words("webcam.gone") != "The webcam has gone away."


# --- several webcams --------------------------------------------------------------------------------------------------


def test_the_webcam_that_somebody_chose_is_remembered(registering: Registering) -> None:
    at = registering
    at.webcams.plugged = [BUILT_IN, ON_A_CABLE]
    at.look_into_it()
    assert [at.photo.which.itemText(place) for place in range(2)] == [BUILT_IN.name, ON_A_CABLE.name]
    at.photo.which.setFocus()
    at.press(Qt.Key.Key_Down)
    assert at.webcams.on == ON_A_CABLE and at.photo.watching.state is State.STARTING

    def remembered() -> str:
        with at.camp.store.read() as unit:
            return station.fact(unit, CHOSEN)

    at.qtbot.waitUntil(lambda: remembered() == ON_A_CABLE.id)
    at.photo.stop()
    at.look_into_it()
    assert at.webcams.on == ON_A_CABLE
    at.photo.stop()
    at.webcams.plugged = [BUILT_IN]
    at.look_into_it()
    assert at.webcams.on == BUILT_IN and not at.photo.which.isVisible()


def test_where_the_first_webcam_is_taken_the_other_can_be_chosen(registering: Registering) -> None:
    at = registering
    at.webcams.plugged, at.webcams.is_taken = [BUILT_IN, ON_A_CABLE], True
    at.press(Qt.Key.Key_F7)
    at.qtbot.waitUntil(at.photo.which.isVisible)
    assert "Another program may be using it" in at.photo.note.text()
    at.webcams.is_taken = False
    at.photo.which.setFocus()
    at.press(Qt.Key.Key_Down)
    waits_for_live(at.qtbot, at.photo, at.webcams)

    assert at.webcams.on == ON_A_CABLE


# --- somebody's own page ----------------------------------------------------------------------------------------------


@pytest.fixture
def on_a_page(registering: Registering) -> Registering:
    registering.rooms.open_person(registering.camp.people[0].uuid)
    registering.qtbot.waitUntil(lambda: registering.rooms.person.person is not None)
    return registering


def photos_of(at: Registering, number: int) -> int:
    with at.camp.store.read() as unit:
        return len(headshots.history(unit, at.camp.people[number].uuid))


def test_on_somebodys_page_a_new_photo_is_taken_and_can_be_taken_back(on_a_page: Registering) -> None:
    at, page = on_a_page, on_a_page.rooms.person
    before = photos_of(at, 0)
    at.press(Qt.Key.Key_F7)
    assert page.photo_panel is not None
    waits_for_live(at.qtbot, page.photo_panel.photo, at.webcams)
    assert page.photo_panel.photo.isVisible()
    at.press(Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: "New photo of Lakshmi Devi" in at.desk.toast.sentence)
    assert page.photo_panel is None and photos_of(at, 0) == before + 1 and at.webcams.on is None
    at.desk.toast.undo_last()

    at.qtbot.waitUntil(lambda: photos_of(at, 0) == before)


@pytest.mark.hazard("HZ-07")
def test_a_photo_on_its_way_is_not_the_next_persons(on_a_page: Registering) -> None:
    at, page = on_a_page, on_a_page.rooms.person
    before = photos_of(at, 0), photos_of(at, 1)
    at.press(Qt.Key.Key_F7)
    assert page.photo_panel is not None
    waits_for_live(at.qtbot, page.photo_panel.photo, at.webcams)
    at.press(Qt.Key.Key_Space)
    at.rooms.open_person(at.camp.people[1].uuid)
    at.qtbot.waitUntil(lambda: page.person is not None and page.person.uuid == at.camp.people[1].uuid)

    assert page.photo_panel is None and at.webcams.on is None
    assert (photos_of(at, 0), photos_of(at, 1)) == before


def test_escape_leaves_the_webcam_and_then_the_place(on_a_page: Registering) -> None:
    at, page = on_a_page, on_a_page.rooms.person
    at.press(Qt.Key.Key_F7)
    assert page.photo_panel is not None
    waits_for_live(at.qtbot, page.photo_panel.photo, at.webcams)
    at.press(Qt.Key.Key_Escape)
    assert at.webcams.on is None and page.photo_panel is not None
    at.press(Qt.Key.Key_Escape)

    assert page.photo_panel is None and page.person is not None
