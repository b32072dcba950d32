"""C-GET and C-MOVE of what the laptop holds (PS3.4 C.4.2, C.4.3): each picture as it is published, counted one by one.

The bytes are those that WADO gives out: as stored where nothing is known better, with corrections applied where it is, and
decoded to native little endian only for a peer that takes it no other way. What cannot be sent is counted and named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple, Protocol

from resources.dicomweb import retrieve
from resources.dicomweb.attributes import Pictured, kept
from resources.dicomweb.pictures import DECODABLE
from resources.dicomweb.samples import Unpack
from resources.problems import Problem, Refused, Unavailable, Unsupported
from resources.store import Store, queries, studies
from resources.store.queries import EVERYWHERE, Level, Question
from resources.store.rows import InstanceRow
from resources.wire.camerarules import CameraRules, Trust
from resources.wire.matching import condition
from resources.wire.part10 import read_part10
from resources.wire.uids import EXPLICIT_LITTLE, IMPLICIT_LITTLE, NATIVE
from workstation.listener import commands, datasets
from workstation.listener.commands import PENDING, SUCCESS
from workstation.listener.finding import Peers, note_query
from workstation.listener.identifiers import Identifier, Root, check_may_ask, retrieval
from workstation.listener.limits import Limits
from workstation.listener.outgoing import MOST_CONTEXTS, Destination, Outgoing, called
from workstation.listener.pdus import ContextAnswer, Proposed
from workstation.listener.seams import Answer, Link, Picture, Request

UNKNOWN_DESTINATION = 0xA801  # PS3.4 C.4.2.1.5
NONE_SENT = 0xA702  # Unable to perform sub-operations, PS3.4 C.4.2.1.5
SOME_FAILED = 0xB000  # Sub-operations complete, one or more failures, PS3.4 C.4.2.1.5
FAILED_LIST = "00080058"
_WARNINGS = frozenset({0xB000, 0xB006, 0xB007})  # PS3.4 B.2.3
_NATIVE = (EXPLICIT_LITTLE, IMPLICIT_LITTLE)
_LONGEST_META = 64 << 10
_MOST = 0xFFFF
"""Sub-operations that the counts of a response can say."""


class Sends(Protocol):
    """Where pictures go: back on the association of a C-GET, or out on one of our own."""

    @property
    def contexts(self) -> tuple[ContextAnswer, ...]:
        """In which the other side takes pictures."""

    def store(self, context: ContextAnswer, picture: Picture) -> int:
        """Send one; its status. Raises Unavailable."""


@dataclass(slots=True)
class Progress:
    """The sub-operations of one retrieval."""

    remaining: int
    completed: int = 0
    warnings: int = 0
    failed: list[str] = field(default_factory=list)
    reason: str = ""
    """Why the last one failed."""

    def fail(self, instance_uid: str, reason: str) -> None:
        """One that was not sent."""
        self.remaining -= 1
        self.failed.append(instance_uid)
        self.reason = reason

    def count(self, instance_uid: str, status: int) -> None:
        """One that was answered."""
        if status != SUCCESS and status not in _WARNINGS:
            self.fail(instance_uid, f"The other side answered 0x{status:04X}.")
            return
        self.remaining -= 1
        self.completed += status == SUCCESS
        self.warnings += status != SUCCESS

    @property
    def counts(self) -> dict[int, int | str]:
        """As command elements."""
        return {
            commands.COMPLETED: self.completed,
            commands.FAILED: len(self.failed),
            commands.WARNING: self.warnings,
        }

    @property
    def pending(self) -> Answer:
        """How far it is."""
        return Answer(PENDING, more={commands.REMAINING: self.remaining, **self.counts})

    def final(self, syntax: str) -> Answer:
        """What came of it; what failed is named (PS3.4 C.4.2.1.4.2)."""
        if not self.failed:
            return Answer(SOME_FAILED if self.warnings else SUCCESS, more=self.counts)
        listed = datasets.written({FAILED_LIST: {"vr": "UI", "Value": self.failed}}, syntax, character_set="")
        status = SOME_FAILED if self.completed or self.warnings else NONE_SENT
        return Answer(status, listed, self.reason, self.counts)


class _Task(NamedTuple):
    """One retrieval."""

    request: Request
    link: Link
    level: str
    action: str


class Shelf:
    """The pictures of this station, as they are given out. ``unpack`` is WADO's."""

    def __init__(self, store: Store, unpack: Unpack) -> None:
        self.store = store
        self._unpack = unpack

    def found(self, wanted: Identifier) -> list[InstanceRow]:
        """What shall be sent. Raises Invalid."""
        conditions = tuple(condition(tag, text) for tag, text in wanted.items())
        with self.store.read() as unit:
            pks = queries.search(unit, Question(Level.INSTANCE, EVERYWHERE, conditions), _MOST)
            rows = {row.pk: row for row in studies.by_pk(unit, pks)}
        return [rows[pk] for pk in pks if pk in rows]

    def carried(self, task: "_Task", rows: Sequence[InstanceRow], sends: Sends) -> Iterator[Answer]:
        """Send one after the other; a peer that has gone is not tried again."""
        progress, is_gone = Progress(len(rows)), False
        try:
            for row in rows:
                try:
                    if is_gone:
                        progress.fail(row.instance_uid, progress.reason)
                    else:
                        progress.count(row.instance_uid, self.send(row, sends))
                except Problem as problem:
                    progress.fail(row.instance_uid, problem.sentence)
                    is_gone = isinstance(problem, Unavailable)
                yield progress.pending
            yield progress.final(task.request.context.transfer_syntax)
        finally:
            sent = progress.completed + progress.warnings
            said = {"level": task.level, "sent": sent, "failed": len(progress.failed), "why": progress.reason}
            note_query(self.store, task.request, task.action, said | {"to": task.request.command.destination})
            task.link.note(f"It fetched {sent} of {len(rows)} pictures. {progress.reason}".strip())

    def send(self, row: InstanceRow, sends: Sends) -> int:
        """Send one; its status. Raises Problem when it cannot be sent."""
        context = _fitting(row, sends.contexts)
        if context is None:
            raise Unsupported("The other side takes no form in which this picture can be given.")
        self.store.vault.verify(row.digest or "")  # nothing may break in the middle of a message
        with self.store.read() as unit:
            published = Pictured.of(unit, row.study_uid)
        attributes = kept(self.store, {row.pk: row.digest or ""})[row.pk]
        going = retrieve.Outgoing(row, published.changes(row, attributes), context.transfer_syntax)
        with retrieve.copy(self.store, going, self._unpack) as (_, pieces):
            return sends.store(context, Picture(row.sop_class_uid, row.instance_uid, data_set_of(pieces)))


class _Back(NamedTuple):
    """On the association that asked."""

    link: Link

    @property
    def contexts(self) -> tuple[ContextAnswer, ...]:
        return self.link.pictures

    def store(self, context: ContextAnswer, picture: Picture) -> int:
        return self.link.store(context, picture)


class Gets:
    """C-GET: the pictures come back on the association that asks for them."""

    sop_classes = frozenset({Root.PATIENT.get, Root.STUDY.get})
    gives_pictures = True

    def __init__(self, shelf: Shelf, peers: Peers) -> None:
        self._shelf = shelf
        self._peers = peers

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """A pending answer after each picture, then what came of it."""
        check_may_ask(request.peer, self._peers())
        wanted = retrieval(request)
        task = _Task(request, link, wanted.level, "C-GET")
        yield from self._shelf.carried(task, self._shelf.found(wanted), _Back(link))


class Moves:
    """C-MOVE: the pictures go to a peer that is configured or written down on the Camp page, and to no other."""

    sop_classes = frozenset({Root.PATIENT.move, Root.STUDY.move})
    gives_pictures = False

    def __init__(self, shelf: Shelf, peers: Peers, ae_title: str, limits: Limits = Limits()) -> None:  # noqa: B008
        self._shelf = shelf
        self._peers = peers
        self._ae_title = ae_title
        self._limits = limits

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """A pending answer after each picture, then what came of it."""
        known = list(self._peers())
        check_may_ask(request.peer, known)
        wanted = retrieval(request)
        destination = self._destination(request.command.destination, known)
        if destination is None:
            yield Answer(UNKNOWN_DESTINATION, comment="Nobody has said where that destination is.")
            return
        rows = self._shelf.found(wanted)
        task = _Task(request, link, wanted.level, "C-MOVE")
        if not rows:
            yield from self._shelf.carried(task, rows, _Nowhere())
            return
        try:
            with called(destination, _offers(rows), self._limits) as outgoing:
                yield from self._shelf.carried(task, rows, _Onward(outgoing, request))
        except (Unavailable, Refused) as problem:  # no association came about
            yield from self._shelf.carried(task, rows, _Nowhere(problem.sentence))

    def _destination(self, title: str, known: Iterable[CameraRules]) -> Destination | None:
        for one in known:
            if one.ae_title == title and one.host and one.port and one.trust is not Trust.BLOCKED:
                return Destination(one.ae_title, one.host, one.port, self._ae_title)
        return None


class _Onward(NamedTuple):
    """On an association of our own; each C-STORE says who asked for it (PS3.7 9.3.1.1)."""

    outgoing: Outgoing
    request: Request

    @property
    def contexts(self) -> tuple[ContextAnswer, ...]:
        return self.outgoing.contexts

    def store(self, context: ContextAnswer, picture: Picture) -> int:
        asked = self.request
        more: dict[int, int | str] = {
            commands.ORIGINATOR: asked.peer.calling_ae,
            commands.ORIGINATOR_MESSAGE: asked.command.message_id,
        }
        return self.outgoing.store(context, picture, more)


class _Nowhere(NamedTuple):
    """No association came about."""

    reason: str = ""

    @property
    def contexts(self) -> tuple[ContextAnswer, ...]:
        raise Unavailable(self.reason)

    def store(self, _context: ContextAnswer, _picture: Picture) -> int:
        raise Unavailable(self.reason)


def data_set_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The data set of a Part 10 file that comes in pieces: what stands behind its file meta (PS3.10 7.1)."""
    rest = iter(pieces)
    front = bytearray()
    for piece in rest:
        front += piece
        if len(front) >= _LONGEST_META:
            break
    yield bytes(front[read_part10(BytesIO(front)).data_set_at :])
    yield from rest


def _fitting(row: InstanceRow, contexts: Iterable[ContextAnswer]) -> ContextAnswer | None:
    """The context to send it in: as it is stored, or else decoded, where that can be done."""
    stored = row.transfer_syntax_uid or EXPLICIT_LITTLE
    syntaxes = (stored, *_NATIVE) if _can_be_decoded(stored) else (stored,)
    offered = {one.transfer_syntax: one for one in contexts if one.abstract_syntax == row.sop_class_uid}
    return next((offered[syntax] for syntax in syntaxes if syntax in offered), None)


def _can_be_decoded(syntax: str) -> bool:
    return syntax in NATIVE or syntax in DECODABLE


def _offers(rows: Iterable[InstanceRow]) -> list[Proposed]:
    """Each class as it is stored, and apart from that in the native syntaxes, so that the peer's choice is told."""
    kinds = {(row.sop_class_uid, row.transfer_syntax_uid or EXPLICIT_LITTLE) for row in rows}
    stored = [(sop_class, (syntax,)) for sop_class, syntax in sorted(kinds) if syntax not in _NATIVE]
    native = [(sop_class, _NATIVE) for sop_class in sorted({one for one, syntax in kinds if _can_be_decoded(syntax)})]
    return [Proposed(2 * at + 1, *offer) for at, offer in enumerate([*stored, *native][:MOST_CONTEXTS])]
