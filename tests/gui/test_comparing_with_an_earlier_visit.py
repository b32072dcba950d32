"""An eye then and now: the same eye only, old in words and never taken for new (HZ-12, HZ-14, HZ-27)."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from support.drawn import a_flat_eye
from support.reading import press, said, toast_of
from support.screens import colours_of, is_blue, is_red, receive, register
from support.stations import lakshmi

from resources.terms import Laterality
from workstation.gui.viewer.compare_view import Mode

RED, BLUE, GREEN, GREY = "#E01010", "#1020E0", "#10A010", "#808080"


def travel(store, day):
    """It is nine o'clock of that day."""
    store.clock.now = datetime.strptime(day, "%Y%m%d").replace(hour=9, tzinfo=UTC)


def a_visit(store, person, day, right, left, number):
    travel(store, day)
    for at, (eye, colour) in enumerate((("R", right), ("L", left))):
        if colour:
            receive(
                store, a_flat_eye(colour), owner=person, number=number + at, eye=eye, lossless=True, StudyDate=day,
                StudyInstanceUID=f"1.2.3.9.{number}", SeriesInstanceUID=f"1.2.3.9.{number}.0",
            )  # fmt: skip


@pytest.fixture
def person(store):
    """In February 2025 the right eye was blue and the left one grey; today the right one is red, the left one green."""
    row = register(store, lakshmi())
    a_visit(store, row, "20250211", BLUE, GREY, 10)
    a_visit(store, row, "20261121", RED, GREEN, 20)
    return row


def seen(page):
    page.repaint()
    return page.comparison.view.grab().toImage()


def ready(page):
    view = page.comparison.view
    return page.comparison.is_on and not view.then.is_blank and not view.now.is_blank


def start(qtbot, page, key=Qt.Key.Key_C):
    press(page, key)
    qtbot.waitUntil(lambda: ready(page))
    return page.comparison.view


@pytest.mark.hazard("HZ-14")
@pytest.mark.hazard("HZ-27")
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_then_stands_left_and_now_right_in_every_language_each_with_its_day(qtbot, store, person, open_page, language):
    page = open_page(person, language=language)
    view = start(qtbot, page)
    image = seen(page)
    assert colours_of(image, is_blue)[1] < image.width() / 2 < colours_of(image, is_red)[1]
    then, now = view.then.caption, view.now.caption
    assert then.is_earlier and not now.is_earlier
    assert (then.eye, now.eye) == ("OD", "OD")
    if language == "en":
        assert then.when == ("Earlier · 11 February 2025", "21 months ago")
        assert now.when == ("Today · 21 November 2026", "is graded")
    assert then.when[0] != now.when[0] and view.then.accessibleName().startswith(then.when[0])
    assert view.now.is_active and not view.then.is_active


@pytest.mark.hazard("HZ-12")
def test_the_other_eye_is_compared_with_its_own_past_only(qtbot, store, person, open_page):
    page = open_page(person)
    view = start(qtbot, page)
    assert (view.then.row.laterality, view.now.row.laterality) == (Laterality.RIGHT, Laterality.RIGHT)
    page.switch_eye()
    qtbot.waitUntil(lambda: ready(page))
    assert (view.then.row.laterality, view.now.row.laterality) == (Laterality.LEFT, Laterality.LEFT)
    assert view.then.caption.eye == view.now.caption.eye == "OS"
    assert colours_of(seen(page), is_red)[0] == 0


@pytest.mark.hazard("HZ-12")
def test_an_eye_that_was_not_pictured_before_is_compared_with_nothing(store, open_page):
    person = register(store, lakshmi())
    a_visit(store, person, "20250211", None, BLUE, 10)
    receive(store, a_flat_eye(GREY), owner=person, number=15, lossless=True, StudyDate="20250211",
            StudyInstanceUID="1.2.3.9.15", SeriesInstanceUID="1.2.3.9.15.0")  # nobody knows which eye  # fmt: skip
    a_visit(store, person, "20261121", RED, GREEN, 20)
    page = open_page(person)
    for key in (Qt.Key.Key_C, Qt.Key.Key_B, Qt.Key.Key_S):
        press(page, key)
        assert not page.comparison.is_on
    assert toast_of(page) == "No earlier picture of this eye on this laptop."
    assert not page.bar.compare.isVisible()


@pytest.mark.hazard("HZ-27")
def test_while_they_blink_the_words_change_with_the_picture(qtbot, store, person, open_page):
    page = open_page(person)
    view = start(qtbot, page, Qt.Key.Key_B)
    assert view.turn.isActive() and view.turn.interval() * 3 > 1000  # never three flashes in a second
    view.turn.stop()
    for _ in range(4):
        blues, reds = colours_of(seen(page), is_blue)[0], colours_of(seen(page), is_red)[0]
        in_front = view.then if view.is_then_in_front else view.now
        assert (blues > 100, reds > 100) == (view.is_then_in_front, not view.is_then_in_front)
        assert in_front.isVisible() and in_front.caption.is_earlier is view.is_then_in_front
        view.turn.timeout.emit()
    press(page, Qt.Key.Key_B)
    assert not page.comparison.is_on and not view.turn.isActive()


def test_the_edge_is_moved_by_mouse_and_by_keys(qtbot, store, person, open_page):
    page = open_page(person)
    view = start(qtbot, page, Qt.Key.Key_S)
    before = colours_of(seen(page), is_blue)[0]
    edge = view._edge
    middle = QPoint(edge.width() // 2, 200)
    qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=middle)
    edge.dragged.emit(view.width() * 3 // 4)
    qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=middle)
    assert abs(view.share - 0.75) < 0.01 and colours_of(seen(page), is_blue)[0] > before
    press(page, Qt.Key.Key_Comma, Qt.Key.Key_Comma)
    assert abs(view.share - 0.65) < 0.01
    for _ in range(40):
        press(page, Qt.Key.Key_Period)
    assert view.share == 0.95  # some of now is always seen


def test_both_zoom_together_and_red_free_is_on_both(qtbot, store, person, open_page):
    page = open_page(person)
    view = start(qtbot, page)
    press(page, Qt.Key.Key_Z)
    assert view.now.scale_now == view.then.scale_now == 1.0
    press(page, Qt.Key.Key_G)
    assert view.now.is_red_free and view.then.is_red_free
    press(page, Qt.Key.Key_Escape)
    assert not page.comparison.is_on and page._views.currentIndex() == 0


@pytest.mark.hazard("HZ-27")
@pytest.mark.hazard("HZ-16")
def test_a_grade_while_comparing_is_of_the_picture_of_today(qtbot, store, person, open_page):
    page = open_page(person)
    start(qtbot, page)
    press(page, Qt.Key.Key_2, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert {row.said.instance_uid for row in said(store, person)} == {"1.2.3.1.20", "1.2.3.1.21"}


@pytest.mark.hazard("HZ-15")
def test_comparing_ends_with_the_person(qtbot, store, person, open_page):
    other = register(store, lakshmi(given_name="Mary"))
    a_visit(store, other, "20261121", GREEN, GREEN, 40)
    page = open_page(person, (person.uuid, other.uuid))
    view = start(qtbot, page, Qt.Key.Key_B)
    press(page, Qt.Key.Key_Down)
    assert not page.comparison.is_on and view.then.is_blank and view.now.is_blank and not view.turn.isActive()
    assert not page.bar.compare.isVisible() and view.mode is Mode.SIDE


def test_any_earlier_day_can_be_chosen(qtbot, store, person, open_page):
    a_visit(store, person, "20240301", GREEN, None, 50)
    travel(store, "20261121")
    page = open_page(person)
    assert [action.text() for action in page.bar._earlier.actions()] == ["11 February 2025", "1 March 2024"]
    page.bar._earlier.actions()[1].trigger()
    qtbot.waitUntil(lambda: ready(page))
    assert page.comparison.view.then.caption.when == ("Earlier · 1 March 2024", "2 years ago")
    assert page.bar.compare.text() == "Compare: 1 March 2024"
