"""FHIR search of imaging studies, as SQL: each parameter of STU3 over the rows and over what a client said beyond them.

What is searched is what is shown: a series' modality with the coding system that the surface writes, a study's start with the
precision that it is written in.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
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

from resources.model import Instance, Patient, Series, Study
from resources.store import trees
from resources.store.rows import StudyRow
from resources.store.store import Unit
from resources.wire.fhirdates import FIRST, LAST, Moment, text_of
from resources.wire.fhirsearch import TARGETS, Criterion, Target, Token

study = Study.__table__
series = Series.__table__
instance = Instance.__table__
people = Patient.__table__
DICOM_MODALITIES = "http://dicom.nema.org/resources/ontology/DCM"
NUMBER_SYSTEM = "urn:eyecamp:number"
OUR_ENDPOINT = "wado-rs"
Clause = ColumnElement[bool]
Text = ColumnElement[Any]


class Context(NamedTuple):
    """The moment of asking, for ``ap``, and the addresses that stand for this server in absolute references."""

    now: datetime
    bases: tuple[str, ...] = ()


class Order(NamedTuple):
    """One key to sort by."""

    name: str
    descending: bool


class Page(NamedTuple):
    """Which studies, in which order, from behind which place, and at most how many."""

    where: Clause
    order: tuple[Order, ...]
    after: tuple[str | int, ...]
    limit: int


def found(unit: Unit, page: Page) -> list[tuple[StudyRow, tuple[str | int, ...]]]:
    """The studies of a page, each with its place in the order."""
    keys = [*(KEYS[order.name] for order in page.order), study.c.pk]
    downward = [*(order.descending for order in page.order), False]
    query = select(*(key.label(f"k{place}") for place, key in enumerate(keys))).where(_present(), page.where)
    if page.after:
        query = query.where(_behind(keys, downward, page.after))
    query = query.order_by(*(key.desc() if down else key for key, down in zip(keys, downward, strict=True)))
    places = {row[-1]: tuple(row) for row in unit.execute(query.limit(page.limit))}
    rows = trees.studies(unit, study.c.pk.in_(places), limit=len(places) or 1, offset=0, newest_first=False)
    by_pk = {row.pk: row for row in rows}
    return [(by_pk[pk], place) for pk, place in places.items()]


def count(unit: Unit, where: Clause) -> int:
    """How many in all."""
    return int(unit.execute(select(func.count()).select_from(study).where(_present(), where)).scalar_one())


def where(criteria: Sequence[Criterion], context: Context) -> Clause:
    """All of the criteria."""
    return and_(true(), *(_criterion(criterion, context) for criterion in criteria))


def _present() -> Clause:
    return study.c.forgotten_at.is_(None)


def _behind(keys: Sequence[Text], downward: Sequence[bool], after: Sequence[str | int]) -> Clause:
    """Strictly after a place in the order, whose keys may go both ways."""
    ways = []
    for place, (key, down) in enumerate(zip(keys, downward, strict=True)):
        same = [before == value for before, value in zip(keys[:place], after, strict=False)]
        ways.append(and_(true(), *same, key < after[place] if down else key > after[place]))
    return or_(false(), *ways)


# --- what is searched -------------------------------------------------------------------------------------------------


def _said(column: Any, path: str) -> Text:
    return func.json_extract(column, f"$.fhir.{path}")


def _is_said(column: Any, path: str) -> Clause:
    return func.json_type(column, f"$.fhir.{path}").is_not(None)


def _stated() -> Clause:
    """A client of FHIR has spoken of this study."""
    return func.json_type(study.c.extra, "$.fhir").is_not(None)


def _raw(column: Any) -> Text:
    return type_coerce(column, String)


def _second() -> Text:
    return func.substr(_raw(study.c.started_at), 1, 19)


STARTED_LOW = case(
    (_stated(), func.json_extract(study.c.extra, "$.fhir_started[0]")), else_=_second() + ".000000+00:00"
)
STARTED_HIGH = case(
    (_stated(), func.json_extract(study.c.extra, "$.fhir_started[1]")),
    else_=func.strftime("%Y-%m-%dT%H:%M:%S", _second(), "+1 second") + ".000000+00:00",
)
_MILLI = func.substr(_raw(study.c.changed_at), 1, 23)
CHANGED = (_MILLI + "000+00:00", func.strftime("%Y-%m-%dT%H:%M:%f", _MILLI, "+0.001 seconds") + "000+00:00")
KEYS: Mapping[str, Text] = {
    "_id": _raw(study.c.uuid),
    "_lastUpdated": _raw(study.c.changed_at),
    "started": func.coalesce(STARTED_LOW, ""),
    "study": _raw(study.c.study_uid),
}
"""What can be sorted by."""


def _in_series(cond: Clause) -> Clause:
    """A series that is shown, and of which it is true."""
    member = exists().where(instance.c.series_pk == series.c.pk, instance.c.forgotten_at.is_(None))
    shown = or_(member, func.json_type(series.c.extra, "$.fhir").is_not(None))
    return study.c.pk.in_(select(series.c.study_pk).where(series.c.forgotten_at.is_(None), shown, cond))


def _in_instance(cond: Clause) -> Clause:
    """An instance of which it is true."""
    inside = select(series.c.study_pk).join(instance, instance.c.series_pk == series.c.pk)
    return study.c.pk.in_(inside.where(series.c.forgotten_at.is_(None), instance.c.forgotten_at.is_(None), cond))


def _has_picture() -> Clause:
    return _in_instance(instance.c.digest.is_not(None))


class Coding(NamedTuple):
    """Where a code, its system and its words are."""

    system: Text
    code: Text
    words: tuple[Text, ...] = ()

    def is_there(self) -> Clause:
        """Whether there is any such element."""
        return or_(*(part.is_not(None) for part in (self.system, self.code, *self.words)))


def _listed(column: Any, path: str, use: Callable[[Any], Clause]) -> Clause:
    """True of some element of a JSON list."""
    each = func.json_each(column, f"$.fhir.{path}").table_valued("value")
    return exists(select(1).select_from(each).where(use(each.c.value)))


def _part(value: Any, path: str) -> Text:
    return func.json_extract(value, f"$.{path}")


Use = Callable[[Coding], Clause]


def _plain(column: Text) -> Callable[[Use], Clause]:
    return lambda use: use(Coding(literal(None, String), column))


def _accession(use: Use) -> Clause:
    said = _is_said(study.c.extra, "accession")
    kept = [_said(study.c.extra, f"accession.{name}") for name in ("system", "value", "type.text")]
    own = Coding(literal(None, String), func.nullif(func.trim(study.c.accession_number), ""))
    return case((said, use(Coding(kept[0], kept[1], (kept[2],)))), else_=use(own))


def _identifier(use: Use) -> Clause:
    kept = _listed(
        study.c.extra,
        "identifier",
        lambda one: use(Coding(_part(one, "system"), _part(one, "value"), (_part(one, "type.text"),))),
    )
    own = and_(not_(_stated()), func.trim(study.c.study_id) != "")
    return or_(kept, and_(own, use(Coding(literal(None, String), func.trim(study.c.study_id)))))


def _modality(use: Use) -> Clause:
    said = _is_said(series.c.extra, "modality")
    parts = [_said(series.c.extra, f"modality.{name}") for name in ("system", "code", "display")]
    kept = Coding(parts[0], parts[1], (parts[2],))
    system = case((series.c.modality != "", DICOM_MODALITIES), else_=None)
    own = Coding(system, func.nullif(series.c.modality, ""))
    return _in_series(case((said, use(kept)), else_=use(own)))


def _bodysite(use: Use) -> Clause:
    parts = [_said(series.c.extra, f"bodySite.{name}") for name in ("system", "code", "display")]
    return _in_series(use(Coding(parts[0], parts[1], (parts[2],))))


def _reason(use: Use) -> Clause:
    text = Coding(literal(None, String), literal(None, String), (_said(study.c.extra, "reason.text"),))
    coded = _listed(
        study.c.extra,
        "reason.coding",
        lambda one: use(Coding(_part(one, "system"), _part(one, "code"), (_part(one, "display"),))),
    )
    return or_(coded, use(text))


def _patient_identifier(use: Use) -> Clause:
    each = func.json_each(people.c.identifiers).table_valued("value")
    one = Coding(_part(each.c.value, "system"), _part(each.c.value, "value"))
    listed = exists(select(1).select_from(each).where(use(one)))
    own = use(Coding(literal(NUMBER_SYSTEM), people.c.number))
    theirs = exists().where(people.c.pk == study.c.patient_pk, people.c.forgotten_at.is_(None), or_(listed, own))
    return theirs.correlate(study)


TOKENS: Mapping[str, Callable[[Use], Clause]] = {
    "_id": _plain(_raw(study.c.uuid)),
    "_language": _plain(_said(study.c.extra, "language")),
    "accession": _accession,
    "bodysite": _bodysite,
    "identifier": _identifier,
    "modality": _modality,
    "patient.identifier": _patient_identifier,
    "reason": _reason,
}
URIS: Mapping[str, Callable[[Callable[[Text], Clause]], Clause]] = {
    "dicom-class": lambda use: _in_instance(use(_raw(instance.c.sop_class_uid))),
    "series": lambda use: _in_series(use(_raw(series.c.series_uid))),
    "study": lambda use: use(_raw(study.c.study_uid)),
    "uid": lambda use: _in_instance(use(_raw(instance.c.instance_uid))),
}
DATES: Mapping[str, tuple[Text, Text]] = {"started": (STARTED_LOW, STARTED_HIGH), "_lastUpdated": CHANGED}


def _references(name: str, use: Callable[[Text], Clause]) -> Clause:
    """True of some reference of this parameter."""
    if name == "context":
        return use(_said(study.c.extra, "context.reference"))
    if name == "basedon":
        return _listed(study.c.extra, "basedOn", lambda one: use(_part(one, "reference")))
    if name == "performer":
        return _in_series(_listed(series.c.extra, "performer", lambda one: use(_part(one, "reference"))))
    of_study = _listed(study.c.extra, "endpoint", lambda one: use(_part(one, "reference")))
    of_series = _in_series(_listed(series.c.extra, "endpoint", lambda one: use(_part(one, "reference"))))
    return or_(of_study, of_series, and_(_has_picture(), use(literal(f"Endpoint/{OUR_ENDPOINT}"))))


# --- how it is compared -----------------------------------------------------------------------------------------------


def _criterion(criterion: Criterion, context: Context) -> Clause:
    if criterion.modifier == "missing":
        present = _is_there(criterion.name)
        return not_(present) if criterion.values == ("true",) else present
    hits = or_(false(), *(_hit(criterion, value, context) for value in criterion.values))
    return not_(func.coalesce(hits, 0)) if criterion.modifier == "not" else hits  # what is unknown is no hit


def _hit(criterion: Criterion, value: Any, context: Context) -> Clause:
    name = criterion.name
    if name in DATES:
        return compare(value, *DATES[name], context.now)
    if name in TOKENS:
        return TOKENS[name](lambda coding: _token(coding, value))
    if name in URIS:
        return URIS[name](lambda column: _uri(column, value, criterion.modifier))
    if name == "patient":
        return _patient(value)
    wanted = _spellings(value, TARGETS[name], context.bases)
    return _references(name, lambda column: column.in_(wanted))


def _is_there(name: str) -> Clause:
    if name in DATES:
        return DATES[name][0].is_not(None)
    if name in TOKENS:
        return func.coalesce(TOKENS[name](Coding.is_there), 0) == 1
    if name in URIS:
        return URIS[name](lambda column: column.is_not(None))
    if name == "patient":
        return study.c.patient_pk.is_not(None)
    return func.coalesce(_references(name, lambda column: column.is_not(None)), 0) == 1


def _token(coding: Coding, value: Token | str) -> Clause:
    if isinstance(value, str):  # :text, a string search that begins with it
        return or_(false(), *(words.istartswith(value, autoescape=True) for words in coding.words))
    fits: list[Clause] = [true()]
    if value.system is not None:
        fits.append(coding.system == value.system if value.system else coding.system.is_(None))
    if value.code is not None:
        fits.append(func.lower(coding.code) == func.lower(value.code))
    return func.coalesce(and_(*fits), 0) == 1


def _uri(column: Text, value: str, modifier: str) -> Clause:
    if modifier == "below":
        return or_(column == value, func.substr(column, 1, len(value) + 1) == f"{value}.")
    if modifier == "above":
        return or_(column == value, func.substr(literal(value), 1, func.length(column) + 1) == column + ".")
    return column == value


def _patient(value: Target) -> Clause:
    if not value.id:
        return false()
    keys = or_(people.c.uuid == value.id, people.c.public_id == value.id, people.c.number == value.id)
    theirs: Select[Any] = select(people.c.pk).where(keys, people.c.forgotten_at.is_(None))
    return study.c.patient_pk.in_(theirs)


def _spellings(value: Target, types: Sequence[str], bases: Sequence[str]) -> list[str]:
    """All the ways in which a reference to this can be written."""
    if value.url:
        return [value.url]
    relative = [f"{kind}/{value.id}" for kind in ([value.type] if value.type else types)]
    return [*relative, *(f"{base.rstrip('/')}/{one}" for base in bases for one in relative)]


def compare(value: Moment, low: Text, high: Text, now: datetime) -> Clause:
    """A date parameter against a stretch of time (STU3 search.html, prefixes)."""
    first, end = text_of(value.low), text_of(value.high)
    inside = and_(low >= first, high <= end)
    around = (text_of(_moved(value.low, value, now, back=True)), text_of(_moved(value.high, value, now)))
    return {
        "eq": inside,
        "ne": not_(inside),
        "gt": high > end,
        "lt": low < first,
        "ge": or_(high > end, inside),
        "le": or_(low < first, inside),
        "sa": low >= end,
        "eb": high <= first,
        "ap": and_(low < around[1], high > around[0]),
    }[value.prefix]


def _moved(edge: datetime, value: Moment, now: datetime, *, back: bool = False) -> datetime:
    """An edge, a tenth of the distance to now further out."""
    slack = abs(now - value.low) / 10
    try:
        return edge - slack if back else edge + slack
    except OverflowError:
        return FIRST if back else LAST
