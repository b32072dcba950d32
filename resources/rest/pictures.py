"""A JPEG that somebody sends: is it one, is it whole, how large is it. Nothing is changed, and nothing is shown."""

import io
import warnings
from typing import NamedTuple

from PIL import Image

from resources.problems import Invalid

MOST_PIXELS = 50_000_000


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
