"""What another thread puts into the window's hands is taken at once, or never, and that thread hears which."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.gui.bridge import HandOver


class Giver:
    """Another thread that hands something over."""

    def __init__(self, hands: HandOver[str], thing: str = "photo") -> None:
        self.heard: list[bool] = []
        self.thread = threading.Thread(target=lambda: self.heard.append(hands.hand(thing)), daemon=True)
        self.thread.start()


@pytest.fixture
def parent(qapp: QApplication) -> QObject:
    return QObject()


@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_other_thread_hears_what_the_window_said(qtbot: QtBot, parent: QObject, is_wanted: bool) -> None:
    taken: list[tuple[str, threading.Thread]] = []

    def take(thing: str) -> bool:
        taken.append((thing, threading.current_thread()))
        return is_wanted

    giver = Giver(HandOver(parent, take))
    qtbot.waitUntil(lambda: bool(giver.heard))
    assert taken == [("photo", threading.main_thread())] and giver.heard == [is_wanted]


def nothing_may_come(thing: str) -> bool:
    raise AssertionError(f"{thing} was taken")


def test_what_came_too_late_is_not_taken_later(qapp: QApplication, parent: QObject) -> None:
    giver = Giver(HandOver(parent, nothing_may_come, patience=0.01))
    giver.thread.join(60)  # the main thread is busy with this, and takes nothing
    assert giver.heard == [False]
    qapp.processEvents()


def closes_before(hands: HandOver[str]) -> Giver:
    hands.close()
    return Giver(hands)


def closes_while_it_waits(hands: HandOver[str]) -> Giver:
    giver = Giver(hands)
    while not hands._waiting:
        threading.Event().wait(0.001)
    hands.close()
    return giver


@pytest.mark.parametrize("closing", [closes_before, closes_while_it_waits])
def test_hands_that_are_closed_take_nothing(
    qapp: QApplication, parent: QObject, closing: Callable[[HandOver[str]], Giver]
) -> None:
    giver = closing(HandOver(parent, nothing_may_come, patience=600.0))
    giver.thread.join(60)  # not the patience of the other thread ends this
    assert giver.heard == [False]
    qapp.processEvents()


def test_a_bug_while_taking_is_heard_on_both_sides(qtbot: QtBot, parent: QObject) -> None:
    def breaks(thing: str) -> bool:
        raise RuntimeError(thing)

    heard: list[BaseException] = []

    def hand() -> None:
        try:
            hands.hand("photo")
        except RuntimeError as error:
            heard.append(error)

    hands = HandOver(parent, breaks)
    with qtbot.captureExceptions() as raised:
        threading.Thread(target=hand, daemon=True).start()
        qtbot.waitUntil(lambda: bool(heard))
    assert len(raised) == 1 and str(heard[0]) == "photo"
