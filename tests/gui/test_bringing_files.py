"""Files dropped onto the window: what came of them is said, and of a photograph nobody guesses whose eye it shows."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from support.drawn import a_fundus
from support.pictures import an_op
from support.screens import a_desk, encoded_image, register
from support.stations import lakshmi

from resources.store import filing, studies
from resources.terms import Field, Laterality
from workstation.gui.inbox.bringing import Bringing, sentences
from workstation.gui.inbox.page import InboxPage
from workstation.gui.words import Words
from workstation.imaging.decoder import Decoder
from workstation.imaging.importing import Row


@pytest.fixture
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(1278, 724)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def bringing(qtbot, store, look, window, decoder):
    return Bringing(a_desk(qtbot, store, look, decoder), window, decoder.prepare)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def a_photograph(eye=Laterality.RIGHT) -> bytes:
    return encoded_image(a_fundus(eye, 512))


def dropped(page, *paths) -> bool:
    """Drag files from a file manager onto the page; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    told = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(page.rect().center(), *told)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), *told))
    return enter.isAccepted()


def waiting(store):
    with store.read() as unit:
        return [row for row in filing.held(unit) if row.kind == "photograph"]


def pictures(store):
    with store.read() as unit:
        return studies.instances(unit)


def asked(qtbot, bringing):
    qtbot.waitUntil(lambda: bringing.dialog is not None)
    return bringing.dialog


def test_what_is_dropped_is_stored_and_said_and_taken_back_at_once(qtbot, bringing, window, store, stick):
    for number in (1, 2):
        (stick / f"{number}.dcm").write_bytes(an_op(number))
    (stick / "note.txt").write_text("x")
    bringing.accept(window)
    assert dropped(window, stick)
    toast = bringing._desk.toast
    qtbot.waitUntil(lambda: "2 pictures came in" in toast.sentence)
    assert "1 file was not taken: note.txt. This is not a picture we know" in toast.sentence
    assert len(pictures(store)) == 2
    assert toast.undo_last()
    qtbot.waitUntil(lambda: all(row.hidden for row in pictures(store)))


def test_a_drag_without_files_goes_its_own_way(bringing, window):
    bringing.accept(window)
    assert not dropped(window)


@pytest.mark.hazard("HZ-02")
@pytest.mark.hazard("HZ-20")
def test_a_photograph_is_asked_about_and_nothing_is_filled_in(qtbot, bringing, store, stick):
    register(store, lakshmi())
    (stick / "OD_Lakshmi_macula.jpg").write_bytes(a_photograph())
    bringing.bring([stick])
    dialog = asked(qtbot, bringing)
    assert (dialog.person, dialog.eye, dialog.field) == (None, None, None)
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(lambda: not dialog.picture.image.isNull())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_R)
    assert dialog.eye is Laterality.RIGHT and not dialog.save.isEnabled()
    dialog.later.click()
    assert [row.reason for row in waiting(store)] == ["OD_Lakshmi_macula.jpg"]
    assert pictures(store) == []


def test_said_by_search_and_keys_it_is_that_persons_eye_and_can_be_taken_back(qtbot, bringing, store, stick):
    person = register(store, lakshmi())
    (stick / "1.jpg").write_bytes(a_photograph())
    bringing.bring([stick / "1.jpg"])
    dialog = asked(qtbot, bringing)
    dialog.search.setText("laksh")
    qtbot.waitUntil(lambda: len(dialog.found) == 1)
    dialog.found[0].click()
    qtbot.keyClick(dialog, Qt.Key.Key_L)
    qtbot.keyClick(dialog, Qt.Key.Key_D)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(pictures(store)) == 1)
    [row] = pictures(store)
    assert (row.patient_uuid, row.laterality, row.field) == (person.uuid, Laterality.LEFT, Field.DISC)
    qtbot.waitUntil(lambda: waiting(store) == [])
    qtbot.waitUntil(lambda: "For Lakshmi" in bringing._desk.toast.sentence)
    bringing._desk.toast.undo_last()
    qtbot.waitUntil(lambda: len(waiting(store)) == 1 and pictures(store)[0].hidden != "")


def test_typing_on_forgets_who_was_chosen(qtbot, bringing, store, stick):
    register(store, lakshmi())
    (stick / "1.jpg").write_bytes(a_photograph())
    bringing.bring([stick / "1.jpg"])
    dialog = asked(qtbot, bringing)
    dialog.search.setText("laksh")
    qtbot.waitUntil(lambda: len(dialog.found) == 1)
    dialog.found[0].click()
    dialog.say_eye(Laterality.LEFT)
    assert dialog.save.isEnabled()
    dialog.search.setText("raju")
    assert dialog.person is None and not dialog.save.isEnabled()
    dialog.reject()


@pytest.mark.hazard("HZ-02")
def test_on_a_persons_page_the_person_is_known_and_each_eye_is_asked_anew(qtbot, bringing, window, store, stick):
    person = register(store, lakshmi())
    (stick / "1.jpg").write_bytes(a_photograph())
    (stick / "2.jpg").write_bytes(a_photograph(Laterality.LEFT))
    bringing.accept(window, lambda: person)
    dropped(window, stick / "1.jpg", stick / "2.jpg")
    first = asked(qtbot, bringing)
    assert first.person == person and first.eye is None and not first.search.isVisible()
    first.say_eye(Laterality.RIGHT)
    first.save.click()
    qtbot.waitUntil(lambda: bringing.dialog is not None and bringing.dialog is not first)
    second = bringing.dialog
    assert second.eye is None and not second.save.isEnabled()
    assert second.place.text() == "2 of 2"
    second.say_eye(Laterality.LEFT)
    second.save.click()
    qtbot.waitUntil(lambda: {row.laterality for row in pictures(store)} == {"R", "L"})


def test_a_photograph_that_waits_can_be_spoken_for_in_the_inbox(qtbot, bringing, store, look, decoder, stick):
    (stick / "1.jpg").write_bytes(a_photograph())
    bringing.bring([stick])
    asked(qtbot, bringing).reject()
    page = InboxPage(a_desk(qtbot, store, look, decoder))
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    qtbot.waitUntil(lambda: len(page.list.lines.entries()) == 1)
    [entry] = page.list.lines.entries()
    assert entry.title == "A photograph"
    assert page.speak.isVisible() and not page.save_file.isVisible()
    page.asked_about.connect(bringing.ask)
    page.speak.click()
    assert asked(qtbot, bringing)._row.uuid == entry.uid
    bringing.dialog.reject()


@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_every_outcome_has_its_words(language):
    words = Words(language)
    outcomes = ("stored", "stored", "duplicate", "conflict", "quarantined", "waiting", "skipped")
    why = "The file is empty."
    said = sentences([Row(f"/x/{one}.dcm", one, why if one == "skipped" else "") for one in outcomes], words)
    assert len(said) == 5
    because = words("import.why-empty").rstrip(".।")
    assert f"{words.island('skipped.dcm')}. {because}" in said[-1]
    assert sentences([], words) == []
