"""A webcam for tests: it gives a picture when it is told to, of somebody whose shirt tells them apart."""

from itertools import cycle

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.drawn import a_face
from support.screens import encoded_image

from workstation.gui.patients.photo_drop import PhotoDrop
from workstation.gui.webcam.watching import State
from workstation.sandbox.webcams import PretendWebcams

SHIRTS = ("#a43a44", "#3e7a5a", "#33508a", "#7a5a3e")
NEVER = 1 << 30


def a_webcam(*shirts: str) -> PretendWebcams:
    """People in these shirts sit down one after the other, again and again."""
    return PretendWebcams((encoded_image(a_face(shirt)) for shirt in cycle(shirts or SHIRTS)), apart=NEVER)


def waits_for_live(qtbot: QtBot, photo: PhotoDrop, webcams: PretendWebcams) -> None:
    """Until the webcam is on and has given a picture."""
    qtbot.waitUntil(lambda: webcams.on is not None)
    webcams.see()
    assert photo.watching.state is State.LIVE


def presses(qtbot: QtBot, key: Qt.Key) -> None:
    """Where the keys go now."""
    where: QWidget | None = QApplication.focusWidget()
    assert where is not None
    qtbot.keyClick(where, key)


def has_shirt(image: QImage, shirt: str) -> bool:
    """The lower middle of the picture, where a shirt is."""
    here, wanted = image.pixelColor(image.width() // 2, image.height() - 12), QColor(shirt)
    return all(abs(one - other) < 24 for one, other in zip(here.getRgb()[:3], wanted.getRgb()[:3], strict=True))
