"""The cards that people carry: printed, printed again, and doubted (hazard HZ-29). The feed remembers; there is no table.

A card holds a number and its check digit, nothing else. It opens a record and proves nothing: whoever holds it may be another.
"""

from dataclasses import dataclass

from resources.problems import Conflict
from resources.store import changes, patients
from resources.store.store import Unit
from resources.terms import Kind, Operation


@dataclass(frozen=True, slots=True)
class Card:
    """How often it was printed, and how often since then somebody held it who is not this person."""

    printed: int = 0
    doubted: int = 0


def of(unit: Unit, key: str) -> Card:
    """The card of somebody. Raises NotFound for nobody."""
    told = changes.of(unit, Kind.CARD, patients.find(unit, key).uuid)
    prints = [row.seq for row in told if row.operation is Operation.CREATE]
    doubts = [row for row in told if row.operation is Operation.AMEND and row.seq > max(prints, default=0)]
    return Card(len(prints), len(doubts))


def printed(unit: Unit, key: str) -> Card:
    """One was printed. Raises Conflict for somebody without a number, whose card nobody could read back."""
    row = patients.find(unit, key)
    if row.number is None:
        raise Conflict("This person has no number of this camp yet, so there is no card.")
    before = of(unit, key)
    changes.record(
        unit, Kind.CARD, row.uuid, Operation.CREATE, version=before.printed + 1, snapshot={"number": row.number}
    )
    return of(unit, key)


def doubt(unit: Unit, key: str) -> Card:
    """Somebody held it who is not this person."""
    row = patients.find(unit, key)
    before = of(unit, key)
    changes.record(
        unit, Kind.CARD, row.uuid, Operation.AMEND, version=before.doubted + 1, snapshot={"number": row.number}
    )
    return of(unit, key)
