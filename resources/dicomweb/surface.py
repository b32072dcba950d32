"""Seed 002 as one ASGI application: the table of its addresses, joined to the store."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from resources.dicomweb import parts, problems, remove, retrieve, search, store, subscribers, uploads, workitems
from resources.dicomweb.desk import BASE, Confirmed, Desk, nothing_confirmed
from resources.dicomweb.pictures import Decode, decode
from resources.dicomweb.samples import Unpack
from resources.http.manners import allowed, options
from resources.problems import Problem
from resources.store import Store
from resources.store.queries import Level
from resources.store.subscriptions import EVERYTHING, FILTERED

log = logging.getLogger(__name__)
Handler = Callable[[Desk], Response | Awaitable[Response]]


class Row(NamedTuple):
    """One interaction: what is asked, and who answers."""

    method: str
    path: str
    handler: Handler


STUDY = "/studies/{study}"
SERIES = STUDY + "/series/{series}"
INSTANCE = SERIES + "/instances/{instance}"
FRAMES = INSTANCE + "/frames/{frames}"
_STUDIES, _SERIES, _INSTANCES = (partial(search.search, level=level) for level in Level)
TABLE = (
    Row("GET", "/studies", _STUDIES),
    Row("GET", STUDY + "/series", _SERIES),
    Row("GET", STUDY + "/instances", _INSTANCES),
    Row("GET", SERIES + "/instances", _INSTANCES),
    Row("GET", "/series", _SERIES),
    Row("GET", "/instances", _INSTANCES),
    Row("POST", "/studies", store.store),
    Row("POST", STUDY, store.store),
    *(Row("GET", path, retrieve.instances) for path in (STUDY, SERIES, INSTANCE)),
    *(Row("GET", f"{path}/metadata", retrieve.metadata) for path in (STUDY, SERIES, INSTANCE)),
    *(Row("DELETE", path, remove.remove) for path in (STUDY, SERIES, INSTANCE)),
    *(Row("GET", f"{path}/rendered", parts.show) for path in (STUDY, SERIES, INSTANCE, FRAMES)),
    *(Row("GET", f"{path}/thumbnail", parts.thumbnail) for path in (STUDY, SERIES, INSTANCE, FRAMES)),
    Row("GET", FRAMES, parts.frames),
    Row("GET", INSTANCE + "/bulkdata/{path:path}", parts.bulk_data),
)
"""Every address of studies, in the order of PS3.18 chapter 10."""
ITEM = "/workitems/{workitem}"
SUBSCRIBER = ITEM + "/subscribers/{ae_title}"
WORKLIST = (
    Row("POST", "/workitems", workitems.create),
    Row("GET", "/workitems", workitems.search),
    *(Row("POST", f"/workitems/{uid}", subscribers.refuse_bare) for uid in (EVERYTHING, FILTERED)),
    Row("GET", ITEM, workitems.show),
    Row("POST", ITEM, workitems.amend),
    Row("PUT", ITEM + "/state", workitems.change_state),
    Row("POST", ITEM + "/cancelrequest", workitems.request_cancellation),
    Row("POST", SUBSCRIBER, subscribers.subscribe),
    Row("DELETE", SUBSCRIBER, subscribers.unsubscribe),
    Row("POST", SUBSCRIBER + "/suspend", subscribers.suspend),
)
"""Every address of workitems, in the order of PS3.18 chapter 11."""
UPLOAD = "/uploads/{upload}"
UPLOADS = (
    Row("OPTIONS", "/uploads", uploads.spoken(uploads.offer)),
    Row("POST", "/uploads", uploads.spoken(uploads.begin)),
    Row("OPTIONS", UPLOAD, uploads.spoken(uploads.offer)),
    Row("GET", UPLOAD, uploads.spoken(uploads.show)),
    Row("PATCH", UPLOAD, uploads.spoken(uploads.add)),
    Row("DELETE", UPLOAD, uploads.spoken(uploads.forget)),
    Row("POST", UPLOAD, uploads.spoken(uploads.overridden)),
)
"""Pictures in pieces. HEAD, which tus asks for, is GET without a body everywhere here."""
CHANNEL = BASE + "/subscribers/{ae_title}"


class Station(NamedTuple):
    """What the surface works with."""

    store: Store
    decode: Decode = decode
    unpack: Unpack = Unpack()
    confirmed: Confirmed = nothing_confirmed


def surface(station: Station) -> Starlette:
    """Everything under ``/dicom-web``."""

    async def channel(socket: WebSocket) -> None:
        await subscribers.listen(socket, station.store)

    routes: list[BaseRoute] = [_route(row, station) for row in (*TABLE, *WORKLIST, *UPLOADS)]
    routes += [WebSocketRoute(CHANNEL, channel), Route(CHANNEL, subscribers.upgrade_needed)]
    app = Starlette(routes=routes)
    for kind in (Problem, HTTPException):
        app.add_exception_handler(kind, _failed)
    app.router.redirect_slashes = False
    return app


def _route(row: Row, station: Station) -> Route:
    async def answer(request: Request) -> Response:
        desk = Desk(station.store, request, station.decode, station.unpack, station.confirmed)
        if inspect.iscoroutinefunction(row.handler):
            found: Response = await row.handler(desk)
            return found
        return await run_in_threadpool(cast(Callable[[Desk], Response], row.handler), desk)

    return Route(BASE + row.path, answer, methods=[row.method], name=f"{row.method} {row.path}")


def _failed(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.status_code == 405:
        allow = allowed(request.app.routes, request.scope)
        if request.method == "OPTIONS":
            return options(allow)
        return problems.response(HTTPException(405, error.detail, headers={"Allow": allow}))
    return problems.response(error)
