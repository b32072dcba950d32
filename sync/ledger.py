"""The ledger: what headquarters has confirmed, as rows that are only ever added, each sealed with the hash of the one before.

What the screen says about headquarters is counted here and nowhere else. A receipt counts only while it speaks of the very
bytes, person, visit and eye that we publish now, and of the headquarters that is configured now. Refuses to change a row.
"""

import functools
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    bindparam,
    case,
    cast,
    func,
    insert,
    select,
)

from resources.model import Instance, Instant, Patient, Series, Study
from resources.store import Unit
from resources.store.prepared import Prepared, by_keys, keys
from resources.terms import Laterality
from sync.answers import Attributes
from sync.status import Level, Share

GENESIS = "0" * 64


metadata = MetaData()
receipt_table = Table(
    "receipt",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("instance_uid", String(64)),
    Column("headquarters", Text),
    Column("level", Integer),
    Column("digest", String(64)),
    Column("size", Integer),
    Column("published", Text),
    Column("note", Text),
    Column("at", Instant),
    Column("prev_hash", String(64)),
    Column("hash", String(64)),
)
_ADD = Prepared(insert(receipt_table))
_NEWEST = by_keys(
    select(receipt_table.c.instance_uid, func.max(receipt_table.c.n).label("n")).group_by(receipt_table.c.instance_uid),
    receipt_table.c.instance_uid,
)
_LENGTH = Prepared(select(func.max(receipt_table.c.n).label("n")))
_HEAD = Prepared(select(receipt_table.c.hash).order_by(receipt_table.c.n.desc()).limit(1))
_OF_ONE = select(receipt_table).where(receipt_table.c.instance_uid == bindparam("uid"))
_LATEST = Prepared(_OF_ONE.order_by(receipt_table.c.n.desc()).limit(1))
SEALED = ("instance_uid", "headquarters", "level", "digest", "size", "published", "note", "at", "prev_hash")

instance_table = Instance.__table__
series_table = Series.__table__
study_table = Study.__table__
patient_table = Patient.__table__


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a receipt speaks of: these bytes, published as this (``as_published``)."""

    instance_uid: str
    digest: str
    size: int
    published: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One row of the ledger."""

    n: int
    headquarters: str
    level: Level
    evidence: Evidence
    note: str
    at: datetime

    @property
    def instance_uid(self) -> str:
        """Whose receipt this is."""
        return self.evidence.instance_uid


@dataclass(frozen=True, slots=True)
class Tally:
    """How many instances with a picture headquarters has confirmed, and how many not; bytes are those of the second.

    ``proven`` are those of the first whose bytes are known to be equal there.
    """

    confirmed: int
    not_yet: int
    bytes_not_yet: int
    proven: int = 0


def as_published(attributes: Attributes) -> str:
    """The attributes that a receipt speaks of, as one text that two sides can compare."""
    eye = attributes.laterality.value if attributes.laterality else ""
    sizes = [attributes.rows, attributes.columns, attributes.frames]
    said = ["" if value is None else str(value) for value in sizes]
    return "|".join([attributes.patient_id, attributes.study_uid, eye, *said])


def record(unit: Unit, headquarters: str, level: Level, evidence: Evidence, note: str = "") -> None:
    """Add one receipt. One that only repeats what the newest row of this instance says is not added again."""
    known = latest(unit, evidence.instance_uid)
    if known is not None and (known.headquarters, known.level, known.evidence) == (headquarters, level, evidence):
        return
    row: dict[str, Any] = {
        "instance_uid": evidence.instance_uid,
        "headquarters": headquarters,
        "level": int(level),
        "digest": evidence.digest,
        "size": evidence.size,
        "published": evidence.published,
        "note": note,
        "at": unit.now,
        "prev_hash": head(unit),
    }
    unit.run(_ADD, row | {"hash": seal(row)})
    unit.changed = True


def reopen(unit: Unit, receipt: Receipt, note: str) -> None:
    """What was confirmed is not so any more."""
    record(unit, receipt.headquarters, Level.REOPENED, receipt.evidence, note)


def seal(row: dict[str, Any]) -> str:
    """The hash over everything a row says, the hash of the row before it included."""
    at = row["at"].astimezone(UTC).isoformat(timespec="microseconds")
    said = {name: row[name] for name in SEALED} | {"at": at}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def broken(unit: Unit) -> int | None:
    """The number of the first receipt that was changed after it was written; ``None`` when the chain holds."""
    before = GENESIS
    for number, row in enumerate(unit.execute(select(receipt_table).order_by(receipt_table.c.n)), start=1):
        if row.n != number or row.prev_hash != before or row.hash != seal(dict(row._mapping)):
            return int(row.n)
        before = row.hash
    return None


def latest(unit: Unit, instance_uid: str) -> Receipt | None:
    """The newest receipt of one instance."""
    rows = unit.run(_LATEST, {"uid": instance_uid})
    return _receipt(rows[0]) if rows else None


def newest(unit: Unit, instance_uids: Iterable[str]) -> dict[str, int]:
    """The number of the newest receipt of each of these that has one."""
    return {row.instance_uid: row.n for row in unit.run(_NEWEST, keys(instance_uids))}


def length(unit: Unit) -> int:
    """The number of the newest receipt."""
    return int(unit.run(_LENGTH)[0].n or 0)


def head(unit: Unit) -> str:
    """The hash of the newest receipt: whoever knows it can tell whether any before it was changed."""
    rows = unit.run(_HEAD)
    return str(rows[0].hash) if rows else GENESIS


def last_confirmed(unit: Unit, headquarters: str) -> datetime | None:
    """When headquarters last confirmed anything."""
    when = select(receipt_table.c.at).where(
        receipt_table.c.level >= Level.EQUAL, receipt_table.c.headquarters == headquarters
    )
    found: datetime | None = unit.execute(when.order_by(receipt_table.c.n.desc()).limit(1)).scalar()
    return found


def published(unit: Unit, instance_uid: str) -> tuple[Attributes, Evidence] | None:
    """What we publish of an instance now, and what a receipt for it would speak of; ``None`` when it is not here."""
    rows = unit.run(_PUBLISHED, {"uid": instance_uid})
    if not rows:
        return None
    row = rows[0]
    eye = Laterality.of(row.laterality)
    attributes = Attributes(row.person, row.study_uid, eye, row.rows, row.columns, row.frames or 1)
    return attributes, Evidence(instance_uid, row.digest, row.size or 0, as_published(attributes))


def tally(unit: Unit, headquarters: str) -> Tally:
    """Count all instances that have their picture here. Nothing but a receipt that still fits makes one confirmed."""
    here, done = unit.run(_ALL_HERE)[0], unit.run(_ALL_DONE, {"headquarters": headquarters})[0]
    return Tally(int(done.number), int(here.number - done.number), int(here.size - done.size), int(done.proven))


def people(unit: Unit, headquarters: str) -> dict[str | None, Share]:
    """What headquarters has of every person with pictures here, by uuid; under ``None`` what is nobody's yet."""
    pictures = {row.uuid: int(row.number) for row in unit.run(_THEIRS_HERE)}
    sent: dict[str | None, dict[bool, int]] = {}
    for row in unit.run(_THEIRS_SENT, {"headquarters": headquarters}):
        sent.setdefault(row.uuid, {})[bool(row.confirmed)] = int(row.number)
    nothing: dict[bool, int] = {}
    return {
        uuid: Share(number, sum(sent.get(uuid, nothing).values()), sent.get(uuid, nothing).get(True, 0))
        for uuid, number in pictures.items()
    }


def levels(unit: Unit, headquarters: str, instance_uids: Iterable[str]) -> dict[str, Level | None]:
    """How much is confirmed of each of these instances as they are published now; ``None`` where nothing counts."""
    uids = list(instance_uids)
    found: dict[str, Level | None] = dict.fromkeys(uids)
    for start in range(0, len(uids), 500):
        some = instance_table.c.instance_uid.in_(uids[start : start + 500])
        query = _fitting(select(instance_table.c.instance_uid, receipt_table.c.level), headquarters).where(some)
        found.update({row.instance_uid: Level(row.level) for row in unit.execute(query)})
    return found


def confirmed(unit: Unit, headquarters: str) -> list[Receipt]:
    """The receipts that make instances confirmed now, the newest first."""
    return [_receipt(row) for row in unit.execute(_all_confirmed(), {"headquarters": headquarters})]


WITH_OWNERS = (
    instance_table.join(series_table, instance_table.c.series_pk == series_table.c.pk)
    .join(study_table, series_table.c.study_pk == study_table.c.pk)
    .outerjoin(patient_table, study_table.c.patient_pk == patient_table.c.pk)
)


def _here(query: Select[Any]) -> Select[Any]:
    """From every instance that has its picture here, with its series, study and person."""
    here = (instance_table.c.digest.is_not(None), instance_table.c.forgotten_at.is_(None))
    return query.select_from(WITH_OWNERS).where(*here)


def _person() -> ColumnElement[str]:
    """``copies.published_patient_id`` in SQL: the number we gave, or what the sender said while nobody knows whose it is."""
    said = func.trim(func.coalesce(func.json_extract(study_table.c.identity, "$.patient_id"), ""))
    ours = func.coalesce(patient_table.c.number, patient_table.c.uuid)
    return case((patient_table.c.pk.is_not(None), ours), else_=said)


_PUBLISHED = Prepared(
    _here(select(instance_table, study_table.c.study_uid, _person().label("person"))).where(
        instance_table.c.instance_uid == bindparam("uid")
    )
)  # compiled once: a pass asks it for every instance


def _fitting(query: Select[Any], headquarters: str | ColumnElement[str]) -> Select[Any]:
    """Join each instance with its newest receipt, where that speaks of what we publish now to this headquarters."""
    newest = (
        select(func.max(receipt_table.c.n))
        .where(receipt_table.c.instance_uid == instance_table.c.instance_uid)
        .correlate(instance_table)
        .scalar_subquery()
    )
    return query.select_from(WITH_OWNERS.join(receipt_table, receipt_table.c.n == newest)).where(
        instance_table.c.digest.is_not(None),
        instance_table.c.forgotten_at.is_(None),
        receipt_table.c.headquarters == headquarters,
        receipt_table.c.digest == instance_table.c.digest,
        receipt_table.c.published == _published(),
    )


def _confirmed(query: Select[Any], headquarters: str | ColumnElement[str]) -> Select[Any]:
    return _fitting(query, headquarters).where(receipt_table.c.level >= Level.EQUAL)


@functools.cache
def _all_confirmed() -> Select[Any]:
    """Compiled once: every audit asks it."""
    return _confirmed(select(receipt_table), bindparam("headquarters")).order_by(receipt_table.c.n.desc())


def _published() -> ColumnElement[str]:
    """``as_published`` of an instance as it is published now, in SQL; a test holds the two together."""
    no_frames = func.coalesce(instance_table.c.frames, 0) == 0
    parts: list[Any] = [
        study_table.c.study_uid,
        func.coalesce(instance_table.c.laterality, ""),
        func.coalesce(cast(instance_table.c.rows, String), ""),
        func.coalesce(cast(instance_table.c.columns, String), ""),
        case((no_frames, "1"), else_=cast(instance_table.c.frames, String)),
    ]
    text = _person()
    for part in parts:
        text = text.concat("|").concat(part)
    return text


def _everybodys() -> tuple[Prepared, Prepared]:
    whole = func.coalesce(func.sum(instance_table.c.size), 0)
    counted = select(func.count().label("number"), whole.label("size"))
    proven = func.count().filter(receipt_table.c.level >= Level.DIGEST).label("proven")
    return Prepared(_here(counted)), Prepared(_confirmed(counted.add_columns(proven), bindparam("headquarters")))


def _each_persons() -> tuple[Prepared, Prepared]:
    person, confirmed = patient_table.c.uuid, receipt_table.c.level >= Level.EQUAL
    columns = (person.label("uuid"), func.count().label("number"))
    sent = _fitting(select(*columns, confirmed.label("confirmed")), bindparam("headquarters"))
    listed = sent.where(receipt_table.c.level >= Level.LISTED).group_by(person, confirmed)
    return Prepared(_here(select(*columns)).group_by(person)), Prepared(listed)


_ALL_HERE, _ALL_DONE = _everybodys()
_THEIRS_HERE, _THEIRS_SENT = _each_persons()
"""Compiled once: the strip asks them after every change."""


def _receipt(row: Any) -> Receipt:
    evidence = Evidence(row.instance_uid, row.digest, row.size, row.published)
    return Receipt(row.n, row.headquarters, Level(row.level), evidence, row.note, row.at)
