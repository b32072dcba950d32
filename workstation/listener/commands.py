"""DIMSE command sets (PS3.7 6.3.1 and annex E), bytes to values and back. Knows C-ECHO and C-STORE; others only by number."""

import struct
from dataclasses import dataclass

C_STORE_RQ, C_ECHO_RQ, C_CANCEL_RQ = 0x0001, 0x0030, 0x0FFF
RESPONSE = 0x8000
NO_DATA_SET = 0x0101

SUCCESS = 0x0000
PROCESSING_FAILURE = 0x0110  # PS3.7 C.5.13
CLASS_NOT_SUPPORTED = 0x0122  # PS3.7 C.5.4
UNRECOGNIZED_OPERATION = 0x0211  # PS3.7 C.5.22
CANNOT_UNDERSTAND = 0xC000  # PS3.4 B.2.3

_ELEMENT = struct.Struct("<HHL")
_US = struct.Struct("<HHLH")


class Unreadable(ValueError):
    """The bytes are no command set."""


@dataclass(frozen=True, slots=True)
class Command:
    """The elements of a request that the listener acts on."""

    field: int
    message_id: int
    has_data_set: bool
    sop_class_uid: str = ""
    instance_uid: str = ""


def decode(data: bytes | bytearray) -> Command:
    """Read a command set, always implicit little endian. Raises ``Unreadable``."""
    elements = _elements(data)
    try:
        return Command(
            field=_number(elements[0x0100]),
            message_id=_number(elements.get(0x0110, b"\0\0")),
            has_data_set=_number(elements.get(0x0800, b"\x01\x01")) != NO_DATA_SET,
            sop_class_uid=_text(elements.get(0x0002, b"")),
            instance_uid=_text(elements.get(0x1000, b"")),
        )
    except (KeyError, struct.error):
        raise Unreadable("the command set lacks its command field") from None


def encode_answer(request: Command, status: int, comment: str = "") -> bytes:
    """The response to ``request`` (PS3.7 9.3.1.2, 9.3.5.2), without data set. ``comment`` is cut to what LO holds."""
    elements = [
        _uid(0x0002, request.sop_class_uid),
        _US.pack(0, 0x0100, 2, request.field | RESPONSE),
        _US.pack(0, 0x0120, 2, request.message_id),
        _US.pack(0, 0x0800, 2, NO_DATA_SET),
        _US.pack(0, 0x0900, 2, status),
    ]
    if comment:
        elements.append(_element(0x0902, comment.encode("ascii", "replace")[:64], b" "))
    if request.instance_uid:
        elements.append(_uid(0x1000, request.instance_uid))
    body = b"".join(elements)
    return struct.pack("<HHLL", 0, 0, 4, len(body)) + body


def _elements(data: bytes | bytearray) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    at, end = 0, len(data)
    while at < end:
        if end - at < _ELEMENT.size:
            raise Unreadable("the command set ends inside an element")
        group, element, length = _ELEMENT.unpack_from(data, at)
        at += _ELEMENT.size
        if group != 0 or length > end - at:
            raise Unreadable("the command set holds what is no command element")
        found[element] = bytes(data[at : at + length])
        at += length
    return found


def _number(value: bytes) -> int:
    number: int = struct.unpack("<H", value)[0]
    return number


def _text(value: bytes) -> str:
    return value.decode("latin-1").rstrip("\0 ")


def _uid(element: int, uid: str) -> bytes:
    return _element(element, uid.encode("latin-1"), b"\0")


def _element(element: int, value: bytes, padding: bytes) -> bytes:
    even = value if len(value) % 2 == 0 else value + padding
    return _ELEMENT.pack(0, element, len(even)) + even
