"""A data set out of its JSON model: Explicit VR Little Endian in UTF-8 for files, any little endian coding for DIMSE messages.

Bulk data is not held: a value that lies elsewhere is a length and a way to read it. Refuses values that their VR cannot hold.
"""

import base64
import binascii
import math
from collections.abc import Callable, Iterable, Iterator
from struct import error as PackError  # noqa: N812
from struct import pack
from typing import Any, NamedTuple

from resources.problems import Invalid
from resources.wire.coding import EXPLICIT, LONG, SHORT, UNDEFINED, Coding
from resources.wire.dicomjson import BINARY, NUMBERS, ONE_TEXT, PN_GROUPS, Json
from resources.wire.writing import element, head, sequence

DEPTH = 32
_CHARACTER_SET = "00080005"


class Bulk(NamedTuple):
    """A value that lies elsewhere."""

    length: int
    open: Callable[[], Iterable[bytes]]
    encapsulated: bool = False
    """Its bytes are whole fragments with their item heads and the delimiter (PS3.5 A.4)."""


Find = Callable[[str], Bulk]
"""Gives the bulk data of a URI, or raises Invalid."""


def no_bulk(uri: str) -> Bulk:
    """For a model that must hold all its values."""
    raise Invalid(f"The bulk data {uri[:80]} did not come with it.")


class Manner(NamedTuple):
    """How a data set is written: its coding, its Specific Character Set (0008,0005) and Python's codec for that."""

    coding: Coding = EXPLICIT
    character_set: str = "ISO_IR 192"
    codec: str = "utf-8"


_MANNER = Manner()


def message(data_set: Json, manner: Manner) -> bytes:
    """A whole small data set, such as an answer to a query; what its character set cannot say becomes ``?``. Raises Invalid."""
    declared = {"vr": "CS", "Value": [manner.character_set]} if manner.character_set else None
    others = {tag: said for tag, said in data_set.items() if tag != _CHARACTER_SET}
    whole = others | ({_CHARACTER_SET: declared} if declared else {})
    return b"".join(_element(_tag(tag), _vr(tag, said), said, 0, manner) for tag, said in sorted(whole.items()))


def encoded(data_set: Json, find: Find = no_bulk) -> Iterator[bytes | Bulk]:
    """The data set in pieces: bytes as they are, and bulk data to be read in its place. Raises Invalid."""
    whole = {**data_set, _CHARACTER_SET: {"vr": "CS", "Value": ["ISO_IR 192"]}}
    for tag, said in sorted(whole.items()):
        number = _tag(tag)
        if number >> 16 <= 0x0002 or not number & 0xFFFF:
            continue
        vr = _vr(tag, said)
        uri = said.get("BulkDataURI")
        if uri is not None and vr != "SQ":
            yield from _elsewhere(number, vr.encode(), find(str(uri)))
        else:
            yield _element(number, vr, said, 0)


def _tag(tag: str) -> int:
    try:
        if len(tag) == 8:
            return int(tag, 16)
    except ValueError:
        pass
    raise Invalid(f"{tag[:16]} is not a tag.")


def _vr(tag: str, said: Any) -> str:
    vr = said.get("vr") if isinstance(said, dict) else None
    if not isinstance(vr, str) or not (vr.encode("ascii", "replace") in SHORT or vr.encode("ascii", "replace") in LONG):
        raise Invalid(f"{tag} does not say what kind of value it has.")
    return vr


def _elsewhere(tag: int, vr: bytes, bulk: Bulk) -> Iterator[bytes | Bulk]:
    if vr not in LONG:
        raise Invalid("Bulk data of this kind of value is not taken.")
    yield head(EXPLICIT, tag, vr, UNDEFINED if bulk.encapsulated else bulk.length + bulk.length % 2)
    yield bulk
    if bulk.length % 2 and not bulk.encapsulated:
        yield b"\0"


def _element(tag: int, vr: str, said: Json, depth: int, manner: Manner = _MANNER) -> bytes:
    values = said.get("Value", [])
    if not isinstance(values, list):
        raise Invalid(f"The value of {tag:08X} is not a list.")
    try:
        if vr == "SQ":
            return sequence(manner.coding, tag, [_item(item, depth + 1, manner) for item in values])
        return element(manner.coding, tag, vr.encode(), _value(vr, said, values, manner.codec))
    except (ValueError, OverflowError, TypeError, PackError) as wrong:
        raise Invalid(f"The value of {tag:08X} is not one that {vr} can hold.") from wrong


def _item(item: Any, depth: int, manner: Manner) -> bytes:
    if depth > DEPTH:
        raise Invalid(f"The data set is nested more than {DEPTH} levels deep.")
    if not isinstance(item, dict | None):
        raise Invalid("An item of a sequence is not a data set.")
    inner = sorted((item or {}).items())
    return b"".join(
        _element(_tag(tag), _vr(tag, said), said, depth, manner) for tag, said in inner if tag != _CHARACTER_SET
    )


def _value(vr: str, said: Json, values: list[Any], codec: str) -> bytes:
    if vr in BINARY:
        return _binary(said)
    if vr in NUMBERS:
        number = float if vr in ("FL", "FD") else int
        return b"".join(pack("<" + NUMBERS[vr], number(value)) for value in values)
    if vr == "AT":
        return b"".join(pack("<HH", int(value[:4], 16), int(value[4:8], 16)) for value in values)
    texts = [_text(vr, value) for value in values]
    text = "\\".join(texts) if vr not in ONE_TEXT else "".join(texts[:1])
    return text.encode(codec, "strict" if codec == "utf-8" else "replace")


def _binary(said: Json) -> bytes:
    try:
        return base64.b64decode(said.get("InlineBinary", ""), validate=True)
    except binascii.Error as wrong:
        raise ValueError("not base64") from wrong


def _text(vr: str, value: Any) -> str:
    if value is None:
        return ""
    if vr == "PN" and isinstance(value, dict):
        return "=".join(str(value.get(group) or "") for group in PN_GROUPS).rstrip("=")
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, bool | list | dict):
        raise TypeError("not a text")
    text = str(value)
    if "\\" in text and vr not in ONE_TEXT:
        raise ValueError("a backslash parts values")
    return text


def _decimal(number: float) -> str:
    """A DS of at most 16 characters (PS3.5 6.2)."""
    if not math.isfinite(number):
        raise ValueError("not a number")
    exact = str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return (
        exact
        if len(exact) <= 16
        else next(text for digits in range(15, 0, -1) if len(text := f"{number:.{digits}g}") <= 16)
    )
