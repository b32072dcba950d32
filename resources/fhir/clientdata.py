"""The header fields ``log-cdata`` and ``log-cdata-format`` of seed 001: what a client wants to find its request by. Pure.

They are opaque to us, and may name a person: they go into the audit entry and nowhere else.
"""

import re
from typing import Any

from resources.http import jsonbody
from resources.problems import Invalid

MOST = 4096
"""Bytes."""


def client_data(text: str, form: str) -> dict[str, Any]:
    """The fields of ``k=v;k2=v2``, or of a JSON object. Raises Invalid."""
    if len(text.encode()) > MOST:
        raise Invalid(f"log-cdata is longer than {MOST} bytes.", fields={"log-cdata": "is too long"})
    if form not in ("", "kv", "json"):
        raise Invalid("log-cdata-format is kv or json.", fields={"log-cdata-format": "is unknown"})
    if not text.strip():
        return {}
    return _object(text) if form == "json" else _pairs(text)


def _object(text: str) -> dict[str, Any]:
    try:
        value = jsonbody.read(text.encode())
    except Invalid as problem:
        raise Invalid("log-cdata is not JSON.", fields={"log-cdata": "is not JSON"}) from problem
    if not isinstance(value, dict):
        raise Invalid("log-cdata is not a JSON object.", fields={"log-cdata": "is not an object"})
    return value


def _pairs(text: str) -> dict[str, Any]:
    pieces = (piece.partition("=") for piece in re.split(r"[;,]", text) if piece.strip())
    return {name.strip(): value.strip() for name, _, value in pieces}
