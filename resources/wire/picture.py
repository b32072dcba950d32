"""From a JPEG or PNG file to what goes into Pixel Data, changing as little as can be.

A baseline JPEG goes in as it is. Anything else, and anything that lies on its side, is decoded once, turned upright and written
again, and says so. Looks at the size before it decodes.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from resources.problems import Damaged, TooLarge, Unsupported
from resources.wire.exif import Exif, read_exif
from resources.wire.jpeg import Jpeg, read_jpeg
from resources.wire.uids import EXPLICIT_LITTLE, JPEG_BASELINE

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_POINTS = 50_000_000
_RAW_UP_TO = 16 << 20
_QUALITY = 95


@dataclass(frozen=True, slots=True)
class Pixels:
    """``value`` is one JPEG fragment, or the raw points of a picture that was kept without loss."""

    transfer_syntax_uid: str
    rows: int
    columns: int
    samples: int
    photometric: str
    value: bytes
    exif: Exif
    lossy_ratios: tuple[float, ...] = ()
    """Of each lossy step that is known, in order."""
    derivation: str = ""


def pixels_of(data: bytes) -> Pixels:
    """Raises Unsupported for other files, Damaged for broken and TooLarge for enormous ones."""
    if data[:2] == b"\xff\xd8":
        return _of_jpeg(data)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return _of_png(data)
    raise Unsupported("Only JPEG and PNG pictures can be taken in as photographs.")


def _of_jpeg(data: bytes) -> Pixels:
    jpeg = read_jpeg(data)
    if jpeg.precision != 8:
        raise Unsupported(f"A JPEG of {jpeg.precision} bits cannot be taken in as a photograph.")
    image, exif = _decoded(jpeg.picture, jpeg.rows, jpeg.columns), read_exif(jpeg.exif)
    if jpeg.is_plain_baseline and exif.orientation == 1:
        return _as_it_is(jpeg, exif)
    reasons = (
        [] if jpeg.is_plain_baseline else [f"JPEG process {jpeg.process:02X} with {len(jpeg.components)} components"]
    )
    raw = jpeg.rows * jpeg.columns * len(jpeg.components)
    return _written_again(image, exif, reasons, (raw / len(data),))


def _as_it_is(jpeg: Jpeg, exif: Exif) -> Pixels:
    samples = len(jpeg.components)
    photometric = "YBR_FULL_422" if samples == 3 else "MONOCHROME2"  # PS3.5 8.2.1; true of 4:4:4 too
    ratio = jpeg.rows * jpeg.columns * samples / len(jpeg.picture)
    return Pixels(JPEG_BASELINE, jpeg.rows, jpeg.columns, samples, photometric, jpeg.picture, exif, (ratio,))


def _of_png(data: bytes) -> Pixels:
    if data[12:16] != b"IHDR":
        raise Damaged("The PNG picture is damaged.")
    columns, rows = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    image = _decoded(data, rows, columns)
    exif = read_exif(_png_exif(data))
    plain = _plain(image)
    if len(plain.getbands()) * rows * columns > _RAW_UP_TO:
        return _written_again(plain, exif, ["PNG"], ())
    upright = _upright(plain, exif.orientation)
    photometric = "RGB" if upright.mode == "RGB" else "MONOCHROME2"
    notes = "" if image.mode == plain.mode else f"Converted from PNG of mode {image.mode}."
    size = (upright.height, upright.width, len(upright.getbands()))
    return Pixels(EXPLICIT_LITTLE, *size, photometric, upright.tobytes(), exif, (), notes + _turned(exif.orientation))


def _png_exif(data: bytes) -> bytes:
    """The eXIf chunk, where there is one before the picture's own."""
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"eXIf":
            return data[at + 8 : at + 8 + length]
        at += 12 + length
    return b""


def _decoded(data: bytes, rows: int, columns: int) -> "Image":
    """The whole picture, to know that it is one."""
    from PIL import Image, UnidentifiedImageError

    if not 0 < rows * columns <= MOST_POINTS:
        raise TooLarge(f"A picture of {columns:,} x {rows:,} points cannot be taken in.")
    try:
        image = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        image.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        raise Damaged("The picture cannot be decoded: it is cut off or damaged.") from None
    return image


def _plain(image: "Image") -> "Image":
    """8-bit grey or RGB."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode.startswith("I") or image.mode == "F":
        return image.point(lambda value: value / 257).convert("L")
    return image.convert("L" if image.mode in ("1", "LA") else "RGB")


def _upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _turned(orientation: int) -> str:
    return "" if orientation == 1 else f"Turned upright from EXIF orientation {orientation}."


def _written_again(image: "Image", exif: Exif, reasons: list[str], ratios: tuple[float, ...]) -> Pixels:
    upright = _upright(_plain(image), exif.orientation)
    buffer = BytesIO()
    upright.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    jpeg = read_jpeg(buffer.getvalue())
    samples = len(jpeg.components)
    ratio = jpeg.rows * jpeg.columns * samples / len(jpeg.picture)
    notes = [f"Written again as baseline JPEG of quality {_QUALITY} from {reason}." for reason in reasons or ["JPEG"]]
    photometric = "YBR_FULL_422" if samples == 3 else "MONOCHROME2"
    size = (jpeg.rows, jpeg.columns, samples)
    derivation = " ".join([*notes, _turned(exif.orientation)]).strip()
    return Pixels(JPEG_BASELINE, *size, photometric, jpeg.picture, exif, (*ratios, ratio), derivation)
