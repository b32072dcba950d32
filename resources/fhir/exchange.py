"""One interaction as values: what is asked and what is answered, alike for a request of its own and for an entry of a Bundle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from urllib.parse import quote

from resources.fhir.problems import Stale
from resources.http.validators import http_date, versions_in
from resources.http.validators import is_known as is_version_known
from resources.store import Unit
from resources.wire.fhirsearch import Context

Resource = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Message:
    """A request. ``base`` is the address of this server without a slash at the end; ``path`` is what follows, in steps."""

    method: str
    base: str
    path: tuple[str, ...]
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    wado: str = ""
    """Where DICOMweb is."""
    bases: tuple[str, ...] = ()
    """All addresses of this server, any of which a reference may begin with."""
    is_s4s: bool = False
    """Asked under /fhir, where a study that is still coming in is worth waiting for (seed 004)."""

    def on(self, unit: Unit) -> "Ask":
        """The same, in one unit of the store."""
        return Ask(unit=unit, **{one.name: getattr(self, one.name) for one in fields(Message)})

    def url(self, *steps: object, query: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...] = ()) -> str:
        """A full address below the base."""
        path = "/".join([self.base, *(str(step) for step in steps)])
        asked = "&".join(f"{quote(name, safe=':.')}={quote(value, safe='|:,/$')}" for name, value in query)
        return f"{path}?{asked}" if asked else path

    def asked(self, name: str, default: str = "") -> str:
        """A parameter of the query; the last one where there are several."""
        return next((value for key, value in reversed(self.query) if key == name), default)

    def header(self, name: str) -> str:
        """A header field, or the empty text."""
        return self.headers.get(name, "")

    @property
    def prefers(self) -> frozenset[str]:
        """The preferences that were sent (RFC 7240)."""
        said = self.header("prefer").replace(";", ",").split(",")
        return frozenset(one.strip().replace('"', "").replace(" ", "") for one in said)

    @property
    def is_strict(self) -> bool:
        """Whether an unknown parameter is an error."""
        return "handling=strict" in self.prefers


@dataclass(frozen=True, kw_only=True)
class Ask(Message):
    """A request and the unit to answer it in."""

    unit: Unit

    @property
    def context(self) -> Context:
        """What the values of a query are read by."""
        return Context(self.unit.store.zone, tuple(sorted({self.base, *self.bases}, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back; ``resource`` is empty where there is no body."""

    status: int
    resource: Resource | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def etag(version: object) -> str:
    """A weak validator, as FHIR has it."""
    return f'W/"{version}"'


def validators(version: object, changed: datetime) -> dict[str, str]:
    """ETag and Last-Modified."""
    return {"ETag": etag(version), "Last-Modified": http_date(changed)}


def check_match(ask: Ask, version: object) -> None:
    """Raise Stale when If-Match names another version."""
    wanted = versions_in(ask.header("if-match"))
    if wanted and "*" not in wanted and str(version) not in wanted:
        raise Stale("The resource has changed meanwhile.")


def is_known(ask: Ask, version: object, changed: datetime) -> bool:
    """Whether the caller has this version already."""
    return is_version_known(version, ask.header("if-none-match"), changed, ask.header("if-modified-since"))
