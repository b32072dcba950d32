"""A JPEG that somebody sends: is it one, is it whole, how large is it, does it tell where it was taken. Shows nothing."""

import io
import warnings
from typing import NamedTuple

from PIL import Image

from resources.problems import Damaged, Invalid
from resources.wire.jpeg import read_jpeg

MOST_PIXELS = 50_000_000
ORIENTATION, GPS = 0x0112, 0x8825  # tags of the Exif IFD, Exif 2.32 4.6.4 and 4.6.3


class Picture(NamedTuple):
    """A picture that can be shown."""

    data: bytes
    width: int
    height: int


def checked(data: bytes) -> Picture:
    """The picture, once all of it was decoded; at an eighth of its size, since only its wholeness matters.

    Raises:
        Invalid: these bytes are not a whole JPEG, or claim more pixels than any camera makes.
    """
    if not data.startswith(b"\xff\xd8\xff"):  # SOI and the next marker, ITU-T T.81 B.1.1
        raise Invalid("This is not a JPEG picture.")
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            warnings.simplefilter("ignore")
            width, height = image.size
            if width * height <= MOST_PIXELS:
                image.draft("L", (1, 1))
                image.load()
    except Exception as error:  # a decoder of foreign bytes fails in every way there is
        raise Invalid("This picture cannot be read; it may be cut short.") from error
    if width * height > MOST_PIXELS:
        raise Invalid(f"A picture of {width} by {height} pixels is not taken.")
    return Picture(data, width, height)


def without_place(data: bytes) -> bytes:
    """The same picture without the place it was taken at; untouched, to the last byte, when it names none.

    A headshot travels to headquarters; where somebody lives does not have to (Exif GPS IFD). The way up is kept.

    Raises:
        Invalid: it names a place, and its segments are not in order.
    """
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        exif = image.getexif()
        if GPS not in exif:
            return data
        upright = Image.Exif()
        upright[ORIENTATION] = exif.get(ORIENTATION, 1)
    tiff = upright.tobytes()
    try:
        bare = read_jpeg(data).picture
    except Damaged as problem:
        raise Invalid(problem.sentence) from problem
    return bare[:2] + b"\xff\xe1" + (len(tiff) + 2).to_bytes(2, "big") + tiff + bare[2:]
