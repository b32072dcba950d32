"""Whose picture may it be? Pure: what came with the picture and who was about, in; faces with their reasons, best first, out.

A suggestion files nothing: a person chooses (HZ-20). What speaks against somebody is said beside what speaks for them, and two
people who both fit are shown as two, none of them first (HZ-01).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from rapidfuzz.fuzz import token_sort_ratio

from resources.store.matching import contradiction
from resources.store.numbers import read
from resources.store.rows import InstanceRow, PatientRow
from resources.wire.header import Identity
from resources.wire.matching import folded
from workstation.gui.words import Words

NEAR = timedelta(minutes=10)
SAME_NAME, LIKE_NAME = 97.0, 80.0
AT_CAMERA, NUMBER, NEAR_CAMERA, ALIAS, NAME, SOUND, WAITING = 100, 90, 60, 50, 45, 30, 10
STRONG = 90
"""The weight from which on somebody fits by more than a resemblance."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What came with a picture. ``moments``: when it was taken by the camera's clock, and when it came."""

    sender: str
    moments: tuple[datetime, ...]
    identity: Identity = field(default_factory=Identity)


@dataclass(frozen=True, slots=True)
class AtCamera:
    """A stretch of time that somebody was at a camera; no end while they are."""

    station: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be in the picture."""

    patient: PatientRow
    at_camera: tuple[AtCamera, ...] = ()
    waiting_since: datetime | None = None
    pictures: tuple[InstanceRow, ...] = ()
    """What was taken of them today."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A face with its reason; ``doubt`` is what speaks against it."""

    patient: PatientRow
    reason: str
    weight: int
    doubt: str = ""
    candidate: Candidate | None = None
    is_certain: bool = False
    """Whether one of its reasons alone is our number, or that this was the person at the camera. Weak ones never add up to it."""

    @property
    def is_strong(self) -> bool:
        """Certain, with nothing against it."""
        return self.is_certain and not self.doubt


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Says reasons in the language and zone of the screen."""

    words: Words
    zone: tzinfo
    cameras: Mapping[str, str]

    def time(self, moment: datetime) -> str:
        return self.words.island(self.words.digits(moment.astimezone(self.zone).strftime("%H:%M")))

    def camera(self, station: str) -> str:
        return self.cameras.get(station, station)


def suggest(
    evidence: Evidence,
    candidates: Iterable[Candidate],
    words: Words,
    zone: tzinfo,
    *,
    cameras: Mapping[str, str] | None = None,
    limit: int = 3,
) -> tuple[Suggestion, ...]:
    """The people who fit best, with their reasons; whoever nothing speaks for is left out."""
    speaker = _Speaker(words, zone, cameras or {})
    found = [made for one in candidates if (made := _suggestion(evidence, one, speaker))]
    found.sort(key=lambda one: (-one.weight, bool(one.doubt), one.patient.pk))
    return tuple(found[:limit])


def clear_first(suggestions: Sequence[Suggestion]) -> Suggestion | None:
    """The one that Enter may take: strong, and nobody else is."""
    strong = [one for one in suggestions if one.is_certain]
    return strong[0] if len(strong) == 1 and strong[0].is_strong else None


def _suggestion(evidence: Evidence, candidate: Candidate, speaker: _Speaker) -> Suggestion | None:
    reasons = [
        *_by_camera(evidence, candidate, speaker),
        *_by_number(evidence, candidate, speaker),
        *_by_name(evidence, candidate, speaker),
        *_by_waiting(candidate, speaker),
    ]
    if not reasons:
        return None
    reasons.sort(key=lambda reason: -reason[0])
    said = speaker.words.join(text for _, text in reasons[:2])
    against = contradiction(evidence.identity, candidate.patient)
    doubt = speaker.words(f"but.{against.value}") if against else ""
    certain = reasons[0][0] >= STRONG
    return Suggestion(candidate.patient, said, sum(weight for weight, _ in reasons), doubt, candidate, certain)


def _by_camera(evidence: Evidence, candidate: Candidate, speaker: _Speaker) -> list[tuple[int, str]]:
    theirs = [stay for stay in candidate.at_camera if not evidence.sender or stay.station in ("", evidence.sender)]
    inside = [stay for stay in theirs if any(_is_within(moment, stay) for moment in evidence.moments)]
    if inside:
        return [(AT_CAMERA, _stay_words(inside[-1], evidence, speaker))]
    near = [stay for stay in theirs if stay.end and any(_is_near(moment, stay) for moment in evidence.moments)]
    if not near or near[-1].end is None:
        return []
    camera = speaker.camera(near[-1].station or evidence.sender)
    return [(NEAR_CAMERA, speaker.words("because.near-camera", camera=camera, end=speaker.time(near[-1].end)))]


def _is_within(moment: datetime, stay: AtCamera) -> bool:
    return stay.start <= moment and (stay.end is None or moment <= stay.end)


def _is_near(moment: datetime, stay: AtCamera) -> bool:
    return stay.end is not None and stay.start - NEAR <= moment <= stay.end + NEAR


def _stay_words(stay: AtCamera, evidence: Evidence, speaker: _Speaker) -> str:
    camera, start = speaker.camera(stay.station or evidence.sender), speaker.time(stay.start)
    if stay.end is None:
        return speaker.words("because.at-camera-now", camera=camera, start=start)
    return speaker.words("because.at-camera", camera=camera, start=start, end=speaker.time(stay.end))


def _by_number(evidence: Evidence, candidate: Candidate, speaker: _Speaker) -> list[tuple[int, str]]:
    said, number = evidence.identity.patient_id.strip(), candidate.patient.number
    ours = read(number) if number else None
    if not said or ours is None:
        return []
    theirs = read(said)
    if theirs is not None and str(theirs) == str(ours):
        return [(NUMBER, speaker.words("because.number", number=speaker.words.island(str(ours))))]
    digits = "".join(char for char in said if char.isascii() and char.isdigit())
    short = {f"{ours.running}", f"{ours.running:05d}", f"{ours.running:05d}{ours.digit}", f"{ours.running}{ours.digit}"}
    if digits in short:
        return [(ALIAS, speaker.words("because.alias", said=speaker.words.island(said)))]
    return []


def _by_name(evidence: Evidence, candidate: Candidate, speaker: _Speaker) -> list[tuple[int, str]]:
    details = candidate.patient.details
    said = " ".join(folded(evidence.identity.name))
    if not said:
        return []
    known = [f"{details.given_name} {details.family_name}", details.native_name]
    likeness = max(token_sort_ratio(said, " ".join(folded(name))) for name in known)
    if likeness >= SAME_NAME:
        return [(NAME, speaker.words("because.same-name"))]
    if likeness >= LIKE_NAME:
        shown = evidence.identity.name.partition("=")[0].replace("^", " ").strip()
        return [(SOUND, speaker.words("because.like-name", said=shown))]
    return []


def _by_waiting(candidate: Candidate, speaker: _Speaker) -> list[tuple[int, str]]:
    if candidate.waiting_since is None or candidate.pictures:
        return []
    return [(WAITING, speaker.words("because.waiting", start=speaker.time(candidate.waiting_since)))]
