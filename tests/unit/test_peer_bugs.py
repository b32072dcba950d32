"""The long run that puts bugs of other engines back needs the lines it changes: this says when they have moved."""

import runpy
from pathlib import Path

import pytest
from support.simulation import Outcome

ROOT = Path(__file__).resolve().parents[2]
LONG_RUN = runpy.run_path(str(ROOT / "build" / "peer_bugs.py"))
BUGS = LONG_RUN["BUGS"]


def test_there_are_eight_of_others_and_three_of_ours() -> None:
    assert len({bug.name for bug in BUGS}) == 11


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_each_bug_can_still_be_put_back(bug) -> None:
    for file, old, new in bug.edits:
        text = (ROOT / file).read_text()
        assert text.count(old) == 1
        compile(text.replace(old, new), file, "exec")


def test_the_long_run_knows_a_wrong_life_by_what_the_simulator_says_of_it() -> None:
    said = runpy.run_path(str(ROOT / LONG_RUN["SIMULATOR"]))["_wrong"]
    wrong, broken = (
        said(Outcome(7, wrong=["claimed, and never stored"])),
        said(Outcome(7, wrong=["Traceback (most recent"])),
    )
    assert LONG_RUN["NOTICED"] in wrong and LONG_RUN["BROKE_OFF"] not in wrong
    assert LONG_RUN["BROKE_OFF"] in broken
