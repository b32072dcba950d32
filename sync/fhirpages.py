"""One type of resource as a FHIR server lists it, page by page. Refuses a page that does not end, and what is no JSON."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from resources.problems import Damaged, Invalid, Portal, Unsupported
from sync.headquarters import LARGEST_PAGE, NOT_HEADQUARTERS, TOO_LARGE, HttpHeadquarters, status_problem
from sync.retry import http_date
from sync.searchset import Entries, leaf_of
from sync.waterline import Leaf, Listed

JSON = "application/fhir+json, application/json+fhir;q=0.9, application/json;q=0.8"


class FhirPages:
    """``listed`` picks from the entries of a page what the list is of; ``includes`` are asked for in the same page.

    ``not_served``: statuses by which this server may say that it has no such list, or does not know how it was asked.
    """

    def __init__(
        self,
        line: HttpHeadquarters,
        type_: str,
        listed: Callable[[Entries], Sequence[Listed]],
        *,
        count: int,
        includes: Sequence[str],
        not_served: Collection[int] = (),
    ) -> None:
        self._line, self._type, self._listed, self._not_served = line, type_, listed, not_served
        self._whole = [("_sort", "_lastUpdated"), ("_count", str(count)), *(("_include", one) for one in includes)]
        self._is_plain = False

    def since(self, moment: datetime | None) -> Leaf:
        """Sorted and with everything that belongs to it; plainly where a strict server does not know that."""
        changed = [("_lastUpdated", f"ge{moment.isoformat()}")] if moment is not None else []
        if not self._is_plain:
            try:
                return self.follow(f"{self._type}?{urlencode([*changed, *self._whole])}")
            except Invalid:
                self._is_plain = True
        return self.follow(f"{self._type}?{urlencode(changed)}" if changed else self._type)

    def follow(self, link: str) -> Leaf:
        """Behind a link that the server gave, at this very server."""
        status, bundle, date = self.ask(link)
        if status in self._not_served:
            raise (
                Invalid("Headquarters lists no such results.") if "?" in link else Unsupported("No results are listed.")
            )
        if status != 200:
            raise status_problem(status, None)
        return leaf_of(bundle, date, self._listed)

    def ask(self, target: str) -> tuple[int, Any, datetime | None]:
        """Status, JSON (``None`` without success) and the server's own Date of anything at this server."""
        reply = self._line.talk("GET", target, {"Accept": JSON})
        if reply.status != 200:
            return reply.status, None, None
        if len(reply.body) > LARGEST_PAGE:
            raise Damaged(TOO_LARGE)
        try:
            return 200, json.loads(reply.body), http_date(reply.headers.get("date", ""))
        except (ValueError, RecursionError) as error:
            if reply.body.lstrip()[:1] in (b"{", b"["):
                raise Damaged("The list of headquarters came damaged.") from error
            raise Portal(NOT_HEADQUARTERS) from error
