"""Strict JSON (RFC 8259): what Python's reader lets through and a record must not hold is refused here.

Refused: anything but UTF-8, NaN and Infinity, a number beyond a double, a key given twice, half a surrogate
pair, and nesting deeper than any of our documents.
"""

import json
import math
from collections.abc import Iterator

from resources.problems import Invalid

DEPTH = 64


def read(raw: bytes, *, depth: int = DEPTH) -> object:
    """The value that the bytes spell.

    Raises:
        Invalid: they spell none, or one that is refused.
    """
    try:
        value = json.loads(
            raw.decode("utf-8"),
            parse_constant=_refuse,
            parse_float=_finite,
            object_pairs_hook=_without_duplicates,
        )
        _check(value, depth)
    except RecursionError as error:
        raise Invalid("The JSON is nested too deeply.") from error
    except UnicodeError as error:
        raise Invalid("The JSON is not well-formed UTF-8.") from error
    except ValueError as error:
        raise Invalid(f"The body is not JSON: {error}.") from error
    return value


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is out of range")
    return number


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    together = dict(pairs)
    if len(together) < len(pairs):
        raise ValueError("a key is given twice")
    return together


def _check(value: object, depth: int) -> None:
    """Raise unless every text can be written as UTF-8 and no list or object lies inside ``depth`` others."""
    level = [value]
    for _ in range(depth):
        level = [inner for outer in level for inner in _inside(outer)]
    if any(isinstance(item, list | dict) for item in level):
        raise ValueError("it is nested too deeply")
    for text in level:
        list(_inside(text))


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
