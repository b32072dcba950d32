"""Reads an Accept field (RFC 9110 12.5.1). Pure."""

from collections.abc import Sequence


def accepts(field: str | None, kind: str) -> bool:
    """Whether ``kind`` is welcome."""
    return best(field, [kind]) == kind


def best(field: str | None, offered: Sequence[str]) -> str | None:
    """The most welcome of ``offered``; the first of equals; ``None`` when none is."""
    if not (field or "").strip():
        return offered[0]
    ranges = [_range(part) for part in (field or "").split(",") if part.strip()]
    ranked = sorted(offered, key=lambda kind: -_quality(kind, ranges))
    return ranked[0] if _quality(ranked[0], ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0


def _quality(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """What the most precise range that fits says of ``kind``."""
    for fitting in (kind, kind.partition("/")[0] + "/*", "*/*"):
        said = [quality for spelt, quality in ranges if spelt == fitting]
        if said:
            return max(said)
    return 0.0
