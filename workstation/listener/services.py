"""DIMSE services besides Verification and Storage: which one a SOP class belongs to, and its end of one association.

A service is one file with one class (``seams.Serves``): a generator that gives its responses. Here its requests are put together
under caps, its answers cut to what the peer takes, and it is stopped when the peer cancels. It works on a thread of its own,
so that the association can hear meanwhile.
"""

import contextlib
import logging
import queue
import threading
from collections.abc import Generator, Iterable, Iterator, Mapping

from resources.problems import Problem, Unavailable
from resources.wire.uids import EXPLICIT_LITTLE, IMPLICIT_LITTLE
from workstation.listener import commands
from workstation.listener.commands import Command
from workstation.listener.limits import Limits
from workstation.listener.line import Gone, Slow
from workstation.listener.messages import Assembly
from workstation.listener.negotiation import TRANSFER_SYNTAXES_NOT_SUPPORTED
from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed, ProtocolError, fragments
from workstation.listener.problems import status_of
from workstation.listener.seams import Answer, Opening, Picture, Request, Serves

SYNTAXES = (EXPLICIT_LITTLE, IMPLICIT_LITTLE)
"""What the data sets of these services are written in, the preferred one first."""
WAITING = 4
"""Requests that may wait while one is worked on; a peer that sends more breaks the rules (we announced one)."""
_FAREWELL = 10.0

log = logging.getLogger(__name__)


class Services:
    """The table of services. Joins each association that asks for one of them."""

    def __init__(self, *services: Serves, limits: Limits = Limits()) -> None:  # noqa: B008  # frozen
        self._table = {uid: service for service in services for uid in service.sop_classes}
        self._limits = limits

    def gives_pictures(self, request: AssociateRequest) -> bool:
        """Whether a service that sends pictures back is asked for."""
        wanted = (self._table.get(context.abstract_syntax) for context in request.contexts)
        return any(service.gives_pictures for service in wanted if service is not None)

    def open(self, opening: Opening) -> "Side | None":
        """Join when at least one context is of a service of ours."""
        answers = tuple(_answer(one) for one in opening.contexts if one.abstract_syntax in self._table)
        return Side(opening, answers, self._table, self._limits) if answers else None


def _answer(context: Proposed) -> ContextAnswer:
    syntax = next((one for one in SYNTAXES if one in context.transfer_syntaxes), None)
    if syntax is None:
        first = context.transfer_syntaxes[0] if context.transfer_syntaxes else ""
        return ContextAnswer(context.context_id, context.abstract_syntax, first, TRANSFER_SYNTAXES_NOT_SUPPORTED)
    return ContextAnswer(context.context_id, context.abstract_syntax, syntax)


class Side:
    """The services' end of one association. ``take``, ``answered`` and ``close`` come from its thread."""

    def __init__(
        self, opening: Opening, answers: tuple[ContextAnswer, ...], table: Mapping[str, Serves], limits: Limits
    ) -> None:
        self.answers = answers
        self._opening = opening
        self._table = table
        self._limits = limits
        self._assembly = Assembly(opening.peer, {one.context_id: one for one in answers if one.result == 0}, limits)
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._asked = _Asked()
        self._lock = threading.Lock()
        self._unanswered: list[int] = []
        """Message ids of the requests that wait or are worked on."""
        self._cancelled: set[int] = set()
        self._is_over = False
        self._worker: threading.Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Works on a request."""
        return bool(self._unanswered)

    @property
    def is_between_messages(self) -> bool:
        """No request has begun that is not yet whole."""
        return self._assembly.is_empty

    def take(self, body: memoryview) -> None:
        """A P-DATA-TF of these contexts. Raises ``ProtocolError``."""
        for request in self._assembly.take(body):
            if request.command.field == commands.C_CANCEL_RQ:
                self._cancel(request.command.responded_to)
            elif not request.command.field & commands.RESPONSE:
                self._begin(request)
            elif not self.answered(request.command):
                raise ProtocolError("it answered what nobody asked")

    def answered(self, command: Command) -> bool:
        """A response to what we asked."""
        return self._asked.answered(command)

    def close(self) -> None:
        """Stop the worker and wait for it."""
        self._is_over = True
        self._asked.close()
        self._requests.put(None)
        if self._worker is not None:
            self._worker.join(_FAREWELL)

    def _begin(self, request: Request) -> None:
        with self._lock:
            self._unanswered.append(request.command.message_id)
            if len(self._unanswered) > WAITING:
                raise ProtocolError("it asks on and on without waiting for answers")
        self._requests.put(request)
        if self._worker is None:
            name = f"{threading.current_thread().name}-services"
            self._worker = threading.Thread(target=self._work, name=name)
            self._worker.start()

    def _cancel(self, message_id: int) -> None:
        with self._lock:
            if message_id in self._unanswered:
                self._cancelled.add(message_id)

    def _work(self) -> None:
        while (request := self._requests.get()) is not None and not self._is_over:
            try:
                self._serve(request)
            except (Gone, Slow):
                return
            except Exception:
                log.exception("a request of %s could not be answered", request.peer.calling_ae)
            finally:
                self._done(request)

    def _done(self, request: Request) -> None:
        number = request.command.message_id
        with self._lock, contextlib.suppress(ValueError):
            self._unanswered.remove(number)
            self._cancelled.discard(number)

    def _serve(self, request: Request) -> None:
        service = self._table[request.context.abstract_syntax]
        link = _Link(self, request)
        answers = self._guarded(request, service.answers(request, link))
        with contextlib.closing(answers):
            for answer in answers:
                if answer.is_pending and link.is_cancelled:
                    return self._send(request, Answer(commands.CANCELLED, more=answer.more))
                self._send(request, answer)
        return None

    def _guarded(self, request: Request, answers: Iterator[Answer]) -> Generator[Answer]:
        """The rim: a Problem becomes a status; a bug of ours is logged and becomes 0x0110. Always one last answer."""
        is_answered = False
        try:
            for answer in answers:
                is_answered = not answer.is_pending
                yield answer
            if is_answered:
                return
            failure = Answer(commands.UNRECOGNIZED_OPERATION)
        except Problem as problem:
            failure = Answer(_failure(request, problem), comment=problem.sentence)
        except (Gone, Slow):
            raise
        except Exception:
            log.exception("a request of %s failed", request.peer.calling_ae)
            failure = Answer(commands.PROCESSING_FAILURE)
        if not is_answered:
            yield failure

    def _send(self, request: Request, answer: Answer) -> None:
        known = {} if answer.data is None else {commands.DATA_SET_TYPE: commands.DATA_SET}
        comment = {commands.COMMENT: answer.comment} if answer.comment else {}
        command = commands.answer_to(request.command, answer.status) | known | comment | dict(answer.more)
        data = None if answer.data is None else (answer.data,)
        self._message(request.context.context_id, command, data)

    def _message(self, context_id: int, command: Mapping[int, int | str], data: Iterable[bytes] | None) -> None:
        if self._is_over:
            raise Gone
        self._opening.send(self._pdus(context_id, command, data))

    def _pdus(self, context_id: int, command: Mapping[int, int | str], data: Iterable[bytes] | None) -> Iterator[bytes]:
        longest = self._opening.peer.max_pdu
        head = b"".join(fragments(context_id, (commands.encode(command),), max_pdu=longest, is_command=True))
        if data is None:
            yield head
            return
        for piece in fragments(context_id, data, max_pdu=longest, is_command=False):
            yield head + piece
            head = b""

    def _ask(self, context_id: int, command: dict[int, int | str], data: Iterable[bytes]) -> int:
        """Send a request of our own and wait for its status. Raises Unavailable."""
        number = self._asked.number()
        whole = {**command, commands.MESSAGE_ID: number, commands.DATA_SET_TYPE: commands.DATA_SET}
        self._message(context_id, whole, data)
        return self._asked.wait(number, self._limits.idle_seconds)

    def is_cancelled(self, message_id: int) -> bool:
        """Whether the rest of the answers to this request is not wanted any more."""
        return self._is_over or message_id in self._cancelled


def _failure(request: Request, problem: Problem) -> int:
    """Of the C-services by the listener's table (PS3.4 C.4.1.1.4 shares its numbers); the N-services have one for all."""
    return status_of(problem) if request.command.field < commands.N_EVENT_REPORT_RQ else commands.PROCESSING_FAILURE


class _Link:
    """What a service may do on the association of its request."""

    def __init__(self, side: Side, request: Request) -> None:
        self._side = side
        self._request = request

    @property
    def is_cancelled(self) -> bool:
        return self._side.is_cancelled(self._request.command.message_id)

    @property
    def pictures(self) -> tuple[ContextAnswer, ...]:
        return self._side._opening.pictures

    def store(self, context: ContextAnswer, picture: Picture, more: Mapping[int, int | str] | None = None) -> int:
        command: dict[int, int | str] = {
            commands.FIELD: commands.C_STORE_RQ,
            commands.AFFECTED_CLASS: picture.sop_class_uid,
            commands.AFFECTED_INSTANCE: picture.instance_uid,
            commands.PRIORITY: 0,
            **(more or {}),
        }
        return self._side._ask(context.context_id, command, picture.data)

    def report(self, event_type: int, sop_class_uid: str, instance_uid: str, data: bytes) -> int:
        command: dict[int, int | str] = {
            commands.FIELD: commands.N_EVENT_REPORT_RQ,
            commands.AFFECTED_CLASS: sop_class_uid,
            commands.AFFECTED_INSTANCE: instance_uid,
            commands.EVENT_TYPE: event_type,
        }
        return self._side._ask(self._request.context.context_id, command, (data,))

    def note(self, sentence: str) -> None:
        self._side._opening.note(sentence)


class _Asked:
    """What we asked the peer on this association, and its answers."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._last = 0
        self._open: int | None = None
        self._status: int | None = None
        self._is_over = False

    def number(self) -> int:
        """A message id for a request; one is open at a time."""
        with self._changed:
            self._last = self._last % 0xFFFF + 1
            self._open, self._status = self._last, None
            return self._last

    def answered(self, command: Command) -> bool:
        with self._changed:
            if self._open is None or command.responded_to != self._open:
                return False
            self._open, self._status = None, command.status
            self._changed.notify_all()
            return True

    def wait(self, number: int, seconds: float) -> int:
        """The status of the answer. Raises Unavailable."""
        with self._changed:
            self._changed.wait_for(lambda: self._open != number or self._is_over, seconds)
            if self._status is None:
                self._open = None
                raise Unavailable("The other side did not answer.")
            return self._status

    def close(self) -> None:
        """Nobody will answer any more."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
