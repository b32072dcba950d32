"""A JPEG of 12 bits (Extended, ITU-T T.81 process 4), by GDCM itself. Runs in the decoding child only.

pydicom refuses these to GDCM; the release that is locked gives the same samples as dcmtk, and a test holds it to that. Grey only:
a picture of the eye in colour has 8 bits. Refuses what is cut off, and what is no such JPEG.
"""

import numpy as np
import numpy.typing as npt

from resources.problems import Damaged, Unsupported
from resources.wire.jpeg import EXTENDED, read_jpeg

BITS = 12


def samples_of_extended(frame: bytes, rows: int, columns: int) -> npt.NDArray[np.uint16]:
    """The samples of one frame, ``rows`` by ``columns``. Raises Damaged or Unsupported."""
    jpeg = read_jpeg(frame.removesuffix(b"\0"))
    if jpeg.process != EXTENDED or jpeg.precision != BITS or len(jpeg.components) != 1:
        raise Unsupported("A JPEG of this kind with more than 8 bits cannot be decoded here.")
    if (jpeg.rows, jpeg.columns) != (rows, columns):
        raise Damaged("The picture inside has another size than its file says.")
    raw = _plain(frame, rows, columns)
    if raw is None or len(raw) != 2 * rows * columns:
        raise Damaged("The picture cannot be decoded: it is cut off or damaged.")
    return np.frombuffer(raw, "<u2").reshape(rows, columns)


def _plain(frame: bytes, rows: int, columns: int) -> bytes | None:
    """What GDCM makes of it; ``None`` when it cannot. Every part lives here to the end: GDCM only borrows them."""
    import gdcm

    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(frame)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((columns, rows, 1))
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(gdcm.PhotometricInterpretation.MONOCHROME2))
    image.SetPixelFormat(gdcm.PixelFormat(1, 16, BITS, BITS - 1, 0))
    image.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.JPEGExtendedProcess2_4))
    image.SetDataElement(element)
    found: str | None = image.GetBuffer()
    return None if found is None else found.encode("utf-8", "surrogateescape")  # bytes come as text
