"""kill -9 at every named point of a push and a pull: after the next pass everything is there once, on both sides.

EYECAMP_KILLS=20 kills twenty times at each point (at its first, second, … time).
"""

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import mortal
from support.headquarters import MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.travelling import a_laptop

from resources.store import studies
from sync import ledger, outbox
from sync.headquarters import HttpHeadquarters
from sync.status import State

KILLS = int(os.environ.get("EYECAMP_KILLS", "1"))
OURS = [uid_of(n) for n in range(1, 5)]
THEIRS = [uid_of(n) for n in (9001, 9002)]
COMMITS = ("collect", "reached", "send", "write_down", "ask", "file", "pull", "note")
REQUESTS = ("probe", "stow", "find", "metadata", "studies", "instances", "fetch")
POINTS = [
    *(f"{name}: {when} the commit" for name in COMMITS for when in ("before", "after")),
    *(f"{name}: {when}" for name in REQUESTS for when in ("before the request", "answered")),
    "stow: in the body",
    "fetch: in the body",
    "vault: synced",
    "vault: renamed",
]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[bytes]]:
    """A laptop with four pictures of one person, two of them large; and two of an earlier visit that headquarters has."""
    folder = tmp_path_factory.mktemp("template")
    with a_laptop(folder, connect=None) as laptop:
        number = laptop.registers().number or ""
        for n in range(1, 5):
            laptop.receives(an_op(n, patient=number, EncapsulatedDocument=bytes(300_000 if n > 2 else 2)))
    return folder, [an_op(n, patient=number, study=9000) for n in (9001, 9002)]


@pytest.fixture
def world(template: tuple[Path, list[bytes]], tmp_path: Path) -> Iterator[tuple[Path, MemoryHeadquarters, str]]:
    folder, earlier = template
    shutil.copytree(folder, tmp_path / "laptop")
    archive = MemoryHeadquarters()
    for part in earlier:
        archive.add(part)
    with served(archive) as url:
        yield tmp_path / "laptop", archive, url


def test_every_point_that_a_pass_goes_through_has_a_name_here(world: tuple[Path, MemoryHeadquarters, str]) -> None:
    folder, _, url = world
    notes = folder.parent / "notes"
    assert mortal.start(folder, url, "", notes).wait() == 0
    assert set(notes.read_text().splitlines()) == set(POINTS)


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("time", range(1, KILLS + 1))
@pytest.mark.parametrize("point", POINTS)
def test_a_laptop_that_dies_there_loses_nothing_and_sends_nothing_twice(
    world: tuple[Path, MemoryHeadquarters, str], point: str, time: int
) -> None:
    folder, archive, url = world
    died = mortal.start(folder, url, f"{point}*{time}", folder.parent / "notes").wait()
    assert died == -signal.SIGKILL or (died == 0 and time > 1)
    with a_laptop(folder, letter="", hq=archive, connect=lambda: HttpHeadquarters(url), headquarters=url) as laptop:
        with laptop.store.read() as unit:
            claimed = {receipt.instance_uid for receipt in ledger.confirmed(unit, url)}
        assert claimed <= archive.held.keys()
        laptop.clock.forward(13 * 3600)  # people are asked for again after half a day
        assert laptop.sync.once().problem == ""
        assert Counter(archive.uploads) == Counter(OURS)
        assert sorted(archive.held) == sorted(OURS + THEIRS)
        with laptop.store.read() as unit:
            assert sorted(row.instance_uid for row in studies.instances(unit)) == sorted(OURS + THEIRS)
            assert {entry.state for entry in outbox.entries(unit)} == {State.VERIFIED}
            assert ledger.tally(unit, url).confirmed == len(OURS + THEIRS)
            assert ledger.broken(unit) is None
