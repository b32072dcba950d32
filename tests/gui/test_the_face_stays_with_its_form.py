"""A headshot belongs to the person whose form was open when it was taken, or to nobody; one on two people is asked about."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp
from support.drawn import a_face
from support.screens import a_desk, encoded_image

from resources.store import changes, headshots, patients
from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.alike_card import AlikeCard
from workstation.gui.patients.headshots import Headshot, headshot_of, read_headshot
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.patients.shared_photo import SharedPhotoCard
from workstation.gui.style.look import Look

pytestmark = pytest.mark.hazard("HZ-07")


class Pages:
    """Register and one person's page over one store."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.camp: Camp = a_camp(folder, 2)
        bridge = FeedBridge()
        self.camp.store.feed.subscribe(bridge.ring)
        self.desk = a_desk(qtbot, self.camp.store, look)
        self.register = RegisterPage(self.desk, bridge)
        self.person = PatientPage(self.desk, bridge, self.camp.read_levels)
        for page in (self.register, self.person):
            qtbot.addWidget(page)
            page.resize(1278, 724)
            page.show()
            qtbot.waitExposed(page)
        qtbot.waitUntil(lambda: len(self.register._everybody.known) == 2)

    def a_photo(self, name: str, shirt: str) -> Path:
        path = self.folder / name
        path.write_bytes(encoded_image(a_face(shirt)))
        return path

    def give(self, number: int, path: Path) -> None:
        blob = self.camp.store.vault.admit(headshot_of(path.read_bytes()).jpeg)
        with self.camp.store.write(Origin.PERSON, "grace") as unit:
            patients.set_photo(unit, self.camp.people[number].uuid, blob, mime="image/jpeg")

    def open(self, number: int) -> None:
        self.person.open(self.camp.people[number].uuid)
        self.qtbot.waitUntil(lambda: self.person.person is not None)

    def now(self, number: int) -> PatientRow:
        with self.camp.store.read() as unit:
            return patients.find(unit, self.camp.people[number].uuid)

    def questions(self) -> list[SharedPhotoCard]:
        return [card for card in self.person.findChildren(SharedPhotoCard) if not card.isHidden()]

    def alikes(self) -> list[AlikeCard]:
        return [card for card in self.register.findChildren(AlikeCard) if not card.isHidden()]


@pytest.fixture
def pages(qtbot: QtBot, look: Look, tmp_path: Path) -> Pages:
    return Pages(qtbot, look, tmp_path)


class SlowReader:
    """A source of pictures that delivers when it is told to."""

    def __init__(self) -> None:
        self.may_deliver = threading.Event()

    def __call__(self, path: Path) -> Headshot:
        assert self.may_deliver.wait(20)
        return read_headshot(path)


def test_a_picture_that_lands_after_the_form_was_cleared_is_nobodys(pages: Pages, qapp: QApplication) -> None:
    slow = SlowReader()
    drop = PhotoDrop(pages.desk, slow)
    pages.qtbot.addWidget(drop)
    drop.load(pages.a_photo("a.jpg", "#a43a44"))
    assert drop.is_reading
    drop.clear()  # Esc, then the next person
    slow.may_deliver.set()
    pages.desk.store.vault.admit(b"something else meanwhile")
    drop.load(pages.a_photo("b.jpg", "#3e7a5a"))
    with pages.qtbot.waitSignal(drop.changed):
        pass

    assert drop.headshot is not None
    assert drop.headshot.digest == read_headshot(pages.folder / "b.jpg").digest
    assert not drop.is_reading


def test_enter_before_the_picture_is_ready_waits_for_it(pages: Pages) -> None:
    slow = SlowReader()
    pages.register.photo._read = slow
    pages.register.form.given.setText("Kamala")
    assert pages.register.photo.whose.text() == "Photo of Kamala"
    path = pages.a_photo("a.jpg", "#102030")
    pages.register.photo.load(path)
    pages.qtbot.keyClick(pages.register.form.given, Qt.Key.Key_Return)
    with pages.camp.store.read() as unit:
        assert patients.count(unit) == 2
    with pages.qtbot.waitSignal(pages.register.registered):
        slow.may_deliver.set()

    with pages.camp.store.read() as unit:
        assert patients.listed(unit)[-1].photo_digest == read_headshot(path).digest
    assert pages.register.photo.headshot is None and pages.register.photo.whose.text() == ""


def test_a_photo_that_somebody_has_already_is_asked_about_before_saving(pages: Pages) -> None:
    path = pages.a_photo("mary.jpg", "#5a7a44")
    pages.give(1, path)
    pages.register.form.given.setText("Gurpreet")
    pages.register.photo.load(path)
    pages.qtbot.waitUntil(lambda: bool(pages.alikes()))

    assert pages.alikes()[0].uuid == pages.camp.people[1].uuid
    assert pages.alikes()[0].reasons[0] == "The same photo"
    pages.register.save()
    pages.qtbot.waitUntil(lambda: any(card.is_asking for card in pages.alikes()))
    with pages.camp.store.read() as unit:
        assert patients.count(unit) == 2
    with pages.qtbot.waitSignal(pages.register.registered):
        pages.alikes()[0].other.emit(pages.alikes()[0].uuid)


def test_the_same_photo_on_two_people_is_a_question_on_both_pages(pages: Pages) -> None:
    path = pages.a_photo("one.jpg", "#445566")
    for number in (0, 1):
        pages.give(number, path)
    for number, other in ((0, 1), (1, 0)):
        pages.open(number)
        pages.qtbot.waitUntil(lambda: bool(pages.questions()))
        said = pages.questions()[0].sentence
        assert pages.camp.people[other].name in said and str(pages.camp.people[other].number) in said

    with pages.qtbot.waitSignal(pages.person.opened) as heard:
        pages.questions()[0].opened.emit(pages.camp.people[0].uuid)
    assert heard.args == [pages.camp.people[0].uuid]


def test_the_face_that_is_not_theirs_goes_back_to_the_one_before_and_can_come_back(pages: Pages) -> None:
    first = pages.now(1).photo_digest
    path = pages.a_photo("one.jpg", "#445566")
    shared = headshot_of(path.read_bytes()).digest
    for number in (0, 1):
        pages.give(number, path)
    pages.open(1)
    pages.qtbot.waitUntil(lambda: bool(pages.questions()))
    pages.qtbot.mouseClick(pages.questions()[0].away, Qt.MouseButton.LeftButton)

    pages.qtbot.waitUntil(lambda: not pages.questions())
    assert pages.now(1).photo_digest == first and pages.now(0).photo_digest == shared
    pages.desk.toast.undo_last()
    pages.qtbot.waitUntil(lambda: pages.now(1).photo_digest == shared)


def test_a_second_photo_keeps_the_first_in_the_history_and_undo_shows_it_again(pages: Pages) -> None:
    first = pages.now(0).photo_digest
    pages.open(0)
    pages.person.set_photo(pages.a_photo("new.jpg", "#998811"))
    pages.qtbot.waitUntil(lambda: pages.now(0).photo_digest != first)
    with pages.camp.store.read() as unit:
        assert [row.digest for row in headshots.history(unit, pages.camp.people[0].uuid)][1:] == [first]
    pages.qtbot.waitUntil(lambda: "New photo" in pages.desk.toast.sentence)
    pages.desk.toast.undo_last()

    pages.qtbot.waitUntil(lambda: pages.now(0).photo_digest == first)


def test_what_happened_to_a_photo_stays_in_the_feed(pages: Pages) -> None:
    with pages.camp.store.write(Origin.PERSON, "grace") as unit:
        (photo,) = headshots.history(unit, pages.camp.people[0].uuid)
        headshots.take_back(unit, photo.uuid)
        headshots.bring_back(unit, photo.uuid)
        headshots.take_back(unit, photo.uuid)
    with pages.camp.store.read() as unit:
        told = [(row.operation.value, row.version) for row in changes.of(unit, Kind.PHOTO, photo.uuid)]

    assert told == [("create", 1), ("forget", 2), ("amend", 3), ("forget", 4)]
