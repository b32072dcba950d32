"""The outbox: the only queue. Every instance that did not come from headquarters has one entry here once it is stored.

    queued -> sending -> accepted -> verified
    probing     it may be at headquarters: ask before sending (after a crash, a broken line, an unclear answer)
    held        not to be sent now, with the reason: nobody knows whose it is, two versions, two people in one visit
    attention   headquarters will not take it, or has it otherwise: a person should look; it is asked for again later
    gone        removed on this station

Any state but the last may wait until ``next_at``. No state is silent, and none is final while headquarters has not confirmed.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

from resources.model import Instant
from resources.store import Unit, changes, studies
from resources.store.database import Chain
from resources.store.prepared import Prepared, amended, amending, by_keys, keys
from resources.store.rows import ChangeRow, InstanceRow
from resources.terms import Kind, Operation, Origin
from sync.retry import due, horizon
from sync.status import State

MIGRATIONS = Chain(Path(__file__).parent / "migrations", "sync_version", "0005")
LEASE = timedelta(minutes=30)
CURSOR = "cursor.outbox"
PAGE = 100


TO_ASK = (State.PROBING, State.ACCEPTED, State.ATTENTION)
OPEN = (State.QUEUED, State.SENDING, *TO_ASK)

metadata = MetaData()
outbox_table = Table(
    "outbox",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("instance_uid", String(64)),
    Column("state", String(16)),
    Column("size", Integer),
    Column("attempts", Integer),
    Column("next_at", Instant),
    Column("lease_until", Instant),
    Column("sentence", Text),
    Column("alone", Boolean),
    Column("since", Instant),
)
fact_table = Table("sync_fact", metadata, Column("name", String(128), primary_key=True), Column("value", Text))
_NEW = Prepared(sqlite.insert(outbox_table).on_conflict_do_nothing(index_elements=["instance_uid"]))
_MOVING = or_(*[outbox_table.c.state == state.value for state in OPEN])
_WITH_TIME = select(outbox_table.c.next_at).where(_MOVING, outbox_table.c.next_at.is_not(None))
_NEXT_WAKE = _WITH_TIME.order_by("next_at").limit(1)
_WAKE = Prepared(_NEXT_WAKE)
_SENDING = Prepared(
    select(outbox_table.c.pk, outbox_table.c.lease_until).where(outbox_table.c.state == State.SENDING.value)
)
_IN_STATES = by_keys(select(outbox_table).order_by(outbox_table.c.pk), outbox_table.c.state)
_EXPLAINED = by_keys(
    select(outbox_table).where(outbox_table.c.sentence != "").order_by(outbox_table.c.pk), outbox_table.c.state
)
_DUE = (
    outbox_table.c.next_at.is_(None),
    outbox_table.c.next_at <= bindparam("now"),
    outbox_table.c.next_at > bindparam("horizon"),
)
_ANY_READY = by_keys(
    select(outbox_table.c.pk).where(or_(*_DUE)).limit(1),
    outbox_table.c.state,
)
_FACT = Prepared(select(fact_table.c.value).where(fact_table.c.name == bindparam("name")))
_FACTS = Prepared(
    select(fact_table.c.name, fact_table.c.value).where(
        fact_table.c.name >= bindparam("first"), fact_table.c.name < bindparam("beyond")
    )
)
_NEW_FACT = sqlite.insert(fact_table)
_REMEMBER = Prepared(_NEW_FACT.on_conflict_do_update(index_elements=["name"], set_={"value": _NEW_FACT.excluded.value}))
_ENTRY = Prepared(select(outbox_table).where(outbox_table.c.instance_uid == bindparam("uid")))
_OF = by_keys(select(outbox_table), outbox_table.c.instance_uid)
_CLAIM = Prepared(
    update(outbox_table)
    .where(outbox_table.c.instance_uid == bindparam("uid"))
    .values(
        state=State.SENDING.value,
        attempts=outbox_table.c.attempts + 1,
        lease_until=bindparam("lease", type_=Instant()),
        next_at=None,
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One instance on its way. ``sentence`` says why it waits, for a person; empty while nothing is wrong."""

    pk: int
    instance_uid: str
    state: State
    size: int
    attempts: int
    next_at: datetime | None
    sentence: str
    alone: bool
    since: datetime


# --- from the feed ----------------------------------------------------------------------------------------------------


def collect(unit: Unit) -> int:
    """Read the feed from the outbox's own cursor and write entries, in one unit; how many changes were read."""
    rows = changes.since(unit, int(fact(unit, CURSOR, "0")), PAGE)
    if rows:
        _take(unit, [row for row in rows if row.kind is Kind.INSTANCE and row.origin is not Origin.HQ])
        remember(unit, CURSOR, str(rows[-1].seq))
    return len(rows)


def _take(unit: Unit, rows: Iterable[ChangeRow]) -> None:
    """Each instance once, as it is now: what its later changes say was read with the first."""
    first: dict[str, ChangeRow] = {}
    for row in rows:
        first.setdefault(row.uid, row)
    now = {instance.instance_uid: instance for instance in studies.instances(unit, first)}
    listed = {found.instance_uid: found for found in of(unit, first)}
    for uid, row in first.items():
        _take_one(unit, row, now.get(uid), listed.get(uid))


def _take_one(unit: Unit, row: ChangeRow, instance: InstanceRow | None, known: Entry | None) -> None:
    if instance is None:
        if known is not None:
            move(unit, [row.uid], State.GONE)
    elif known is None:
        add(unit, instance, _first_state(row, instance))
    else:
        _refresh(unit, known, instance)


def _first_state(row: ChangeRow, instance: InstanceRow) -> State:
    """What was found after a crash may have been on its way from headquarters: they are asked before it is sent."""
    if row.operation is Operation.AMEND and instance.origin is Origin.HQ:
        return State.ACCEPTED
    return State.PROBING if instance.origin is Origin.STATION else State.QUEUED


def _refresh(unit: Unit, known: Entry, instance: InstanceRow) -> None:
    """The instance is another than it was: what headquarters has must be compared again; nothing is re-sent by itself."""
    mine = outbox_table.c.pk == known.pk
    unit.execute(update(outbox_table).where(mine).values(size=instance.size or 0))
    if known.state is State.GONE:
        move(unit, [known.instance_uid], State.PROBING)
    elif known.state in (State.VERIFIED, State.ACCEPTED, State.ATTENTION):
        move(unit, [known.instance_uid], State.ACCEPTED)


def add(unit: Unit, instance: InstanceRow, state: State) -> None:
    """A new entry; nothing happens when there is one already."""
    unit.run(
        _NEW,
        {
            "instance_uid": instance.instance_uid,
            "state": state.value,
            "size": instance.size or 0,
            "attempts": 0,
            "sentence": "",
            "alone": False,
            "since": unit.now,
        },
    )


# --- moving -----------------------------------------------------------------------------------------------------------


def move(
    unit: Unit,
    uids: Iterable[str],
    state: State,
    *,
    next_at: datetime | None = None,
    sentence: str = "",
    attempts: int | None = None,
    alone: bool | None = None,
) -> None:
    """Put entries into a state. ``attempts`` and ``alone`` stay as they are unless given."""
    values: dict[str, Any] = {"state": state.value, "next_at": next_at, "sentence": sentence, "lease_until": None}
    values |= {} if attempts is None else {"attempts": attempts}
    values |= {} if alone is None else {"alone": alone}
    statement = amending(outbox_table.c.instance_uid, tuple(values))
    for uid in uids:
        unit.run(statement, amended(uid, values))
    unit.changed = True


def claim(unit: Unit, uids: Iterable[str]) -> None:
    """From now on these may be at headquarters, whatever happens: queued -> sending, one attempt more, under a lease."""
    for uid in uids:
        unit.run(_CLAIM, {"uid": uid, "lease": unit.now + LEASE})


def put_ahead(unit: Unit, uids: Collection[str], attempts: int) -> None:
    """What waits for its time may move at once, as if it had been tried no more than so often; why it waited stays said."""
    for found in of(unit, uids):
        if found.state in (State.QUEUED, *TO_ASK):
            tried = min(found.attempts, attempts)
            move(unit, [found.instance_uid], found.state, sentence=found.sentence, attempts=tried)


def recover(unit: Unit, *, everything: bool) -> int:
    """What was being sent may have arrived: sending -> probing; without ``everything`` only where the lease is over."""
    lost = [row.pk for row in unit.run(_SENDING) if everything or due(row.lease_until, unit.now)]
    if lost:
        _set_state(unit, outbox_table.c.pk.in_(lost), State.PROBING)
    return len(lost)


def start_over(unit: Unit) -> None:
    """Another headquarters is configured: it must be asked for everything."""
    asked = [state.value for state in (State.VERIFIED, State.ACCEPTED, State.ATTENTION, State.SENDING)]
    _set_state(unit, outbox_table.c.state.in_(asked), State.PROBING)


def _set_state(unit: Unit, where: Any, state: State) -> None:
    values = {"state": state.value, "next_at": None, "lease_until": None, "sentence": ""}
    unit.execute(update(outbox_table).where(where).values(**values))
    unit.changed = True


def hurry(unit: Unit) -> None:
    """What waits to be asked about may be asked now: it waited out a line that is another one by now."""
    asked = outbox_table.c.state.in_([State.PROBING.value, State.ACCEPTED.value])
    unit.execute(update(outbox_table).where(asked, outbox_table.c.next_at.is_not(None)).values(next_at=None))


# --- finding ----------------------------------------------------------------------------------------------------------


def entry(unit: Unit, instance_uid: str) -> Entry | None:
    """The entry of one instance."""
    rows = unit.run(_ENTRY, {"uid": instance_uid})
    return _entry(rows[0]) if rows else None


def of(unit: Unit, uids: Iterable[str]) -> list[Entry]:
    """The entries of these instances."""
    return [_entry(row) for row in unit.run(_OF, keys(uids))]


def entries(unit: Unit, states: Collection[State] = tuple(State)) -> list[Entry]:
    """All entries in these states, the oldest first."""
    return [_entry(row) for row in unit.run(_IN_STATES, keys(state.value for state in states))]


def explained(unit: Unit, states: Collection[State]) -> list[Entry]:
    """Those in these states that say why they wait, the oldest first."""
    return [_entry(row) for row in unit.run(_EXPLAINED, keys(state.value for state in states))]


def ready(unit: Unit, states: Collection[State], *, pressed: bool = False) -> list[Entry]:
    """The entries in these states whose time has come; all of them when a person pressed the button."""
    return [found for found in entries(unit, states) if pressed or due(found.next_at, unit.now)]


def is_ready(unit: Unit, states: Collection[State]) -> bool:
    """Whether there is any such entry. The database looks, for a station may have ten thousand of them."""
    times = {"now": unit.now, "horizon": horizon(unit.now)}
    return bool(unit.run(_ANY_READY, times | keys(state.value for state in states)))


def next_wake(unit: Unit) -> datetime | None:
    """When the first waiting entry that could move by itself is due; ``None`` when none waits."""
    rows = unit.run(_WAKE)
    found: datetime | None = rows[0][0] if rows else None
    return found


def loads(unit: Unit) -> dict[State, tuple[int, int]]:
    """How many entries are in each state, and their bytes."""
    size = func.coalesce(func.sum(outbox_table.c.size), 0).label("size")
    query = select(outbox_table.c.state, func.count().label("number"), size).group_by(outbox_table.c.state)
    return {State(row.state): (int(row.number), int(row.size)) for row in unit.execute(query)}


# --- what sync remembers of itself ------------------------------------------------------------------------------------


def fact(unit: Unit, name: str, default: str = "") -> str:
    """One thing that sync wrote down."""
    rows = unit.run(_FACT, {"name": name})
    return str(rows[0].value) if rows else default


def facts(unit: Unit, prefix: str) -> dict[str, str]:
    """Everything written down under names that begin so, by the rest of the name."""
    rows = unit.run(_FACTS, {"first": prefix, "beyond": prefix[:-1] + chr(ord(prefix[-1]) + 1)})
    return {row.name[len(prefix) :]: row.value for row in rows}


def remember(unit: Unit, name: str, value: str) -> None:
    """Write it down, in place of what stood there."""
    unit.run(_REMEMBER, {"name": name, "value": value})


def forget_facts(unit: Unit, prefix: str) -> None:
    """Strike out everything under names that begin so."""
    unit.execute(delete(fact_table).where(fact_table.c.name.startswith(prefix, autoescape=True)))


def _entry(row: Any) -> Entry:
    return Entry(
        row.pk,
        row.instance_uid,
        State(row.state),
        row.size,
        row.attempts,
        row.next_at,
        row.sentence,
        bool(row.alone),
        row.since,
    )
