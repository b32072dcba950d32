"""The reading tasks of headquarters: what each asks, how far we are (``taskplan.Step``), and the key under which it is ours.

What a person wishes is written down here in the same unit and said to headquarters later, after as many days without a network as
it takes. The key (Transaction UID) is made once and kept, so that saying it again says the same. Nothing is ever deleted.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, Text, insert, select, update

from resources.model import Instant
from resources.problems import Conflict, NotFound, Refused
from resources.store import Unit, opinions
from resources.store.hands import has_no_name
from sync import outbox
from sync.taskplan import HELD, Step
from sync.ups import Task, There

metadata = MetaData()
table = Table(
    "task",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("server", Text),
    Column("uid", String(64)),
    Column("said", Text),
    Column("there", String(16)),
    Column("step", String(16)),
    Column("patient_uuid", String(36)),
    Column("known", Text),
    Column("transaction_uid", String(64)),
    Column("asked", Boolean),
    Column("finishing", Boolean),
    Column("wished_by", String(64)),
    Column("wished_at", Instant),
    Column("attempts", Integer),
    Column("next_at", Instant),
    Column("sentence", Text),
    Column("at", Instant),
    Column("settled_by", String(64)),
)
HEADQUARTERS = "headquarters"
"""The fact that names the archive that this station speaks to."""
UNSETTLED = (Step.NEW, Step.ELSEWHERE, Step.WAITS)
WATCHED = (Step.OPEN, *HELD)
"""What must be looked at there, also when no list names it any more."""
TOLD = (Step.LOST, Step.DONE, Step.GIVEN, Step.ENDED, Step.WAITS)
"""What a person may put aside when they have seen it."""
ANSWERED = "Somebody has answered this already."
NO_HAND = "Say who you are: this needs a hand."


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task. ``known`` are the opinions that stood when it came, by uuid: what was said before is no answer to it."""

    pk: int
    server: str
    uid: str
    task: Task
    there: There
    step: Step
    patient_uuid: str
    known: tuple[str, ...]
    transaction_uid: str
    asked: bool
    finishing: bool
    wished_by: str
    wished_at: datetime | None
    attempts: int
    next_at: datetime | None
    sentence: str
    at: datetime
    settled_by: str


def add(unit: Unit, server: str, task: Task, there: There) -> None:
    """Write down a task that nobody knew."""
    values = {
        "server": server, "uid": task.uid, "said": task.text, "there": there.value, "step": Step.NEW.value,
        "patient_uuid": "", "known": "[]", "transaction_uid": "", "asked": False, "finishing": False, "wished_by": "",
        "wished_at": None, "attempts": 0, "next_at": None, "sentence": "", "at": unit.now, "settled_by": "",
    }  # fmt: skip
    unit.execute(insert(table).values(**values))
    unit.changed = True


def amend(unit: Unit, row: TaskRow, **values: Any) -> TaskRow:
    """What is so from now on. Nothing is written where nothing changed."""
    plain = {name: _plain(value) for name, value in values.items()}
    if any(getattr(row, name) != value for name, value in values.items()):
        unit.execute(update(table).where(table.c.pk == row.pk).values(**plain))
        unit.changed = True
    return find(unit, row.pk)


def renew(unit: Unit, row: TaskRow, task: Task) -> TaskRow:
    """Headquarters says something else in the same task now."""
    if task != row.task:
        unit.execute(update(table).where(table.c.pk == row.pk).values(said=task.text))
        unit.changed = True
    return find(unit, row.pk)


def _plain(value: Any) -> Any:
    if isinstance(value, Step | There):
        return value.value
    return json.dumps(value) if isinstance(value, tuple) else value


def find(unit: Unit, pk: int) -> TaskRow:
    """One of them. Raises NotFound."""
    row = unit.execute(select(table).where(table.c.pk == pk)).first()
    if row is None:
        raise NotFound("There is no such task.")
    return _row(row)


def named(unit: Unit, server: str, uid: str) -> TaskRow | None:
    """The one of this UID at that headquarters."""
    row = unit.execute(select(table).where(table.c.server == server, table.c.uid == uid)).first()
    return _row(row) if row is not None else None


def listed(unit: Unit, server: str, steps: Collection[Step], *, after: int = 0, limit: int = 10_000) -> list[TaskRow]:
    """Those in these steps, in the order in which they came; ``after``: only behind the one with this ``pk``."""
    wanted = table.c.step.in_([step.value for step in steps])
    query = select(table).where(table.c.server == server, wanted, table.c.pk > after).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query.limit(limit))]


def of_headquarters(unit: Unit, steps: Collection[Step]) -> list[TaskRow]:
    """Those of the headquarters that this station speaks to now."""
    return listed(unit, outbox.fact(unit, HEADQUARTERS), steps)


def next_due(unit: Unit, server: str) -> datetime | None:
    """When something that a person wishes may be said to headquarters next; ``None`` when nobody wishes anything."""
    held = [row for row in listed(unit, server, (Step.WANTED, Step.GIVING)) if row.transaction_uid]
    return min((row.next_at or unit.now for row in held), default=None)


# --- what a person wishes ---------------------------------------------------------------------------------------------


def take(unit: Unit, pk: int) -> TaskRow:
    """A named person reads it: it is to be claimed. Raises Refused without a name, Conflict when it is not to be had."""
    row = _by_hand(unit, pk)
    if row.step in (Step.WANTED, Step.OURS):
        return row
    if row.step is not Step.OPEN:
        raise Conflict(ANSWERED)
    return wanted(unit, row, by=unit.actor, since=unit.now)


def wanted(unit: Unit, row: TaskRow, *, by: str, since: datetime) -> TaskRow:
    """It is to be claimed, under a key that is made once."""
    key = row.transaction_uid or unit.new_uid()
    values = {"transaction_uid": key, "wished_by": by[:64], "wished_at": since, "attempts": 0, "next_at": None}
    return amend(unit, row, step=Step.WANTED, sentence="", **values)


def give_back(unit: Unit, pk: int) -> TaskRow:
    """A named person gives it back. What headquarters never heard of is merely not wished any more."""
    row = _by_hand(unit, pk)
    if row.step not in (Step.WANTED, Step.OURS):
        raise Conflict(ANSWERED)
    step = Step.GIVING if row.asked else Step.OPEN
    known = tuple(one.uuid for one in opinions.of_patient(unit, row.patient_uuid))
    return amend(unit, row, step=step, known=known, wished_by="", attempts=0, next_at=None, sentence="")


def keep(unit: Unit, before: TaskRow) -> TaskRow:
    """It was not to be given back after all: as it was ``before``. Raises Conflict when headquarters has taken it back."""
    row = _by_hand(unit, before.pk)
    if row.step not in (Step.GIVING, Step.OPEN):
        raise Conflict(ANSWERED)
    return amend(unit, row, step=Step.WANTED, known=before.known, wished_by=before.wished_by, attempts=0, next_at=None)


def put_aside(unit: Unit, pk: int) -> TaskRow:
    """A named person has seen how it ended, or why it waits."""
    row = _by_hand(unit, pk)
    if row.step not in TOLD:
        raise Conflict(ANSWERED)
    return amend(unit, row, step=Step.SEEN, settled_by=unit.actor)


def bring_back(unit: Unit, row: TaskRow) -> TaskRow:
    """It was not looked at after all: as ``row`` was."""
    return amend(unit, find(unit, row.pk), step=row.step, settled_by=row.settled_by)


def _by_hand(unit: Unit, pk: int) -> TaskRow:
    if has_no_name(unit.actor):
        raise Refused(NO_HAND)
    return find(unit, pk)


def _row(row: Any) -> TaskRow:
    known: Sequence[str] = json.loads(row.known)
    return TaskRow(
        row.pk, row.server, row.uid, Task.read(row.said), There(row.there), Step(row.step), row.patient_uuid, tuple(known),
        row.transaction_uid, row.asked, row.finishing, row.wished_by, row.wished_at, row.attempts, row.next_at, row.sentence,
        row.at, row.settled_by,
    )  # fmt: skip
