"""From a Problem to seed 000's own language: a status code, and ``{"error": {"code", "message", "fields"}}``.

This is the only place under ``/api`` that knows status codes of failures. What is not a Problem is our bug: 500, and
nothing about it is told to the caller.
"""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

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

TABLE: Mapping[type[Problem], tuple[int, str]] = {
    Problem: (500, "internal"),
    Invalid: (400, "invalid"),
    TooLarge: (413, "too-large"),
    Unsupported: (415, "unsupported-media-type"),
    NotFound: (404, "not-found"),
    Gone: (404, "not-found"),
    Conflict: (409, "conflict"),
    Refused: (403, "forbidden"),
    Unauthorized: (401, "unauthorized"),
    Unavailable: (503, "unavailable"),
    Offline: (503, "unavailable"),
    Portal: (503, "unavailable"),
    StorageFull: (507, "storage-full"),
    Damaged: (500, "damaged"),
    Locked: (503, "locked"),
}

CODES: Mapping[int, str] = {
    400: "invalid",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    422: "invalid",
}
SENTENCES: Mapping[int, str] = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
}
OUR_BUG = "Something went wrong on this station. It was written down, and nothing was saved."


def response(error: Exception) -> JSONResponse:
    """The answer to any failure."""
    if isinstance(error, Problem):
        return _of_problem(error)
    if isinstance(error, HTTPException):
        sentence = SENTENCES.get(error.status_code, error.detail)
        return _answer(error.status_code, CODES.get(error.status_code, "invalid"), sentence, error.headers)
    return _answer(500, "internal", OUR_BUG)


def row_for(problem: Problem) -> tuple[int, str]:
    """The row of the nearest class that has one."""
    return next(TABLE[kind] for kind in type(problem).__mro__ if kind in TABLE)


def _of_problem(problem: Problem) -> JSONResponse:
    status, code = row_for(problem)
    headers = {}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="eyecamp"'  # RFC 6750 3
    if isinstance(problem, Unavailable) and problem.retry_after is not None:
        headers["Retry-After"] = str(max(1, round(problem.retry_after)))
    return _answer(status, code, problem.sentence, headers, problem.fields)


def _answer(
    status: int,
    code: str,
    sentence: str,
    headers: Mapping[str, str] | None = None,
    fields: Mapping[str, str] | None = None,
) -> JSONResponse:
    error = {"code": code, "message": sentence, "fields": dict(fields or {})}
    return JSONResponse({"error": error}, status, headers=dict(headers or {}))
