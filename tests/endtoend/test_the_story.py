"""The sandbox tells the main job by itself, offscreen, and leaves a picture of every page. No grade is without its scheme."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from support.serving_station import CLEAN, ROOT
from support.story_aloud import HEARD

PAGES = [
    f"after {page}"
    for page in ("today", "patients", "inbox", "read", "referrals", "sync", "register", "patient", "camp", "day-end")
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple["subprocess.CompletedProcess[str]", Path]:
    """What the program said, and the folder that it was told in: once, by the command, read aloud meanwhile."""
    folder = tmp_path_factory.mktemp("story")
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    environment = {**CLEAN, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    command = [sys.executable, "-m", "support.story_aloud"]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=560
    )
    return done, folder / "out" / "sandbox"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_story_holds_from_the_first_registration_to_the_last_confirmation(told):
    done, out = told
    assert done.returncode == 0, done.stdout + done.stderr
    steps = [line for line in done.stdout.splitlines() if line[:1].isdigit()]
    assert len(steps) == 10
    assert "12 of 12" in done.stdout
    pictures = sorted(out.glob("*.png"))
    assert len(pictures) >= 40
    names = {path.name for path in pictures}
    assert all(
        name in names for name in ("01-today.png", "01-today-dim.png", "ar-01-today.png", "ar-04-viewer-dim.png")
    )
    for path in pictures:
        assert QImage(str(path)).width() == 1366


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.hazard("HZ-21")
def test_no_page_no_json_and_no_letter_of_the_story_says_a_grade_without_its_scheme(told):
    heard = json.loads((told[1] / HEARD).read_text())
    assert [one for said in heard.values() for one in said["bare"]] == []
    for name in PAGES:
        assert heard[name]["texts"] > 10 and heard[f"ar-{name}"]["texts"] > 10
    for name in ("read 0 0", "read 1 0", "patient 2", "ar-read 0 0", "what is sent", "letter 0 en", "letter 1 hi"):
        assert heard[name]["schemes"], f"{name} says no grade at all, so this test looks at nothing"
    for path in ("/api/status", "/organizations/default/fhir/3/Patient", "/dicom-web/studies", "status --json"):
        assert heard[path]["texts"] > 100
