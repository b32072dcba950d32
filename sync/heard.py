"""Results that headquarters said, each in each version once: what became of them, and what waits for a person.

    new         read from headquarters, nobody has looked whose it is
    landed      an opinion of headquarters on somebody here
    elsewhere   of somebody who is not registered here; looked at again when people are registered
    waits       a person must look, with the reason: whose it is, which eye, or what contradicts it
    withdrawn   headquarters took it back after it had landed: the opinion stays, a person must look
    seen        a person has looked at it, and it goes no further

Nothing here is ever deleted, and what headquarters says next adds a row; it changes none.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, select, update
from sqlalchemy.dialects import sqlite

from resources.model import Instant
from resources.problems import NotFound
from resources.store import Unit
from sync.readings import Reading

metadata = MetaData()
table = Table(
    "heard",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("server", Text),
    Column("key", String(200)),
    Column("digest", String(32)),
    Column("state", String(16)),
    Column("said", Text),
    Column("patient_uuid", String(36)),
    Column("opinions", Text),
    Column("sentence", Text),
    Column("at", Instant),
    Column("settled_by", String(64)),
)


class Heard(StrEnum):
    """What became of a result."""

    NEW = "new"
    LANDED = "landed"
    ELSEWHERE = "elsewhere"
    WAITS = "waits"
    WITHDRAWN = "withdrawn"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class HeardRow:
    """One result in one version. ``opinions`` are those that it became, by uuid; ``sentence`` says why it waits."""

    pk: int
    server: str
    state: Heard
    reading: Reading
    patient_uuid: str
    opinions: tuple[str, ...]
    sentence: str
    at: datetime
    settled_by: str


def add(unit: Unit, server: str, reading: Reading) -> bool:
    """Write down a result, unless it is known and headquarters has said nothing else of it since; whether it was new."""
    if _insert(unit, server, reading, reading.digest):
        return True
    return _is_said_again(unit, server, reading) and _insert(unit, server, reading, _again(reading))


def _is_said_again(unit: Unit, server: str, reading: Reading) -> bool:
    """Whether a later version says the words of an earlier one: what lies between was taken back, and this stands again."""
    last = of_key(unit, server, reading.key)[-1].reading
    return bool(reading.version) and last.version != reading.version and last.digest != reading.digest


def _again(reading: Reading) -> str:
    return hashlib.sha256(f"{reading.digest}|{reading.version}".encode()).hexdigest()[:32]


def _insert(unit: Unit, server: str, reading: Reading, digest: str) -> bool:
    values = {
        "server": server, "key": reading.key, "digest": digest, "state": Heard.NEW.value, "said": reading.text,
        "patient_uuid": "", "opinions": "[]", "sentence": "", "at": unit.now, "settled_by": "",
    }  # fmt: skip
    same = ["server", "key", "digest"]
    made = unit.execute(sqlite.insert(table).values(**values).on_conflict_do_nothing(index_elements=same)).rowcount > 0
    unit.changed = unit.changed or made
    return made


def settle(  # one argument for each column that may change
    unit: Unit,
    row: HeardRow,
    state: Heard,
    *,
    sentence: str = "",
    patient_uuid: str = "",
    opinions: Sequence[str] = (),
    by: str = "",
) -> None:
    """What became of it. Nothing is written where nothing changed."""
    values = {
        "state": state.value, "sentence": sentence, "patient_uuid": patient_uuid or row.patient_uuid,
        "opinions": json.dumps([*row.opinions, *opinions]), "settled_by": by,
    }  # fmt: skip
    if (state, sentence, values["patient_uuid"], by) != (row.state, row.sentence, row.patient_uuid, row.settled_by):
        unit.execute(update(table).where(table.c.pk == row.pk).values(**values))
        unit.changed = True


def find(unit: Unit, pk: int) -> HeardRow:
    """One of them. Raises NotFound."""
    row = unit.execute(select(table).where(table.c.pk == pk)).first()
    if row is None:
        raise NotFound("There is no such result.")
    return _row(row)


def listed(unit: Unit, states: Collection[Heard], *, after: int = 0, limit: int = 10_000) -> list[HeardRow]:
    """Those in these states, in the order in which they came; ``after``: only behind the one with this ``pk``."""
    wanted = table.c.state.in_([state.value for state in states])
    query = select(table).where(wanted, table.c.pk > after).order_by(table.c.pk).limit(limit)
    return [_row(row) for row in unit.execute(query)]


def of_key(unit: Unit, server: str, key: str) -> list[HeardRow]:
    """Every version of one result, the first first."""
    query = select(table).where(table.c.server == server, table.c.key == key).order_by(table.c.pk)
    return [_row(row) for row in unit.execute(query)]


def waiting(unit: Unit) -> list[HeardRow]:
    """What a person must look at."""
    return listed(unit, (Heard.WAITS, Heard.WITHDRAWN))


def _row(row: Any) -> HeardRow:
    return HeardRow(
        row.pk, row.server, Heard(row.state), Reading.read(row.said), row.patient_uuid, tuple(json.loads(row.opinions)),
        row.sentence, row.at, row.settled_by,
    )  # fmt: skip
