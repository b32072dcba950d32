"""Pictures of people: headshots, which every surface shows, and the other kinds that seed 003 knows. Fundus is not among them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, insert, select, update

from resources.model import Patient, Photo
from resources.problems import Gone, NotFound
from resources.store import changes, patients
from resources.store.rows import PhotoRow
from resources.store.store import Unit
from resources.store.vault import Blob
from resources.terms import Kind, Operation

KINDS = ("Headshot", "Xray", "Surgery", "Audiogram")
table = Photo.__table__
people = Patient.__table__


class Content(NamedTuple):
    """A picture's bytes; or a text that was sent in its place. ``text`` is what was sent, where the picture does not tell."""

    blob: Blob
    mime: str
    width: int | None = None
    height: int | None = None
    text: Blob | None = None


class Place(NamedTuple):
    """Where it was taken, as seed 003 says it."""

    clinic_pk: int | None = None
    care_station_pk: int | None = None


class Wanted(NamedTuple):
    """Which pictures; ``None`` and the empty text leave a thing open."""

    patient_pk: int | None = None
    clinic_pk: int | None = None
    care_station_pk: int | None = None
    kind: str = ""

    def clauses(self) -> list[ColumnElement[bool]]:
        """As SQL."""
        asked = {name: value for name, value in self._asdict().items() if value not in (None, "")}
        return [table.c[name] == value for name, value in asked.items()]


NOWHERE = Place()


class Elsewhere(NamedTuple):
    """What a picture is called at the station that it came from, and when it was taken there."""

    uuid: str
    taken_at: datetime


def add(
    unit: Unit,
    key: str,
    content: Content,
    *,
    kind: str = "Headshot",
    place: Place = NOWHERE,
    elsewhere: Elsewhere | None = None,
) -> PhotoRow:
    """One more picture of a person. Raises NotFound for nobody."""
    owner = patients.find(unit, key)
    uuid, taken_at = elsewhere or (unit.new_uuid(), unit.now)
    values = {
        "uuid": uuid,
        "patient_pk": owner.pk,
        "kind": kind,
        "digest": content.blob.digest,
        "text_digest": content.text.digest if content.text else None,
        "mime": content.mime,
        "size": content.blob.size,
        "width": content.width,
        "height": content.height,
        **place._asdict(),
    }
    unit.execute(insert(Photo).values(actor=unit.actor, created_at=taken_at, **values))
    facts = {"patient": owner.uuid, "digest": content.blob.digest, "mime": content.mime, "kind": kind}
    changes.record(unit, Kind.PHOTO, uuid, Operation.CREATE, version=1, snapshot=facts)
    return _row(unit.execute(_select().where(table.c.uuid == uuid)).one())


def find(unit: Unit, pk: int) -> PhotoRow:
    """By its number on this laptop. Raises Gone or NotFound."""
    found = unit.execute(_select().where(table.c.pk == pk)).first()
    if found is not None:
        return _row(found)
    if unit.execute(select(table.c.pk).where(table.c.pk == pk)).first():
        raise Gone("This picture was removed.")
    raise NotFound("There is no such picture.")


def by_uuid(unit: Unit, uuid: str) -> PhotoRow:
    """By what it is called everywhere. Raises NotFound, also for one that was removed."""
    found = unit.execute(_select().where(table.c.uuid == uuid)).first()
    if found is None:
        raise NotFound("There is no such picture.")
    return _row(found)


def owner_of(unit: Unit, uuid: str) -> str | None:
    """The uuid of whose picture it is or was, also of a removed one; ``None`` where it never was here."""
    joined = select(people.c.uuid).join(table, table.c.patient_pk == people.c.pk)
    found: str | None = unit.execute(joined.where(table.c.uuid == uuid)).scalar()
    return found


def listed(unit: Unit, wanted: Wanted, *, newest_first: bool = False) -> list[PhotoRow]:
    """Those that are not forgotten, in the order they came."""
    order = (table.c.created_at.desc(), table.c.pk.desc()) if newest_first else (table.c.pk,)
    return [_row(row) for row in unit.execute(_select().where(*wanted.clauses()).order_by(*order))]


def forget(unit: Unit, rows: Iterable[PhotoRow]) -> None:
    """They are not shown any more; the bytes stay."""
    for row in rows:
        unit.execute(update(Photo).where(table.c.pk == row.pk).values(forgotten_at=unit.now))
        facts = {"patient": row.patient_uuid, "kind": row.kind}
        version = 1 + max((change.version for change in changes.of(unit, Kind.PHOTO, row.uuid)), default=1)
        changes.record(unit, Kind.PHOTO, row.uuid, Operation.FORGET, version=version, snapshot=facts)


def _select() -> Select[Any]:
    joined = select(table, people.c.uuid.label("patient_uuid")).join(people, table.c.patient_pk == people.c.pk)
    return joined.where(table.c.forgotten_at.is_(None), people.c.forgotten_at.is_(None))


def _row(row: Any) -> PhotoRow:
    return PhotoRow(**{name: row._mapping[name] for name in PhotoRow.__slots__})
