"""What every handler of seed 003 has at hand: the store, who is asking, and what the request says."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from resources.http import jsonbody
from resources.http.access import Access, Caller
from resources.problems import Invalid, NotFound
from resources.store import Store, Unit
from resources.terms import Origin

BASE = "/tscharts/v1"
LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's view of the station."""

    store: Store
    access: Access
    request: Request

    def read(self) -> AbstractContextManager[Unit]:
        """A unit to read in."""
        return self.store.read()

    def write(self) -> AbstractContextManager[Unit]:
        """A unit to write in, in the caller's name."""
        caller: Caller = self.request.scope["state"]["caller"]
        return self.store.write(Origin.REST, actor=caller.actor)

    def asked(self, name: str) -> str:
        """A query parameter; the last one where there are several, the empty text where there is none."""
        return (self.request.query_params.getlist(name) or [""])[-1]


def desk(request: Request) -> Desk:
    """The desk of this request."""
    return Desk(request.app.state.store, request.app.state.access, request)


async def said(request: Request) -> dict[str, Any]:
    """The JSON object in the body, whatever type it is sent as: the original does not look at that. Raises Invalid."""
    value = jsonbody.read(await request.body())
    if not isinstance(value, dict):
        raise Invalid("The body is not an object.")
    return value


AtDesk = Annotated[Desk, Depends(desk)]
Said = Annotated[dict[str, Any], Depends(said)]


def number(value: object) -> int:
    """An id in a body: a whole number, or one written as a text. Raises Invalid."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST:
        return value
    if isinstance(value, str):
        return number_in(value)
    raise Invalid("An id is a whole number.")


def number_in(text: str) -> int:
    """An id in a query. Raises Invalid."""
    if text.isascii() and text.strip().isdigit() and len(text) < 16:
        return int(text)
    raise Invalid("An id is a whole number.")


def key(text: str) -> int:
    """An id in an address. Raises NotFound: at an address that is none there is nothing."""
    try:
        return number_in(text)
    except Invalid as problem:
        raise NotFound("There is nothing at this address.") from problem


def optional(body: Mapping[str, Any], name: str) -> int | None:
    """An id that need not be there; but null is not an id. Raises Invalid."""
    return number(body[name]) if name in body else None


def text(body: Mapping[str, Any], name: str, *, most: int = 128) -> str:
    """A text that must be there. Raises Invalid."""
    value = body.get(name)
    if not isinstance(value, str) or len(value) > most:
        raise Invalid(f"{name} is not a text, or is longer than {most} characters.", fields={name: "not a short text"})
    return value


def switch(value: str) -> bool | None:
    """``true`` or ``false``, spelt exactly so; nothing for the empty text. Raises Invalid."""
    if value not in ("", "true", "false"):
        raise Invalid("This is true or false.")
    return None if not value else value == "true"
