"""What is kept aside and how it ends: a photograph that somebody spoke for, a file that was looked at. ``filing.hold`` begins it.

Settling hides nothing from the history and deletes no bytes.
"""

from sqlalchemy import select, update

from resources.model import Held
from resources.problems import Conflict, NotFound
from resources.store import changes, filing
from resources.store.rows import HeldRow
from resources.store.store import Unit
from resources.terms import Kind, Operation

held_table = Held.__table__


def known(unit: Unit, kind: str, digest: str) -> bool:
    """Whether these bytes were kept aside as that before, settled or not."""
    query = select(held_table.c.pk).where(held_table.c.kind == kind, held_table.c.digest == digest)
    return unit.execute(query).first() is not None


def waiting(unit: Unit, uuid: str) -> HeldRow:
    """One thing that still waits. Raises NotFound, or Conflict when somebody settled it meanwhile."""
    row = next((one for one in filing.held(unit) if one.uuid == uuid), None)
    if row is not None:
        return row
    if unit.execute(select(held_table.c.pk).where(held_table.c.uuid == uuid)).first():
        raise Conflict("Somebody dealt with this meanwhile.")
    raise NotFound("Nothing of that name is kept aside.")


def settle(unit: Unit, uuid: str) -> None:
    """It waits no more. Settled twice is settled."""
    unit.execute(
        update(Held).where(held_table.c.uuid == uuid, held_table.c.settled_at.is_(None)).values(settled_at=unit.now)
    )
    changes.record(unit, Kind.HELD, uuid, Operation.AMEND, version=2, snapshot={"settled": True})


def reopen(unit: Unit, uuid: str) -> None:
    """It waits again: what was done with it is taken back."""
    unit.execute(update(Held).where(held_table.c.uuid == uuid).values(settled_at=None))
    changes.record(unit, Kind.HELD, uuid, Operation.AMEND, version=3, snapshot={"settled": False})
