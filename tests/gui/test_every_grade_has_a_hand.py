"""Signing in by PIN, faster than asking; an idle station shows nobody, and goes on working (HZ-22)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from support.drawn import a_fundus
from support.reading import a_pair, grade_both, press, said
from support.screens import ByPydicom, receive, register
from support.stations import lakshmi

from resources.store import staff
from resources.terms import Origin, StaffRole
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.pictures import Pictures
from workstation.gui.staff.lock_page import LockPage
from workstation.gui.staff.session import Session
from workstation.gui.viewer.page import ViewerPage

pytestmark = pytest.mark.hazard("HZ-22")


class Camp:
    """A window with the Read page, a session and the lock, as the desktop joins them."""

    def __init__(self, qtbot, store, look):
        self.window, self.store, self.qtbot = MainWindow(look), store, qtbot
        qtbot.addWidget(self.window)
        self.session = Session(self.window)
        self.desk = Desk(look, store, Pictures(store.vault.open, ByPydicom()), self.window.toast, self.session.actor)
        self.viewer, self.lock = ViewerPage(self.desk), LockPage(self.desk)
        self.window.add_page("read", self.viewer)
        self.undo = QShortcut(QKeySequence("F2"), self.window)
        self.session.locked.connect(self._lock)
        self.session.changed.connect(lambda: self.session.is_locked or self.window.uncover())
        self.session.changed.connect(self.viewer.signing.show_reader)
        self.lock.entered.connect(self.session.enter)
        self.lock.left.connect(self.window.uncover)
        self.viewer.signing.sign_in_wanted.connect(self._ask)
        self.window.show()
        self.window.show_page("read")

    def _lock(self):
        self.lock.lock()
        self.window.cover(self.lock)

    def _ask(self):
        self.lock.ask()
        self.window.cover(self.lock)

    def type_pin(self, pin):
        for digit in pin:
            QTest.keyClick(self.lock, digit)

    def read(self, person):
        self.viewer.open_person(person.uuid)
        self.qtbot.waitUntil(lambda: self.viewer.shown is not None)
        self.viewer.signing.rest.stop()

    def texts(self):
        return " ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def camp(qtbot, store, look):
    return Camp(qtbot, store, look)


def add(store, name, pin, role=StaffRole.GRADER):
    kept = staff.hashed(pin, store.rng)
    with store.write(Origin.PERSON, "grace") as unit:
        return staff.add(unit, name, kept, role)


def choose(camp, qtbot, name):
    qtbot.waitUntil(lambda: name in [button.text() for button in camp.lock.people])
    next(button for button in camp.lock.people if button.text() == name).click()


def test_each_grade_is_signed_by_whoever_is_unlocked(qtbot, store, camp):
    add(store, "Anjali Kumari", "2580")
    add(store, "Omar Haddad", "1357")
    person = register(store, lakshmi())
    a_pair(store, person)
    camp.read(person)
    grade_both(camp.viewer)
    press(camp.viewer, Qt.Key.Key_Return)
    assert camp.window.is_covered and said(store, person) == []
    choose(camp, qtbot, "Anjali Kumari")
    camp.type_pin("2580")
    qtbot.waitUntil(lambda: not camp.window.is_covered)
    assert camp.viewer.signing.draft.right.get("retinopathy") == "2"
    press(camp.viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)

    camp.session.idle.timeout.emit()
    assert camp.window.is_covered
    choose(camp, qtbot, "Omar Haddad")
    camp.type_pin("1357")
    qtbot.waitUntil(lambda: not camp.window.is_covered)
    camp.read(person)
    grade_both(camp.viewer)
    press(camp.viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 4)
    assert [row.reader for row in said(store, person)] == ["Anjali Kumari"] * 2 + ["Omar Haddad"] * 2


def test_a_locked_station_shows_nobody_and_counts_what_comes(qtbot, store, camp):
    anjali = add(store, "Anjali Kumari", "2580")
    person = register(store, lakshmi())
    a_pair(store, person)
    camp.session.enter(anjali)
    camp.read(person)
    assert "Lakshmi" in camp.texts()
    camp.session.lock()
    qtbot.waitUntil(lambda: len(camp.lock.people) == 1)
    receive(store, a_fundus(), owner=person, number=77, eye="R")
    camp.lock.refresh()
    qtbot.waitUntil(lambda: "1 picture arrived" in camp.texts())
    camp.desk.toast.say("Saved: Lakshmi Devi")
    assert "Lakshmi" not in camp.texts() and person.number not in camp.texts()
    assert not camp.window.rail.isVisible() and not camp.undo.isEnabled()
    camp.window.show_page("read")
    assert camp.window.is_covered and "Lakshmi" not in camp.texts()


def test_a_wrong_pin_says_so_and_guessing_must_wait(qtbot, store, camp):
    add(store, "Anjali Kumari", "2580")
    camp.session.lock()
    choose(camp, qtbot, "Anjali Kumari")
    for _ in range(3):
        camp.lock.says.setText("")
        camp.type_pin("0000")
        qtbot.waitUntil(lambda: camp.lock.says.text() != "" and not camp.lock._is_trying)
    assert camp.lock.says.text() == "Too many tries. Wait 5 seconds."
    camp.type_pin("2580")
    qtbot.waitUntil(lambda: not camp.lock._is_trying)
    assert camp.window.is_covered


def test_nobody_new_walks_through_a_lock(qtbot, store, camp):
    add(store, "Anjali Kumari", "2580")
    camp.session.lock()
    qtbot.waitUntil(lambda: len(camp.lock.people) == 1)
    assert not camp.lock.add.isVisible() and not camp.lock.back.isVisible()
    QTest.keyClick(camp.lock, Qt.Key.Key_Escape)
    assert camp.window.is_covered


def test_the_first_reader_adds_themselves_and_goes_on(qtbot, store, camp):
    person = register(store, lakshmi())
    a_pair(store, person)
    camp.read(person)
    grade_both(camp.viewer)
    press(camp.viewer, Qt.Key.Key_Return)
    new = camp.lock.new
    qtbot.waitUntil(new.isVisible)
    QTest.keyClicks(new.name, "Anjali Kumari")
    QTest.keyClicks(new.pin, "2580")
    QTest.keyClicks(new.again, "2581")
    QTest.keyClick(new.again, Qt.Key.Key_Return)
    assert new.says.text() == "The two PINs differ." and new.name.text() == "Anjali Kumari"
    new.again.setText("2580")
    QTest.keyClick(new.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not camp.window.is_covered)
    assert camp.session.actor() == "Anjali Kumari"
    assert new.pin.text() == ""
    press(camp.viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)


def test_a_key_or_a_touch_begins_idleness_anew(qtbot, store, camp):
    camp.session.enter(add(store, "Anjali Kumari", "2580"))
    camp.session.watch(QApplication.instance())
    camp.session.idle.stop()
    QTest.keyClick(camp.window, Qt.Key.Key_Shift)
    assert camp.session.idle.isActive()
    camp.session.idle.stop()
    QTest.mouseMove(camp.window.strip)
    QTest.mouseClick(camp.window.strip, Qt.MouseButton.LeftButton)
    assert camp.session.idle.isActive()
    QApplication.instance().removeEventFilter(camp.session)


def test_who_stepped_back_from_signing_in_is_where_they_were(qtbot, store, camp):
    add(store, "Anjali Kumari", "2580")
    person = register(store, lakshmi())
    a_pair(store, person)
    camp.read(person)
    grade_both(camp.viewer)
    press(camp.viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(camp.lock.people) == 1)
    QTest.keyClick(camp.lock, Qt.Key.Key_Escape)
    assert not camp.window.is_covered
    assert camp.viewer.signing.draft.right.get("retinopathy") == "2"
    assert replace(camp.desk, actor=camp.session.actor).actor() == "person"
