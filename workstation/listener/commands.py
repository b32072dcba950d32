"""DIMSE command sets (PS3.7 6.3.1 and annex E), bytes to values and back. Knows what no service means by them."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

C_STORE_RQ, C_GET_RQ, C_FIND_RQ, C_MOVE_RQ, C_ECHO_RQ, C_CANCEL_RQ = 0x0001, 0x0010, 0x0020, 0x0021, 0x0030, 0x0FFF
N_EVENT_REPORT_RQ, N_GET_RQ, N_SET_RQ, N_ACTION_RQ, N_CREATE_RQ, N_DELETE_RQ = range(0x0100, 0x0160, 0x0010)
RESPONSE = 0x8000
DATA_SET, NO_DATA_SET = 0x0001, 0x0101

# command elements, PS3.7 E.1
AFFECTED_CLASS, REQUESTED_CLASS, FIELD, MESSAGE_ID, RESPONDED_TO = 0x0002, 0x0003, 0x0100, 0x0110, 0x0120
DESTINATION, PRIORITY, DATA_SET_TYPE, STATUS, COMMENT, ERROR_ID = 0x0600, 0x0700, 0x0800, 0x0900, 0x0902, 0x0903
AFFECTED_INSTANCE, REQUESTED_INSTANCE, EVENT_TYPE, ACTION_TYPE = 0x1000, 0x1001, 0x1002, 0x1008
REMAINING, COMPLETED, FAILED, WARNING = 0x1020, 0x1021, 0x1022, 0x1023
ORIGINATOR, ORIGINATOR_MESSAGE = 0x1030, 0x1031

SUCCESS = 0x0000
PENDING, PENDING_WITHOUT_SOME_KEYS = 0xFF00, 0xFF01  # PS3.4 C.4.1.1.4
CANCELLED = 0xFE00  # PS3.4 C.4.1.1.4
PROCESSING_FAILURE = 0x0110  # PS3.7 C.5.13
INVALID_ATTRIBUTE_VALUE = 0x0106  # PS3.7 C.5.8
INVALID_ARGUMENT = 0x0115  # PS3.7 C.5.7
INVALID_INSTANCE = 0x0117  # PS3.7 C.5.12
DUPLICATE_INSTANCE = 0x0111  # PS3.7 C.5.11
NO_SUCH_INSTANCE = 0x0112  # PS3.7 C.5.10
NO_SUCH_ACTION = 0x0123  # PS3.7 C.5.1
MISSING_ATTRIBUTE = 0x0120  # PS3.7 C.5.9
CLASS_NOT_SUPPORTED = 0x0122  # PS3.7 C.5.4
UNRECOGNIZED_OPERATION = 0x0211  # PS3.7 C.5.22
CANNOT_UNDERSTAND = 0xC000  # PS3.4 B.2.3

_ELEMENT = struct.Struct("<HHL")
_US = struct.Struct("<HHLH")
_ZERO = b"\0\0"


class Unreadable(ValueError):
    """The bytes are no command set."""


@dataclass(frozen=True, slots=True)
class Command:
    """The elements that the listener acts on. Class and instance are the affected ones, or else the requested ones."""

    field: int
    message_id: int
    has_data_set: bool
    sop_class_uid: str = ""
    instance_uid: str = ""
    responded_to: int = 0
    status: int = SUCCESS
    destination: str = ""
    event_type: int = 0
    action_type: int = 0


def decode(data: bytes | bytearray) -> Command:
    """Read a command set, always implicit little endian. Raises ``Unreadable``."""
    elements = _elements(data)
    try:
        return Command(
            field=_number(elements[FIELD]),
            message_id=_number(elements.get(MESSAGE_ID, _ZERO)),
            has_data_set=_number(elements.get(DATA_SET_TYPE, b"\x01\x01")) != NO_DATA_SET,
            sop_class_uid=_text(elements.get(AFFECTED_CLASS) or elements.get(REQUESTED_CLASS, b"")),
            instance_uid=_text(elements.get(AFFECTED_INSTANCE) or elements.get(REQUESTED_INSTANCE, b"")),
            responded_to=_number(elements.get(RESPONDED_TO, _ZERO)),
            status=_number(elements.get(STATUS, _ZERO)),
            destination=_text(elements.get(DESTINATION, b"")).strip(),
            event_type=_number(elements.get(EVENT_TYPE, _ZERO)),
            action_type=_number(elements.get(ACTION_TYPE, _ZERO)),
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


def answer_to(request: Command, status: int) -> dict[int, int | str]:
    """The elements of a response without data set to any request (PS3.7 9.3 and 10.3)."""
    elements: dict[int, int | str] = {
        AFFECTED_CLASS: request.sop_class_uid,
        FIELD: request.field | RESPONSE,
        RESPONDED_TO: request.message_id,
        DATA_SET_TYPE: NO_DATA_SET,
        STATUS: status,
    }
    of_event = {EVENT_TYPE: request.event_type} if request.field == N_EVENT_REPORT_RQ else {}
    of_action = {ACTION_TYPE: request.action_type} if request.field == N_ACTION_RQ else {}
    of_instance = {AFFECTED_INSTANCE: request.instance_uid} if request.instance_uid else {}
    return elements | of_event | of_action | of_instance


def encode(elements: Mapping[int, int | str]) -> bytes:
    """A command set: numbers are US, texts UIDs, titles or comments, by their element (PS3.7 E.1)."""
    body = b"".join(_encoded(number, value) for number, value in sorted(elements.items()))
    return struct.pack("<HHLL", 0, 0, 4, len(body)) + body


def _encoded(number: int, value: int | str) -> bytes:
    if isinstance(value, int):
        return _US.pack(0, number, 2, value)
    if number in (DESTINATION, ORIGINATOR):
        return _element(number, value.encode("ascii", "replace")[:16], b" ")
    if number == COMMENT:
        return _element(number, value.encode("ascii", "replace")[:64], b" ")
    return _uid(number, value)


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
