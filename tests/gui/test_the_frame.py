"""The window's frame: only what is there can be gone to, and the strip says only what it may."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workstation.gui.app import choose_platform
from workstation.gui.claims import StationReceipts
from workstation.gui.main_window import MainWindow
from workstation.gui.rail import PLACES
from workstation.gui.strip import CameraState, StripItem, StripState, is_tight
from workstation.gui.style.focus import FocusRing
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status

BUSY = StripState(
    "Camp 7 Melur",
    (CameraState("Camera 1", 12), CameraState("Camera 2", 34 * 60)),
    StationReceipts(62, 41, urgent_not_at_hq=2, last_confirmed="10:59"),
    1150,
    71,
)


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> MainWindow:
    made = MainWindow(look)
    qtbot.addWidget(made)
    return made


def test_the_rail_shows_only_pages_that_are_there(window: MainWindow, qtbot: QtBot) -> None:
    window.add_page("today", QWidget())
    window.add_page("inbox", QWidget())
    window.add_page("register", QWidget(), under="today")
    window.show()

    assert [key for key in PLACES if window.rail.item(key).isVisible()] == ["today", "inbox"]
    qtbot.mouseClick(window.rail.item("inbox"), Qt.MouseButton.LeftButton)
    assert window.page == "inbox"
    window.show_page("register")
    assert window.rail.item("today").isChecked()


def test_the_inbox_count_is_said_aloud(window: MainWindow) -> None:
    window.show_count("inbox", 3)

    assert window.rail.item("inbox").accessibleName() == "Inbox, 3 waiting"


def test_the_strip_never_claims_by_word_order(window: MainWindow) -> None:
    window.show()
    window.show_state(BUSY)

    assert window.strip.text() == (
        "Camp 7 Melur | Camera 1 heard 12 s ago | Camera 2 silent 34 min | "
        "41 patients not at HQ yet 2 urgent last confirmed 10:59 | Space for 1,150 patients | 71 %"
    )


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_strip_cuts_nothing_and_keeps_what_is_not_at_hq(
    wear: Callable[..., Look], qtbot: QtBot, percent: int
) -> None:
    window = MainWindow(wear("daylight", "en", percent))
    qtbot.addWidget(window)
    window.show()
    window.show_state(BUSY)
    qtbot.waitExposed(window)

    shown = [item for item in window.strip.findChildren(StripItem) if item.isVisible()]
    qtbot.waitUntil(lambda: all(item.width() >= item.sizeHint().width() for item in shown))
    assert "41 patients not at HQ yet 2 urgent last confirmed 10:59" in window.strip.text()
    assert ("Space" in window.strip.text()) == (percent == 100)


def test_what_is_not_known_is_left_out_of_the_strip(window: MainWindow) -> None:
    window.show()
    window.show_state(StripState())

    assert window.strip.text() == "No headquarters set up"


def test_sun_and_moon_change_the_whole_window_at_once(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.add_page("today", QWidget())
    window.show_page("today")
    window.show()
    qtbot.waitExposed(window)
    for wanted in ("dim", "daylight"):
        look.toggle_theme()
        assert look.theme.name == wanted
        assert window.grab().toImage().pixelColor(600, 300) == look.colour("canvas")
        assert window.grab().toImage().pixelColor(40, 720) == look.colour("surface")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_rail_is_on_the_leading_side(wear: Callable[..., Look], qtbot: QtBot, language: str) -> None:
    window = MainWindow(wear("daylight", language))
    qtbot.addWidget(window)
    window.add_page("today", QWidget())
    window.show()
    qtbot.waitExposed(window)

    assert (window.rail.x() == 0) == (language == "en")


def test_the_focus_ring_follows_the_keyboard_and_not_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    window.add_page("today", page)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.wait(1)
    assert not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus() and ring.isVisible()
    assert ring.width() == second.width() + 10
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_a_linux_without_a_display_draws_offscreen() -> None:
    bare: dict[str, str] = {}
    choose_platform(bare, "linux")
    shown = {"WAYLAND_DISPLAY": "wayland-0"}
    choose_platform(shown, "linux")
    told = {"QT_QPA_PLATFORM": "minimal"}
    choose_platform(told, "linux")

    assert bare == {"QT_QPA_PLATFORM": "offscreen"}
    assert "QT_QPA_PLATFORM" not in shown
    assert told == {"QT_QPA_PLATFORM": "minimal"}


@pytest.mark.hazard("HZ-06")
@pytest.mark.parametrize(("free", "expected"), [(102, False), (20, False), (10.5, True), (2, True), (0, True)], ids=str)
def test_little_room_begins_when_nine_tenths_of_the_room_for_pictures_are_taken(free: float, expected: bool) -> None:
    gib = 1 << 30
    assert is_tight(102 * gib, int(free * gib), 2 * gib) is expected
    assert not is_tight(1 * gib, 0, 2 * gib)  # a disk smaller than the floor is full, and says so


@pytest.mark.hazard("HZ-06")
def test_little_room_is_marked_and_says_for_how_many_and_what_to_do(window: MainWindow) -> None:
    window.show()
    window.strip.show_state(StripState("Camp 7", free_patients=40, is_tight=True))
    [item] = [one for one in window.strip.findChildren(StripItem) if "Space for 40 patients" in one.text()]
    assert (item.status, item.isVisible()) == (Status.WARN, True)
    assert "Connect to headquarters" in item.toolTip()
    window.strip.show_state(StripState("Camp 7", free_patients=400))
    assert (item.status, item.toolTip()) == (None, "")
