"""Who works here, and whose hand is on the keys: a name, initials, a role, and a PIN of four digits (hazard HZ-22).

A PIN keeps colleagues apart, not thieves out: the disk is encrypted by something stronger. Guessing is slowed by growing waits
that a restart does not forget. Nobody is ever removed; whoever leaves can no longer sign. Hashing takes a good part of a second,
so it never happens inside a unit.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import insert, select, update

from resources.model import Staff
from resources.problems import Conflict, Invalid, NotFound
from resources.store import changes
from resources.store.keys import Random
from resources.store.store import Store, Unit
from resources.terms import Kind, Operation, Origin, StaffRole

table = Staff.__table__
FREE_TRIES = 3
"""Wrong PINs in a row before waiting begins."""
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who signs. ``initials`` stand on every grading screen."""

    uuid: str
    name: str
    initials: str
    role: StaffRole
    left_at: datetime | None


class Knock(NamedTuple):
    """What came of a PIN: who it let in, or how long to wait before the next one counts."""

    staff: StaffRow | None = None
    wait: timedelta = timedelta()


def add(unit: Unit, name: str, pin_hash: str, role: StaffRole, initials: str = "") -> StaffRow:
    """Somebody new, with what ``hashed`` made of their PIN. Raises Conflict for a name that is taken."""
    name = " ".join(name.split())
    if not name or len(name) > 64:
        raise Invalid("Say the name of the person who works here.", fields={"name": "required"})
    if unit.execute(select(table.c.pk).where(table.c.name == name)).first():
        raise Conflict("There is somebody with this name already. Add an initial.")
    uuid = unit.new_uuid()
    values = {
        "uuid": uuid,
        "name": name,
        "initials": (initials.strip() or initials_of(name))[:4],
        "role": role.value,
        "pin_hash": pin_hash,
        "created_at": unit.now,
    }
    unit.execute(insert(Staff).values(**values))
    changes.record(unit, Kind.STAFF, uuid, Operation.CREATE, version=1, snapshot={"name": name, "role": role.value})
    return find(unit, uuid)


def initials_of(name: str) -> str:
    """First letters of the first and the last word, e.g. ``AK`` for Anjali Kumari."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def find(unit: Unit, uuid: str) -> StaffRow:
    """By uuid. Raises NotFound."""
    row = unit.execute(select(table).where(table.c.uuid == uuid)).first()
    if row is None:
        raise NotFound("Nobody of that name works here.")
    return _row(row)


def listed(unit: Unit, *, also_gone: bool = False) -> list[StaffRow]:
    """Everybody who works here, by name."""
    query = select(table).order_by(table.c.name)
    return [_row(row) for row in unit.execute(query if also_gone else query.where(table.c.left_at.is_(None)))]


def knock(store: Store, uuid: str, pin: str) -> Knock:
    """Try a PIN; a wrong one is counted. While a wait runs nothing is tried. Raises NotFound for who does not work here."""
    with store.read() as unit:
        row = unit.execute(select(table).where(table.c.uuid == uuid, table.c.left_at.is_(None))).first()
        now = unit.now
    if row is None:
        raise NotFound("Nobody of that name works here.")
    wait = _wait_after(row.failures, row.failed_at, now)
    if wait:
        return Knock(wait=wait)
    fits = _fits(row.pin_hash, pin)
    if not fits or row.failures:
        with store.write(Origin.STATION, "lock") as unit:
            counted = 0 if fits else row.failures + 1
            values = {"failures": counted, "failed_at": None if fits else now}
            unit.execute(update(Staff).where(table.c.pk == row.pk).values(**values))
    return Knock(_row(row)) if fits else Knock(wait=wait_after(row.failures + 1))


def change_pin(unit: Unit, uuid: str, pin_hash: str) -> None:
    """A new PIN, by whoever is unlocked."""
    row = find(unit, uuid)
    values = {"pin_hash": pin_hash, "failures": 0, "failed_at": None}
    unit.execute(update(Staff).where(table.c.uuid == uuid).values(**values))
    changes.record(unit, Kind.STAFF, uuid, Operation.AMEND, version=1, snapshot={"name": row.name, "pin": "changed"})


def leave(unit: Unit, uuid: str) -> None:
    """From now on this person signs nothing; what they signed stays theirs."""
    row = find(unit, uuid)
    unit.execute(update(Staff).where(table.c.uuid == uuid).values(left_at=unit.now))
    changes.record(unit, Kind.STAFF, uuid, Operation.FORGET, version=1, snapshot={"name": row.name})


def come_back(unit: Unit, uuid: str) -> None:
    """Whoever left works here again, under the same name and PIN."""
    row = find(unit, uuid)
    unit.execute(update(Staff).where(table.c.uuid == uuid).values(left_at=None))
    changes.record(unit, Kind.STAFF, uuid, Operation.AMEND, version=1, snapshot={"name": row.name, "left": None})


def wait_after(failures: int) -> timedelta:
    """How long the next try must wait: nothing at first, then 5 s, 10 s, 20 s … up to a quarter of an hour."""
    if failures < FREE_TRIES:
        return timedelta()
    return min(LONGEST_WAIT, timedelta(seconds=5 * (1 << min(failures - FREE_TRIES, 16))))


def _wait_after(failures: int, failed_at: datetime | None, now: datetime) -> timedelta:
    wait = wait_after(failures)
    if failed_at is None or not wait:
        return timedelta()
    left = failed_at + wait - now
    return min(max(left, timedelta()), wait)  # a clock set back must not lock anybody out for years


def hashed(pin: str, rng: Random) -> str:
    """What is kept of a PIN: argon2id (RFC 9106). Raises Invalid for one that is not four digits."""
    from argon2 import PasswordHasher

    if not re.fullmatch(r"[0-9]{4}", pin):
        raise Invalid("A PIN has four digits.", fields={"pin": "four digits"})
    return PasswordHasher().hash(pin, salt=rng(16))


def _fits(kept: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(kept, pin)
    except VerificationError:
        return False


def _row(row: Any) -> StaffRow:
    return StaffRow(row.uuid, row.name, row.initials, StaffRole(row.role), row.left_at)
