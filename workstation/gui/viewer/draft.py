"""The grades that somebody is about to confirm: of one person, one visit, one scheme. Pure; nothing in it was chosen for anybody.

A draft carries whose it is. It is made blank when a person or a visit opens and dies with it, so that a key can never land on
somebody else (hazards HZ-03, HZ-16).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resources.grading.outcome import EYES, Absence, Decision, decide
from resources.grading.schemes import Grade, Scheme
from resources.store.opinions import OpinionRow, Said, eye_of, standing
from resources.store.rows import InstanceRow
from resources.store.screenchecks import NONE
from resources.terms import Laterality
from workstation.gui.viewer.visit import Shown, Visit, is_preview


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far, and what stood before."""

    patient_uuid: str
    day: date
    scheme: Scheme
    right: Grade
    left: Grade
    before: tuple[OpinionRow, ...] = ()
    absences: tuple[tuple[Laterality, Absence], ...] = ()
    """Why an eye has no picture, where it was said."""
    settled: tuple[str, ...] = ()
    """Other readers' opinions, by uuid, that this one takes the place of; ``because`` is the reason (HZ-27)."""
    because: str = ""
    from_preview: tuple[tuple[Laterality, str], ...] = ()
    """The eyes of which something was said while only a preview was on the screen, with the picture's UID (HZ-09)."""

    def absence(self, eye: Laterality) -> Absence | None:
        """Why that eye has no picture, if somebody said so."""
        return dict(self.absences).get(eye)

    def missing(self, eye: Laterality, why: Absence | None) -> "Draft":
        """The same with that said of an eye, or taken back."""
        kept = tuple(one for one in self.absences if one[0] is not eye)
        return replace(self, absences=(*kept, (eye, why)) if why else kept)

    def settling(self, uuids: Sequence[str], because: str) -> "Draft":
        """The same in the place of these opinions of others, for that reason."""
        return replace(self, settled=tuple(uuids), because=because)

    def disputed(self, reader: str) -> list[OpinionRow]:
        """What others said, and still stands, of the eyes of which this draft says something else."""
        return [
            row
            for row in self.standing_of(reader)
            if row.reader != reader and self._says(row.said.eye) and not self._agrees(row)
        ]

    def _agrees(self, row: OpinionRow) -> bool:
        mine, theirs = self.of(row.said.eye), row.said.grade
        if theirs is None:
            stated = self.absence(row.said.eye)
            return stated is not None and stated.value == row.said.absent
        return (mine.scheme, mine.version, set(mine.codes)) == (theirs.scheme, theirs.version, set(theirs.codes))

    def _says(self, eye: Laterality) -> bool:
        whole = bool(self.of(eye).codes) and not self.scheme.missing(self.of(eye))
        return whole or self.absence(eye) is not None

    def of(self, eye: Laterality) -> Grade:
        """What is said of that eye."""
        return self.right if eye is Laterality.RIGHT else self.left

    def saying(self, eye: Laterality, finding: str, code: str) -> "Draft":
        """The same with one thing said; said twice, it is taken back."""
        grade = self.of(eye)
        said = grade.saying(finding, "" if grade.get(finding) == code else code)
        return replace(self, right=said) if eye is Laterality.RIGHT else replace(self, left=said)

    def seeing(self, eye: Laterality, row: InstanceRow | None) -> "Draft":
        """The same, of which that eye was looked at in this picture."""
        others = tuple(one for one in self.from_preview if one[0] is not eye)
        if not self.of(eye).codes:
            return replace(self, from_preview=others)
        if row is None or not row.is_preview:
            return self
        return replace(self, from_preview=(*others, (eye, row.instance_uid)))

    def renewed(self, visit: Visit) -> "Draft":
        """The same without what was said from previews whose originals are here now: those are looked at anew (HZ-09)."""
        kept = self
        for eye, uid in self.from_preview:
            if not is_preview(visit.find(uid)):
                others = tuple(one for one in kept.from_preview if one[0] is not eye)
                kept = replace(kept._blanked(eye), from_preview=others)
        return kept

    def _blanked(self, eye: Laterality) -> "Draft":
        blank = self.scheme.blank()
        return replace(self, right=blank) if eye is Laterality.RIGHT else replace(self, left=blank)

    def is_from_preview(self, eye: Laterality, row: InstanceRow | None) -> bool:
        """Whether what is said of that eye was not said of an original."""
        return is_preview(row) or eye in dict(self.from_preview)

    def first_unfinished(self, visit: Visit) -> Laterality | None:
        """The eye that has a picture and no whole grade, OD before OS."""
        for eye in EYES:
            grade = self.of(eye)
            if visit.pictures(eye) and (not grade.codes or self.scheme.missing(grade)):
                return eye
        return None

    def standing_of(self, reader: str) -> list[OpinionRow]:
        """What still stands beside this draft: all but what it takes back, and a reader's own earlier opinion."""
        return [
            row
            for row in standing(self.before)
            if row.uuid not in self.settled and (row.reader != reader or not self._touches(row.said.eye))
        ]

    def _touches(self, eye: Laterality) -> bool:
        return bool(self.of(eye).codes) or self.absence(eye) is not None

    def decision(self, shown: Shown, reader: str, spoilt: Collection[str] = ()) -> Decision:
        """What would follow if it were confirmed now. ``spoilt``: the pictures that are said to be ungradable."""
        kept = self.standing_of(reader)
        return decide(
            *(
                eye_of(
                    [*(row.said for row in kept if row.said.eye is eye), *self._fresh(eye, shown.picture(eye))],
                    spoilt,
                    is_imaged=imaged(shown.visit, eye),
                )
                for eye in EYES
            )
        )

    def _fresh(self, eye: Laterality, row: InstanceRow | None) -> list[Said]:
        if self.of(eye).codes:
            uid = row.instance_uid if row else ""
            return [Said(eye, self.of(eye), uid, is_preview=self.is_from_preview(eye, row))]
        why = self.absence(eye)
        return [Said(eye, absent=why.value)] if why else []

    def said(
        self, shown: Shown, reader: str, screen: str = NONE, zoom: Callable[[str], float | None] = lambda _: None
    ) -> list[Said]:
        """The opinions to sign: each with the picture that is on the screen now, or with the reason why there is none.

        ``zoom`` says how large a picture has been, by its UID.
        """
        made = []
        for eye in EYES:
            picture = shown.picture(eye)
            replaced = self._replaced(eye, reader)
            note = self.because if any(row.reader != reader for row in replaced) else ""
            uuids = tuple(row.uuid for row in replaced)
            if picture is not None and picture.has_pixels and self.of(eye).codes:
                one = Said(eye, self.of(eye), picture.instance_uid, note=note, replaces=uuids)
                small = self.is_from_preview(eye, picture)
                made.append(replace(one, is_preview=small, screen_check=screen, zoom=zoom(picture.instance_uid)))
            elif why := self.absence(eye):
                made.append(Said(eye, absent=why.value, note=note, replaces=uuids))
        return made

    def _replaced(self, eye: Laterality, reader: str) -> list[OpinionRow]:
        return [
            row
            for row in standing(self.before)
            if row.said.eye is eye and (row.reader == reader or row.uuid in self.settled)
        ]


def imaged(visit: Visit, eye: Laterality) -> bool:
    """Whether that eye has a picture in this visit."""
    return bool(visit.pictures(eye)) or any(row.laterality is Laterality.BOTH for row in visit.other)


def blank(visit: Visit, scheme: Scheme, before: Sequence[OpinionRow] = ()) -> Draft:
    """Nothing is graded for anybody."""
    mine = tuple(row for row in before if row.day == visit.day)
    return Draft(visit.patient.uuid, visit.day, scheme, scheme.blank(), scheme.blank(), mine)
