"""The upper layer's messages (PS3.8 9.3), bytes to values and back. Reads no socket and decides nothing.

P-DATA-TF, the only one that comes often, is read by ``dialogue``.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

ASSOCIATE_RQ, ASSOCIATE_AC, ASSOCIATE_RJ, P_DATA, RELEASE_RQ, RELEASE_RP, ABORT = range(1, 8)

APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1"  # PS3.7 A.2.1
RELEASE_REQUEST = struct.pack(">BxL4x", RELEASE_RQ, 4)
RELEASE_ANSWER = struct.pack(">BxL4x", RELEASE_RP, 4)

# A-ABORT reasons of the service provider, PS3.8 table 9-26
UNRECOGNIZED_PDU, UNEXPECTED_PDU, UNEXPECTED_PARAMETER, INVALID_PARAMETER = 1, 2, 5, 6

_FIXED = struct.Struct(">H2x16s16s32x")
_ITEM = struct.Struct(">BxH")
_VALUE = struct.Struct(">LBB")
FRAGMENT = 64 * 1024
"""The longest fragment that we send, however much more the peer takes."""


class ProtocolError(Exception):
    """The peer broke the rules of PS3.8; ``reason`` is for the A-ABORT that answers it."""

    def __init__(self, sentence: str, reason: int = INVALID_PARAMETER) -> None:
        super().__init__(sentence)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Proposed:
    """One presentation context as the requestor offers it."""

    context_id: int
    abstract_syntax: str
    transfer_syntaxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """SCP/SCU Role Selection (PS3.7 D.3.3.4), seen from the requestor."""

    scu: bool
    scp: bool


@dataclass(frozen=True, slots=True)
class AssociateRequest:
    """What the requestor offers. Titles and UIDs are stripped of padding; nothing is checked against any list."""

    called_ae: str
    calling_ae: str
    contexts: tuple[Proposed, ...]
    protocol_version: int = 1
    application_context: str = APPLICATION_CONTEXT
    max_pdu: int = 0
    """The longest P-DATA-TF that the requestor takes; 0 is no limit."""
    implementation_uid: str = ""
    implementation_version: str = ""
    asks_for_window: bool = False
    roles: Mapping[str, Roles] = field(default_factory=dict)
    titles: bytes = bytes(32)
    """Both AE title fields as they came, to be echoed (PS3.8 table 9-17)."""


@dataclass(frozen=True, slots=True)
class ContextAnswer:
    """Our word on one presentation context. ``result`` is of PS3.8 table 9-18; 0 is acceptance."""

    context_id: int
    abstract_syntax: str
    transfer_syntax: str
    result: int = 0


@dataclass(frozen=True, slots=True)
class Acceptance:
    """All that an A-ASSOCIATE-AC says, but for the titles, which echo the request."""

    contexts: tuple[ContextAnswer, ...]
    max_pdu: int
    implementation_uid: str
    implementation_version: str
    roles: Mapping[str, Roles] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A-ASSOCIATE-RJ: result, source and reason of PS3.8 table 9-21."""

    result: int
    source: int
    reason: int
    sentence: str


def decode_request(body: bytes) -> AssociateRequest:
    """Read an A-ASSOCIATE-RQ without its six-byte head. Raises ``ProtocolError``."""
    if len(body) < _FIXED.size:
        raise ProtocolError("the association request is shorter than its fixed part")
    version, called, calling = _FIXED.unpack_from(body)
    application, contexts, user = "", [], _UserInformation()
    for kind, value in _items(body[_FIXED.size :]):
        if kind == 0x10:
            application = _uid(value)
        elif kind == 0x20:
            contexts.append(_context(value))
        elif kind == 0x50:
            user = _user_information(value)
    if len({context.context_id for context in contexts}) < len(contexts):
        raise ProtocolError("two presentation contexts have one id")
    return AssociateRequest(
        called_ae=_title(called),
        calling_ae=_title(calling),
        contexts=tuple(contexts),
        protocol_version=version,
        application_context=application,
        max_pdu=user.max_pdu,
        implementation_uid=user.implementation_uid,
        implementation_version=user.implementation_version,
        asks_for_window=user.asks_for_window,
        roles=user.roles,
        titles=called + calling,
    )


def encode_acceptance(request: AssociateRequest, answer: Acceptance) -> bytes:
    """A whole A-ASSOCIATE-AC (PS3.8 9.3.3)."""
    body = [struct.pack(">H2x32s32x", 1, request.titles), _item(0x10, APPLICATION_CONTEXT.encode())]
    for context in answer.contexts:
        syntax = _item(0x40, context.transfer_syntax.encode("ascii", "replace"))
        body.append(_item(0x21, struct.pack("BxBx", context.context_id, context.result) + syntax))
    told = [_item(0x51, struct.pack(">L", answer.max_pdu)), _item(0x52, answer.implementation_uid.encode())]
    if request.asks_for_window:
        told.append(_item(0x53, struct.pack(">HH", 1, 1)))  # one operation at a time, PS3.7 D.3.3.3
    for uid, roles in answer.roles.items():
        text = uid.encode("ascii", "replace")
        told.append(_item(0x54, struct.pack(">H", len(text)) + text + bytes((roles.scu, roles.scp))))
    told.append(_item(0x55, answer.implementation_version.encode()))
    body.append(_item(0x50, b"".join(told)))
    return _pdu(ASSOCIATE_AC, b"".join(body))


def encode_request(request: AssociateRequest) -> bytes:
    """A whole A-ASSOCIATE-RQ (PS3.8 9.3.2), where we are the one who calls."""
    names = b"".join(
        title.encode("ascii", "replace")[:16].ljust(16) for title in (request.called_ae, request.calling_ae)
    )
    body = [struct.pack(">H2x32s32x", 1, names), _item(0x10, APPLICATION_CONTEXT.encode())]
    for context in request.contexts:
        syntaxes = b"".join(_item(0x40, syntax.encode()) for syntax in context.transfer_syntaxes)
        head = struct.pack("B3x", context.context_id) + _item(0x30, context.abstract_syntax.encode())
        body.append(_item(0x20, head + syntaxes))
    told = [_item(0x51, struct.pack(">L", request.max_pdu)), _item(0x52, request.implementation_uid.encode())]
    told.append(_item(0x55, request.implementation_version.encode()))
    body.append(_item(0x50, b"".join(told)))
    return _pdu(ASSOCIATE_RQ, b"".join(body))


def decode_acceptance(body: bytes, offered: Iterable[Proposed]) -> tuple[int, tuple[ContextAnswer, ...]]:
    """The longest PDU that the acceptor takes and the contexts that it took, of an A-ASSOCIATE-AC. Raises ``ProtocolError``."""
    if len(body) < _FIXED.size:
        raise ProtocolError("its acceptance is shorter than its fixed part")
    known, user, taken = {one.context_id: one for one in offered}, _UserInformation(), []
    for kind, value in _items(body[_FIXED.size :]):
        if kind == 0x50:
            user = _user_information(value)
        elif kind == 0x21 and len(value) >= 4 and value[2] == 0 and value[0] in known:
            syntax = next((_uid(part) for part_kind, part in _items(value[4:]) if part_kind == 0x40), "")
            taken.append(ContextAnswer(value[0], known[value[0]].abstract_syntax, syntax))
    return user.max_pdu, tuple(taken)


def encode_rejection(rejection: Rejection) -> bytes:
    """A whole A-ASSOCIATE-RJ (PS3.8 9.3.4)."""
    return _pdu(ASSOCIATE_RJ, bytes((0, rejection.result, rejection.source, rejection.reason)))


def encode_abort(*, source: int, reason: int) -> bytes:
    """A whole A-ABORT (PS3.8 9.3.8): source 0 is the service user, 2 the service provider."""
    return _pdu(ABORT, bytes((0, 0, source, reason)))


def encode_command(context_id: int, command: bytes, *, max_pdu: int) -> bytes:
    """A command set as P-DATA-TF PDUs (PS3.8 9.3.5), as many as the peer's limit asks for, to go out in one send."""
    room = len(command) if max_pdu == 0 else max(max_pdu - 6, 2)
    pieces = [command[at : at + room] for at in range(0, len(command), room)]
    last = len(pieces) - 1
    return b"".join(
        struct.pack(">BxLLBB", P_DATA, len(piece) + 6, len(piece) + 2, context_id, 3 if number == last else 1) + piece
        for number, piece in enumerate(pieces)
    )


def fragments(
    context_id: int, pieces: Iterable[bytes | memoryview], *, max_pdu: int, is_command: bool
) -> Iterator[bytes]:
    """One command set or data set as P-DATA-TF PDUs (PS3.8 E), none longer than the peer takes; the last one says so."""
    room = max(min(max_pdu - 6, FRAGMENT) & ~1, 2) if max_pdu else FRAGMENT
    waiting = bytearray()
    for piece in pieces:
        at = 0
        while at < len(piece):
            if len(waiting) == room:
                yield _fragment(context_id, waiting, int(is_command))
                waiting = bytearray()
            taken = piece[at : at + room - len(waiting)]
            waiting += taken
            at += len(taken)
    yield _fragment(context_id, waiting, int(is_command) | 2)


def _fragment(context_id: int, data: bytes | bytearray, control: int) -> bytes:
    return struct.pack(">BxLLBB", P_DATA, len(data) + 6, len(data) + 2, context_id, control) + data


def values(body: memoryview) -> Iterator[tuple[int, int, memoryview]]:
    """The presentation data values of a P-DATA-TF: context id, message control header, bytes. Raises ``ProtocolError``."""
    at, end = 0, len(body)
    while at < end:
        if end - at < _VALUE.size:
            raise ProtocolError("a presentation data value ends inside its head")
        length, context_id, control = _VALUE.unpack_from(body, at)
        stop = at + 4 + length
        if length < 2 or stop > end:
            raise ProtocolError("a presentation data value has a false length")
        yield context_id, control, body[at + _VALUE.size : stop]
        at = stop


@dataclass(slots=True)
class _UserInformation:
    max_pdu: int = 0
    implementation_uid: str = ""
    implementation_version: str = ""
    asks_for_window: bool = False
    roles: dict[str, Roles] = field(default_factory=dict)


def _user_information(value: bytes) -> _UserInformation:
    told = _UserInformation()
    for kind, part in _items(value):
        if kind == 0x51:
            told.max_pdu = int.from_bytes(_exactly(part, 4), "big")
        elif kind == 0x52:
            told.implementation_uid = _uid(part)
        elif kind == 0x53:
            told.asks_for_window = True
        elif kind == 0x54:
            uid, roles = _role_selection(part)
            told.roles[uid] = roles
        elif kind == 0x55:
            told.implementation_version = _title(part)
    return told


def _role_selection(value: bytes) -> tuple[str, Roles]:
    length = int.from_bytes(value[:2], "big")
    flags = _exactly(value[2 + length :], 2)
    return _uid(value[2 : 2 + length]), Roles(scu=flags[0] == 1, scp=flags[1] == 1)


def _context(value: bytes) -> Proposed:
    if len(value) < 4 or not value[0] & 1:
        raise ProtocolError("a presentation context has no odd id")
    abstract, transfer = "", []
    for kind, part in _items(value[4:]):
        if kind == 0x30:
            abstract = _uid(part)
        elif kind == 0x40:
            transfer.append(_uid(part))
    return Proposed(value[0], abstract, tuple(transfer))


def _items(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        if len(data) - at < _ITEM.size:
            raise ProtocolError("an item ends inside its head")
        kind, length = _ITEM.unpack_from(data, at)
        at += _ITEM.size + length
        if at > len(data):
            raise ProtocolError("an item claims more bytes than there are")
        yield kind, data[at - length : at]


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ProtocolError("an item has not the length of its kind")
    return data


def _uid(data: bytes) -> str:
    return data.decode("latin-1").rstrip("\0 ")


def _title(data: bytes) -> str:
    """An AE title or version name, as a log line can show it: a stranger's control characters become dots."""
    text = data.decode("latin-1").strip("\0 ")
    return "".join(letter if " " <= letter <= "~" else "." for letter in text)


def _item(kind: int, value: bytes) -> bytes:
    return _ITEM.pack(kind, len(value)) + value


def _pdu(kind: int, body: bytes) -> bytes:
    return struct.pack(">BxL", kind, len(body)) + body
