"""Who did what to one person's record, and when: the rows of the change feed that are about that person, the newest first.

Read from the feed, which every write appends to; nothing is kept for it. Versions of studies and series are left out: they follow
from what is listed. What went to somebody else is in the other person's trail from then on.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, and_, or_, select

from resources.model import (
    Annotation,
    Change,
    Instance,
    Letter,
    Link,
    Opinion,
    Photo,
    Quality,
    Referral,
    Series,
    Study,
    Turn,
)
from resources.store import changes, patients
from resources.store.rows import ChangeRow
from resources.store.store import Unit
from resources.terms import Kind

table = Change.__table__
MOST = 200
"""Rows of one page."""


def of_patient(unit: Unit, key: str, *, before: int | None = None, limit: int = MOST) -> list[ChangeRow]:
    """The newest rows about somebody; those before row ``before`` for the next page. Raises NotFound for nobody."""
    row = patients.find(unit, key)
    about = or_(*_about(unit, row.pk, row.uuid))
    query = select(table).where(about if before is None else and_(about, table.c.seq < before))
    found = unit.execute(query.order_by(table.c.seq.desc()).limit(min(limit, MOST)))
    return [changes.row_of(one) for one in found]


def _about(unit: Unit, pk: int, uuid: str) -> Iterator[ColumnElement[bool]]:
    """One condition for each kind, with the names of that person's things: all of them find rows by the feed's index."""
    yield _of(Kind.PATIENT, [uuid])
    yield _of(Kind.CARD, [uuid])
    links = Link.__table__
    either = or_(links.c.patient_pk == pk, links.c.into_pk == pk)
    yield _of(Kind.LINK, _column(unit, select(links.c.uuid).where(either)))
    uids = _instances(unit, pk)
    yield _of(Kind.INSTANCE, uids)
    for kind, model in ((Kind.OPINION, Opinion), (Kind.REFERRAL, Referral), (Kind.LETTER, Letter), (Kind.PHOTO, Photo)):
        own = model.__table__
        yield _of(kind, _column(unit, select(own.c.uuid).where(own.c.patient_pk == pk)))
    turns = Turn.__table__
    yield _of(Kind.TURN, _column(unit, select(turns.c.workitem_uid).where(turns.c.patient_pk == pk)))
    for kind, drawn in ((Kind.QUALITY, Quality), (Kind.ANNOTATION, Annotation)):
        own = drawn.__table__
        yield _of(kind, _column(unit, select(own.c.uuid).where(own.c.instance_uid.in_(uids))))


def _of(kind: Kind, uids: Iterable[str]) -> ColumnElement[bool]:
    return and_(table.c.kind == kind.value, table.c.uid.in_(list(uids)))


def _instances(unit: Unit, pk: int) -> list[str]:
    instances, series, studies = Instance.__table__, Series.__table__, Study.__table__
    joined = instances.join(series, instances.c.series_pk == series.c.pk).join(
        studies, series.c.study_pk == studies.c.pk
    )
    query = select(instances.c.instance_uid).select_from(joined).where(studies.c.patient_pk == pk)
    return _column(unit, query)


def _column(unit: Unit, query: object) -> list[str]:
    return [str(row[0]) for row in unit.execute(query)]  # type: ignore[arg-type]
