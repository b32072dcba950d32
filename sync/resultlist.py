"""Results as a FHIR server lists them, page by page, with the people that they are of. Refuses a page that does not end.

Who a result is of is asked for one by one where the page does not hold them and nobody here knows the place.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode

from resources.problems import Damaged, Invalid, Portal, Unsupported
from resources.wire.fhirdates import interval
from sync.headquarters import NOT_HEADQUARTERS, HttpHeadquarters, status_problem
from sync.readings import Reading, reading_of
from sync.waterline import Leaf

JSON = "application/fhir+json, application/json+fhir;q=0.9, application/json;q=0.8"
LARGEST_PAGE = 16 << 20
COUNT = 100
STRANGERS = 200
"""So many people that a page does not hold are asked for one by one, in one look."""
NOT_SERVED = (400, 403, 404, 405, 501)
Resource = Mapping[str, Any]


class ResultList:
    """One type of resource at one server, page by page, with the people that its results are of."""

    def __init__(self, line: HttpHeadquarters, type_: str, known: Callable[[str], bool]) -> None:
        self._line, self._type, self._known = line, type_, known
        self._is_plain = False
        self._people: dict[str, Resource] = {}
        self._asked = 0

    def since(self, moment: datetime | None) -> Leaf:
        """Sorted and with their people; plainly where a strict server does not know that."""
        changed = [("_lastUpdated", f"ge{moment.isoformat()}")] if moment is not None else []
        more = [("_sort", "_lastUpdated"), ("_count", str(COUNT)), ("_include", f"{self._type}:subject")]
        if not self._is_plain:
            try:
                return self._leaf(f"{self._type}?{urlencode([*changed, *more])}")
            except Invalid:
                self._is_plain = True
        return self._leaf(f"{self._type}?{urlencode(changed)}" if changed else self._type)

    def follow(self, link: str) -> Leaf:
        """Behind a link that the server gave, at this very server."""
        return self._leaf(link)

    def _leaf(self, target: str) -> Leaf:
        status, bundle, date = self._json(target)
        if status in NOT_SERVED:
            raise (
                Invalid("Headquarters lists no such results.")
                if "?" in target
                else Unsupported("No results are listed.")
            )
        if status != 200:
            raise status_problem(status, None)
        if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
            raise Damaged("Headquarters answered with something that is not a list.")
        entries = [one.get("resource") for one in bundle.get("entry") or () if isinstance(one, dict)]
        found = [one for one in entries if isinstance(one, dict)]
        self._people |= {
            f"Patient/{one['id']}": one for one in found if one.get("resourceType") == "Patient" and "id" in one
        }
        links = {
            str(one.get("relation")): str(one.get("url", ""))
            for one in bundle.get("link") or ()
            if isinstance(one, dict)
        }
        listed = [one for one in map(self._reading, found) if one is not None]
        total = bundle.get("total")
        is_sorted = "_sort=_lastUpdated" in links.get("self", "")
        return Leaf(listed, links.get("next", ""), is_sorted, total if isinstance(total, int) else None, date)

    def _reading(self, one: Resource) -> Reading | None:
        meta = one.get("meta")
        stamp = _instant(meta.get("lastUpdated")) if isinstance(meta, dict) else None
        found = reading_of(one, self._people, stamp)
        if found is None or found.subject in self._people or not self._may_ask(found):
            return found
        self._asked += 1
        self._people[found.subject] = self._person(found.subject)
        return reading_of(one, self._people, stamp)

    def _may_ask(self, found: Reading) -> bool:
        """Whose it is, is asked for where the page did not say it and nobody here knows it."""
        is_told = bool(found.people) or not found.subject.startswith("Patient/") or self._known(found.subject)
        return not is_told and self._asked < STRANGERS

    def _person(self, reference: str) -> Resource:
        status, found, _ = self._json(reference)
        return found if status == 200 and isinstance(found, dict) and found.get("resourceType") == "Patient" else {}

    def _json(self, target: str) -> tuple[int, Any, datetime | None]:
        reply = self._line.talk("GET", target, {"Accept": JSON})
        if len(reply.body) > LARGEST_PAGE:
            raise Damaged("A page of the results of headquarters is too large.")
        if reply.status != 200:
            return reply.status, None, None
        try:
            return 200, json.loads(reply.body), _date(reply.headers.get("date", ""))
        except (ValueError, RecursionError) as error:
            if reply.body.lstrip()[:1] in (b"{", b"["):
                raise Damaged("The results of headquarters came damaged.") from error
            raise Portal(NOT_HEADQUARTERS) from error


def _instant(text: Any) -> datetime | None:
    try:
        return interval(str(text), None).low if text else None
    except Invalid:
        return None


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None
