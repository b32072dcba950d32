"""From a Problem to DICOMweb's language: a status code (PS3.18 8.5), a sentence in a Warning field, and a small JSON body.

This is the only place under ``/dicom-web`` that knows status codes of failures. What is not a Problem is our bug: 500.
"""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from resources.dicomweb.negotiation import NotAcceptable
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
from resources.wire.tus import WrongChecksum, WrongVersion

TABLE: Mapping[type[Problem], int] = {
    Problem: 500,
    Invalid: 400,
    TooLarge: 413,
    Unsupported: 415,
    NotAcceptable: 406,
    NotFound: 404,
    Gone: 410,
    Conflict: 409,
    Refused: 403,
    Unauthorized: 401,
    Unavailable: 503,
    Offline: 503,
    Portal: 503,
    StorageFull: 507,
    Damaged: 500,
    WrongVersion: 412,  # tus 1.0.0, core
    WrongChecksum: 460,  # tus 1.0.0, checksum extension
    Locked: 503,
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
        return _answer(error.status_code, SENTENCES.get(error.status_code, error.detail), error.headers)
    return _answer(500, OUR_BUG)


def status_of(problem: Problem) -> int:
    """The row of the nearest class that has one."""
    return next(TABLE[kind] for kind in type(problem).__mro__ if kind in TABLE)


def warning(host: str, sentence: str) -> str:
    """A Warning field (RFC 7234 5.5, PS3.18 8.4.3): 299, the service, a sentence."""
    plain = sentence.encode("ascii", "replace").decode("ascii").replace("\r", " ").replace("\n", " ")
    return f"299 {host}: {plain}"


def _of_problem(problem: Problem) -> JSONResponse:
    status = status_of(problem)
    headers = {}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="eyecamp"'  # RFC 6750 3
    if isinstance(problem, Unavailable):
        headers["Retry-After"] = str(max(1, round(problem.retry_after or 5)))
    return _answer(status, problem.sentence, headers, problem.fields)


def _answer(
    status: int, sentence: str, headers: Mapping[str, str] | None = None, fields: Mapping[str, str] | None = None
) -> JSONResponse:
    error = {"message": sentence, "fields": dict(fields or {})}
    return JSONResponse({"error": error}, status, headers=dict(headers or {}))
