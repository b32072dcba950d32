"""kill -9 at every point of an original's leaving and coming back: it is here, or listed as left; never a row without either."""

import shutil
import signal
from pathlib import Path

import pytest
from support.nearlyfull import Leaver, about_to_leave, leaving_laptop
from support.stations import a_store
from support.travelling import NAME

from resources.store import checkup, evictions, studies
from sync import ledger, outbox
from sync.status import Level

LEAVING = [
    "let_go: before the commit",
    "let_go: after the commit",
    "vault: unlinked",
    "vault: folder synced",
    "finish: before the commit",
    "finish: after the commit",
]
COMING = ["vault: synced", "vault: renamed", "settled: before the commit", "settled: after the commit"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Leaver]:
    """A laptop whose one picture may leave."""
    folder = tmp_path_factory.mktemp("template")
    return folder, about_to_leave(folder)


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("point", [*LEAVING, *COMING])
def test_a_laptop_that_dies_there_has_it_or_says_that_it_left(
    template: tuple[Path, Leaver], tmp_path: Path, point: str
) -> None:
    folder, (uid, digest, moment) = template
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    assert leaving_laptop(tmp_path, moment, point, "back" if point in COMING else "leave") == -signal.SIGKILL
    store = a_store(tmp_path, letter="", chains=[outbox.MIGRATIONS])
    checkup.sweep(store)
    with store.read() as unit:
        gone = evictions.find(unit, uid)
        assert ledger.levels(unit, NAME, [uid]) == {uid: Level.DIGEST}
        assert [row.instance_uid for row in studies.instances(unit)] == [uid]
    if gone is None:
        store.vault.verify(digest)
    else:
        assert (gone.state, store.vault.is_away(digest)) == (evictions.EVICTED, True)
    assert checkup.checkup(store).is_well
