"""Whether somebody looked at this laptop's screen today and saw what a lesion needs: near black, near white, steps of red-free.

One row for each look; the last one of the camp's day counts. Kept here, so per laptop: it is never synced (hazard HZ-10). A
grade says which look it was read after. The light in the room cannot be measured, and is not claimed.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select

from resources.model import ScreenCheck
from resources.problems import Refused
from resources.store import changes
from resources.store.hands import has_no_name
from resources.store.store import Unit
from resources.terms import Kind, Operation

table = ScreenCheck.__table__
NONE = "none"
"""What a grade says that was read on a screen that nobody had looked at that day."""


@dataclass(frozen=True, slots=True)
class ScreenCheckRow:
    """One look at the patches."""

    day: date
    is_seen: bool
    reader: str
    checked_at: datetime

    @property
    def stamp(self) -> str:
        """What a grade keeps of it: the moment, and a word when the patches were not seen."""
        moment = self.checked_at.isoformat(timespec="seconds")
        return moment if self.is_seen else f"failed {moment}"[:32]


def record(unit: Unit, *, is_seen: bool) -> ScreenCheckRow:
    """Somebody looked: they saw every patch, or not. Raises Refused without a name."""
    if has_no_name(unit.actor):
        raise Refused("Say who you are: a screen check needs a hand.")
    row = ScreenCheckRow(unit.now.astimezone(unit.store.zone).date(), is_seen, unit.actor, unit.now)
    uuid = unit.new_uuid()
    unit.execute(
        insert(ScreenCheck).values(
            uuid=uuid, day=row.day, is_seen=is_seen, reader=row.reader, checked_at=row.checked_at
        )
    )
    snapshot = {"day": row.day.isoformat(), "is_seen": is_seen, "reader": row.reader}
    changes.record(unit, Kind.SCREEN_CHECK, uuid, Operation.CREATE, version=1, snapshot=snapshot)
    return row


def of_day(unit: Unit, day: date) -> ScreenCheckRow | None:
    """The last look of that day; ``None`` when nobody looked."""
    query = select(table).where(table.c.day == day).order_by(table.c.pk.desc()).limit(1)
    found: Any = unit.execute(query).first()
    return ScreenCheckRow(found.day, found.is_seen, found.reader, found.checked_at) if found else None
