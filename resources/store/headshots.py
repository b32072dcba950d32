"""Whose face it is: the same picture on two people, and an earlier headshot shown again (hazard HZ-07).

Nothing here decides anything: the same picture on two people is a question that both pages ask, and every headshot that ever
came stays in the history.
"""

from sqlalchemy import select, update

from resources.model import Patient, Photo
from resources.problems import NotFound
from resources.store import changes, images, patients
from resources.store.rows import PatientRow, PhotoRow
from resources.store.store import Unit
from resources.terms import Kind, Operation

table = Photo.__table__
people = Patient.__table__


def others_shown_with(unit: Unit, digest: str | None, uuid: str = "") -> list[PatientRow]:
    """Everybody but ``uuid`` who is shown with this very picture, in the order they were registered."""
    if not digest:
        return []
    theirs = select(table.c.patient_pk).where(table.c.digest == digest, *patients.IS_SHOWN)
    rows = patients.listed(unit, people.c.pk.in_(theirs) & (people.c.uuid != uuid))
    return [row for row in rows if row.photo_digest == digest]


def history(unit: Unit, key: str) -> list[PhotoRow]:
    """The headshots that are not taken back, the one that is shown first."""
    row = patients.find(unit, key)
    found = images.listed(unit, images.Wanted(patient_pk=row.pk, kind="Headshot"), newest_first=True)
    return [one for one in found if one.is_picture]


def take_back(unit: Unit, uuid: str) -> None:
    """This headshot was a mistake: the one before it is shown again. Raises NotFound for one that is not there."""
    found = _find(unit, uuid, forgotten=False)
    images.forget(unit, [row for row in history(unit, found) if row.uuid == uuid])


def bring_back(unit: Unit, uuid: str) -> None:
    """It was no mistake. Raises NotFound for one that was not taken back."""
    owner = _find(unit, uuid, forgotten=True)
    unit.execute(update(Photo).where(table.c.uuid == uuid).values(forgotten_at=None))
    changes.record(unit, Kind.PHOTO, uuid, Operation.AMEND, version=_next(unit, uuid), snapshot={"patient": owner})


def _find(unit: Unit, uuid: str, *, forgotten: bool) -> str:
    """The uuid of the person whose picture it is."""
    is_so = table.c.forgotten_at.is_not(None) if forgotten else table.c.forgotten_at.is_(None)
    joined = select(people.c.uuid).join(table, table.c.patient_pk == people.c.pk)
    found = unit.execute(joined.where(table.c.uuid == uuid, is_so)).first()
    if found is None:
        raise NotFound("There is no such picture.")
    return str(found.uuid)


def _next(unit: Unit, uuid: str) -> int:
    return max((change.version for change in changes.of(unit, Kind.PHOTO, uuid)), default=0) + 1
