"""A volunteer's phone takes the headshot: of the person whose form shows the code, or of nobody (HZ-07)."""

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp
from support.drawn import a_face
from support.restclient import SECRET, STATUS
from support.rooms import Rooms, hang_rooms
from support.screens import ByPydicom, encoded_image
from support.serving import serving
from support.webcams import has_shirt

from resources.application import application, station_access
from resources.phone.links import LASTS, Links
from resources.phone.surface import Phone
from resources.phone.words import Words as PageWords
from resources.store import changes, headshots, patients
from workstation.gui.background import in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.alike_card import AlikeCard
from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.phone.offering import Phones, Trouble, page_words
from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.words import Words
from workstation.imaging.decoder import Decoder

pytestmark = pytest.mark.hazard("HZ-07")
RED, GREEN = "#a43a44", "#3e7a5a"


def a_photo(shirt: str) -> bytes:
    """As a phone writes it: on its side, and EXIF says how to turn it."""
    upright = Image.open(io.BytesIO(encoded_image(a_face(shirt))))
    exif = Image.Exif()
    exif[0x0112] = 6  # the first row is at the right, Exif 2.32 4.6.4
    out = io.BytesIO()
    upright.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", quality=95, exif=exif.tobytes())
    return out.getvalue()


class Sending:
    """A photo on its way from the phone, on a thread of its own."""

    def __init__(self, url: str, data: bytes) -> None:
        self.url, self.data = url, data
        self.status, self.text = 0, ""
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self) -> None:
        with httpx.Client(trust_env=False, timeout=60) as phone:
            answer = phone.post(self.url, files={"photo": ("IMG_1.jpg", self.data, "image/jpeg")})
        self.status, self.text = answer.status_code, answer.text


class Table:
    """The registration table: a laptop that phones reach, and somebody with a phone."""

    def __init__(self, qtbot: QtBot, look: Look, folder: Path, decoder: Decoder) -> None:
        self.qtbot, self.look = qtbot, look
        self.camp: Camp = a_camp(folder, 2)
        self.seconds, self.is_trusted, self.base = 0.0, True, ""
        self.see: Callable[[bytes], tuple[int, int, bytes]] = lambda data: decoder.decode(io.BytesIO(data))
        self.links = Links(lambda: self.seconds)
        self.window, bridge = MainWindow(look), FeedBridge()
        qtbot.addWidget(self.window)
        self.camp.store.feed.subscribe(bridge.ring)
        pictures = Pictures(self.camp.store.vault.open, ByPydicom())
        phones = Phones(self.links, lambda: self.base, lambda: self.is_trusted)
        self.desk = Desk(look, self.camp.store, pictures, self.window.toast, lambda: "grace", None, phones)
        self.rooms: Rooms = hang_rooms(self.window, self.desk, bridge, self.camp.read_levels)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.show_page("register")
        qtbot.waitUntil(lambda: len(self.rooms.register._everybody.known) == 2)

    def decode(self, data: bytes) -> tuple[int, int, bytes]:
        return self.see(data)

    @property
    def photo(self) -> PhotoDrop:
        return self.rooms.register.photo

    def write(self, name: str) -> None:
        self.qtbot.keyClicks(self.rooms.register.form.given, name)

    def press(self, key: Qt.Key, at: QWidget | None = None) -> None:
        self.qtbot.keyClick(at or self.rooms.register.form.given, key)

    def ask_for_code(self, at: PhotoDrop | None = None) -> str:
        """Press the button, and read the code off the screen as a phone does."""
        place = at or self.photo
        self.qtbot.mouseClick(place.phone, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(place.code.isVisible)
        return self.scan()

    def scan(self) -> str:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.window.grab().save(buffer, "PNG")
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(buffer.data().data()))))
        return next((one.text for one in found if one.text.startswith(self.base)), "")

    def send(self, url: str, shirt: str = RED) -> Sending:
        return Sending(url, a_photo(shirt))

    def hears(self, sending: Sending) -> Sending:
        """Until the phone has its answer."""
        self.qtbot.waitUntil(lambda: not sending.thread.is_alive())
        return sending

    def written(self) -> int:
        with self.camp.store.read() as unit:
            return changes.last(unit)

    def open_person(self, number: int) -> PhotoDrop:
        """Somebody's page, with the place for a new photo."""
        self.rooms.open_person(self.camp.people[number].uuid)
        self.qtbot.waitUntil(lambda: self.rooms.person.person is not None)
        self.qtbot.keyClick(self.rooms.person, Qt.Key.Key_F7)
        self.qtbot.waitUntil(lambda: self.rooms.person.photo_panel is not None)
        assert self.rooms.person.photo_panel is not None
        return self.rooms.person.photo_panel.photo

    def shown_for(self, number: int) -> str:
        with self.camp.store.read() as unit:
            return patients.find(unit, self.camp.people[number].uuid).photo_digest

    def count(self) -> int:
        with self.camp.store.read() as unit:
            return patients.count(unit)


class Hold:
    """A decoder that waits until it is told to go on."""

    def __init__(self, see: Callable[[bytes], tuple[int, int, bytes]]) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self._see = see

    def __call__(self, data: bytes) -> tuple[int, int, bytes]:
        seen = self._see(data)
        self.begun.set()
        assert self.may_end.wait(60)
        return seen


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    made = Decoder()
    yield made
    made.close()


@pytest.fixture
def table(qtbot: QtBot, look: Look, tmp_path: Path, decoder: Decoder) -> Iterator[Table]:
    made = Table(qtbot, look, tmp_path, decoder)
    store, phone = made.camp.store, Phone(made.links, made.decode)
    app = application(store, station_access(store, SECRET), status=lambda: STATUS, is_beyond_laptop=True, phone=phone)
    with serving(app) as (host, port):
        made.base = f"http://{host}:{port}"
        yield made
        made.window.hide()


def said(key: str) -> str:
    return Words()(f"phone.{key}").replace("'", "&#x27;")


def test_the_code_on_the_screen_brings_the_photo_to_the_form_upright_and_enter_keeps_it(table: Table) -> None:
    table.write("Kamala")
    url = table.ask_for_code()
    assert url.startswith(f"{table.base}/phone/") and "Kamala" not in httpx.get(url, trust_env=False).text
    before = table.written()
    phone = table.hears(table.send(url))

    assert phone.status == 200 and said("received-form") in phone.text
    assert table.photo.headshot is not None and has_shirt(table.photo.headshot.image, RED)
    assert not table.photo.code.isVisible() and table.photo.whose.text() == "Photo of Kamala"
    assert table.written() == before  # nothing is kept before the person is
    digest = table.photo.headshot.digest
    with table.qtbot.waitSignal(table.rooms.register.registered):
        table.press(Qt.Key.Key_Return)
    with table.camp.store.read() as unit:
        assert patients.listed(unit)[-1].photo_digest == digest
    again = table.hears(table.send(url, GREEN))
    assert again.status == 410 and table.photo.headshot is None


def test_after_a_s_form_was_left_its_link_is_410_and_nothing_reaches_b(table: Table) -> None:
    table.write("Kamala")
    of_a = table.ask_for_code()
    table.press(Qt.Key.Key_Escape)  # the code
    assert not table.photo.code.isVisible() and table.rooms.register.form.given.text() == "Kamala"
    of_a_again = table.ask_for_code()
    table.rooms.register.clear()  # the next person
    table.write("Gurpreet")
    before = table.written()
    for url in (of_a, of_a_again):
        phone = table.hears(table.send(url))
        assert phone.status == 410 and said("page-ended") in phone.text
    of_b = table.ask_for_code()
    assert table.hears(table.send(of_a)).status == 410

    assert table.photo.headshot is None and table.written() == before
    assert table.hears(table.send(of_b, GREEN)).status == 200
    assert table.photo.headshot is not None and has_shirt(table.photo.headshot.image, GREEN)


def test_a_photo_that_is_on_its_way_when_the_form_is_left_is_nobodys(table: Table) -> None:
    hold = table.see = Hold(table.see)
    table.write("Kamala")
    sending = table.send(table.ask_for_code())
    table.qtbot.waitUntil(hold.begun.is_set)
    table.rooms.register.clear()
    table.write("Gurpreet")
    hold.may_end.set()

    assert table.hears(sending).status == 410
    assert table.photo.headshot is None and table.rooms.register.form.given.text() == "Gurpreet"


def test_a_photo_that_comes_while_the_person_is_being_stored_is_not_said_to_be_there(table: Table) -> None:
    page, may_store = table.rooms.register, threading.Event()
    table.write("Kamala")
    url = table.ask_for_code()
    table.qtbot.waitUntil(lambda: page._answered is page._question)
    in_turn(table.window, lambda: may_store.wait(60))  # something else is being stored before
    table.press(Qt.Key.Key_Return)
    assert page._saving
    phone = table.hears(table.send(url))
    with table.qtbot.waitSignal(page.registered):
        may_store.set()

    assert phone.status == 410
    with table.camp.store.read() as unit:
        assert not patients.listed(unit)[-1].photo_digest


def test_after_five_minutes_the_code_goes_by_itself_and_says_so(table: Table) -> None:
    table.write("Kamala")
    url = table.ask_for_code()
    assert table.photo.code.left.text().endswith("5:00.")
    table.seconds = 61
    table.qtbot.waitUntil(lambda: table.photo.code.left.text().endswith("3:59."))
    table.seconds = LASTS
    assert table.hears(table.send(url)).status == 410
    table.qtbot.waitUntil(lambda: not table.photo.code.isVisible())

    assert table.photo.note.isVisible() and table.photo.note.text() == Words()("phone.over")
    assert table.photo.headshot is None and table.rooms.register.form.given.text() == "Kamala"


def test_whatever_leaves_the_code_ends_it(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "mary.jpg"
    path.write_bytes(encoded_image(a_face(GREEN)))

    def take_file() -> None:
        with table.qtbot.waitSignal(table.photo.changed):
            table.photo.load(path)
        table.qtbot.waitUntil(lambda: table.photo.headshot is not None)

    for leave in (
        lambda: table.window.show_page("today"),
        lambda: table.window.cover(QWidget()),  # the lock
        lambda: table.qtbot.mouseClick(table.photo.leave, Qt.MouseButton.LeftButton),
        take_file,
    ):
        table.window.uncover()
        table.window.show_page("register")
        url = table.ask_for_code()
        leave()
        kept = table.photo.headshot
        assert not table.photo.offering.is_on
        assert table.hears(table.send(url)).status == 410
        assert table.photo.headshot is kept


def test_a_new_photo_of_somebody_known_is_theirs_and_the_earlier_one_stays(table: Table) -> None:
    first = table.shown_for(0)
    url = table.ask_for_code(table.open_person(0))
    phone = table.hears(table.send(url))
    table.qtbot.waitUntil(lambda: table.shown_for(0) != first)

    assert phone.status == 200 and said("received-person") in phone.text
    assert table.shown_for(1) != table.shown_for(0)
    with table.camp.store.read() as unit:
        assert [row.digest for row in headshots.history(unit, table.camp.people[0].uuid)][1:] == [first]
    table.qtbot.waitUntil(lambda: "New photo" in table.desk.toast.sentence)
    table.desk.toast.undo_last()
    table.qtbot.waitUntil(lambda: table.shown_for(0) == first)


def test_a_photo_for_a_that_lands_on_b_s_page_is_nobodys(table: Table) -> None:
    hold = table.see = Hold(table.see)
    was = (table.shown_for(0), table.shown_for(1))
    sending = table.send(table.ask_for_code(table.open_person(0)))
    table.qtbot.waitUntil(hold.begun.is_set)
    table.open_person(1)
    hold.may_end.set()

    assert table.hears(sending).status == 410
    assert (table.shown_for(0), table.shown_for(1)) == was


def test_the_same_photo_for_two_people_is_asked_about(table: Table) -> None:
    first = table.shown_for(1)
    assert table.hears(table.send(table.ask_for_code(table.open_person(1)))).status == 200
    table.qtbot.waitUntil(lambda: table.shown_for(1) != first)
    table.window.show_page("register")
    table.write("Gurpreet")
    assert table.hears(table.send(table.ask_for_code())).status == 200

    def asked() -> list[AlikeCard]:
        return [card for card in table.rooms.register.findChildren(AlikeCard) if not card.isHidden()]

    table.qtbot.waitUntil(lambda: bool(asked()))
    assert asked()[0].uuid == table.camp.people[1].uuid and asked()[0].reasons[0] == "The same photo"
    table.press(Qt.Key.Key_Return)
    table.qtbot.waitUntil(lambda: any(card.is_asking for card in asked()))
    assert table.count() == 2


def test_a_laptop_whose_certificate_has_run_out_shows_no_code(table: Table) -> None:
    table.is_trusted = False
    table.qtbot.mouseClick(table.photo.phone, Qt.MouseButton.LeftButton)
    table.qtbot.waitUntil(lambda: table.photo.offering.trouble is Trouble.RUN_OUT)

    assert not table.photo.code.isVisible() and table.photo.note.text() == Words()("phone.run-out")
    table.is_trusted = True
    assert table.ask_for_code()
    assert not table.photo.note.isVisible()


def test_a_code_that_comes_after_the_form_was_left_is_not_shown(table: Table) -> None:
    table.qtbot.mouseClick(table.photo.phone, Qt.MouseButton.LeftButton)
    table.rooms.register.clear()
    table.qtbot.waitUntil(lambda: True)

    assert not table.photo.code.isVisible() and not table.photo.offering.is_on


def test_the_button_by_keys_alone_and_nobody_hears_the_secret(table: Table, qtbot: QtBot) -> None:
    table.photo.phone.setFocus()
    table.press(Qt.Key.Key_Space, table.photo.phone)
    table.qtbot.waitUntil(table.photo.code.isVisible)
    assert table.photo.leave.hasFocus()
    secret = table.scan().rpartition("/")[2]
    heard = [widget.accessibleName() for widget in table.photo.findChildren(QWidget)]
    assert secret and not any(secret in name for name in heard)
    table.press(Qt.Key.Key_Space, table.photo.leave)
    assert table.photo.phone.hasFocus() and not table.photo.code.isVisible()

    photo = PhotoDrop(replace(table.desk, phones=None))  # a laptop that no phone reaches
    qtbot.addWidget(photo)
    photo.show()
    assert table.photo.phone.isVisible() and not photo.phone.isVisible()


@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_the_phone_speaks_the_language_of_the_window(language: str) -> None:
    words = Words(language)
    page = page_words(words, "phone.received-form")
    assert (page.language, page.is_right_to_left) == (language, language == "ar")
    assert page.received == words("phone.received-form")
    if language == "en":  # what is said where no window ever spoke
        assert replace(page, received="") == replace(PageWords(), received="")
    else:
        assert all(getattr(page, name) != getattr(PageWords(), name) for name in ("title", "ask", "send", "ended"))
