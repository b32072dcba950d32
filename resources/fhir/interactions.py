"""The table of all interactions of seeds 001 and 004, and which of them a method and a path mean."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from resources.fhir import endpoint, searching, studies
from resources.fhir.exchange import Answer, Ask, is_known, validators
from resources.fhir.problems import NotAllowed
from resources.problems import NotFound
from resources.wire.fhirtypes import TEXTS

ID = re.compile(TEXTS["id"])
BUNDLE = ("POST", "")
METADATA = ("GET", "/metadata")


class Row(NamedTuple):
    """One interaction: its name in STU3, what is asked, who answers, and whether it needs the scope write."""

    name: str
    method: str
    path: str
    answer: Callable[..., Answer]
    writes: bool = False


def search_studies(ask: Ask) -> Answer:
    """Search of imaging studies."""
    return searching.search(ask, "ImagingStudy")


def search_patients(ask: Ask) -> Answer:
    """Search of people."""
    return searching.search(ask, "Patient")


def search_endpoints(ask: Ask) -> Answer:
    """Search of endpoints."""
    return searching.search(ask, "Endpoint")


def read_patient(ask: Ask, key: str) -> Answer:
    """One person, or 304."""
    resource, version, changed = searching.read_patient(ask, key)
    if is_known(ask, version, changed):
        return Answer(304, None, validators(version, changed))
    return Answer(200, searching.one(ask, resource), validators(version, changed))


def read_endpoint(ask: Ask, key: str) -> Answer:
    """One endpoint."""
    return Answer(200, searching.one(ask, endpoint.endpoint(key, ask.wado)))


STUDY = "/ImagingStudy"
TABLE = (
    Row("search-type", "GET", STUDY, search_studies),
    Row("search-type", "POST", f"{STUDY}/_search", search_studies),
    Row("create", "POST", STUDY, studies.create, writes=True),
    Row("conditional update", "PUT", STUDY, studies.update_where, writes=True),
    Row("conditional patch", "PATCH", STUDY, studies.patch_where, writes=True),
    Row("conditional delete", "DELETE", STUDY, studies.delete_where, writes=True),
    Row("history-type", "GET", f"{STUDY}/_history", studies.history_of_type),
    Row("read", "GET", STUDY + "/{id}", studies.read),
    Row("update", "PUT", STUDY + "/{id}", studies.update, writes=True),
    Row("patch", "PATCH", STUDY + "/{id}", studies.patch, writes=True),
    Row("delete", "DELETE", STUDY + "/{id}", studies.delete, writes=True),
    Row("history-instance", "GET", STUDY + "/{id}/_history", studies.history),
    Row("vread", "GET", STUDY + "/{id}/_history/{vid}", studies.vread),
    Row("search-type", "GET", "/Patient", search_patients),
    Row("search-type", "POST", "/Patient/_search", search_patients),
    Row("read", "GET", "/Patient/{id}", read_patient),
    Row("search-type", "GET", "/Endpoint", search_endpoints),
    Row("search-type", "POST", "/Endpoint/_search", search_endpoints),
    Row("read", "GET", "/Endpoint/{id}", read_endpoint),
)
OTHERS = (("capabilities", *METADATA), ("batch, transaction", *BUNDLE))
"""What is answered outside of a unit."""


def meant(method: str, path: tuple[str, ...], table: Sequence[Row] = TABLE) -> tuple[Row, tuple[str, ...]]:
    """The interaction and its parameters. Raises NotFound; NotAllowed, which says what is allowed."""
    fits = [(row, found) for row in table if (found := _parameters(row.path, path)) is not None]
    for row, found in fits:
        if row.method == method:
            return row, found
    if not fits:
        raise NotFound("There is nothing at this address.")
    raise NotAllowed("This address does not take that method.", fields={"Allow": allowed(path, table)})


def allowed(path: tuple[str, ...], table: Sequence[Row] = TABLE) -> str:
    """The methods of an address, as the Allow field lists them."""
    methods = {row.method for row in table if _parameters(row.path, path) is not None}
    methods |= {method for _, method, where in OTHERS if where.strip("/") == "/".join(path)}
    methods |= {"HEAD"} if "GET" in methods else set()
    return ", ".join(sorted({*methods, "OPTIONS"}))


def _parameters(template: str, path: tuple[str, ...]) -> tuple[str, ...] | None:
    steps = template.strip("/").split("/")
    if len(steps) != len(path):
        return None
    found = []
    for step, given in zip(steps, path, strict=True):
        if not step.startswith("{"):
            if step != given:
                return None
        elif ID.fullmatch(given):
            found.append(given)
        else:
            return None
    return tuple(found)


def described() -> list[dict[str, Any]]:
    """Name, method and path of everything, in order."""
    rows = [(row.name, row.method, row.path) for row in TABLE] + list(OTHERS)
    return [{"name": name, "method": method, "path": path or "/"} for name, method, path in rows]
