"""The bar over the pages names a clock that cannot be right, and stops nothing (HZ-26)."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workstation.clocks import Doubt, Whose
from workstation.gui.clock_bar import ClockBar
from workstation.gui.main_window import MainWindow
from workstation.gui.words import LANGUAGES

pytestmark = pytest.mark.hazard("HZ-26")
NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
LAPTOP = Doubt(Whose.LAPTOP, (datetime(1970, 1, 1, 5, 30, tzinfo=UTC) - NOW).total_seconds())
HEADQUARTERS = Doubt(Whose.HEADQUARTERS, 3 * 86400.0)
CAMERA = Doubt(Whose.CAMERA, -20 * 3600.0, "CAM1")


@pytest.fixture
def window(look, qtbot):
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.add_page("today", QWidget())
    made.show_page("today")
    return made


@pytest.fixture
def bar(window, look):
    made = ClockBar(look, {"CAM1": "Camera 1"}.__getitem__)
    window.show_above(made)
    window.show()
    return made


def test_it_is_not_there_while_all_clocks_agree(bar):
    bar.show_doubts([], NOW, UTC)
    assert not bar.isVisible()


def test_the_laptops_leap_is_said_with_both_times_and_only_a_person_ends_it(bar, qtbot):
    bar.show_doubts([LAPTOP, CAMERA], NOW, UTC)
    said = bar.sentence.text().replace("\u2066", "").replace("\u2069", "")
    assert "leapt to 1 January 1970 · 05:30" in said and "goes on from 21 November 2026 · 10:42" in said
    assert not bar.seen.isVisible()
    with qtbot.waitSignal(bar.accepted):
        qtbot.mouseClick(bar.accept, Qt.MouseButton.LeftButton)


def test_another_clock_is_put_away_and_comes_back_when_it_is_wrong_anew(bar, qtbot):
    bar.show_doubts([HEADQUARTERS, CAMERA], NOW, UTC)
    assert bar.sentence.text().startswith("Headquarters: Its clock is 3 days ahead.")
    qtbot.mouseClick(bar.seen, Qt.MouseButton.LeftButton)
    assert bar.sentence.text().startswith("Camera 1: Its clock is 20 h behind.")
    qtbot.mouseClick(bar.seen, Qt.MouseButton.LeftButton)
    bar.show_doubts([HEADQUARTERS, CAMERA], NOW, UTC)
    assert not bar.isVisible()
    bar.show_doubts([], NOW, UTC)
    bar.show_doubts([CAMERA], NOW, UTC)
    assert bar.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_it_is_cut_in_any_language(wear, qtbot, language, percent):
    look = wear("daylight", language, percent)
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("today", QWidget())
    window.show_page("today")
    bar = ClockBar(look)
    window.show_above(bar)
    window.resize(1024, 600)
    window.show()
    bar.show_doubts([LAPTOP], NOW, UTC)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.sentence.width() > 100)
    needed = bar.sentence.heightForWidth(bar.sentence.width())
    qtbot.waitUntil(lambda: bar.sentence.height() >= needed)
    assert bar.accept.width() >= bar.accept.minimumSizeHint().width()
