"""The sandbox tells the main job by itself, offscreen, and leaves a picture of every page."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage
from support.serving_station import ROOT


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_story_holds_from_the_first_registration_to_the_last_confirmation(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "workstation", "sandbox", "--headless", "--story"]
    told = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=480
    )
    assert told.returncode == 0, told.stdout + told.stderr
    steps = [line for line in told.stdout.splitlines() if line[:1].isdigit()]
    assert len(steps) == 10
    assert "12 of 12" in told.stdout
    pictures = sorted((tmp_path / "out" / "sandbox").glob("*.png"))
    assert len(pictures) >= 40
    names = {path.name for path in pictures}
    assert all(
        name in names for name in ("01-today.png", "01-today-dim.png", "ar-01-today.png", "ar-04-viewer-dim.png")
    )
    for path in pictures:
        assert QImage(str(path)).width() == 1366
