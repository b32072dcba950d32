"""The long run that puts bugs of other engines back needs the lines it changes: this says when they have moved."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUGS = runpy.run_path(str(ROOT / "build" / "peer_bugs.py"))["BUGS"]


def test_there_are_eight_of_others_and_three_of_ours() -> None:
    assert len({bug.name for bug in BUGS}) == 11


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_each_bug_can_still_be_put_back(bug) -> None:
    for file, old, new in bug.edits:
        text = (ROOT / file).read_text()
        assert text.count(old) == 1
        compile(text.replace(old, new), file, "exec")
