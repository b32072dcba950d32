"""The Camp page, as somebody at the desk uses it: cameras that called, what they said, their rules, the card, a backup."""

from datetime import timedelta

import pytest
import zxingcpp
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPdfWriter
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit
from support.campsites import Campsite
from support.screens import rgb_of
from support.stations import KEY

from resources.store import cameras, changes, open_store, studies
from resources.store.backup import restore
from resources.store.keys import Passphrase, unlock
from resources.terms import Kind
from resources.wire.camerarules import CameraRules, Charset, Trust
from workstation.gui.camp.said import FORMS, said
from workstation.gui.camp.settings_card import Here, is_only_here, paint_on_paper, reachable
from workstation.gui.camp.state import clock_sentence
from workstation.gui.words import Words


@pytest.fixture
def site(tmp_path):
    site = Campsite(tmp_path)
    yield site
    site.close()


def words_on(page):
    QApplication.processEvents()  # rows that were just made are shown now
    return " / ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def lines(page):
    return [line.accessibleName() for line in page.doctor.lines]


def press(qtbot, page, button):
    """Press it, and wait until what follows is on the screen: the form, or the word that it was done."""
    page._desk.toast.hide()
    form_was_open = page.form.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._desk.toast.isVisible() or page.form.isVisible() is not form_was_open)
    QApplication.processEvents()


def test_cameras_that_called_are_there_with_what_they_said(qtbot, look, site):
    site.book.save(CameraRules("CAM1", name="Camera 1"))
    site.picture("CAM1", site.person.number)
    page = site.page(qtbot, look)
    (button,) = page.cameras.buttons
    assert button.accessibleName() == "Camera 1, heard 0 s ago, 1 picture"
    assert [line.split(" · ")[1] for line in lines(page)] == [
        "It sent 1 picture; all kept.",
        "It offered Ophthalmic Photography 8 Bit Image, only as Explicit VR Little Endian; accepted.",
    ]
    assert "What Camera 1 and this laptop said to each other" in words_on(page)


def test_what_happens_while_one_looks_appears_by_itself(qtbot, look, site):
    page = site.page(qtbot, look)
    assert "No camera was heard yet" in words_on(page)
    site.picture("NW400", site.person.number)
    qtbot.waitUntil(lambda: len(page.cameras.buttons) == 1)
    assert page.chosen == "NW400"


@pytest.mark.hazard("HZ-11")
def test_a_new_sender_is_a_question_and_not_a_warning_and_a_hundred_refreshes_say_it_once(qtbot, look, site):
    site.picture("ANY-SCU", "")
    page = site.page(qtbot, look)
    for _ in range(100):
        page.refresh()
    qtbot.waitUntil(lambda: not page._live._running)
    assert page.cameras.buttons[0].accessibleName() == "ANY-SCU, new sender, 1 picture"
    assert page.stranger.isVisible() and "ANY-SCU at 127.0.0.1. Its pictures are kept." in words_on(page)
    assert page.findChildren(QDialog) == [] and page._desk.toast.sentence == ""


def test_a_new_sender_is_named_and_the_question_is_gone(qtbot, look, site):
    site.picture("ANY-SCU", "")
    page = site.page(qtbot, look)
    press(qtbot, page, page.name_it)
    assert page.form.isVisible() and page.form.lines["ae_title"].isReadOnly()
    page.form.lines["name"].setText("Camera 2")
    qtbot.keyClick(page.form.lines["name"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: site.book.rules("ANY-SCU").name == "Camera 2")
    qtbot.waitUntil(lambda: not page.stranger.isVisible())
    qtbot.waitUntil(lambda: page.doctor.isVisible() and page.cameras.buttons[0].text() == "Camera 2")


def test_a_new_sender_is_blocked_and_that_can_be_taken_back(qtbot, look, site):
    site.picture("ANY-SCU", "")
    page = site.page(qtbot, look)
    press(qtbot, page, page.block)
    assert site.book.rules("ANY-SCU").trust is Trust.BLOCKED
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: site.book.rules("ANY-SCU") == CameraRules("ANY-SCU"))


@pytest.mark.hazard("HZ-20")
def test_a_rule_is_tried_on_its_latest_pictures_and_holds_from_the_next_one_on(qtbot, look, site):
    number = site.person.number
    site.picture("EYER", f"phelcom_{number}")
    page = site.page(qtbot, look)
    press(qtbot, page, page.doctor.rules)
    form = page.form
    assert form.preview.text() == f"phelcom_{number} is read as phelcom_{number} · not our number: waits in the Inbox"
    form.lines["strip"].setText("phelcom_")
    assert form.preview.text() == f"phelcom_{number} is read as {number} · our number"
    assert site.book.rules("EYER").strip == ""
    press(qtbot, page, form.keep)
    site.picture("EYER", f"phelcom_{number}", 2, StudyInstanceUID="1.2.77")
    with site.store.read() as unit:
        assert [study.study_uid for study in studies.of_patient(unit, site.person.uuid)] == ["1.2.77"]
        (change,) = changes.of(unit, Kind.CAMERA, "EYER")
    assert change.actor == "grace"


def test_rules_are_taken_back_with_undo(qtbot, look, site):
    site.book.save(CameraRules("CAM1", name="Camera 1", strip="a_"))
    page = site.page(qtbot, look)
    press(qtbot, page, page.doctor.rules)
    page.form.lines["strip"].setText("b_")
    press(qtbot, page, page.form.keep)
    assert site.book.rules("CAM1").strip == "b_"
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: site.book.rules("CAM1").strip == "a_")
    press(qtbot, page, page.doctor.rules)
    press(qtbot, page, page.form.forget)
    assert site.book.rules("CAM1") == CameraRules("CAM1")
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: site.book.rules("CAM1").strip == "a_")


def test_a_camera_is_added_before_it_was_heard_with_the_keyboard_alone(qtbot, look, site):
    page = site.page(qtbot, look)
    page.cameras.add.setFocus()
    qtbot.keyClick(page.cameras.add, Qt.Key.Key_Space)
    qtbot.waitUntil(page.form.isVisible)
    for name, text in (("ae_title", "NW400"), ("name", "Camera 1"), ("host", "192.168.50.20"), ("port", "104")):
        qtbot.keyClicks(page.form.lines[name], text)
    qtbot.keyClicks(page.form.lines["clock_ahead"], "-3")
    page.form.choices["charset"].buttons()[2].setFocus()
    qtbot.keyClick(page.form.choices["charset"].buttons()[2], Qt.Key.Key_Space)
    assert page.form.written.text() == "A name on its list: Devi^Lakshmi"
    qtbot.keyClick(page.form.lines["port"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: site.book.written("NW400") is not None)
    with site.store.read() as unit:
        kept = cameras.rules(unit, "NW400")
    assert kept == CameraRules("NW400", "Camera 1", "192.168.50.20", 104, charset=Charset.ASCII, clock_ahead=-180)


@pytest.mark.parametrize(("field", "text"), [("port", "many"), ("port", "70000"), ("strip", "("), ("clock_ahead", "x")])
def test_a_rule_that_cannot_be_is_doubted_at_its_field_and_not_kept(qtbot, look, site, field, text):
    site.book.save(CameraRules("CAM1"))
    page = site.page(qtbot, look)
    press(qtbot, page, page.doctor.rules)
    page.form.lines[field].setText(text)
    assert page.form.fields[field].is_doubted and not page.form.keep.isEnabled()
    qtbot.keyClick(page.form.lines[field], Qt.Key.Key_Return)
    assert page.form.isVisible() and site.book.rules("CAM1") == CameraRules("CAM1")
    page.form.lines[field].setText("")
    assert page.form.keep.isEnabled()


def test_what_the_configuration_decides_is_shown_and_cannot_be_typed(qtbot, look, tmp_path):
    site = Campsite(tmp_path, ({"ae_title": "CAM1", "strip": "conf_", "charset": "ascii"},))
    try:
        page = site.page(qtbot, look)
        press(qtbot, page, page.doctor.rules)
        form = page.form
        assert form.lines["strip"].isReadOnly() and form.lines["strip"].hint == "set by the configuration"
        assert not form.choices["charset"].isEnabled() and not form.lines["name"].isReadOnly()
    finally:
        site.close()


def test_the_camera_is_called_and_its_answer_stands_above_its_log(qtbot, look, site):
    from pynetdicom import AE
    from support.association import VERIFICATION

    ae = AE("CAM1")
    ae.add_supported_context(VERIFICATION)
    server = ae.start_server(("127.0.0.1", 0), block=False)
    try:
        port = server.socket.getsockname()[1]
        site.book.save(CameraRules("CAM1", host="127.0.0.1", port=port))
        page = site.page(qtbot, look)
        qtbot.keyClick(page, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: page.doctor.answer.text().startswith("It answered our echo in "))
        assert page.doctor.echo.isEnabled() and site.asked == ["CAM1"]
    finally:
        server.shutdown()


def test_a_camera_without_an_address_is_not_called_and_says_why(qtbot, look, site):
    site.book.save(CameraRules("CAM1"))
    page = site.page(qtbot, look)
    qtbot.mouseClick(page.doctor.echo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.doctor.echo.isEnabled)
    assert page.doctor.answer.text() == "Say in its rules at which address and port it listens."


def test_a_late_answer_is_not_written_under_another_camera(qtbot, look, site):
    site.book.save(CameraRules("CAM1"))
    site.book.save(CameraRules("CAM2"))
    page = site.page(qtbot, look)
    page.test_echo()
    page.choose("CAM2")
    qtbot.waitUntil(page.doctor.echo.isEnabled)
    assert page.chosen == "CAM2" and page.doctor.answer.text() == ""


def test_the_card_can_be_scanned_and_says_that_only_this_laptop_is_reached(qtbot, look, site):
    page = site.page(qtbot, look)
    host, port = site.listener.address
    image = page.card.qr.grab().toImage().scaled(QSize(460, 460))
    found = zxingcpp.read_barcode(_array(image))
    assert found is not None and found.text == f"EYECAMP7@{host}:{port}"
    assert page.card.warning.isVisible() and "Only this laptop can reach it now." in page.card.warning.text()


def _array(image: QImage):
    import numpy as np

    return np.frombuffer(rgb_of(image), np.uint8).reshape(image.height(), image.width(), 3)


def test_a_network_is_chosen_and_the_card_says_so(qtbot, look, site):
    chosen: list[str] = []
    page = site.page(qtbot, look, listen_at=chosen.append)
    if not page.card.offers:
        page.card.listen_at.emit("192.0.2.7")
    else:
        qtbot.mouseClick(page.card.offers[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(chosen))
    qtbot.waitUntil(lambda: page._desk.toast.sentence == f"Cameras now reach this laptop at {chosen[0]}.")


def test_the_card_is_printed_on_one_page_with_its_code(tmp_path, look):
    here = Here("192.168.50.1", 11112, "EYECAMP7")
    path = tmp_path / "card.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    paint_on_paper(writer, here, "Camp 7 Melur", look.words)
    del writer
    data = path.read_bytes()
    assert data.startswith(b"%PDF") and data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") <= 1
    assert len(data) > 3000


def test_a_listener_at_every_address_is_reached_at_our_first_one():
    assert reachable(("0.0.0.0", 104), "A", ["10.0.0.5", "10.1.0.5"]) == Here("10.0.0.5", 104, "A")
    assert reachable(("10.1.0.5", 104), "A", ["10.0.0.5"]) == Here("10.1.0.5", 104, "A")
    assert reachable(("0.0.0.0", 104), "A", []) == Here("0.0.0.0", 104, "A")
    assert [is_only_here(one) for one in ("127.0.0.1", "::1", "localhost", "10.0.0.5")] == [True, True, True, False]


def test_the_camp_is_shown_as_it_is_set(qtbot, look, site):
    page = site.page(qtbot, look)
    qtbot.mouseClick(page.tabs[1], Qt.MouseButton.LeftButton)
    seen = words_on(page)
    for text in (
        "Camp 7 Melur",
        "C7A",
        "Macula and disc",
        "ICDR",
        "IST (UTC+0530)",
        "34 GB free, for about 1,150 patients",
    ):
        assert text in seen


@pytest.fixture
def locked_site(tmp_path):
    """A station that a passphrase opens."""
    (tmp_path / "station").mkdir()
    assert unlock(tmp_path / "station", Passphrase("four words of camp"), lambda n: bytes(range(n))) == KEY
    site = Campsite(tmp_path)
    yield site
    site.close()


def test_a_backup_is_made_read_back_and_opened(qtbot, look, locked_site, tmp_path):
    page = locked_site.page(qtbot, look)
    page.open_tab("backup")
    qtbot.mouseClick(page.backup.now, Qt.MouseButton.LeftButton)
    assert page.backup.field.is_doubted
    for passphrase, sentence in (
        ("", "Backup not checked with a passphrase."),
        ("something else", "Backup not checked with a passphrase."),
        ("four words of camp", "Backup done."),
    ):
        page.backup.folder.setText(str(tmp_path / "stick"))
        page.backup.passphrase.setText(passphrase)
        qtbot.mouseClick(page.backup.now, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.backup.now.isEnabled)
        assert page.backup.result.text().startswith(sentence) and page.backup.passphrase.text() == ""
    assert "does not open" not in page.backup.result.text()
    restore(tmp_path / "stick", tmp_path / "again")
    again = open_store(tmp_path / "again", unlock(tmp_path / "again", Passphrase("four words of camp")))
    again.close()


def test_a_folder_that_holds_other_things_is_refused_with_a_sentence(qtbot, look, site, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("mine")
    page = site.page(qtbot, look)
    page.open_tab("backup")
    page.backup.folder.setText(str(tmp_path / "letters"))
    qtbot.keyClick(page.backup.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(page.backup.now.isEnabled)
    assert page.backup.result.text().startswith("That folder holds other things.")


def test_practice_is_one_press_away_and_not_within_practice(qtbot, look, site):
    opened: list[int] = []
    page = site.page(qtbot, look, practise=lambda: opened.append(1))
    page.open_tab("practice")
    qtbot.mouseClick(page.practice.open, Qt.MouseButton.LeftButton)
    assert opened == [1]
    assert not site.page(qtbot, look).practice.open.isVisible()


WAYS = [("daylight", "en", 100), ("dim", "ar", 100), ("daylight", "hi", 100), ("daylight", "en", 200)]


@pytest.mark.parametrize(("theme", "language", "percent"), WAYS)
def test_everything_can_be_touched_and_heard(qtbot, wear, site, theme, language, percent):
    site.picture("ANY-SCU", "1")
    site.book.save(CameraRules("CAM1", name="Camera 1"))
    page = site.page(qtbot, wear(theme, language, percent), listen_at=str, practise=lambda: None)
    for step in ("cameras", "rules", "camp", "backup", "practice"):
        if step == "rules":
            page.open_tab("cameras")
            press(qtbot, page, page.doctor.rules)
        else:
            page.open_tab(step)
        QApplication.processEvents()
        parts = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
        for part in (one for one in parts if one.isVisible()):
            assert min(part.width(), part.height()) >= 44, (step, part.text(), part.size())
            assert part.accessibleName() or part.text(), (step, part)
        assert {one.textFormat() for one in page.findChildren(QLabel) if one.isVisible() and one.text()} == {
            Qt.TextFormat.PlainText
        }
        filled = [
            one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.property("rank") == "primary"
        ]
        assert len(filled) <= 1


# --- the pure part


def test_every_form_of_the_doctor_has_its_words():
    ar = Words("ar")
    assert said("It sent 4 pictures; all kept.", Words("en")) == "It sent 4 pictures; all kept."
    assert said("It sent 4 pictures; all kept.", ar) == ar("doctor.all-kept", n=4)
    assert said("It offered X and Y; accepted. It also asked for Z; not accepted.", ar) == ar(
        "doctor.partly", what="\u2066X and Y\u2069", rest="\u2066Z\u2069"
    )
    assert said("It did what nobody foresaw.", ar) == "\u2066It did what nobody foresaw.\u2069"
    assert len({key for _, key in FORMS}) == len(FORMS)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (1.5, ""),
        (-1.5, ""),
        (37, "Its clock is 37 min ahead"),
        (-3, "Its clock is 3 min behind"),
        (-13 * 60, "Its clock is 13 h behind"),
        (60 * 24 * 365 * 56, "Its clock is 20,440 days ahead"),
    ],
)
def test_a_clock_is_spoken_of_when_it_is_worth_it(minutes, words):
    ahead = None if minutes is None else timedelta(minutes=minutes)
    assert clock_sentence(ahead, Words("en")) == words
