"""One page of a list of a FHIR server: a searchset Bundle, whatever it lists. Pure: JSON in, values out.

Refuses to take for a list what is none; what is malformed inside one is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from resources.problems import Damaged, Invalid
from resources.wire.fhirdates import interval
from sync.waterline import Leaf, Listed

Resource = Mapping[str, Any]
Entries = Sequence[tuple[str, Resource]]
"""What a page holds, each with its fullUrl, which may be empty."""
SORTED = "_sort=_lastUpdated"


def leaf_of(bundle: Any, date: datetime | None, listed: Callable[[Entries], Sequence[Listed]]) -> Leaf:
    """One page; ``listed`` picks from its entries what the list is of. Raises Damaged for what is no searchset."""
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        raise Damaged("Headquarters answered with something that is not a list.")
    links = {str(one.get("relation")): str(one.get("url", "")) for one in dicts(bundle.get("link"))}
    entries = [
        (str(one.get("fullUrl", "")), one["resource"])
        for one in dicts(bundle.get("entry"))
        if isinstance(one.get("resource"), dict)
    ]
    total = bundle.get("total")
    return Leaf(
        listed(entries),
        links.get("next", ""),
        SORTED in links.get("self", ""),
        total if isinstance(total, int) else None,
        date,
    )


def meta_of(one: Resource) -> Resource:
    """Its meta; nothing for what is none."""
    said = one.get("meta")
    return said if isinstance(said, dict) else {}


def stamp_of(one: Resource) -> datetime | None:
    """When its server says that it changed."""
    text = meta_of(one).get("lastUpdated")
    try:
        return interval(str(text), None).low if text else None
    except Invalid:
        return None


def dicts(value: Any) -> list[Resource]:
    """The objects of a list; nothing for what is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
