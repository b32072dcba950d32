"""What a client accepts (PS3.18 8.7, RFC 9110 12.5.1). Pure: the Accept field and the ``accept`` parameter in, a choice out.

Repairs what real clients write: a ``type`` without quotes, quotes around the parameter as a whole, a bare ``multipart/related``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from resources.problems import Invalid, Unsupported
from resources.wire.uids import EXPLICIT_LITTLE

DICOM, JSON, XML, OCTETS = (
    "application/dicom",
    "application/dicom+json",
    "application/dicom+xml",
    "application/octet-stream",
)
RELATED = "multipart/related"
ANY_SYNTAX = "*"
RENDERED = ("image/jpeg", "image/png", "image/gif")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_MOST = 64


class NotAcceptable(Unsupported):
    """Nothing that the client accepts can be given: 406, RFC 9110 15.5.7."""


@dataclass(frozen=True, slots=True)
class Range:
    """One media range. ``kind`` is what is wanted: the ``type`` of a multipart, or the type itself."""

    kind: str
    multipart: bool = False
    syntax: str = ""
    """A transfer syntax, ``*`` for any, empty for the default."""
    quality: float = 1.0


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could be given."""

    kind: str
    multipart: bool = False
    syntaxes: frozenset[str] = field(default_factory=frozenset)
    """Transfer syntaxes in which it could be given; empty where that is no question."""
    stored: str = ""
    """The one that it lies in, which ``*`` asks for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is given, and in which transfer syntax."""

    kind: str
    multipart: bool
    syntax: str = ""


def ranges(header: str | None, parameters: Iterable[str] = ()) -> list[Range]:
    """The accepted media ranges; the ``accept`` parameter counts before the field (PS3.18 8.3.3.1). None means anything."""
    fields = [text for text in parameters if text.strip()] or [header or ""]
    parts = [part for text in fields for part in _split(text, ",") if part.strip()]
    return [_range(part) for part in parts[:_MOST]] or [Range("*/*")]


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that does not stand in quotes."""
    hidden = _QUOTED.sub(lambda found: found.group(0).replace(mark, "\0"), text)
    return [part.replace("\0", mark) for part in hidden.split(mark)]


def _range(part: str) -> Range:
    name, *rest = (piece.strip() for piece in _split(part, ";"))
    found: dict[str, str] = {}
    for piece in [inner for outer in rest for inner in _unwrapped(outer)]:
        key, _, value = piece.partition("=")
        found.setdefault(key.strip().lower(), value.strip().strip('"').strip())
    name = name.strip('"').lower()
    multipart = name == RELATED
    kind = (found.get("type") or "*/*").lower() if multipart else name
    return Range(kind, multipart, found.get("transfer-syntax", ""), _quality(found.get("q", "1")))


def _unwrapped(piece: str) -> list[str]:
    """Quotes that hold more than a value: ``"type=image/jpeg; transfer-syntax=x"``, ``type="image/jpeg; transfer-syntax=x"``."""
    if piece.startswith('"'):
        return piece.strip('"').split(";")
    key, mark, value = piece.partition("=")
    if mark and ";" in value and value.startswith('"'):
        first, *more = value.strip('"').split(";")
        return [f"{key}={first}", *more]
    return [piece]


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def choose(accepted: Sequence[Range], offers: Sequence[Offer]) -> Choice:
    """The most welcome offer; of equals the earlier range, then the earlier offer. Raises NotAcceptable.

    Raises:
        Invalid: a rendered and a DICOM form of the same thing are asked for at once (PS3.18 8.7.4).
    """
    ranked = sorted(accepted, key=lambda one: -one.quality)
    for wanted in ranked:
        for offer in offers if wanted.quality > 0 else ():
            syntax = _syntax(wanted, offer) if _covers(wanted, offer) else None
            if syntax is not None:
                return Choice(offer.kind, offer.multipart, syntax)
    named = ", ".join(dict.fromkeys(f"{RELATED}; type={one.kind}" if one.multipart else one.kind for one in offers))
    raise NotAcceptable(f"This is given as: {named}.")


def refuse_mixture(accepted: Sequence[Range]) -> None:
    """Raise Invalid where DICOM and rendered media types are asked for together (PS3.18 8.7.4)."""
    kinds = {one.kind for one in accepted if one.quality > 0}
    if kinds & {DICOM, JSON, XML} and kinds & set(RENDERED):
        raise Invalid("DICOM and rendered media types cannot be accepted together.")


def _covers(wanted: Range, offer: Offer) -> bool:
    if wanted.multipart and not offer.multipart:
        return False
    if not wanted.multipart and offer.multipart and wanted.kind != "*/*":
        return False
    return wanted.kind in (offer.kind, "*/*", offer.kind.partition("/")[0] + "/*")


def _syntax(wanted: Range, offer: Offer) -> str | None:
    """In which transfer syntax the offer would be given; ``None`` when it cannot be in the one that is wanted."""
    if not offer.syntaxes:
        return ""
    if wanted.syntax == ANY_SYNTAX or (wanted.kind == "*/*" and not wanted.syntax and offer.kind != DICOM):
        return offer.stored
    asked = wanted.syntax or (EXPLICIT_LITTLE if offer.kind in (DICOM, OCTETS) else offer.stored)
    return asked if asked in offer.syntaxes else None
