"""Searching by DICOM attributes (PS3.4 C.2.2.2, PS3.18 10.6): which studies, series or instances fit, from columns alone.

Only what has its picture is found. A condition that no column answers is not ours (``answers`` says so): the asker holds it
against the kept attributes. The order is the same for the same question: newest study date first, then by UID.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Integer, Select, Text, and_, bindparam, false, func, literal, or_, select

from resources.model import Instance, Patient, Series, Study
from resources.store.prepared import Prepared, by_keys, keys
from resources.store.store import Unit
from resources.wire.matching import Condition, folded, span, uids

study, series, instance, people = Study.__table__, Series.__table__, Instance.__table__, Patient.__table__
Clause: TypeAlias = ColumnElement[bool]
HERE = (instance.c.digest.is_not(None), instance.c.forgotten_at.is_(None))


class Level(IntEnum):
    """What is looked for (PS3.4 C.6.1)."""

    STUDY = 0
    SERIES = 1
    INSTANCE = 2


class Within(NamedTuple):
    """Where to look: the UIDs of the address, empty for everywhere."""

    study_uid: str = ""
    series_uid: str = ""


EVERYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``conditions`` are only such as ``answers`` accepts."""

    level: Level
    within: Within = EVERYWHERE
    conditions: tuple[Condition, ...] = ()
    fuzzy: bool = False


_STUDY = {
    "00080020": study.c.study_date,
    "00080030": study.c.study_time,
    "00080050": study.c.accession_number,
    "00080090": study.c.referrer,
    "00081030": study.c.description,
    "0020000D": study.c.study_uid,
    "00200010": study.c.study_id,
}
_SERIES = {
    "00080060": series.c.modality,
    "00080061": series.c.modality,
    "0008103E": series.c.description,
    "0020000E": series.c.series_uid,
    "00200011": series.c.number,
}
_INSTANCE = {
    "00080016": instance.c.sop_class_uid,
    "00080018": instance.c.instance_uid,
    "00200013": instance.c.number,
    "00200062": instance.c.laterality,
    "00280008": instance.c.frames,
    "00280010": instance.c.rows,
    "00280011": instance.c.columns,
    "00280100": instance.c.bits_allocated,
}
PATIENT_NAME, PATIENT_ID, BIRTH_DATE, SEX, UNMATCHED = "00100010", "00100020", "00100030", "00100040", "00091001"
_PERSON = frozenset({PATIENT_NAME, PATIENT_ID, BIRTH_DATE, SEX})
_NUMBERS = frozenset({"00200011", "00200013", "00280008", "00280010", "00280011", "00280100"})


def answers(condition: Condition) -> bool:
    """Whether a column tells if the condition is met."""
    columns = _STUDY.keys() | _SERIES.keys() | _INSTANCE.keys() | _PERSON | {UNMATCHED}
    return len(condition.path) == 1 and condition.tag in columns


def search(unit: Unit, question: Question, limit: int, offset: int = 0) -> list[int]:
    """The keys of what fits, in order; ``study_hits`` and its sisters tell more of them."""
    if _is_plain(question):
        return _named_plainly(unit, question, limit, offset)
    where = _where(unit, question)
    query = _select(question.level, [_KEYS[question.level]]).where(*where).order_by(*_ORDERS[question.level])
    return [row[0] for row in unit.execute(query.limit(limit).offset(offset))]


def count(unit: Unit, question: Question) -> int:
    """How many fit."""
    query = _select(question.level, [func.count()]).where(*_where(unit, question))
    return int(unit.execute(query).scalar_one())


_KEYS = {Level.STUDY: study.c.pk, Level.SERIES: series.c.pk, Level.INSTANCE: instance.c.pk}
_BY_STUDY = (study.c.study_date.desc(), study.c.study_uid.desc())
_BY_SERIES = (*_BY_STUDY, series.c.number.is_(None), series.c.number, series.c.series_uid)
_ORDERS: dict[Level, tuple[Any, ...]] = {
    Level.STUDY: _BY_STUDY,
    Level.SERIES: _BY_SERIES,
    Level.INSTANCE: (*_BY_SERIES, instance.c.number.is_(None), instance.c.number, instance.c.instance_uid),
}


def _select(level: Level, columns: Sequence[Any]) -> Select[Any]:
    whole: Any = study
    if level >= Level.SERIES:
        whole = whole.join(series, series.c.study_pk == study.c.pk)
    if level >= Level.INSTANCE:
        whole = whole.join(instance, instance.c.series_pk == series.c.pk)
    return select(*columns).select_from(whole)


def _where(unit: Unit, question: Question) -> list[Clause]:
    """The conditions on what is selected; those on a lower level must all hold for one instance that is there."""
    wanted = [one for one in question.conditions if not one.is_universal]
    at: dict[Level, list[Clause]] = {level: [] for level in Level}
    for table, level in ((_STUDY, Level.STUDY), (_SERIES, Level.SERIES), (_INSTANCE, Level.INSTANCE)):
        at[level] += [_clause(table[one.tag], one) for one in wanted if one.tag in table]
    if question.within.study_uid:
        at[Level.STUDY].append(study.c.study_uid == question.within.study_uid)
    if question.within.series_uid:
        at[Level.SERIES].append(series.c.series_uid == question.within.series_uid)
    at[Level.STUDY] += [*_unmatched(wanted), *_of_people(unit, wanted, question)]
    return _together(question.level, at)


def _together(level: Level, at: dict[Level, list[Clause]]) -> list[Clause]:
    """The conditions of all levels, and that everything is there, as conditions on what is selected."""
    at[Level.STUDY].append(study.c.forgotten_at.is_(None))
    at[Level.SERIES].append(series.c.forgotten_at.is_(None))
    at[Level.INSTANCE] += HERE
    if level is Level.INSTANCE:
        return [clause for clauses in at.values() for clause in clauses]
    if level is Level.SERIES:
        inside = select(literal(1)).select_from(instance).where(instance.c.series_pk == series.c.pk)
        return [*at[Level.STUDY], *at[Level.SERIES], inside.where(*at[Level.INSTANCE]).correlate(series).exists()]
    below = instance.join(series, instance.c.series_pk == series.c.pk)
    inside = select(literal(1)).select_from(below).where(series.c.study_pk == study.c.pk)
    inside = inside.where(*at[Level.SERIES], *at[Level.INSTANCE])
    return [*at[Level.STUDY], inside.correlate(study).exists()]


def _unmatched(wanted: Iterable[Condition]) -> list[Clause]:
    said = [one for one in wanted if one.tag == UNMATCHED]
    return [study.c.patient_pk.is_(None) if one.text == "UNMATCHED" else false() for one in said]


def _of_people(unit: Unit, wanted: Sequence[Condition], question: Question) -> list[Clause]:
    """Studies of the people who fit, and those whose sender said so while nobody knows whose they are."""
    said = [one for one in wanted if one.tag in _PERSON]
    if not said:
        return []
    known = select(study.c.pk).join(people, study.c.patient_pk == people.c.pk)
    waiting = select(study.c.pk).where(study.c.patient_pk.is_(None))
    pks = unit.execute(known.where(*(_of_person(one, fuzzy=question.fuzzy) for one in said))).scalars().all()
    more = unit.execute(waiting.where(*(_as_sent(one, fuzzy=question.fuzzy) for one in said))).scalars().all()
    listed = func.json_each(json.dumps([*pks, *more])).table_valued("value")
    return [study.c.pk.in_(select(listed.c.value))]


def _of_person(one: Condition, *, fuzzy: bool) -> Clause:
    if one.tag == PATIENT_NAME:
        return _named(one, people.c.name_key, people.c.name_words, people.c.native_name, fuzzy=fuzzy)
    if one.tag == PATIENT_ID:
        return or_(_clause(people.c.number, one), and_(_clause(people.c.uuid, one), people.c.number.is_(None)))
    if one.tag == SEX:
        return _clause(people.c.sex, one)
    return _clause(func.replace(people.c.birth_date, "-", ""), one)


_SENT = {
    PATIENT_ID: study.c.sent_id,
    SEX: func.json_extract(study.c.identity, "$.sex"),
    BIRTH_DATE: func.json_extract(study.c.identity, "$.birth_date"),
}


def _as_sent(one: Condition, *, fuzzy: bool) -> Clause:
    if one.tag == PATIENT_NAME:
        groups = func.json_extract(study.c.identity, "$.name")
        return _named(one, study.c.name_key, study.c.name_words, groups, fuzzy=fuzzy)
    return _clause(_SENT[one.tag], one)


def _named(one: Condition, key: Any, words: Any, other: Any, *, fuzzy: bool) -> Clause:
    if fuzzy:
        return and_(*(words.contains(f" {word}", autoescape=True) for word in folded(one.text)))
    form = one.text.casefold().rstrip("^ ")
    alphabetic = _like(key, form)
    return alphabetic if one.text.isascii() else or_(alphabetic, _like(other, one.text), _like(other, f"*={one.text}*"))


def _clause(column: Any, one: Condition) -> Clause:
    """One condition on one column, by the VR of its attribute."""
    vr = one.vr
    if vr == "UI":
        return and_(column.in_(uids(one.text)))
    if vr in ("DA", "TM"):
        low, high = span(one)
        ends = [column >= low] if low else []
        return and_(column != "", *ends, *([func.substr(column, 1, len(high)) <= high] if high else []))
    if one.tag in _NUMBERS:
        text = one.text.strip()
        return and_(column == int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else false()
    if vr == "PN":
        return _like(func.lower(column), one.text.lower())
    return _like(column, one.text)


def _like(column: Any, form: str) -> Clause:
    """Equal, or SQLite's GLOB for a form with wildcards, which knows the case as LIKE does not."""
    if "*" in form or "?" in form:
        return and_(column.op("GLOB")(form.replace("[", "[[]")))
    return and_(column == form)


# --- questions that only name things ----------------------------------------------------------------------------------

_PLAIN = frozenset({"00080050", "0020000D", "00200010", "0020000E", "00080018", PATIENT_NAME, PATIENT_ID})
_ANYWHERE = frozenset("*?\\,")


def _is_plain(question: Question) -> bool:
    """Whether each condition is one value of an identifier: what clients ask most, by statements that are compiled once."""
    tags = [one.tag for one in question.conditions]
    return (
        not question.fuzzy
        and len(set(tags)) == len(tags)
        and _PLAIN.issuperset(tags)
        and all(one.text.isascii() and one.text and not _ANYWHERE & set(one.text) for one in question.conditions)
        and not any(one.is_universal for one in question.conditions)
    )


def _named_plainly(unit: Unit, question: Question, limit: int, offset: int) -> list[int]:
    values: dict[str, Any] = {one.tag: _form(one) for one in question.conditions}
    people_asked = frozenset(values.keys() & _PERSON)
    if people_asked:
        found = [row.pk for statement in _of_people_plainly(people_asked) for row in unit.run(statement, values)]
        values["pks"] = json.dumps(found)
    within = {name: uid for name, uid in question.within._asdict().items() if uid}
    statement = _plain_statement(question.level, frozenset(values.keys() - _PERSON), frozenset(within))
    return [row[0] for row in unit.run(statement, {**values, **within, "limit": limit, "offset": offset})]


def _form(one: Condition) -> str:
    if one.tag == PATIENT_NAME:
        return one.text.casefold().rstrip("^ ")
    return one.text.strip() if one.vr == "UI" else one.text


@cache
def _of_people_plainly(asked: frozenset[str]) -> tuple[Prepared, Prepared]:
    """As ``_of_people``: the people who are known, and what was sent while nobody knows whose it is."""
    known = select(study.c.pk).join(people, study.c.patient_pk == people.c.pk)
    waiting = select(study.c.pk).where(study.c.patient_pk.is_(None))
    if PATIENT_NAME in asked:
        known = known.where(people.c.name_key == bindparam(PATIENT_NAME))
        waiting = waiting.where(study.c.name_key == bindparam(PATIENT_NAME))
    if PATIENT_ID in asked:
        number, unnumbered = people.c.number == bindparam(PATIENT_ID), people.c.uuid == bindparam(PATIENT_ID)
        known = known.where(or_(number, and_(unnumbered, people.c.number.is_(None))))
        waiting = waiting.where(study.c.sent_id == bindparam(PATIENT_ID))
    return Prepared(known), Prepared(waiting)


@cache
def _plain_statement(level: Level, asked: frozenset[str], within: frozenset[str]) -> Prepared:
    """The question with a place for each value; as many statements as there are ways to ask."""
    at: dict[Level, list[Clause]] = {
        each: [table[tag] == bindparam(tag) for tag in sorted(asked & table.keys())]
        for each, table in ((Level.STUDY, _STUDY), (Level.SERIES, _SERIES), (Level.INSTANCE, _INSTANCE))
    }
    if "study_uid" in within:
        at[Level.STUDY].append(study.c.study_uid == bindparam("study_uid"))
    if "series_uid" in within:
        at[Level.SERIES].append(series.c.series_uid == bindparam("series_uid"))
    if "pks" in asked:
        listed = func.json_each(bindparam("pks", type_=Text())).table_valued("value")
        at[Level.STUDY].append(study.c.pk.in_(select(listed.c.value)))
    query = _select(level, [_KEYS[level]]).where(*_together(level, at)).order_by(*_ORDERS[level])
    return Prepared(query.limit(bindparam("limit", type_=Integer())).offset(bindparam("offset", type_=Integer())))


# --- what is told of a hit --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StudyHit:
    """A study as a query answers it. ``first`` is the key of its first instance, whose attributes speak for the rest."""

    pk: int
    study_uid: str
    patient_id: str
    patient_name: str
    birth_date: str
    sex: str
    unmatched: str | None
    study_date: str
    study_time: str
    study_id: str
    accession_number: str
    description: str
    referrer: str
    modalities: tuple[str, ...]
    series: int
    instances: int
    first: int


@dataclass(frozen=True, slots=True)
class SeriesHit:
    """A series as a query answers it. ``laterality`` is that of all its instances, or nothing."""

    pk: int
    study_pk: int
    series_uid: str
    modality: str
    number: int | None
    description: str
    laterality: str
    instances: int
    first: int


@dataclass(frozen=True, slots=True)
class InstanceHit:
    """An instance as a query answers it."""

    pk: int
    series_pk: int
    instance_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    number: int | None
    laterality: str
    rows: int | None
    columns: int | None
    frames: int | None
    bits_allocated: int | None
    hidden: str


def study_hits(unit: Unit, pks: Sequence[int]) -> list[StudyHit]:
    """Studies by key, in the order of the keys."""
    found = {row.pk: row for row in unit.run(_STUDIES, keys(pks))}
    inside: dict[int, list[Any]] = {pk: [] for pk in found}
    for row in unit.run(_INSIDE, keys(pks)):
        inside[row.study_pk].append(row)
    return [_study_hit(found[pk], inside[pk]) for pk in pks if pk in found]


_STUDIES = by_keys(
    select(
        study,
        people.c.number,
        people.c.uuid.label("person"),
        people.c.family_name,
        people.c.given_name,
        people.c.native_name,
        people.c.sex,
        people.c.birth_date,
    ).outerjoin(people, study.c.patient_pk == people.c.pk),
    study.c.pk,
)
_INSIDE = by_keys(
    select(
        series.c.study_pk,
        series.c.modality,
        func.count(series.c.pk.distinct()).label("series"),
        func.count().label("instances"),
        func.min(instance.c.pk).label("first"),
    )
    .join(instance, instance.c.series_pk == series.c.pk)
    .where(*HERE)
    .group_by(series.c.study_pk, series.c.modality),
    series.c.study_pk,
)


def _study_hit(row: Any, inside: Sequence[Any]) -> StudyHit:
    if row.person is None:
        said = row.identity
        who = (said.get("patient_id", ""), said.get("name", ""), said.get("birth_date", ""), said.get("sex", ""))
    else:
        born = row.birth_date.strftime("%Y%m%d") if row.birth_date else ""
        name = f"{row.family_name}^{row.given_name}".rstrip("^")
        who = (row.number or row.person, f"{name}={row.native_name}".rstrip("="), born, row.sex)
    patient_id, name, born, sex = who
    return StudyHit(
        pk=row.pk,
        study_uid=row.study_uid,
        patient_id=patient_id,
        patient_name=name,
        birth_date=born,
        sex=sex,
        unmatched=(row.unmatched or "unmatched") if row.person is None else None,
        study_date=row.study_date,
        study_time=row.study_time,
        study_id=row.study_id,
        accession_number=row.accession_number,
        description=row.description,
        referrer=row.referrer,
        modalities=tuple(sorted({one.modality for one in inside if one.modality})),
        series=sum(one.series for one in inside),
        instances=sum(one.instances for one in inside),
        first=min((one.first for one in inside), default=0),
    )


def series_hits(unit: Unit, pks: Sequence[int]) -> list[SeriesHit]:
    """Series by key, in the order of the keys."""
    found = {row.pk: row for row in unit.run(_SERIES_HITS, keys(pks))}
    return [_series_hit(found[pk]) for pk in pks if pk in found]


_SERIES_HITS = by_keys(
    select(
        series,
        func.count().label("instances"),
        func.min(instance.c.pk).label("first"),
        func.count(func.coalesce(instance.c.laterality, "").distinct()).label("eyes"),
        func.max(instance.c.laterality).label("eye"),
    )
    .join(instance, instance.c.series_pk == series.c.pk)
    .where(*HERE)
    .group_by(series.c.pk),
    series.c.pk,
)


def _series_hit(row: Any) -> SeriesHit:
    return SeriesHit(
        pk=row.pk,
        study_pk=row.study_pk,
        series_uid=row.series_uid,
        modality=row.modality,
        number=row.number,
        description=row.description,
        laterality=(row.eye or "") if row.eyes == 1 else "",
        instances=row.instances,
        first=row.first,
    )


_SHOWN = tuple(InstanceHit.__dataclass_fields__)
_INSTANCES = by_keys(select(instance), instance.c.pk)


def instance_hits(unit: Unit, pks: Sequence[int]) -> list[InstanceHit]:
    """Instances by key, in the order of the keys."""
    found = {row.pk: row for row in unit.run(_INSTANCES, keys(pks))}
    return [_instance_hit(found[pk]) for pk in pks if pk in found]


def _instance_hit(row: Any) -> InstanceHit:
    facts = {name: getattr(row, name) for name in _SHOWN}
    return InstanceHit(**{**facts, "laterality": row.laterality or ""})


_DIGESTS = by_keys(select(instance.c.pk, instance.c.digest).where(*HERE), instance.c.pk)


def digests(unit: Unit, pks: Iterable[int]) -> dict[int, str]:
    """The stored bytes of instances, by key."""
    return {row.pk: row.digest for row in unit.run(_DIGESTS, keys(pks))}
