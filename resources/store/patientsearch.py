"""FHIR search of people, as SQL, over what the Patient resource shows."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    type_coerce,
)

from resources.model import Patient
from resources.store import patients
from resources.store.rows import PatientRow
from resources.store.store import Unit
from resources.store.studysearch import NUMBER_SYSTEM, Context, compare
from resources.wire.fhirsearch import Criterion, Token

table = Patient.__table__
Clause = ColumnElement[bool]
Text = ColumnElement[Any]


class Page(NamedTuple):
    """Who, from behind whom, and at most how many."""

    where: Clause
    after: int
    limit: int


def found(unit: Unit, page: Page) -> list[PatientRow]:
    """People in the order they were registered."""
    return patients.listed(unit, and_(page.where, table.c.pk > page.after), limit=page.limit)


def count(unit: Unit, where: Clause) -> int:
    """How many in all."""
    query = select(func.count()).select_from(table).where(table.c.forgotten_at.is_(None), where)
    return int(unit.execute(query).scalar_one())


def where(criteria: Sequence[Criterion], context: Context) -> Clause:
    """All of the criteria."""
    return and_(true(), *(_criterion(criterion, context) for criterion in criteria))


def _raw(column: Any) -> Text:
    return type_coerce(column, String)


_YEAR = case((table.c.birth_year.is_not(None), func.printf("%04d", table.c.birth_year)))
_BORN = func.coalesce(_raw(table.c.birth_date), _YEAR)
BORN = (
    case((table.c.birth_date.is_not(None), _raw(table.c.birth_date)), else_=_BORN + "-01-01")
    + "T00:00:00.000000+00:00",
    case(
        (table.c.birth_date.is_not(None), func.date(_raw(table.c.birth_date), "+1 day")),
        else_=func.date(_BORN + "-01-01", "+1 year"),
    )
    + "T00:00:00.000000+00:00",
)
_MILLI = func.substr(_raw(table.c.changed_at), 1, 23)
DATES = {
    "birthdate": BORN,
    "_lastUpdated": (_MILLI + "000+00:00", func.strftime("%Y-%m-%dT%H:%M:%f", _MILLI, "+0.001 seconds") + "000+00:00"),
}
GENDER = func.coalesce(case({"F": "female", "M": "male", "O": "other"}, value=table.c.sex), "")
NAMES = {
    "family": (table.c.family_name,),
    "given": (table.c.given_name,),
    "name": (table.c.family_name, table.c.given_name, table.c.native_name),
}


def _criterion(criterion: Criterion, context: Context) -> Clause:
    if criterion.modifier == "missing":
        present = func.coalesce(_is_there(criterion.name), 0) == 1
        return not_(present) if criterion.values == ("true",) else present
    hits = func.coalesce(or_(false(), *(_hit(criterion, value, context) for value in criterion.values)), 0)
    return hits == 0 if criterion.modifier == "not" else hits == 1


def _is_there(name: str) -> Clause:
    if name == "identifier":
        return or_(table.c.number.is_not(None), func.json_array_length(table.c.identifiers) > 0)
    if name in NAMES:
        return or_(*(column != "" for column in NAMES[name]))
    if name == "birthdate":
        return _BORN.is_not(None)
    return GENDER != "" if name == "gender" else true()


def _hit(criterion: Criterion, value: Any, context: Context) -> Clause:
    name = criterion.name
    if name in DATES:
        return compare(value, *DATES[name], context.now)
    if name in NAMES:
        return or_(*(_string(column, value, criterion.modifier) for column in NAMES[name]))
    if not isinstance(value, Token):
        return false()
    if name == "identifier":
        return _identifier(value)
    column = {"_id": _raw(table.c.uuid), "gender": GENDER, "active": case((table.c.active, "true"), else_="false")}[
        name
    ]
    return false() if value.code is None or value.system else func.lower(column) == value.code.lower()


def _string(column: Text, value: str, modifier: str) -> Clause:
    """Begins with it, in the whole or in one of its words; ``contains`` is anywhere, ``exact`` is all of it."""
    if modifier == "exact":
        return column == value
    if modifier == "contains":
        return column.icontains(value, autoescape=True)
    return or_(column.istartswith(value, autoescape=True), column.icontains(f" {value}", autoescape=True))


def _identifier(value: Token) -> Clause:
    each = func.json_each(table.c.identifiers).table_valued("value")
    listed = _same(func.json_extract(each.c.value, "$.system"), func.json_extract(each.c.value, "$.value"), value)
    return or_(exists(select(1).select_from(each).where(listed)), _same(literal(NUMBER_SYSTEM), table.c.number, value))


def _same(system: Text, code: Any, value: Token) -> Clause:
    fits: list[Clause] = [code.is_not(None)]
    if value.system is not None:
        fits.append(func.coalesce(system, "") == value.system)
    if value.code is not None:
        fits.append(func.lower(code) == func.lower(value.code))
    return and_(*fits)
