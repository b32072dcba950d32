"""A report in PDF on the Read page: a person turns its pages, zooms, saves it; what cannot be drawn says so in its place."""

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from support import reading
from support.drawn import a_fundus
from support.papers import A4, LANDSCAPE, a_page, a_pdf, a_report_of, without_end
from support.reading import grey_of, press, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.store import annotations
from resources.terms import Laterality
from workstation.gui.viewer.captions import band
from workstation.gui.viewer.thumbs import TILE
from workstation.imaging.decoder import Decoder

SENTENCE = "A report in PDF. It opens in a PDF reader."
FIVE = a_pdf([a_page(n, f"page {n}") for n in range(1, 6)])
WHOLE = a_pdf([a_page(1)])
BROKEN = {
    "cut off": WHOLE[:150],
    "noise": b"%PDF-1.7\n" + np.random.default_rng(7).bytes(4_000),
    "locked": a_pdf([a_page(1)], password="of the clinic"),
    "100,000 pages": a_pdf([a_page(1)], count=100_000),
    "a huge page": a_pdf([a_page(1)], boxes=["0 0 99999999 99999999"]),
}


@pytest.fixture(scope="module")
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


@pytest.fixture
def open_page(qtbot, store, wear, decoder):
    kept = []

    def make(person, language="en", by=decoder, theme="dim"):
        page = reading.read_page(qtbot, store, wear(theme, language), person, decoder=by)
        kept.append(page)
        return page

    return make


def keep(store, pdf, person, **more):
    return reading.keep(store, a_report_of(pdf, **more), person)


def place_of_the_page(pane):
    return pane.mapFromScene(pane._canvas.boundingRect()).boundingRect()


def points_left(button):
    """Whether the tip of its arrow, in the middle of its height, is left of the arrow's ends."""
    shown = button.grab().toImage()
    ground, middle = shown.pixelColor(4, 4).lightness(), shown.height() // 2
    inked = [
        (x, y)
        for y in range(4, shown.height() - 4)
        for x in range(4, shown.width() - 4)
        if abs(shown.pixelColor(x, y).lightness() - ground) > 60
    ]
    tip = [x for x, y in inked if abs(y - middle) <= 1]
    ends = [x for x, y in inked if abs(y - middle) >= 4]
    return sum(tip) / len(tip) < sum(ends) / len(ends)


def has_its_page(page):
    return lambda: not page.asked.is_blank


def written_by_qt(language):
    """Two pages as a program of today writes them: fonts inside, letters shaped."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20))
    )
    words = {"en": "Macula report, OD: 271 µm", "ar": "تقرير البقعة، العين اليمنى: ٢٧١"}[language]
    painter = QPainter(writer)
    for number in (1, 2):
        painter.setFont(QFont("Noto Sans", 24))
        area = QRectF(0, 0, writer.width(), writer.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, f"{words}\n{number}")
        if number == 1:
            writer.newPage()
    painter.end()
    return bytes(buffer.data().data())


def test_keys_and_slider_turn_the_pages(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, FIVE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    bar = page.views[page.asked].frames
    assert bar.isVisible() and bar.place.text() == "1 of 5" and grey_of(page.asked) == 40
    assert page.asked.sentence == "" and page.asked.accessibleName().startswith("Report (PDF)")
    names = (bar.slider.accessibleName(), bar.back.accessibleName(), bar.on.toolTip())
    assert names == ("Page", "Previous page (Page Up)", "Next page (Page Down)")
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bar.place.text() == "2 of 5")
    assert grey_of(page.asked) == 80
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bar.place.text() == "5 of 5")
    assert grey_of(page.asked) == 200 and not bar.on.isEnabled()
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.place.text() == "4 of 5")
    assert grey_of(page.asked) == 160


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_arrows_point_the_way_they_turn_in_every_language(qtbot, store, open_page, language):
    person = register(store, lakshmi())
    keep(store, FIVE, person)
    page = open_page(person, language)
    qtbot.waitUntil(has_its_page(page))
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.asked.frame_shown == 2)
    bar = page.views[page.asked].frames
    assert bar.back.x() < bar.on.x()
    assert points_left(bar.back) and not points_left(bar.on)


def test_a_report_of_one_page_has_no_slider_and_a_stack_after_it_speaks_of_frames(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, WHOLE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    bar = page.views[page.asked].frames
    assert not bar.isVisible()
    press(page, Qt.Key.Key_PageDown)
    assert page.asked.frame == 1
    assert page.views[page.right].frames.slider.accessibleName() == "Frame"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_as_programs_write_it_is_drawn_with_its_words(qtbot, store, open_page, language):
    person = register(store, lakshmi())
    keep(store, written_by_qt(language), person)
    page = open_page(person, language)
    qtbot.waitUntil(has_its_page(page))
    shown = page.asked._canvas._levels[-1]
    dark = [
        (x, y)
        for y in range(0, shown.height(), 2)
        for x in range(0, shown.width(), 2)
        if shown.pixelColor(x, y).red() < 100
    ]
    assert len(dark) > 200 and max(y for _, y in dark) < shown.height() // 3
    assert shown.pixelColor(shown.width() // 2, shown.height() - 9).red() == 255


def test_pages_that_lie_and_stand_fit_each_in_turn(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, a_pdf([a_page(1), a_page(2), a_page(3)], boxes=[A4, LANDSCAPE, "0 0 200 200"]), person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: page.asked.frame_shown == number)
        seen = place_of_the_page(page.asked)
        room = page.asked.viewport().rect().adjusted(0, band(page._look), 0, 0)
        assert room.adjusted(-2, -2, 2, 2).contains(seen), number
        assert seen.width() > room.width() - 4 or seen.height() > room.height() - 4, number
        press(page, Qt.Key.Key_PageDown)


def test_closer_a_page_is_drawn_in_full(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, FIVE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    assert page.asked._canvas.size.width() == 2480 and page.asked._canvas.detail < 1
    press(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: page.asked._canvas.detail == 1)
    assert page.asked.scale_now == 1.0 and page.tools.one_to_one.isChecked()
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.asked.frame_shown == 2 and page.asked._canvas.detail == 1)
    assert page.asked.scale_now == 1.0 and grey_of(page.asked) == 80
    press(page, Qt.Key.Key_F)
    assert page.asked.is_fitting


def test_fit_again_shows_a_page_in_the_width_of_its_pane_each_from_its_top(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, FIVE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    fit, pane = page.tools.fit, page.asked
    assert (fit.text(), fit.accessibleName(), fit.isChecked()) == ("Page width", "Page width", False)
    press(page, Qt.Key.Key_F)
    assert abs(place_of_the_page(pane).width() - pane.viewport().width()) <= 2
    assert abs(place_of_the_page(pane).top() - band(page._look)) <= 2 and fit.text() == "Fit"
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert place_of_the_page(pane).top() < 0
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: pane.frame_shown == 2 and not pane.is_blank)
    assert abs(place_of_the_page(pane).top() - band(page._look)) <= 2
    assert abs(place_of_the_page(pane).width() - pane.viewport().width()) <= 2
    press(page, Qt.Key.Key_F)
    assert pane.is_fitting and fit.text() == "Page width"


def test_a_picture_has_no_page_width(qtbot, store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=1, eye="R")
    page = open_page(person)
    qtbot.waitUntil(lambda: not page.right.is_blank)
    for _ in range(2):
        press(page, Qt.Key.Key_F)
        assert page.right.is_fitting and page.tools.fit.text() == "Fit" and page.tools.fit.isChecked()


def test_no_word_of_ours_stands_over_a_report(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, a_pdf([b""], boxes=["0 0 900 300"]), person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    line = band(page._look)
    assert place_of_the_page(page.asked).top() >= line - 2
    press(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: page.asked._canvas.detail == 1)
    bar = page.asked.verticalScrollBar()
    bar.setValue(bar.minimum())
    assert abs(place_of_the_page(page.asked).top() - line) <= 2
    shown = page.asked.viewport().grab().toImage()
    assert all(shown.pixelColor(x, line + 4).red() == 255 for x in range(40, 400))


@pytest.mark.parametrize("kind", list(BROKEN))
def test_what_cannot_be_drawn_says_so_and_can_be_saved(qtbot, store, open_page, tmp_path, monkeypatch, kind):
    person = register(store, lakshmi())
    keep(store, BROKEN[kind], person)
    page = open_page(person)
    qtbot.waitUntil(lambda: bool(page.asked.sentence))
    assert page.asked.sentence == SENTENCE == page.asked.accessibleName() and page.asked.is_blank
    assert page.tools.save.isVisible() and not page.views[page.asked].frames.isVisible()
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: toast_of(page) == "The copy is written: report.pdf")
    assert target.read_bytes() == BROKEN[kind]


def test_a_page_without_an_end_is_given_up(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, without_end(), person)
    decoder = Decoder(deadline=2.0)
    page = open_page(person, by=decoder)
    qtbot.waitUntil(lambda: bool(page.asked.sentence))
    assert page.asked.sentence == SENTENCE and page.asked.is_blank
    decoder.close()


@pytest.mark.hazard("HZ-15")
def test_a_page_that_is_broken_says_so_under_its_own_number_and_the_others_can_be_read(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, a_pdf([a_page(1), a_page(2), a_page(3)], boxes=[A4, "0 0 99999999 9", A4]), person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    bar = page.views[page.asked].frames
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bool(page.asked.sentence))
    assert page.asked.is_blank and bar.place.text() == "2 of 3"
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(has_its_page(page))
    assert page.asked.sentence == "" and bar.place.text() == "3 of 3" and grey_of(page.asked) == 120
    assert page.asked.accessibleName().startswith("Report (PDF)")


def test_a_report_that_is_shown_can_be_saved_too(qtbot, store, open_page, tmp_path, monkeypatch):
    person = register(store, lakshmi())
    keep(store, FIVE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    assert page.tools.save.isVisible()
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(page.tools.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: toast_of(page) == "The copy is written: report.pdf")
    assert target.read_bytes() == FIVE


@pytest.mark.hazard("HZ-03")
def test_a_report_that_is_shown_asks_for_no_eye_and_takes_no_grade(qtbot, store, open_page):
    person = register(store, lakshmi())
    uid = keep(store, FIVE, person, eye="R", number=3)
    keep(store, WHOLE, person, number=5)
    receive(store, a_fundus(Laterality.LEFT), owner=person, number=4, eye="L")
    page = open_page(person)
    assert not page.strips.is_right.isVisible() and page.strips.question.chip is None
    tile = page.strips.other.tiles.index(0)
    assert tile.data(Qt.ItemDataRole.AccessibleTextRole) == "Report (PDF)" and not tile.data(TILE).is_unknown
    page.strips.chosen.emit(uid)
    qtbot.waitUntil(lambda: not page.right.is_blank)
    assert page.right.caption.word == "right eye · Report (PDF) · 09:00"
    assert page.right.caption.eye == "OD" and page.right.caption.corner == ""
    press(page, Qt.Key.Key_0)
    assert toast_of(page) == "There is no picture of that eye to grade."
    assert page.signing.draft.right.codes == ()
    assert page.signing.bar.outcome.claim.text == "Not finished: both eyes"


def test_nothing_is_drawn_on_a_report(qtbot, store, open_page):
    person = register(store, lakshmi())
    uid = keep(store, FIVE, person)
    page = open_page(person)
    qtbot.waitUntil(has_its_page(page))
    for key in (Qt.Key.Key_M, Qt.Key.Key_N):
        press(page, key)
        view, middle = page.asked.viewport(), page.asked.viewport().rect().center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        QTest.mouseMove(view, middle + QPoint(60, 40))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle + QPoint(60, 40))
        assert toast_of(page) == "Nothing can be drawn on a report." and page.marking.note is None
        page._desk.toast.say("something else")
    with store.read() as unit:
        assert annotations.standing(unit, [uid]) == []


def test_zooming_a_report_leaves_the_other_eye_as_it_is(qtbot, store, open_page):
    person = register(store, lakshmi())
    uid = keep(store, FIVE, person, eye="R", number=3)
    receive(store, a_fundus(Laterality.LEFT), owner=person, number=4, eye="L")
    page = open_page(person)
    page.strips.chosen.emit(uid)
    qtbot.waitUntil(lambda: not page.right.is_blank and not page.left.is_blank)
    assert page.tools.linked.isChecked()
    press(page, Qt.Key.Key_Z)
    assert page.right.scale_now == 1.0 and page.left.is_fitting
