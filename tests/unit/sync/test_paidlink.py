"""Whoever pays by the byte says how much may go in a day."""

from datetime import timedelta
from pathlib import Path

import pytest
from support.stations import Clock, a_store

from resources.store import Store
from sync import outbox
from sync.paidlink import PaidLink, Share, share_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    return a_store(tmp_path, clock=clock, chains=[outbox.MIGRATIONS])


def is_spent(store: Store, link: PaidLink) -> bool:
    with store.read() as unit:
        return link.is_spent(unit)


def used(store: Store, link: PaidLink) -> int | None:
    with store.read() as unit:
        standing = link.standing(unit)
    return standing and standing.used


@pytest.mark.parametrize("text", ["", "nonsense", "{}", "[1]", "null", '["2026-01-01", "many"]'])
def test_of_nonsense_nothing_was_used(text: str) -> None:
    assert share_of(text).used == 0


def test_what_is_written_down_is_read_again() -> None:
    share = Share("2026-11-22").more(5).more(7)
    assert share_of(share.as_text()) == share and share.used == 12
    assert share.on("2026-11-23") == Share("2026-11-23", 0)


def test_the_share_is_used_up_byte_by_byte_and_a_restart_gives_no_new_one(store: Store) -> None:
    link = PaidLink(is_paid=True, limit=100)
    link.carried(99)
    assert not is_spent(store, link)
    link.keep(store)
    assert not is_spent(store, link)
    again = PaidLink(is_paid=True, limit=100)
    again.carried(1)
    assert is_spent(store, again)  # before it is written down as well
    again.keep(store)
    assert is_spent(store, again) and used(store, again) == 100
    store.close()


def test_a_new_day_brings_a_new_share(store: Store, clock: Clock) -> None:
    link = PaidLink(is_paid=True, limit=10)
    link.carried(10)
    link.keep(store)
    clock.forward(timedelta(days=1).total_seconds())
    assert not is_spent(store, link) and used(store, link) == 0
    store.close()


def test_without_a_limit_it_is_counted_and_never_used_up(store: Store) -> None:
    link = PaidLink(is_paid=True)
    link.carried(10**12)
    assert not is_spent(store, link) and used(store, link) == 10**12
    store.close()


def test_the_operating_system_is_asked_only_where_the_settings_leave_it_open(store: Store) -> None:
    for said, then in ((None, True), (False, False)):
        link = PaidLink(is_paid=said, limit=10)
        link.carried(50)  # on the network before, which cost nothing
        link.heard(is_paid=True)
        assert link.is_paid is then and not is_spent(store, link)
        link.carried(50)
        assert is_spent(store, link) is then
        link.heard(is_paid=False)
        assert not is_spent(store, link) and used(store, link) is None
    store.close()
