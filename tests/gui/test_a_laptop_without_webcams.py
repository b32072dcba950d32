"""QtMultimedia is optional: one module imports it, and only when somebody asks; without it all else works."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.camp import a_camp
from support.screens import a_desk

from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.style.look import Look
from workstation.gui.webcam.laptop import LaptopWebcams, may_have_webcams
from workstation.gui.webcam.source import NoWebcam, Trouble

ROOT = Path(__file__).resolve().parents[2]
HOME = "workstation/gui/webcam/laptop.py"


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
