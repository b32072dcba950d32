"""From a Problem to FHIR's own language: a status code, and an OperationOutcome that names no person."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

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
from resources.wire.fhir import outcome


class Unprocessable(Invalid):
    """It can be read, but the rules of STU3, or ours, do not allow it (RFC 4918 11.2)."""


class Stale(Conflict):
    """The condition of the request does not hold: another version, or none, or several (RFC 9110 15.5.13)."""


class NotAllowed(Invalid):
    """This interaction is not offered at this address."""


class NotAcceptable(Invalid):
    """It is not to be had in the form that is asked for."""


TABLE: Mapping[type[Problem], tuple[int, str]] = {
    Problem: (500, "exception"),
    Invalid: (400, "invalid"),
    Unprocessable: (422, "processing"),
    NotAllowed: (405, "not-supported"),
    NotAcceptable: (406, "not-supported"),
    TooLarge: (413, "too-long"),
    Unsupported: (415, "not-supported"),
    NotFound: (404, "not-found"),
    Gone: (410, "deleted"),
    Conflict: (409, "conflict"),
    Stale: (412, "conflict"),
    Refused: (403, "forbidden"),
    Unauthorized: (401, "login"),
    Unavailable: (503, "transient"),
    Offline: (503, "transient"),
    Portal: (503, "transient"),
    StorageFull: (507, "no-store"),
    Damaged: (500, "exception"),
    Locked: (503, "transient"),
}
CODES = {404: "not-found", 405: "not-supported", 413: "too-long"}
OUR_BUG = "Something went wrong on this station. It was written down, and nothing was saved."


def answer(error: Exception) -> tuple[int, dict[str, Any], dict[str, str]]:
    """Status, OperationOutcome and header fields for any failure."""
    if isinstance(error, HTTPException):
        return (
            error.status_code,
            outcome(CODES.get(error.status_code, "invalid"), error.detail),
            dict(error.headers or {}),
        )
    if not isinstance(error, Problem):
        return 500, outcome("exception", OUR_BUG), {}
    status, code = next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)
    headers: dict[str, str] = {}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="eyecamp"'  # RFC 6750 3
    if isinstance(error, Unavailable) and error.retry_after is not None:
        headers["Retry-After"] = str(max(1, round(error.retry_after)))
    if isinstance(error, NotAllowed) and "Allow" in error.fields:
        headers["Allow"] = error.fields["Allow"]
        return status, outcome(code, error.sentence), headers
    return status, outcome(code, error.sentence, error.fields), headers
