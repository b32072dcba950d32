"""Who hears of which workitems (PS3.4 CC.2.3), and the outbox of what they have not heard yet.

A global or filtered subscription subscribes its AE title to every workitem that fits, now and when one is made. Reports are
written in the unit that made them true and stay until they were delivered: who loses the line misses nothing.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from resources.model import Notice, Subscription
from resources.problems import NotFound
from resources.store.procedures import Procedure, data_set, procedure, procedures
from resources.store.store import Unit
from resources.wire.dicomjson import Json
from resources.wire.matching import condition, fits

EVERYTHING = "1.2.840.10008.5.1.4.34.5"  # UPS Global Subscription SOP Instance UID, PS3.6
FILTERED = "1.2.840.10008.5.1.4.34.5.1"  # UPS Filtered Global Subscription SOP Instance UID
EVENT_CLASS = "1.2.840.10008.5.1.4.34.6.4"  # UPS Event SOP Class
STATE_REPORT, CANCEL_REQUESTED, PROGRESS_REPORT, ASSIGNED = 1, 2, 3, 5  # PS3.4 Table CC.2.4-1
table = Subscription.__table__
notices_table = Notice.__table__
Filter = Sequence[tuple[str, str]]


class Undelivered(NamedTuple):
    """A report that its subscriber has not taken yet."""

    pk: int
    report: Json


def subscribe(unit: Unit, ae_title: str, target: str, *, wanted: Filter = (), deletion_lock: bool = False) -> None:
    """From now on ``ae_title`` hears of ``target``, beginning with how things stand. Raises NotFound or Invalid."""
    if target not in (EVERYTHING, FILTERED):
        _hear_of(unit, ae_title, procedure(unit, target), deletion_lock=deletion_lock)
        return
    _keep(unit, ae_title, target, wanted, deletion_lock=deletion_lock)
    for one in procedures(unit):
        if _fits(one, wanted):
            _hear_of(unit, ae_title, one, deletion_lock=deletion_lock)


def unsubscribe(unit: Unit, ae_title: str, target: str) -> None:
    """No more of it; from everything also ends what was subscribed through it. Raises NotFound for who was not subscribed."""
    mine = table.c.ae_title == ae_title
    if not unit.execute(delete(Subscription).where(mine, table.c.target == target)).rowcount:
        raise NotFound("There is no such subscription.")
    if target in (EVERYTHING, FILTERED):
        unit.execute(delete(Subscription).where(mine))
        unit.execute(delete(Notice).where(notices_table.c.ae_title == ae_title))


def suspend(unit: Unit, ae_title: str, target: str) -> None:
    """No new workitems are subscribed to; those that are stay. Raises NotFound."""
    mine = (table.c.ae_title == ae_title, table.c.target == target)
    if not unit.execute(update(Subscription).where(*mine).values(suspended=True)).rowcount:
        raise NotFound("There is no such subscription.")


def born(unit: Unit, workitem_uid: str) -> None:
    """A workitem was made: whoever wants all, or such ones, is subscribed to it and told."""
    one = procedure(unit, workitem_uid)
    wide = select(table).where(table.c.target.in_([EVERYTHING, FILTERED]), table.c.suspended.is_(False))
    for row in unit.execute(wide).all():
        if _fits(one, json.loads(row.filter or "[]")):
            _hear_of(unit, row.ae_title, one, deletion_lock=row.deletion_lock)


def report(unit: Unit, workitem_uid: str, event: int, more: Mapping[str, Any] | None = None) -> int:
    """Write down an event for everybody who hears of this workitem; how many that are."""
    one = procedure(unit, workitem_uid)
    hearers = unit.execute(select(table.c.ae_title).where(table.c.target == workitem_uid).distinct()).scalars().all()
    for ae_title in hearers:
        _tell(unit, ae_title, one, event, more or {})
    return len(hearers)


def knows(unit: Unit, ae_title: str) -> bool:
    """Whether this AE title is subscribed to anything."""
    return unit.execute(select(table.c.pk).where(table.c.ae_title == ae_title)).first() is not None


def undelivered(unit: Unit, ae_title: str, limit: int = 100) -> list[Undelivered]:
    """What somebody has not heard yet, oldest first."""
    query = select(notices_table).where(notices_table.c.ae_title == ae_title).order_by(notices_table.c.pk).limit(limit)
    return [Undelivered(row.pk, json.loads(row.report)) for row in unit.execute(query)]


def delivered(unit: Unit, pks: Collection[int]) -> None:
    """They have been heard."""
    unit.execute(delete(Notice).where(notices_table.c.pk.in_(list(pks))))


def _keep(unit: Unit, ae_title: str, target: str, wanted: Filter, *, deletion_lock: bool) -> None:
    text = json.dumps([list(pair) for pair in wanted]) if wanted else ""
    row = upsert(Subscription).values(
        ae_title=ae_title, target=target, filter=text, deletion_lock=deletion_lock, suspended=False, created_at=unit.now
    )
    again = {"deletion_lock": deletion_lock, "suspended": False}
    unit.execute(row.on_conflict_do_update(index_elements=["ae_title", "target", "filter"], set_=again))


def _hear_of(unit: Unit, ae_title: str, one: Procedure, *, deletion_lock: bool) -> None:
    _keep(unit, ae_title, one.workitem_uid, (), deletion_lock=deletion_lock)
    _tell(unit, ae_title, one, STATE_REPORT, {})


def _fits(one: Procedure, wanted: Filter) -> bool:
    shown = data_set(one)
    return all(fits(shown, condition(key, value)) for key, value in wanted)


def _tell(unit: Unit, ae_title: str, one: Procedure, event: int, more: Mapping[str, Any]) -> None:
    shown = data_set(one)
    found = {
        "00000002": {"vr": "UI", "Value": [EVENT_CLASS]},
        "00001000": {"vr": "UI", "Value": [one.workitem_uid]},
        "00001002": {"vr": "US", "Value": [event]},
        "00404041": shown["00404041"],
        "00741000": shown["00741000"],
        **more,
    }
    unit.execute(insert(Notice).values(ae_title=ae_title, report=json.dumps(found), created_at=unit.now))
    unit.changed = True
