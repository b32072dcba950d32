"""A headquarters that reads: a FHIR server over a real socket, which lists results by the time it stamped them.

Its clock is the test's: ``hq.now`` seconds after ``EPOCH``. What it is sent must be a resource of its edition.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import httpx
from support.recordserver import MemoryRecords, Resource, outcome, said, valid

from sync.fhirserver import FhirServer
from sync.headquarters import HttpHeadquarters, name_of
from sync.recordkeeping import Destination
from sync.results import Source

EPOCH = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SNOMED = "http://snomed.info/sct"
EYES = {"R": "419465000", "L": "419161000"}


@dataclass
class ReadingHeadquarters(MemoryRecords):
    """People are sent to it, and it says what it has read of them. ``size`` results stand on one page."""

    now: float = 0.0
    size: int = 50
    url: str = ""
    knows_include: bool = True
    stamps: dict[str, float] = field(default_factory=dict)

    def says(self, remote: str, *, late: float = 0.0, **elements: Any) -> None:
        """A result, new or in a new version; ``late``: its stamp is older than the moment in which it can be seen."""
        type_, _, key = remote.partition("/")
        known = self.held.get(remote, {})
        body = {**known, "resourceType": type_, "id": key, "status": "final", **elements}
        valid({name: value for name, value in body.items() if name != "meta"}, self.manners.version)
        self._keep(remote, body)
        self.stamps[remote] = self.now - late

    def observation(self, number: int, person: str, eye: str, code: str, **more: Any) -> None:
        """An Observation of one eye: retinopathy by ICDR, no oedema."""
        late = more.pop("late", 0.0)
        self.says(f"Observation/{number}", late=late, **(grade(code) | a_reading(person, eye) | more))

    def _keep(self, remote: str, body: Resource) -> Resource:
        self.stamps[remote] = self.now
        return super()._keep(remote, body)

    def _search(self, request: httpx.Request, type_: str) -> httpx.Response:
        asked = parse_qs(request.url.query.decode())
        if "identifier" in asked:
            return super()._search(request, type_)
        if "_include" in asked and not self.knows_include:
            return outcome(400)
        return self._listed(request, type_, asked)

    def _listed(self, request: httpx.Request, type_: str, asked: dict[str, list[str]]) -> httpx.Response:
        since = datetime.fromisoformat(asked["_lastUpdated"][0].removeprefix("ge")) if "_lastUpdated" in asked else None
        stamped = sorted((self.stamps[f"{type_}/{one['id']}"], one["id"]) for one in self.of(type_))
        keys = [key for stamp, key in stamped if since is None or EPOCH + timedelta(seconds=stamp) >= since]
        offset = int(asked.get("offset", ["0"])[0])
        some = [self._shown(f"{type_}/{key}") for key in keys[offset : offset + self.size]]
        links = [{"relation": "self", "url": str(request.url)}]
        if len(keys) > offset + self.size:
            query = str(request.url).partition("&offset=")[0]
            more = "&" if "?" in query else "?"
            links.append({"relation": "next", "url": f"{query}{more}offset={offset + self.size}"})
        people = {one["subject"]["reference"] for one in some if "reference" in one.get("subject", {})}
        shown = [self._shown(who) for who in sorted(people) if "_include" in asked and who in self.held]
        entries = [{"resource": one} for one in (*some, *shown)]
        bundle = {"resourceType": "Bundle", "type": "searchset", "total": len(keys), "link": links, "entry": entries}
        answer = said(bundle)
        answer.headers["Date"] = format_datetime(
            (EPOCH + timedelta(seconds=self.now)).replace(microsecond=0), usegmt=True
        )
        return answer

    def _shown(self, remote: str) -> Resource:
        stamp = (EPOCH + timedelta(seconds=self.stamps.get(remote, 0.0))).isoformat()
        return self.held[remote] | {"meta": {**self.held[remote]["meta"], "lastUpdated": stamp}}

    # --- how a station reaches it

    def source(self) -> Source:
        return Source(name_of(self.url), lambda: HttpHeadquarters(self.url))

    def destination(self, edition: str = "") -> Destination:
        return Destination(lambda: FhirServer(HttpHeadquarters(self.url), edition), name_of(self.url))


def coded(system: str, code: str, **more: Any) -> Resource:
    return {"coding": [{"system": system, "code": code, **more}]}


def grade(code: str, oedema: str = "0") -> Resource:
    scheme = {"system": "urn:eyecamp:scheme:ICDR", "version": "2003"}
    said = {"retinopathy": code, "macular-oedema": oedema}
    return {
        "component": [
            {"code": {"text": name}, "valueCodeableConcept": {"coding": [{**scheme, "code": value}]}}
            for name, value in said.items()
        ]
    }


def a_reading(person: str, eye: str) -> Resource:
    return {
        "code": {"text": "Retinal grading"},
        "subject": {"reference": person},
        "effectiveDateTime": "2026-11-21",
        "issued": "2026-11-21T08:30:00Z",
        "performer": [{"display": "Dr. Meera Rao"}],
        **({"bodySite": coded(SNOMED, EYES[eye])} if eye else {}),
    }


@contextmanager
def served(hq: ReadingHeadquarters) -> Iterator[ReadingHeadquarters]:
    """Over a socket of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            host, port = self.server.server_address[:2]
            request = httpx.Request(
                self.command, f"http://{host}:{port}{self.path}", headers=dict(self.headers), content=body
            )
            answer = hq.handle(request)
            self.send_response_only(answer.status_code)
            content = answer.content
            for name, value in answer.headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, value)
            if answer.status_code != 204:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = do_DELETE = _answer  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    hq.url = f"http://127.0.0.1:{server.server_address[1]}/fhir"
    try:
        yield hq
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
