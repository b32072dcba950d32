"""Seeds 001 and 004 as one ASGI application: from a request to a Message, from an Answer to a response.

/organizations/{id or slug}/fhir/3/…      seed 001
/fhir/…                                   seed 004: the same for the station's own organisation
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.fhir import bundles, capability, compartment, problems
from resources.fhir.clientdata import client_data
from resources.fhir.exchange import Answer, Message
from resources.fhir.interactions import TABLE, Row, allowed, meant
from resources.fhir.problems import NotAcceptable, NotAllowed
from resources.fhir.records import Keeper, rows
from resources.fhir.wado import PatientWado, is_meant
from resources.http import jsonbody
from resources.http.accepting import best
from resources.http.access import Access, Caller, Gate, Scopes
from resources.http.schemes import Scheme
from resources.problems import Invalid, NotFound, Unsupported
from resources.store import Store, Unit, audit, station
from resources.store.audit import AuditRow
from resources.terms import Origin
from resources.wire.fhir import JSON

ALIAS = "fhir"
FORMS = (JSON, "application/json+fhir", "application/json")
"""What an answer may be called: the name of STU3, that of DSTU2, which S4S and Founda still use, and plain JSON."""
BODIES = frozenset({*FORMS, "text/json"})
PATCH = "application/json-patch+json"
FORM = "application/x-www-form-urlencoded"
SHORT = {"json": JSON, **{name: name for name in FORMS}}
WADO = "dicom-web"


class Where(NamedTuple):
    """An address taken apart: the base as a path, the organisation, and the steps behind the base."""

    base: str
    organization: str
    path: tuple[str, ...]


def surface(store: Store, access: Access, *, dicomweb: ASGIApp | None = None, keeper: Keeper | None = None) -> ASGIApp:
    """Everything under ``/organizations`` and ``/fhir``, behind its gate. ``dicomweb`` is where pictures are, without a gate;
    ``keeper`` takes the records of other stations."""
    with store.write(Origin.STATION) as unit:
        station.name_organization(unit)
    inside: ASGIApp = Fhir(store, (*rows(keeper), *TABLE) if keeper else TABLE)
    if dicomweb is not None:
        inside = _Fork(PatientWado(store, dicomweb, WADO, refuse), inside)
    gate = Gate(inside, access, refuse, needed=lambda _: Scopes.READ, within=compartment.within(store))
    return _Door(inside, Scheme(gate, "Bearer", refuse))


def refuse(scope: Scope, error: Exception) -> ASGIApp:
    """A failure before any handler, in this surface's language."""
    status, outcome, headers = problems.answer(error)
    return _response(Answer(status, outcome, headers), JSON, pretty=b"_pretty=true" in scope.get("query_string", b""))


class _Fork:
    """One person's pictures go one way, everything else the other."""

    def __init__(self, pictures: ASGIApp, fhir: ASGIApp) -> None:
        self.pictures = pictures
        self.fhir = fhir

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self.pictures if is_meant(scope["path"]) else self.fhir)(scope, receive, send)


class _Door:
    """What the server can do, anybody may know; everything else meets the gate."""

    def __init__(self, inside: ASGIApp, gate: ASGIApp) -> None:
        self.inside = inside
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = scope["path"].rstrip("/").endswith("/metadata") and scope["method"] in ("GET", "OPTIONS")
        await (self.inside if is_open else self.gate)(scope, receive, send)


class Fhir:
    """Answers requests that have passed the gate."""

    def __init__(self, store: Store, table: Sequence[Row] = TABLE) -> None:
        self.store = store
        self.table = table
        self.started = store.clock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        request = Request(scope, receive)
        body = await request.body()
        response = await run_in_threadpool(self._respond, request, body)
        await response(scope, receive, send)

    def _respond(self, request: Request, body: bytes) -> Response:
        form, noted = JSON, dict[str, Any]()
        try:
            form = form_of(request)
            noted = client_data(request.headers.get("log-cdata", ""), request.headers.get("log-cdata-format", ""))
            answer = self._answer(request, body)
        except Exception as error:
            status, outcome, headers = problems.answer(error)
            if status == 500:
                raise
            answer = Answer(status, outcome, headers)
        self._note(request, answer, noted)
        return _response(answer, form, pretty=request.query_params.get("_pretty") == "true")

    def _answer(self, request: Request, body: bytes) -> Answer:
        where = self._where(request)
        if request.method == "OPTIONS":
            return Answer(204, None, {"Allow": allowed(where.path, self.table)})
        if where.path == ("metadata",) and request.method == "GET":
            return Answer(200, capability.statement(_root(request) + where.base, self.started, self.table))
        if not where.path and request.method == "POST":
            message = self._message(request, where, body)
            return bundles.answer(
                message, _caller(request), lambda writes: self._open(request, writes=writes), self.table
            )
        if where.path in ((), ("metadata",)):
            raise NotAllowed("This address does not take that method.", fields={"Allow": allowed(where.path)})
        row, parameters = meant(request.method, where.path, self.table)
        if row.writes:
            _caller(request).needs(Scopes.WRITE)
        message = self._message(request, where, body)
        with self._open(request, writes=row.writes) as unit:
            return row.answer(message.on(unit), *parameters)

    def _open(self, request: Request, *, writes: bool) -> AbstractContextManager[Unit]:
        return self.store.write(Origin.REST, actor=_caller(request).actor) if writes else self.store.read()

    def _where(self, request: Request) -> Where:
        """Raises NotFound for an address, or an organisation, that is not here."""
        steps = tuple(step for step in request.scope["path"].split("/") if step)
        with self.store.read() as unit:
            own = station.organization(unit)
        if steps[:1] == (ALIAS,):
            return Where(f"/{ALIAS}", own.id, steps[1:])
        if len(steps) >= 4 and steps[0] == "organizations" and steps[2:4] == ("fhir", "3") and steps[1] in own:
            return Where("/" + "/".join(steps[:4]), own.id, steps[4:])
        raise NotFound("There is no such organisation, or nothing at this address.")

    def _message(self, request: Request, where: Where, body: bytes) -> Message:
        root = _root(request)
        with self.store.read() as unit:
            own = station.organization(unit)
        query = parse_qsl(request.url.query, keep_blank_values=True)
        return Message(
            method=request.method,
            base=root + where.base,
            path=where.path,
            query=(*query, *_form_query(request, where, body)),
            headers=dict(request.headers),
            body=_body(request, where, body),
            wado=f"{root}/{WADO}",
            bases=tuple(f"{root}{base}" for base in (f"/{ALIAS}", *(f"/organizations/{name}/fhir/3" for name in own))),
            is_s4s=where.base == f"/{ALIAS}",
        )

    def _note(self, request: Request, answer: Answer, noted: Mapping[str, Any]) -> None:
        """An audit entry for whatever may change something, and for whatever a client wants to find again."""
        if not noted and (request.method in ("GET", "OPTIONS") or answer.status == 405):
            return
        caller = request.scope.get("state", {}).get("caller")
        actor = caller.actor if caller else ""
        with self.store.write(Origin.REST, actor=actor) as unit:
            audit.note(unit, AuditRow(actor, request.method, request.scope["path"], answer.status, noted))


def form_of(request: Request) -> str:
    """What the answer is to be called. Raises NotAcceptable for XML and everything else that is not JSON."""
    asked = request.query_params.get("_format")
    if asked is not None:
        form = SHORT.get(asked.replace(" ", "+").partition(";")[0].strip().lower())
    else:
        form = best(request.headers.get("accept"), FORMS)
    if form is None:
        raise NotAcceptable("Answers are JSON here: application/fhir+json.")
    return form


def _form_query(request: Request, where: Where, body: bytes) -> Sequence[tuple[str, str]]:
    """The parameters in the body of a search by POST."""
    if request.method != "POST" or where.path[-1:] != ("_search",) or not body:
        return ()
    if _media_type(request) in BODIES and body.strip() in (b"", b"{}"):
        return ()
    if _media_type(request) != FORM:
        raise Unsupported(f"A search by POST is sent as {FORM}.")
    try:
        return parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=1000)
    except ValueError as error:
        raise Invalid("The form cannot be read.") from error


def _body(request: Request, where: Where, body: bytes) -> object:
    """The JSON in the body. Raises Unsupported for a body that is called anything else, and Invalid."""
    if request.method not in ("POST", "PUT", "PATCH") or where.path[-1:] == ("_search",):
        return None
    wanted = {PATCH} if request.method == "PATCH" else BODIES
    kind, _, options = request.headers.get("content-type", "").partition(";")
    charset = options.partition("charset=")[2].strip().strip('"').lower()
    if kind.strip().lower() not in wanted or charset not in ("", "utf-8", "utf8"):
        raise Unsupported(f"Send this as {PATCH if request.method == 'PATCH' else JSON}, in UTF-8.")
    return jsonbody.read(body)


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _caller(request: Request) -> Caller:
    found: Caller = request.scope["state"]["caller"]
    return found


def _response(answer: Answer, form: str, *, pretty: bool) -> Response:
    headers = {**answer.headers, "Vary": "Accept"}
    if answer.resource is None:
        return Response(None, answer.status, headers=headers)
    text = json.dumps(answer.resource, ensure_ascii=False, indent=2 if pretty else None)
    return Response(text.encode(), answer.status, headers=headers, media_type=f"{form};charset=utf-8")
