"""Pictures once they are here: finding studies and instances, their versions, and removing them with a tombstone.

A study row belongs to one person, or to nobody yet (the Inbox). ``filing`` brings them in, ``making`` announces them, and
``mending`` puts them right.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update

from resources.model import Instance, Patient, Series, Study
from resources.problems import Gone, NotFound
from resources.store import changes, patients, station, trees
from resources.store.prepared import Prepared, among, by_keys, keys
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.store.store import Unit
from resources.terms import Kind, Operation

study_table = Study.__table__
instance_table = Instance.__table__
_series, _people = Series.__table__, Patient.__table__
_STUDY = select(study_table).where(study_table.c.pk == bindparam("pk"))
_STUDY_BY_PUBLIC_ID = Prepared(select(study_table.c.pk).where(study_table.c.public_id == bindparam("id")))
_TOUCH = Prepared(
    update(Study)
    .where(study_table.c.pk == bindparam("this"))
    .values(version=bindparam("version"), changed_at=bindparam("changed_at"))
)
_UIDS_OF_PEOPLE = by_keys(
    select(instance_table.c.instance_uid)
    .join(_series, instance_table.c.series_pk == _series.c.pk)
    .join(study_table, _series.c.study_pk == study_table.c.pk)
    .join(_people, study_table.c.patient_pk == _people.c.pk)
    .where(*(table.c.forgotten_at.is_(None) for table in (instance_table, _series, study_table, _people))),
    _people.c.uuid,
)
MOST_AT_ONCE = 10_000
STUDY_FACTS = (
    "uuid", "public_id", "patient_pk", "identity", "unmatched", "flags", "study_date", "study_time", "study_id",
    "accession_number", "description", "referrer", "extra",
)  # fmt: skip
SERIES_FACTS = ("modality", "number", "description", "laterality", "extra")
INSTANCE_FACTS = (
    "study_uid", "series_uid", "sop_class_uid", "number", "title", "type", "laterality", "field", "hidden", "digest",
    "extra",
)  # fmt: skip
"""What a Change remembers of each: all that a surface shows of a study as it once was (``studyhistory``)."""


def came_under(uid: Any) -> ColumnElement[bool]:
    """The sender called the study so. Most are published under that UID too; only the others are in an index of their own."""
    published, source = study_table.c.study_uid, study_table.c.source_study_uid
    return or_(and_(published == uid, source == uid), and_(source == uid, source != published))


def study(unit: Unit, key: str) -> StudyRow:
    """By UID, uuid or public id. Raises Gone or NotFound."""
    found = trees.study(unit, key)
    if found is not None:
        return found
    is_key = or_(study_table.c.study_uid == key, study_table.c.uuid == key, study_table.c.public_id == key)
    if unit.execute(select(study_table.c.pk).where(is_key)).first():
        raise Gone("This study was removed.")
    raise NotFound("There is no such study.")


def uid_of(unit: Unit, uuid: str) -> str | None:
    """The UID of a study, whether it is here or was removed; nothing where there never was one."""
    return unit.execute(select(study_table.c.study_uid).where(study_table.c.uuid == uuid)).scalar()


def uuid_of(unit: Unit, study_uid: str) -> str:
    """The other way round, for a study that is or was here."""
    return str(unit.execute(select(study_table.c.uuid).where(study_table.c.study_uid == study_uid)).scalar_one())


def listed(
    unit: Unit,
    where: ColumnElement[bool] | None = None,
    *,
    limit: int = 1000,
    offset: int = 0,
    newest_first: bool = False,
) -> list[StudyRow]:
    """Studies with all their series and instances, in the order they came."""
    return trees.studies(unit, where, limit=limit, offset=offset, newest_first=newest_first)


def of_patient(unit: Unit, patient_key: str) -> list[StudyRow]:
    """A person's studies, the newest first."""
    owner = patients.find(unit, patient_key)
    return listed(unit, study_table.c.patient_pk == owner.pk, newest_first=True)


def of_people(unit: Unit, people: Sequence[PatientRow]) -> list[StudyRow]:
    """The studies of all of these at once."""
    pks = [person.pk for person in people]
    return listed(unit, study_table.c.patient_pk.in_(pks), limit=MOST_AT_ONCE) if pks else []


def uids_of_people(unit: Unit, uuids: Collection[str]) -> set[str]:
    """The instances of these people, as far as they are here: somebody who was removed has none."""
    return {row.instance_uid for row in unit.run(_UIDS_OF_PEOPLE, keys(uuids))} if uuids else set()


def with_uids(unit: Unit, uids: Collection[str]) -> dict[str, StudyRow]:
    """Those of these studies that are there, by UID."""
    return {row.study_uid: row for row in listed(unit, among(study_table.c.study_uid, uids), limit=len(uids))}


def inbox(unit: Unit) -> list[StudyRow]:
    """Studies whose person nobody knows yet, oldest first; hidden pictures are left out."""
    return [row for row in listed(unit, study_table.c.patient_pk.is_(None)) if any(not i.hidden for i in row.instances)]


def hidden(unit: Unit) -> list[InstanceRow]:
    """Everything that somebody took out of sight, in the order it came."""
    return trees.instances(unit, instance_table.c.hidden != "")


def instance(unit: Unit, key: str) -> InstanceRow:
    """By UID or uuid. Raises Gone or NotFound."""
    found = trees.living_instance(unit, key)
    if found is not None:
        return found
    if unit.execute(select(instance_table.c.pk).where(instance_table.c.instance_uid == key)).first():
        raise Gone("This picture was removed.")
    raise NotFound("There is no such picture.")


def instances(unit: Unit, uids: Iterable[str] | None = None) -> list[InstanceRow]:
    """Those instances that are there, or all; in the order they came."""
    return trees.instances(unit, None if uids is None else instance_table.c.instance_uid.in_(list(uids)))


def by_pk(unit: Unit, pks: Iterable[int]) -> list[InstanceRow]:
    """Instances by the rows' own keys; for the store's own modules and its queries."""
    return trees.by_key(unit, pks)


def count(unit: Unit) -> int:
    """How many instances have their picture here."""
    here = (instance_table.c.digest.is_not(None), instance_table.c.forgotten_at.is_(None))
    return int(unit.execute(select(func.count()).select_from(instance_table).where(*here)).scalar_one())


def forget(unit: Unit, key: str) -> StudyRow:
    """Remove a study, leaving a tombstone; the bytes stay."""
    row = study(unit, key)
    for gone in row.instances:
        _forget_instance(unit, gone)
    unit.execute(update(Study).where(study_table.c.pk == row.pk).values(forgotten_at=unit.now, version=row.version + 1))
    facts = {"patient": row.patient.uuid if row.patient else None}
    changes.record(unit, Kind.STUDY, row.study_uid, Operation.FORGET, version=row.version + 1, snapshot=facts)
    return row


def forget_instances(unit: Unit, key: str, instance_uids: Iterable[str]) -> None:
    """Remove some pictures of a study, each leaving a tombstone; with the last one the study goes too."""
    row, uids = study(unit, key), set(instance_uids)
    going = [gone for gone in row.instances if gone.instance_uid in uids]
    if len(going) == len(row.instances):
        forget(unit, row.study_uid)
        return
    for gone in going:
        _forget_instance(unit, gone)
    if going:
        touch(unit, row.pk)


def _forget_instance(unit: Unit, gone: InstanceRow) -> None:
    where = instance_table.c.pk == gone.pk
    unit.execute(update(Instance).where(where).values(forgotten_at=unit.now, version=gone.version + 1))
    changes.record(unit, Kind.INSTANCE, gone.instance_uid, Operation.FORGET, version=gone.version + 1)


@contextmanager
def touched_once(unit: Unit) -> Iterator[None]:
    """However much of a study is written inside, it is one version: a request is one change to whoever follows the study."""
    unit.put_off = {}
    yield
    touched, unit.put_off = unit.put_off, None
    for study_pk in touched:
        touch(unit, study_pk)


def touch(unit: Unit, study_pk: int) -> None:
    """The study is another than it was: one version up, and a change in the feed."""
    touch_row(unit, unit.execute(_STUDY, {"pk": study_pk}).one())


def touch_row(unit: Unit, row: Any) -> None:
    """As ``touch``, for a row that was just read."""
    if unit.put_off is not None:
        unit.put_off[row.pk] = None
        return
    version = row.version + 1
    unit.run(_TOUCH, {"this": row.pk, "version": version, "changed_at": unit.now})
    operation = Operation.CREATE if version == 1 else Operation.FORGET if row.forgotten_at else Operation.AMEND
    facts = {name: getattr(row, name) for name in STUDY_FACTS}
    facts["started_at"] = row.started_at.isoformat() if row.started_at else None
    changes.record(unit, Kind.STUDY, row.study_uid, operation, version=version, snapshot=facts)


def free_public_id(unit: Unit) -> str:
    """A short id that no study has."""
    while True:
        candidate = station.next_public_id(unit, "study")
        if not unit.run(_STUDY_BY_PUBLIC_ID, {"id": candidate}):
            return candidate


def record_instance(unit: Unit, row: InstanceRow, operation: Operation, *, version: int, **more: Any) -> None:
    """A change in the feed, with enough in it to show the instance as it is now at any later time."""
    facts = {name: getattr(row, name) for name in INSTANCE_FACTS}
    changes.record(unit, Kind.INSTANCE, row.instance_uid, operation, version=version, snapshot={**facts, **more})


def record_series(unit: Unit, row: Any, study_uid: str, operation: Operation = Operation.CREATE) -> None:
    """The same for a series."""
    facts = {"study_uid": study_uid, **{name: getattr(row, name) for name in SERIES_FACTS}}
    changes.record(unit, Kind.SERIES, row.series_uid, operation, version=row.version, snapshot=facts)


def amend_instance(unit: Unit, row: InstanceRow, **values: Any) -> None:
    """Write something else down about an instance; its study is not touched by that yet."""
    unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(**values))
    record_amended(unit, row)


def record_amended(unit: Unit, row: InstanceRow) -> None:
    """The instance is another than ``row``: one version up, and a change that says what it was."""
    version = row.version + 1
    unit.execute(update(Instance).where(instance_table.c.pk == row.pk).values(version=version))
    now = instance(unit, row.instance_uid)
    was = {"study_uid": row.study_uid, "laterality": row.laterality, "field": row.field, "hidden": row.hidden}
    record_instance(unit, now, Operation.AMEND, version=version, was=was)


def known(unit: Unit, instance_uid: str) -> InstanceRow | None:
    """The instance of that UID, also a removed one, if there is any."""
    return trees.instance(unit, instance_uid)


def pk_of(unit: Unit, study_uid: str) -> int:
    """The key of the row of a published study UID."""
    return int(unit.execute(select(study_table.c.pk).where(study_table.c.study_uid == study_uid)).scalar_one())


def published_uid(unit: Unit, study_pk: int) -> str:
    """The UID that a study is published under."""
    return str(unit.execute(select(study_table.c.study_uid).where(study_table.c.pk == study_pk)).scalar_one())
