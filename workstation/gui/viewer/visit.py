"""One person's pictures of one day, and which of them are looked at. Pure; every choice is by UID, never by place (HZ-12).

Header and panes are painted from one ``Shown``: a picture of one person can never stand under another's name (HZ-15). A picture
whose eye nobody stated is in ``other`` and has no way into the panes of OD and OS (HZ-02).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from resources.store.previews import PreviewRow
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.terms import Laterality
from resources.wire.dates import time_of

EYES = (Laterality.RIGHT, Laterality.LEFT)


@dataclass(frozen=True, slots=True)
class Visit:
    """The pictures that can be looked at. ``other`` holds those of an unknown eye and those that show both."""

    patient: PatientRow
    day: date
    right: tuple[InstanceRow, ...] = ()
    left: tuple[InstanceRow, ...] = ()
    other: tuple[InstanceRow, ...] = ()

    def of(self, eye: Laterality) -> tuple[InstanceRow, ...]:
        """The pictures of that eye."""
        return {Laterality.RIGHT: self.right, Laterality.LEFT: self.left}[eye]

    def pictures(self, eye: Laterality) -> tuple[InstanceRow, ...]:
        """Those of that eye that hold a picture: a report about an eye is no view of it (HZ-03)."""
        return tuple(row for row in self.of(eye) if row.has_pixels)

    @property
    def rows(self) -> tuple[InstanceRow, ...]:
        """All of them."""
        return (*self.right, *self.left, *self.other)

    def find(self, uid: str) -> InstanceRow | None:
        """The picture of that UID."""
        return next((row for row in self.rows if row.instance_uid == uid), None)


def asks_its_eye(row: InstanceRow) -> bool:
    """Whether somebody must say which eye it shows: a picture that states none. A report shows no eye."""
    return row.laterality is None and row.has_pixels


def is_preview(row: InstanceRow | None) -> bool:
    """Whether only a small preview of it is here (HZ-09)."""
    return row is not None and row.is_preview


def bytes_of(row: InstanceRow) -> str:
    """The bytes that it is shown from: those of a preview are not those of its original."""
    return row.preview or row.digest or row.instance_uid


def taken_at(row: InstanceRow, zone: tzinfo) -> str:
    """When the picture was taken by its camera's clock, as "10:58"; when it came, where the camera did not say.

    Of a preview only what headquarters states: when it was fetched says nothing of the picture (HZ-27).
    """
    stated = time_of(row.acquired[8:14]) if len(row.acquired) >= 12 else None
    if stated is None and row.digest is None:
        return ""
    return (stated or _local(row.received_at, zone).time()).strftime("%H:%M")


def _local(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone)


def visits(
    patient: PatientRow, studies: Iterable[StudyRow], zone: tzinfo, previews: Iterable[PreviewRow] = ()
) -> tuple[Visit, ...]:
    """A person's visits, the newest first. Hidden pictures and those that have not come are left out, but for previews."""
    days: dict[date, list[InstanceRow]] = {}
    for one in previews:
        days.setdefault(one.day, []).append(one.row)
    for study in studies:
        seen = [row for row in study.instances if row.digest and not row.hidden]
        days.setdefault(study.day(zone), []).extend(seen)
    return tuple(_visit(patient, day, days[day]) for day in sorted(days, reverse=True) if days[day])


def _visit(patient: PatientRow, day: date, rows: Sequence[InstanceRow]) -> Visit:
    ordered = sorted(rows, key=lambda row: row.pk)
    sides = {side: tuple(row for row in ordered if row.laterality is side) for side in EYES}
    other = tuple(row for row in ordered if row.laterality not in EYES)
    return Visit(patient, day, sides[Laterality.RIGHT], sides[Laterality.LEFT], other)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: a visit, the chosen picture of each eye, and ``other`` when one without an eye is looked at."""

    visit: Visit
    right: str = ""
    left: str = ""
    other: str = ""
    active: Laterality = Laterality.RIGHT

    def picture(self, eye: Laterality) -> InstanceRow | None:
        """What stands in the pane of that eye."""
        uid = self.right if eye is Laterality.RIGHT else self.left
        return next((row for row in self.visit.of(eye) if row.instance_uid == uid), None)

    @property
    def asking(self) -> InstanceRow | None:
        """The picture whose eye is asked for, while it is looked at."""
        return next((row for row in self.visit.other if row.instance_uid == self.other), None)

    def chosen(self, uid: str) -> "Shown":
        """Look at that picture; its eye becomes the active one."""
        row = self.visit.find(uid)
        if row is None:
            return self
        if row.laterality is Laterality.RIGHT:
            return replace(self, right=uid, other="", active=Laterality.RIGHT)
        if row.laterality is Laterality.LEFT:
            return replace(self, left=uid, other="", active=Laterality.LEFT)
        return replace(self, other=uid)

    def stepped(self, by: int) -> "Shown":
        """The next or previous picture of the active eye, or of those without one."""
        rows = self.visit.other if self.asking else self.visit.of(self.active)
        current = self.other if self.asking else self._current
        place = next((place for place, row in enumerate(rows) if row.instance_uid == current), None)
        if place is None or not 0 <= place + by < len(rows):
            return self
        return self.chosen(rows[place + by].instance_uid)

    @property
    def _current(self) -> str:
        return self.right if self.active is Laterality.RIGHT else self.left

    def switched(self) -> "Shown":
        """The other eye is the active one; back to the pair."""
        if self.asking:
            return replace(self, other="")
        return replace(self, active=Laterality.LEFT if self.active is Laterality.RIGHT else Laterality.RIGHT)

    def renewed(self, visit: Visit) -> "Shown":
        """The same choice in a visit that was read again; what is gone gives way to the first of its eye."""
        fresh = first_of(visit)
        kept = Shown(visit, self.right, self.left, self.other, self.active)
        right = self.right if kept.picture(Laterality.RIGHT) else fresh.right
        left = self.left if kept.picture(Laterality.LEFT) else fresh.left
        other = self.other if kept.asking else ""
        return Shown(visit, right, left, other, self.active)


def first_of(visit: Visit) -> Shown:
    """The pair that opens: the macula of each eye where it is there, else its first picture; a report only where none is."""
    active = Laterality.RIGHT if visit.right or not visit.left else Laterality.LEFT
    shown = Shown(visit, _best(visit.right), _best(visit.left), active=active)
    if not visit.right and not visit.left and visit.other:
        return replace(shown, other=visit.other[0].instance_uid)
    return shown


def _best(rows: Sequence[InstanceRow]) -> str:
    seen = [row for row in rows if row.has_pixels]
    maculas = [row for row in seen if row.field == "macula"]
    return next((row.instance_uid for row in (*maculas, *seen, *rows)), "")
