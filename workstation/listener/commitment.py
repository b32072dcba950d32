"""Storage Commitment Push Model (PS3.4 annex J): a camera asks whether its pictures are safe here before it forgets them.

The question is written down before it is acknowledged. The answer goes to the address that somebody gave for the camera, on an
association of our own, again and again until it is taken; where nobody gave one, on the association that asked.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

from resources.problems import Unavailable
from resources.store import Store, commitments
from resources.store.commitments import Asked, Reference, Verdict
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from resources.wire.dicomjson import DataSet, Json
from resources.wire.uids import IMPLICIT_LITTLE, is_uid
from workstation.listener import commands, datasets
from workstation.listener.calling import Proposal, asked
from workstation.listener.doctor import Doctor
from workstation.listener.seams import Answer, Link, Request

COMMITMENT = "1.2.840.10008.1.20.1"
INSTANCE = "1.2.840.10008.1.20.1.1"  # Storage Commitment Push Model SOP Instance, PS3.6 A
REQUEST, ALL_SAFE, SOME_FAILED = 1, 1, 2  # Action Type and Event Type IDs, PS3.4 J.3.2, J.3.3
_TRANSACTION, _REFERENCES, _FAILED = "00081195", "00081199", "00081198"
_CLASS, _INSTANCE_UID, _REASON = "00081150", "00081155", "00081197"

SECONDS = 15.0
"""For one call, in all."""

log = logging.getLogger(__name__)


class Committing:
    """N-ACTION SCP. ``rules_of`` gives a camera's address by its AE title; ``wake`` rings whoever calls cameras back."""

    sop_classes = frozenset({COMMITMENT})
    gives_pictures = False

    def __init__(
        self, store: Store, *, rules_of: Callable[[str], CameraRules] = CameraRules, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._rules_of = rules_of
        self._wake = wake

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """Success when the question is written down; the report follows."""
        title = request.peer.calling_ae
        refusal = self._write_down(request, title)
        if refusal is not None:
            yield refusal
            return
        yield Answer(commands.SUCCESS)
        if _has_address(self._rules_of(title)):
            self._wake()
        else:
            self._report_here(title, request.context.transfer_syntax, link)

    def _write_down(self, request: Request, title: str) -> Answer | None:
        if request.command.field != commands.N_ACTION_RQ:
            return Answer(commands.UNRECOGNIZED_OPERATION)
        if request.command.instance_uid != INSTANCE:
            return Answer(commands.NO_SUCH_INSTANCE)
        if request.command.action_type != REQUEST:
            return Answer(commands.NO_SUCH_ACTION)
        said = DataSet(datasets.asked(request))
        transaction = said.text(_TRANSACTION)
        references = [Reference(item.text(_CLASS), item.text(_INSTANCE_UID)) for item in said.items(_REFERENCES)]
        if not is_uid(transaction) or not references:
            return Answer(commands.INVALID_ARGUMENT, comment="Transaction UID or references are missing.")
        with self._store.write(Origin.CAMERA, f"camera:{title}") as unit:
            commitments.ask(unit, transaction, title, references)
        return None

    def _report_here(self, title: str, syntax: str, link: Link) -> None:
        """Everything that this camera has no answer to, on its own association."""
        with self._store.read() as unit:
            waiting = commitments.unanswered(unit, title)
        for one in waiting:
            event, data_set = report_of(self._store, one)
            try:
                status = link.report(event, COMMITMENT, INSTANCE, datasets.written(data_set, syntax))
            except Unavailable:
                return
            settle(self._store, one, is_taken=status == commands.SUCCESS)
            link.note(sentence_of(one, event))


class CallingBack:
    """The Service that reports to cameras on associations of our own, until each has taken its answer."""

    name = "commitment"

    def __init__(
        self,
        store: Store,
        *,
        rules_of: Callable[[str], CameraRules],
        calling_ae: str,
        doctor: Callable[[], Doctor],
    ) -> None:
        """``doctor`` gives the camera doctor, which is told what came of each call."""
        self._store = store
        self._rules_of = rules_of
        self._calling_ae = calling_ae
        self._doctor = doctor
        self._bell = threading.Event()
        self._is_stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin with what is still unanswered."""
        if self._thread is None:
            self._is_stopping = False
            self._thread = threading.Thread(target=self._run, name=self.name)
            self._thread.start()

    def stop(self, deadline: float = 5.0) -> None:
        """No more calls."""
        self._is_stopping = True
        self._bell.set()
        if self._thread is not None:
            self._thread.join(deadline)
            self._thread = None

    def wake(self) -> None:
        """Somebody asked."""
        self._bell.set()

    def call_back(self) -> int:
        """Try whatever is due, once; how many were taken."""
        with self._store.read() as unit:
            waiting = commitments.due(unit)
        return sum(self._try(one) for one in waiting if not self._is_stopping)

    def _run(self) -> None:
        while not self._is_stopping:
            self._bell.clear()
            try:
                self.call_back()
            except Exception:
                log.exception("cameras could not be told what is safe")
            self._bell.wait(self._pause())

    def _pause(self) -> float | None:
        """Seconds until the next try; for ever when nothing waits. The clock may be set while we wait, so never long."""
        with self._store.read() as unit:
            moment = commitments.next_due(unit)
            return None if moment is None else min(max((moment - unit.now).total_seconds(), 1.0), 60.0)

    def _try(self, one: Asked) -> bool:
        rules = self._rules_of(one.station_ae_title)
        is_taken = False
        if _has_address(rules):
            event, data_set = report_of(self._store, one)
            is_taken = self._report(rules, event, data_set)
            sentence = sentence_of(one, event) if is_taken else "It could not be told yet which pictures are safe here."
            self._doctor().note(one.station_ae_title, rules.host, sentence, went_well=is_taken)
        settle(self._store, one, is_taken=is_taken)
        return is_taken

    def _report(self, rules: CameraRules, event: int, data_set: Json) -> bool:
        """N-EVENT-REPORT (PS3.7 10.3.1); we are the SCP of the class though we call."""
        command: dict[int, int | str] = {
            commands.FIELD: commands.N_EVENT_REPORT_RQ,
            commands.AFFECTED_CLASS: COMMITMENT,
            commands.AFFECTED_INSTANCE: INSTANCE,
            commands.EVENT_TYPE: event,
        }
        proposal = Proposal(self._calling_ae, rules.ae_title, COMMITMENT, IMPLICIT_LITTLE, is_scp=True)
        data = datasets.written(data_set, IMPLICIT_LITTLE)
        return asked(rules.host, rules.port, proposal, command, data, seconds=SECONDS) == commands.SUCCESS


def report_of(store: Store, one: Asked) -> tuple[int, Json]:
    """Event type and information of the N-EVENT-REPORT (PS3.4 J.3.3), by what lies in the vault now."""
    verdict = commitments.verdict(store, one.references)
    return (SOME_FAILED if verdict.failed else ALL_SAFE), _information(one.transaction_uid, verdict)


def settle(store: Store, one: Asked, *, is_taken: bool) -> None:
    """Write down what came of it."""
    with store.write(Origin.STATION) as unit:
        commitments.taken(unit, one) if is_taken else commitments.not_taken(unit, one)


def sentence_of(one: Asked, event: int) -> str:
    """For the camera doctor."""
    count = len(one.references)
    pictures = "1 picture" if count == 1 else f"{count} pictures"
    if event == ALL_SAFE:
        return f"It asked whether {pictures} are safe here; all are."
    return f"It asked whether {pictures} are safe here; not all are. It must keep the others and send them again."


def _has_address(rules: CameraRules) -> bool:
    return bool(rules.host and rules.port)


def _information(transaction_uid: str, verdict: Verdict) -> Json:
    def item(reference: Reference, *more: tuple[str, Any]) -> Json:
        said: Json = {
            _CLASS: {"vr": "UI", "Value": [reference.sop_class_uid]},
            _INSTANCE_UID: {"vr": "UI", "Value": [reference.instance_uid]},
        }
        return said | {tag: {"vr": "US", "Value": [value]} for tag, value in more}

    found: Json = {_TRANSACTION: {"vr": "UI", "Value": [transaction_uid]}}
    if verdict.safe:
        found[_REFERENCES] = {"vr": "SQ", "Value": [item(reference) for reference in verdict.safe]}
    if verdict.failed:
        found[_FAILED] = {"vr": "SQ", "Value": [item(one, (_REASON, reason)) for one, reason in verdict.failed]}
    return found
