"""What a request keeps to before any surface sees it: whom it addresses, whence it comes, how much it brings.

A web page that rebinds a name to this laptop sends the wrong Host; a web page anywhere sends an Origin. Both
are refused, but for the page that this server gave itself (``/docs``). A body is measured by what it says and
again by what arrives.
"""

import logging
from collections.abc import Callable, Iterable

import anyio
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resources.http.access import Refuse
from resources.problems import Invalid, Problem, Refused, TooLarge, Unsupported

log = logging.getLogger(__name__)
JSON_CAP = 1_000_000
PHOTO_CAP = 25_000_000
INSTANCE_CAP = 600_000_000
PAGES_BY = {"http": "http", "ws": "http", "https": "https", "wss": "https"}
"""By which scheme a page of ours came, when it asks by that one."""
PATIENCE = 5.0  # seconds that an unwanted body may take before it is answered anyway


class Limits:
    """Checks Host, Origin and body size of each request, then hands it to ``app``."""

    def __init__(
        self,
        app: ASGIApp,
        refuse: Refuse,
        *,
        cap: Callable[[str], int] = lambda path: JSON_CAP,  # noqa: ARG005  # one cap for all, unless told otherwise
        names: Iterable[str] = (),
        origins: Iterable[str] = (),
        patience: float = PATIENCE,
    ) -> None:
        self.app = app
        self.refuse = refuse
        self.cap = cap
        self.names = frozenset(name.lower() for name in names)
        self.origins = frozenset(origins)
        self.patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse in the language of the surface that the path belongs to."""
        headers = Headers(scope=scope)
        cap = self.cap(scope["path"])
        hurried = "expect" in headers or scope["type"] == "websocket"
        comes = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
        body = _Body(receive, cap, patience=0.0 if hurried or not comes else self.patience)
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if not started:
                started = True
                await body.drain()
            await send(message)

        try:
            self._check_host(headers, scope.get("server"))
            self._check_origin(headers, scope["scheme"])
            check_declared(headers, cap)
            await self.app(scope, body.receive, answer)
        except ClientDisconnect:
            log.info("http: a caller left before its request was whole")
        except Problem as problem:
            if not started:
                await self.refuse(scope, problem)(scope, body.receive, answer)
        except Exception as error:
            if started and isinstance(
                error.__cause__, Problem
            ):  # Starlette's word for one that came too late to be told
                log.warning("http: an answer broke off: %s", type(error.__cause__).__name__)
                return
            log.exception("http: our bug, at %s", scope.get("method", "WebSocket"))
            if not started:
                await self.refuse(scope, error)(scope, body.receive, answer)

    def _check_host(self, headers: Headers, server: tuple[str, int | None] | None) -> None:
        address, port = server or ("", None)
        own = f"[{address}]" if ":" in address else address
        allowed = {"127.0.0.1", "localhost", "[::1]", own} | self.names
        given = headers.getlist("host")
        spelt = {f"{name}:{port}" for name in allowed} | allowed  # dicomweb-client leaves the port out; no web page can
        if len(given) != 1 or given[0].lower() not in spelt:
            raise Refused("This is not an address of this station.")

    def _check_origin(self, headers: Headers, scheme: str) -> None:
        """After the Host, which a web page cannot choose: so a page from that very address is one of ours."""
        own = f"{PAGES_BY[scheme]}://{headers['host'].lower()}"
        if any(origin not in self.origins and origin != own for origin in headers.getlist("origin")):
            raise Refused("Requests from other web pages are not taken.")


def check_declared(headers: Headers, cap: int) -> None:
    """Raise unless the header fields describe a body that we take.

    Raises:
        Invalid: its length is said in two ways, which RFC 9112 6.3 lets a server refuse.
        TooLarge: it says that it is longer than ``cap`` bytes.
        Unsupported: it is compressed.
    """
    length = headers.get("content-length")
    if length is not None and "transfer-encoding" in headers:
        raise Invalid("Content-Length and Transfer-Encoding exclude each other.")
    if length is not None and int(length) > cap:
        raise too_large(cap)
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise Unsupported("A compressed body is not taken.")


def too_large(cap: int) -> TooLarge:
    """The problem of a body beyond ``cap`` bytes."""
    return TooLarge(f"The body is larger than {cap:,} bytes.")


class _Body:
    """The body as it arrives: counted, and read to its end before an answer that did not need it.

    Closing a connection on bytes that were not read would take the answer away from whoever is still sending.
    """

    def __init__(self, receive: Receive, cap: int, patience: float) -> None:
        self._receive = receive
        self._cap = cap
        self._patience = patience
        self._total = 0
        self._more = True

    async def receive(self) -> Message:
        message = await self._next()
        self._total += len(message.get("body", b""))
        if self._total > self._cap:
            raise too_large(self._cap)
        return message

    async def drain(self) -> None:
        if not (self._more and self._patience):
            return
        with anyio.move_on_after(self._patience):
            while self._more:
                await self._next()

    async def _next(self) -> Message:
        message = await self._receive()
        self._more = message.get("more_body", False)
        return message
