"""Whose turn at the camera it is (hazard HZ-01): called by a person, kept as intervals, never changed by itself.

A camera may still hold the previous person. So a picture counts for whom its number names only if it was taken in that person's
turn, by the camera's clock as far as it can be trusted. Where nobody is called to a camera, this says nothing.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, insert, or_, select, update

from resources.model import Instance, Patient, Turn
from resources.store import changes, patients, studies, workitems
from resources.store.prepared import Prepared
from resources.store.rows import Arrival, TurnRow, WorkitemRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, Origin, WorkitemState
from resources.wire.dates import moment_of_dt

table = Turn.__table__
people = Patient.__table__
instances = Instance.__table__
DAY = timedelta(hours=12)
"""A camp's day: a turn that nobody ended is over after it, and so long around a turn people are called to that camera."""
PROMPT = timedelta(seconds=60)
"""A picture that comes so soon after its own time comes from a clock that is right."""
COMES_BACK = "later"
"""The one reason for leaving that lets somebody without a picture wait again."""
SECOND = timedelta(seconds=1)
"""A time without a fraction was cut off: it means any moment of that second, and a turn may begin within it."""
LOOKED_AT, ENOUGH = 9, 5
"""Of the latest pictures of a camera, so many must agree on how far its clock is off, to within ``PROMPT``."""

_ROW = [
    table.c.pk,
    people.c.uuid.label("patient_uuid"),
    table.c.station_ae_title,
    table.c.workitem_uid,
    table.c.began_at,
    table.c.ended_at,
    table.c.missing,
    table.c.reason,
]
_TURNS = select(*_ROW).join(people, table.c.patient_pk == people.c.pk)
_HERE = or_(table.c.station_ae_title == bindparam("station"), table.c.station_ae_title == "")
_LAST_BEFORE = Prepared(
    _TURNS.where(_HERE, table.c.began_at <= bindparam("moment")).order_by(table.c.began_at.desc()).limit(1)
)
_FIRST_AFTER = Prepared(_TURNS.where(_HERE, table.c.began_at > bindparam("moment")).order_by(table.c.began_at).limit(1))
_ANY = Prepared(select(table.c.pk).limit(1))
_LATEST = Prepared(
    select(instances.c.acquired, instances.c.received_at)
    .where(instances.c.calling_ae_title == bindparam("station"), instances.c.digest.is_not(None))
    .order_by(instances.c.pk.desc())
    .limit(LOOKED_AT)
)


# --- calling and leaving ----------------------------------------------------------------------------------------------


def call(unit: Unit, patient_key: str, station_ae_title: str = "") -> TurnRow:
    """This person is at this camera from now on, and whoever was there before is not. Nobody is lost by it."""
    owner = patients.find(unit, patient_key)
    station = station_ae_title.strip()
    for turn in open_turns(unit):
        if turn.patient_uuid == owner.uuid and turn.station_ae_title == station:
            return turn
        is_same_camera = station in ("", turn.station_ae_title) or not turn.station_ae_title
        if is_same_camera or turn.patient_uuid == owner.uuid:
            _end(unit, turn)
    item = _workitem_for(unit, owner.uuid, station)
    values = {"station_ae_title": station, "workitem_uid": item.workitem_uid, "began_at": unit.now}
    unit.execute(insert(Turn).values(patient_pk=owner.pk, **values))
    changes.record(
        unit, Kind.TURN, item.workitem_uid, Operation.CREATE, version=1, snapshot={"station_ae_title": station}
    )
    return next(turn for turn in open_turns(unit) if turn.workitem_uid == item.workitem_uid)


def finish(unit: Unit, patient_key: str, *, missing: Sequence[str] = (), reason: str = "") -> None:
    """This person leaves the camera. ``reason`` says why the ``missing`` places of the protocol stay empty (hazard HZ-06)."""
    owner = patients.find(unit, patient_key)
    for turn in open_turns(unit):
        if turn.patient_uuid == owner.uuid:
            _end(unit, turn, missing, reason)


def _workitem_for(unit: Unit, patient_uuid: str, station: str) -> WorkitemRow:
    """The longest waiting one of this camp day, in progress now; a new one where there is none."""
    theirs = [
        item
        for item in workitems.of_patient(unit, patient_uuid)
        if item.state == WorkitemState.SCHEDULED and item.scheduled_at >= unit.now - 2 * DAY
    ]
    item = theirs[-1] if theirs else workitems.schedule(unit, patient_uuid, station_ae_title=station)
    return workitems.move(unit, item.workitem_uid, WorkitemState.IN_PROGRESS, station_ae_title=station)


def _end(unit: Unit, turn: TurnRow, missing: Sequence[str] = (), reason: str = "") -> None:
    """Who leaves without a picture waits again: there is no way back from IN PROGRESS (PS3.4 CC.1.1), so in a new place."""
    values: dict[str, Any] = {"ended_at": unit.now, "missing": list(missing), "reason": reason[:32]}
    unit.execute(update(Turn).where(table.c.pk == turn.pk).values(**values))
    snapshot = {"missing": list(missing), "reason": reason[:32]}
    changes.record(unit, Kind.TURN, turn.workitem_uid, Operation.AMEND, version=2, snapshot=snapshot)
    item = workitems.workitem(unit, turn.workitem_uid)
    has_pictures = any(
        row.digest and not row.hidden and row.received_at >= turn.began_at
        for study in studies.of_patient(unit, turn.patient_uuid)
        for row in study.instances
    )
    if item.state == WorkitemState.IN_PROGRESS:
        workitems.move(unit, item.workitem_uid, WorkitemState.COMPLETED if has_pictures else WorkitemState.CANCELED)
    if not has_pictures and reason in ("", COMES_BACK):
        workitems.schedule(unit, turn.patient_uuid, station_ae_title=turn.station_ae_title)


# --- asking -----------------------------------------------------------------------------------------------------------


def open_turns(unit: Unit) -> list[TurnRow]:
    """Everybody who is at a camera now, in the order they were called."""
    now = (table.c.ended_at.is_(None), table.c.began_at > unit.now - DAY)
    return [_row(row) for row in unit.execute(_TURNS.where(*now).order_by(table.c.began_at, table.c.pk))]


def at(unit: Unit, station_ae_title: str) -> TurnRow | None:
    """Who is at this camera now; a call that named no camera is for each."""
    here = [turn for turn in open_turns(unit) if turn.station_ae_title in ("", station_ae_title.strip())]
    return here[-1] if here else None


def since(unit: Unit, moment: datetime) -> list[TurnRow]:
    """All that began since ``moment``, oldest first."""
    return [_row(row) for row in unit.execute(_TURNS.where(table.c.began_at >= moment).order_by(table.c.pk))]


def of_patient(unit: Unit, patient_key: str) -> list[TurnRow]:
    """A person's turns, oldest first."""
    query = _TURNS.where(people.c.uuid == patients.find(unit, patient_key).uuid)
    return [_row(row) for row in unit.execute(query.order_by(table.c.pk))]


def of_workitem(unit: Unit, workitem_uid: str) -> TurnRow | None:
    """The turn in which this workitem was worked on."""
    found = unit.execute(_TURNS.where(table.c.workitem_uid == workitem_uid).order_by(table.c.pk.desc())).first()
    return _row(found) if found else None


class Presence(NamedTuple):
    """Who was at a camera at some moment; ``is_called`` is False where nobody is called to it, and nothing is known."""

    is_called: bool
    patient_uuid: str = ""


def presence(unit: Unit, station_ae_title: str, moment: datetime) -> Presence:
    """Who was at this camera then."""
    asked = {"station": station_ae_title.strip(), "moment": moment}
    before = unit.run(_LAST_BEFORE, asked)
    if before and moment - before[0].began_at <= DAY:
        turn = before[0]
        is_over = turn.ended_at is not None and turn.ended_at <= moment
        return Presence(is_called=True, patient_uuid="" if is_over else turn.patient_uuid)
    after = unit.run(_FIRST_AFTER, asked)
    return Presence(is_called=bool(after) and after[0].began_at - moment <= DAY)


def contradiction(unit: Unit, patient_uuid: str, arrival: Arrival, acquired: str) -> Presence | None:
    """Who was at the camera when a picture of this person is said to have been taken, where that was somebody else or nobody.

    ``acquired`` is the picture's own time (DT) by the camera's clock. ``None``: nothing speaks against this person.
    """
    if arrival.origin not in (Origin.CAMERA, Origin.STATION) or not arrival.calling_ae_title.strip():
        return None
    if not unit.run(_ANY):
        return None
    station, came = arrival.calling_ae_title.strip(), unit.now
    taken = moment_of_dt(acquired, unit.store.zone)
    ahead = clock_ahead(unit, station, arrival.clock_ahead) if taken else None
    for moment in moments(taken, came, ahead):
        there = presence(unit, station, moment)
        if there.is_called and there.patient_uuid != patient_uuid:
            return there
    return None


def moments(taken: datetime | None, came: datetime, ahead: timedelta | None) -> tuple[datetime, ...]:
    """When the picture was really taken; two where the camera's clock is not known: then both must be that person's. Pure."""
    if taken is None:
        return (came,)
    if not taken.microsecond:
        taken += SECOND
    if ahead is not None:
        return (min(taken - ahead, came),)
    return (min(taken, came),) if abs(came - taken) <= PROMPT else (taken, came)


def usual(differences: Collection[timedelta]) -> timedelta | None:
    """How far a clock is ahead when enough differences agree; pictures sent long after they were taken do not. Pure."""
    found = sorted(differences)
    close = [found[at : at + ENOUGH] for at in range(len(found) - ENOUGH + 1)]
    tightest = min(close, key=lambda some: some[-1] - some[0], default=None)
    if tightest is None or tightest[-1] - tightest[0] > PROMPT:
        return None
    return tightest[ENOUGH // 2]


def clock_ahead(unit: Unit, station: str, said: int | None = None) -> timedelta | None:
    """How far this camera's clock is ahead: what a person ``said`` (seconds), else what its latest pictures agree on."""
    if said is not None:
        return timedelta(seconds=said)
    found = [
        (moment_of_dt(row.acquired, unit.store.zone), row.received_at)
        for row in unit.run(_LATEST, {"station": station.strip()})
    ]
    return usual([taken - came for taken, came in found if taken is not None])


def _row(row: Any) -> TurnRow:
    values = row._asdict()
    return TurnRow(**{**values, "missing": tuple(row.missing)})
