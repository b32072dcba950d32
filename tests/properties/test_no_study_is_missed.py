"""Reading headquarters' list misses nothing, whatever the server does; the usual way, "newer than the newest seen", does.

``EYECAMP_LISTS`` sets how many worlds are tried (default 200, long run 20000).
"""

import os
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from support.pagedlists import PagedList, at

from resources.problems import Damaged
from sync.waterline import Leaf, Waterline, fresh_pass, lateness, read_pass

WORLDS = int(os.environ.get("EYECAMP_LISTS", "200"))
LATEST = 590.0


class Copy:
    """What is known here. Rows and waterline are kept together, or not at all."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.line = Waterline()
        self.cut = 0

    def keep(self, leaf: Leaf, line: Waterline) -> float | None:
        if self.cut:
            self.cut -= 1
            if not self.cut:
                raise ConnectionError
        fresh = [one for one in leaf.listed if self.known.get(one.key) != int(one.version)]
        self.known |= {one.key: int(one.version) for one in fresh}
        self.line = line
        return lateness(fresh, line)

    def read(self, pages: PagedList, *, broad: bool = False) -> bool:
        """One pass; whether it came to its end."""
        unfinished = self.line.began is not None
        try:
            self.line = read_pass(pages, self.line if unfinished else fresh_pass(self.line, broad=broad), self.keep)
        except (ConnectionError, Damaged):
            return False
        return True

    def lacks(self, pages: PagedList) -> set[str]:
        return {key for key, (version, _) in pages.rows.items() if self.known.get(key) != version}


class Naive(Copy):
    """As peers do it: strictly newer than the newest stamp seen."""

    newest = None

    def read(self, pages: PagedList, **_: bool) -> bool:
        since = self.newest
        leaf = pages.since(since)
        while True:
            for one in leaf.listed:
                if since is None or (one.stamp and one.stamp > since):
                    self.known[one.key] = int(one.version)
                    self.newest = max(self.newest or one.stamp, one.stamp)
            if not leaf.next:
                return True
            leaf = pages.follow(leaf.next)


def happen(pages: PagedList, what: str, key: int, seconds: float) -> None:
    if what == "commit":
        pages.commit(f"s{key}")
    elif what == "late":
        pages.commit(f"s{key}", late=min(seconds, LATEST))
    elif what == "drop":
        pages.drop(f"s{key}")
    elif what == "wait":
        pages.now += seconds


EVENT = st.tuples(
    st.sampled_from(["commit", "commit", "commit", "late", "drop", "wait", "read", "between", "loop", "cut"]),
    st.integers(0, 9),
    st.sampled_from([0.0, 0.5, 1.0, 30.0, 300.0, 590.0, 5000.0, 90_000.0]),
)


@settings(max_examples=WORLDS, deadline=None)
@given(
    events=st.lists(EVENT, max_size=40),
    size=st.integers(1, 4),
    order=st.sampled_from(["stamp", "newest", "key"]),
    says_sorted=st.booleans(),
    by_offset=st.booleans(),
)
def test_nothing_is_missed(
    events: list[tuple[str, int, float]], size: int, order: str, says_sorted: bool, by_offset: bool
) -> None:
    pages, mine = PagedList(size, order, says_sorted, by_offset), Copy()
    for what, key, seconds in events:
        live(pages, mine, what, key, seconds)
    settle(pages, mine)
    assert mine.lacks(pages) == set()


def live(pages: PagedList, mine: Copy, what: str, key: int, seconds: float) -> None:
    if what == "read":
        mine.read(pages)
    elif what == "between":
        pages.between.append(lambda one: happen(one, ("commit", "drop", "late")[key % 3], key, seconds))
    elif what == "loop":
        pages.loops += 1
    elif what == "cut":
        mine.cut = 1 + key % 3
    else:
        happen(pages, what, key, seconds)


def settle(pages: PagedList, mine: Copy) -> None:
    """The world stands still, and two passes come to their end: the first may have met pages that shifted."""
    pages.between, pages.loops, mine.cut = [], 0, 0
    for _ in range(2):
        pages.now += 2
        assert mine.read(pages)


def a_world(seed: int) -> PagedList:
    return PagedList(size=1 + seed % 4, by_offset=bool(seed % 2))


def live_long(pages: PagedList, mine: Copy, seed: int) -> int:
    """40 studies in bursts with ties, one in ten committed late, read after each burst; how many were missed."""
    rng = Random(seed)
    for number in range(40):
        pages.now += rng.choice([0, 0, 1, 60])
        pages.commit(f"s{number}", late=rng.uniform(1, LATEST) if rng.random() < 0.1 else 0)
        if rng.random() < 0.3:
            mine.read(pages)
    settle(pages, mine)
    return len(mine.lacks(pages))


def test_the_usual_way_misses_and_ours_does_not() -> None:
    worlds = range(40)
    assert sum(live_long(a_world(seed), Naive(), seed) for seed in worlds) > 40
    assert sum(live_long(a_world(seed), Copy(), seed) for seed in worlds) == 0


def test_a_day_of_skew_between_date_and_stamps_misses_nothing() -> None:
    for skew in (-86400.0, 86400.0):
        for seed in range(10):
            pages, mine = a_world(seed), Copy()
            pages.skew = skew
            assert live_long(pages, mine, seed) == 0


def test_a_clock_that_was_ahead_and_is_put_right_hides_nothing() -> None:
    pages, mine = PagedList(now=86400.0), Copy()
    pages.commit("tomorrow")
    pages.now += 5
    mine.read(pages)
    assert mine.line.low == at(86400.0)
    pages.now = 0.0
    pages.commit("today")
    pages.now = 60.0
    assert mine.read(pages)
    assert mine.lacks(pages) == set()


def test_a_row_later_than_the_overlap_is_found_by_a_broad_pass_which_widens_it() -> None:
    pages, mine = PagedList(), Copy()
    pages.commit("a")
    pages.now = 10_000
    pages.commit("b")
    pages.now += 5
    mine.read(pages)
    pages.commit("very late", late=5000)
    mine.read(pages)
    assert mine.lacks(pages) == {"very late"}
    mine.read(pages, broad=True)
    assert mine.lacks(pages) == set()
    assert mine.line.overlap > 9000


def test_a_list_in_circles_moves_no_mark_and_ends() -> None:
    pages, mine = PagedList(says_sorted=False, loops=10**9), Copy()
    for number in range(10):
        pages.commit(f"s{number}")
    pages.now = 100
    assert not mine.read(pages)
    assert mine.line.low is None
    assert pages.asked < 50


def test_thousands_of_the_same_stamp_are_read_through() -> None:
    pages, mine = PagedList(size=100), Copy()
    for number in range(2000):
        pages.commit(f"s{number}")
    pages.now = 100
    assert mine.read(pages) and mine.lacks(pages) == set()
    assert mine.line.low == at(0)
