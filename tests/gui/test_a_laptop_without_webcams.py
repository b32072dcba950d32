"""QtMultimedia is optional: one module imports it, and only when somebody asks; without it all else works."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.camp import a_camp
from support.screens import a_desk

from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.style.look import Look
from workstation.gui.webcam.laptop import LaptopWebcams, may_have_webcams
from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam

ROOT = Path(__file__).resolve().parents[2]
HOME = "workstation/gui/webcam/laptop.py"
needs_multimedia = pytest.mark.skipif(not may_have_webcams(), reason="QtMultimedia (extra camera) is not installed")


class OneThatCannotBeOpened:
    """What the system lists: one device, which is none."""

    def videoInputs(self) -> list[object]:
        from PySide6.QtMultimedia import QCameraDevice

        return [QCameraDevice()]


def ready(qtbot: QtBot) -> LaptopWebcams:
    """Or the test is skipped: a library of QtMultimedia is missing."""
    webcams = LaptopWebcams()
    try:
        webcams.make_ready()
        webcams.listed()
    except NoWebcam as lacks:
        pytest.skip(f"webcams need {lacks.what}")
    return webcams


def imports_multimedia(path: Path) -> list[ast.stmt]:
    text = path.read_text("utf-8")
    tree = ast.parse(text if "QtMultimedia" in text else "")
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return [
        node
        for node in found
        if any(
            "QtMultimedia" in name for name in (getattr(node, "module", "") or "", *(one.name for one in node.names))
        )
    ]


def test_one_module_imports_it_and_not_at_its_beginning() -> None:
    rooms = ("workstation", "sync", "resources")
    who = {
        path.relative_to(ROOT).as_posix()
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if imports_multimedia(path)
    }

    assert who == {HOME}
    top = [
        node
        for node in ast.parse((ROOT / HOME).read_text("utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not [node for node in top if "QtMultimedia" in ast.dump(node)]


def test_the_window_starts_without_trying() -> None:
    code = (
        "import sys, workstation.desktop\n"
        "from workstation.gui.webcam.laptop import LaptopWebcams, may_have_webcams\n"
        "may_have_webcams(); LaptopWebcams().stop()\n"
        "print([name for name in sys.modules if 'QtMultimedia' in name])"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


def test_a_library_that_is_missing_is_named(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)  # as Python itself says that it cannot be imported
    monkeypatch.delattr("PySide6.QtMultimedia", raising=False)
    webcams = LaptopWebcams()
    with pytest.raises(NoWebcam) as refused:
        webcams.make_ready()

    assert refused.value.trouble is Trouble.MISSING and "QtMultimedia" in refused.value.what
    assert not may_have_webcams()


def test_without_it_there_is_no_button_and_a_file_is_asked_for(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    camp = a_camp(tmp_path, 1)
    desk, bridge = a_desk(qtbot, camp.store, look), FeedBridge()
    register, person = RegisterPage(desk, bridge), PatientPage(desk, bridge, camp.read_levels)
    for page in (register, person):
        qtbot.addWidget(page)
        page.show()
    person.open(camp.people[0].uuid)
    qtbot.waitUntil(lambda: person.person is not None)
    register.photo.shoot()

    assert not register.photo.take.isVisible() and not register.photo.watching.is_on
    assert person.photo_button.text() == "Photo from file"


@needs_multimedia
@pytest.mark.qt_log_level_fail("NO")
def test_pictures_come_converted_one_at_a_time_and_none_after_it_was_switched_off(qtbot: QtBot) -> None:
    webcams = ready(qtbot)
    from PySide6.QtMultimedia import QVideoFrame

    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    came: list[QImage] = []
    webcams.seen.connect(came.append)
    webcams.take(QVideoFrame(image))
    webcams._on = Webcam("1", "One")
    for _ in range(20):
        webcams.take(QVideoFrame(image))
    qtbot.waitUntil(lambda: bool(came))
    assert len(came) == 1 and (came[0].width(), came[0].height()) == (1280, 720)
    assert came[0].pixelColor(600, 300) == QColor("#336699")
    webcams._since.invalidate()
    webcams.take(QVideoFrame(image))
    webcams.stop()
    webcams._pool.waitForDone()
    qtbot.wait(1)

    assert len(came) == 1


@needs_multimedia
@pytest.mark.qt_log_level_fail("NO")
def test_a_device_that_cannot_be_opened_is_said_once_and_is_off(qtbot: QtBot) -> None:
    webcams = ready(qtbot)
    webcams._devices = OneThatCannotBeOpened()
    (device,) = webcams.listed()
    said: list[NoWebcam] = []
    webcams.failed.connect(said.append)
    webcams.start(device)
    assert webcams._on is None
    webcams.start(Webcam("never", "Never plugged in"))
    qtbot.wait(1)

    assert [one.trouble for one in said] == [Trouble.BUSY, Trouble.GONE] and webcams._on is None
