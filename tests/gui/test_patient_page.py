"""One person's page: what stands on it was read in one piece, and belongs to the person in its header."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.drawn import a_face, a_flat_eye
from support.grading import LEFT, RIGHT, icdr
from support.screens import a_desk, colours_of, encoded_image, is_blue, is_red, receive

from resources.store import opinions
from resources.store.opinions import Said, Stamp
from resources.terms import Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.patients_page import PatientsPage
from workstation.gui.patients.visit_card import VisitCard
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.look import Look


class Opened:
    def __init__(self, qtbot: QtBot, look: Look, folder: Path, people: int = 3) -> None:
        self.camp: Camp = a_camp(folder, people)
        self.bridge = FeedBridge()
        self.camp.store.feed.subscribe(self.bridge.ring)
        self.desk = a_desk(qtbot, self.camp.store, look)
        self.page = PatientPage(self.desk, self.bridge, self.camp.read_levels)
        qtbot.addWidget(self.page)
        self.page.resize(1278, 724)
        self.page.show()
        qtbot.waitExposed(self.page)

    def show(self, qtbot: QtBot, number: int) -> None:
        self.page.open(self.camp.people[number].uuid)
        qtbot.waitUntil(lambda: bool(self.page._name.text()))


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Opened:
    return Opened(qtbot, look, tmp_path)


def visits(page: QWidget) -> list[VisitCard]:
    return [card for card in page.findChildren(VisitCard) if not card.isHidden()]


def chips(page: QWidget) -> list[str]:
    return [chip.chip.text for chip in page.findChildren(ChipWidget) if chip.chip and chip.isVisible()]


def test_a_new_picture_appears_by_itself(opened: Opened, qtbot: QtBot) -> None:
    opened.show(qtbot, 1)
    assert visits(opened.page) == []
    photograph(opened.camp, 1)

    qtbot.waitUntil(
        lambda: bool(visits(opened.page)) and sum(bool(tile.picture) for tile in visits(opened.page)[0].pair.tiles) == 2
    )


def test_the_header_says_who_it_is(opened: Opened, qtbot: QtBot) -> None:
    opened.show(qtbot, 0)

    assert opened.page._name.text() == "Lakshmi Devi"
    assert opened.page._native.text() == "லட்சுமி தேவி"
    assert opened.page._facts.text() == "62 F · born about 1964 · Melur North · 90000 41180"
    assert opened.page._number.text() == opened.camp.people[0].number
    assert opened.page._qr.accessibleName() == opened.camp.people[0].number


@pytest.mark.hazard("HZ-05")
def test_at_hq_is_said_from_receipts_alone(opened: Opened, qtbot: QtBot) -> None:
    uids = photograph(opened.camp, 1)
    opened.show(qtbot, 1)
    qtbot.waitUntil(lambda: "Not at HQ yet" in chips(opened.page))
    opened.camp.levels.update({uids[0]: 2, uids[1]: 1})
    opened.page._live.again()
    qtbot.waitUntil(lambda: "1 of 2 at HQ" in chips(opened.page))
    assert "At HQ" not in chips(opened.page)
    opened.camp.levels[uids[1]] = 2
    opened.page._live.again()
    qtbot.waitUntil(lambda: "At HQ" in chips(opened.page))


@pytest.mark.hazard("HZ-02")
def test_a_picture_of_an_unknown_eye_is_counted_and_stands_under_neither(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1, "?")
    opened.show(qtbot, 1)

    qtbot.waitUntil(lambda: "1 picture without an eye" in chips(opened.page))
    assert [tile.state for tile in visits(opened.page)[0].pair.tiles] == ["expected"] * 4


@pytest.mark.hazard("HZ-15")
def test_nobody_is_ever_shown_under_anothers_name(opened: Opened, qtbot: QtBot) -> None:
    numbers = {person.number: person.name for person in opened.camp.people}
    for turn in range(30):
        opened.page.open(opened.camp.people[turn % 3].uuid)
        assert opened.page._name.text() == ""
        qtbot.wait(1)
        shown = opened.page._name.text()
        assert shown in ("", opened.camp.people[turn % 3].name)
        assert numbers.get(opened.page._number.text(), "") == shown
    qtbot.waitUntil(lambda: opened.page._name.text() == opened.camp.people[29 % 3].name)


@pytest.mark.hazard("HZ-16")
def test_enter_reads_the_person_on_the_screen_and_nobody_before_they_are_shown(opened: Opened, qtbot: QtBot) -> None:
    photograph(opened.camp, 1)
    heard: list[str] = []
    opened.page.read_pressed.connect(heard.append)
    opened.show(qtbot, 1)
    opened.page.open(opened.camp.people[2].uuid)
    qtbot.keyClick(opened.page, Qt.Key.Key_Return)
    assert heard == []
    opened.show(qtbot, 1)
    qtbot.keyClick(opened.page, Qt.Key.Key_Return)

    assert heard == [opened.camp.people[1].uuid]


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "hi", "ar"])
def test_the_right_eye_is_on_the_left(wear: Callable[..., Look], qtbot: QtBot, tmp_path: Path, language: str) -> None:
    opened = Opened(qtbot, wear("daylight", language), tmp_path, 1)
    for number, (eye, colour) in enumerate((("R", "#E01010"), ("L", "#1010E0"))):
        receive(opened.camp.store, a_flat_eye(colour), owner=opened.camp.people[0], number=number, eye=eye)
    opened.show(qtbot, 0)
    qtbot.waitUntil(
        lambda: bool(visits(opened.page)) and sum(bool(tile.picture) for tile in visits(opened.page)[0].pair.tiles) == 2
    )

    image = opened.page.grab().toImage()
    red, blue = colours_of(image, is_red), colours_of(image, is_blue)
    assert red[0] and blue[0] and red[1] < blue[1]


def test_a_new_headshot_is_shown_and_the_old_one_kept(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    opened.show(qtbot, 1)
    before = opened.page._read
    path = tmp_path / "new.jpg"
    path.write_bytes(encoded_image(a_face("#102030")))
    opened.page.set_photo(path)

    qtbot.waitUntil(lambda: opened.desk.toast.sentence == "New photo of Mary Thomas")
    qtbot.waitUntil(
        lambda: bool(
            opened.page._read and before and opened.page._read.patient.photo_digest != before.patient.photo_digest
        )
    )
    assert before is not None and before.patient.photo_digest is not None
    assert opened.camp.store.vault.holds(before.patient.photo_digest)


def test_the_list_finds_by_name_number_and_phone(opened: Opened, qtbot: QtBot) -> None:
    people = PatientsPage(opened.desk, opened.bridge, opened.camp.read_levels)
    qtbot.addWidget(people)
    people.show()
    qtbot.waitUntil(lambda: len(people.model.cards) == 3)
    for text in ("thom mary", opened.camp.people[1].number or "", "41181"):
        people.search.setText(text)
        qtbot.waitUntil(lambda: [card.name for card in people.model.cards] == ["Mary Thomas"])
        people.search.setText("")
        qtbot.waitUntil(lambda: len(people.model.cards) == 3)
    people.search.setText("nobody at all")
    qtbot.waitUntil(people.empty.isVisible)
    assert any("on this laptop" in label.text() for label in people.empty.findChildren(QLabel))


@pytest.mark.hazard("HZ-27")
def test_what_headquarters_read_stands_beside_our_own_reading_and_a_dissent_is_named(
    opened: Opened, qtbot: QtBot
) -> None:
    uids = photograph(opened.camp, 1)
    uuid, day = opened.camp.people[1].uuid, opened.camp.clock().date()
    with opened.camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(eye, icdr("0"), uid) for eye, uid in zip((RIGHT, LEFT), uids, strict=True)]
        opinions.sign(unit, uuid, day, said)
    opened.show(qtbot, 1)
    assert "Readings of headquarters and ours" not in said_by(opened.page)
    read_at = Stamp(UUID(int=7), datetime(2026, 11, 18, 9, tzinfo=UTC))
    with opened.camp.store.write(Origin.HQ, "Dr. Meera Rao (HQ)") as unit:
        opinions.sign(unit, uuid, day, [Said(RIGHT, icdr("4"))], stamp=read_at)
    qtbot.waitUntil(lambda: "HQ: urgent, 18 November" in chips(opened.page))
    shown = said_by(opened.page)
    for text in (
        "OD ICDR 4 proliferative",
        "Dr. Meera Rao (HQ) · 18 November",
        "OD ICDR 0 none",
        "Anjali Kumari · 21 Nov",
    ):
        assert text in shown


def said_by(page: QWidget) -> str:
    return " / ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
