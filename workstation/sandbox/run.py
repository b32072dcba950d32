"""``eyecamp sandbox``: in a window where there is a display; telling its story by itself where there is none."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workstation.desktop import Desktop
from workstation.gui.app import make_application, write_down_what_qt_says
from workstation.gui.garbage import Garbage
from workstation.gui.style.look import Look
from workstation.sandbox.people import invented
from workstation.sandbox.play import a_play, register
from workstation.sandbox.practice import Practice
from workstation.sandbox.story import Story, StoryFailed
from workstation.sandbox.webcams import PretendWebcams, faces

OUT = Path("out") / "sandbox"


def run(*, patients: int, story: bool, headless: bool) -> int:
    """0 when all of it held, or the window was closed; 1 when a step of the story did not hold."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    write_down_what_qt_says()
    look = Look(language="en")
    application = make_application(["eyecamp", "sandbox"], look, os.environ)
    Garbage(application)
    offscreen = application.platformName() == "offscreen"
    with a_play() as play:
        tells = story or offscreen
        desktop = Desktop(look, play.settings, PretendWebcams(faces(0 if tells else patients), application))
        try:
            if tells:
                desktop.begin(play.key_file)
                told = Story(play, desktop, OUT, _say, count=max(4, patients))
                return _tell(told.tell) or _tell_again(application, desktop, told)
            return _practise(application, Practice(play, desktop, patients))
        finally:
            desktop.close()
            desktop.window.close()


def _tell_again(application: QApplication, before: Desktop, told: Story) -> int:
    """The pages of the same station in Arabic, from right to left."""
    before.close()
    before.window.close()
    look = Look(language="ar")
    look.wear(application)
    desktop = Desktop(look, told.play.settings, PretendWebcams(faces(), application))
    try:
        desktop.begin(told.play.key_file)
        return _tell(Story(told.play, desktop, OUT, _say, prefix="ar-", steps=told.steps).again)
    finally:
        desktop.close()
        desktop.window.close()


def _tell(story: Callable[[], None]) -> int:
    try:
        story()
    except StoryFailed as failure:
        _say(f"FAILED: {failure}")
        return 1
    return 0


def _practise(application: QApplication, practice: Practice) -> int:
    practice.begin(list(invented(practice.count)), register)
    return application.exec()


def _say(line: str) -> None:
    print(line, file=sys.stdout, flush=True)  # noqa: T201 - the sandbox prints its own story
