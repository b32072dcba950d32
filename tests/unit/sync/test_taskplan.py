"""What is done next about a task of headquarters, for every way it may stand here and there."""

from itertools import product

import pytest

from sync.taskplan import Act, Step, next_act
from sync.ups import There

FLAGS = [dict(zip(("asked", "finishing", "signed"), flags, strict=True)) for flags in product((False, True), repeat=3)]
WORDS = (Act.CLAIM, Act.PROVE, Act.FINISH, Act.CANCEL)
"""The acts that say something to headquarters."""
EVERY = [(step, there, flags) for step, there, flags in product(Step, There, FLAGS)]


def test_nothing_is_done_before_headquarters_shows_it_as_completed() -> None:
    for step, there, flags in EVERY:
        if next_act(step, there, **flags) is Act.TO_DONE:
            assert there is There.COMPLETED and flags["finishing"] and step in (Step.OURS, Step.GIVING)


def test_nothing_is_said_that_nobody_wished() -> None:
    for step, there, flags in EVERY:
        if step not in (Step.WANTED, Step.OURS, Step.GIVING):
            assert next_act(step, there, **flags) not in WORDS


def test_nothing_follows_from_what_nobody_understands() -> None:
    assert {next_act(step, There.UNKNOWN, **flags) for step in Step for flags in FLAGS} == {Act.REST}


def test_only_what_may_be_ours_is_completed_or_cancelled() -> None:
    for step, there, flags in EVERY:
        act = next_act(step, there, **flags)
        if act in (Act.FINISH, Act.CANCEL):
            assert there is There.IN_PROGRESS
        if act is Act.CANCEL:
            assert flags["asked"] and step is Step.GIVING
        if act is Act.FINISH:
            assert flags["signed"] and step is Step.OURS


@pytest.mark.parametrize(
    ("step", "there", "flags", "act"),
    [
        (Step.OPEN, There.IN_PROGRESS, {}, Act.TO_LOST),
        (Step.OPEN, There.CANCELED, {}, Act.TO_ENDED),
        (Step.WAITS, There.SCHEDULED, {}, Act.REST),
        (Step.WAITS, There.IN_PROGRESS, {}, Act.TO_LOST),
        (Step.WAITS, There.IN_PROGRESS, {"asked": True}, Act.REST),
        (Step.WAITS, There.CANCELED, {"asked": True}, Act.TO_ENDED),
        (Step.WANTED, There.SCHEDULED, {}, Act.CLAIM),
        (Step.WANTED, There.IN_PROGRESS, {}, Act.TO_LOST),
        (Step.WANTED, There.IN_PROGRESS, {"asked": True}, Act.PROVE),
        (Step.OURS, There.SCHEDULED, {"asked": True}, Act.CLAIM),  # headquarters went back to a backup
        (Step.OURS, There.COMPLETED, {"asked": True}, Act.TO_ENDED),
        (Step.OURS, There.ABSENT, {"asked": True}, Act.TO_ENDED),
        (Step.DONE, There.IN_PROGRESS, {"finishing": True}, Act.TO_OURS),
        (Step.GIVING, There.CANCELED, {"asked": True}, Act.TO_GIVEN),
        (Step.LOST, There.SCHEDULED, {"asked": True}, Act.TO_OPEN),
        (Step.SEEN, There.SCHEDULED, {"asked": True}, Act.REST),
    ],
)
def test_headquarters_decides(step: Step, there: There, flags: dict[str, bool], act: Act) -> None:
    known = {"asked": False, "finishing": False, "signed": False}
    assert next_act(step, there, **known | flags) is act
