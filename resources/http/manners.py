"""What HTTP expects of every resource: HEAD as GET without a body, OPTIONS, Allow, and an address with or without ``/``."""

from collections.abc import Iterable

from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Manners:
    """Hands HEAD on as GET, without the body, and drops one trailing slash, so that nobody is redirected."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        path = scope["path"]
        inner = dict(scope, path=path.removesuffix("/") or "/")
        if scope.get("method") != "HEAD":
            await self.app(inner, receive, send)
            return

        async def bodiless(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**inner, "method": "GET"}, receive, bodiless)


def allowed(routes: Iterable[BaseRoute], scope: Scope) -> str:
    """The methods of whatever is at this address, as the Allow field lists them."""
    methods = {"OPTIONS"}
    for route in routes:
        if route.matches(scope)[0] is not Match.NONE:
            methods |= getattr(route, "methods", None) or set()
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


def options(allow: str) -> Response:
    """The answer to OPTIONS (RFC 9110 9.3.7)."""
    return Response(status_code=204, headers={"Allow": allow})
