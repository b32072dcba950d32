"""A card opens a record and proves nothing: the page asks, other codes create nothing, and a printed card reads back (HZ-29)."""

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp
from support.drawn import a_face
from support.rooms import Rooms, hang_rooms
from support.screens import ByPydicom

from resources.store import cards, numbers, patients
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.card_sheet import CardText, image_of, text_of
from workstation.gui.patients.scan_question import ScanQuestion
from workstation.gui.patients.scanning import Code, read_scan
from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.words import LANGUAGES, Words

pytestmark = pytest.mark.hazard("HZ-29")


class Desktop:
    """Today, Patients, Register and the person's page in one window."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path) -> None:
        self.qtbot = qtbot
        self.camp: Camp = a_camp(folder, 3)
        self.window = MainWindow(look)
        qtbot.addWidget(self.window)
        bridge = FeedBridge()
        self.camp.store.feed.subscribe(bridge.ring)
        pictures = Pictures(self.camp.store.vault.open, ByPydicom())
        self.desk = Desk(look, self.camp.store, pictures, self.window.toast, lambda: "Grace Mwangi")
        self.rooms: Rooms = hang_rooms(self.window, self.desk, bridge, self.camp.read_levels)
        self.window.show()
        qtbot.waitExposed(self.window)

    def scan(self, field: QWidget, text: str) -> None:
        """A scanner is a keyboard that ends with Enter."""
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def asked(self) -> list[ScanQuestion]:
        return [one for one in self.rooms.person.findChildren(ScanQuestion) if not one.isHidden()]

    def people(self) -> list[PatientRow]:
        with self.camp.store.read() as unit:
            return patients.listed(unit)

    def card(self, number: int) -> cards.Card:
        with self.camp.store.read() as unit:
            return cards.of(unit, self.camp.people[number].uuid)


@pytest.fixture
def desktop(qtbot: QtBot, look: Look, tmp_path: Path) -> Desktop:
    return Desktop(qtbot, look, tmp_path)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("C7A-00042-7", Code.NUMBER),
        (" c7a000427", Code.NUMBER),
        ("C7A-00042-8", Code.SLIP),
        ("B2K-00042-" + numbers.check_digit("B2", "K", 42), Code.NUMBER),
        ("https://example.org/c/C7A-00042-7", Code.FOREIGN),
        ("BEGIN:VCARD", Code.FOREIGN),
        ("WIFI:S:camp;P:secret;;", Code.FOREIGN),
        ("4006381333931000", Code.FOREIGN),
        ("Lakshmi Devi", Code.TYPED),
        ("+91 90000 41188", Code.TYPED),
        ("C7A-00", Code.TYPED),
        ("लक्ष्मी देवी", Code.TYPED),
    ],
)
def test_only_a_number_of_ours_with_its_digit_is_a_card(text: str, code: Code) -> None:
    assert read_scan(text).code is code


def test_a_scanned_card_opens_its_owner_and_asks(desktop: Desktop) -> None:
    desktop.scan(desktop.rooms.today.search, str(desktop.camp.people[1].number))

    desktop.qtbot.waitUntil(lambda: bool(desktop.asked()))
    assert desktop.window.page == "patient"
    assert desktop.asked()[0].sentence.text() == "Is this Mary Thomas?"
    desktop.qtbot.mouseClick(desktop.asked()[0].yes_button, Qt.MouseButton.LeftButton)
    assert desktop.asked() == []
    assert desktop.card(1) == cards.Card()


def test_a_used_card_while_registering_opens_its_owner_and_no_flags_it_and_goes_back(desktop: Desktop) -> None:
    desktop.window.show_page("register")
    form = desktop.rooms.register.form
    desktop.qtbot.keyClicks(form.village, "Alagar")
    desktop.scan(form.given, str(desktop.camp.people[1].number))
    desktop.qtbot.waitUntil(lambda: bool(desktop.asked()))
    desktop.qtbot.mouseClick(desktop.asked()[0].no_button, Qt.MouseButton.LeftButton)

    desktop.qtbot.waitUntil(lambda: desktop.window.page == "register")
    assert desktop.card(1).doubted == 1
    assert (form.given.text(), form.village.text()) == ("", "Alagar")
    form.given.setText("Kamala")
    with desktop.qtbot.waitSignal(desktop.rooms.register.registered):
        desktop.rooms.register.save()
    assert desktop.people()[-1].name == "Kamala"
    assert len({row.number for row in desktop.people()}) == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://example.org/x", "This code is not on one of our cards"),
        ("C7A-00002-2", "C7A-00002-2 has a wrong digit"),
        ("B2K-00042-" + numbers.check_digit("B2", "K", 42), "Nobody on this laptop has B2K-00042-"),
    ],
)
@pytest.mark.parametrize("page", ["today", "people", "register"])
def test_another_code_gets_a_sentence_and_creates_nothing(desktop: Desktop, page: str, text: str, words: str) -> None:
    desktop.window.show_page({"people": "patients"}.get(page, page))
    shown = getattr(desktop.rooms, page)
    field = shown.form.given if page == "register" else shown.search
    desktop.scan(field, text)

    desktop.qtbot.waitUntil(lambda: words in desktop.desk.toast.sentence)
    assert field.text() == ""
    assert len(desktop.people()) == 3 and desktop.window.page != "patient"


def test_enter_opens_nobody_who_was_found_for_what_was_typed_before(desktop: Desktop) -> None:
    today = desktop.rooms.today
    today.search.setText("Mary")
    desktop.qtbot.waitUntil(lambda: today.results.first() == desktop.camp.people[1].uuid)
    heard: list[str] = []
    today.opened.connect(heard.append)
    today.search.setText("Mary Z")
    desktop.qtbot.keyClick(today.search, Qt.Key.Key_Return)

    assert heard == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_card_reads_back_as_the_number_alone(desktop: Desktop, language: str) -> None:
    person = desktop.camp.people[0]
    text = text_of(person, "Camp 7 Melur", is_copy=False, words=Words(language))
    found = zxingcpp.read_barcodes(_pixels(image_of(text, a_face())))

    assert [one.text for one in found] == [person.number]


def test_a_name_of_300_letters_leaves_the_number_and_its_code_readable(desktop: Desktop) -> None:
    text = CardText("ar", "مخيم", "ن" * 150 + " " + "y" * 150, "ल" * 128, "C7A-00042-7", "نسخة")

    assert [one.text for one in zxingcpp.read_barcodes(_pixels(image_of(text, a_face())))] == ["C7A-00042-7"]


def test_a_reprint_is_marked_as_a_copy_and_opens_the_same_record(desktop: Desktop, tmp_path: Path) -> None:
    desktop.rooms.open_person(desktop.camp.people[0].uuid)
    person = desktop.rooms.person
    for times in (1, 2):
        desktop.qtbot.waitUntil(lambda: person.person is not None and person.card._known.printed == times - 1)  # noqa: B023
        person.card.save_to(tmp_path / f"{times}.pdf")
        desktop.qtbot.waitUntil(lambda: desktop.card(0).printed == times)  # noqa: B023
        desktop.qtbot.waitUntil((tmp_path / f"{times}.pdf").exists)
        desktop.qtbot.waitUntil(lambda: f"{times}.pdf" in desktop.desk.toast.sentence)  # noqa: B023

    assert all((tmp_path / f"{times}.pdf").read_bytes().startswith(b"%PDF-") for times in (1, 2))
    first, copy = (text_of(desktop.camp.people[0], "", is_copy=again, words=Words()) for again in (False, True))
    assert (first.mark, copy.mark, first.number) == ("", "COPY", copy.number)


def test_a_stick_that_is_full_is_said(desktop: Desktop, tmp_path: Path) -> None:
    desktop.rooms.open_person(desktop.camp.people[0].uuid)
    desktop.qtbot.waitUntil(lambda: desktop.rooms.person.person is not None)
    desktop.rooms.person.card.save_to(tmp_path / "no such folder" / "card.pdf")

    desktop.qtbot.waitUntil(lambda: "cannot be written there" in desktop.desk.toast.sentence)


def test_two_laptops_give_a_thousand_numbers_each_and_none_twice() -> None:
    given = [numbers.make("C7", letter, running) for letter in "AB" for running in range(1, 1001)]

    assert len(set(given)) == 2000


def test_after_a_lost_card_the_person_is_among_the_first_three_by_name_and_village(desktop: Desktop) -> None:
    with desktop.camp.store.write(Origin.PERSON, "grace") as unit:
        for village in ("Alagar", "Periyur", "Kovur", "Samur"):
            patients.register(unit, PatientDetails(given_name="Mary", family_name="Thomas", village=village))
    with desktop.camp.store.read() as unit:
        found = patients.search(unit, "Mari Tomas Melur")

    assert [row.uuid for row in found][:3] == [desktop.camp.people[1].uuid]


def _pixels(image: QImage) -> object:
    """As zxing takes them: PNG bytes decoded by Pillow."""
    from io import BytesIO

    from PIL import Image

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data())))
