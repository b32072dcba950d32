"""From a person's instances to the tiles under OD and OS. Pure. The eye is the instance's own; no order gives it one
(HZ-12).

A picture whose eye nobody stated is never in these tiles; ``unknown_eyes`` has it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from resources.store.rows import InstanceRow
from resources.terms import Field, Laterality
from workstation.gui.claims import Receipts
from workstation.gui.hints import state_of
from workstation.gui.style.eyes import EyeTile, expected
from workstation.gui.words import Words

PLACES: Mapping[str, tuple[Field, ...]] = {
    "macula": (Field.MACULA,),
    "macula-disc": (Field.MACULA, Field.DISC),
}
EYES = (Laterality.RIGHT, Laterality.LEFT)
CONFIRMED = 2
"""The level of a receipt that lets a picture count as at headquarters: read back and compared (HZ-05)."""

Levels = Mapping[str, int]
Hang = Callable[[EyeTile, InstanceRow], EyeTile]


def seen(rows: Iterable[InstanceRow]) -> tuple[InstanceRow, ...]:
    """The pictures that are here and not hidden, in the order they came."""
    return tuple(sorted((row for row in rows if row.digest and not row.hidden), key=lambda row: row.pk))


def of_eye(rows: Iterable[InstanceRow], eye: Laterality) -> tuple[InstanceRow, ...]:
    """The pictures of one eye."""
    return tuple(row for row in rows if row.laterality is eye)


def unknown_eyes(rows: Iterable[InstanceRow]) -> tuple[InstanceRow, ...]:
    """The pictures that stand under neither eye."""
    return tuple(row for row in rows if row.laterality not in (Laterality.RIGHT, Laterality.LEFT))


def field_of(row: InstanceRow) -> Field | None:
    """The field that was aimed at, where somebody said so."""
    return next((field for field in Field if field.value == row.field), None)


def receipts_of(rows: Sequence[InstanceRow], levels: Levels) -> Receipts:
    """What headquarters has answered for these."""
    said = [levels.get(row.instance_uid, -1) for row in rows]
    return Receipts(len(rows), sum(level >= 0 for level in said), sum(level >= CONFIRMED for level in said))


def tile_of(row: InstanceRow, levels: Levels) -> EyeTile:
    """One picture as a tile, its image still to be hung."""
    return EyeTile(
        row.laterality if row.laterality is not Laterality.BOTH else None,
        field_of(row),
        state_of(row),
        confirmed=int(levels.get(row.instance_uid, -1) >= CONFIRMED),
        uid=row.instance_uid,
    )


def _best(rows: Sequence[InstanceRow]) -> InstanceRow:
    """The newest of the macula, or else the newest."""
    maculas = [row for row in rows if field_of(row) is Field.MACULA]
    return (maculas or list(rows))[-1]


def _one(eye: Laterality, rows: Sequence[InstanceRow], levels: Levels, hang: Hang) -> EyeTile:
    theirs = of_eye(rows, eye)
    if not theirs:
        return expected(eye)
    best = _best(theirs)
    receipts = receipts_of([row for row in theirs if row.digest], levels)
    tile = replace(tile_of(best, levels), confirmed=receipts.confirmed, pictures=max(1, receipts.pictures))
    return hang(tile, best)


def pair_of(rows: Sequence[InstanceRow], levels: Levels, hang: Hang) -> tuple[EyeTile, EyeTile]:
    """OD and OS in one tile each: the best picture, and the ring of all of that eye's."""
    return _one(Laterality.RIGHT, rows, levels, hang), _one(Laterality.LEFT, rows, levels, hang)


def _filling(eye: Laterality, rows: Sequence[InstanceRow], protocol: str) -> list[tuple[Field, InstanceRow | None]]:
    """Each place of one eye with what fills it: the newest picture of that field, or one of no stated field."""
    theirs = of_eye(rows, eye)
    loose = [row for row in theirs if field_of(row) not in PLACES[protocol]]
    filling: list[tuple[Field, InstanceRow | None]] = []
    for field in PLACES[protocol]:
        of_field = [row for row in theirs if field_of(row) is field]
        filling.append((field, of_field[-1] if of_field else loose.pop(0) if loose else None))
    return filling


def places_of(
    eye: Laterality, rows: Sequence[InstanceRow], protocol: str, levels: Levels, hang: Hang
) -> tuple[EyeTile, ...]:
    """The protocol's places of one eye as tiles; dashed where no picture has come."""
    return tuple(
        expected(eye, field) if row is None else hang(tile_of(row, levels), row)
        for field, row in _filling(eye, rows, protocol)
    )


def empty_places(rows: Sequence[InstanceRow], protocol: str) -> tuple[str, ...]:
    """What is missing (hazard HZ-06), e.g. ``L disc``, the right eye first. A picture of an unknown eye fills no place."""
    return tuple(
        f"{eye.value} {field.value}" for eye in EYES for field, row in _filling(eye, rows, protocol) if row is None
    )


def places(protocol: str) -> int:
    """How many places both eyes have."""
    return len(EYES) * len(PLACES[protocol])


def place_words(place: str, words: Words) -> str:
    """ "OS disc" for ``L disc``."""
    side, _, field = place.partition(" ")
    return f"{words.island(Laterality(side).eye)} {words(f'field.{field}')}"
