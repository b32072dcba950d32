"""Import 4 JPEGs from a phone: asks eye and field, makes OP files that dciodvfy passes."""

import subprocess
from io import BytesIO

import pytest
from pydicom import dcmread
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from support.photographs import a_jpeg_of, a_retina, exif_of, with_segments
from support.screens import a_desk, register
from support.shared import shared, tool
from support.stations import lakshmi

from resources.store import studies
from resources.terms import Field, Laterality
from workstation.gui.inbox.bringing import Bringing
from workstation.imaging.decoder import Decoder

pytestmark = pytest.mark.slow
SAID = [(Laterality.RIGHT, Field.MACULA), (Laterality.RIGHT, Field.DISC), (Laterality.LEFT, Field.MACULA),
        (Laterality.LEFT, Field.DISC)]  # fmt: skip
KEYS = {
    Laterality.RIGHT: Qt.Key.Key_R,
    Laterality.LEFT: Qt.Key.Key_L,
    Field.MACULA: Qt.Key.Key_M,
    Field.DISC: Qt.Key.Key_D,
}


@pytest.fixture
def page(qtbot, look, store):
    decoder = Decoder()
    page = QWidget()
    page.resize(1278, 724)
    qtbot.addWidget(page)
    page.show()
    page.bringing = Bringing(a_desk(qtbot, store, look, decoder), page, decoder.prepare)
    yield page
    decoder.close()


def drawn() -> list[bytes]:
    """As a phone keeps them: held in four ways, with a place and a time in EXIF."""
    turned = {1: 0, 3: 180, 6: 90, 8: 270}
    upright = [a_retina(480 + 16 * number, 320) for number in range(4)]
    held = [a_jpeg_of(one.rotate(angle, expand=True)) for one, angle in zip(upright, turned.values(), strict=True)]
    return [with_segments(data, (0xE1, exif_of(number))) for data, number in zip(held, turned, strict=True)]


def real() -> list[bytes]:
    return [path.read_bytes() for path in sorted(shared("data", "fundus").glob("*.jpg"))[:4]]


@pytest.mark.dcmtk
@pytest.mark.parametrize("pictures", [drawn, pytest.param(real, marks=pytest.mark.data)])
def test_each_is_asked_about_and_becomes_a_valid_instance(qtbot, page, store, tmp_path, pictures):
    person = register(store, lakshmi())
    paths = [tmp_path / f"IMG_{number}.jpg" for number in range(4)]
    photographs = pictures()
    for path, photograph in zip(paths, photographs, strict=True):
        path.write_bytes(photograph)
    page.bringing.accept(page, lambda: person)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    told = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(page.rect().center(), *told))
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), *told))

    for number, (eye, aim) in enumerate(SAID, 1):
        qtbot.waitUntil(lambda number=number: place(page) == f"{number} of 4")
        dialog = page.bringing.dialog
        assert (dialog.eye, dialog.field) == (None, None) and not dialog.save.isEnabled()
        qtbot.keyClick(dialog, KEYS[eye])
        qtbot.keyClick(dialog, KEYS[aim])
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(made(store)) == 4)

    rows = made(store)
    assert {row.patient_uuid for row in rows} == {person.uuid}
    came_from = [number_of(store.vault.read(row.digest), photographs) for row in rows]
    assert sorted(came_from) == [0, 1, 2, 3]
    assert [(row.laterality, row.field) for row in rows] == [SAID[number] for number in came_from]
    for row in rows:
        file = tmp_path / "made.dcm"
        file.write_bytes(store.vault.read(row.digest))
        said = subprocess.run([tool("/usr/bin/dciodvfy"), "-new", file], capture_output=True, text=True, check=False)
        assert "OphthalmicPhotography8BitImage" in said.stderr and "Error" not in said.stderr, said.stderr
        assert b"Exif" not in file.read_bytes()


def place(page) -> str:
    return page.bringing.dialog.place.text() if page.bringing.dialog else ""


def number_of(stored: bytes, photographs: list[bytes]) -> int:
    """Which of the photographs it was: its scan was kept, or else, being turned, its width tells."""
    kept = [number for number, one in enumerate(photographs) if one[one.rindex(b"\xff\xda") :].rstrip(b"\0") in stored]
    return kept[0] if kept else (dcmread(BytesIO(stored), stop_before_pixels=True).Columns - 480) // 16


def made(store):
    with store.read() as unit:
        return studies.instances(unit)
