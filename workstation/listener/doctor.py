"""The camera doctor: what each device said to us lately, in plain sentences. Holds no patient data and decides nothing."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pydicom import config
from pydicom.uid import UID

from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed

MANY = 3
"""So many kinds are named one by one; more are counted."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AssociationNote:
    """One thing that a device did. ``times`` counts the same thing happening again and again."""

    at: datetime
    calling_ae: str
    address: str
    sentence: str
    went_well: bool = True
    times: int = 1


@dataclass(frozen=True, slots=True)
class Camera:
    """One calling AE title, as last heard."""

    calling_ae: str
    address: str
    last_heard: datetime
    associations: int = 0
    stored: int = 0
    refused: int = 0


class Doctor:
    """Remembers a bounded number of notes and devices, in memory. Every method may be called from any thread."""

    def __init__(self, clock: Callable[[], datetime], *, notes: int = 200, cameras: int = 100) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._notes: deque[AssociationNote] = deque(maxlen=notes)
        self._cameras: dict[str, Camera] = {}
        self._most = cameras

    def note(self, calling_ae: str, address: str, sentence: str, *, went_well: bool = True) -> None:
        """Write one sentence down, and into the log unless it only repeats the last one of that device."""
        fresh = AssociationNote(self._clock(), calling_ae, address, sentence, went_well)
        with self._lock:
            again = next((old for old in self._notes if _same(old, fresh)), None)
            if again is not None:
                self._notes.remove(again)
            self._notes.append(fresh if again is None else replace(fresh, times=again.times + 1))
        if again is None:
            log.info("%s at %s: %s", calling_ae or "unknown device", address, sentence)

    def heard(self, calling_ae: str, address: str, *, associations: int = 0, stored: int = 0, refused: int = 0) -> None:
        """A device is there; add to its counts."""
        now = self._clock()
        with self._lock:
            before = self._cameras.pop(calling_ae, None) or Camera(calling_ae, address, now)
            self._cameras[calling_ae] = replace(
                before,
                address=address,
                last_heard=now,
                associations=before.associations + associations,
                stored=before.stored + stored,
                refused=before.refused + refused,
            )
            if len(self._cameras) > self._most:
                del self._cameras[next(iter(self._cameras))]

    def notes(self) -> tuple[AssociationNote, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(self._notes)

    def cameras(self) -> tuple[Camera, ...]:
        """Every calling AE title, the one heard last at the end."""
        with self._lock:
            return tuple(self._cameras.values())


def opening(request: AssociateRequest, answers: Iterable[ContextAnswer]) -> str:
    """What a device offered and what we said, as one sentence."""
    results = {answer.context_id: answer.result for answer in answers}
    taken = [context for context in request.contexts if results.get(context.context_id) == 0]
    left = [context for context in request.contexts if results.get(context.context_id) != 0]
    if not request.contexts:
        return "It offered nothing."
    if not left:
        return f"It offered {_kinds(taken)}; accepted."
    if not taken:
        return f"It offered only {_kinds(left)}; not accepted."
    return f"It offered {_kinds(taken)}; accepted. It also asked for {_kinds(left)}; not accepted."


def _kinds(contexts: list[Proposed]) -> str:
    names = list(dict.fromkeys(_name(context.abstract_syntax) for context in contexts))
    if len(names) > MANY:
        return f"{len(names)} kinds of object"
    syntaxes = {syntax for context in contexts for syntax in context.transfer_syntaxes}
    how = f", only as {_name(syntaxes.pop())}" if len(syntaxes) == 1 else ""
    return " and ".join(names) + how


def _name(uid: str) -> str:
    name = UID(uid, config.IGNORE).name.removesuffix(" SOP Class").removesuffix(" Storage")
    return "".join(letter if " " <= letter <= "~" else "." for letter in name)[:64] or "nothing"


def _same(old: AssociationNote, fresh: AssociationNote) -> bool:
    return (old.calling_ae, old.address, old.sentence) == (fresh.calling_ae, fresh.address, fresh.sentence)
