"""Whom a new person is compared with is kept from one look to the next, and never another than what reading all anew gives."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from support.stations import Clock, a_store, lakshmi

from resources.store import patients
from resources.store.store import Store
from resources.terms import Origin
from workstation.gui.patients import registering
from workstation.gui.patients.crowd import Crowd
from workstation.gui.patients.registering import Everybody, read_everybody

pytestmark = pytest.mark.hazard("HZ-08")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path, clock=Clock())


def nobody(store: Store) -> Everybody:
    return Everybody(Crowd(()), 0, store.clock().date())


def said_of(everybody: Everybody) -> dict[str, tuple[object, ...]]:
    """All that is compared or shown of each of them."""
    return {
        one.patient.uuid: (one.patient.details, one.patient.photo_digest, one.keys, one.village, one.phone)
        for one in everybody.known
    }


def change(store: Store, rng: random.Random, uuids: list[str]) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        uuid, what = rng.choice(uuids), rng.randrange(6)
        if what == 0:
            uuids.append(patients.register(unit, lakshmi(given_name=f"Lakshmi {len(uuids)}")).uuid)
        elif what == 1:
            patients.amend(unit, uuid, lakshmi(village=rng.choice(["Alagar", "Salem", "Mela"])))
        elif what == 2:
            patients.touch(unit, patients.find(unit, uuid))
        elif what == 3:
            blob = store.vault.admit(rng.randbytes(9))
            patients.set_photo(unit, uuid, blob, mime="image/jpeg", width=1, height=1)
        elif what == 4 and patients.photo(unit, uuid):
            patients.forget_photo(unit, uuid)
        elif len(uuids) > 2:
            uuids.remove(uuid)
            patients.forget(unit, uuid)


@pytest.mark.hazard("HZ-07")
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("most_news", [1, 1000])
def test_what_is_kept_is_what_reading_everybody_anew_gives(
    store: Store, monkeypatch: pytest.MonkeyPatch, seed: int, most_news: int
) -> None:
    monkeypatch.setattr(registering, "MOST_NEWS", most_news)
    rng = random.Random(seed)
    with store.write(Origin.PERSON, "grace") as unit:
        uuids = [patients.register(unit, lakshmi(given_name=name)).uuid for name in ("Sita", "Gita")]
    kept = read_everybody(store, nobody(store))
    for _ in range(12):
        for _ in range(rng.randrange(4)):
            change(store, rng, uuids)
        kept, anew = read_everybody(store, kept), read_everybody(store, nobody(store))
        assert said_of(kept) == said_of(anew)
        assert (kept.today, kept.day) == (anew.today, anew.day)
        assert [one.patient.uuid for one in kept.known] == [one.patient.uuid for one in anew.known]


def test_nobody_is_prepared_twice_whose_picture_came(store: Store) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        uuid = patients.register(unit, lakshmi()).uuid
    before = read_everybody(store, nobody(store))
    with store.write(Origin.CAMERA, "CAM1") as unit:
        patients.touch(unit, patients.find(unit, uuid))
    after = read_everybody(store, before)
    assert after.crowd is before.crowd
    assert after.seen > before.seen


@contextmanager
def rows_read(store: Store) -> Iterator[list[str]]:
    """The statements that go through SQLAlchemy meanwhile."""
    said: list[str] = []

    def heard(*args: object) -> None:
        said.append(str(args[2]))

    event.listen(store.database.engine, "before_cursor_execute", heard)
    yield said
    event.remove(store.database.engine, "before_cursor_execute", heard)


def test_where_nothing_is_new_nobody_is_read(store: Store) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, lakshmi())
    before = read_everybody(store, nobody(store))
    with rows_read(store) as statements:
        assert read_everybody(store, before) == before
    assert not any("FROM patient" in one for one in statements)
