"""From two eyes to one outcome: who may go home, and who must not. Pure; the order of ``Outcome`` is the order of urgency.

*Rescreen* needs every present eye graded whole, on one known scheme, from the original, below the referral line. Whatever is
missing is named and keeps a person from being sent home (hazards HZ-03, HZ-09, HZ-21, HZ-27).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from resources.grading.schemes import Grade, Outcome, Scheme, scheme_of
from resources.terms import Laterality

EYES = (Laterality.RIGHT, Laterality.LEFT)


class Why(StrEnum):
    """What a reason says of an eye."""

    NOT_IMAGED = "not-imaged"
    NOT_GRADED = "not-graded"
    NOT_WHOLE = "not-whole"
    """A finding that the scheme needs is not stated."""
    PREVIEW = "preview"
    SPOILT = "spoilt"
    """The picture is said to be ungradable: what it does not show is not absent."""
    UNKNOWN_SCHEME = "unknown-scheme"
    TWO_SCHEMES = "two-schemes"
    NO_EYE = "no-eye"
    """Both eyes are stated to be absent."""
    GRADE = "grade"
    ASYMMETRY = "asymmetry"


class Absence(StrEnum):
    """Why there is no picture of an eye, as a named person states it."""

    PROSTHESIS = "prosthesis"
    PHTHISIS = "phthisis"
    REMOVED = "removed"
    NOT_SEEN = "not-seen"
    """There is an eye, and nobody could look into it: that is never the same as no eye (HZ-03)."""

    @property
    def is_no_eye(self) -> bool:
        """Whether there is nothing that could be ill."""
        return self is not Absence.NOT_SEEN


class Presence(Enum):
    """Whether there is an eye, and a picture of it."""

    IMAGED = "imaged"
    NOT_IMAGED = "not-imaged"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Reading:
    """One standing opinion on one eye. ``is_preview``: the original was not on this laptop when it was read."""

    grade: Grade
    is_preview: bool = False
    is_spoilt: bool = False
    """The picture that it was read from is said to be ungradable."""


@dataclass(frozen=True, slots=True)
class Eye:
    """All that is known of one eye on one visit."""

    presence: Presence = Presence.NOT_IMAGED
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the outcome is what it is: one eye, one fact. ``finding`` and ``grade`` say which grade, where it is one."""

    why: Why
    eye: Laterality | None = None
    finding: str = ""
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, what made it so (never empty but for *rescreen*), and the rule that said it."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    rule: str = ""
    months: int = 0
    """Until the next screening; only with *rescreen*."""


def decide(right: Eye, left: Eye) -> Decision:
    """What follows for a person from both eyes."""
    judged = [(*_of_eye(side, eye), eye) for side, eye in zip(EYES, (right, left), strict=True)]
    present = [eye for eye in (right, left) if eye.presence is not Presence.ABSENT]
    if not present:
        return Decision(Outcome.DOCTOR, (Reason(Why.NO_EYE),))
    found = [(outcome, reasons) for outcome, reasons, eye in judged if eye.presence is not Presence.ABSENT]
    found += _across(right, left)
    worst = max(outcome for outcome, _ in found)
    reasons = tuple(reason for outcome, why in found if outcome == worst for reason in why)
    schemes = [scheme for eye in present for one in eye.readings if (scheme := scheme_of(one.grade))]
    if worst is Outcome.RESCREEN:
        return Decision(worst, (), _rule(schemes), min(scheme.months for scheme in schemes))
    return Decision(worst, reasons, _rule(schemes))


def presence(stated: Iterable[str], *, is_imaged: bool) -> Presence:
    """What is known of an eye that nobody graded. A picture of it contradicts "no eye": then it is an eye (HZ-03)."""
    if is_imaged:
        return Presence.IMAGED
    said = list(stated)
    known = {reason.value for reason in Absence if reason.is_no_eye}
    return Presence.ABSENT if said and known.issuperset(said) else Presence.NOT_IMAGED


def _rule(schemes: Sequence[Scheme]) -> str:
    return ", ".join(sorted({f"{scheme.name} {scheme.version}" for scheme in schemes}))


def _of_eye(side: Laterality, eye: Eye) -> tuple[Outcome, tuple[Reason, ...]]:
    """The worst that any standing opinion says; an eye without a picture, or without an opinion, is not finished."""
    found = [_of_reading(side, one) for one in eye.readings]
    if any(
        outcome is Outcome.RESCREEN for outcome, _ in found
    ):  # somebody has read the original: it need not be waited for
        found = [one for one in found if {reason.why for reason in one[1]} != {Why.PREVIEW}]
    if eye.presence is Presence.NOT_IMAGED:
        found.append((Outcome.RETAKE, (Reason(Why.NOT_IMAGED, side),)))
    elif not found:
        return Outcome.RETAKE, (Reason(Why.NOT_GRADED, side),)
    worst = max(outcome for outcome, _ in found)
    return worst, tuple(dict.fromkeys(reason for outcome, why in found if outcome == worst for reason in why))


def _of_reading(side: Laterality, one: Reading) -> tuple[Outcome, tuple[Reason, ...]]:
    scheme = scheme_of(one.grade)
    if scheme is None or not scheme.knows(one.grade):
        return Outcome.DOCTOR, (Reason(Why.UNKNOWN_SCHEME, side, grade=one.grade),)
    stated = [(finding, finding.find(code)) for finding in scheme.findings if (code := one.grade.get(finding.name))]
    line = max((code.outcome for _, code in stated if code), default=Outcome.RETAKE)
    if line > Outcome.RETAKE:
        return line, tuple(
            Reason(Why.GRADE, side, finding.name, one.grade)
            for finding, code in stated
            if code and code.outcome == line
        )
    missing = scheme.missing(one.grade)
    if missing:
        return Outcome.RETAKE, tuple(Reason(Why.NOT_WHOLE, side, name, one.grade) for name in missing)
    if one.is_preview:
        return Outcome.RETAKE, (Reason(Why.PREVIEW, side, grade=one.grade),)
    if one.is_spoilt:
        return Outcome.RETAKE, (Reason(Why.SPOILT, side),)
    return line, ()


def _across(right: Eye, left: Eye) -> Iterable[tuple[Outcome, tuple[Reason, ...]]]:
    """What only the two eyes together say: grades on two schemes, or a difference that is a finding of its own."""
    grades = [[one.grade for one in eye.readings if eye.presence is not Presence.ABSENT] for eye in (right, left)]
    names = {(grade.scheme, grade.version) for side in grades for grade in side}
    if len(names) > 1:
        yield Outcome.DOCTOR, (Reason(Why.TWO_SCHEMES),)
        return
    for mine in grades[0]:
        scheme = scheme_of(mine)
        for theirs in grades[1]:
            if scheme and scheme.differs_too_much(mine, theirs):
                yield Outcome.REFER, (Reason(Why.ASYMMETRY, grade=mine),)
