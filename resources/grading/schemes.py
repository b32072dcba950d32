"""The grading schemes that a camp may choose, as data: findings, their codes, and what each code alone leads to.

A grade is scheme, version and code, never a bare digit, and nothing converts one scheme into another (hazard HZ-21). The referral
lines are the programmes' usual ones; the source stands beside each scheme. A scheme that is not here means "a doctor must look".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

UNGRADABLE = "U"


class Outcome(IntEnum):
    """What follows for a person, the mildest first, so that ``max`` is the most urgent."""

    RESCREEN = 0
    RETAKE = 1
    """Not finished: something must still be seen, whole and in the original."""
    DOCTOR = 2
    """A doctor must look: no rule of this station can say."""
    REFER = 3
    URGENT = 4

    @property
    def word(self) -> str:
        """The name on wires and in files, e.g. ``rescreen``."""
        return self.name.lower()


class Grade(NamedTuple):
    """What somebody said of one eye: the codes of the findings of one version of one scheme."""

    scheme: str
    version: str
    codes: tuple[tuple[str, str], ...] = ()

    def get(self, finding: str) -> str:
        """The code of one finding; empty when it is not stated."""
        return dict(self.codes).get(finding, "")

    def saying(self, finding: str, code: str) -> "Grade":
        """The same with one finding stated otherwise; an empty code takes it back."""
        kept = [(name, value) for name, value in self.codes if name != finding]
        return self._replace(codes=(*kept, (finding, code)) if code else tuple(kept))

    def text(self, finding: str) -> str:
        """As people read it, with its scheme: ``ICDR 3 severe``, ``NHS R3A``; of an unknown scheme, as it came."""
        code, scheme = self.get(finding), scheme_of(self)
        known = scheme.finding(finding) if scheme else None
        word = known.find(code) if known else None
        return " ".join(part for part in (self.scheme, code, word.word if word else "") if part)


class Code(NamedTuple):
    """One thing that can be said. ``word`` is English; the window has its own words by ``scheme.finding.code``."""

    code: str
    word: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Finding:
    """One question of a scheme, answered by one code."""

    name: str
    codes: tuple[Code, ...]
    needed: bool = True

    def find(self, code: str) -> Code | None:
        """What that code means here."""
        return next((one for one in self.codes if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A grading scheme. ``asymmetry``: a finding whose codes are numbers, and the difference between eyes that is referred."""

    name: str
    version: str
    findings: tuple[Finding, ...]
    months: int = 12
    asymmetry: tuple[str, Decimal] | None = None

    def finding(self, name: str) -> Finding | None:
        """The question of that name."""
        return next((one for one in self.findings if one.name == name), None)

    def blank(self) -> Grade:
        """Nothing said yet: nothing is graded for anybody (HZ-03)."""
        return Grade(self.name, self.version)

    def knows(self, grade: Grade) -> bool:
        """Whether each code that it states has a meaning here."""
        return all((known := self.finding(name)) is not None and known.find(code) for name, code in grade.codes)

    def missing(self, grade: Grade) -> tuple[str, ...]:
        """The findings that must still be stated. An eye that cannot be graded has no further ones."""
        first = self.findings[0].name
        if grade.get(first) == UNGRADABLE:
            return ()
        return tuple(one.name for one in self.findings if one.needed and not grade.get(one.name))

    def differs_too_much(self, mine: Grade, theirs: Grade) -> bool:
        """Whether the two eyes differ by what the scheme calls a finding."""
        if self.asymmetry is None:
            return False
        finding, most = self.asymmetry
        values = [grade.get(finding) for grade in (mine, theirs)]
        if not all(values) or UNGRADABLE in values:
            return False
        return abs(Decimal(values[0]) - Decimal(values[1])) >= most


def _codes(*rows: tuple[str, str, Outcome]) -> tuple[Code, ...]:
    return tuple(Code(*row) for row in rows)


_UNGRADABLE = (UNGRADABLE, "ungradable", Outcome.REFER)
"""Who cannot be graded here is seen by somebody who can: users.md 1.4, default rule."""

ICDR = Scheme(
    "ICDR",
    "2003",
    (
        Finding(
            "retinopathy",
            _codes(
                ("0", "none", Outcome.RESCREEN),
                ("1", "mild", Outcome.RESCREEN),
                ("2", "moderate", Outcome.REFER),
                ("3", "severe", Outcome.REFER),
                ("4", "proliferative", Outcome.URGENT),
                _UNGRADABLE,
            ),
        ),
        Finding(
            "macular-oedema",
            _codes(
                ("0", "none", Outcome.RESCREEN),
                ("1", "away from the centre", Outcome.REFER),
                ("2", "at the centre", Outcome.URGENT),
            ),
        ),
    ),
)
"""International Clinical Diabetic Retinopathy and Macular Edema scales, Wilkinson et al., Ophthalmology 2003;110:1677."""

NHS = Scheme(
    "NHS",
    "2021",
    (
        Finding(
            "retinopathy",
            _codes(
                ("R0", "", Outcome.RESCREEN),
                ("R1", "", Outcome.RESCREEN),
                ("R2", "", Outcome.REFER),
                ("R3S", "", Outcome.REFER),
                ("R3A", "", Outcome.URGENT),
                _UNGRADABLE,
            ),
        ),
        Finding("maculopathy", _codes(("M0", "", Outcome.RESCREEN), ("M1", "", Outcome.REFER))),
        Finding("photocoagulation", _codes(("P0", "", Outcome.RESCREEN), ("P1", "", Outcome.RESCREEN)), needed=False),
    ),
)
"""NHS diabetic eye screening, retinal image grading criteria, gov.uk 2021: R2 and M1 are referred, R3A urgently."""

CDR = Scheme(
    "CDR",
    "1",
    (
        Finding(
            "cup-disc-ratio",
            _codes(
                *(
                    (f"{Decimal(step) / 20:.2f}", "", Outcome.REFER if step >= 14 else Outcome.RESCREEN)
                    for step in range(21)
                ),
                _UNGRADABLE,
            ),
        ),
        Finding("rim-notch", _codes(("0", "no", Outcome.RESCREEN), ("1", "yes", Outcome.REFER)), needed=False),
        Finding("disc-haemorrhage", _codes(("0", "no", Outcome.RESCREEN), ("1", "yes", Outcome.REFER)), needed=False),
    ),
    asymmetry=("cup-disc-ratio", Decimal("0.2")),
)
"""Vertical cup-disc ratio: 0.70 or more, or a difference of 0.2 between the eyes, is referred (users.md 1.4)."""

ROP = Scheme(
    "ROP",
    "1",
    (
        Finding(
            "triage",
            _codes(
                ("green", "", Outcome.RESCREEN),
                ("orange", "", Outcome.REFER),
                ("red", "", Outcome.URGENT),
                _UNGRADABLE,
            ),
        ),
        Finding("zone", _codes(*((zone, "", Outcome.RESCREEN) for zone in ("I", "II", "III"))), needed=False),
        Finding("stage", _codes(*((str(stage), "", Outcome.RESCREEN) for stage in range(6))), needed=False),
        Finding(
            "plus",
            _codes(("none", "", Outcome.RESCREEN), ("pre-plus", "", Outcome.REFER), ("plus", "", Outcome.URGENT)),
            needed=False,
        ),
    ),
    months=0,
)
"""The three-way triage of KIDROP; when the next examination is due is a date of the baby's own (HZ-30), not months."""

CATARACT = Scheme(
    "cataract",
    "1",
    (
        Finding(
            "lens",
            _codes(
                ("none", "", Outcome.RESCREEN),
                ("immature", "", Outcome.RESCREEN),
                ("mature", "", Outcome.REFER),
                ("pseudophakic", "", Outcome.RESCREEN),
                ("aphakic", "", Outcome.REFER),
                _UNGRADABLE,
            ),
        ),
        Finding("operable", _codes(("no", "", Outcome.RESCREEN), ("yes", "", Outcome.REFER)), needed=False),
    ),
)
"""Cataract camps: who has a mature lens, or wants surgery, is referred (users.md 1.4)."""

SCHEMES: Mapping[str, Scheme] = {scheme.name: scheme for scheme in (ICDR, NHS, CDR, ROP, CATARACT)}


def scheme_of(grade: Grade) -> Scheme | None:
    """The scheme that a grade speaks, or ``None`` for one, or a version of one, that this station does not know."""
    found = SCHEMES.get(grade.scheme)
    return found if found and found.version == grade.version else None
