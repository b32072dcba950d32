"""What a reader draws stands beside the picture, never in it: with who, when, on which frame, and with Undo."""

import pytest
from PySide6.QtCore import QPointF, Qt
from support import reading
from support.drawn import a_fundus
from support.reading import a_pair, press, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.problems import Conflict, Invalid, Refused
from resources.store import annotations, changes, studies
from resources.store.annotations import Mark, Shape
from resources.terms import Kind, Laterality, Origin
from resources.wire.spacing import Spacing
from workstation.gui.viewer.marks_layer import LINE


@pytest.fixture
def open_page(qtbot, open_page):
    def make(*wanted, **more):
        page = open_page(*wanted, **more)
        qtbot.waitUntil(lambda: not page.right.is_blank)
        return page

    return make


@pytest.fixture
def person(store):
    row = register(store, lakshmi())
    a_pair(store, row)
    return row


def drag(qtbot, pane, start, end):
    """With the left button, from one pixel of the picture to another."""
    first, last = (pane.mapFromScene(QPointF(*point)) for point in (start, end))
    port = pane.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(port, (first + last) / 2)
    qtbot.mouseMove(port, last)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)


def standing(store, *uids):
    with store.read() as unit:
        return annotations.standing(unit, uids)


def yellow(pane):
    shown = pane.viewport().grab().toImage()
    return sum(shown.pixelColor(x, y) == LINE for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2))


def digest_of(store, uid):
    with store.read() as unit:
        return studies.instance(unit, uid).digest


def test_a_drag_measures_and_what_was_measured_stands_there_again_tomorrow(qtbot, store, person, open_page):
    page = open_page(person)
    uid = page.shown.right
    before = digest_of(store, uid)
    assert yellow(page.right) == 0
    press(page, Qt.Key.Key_M)
    assert page.tools.marking[Shape.RULER].isChecked()
    drag(qtbot, page.right, (40, 60), (140, 60))
    qtbot.waitUntil(lambda: len(standing(store, uid)) == 1)
    (row,) = standing(store, uid)
    assert (row.reader, row.mark.frame, row.mark.shape) == ("Anjali Kumari", 1, Shape.RULER)
    assert abs(row.mark.pixels - 100) < 2 and row.mark.millimetres is None  # nothing says how large a pixel is
    qtbot.waitUntil(lambda: "px" in toast_of(page) and "mm" not in toast_of(page))
    assert yellow(page.right) > 20 and yellow(page.left) == 0
    again = open_page(person)
    assert yellow(again.right) > 20
    assert digest_of(store, uid) == before
    with store.read() as unit:
        (change,) = changes.of(unit, Kind.ANNOTATION, row.uuid)
    assert (change.origin, change.actor, change.snapshot["instance"]) == (Origin.PERSON, "Anjali Kumari", uid)


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ({"PixelSpacing": [0.02, 0.01]}, "1.00 mm"),
        ({"HorizontalFieldOfView": 45.0}, "about 5.06 mm"),
        ({"PixelSpacing": [0.0, 0.01]}, "100 px"),
    ],
)
def test_millimetres_are_said_only_where_the_file_says_how_large_a_pixel_is(qtbot, store, open_page, attributes, said):
    person = register(store, lakshmi())
    receive(store, a_fundus(size=256), owner=person, number=1, eye="R", lossless=True, **attributes)
    page = open_page(person)
    with store.read() as unit:
        row = studies.instance(unit, page.shown.right)
    page.marking._keep(row, Mark(Shape.RULER, ((40.0, 60.0), (140.0, 60.0))))
    qtbot.waitUntil(lambda: bool(toast_of(page)))
    assert said in toast_of(page)
    assert ("about" in toast_of(page)) is said.startswith("about")


def test_undo_takes_it_off_the_picture_and_keeps_that_it_was_there(qtbot, store, person, open_page):
    page = open_page(person)
    uid = page.shown.right
    press(page, Qt.Key.Key_A)
    drag(qtbot, page.right, (40, 60), (140, 90))
    qtbot.waitUntil(lambda: toast_of(page) == "Kept beside the picture: Arrow")
    (row,) = standing(store, uid)
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: standing(store, uid) == [])
    qtbot.waitUntil(lambda: yellow(page.right) == 0)
    with store.read() as unit:
        assert len(changes.of(unit, Kind.ANNOTATION, row.uuid)) == 1  # the row is still there; another takes it back
    assert len(store_rows(store)) == 2


def store_rows(store):
    with store.read() as unit:
        from sqlalchemy import select

        return list(unit.execute(select(annotations.table)))


@pytest.mark.hazard("HZ-16")
def test_digits_in_a_note_stay_in_the_note(qtbot, store, person, open_page):
    page = open_page(person)
    press(page, Qt.Key.Key_N)
    drag(qtbot, page.right, (100, 100), (100, 100))
    note = page.marking.note
    qtbot.keyClicks(note, "2 spots, 4 o'clock U")
    assert page.signing.draft.right.codes == ()
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(standing(store, page.shown.right)) == 1)
    (row,) = standing(store, page.shown.right)
    assert (row.mark.shape, row.mark.text) == (Shape.NOTE, "2 spots, 4 o'clock U")
    assert page.marking.tool is None and page.marking.note is None
    assert reading.said(store, person) == []  # Enter kept the note, and confirmed nothing


def test_escape_drops_a_note_and_puts_a_tool_away(qtbot, store, person, open_page):
    page = open_page(person)
    press(page, Qt.Key.Key_N)
    drag(qtbot, page.right, (100, 100), (100, 100))
    qtbot.keyClicks(page.marking.note, "nothing")
    qtbot.keyClick(page.marking.note, Qt.Key.Key_Escape)
    assert page.marking.note is None and standing(store, page.shown.right) == []
    press(page, Qt.Key.Key_O, Qt.Key.Key_Escape)
    assert page.marking.tool is None and not page.tools.marking[Shape.ELLIPSE].isChecked()


def test_h_clears_the_view_and_brings_back_what_was_drawn(qtbot, store, person, open_page):
    page = open_page(person)
    press(page, Qt.Key.Key_O)
    drag(qtbot, page.right, (60, 60), (160, 140))
    qtbot.waitUntil(lambda: yellow(page.right) > 20)
    press(page, Qt.Key.Key_Escape, Qt.Key.Key_H)
    assert yellow(page.right) == 0
    press(page, Qt.Key.Key_H)
    assert yellow(page.right) > 20


@pytest.mark.hazard("HZ-15")
def test_marks_and_tools_never_go_on_to_the_next_person(qtbot, store, person, open_page):
    other = register(store, lakshmi(given_name="Mary"))
    a_pair(store, other, patient=2)
    page = open_page(person, (person.uuid, other.uuid))
    press(page, Qt.Key.Key_A)
    drag(qtbot, page.right, (40, 60), (140, 90))
    qtbot.waitUntil(lambda: yellow(page.right) > 20)
    press(page, Qt.Key.Key_Down)
    assert page.marking.tool is None and yellow(page.right) == 0
    qtbot.waitUntil(lambda: page.shown is not None and not page.right.is_blank)
    assert yellow(page.right) == 0
    press(page, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page.shown is not None and not page.right.is_blank and yellow(page.right) > 20)


def test_nobody_draws_without_a_name_off_the_picture_or_on_nothing(qtbot, store, person, open_page):
    page = open_page(person, actor="person")
    with qtbot.waitSignal(page.signing.sign_in_wanted):
        press(page, Qt.Key.Key_M)
    uid = page.shown.right
    line = ((1.0, 1.0), (5.0, 5.0))
    with store.write(Origin.PERSON, "person") as unit, pytest.raises(Refused):
        annotations.add(unit, uid, Mark(Shape.ARROW, line))
    for bad in (
        Mark(Shape.ARROW, ((1.0, 1.0), (9000.0, 5.0))),
        Mark(Shape.ARROW, ((1.0, 1.0), (float("nan"), 5.0))),
        Mark(Shape.ARROW, (line[0],)),
        Mark(Shape.ARROW, line, frame=2),
        Mark(Shape.NOTE, (line[0],), text="  "),
        Mark(Shape.NOTE, (line[0],), text="x" * 201),
    ):
        with store.write(Origin.PERSON, "Anjali Kumari") as unit, pytest.raises((Invalid, Conflict)):
            annotations.add(unit, uid, bad)
    assert standing(store, uid) == []


@pytest.mark.hazard("HZ-12")
def test_a_report_lists_what_was_drawn_with_the_eye_that_the_picture_shows_now(store, person, open_page):
    page = open_page(person)
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        made = annotations.add(
            unit, page.shown.left, Mark(Shape.RULER, ((0.0, 0.0), (3.0, 4.0)), spacing=Spacing(0.5, 0.5))
        )
    with store.read() as unit:
        (row,) = annotations.of_visit(unit, person.uuid, page.shown.visit.day)
    assert (row.uuid, row.eye, row.reader) == (made.uuid, Laterality.LEFT, "Anjali Kumari")
    assert (row.mark.pixels, row.mark.millimetres) == (5.0, 2.5)
