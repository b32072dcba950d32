"""Which word may stand before a token. A surface that knows only one of Bearer and Token says so here."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.http.access import Refuse
from resources.problems import Unauthorized


class Scheme:
    """Refuses what carries another scheme than ``name``, before anybody looks at the token."""

    def __init__(self, app: ASGIApp, name: str, refuse: Refuse) -> None:
        self.app = app
        self.name = name
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse with the surface's own 401."""
        scheme = Headers(scope=scope).get("authorization", "").partition(" ")[0]
        if scheme.lower() == self.name.lower():
            await self.app(scope, receive, send)
        else:
            problem = Unauthorized(f"A token is needed: Authorization: {self.name} ….")
            await self.refuse(scope, problem)(scope, receive, send)
