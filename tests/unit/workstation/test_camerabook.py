"""Configuration and Camp page, put together."""

import pytest
from support.stations import a_store

from resources.problems import Invalid
from resources.wire.camerarules import CameraRules
from workstation.camerabook import CameraBook


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_the_configuration_wins_where_it_says_something(store):
    book = CameraBook(store, [{"ae_title": "CAM1", "strip": "conf_"}])
    held = book.save(CameraRules("CAM1", name="By hand", strip="hand_"))
    assert (held.name, held.strip) == ("By hand", "conf_")
    assert book.fixed("CAM1") == {"ae_title", "strip"}
    assert book.rules("CAM1 ") == held
    assert book.written("CAM1") == CameraBook(store).rules("CAM1") == CameraRules("CAM1", name="By hand")


def test_what_is_saved_holds_at_once_and_after_a_restart(store):
    book = CameraBook(store)
    assert book.rules("CAM1") == CameraRules("CAM1")
    book.save(CameraRules("CAM1", strip="a_"))
    assert book.rules("CAM1").strip == "a_"
    assert CameraBook(store).everyone() == book.everyone()
    book.forget("CAM1")
    assert book.rules("CAM1") == CameraRules("CAM1")


def test_everyone_that_somebody_spoke_of_is_there(store):
    book = CameraBook(store, [{"ae_title": "CAM2"}])
    book.save(CameraRules("CAM1"))
    assert [one.ae_title for one in book.everyone()] == ["CAM2", "CAM1"]


def test_a_configuration_that_cannot_be_read_is_refused(store):
    with pytest.raises(Invalid):
        CameraBook(store, [{"ae_title": "CAM1", "port": "many"}])
