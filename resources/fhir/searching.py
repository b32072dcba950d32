"""Search by GET and by POST ``_search``: which studies, people or endpoints, in which order, in which form, a page at a time.

A page ends with a cursor: the place in the order behind which the next one begins. What is inserted meanwhile neither repeats nor
hides anything.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from resources.fhir import endpoint, patient
from resources.fhir.exchange import Answer, Ask, Resource
from resources.fhir.imagingstudy import resource_of
from resources.problems import Invalid, NotFound, Unavailable
from resources.store import links, lookups, patients, patientsearch, studysearch
from resources.store.rows import StudyRow
from resources.store.studysearch import OUR_ENDPOINT, Context, Order
from resources.wire.fhir import bundle, outcome, subset, summary
from resources.wire.fhirsearch import (
    ENDPOINT_PARAMETERS,
    PATIENT_PARAMETERS,
    STUDY_PARAMETERS,
    Criterion,
    criteria,
    is_known,
)

USUAL, MOST = 50, 200
"""Entries of a page, unless asked for otherwise, and at most."""
SOON = 30.0
"""Seconds after which it is worth asking again for a study that is still coming in."""
RESULTS = frozenset({"_count", "_sort", "_include", "_summary", "_elements", "_total", "_cursor", "_format", "_pretty"})
INCLUDES = {
    "*": ("patient", "endpoint"), "ImagingStudy:patient": ("patient",), "ImagingStudy:patient:Patient": ("patient",),
    "ImagingStudy:endpoint": ("endpoint",), "ImagingStudy:endpoint:Endpoint": ("endpoint",),
    "ImagingStudy:*": ("patient", "endpoint"),
}  # fmt: skip
SUMMARIES = ("true", "false", "text", "data", "count")
PARAMETERS: Mapping[str, Mapping[str, str]] = {
    "ImagingStudy": STUDY_PARAMETERS,
    "Patient": PATIENT_PARAMETERS,
    "Endpoint": ENDPOINT_PARAMETERS,
}
Place = tuple[str | int, ...]


class Form(NamedTuple):
    """How results are to be given."""

    size: int
    order: tuple[Order, ...]
    summary: str
    elements: tuple[str, ...]
    includes: tuple[str, ...]
    cursor: "Cursor | None"
    unknown: tuple[str, ...]
    used: tuple[tuple[str, str], ...]

    def shown(self, resource: Resource) -> Resource:
        """A resource in this form."""
        if self.summary in ("true", "text", "data"):
            return summary(resource, self.summary)
        return subset(resource, self.elements) if self.elements else resource


class Cursor(NamedTuple):
    """Behind which place the next page begins, and what there was in all when the first one was given."""

    after: Place
    total: int


class Found(NamedTuple):
    """One page: resources with their places, how many there are in all, and whether there is more."""

    matches: Sequence[tuple[Resource, Place]]
    total: int
    more: bool
    included: Sequence[Resource] = ()


def search(ask: Ask, kind: str) -> Answer:
    """A searchset of one type."""
    form = form_of(ask, kind)
    found_by: Mapping[str, Callable[[Ask, Form], Found]] = {
        "ImagingStudy": _studies,
        "Patient": _patients,
        "Endpoint": _endpoints,
    }
    found = found_by[kind](ask, form)
    return Answer(200, _searchset(ask, kind, form, found))


def one(ask: Ask, resource: Resource) -> Resource:
    """A single resource as ``_summary`` and ``_elements`` ask for it. Raises Invalid."""
    form = form_of(ask, resource["resourceType"], lenient=True)
    if form.summary == "count":
        raise Invalid("A summary of one resource cannot be a count.")
    return form.shown(resource)


def study_criteria(ask: Ask, query: Sequence[tuple[str, str]]) -> list[Criterion]:
    """What a condition says. Raises Invalid when there is nothing in it that we know: it would mean every study."""
    found = criteria(query, STUDY_PARAMETERS, ask.context)
    unknown = [key for key, _ in query if not is_known(key, STUDY_PARAMETERS)]
    if not found or unknown:
        raise Invalid("This condition has no parameter, or one that is not known here.")
    return found


def matching(ask: Ask, wanted: Sequence[Criterion], limit: int = 2) -> list[StudyRow]:
    """The first studies that all criteria fit."""
    where = studysearch.where(wanted, _context(ask))
    page = studysearch.Page(where, (), (), limit)
    return [row for row, _ in studysearch.found(ask.unit, page)]


# --- what is asked ----------------------------------------------------------------------------------------------------


def form_of(ask: Ask, kind: str, *, lenient: bool = False) -> Form:
    """How results are to be given. Raises Invalid for a value that means nothing."""
    known = PARAMETERS[kind]
    unknown = tuple(key for key, _ in ask.query if key not in RESULTS and not is_known(key, known))
    if unknown and ask.is_strict and not lenient:
        raise Invalid("A parameter is not known here.", fields={key[:64]: "is not known here" for key in unknown})
    used = tuple((key, value) for key, value in ask.query if key not in unknown and key != "_cursor" and value)
    mode = ask.asked("_summary", "false")
    if mode not in SUMMARIES:
        raise Invalid("_summary is true, false, text, data or count.", fields={"_summary": "unknown"})
    text = ask.asked("_cursor")
    return Form(
        size=0 if mode == "count" else _count(ask),
        order=_order(ask, kind),
        summary=mode,
        elements=tuple(name.strip() for name in ask.asked("_elements").split(",") if name.strip()),
        includes=_includes(ask),
        cursor=_cursor(text, used) if text else None,
        unknown=unknown,
        used=used,
    )


def _count(ask: Ask) -> int:
    text = ask.asked("_count", str(USUAL))
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Invalid("_count is a whole number.", fields={"_count": "is not a whole number"})
    return min(int(text), MOST)


def _order(ask: Ask, kind: str) -> tuple[Order, ...]:
    """What to sort by; what cannot be sorted by is left out, or refused where the caller is strict."""
    names = [name for name in ask.asked("_sort").split(",") if name]
    orders = [Order(name.removeprefix("-"), name.startswith("-")) for name in names]
    known = [order for order in orders if kind == "ImagingStudy" and order.name in studysearch.KEYS]
    if ask.is_strict and len(known) < len(orders):
        raise Invalid("This cannot be sorted by.", fields={"_sort": "is not known here"})
    return tuple(known[:4])


def _includes(ask: Ask) -> tuple[str, ...]:
    asked = [value for key, value in ask.query if key == "_include"]
    if ask.is_strict and any(one not in INCLUDES for one in asked):
        raise Invalid("This cannot be included.", fields={"_include": "is not known here"})
    return tuple(name for one in asked for name in INCLUDES.get(one, ()))


def _context(ask: Ask) -> Context:
    return Context(ask.unit.now, ask.context.bases)


def _seal(used: Sequence[tuple[str, str]]) -> str:
    """What a cursor is good for: this query and no other."""
    return hashlib.sha256(json.dumps(sorted(used)).encode()).hexdigest()[:16]


def _write_cursor(cursor: Cursor, used: Sequence[tuple[str, str]]) -> str:
    raw = json.dumps([_seal(used), cursor.total, list(cursor.after)], separators=(",", ":"))
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def _cursor(text: str, used: Sequence[tuple[str, str]]) -> Cursor:
    try:
        read = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        read = None
    match read:
        case [str(seal), int(total), [*keys, int(pk)]] if seal == _seal(used) and all(
            isinstance(key, str) for key in keys
        ):
            return Cursor((*keys, pk), total)
    raise Invalid("This page does not belong to this search.", fields={"_cursor": "is not ours"})


# --- what is found ----------------------------------------------------------------------------------------------------


def _studies(ask: Ask, form: Form) -> Found:
    where = studysearch.where(criteria(ask.query, STUDY_PARAMETERS, ask.context), _context(ask))
    after = form.cursor.after if form.cursor else ()
    if after and len(after) != len(form.order) + 1:
        raise Invalid("This page does not belong to this search.", fields={"_cursor": "is not ours"})
    rows = studysearch.found(ask.unit, studysearch.Page(where, form.order, after, form.size + 1)) if form.size else []
    page = rows[: form.size]
    if ask.is_s4s:
        _wait_for(ask, [row for row, _ in page])
    zone = ask.unit.store.zone
    shown = [(resource_of(row, row.patient.uuid if row.patient else None, zone), place) for row, place in page]
    total = form.cursor.total if form.cursor else studysearch.count(ask.unit, where)
    return Found(shown, total, len(rows) > form.size, _included(ask, form, [row for row, _ in page]))


def _wait_for(ask: Ask, rows: Sequence[StudyRow]) -> None:
    """Raise Unavailable while pictures of one of them are still coming in (seed 004)."""
    if any(lookups.is_being_made(ask.unit, row.study_uid) for row in rows):
        raise Unavailable("Pictures of this study are still coming in.", retry_after=SOON)


def _included(ask: Ask, form: Form, rows: Sequence[StudyRow]) -> list[Resource]:
    found: dict[str, Resource] = {}
    if "patient" in form.includes:
        joined = links.around(ask.unit)
        for row in rows:
            if row.patient:
                found[row.patient.uuid] = patient.resource_of(row.patient, joined.get(row.patient.uuid, ()))
    if "endpoint" in form.includes and any(not i.is_waiting for row in rows for i in row.instances):
        found[OUR_ENDPOINT] = endpoint.endpoint(OUR_ENDPOINT, ask.wado)
    return list(found.values())


def _patients(ask: Ask, form: Form) -> Found:
    where = patientsearch.where(criteria(ask.query, PATIENT_PARAMETERS, ask.context), _context(ask))
    after = int(form.cursor.after[-1]) if form.cursor else 0
    rows = patientsearch.found(ask.unit, patientsearch.Page(where, after, form.size + 1)) if form.size else []
    joined = links.around(ask.unit)
    shown: list[tuple[Resource, Place]] = [
        (patient.resource_of(row, joined.get(row.uuid, ())), (row.pk,)) for row in rows[: form.size]
    ]
    total = form.cursor.total if form.cursor else patientsearch.count(ask.unit, where)
    return Found(shown, total, len(rows) > form.size)


def _endpoints(ask: Ask, form: Form) -> Found:
    everything = endpoint.found(criteria(ask.query, ENDPOINT_PARAMETERS, ask.context), ask.wado)
    start = int(form.cursor.after[-1]) if form.cursor else 0
    page: list[tuple[Resource, Place]] = [
        (one, (start + n + 1,)) for n, one in enumerate(everything[start : start + form.size])
    ]
    return Found(page, len(everything), len(everything) > start + form.size and form.size > 0)


def _searchset(ask: Ask, kind: str, form: Form, found: Found) -> Resource:
    links = {"self": ask.url(kind, query=form.used)}
    if form.cursor:
        links["first"] = links["self"]
    if found.more:
        cursor = _write_cursor(Cursor(found.matches[-1][1], found.total), form.used)
        links["next"] = ask.url(kind, query=(*form.used, ("_cursor", cursor)))
    entries = [_entry(ask, form.shown(resource), "match") for resource, _ in found.matches]
    entries += [_entry(ask, resource, "include") for resource in found.included]
    if form.unknown:
        text = f"Parameters that are not known here were left out: {', '.join(key[:64] for key in form.unknown)}."
        entries.append({"resource": outcome("not-supported", text, severity="warning"), "search": {"mode": "outcome"}})
    return bundle("searchset", entries if form.summary != "count" else [], total=found.total, links=links)


def _entry(ask: Ask, resource: Resource, mode: str) -> Resource:
    url = ask.url(resource["resourceType"], resource["id"])
    return {"fullUrl": url, "resource": resource, "search": {"mode": mode}}


def read_patient(ask: Ask, key: str) -> tuple[Resource, int, datetime]:
    """A person, by identity; also by the number or the short id, which lead to the same. Raises NotFound or Gone."""
    row = patients.find(ask.unit, key)
    return patient.resource_of(row, links.of(ask.unit, row.uuid)), row.version, row.changed_at


def no_such_version() -> NotFound:
    """The problem of a version that never was."""
    return NotFound("There is no such version.")
