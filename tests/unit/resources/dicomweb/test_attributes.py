"""The background reader of attributes, by its own doorbell."""

import threading

from support.data_sets import a_file, an_instance
from support.stations import FROM_CAMERA, a_store

from resources.dicomweb.attributes import AttributesService, kept
from resources.store import attribute_sets, filing
from resources.terms import Origin
from resources.wire.part10 import header_of, read_part10


def file_one(store, number: int) -> None:
    stream = a_file(an_instance(number=number))
    at = read_part10(stream).data_set_at
    header = header_of(stream)
    stream.seek(0)
    blob = store.vault.admit(stream, data_set_offset=at)
    with store.write(Origin.CAMERA) as unit:
        filing.file_instance(unit, header, blob, FROM_CAMERA)


def test_new_pictures_are_read_when_it_is_quiet(tmp_path, monkeypatch) -> None:
    store = a_store(tmp_path)
    read, keep = threading.Semaphore(0), attribute_sets.keep
    monkeypatch.setattr(attribute_sets, "keep", lambda unit, made: (keep(unit, made), read.release()))
    service = AttributesService(store, quiet=0.0)
    file_one(store, 1)
    service.start()
    assert read.acquire(timeout=20)
    file_one(store, 2)
    assert read.acquire(timeout=20)
    service.stop()
    with store.read() as unit:
        assert attribute_sets.unread(unit, 10) == []
    store.close()


def test_a_file_that_cannot_be_read_has_no_attributes_and_harms_nobody(tmp_path, caplog) -> None:
    store = a_store(tmp_path)
    file_one(store, 1)
    blob = store.vault.admit(b"not a data set")
    assert kept(store, {1: blob.digest}) == {1: {}}
    assert "could not be read" in caplog.text
    caplog.clear()
    store.close()
