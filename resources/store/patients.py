"""People: registering, finding, amending, forgetting, and their headshots."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, false, func, insert, or_, select, true, update

from resources.model import Patient, Photo
from resources.problems import Conflict, Gone, Invalid, NotFound
from resources.store import changes, station
from resources.store.matching import name_columns
from resources.store.numbers import Number
from resources.store.prepared import Prepared, by_keys, keys
from resources.store.rows import PatientDetails, PatientRow, PhotoRow
from resources.store.store import Unit
from resources.store.vault import Blob
from resources.terms import Kind, Operation
from resources.wire.matching import folded
from resources.wire.namesound import sounds

SEXES = ("", "F", "M", "O")
OLDEST = 120
"""Years. A birth year further back is a year of another calendar, or a slip (hazard HZ-25)."""
SHORTEST_SOUND = 3
table = Patient.__table__
photos = Photo.__table__
DETAILS = PatientDetails._fields
_UNORDERED_PK = table.c.pk.op("+")(0)
"""In the same order, but SQLite does not know it: it would rather read everybody in this order than sort a few."""
IS_SHOWN = (photos.c.kind == "Headshot", photos.c.mime.startswith("image/"), photos.c.forgotten_at.is_(None))


def register(
    unit: Unit,
    details: PatientDetails,
    *,
    public_id: str | None = None,
    uuid: str | None = None,
    card: Number | None = None,
) -> PatientRow:
    """A new person, with a number where this laptop gives numbers. Raises Invalid, or Conflict for an id in use.

    ``uuid`` is the identity that the person has elsewhere already, ``card`` the number that another laptop printed for them.
    """
    check(details, unit.now.date())
    if card is not None:
        station.number_in_use(unit, card)
        if unit.execute(select(table.c.pk).where(table.c.number == str(card))).first():
            raise Conflict(f"The number {card} is in use already.", fields={"number": "in use"})
    number = station.next_number(unit) if card is None else str(card)
    public_id = public_id or _free_public_id(unit)
    if unit.execute(select(table.c.pk).where(table.c.public_id == public_id)).first():
        raise Conflict(f"There is a patient {public_id} already.", fields={"id": "in use"})
    if uuid and unit.execute(select(table.c.pk).where(table.c.uuid == uuid)).first():
        raise Conflict(f"There is a patient {uuid} already.", fields={"id": "in use"})
    uuid = uuid or unit.new_uuid()
    values = _values(details, number)
    unit.execute(
        insert(Patient).values(
            uuid=uuid, public_id=public_id, number=number, created_at=unit.now, changed_at=unit.now, **values
        )
    )
    row = find(unit, uuid)
    changes.record(unit, Kind.PATIENT, uuid, Operation.CREATE, version=1, snapshot=snapshot(row))
    return row


def amend(unit: Unit, key: str, details: PatientDetails) -> PatientRow:
    """Write down what is now known of somebody. Nothing is recorded when nothing changed."""
    check(details, unit.now.date())
    before = find(unit, key)
    if before.details == details:
        return before
    where = table.c.pk == before.pk
    values = _values(details, before.number)
    unit.execute(update(Patient).where(where).values(version=before.version + 1, changed_at=unit.now, **values))
    after = find(unit, before.uuid)
    changes.record(unit, Kind.PATIENT, after.uuid, Operation.AMEND, version=after.version, snapshot=snapshot(after))
    return after


def check(details: PatientDetails, today: date) -> None:
    """Raise Invalid, naming the fields, for what cannot be true of a person."""
    wrong: dict[str, str] = {}
    if not (details.family_name or details.given_name or details.native_name):
        wrong["name"] = "is empty"
    if details.sex not in SEXES:
        wrong["sex"] = "is F, M, O or empty"
    born = details.birth_date.year if details.birth_date else details.birth_year
    if born is not None and not today.year - OLDEST <= born <= today.year:
        wrong["birthDate"] = "is not a year in which a living person was born"
    if details.birth_date and details.birth_date.toordinal() > today.toordinal() + 1:
        wrong["birthDate"] = "is in the future"
    if wrong:
        raise Invalid("; ".join(f"The {field} {fault}" for field, fault in wrong.items()) + ".", fields=wrong)


def find(unit: Unit, key: str) -> PatientRow:
    """By uuid, number or public id. Raises Gone for somebody who was removed, NotFound for nobody."""
    found = unit.run(_BY_KEY, {"key": key})
    if found:
        return _row(found[0])
    if unit.run(_ANY_BY_KEY, {"key": key}):
        raise Gone("This patient was removed.")
    raise NotFound("There is no such patient.")


def with_uuid(unit: Unit, uuid: str) -> PatientRow | None:
    """By identity; nobody where they were removed."""
    found = unit.execute(_select().where(table.c.uuid == uuid)).first()
    return _row(found) if found else None


def with_uuids(unit: Unit, uuids: Collection[str]) -> list[PatientRow]:
    """Those of them who are here, in the order they were registered."""
    return [_row(row) for row in unit.run(_BY_UUIDS, keys(uuids))] if uuids else []


def touch(unit: Unit, row: PatientRow) -> None:
    """Something that surfaces show with this person changed, though nothing of their own did: one version more."""
    now = find(unit, row.uuid)
    values = {"version": now.version + 1, "changed_at": unit.now}
    unit.execute(update(Patient).where(table.c.pk == now.pk).values(**values))
    changes.record(unit, Kind.PATIENT, now.uuid, Operation.AMEND, version=now.version + 1, snapshot=snapshot(now))


def by_number(unit: Unit, number: str) -> PatientRow | None:
    """Whoever has this number, if anybody."""
    found = unit.run(_BY_NUMBER, {"number": number})
    return _row(found[0]) if found else None


def with_pk(unit: Unit, pk: int | None) -> PatientRow | None:
    """By the number of the row; nobody where there is none, or where they were removed."""
    found = unit.run(_BY_PK, {"pk": pk}) if pk is not None else []
    return _row(found[0]) if found else None


def by_pk(unit: Unit, pk: int) -> PatientRow:
    """By the number of the row, which means something on this laptop only. Raises Gone or NotFound."""
    found = with_pk(unit, pk)
    if found is not None:
        return found
    if unit.execute(select(table.c.pk).where(table.c.pk == pk)).first():
        raise Gone("This patient was removed.")
    raise NotFound("There is no such patient.")


def newest(unit: Unit) -> int:
    """The number of the row that was made last: another one, and somebody was registered."""
    return int(unit.execute(select(func.max(table.c.pk))).scalar() or 0)


def listed(
    unit: Unit, where: ColumnElement[bool] | None = None, *, limit: int = 1000, offset: int = 0
) -> list[PatientRow]:
    """Everybody, in the order they were registered."""
    query = _select().order_by(table.c.pk).limit(limit).offset(offset)
    return [_row(row) for row in unit.execute(query if where is None else query.where(where))]


def changed_since(unit: Unit, moment: datetime, *, limit: int = 1000) -> list[PatientRow]:
    """Who was changed from that moment on, in the order they were registered. Of a hundred thousand only those are read."""
    query = _select().where(table.c.changed_at >= moment).order_by(_UNORDERED_PK).limit(limit)
    return [_row(row) for row in unit.execute(query)]


def search(unit: Unit, text: str, *, limit: int = 50) -> list[PatientRow]:
    """Who fits every word of ``text``, by number, village, phone or name, in any spelling or script.

    Those whom it fits as it is written stand before those whose name only sounds like it; then the newest first, and of
    those who were changed in one moment the one who was registered first.
    """
    words = text.split()
    written = [and_(*(_holds(table.c.search_key, part) for part in folded(word))) for word in words]
    fits = and_(true(), *(one | _sounds_like(word) for one, word in zip(written, words, strict=True)))
    as_written = (case((and_(true(), *written), 0), else_=1),) if words else ()
    order = (*as_written, table.c.changed_at.desc(), table.c.pk)
    return [_row(row) for row in unit.execute(_select().where(fits).order_by(*order).limit(limit))]


def _holds(column: Any, part: str) -> ColumnElement[bool]:
    holds: ColumnElement[bool] = column.like(f"%{_escaped(part)}%", escape="\\")
    return holds


def _sounds_like(word: str) -> ColumnElement[bool]:
    heard = [sound for sound in sounds(word) if len(sound) >= SHORTEST_SOUND]
    if not heard or any(char.isdigit() for char in word):
        return false()
    return and_(*(_holds(table.c.sound_words, f" {sound}") for sound in heard))


def count(unit: Unit) -> int:
    """How many people."""
    return int(unit.execute(select(func.count()).select_from(table).where(table.c.forgotten_at.is_(None))).scalar_one())


def forget(unit: Unit, key: str, *, cascade: bool = False) -> PatientRow:
    """Remove somebody, leaving a tombstone; the bytes stay. Raises Conflict while there are studies, unless ``cascade``."""
    from resources.store import studies

    row = find(unit, key)
    theirs = studies.of_patient(unit, row.uuid)
    if theirs and not cascade:
        raise Conflict(
            f"This patient has {len(theirs)} imaging studies. Remove those first, or ask for all of it at once."
        )
    for study in theirs:
        studies.forget(unit, study.study_uid)
    unit.execute(update(Patient).where(table.c.pk == row.pk).values(forgotten_at=unit.now, version=row.version + 1))
    changes.record(unit, Kind.PATIENT, row.uuid, Operation.FORGET, version=row.version + 1, snapshot=snapshot(row))
    return row


def set_photo(
    unit: Unit, key: str, blob: Blob, *, mime: str, width: int | None = None, height: int | None = None
) -> tuple[PhotoRow, bool]:
    """A new headshot; the older ones stay. Also whether it is this person's first one that is shown."""
    from resources.store import images

    before = photo(unit, key)
    row = images.add(unit, key, images.Content(blob, mime, width, height))
    return row, before is None


def photo(unit: Unit, key: str) -> PhotoRow | None:
    """The headshot that is shown, if there is one. Raises NotFound for nobody."""
    from resources.store import images

    row = find(unit, key)
    found = images.listed(unit, images.Wanted(patient_pk=row.pk, kind="Headshot"), newest_first=True)
    return next((one for one in found if one.is_picture), None)


def forget_photo(unit: Unit, key: str) -> None:
    """No headshot is shown from now on; an older one does not come back. Raises NotFound."""
    from resources.store import images

    row = find(unit, key)
    found = images.listed(unit, images.Wanted(patient_pk=row.pk, kind="Headshot"))
    shown = [one for one in found if one.is_picture]
    if not shown:
        raise NotFound("This patient has no photo.")
    images.forget(unit, shown)


def snapshot(row: PatientRow) -> dict[str, Any]:
    """What the feed remembers of a person at one version."""
    facts = {name: value for name, value in row.details._asdict().items() if value not in ("", None, (), {})}
    if row.details.birth_date:
        facts["birth_date"] = row.details.birth_date.isoformat()
    facts["identifiers"] = [dict(identifier) for identifier in row.details.identifiers]
    facts["extra"] = dict(row.details.extra)
    return {"public_id": row.public_id, "number": row.number, **facts}


def _free_public_id(unit: Unit) -> str:
    while True:
        candidate = station.next_public_id(unit, "patient")
        if not unit.execute(select(table.c.pk).where(table.c.public_id == candidate)).first():
            return candidate


def _values(details: PatientDetails, number: str | None) -> dict[str, Any]:
    values = details._asdict()
    values["identifiers"] = [dict(identifier) for identifier in details.identifiers]
    values["extra"] = dict(details.extra)
    texts = (details.given_name, details.family_name, details.native_name, details.village)
    said = [
        *(str(identifier.get("value", "")) for identifier in details.identifiers),
        *texts,
        details.phone,
        number or "",
    ]
    values |= name_columns(f"{details.family_name}^{details.given_name}={details.native_name}")
    values["sound_words"] = " " + " ".join(sound for text in texts[:3] for sound in sounds(text)) + " "
    values["search_key"] = " " + " ".join(word for text in said for word in folded(text)) + " "
    return values


def _select() -> Select[Any]:
    newest = (
        select(photos.c.digest)
        .where(photos.c.patient_pk == table.c.pk, *IS_SHOWN)
        .order_by(photos.c.pk.desc())
        .limit(1)
        .scalar_subquery()
        .label("photo_digest")
    )
    return select(table, newest).where(table.c.forgotten_at.is_(None))


_IS = or_(*(column == bindparam("key") for column in (table.c.uuid, table.c.number, table.c.public_id)))
_BY_KEY = Prepared(_select().where(_IS))
_ANY_BY_KEY = Prepared(select(table.c.pk).where(_IS))
_BY_UUIDS = by_keys(_select().order_by(table.c.pk), table.c.uuid)
_BY_PK = Prepared(_select().where(table.c.pk == bindparam("pk")))
_BY_NUMBER = Prepared(_select().where(table.c.number == bindparam("number")))


def _row(row: Any) -> PatientRow:
    values = {name: getattr(row, name) for name in DETAILS}
    details = PatientDetails(**{**values, "identifiers": tuple(row.identifiers)})
    return PatientRow(
        row.pk,
        row.uuid,
        row.public_id,
        row.number,
        details,
        row.version,
        row.created_at,
        row.changed_at,
        row.photo_digest,
    )


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def same_photo(unit: Unit, digest: str) -> list[str]:
    """The uuids of everybody who is shown with this very picture (hazard HZ-07)."""
    query = (
        select(table.c.uuid)
        .join(photos, photos.c.patient_pk == table.c.pk)
        .where(photos.c.digest == digest, *IS_SHOWN, table.c.forgotten_at.is_(None))
        .distinct()
    )
    return [str(row.uuid) for row in unit.execute(query)]
