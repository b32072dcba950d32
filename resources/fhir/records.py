"""What other stations of ours send to this one: people, headshots, grades, referrals and appointments, each by PUT under its id.

How such a resource is read and written down, a keeper knows; here it is an interaction with its conditions. Refuses to write over
anything unless the caller names the version that it has seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from resources.fhir.exchange import Answer, Ask, Resource, check_match, is_known, validators
from resources.fhir.interactions import Row
from resources.fhir.problems import Stale, Unprocessable
from resources.http.validators import versions_in
from resources.problems import Conflict, Gone, Invalid, NotFound, Refused
from resources.store import Unit

UNSEEN = "Say which version was seen (If-Match): nothing is written over unseen."


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as it is now."""

    resource: Resource
    version: int
    changed: datetime


class Keeper(Protocol):
    """Reads and writes down the resources of these types."""

    types: tuple[str, ...]
    removable: tuple[str, ...]

    def shown(self, unit: Unit, type_: str, key: str) -> Shown | None:
        """What is here; ``None`` for nothing, also where it was removed."""

    def take(self, unit: Unit, type_: str, key: str, said: Mapping[str, Any]) -> None:
        """Write it down by the store's own rules. Raises Invalid, Conflict, NotFound and Refused where those do not allow it."""

    def remove(self, unit: Unit, type_: str, key: str, /) -> None:
        """Take it away."""


def rows(keeper: Keeper) -> tuple[Row, ...]:
    """The interactions of these types. People are read and searched for already."""
    found = []
    for type_ in keeper.types:
        path = f"/{type_}/{{id}}"
        if type_ != "Patient":
            found.append(Row("read", "GET", path, partial(_read, keeper, type_)))
        found.append(Row("update", "PUT", path, partial(_update, keeper, type_), writes=True))
        if type_ in keeper.removable:
            found.append(Row("delete", "DELETE", path, partial(_delete, keeper, type_), writes=True))
    return tuple(found)


def _read(keeper: Keeper, type_: str, ask: Ask, key: str) -> Answer:
    now = keeper.shown(ask.unit, type_, key)
    if now is None:
        raise NotFound("There is no such record.")
    if is_known(ask, now.version, now.changed):
        return Answer(304, None, validators(now.version, now.changed))
    return Answer(200, now.resource, validators(now.version, now.changed))


def _update(keeper: Keeper, type_: str, ask: Ask, key: str) -> Answer:
    body = ask.body
    if not isinstance(body, dict) or body.get("resourceType") != type_ or body.get("id") != key:
        raise Invalid(f"The body is not the {type_} of this address.", fields={f"{type_}.id": "differs"})
    before = keeper.shown(ask.unit, type_, key)
    _check(ask, before)
    try:
        keeper.take(ask.unit, type_, key, body)
    except Gone as problem:
        raise Refused("This was removed at headquarters.") from problem
    except (Invalid, Conflict, NotFound) as problem:
        raise Unprocessable(problem.sentence, fields=problem.fields) from problem
    after = keeper.shown(ask.unit, type_, key)
    if after is None:
        raise Unprocessable("This cannot be kept here.")
    headers = validators(after.version, after.changed)
    if before is None:
        headers["Location"] = ask.url(type_, key, "_history", after.version)
    return Answer(200 if before else 201, after.resource, headers)


def _check(ask: Ask, before: Shown | None) -> None:
    seen = versions_in(ask.header("if-match"))
    if before is None and seen:
        raise Stale("There is no such record.")
    if before is None:
        return
    if "*" in versions_in(ask.header("if-none-match")):
        raise Stale("There is such a record already.")
    if not seen or "*" in seen:
        raise Stale(UNSEEN)
    check_match(ask, before.version)


def _delete(keeper: Keeper, type_: str, ask: Ask, key: str) -> Answer:
    now = keeper.shown(ask.unit, type_, key)
    if now is not None:
        check_match(ask, now.version)
        keeper.remove(ask.unit, type_, key)
    return Answer(204)
