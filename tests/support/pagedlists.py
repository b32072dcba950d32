"""A list of studies at a server that does all that real ones do: ties, late commits, shifting pages, links that repeat.

Time is a number of seconds that only the test moves; ``skew`` puts the server's Date off its own stamps.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sync.waterline import Leaf, Listed

EPOCH = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return EPOCH + timedelta(seconds=seconds)


@dataclass
class PagedList:
    """``between`` happens between two pages of one reading: the world does not stand still."""

    size: int = 3
    order: str = "stamp"
    says_sorted: bool = True
    by_offset: bool = True
    skew: float = 0.0
    now: float = 0.0
    rows: dict[str, tuple[int, float]] = field(default_factory=dict)
    between: list[Callable[["PagedList"], None]] = field(default_factory=list)
    loops: int = 0
    """So many of the next links lead back to their own page."""
    asked: int = 0

    def commit(self, key: str, late: float = 0.0) -> None:
        """A row appears, or appears anew; its stamp may be older than this moment."""
        version = self.rows[key][0] + 1 if key in self.rows else 1
        self.rows[key] = (version, self.now - late)

    def drop(self, key: str) -> None:
        self.rows.pop(key, None)

    def since(self, moment: datetime | None) -> Leaf:
        return self._page(moment, "", 0)

    def follow(self, link: str) -> Leaf:
        since, after, offset = link.split("|")
        if self.between:
            self.between.pop(0)(self)
        return self._page(datetime.fromisoformat(since) if since else None, after, int(offset))

    def _page(self, moment: datetime | None, after: str, offset: int) -> Leaf:
        self.asked += 1
        matching = [key for key, (_, stamp) in self.rows.items() if moment is None or at(stamp) >= moment]
        ordered = sorted(matching, key=self._place)
        if not self.by_offset:
            ordered = [key for key in ordered if repr(self._place(key)) > after] if after else ordered
            offset = 0
        some = ordered[offset : offset + self.size]
        listed = [Listed(key, str(self.rows[key][0]), at(self.rows[key][1])) for key in some]
        link = ""
        if len(ordered) > offset + self.size:
            place = offset
            if self.loops:
                self.loops -= 1
            else:
                place, after = offset + self.size, repr(self._place(some[-1]))
            link = f"{moment.isoformat() if moment else ''}|{after}|{place}"
        date = at(self.now + self.skew).replace(microsecond=0)
        return Leaf(listed, link, self.says_sorted and self.order == "stamp", len(matching), date)

    def _place(self, key: str) -> tuple[str, str]:
        number = f"{self.rows[key][1] + 1e9:020.6f}"
        if self.order == "newest":
            number = f"{1e12 - self.rows[key][1]:020.6f}"
        return (number, key) if self.order != "key" else (key, "")
