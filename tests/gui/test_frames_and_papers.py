"""Pictures of many frames, reports, and what cannot be shown: a person turns the frames, reads the sentence, saves a copy."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from support import reading
from support.data_sets import BASELINE, an_instance, encapsulated
from support.drawn import a_fundus
from support.papers import a_report_of
from support.reading import grey_of, keep, press, said, toast_of
from support.screens import receive, register
from support.stations import lakshmi

from resources.problems import Conflict
from resources.store import opinions, studies
from resources.terms import Laterality, Origin
from workstation.gui.pictures import Pictures
from workstation.imaging.decoder import Decoder

OCT = "1.2.840.10008.5.1.4.1.1.77.1.5.4"
SIDE, FRAMES = 24, 5
PDF = b"%PDF-1.4\nA report of both eyes\n%%EOF"


@pytest.fixture
def open_page(qtbot, store, wear):
    kept = []

    def make(person, language="en", decoder=None, percent=100):
        page = reading.read_page(qtbot, store, wear("dim", language, percent), person)
        if decoder:
            page._desk.pictures._decoder = decoder
        kept.append(page)
        return page

    return make


def a_stack(**more):
    """Frame n is grey, 40 n bright."""
    return an_instance(
        SOPClassUID=OCT, SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME2", Rows=SIDE, Columns=SIDE,
        NumberOfFrames=FRAMES, PixelData=b"".join(bytes([40 * n]) * SIDE * SIDE for n in range(1, FRAMES + 1)), **more,
    )  # fmt: skip


def a_report(**more):
    """Of pages that nobody can draw."""
    return a_report_of(PDF, **more)


def frames_of(page):
    return page.views[page.right].frames


def test_keys_and_slider_go_through_the_frames_of_a_stack(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, a_stack(eye="R"), person)
    page = open_page(person)
    qtbot.waitUntil(lambda: not page.right.is_blank)
    bar = frames_of(page)
    assert bar.isVisible() and bar.place.text() == "1 of 5" and not page.views[page.left].frames.isVisible()
    assert grey_of(page.right) == 40
    press(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bar.place.text() == "2 of 5")
    assert grey_of(page.right) == 80
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bar.place.text() == "5 of 5")
    assert grey_of(page.right) == 200 and not bar.on.isEnabled()
    press(page, Qt.Key.Key_PageDown)
    assert page.right.frame == FRAMES
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.place.text() == "4 of 5")
    assert grey_of(page.right) == 160


@pytest.mark.hazard("HZ-15")
def test_the_number_is_always_that_of_the_frame_that_is_painted(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, a_stack(eye="R"), person)
    page = open_page(person)
    qtbot.waitUntil(lambda: not page.right.is_blank)
    bar = frames_of(page)
    for key in [Qt.Key.Key_PageDown] * 4 + [Qt.Key.Key_PageUp] * 2:
        press(page, key)
        assert grey_of(page.right) == 40 * int(bar.place.text()[0])
    qtbot.waitUntil(lambda: bar.place.text() == "3 of 5")
    assert grey_of(page.right) == 120


def test_the_real_decoder_reads_a_stack_once_and_gives_each_of_its_frames(store):
    person = register(store, lakshmi())
    keep(store, a_stack(eye="R"), person)
    with store.read() as unit:
        digest = studies.of_patient(unit, person.uuid)[0].instances[0].digest
    decoder = Decoder()
    try:
        with store.vault.open(digest) as stream:
            first = decoder.decode(stream, 1, digest)
        for frame in (4, 2, 5):
            width, height, rgb = decoder.decode(BytesIO(b"not asked for again"), frame, digest)
            assert (width, height, set(rgb)) == (SIDE, SIDE, {40 * frame})
        assert set(first[2]) == {40}
        with store.vault.open(digest) as stream, pytest.raises(Exception, match="decoded"):
            decoder.decode(stream, FRAMES + 1, digest)
        decoder._child.kill()
        decoder._child.wait()
        with store.vault.open(digest) as stream:  # a new child is told the file anew
            assert set(decoder.decode(stream, 3, digest)[2]) == {120}
    finally:
        decoder.close()


def test_frames_are_kept_in_memory_only_up_to_a_bound(qtbot, store, wear):
    from PySide6.QtCore import QObject
    from support.screens import ByPydicom

    person = register(store, lakshmi())
    uid = keep(store, a_stack(eye="R"), person)
    with store.read() as unit:
        row = studies.instance(unit, uid)
    room = 2 * SIDE * SIDE * 4
    pictures, parent, got = Pictures(store.vault.open, ByPydicom(), kept_bytes=room), QObject(), []
    for frame in range(1, FRAMES + 1):
        pictures.fetch(parent, pictures.ask(row, frame=frame), got.append)
    qtbot.waitUntil(lambda: len(got) == FRAMES)
    assert pictures._memory.size <= room
    for picture in got:
        assert picture.image.pixelColor(3, 3).red() == 40 * picture.asked.frame


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_says_what_it_is_and_e_saves_the_document(qtbot, store, open_page, tmp_path, monkeypatch, language):
    person = register(store, lakshmi())
    keep(store, a_report(), person)
    page = open_page(person, language)
    words = page._look.words
    qtbot.waitUntil(lambda: bool(page.asked.sentence))
    assert page.asked.sentence == words("viewer.is-pdf") == page.asked.accessibleName()
    assert page.tools.save.isVisible() and page.tools.active.text() == ""
    assert not page.strips.is_right.isVisible() and page.strips.question.chip is None
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: toast_of(page) == words("viewer.copy-saved", name="report.pdf"))
    assert target.read_bytes() == PDF


def test_a_copy_that_cannot_be_written_is_told_and_nothing_stops(qtbot, store, open_page, tmp_path, monkeypatch):
    person = register(store, lakshmi())
    keep(store, a_report(), person)
    page = open_page(person)
    qtbot.waitUntil(lambda: bool(page.asked.sentence))
    target = tmp_path / "no such folder" / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: bool(toast_of(page)))
    assert not target.exists() and page.asked.sentence


@pytest.mark.hazard("HZ-03")
def test_a_report_on_an_eye_is_no_picture_of_it_and_takes_no_grade(qtbot, store, open_page):
    person = register(store, lakshmi())
    uid = keep(store, a_report(eye="R", number=3), person)
    receive(store, a_fundus(Laterality.LEFT), owner=person, number=4, eye="L")
    page = open_page(person)
    page.strips.chosen.emit(uid)
    qtbot.waitUntil(lambda: bool(page.right.sentence))
    assert page.right.sentence == "A report in PDF. It opens in a PDF reader."
    press(page, Qt.Key.Key_0)
    assert toast_of(page) == "There is no picture of that eye to grade."
    assert page.signing.bar.outcome.claim.text == "Not finished: both eyes"
    with store.write(Origin.PERSON, "Anjali Kumari") as unit, pytest.raises(Conflict, match="no picture"):
        from support.grading import icdr

        opinions.sign(unit, person.uuid, page.shown.visit.day, [opinions.Said(Laterality.RIGHT, icdr("0"), uid)])


@pytest.mark.hazard("HZ-03")
def test_a_picture_that_nobody_could_see_takes_no_grade_but_ungradable(qtbot, store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, number=1, eye="R", SOPClassUID="1.2.3.4", lossless=True)
    receive(store, a_fundus(Laterality.LEFT), owner=person, number=2, eye="L")
    page = open_page(person)
    qtbot.waitUntil(lambda: bool(page.right.sentence))
    press(page, Qt.Key.Key_0)
    assert "nobody" not in toast_of(page) and "Ungradable (U)" in toast_of(page)
    assert page.signing.draft.right.codes == ()
    press(page, Qt.Key.Key_U)
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    with store.read() as unit:
        decision = opinions.decision_of(unit, person.uuid, said(store, person)[0].day)
    assert decision.outcome.word == "refer"


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
def test_a_standard_picture_that_cannot_be_read_says_so_in_place(qtbot, store, open_page):
    person = register(store, lakshmi())
    keep(store, an_instance(eye="R", PixelData=encapsulated(b"\xff\xd8\xff\xd9")), person, BASELINE)
    page = open_page(person)
    qtbot.waitUntil(lambda: bool(page.right.sentence))
    assert page.right.sentence.startswith("This picture cannot be shown here.")
    assert page.tools.save.isVisible()
