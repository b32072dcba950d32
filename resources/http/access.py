"""Who may ask: a bearer token, and what it is good for.

Tokens are 256 random bits. They are kept by their digest only, here and in the store, so that neither a
copied database nor a printed object gives one away. There is no cookie and no password: a web page has
nothing to ride on.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.problems import Refused, Unauthorized
from resources.wire.secrets import digest


class Scopes(StrEnum):
    """What a token is good for."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"
    SYNC = "sync"


EVERY_SCOPE = frozenset(Scopes)
READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose token it is, its scopes, and the one person whose records it opens (empty: everybody's)."""

    name: str
    scopes: frozenset[Scopes]
    patient: str = ""

    @property
    def actor(self) -> str:
        """As a Change names its author."""
        return f"token:{self.name}"

    def needs(self, scope: Scopes) -> None:
        """Raise Refused unless the token has this scope; admin has them all."""
        if scope not in self.scopes and Scopes.ADMIN not in self.scopes:
            raise Refused(f"This token may not {scope}.")


class Access:
    """Knows the token of this run by itself, and asks ``look_up`` (the store) about every other."""

    def __init__(self, look_up: Callable[[str], Caller | None], *, own_secret: str | None = None) -> None:
        self._look_up = look_up
        self._own = digest(own_secret) if own_secret else ""

    def at_once(self, authorization: str | None) -> Caller | None:
        """The caller with this run's own token; no file is touched."""
        given = digest(secret_in(authorization))
        return Caller("station", EVERY_SCOPE) if hmac.compare_digest(given, self._own) else None

    def caller(self, authorization: str | None) -> Caller:
        """Who sends this Authorization header.

        Raises:
            Unauthorized: it is absent, malformed, or the token is unknown or revoked.
        """
        secret = secret_in(authorization)
        found = self.at_once(authorization) or self._look_up(secret)
        if found is None:
            raise Unauthorized("This token is not known here.")
        return found


def secret_in(authorization: str | None) -> str:
    """The token of ``Bearer X`` or ``Token X``.

    Raises:
        Unauthorized: there is none.
    """
    scheme, _, secret = (authorization or "").partition(" ")
    secret = secret.strip()
    if scheme.lower() not in ("bearer", "token") or not secret or not secret.isascii():
        raise Unauthorized("A token is needed: Authorization: Bearer ….")
    return secret


def scope_for(method: str) -> Scopes:
    """Reading needs read; everything else needs write."""
    return Scopes.READ if method in READING else Scopes.WRITE


Refuse = Callable[[Scope, Exception], ASGIApp]
"""A failure in the language of the surface that the request was for."""


Open = Callable[[Scope], bool]
"""Whether this request has a key of its own."""


class TokenFirst:
    """Beyond this laptop nothing but ``is_open`` is answered without a known token, not even what tells of no patient.

    What the token may do is still asked by the ``Gate`` of each surface.
    """

    def __init__(self, app: ASGIApp, access: Access, refuse: Refuse, is_open: Open) -> None:
        self.app, self.access, self.refuse, self.is_open = app, access, refuse, is_open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse with the surface's own 401."""
        if not self.is_open(scope):
            try:
                await run_in_threadpool(self.access.caller, Headers(scope=scope).get("authorization"))
            except Unauthorized as problem:
                await self.refuse(scope, problem)(scope, receive, send)
                return
        await self.app(scope, receive, send)


Within = Callable[[Scope, str], bool]
"""Whether a request is for nothing but the records of this person (a uuid). May read the store."""


def nothing(scope: Scope, patient: str) -> bool:  # noqa: ARG001  # whatever is asked, whoever it is
    """A surface that has no records of one person."""
    return False


class Gate:
    """Lets a request through to ``app`` once its caller is known and may do what the method says.

    It stands before the body is read. The caller is left in ``scope["state"]["caller"]``. ``needed`` says what a method
    needs; a surface that reads by POST asks for more later, where it knows what is meant. ``within`` says what a token
    for one person opens; whatever it does not know stays shut.
    """

    def __init__(
        self,
        app: ASGIApp,
        access: Access,
        refuse: Refuse,
        *,
        needed: Callable[[str], Scopes] = scope_for,
        within: Within = nothing,
    ) -> None:
        self.app = app
        self.access = access
        self.refuse = refuse
        self.needed = needed
        self.within = within

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse with the surface's own 401 or 403."""
        try:
            caller = await self._caller(Headers(scope=scope).get("authorization"))
            caller.needs(self.needed(scope.get("method", "GET")))  # a WebSocket begins as a GET
            if caller.patient:
                await run_in_threadpool(self._check_within, scope, caller.patient)
        except Refused as problem:
            await self.refuse(scope, problem)(scope, receive, send)
            return
        scope.setdefault("state", {})["caller"] = caller
        await self.app(scope, receive, send)

    def _check_within(self, scope: Scope, patient: str) -> None:
        if not self.within(scope, patient):
            raise Refused("This token is for the records of one person.")

    async def _caller(self, authorization: str | None) -> Caller:
        if own := self.access.at_once(authorization):
            return own
        return await run_in_threadpool(self.access.caller, authorization)
