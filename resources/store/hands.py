"""Whose hand it was: the actors that are nobody's. What must be signed is refused from them (hazard HZ-22)."""

from resources.terms import Origin

NAMELESS = frozenset({"", "person", Origin.PERSON.value, Origin.STATION.value, Origin.CAMERA.value})


def has_no_name(actor: str) -> bool:
    """Whether nobody in particular stands behind it."""
    return actor.strip().lower() in NAMELESS
