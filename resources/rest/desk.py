"""What every handler of ``/api`` has at hand: the store, who is asking, and how answers are put together."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from starlette.datastructures import URL
from starlette.responses import JSONResponse, Response

from resources.http.access import Caller
from resources.http.validators import http_date, is_known
from resources.store import Store, Unit
from resources.store.lookups import Page
from resources.terms import Origin

BASE = "/api"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's view of the station."""

    store: Store
    request: Request

    @property
    def caller(self) -> Caller:
        """Who is asking; the gate has left the name."""
        found: Caller = self.request.scope["state"]["caller"]
        return found

    def read(self) -> AbstractContextManager[Unit]:
        """A unit to read in."""
        return self.store.read()

    def write(self) -> AbstractContextManager[Unit]:
        """A unit to write in, in the caller's name."""
        return self.store.write(Origin.REST, actor=self.caller.actor)

    def url(self, *steps: object) -> str:
        """The full address of something under ``/api``."""
        base = str(self.request.base_url).rstrip("/")
        return "/".join([base + BASE, *(str(step) for step in steps)])

    def created(self, body: object, *where: object, version: int | None = None) -> JSONResponse:
        """201 with the address of what was made."""
        headers = {"Location": self.url(*where)}
        if version is not None:
            headers["ETag"] = etag(version)
        return JSONResponse(body, 201, headers=headers)

    def page(self, rows: Sequence[Row], page: Page, show: Callable[[Row], Any]) -> JSONResponse:
        """A bare array. ``rows`` holds one more than the page where there is a next one, to which Link points (RFC 8288)."""
        headers = {}
        if len(rows) > page.limit:
            following = self._page_url(page.limit, page.offset + page.limit)
            headers["Link"] = f'<{following}>; rel="next"'
        return JSONResponse([show(row) for row in rows[: page.limit]], headers=headers)

    def _page_url(self, count: int, offset: int) -> URL:
        return self.request.url.include_query_params(_count=count, _offset=offset)

    def shown(self, body: object, *, version: int, changed: datetime) -> Response:
        """200 with its validators, or 304 when the caller has this version already (RFC 9110 13.1)."""
        return unless_known(self.request, JSONResponse(body), tag=etag(version), changed=changed)


def one_more(page: Page) -> Page:
    """The page, and one row beyond it, to see whether there is a next one."""
    return Page(page.limit + 1, page.offset)


def etag(version: object) -> str:
    """A strong validator."""
    return f'"{version}"'


def unless_known(request: Request, response: Response, *, tag: str, changed: datetime) -> Response:
    """``response`` with its validators, or 304."""
    validators = {"ETag": tag, "Last-Modified": http_date(changed)}
    asked = request.headers.get("if-none-match", ""), changed, request.headers.get("if-modified-since", "")
    if is_known(tag.strip('"'), *asked):
        return Response(status_code=304, headers=validators)
    response.headers.update(validators)
    return response


def desk(request: Request) -> Desk:
    """The desk of this request."""
    return Desk(request.app.state.store, request)


AtDesk = Annotated[Desk, Depends(desk)]
