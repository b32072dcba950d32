"""One page of a PDF as RGB, by PDFium; the only home of pypdfium2. Runs in the decoding child only.

What stands on the page is drawn, with what was filled in. Nothing is executed, opened or followed: PDFium is built without a
JavaScript engine, and its form environment is never started. Refuses what needs a password, more pages than a report has and a
page of a size that PDF does not have.
"""

from io import BytesIO
from math import sqrt

import pypdfium2
from pypdfium2.raw import FLAT_NORMALDISPLAY, FPDFPage_Flatten

from resources.problems import Damaged, TooLarge, Unsupported
from resources.wire.document import document_of
from workstation.imaging.child import MOST_PAGES, PAGES

UNIT = 72
"""Points in an inch, which pages are measured in."""
LEAST_SIZE, MOST_SIZE = 3, 14_400
"""In points (ISO 32000-1 Annex C.2)."""
FINE = 300 / UNIT
MOST_POINTS, LONGEST = 12_000_000, 8_000
"""Of a page that is drawn, and of its longer edge: DIN A3 is whole, what is larger is drawn less fine."""


def page_of(data: bytes, number: int) -> tuple[int, int, bytes]:
    """Width, height, and how many pages there are before the RGB of one, the first being 0, of a Part 10 file.

    Raises Unsupported, TooLarge, Damaged.
    """
    try:
        with pypdfium2.PdfDocument(b"".join(document_of(BytesIO(data)))) as document:
            pages = len(document)
            if pages > MOST_PAGES:
                raise TooLarge("The document has more pages than can be shown.")
            width, height, points = _drawn(document, number)
            return width, height, PAGES.pack(pages) + points
    except pypdfium2.PdfiumError:
        raise Damaged("The document cannot be read: it is damaged, or it needs a password.") from None


def _drawn(document: pypdfium2.PdfDocument, number: int) -> tuple[int, int, bytes]:
    page = _flat(document, number)
    bitmap = page.render(scale=_scale(*page.get_size()), rev_byteorder=True, may_draw_forms=False)
    width, height, row = bitmap.width, bitmap.height, 3 * bitmap.width
    seen = memoryview(bitmap.buffer).cast("B")
    step = bitmap.stride
    if step == row:
        return width, height, bytes(seen)
    return width, height, b"".join(seen[at : at + row] for at in range(0, step * height, step))


def _flat(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """With what was written into its fields, as it looked to whoever wrote it: PDFium draws no field by itself."""
    page = document[number]
    FPDFPage_Flatten(page.raw, FLAT_NORMALDISPLAY)
    page.close()
    return document[number]


def _scale(width: float, height: float) -> float:
    """Dots for each point of the page."""
    if not (LEAST_SIZE <= width <= MOST_SIZE and LEAST_SIZE <= height <= MOST_SIZE):
        raise Unsupported("The page has a size that no paper has.")
    return min(FINE, LONGEST / max(width, height), sqrt(MOST_POINTS / (width * height)))
