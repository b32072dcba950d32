"""Acknowledged means kept: the power goes at any moment while cameras and a tablet send (reliability.md C2, sync.md section 4).

The real program runs once, watched by strace; then the disk is laid out as a cut at each moment may leave it, and the store opens
on that. EYECAMP_CUTS says at how many moments (CI 60; a number above 20,000 takes all, with more pictures).
"""

import hashlib
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import tracing
from support.cameras import data_set_of, storescu
from support.chance import seed
from support.pictures import a_jpeg, an_op, uid_of
from support.powercut import WatchedDisk, all_of_it, none_of_it, torn
from support.serving_station import ServingStation

from resources.store import Store, open_store, patients, studies
from resources.store.checkup import Swept, checkup, sweep
from resources.store.keys import KeyFile, unlock
from sync import outbox

pytestmark = [pytest.mark.dcmtk, pytest.mark.slow]
CUTS = int(os.environ.get("EYECAMP_CUTS", "60"))
ALL = 20_000
SEED = seed()
SIZES = (2, 300, 40_000, 200_000) if CUTS < ALL else (2, 300, 40_000, 200_000, 1_500_000)
"""Bytes beside the picture itself. Up to 32 KiB lie in the database, more in a file."""
ASSOCIATIONS, IN_EACH = (4, 4) if CUTS < ALL else (12, 15)
FACE = a_jpeg(200, 200)


class WatchedStation(ServingStation):
    """Writes what it asks of the system into a log."""

    @property
    def trace(self) -> Path:
        return self.folder.with_suffix(".strace")

    def command(self, *words: str) -> list[str]:
        return tracing.under_strace(self.trace, super().command(*words))

    def end(self) -> None:
        """As a person closes it; strace goes with it."""
        assert self.process is not None
        os.kill(int(self.ready["pid"]), signal.SIGTERM)
        assert self.process.wait(60) == 0
        self.process = None

    def kill(self) -> None:
        if self.process is not None and self.ready:
            with suppress(ProcessLookupError):
                os.kill(int(self.ready["pid"]), signal.SIGKILL)
        super().kill()


@dataclass(frozen=True)
class Day:
    """What was asked of the system, what was sent, and when it was acknowledged."""

    home: Path
    calls: list[tracing.Call]
    sent: dict[str, bytes]
    taken: dict[str, int]
    person: str
    registered: int
    photographed: int


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    tracing.needs_strace()
    folder = tmp_path_factory.mktemp("day")
    home = folder / "laptop"
    home.mkdir()
    station = WatchedStation(home)
    try:
        station.start()
        sent = _send(station, folder)
        with station.client() as client:
            made = client.post("/api/patients/", json={"name": {"family": "Devi", "given": "Lakshmi"}})
            person = str(made.raise_for_status().json()["id"])
            sent |= _send(station, folder, first=1000)
            shot = client.post(f"/api/patients/{person}/photo", content=FACE, headers={"Content-Type": "image/jpeg"})
            assert shot.status_code == 201
        station.end()
    finally:
        station.kill()
    calls = tracing.calls(station.trace, str(home))
    registered, photographed = tracing.created(calls, int(station.ready["rest_url"].rpartition(":")[2]))
    yield Day(home, calls, sent, tracing.taken(calls, station.dicom_port), person, registered, photographed)


def _send(station: ServingStation, folder: Path, first: int = 0) -> dict[str, bytes]:
    sent = {}
    for association in range(ASSOCIATIONS // 2):
        files = []
        for n in range(IN_EACH):
            number = first + association * IN_EACH + n
            files.append(folder / f"{number}.dcm")
            files[-1].write_bytes(
                an_op(number, patient="C7A-00042-6", EncapsulatedDocument=bytes(SIZES[number % len(SIZES)]))
            )
            sent[uid_of(number)] = data_set_of(files[-1])
        assert storescu(station.dicom_port, *files, options=["-R", "-xy"]).returncode == 0
    return sent


@pytest.fixture(scope="module")
def disk(day: Day) -> WatchedDisk:
    return WatchedDisk(day.home, day.calls)


def test_the_replay_without_a_cut_is_what_lies_on_the_disk(day: Day, disk: WatchedDisk, tmp_path: Path) -> None:
    disk.lay_out(tmp_path / "laid", tracing.NEVER, all_of_it)
    assert _files(tmp_path / "laid") == _files(day.home) - {"serve.log"}
    for name in _files(tmp_path / "laid"):
        assert (tmp_path / "laid" / name).read_bytes() == (day.home / name).read_bytes(), name
    assert set(day.taken) == set(day.sent)
    assert len(day.sent) == ASSOCIATIONS // 2 * IN_EACH * 2


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_power_cut_takes_nothing_that_was_acknowledged(day: Day, disk: WatchedDisk, tmp_path: Path) -> None:
    rng = random.Random(SEED)
    for count, moment in enumerate(_moments(day, disk, rng)):
        luck = torn(rng) if rng.random() < 0.6 else none_of_it
        laid = tmp_path / str(count)
        disk.lay_out(laid, moment, luck)
        try:
            check(day, laid, moment)
        except Exception as reason:
            raise AssertionError(f"cut at {moment} of {disk.moments[-1]}, {luck} (EYECAMP_SEED={SEED})") from reason
        shutil.rmtree(laid)


def _moments(day: Day, disk: WatchedDisk, rng: random.Random) -> list[int]:
    """Each moment at which something was acknowledged, and others by chance: in the first start, while they send, at the end."""
    said = sorted({*day.taken.values(), day.registered, day.photographed})
    others = [moment for moment in disk.moments if moment not in said]
    return sorted(said + rng.sample(others, min(len(others), max(0, CUTS - len(said)))))


def check(day: Day, laid: Path, moment: int) -> None:
    """Open what the cut left, as a start does; find all that was acknowledged before, and nothing that is half."""
    store = opened(laid)
    try:
        sweep(store)
        assert checkup(store).findings == ()
        assert sweep(store) == Swept(0, 0)
        with store.read() as unit:
            rows = {row.instance_uid: row for row in studies.instances(unit)}
        for uid, row in rows.items():
            assert store.vault.read(row.digest).endswith(day.sent[uid]), f"{uid} is not what was sent"
        lost = {uid for uid, said in day.taken.items() if said <= moment} - rows.keys()
        assert not lost, f"acknowledged and lost: {sorted(lost)}"
        if day.registered <= moment:
            with store.read() as unit:
                assert patients.find(unit, day.person)
                photo = patients.photo(unit, day.person)
            assert photo or moment < day.photographed
            assert photo is None or hashlib.sha256(store.vault.read(photo.digest)).hexdigest() == photo.digest
    finally:
        store.close()


def opened(laid: Path) -> Store:
    folder = laid / "station"
    return open_store(folder, unlock(folder, KeyFile(laid / "key")), chains=[outbox.MIGRATIONS])


IGNORED: dict[str, Callable[[str], bool]] = {
    "the WAL": lambda path: path.endswith(".db-wal"),
    "the files of the vault": lambda path: "/vault/parts/" in path,
    "the folders of the vault": lambda path: Path(path).parent.name == "vault",
}


@pytest.mark.parametrize("ignored", IGNORED)
def test_without_these_syncs_the_replay_does_lose_something(
    day: Day, disk: WatchedDisk, tmp_path: Path, ignored: str
) -> None:
    """The proof of the test above: it notices a store that does not sync."""
    moment = max(day.taken.values())
    disk.lay_out(tmp_path / "synced", moment, none_of_it)
    check(day, tmp_path / "synced", moment)
    WatchedDisk(day.home, day.calls, ignoring=IGNORED[ignored]).lay_out(tmp_path / "laid", moment, none_of_it)
    with pytest.raises((AssertionError, OSError)):
        check(day, tmp_path / "laid", moment)
