"""kill -9 at every named point of reading headquarters' list and fetching what it names: then each picture is brought once.

Before a commit is where the step before it ended; EYECAMP_KILLS=2 kills there too.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import mortal
from support.pictures import an_op, uid_of
from support.restclient import SECRET, web
from support.travelling import a_laptop, receive

from resources.store import Store, patients, studies
from resources.terms import Origin
from sync import outbox
from sync.headquarters import HttpHeadquarters
from sync.listedstudies import Listing

THEIRS = [uid_of(1), uid_of(2)]
COMMITS = ("turn_to", "keep", "read", "file", "settle")
POINTS = [
    *(f"{name}: {when} the commit" for name in COMMITS for when in ("before", "after")),
    *(f"{name}: {when}" for name in ("list", "metadata", "fetch") for when in ("before the request", "answered")),
    "fetch: in the body",
]
MANY = int(os.environ.get("EYECAMP_KILLS", "1")) > 1
DEADLY = [point for point in POINTS if MANY or ": before" not in point]
ELSEWHERE = ("collect", "probe", "reached", "studies", "pull", "note", "vault")
"""What every pass goes through: ``test_kill_at_every_point``."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[tuple[Path, str, Store]]:
    """A laptop that knows one person; a station as headquarters that lists a visit of hers under the same id."""
    with a_laptop(tmp_path / "laptop", letter="B", connect=None) as laptop:
        person = laptop.registers()
    with web(tmp_path / "hub") as (client, there):
        with there.write(Origin.PERSON, actor="registry") as unit:
            known = patients.register(unit, person.details, uuid=person.uuid)
        for n in (1, 2):
            receive(there, an_op(n, patient=known.number or "", study=5))
        yield tmp_path / "laptop", str(client.base_url).rstrip("/"), there


def here(store: Store) -> list[str]:
    with store.read() as unit:
        return sorted(row.instance_uid for row in studies.instances(unit))


def test_every_point_of_the_list_has_a_name_here(world: tuple[Path, str, Store]) -> None:
    folder, base, _ = world
    notes = folder.parent / "notes"
    assert mortal.start(folder, f"{base}/dicom-web", "", notes, lists_at=base, secret=SECRET).wait() == 0
    passed = {point for point in notes.read_text().splitlines() if point.partition(":")[0] not in ELSEWHERE}
    assert passed == set(POINTS)


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("point", DEADLY)
def test_a_laptop_that_dies_there_misses_nothing_and_files_nothing_twice(
    world: tuple[Path, str, Store], point: str
) -> None:
    folder, base, there = world
    url = f"{base}/dicom-web"
    assert (
        mortal.start(folder, url, point, folder.parent / "notes", lists_at=base, secret=SECRET).wait()
        == -signal.SIGKILL
    )

    def reached(address: str) -> HttpHeadquarters:
        return HttpHeadquarters(address, token=SECRET)

    listing = Listing(base, lambda: reached(f"{base}/organizations/default/fhir/3"), reached)
    with a_laptop(folder, letter="", connect=lambda: reached(url), headquarters=url, listing=listing) as laptop:
        for _ in range(2):
            done = laptop.sync.once()
            assert (done.problem, done.list_problem) == ("", "")
            laptop.clock.forward(86400)
            assert here(laptop.store) == sorted(THEIRS)
        with laptop.store.read() as unit:
            assert not outbox.entries(unit)
            assert {row.origin for row in studies.instances(unit)} == {Origin.HQ}
    assert here(there) == sorted(THEIRS)
