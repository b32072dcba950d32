"""The setting of a watched folder, from words to a service."""

import pytest
from support.stations import a_store

from resources.problems import Invalid
from workstation.compose import watcher_of
from workstation.settings import load


def settings_for(folder, **more):
    return load(None, {}, {"data_dir": str(folder / "station"), **more})


def test_no_folder_is_watched_unless_one_is_set(tmp_path):
    store = a_store(tmp_path)
    assert watcher_of(store, settings_for(tmp_path)) is None
    assert watcher_of(store, settings_for(tmp_path, **{"watch.folder": str(tmp_path / "share")})).name == "watch folder"
    store.close()


def test_a_folder_that_holds_the_station_is_refused(tmp_path):
    store = a_store(tmp_path)
    for folder in (tmp_path, tmp_path / "station", tmp_path / "x" / ".."):
        with pytest.raises(Invalid, match="holds the station"):
            watcher_of(store, settings_for(tmp_path, **{"watch.folder": str(folder)}))
    store.close()


def test_what_becomes_of_originals_is_one_of_two_words():
    with pytest.raises(Invalid, match=r"watch\.afterwards is one of"):
        load(None, {}, {"watch.afterwards": "delete"})
