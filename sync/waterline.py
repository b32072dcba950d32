"""How far headquarters' list of studies has been read, so that ties, late commits, shifting pages and wrong clocks hide nothing.

Only stamps that the server gave and its own Date are compared; this laptop's clock is never asked. The low-water mark moves at
the end of a complete and calm pass only, and every pass begins an overlap before it. Pure. Refuses a strict "greater than".
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from resources.problems import Damaged

OVERLAP = 600.0
"""Seconds before the low-water mark at which a pass begins; grows with the lateness that was seen…"""
LONGEST_OVERLAP = 7 * 86400.0
"""…up to this. What is later still is found by a broad pass."""
MOMENTS = ("low", "began", "newest", "reached")
MOST_PAGES = 2000
DULL_PAGES = 20
"""Pages in a row without anything new in this pass: a server that never comes to an end."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One resource of a page: what makes it this one, in this version, and when the server says that it changed."""

    key: str
    version: str
    stamp: datetime | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. ``is_sorted``: the server said in its self link that it sorts by the stamp; ``date`` is its own Date."""

    listed: Sequence[Listed]
    next: str = ""
    is_sorted: bool = False
    total: int | None = None
    date: datetime | None = None


class Pages(Protocol):
    """A list that is read page by page."""

    def since(self, moment: datetime | None) -> Leaf:
        """The first page of what changed at or after that moment; of everything for ``None``."""

    def follow(self, link: str) -> Leaf:
        """The page behind a next link. Raises Damaged for a link that leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Waterline:
    """What is remembered between two pages. ``low``: everything that the server stamped before is known here.

    The rest speaks of a pass that has not ended: when it began by the server's Date, the newest stamp, how far a sorted
    list was read, whether anything moved meanwhile.
    """

    low: datetime | None = None
    overlap: float = OVERLAP
    began: datetime | None = None
    newest: datetime | None = None
    reached: datetime | None = None
    is_broad: bool = False
    is_shaken: bool = False

    @property
    def since(self) -> datetime | None:
        """Where the next query begins."""
        if self.reached is not None:
            return self.reached
        if self.is_broad or self.low is None:
            return None
        return self.low - timedelta(seconds=self.overlap)

    @property
    def text(self) -> str:
        """As it is written down between two pages."""
        said = asdict(self)
        moments = {name: value.isoformat() for name, value in said.items() if isinstance(value, datetime)}
        return json.dumps(said | moments)

    @classmethod
    def read(cls, text: str) -> "Waterline":
        """As it was written down."""
        said: dict[str, Any] = json.loads(text)
        moments = {name: datetime.fromisoformat(said[name]) for name in MOMENTS if said.get(name)}
        return cls(**(said | moments))


Keep = Callable[[Leaf, Waterline], float | None]
"""Writes the rows of a page and the waterline in one unit. How many seconds below the mark the latest new row was; ``None``:
nothing of it was new."""


def lateness(new: Sequence[Listed], line: Waterline) -> float | None:
    """What ``Keep`` gives back for the rows that were new."""
    low = line.low
    if not new or low is None:
        return 0.0 if new else None
    return max((low - one.stamp).total_seconds() if one.stamp else 0.0 for one in new)


def fresh_pass(line: Waterline, *, broad: bool) -> Waterline:
    """A pass from the mark, or over everything."""
    return Waterline(line.low, line.overlap, is_broad=broad)


def read_pass(pages: Pages, line: Waterline, keep: Keep) -> Waterline:
    """Read to the end, page by page. Raises Damaged for a list that goes in circles; what was kept stays kept.

    The waterline that ``keep`` was given last continues the pass after a crash.
    """
    leaf = pages.since(line.since)
    if _went_back(line, leaf):
        line = Waterline(None, line.overlap, is_broad=True)
        leaf = pages.since(None)
    line = replace(line, began=line.began or leaf.date)
    walk = _Walk(line, leaf)
    walk.take(keep)
    while walk.go_on(pages):
        walk.take(keep)
    return ended(walk.line, is_one_page=walk.count == 1)


def _went_back(line: Waterline, leaf: Leaf) -> bool:
    """The server's clock was ahead and was put right: what it stamps now lies below the mark."""
    return line.low is not None and leaf.date is not None and leaf.date < line.low - timedelta(seconds=line.overlap)


def ended(line: Waterline, *, is_one_page: bool) -> Waterline:
    """After the last page. The mark rises to the newest stamp, not past the beginning of the pass, and not at all where pages
    may have shifted under us: then the next pass reads the same again."""
    done = Waterline(line.low, line.overlap)
    if line.newest is None or line.began is None:
        return done
    is_calm = is_one_page or not (line.is_shaken or (line.reached is None and line.newest >= line.began))
    if not is_calm:
        return done
    mark = min(line.newest, line.began)
    return replace(done, low=mark if line.low is None or line.is_broad else max(mark, line.low))


class _Walk:
    """One reading of the list: the page at hand, and what was seen on the way."""

    def __init__(self, line: Waterline, leaf: Leaf) -> None:
        self.line, self.leaf, self.count = line, leaf, 0
        self._asked = line.since
        self._links: set[str] = set()
        self._seen: set[tuple[str, str]] = set()
        self._dull = 0
        self._jump: datetime | None = None

    def take(self, keep: Keep) -> None:
        """The rows of this page and how far we are, in one unit."""
        self.count += 1
        stamps = [one.stamp for one in self.leaf.listed if one.stamp is not None]
        newest = max(stamps, default=None)
        line = self.line
        if newest is not None and (line.newest is None or newest > line.newest):
            line = replace(line, newest=newest)
        self._jump = self._jump_to(stamps)
        self.line = replace(line, reached=self._jump or line.reached)
        late = keep(self.leaf, self.line)
        if late is not None:
            self.line = replace(self.line, overlap=min(LONGEST_OVERLAP, max(line.overlap, 2 * late)))
        self._note_dull()

    def _jump_to(self, stamps: list[datetime]) -> datetime | None:
        """The last stamp of a page that is sorted, where that leads further: asked anew from there, nothing can shift."""
        whole = self.leaf.is_sorted and self.leaf.next and len(stamps) == len(self.leaf.listed) > 0
        if not whole or stamps != sorted(stamps):
            return None
        return stamps[-1] if self._asked is None or stamps[-1] > self._asked else None

    def _note_dull(self) -> None:
        fresh = {(one.key, one.version) for one in self.leaf.listed} - self._seen
        self._seen |= fresh
        self._dull = 0 if fresh else self._dull + 1

    def go_on(self, pages: Pages) -> bool:
        """Whether there is another page; it is at hand then."""
        if not self.leaf.next:
            return False
        if self._dull > DULL_PAGES or self.count >= MOST_PAGES:
            raise Damaged("The list of headquarters does not come to an end.")
        if self._jump is not None:
            self._asked = self._jump
            self.leaf = pages.since(self._jump)
            return True
        if self.leaf.next in self._links:
            raise Damaged("The list of headquarters goes in circles.")
        self._links.add(self.leaf.next)
        before = self.leaf
        self.leaf = pages.follow(before.next)
        if self._shook(before):
            self.line = replace(self.line, is_shaken=True)
        return True

    def _shook(self, before: Leaf) -> bool:
        """Something came, went or moved between two pages that were counted off."""
        stamps = [one.stamp for one in self.leaf.listed if one.stamp is not None]
        began = self.line.began
        return before.total != self.leaf.total or began is None or any(stamp >= began for stamp in stamps)
