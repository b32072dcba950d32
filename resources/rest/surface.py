"""Seed 000 as one ASGI application: the table of its interactions, joined to the store."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from resources.http.manners import allowed, options
from resources.problems import Problem
from resources.rest import instances, patients, photos, problems, studies, study_photos
from resources.rest.desk import BASE, AtDesk
from resources.rest.strict import JsonRoute, invalid
from resources.rest.uploads import BODY
from resources.store import Store

log = logging.getLogger(__name__)
Status = Callable[[], Mapping[str, Any]]


class Row(NamedTuple):
    """One interaction: what is asked, who answers, and with which codes."""

    method: str
    path: str
    endpoint: Callable[..., Any]
    success: tuple[int, ...]
    failures: tuple[int, ...]
    body: Mapping[str, Any] = {}


STUDY = "/ImagingStudy/{study_id}"
PERSON = "/patients/{patient_id}"
TABLE = (
    Row("GET", "/patients", patients.index, (200,), (400,)),
    Row("POST", "/patients", patients.create, (201,), (400, 409, 413, 415)),
    Row("GET", PERSON, patients.read, (200, 304), (404,)),
    Row("DELETE", PERSON, patients.delete, (200,), (400, 404, 409)),
    Row("GET", f"{PERSON}/photo", photos.read, (200, 304), (404, 406)),
    Row("POST", f"{PERSON}/photo", photos.replace, (200, 201), (400, 404, 413, 415), BODY),
    Row("DELETE", f"{PERSON}/photo", photos.delete, (200,), (404,)),
    Row("GET", f"{PERSON}/ImagingStudy", studies.of_patient, (200,), (404,)),
    Row("GET", "/ImagingStudy", studies.index, (200,), (400,)),
    Row("POST", "/ImagingStudy", studies.create, (201,), (400, 409, 413, 415, 422)),
    Row("GET", STUDY, studies.read, (200, 304), (404,)),
    Row("DELETE", STUDY, studies.delete, (200,), (404, 409)),
    Row("POST", f"{STUDY}/instance", instances.create, (201,), (400, 404, 409, 413, 415)),
    Row("POST", f"{STUDY}/photo", study_photos.create, (201,), (400, 404, 409, 413, 415), BODY),
    Row("GET", STUDY + "/series/{series_id}/{instance_id}", instances.read, (200, 304), (404, 406)),
)
"""The fifteen interactions of seed 000, in the order of api-contract.md 2.2."""

MEANINGS = {
    200: "What was asked for.",
    201: "It is kept; Location says where.",
    304: "You have this version.",
    400: "It cannot be used; `fields` says why.",
    401: "No token that is known here.",
    403: "This token may not do that.",
    404: "There is no such thing.",
    406: "It is not to be had in that form.",
    409: "It is in use, or something is in the way.",
    413: "It is too large.",
    415: "It is not sent in that form.",
    422: "It speaks of somebody who is not here.",
}
ERROR: Mapping[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "fields"],
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "string"},
                "fields": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        }
    },
}


def surface(store: Store, status: Status) -> FastAPI:
    """Everything under ``/api``. ``status`` gives what ``GET /api/status`` says."""
    app = FastAPI(
        title="Eyecamp",
        version="1",
        description="Patients, their photos and their imaging studies, on this station.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.router.route_class = JsonRoute
    app.state.store = store
    app.state.status = status
    for row in TABLE:
        _add(app, row)
    app.add_api_route(f"{BASE}/status", station_status, methods=["GET"], tags=["station"], responses=_failures(()))
    for kind in (Problem, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _answer)
    return app


def station_status(desk: AtDesk) -> JSONResponse:
    """How the station is doing: what is here, what has reached headquarters, what the cameras do."""
    return JSONResponse(dict(desk.request.app.state.status()))


def _add(app: FastAPI, row: Row) -> None:
    app.add_api_route(
        BASE + row.path,
        row.endpoint,
        methods=[row.method],
        summary=(row.endpoint.__doc__ or "").partition(".")[0],
        status_code=row.success[0],
        operation_id=f"{row.endpoint.__module__.rpartition('.')[2]}_{row.endpoint.__name__}",
        tags=[row.path.split("/")[1]],
        responses={**{code: {"description": MEANINGS[code]} for code in row.success}, **_failures(row.failures)},
        openapi_extra=dict(row.body) or None,
    )


def _failures(codes: tuple[int, ...]) -> dict[int | str, dict[str, Any]]:
    content = {"application/json": {"schema": dict(ERROR)}}
    return {code: {"description": MEANINGS[code], "content": content} for code in (*codes, 401, 403)}


def _answer(request: Request, error: Exception) -> Response:
    """The answer to a failure; also to a method that an address does not take, which OPTIONS never is."""
    if isinstance(error, RequestValidationError):
        return problems.response(invalid(error))
    if isinstance(error, HTTPException) and error.status_code == 405:
        return wrong_method(request, error)
    return problems.response(error)


def wrong_method(request: Request, error: HTTPException) -> Response:
    """204 to OPTIONS, 405 to all else; both say what is allowed."""
    allow = allowed(request.app.routes, request.scope)
    if request.method == "OPTIONS":
        return options(allow)
    return problems.response(HTTPException(405, error.detail, headers={"Allow": allow}))
