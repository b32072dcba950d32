"""Hazard HZ-15: a slow picture of the previous person must never stand under the next person's name."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from support.screens import ByPydicom, a_desk, receive, register
from support.stations import a_store, lakshmi

from resources.problems import NotFound
from workstation.gui.viewer.page import ViewerPage
from workstation.gui.viewer.pane import GROUND

PEOPLE = 50
SLOWEST = 0.4  # seconds


def colour(person: int) -> QColor:
    return QColor(5 * person + 4, 250 - 5 * person, 37 * person % 200)


def flat(person: int) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(colour(person))
    return image


WHO = {colour(person).rgb(): person for person in range(PEOPLE)}


class Slow(ByPydicom):
    """The first person's picture takes longest."""

    def __init__(self):
        self.never = threading.Event()

    def frame_bytes(self, _stream):
        return None

    def decode(self, stream, *which):
        width, height, rgb = super().decode(stream, *which)
        person = WHO[QColor(*rgb[:3]).rgb()]
        self.never.wait(SLOWEST * (1 - person / PEOPLE))
        return width, height, rgb


@pytest.fixture
def camp(tmp_path):
    store = a_store(tmp_path)
    people = [register(store, lakshmi(given_name=f"Person{n}", family_name="")) for n in range(PEOPLE)]
    for n, person in enumerate(people):
        for number, eye in enumerate("RL", 1):
            receive(store, flat(n), owner=person, patient=n + 1, number=number, eye=eye, lossless=True)
    yield store, people
    store.close()


def seen_in(page):
    """The people whose pixels are on the screen: panes, strips; and who the header says it is."""
    painted = set()
    for pane in (page.right, page.left):
        image = pane.viewport().grab().toImage()
        spot = image.pixelColor(image.width() // 2, image.height() // 2)
        if spot != GROUND:
            painted.add(WHO[spot.rgb()])
    for strip in (page.strips.right, page.strips.left):
        for row in range(strip.tiles.rowCount()):
            tile = strip.tiles.data(strip.tiles.index(row), Qt.ItemDataRole.UserRole)
            if tile.picture is not None:
                painted.add(WHO[tile.picture.pixelColor(9, 9).rgb()])
    name = page.bar.name.text().split()
    return painted, int(name[0].removeprefix("Person")) if name else None


@pytest.mark.hazard("HZ-15")
def test_no_picture_ever_stands_under_another_name(qtbot, camp, look):
    store, people = camp
    page = ViewerPage(a_desk(qtbot, store, look, Slow()))
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    wrong = []

    def look_closely():
        painted, named = seen_in(page)
        if not painted <= {named}:
            wrong.append((painted, named))

    page.open_person(people[0].uuid, [person.uuid for person in people])
    watching, pressing = QTimer(page), QTimer(page)
    watching.timeout.connect(look_closely)
    pressing.timeout.connect(lambda: qtbot.keyClick(page, Qt.Key.Key_Down))
    watching.start(16)
    pressing.start(20)
    qtbot.waitUntil(lambda: seen_in(page) == ({PEOPLE - 1}, PEOPLE - 1))
    pressing.stop()
    watching.stop()
    assert wrong == []


@pytest.mark.hazard("HZ-15")
def test_the_view_blanks_before_anybody_else_is_read(qtbot, camp, look):
    store, people = camp
    page = ViewerPage(a_desk(qtbot, store, look))
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.open_person(people[0].uuid, [person.uuid for person in people])
    qtbot.waitUntil(lambda: seen_in(page) == ({0}, 0))
    page.step_person(1)
    assert seen_in(page) == (set(), None)
    assert page.right.is_blank and page.left.is_blank
    qtbot.waitUntil(lambda: seen_in(page) == ({1}, 1))


def test_somebody_who_was_removed_leaves_a_blank_and_a_sentence(qtbot, camp, look):
    store, people = camp
    desk = a_desk(qtbot, store, look)
    page = ViewerPage(desk)
    qtbot.addWidget(page)
    page.open_person("nobody")
    qtbot.waitUntil(lambda: bool(desk.toast.sentence))
    assert str(NotFound("There is no such patient.")) in desk.toast.sentence
    assert page.shown is None
    page.open_person(people[3].uuid)
    qtbot.waitUntil(lambda: page.shown is not None)
