"""Run by itself with QT_SCALE_FACTOR and PYTHONPATH set: is the pane at 1:1 the picture, pixel by pixel, in every look?

``python one_to_one.py FOLDER [PICTURE [LOOKS]]`` prints one line per theme and size (the first so many of them): the ratio, and
how many device pixels differ, of all between the captions.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from support.screens import ByPydicom, receive, register
from support.stations import a_store, lakshmi

from resources.store import studies
from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.pane import EyePane

CAPTIONS = 90
"""Logical pixels at the upper and the lower edge that are written on, in the largest text too."""
LOOKS = [("daylight", 100), ("dim", 100), ("daylight", 200), ("dim", 150)]


def noise(width: int = 901, height: int = 703) -> QImage:
    data = random.Random(7).randbytes(width * height * 3)
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def differing(pane: EyePane, original: QImage) -> int:
    """Device pixels between the pane's captions that are not the original's."""
    shown = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown.setDevicePixelRatio(1)
    corner = pane.mapFromScene(0.0, 0.0)
    transform = pane.viewportTransform()
    at = QPoint(round(transform.dx() * pane.ratio), round(transform.dy() * pane.ratio))
    assert abs(corner.x() * pane.ratio - at.x()) <= pane.ratio
    margin = round(CAPTIONS * pane.ratio)
    part = QRect(0, margin, shown.width(), shown.height() - 2 * margin)
    wanted = original.convertToFormat(QImage.Format.Format_RGB32).copy(part.translated(-at))
    one, other = (bytes(image.constBits()) for image in (shown.copy(part), wanted))
    assert len(one) == len(other) == 4 * part.width() * part.height() > 100_000
    return sum(one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4)) if one != other else 0


def main(folder: Path, picture: str = "", looks: str = "4") -> None:
    application = QApplication([])
    store = a_store(folder)
    image = QImage(picture) if picture else noise()
    jpeg = Path(picture).read_bytes() if picture.endswith(".jpg") else b""
    filed = receive(store, image, owner=register(store, lakshmi()), eye="R", lossless=not jpeg, jpeg=jpeg)
    with store.read() as unit:
        row = studies.instance(unit, filed.instance_uid)
    for theme, percent in LOOKS[: int(looks)]:
        look = Look(theme, "en", percent)
        look.wear(application)
        pane = EyePane(look, Pictures(store.vault.open, ByPydicom()))
        pane.resize(401, 301)
        pane.look_at(row, Caption("OD", "right eye"))
        pane.show()
        until(application, lambda pane=pane: not pane.is_blank)
        pane.one_to_one()
        until(application, lambda pane=pane: not pane.corner[0])
        sys.stdout.write(f"{pane.ratio} {theme} {percent} {differing(pane, image)}\n")
        pane.close()
    store.close()


def until(application: QApplication, true) -> None:
    deadline = time.monotonic() + 30
    while not true() and time.monotonic() < deadline:
        application.processEvents()
    application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
