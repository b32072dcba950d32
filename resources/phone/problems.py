"""From a Problem to the phone's page: a status code, and which sentence says it. What is our bug says no more than trouble."""

from collections.abc import Mapping

from starlette.responses import HTMLResponse

from resources.phone import page
from resources.phone.words import Words
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
    Problem: (500, "trouble"),
    Invalid: (400, "other"),
    TooLarge: (413, "large"),
    Unsupported: (415, "other"),
    NotFound: (404, "ended"),
    Gone: (410, "ended"),
    Conflict: (409, "busy"),
    Refused: (403, "trouble"),
    Unauthorized: (401, "trouble"),
    Unavailable: (503, "trouble"),
    Offline: (503, "trouble"),
    Portal: (503, "trouble"),
    StorageFull: (507, "trouble"),
    Damaged: (400, "other"),
    Locked: (503, "trouble"),
}
FOR_GOOD = frozenset({403, 404, 410})
"""After these there is nothing to send again."""


def response(error: Exception, words: Words) -> HTMLResponse:
    """The page for any failure."""
    kinds = type(error).__mro__
    status, key = next((TABLE[kind] for kind in kinds if kind in TABLE), (500, "trouble"))
    said = str(getattr(words, key))
    return page.only(words, said, status) if status in FOR_GOOD else page.form(words, said, status)
