"""Batch and transaction: several interactions in one request. A batch answers each by itself; a transaction is all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from resources.fhir import problems
from resources.fhir.exchange import Answer, Message, Resource
from resources.fhir.interactions import TABLE, Row, meant
from resources.http.access import Caller, Scopes
from resources.problems import Invalid, Problem
from resources.store import Unit
from resources.wire.fhir import bundle

MOST = 500
"""Entries in one Bundle."""
TURN = {"DELETE": 0, "POST": 1, "PUT": 2, "PATCH": 2, "GET": 3, "HEAD": 3}
"""The order of a transaction (STU3 http.html)."""
HEADERS = {
    "ifMatch": "if-match",
    "ifNoneMatch": "if-none-match",
    "ifNoneExist": "if-none-exist",
    "ifModifiedSince": "if-modified-since",
}
Opening = Callable[[bool], AbstractContextManager[Unit]]
"""Gives a unit to write in, or one to read in."""


def answer(message: Message, caller: Caller, opening: Opening, table: Sequence[Row] = TABLE) -> Answer:
    """The response Bundle. Raises what fails in a transaction; nothing of it has happened then."""
    kind, entries = _entries(message.body)
    asked = [_message(message, entry, place) for place, entry in enumerate(entries)]
    if kind == "transaction":
        return Answer(200, bundle("transaction-response", _all_or_nothing(asked, caller, opening, table), links={}))
    return Answer(200, bundle("batch-response", [_one(one, caller, opening, table) for one in asked], links={}))


def _entries(body: Any) -> tuple[str, list[Mapping[str, Any]]]:
    if not isinstance(body, dict) or body.get("resourceType") != "Bundle":
        raise Invalid("The body is not a Bundle.")
    kind, entries = body.get("type"), body.get("entry", [])
    if kind not in ("batch", "transaction"):
        raise Invalid("A Bundle that is posted here is a batch or a transaction.")
    if not isinstance(entries, list) or len(entries) > MOST or not all(isinstance(one, dict) for one in entries):
        raise Invalid(f"A Bundle holds a list of at most {MOST} entries.")
    return kind, entries


def _message(message: Message, entry: Mapping[str, Any], place: int) -> Message:
    """An entry as a request of its own. Raises Invalid."""
    request = entry.get("request")
    if not isinstance(request, dict) or request.get("method") not in TURN or not isinstance(request.get("url"), str):
        raise Invalid(
            "An entry has a request with a method and a url.", fields={f"Bundle.entry[{place}].request": "is wrong"}
        )
    url = urlsplit(_relative(message, request["url"]))
    headers = {field: str(request[name]) for name, field in HEADERS.items() if name in request}
    headers["prefer"] = message.headers.get("prefer", "")
    return replace(
        message,
        method="GET" if request["method"] == "HEAD" else request["method"],
        path=tuple(step for step in url.path.split("/") if step),
        query=tuple(parse_qsl(url.query, keep_blank_values=True)),
        headers=headers,
        body=entry.get("resource"),
    )


def _relative(message: Message, url: str) -> str:
    for base in sorted({message.base, *message.bases}, key=len, reverse=True):
        url = url.removeprefix(f"{base}/")
    return url


def _one(message: Message, caller: Caller, opening: Opening, table: Sequence[Row]) -> Resource:
    """One entry of a batch: its failure is its own."""
    try:
        row, parameters = meant(message.method, message.path, table)
        caller.needs(Scopes.WRITE if row.writes else Scopes.READ)
        with opening(row.writes) as unit:
            return _response(row.answer(message.on(unit), *parameters))
    except Problem as problem:
        status, outcome, _ = problems.answer(problem)
        return {"response": {"status": str(status), "outcome": outcome}}


def _all_or_nothing(asked: list[Message], caller: Caller, opening: Opening, table: Sequence[Row]) -> list[Resource]:
    _refuse_twice(asked)
    rows = [meant(message.method, message.path, table) for message in asked]
    writes = any(row.writes for row, _ in rows)
    caller.needs(Scopes.WRITE if writes else Scopes.READ)
    responses: dict[int, Resource] = {}
    with opening(writes) as unit:
        for place in sorted(range(len(asked)), key=lambda place: TURN[asked[place].method]):
            row, parameters = rows[place]
            responses[place] = _response(row.answer(asked[place].on(unit), *parameters))
    return [responses[place] for place in range(len(asked))]


def _refuse_twice(asked: list[Message]) -> None:
    """A transaction speaks of each resource once."""
    changed = [
        message.path for message in asked if message.method in ("PUT", "PATCH", "DELETE") and len(message.path) == 2
    ]
    if len(set(changed)) < len(changed):
        raise Invalid("A transaction changes the same resource twice.")


def _response(given: Answer) -> Resource:
    facts: Resource = {"status": str(given.status)}
    if "Location" in given.headers:
        facts["location"] = given.headers["Location"]
    if "ETag" in given.headers:
        facts["etag"] = given.headers["ETag"]
    resource = given.resource
    if resource is not None and resource["resourceType"] == "OperationOutcome":
        return {"response": {**facts, "outcome": resource}}
    if resource is None:
        return {"response": facts}
    changed = resource.get("meta", {}).get("lastUpdated")
    return {"resource": resource, "response": {**facts, **({"lastModified": changed} if changed else {})}}
