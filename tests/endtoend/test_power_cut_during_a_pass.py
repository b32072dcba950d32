"""The power goes at any moment of a pass: nothing is claimed that headquarters has not confirmed, and nothing is lost (I8, I9).

A pass of the real engine over real HTTP, and an original that leaves and comes back, are watched by strace once each; then the
store opens on what a cut at each moment may leave on the disk. EYECAMP_CUTS says at how many moments of each (CI 30).
"""

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import mortal, tracing
from support.chance import seed
from support.headquarters import MemoryHeadquarters, served
from support.nearlyfull import about_to_leave, leaving_laptop
from support.pictures import an_op, uid_of
from support.powercut import WatchedDisk, none_of_it, torn
from support.stations import Clock, a_store
from support.travelling import NAME, Laptop, a_laptop

from resources.store import checkup, evictions, studies
from sync import ledger, outbox
from sync.engine import SyncService
from sync.status import Level

pytestmark = [pytest.mark.slow, pytest.mark.hazard("HZ-05")]
CUTS = int(os.environ.get("EYECAMP_CUTS", "30"))
SEED = seed()
OURS = [uid_of(n) for n in range(1, 5)]
THEIRS = [uid_of(n) for n in (9001, 9002)]


@dataclass(frozen=True)
class Watched:
    """What a program made of a folder, and what was said meanwhile."""

    disk: WatchedDisk
    calls: list[tracing.Call]

    def cuts(self, folder: Path) -> Iterator[tuple[int, Path, random.Random]]:
        """Moments, each with the folder as the cut leaves it."""
        rng = random.Random(SEED)
        for moment in sorted(rng.sample(self.disk.moments, min(CUTS, len(self.disk.moments)))):
            laid = folder / str(moment)
            self.disk.lay_out(laid, moment, torn(rng) if rng.random() < 0.6 else none_of_it)
            yield moment, laid, rng
            shutil.rmtree(laid)


def watched(home: Path, before: Path, log: Path) -> Watched:
    calls = tracing.calls(log, str(home))
    return Watched(WatchedDisk(home, calls, before=before), calls)


# --- a pass


@pytest.fixture(scope="module")
def a_pass(tmp_path_factory: pytest.TempPathFactory) -> tuple[Watched, str, list[bytes], dict[str, bytes]]:
    """Four pictures go, two of an earlier visit come. Also the name of headquarters, what it had, and what it has afterwards."""
    tracing.needs_strace()
    folder = tmp_path_factory.mktemp("pass")
    before, home, archive = folder / "before", folder / "laptop", MemoryHeadquarters()
    with a_laptop(before, connect=None) as laptop:
        number = laptop.registers().number or ""
        for n in range(1, 5):
            laptop.receives(an_op(n, patient=number, EncapsulatedDocument=bytes(300_000 if n > 2 else 2)))
    earlier = [an_op(n, patient=number, study=9000) for n in (9001, 9002)]
    shutil.copytree(before, home)
    for part in earlier:
        archive.add(part)
    with served(archive) as url:
        watcher = mortal.start(
            home, url, "", folder / "notes", under=lambda command: tracing.under_strace(folder / "log", command)
        )
        assert watcher.wait(120) == 0
    assert sorted(archive.uploads) == sorted(OURS)
    return watched(home, before, folder / "log"), url, earlier, archive.held


def test_after_a_cut_in_a_pass_nothing_is_claimed_lost_or_sent_twice(
    a_pass: tuple[Watched, str, list[bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    watch, url, earlier, stored = a_pass
    posts = [one for one in tracing.exchanges(watch.calls) if one.content.startswith(b"POST")]
    asked = {uid: min(post.asked for post in posts if uid.encode() in post.content) for uid in OURS}
    answered = {uid: min(post.answered for post in posts if uid.encode() in post.content) for uid in OURS}
    for moment, laid, rng in watch.cuts(tmp_path):
        archive = MemoryHeadquarters()
        for part in earlier:
            archive.add(part)
        confirmed = {uid for uid in OURS if answered[uid] <= moment}
        arrived = confirmed | {uid for uid in OURS if asked[uid] <= moment and rng.random() < 0.5}
        archive.held |= {uid: stored[uid] for uid in arrived}
        where = f"cut at {moment} of {watch.disk.moments[-1]} (EYECAMP_SEED={SEED})"
        with reopened(laid, moment, archive, url) as laptop:
            checkup.sweep(laptop.store)
            assert checkup.checkup(laptop.store).findings == (), where
            with laptop.store.read() as unit:
                assert {row.instance_uid for row in studies.instances(unit)} >= set(OURS), where
                claimed = {receipt.instance_uid for receipt in ledger.confirmed(unit, url)}
            assert claimed <= confirmed | set(THEIRS), where
            laptop.clock.forward(13 * 3600)
            assert laptop.sync.once().problem == "", where
            assert sorted(archive.uploads) == sorted(set(OURS) - arrived), where
            with laptop.store.read() as unit:
                assert sorted(row.instance_uid for row in studies.instances(unit)) == sorted(OURS + THEIRS), where
                assert ledger.tally(unit, url).confirmed == len(OURS + THEIRS), where
                assert ledger.broken(unit) is None, where


def reopened(laid: Path, moment: int, archive: MemoryHeadquarters, url: str) -> Laptop:
    """Its next start; chance is another one than before."""
    clock = Clock()
    store = a_store(laid, letter="", seed=moment + 10, clock=clock, chains=[outbox.MIGRATIONS])
    sync = SyncService(store, connect=archive.client, headquarters=url, rng=random.Random(moment))
    return Laptop(store, clock, archive, sync)


# --- an original leaves, and comes back


@pytest.fixture(scope="module")
def leaving(tmp_path_factory: pytest.TempPathFactory) -> tuple[Watched, str, str]:
    """A laptop that is full; also the UID and the digest of what leaves it and is fetched again."""
    tracing.needs_strace()
    folder = tmp_path_factory.mktemp("leaving")
    before, home = folder / "before", folder / "laptop"
    uid, digest, moment = about_to_leave(before)
    shutil.copytree(before, home)
    assert leaving_laptop(home, moment, "", "back", lambda command: tracing.under_strace(folder / "log", command)) == 0
    return watched(home, before, folder / "log"), uid, digest


def test_after_a_cut_an_original_is_here_or_listed_as_left_to_whom_has_it(
    leaving: tuple[Watched, str, str], tmp_path: Path
) -> None:
    watch, uid, digest = leaving
    seen_away = 0
    for moment, laid, _ in watch.cuts(tmp_path):
        where = f"cut at {moment} of {watch.disk.moments[-1]} (EYECAMP_SEED={SEED})"
        store = a_store(laid, letter="", chains=[outbox.MIGRATIONS])
        try:
            checkup.sweep(store)
            with store.read() as unit:
                gone = evictions.find(unit, uid)
                assert ledger.levels(unit, NAME, [uid]) == {uid: Level.DIGEST}, where
                assert [row.instance_uid for row in studies.instances(unit)] == [uid], where
            if gone is None:
                store.vault.verify(digest)
            else:
                seen_away += 1
                assert (gone.state, store.vault.is_away(digest)) == (evictions.EVICTED, True), where
            assert checkup.checkup(store).is_well, where
        finally:
            store.close()
    assert seen_away, "it never left"
