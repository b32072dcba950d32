"""How large a pixel is, as the file says it; or about, from the camera's field of view. Pure; says nothing rather than guess.

The eye's own optics make every length on a retina an estimate. What the camera computed itself (Pixel Spacing) is given as it
stands; what is only reckoned from the field of view says that it is about so.
"""

import math
from dataclasses import dataclass
from struct import unpack

from resources.wire.dataset import DataSetTree, Element, Elements

PIXEL_SPACING = 0x00280030  # PS3.3 10.7.1.1: between rows, between columns, mm
SHARED_GROUPS, PIXEL_MEASURES = 0x52009229, 0x00289110  # PS3.3 C.7.6.16.2.1
HORIZONTAL_FIELD = 0x0022000C  # degrees, PS3.3 C.8.17.2
COLUMNS = 0x00280011
MM_PER_DEGREE = 0.288
"""On the retina of Gullstrand's eye; real eyes differ by a tenth and more."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Millimetres from row to row and from column to column; ``is_about`` when it was reckoned."""

    row: float
    column: float
    is_about: bool = False


def spacing_of(tree: DataSetTree) -> Spacing | None:
    """What the file says of its pixels; ``None`` where it says nothing that can be used."""
    stated = _stated(tree.elements) or _shared(tree.elements)
    if stated is not None:
        return stated
    field, columns = _number(tree.elements.get(HORIZONTAL_FIELD)), _number(tree.elements.get(COLUMNS))
    if not 0 < field <= 200 or columns < 1:
        return None
    each = field * MM_PER_DEGREE / columns
    return Spacing(each, each, is_about=True)


def _shared(elements: Elements) -> Spacing | None:
    groups = elements.get(SHARED_GROUPS)
    for group in (groups.items if groups else None) or ():
        measures = group.get(PIXEL_MEASURES)
        for item in (measures.items if measures else None) or ():
            if found := _stated(item):
                return found
    return None


def _stated(elements: Elements) -> Spacing | None:
    found = elements.get(PIXEL_SPACING)
    parts = found.text.split("\\") if found is not None and found.value else []
    try:
        row, column = (float(part) for part in parts)
    except ValueError:
        return None
    return Spacing(row, column) if 0 < row < math.inf and 0 < column < math.inf else None


def _number(element: Element | None) -> float:
    if element is None or not element.value:
        return 0.0
    forms = {("FL", 4): "f", ("US", 2): "H"}
    form = forms.get((element.vr, len(element.value)))
    return float(unpack(("<" if element.little else ">") + form, element.value)[0]) if form else 0.0
