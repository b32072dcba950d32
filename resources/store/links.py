"""Two records of one person, joined by a link that can be taken apart at any time (hazard HZ-18).

Nothing of either record is rewritten: pictures, opinions, numbers and names keep the record that they came under, and are
published under it. Rows are only ever added: the last word on a record says whether it stands for itself or is the same person
as another. Only a named person joins or parts; no camera, import, surface or headquarters does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, or_, select

from resources.model import Instance, Link, Opinion, Patient, Series, Study
from resources.problems import Conflict, Invalid, NotFound, Refused
from resources.store import changes, patients
from resources.store.prepared import Prepared
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.terms import Kind, Operation, Origin

table = Link.__table__
people = Patient.__table__
NEAR_IN_AGE = 5
NAMELESS = frozenset({"", *(origin.value for origin in Origin)})
"""Actors that are nobody's hand."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """``patient_uuid`` is the same person as ``into_uuid``, who is looked at first."""

    uuid: str
    patient_uuid: str
    into_uuid: str
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Added:
    """What came to either record while the two were joined; somebody looks whose it is."""

    pictures: int
    opinions: int

    @property
    def count(self) -> int:
        """All of it."""
        return self.pictures + self.opinions


def contradictions(one: PatientRow, other: PatientRow) -> tuple[str, ...]:
    """What speaks against their being one person: ``sex`` and ``birth``."""
    sexes = {row.details.sex for row in (one, other)} - {""}
    years = [row.birth_year for row in (one, other) if row.birth_year is not None]
    found = ["sex"] if len(sexes) > 1 else []
    return (*found, *(["birth"] if len(years) == 2 and abs(years[0] - years[1]) > NEAR_IN_AGE else []))


def join(unit: Unit, key: str, into: str, *, despite: tuple[str, ...] = ()) -> LinkRow:
    """These two records are one person. Raises Refused without a name, Conflict for a contradiction not in ``despite``."""
    _must_be_a_person(unit)
    one, other = patients.find(unit, key), patients.find(unit, into)
    if other.uuid in cluster(_standing(unit), one.uuid):
        raise Invalid("These two are one person already.")
    unsaid = [name for name in contradictions(one, other) if name not in despite]
    if unsaid:
        raise Conflict("These two differ in sex or year of birth. Look again.", fields=dict.fromkeys(unsaid, "differs"))
    return _write(unit, _foremost(unit, one), _foremost(unit, other), joined=True)


def part(unit: Unit, uuid: str) -> Added:
    """They are two after all; what came meanwhile is counted. Raises NotFound for a link that does not stand."""
    _must_be_a_person(unit)
    found = next((row for row in _standing(unit) if row.uuid == uuid), None)
    if found is None:
        raise NotFound("These two are not joined.")
    one, other = patients.find(unit, found.patient_uuid), patients.find(unit, found.into_uuid)
    added = _added(unit, (one.pk, other.pk), found.at)
    _write(unit, one, other, joined=False)
    return added


def together(unit: Unit, row: PatientRow) -> list[PatientRow]:
    """All records of this person, this one first; just this one where nobody said more."""
    found = [patients.with_uuid(unit, uuid) for uuid in cluster(_standing(unit), row.uuid)[1:]]
    return [row, *(one for one in found if one)]


def also(unit: Unit, uuids: Iterable[str]) -> frozenset[str]:
    """These people under all their records, by uuid."""
    links = _standing(unit)
    return frozenset(one for uuid in uuids for one in cluster(links, uuid))


def cluster(links: Sequence[LinkRow], uuid: str) -> list[str]:
    """Whoever these links make one person, that one first. Pure."""
    found = [uuid]
    for known in found:  # it grows while it is read
        for link in links:
            pair = (link.patient_uuid, link.into_uuid)
            if known in pair:
                found += [one for one in pair if one not in found]
    return found


def around(unit: Unit) -> dict[str, list[LinkRow]]:
    """All links that stand, by each record that stands in one."""
    found: dict[str, list[LinkRow]] = {}
    for link in _standing(unit):
        for uuid in (link.patient_uuid, link.into_uuid):
            found.setdefault(uuid, []).append(link)
    return found


def of(unit: Unit, uuid: str) -> list[LinkRow]:
    """The links that this record stands in, oldest first."""
    return _standing(unit, uuid)


def _foremost(unit: Unit, row: PatientRow) -> PatientRow:
    """The record that this one leads to."""
    links = {link.patient_uuid: link.into_uuid for link in _standing(unit)}
    uuid = row.uuid
    while uuid in links:
        uuid = links[uuid]
    return patients.find(unit, uuid)


def _write(unit: Unit, one: PatientRow, other: PatientRow, *, joined: bool) -> LinkRow:
    uuid = unit.new_uuid()
    values = {"uuid": uuid, "patient_pk": one.pk, "into_pk": other.pk, "is_joined": joined}
    unit.execute(insert(Link).values(**values, at=unit.now, actor=unit.actor))
    facts = {"patient": one.uuid, "into": other.uuid, "joined": joined}
    changes.record(unit, Kind.LINK, uuid, Operation.CREATE, version=1, snapshot=facts)
    for row in (one, other):
        patients.touch(unit, row)
    return LinkRow(uuid, one.uuid, other.uuid, unit.now, unit.actor)


def _standing(unit: Unit, uuid: str = "") -> list[LinkRow]:
    """The last word on each record, where it says that it is joined."""
    rows = unit.run(_OF_ONE, {"uuid": uuid}) if uuid else unit.run(_OF_ALL)
    return [LinkRow(row.uuid, row.patient_uuid, row.into_uuid, row.at, row.actor) for row in rows]


_ONE, _OTHER = people.alias("one"), people.alias("other")
_STANDING = (
    select(table, _ONE.c.uuid.label("patient_uuid"), _OTHER.c.uuid.label("into_uuid"))
    .join(_ONE, table.c.patient_pk == _ONE.c.pk)
    .join(_OTHER, table.c.into_pk == _OTHER.c.pk)
    .where(
        table.c.pk.in_(select(func.max(table.c.pk)).group_by(table.c.patient_pk)),
        table.c.is_joined,
        _ONE.c.forgotten_at.is_(None),
        _OTHER.c.forgotten_at.is_(None),
    )
    .order_by(table.c.pk)
)
_OF_ALL = Prepared(_STANDING)
_OF_ONE = Prepared(_STANDING.where(or_(_ONE.c.uuid == bindparam("uuid"), _OTHER.c.uuid == bindparam("uuid"))))


def _added(unit: Unit, pks: tuple[int, int], since: datetime) -> Added:
    instance, series, study, opinion = (model.__table__ for model in (Instance, Series, Study, Opinion))
    joined = instance.join(series, instance.c.series_pk == series.c.pk).join(study, series.c.study_pk == study.c.pk)
    pictures = select(func.count()).select_from(joined)
    pictures = pictures.where(study.c.patient_pk.in_(pks), instance.c.received_at >= since)
    said: Any = select(func.count()).select_from(opinion)
    said = said.where(opinion.c.patient_pk.in_(pks), opinion.c.signed_at >= since)
    return Added(int(unit.execute(pictures).scalar_one()), int(unit.execute(said).scalar_one()))


def _must_be_a_person(unit: Unit) -> None:
    if unit.origin is not Origin.PERSON or unit.actor.strip().lower() in NAMELESS:
        raise Refused("Say who you are: only a named person says that two records are one person.")
