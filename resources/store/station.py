"""What the station knows of itself: its camp, its letter, the running numbers, and the place it was set up in.

A station folder that was copied or restored would give numbers a second time (hazard HZ-17). So the place where the folder was
set up is remembered, and in another place no number is given until a person has chosen a new letter.
"""

import hashlib
import os
import platform
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Integer, Text, bindparam, cast, select
from sqlalchemy.dialects.sqlite import insert

from resources.model import Fact
from resources.problems import Conflict
from resources.store import numbers
from resources.store.prepared import Prepared
from resources.store.store import Store, Unit

FIRST_PUBLIC_ID = 10001
table = Fact.__table__
_FACT = Prepared(select(table.c.value).where(table.c.name == bindparam("name")))
_NEW = insert(Fact)
_REMEMBER = _NEW.on_conflict_do_update(index_elements=["name"], set_={"value": _NEW.excluded.value})
_COUNT = Prepared(
    _NEW.on_conflict_do_update(
        index_elements=["name"], set_={"value": cast(cast(table.c.value, Integer) + 1, Text)}
    ).returning(table.c.value)
)


class Camp(NamedTuple):
    """Whose numbers this laptop gives. ``letter`` is empty until somebody has chosen it."""

    name: str = ""
    prefix: str = ""
    letter: str = ""


class Organization(NamedTuple):
    """The organisation that this station belongs to, as addresses name it."""

    id: str = ""
    slug: str = "default"


def fact(unit: Unit, name: str, default: str = "") -> str:
    """One thing the station knows of itself."""
    found = unit.run(_FACT, {"name": name})
    return str(found[0].value) if found else default


def remember(unit: Unit, name: str, value: str) -> None:
    """Write one down, in place of what stood there."""
    unit.execute(_REMEMBER, {"name": name, "value": value})


def camp(unit: Unit) -> Camp:
    """The camp and this laptop's letter."""
    return Camp(fact(unit, "camp.name"), fact(unit, "camp.prefix"), fact(unit, "camp.letter"))


def set_up(unit: Unit, name: str, prefix: str, letter: str) -> Camp:
    """Give this laptop its camp and letter, here and now. Raises Invalid; Conflict when a copy would keep the old letter."""
    prefix, letter = numbers.checked_prefix(prefix, letter)
    was = camp(unit)
    if is_copy(unit) and (prefix, letter) == (was.prefix, was.letter):
        raise Conflict("This station was copied. It needs a letter that no other laptop of the camp has.")
    if (prefix, letter) != (was.prefix, was.letter):
        remember(unit, f"running.{prefix}{letter}", fact(unit, f"running.{prefix}{letter}", "0"))
    for key, value in (
        ("camp.name", name),
        ("camp.prefix", prefix),
        ("camp.letter", letter),
        ("home", home(unit.store)),
    ):
        remember(unit, key, value)
    return Camp(name, prefix, letter)


def organization(unit: Unit) -> Organization:
    """Whose station this is. The id is empty until ``name_organization`` gave one."""
    return Organization(fact(unit, "organization.id"), fact(unit, "organization.slug", "default"))


def name_organization(unit: Unit, slug: str = "") -> Organization:
    """Give the organisation its id, once and for ever, and its slug, as it is configured."""
    if not fact(unit, "organization.id"):
        remember(unit, "organization.id", unit.new_uuid())
    if slug:
        remember(unit, "organization.slug", slug)
    return organization(unit)


def is_copy(unit: Unit) -> bool:
    """Whether this folder was set up elsewhere, or put back from a backup."""
    known = fact(unit, "home")
    return bool(known) and known != home(unit.store)


def next_number(unit: Unit) -> str | None:
    """The next number of this laptop; ``None`` while it has no letter. Raises Conflict on a copy."""
    prefix, letter = fact(unit, "camp.prefix"), fact(unit, "camp.letter")
    if not letter:
        return None
    if is_copy(unit):
        raise Conflict(
            "This station was copied from another place. Choose a new laptop letter before registering anyone."
        )
    running = int(fact(unit, f"running.{prefix}{letter}", "0")) + 1
    remember(unit, f"running.{prefix}{letter}", str(running))
    return numbers.make(prefix, letter, running)


def number_in_use(unit: Unit, number: numbers.Number) -> None:
    """A number that came from elsewhere is given to nobody else here, also where a laptop of our letter gave it."""
    counter = f"running.{number.prefix}{number.letter}"
    if int(fact(unit, counter, "0")) < number.running:
        remember(unit, counter, str(number.running))


def next_public_id(unit: Unit, kind: str) -> str:
    """The next short id of a kind, for surfaces that want digits. It means something on this laptop only."""
    first_after = {"name": f"public.{kind}", "value": str(FIRST_PUBLIC_ID + 1)}
    after = int(unit.run(_COUNT, first_after)[0].value)
    return str(after - 1)


def home(store: Store) -> str:
    """A digest of where this folder is: machine, path, and the very file. A copy has another, a restart has the same."""
    path = (store.folder / "station.db").resolve()
    parts = (_machine(), str(path), str(path.stat().st_ino))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _machine() -> str:
    for path in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        try:
            return path.read_text("ascii").strip()
        except OSError:
            continue
    return os.environ.get("COMPUTERNAME", "") + platform.node()
