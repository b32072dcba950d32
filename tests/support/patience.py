"""How a test of the window waits: for what it says, and then for whatever else was begun, as a person would who looks.

What was written is seen in the store before the window has heard of it. A test that asks the window at once, or presses undo,
would be right or wrong by which of two threads was quicker.
"""

from collections.abc import Callable
from functools import wraps

from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as StillBusy
from pytestqt.qtbot import QtBot

from workstation.gui.background import Background

LONGEST = 1_000
"""Milliseconds for the rest; a test may have stopped it on purpose."""


def wait_until_all_has_come(bot: type[QtBot]) -> None:
    """Teach it to ``waitUntil`` so."""
    wait = bot.waitUntil

    @wraps(wait)
    def patiently(self: QtBot, callback: Callable[[], object], *, timeout: int = 60_000) -> None:
        wait(self, callback, timeout=timeout)
        application = QApplication.instance()
        background = Background.of(application) if application else None
        if background is None or background.is_idle:
            return
        try:
            wait(self, lambda: background.is_idle, timeout=LONGEST)
        except StillBusy:
            return
        wait(self, callback, timeout=timeout)

    bot.waitUntil = patiently
