"""One association from the first byte to the last (PS3.8 9.2), on a thread of its own.

Serves Verification and Storage itself; contexts of other services go to ``Others``, where there are any.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from resources.problems import Problem
from workstation.listener import pdus
from workstation.listener.admission import TOO_MANY, Admission, refusal
from workstation.listener.commands import Command
from workstation.listener.dialogue import Dialogue
from workstation.listener.doctor import Doctor, TurnedAway, misnamed, opening
from workstation.listener.limits import Limits
from workstation.listener.line import Gone, Line, Silent, Slow
from workstation.listener.negotiation import ABSTRACT_SYNTAX_NOT_SUPPORTED, Negotiated, negotiate
from workstation.listener.pdus import (
    Acceptance,
    AssociateRequest,
    ContextAnswer,
    ProtocolError,
    Rejection,
    decode_request,
    encode_abort,
    encode_acceptance,
    encode_rejection,
)
from workstation.listener.seams import Opening, Others, OtherSide, Peer, Receives
from workstation.listener.tls import HANDSHAKE, NotSecure

SLACK = 1024
"""Some senders take the longest PDU for the longest value and overshoot by a few bytes."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setup:
    """What every association of one listener shares."""

    receiver: Receives
    doctor: Doctor
    implementation_uid: str
    implementation_version: str
    limits: Limits
    admission: Callable[[], Admission]
    others: Others | None
    has_place: Callable[[], bool] = lambda: False
    """Whether one of the places that are reserved for known cameras is free."""


class Association:
    """``run`` does it all; ``leave`` and ``cut`` come from other threads."""

    def __init__(self, line: Line, address: str, setup: Setup, *, is_crowded: bool = False) -> None:
        self.address = address
        self.makes_room = True
        """It has not introduced itself yet, or has ended and lingers: it goes when another needs its place."""
        self.is_cut = False
        self.is_crowded = is_crowded
        """No place was free when it came."""
        self._line = line
        self._setup = setup
        self._limits = setup.limits
        self._calling_ae = ""
        self._dialogue: Dialogue | None = None
        self._other: OtherSide | None = None
        self._other_ids: frozenset[int] = frozenset()
        self._told = (0, 0)
        self._is_leaving = False
        self._speaking = threading.Lock()
        self._is_encrypted = False

    def run(self) -> None:
        """Until the peer releases, aborts, goes, or breaks a rule. Raises nothing."""
        linger = self._limits.farewell_seconds
        try:
            self._serve()
        except Gone:
            self._went_away()
        except Silent:
            self._abort("It said nothing for too long.", reason=0, is_alert=self._dialogue is None)
        except Slow:
            self._abort("It stopped in the middle of a message.", reason=0, is_alert=True)
        except ProtocolError as error:
            self._abort(f"It was cut off: {error}.", reason=error.reason, is_alert=True)
        except Exception:
            log.exception("an association with %s failed", self.address)
            self._abort("It was cut off by a fault of ours.", reason=0)
        finally:
            self.makes_room = True
            self._close(0.0 if self._is_leaving or self.is_cut else linger)

    def leave(self) -> None:
        """Finish the message that is whole already, then abort. Returns at once."""
        self._is_leaving = True
        self._line.hang_up()

    def cut(self) -> None:
        """End it at once, whatever it is doing."""
        self.is_cut = True
        self._line.cut()

    def _serve(self) -> None:
        try:
            self._encrypt()
        except NotSecure as reason:
            return self._turned_away(str(reason))
        request = self._handshake()
        no = self._refusal(request)
        if no is not None:
            return self._reject(request, no)
        self._accept(request)
        return self._listen()

    def _encrypt(self) -> None:
        """Where the peer begins with TLS, and we have a certificate: here, on its own thread, under a deadline."""
        encryption, limits = self._setup.admission().encryption, self._limits
        if encryption is not None and self._line.first_byte(within=limits.handshake_seconds) == HANDSHAKE:
            self._line.encrypt(encryption.context, within=limits.tls_seconds)
            self._is_encrypted = True

    def _refusal(self, request: AssociateRequest) -> Rejection | None:
        no = refusal(request, self._setup.admission(), address=self.address, is_encrypted=self._is_encrypted)
        if no is None and self.is_crowded and not self._finds_a_place(request):
            return TOO_MANY
        return no

    def _finds_a_place(self, request: AssociateRequest) -> bool:
        """A known camera whose address is not fixed may still have one of the reserved places."""
        if request.calling_ae not in self._setup.admission().known_titles:
            return False
        self.is_crowded = not self._setup.has_place()
        return not self.is_crowded

    def _handshake(self) -> AssociateRequest:
        seconds = self._limits.handshake_seconds
        kind, body = self._line.next_pdu(
            begins_within=seconds, whole_within=seconds, longest=self._limits.associate_bytes
        )
        if kind != pdus.ASSOCIATE_RQ:
            raise ProtocolError("it did not begin with an association request", pdus.UNEXPECTED_PDU)
        request = decode_request(bytes(body))
        self._calling_ae = request.calling_ae
        return request

    def _reject(self, request: AssociateRequest, rejection: Rejection) -> None:
        self._send(encode_rejection(rejection))
        self._turned_away(rejection.sentence, called_ae=request.called_ae, reason=rejection.reason)

    def _turned_away(self, sentence: str, *, called_ae: str = "", reason: int = 0) -> None:
        self._setup.doctor.turned_away(TurnedAway(self._calling_ae, called_ae, self.address, sentence, reason))

    def _accept(self, request: AssociateRequest) -> None:
        setup = self._setup
        gives = setup.others is not None and setup.others.gives_pictures(request)
        agreed = negotiate(request, gives_pictures=gives)
        peer = Peer(request.calling_ae, request.called_ae, self.address, request.max_pdu)
        answers = self._with_others(request, agreed, peer)
        self._dialogue = Dialogue(
            peer,
            {answer.context_id: answer for answer in agreed.contexts if answer.result == 0},
            setup.receiver,
            self._send,
            self._limits,
            answered=self._answered,
        )
        self.makes_room = False
        acceptance = Acceptance(
            answers, self._limits.pdu_bytes, setup.implementation_uid, setup.implementation_version, agreed.roles
        )
        setup.doctor.heard(self._calling_ae, self.address, associations=1)
        self._note(opening(request, answers), went_well=any(answer.result == 0 for answer in answers))
        self._compare_names(request)
        self._send(encode_acceptance(request, acceptance))

    def _compare_names(self, request: AssociateRequest) -> None:
        """A camera that calls us by another title is served all the same; somebody may want to know."""
        ours = self._setup.admission().ours
        if ours and request.called_ae.strip() != ours:
            self._note(misnamed(request.called_ae, ours), went_well=False)

    def _with_others(self, request: AssociateRequest, agreed: Negotiated, peer: Peer) -> tuple[ContextAnswer, ...]:
        """Our answers, and where we serve no such thing, those of the other services."""
        ours = agreed.contexts
        left = {answer.context_id for answer in ours if answer.result == ABSTRACT_SYNTAX_NOT_SUPPORTED}
        if self._setup.others is None or not left:
            return ours
        offered = tuple(context for context in request.contexts if context.context_id in left)
        scps = {uid for uid, roles in agreed.roles.items() if roles.scp}
        pictures = tuple(answer for answer in ours if answer.result == 0 and answer.abstract_syntax in scps)
        self._other = self._setup.others.open(Opening(request, peer, offered, pictures, self._send_message, self._note))
        if self._other is None:
            return ours
        theirs = {answer.context_id: answer for answer in self._other.answers if answer.context_id in left}
        self._other_ids = frozenset(number for number, answer in theirs.items() if answer.result == 0)
        return tuple(theirs.get(answer.context_id, answer) for answer in ours)

    def _answered(self, command: Command) -> bool:
        return self._other is not None and self._other.answered(command)

    def _listen(self) -> None:
        dialogue, limits = self._dialogue, self._limits
        assert dialogue is not None  # made by _accept
        while not self._is_leaving:
            try:
                kind, body = self._line.next_pdu(
                    begins_within=self._patience(dialogue),
                    whole_within=limits.pdu_seconds,
                    longest=limits.pdu_bytes + SLACK,
                )
            except Silent:
                if self._other is not None and self._other.is_busy:
                    continue
                raise
            if kind == pdus.P_DATA:
                self._data(dialogue, body)
            elif kind == pdus.RELEASE_RQ:
                self._said_goodbye(dialogue)
                with suppress(Gone, Slow):  # many do not wait for the answer
                    self._send(pdus.RELEASE_ANSWER)
                return None
            elif kind == pdus.ABORT:
                return self._note("It aborted.", went_well=False)
            else:
                raise ProtocolError("it sent a PDU out of order", pdus.UNEXPECTED_PDU)
        return self._abort("", reason=0)

    def _patience(self, dialogue: Dialogue) -> float:
        """Seconds until the next PDU must begin."""
        is_waiting = dialogue.is_between_messages and (self._other is None or self._other.is_between_messages)
        return self._limits.idle_seconds if is_waiting else self._limits.pdu_seconds

    def _data(self, dialogue: Dialogue, body: memoryview) -> None:
        if self._other is not None and len(body) > 4 and body[4] in self._other_ids:
            self._other.take(body)
            return
        dialogue.take(body, waited=self._line.waited)
        tally = dialogue.tally
        if dialogue.is_between_messages:
            stored, refused = tally.stored - self._told[0], tally.refused - self._told[1]
            self._told = (tally.stored, tally.refused)
            self._setup.doctor.heard(self._calling_ae, self.address, stored=stored, refused=refused)

    def _send(self, data: bytes) -> None:
        self._send_message((data,))

    def _send_message(self, pieces: Iterable[bytes]) -> None:
        """All PDUs of one message, or none that the peer could take for a whole one."""
        with self._speaking:
            try:
                for piece in pieces:
                    self._line.send(piece, within=self._limits.pdu_seconds)
            except (Gone, Slow):
                raise
            except Exception:
                log.exception("a message to %s could not be sent whole", self._calling_ae)
                self.cut()
                raise Gone from None

    def _said_goodbye(self, dialogue: Dialogue) -> None:
        tally = dialogue.tally
        if tally.refused:
            self._note(f"{_pictures(tally.refused)} could not be kept: {tally.last_refusal}", went_well=False)
        elif tally.stored:
            self._note(f"It sent {_pictures(tally.stored)}; all kept.")
        elif tally.echoes:
            self._note("It tested the connection.")

    def _went_away(self) -> None:
        if self._is_leaving:
            self._abort("", reason=0)
        elif self._dialogue is not None and not self._dialogue.is_between_messages:
            self._note("It broke off inside a picture; nothing of that one was kept.", went_well=False)
        elif self._dialogue is not None:
            self._note("It went without saying goodbye.", went_well=False)

    def _abort(self, sentence: str, *, reason: int, is_alert: bool = False) -> None:
        if is_alert:
            cut = TurnedAway(self._calling_ae, "", self.address, sentence, reason, was_inside=True)
            self._alert(cut)
        elif sentence:
            self._note(sentence, went_well=False)
        with suppress(Gone, Slow):
            self._send(encode_abort(source=2, reason=reason))

    def _alert(self, cut: TurnedAway) -> None:
        try:
            self._setup.doctor.cut_off(cut)
        except Problem as reason:  # a full disk, say: the connection ends all the same
            log.warning("who was cut off could not be written down: %s", reason.sentence)

    def _note(self, sentence: str, *, went_well: bool = True) -> None:
        self._setup.doctor.note(self._calling_ae, self.address, sentence, went_well=went_well)

    def _close(self, linger: float) -> None:
        try:
            if self._dialogue is not None:
                self._dialogue.break_off()
            if self._other is not None:
                self._other.close()
        except Exception:
            log.exception("an association with %s did not end cleanly", self.address)
        finally:
            self._line.close(linger=linger)


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count} pictures"
