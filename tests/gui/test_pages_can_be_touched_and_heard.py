"""Every page, in every language and text size: big enough to touch, named for a screen reader, plain text, one filled button."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.camp import a_camp, photograph
from support.rooms import Rooms, hang_rooms
from support.screens import ByPydicom

from resources.terms import Field
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.pictures import Pictures
from workstation.gui.style.buttons import Button
from workstation.gui.style.look import Look

WAYS = [("daylight", "en", 100), ("dim", "ar", 100), ("daylight", "hi", 100), ("daylight", "en", 200)]


def open_all(qtbot: QtBot, look: Look, folder: Path) -> tuple[MainWindow, Rooms, list[str]]:
    camp = a_camp(folder, 3)
    photograph(camp, 0, "RL", (Field.MACULA, Field.DISC))
    photograph(camp, 1, "R?")
    window, bridge = MainWindow(look), FeedBridge()
    qtbot.addWidget(window)
    camp.store.feed.subscribe(bridge.ring)
    desk = Desk(look, camp.store, Pictures(camp.store.vault.open, ByPydicom()), window.toast, lambda: "grace")
    rooms = hang_rooms(window, desk, bridge, camp.read_levels)
    window.show()
    qtbot.waitUntil(lambda: len(rooms.today.board.people) == 3)
    return window, rooms, [one.uuid for one in camp.people]


def visible(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [found for found in page.findChildren(kind) if found.isVisible()]


@pytest.mark.parametrize(("theme", "language", "percent"), WAYS, ids=[f"{way[0]}-{way[1]}-{way[2]}" for way in WAYS])
def test_every_page_can_be_touched_and_heard(
    wear: Callable[..., Look], qtbot: QtBot, tmp_path: Path, theme: str, language: str, percent: int
) -> None:
    window, rooms, people = open_all(qtbot, wear(theme, language, percent), tmp_path)
    for page in ("today", "patients", "register", "patient"):
        window.show_page(page)
        if page == "patient":
            rooms.open_person(people[0])
            qtbot.waitUntil(lambda: rooms.person._read is not None)
        if page == "patients":
            qtbot.waitUntil(lambda: len(rooms.people.model.cards) == 3)
        qtbot.wait(1)
        for part in [*visible(window, QAbstractButton), *visible(window, QLineEdit)]:
            assert isinstance(part, QAbstractButton | QLineEdit)
            assert min(part.width(), part.height()) >= 44, (page, part, part.text(), part.size())
            assert part.accessibleName() or part.text(), (page, part)
        shown = [label for label in visible(window, QLabel) if isinstance(label, QLabel) and label.text()]
        assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
        filled = [b for b in visible(window, Button) if b.property("rank") == "primary"]
        assert len(filled) <= 1, page


@pytest.mark.hazard("HZ-11")
def test_these_pages_interrupt_nobody(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    window, rooms, people = open_all(qtbot, look, tmp_path)
    rooms.open_person(people[0])
    window.show_page("register")
    qtbot.wait(1)

    assert window.findChildren(QDialog) == []
