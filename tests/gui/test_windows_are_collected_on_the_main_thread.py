"""What is left of a window is destroyed on the main thread, whichever thread asks for memory: Qt allows it nowhere else."""

import gc
import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.gui.garbage import Garbage


def test_a_thread_that_asks_for_memory_destroys_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    destroyed_on: list[threading.Thread] = []

    class Circle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            destroyed_on.append(threading.current_thread())

    gc.enable()
    garbage = Garbage(qapp)
    Circle()
    kept: list[list[object]] = []
    busy = threading.Thread(target=lambda: kept.extend([] for _ in range(300_000)))
    busy.start()
    busy.join()
    assert destroyed_on == []
    qtbot.waitUntil(lambda: destroyed_on == [threading.main_thread()])
    garbage.deleteLater()
