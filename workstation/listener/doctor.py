"""The camera doctor: what each device said to us lately, in plain sentences. Holds no patient data and decides nothing."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from pydicom import config
from pydicom.uid import UID

from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed

MANY = 3
"""So many kinds are named one by one; more are counted."""
LINES = 10
"""Troubles that are logged in a minute (reliability.md D9)."""

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

    def about(self, name: str) -> str:
        """The sentence with the device's name in it."""
        return f"{name}{self.sentence[2:]}" if self.sentence.startswith("It ") else f"{name}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Camera:
    """One calling AE title, as last heard."""

    calling_ae: str
    address: str
    last_heard: datetime
    associations: int = 0
    stored: int = 0
    refused: int = 0


class TurnedAway(NamedTuple):
    """Somebody whom we did not let in, or cut off. ``reason`` is of PS3.8 table 9-21, or 9-26 for who ``was_inside``; 0: none."""

    calling_ae: str
    called_ae: str
    address: str
    sentence: str
    reason: int = 0
    was_inside: bool = False


class Doctor:
    """Remembers a bounded number of notes and devices, in memory. Every method may be called from any thread.

    A stranger's flood of troubles pushes out older troubles only, never what went well, and fills no log.
    """

    def __init__(
        self,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        notes: int = 100,
        cameras: int = 100,
        alert: Callable[[TurnedAway], None] = lambda _: None,
    ) -> None:
        self._clock = clock
        self._alert = alert
        self._lock = threading.Lock()
        self._well: deque[AssociationNote] = deque(maxlen=notes)
        self._troubles: deque[AssociationNote] = deque(maxlen=notes)
        self._logged: deque[datetime] = deque(maxlen=LINES)
        self._cameras: dict[str, Camera] = {}
        self._most = cameras

    def note(self, calling_ae: str, address: str, sentence: str, *, went_well: bool = True) -> None:
        """Write one sentence down, and into the log unless it repeats itself or there are too many troubles."""
        fresh = AssociationNote(self._clock(), calling_ae, address, sentence, went_well)
        with self._lock:
            notes = self._well if went_well else self._troubles
            again = next((old for old in notes if _same(old, fresh)), None)
            if again is not None:
                notes.remove(again)
            notes.append(fresh if again is None else replace(fresh, times=again.times + 1))
            is_logged = again is None and (went_well or self._has_a_line_left(fresh.at))
        if is_logged:
            log.info("%s at %s: %s", calling_ae or "unknown device", address, sentence)

    def turned_away(self, who: TurnedAway) -> None:
        """Note it, and tell whoever keeps the audit trail."""
        self.note(who.calling_ae, who.address, f"It was turned away: {who.sentence}.", went_well=False)
        self._alert(who)

    def cut_off(self, who: TurnedAway) -> None:
        """The same for somebody whose connection we ended; ``sentence`` is whole."""
        self.note(who.calling_ae, who.address, who.sentence, went_well=False)
        self._alert(who)

    def _has_a_line_left(self, now: datetime) -> bool:
        if len(self._logged) == LINES and now - self._logged[0] < timedelta(minutes=1):
            return False
        self._logged.append(now)
        return True

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
                self._forget_one()

    def _forget_one(self) -> None:
        """The one heard longest ago, and rather one that never sent a picture."""
        never = (title for title, camera in self._cameras.items() if not camera.stored)
        del self._cameras[next(never, next(iter(self._cameras)))]

    def notes(self) -> tuple[AssociationNote, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(sorted((*self._well, *self._troubles), key=attrgetter("at")))

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


def misnamed(called: str, ours: str) -> str:
    """What to say of a device that calls us by another AE title."""
    return f"It called us {_printable(called.strip()) or 'nothing'}; our name is {ours}. Accepted."


def _kinds(contexts: list[Proposed]) -> str:
    names = list(dict.fromkeys(_name(context.abstract_syntax) for context in contexts))
    if len(names) > MANY:
        return f"{len(names)} kinds of object"
    syntaxes = {syntax for context in contexts for syntax in context.transfer_syntaxes}
    how = f", only as {_name(syntaxes.pop())}" if len(syntaxes) == 1 else ""
    return " and ".join(names) + how


def _name(uid: str) -> str:
    name = UID(uid, config.IGNORE).name.removesuffix(" SOP Class").removesuffix(" Storage").removesuffix(" (Process 1)")
    return _printable(name)[:64] or "nothing"


def _printable(text: str) -> str:
    return "".join(letter if " " <= letter <= "~" else "." for letter in text)


def _same(old: AssociationNote, fresh: AssociationNote) -> bool:
    return (old.calling_ae, old.address, old.sentence) == (fresh.calling_ae, fresh.address, fresh.sentence)
