"""A camp's day is closed by somebody, and can be opened again (hazard HZ-04). The feed remembers; there is no table.

Closing stops nothing: pictures come in, people can be registered. It says that somebody with a name looked at what is open and
goes. Over an urgent person whom nobody told it is closed with a reason only, and that reason and the person stay readable.
"""

from dataclasses import dataclass
from datetime import date, datetime

from resources.problems import Conflict, Refused
from resources.store import changes, referrals
from resources.store.hands import has_no_name
from resources.store.store import Unit
from resources.terms import Kind, Operation, Origin


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closed the day, when; why although these people, by uuid, were not told that it is urgent."""

    by: str
    at: datetime
    why: str = ""
    untold: tuple[str, ...] = ()


def closing(unit: Unit, day: date) -> Closing | None:
    """The closing that stands; ``None`` while the day is open, or open again."""
    told = changes.of(unit, Kind.CAMP_DAY, day.isoformat())
    if not told or told[-1].operation is Operation.FORGET:
        return None
    last = told[-1]
    return Closing(last.actor, last.at, str(last.snapshot.get("why", "")), tuple(last.snapshot.get("untold", ())))


def close(unit: Unit, day: date, why: str = "") -> Closing:
    """It is over. Raises Refused for nobody's hand, and without a reason while an urgent person was not told."""
    _must_be_named(unit)
    if closing(unit, day) is not None:
        raise Conflict("This day is closed already.")
    untold = list(dict.fromkeys(row.patient_uuid for row in referrals.urgent_not_told(unit)))
    if untold and not why.strip():
        raise Refused(
            "An urgent person was not told. Tell them, or say why the day is closed.", fields={"day": "untold"}
        )
    _record(unit, day, Operation.CREATE, {"why": why.strip()[:256], "untold": untold})
    return Closing(unit.actor, unit.now, why.strip()[:256], tuple(untold))


def reopen(unit: Unit, day: date) -> None:
    """It is not over after all."""
    _must_be_named(unit)
    if closing(unit, day) is None:
        raise Conflict("This day is open.")
    _record(unit, day, Operation.FORGET, {})


def _record(unit: Unit, day: date, operation: Operation, said: dict[str, object]) -> None:
    version = len(changes.of(unit, Kind.CAMP_DAY, day.isoformat())) + 1
    changes.record(unit, Kind.CAMP_DAY, day.isoformat(), operation, version=version, snapshot=said)


def _must_be_named(unit: Unit) -> None:
    if unit.origin is not Origin.PERSON or has_no_name(unit.actor):
        raise Refused("Say who you are: a day is closed by somebody.", fields={"day": "name"})
