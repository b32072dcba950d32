"""The outbox of records: people, headshots, visits, opinions, referrals, workitems. One entry each, however often edited.

    queued -> sending -> verified     looked at, written, read back
    probing     the line broke in the middle: it is looked at before it is written again; so is every other one
    held        not to be sent now, with the reason: its person is not there yet, or somebody must decide
    attention   headquarters will not take it: a person should look; it is tried again later
    gone        removed here, and there

What headquarters says cannot change an entry whose record is edited meanwhile: the edit queues it again. Nothing is final here
while headquarters has not shown the record back; the evidence for that is a receipt of the ledger, not the state.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Integer,
    MetaData,
    ScalarSelect,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

from resources.model import Change, Instant
from resources.store import Unit, changes
from resources.store.prepared import Prepared, amended, amending, by_keys, keys
from resources.store.rows import ChangeRow
from resources.terms import Kind, Origin
from sync import outbox
from sync.conflict import Base
from sync.ledger import receipt_table
from sync.retry import due, horizon
from sync.status import Level, RecordCount, State

CURSOR = "cursor.records"
SERVER = "headquarters.records"
PLACED = "records.placed"
"""The fact that names whose places ``remote`` are."""
PAGE = 100
KINDS = (Kind.PATIENT, Kind.PHOTO, Kind.STUDY, Kind.REFERRAL, Kind.OPINION, Kind.WORKITEM)
"""In the order in which they go: the person first, and a referral before the grades that ask for one."""
REMOVED = "removed"
"""The field of a dispute about whether a record should be there at all; and what a receipt for a removal speaks of."""
STILL_SHOWN = "Headquarters still shows this record, which was removed here."
HAD = 32
"""How many earlier values of a field are remembered."""
MOVING = (State.QUEUED, State.SENDING, State.PROBING, State.ATTENTION)

metadata = MetaData()
change_table = Change.__table__
table = Table(
    "record",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("kind", String(16)),
    Column("uid", String(64)),
    Column("patient_uuid", String(64)),
    Column("state", String(16)),
    Column("attempts", Integer),
    Column("next_at", Instant),
    Column("sentence", Text),
    Column("needs_patient", Boolean),
    Column("remote", Text),
    Column("made_here", Boolean),
    Column("base", Text),
    Column("digest", String(64)),
    Column("since", Instant),
)
_QUEUE = Prepared(
    sqlite.insert(table).on_conflict_do_update(
        index_elements=["kind", "uid"],
        set_={"state": State.QUEUED.value, "next_at": None, "sentence": "", "needs_patient": False, "attempts": 0},
    )
)
"""What was queued and has not gone is one with the newest; prepared, since a camera's pictures queue a visit each."""
_ORDER = (case({kind.value: place for place, kind in enumerate(KINDS)}, value=table.c.kind), table.c.pk)
_LISTED = by_keys(select(table).order_by(*_ORDER), table.c.state)
_EXPLAINED = by_keys(
    select(table.c.state, table.c.sentence, table.c.next_at).where(table.c.sentence != "").order_by(*_ORDER),
    table.c.state,
)
_WAITING = by_keys(
    select(table.c.pk, table.c.patient_uuid, table.c.state, table.c.next_at).order_by(*_ORDER), table.c.state
)
_IS_DUE = or_(table.c.next_at.is_(None), table.c.next_at <= bindparam("now"), table.c.next_at > bindparam("horizon"))
_ANY_READY = by_keys(select(table.c.pk).where(_IS_DUE).limit(1), table.c.state)
_NEXT_WAKE = by_keys(
    select(table.c.next_at).where(table.c.next_at.is_not(None)).order_by(table.c.next_at).limit(1), table.c.state
)
_ONE = Prepared(select(table).where(table.c.kind == bindparam("kind"), table.c.uid == bindparam("uid")))
_BY_PK = Prepared(select(table).where(table.c.pk == bindparam("pk")))
_SENDING = Prepared(select(table.c.pk).where(table.c.state == State.SENDING.value).limit(1))
_FREE = (
    update(table)
    .where(table.c.patient_uuid == bindparam("person"), table.c.kind != Kind.PATIENT.value)
    .values(state=State.QUEUED.value, needs_patient=False, sentence="", next_at=None)
    .returning(table.c.pk)
)
_FREE_WAITING = Prepared(_FREE.where(table.c.needs_patient.is_(True)))
_FREE_VERIFIED = Prepared(_FREE.where(table.c.state == State.VERIFIED.value))


@dataclass(frozen=True, slots=True)
class Record:
    """One record on its way. ``remote`` is where headquarters has it, e.g. ``Patient/17``; empty while nobody knows."""

    pk: int
    kind: Kind
    uid: str
    patient_uuid: str
    state: State
    attempts: int
    next_at: datetime | None
    sentence: str
    needs_patient: bool
    remote: str
    made_here: bool
    base: Base
    digest: str
    version: str = ""
    """Headquarters' version of it when both last agreed."""
    sent: Mapping[str, Any] = field(default_factory=dict)
    """What was last written there, while nobody has seen what became of it."""
    updated: str = ""
    """When headquarters had written that version, by its own clock."""
    had: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What stood there before, of each field: digests of the last few values."""

    def knows(self, name: str, said: Mapping[str, Any]) -> bool:
        """Whether this is a value that stood there before the last agreement; nothing is a value too."""
        return _mark(said.get(name)) in self.had.get(name, ())

    @property
    def key(self) -> str:
        """What the ledger calls it."""
        return f"{self.kind.value}/{self.uid}"


class Waiting(NamedTuple):
    """Enough of a record to choose the next one by: a station may have thousands, and what was agreed of each is long."""

    pk: int
    patient_uuid: str
    state: State


class Explained(NamedTuple):
    """Why a record waits, and its own time; the server's is not in it."""

    state: State
    sentence: str
    next_at: datetime | None


# --- from the feed ----------------------------------------------------------------------------------------------------


def collect(unit: Unit) -> int:
    """Read the feed from the records' own cursor and queue what was edited here, in one unit; how many changes were read."""
    rows = changes.since(unit, int(outbox.fact(unit, CURSOR, "0")), PAGE, kinds=frozenset(KINDS))
    for row in rows:
        if row.origin is not Origin.HQ:
            queue(unit, row.kind, row.uid, patient_uuid=_patient_of(row))
    if rows:
        outbox.remember(unit, CURSOR, str(rows[-1].seq))
    return len(rows)


def _patient_of(row: ChangeRow) -> str:
    return row.uid if row.kind is Kind.PATIENT else str(row.snapshot.get("patient") or "")


def queue(unit: Unit, kind: Kind, uid: str, *, patient_uuid: str = "") -> None:
    """It must go, or go again: edits that have not gone yet are one. What was being sent stays so, and is looked at again."""
    unit.run(
        _QUEUE,
        {
            "kind": kind.value, "uid": uid, "patient_uuid": patient_uuid, "state": State.QUEUED.value, "attempts": 0,
            "sentence": "", "needs_patient": False, "remote": "", "made_here": False, "base": "", "digest": "",
            "since": unit.now,
        },
    )  # fmt: skip
    unit.changed = True


def expect(unit: Unit, kind: Kind, uid: str) -> Record:
    """Its entry; a new one where something else needs it to be at headquarters."""
    known = find(unit, kind, uid)
    if known is None:
        queue(unit, kind, uid, patient_uuid=uid if kind is Kind.PATIENT else "")
        known = find(unit, kind, uid)
    assert known is not None
    return known


# --- moving -----------------------------------------------------------------------------------------------------------


def move(  # noqa: PLR0913  # one argument for each column that may change
    unit: Unit,
    record: Record,
    state: State,
    *,
    sentence: str = "",
    next_at: datetime | None = None,
    attempts: int | None = None,
    needs_patient: bool = False,
    patient_uuid: str | None = None,
) -> None:
    """Put an entry into a state."""
    values: dict[str, Any] = {
        "state": state.value,
        "next_at": next_at,
        "sentence": sentence,
        "needs_patient": needs_patient,
    }
    values |= {} if attempts is None else {"attempts": attempts}
    values |= {} if patient_uuid is None else {"patient_uuid": patient_uuid}
    _amend(unit, record, values)


def claim(unit: Unit, record: Record, base: Base, sent: Mapping[str, Any]) -> None:
    """From now on this may be at headquarters, whatever happens: who finds it there later must not take it for another's edit."""
    said = {**_kept(record, base), "version": record.version, "updated": record.updated, "sent": sent}
    values = {"state": State.SENDING.value, "attempts": record.attempts + 1, "base": json.dumps(said, sort_keys=True)}
    _amend(unit, record, values)


def met(unit: Unit, record: Record, remote: str, *, made_here: bool) -> None:
    """Headquarters has it there; whoever waited for this person may go, and who named them otherwise is looked at again."""
    _amend(unit, record, {"remote": remote, "made_here": made_here})
    if record.kind is not Kind.PATIENT or not remote:
        return
    unit.run(_FREE_WAITING, {"person": record.uid})
    if remote != record.remote:
        outbox.remember(unit, PLACED, str(placed(unit) + 1))
        unit.run(_FREE_VERIFIED, {"person": record.uid})


def over(unit: Unit, record: Record) -> None:
    """Nothing of it goes there any more; whoever waited for this person is looked at again."""
    move(unit, record, State.GONE)
    if record.kind is Kind.PATIENT:
        unit.run(_FREE_WAITING, {"person": record.uid})


def agree(unit: Unit, record: Record, base: Base, digest: str = "", version: str = "", updated: str = "") -> None:
    """What each side says from now on counts as agreed; ``digest`` names what a receipt for it speaks of."""
    said = {**_kept(record, base), "version": version or record.version, "updated": updated or record.updated}
    _amend(unit, record, {"base": json.dumps(said, sort_keys=True), "digest": digest or record.digest})


def shown(unit: Unit, record: Record, digest: str) -> None:
    """Headquarters shows it as it is now, by another way than this server: what was agreed with the server stays as it was."""
    values = {"state": State.VERIFIED.value, "digest": digest, "sentence": "", "next_at": None, "attempts": 0}
    _set(unit, table.c.pk == record.pk, values)


def withdrawn(unit: Unit, record: Record) -> None:
    """Headquarters shows it no more, by another way than a server."""
    values = {"state": State.GONE.value, "digest": REMOVED, "sentence": "", "next_at": None, "attempts": 0}
    _set(unit, table.c.pk == record.pk, values)


def put_ahead(unit: Unit, people: Collection[str]) -> None:
    """What is about these people and waits for its time may move at once."""
    mine = table.c.patient_uuid.in_(list(people))
    _set(unit, and_(mine, table.c.state.in_([state.value for state in MOVING])), {"next_at": None})


def unagreed(unit: Unit, record: Record) -> None:
    """Whatever headquarters shows now is what somebody has decided about."""
    said = {**_kept(record, Base()), "version": "", "updated": ""}
    _amend(unit, record, {"base": json.dumps(said, sort_keys=True)})


def _kept(record: Record, base: Base) -> dict[str, Any]:
    """A base to be written down, with marks of what stood at headquarters until now and does not any more."""
    had = {name: list(marks) for name, marks in record.had.items()}
    stood = record.base.theirs
    stood = {**dict.fromkeys(base.theirs), **stood} if stood else stood  # what was not said there was nothing
    for name, value in (*stood.items(), *record.sent.items()):
        now, mark = base.theirs.get(name), _mark(value)
        had[name] = [one for one in had.get(name, []) if one != mark] + ([mark] if value != now else [])
    return {
        "mine": base.mine,
        "theirs": base.theirs,
        "had": {name: marks[-HAD:] for name, marks in had.items() if marks},
    }


def _mark(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]


def recover(unit: Unit) -> None:
    """What was being sent when the last pass ended may have arrived."""
    if unit.run(_SENDING):
        _set(unit, table.c.state == State.SENDING.value, {"state": State.PROBING.value})


def start_over(unit: Unit) -> None:
    """Another headquarters: nothing is known of it, and it must be asked for everything."""
    fresh = {"state": State.QUEUED.value, "remote": "", "made_here": False, "base": "", "digest": "", "next_at": None}
    _set(unit, table.c.state != State.GONE.value, {**fresh, "sentence": "", "needs_patient": False, "attempts": 0})


def _amend(unit: Unit, record: Record, values: Mapping[str, Any]) -> None:
    unit.run(amending(table.c.pk, tuple(values)), amended(record.pk, values))
    unit.changed = True


def _set(unit: Unit, where: Any, values: Mapping[str, Any]) -> None:
    if unit.execute(update(table).where(where).values(**values)).rowcount:
        unit.changed = True


# --- finding ----------------------------------------------------------------------------------------------------------


def find(unit: Unit, kind: Kind, uid: str) -> Record | None:
    """The entry of one record."""
    rows = unit.run(_ONE, {"kind": kind.value, "uid": uid})
    return _record(rows[0]) if rows else None


def at(unit: Unit, kind: Kind, remote: str, server: str) -> str:
    """Which of ours that server has there, by uid; empty when none is known to be."""
    if outbox.fact(unit, SERVER) != server:
        return ""
    query = select(table.c.uid).where(
        table.c.kind == kind.value, table.c.remote == remote, table.c.state != State.GONE.value
    )
    found = list(unit.execute(query).scalars())
    return str(found[0]) if len(found) == 1 else ""


def listed(unit: Unit, states: Collection[State] = tuple(State)) -> list[Record]:
    """All entries in these states, people first, then the oldest."""
    return [_record(row) for row in unit.run(_LISTED, _states(states))]


def about(unit: Unit, people: Collection[str]) -> list[Record]:
    """All entries about these people, the person first."""
    mine = (table.c.patient_uuid.in_(list(people)), table.c.state != State.GONE.value)
    return [_record(row) for row in unit.execute(select(table).where(*mine).order_by(*_ORDER))]


def explained(unit: Unit, states: Collection[State]) -> list[Explained]:
    """Those in these states that say why they wait, in the order of ``listed``."""
    return [Explained(State(row.state), row.sentence, row.next_at) for row in unit.run(_EXPLAINED, _states(states))]


def ready(unit: Unit, *, pressed: bool = False) -> list[Record]:
    """Those that could move now; with ``pressed`` also those that wait for something else than a time."""
    return [found for found in listed(unit, _movable(pressed=pressed)) if pressed or due(found.next_at, unit.now)]


def waiting(unit: Unit, *, pressed: bool = False) -> list[Waiting]:
    """The same in the same order, with what one needs to choose among them."""
    rows = unit.run(_WAITING, _states(_movable(pressed=pressed)))
    ready = (row for row in rows if pressed or due(row.next_at, unit.now))
    return [Waiting(row.pk, row.patient_uuid, State(row.state)) for row in ready]


def place_of(unit: Unit, patient_uuid: str) -> str:
    """Where headquarters has this person; empty while nobody knows."""
    known = find(unit, Kind.PATIENT, patient_uuid)
    return known.remote if known is not None else ""


def is_ready(unit: Unit) -> bool:
    """Whether any could move now."""
    times = {"now": unit.now, "horizon": horizon(unit.now)}
    return bool(unit.run(_ANY_READY, times | _states(MOVING)))


def numbered(unit: Unit, pk: int) -> Record:
    """The entry of this number. There is one: entries stay."""
    return _record(unit.run(_BY_PK, {"pk": pk})[0])


def _movable(*, pressed: bool) -> Collection[State]:
    return (*MOVING, State.HELD) if pressed else MOVING


def _states(states: Collection[State]) -> dict[str, str]:
    return keys(state.value for state in states)


def next_wake(unit: Unit) -> datetime | None:
    """When the first that waits for a time is due; ``None`` when none does."""
    rows = unit.run(_NEXT_WAKE, _states(MOVING))
    found: datetime | None = rows[0].next_at if rows else None
    return found


def placed(unit: Unit) -> int:
    """How often it was learnt that headquarters has somebody in another place than was known."""
    return int(outbox.fact(unit, PLACED, "0"))


# --- counting ---------------------------------------------------------------------------------------------------------


def counts(unit: Unit, headquarters: str) -> dict[Kind, RecordCount]:
    """What headquarters has shown back, and what it has not, of each kind. An edit that was not even collected counts as not."""
    asked = {"headquarters": headquarters, "cursor": int(outbox.fact(unit, CURSOR, "0"))}
    total = {Kind(row.kind): row.number for row in unit.run(_LISTED_OF_KIND)}
    there = {Kind(row.kind): row.number for row in unit.run(_SHOWN_OF_KIND, asked)}
    for row in unit.run(_EDITED_OF_KIND, asked):
        kind = Kind(row.kind)
        total[kind] = total.get(kind, 0) + row.unlisted
        there[kind] = there.get(kind, 0) - row.shown
    return {kind: RecordCount(there.get(kind, 0), total.get(kind, 0) - there.get(kind, 0)) for kind in KINDS}


def counts_by_state(unit: Unit) -> dict[State, int]:
    """How many are in each state. What waits for its person to come to headquarters waits for nobody: it counts as queued."""
    found: dict[State, int] = {}
    columns = (table.c.state, table.c.needs_patient, func.count().label("number"))
    for row in unit.execute(select(*columns).group_by(table.c.state, table.c.needs_patient)):
        state = State.QUEUED if row.needs_patient else State(row.state)
        found[state] = found.get(state, 0) + int(row.number)
    return found


def unconfirmed(unit: Unit, headquarters: str, people: Collection[str]) -> list[State]:
    """Where everything about these people stands that headquarters has not shown back as it is now; edits of this moment too."""
    speaks = exists().where(receipt_table.c.n == _newest(), *_speaks(headquarters)).correlate(table)
    shown = and_(table.c.state == State.VERIFIED.value, speaks)
    theirs = (table.c.patient_uuid.in_(list(people)), table.c.state != State.GONE.value)
    rows = unit.execute(select(table.c.state, table.c.needs_patient).where(*theirs, ~shown))
    found = [State.QUEUED if row.needs_patient else State(row.state) for row in rows]
    edited = changes.since(unit, int(outbox.fact(unit, CURSOR, "0")), PAGE, kinds=frozenset(KINDS))
    fresh = {(row.kind, row.uid) for row in edited if row.origin is not Origin.HQ and _patient_of(row) in people}
    return found + [State.QUEUED] * len(fresh)


def confirmed(unit: Unit, headquarters: str) -> list[Record]:
    """The records that headquarters has shown back as they are now."""
    uids = {(row.kind, row.uid) for row in unit.execute(_confirmed(headquarters))}
    return [one for one in listed(unit, (State.VERIFIED,)) if (one.kind.value, one.uid) in uids]


def receipted(unit: Unit, headquarters: str, *, upto: int) -> list[Record]:
    """What headquarters has shown back as it is now, or as removed, by receipts no newer than ``upto``; the newest first.

    What was confirmed by stick alone has no place at a server where it could be looked at.
    """
    placed = or_(table.c.remote != "", table.c.state == State.GONE.value)
    query = _confirmed(headquarters, table, removed=True).where(receipt_table.c.n <= upto, placed)
    return [_record(row) for row in unit.execute(query.order_by(receipt_table.c.n.desc()))]


def _confirmed(headquarters: str | ColumnElement[str], *columns: Any, removed: bool = False) -> Select[Any]:
    gone = and_(table.c.state == State.GONE.value, table.c.digest == REMOVED)
    stands = table.c.state == State.VERIFIED.value
    fits = (or_(stands, gone) if removed else stands, *_speaks(headquarters))
    both = table.join(receipt_table, receipt_table.c.n == _newest())
    return select(*(columns or (table.c.kind, table.c.uid))).select_from(both).where(*fits)


def _newest() -> ScalarSelect[int]:
    """The number of the newest receipt for a record."""
    key = table.c.kind.concat("/").concat(table.c.uid)
    mine = receipt_table.alias()
    return select(func.max(mine.c.n)).where(mine.c.instance_uid == key).correlate(table).scalar_subquery()


def _speaks(headquarters: str | ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """Whether a receipt says that this headquarters has a record as it is now."""
    return (
        receipt_table.c.level >= Level.EQUAL,
        receipt_table.c.headquarters == headquarters,
        receipt_table.c.digest == table.c.digest,
    )


def _edited(headquarters: ColumnElement[str]) -> Select[Any]:
    """What was edited and not collected, of each kind: how much has no entry, and how much counted as shown until then."""
    uncollected = (
        select(change_table.c.kind, change_table.c.uid)
        .where(change_table.c.seq > bindparam("cursor"), change_table.c.origin != Origin.HQ.value)
        .where(or_(*(change_table.c.kind == kind.value for kind in KINDS)))
        .distinct()
        .cte("uncollected")
    )
    mine = and_(table.c.kind == uncollected.c.kind, table.c.uid == uncollected.c.uid)
    unlisted = or_(table.c.pk.is_(None), table.c.state == State.GONE.value)
    speaks = exists().where(receipt_table.c.n == _newest(), *_speaks(headquarters)).correlate(table)
    shown = and_(table.c.state == State.VERIFIED.value, speaks)
    sums = (func.count().filter(unlisted).label("unlisted"), func.count().filter(shown).label("shown"))
    joined = uncollected.outerjoin(table, mine)  # from what was edited to its entry, never the other way round
    return select(uncollected.c.kind, *sums).select_from(joined).group_by(uncollected.c.kind)


_NUMBER = func.count().label("number")
_LISTED_OF_KIND = Prepared(
    select(table.c.kind, _NUMBER).where(table.c.state != State.GONE.value).group_by(table.c.kind)
)
_SHOWN_OF_KIND = Prepared(_confirmed(bindparam("headquarters"), table.c.kind, _NUMBER).group_by(table.c.kind))
_EDITED_OF_KIND = Prepared(_edited(bindparam("headquarters")))
"""A station may have a hundred thousand records, and the strip asks after every change: the database counts."""


def _record(row: Any) -> Record:
    said: dict[str, Any] = json.loads(row.base) if row.base else {"mine": {}, "theirs": {}, "version": ""}
    return Record(
        row.pk, Kind(row.kind), row.uid, row.patient_uuid, State(row.state), row.attempts, row.next_at, row.sentence,
        bool(row.needs_patient), row.remote, bool(row.made_here), Base(said["mine"], said["theirs"]), row.digest, said["version"],
        said.get("sent", {}), said.get("updated", ""), said.get("had", {}),
    )  # fmt: skip
