"""What a crash leaves is put in order at the next start, and what is damaged is said."""

import io
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.store import filing, patients, studies
from resources.store.checkup import checkup, sweep
from resources.store.vault import Disk
from resources.terms import Origin
from resources.wire.part10 import file_meta, header_of, read_part10

PAGE = 4096


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def a_part10(uid="1.2.3.4") -> bytes:
    """A small valid file, made by hand: implicit VR, UIDs and an unknown person."""

    def element(group, number, value):
        value += b"\0" * (len(value) % 2)
        return group.to_bytes(2, "little") + number.to_bytes(2, "little") + len(value).to_bytes(4, "little") + value

    sop_class = b"1.2.840.10008.5.1.4.1.1.66"
    body = element(8, 0x16, sop_class) + element(8, 0x18, uid.encode()) + element(8, 0x60, b"OP")
    body += element(0x20, 0x0D, b"1.2.3") + element(0x20, 0x0E, b"1.2.3.1")
    return file_meta(sop_class.decode(), uid, "1.2.840.10008.1.2", "CAM1") + body


def test_a_file_without_a_row_is_adopted_into_the_inbox(store):
    store.vault.admit(a_part10())
    assert sweep(store).adopted == 1
    with store.read() as unit:
        (waiting,) = studies.inbox(unit)
        assert waiting.instances[0].instance_uid == "1.2.3.4"
        assert waiting.instances[0].calling_ae_title == "CAM1"
    assert sweep(store).adopted == 0
    assert checkup(store).is_well


def test_the_name_of_an_adopted_file_is_made_sure_of_before_a_row_speaks_of_it(tmp_path):
    """Who was killed after the rename had not synced the folder yet."""
    synced: list[Path] = []
    store = a_store(tmp_path, disk=Disk(sync_folder=synced.append))
    blob = store.vault.admit(a_part10())
    synced.clear()
    assert sweep(store).adopted == 1
    assert synced == [store.vault.path(blob.digest).parent]


def test_pages_that_a_power_cut_tore_while_the_wal_was_folded_in_are_not_called_damaged(tmp_path):
    store = a_store(tmp_path / "first")
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    shutil.copytree(store.folder, tmp_path / "cut" / "station")
    file, journal = (tmp_path / "cut" / "station" / name for name in ("station.db", "station.db-wal"))
    pages = file.read_bytes()
    for number in _pages_in(journal.read_bytes()):
        pages = pages[: (number - 1) * PAGE + 512] + bytes(PAGE - 512) + pages[number * PAGE :]
    assert pages != file.read_bytes()
    file.write_bytes(pages)
    cut = a_store(tmp_path / "cut")
    assert checkup(cut).findings == ()
    with cut.read() as unit:
        assert len(patients.listed(unit)) == 1


def _pages_in(wal: bytes) -> set[int]:
    """The numbers of the pages that it holds (sqlite.org/fileformat2.html, section 4.1), of those that the file has."""
    frames = range(32, len(wal), 24 + PAGE)
    return {number for at in frames if (number := int.from_bytes(wal[at : at + 4], "big")) < 50}


def test_a_file_that_nobody_can_read_is_kept_aside_and_shown(store):
    store.vault.admit(b"not a picture at all")
    assert sweep(store).adopted == 1
    with store.read() as unit:
        (held,) = filing.held(unit)
    assert held.kind == "quarantine" and "interrupted" in held.reason
    assert sweep(store).adopted == 0


def test_the_same_picture_from_another_camera_leaves_no_second_file(store):
    first, second = (a_part10().replace(b"CAM1", name) for name in (b"CAM1", b"CAM2"))
    offset = read_part10(io.BytesIO(first)).data_set_at
    for content in (first, second):
        header = header_of(io.BytesIO(content))
        blob = store.vault.admit(content, data_set_offset=offset)
        with store.write(Origin.CAMERA) as unit:
            filing.file_instance(unit, header, blob, FROM_CAMERA)
    assert len(list(store.vault.digests())) == 1
    assert sweep(store).adopted == 0 and checkup(store).is_well


def test_a_picture_that_was_lost_is_taken_from_the_next_sending(store):
    first, second = (a_part10().replace(b"CAM1", name) for name in (b"CAM1", b"CAM2"))
    offset = read_part10(io.BytesIO(first)).data_set_at
    for content in (first, second):
        header, blob = header_of(io.BytesIO(content)), store.vault.admit(content, data_set_offset=offset)
        with store.write(Origin.CAMERA) as unit:
            filing.file_instance(unit, header, blob, FROM_CAMERA)
            lost = studies.instance(unit, "1.2.3.4").digest
        if content is first:
            store.vault.path(lost).unlink()
    with store.read() as unit:
        assert store.vault.read(studies.instance(unit, "1.2.3.4").digest) == second


def test_a_photo_is_not_taken_for_an_orphan(store):
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
        patients.set_photo(unit, person.uuid, store.vault.admit(b"face"), mime="image/jpeg")
    assert sweep(store).adopted == 0


def test_a_missing_and_a_changed_picture_are_damage(store):
    with store.write(Origin.CAMERA) as unit:
        for number, content in enumerate((b"one", b"two"), start=1):
            filing.file_instance(unit, a_header(instance=number), store.vault.admit(content), FROM_CAMERA)
        lost, harmed = (row.digest for row in studies.instances(unit))
    store.vault.path(lost).unlink()
    path = store.vault.path(harmed)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    report = checkup(store)
    assert not report.is_well
    assert {finding.what for finding in report.findings} == {lost, harmed}


@pytest.mark.hazard("HZ-22")
@pytest.mark.parametrize("torn", ["seq = 1", "seq = 2", "seq = (select max(seq) from change)", "1"])
def test_a_row_that_was_taken_out_of_the_history_is_noticed(store, torn):
    for name in ("Asha", "Bina", "Chitra"):
        with store.write(Origin.PERSON, "grace") as unit:
            patients.register(unit, lakshmi(given_name=name))
    with pytest.raises(ZeroDivisionError), store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, lakshmi())
        _ = 1 / 0  # what was undone leaves no gap
    assert checkup(store).is_well
    with store.write(Origin.PERSON, "somebody who was not to be found") as unit:
        unit.execute(text(f"delete from change where {torn}"))
    report = checkup(store)
    assert not report.is_well
    assert [found.what for found in report.findings] == ["history"] and "took them out" in report.findings[0].sentence
