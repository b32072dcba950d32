"""``/phone/{secret}``: the page, and the photo that it sends. No token: the secret of the link opens this one thing.

Stores nothing itself, and says "on the laptop" only after the form has answered that the photo is there.
"""

from collections.abc import Callable
from typing import NamedTuple

from python_multipart.multipart import parse_options_header
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from resources.phone import page, problems
from resources.phone.links import Links, Photo
from resources.problems import Gone, Invalid, Problem, Unsupported
from resources.wire.forms import parts

STEP = "phone"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # ITU-T T.81 B.1.1, PNG 5.2
See = Callable[[bytes], tuple[int, int, bytes]]
"""Width, height and RGB of a JPEG or PNG, upright; decoded where a bad one does no harm. Raises Problem."""


class Phone(NamedTuple):
    """What the surface works with."""

    links: Links
    see: See


def surface(phone: Phone) -> ASGIApp:
    """The page as an ASGI application."""

    async def show(request: Request) -> Response:
        links = phone.links
        if not links.left(_secret(request)):
            return problems.response(Gone(""), links.words)
        return page.form(links.words)

    async def receive(request: Request) -> Response:
        secret = _secret(request)
        phone.links.begin(secret)  # before a byte of the body is read
        try:
            data = photo_in(await request.body(), request.headers.get("content-type", ""))
            await run_in_threadpool(_hand_in, phone, secret, data)
        finally:
            phone.links.give_up(secret)
        return page.only(phone.links.words, phone.links.words.received, 200)

    def failed(_: Request, error: Exception) -> Response:
        return problems.response(error, phone.links.words)

    path = f"/{STEP}/{{secret}}"
    return Starlette(
        routes=[Route(path, show, methods=["GET"]), Route(path, receive, methods=["POST"])],
        exception_handlers={Problem: failed, Exception: failed},
    )


def refuse(phone: Phone, error: Exception) -> ASGIApp:
    """A failure before the page was reached, in its language."""
    return problems.response(error, phone.links.words)


def is_here(scope: Scope) -> bool:
    """Whether a request is for the page."""
    return bool(scope["path"].split("/", 2)[1:2] == [STEP])


def photo_in(body: bytes, kind: str) -> bytes:
    """The JPEG or PNG of a form. Raises Invalid or Unsupported."""
    told, options = parse_options_header(kind)
    if told != b"multipart/form-data":
        raise Unsupported("A form is expected.")
    found = next((part for part in parts(body, options.get(b"boundary", b"")) if part.filename is not None), None)
    if found is None:
        raise Invalid("The form holds no file.")
    if not found.data.startswith(PICTURES):
        raise Unsupported("Neither JPEG nor PNG.")
    return bytes(found.data)


def _hand_in(phone: Phone, secret: str, data: bytes) -> None:
    phone.links.hand_in(secret, Photo(*phone.see(data)))


def _secret(request: Request) -> str:
    return str(request.path_params["secret"])
