"""What readers draw beside a picture: lengths, arrows, ellipses and notes, in the picture's own pixels. Never in its bytes.

Rows are only ever added, each by a named hand; taking one back is a row too. A length keeps the spacing that it was measured
by, so that it says the same for ever, and says "about" where that was reckoned.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select

from resources.model import Annotation
from resources.problems import Conflict, Invalid, NotFound, Refused
from resources.store import changes, patients, studies
from resources.store.hands import has_no_name
from resources.store.rows import InstanceRow
from resources.store.store import Unit
from resources.terms import Kind, Laterality, Operation
from resources.wire.spacing import Spacing

table = Annotation.__table__
LONGEST = 200
"""Characters of a note."""
Point = tuple[float, float]


class Shape(StrEnum):
    """What was drawn."""

    RULER = "ruler"
    ARROW = "arrow"
    ELLIPSE = "ellipse"
    NOTE = "note"


POINTS = {Shape.RULER: 2, Shape.ARROW: 2, Shape.ELLIPSE: 2, Shape.NOTE: 1}


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawing on one frame. Points are x, y in pixels of the picture; an ellipse has the corners of its box."""

    shape: Shape
    points: tuple[Point, ...]
    frame: int = 1
    text: str = ""
    spacing: Spacing | None = None

    @property
    def pixels(self) -> float:
        """From the first point to the last."""
        (x, y), (to_x, to_y) = self.points[0], self.points[-1]
        return math.hypot(to_x - x, to_y - y)

    @property
    def millimetres(self) -> float | None:
        """The same in mm; ``None`` where nothing says how large a pixel is."""
        if self.spacing is None:
            return None
        (x, y), (to_x, to_y) = self.points[0], self.points[-1]
        return math.hypot((to_x - x) * self.spacing.column, (to_y - y) * self.spacing.row)


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """A mark, on which picture, whose and when."""

    uuid: str
    instance_uid: str
    eye: Laterality | None
    mark: Mark
    reader: str
    made_at: datetime


def add(unit: Unit, instance_uid: str, mark: Mark) -> AnnotationRow:
    """Draw on a picture. Raises Refused without a name, NotFound, Conflict without a picture, Invalid off the picture."""
    if has_no_name(unit.actor):
        raise Refused("Say who you are: what is drawn needs a hand.")
    picture = studies.instance(unit, instance_uid)
    if not picture.has_pixels:
        raise Conflict("There is no picture in it to draw on.")
    _check(picture, mark)
    row = AnnotationRow(unit.new_uuid(), instance_uid, picture.laterality, mark, unit.actor, unit.now)
    _insert(unit, row, replaces="")
    return row


def take_back(unit: Unit, uuid: str) -> None:
    """It stands no longer; that it did can still be read. Raises NotFound, Refused without a name."""
    if has_no_name(unit.actor):
        raise Refused("Say who you are: what is drawn needs a hand.")
    found: Any = unit.execute(select(table).where(table.c.uuid == uuid, table.c.replaces == "")).first()
    if found is None:
        raise NotFound("Nothing of that kind was drawn.")
    former = _row(found)
    _insert(unit, AnnotationRow(unit.new_uuid(), former.instance_uid, None, former.mark, unit.actor, unit.now), uuid)


def standing(unit: Unit, uids: Iterable[str]) -> list[AnnotationRow]:
    """What stands drawn on these pictures, oldest first."""
    query = select(table).where(table.c.instance_uid.in_(list(uids))).order_by(table.c.pk)
    rows = list(unit.execute(query))
    taken_back = {row.replaces for row in rows if row.replaces}
    return [_row(row) for row in rows if not row.replaces and row.uuid not in taken_back]


def of_visit(unit: Unit, patient_key: str, day: date) -> list[AnnotationRow]:
    """What a letter or a report on that visit may list, with the eye that each picture shows now."""
    theirs = studies.of_patient(unit, patients.find(unit, patient_key).uuid)
    shown = [row for study in theirs if study.day(unit.store.zone) == day for row in study.instances if not row.hidden]
    eyes = {row.instance_uid: row.laterality for row in shown}
    return [
        AnnotationRow(row.uuid, row.instance_uid, eyes[row.instance_uid], row.mark, row.reader, row.made_at)
        for row in standing(unit, eyes)
    ]


def _check(picture: InstanceRow, mark: Mark) -> None:
    if len(mark.points) != POINTS[mark.shape] or not 1 <= mark.frame <= max(1, picture.frames or 1):
        raise Invalid("That is not a drawing on this picture.")
    if len(mark.text) > LONGEST or (mark.shape is Shape.NOTE and not mark.text.strip()):
        raise Invalid(f"A note has words, and no more than {LONGEST} characters.")
    wide, high = picture.columns or 0, picture.rows or 0
    for x, y in mark.points:
        if not (0 <= x <= wide and 0 <= y <= high):  # not a number is nowhere either
            raise Invalid("That is outside of the picture.")


def _insert(unit: Unit, row: AnnotationRow, replaces: str) -> None:
    mark, spacing = row.mark, row.mark.spacing
    unit.execute(
        insert(Annotation).values(
            uuid=row.uuid,
            instance_uid=row.instance_uid,
            frame=mark.frame,
            shape=mark.shape.value,
            points=[list(point) for point in mark.points],
            text=mark.text,
            spacing=[spacing.row, spacing.column, spacing.is_about] if spacing else [],
            replaces=replaces,
            reader=row.reader,
            made_at=row.made_at,
        )
    )
    snapshot = {"instance": row.instance_uid, "frame": mark.frame, "shape": mark.shape.value, "reader": row.reader}
    if replaces:
        snapshot["replaces"] = replaces
    changes.record(unit, Kind.ANNOTATION, row.uuid, Operation.CREATE, version=1, snapshot=snapshot)


def _row(row: Any) -> AnnotationRow:
    points: Sequence[Sequence[float]] = row.points
    spacing = Spacing(*row.spacing) if row.spacing else None
    mark = Mark(Shape(row.shape), tuple((float(x), float(y)) for x, y in points), row.frame, row.text, spacing)
    return AnnotationRow(row.uuid, row.instance_uid, None, mark, row.reader, row.made_at)
