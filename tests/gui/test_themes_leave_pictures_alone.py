"""HZ-09, HZ-10: at 1:1 the screen shows the stored pixels, whatever the theme, the text size and the screen's ratio."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from support import one_to_one
from support.shared import shared


def lines(folder, ratio, *more):
    ran = subprocess.run(
        [sys.executable, one_to_one.__file__, str(folder), *more],
        env={**os.environ, "QT_SCALE_FACTOR": ratio, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [line.split() for line in ran.stdout.splitlines()]


@pytest.mark.hazard("HZ-10")
@pytest.mark.hazard("HZ-09")
@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_every_theme_and_size_shows_the_same_pixels(tmp_path, ratio):
    found = lines(tmp_path, ratio)
    assert [float(line[0]) for line in found] == [float(ratio)] * len(one_to_one.LOOKS)
    assert [line[3] for line in found] == ["0"] * len(one_to_one.LOOKS)


@pytest.mark.data
@pytest.mark.hazard("HZ-10")
def test_a_real_photograph_is_shown_as_it_is(tmp_path):
    part = tmp_path / "part.png"
    photograph = QImage(str(shared("data", "fundus", "idrid-0262-OD.jpg")))
    photograph.copy(1200, 900, 1500, 1100).save(str(part))
    assert [line[3] for line in lines(tmp_path, "1", str(part))] == ["0"] * len(one_to_one.LOOKS)


@pytest.mark.data
@pytest.mark.hazard("HZ-09")
@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_a_whole_photograph_at_one_to_one_is_its_own_pixels_at_every_ratio(tmp_path, ratio):
    photograph = str(shared("data", "fundus", "idrid-0306-OD.jpg"))
    assert lines(tmp_path, ratio, photograph, "1") == [[str(float(ratio)), "daylight", "100", "0"]]


@pytest.mark.hazard("HZ-10")
def test_no_part_of_the_viewer_draws_through_an_effect():
    folder = Path(one_to_one.__file__).parents[2] / "workstation" / "gui" / "viewer"
    for module in folder.glob("*.py"):
        text = module.read_text("utf-8")
        assert "QGraphicsEffect" not in text and "setOpacity" not in text and "setGraphicsEffect" not in text
