"""Headquarters' list of studies in the simulator: FHIR STU3 over real httpx, with ties, late commits, pages that shift and links
that lead back. What it lists, the archive beside it gives only to those who ask for the study by its UID.

Refuses to list what the archive never had.
"""

import json
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from random import Random
from typing import Any
from urllib.parse import parse_qs, quote, unquote

import httpx
from support.pagedlists import PagedList, at
from support.simulated_hq import HTML, Killed, Line

from resources.wire.fhirdates import interval
from sync.headquarters import HttpHeadquarters
from sync.listedstudies import Listing
from sync.waterline import Leaf, Listed

URL = "http://127.0.0.1:1/fhir"
LATE = (0.0, 0.0, 30.0, 590.0, 86_000.0)
"""How many seconds before it shows a row may be stamped."""


class SimulatedList(httpx.BaseTransport):
    """The list of one headquarters as a transport of httpx. ``archive`` is where it says that the pictures are."""

    def __init__(self, rng: Random, line: Line, archive: str) -> None:
        self.rng, self.line, self.archive = rng, line, archive
        self.rows = PagedList(
            size=rng.randrange(1, 4),
            order=rng.choice(("stamp", "newest", "key")),
            says_sorted=rng.random() < 0.5,
            by_offset=rng.random() < 0.5,
        )
        self.people: dict[str, str] = {}
        """Which number stands with which study."""
        self.answered: list[httpx.Response] = []

    def listing(self, clock: Callable[[], datetime], archive: httpx.BaseTransport) -> Listing:
        def reached(url: str, transport: httpx.BaseTransport) -> HttpHeadquarters:
            return HttpHeadquarters(url, clock=clock, stopwatch=lambda: self.line.now, transport=transport)

        return Listing(URL, lambda: reached(URL, self), lambda root: reached(root, archive))

    # --- what happens there -------------------------------------------------------------------------------------------

    def has(self, study_uid: str, number: str) -> None:
        """A study of that person is listed from now on, perhaps under a moment that is past."""
        late = self.rng.choice(LATE)
        if late:
            self.line.counted("list: late commit")
        self.people[study_uid] = number
        self.rows.now = self.line.now
        self.rows.commit(study_uid, late=late)

    def is_busy(self) -> None:
        """Between two pages of the next reading studies are touched, so that rows change their places."""

        def touched(rows: PagedList) -> None:
            for key in self.rng.sample(sorted(rows.rows), min(1, len(rows.rows))):
                rows.commit(key)
                self.line.counted("list: rows move between pages")

        self.rows.between.append(touched)

    def goes_in_circles(self) -> None:
        self.rows.loops = 1

    # --- one request --------------------------------------------------------------------------------------------------

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.rows.now, self.rows.skew = self.line.now, self.line.skew
        if self.rng.random() >= self.line.rate:
            return self._answer(request)
        kind = self.rng.choice(sorted(FAULTS))
        if kind in DEATHS and not self.line.may_kill:
            kind = "list: no way"
        self.line.counted(kind)
        return FAULTS[kind](self, request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        loops = self.rows.loops
        leaf = self._leaf(request)
        if self.rows.loops < loops:
            self.line.counted("list: a link leads back")
        said = httpx.Response(200, headers=self._headers(leaf), content=json.dumps(self._bundle(leaf)).encode())
        self.answered = [*self.answered[-1:], said]
        return said

    def _leaf(self, request: httpx.Request) -> Leaf:
        asked = parse_qs(request.url.query.decode())
        if "page" in asked:
            return self.rows.follow(unquote(asked["page"][0]))
        since = asked.get("_lastUpdated", [""])[0].removeprefix("ge")
        return self.rows.since(interval(since, None).low if since else None)

    def _headers(self, leaf: Leaf) -> dict[str, str]:
        date = {"Date": format_datetime(leaf.date, usegmt=True)} if leaf.date else {}
        return {"Content-Type": "application/fhir+json"} | date

    def _bundle(self, leaf: Leaf) -> dict[str, Any]:
        links = [{"relation": "self", "url": f"{URL}/ImagingStudy" + "?_sort=_lastUpdated" * leaf.is_sorted}]
        if leaf.next:
            links.append({"relation": "next", "url": f"{URL}/ImagingStudy?page={quote(quote(leaf.next))}"})
        entries = [{"resource": self._study(one)} for one in leaf.listed]
        return {"resourceType": "Bundle", "type": "searchset", "total": leaf.total, "link": links, "entry": entries}

    def _study(self, row: Listed) -> dict[str, Any]:
        stamp = row.stamp or at(0)
        return {
            "resourceType": "ImagingStudy",
            "id": row.key.rpartition(".")[2],
            "uid": f"urn:oid:{row.key}",
            "meta": {"versionId": row.version, "lastUpdated": stamp.isoformat()},
            "patient": {"reference": "#who", "identifier": {"value": self.people[row.key]}},
            "endpoint": [{"reference": "#archive"}],
            "contained": [
                {
                    "resourceType": "Endpoint",
                    "id": "archive",
                    "status": "active",
                    "connectionType": {"code": "dicom-wado-rs"},
                    "address": self.archive,
                }
            ],
        }


# --- the faults -------------------------------------------------------------------------------------------------------

Fault = Callable[[SimulatedList, httpx.Request], httpx.Response]


def _broken(hq: SimulatedList, request: httpx.Request) -> httpx.Response:
    raise hq.rng.choice((httpx.ConnectError, httpx.ReadError, httpx.ReadTimeout))("cut", request=request)


def _status(status: int, content: bytes = b"", **headers: str) -> Fault:
    said = {name.replace("_", "-"): value for name, value in headers.items()}

    def happen(hq: SimulatedList, request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=said, content=content)

    return happen


def _truncated(hq: SimulatedList, request: httpx.Request) -> httpx.Response:
    whole = hq._answer(request)
    headers = {name: value for name, value in whole.headers.items() if name.lower() != "content-length"}
    return httpx.Response(200, headers=headers, content=whole.content[: hq.rng.randrange(len(whole.content))])


def _earlier(hq: SimulatedList, request: httpx.Request) -> httpx.Response:
    """A page that was asked for earlier comes again."""
    if not hq.answered:
        return _broken(hq, request)
    return httpx.Response(200, headers=hq.answered[0].headers, content=hq.answered[0].content)


def _died(hq: SimulatedList, request: httpx.Request) -> httpx.Response:
    raise Killed


FAULTS: dict[str, Fault] = {
    "list: no way": _broken,
    "list: login page": _status(200, HTML, Content_Type="text/html"),
    "list: other JSON": _status(200, b'{"error": "upstream"}', Content_Type="application/json"),
    "list: 400": _status(400),
    "list: 404": _status(404),
    "list: 500": _status(500),
    "list: 503": _status(503, Retry_After="120"),
    "list: truncated": _truncated,
    "list: an earlier page": _earlier,
    "list: killed": _died,
}
DEATHS = ("list: killed",)
HAPPENS = ("list: late commit", "list: rows move between pages", "list: a link leads back")
