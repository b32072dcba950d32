"""HZ-09: each opinion keeps how large its picture was on the screen, and whether it was the picture or a small one of it."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from support.drawn import a_fundus
from support.reading import a_pair, grade_both, press, said
from support.screens import ByPydicom, a_desk, receive, register
from support.stations import lakshmi

from resources.store import studies
from resources.terms import Laterality
from workstation.gui.pictures import Pictures
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.looked import Looked
from workstation.gui.viewer.pane import EyePane

pytestmark = pytest.mark.hazard("HZ-09")


class Hesitant(ByPydicom):
    """Gives a picture once; whoever asks for it again, for its fine detail, waits."""

    def __init__(self):
        self.asked, self.goes_on = 0, Event()

    def frame_bytes(self, stream):
        self.asked += 1
        if self.asked > 1:
            assert self.goes_on.wait(60)
        return super().frame_bytes(stream)


def seen(page, uid, scale):
    return page.signing.looked.zoom(uid) == pytest.approx(scale, abs=0.001)


def test_an_opinion_keeps_the_largest_scale_at_which_its_picture_was_seen(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    right, left = page.shown.right, page.shown.left
    qtbot.waitUntil(lambda: seen(page, right, page.right.fitting) and seen(page, left, page.left.fitting))
    page.tools.linked.setChecked(False)
    page.right._zoom_to(3.0)
    qtbot.waitUntil(lambda: seen(page, right, 3.0))
    page.fit()
    grade_both(page)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert [row.said.zoom for row in said(store, person)] == [3.0, pytest.approx(page.left.fitting, abs=0.001)]
    assert not any(row.said.is_preview for row in said(store, person))
    qtbot.waitUntil(lambda: "seen at 300 %" in page.signing.bar.before.text())


def test_what_was_seen_of_one_person_is_not_said_of_the_next_look(qtbot, store, open_page):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    uid = page.shown.right
    page.right._zoom_to(4.0)
    qtbot.waitUntil(lambda: seen(page, uid, 4.0))
    page.open_person(person.uuid)
    assert page.signing.looked.zoom(uid) is None
    qtbot.waitUntil(lambda: page.shown is not None and seen(page, uid, page.right.fitting))


@pytest.mark.parametrize("how", ["key", "button"])
def test_one_to_one_is_one_key_or_one_button_away(qtbot, store, open_page, how):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = open_page(person)
    qtbot.waitUntil(lambda: not page.right.is_blank)
    if how == "key":
        press(page, Qt.Key.Key_Z)
    else:
        qtbot.mouseClick(page.tools.one_to_one, Qt.MouseButton.LeftButton)
    assert page.right.scale_now == 1.0 and page.tools.one_to_one.isChecked() and not page.tools.fit.isChecked()


def test_a_small_picture_drawn_large_counts_only_for_the_detail_that_was_there(qtbot, store, wear):
    filed = receive(store, a_fundus(size=2400), owner=register(store, lakshmi()), eye="R")
    with store.read() as unit:
        row = studies.instance(unit, filed.instance_uid)
    decoder, looked = Hesitant(), Looked()
    desk = a_desk(qtbot, store, wear("dim", "en"))
    pane = EyePane(desk.look, Pictures(store.vault.open, decoder))
    qtbot.addWidget(pane)
    pane.looked_at.connect(looked.note)
    pane.resize(400, 400)
    pane.show()
    pane.look_at(row, Caption("OD", "right eye"))
    qtbot.waitUntil(lambda: looked.zoom(row.instance_uid) == pytest.approx(400 / 2400, abs=0.001))
    pane.one_to_one()
    qtbot.waitUntil(lambda: pane.corner[0] == "Full detail is coming" and looked.zoom(row.instance_uid) > 0.5)
    assert looked.zoom(row.instance_uid) == pytest.approx(1600 / 2400, abs=0.001)
    decoder.goes_on.set()
    qtbot.waitUntil(lambda: looked.zoom(row.instance_uid) == 1.0)


def test_an_eye_that_nobody_saw_has_no_scale(qtbot, store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=1, eye="R")
    page = open_page(person)
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    qtbot.waitUntil(lambda: not page.right.is_blank)
    box = page.signing.column.absences[Laterality.LEFT]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert [row.said.zoom is None for row in said(store, person)] == [False, True]
