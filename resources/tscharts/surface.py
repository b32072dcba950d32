"""Seed 003 as one ASGI application: the table of its interactions, joined to the store. Login is open, all else needs a token."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.http.access import Access, Gate
from resources.http.manners import allowed, options
from resources.http.schemes import Scheme
from resources.problems import Problem
from resources.store import Store
from resources.tscharts import clinics, compartment, images, login, patients, problems
from resources.tscharts.desk import BASE

PICTURE_CAP = 34_000_000
"""Bytes of a body with a picture: base64 of what seed 000 takes as a photo."""
IMAGE = {"type": "Headshot", "clinic": 276, "station": 117, "patient": 343, "data": "ABCDEFG"}
PERSON = {
    **dict.fromkeys(sorted(patients.REQUIRED), ""), "paternal_last": "abcd1234", "first": "Maria", "dob": "04/01/1962",
    "gender": "Female",
}  # fmt: skip
TABLE_OF_CLINIC = {"name": "Dental 1", "active": False, "away": True, "clinic": 360, "station": 227}


class Row(NamedTuple):
    """One interaction: what is asked, who answers, with which failures, and an example of a body."""

    method: str
    path: str
    endpoint: Callable[..., Any]
    failures: tuple[int, ...]
    example: Mapping[str, Any] | None = None


TABLE = (
    Row("POST", "/login", login.login, (400, 403), {"username": "tablet", "password": "…"}),
    Row("POST", "/logout", login.logout, ()),
    Row("GET", "/image/{image_id}", images.read, (404,)),
    Row("GET", "/image", images.index, (400, 404)),
    Row("POST", "/image", images.create, (400, 404, 413), IMAGE),
    Row("DELETE", "/image/{image_id}", images.delete, (404,)),
    Row("DELETE", "/image", images.delete_none, (400,)),
    Row("GET", "/clinic/{clinic_id}", clinics.read_clinic, (404,)),
    Row("GET", "/clinic", clinics.index_clinics, (400, 404)),
    Row("POST", "/clinic", clinics.create_clinic, (400,), {"location": "Ensenada", "start": "02/05/2016", "end": "02/06/2016"}),
    Row("DELETE", "/clinic/{clinic_id}", clinics.delete_clinic, (404,)),
    Row("GET", "/station/{station_id}", clinics.read_station, (404,)),
    Row("GET", "/station", clinics.index_stations, (404,)),
    Row("POST", "/station", clinics.create_station, (400,), {"name": "ENT"}),
    Row("DELETE", "/station/{station_id}", clinics.delete_station, (404,)),
    Row("GET", "/clinicstation/{clinic_station_id}", clinics.read_clinic_station, (404,)),
    Row("GET", "/clinicstation", clinics.index_clinic_stations, (400, 404)),
    Row("POST", "/clinicstation", clinics.create_clinic_station, (400, 404), TABLE_OF_CLINIC),
    Row("DELETE", "/clinicstation/{clinic_station_id}", clinics.delete_clinic_station, (404,)),
    Row("GET", "/patient/{patient_id}", patients.read, (404,)),
    Row("GET", "/patient", patients.index, (400, 404)),
    Row("POST", "/patient", patients.create, (400, 409), PERSON),
    Row("DELETE", "/patient/{patient_id}", patients.delete, (404, 409)),
)  # fmt: skip
"""All interactions of this surface; resources/README.md lists the same."""
OPEN = frozenset({f"{BASE}/login", f"{BASE}/logout"})
MEANINGS = {
    400: "It cannot be used.",
    401: "No token that is known here.",
    403: "This token may not do that, or the login is not known.",
    404: "There is no such thing, or nothing fits.",
    409: "There is such a person already, or imaging studies are in the way.",
    413: "It is too large.",
}


def surface(store: Store, access: Access) -> tuple[ASGIApp, FastAPI]:
    """Everything under ``/tscharts``, behind its gate; and the application that describes it."""
    app = FastAPI(
        title="tscharts", version="1", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    app.state.store, app.state.access = store, access
    for row in TABLE:
        _add(app, row)
    for kind in (Problem, HTTPException, Exception):
        app.add_exception_handler(kind, _answer)
    return _Door(app, Scheme(Gate(app, access, refuse, within=compartment.within(store)), "Token", refuse)), app


def refuse(scope: Scope, error: Exception) -> ASGIApp:  # noqa: ARG001  # the same answer at every address
    """A failure before any handler, in this seed's language."""
    return problems.response(error)


class _Door:
    """Login passes; everything else meets the gate. Slashes at the end do not count, however many."""

    def __init__(self, inside: ASGIApp, gate: ASGIApp) -> None:
        self.inside = inside
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].rstrip("/")
        app = self.inside if path in OPEN else self.gate
        await app(dict(scope, path=path), receive, send)


def _add(app: FastAPI, row: Row) -> None:
    extra: dict[str, Any] = {}
    if row.example is not None:
        content = {"application/json": {"schema": {"type": "object"}, "example": dict(row.example)}}
        extra = {"requestBody": {"required": True, "content": content}}
    app.add_api_route(
        BASE + row.path,
        row.endpoint,
        methods=[row.method],
        summary=(row.endpoint.__doc__ or "").partition(".")[0],
        operation_id=f"tscharts_{row.endpoint.__module__.rpartition('.')[2]}_{row.endpoint.__name__}",
        tags=["tscharts " + row.path.split("/")[1]],
        responses={code: {"description": MEANINGS[code]} for code in sorted({*row.failures, 401, 403})},
        openapi_extra=extra or None,
    )


def _answer(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException) or error.status_code != 405:
        return problems.response(error)
    allow = allowed(request.app.routes, request.scope)
    if request.method == "OPTIONS":
        return options(allow)
    return JSONResponse({"detail": f'Method "{request.method}" not allowed.'}, 405, headers={"Allow": allow})
