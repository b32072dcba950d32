"""Small bytes live and die with the transaction that speaks of them, and read as those in files do."""

import hashlib
import io

import pytest
from support.stations import FROM_CAMERA, a_header, a_store

from resources.problems import NotFound
from resources.store import drawer, filing, studies
from resources.store.backup import backup, restore
from resources.store.checkup import checkup, sweep
from resources.store.vault import SMALL, Blob, Small
from resources.terms import Origin

CONTENT = b"Lakshmi Devi, one small picture" * 10


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def finished(store, content: bytes = CONTENT, *, meta: bytes = b"") -> Blob | Small:
    part = store.vault.receive()
    part.write(meta)
    part.begin_data_set()
    part.write(content)
    return part.finish()


def filed(store, content: bytes = CONTENT, *, meta: bytes = b"", instance: int = 1) -> str:
    """File it as a camera's picture; its digest."""
    small = finished(store, content, meta=meta)
    with store.write(Origin.CAMERA) as unit:
        blob = drawer.keep(unit, small)
        filing.file_instance(unit, a_header(instance=instance), blob, FROM_CAMERA)
    return blob.digest


def test_small_bytes_are_read_as_those_of_a_file(store):
    digest = filed(store)
    assert digest == hashlib.sha256(CONTENT).hexdigest()
    assert list(store.vault.files()) == [] and list(store.vault.digests()) == [digest]
    assert store.vault.holds(digest) and store.vault.size(digest) == len(CONTENT)
    store.vault.verify(digest)
    with store.vault.open(digest) as stream:
        stream.seek(8)
        assert stream.read(4) == CONTENT[8:12]


@pytest.mark.parametrize(("size", "has_file"), [(0, False), (SMALL, False), (SMALL + 1, True), (3 << 20, True)])
def test_what_is_larger_has_a_file(store, size, has_file):
    digest = filed(store, bytes(size))
    assert list(store.vault.files()) == [digest] * has_file
    assert store.vault.read(digest) == bytes(size)


def test_bytes_that_nobody_committed_are_nowhere(store):
    with pytest.raises(ZeroDivisionError), store.write(Origin.CAMERA) as unit:
        drawer.keep(unit, finished(store))
        raise ZeroDivisionError
    assert list(store.vault.digests()) == []
    with pytest.raises(NotFound):
        store.vault.read(hashlib.sha256(CONTENT).hexdigest())


def test_nothing_plain_is_on_the_disk(store):
    filed(store)
    assert not [path for path in store.folder.rglob("*") if path.is_file() and b"Lakshmi" in path.read_bytes()]


def test_the_same_bytes_twice_are_kept_once_and_no_start_adopts_them(store):
    assert filed(store) == filed(store)
    assert sweep(store).adopted == 0
    report = checkup(store)
    assert report.is_well and (report.rows, report.files) == (1, 1)


def test_the_same_picture_under_another_meta_leaves_no_second_copy(store):
    first, _ = filed(store, meta=b"CAM1"), filed(store, meta=b"CAM2")
    assert list(store.vault.digests()) == [first]
    assert checkup(store).findings == ()


def test_small_bytes_that_are_gone_are_damage_and_come_back_with_the_next_sending(store):
    digest = filed(store)
    with store.write(Origin.STATION) as unit:
        drawer.drop(unit, digest)
    assert [finding.severity for finding in checkup(store).findings] == ["damaged"]
    filed(store)
    assert checkup(store).is_well


def test_a_second_version_of_a_number_is_kept_beside_the_first(store):
    both = {filed(store, b"one"), filed(store, b"two")}
    with store.read() as unit:
        (held,) = filing.held(unit)
        assert {held.digest, studies.instances(unit)[0].digest} == both
    assert {store.vault.read(digest) for digest in both} == {b"one", b"two"}


def test_a_backup_holds_them(store, tmp_path):
    (store.folder / "keys.json").write_text('{"wraps": []}')
    digest = filed(store)
    backup(store, tmp_path / "stick")
    restore(tmp_path / "stick", tmp_path / "new" / "station")
    back = a_store(tmp_path / "new", seed=2)
    assert checkup(back).is_well and back.vault.read(digest) == CONTENT
    back.close()


def test_a_part_that_is_kept_at_once_has_a_file_however_small(store):
    blob = store.vault.admit(io.BytesIO(CONTENT))
    assert list(store.vault.files()) == [blob.digest]
