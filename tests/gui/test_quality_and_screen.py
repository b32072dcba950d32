"""Is the picture good enough, is the screen: said by a named person, kept, and in the way of "all is well" (HZ-03, HZ-10)."""

import pytest
from PySide6.QtCore import Qt
from support.reading import a_pair, press, said, toast_of
from support.screens import register
from support.stations import lakshmi

from resources.problems import Refused
from resources.store import opinions, qualities, screenchecks
from resources.store.qualities import Quality
from resources.terms import Laterality, Origin

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


@pytest.fixture
def person(store):
    row = register(store, lakshmi())
    a_pair(store, row)
    return row


def history(store, uid):
    with store.read() as unit:
        return [(row.quality, row.reader) for row in qualities.history(unit, uid)]


def grade_well(page):
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    page.switch_eye()


@pytest.mark.hazard("HZ-03")
def test_q_says_a_picture_is_ungradable_why_and_what_to_do_about_it(qtbot, store, person, open_page):
    page = open_page(person)
    uid = page.shown.right
    press(page, Qt.Key.Key_Q)
    assert page.signing.column.qualities[RIGHT].text() == "Gradable"
    press(page, Qt.Key.Key_Q)
    assert page.signing.column.qualities[RIGHT].text() == "Blurred"
    assert page.right.corner[0] == "Ungradable: Blurred" and "Ungradable" in page.right.accessibleName()
    qtbot.waitUntil(lambda: toast_of(page).startswith("Ungradable: blurred. Take it again"))
    assert history(store, uid) == [(Quality.GRADABLE, "Anjali Kumari"), (Quality.BLURRED, "Anjali Kumari")]
    assert page.signing.column.qualities[LEFT].text() == "–"  # one picture, not the other


@pytest.mark.hazard("HZ-03")
def test_an_ungradable_picture_never_sends_a_person_home_and_what_is_seen_on_it_still_refers(
    qtbot, store, person, open_page
):
    page = open_page(person)
    grade_well(page)
    assert page.signing.bar.outcome.claim.text.startswith("No referral")
    press(page, Qt.Key.Key_Q, Qt.Key.Key_Q)
    assert page.signing.bar.outcome.claim.text == "Not finished: right eye"
    assert page.signing.bar.why.text() == "OD: its picture is ungradable, take it again"
    qtbot.waitUntil(lambda: len(history(store, page.shown.right)) == 2)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    with store.read() as unit:
        assert opinions.decision_of(unit, person.uuid, said(store, person)[0].day).outcome.word == "retake"
    again = open_page(person)
    press(again, Qt.Key.Key_4, (Qt.Key.Key_0,))
    assert again.signing.bar.outcome.claim.text == "Refer urgently, this week"


def test_what_was_said_is_undone_in_the_toast_and_nothing_is_lost(qtbot, store, person, open_page):
    page = open_page(person)
    uid = page.shown.right
    press(page, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: toast_of(page) == "Gradable")
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: len(history(store, uid)) == 2)
    assert page.signing.column.qualities[RIGHT].text() == "–"
    assert [quality for quality, _ in history(store, uid)] == [Quality.GRADABLE, None]
    with store.read() as unit:
        assert qualities.standing(unit, [uid]) == {}


def test_what_was_said_is_there_again_on_opening_and_the_button_goes_on(qtbot, store, person, open_page):
    page = open_page(person)
    with store.write(Origin.PERSON, "Omar Haddad") as unit:
        qualities.say(unit, page.shown.left, Quality.LIDS)
    other = open_page(person)
    assert other.signing.column.qualities[LEFT].text() == "Lid, lashes"
    qtbot.mouseClick(other.signing.column.qualities[LEFT], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(history(store, other.shown.left)) == 2)
    assert history(store, other.shown.left)[-1] == (Quality.OFF_CENTRE, "Anjali Kumari")


@pytest.mark.hazard("HZ-22")
def test_nobody_judges_a_picture_or_a_screen_without_a_name(qtbot, store, person, open_page):
    page = open_page(person, actor="person")
    for key in (Qt.Key.Key_Q, Qt.Key.Key_K):
        with qtbot.waitSignal(page.signing.sign_in_wanted):
            press(page, key)
    assert history(store, page.shown.right) == [] and not page.signing.checking.is_open
    with store.write(Origin.PERSON, "person") as unit:
        with pytest.raises(Refused):
            qualities.say(unit, page.shown.right, Quality.GRADABLE)
        with pytest.raises(Refused):
            screenchecks.record(unit, is_seen=True)


@pytest.mark.hazard("HZ-10")
def test_without_the_daily_check_the_screen_says_so_and_the_grade_keeps_it(qtbot, store, person, open_page):
    page = open_page(person)
    assert page.tools.check.isVisible() and page.tools.check.text() == "Screen not checked today"
    grade_well(page)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert {row.said.screen_check for row in said(store, person)} == {"none"}


@pytest.mark.hazard("HZ-10")
def test_once_a_day_somebody_says_what_they_see_and_each_grade_carries_when(qtbot, store, person, open_page):
    page = open_page(person)
    press(page, Qt.Key.Key_K)
    assert page.signing.checking.view.isVisible() and not page.right.isVisible()
    press(page, Qt.Key.Key_4)
    assert page.signing.draft.right.codes == ()  # nobody sees the eye now
    press(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: not page.signing.checking.is_open)
    assert not page.tools.check.isVisible() and page.right.isVisible()
    grade_well(page)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert {row.said.screen_check for row in said(store, person)} == {"2026-11-21T09:00:00+00:00"}
    assert not open_page(person).tools.check.isVisible()
    store.clock.forward(86_400)
    assert open_page(person).tools.check.isVisible()


@pytest.mark.hazard("HZ-10")
def test_who_does_not_see_all_patches_is_told_what_to_do_and_the_day_is_not_checked(qtbot, store, person, open_page):
    page = open_page(person)
    press(page, Qt.Key.Key_K, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: toast_of(page).startswith("Turn the brightness up"))
    assert page.tools.check.text() == "Screen check failed today"
    assert page.signing.checking.stamp.startswith("failed 2026-11-21T09:00")
    press(page, Qt.Key.Key_K, Qt.Key.Key_Escape)
    assert page.tools.check.text() == "Screen check failed today"


@pytest.mark.hazard("HZ-10")
@pytest.mark.parametrize("theme", ["dim", "daylight"])
def test_the_patches_are_the_same_in_every_theme(qtbot, wear, theme):
    from workstation.gui.viewer.screen_check import DARK, LIGHT, RED, STEPS, ScreenCheckPage

    page = ScreenCheckPage(wear(theme))
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    shown = page.patches.grab().toImage()
    *squares, wedge = page.patches.areas()
    for area, (ground, spot) in zip(squares, (DARK, LIGHT, RED), strict=True):
        corner = area.adjusted(4, 4, 0, 0).topLeft().toPoint()
        assert shown.pixelColor(corner) == ground
        assert shown.pixelColor(area.center().toPoint()) == spot
    wide = wedge.width() / len(STEPS)
    for place, level in enumerate(STEPS):
        assert shown.pixelColor(int(wedge.x() + (place + 0.5) * wide), int(wedge.center().y())) == level
