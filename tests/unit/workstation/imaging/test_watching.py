"""A watched folder: whole files come in by themselves, half ones wait, and no original is ever lost."""

import time
from threading import Event

import pytest
from support.pictures import a_jpeg, an_op
from support.stations import a_store

from resources.store import filing, studies
from resources.store.vault import Disk
from workstation.imaging.watching import AGAIN, QUIET, Look, Watcher, is_half_written, looked, ready


class Seconds:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def seconds():
    return Seconds()


def a_watcher(store, share, seconds, afterwards="leave", **how):
    return Watcher(store, share, afterwards=afterwards, monotonic=seconds, **how)


def after_a_while(watcher, seconds):
    watcher.look()
    seconds.now += QUIET
    return [row.outcome for row in watcher.look()]


def test_a_file_is_ready_when_it_has_not_changed_for_a_while(share):
    one = share / "1.dcm"
    first = looked({}, {one: (100, 1)}, 0.0)
    assert ready(first, {}, 0.0) == []
    grown = looked(first, {one: (200, 2)}, 9.0)
    assert ready(grown, {}, 10.0) == []
    same = looked(grown, {one: (200, 2)}, 19.0)
    assert ready(same, {}, 19.0) == [one]
    assert ready(same, {one: same[one]}, 99.0) == []
    assert ready(same, {one: Look(100, 1, 0.0)}, 99.0) == [one]
    assert ready({one: Look(0, 1, 0.0)}, {}, 99.0) == []


@pytest.mark.parametrize("name", [".hidden", "~lock", "IMG.jpg.part", "a.TMP", "b.crdownload", "c~"])
def test_half_written_names_are_left_alone(name):
    assert is_half_written(name)
    assert not is_half_written("IMG_0001.JPG")


def test_what_is_put_there_comes_in_once_and_stays(store, share, seconds):
    (share / "a").mkdir()
    (share / "a" / "1.dcm").write_bytes(an_op(1))
    watcher = a_watcher(store, share, seconds)
    assert watcher.look() == []
    seconds.now += QUIET
    assert [row.outcome for row in watcher.look()] == ["stored"]
    seconds.now += QUIET
    assert watcher.look() == []
    assert (share / "a" / "1.dcm").read_bytes() == an_op(1)
    assert after_a_while(a_watcher(store, share, seconds), seconds) == ["duplicate"]  # after a restart


def test_a_file_that_grows_is_taken_when_it_is_whole(store, share, seconds):
    whole = an_op(1)
    watcher = a_watcher(store, share, seconds)
    for end in (len(whole) // 3, len(whole) // 2, len(whole)):
        (share / "1.dcm").write_bytes(whole[:end])
        assert watcher.look() == []
        seconds.now += QUIET - 1
    watcher.look()
    seconds.now += QUIET
    assert [row.outcome for row in watcher.look()] == ["stored"]
    with store.read() as unit:
        assert filing.held(unit) == []


def test_what_was_taken_is_moved_to_done_and_nothing_is_written_over(store, share, seconds):
    watcher = a_watcher(store, share, seconds, "done")
    for _ in range(2):
        (share / "1.dcm").write_bytes(an_op(1))
        after_a_while(watcher, seconds)
    (share / "note.txt").write_text("not a picture")
    assert after_a_while(watcher, seconds) == ["skipped"]
    assert sorted(path.relative_to(share).as_posix() for path in share.rglob("*") if path.is_file()) == [
        "done/1 (2).dcm", "done/1.dcm", "note.txt",
    ]  # fmt: skip
    assert after_a_while(watcher, seconds) == []


def test_what_is_broken_is_kept_aside_and_its_original_too(store, share, seconds):
    (share / "1.dcm").write_bytes(an_op(1)[:-9])
    assert after_a_while(a_watcher(store, share, seconds, "done"), seconds) == ["quarantined"]
    assert (share / "done" / "1.dcm").read_bytes() == an_op(1)[:-9]


@pytest.mark.hazard("HZ-02")
@pytest.mark.hazard("HZ-20")
def test_photographs_wait_in_the_inbox_for_somebody(store, share, seconds):
    (share / "OD_lakshmi_C7A-00001.jpg").write_bytes(a_jpeg())
    assert after_a_while(a_watcher(store, share, seconds, "done"), seconds) == ["waiting"]
    with store.read() as unit:
        assert [row.kind for row in filing.held(unit)] == ["photograph"]
        assert studies.count(unit) == 0


def test_a_folder_that_goes_away_is_no_trouble(store, share, seconds):
    watcher = a_watcher(store, share, seconds)
    share.rmdir()
    assert watcher.look() == []
    share.mkdir()
    (share / "1.dcm").write_bytes(an_op(1))
    assert after_a_while(watcher, seconds) == ["stored"]


def test_what_could_not_be_kept_is_tried_again(tmp_path, share, seconds):
    free = [0]
    store = a_store(tmp_path / "full", floor_bytes=100, disk=Disk(free=lambda _: free[0]))
    (share / "1.dcm").write_bytes(an_op(1))
    watcher = a_watcher(store, share, seconds, "done")
    assert after_a_while(watcher, seconds) == ["skipped"]
    assert (share / "1.dcm").exists()
    free[0] = 10**9
    assert after_a_while(watcher, seconds) == []
    seconds.now += AGAIN
    assert after_a_while(watcher, seconds) == ["stored"] or (share / "done" / "1.dcm").exists()
    store.close()


def test_a_link_is_not_followed(store, share, seconds, tmp_path):
    (tmp_path / "secret.dcm").write_bytes(an_op(1))
    (share / "link.dcm").symlink_to(tmp_path / "secret.dcm")
    (share / "loop").symlink_to(share)
    assert after_a_while(a_watcher(store, share, seconds), seconds) == []


def test_it_looks_by_itself_and_ends_when_told(store, share):
    (share / "1.dcm").write_bytes(an_op(1))
    came = Event()
    store.feed.subscribe(came.set)
    watcher = a_watcher(store, share, lambda: time.monotonic() * 1000, every=0.02)
    watcher.start()
    watcher.start()
    assert came.wait(30)
    watcher.stop(5)
    watcher.stop(5)
    with store.read() as unit:
        assert studies.count(unit) == 1
