"""A stick holds the whole station, nobody can read it there, and a restored one numbers nobody as the old one."""

import pytest
from support.stations import a_store, lakshmi

from resources.problems import Conflict, Damaged, NotFound
from resources.store import patients, station
from resources.store.backup import backup, restore
from resources.store.checkup import checkup
from resources.terms import Origin


@pytest.fixture
def filled(tmp_path):
    store = a_store(tmp_path)
    (tmp_path / "station" / "keys.json").write_text('{"wraps": []}')
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi(family_name="ZZCANARY"))
        patients.set_photo(unit, person.uuid, store.vault.admit(b"face" * 1000), mime="image/jpeg")
    yield store
    store.close()


@pytest.mark.hazard("HZ-17")
def test_a_backup_comes_back_whole_and_asks_for_a_letter(filled, tmp_path):
    backup(filled, tmp_path / "stick")
    assert not [p for p in (tmp_path / "stick").rglob("*") if p.is_file() and b"ZZCANARY" in p.read_bytes()]
    again = backup(filled, tmp_path / "stick")
    assert again.files == 3
    restore(tmp_path / "stick", tmp_path / "new" / "station")
    back = a_store(tmp_path / "new", seed=2)
    assert checkup(back).is_well
    with back.read() as unit:
        assert patients.listed(unit)[0].details.family_name == "ZZCANARY" and station.is_copy(unit)
    with pytest.raises(Conflict), back.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    back.close()


def test_a_backup_that_was_harmed_is_not_restored_in_silence(filled, tmp_path):
    backup(filled, tmp_path / "stick")
    victim = next((tmp_path / "stick" / "vault").rglob("*/*"))
    victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    with pytest.raises(Damaged):
        restore(tmp_path / "stick", tmp_path / "new")
    with pytest.raises(NotFound):
        restore(tmp_path, tmp_path / "other")


def test_other_peoples_folders_are_left_alone(filled, tmp_path):
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "beach.jpg").write_bytes(b"x")
    with pytest.raises(Conflict):
        backup(filled, tmp_path / "holiday")
