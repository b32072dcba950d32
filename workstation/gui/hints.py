"""From the hints about a picture to its tile, and to the question whether its eye was stated rightly (HZ-13). Pure.

A hint changes nothing. Whoever answers the question keeps or changes the eye by hand; then it is not asked again.
"""

from dataclasses import replace

from resources.store.mending import is_eye_kept
from resources.store.rows import InstanceRow
from resources.terms import Field, Laterality
from workstation.gui.pictures import Picture
from workstation.gui.style.eyes import EyeTile, Sharpness, TileState
from workstation.gui.words import Words
from workstation.imaging.hints import Hint

SIDES = (Laterality.RIGHT, Laterality.LEFT)


def is_contradicted(row: InstanceRow, hint: Hint) -> bool:
    """Whether the disc speaks for the other eye than was stated, and nobody has looked yet. Not of a stack."""
    if row.is_preview:  # it says too little; the original is asked about when it is here
        return False
    if row.field not in (None, "", Field.MACULA.value) or (row.frames or 1) > 1:
        return False
    return (
        hint.side is not None and row.laterality in SIDES and row.laterality is not hint.side and not is_eye_kept(row)
    )


def state_of(row: InstanceRow) -> TileState:
    """What its tile is, once it is here."""
    if row.is_pdf:
        return TileState.REPORT
    if row.is_preview:
        return TileState.LEFT if row.has_left else TileState.PREVIEW
    return TileState.HERE if row.has_pixels else TileState.FORWARD_ONLY


def dressed(tile: EyeTile, row: InstanceRow, picture: Picture) -> EyeTile:
    """The tile with its picture and what it looks like; *forward only* where there are no pixels to show."""
    if row.is_pdf:
        return tile
    if row.is_preview:
        return replace(tile, picture=picture.image if picture.is_here else None)
    if not picture.is_here:
        return replace(tile, state=TileState.FORWARD_ONLY)
    sharpness = Sharpness(picture.hint.sharpness) if picture.hint.sharpness else None
    return replace(tile, picture=picture.image, sharpness=sharpness, is_contradicted=is_contradicted(row, picture.hint))


def advice(hint: Hint, words: Words) -> str:
    """What to try before the person leaves, in words; nothing where the picture looks well."""
    if hint.exposure:
        return words(f"hint.{hint.exposure}")
    return words("hint.blurred") if hint.sharpness == "blurred" else ""
