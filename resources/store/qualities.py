"""What readers say of a picture's quality: one picture, one word, one hand. Rows are only ever added; the last word stands.

A picture that is said to be ungradable can lower nothing: a grade read from it never sends a person home (hazard HZ-03), while
what was seen on it in spite of all still refers. Whoever has no name says nothing (HZ-22).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select

from resources.model import Quality as Table
from resources.problems import Conflict, Refused
from resources.store import changes, studies
from resources.store.hands import has_no_name
from resources.store.store import Unit
from resources.terms import Kind, Operation

table = Table.__table__


class Quality(StrEnum):
    """Gradable, or the reason why it is not: each reason has an advice of its own for taking it again."""

    GRADABLE = "gradable"
    BLURRED = "blurred"
    DARK = "dark"
    LIDS = "lids"
    OFF_CENTRE = "off-centre"
    MEDIA = "media"
    """The eye itself is clouded: a second picture will hardly be better."""

    @property
    def is_ungradable(self) -> bool:
        """Whether nothing may be read from it that sends a person home."""
        return self is not Quality.GRADABLE


@dataclass(frozen=True, slots=True)
class QualityRow:
    """What somebody said of one picture; ``None`` takes back what was said before."""

    uuid: str
    instance_uid: str
    quality: Quality | None
    reader: str
    said_at: datetime


def say(unit: Unit, instance_uid: str, quality: Quality | None) -> QualityRow:
    """Add a word on a picture. Raises Refused without a name, NotFound, Conflict for what holds no picture."""
    if has_no_name(unit.actor):
        raise Refused("Say who you are: a picture's quality needs a hand.")
    if not studies.instance(unit, instance_uid).has_pixels:
        raise Conflict("There is no picture in it.")
    row = QualityRow(unit.new_uuid(), instance_uid, quality, unit.actor, unit.now)
    said = quality.value if quality else ""
    values = {"uuid": row.uuid, "instance_uid": instance_uid, "quality": said}
    unit.execute(insert(Table).values(reader=row.reader, said_at=row.said_at, **values))
    snapshot = {"instance": instance_uid, "quality": said, "reader": row.reader}
    changes.record(unit, Kind.QUALITY, row.uuid, Operation.CREATE, version=1, snapshot=snapshot)
    return row


def history(unit: Unit, instance_uid: str) -> list[QualityRow]:
    """Everything that was ever said of a picture, oldest first."""
    query = select(table).where(table.c.instance_uid == instance_uid).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query)]


def standing(unit: Unit, uids: Iterable[str]) -> Mapping[str, QualityRow]:
    """The last word on each of these pictures, where one was said and not taken back."""
    query = select(table).where(table.c.instance_uid.in_(list(uids))).order_by(table.c.pk)
    last = {row.instance_uid: _row(row) for row in unit.execute(query)}
    return {uid: row for uid, row in last.items() if row.quality is not None}


def ungradable(unit: Unit, uids: Iterable[str]) -> frozenset[str]:
    """Those of these pictures that are said to be ungradable."""
    return frozenset(
        uid for uid, row in standing(unit, uids).items() if row.quality is not None and row.quality.is_ungradable
    )


def _row(row: Any) -> QualityRow:
    return QualityRow(
        row.uuid, row.instance_uid, Quality(row.quality) if row.quality else None, row.reader, row.said_at
    )
