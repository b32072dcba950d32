"""A pretend FHIR server in memory: STU3 or R4, strict or lenient, and with all the manners of a bad line.

Every body that it is sent must be a resource of its edition, by fhir.resources; what is not fails the test at once.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import parse_qs

import httpx
from support.simulated_hq import copied

from sync.fhirserver import FhirServer
from sync.headquarters import HttpHeadquarters
from sync.recordkeeping import Destination

URL = "http://127.0.0.1:1/fhir"
EVERYTHING = (
    "Patient",
    "Media",
    "ImagingStudy",
    "Observation",
    "DiagnosticReport",
    "ReferralRequest",
    "ServiceRequest",
    "Task",
)
ALL = ("read", "search-type", "create", "update", "delete")
Resource = dict[str, Any]


def valid(resource: Resource, version: str) -> None:
    """Raise unless this is a resource of that edition."""
    if version.startswith("3"):
        from fhir.resources.STU3 import get_fhir_model_class
    else:
        from fhir.resources.R4B import get_fhir_model_class
    get_fhir_model_class(resource["resourceType"]).model_validate_json(json.dumps(resource))


@dataclass
class Manners:
    """What a server does and does not."""

    version: str = "3.0.2"
    types: tuple[str, ...] = EVERYTHING
    interactions: tuple[str, ...] = ALL
    may_name: bool = True
    keeps_conditions: bool = True
    """If-Match, If-None-Match and If-None-Exist are looked at."""
    checks: bool = True
    searches_again: bool = True
    """False: the answer to the same search is given once more, as HAPI FHIR does for a minute, but to ``no-cache``."""


@dataclass
class MemoryRecords:
    """The server. ``fault`` may answer in its place, or raise, before or after a request was done."""

    manners: Manners = field(default_factory=Manners)
    held: dict[str, Resource] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    ever: list[str] = field(default_factory=list)
    """The identifiers of everything that was ever made here, once for each time."""
    last_id: int = 0
    asked: list[str] = field(default_factory=list)
    searched: dict[str, httpx.Response] = field(default_factory=dict)
    arrives: Callable[[httpx.Request], object] = lambda _: None
    """Before anything is done with a request: others may go first."""
    before: Callable[[httpx.Request], httpx.Response | None] = lambda _: None
    after: Callable[[httpx.Request, httpx.Response], httpx.Response] = lambda _, response: response

    def destination(self, edition: str = "") -> Destination:
        return Destination(lambda: self.client(edition), URL)

    def client(self, edition: str = "", **options: Any) -> FhirServer:
        return FhirServer(HttpHeadquarters(URL, transport=httpx.MockTransport(self.handle), **options), edition)

    def of(self, type_: str) -> list[Resource]:
        return [one for remote, one in self.held.items() if remote.startswith(f"{type_}/")]

    def edit(self, remote: str, **elements: Any) -> None:
        """Somebody at headquarters writes."""
        self._keep(remote, {**self.held[remote], **elements})

    def remove(self, remote: str) -> None:
        """Somebody at headquarters removes it."""
        del self.held[remote]
        self.gone.add(remote)

    def backup(self) -> "Backup":
        """Everything as it is now, the numbers that it gives included."""
        return Backup(dict(self.held), set(self.gone), self.last_id)

    def go_back_to(self, backup: "Backup") -> None:
        """Restored: whatever came later never was, and its numbers are given again."""
        self.held, self.gone, self.last_id = dict(backup.held), set(backup.gone), backup.last_id

    # --- one request --------------------------------------------------------------------------------------------------

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.method} {request.url.path.removeprefix('/fhir/')}")
        self.arrives(request)
        early = self.before(request)
        return early if early is not None else self.after(request, self._answer(request))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        remote = request.url.path.removeprefix("/fhir/")
        if remote == "metadata":
            return said(self._statement())
        type_, _, key = remote.partition("/")
        doing = {"GET": "read" if key else "search-type", "PUT": "update", "POST": "create", "DELETE": "delete"}[
            request.method
        ]
        if type_ not in self.manners.types or doing not in self.manners.interactions:
            return outcome(405)
        return getattr(self, f"_{doing.partition('-')[0]}")(request, remote)

    def _statement(self) -> Resource:
        codes = [{"code": name} for name in self.manners.interactions]
        more = {"updateCreate": True} if self.manners.may_name else {}
        listed = [{"type": type_, "interaction": codes, **more} for type_ in self.manners.types]
        rest = [{"mode": "server", "resource": listed}]
        return {"resourceType": "CapabilityStatement", "fhirVersion": self.manners.version, "rest": rest}

    def _read(self, _: httpx.Request, remote: str) -> httpx.Response:
        if remote in self.gone:
            return outcome(410)
        return said(self.held[remote]) if remote in self.held else outcome(404)

    def _search(self, request: httpx.Request, type_: str) -> httpx.Response:
        if self.manners.searches_again:
            return self._found(request, type_)
        question = str(request.url)
        if question not in self.searched or wants_it_new(request):
            self.searched[question] = self._found(request, type_)
        return copied(self.searched[question])

    def _found(self, request: httpx.Request, type_: str) -> httpx.Response:
        asked = parse_qs(request.url.query.decode()).get("identifier", [""])[0]
        found = [{"resource": one} for one in self.of(type_) if not asked or asked in identifiers(one)]
        link = [{"relation": "self", "url": str(request.url)}]
        return said({"resourceType": "Bundle", "type": "searchset", "total": len(found), "link": link, "entry": found})

    def _update(self, request: httpx.Request, remote: str) -> httpx.Response:
        body, known = self._body(request), self.held.get(remote)
        if self.manners.keeps_conditions:
            wanted = request.headers.get("If-Match", "").removeprefix("W/").strip('"')
            if known is None and wanted:
                return outcome(412)
            if known is not None and wanted and wanted != known["meta"]["versionId"]:
                return outcome(412)
            if known is not None and request.headers.get("If-None-Match") == "*":
                return outcome(412)
        if known is None and not self.manners.may_name:
            return outcome(405)
        if known is None:
            self.ever += identifiers(body)[:1]
        return said(self._keep(remote, body), 200 if known else 201)

    def _create(self, request: httpx.Request, type_: str) -> httpx.Response:
        body = self._body(request)
        if self.manners.keeps_conditions and (condition := request.headers.get("If-None-Exist")):
            asked = parse_qs(condition)["identifier"][0]
            same = [one for one in self.of(type_) if asked in identifiers(one)]
            if same:
                return said(same[0]) if len(same) == 1 else outcome(412)
        self.ever += identifiers(body)[:1]
        self.last_id += 1
        made = self._keep(f"{type_}/{self.last_id}", body)
        return said(made, 201)

    def _delete(self, request: httpx.Request, remote: str) -> httpx.Response:
        known = self.held.get(remote)
        if known is None:
            return outcome(404)
        wanted = request.headers.get("If-Match", "").removeprefix("W/").strip('"')
        if self.manners.keeps_conditions and wanted and wanted != known["meta"]["versionId"]:
            return outcome(412)
        self.remove(remote)
        return httpx.Response(204)

    def _body(self, request: httpx.Request) -> Resource:
        body: Resource = json.loads(request.read())
        if self.manners.checks:
            valid(body, self.manners.version)
        return body

    def _keep(self, remote: str, body: Resource) -> Resource:
        self.gone.discard(remote)
        version = int(self.held.get(remote, {}).get("meta", {}).get("versionId", 0)) + 1
        self.held[remote] = {**body, "id": remote.partition("/")[2], "meta": {"versionId": str(version)}}
        return self.held[remote]


@dataclass(frozen=True)
class Backup:
    """A server as it once was."""

    held: dict[str, Resource]
    gone: set[str]
    last_id: int


def identifiers(resource: Resource) -> list[str]:
    return [f"{one.get('system', '')}|{one.get('value', '')}" for one in resource.get("identifier", ())]


def wants_it_new(request: httpx.Request) -> bool:
    """RFC 9111 5.2.1.4: nothing that is kept may be the answer before it was asked for again."""
    return request.headers.get("Cache-Control") == "no-cache"


def said(resource: Resource, status: int = 200) -> httpx.Response:
    etag = {"ETag": f'W/"{resource["meta"]["versionId"]}"'} if "meta" in resource else {}
    return httpx.Response(
        status, headers={"Content-Type": "application/fhir+json", **etag}, content=json.dumps(resource).encode()
    )


def outcome(status: int) -> httpx.Response:
    issue = [{"severity": "error", "code": "processing"}]
    return httpx.Response(status, json={"resourceType": "OperationOutcome", "issue": issue})


# --- a bad line -------------------------------------------------------------------------------------------------------


BEFORE = ("no way", "cut", "portal", "redirect", "busy", "503", "500", "401", "garbled")
OF_ONE = ("400", "403", "409", "412", "413", "422", "an earlier answer")
"""What concerns the one record only."""
AFTER = ("answer lost", "500 afterwards", "empty 200", "timeout")
KILLED = "killed"


class BadLine:
    """Requests fail before they are done, after they are done, or in what they answer; ``counted`` is told each time.

    With ``death`` the laptop may also die with a request, before or after it is done.
    """

    def __init__(
        self,
        server: MemoryRecords,
        rng: Random,
        rate: float,
        counted: Callable[[str], None] = lambda _: None,
        *,
        death: type[BaseException] | None = None,
    ) -> None:
        self.server, self.rng, self.rate, self.counted, self.death = server, rng, rate, counted, death
        self.deadly = (KILLED,) if death else ()
        self.about_one = False
        """While true only single records fare badly: the server as a whole is well."""
        self.shown: list[tuple[httpx.URL, httpx.Response]] = []
        server.before, server.after = self.before, self.after

    def _drawn(self, kinds: tuple[str, ...]) -> str:
        if not kinds or self.rng.random() >= self.rate:
            return ""
        kind = self.rng.choice(kinds)
        self.counted(f"records: {kind}")
        return kind

    def before(self, request: httpx.Request) -> httpx.Response | None:
        kind = self._drawn(self._kinds(request))
        match kind:
            case "killed" if self.death:
                raise self.death
            case "no way":
                raise httpx.ConnectError("no way", request=request)
            case "cut":
                raise httpx.ReadError("cut", request=request)
            case "portal" | "garbled":
                kinds = {
                    "portal": ("text/html", b"<title>HotelNet</title>"),
                    "garbled": ("application/fhir+json", b'{"resou'),
                }
                return httpx.Response(200, headers={"Content-Type": kinds[kind][0]}, content=kinds[kind][1])
            case "redirect":
                return httpx.Response(302, headers={"Location": "http://login.hotel.example/"})
            case "an earlier answer":
                return copied(self.shown[0][1])
            case "busy" | "503" | "500" | "401" | "400" | "403" | "409" | "412" | "413" | "422":
                status = {"busy": 429}.get(kind) or int(kind)
                return httpx.Response(status, headers={"Retry-After": "5"} if status in (429, 503) else {})
        return None

    def _kinds(self, request: httpx.Request) -> tuple[str, ...]:
        if not self.death:
            return BEFORE
        is_question = request.url.path.endswith("/metadata")
        is_mixed_up = self.shown and (self.shown[0][0] != request.url or not wants_it_new(request))
        of_one = tuple(kind for kind in OF_ONE if not is_question and (is_mixed_up or kind != "an earlier answer"))
        return of_one if self.about_one else (*BEFORE, *of_one, *self.deadly)

    def after(self, request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "GET":
            self.shown = [*self.shown[-1:], (request.url, response)]
        match self._drawn(("empty 200",) if self.about_one else (*AFTER, *self.deadly)):
            case "killed" if self.death:
                raise self.death
            case "answer lost":
                raise httpx.ReadError("cut", request=request)
            case "timeout":
                raise httpx.ReadTimeout("slow", request=request)
            case "500 afterwards":
                return httpx.Response(500)
            case "empty 200" if request.method != "GET":
                return httpx.Response(200)
        return response
