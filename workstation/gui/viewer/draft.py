"""The grades that somebody is about to confirm: of one person, one visit, one scheme. Pure; nothing in it was chosen for anybody.

A draft carries whose it is. It is made blank when a person or a visit opens and dies with it, so that a key can never land on
somebody else (hazards HZ-03, HZ-16).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from resources.grading.outcome import EYES, Decision, Eye, Presence, Reading, decide
from resources.grading.schemes import Grade, Scheme
from resources.store.opinions import OpinionRow, Said, standing
from resources.terms import Laterality
from workstation.gui.viewer.visit import Shown, Visit


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far, and what stood before."""

    patient_uuid: str
    day: date
    scheme: Scheme
    right: Grade
    left: Grade
    before: tuple[OpinionRow, ...] = ()

    def of(self, eye: Laterality) -> Grade:
        """What is said of that eye."""
        return self.right if eye is Laterality.RIGHT else self.left

    def saying(self, eye: Laterality, finding: str, code: str) -> "Draft":
        """The same with one thing said; said twice, it is taken back."""
        grade = self.of(eye)
        said = grade.saying(finding, "" if grade.get(finding) == code else code)
        return replace(self, right=said) if eye is Laterality.RIGHT else replace(self, left=said)

    def first_unfinished(self, visit: Visit) -> Laterality | None:
        """The eye that has a picture and no whole grade, OD before OS."""
        for eye in EYES:
            grade = self.of(eye)
            if visit.of(eye) and (not grade.codes or self.scheme.missing(grade)):
                return eye
        return None

    def standing_of(self, reader: str) -> list[OpinionRow]:
        """What other readers said that still stands; a reader's own earlier opinion gives way to the new one."""
        return [row for row in standing(self.before) if row.reader != reader or not self.of(row.said.eye).codes]

    def decision(self, visit: Visit, reader: str) -> Decision:
        """What would follow if it were confirmed now."""
        kept = self.standing_of(reader)
        return decide(*(self._eye(visit, eye, kept) for eye in EYES))

    def _eye(self, visit: Visit, eye: Laterality, kept: Sequence[OpinionRow]) -> Eye:
        said = [row.said for row in kept if row.said.eye is eye]
        readings = [Reading(one.grade, one.is_preview) for one in said if one.grade is not None]
        if self.of(eye).codes:
            readings.append(Reading(self.of(eye)))
        if said and not readings:
            return Eye(Presence.ABSENT)
        imaged = bool(visit.of(eye)) or any(row.laterality is Laterality.BOTH for row in visit.other)
        return Eye(Presence.IMAGED if imaged else Presence.NOT_IMAGED, tuple(readings))

    def said(self, shown: Shown, reader: str) -> list[Said]:
        """The opinions to sign: each with the picture that is on the screen now."""
        made = []
        for eye in EYES:
            picture = shown.picture(eye)
            if picture is None or not self.of(eye).codes:
                continue
            mine = [row.uuid for row in standing(self.before) if row.reader == reader and row.said.eye is eye]
            made.append(Said(eye, self.of(eye), picture.instance_uid, replaces=tuple(mine)))
        return made


def blank(visit: Visit, scheme: Scheme, before: Sequence[OpinionRow] = ()) -> Draft:
    """Nothing is graded for anybody."""
    mine = tuple(row for row in before if row.day == visit.day)
    return Draft(visit.patient.uuid, visit.day, scheme, scheme.blank(), scheme.blank(), mine)
