"""The simulator: the real engine, on a real database file, against headquarters and a line that fail in every way we know of.

Each life of a laptop is drawn from one number, its seed. Pictures go to an archive, of which every second keeps whatever comes,
so that all that is sent twice shows; people, headshots, visits, grades and referrals go to a FHIR server of every manner.
EYECAMP_FAULTS says how many faults to go through, EYECAMP_SEED where to begin (0: anywhere), EYECAMP_LIVES=1 repeats one
life, EYECAMP_WRONG how many wrong lives end a run, and EYECAMP_WORKERS how many processes share the work.
"""

import faulthandler
import logging
import multiprocessing
import os
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from support import simulated_list, simulated_records
from support.chance import seed
from support.simulated_hq import FAULTS as ON_PICTURES
from support.simulation import EVENTS, Life, Outcome, a_template

ENOUGH = int(os.environ.get("EYECAMP_FAULTS", "100000"))
EVERY_KIND = 20_000
"""From so many faults on every kind has to come up."""
FAULTS = (
    ON_PICTURES.keys() | simulated_records.FAULTS | simulated_list.FAULTS.keys() | EVENTS | {*simulated_list.HAPPENS}
)
MOST_WRONG = int(os.environ.get("EYECAMP_WRONG", "20"))
"""A run goes on after a life that went wrong, for the next ones to be known too; behind so many there is one mistake."""
LIVES = int(os.environ.get("EYECAMP_LIVES", "1000000000"))
SEED = seed(1000)
WORKERS = int(os.environ.get("EYECAMP_WORKERS", "2"))
MEMORY = Path("/dev/shm")
Started = tuple[int, Future[Outcome]]
"""A seed and what its life will have come to."""


def one_life(seed: int, folder: Path, at_hq: list[bytes]) -> Outcome:
    logging.disable(logging.CRITICAL)  # every fault of a million would be written down
    return Life(seed, folder / f"life-{os.getpid()}", folder / "template", at_hq).run()


def lives(folder: Path) -> list[Outcome]:
    """One after the other, until there were faults enough or too many lives went wrong; each that does is said at once."""
    at_hq = a_template(folder / "template")
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        seeds = iter(range(SEED, SEED + LIVES))
        started: Iterator[Started] = ((seed, pool.submit(one_life, seed, folder, at_hq)) for seed in seeds)
        running = list(islice(started, 4 * WORKERS))  # some lives take four times as long as others
        found: list[Outcome] = []
        while running:
            found.append(_result(*running.pop(0)))
            if found[-1].wrong:
                print(_wrong(found[-1]), flush=True)  # noqa: T201
            if len(found) % 50 == 0:  # a million takes hours; whoever waits sees it with -s
                print(_so_far(found), flush=True)  # noqa: T201
            if is_more_wanted(found):
                running += islice(started, 1)
            else:
                running = [(seed, future) for seed, future in running if not future.cancel()]
    return found


def _result(seed: int, future: Future[Outcome]) -> Outcome:
    """A life that breaks off is one that went wrong."""
    error = future.exception()
    return Outcome(seed, wrong=["".join(traceback.format_exception(error))]) if error else future.result()


def _wrong(outcome: Outcome) -> str:
    return f"EYECAMP_LIVES=1 EYECAMP_SEED={outcome.seed} went wrong: {outcome.wrong}"


def _so_far(found: list[Outcome]) -> str:
    happened = sum(sum(outcome.faults.values()) for outcome in found)
    return f"{happened} faults in {len(found)} lives, to seed {found[-1].seed}"


def is_more_wanted(found: list[Outcome]) -> bool:
    """Too few faults yet, or a rare kind has not come up; after three times as many it is missed. MOST_WRONG end it."""
    if sum(bool(outcome.wrong) for outcome in found) >= MOST_WRONG:
        return False
    happened = Counter[str]()
    for outcome in found:
        happened.update(outcome.faults)
    is_rare_missing = ENOUGH >= EVERY_KIND and not happened.keys() >= FAULTS
    return happened.total() < ENOUGH or (is_rare_missing and happened.total() < 3 * ENOUGH)


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.hazard("HZ-05")
def test_whatever_fails_nothing_is_lost_nothing_is_doubled_and_everything_arrives(tmp_path: Path) -> None:
    faulthandler.cancel_dump_traceback_later()  # it takes minutes, and hangs nowhere
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        found = lives(Path(folder))
    happened = Counter[str]()
    for outcome in found:
        happened.update(outcome.faults)
    print(f"{happened.total()} faults of {len(happened)} kinds in {len(found)} lives from seed {SEED}")  # noqa: T201
    wrong = [_wrong(outcome) for outcome in found if outcome.wrong]
    assert not wrong, "\n".join(wrong)
    if happened.total() >= EVERY_KIND:
        assert happened.keys() >= FAULTS


def test_a_life_that_breaks_off_is_told_with_its_seed() -> None:
    broken: Future[Outcome] = Future()
    broken.set_exception(ValueError("no such picture"))
    outcome = _result(500_350, broken)
    assert "EYECAMP_SEED=500350" in _wrong(outcome) and "no such picture" in _wrong(outcome)
    assert is_more_wanted([outcome]) and not is_more_wanted([outcome] * MOST_WRONG)


def test_a_life_repeats_itself(tmp_path: Path) -> None:
    logging.disable(logging.CRITICAL)
    try:
        at_hq = a_template(tmp_path / "template")
        first, again = (Life(7, tmp_path / "life", tmp_path / "template", at_hq, steps=40).run() for _ in range(2))
    finally:
        logging.disable(logging.NOTSET)
    assert (first.faults, first.passes) == (again.faults, again.passes)
