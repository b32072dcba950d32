from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.lanes import BATCH_BYTES, BATCH_COUNT, SMALL, Lane, batches, lane, ordered


@dataclass(frozen=True)
class Item:
    pk: int
    size: int
    attempts: int = 0
    alone: bool = False


MB = 1 << 20


def test_small_goes_before_large_and_old_before_young() -> None:
    items = [Item(1, 60 * MB), Item(2, 2 * MB), Item(3, 10), Item(4, 2 * MB), Item(5, 10)]
    assert [item.pk for item in ordered(items, 4 * MB)] == [3, 5, 2, 4, 1]


def test_one_that_always_fails_holds_up_nobody() -> None:
    items = [Item(1, 10, attempts=7), Item(2, 60 * MB), Item(3, 10, attempts=3), Item(4, 2 * MB, attempts=1)]
    assert [item.pk for item in ordered(items, 4 * MB)] == [2, 4, 1, 3]


@pytest.mark.hazard("HZ-04")
def test_an_urgent_persons_pictures_go_before_all_others_even_after_they_failed_twice() -> None:
    items = [Item(1, 10), Item(2, 60 * MB, attempts=2), Item(3, 10), Item(4, 2 * MB)]
    assert [item.pk for item in ordered(items, 4 * MB, urgent={2, 4})] == [4, 2, 1, 3]


def test_an_urgent_one_that_always_fails_holds_up_nobody() -> None:
    items = [Item(1, 10), Item(2, 10, attempts=3), Item(3, 60 * MB)]
    assert [item.pk for item in ordered(items, 4 * MB, urgent={2})] == [1, 3, 2]


def test_a_lane_is_told_by_size() -> None:
    assert [lane(size, 4 * MB) for size in (0, SMALL, SMALL + 1, 4 * MB, 4 * MB + 1)] == [
        Lane.PREVIEW, Lane.PREVIEW, Lane.FUNDUS, Lane.FUNDUS, Lane.BULK,
    ]  # fmt: skip


@given(st.lists(st.builds(Item, st.integers(), st.integers(0, 2 * SMALL), st.just(0), st.booleans()), max_size=80))
def test_batches_lose_nothing_keep_the_order_and_stay_small(items: list[Item]) -> None:
    found = batches(items)
    assert [item for batch in found for item in batch] == items
    for batch in found:
        assert len(batch) == 1 or (
            len(batch) <= BATCH_COUNT
            and sum(item.size for item in batch) <= BATCH_BYTES
            and all(item.size <= SMALL and not item.alone for item in batch)
        )


def test_small_neighbours_share_a_request() -> None:
    assert len(batches([Item(n, 20_000) for n in range(40)])) == 2
