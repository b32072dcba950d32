"""Registering: nothing is stored before it is clear, "saved" is said after it is, and nobody is joined by itself."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp
from support.drawn import a_face, a_flat_eye
from support.grading import DAY, a_picture, icdr
from support.screens import a_desk, encoded_image

from resources.problems import TooLarge, Unsupported
from resources.store import opinions, patients, studies, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.patients.alike_card import AlikeCard
from workstation.gui.patients.headshots import LARGEST_FILE, headshot_of, read_headshot
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.style.buttons import Button
from workstation.gui.style.look import Look


class Opened:
    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.camp: Camp = a_camp(folder, 2)
        self.bridge = FeedBridge()
        self.camp.store.feed.subscribe(self.bridge.ring)
        self.desk: Desk = a_desk(qtbot, self.camp.store, look)
        self.page = RegisterPage(self.desk, self.bridge)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 724)
        self.page.show()
        qtbot.waitExposed(self.page)
        qtbot.waitUntil(lambda: len(self.page._everybody.known) == 2)

    def people(self) -> list[PatientRow]:
        with self.camp.store.read() as unit:
            return patients.listed(unit)

    def newest(self) -> PatientRow:
        return self.people()[-1]


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Opened:
    return Opened(qtbot, look, tmp_path)


def fill(opened: Opened, qtbot: QtBot) -> None:
    form = opened.page.form
    qtbot.keyClicks(form.given, "Gurpreet")
    qtbot.keyClicks(form.family, "Singh")
    qtbot.mouseClick(form.sex.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.age, "64")
    qtbot.keyClicks(form.village, "Melur North")
    qtbot.keyClicks(form.phone, "90000 41171")


def test_enter_saves_a_person_who_then_waits(opened: Opened, qtbot: QtBot) -> None:
    fill(opened, qtbot)
    assert opened.page.form.age.hint == "about 1962"
    with qtbot.waitSignal(opened.page.registered):
        qtbot.keyClick(opened.page.form.phone, Qt.Key.Key_Return)

    row = opened.newest()
    assert (row.name, row.details.sex, row.details.birth_year, row.number) == (
        "Gurpreet Singh",
        "M",
        1962,
        "C7A-00003-7",
    )
    assert dict(row.details.extra) == {"age": "064Y", "age_on": "2026-11-21"}
    with opened.camp.store.read() as unit:
        assert [item.state for item in workitems.of_patient(unit, row.uuid)] == ["SCHEDULED"]
    assert opened.desk.toast.sentence == f"Gurpreet Singh is saved, {row.number}"
    assert opened.page.form.given.text() == "" and opened.page.form.sex.value is None


def test_enter_twice_saves_once(opened: Opened, qtbot: QtBot) -> None:
    fill(opened, qtbot)
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()
        opened.page.save()
    qtbot.wait(1)

    assert len(opened.people()) == 3


def test_a_registration_can_be_taken_back(opened: Opened, qtbot: QtBot) -> None:
    fill(opened, qtbot)
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()
    opened.desk.toast.undo_last()

    qtbot.waitUntil(lambda: len(opened.people()) == 2)


@pytest.mark.hazard("HZ-25")
@pytest.mark.parametrize("age", ["03/04/1961", "2081"])
def test_an_age_that_could_be_two_things_stores_nothing_until_it_is_clear(
    opened: Opened, qtbot: QtBot, age: str
) -> None:
    fill(opened, qtbot)
    opened.page.form.age.setText(age)
    opened.page.save()

    assert opened.page.form._age_field.is_doubted
    assert opened.page.form.focusWidget() is opened.page.form.age
    assert len(opened.people()) == 2
    opened.page.form.age.setText("64")
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()
    assert opened.newest().details.birth_year == 1962


@pytest.mark.hazard("HZ-25")
def test_a_typed_date_is_shown_back_in_words_and_only_the_chosen_one_is_stored(opened: Opened, qtbot: QtBot) -> None:
    fill(opened, qtbot)
    opened.page.form.age.setText("03/04/1961")
    shown = [one for one in opened.page.form.dates.findChildren(Button) if not one.isHidden()]
    qtbot.waitUntil(opened.page.form.dates.isVisible)
    assert [one.text() for one in shown] == ["3 April 1961", "4 March 1961"]
    opened.page.save()
    assert len(opened.people()) == 2

    shown[0].click()
    assert not opened.page.form.dates.isVisible()
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()
    assert opened.newest().details.birth_date == date(1961, 4, 3)


def test_somebody_without_a_name_is_not_stored(opened: Opened, qtbot: QtBot) -> None:
    opened.page.form.age.setText("64")
    opened.page.save()

    assert opened.page.form._name_field.is_doubted
    assert len(opened.people()) == 2


def test_a_short_phone_is_doubted_and_saved_anyway(opened: Opened, qtbot: QtBot) -> None:
    fill(opened, qtbot)
    opened.page.form.phone.setText("9000")
    opened.page.form.given.setFocus()
    opened.page.form.doubt_phone()
    assert opened.page.form._phone_field.is_doubted
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()

    assert opened.newest().details.phone == "9000"


def cards(opened: Opened) -> list[AlikeCard]:
    return [card for card in opened.page.findChildren(AlikeCard) if not card.isHidden()]


@pytest.mark.hazard("HZ-08")
@pytest.mark.hazard("HZ-18")
def test_a_likely_look_alike_is_answered_before_saving_and_joins_nobody(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClicks(opened.page.form.given, "Laxmi")
    qtbot.keyClicks(opened.page.form.family, "Devi")
    qtbot.keyClicks(opened.page.form.village, "Melur North")

    qtbot.waitUntil(lambda: bool(cards(opened)) and "Same village, Melur North" in cards(opened)[0].reasons)
    assert cards(opened)[0].reasons[0] == "Name sounds the same"
    qtbot.keyClick(opened.page.form.village, Qt.Key.Key_Return)
    qtbot.keyClick(opened.page.form.village, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(card.is_asking for card in cards(opened)))
    assert len(opened.people()) == 2 and opened.page.form.given.text() == "Laxmi"
    with qtbot.waitSignal(opened.page.registered):
        qtbot.keyClick(cards(opened)[0]._buttons_made["register.someone-else"], Qt.Key.Key_Space)
    lakshmi, mary, new = opened.people()
    assert (lakshmi.name, lakshmi.version, mary.name) == ("Lakshmi Devi", 1, "Mary Thomas")
    assert new.name == "Laxmi Devi"


@pytest.mark.hazard("HZ-18")
def test_same_person_opens_who_was_here_and_someone_else_puts_the_card_away(opened: Opened, qtbot: QtBot) -> None:
    opened.page.form.given.setText("Lakshmi")
    opened.page.form.family.setText("Devi")
    qtbot.waitUntil(lambda: bool(cards(opened)))
    (card,) = cards(opened)
    card.other.emit(card.uuid)
    assert opened.page.alikes == ()
    opened.page.clear()
    opened.page.form.given.setText("Lakshmi")
    qtbot.waitUntil(lambda: bool(cards(opened)))
    (card,) = cards(opened)
    with qtbot.waitSignal(opened.page.opened) as heard:
        card.same.emit(card.uuid)

    assert heard.args == [opened.camp.people[0].uuid]
    assert len(opened.people()) == 2


def drop(frame: object, data: QMimeData) -> None:
    where, nothing = QPointF(20, 20), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)
    frame.dropEvent(event)  # type: ignore[attr-defined]


def test_a_dropped_picture_becomes_the_headshot(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.write_bytes(encoded_image(a_face()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(opened.page.photo.changed):
        drop(opened.page.photo._frame, data)
    fill(opened, qtbot)
    with qtbot.waitSignal(opened.page.registered):
        opened.page.save()

    row = opened.newest()
    assert row.photo_digest is not None
    assert opened.camp.store.vault.read(row.photo_digest)[:2] == b"\xff\xd8"
    assert opened.page.photo.headshot is None


@pytest.mark.hazard("HZ-08")
def test_who_must_be_seen_urgently_says_so_on_the_card(opened: Opened, qtbot: QtBot) -> None:
    store, person = opened.camp.store, opened.camp.people[0]
    a_picture(store, person, "R", instance=1)
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        (row,) = [row for study in studies.of_patient(unit, person.uuid) for row in study.instances]
        said = Said(Laterality.RIGHT, icdr("4"), row.instance_uid)
        opinions.sign(unit, person.uuid, DAY, [said])
    opened.page.form.given.setText("Laxmi")
    opened.page.form.family.setText("Devi")

    qtbot.waitUntil(lambda: bool(cards(opened)))
    assert cards(opened)[0].reasons[:3] == ("Urgent, this week", "Not told yet", "Name sounds the same")


@pytest.mark.hazard("HZ-08")
def test_enter_faster_than_the_comparison_saves_nobody_twice(opened: Opened, qtbot: QtBot) -> None:
    for edit, text in ((opened.page.form.given, "Lakshmi"), (opened.page.form.family, "Devi")):
        edit.setText(text)
    opened.page.form.age.setText("62")
    opened.page.save()  # nothing was compared yet

    qtbot.waitUntil(lambda: any(card.is_asking for card in cards(opened)))
    assert len(opened.people()) == 2
    opened.page.form.given.setText("Kamala")
    qtbot.waitUntil(lambda: not cards(opened))
    assert len(opened.people()) == 2  # the form was changed: Enter is pressed again


def test_a_file_that_is_no_picture_is_said_and_nothing_else_happens(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "letter.jpg"
    path.write_bytes(b"Dear Sir")
    opened.page.photo.load(path)

    qtbot.waitUntil(lambda: "not a picture" in opened.desk.toast.sentence)
    assert opened.page.photo.headshot is None


@pytest.mark.hazard("HZ-23")
def test_a_headshot_stands_upright_and_keeps_no_remarks_of_its_file(qapp: QApplication) -> None:
    from support.photographs import exif_of, with_segments

    lying = with_segments(encoded_image(a_flat_eye("#808080").copy(0, 0, 128, 64)), (0xE1, exif_of(6)))
    headshot = headshot_of(lying)

    assert (headshot.image.width(), headshot.image.height()) == (64, 128)
    assert b"Exif" not in headshot.jpeg and b"GPS" not in headshot.jpeg


@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_huge_or_broken_file_is_a_problem(qapp: QApplication, tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(TooLarge):
        read_headshot(huge)
    with pytest.raises(Unsupported):
        headshot_of(encoded_image(a_face())[:40])


def test_tab_goes_through_the_form_in_the_order_of_the_page(opened: Opened, qtbot: QtBot) -> None:
    form = opened.page.form
    opened.page.activateWindow()
    form.given.setFocus()
    expected = [form.family, form.native, form.sex.buttons()[0], form.age, form.village, form.phone, form.consent]
    for wanted in expected:
        qtbot.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
