"""One ASGI application out of all surfaces: what every request must keep to, who may ask, and which surface answers.

Only here the store meets the web: the token table becomes an ``Access``, and the surfaces get their store.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.dicomweb import compartment as dicomweb_compartment
from resources.dicomweb import described as dicomweb_described
from resources.dicomweb import problems as dicomweb_problems
from resources.dicomweb import surface as dicomweb
from resources.dicomweb.desk import Confirmed, nothing_confirmed
from resources.dicomweb.pictures import Decode, decode
from resources.dicomweb.samples import Unpack
from resources.fhir import surface as fhir
from resources.fhir.records import Keeper
from resources.http import docs
from resources.http.access import Access, Caller, Gate, Scopes, TokenFirst
from resources.http.limits import INSTANCE_CAP, JSON_CAP, PHOTO_CAP, Limits
from resources.http.manners import Manners
from resources.phone import surface as phone_surface
from resources.phone.surface import Phone
from resources.rest import compartment as rest_compartment
from resources.rest import problems
from resources.rest.surface import surface, wrong_method
from resources.store import Store, tokens
from resources.tscharts import surface as tscharts

Status = Callable[[], Mapping[str, Any]]
EXPOSED = [
    "Content-Location", "ETag", "Last-Modified", "Link", "Location", "Retry-After", "Tus-Checksum-Algorithm", "Tus-Extension",
    "Tus-Max-Size", "Tus-Resumable", "Tus-Version", "Upload-Expires", "Upload-Length", "Upload-Metadata", "Upload-Offset",
    "Warning",
]  # fmt: skip
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


STOW_CAP = 4_000_000_000
"""Of a whole message; each instance in it has a cap of its own."""


def application(  # noqa: PLR0913  all but the first two are said by name
    store: Store,
    access: Access,
    *,
    status: Status,
    names: Iterable[str] = (),
    origins: Iterable[str] = (),
    decode: Decode = decode,
    unpack: Unpack | None = None,
    confirmed: Confirmed = nothing_confirmed,
    keeper: Keeper | None = None,
    is_beyond_laptop: bool = False,
    phone: Phone | None = None,
) -> ASGIApp:
    """The station on the web. ``names`` are further names of this host; ``origins`` the web pages that may ask.

    Where other machines may connect (``is_beyond_laptop``), nothing is answered without a token, but the page of a ``phone``,
    which has a link.

    ``decode`` makes pictures visible, ``unpack`` decompresses them, and ``confirmed`` says what headquarters has;
    ``keeper`` takes the records of other stations, whose headquarters this one is.
    """
    rest = surface(store, status)
    charts, charts_described = tscharts.surface(store, access)

    @cache
    def described() -> Mapping[str, Any]:
        """What developers read, made when the first of them asks: it takes longer than all else here."""
        document = rest.openapi()
        return {
            **document,
            "paths": document["paths"] | charts_described.openapi()["paths"] | dicomweb_described.paths(),
        }

    front = _front(described)
    studies = dicomweb.surface(dicomweb.Station(store, decode, unpack or Unpack(), confirmed))
    surfaces: dict[str, ASGIApp] = {
        "api": Gate(rest, access, _refuse, within=rest_compartment.within(store)),
        "dicom-web": Gate(studies, access, _refuse, within=dicomweb_compartment.within(store)),
        "tscharts": charts,
    }
    surfaces["fhir"] = surfaces["organizations"] = fhir.surface(store, access, dicomweb=studies, keeper=keeper)
    if phone is not None:
        surfaces[phone_surface.STEP] = phone_surface.surface(phone)

    def refuse(scope: Scope, error: Exception) -> ASGIApp:
        is_phones = phone is not None and phone_surface.is_here(scope)
        return phone_surface.refuse(phone, error) if phone is not None and is_phones else _refuse(scope, error)

    app: ASGIApp = Manners(Surfaces(surfaces, front))
    if is_beyond_laptop:
        app = TokenFirst(app, access, refuse, phone_surface.is_here if phone else lambda _: False)
    if allowed := list(origins):
        app = CORSMiddleware(
            app, allow_origins=allowed, allow_methods=METHODS, allow_headers=["*"], expose_headers=EXPOSED
        )
    return Limits(app, refuse, cap=cap_for, names=names, origins=allowed)


def station_access(store: Store, own_secret: str | None = None) -> Access:
    """Knows every token of the store, and the one of this run."""

    def look_up(secret: str) -> Caller | None:
        with store.read() as unit:
            row = tokens.check(unit, secret)
        return Caller(row.name, frozenset(map(Scopes, row.scopes)), row.patient_uuid) if row else None

    return Access(look_up, own_secret=own_secret)


def cap_for(path: str) -> int:
    """How many bytes a body for this address may have."""
    if path.startswith("/tscharts/v1/image"):
        return tscharts.PICTURE_CAP
    if path.startswith("/dicom-web/studies"):
        return STOW_CAP
    if path.startswith("/dicom-web/uploads"):
        return INSTANCE_CAP
    is_photo = path.rstrip("/").endswith("/photo") or "/Media/" in path or path.startswith(f"/{phone_surface.STEP}/")
    return PHOTO_CAP if is_photo else JSON_CAP


class Surfaces:
    """Hands a request to the surface that its first step names, or to ``front``."""

    def __init__(self, surfaces: Mapping[str, ASGIApp], front: ASGIApp) -> None:
        self.surfaces = surfaces
        self.front = front

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        step = scope["path"].split("/", 2)[1] if "/" in scope["path"] else ""
        await self.surfaces.get(step, self.front)(scope, receive, send)


def _front(described: Callable[[], Mapping[str, Any]]) -> Starlette:
    """What is open to anybody: no word about a patient is in it."""

    def healthy(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    def document(_: Request) -> Response:
        return JSONResponse(dict(described()))

    def failed(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and error.status_code == 405:
            return wrong_method(request, error)
        return problems.response(error)

    return Starlette(
        routes=[Route("/healthz", healthy), Route("/openapi.json", document), *docs.routes(described)],
        exception_handlers={HTTPException: failed, Exception: failed},
    )


def _refuse(scope: Scope, error: Exception) -> ASGIApp:
    """A failure in the language of the surface that the address belongs to."""
    step = scope["path"].split("/", 2)[1] if "/" in scope["path"] else ""
    if step == "tscharts":
        return tscharts.refuse(scope, error)
    if step in ("fhir", "organizations"):
        return fhir.refuse(scope, error)
    if step == "dicom-web":
        return dicomweb_problems.response(error)
    return problems.response(error)
