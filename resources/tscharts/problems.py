"""From a Problem to seed 003's own language: a status code, and either nothing or Django REST framework's ``detail``.

The original answers most failures with an empty body. What is not a Problem is our bug: 500, and nothing about it is told.
"""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from resources.problems import (
    Conflict,
    Damaged,
    Gone,
    Invalid,
    Locked,
    NotFound,
    Offline,
    Portal,
    Problem,
    Refused,
    StorageFull,
    TooLarge,
    Unauthorized,
    Unavailable,
    Unsupported,
)

NOT_FOUND = "Not found."
TABLE: Mapping[type[Problem], tuple[int, str]] = {
    Problem: (500, ""),
    Invalid: (400, ""),
    TooLarge: (413, ""),
    Unsupported: (415, ""),
    NotFound: (404, NOT_FOUND),
    Gone: (404, NOT_FOUND),
    Conflict: (409, ""),
    Refused: (403, "You do not have permission to perform this action."),
    Unauthorized: (401, "Invalid token."),
    Unavailable: (503, ""),
    Offline: (503, ""),
    Portal: (503, ""),
    StorageFull: (507, ""),
    Damaged: (500, ""),
    Locked: (503, ""),
}


def response(error: Exception) -> Response:
    """The answer to any failure."""
    if isinstance(error, HTTPException):
        return answer(error.status_code, error.headers)
    if not isinstance(error, Problem):
        return answer(500)
    status, detail = next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)
    headers: dict[str, str] = {}
    if status == 401:
        headers["WWW-Authenticate"] = "Token"
    if isinstance(error, Unavailable) and error.retry_after is not None:
        headers["Retry-After"] = str(max(1, round(error.retry_after)))
    return JSONResponse({"detail": detail}, status, headers=headers) if detail else answer(status, headers)


def answer(status: int, headers: Mapping[str, str] | None = None) -> Response:
    """Nothing but a status, as Django's HttpResponse classes give it."""
    return Response(b"", status, headers=dict(headers or {}), media_type="text/html")
