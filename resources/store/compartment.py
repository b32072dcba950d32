"""Whose records a thing is among: what a token for one person may see (FHIR's Patient compartment).

It answers for what was removed too, so that its owner is told that it is gone. What never was is nobody's secret: the
surface says 404 by itself. A picture of nobody, which waits in the Inbox, is in no compartment.
"""

from typing import Any

from sqlalchemy import Select, or_, select

from resources.model import Patient, Photo, Study
from resources.store.store import Unit

people = Patient.__table__
studies = Study.__table__
photos = Photo.__table__


def may_see_person(unit: Unit, owner: str, key: str) -> bool:
    """Whether this uuid, number or public id is the owner's, or nobody's."""
    is_key = or_(people.c.uuid == key, people.c.number == key, people.c.public_id == key)
    return _all_of(unit, owner, select(people.c.uuid).where(is_key))


def is_person(unit: Unit, owner: str, key: str) -> bool:
    """Whether this uuid, number or public id is the owner's."""
    is_key = or_(people.c.uuid == key, people.c.number == key, people.c.public_id == key)
    return bool(unit.execute(select(people.c.pk).where(is_key, people.c.uuid == owner)).first())


def is_person_numbered(unit: Unit, owner: str, pk: int) -> bool:
    """The same by the number of the row, which means something on this laptop only."""
    return bool(unit.execute(select(people.c.pk).where(people.c.pk == pk, people.c.uuid == owner)).first())


def may_see_study(unit: Unit, owner: str, key: str) -> bool:
    """Whether this UID, uuid or public id is of a study of the owner, or of none."""
    is_key = or_(studies.c.study_uid == key, studies.c.uuid == key, studies.c.public_id == key)
    joined = select(people.c.uuid).select_from(studies.outerjoin(people, studies.c.patient_pk == people.c.pk))
    return _all_of(unit, owner, joined.where(is_key))


def may_see_photo(unit: Unit, owner: str, pk: int) -> bool:
    """Whether the picture of this number is the owner's, or none."""
    joined = select(people.c.uuid).select_from(photos.join(people, photos.c.patient_pk == people.c.pk))
    return _all_of(unit, owner, joined.where(photos.c.pk == pk))


def _all_of(unit: Unit, owner: str, owners: Select[Any]) -> bool:
    return all(row[0] == owner for row in unit.execute(owners))
