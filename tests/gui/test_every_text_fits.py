"""In a language forty per cent longer than English, mirrored or not, at 100 % and at 200 %: no page cuts what it says."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.drawn import a_face, a_fundus
from support.fitting import misfits, untouchable
from support.grading import icdr
from support.pseudo import a_pseudo_look
from support.screens import receive, register
from support.stations import FROM_CAMERA, lakshmi
from support.webcams import a_webcam

from resources.phone.links import Links
from resources.store import filing, opinions, staff, turns, workitems
from resources.store.keys import KeyFile
from resources.store.opinions import Said
from resources.store.rows import HeldRow
from resources.terms import Laterality, Origin, StaffRole
from resources.wire.camerarules import CameraRules
from workstation.compose import Station, open_station
from workstation.desktop import Desktop, phones_of
from workstation.gui.background import Background
from workstation.gui.camp.opening import FirstRunPage, UnlockPage
from workstation.gui.inbox.hiding import HideDialog
from workstation.gui.inbox.photograph_dialog import PhotographDialog
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.phone.offering import Trouble as NoCode
from workstation.gui.style.look import Look
from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam
from workstation.sandbox.webcams import PretendWebcams
from workstation.settings import load

WAYS = [(100, False), (100, True), (200, True)]
SIZE = (1366, 768)

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
NAMES = [("Lakshmi", "Devi"), ("Mary", "Thomas"), ("Sunita", "Tamang"), ("Omar", "Farouk")]


def a_busy_station(folder: Path) -> tuple[Station, HeldRow]:
    """Somebody waits, somebody sits at the camera, somebody must be seen; the Inbox has pictures and a photograph."""
    flags = {
        "data_dir": str(folder),
        "rest.port": "0",
        "dicom.port": "0",
        "storage.floor_bytes": "0",
        "camp.name": "Camp 7",
    }
    made = open_station(load(None, {}, flags), KeyFile(folder.parent / "key"))
    made.links = Links(lambda: 0.0)  # as if phones could reach it
    store = made.store
    people = [
        register(store, lakshmi(given_name=given, family_name=family), a_face("#4A6FA5")) for given, family in NAMES
    ]
    with store.write(Origin.PERSON, "grace") as unit:
        for person in people:
            workitems.schedule(unit, person.uuid)
        turns.call(unit, people[1].uuid, "CAM1")
        staff.add(unit, "Anjali Kumari", "not-a-hash", StaffRole.GRADER)
    uids = [
        receive(store, a_fundus(eye), owner=people[0], number=number, eye=eye.value).instance_uid
        for number, eye in enumerate((RIGHT, LEFT), 1)
    ]
    receive(store, a_fundus(RIGHT), owner=people[1], number=3, eye="R")
    receive(store, a_fundus(RIGHT), number=4, eye="", PatientID="")
    said = [Said(eye, icdr(level), uid) for eye, level, uid in zip((RIGHT, LEFT), ("0", "4"), uids, strict=True)]
    made.cameras.save(CameraRules("CAM1", name="Camera 1"))
    blob = store.vault.admit(b"not a picture")
    with store.write(Origin.PERSON, "grace") as unit:
        day = store.clock().astimezone(store.zone).date()
        opinions.sign(unit, people[0].uuid, day, said)
        row = filing.hold(unit, "photograph", blob, "IMG_2042.JPG", FROM_CAMERA)
    return made, row


def settle() -> None:
    """What was begun in the background ends, is shown, and is laid out; twice, for what that began."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for _ in range(4):
        Background.of(application).wait()
        application.processEvents()
        time.sleep(0.01)  # a timer of nought, or of a few ms, gets its turn
    application.processEvents()


class Walk:
    """The window over a busy station; goes everywhere and notes what is cut."""

    def __init__(self, desktop: Desktop, station: Station, row: HeldRow) -> None:
        self.desktop, self.station, self.row = desktop, station, row
        self.found: list[str] = []
        desktop.show(station)
        self.window = desktop.window
        self.window.show()
        assert desktop.pages is not None
        self.pages = desktop.pages
        settle()
        assert len(self.pages.today.board.people) == len(NAMES)

    def look(self, where: str, at: QWidget | None = None) -> None:
        settle()
        shown = at or self.window
        assert at is not None or (shown.width(), shown.height()) == SIZE, (
            f"{where} made the window grow to {shown.size()}"
        )
        self.found += [f"{where}: {one}" for one in (*misfits(shown), *untouchable(shown))]

    def every_page(self) -> None:
        people = self.pages.today.board.people
        self.pages.patient.open(people[0].patient.uuid)
        for key in self.window._pages:
            if key == "read":
                self.desktop.read(people[0].patient.uuid)
            else:
                self.window.show_page(key)
            self.look(key)

    def the_webcam(self, webcams: PretendWebcams) -> None:
        """Live, and with each of its troubles, on both pages that have it."""
        webcams.plugged.append(Webcam("usb", "Webcam on a cable (046d:0825)"))
        for page, photo in self.places_for_photos():
            photo.stop()
            photo.shoot()
            settle()
            webcams.see()
            self.look(f"{page}, live")
            for trouble in Trouble:
                photo.stop()
                photo.shoot()
                settle()
                webcams.failed.emit(NoWebcam(trouble, "libpulse.so.0"))
                self.look(f"{page}, {trouble}")

    def places_for_photos(self) -> Iterator[tuple[str, PhotoDrop]]:
        """On both pages that have one."""
        for page in ("register", "patient"):
            self.window.show_page(page)
            if page == "patient" and self.pages.patient.photo_panel is None:
                self.pages.patient.new_photo()
            panel = self.pages.patient.photo_panel
            yield page, panel.photo if page == "patient" and panel else self.pages.register.photo

    def the_phone(self) -> None:
        """Its code, and why there is none."""
        phones = phones_of(self.station)
        assert phones is not None
        for page, photo in self.places_for_photos():
            photo.stop()
            photo.offer_phone()
            settle()
            assert photo.offering.trouble is NoCode.RUN_OUT  # this station has no certificate at all
            self.look(f"{page}, no code")
            photo.offering._open(replace(phones, address=lambda: "https://camp7.eyes.example:8042"))
            assert photo.code.isVisible()
            self.look(f"{page}, code")
            photo.stop()

    def every_corner(self) -> None:
        """Tabs, forms and doubts that one does not see at first."""
        self.window.show_page("camp")
        for key, tab in zip(("cameras", "camp", "staff", "backup", "practice"), self.pages.camp.tabs, strict=True):
            tab.click()
            self.look(f"camp, {key}")
        self.pages.camp.open_tab("cameras")
        self.pages.camp._open_rules(None)
        self.look("camp, rules")
        self.window.show_page("register")
        form = self.pages.register.form
        form.given.setText("Lakshmi")
        form.family.setText("Devi")
        form.age.setText("62")
        form.phone.setText("90000 41180")
        QTest.qWait(300)  # the search for look-alikes begins when nobody types any more
        self.look("register, filled")
        self.window.show_page("today")
        self.window.toast.say(self.desktop.look.words("problem.StorageFull.do"), lambda: None)
        self.look("today, toast")

    def every_dialog(self) -> None:
        look, window = self.desktop.look, self.window
        assert self.pages.inbox._desk is not None
        for dialog in (HideDialog(look, window), PhotographDialog(self.pages.inbox._desk, self.row, window)):
            dialog.show()
            self.look(type(dialog).__name__, dialog)
            dialog.close()

    def the_lock(self) -> None:
        lock = self.desktop.lock_page
        assert lock is not None
        lock.ask()
        window = self.window
        window.cover(lock)
        self.look("lock, who is here")
        lock._ask_new()
        self.look("lock, somebody new")
        lock.lock()
        self.look("lock, locked")
        window.uncover()


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[tuple[Station, HeldRow]]:
    station, row = a_busy_station(tmp_path_factory.mktemp("busy") / "station")
    yield station, row
    station.decoder.close()
    station.store.close()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_pages_before_the_station_is_open_fit_too(qapp: QApplication, percent: int) -> None:
    look: Look = a_pseudo_look(percent, mirrored=False)
    look.wear(qapp)
    found = []
    for page in (FirstRunPage(look), UnlockPage(look)):
        page.resize(*SIZE)
        page.show()
        settle()
        assert (page.width(), page.height()) == SIZE
        found += misfits(page)
        page.close()
        page.deleteLater()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("percent", "mirrored"), WAYS, ids=[f"{p}-{'rtl' if m else 'ltr'}" for p, m in WAYS])
def test_every_text_fits(qapp: QApplication, busy: tuple[Station, HeldRow], percent: int, mirrored: bool) -> None:
    look = a_pseudo_look(percent, mirrored=mirrored)
    look.wear(qapp)
    webcams = a_webcam()
    desktop = Desktop(look, busy[0].settings, webcams)
    walk = Walk(desktop, *busy)
    walk.every_page()
    walk.every_corner()
    walk.the_webcam(webcams)
    walk.the_phone()
    walk.every_dialog()
    walk.the_lock()
    desktop._glance.stop()
    desktop.decoder.close()
    desktop.window.close()
    desktop.window.deleteLater()  # or the next language would dress this window too
    settle()
    assert not walk.found, "\n".join(walk.found)
