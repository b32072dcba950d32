"""The questions that surfaces ask of people and studies: by name, by identifier, by when they changed, a page at a time."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, select, true

from resources.model import Patient, Study, Workitem
from resources.store import patients, studies
from resources.store.rows import PatientRow, StudyRow
from resources.store.store import Unit
from resources.terms import WorkitemState
from resources.wire.matching import folded

people_table = Patient.__table__
study_table = Study.__table__
workitem_table = Workitem.__table__


class Span(NamedTuple):
    """From ``low``, up to but without ``high``; ``None`` is without an end."""

    low: datetime | None = None
    high: datetime | None = None


ALWAYS = Span()


class Page(NamedTuple):
    """How many, and after how many."""

    limit: int = 1000
    offset: int = 0


def people(unit: Unit, page: Page, *, name: str = "", identifier: str = "", changed: Span = ALWAYS) -> list[PatientRow]:
    """Whom all of it fits, in the order they were registered. ``identifier`` is ``value`` or ``system|value``."""
    fits = _within(people_table.c.changed_at, changed)
    fits += [people_table.c.search_key.contains(word, autoescape=True) for word in folded(name)]
    if identifier:
        system, bar, value = identifier.rpartition("|")
        fits.append(_has_identifier(value, system if bar else None))
    return patients.listed(unit, and_(true(), *fits), limit=page.limit, offset=page.offset)


class Particulars(NamedTuple):
    """What seed 003 asks for people by; texts may be a part of the name, in any case."""

    family: str = ""
    maternal: str = ""
    given: str = ""
    birth_date: date | None = None
    sex: str = ""


def with_particulars(unit: Unit, asked: Particulars) -> list[PatientRow]:
    """Whom all that is asked for fits, in the order they were registered."""
    maternal = func.coalesce(func.json_extract(people_table.c.extra, "$.tscharts.maternal_last"), "")
    texts = (
        (people_table.c.family_name, asked.family),
        (maternal, asked.maternal),
        (people_table.c.given_name, asked.given),
    )
    fits: list[ColumnElement[bool]] = [column.icontains(text, autoescape=True) for column, text in texts if text]
    if asked.birth_date:
        fits.append(people_table.c.birth_date == asked.birth_date)
    if asked.sex:
        fits.append(people_table.c.sex == asked.sex)
    return patients.listed(unit, and_(true(), *fits), limit=100_000)


def somebody_with(unit: Unit, value: str, system: str | None) -> PatientRow | None:
    """Whoever has this identifier already, or this as the number of their card."""
    found = patients.listed(unit, _has_identifier(value, system), limit=1)
    return found[0] if found else None


def some_studies(
    unit: Unit, page: Page, *, patient: PatientRow | None = None, started: Span = ALWAYS, changed: Span = ALWAYS
) -> list[StudyRow]:
    """Studies that all of it fits, in the order they came."""
    fits = _within(study_table.c.changed_at, changed) + _within(study_table.c.started_at, started)
    if patient is not None:
        fits.append(study_table.c.patient_pk == patient.pk)
    return studies.listed(unit, and_(true(), *fits), limit=page.limit, offset=page.offset)


def is_being_made(unit: Unit, study_uid: str) -> bool:
    """Whether somebody is at work on this study: a workitem in progress speaks of it (PS3.4 CC.1.1)."""
    busy = select(workitem_table.c.pk).where(
        workitem_table.c.study_uid == study_uid, workitem_table.c.state == WorkitemState.IN_PROGRESS.value
    )
    return unit.execute(busy).first() is not None


def _within(column: ColumnElement[datetime | None], span: Span) -> list[ColumnElement[bool]]:
    from_low = [column >= span.low] if span.low else []
    to_high = [column < span.high] if span.high else []
    return from_low + to_high


def _has_identifier(value: str, system: str | None) -> ColumnElement[bool]:
    """The words of the value are looked for first: the identifiers of everybody else need not be taken apart then."""
    each = func.json_each(people_table.c.identifiers).table_valued("value")
    same = [func.json_extract(each.c.value, "$.value") == value]
    if system is not None:
        same.append(func.coalesce(func.json_extract(each.c.value, "$.system"), "") == system)
    words = [people_table.c.search_key.contains(f" {word} ", autoescape=True) for word in folded(value)]
    theirs = and_(*words, exists(select(1).where(*same)))
    return theirs if system is not None else theirs | (people_table.c.number == value)
