"""A volunteer registers 20 people in a row with age only, photo optional, finds an earlier one by 3 letters or by QR, and is
warned of a duplicate with both faces."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from support.drawn import a_face
from support.rooms import hang_rooms
from support.screens import a_desk, colours_of, encoded_image

from resources.store import patients
from workstation.gui.bridge import FeedBridge
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.alike_card import AlikeCard

NAMES = [
    ("Lakshmi", "Devi"), ("Mary", "Thomas"), ("Omar", "Farouk"), ("Ramesh", "Kumar"), ("Sunita", "Tamang"),
    ("Joseph", "Fernandes"), ("Hoa", "Nguyen"), ("Gurpreet", "Singh"), ("Amina", "Bello"), ("Pedro", "Quispe"),
    ("Wangari", "Njoroge"), ("Zainab", "Hussein"), ("Bishnu", "Gurung"), ("Chidi", "Okafor"), ("Elena", "Vargas"),
    ("Tashi", "Dorji"), ("Yusuf", "Mwangi"), ("Parvati", "Iyer"), ("Fatou", "Diallo"), ("Keshav", "Rao"),
]  # fmt: skip
OLD, NEW = "#A43A44", "#41747E"
"""The shirts of the two faces."""


@pytest.fixture
def rooms(qtbot, look, store):
    bridge = FeedBridge()
    silence = store.feed.subscribe(bridge.ring)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    hung = hang_rooms(window, a_desk(qtbot, store, look), bridge, lambda uids: {})  # noqa: ARG005
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(hung.register.isVisible)
    yield hung
    silence()


def everybody(store):
    with store.read() as unit:
        return patients.listed(unit)


def types(qtbot, form, given, family, sex, age):
    qtbot.keyClicks(form.given, given)
    qtbot.keyClicks(form.family, family)
    qtbot.mouseClick(form.sex.buttons()[sex], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.age, str(age))


def photographs(qtbot, rooms, path, shirt=OLD):
    path.write_bytes(encoded_image(a_face(shirt)))
    with qtbot.waitSignal(rooms.register.photo.changed):
        rooms.register.photo.load(path)


def shirts_on(card):
    picture = card.grab().toImage()

    def like(shirt, here):
        wanted = QColor(shirt)
        parts = ("red", "green", "blue")
        return all(abs(getattr(here, part)() - getattr(wanted, part)()) < 24 for part in parts)

    return {shirt for shirt in (OLD, NEW) if colours_of(picture, lambda here, shirt=shirt: like(shirt, here))[0] > 20}


def registers_all(qtbot, rooms, folder):
    for number, (given, family) in enumerate(NAMES):
        types(qtbot, rooms.register.form, given, family, number % 2, 41 + number)
        if number == 0:
            photographs(qtbot, rooms, folder / "face.jpg")
        with qtbot.waitSignal(rooms.register.registered):
            qtbot.keyClick(rooms.register.form.age, Qt.Key.Key_Return)


@pytest.mark.slow
def test_twenty_in_a_row_one_found_again_and_a_duplicate_warned_of(qtbot, rooms, store, tmp_path):
    registers_all(qtbot, rooms, tmp_path)
    rows = everybody(store)
    assert [(row.details.given_name, row.details.family_name) for row in rows] == NAMES
    assert len({row.number for row in rows}) == 20
    assert [row.details.birth_year for row in rows] == [2026 - 41 - number for number in range(20)]
    assert [row.photo_digest is not None for row in rows] == [True] + [False] * 19

    people = rooms.people
    people.window().show_page("patients")
    qtbot.keyClicks(people.search, "qui")
    qtbot.waitUntil(lambda: [card.uuid for card in people.model.cards] == [rows[9].uuid])
    people.search.clear()
    with qtbot.waitSignal(people.scanned) as opened:  # a scanner types the QR code of a card, and Enter at once
        qtbot.keyClicks(people.search, rows[9].number)
        qtbot.keyClick(people.search, Qt.Key.Key_Return)
    assert opened.args == [rows[9].uuid]

    qtbot.keyClick(people.window(), Qt.Key.Key_F2)
    photographs(qtbot, rooms, tmp_path / "again.jpg", NEW)
    types(qtbot, rooms.register.form, "Laxmi", "Devi", 0, 42)
    shown = lambda: [card for card in rooms.register.findChildren(AlikeCard) if not card.isHidden()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.waitUntil(lambda: {OLD, NEW} == shirts_on(shown()[0]))
    assert "Name sounds the same" in shown()[0].reasons
    qtbot.keyClick(rooms.register.form.age, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(card.is_asking for card in shown()))
    assert len(everybody(store)) == 20
