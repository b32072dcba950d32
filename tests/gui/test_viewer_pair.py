"""The viewer: OD is left, an unknown eye is asked about, what cannot be decoded says so, and tools end with the person."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from support.data_sets import a_code
from support.drawn import a_flat_eye, a_fundus
from support.screens import a_desk, colours_of, is_blue, is_red, receive, register
from support.stations import lakshmi

from resources.store import changes, mending, studies
from resources.terms import Kind, Laterality, Origin
from workstation.gui.viewer.canvas import green_of
from workstation.gui.viewer.page import ViewerPage

RED, BLUE = "#E01010", "#1020E0"


@pytest.fixture
def page_of(qtbot, store, wear):
    kept = []

    def open_page(person, people=(), theme="dim", language="en"):
        page = ViewerPage(a_desk(qtbot, store, wear(theme, language)))
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1278, 724)
        page.show()
        page.open_person(person.uuid, people)
        qtbot.waitUntil(lambda: page.shown is not None)
        return page

    return open_page


def ready(page):
    return not page.right.is_blank and not page.left.is_blank


def a_pair(store, person, patient=1):
    receive(store, a_flat_eye(RED), owner=person, patient=patient, number=1, eye="R", lossless=True)
    receive(store, a_flat_eye(BLUE), owner=person, patient=patient, number=2, eye="L", lossless=True)


def side_of(store, uid):
    with store.read() as unit:
        return studies.instance(unit, uid).laterality


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "hi", "ar"])
def test_the_right_eye_is_on_the_left_in_every_language(qtbot, store, page_of, language):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = page_of(person, language=language)
    qtbot.waitUntil(lambda: ready(page))
    qtbot.waitUntil(lambda: page.strips.left.tiles.data(page.strips.left.tiles.index(0), 256).picture is not None)
    grab = page.grab().toImage()
    (reds, red_x), (blues, blue_x) = colours_of(grab, is_red), colours_of(grab, is_blue)
    assert reds > 1000 and blues > 1000
    assert red_x < grab.width() / 2 < blue_x
    for pane in (page.right, page.left):
        assert pane.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert pane.transform().m11() > 0 and pane.transform().m22() > 0
        whites, arrow_x = colours_of(
            pane.viewport().grab().toImage(), lambda colour: min(colour.red(), colour.green(), colour.blue()) > 230
        )
        assert whites and arrow_x > pane.width() / 2  # its tip, not mirrored, points to the screen's right
    assert page.strips.right.mapTo(page, QPoint(0, 0)).x() < page.strips.left.mapTo(page, QPoint(0, 0)).x()


@pytest.mark.hazard("HZ-14")
def test_no_tool_flips_or_turns_a_picture(store, page_of):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = page_of(person)
    said = " ".join(
        f"{child.objectName()} {child.accessibleName()} {getattr(child, 'text', lambda: '')()}"
        for child in page.findChildren(QWidget)
        if not callable(getattr(child, "toPlainText", None))
    ).casefold()
    assert "red-free" in said
    for word in ("flip", "mirror", "rotate", "turn"):
        assert word not in said


@pytest.mark.hazard("HZ-02")
def test_a_picture_without_an_eye_waits_beside_the_pair_until_somebody_says(qtbot, store, page_of):
    person = register(store, lakshmi())
    receive(store, a_flat_eye(BLUE), owner=person, number=2, eye="L", lossless=True)
    filed = receive(store, a_flat_eye(RED), owner=person, number=1, lossless=True)
    page = page_of(person)
    qtbot.waitUntil(lambda: not page.left.is_blank)
    assert page.right.is_blank and "No picture of the right eye" in page.right.accessibleName()
    assert page.strips.other.tiles.rowCount() == 1 and page.strips.question.chip.text == "Which eye?"
    qtbot.keyClick(page, Qt.Key.Key_R)  # nothing is looked at: the key means nothing
    assert side_of(store, filed.instance_uid) is None

    page.strips.chosen.emit(filed.instance_uid)
    qtbot.waitUntil(lambda: not page.asked.is_blank)
    assert page.right.is_blank
    assert page.tools.active.text() == "Which eye?"
    qtbot.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: bool(page.shown.visit.right))
    assert side_of(store, filed.instance_uid) is Laterality.RIGHT
    with store.read() as unit:
        last = changes.of(unit, Kind.INSTANCE, filed.instance_uid)[-1]
    assert (last.origin, last.actor) == (Origin.PERSON, "grace")
    assert (last.snapshot["was"]["laterality"], last.snapshot["laterality"]) == (None, "R")

    assert page._desk.toast.sentence == "Set to the right eye"
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: bool(page.shown.visit.other))
    assert side_of(store, filed.instance_uid) is None
    assert page.shown.visit.right == ()


@pytest.mark.hazard("HZ-12")
def test_hiding_one_picture_changes_no_other_eye(qtbot, store, page_of):
    person = register(store, lakshmi())
    filed = [
        receive(store, a_fundus(), owner=person, number=number, eye=eye) for number, eye in enumerate("RLRL", start=1)
    ]
    page = page_of(person)
    page.strips.chosen.emit(filed[2].instance_uid)
    page.strips.chosen.emit(filed[3].instance_uid)
    with store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, filed[0].instance_uid, "taken by mistake")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.shown.visit.right) == 1)
    assert (page.shown.right, page.shown.left) == (filed[2].instance_uid, filed[3].instance_uid)
    assert {row.instance_uid: row.laterality for row in (*page.shown.visit.right, *page.shown.visit.left)} == {
        filed[1].instance_uid: Laterality.LEFT,
        filed[2].instance_uid: Laterality.RIGHT,
        filed[3].instance_uid: Laterality.LEFT,
    }


def test_tab_switches_the_eye_and_the_words_say_which(qtbot, store, page_of):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = page_of(person)
    page.right.setFocus()
    assert page.tools.active.text() == "Right eye" and page.right.is_active
    qtbot.keyClick(page.right, Qt.Key.Key_Tab)
    assert page.tools.active.text() == "Left eye" and page.left.is_active and not page.right.is_active
    qtbot.keyClick(page.left, Qt.Key.Key_Tab)
    assert page.tools.active.text() == "Right eye"


def test_arrows_go_through_the_pictures_of_one_eye_and_through_the_people(qtbot, store, page_of):
    one, two = register(store, lakshmi()), register(store, lakshmi(given_name="Mary"))
    a_pair(store, two, patient=2)
    for number, code in enumerate(("111901", "111900"), 1):
        position = [a_code(code, "DCM")]
        receive(store, a_fundus(), owner=one, number=number, eye="R", RelativeImagePositionCodeSequence=position)
    page = page_of(one, (one.uuid, two.uuid))
    assert page.shown.right.endswith(".2")  # the macula opens, though the disc came first
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.shown.right.endswith(".1")
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.shown.right.endswith(".1")
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.visit.patient.uuid == two.uuid)
    assert page.bar.place.text() == "2 of 2" and not page.bar.next.isEnabled()


@pytest.mark.hazard("HZ-24")
def test_red_free_is_the_green_channel_says_so_and_ends_with_the_person(qtbot, store, page_of):
    one, two = register(store, lakshmi()), register(store, lakshmi(given_name="Mary"))
    a_pair(store, one)
    a_pair(store, two, patient=2)
    page = page_of(one, (one.uuid, two.uuid))
    qtbot.waitUntil(lambda: ready(page))
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert page.right.corner == ("Red-free", None)
    spot = page.right.viewport().grab().toImage().pixelColor(page.right.width() // 2, page.right.height() // 3)
    assert spot == QColor(0x10, 0x10, 0x10)  # the green of #E01010, not its luminance
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.shown is not None and ready(page))
    assert page.right.corner == ("", None) and not page.right.is_red_free
    assert colours_of(page.right.viewport().grab().toImage(), is_red)[0] > 100


@pytest.mark.hazard("HZ-24")
def test_red_free_equals_the_green_channel_of_every_pixel():
    image = a_fundus(size=65)
    green = green_of(image)
    for x in range(0, 65, 5):
        for y in range(0, 65, 5):
            wanted = image.pixelColor(x, y).green()
            assert green.pixelColor(x, y) == QColor(wanted, wanted, wanted)


def test_what_cannot_be_decoded_is_shown_as_forward_only(qtbot, store, page_of):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=1, eye="R", SOPClassUID="1.2.3.4", lossless=True)

    whole = receive(store, a_fundus(Laterality.LEFT), owner=person, number=2, eye="L")
    page = page_of(person)
    qtbot.waitUntil(lambda: bool(page.right.sentence))
    assert page.right.sentence == "Camera-private picture, will be sent on"
    assert page.right.accessibleName() == page.right.sentence
    qtbot.waitUntil(lambda: page.strips.right.tiles.data(page.strips.right.tiles.index(0), 256).state == "forward-only")
    assert whole.outcome == "stored"


def test_the_model_of_the_strip_is_a_proper_one(qtbot, store, page_of):
    person = register(store, lakshmi())
    a_pair(store, person)
    page = page_of(person)
    QAbstractItemModelTester(page.strips.right.tiles, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.strips.right.tiles.show(())
    page.strips.right.tiles.show(page.shown.visit.right)
    assert page.strips.right.tiles.rowCount() == 1


def test_everything_that_can_be_pressed_has_a_name_and_room_for_a_finger(store, page_of):
    from PySide6.QtWidgets import QAbstractButton

    person = register(store, lakshmi())
    a_pair(store, person)
    receive(store, a_fundus(), owner=person, number=9)
    page = page_of(person)
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= 8
    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.width() >= 44 and button.height() >= 44
