"""Headshots of people who do not exist: plain, friendly, flat. For the sandbox and for tests.

The same seed gives the same face. What somebody wears on the head can be said; everything else is drawn by lot from what suits
sex and age. Nothing here says anything about an illness.
"""

import math
import random
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFilter

_Colour: TypeAlias = tuple[int, int, int]
_Box: TypeAlias = tuple[float, float, float, float]

_SKINS: tuple[_Colour, ...] = (
    (226, 183, 148),
    (212, 164, 122),
    (196, 144, 98),
    (168, 112, 70),
    (134, 88, 56),
    (98, 64, 44),
)
_WALLS: tuple[_Colour, ...] = ((205, 212, 216), (214, 205, 192), (206, 213, 203), (208, 203, 192), (200, 210, 214))
_CLOTHES: tuple[_Colour, ...] = (
    (160, 62, 68),
    (78, 114, 152),
    (70, 112, 92),
    (178, 138, 62),
    (124, 82, 120),
    (100, 110, 124),
    (164, 98, 56),
    (86, 116, 128),
    (202, 196, 180),
)
_GREY, _WHITE, _DARK, _BLACK = (150, 150, 150), (226, 222, 214), (58, 46, 42), (36, 32, 34)
_LARGE = 2  # drawn so much larger and brought down, for soft edges


class Head(StrEnum):
    """What is on a head."""

    SHORT = "short hair"
    BALD = "little hair"
    LONG = "long hair"
    BOB = "hair to the jaw"
    SCARF = "a scarf around the face"
    DRAPE = "the end of a sari over the hair"
    TURBAN = "a turban"
    CAP = "a prayer cap"


@dataclass(frozen=True, slots=True)
class Look:
    """One invented person's look."""

    skin: _Colour
    hair: _Colour
    cloth: _Colour
    wall: _Colour
    head: Head
    beard: bool = False
    moustache: bool = False
    glasses: bool = False
    bindi: bool = False
    lined: bool = False


def look_of(seed: int, sex: str, age: int, head: Head | None = None) -> Look:
    """By lot, from what suits; ``sex`` as in DICOM, anything but F and M draws from both."""
    rng = random.Random(seed)  # noqa: S311  drawn people, not secrets
    is_woman = sex == "F" or (sex != "M" and rng.random() < 0.5)
    women, men = (Head.LONG, Head.BOB, Head.SCARF, Head.DRAPE), (Head.SHORT, Head.SHORT, Head.BALD, Head.CAP)
    worn = head or rng.choice(women if is_woman else men if age > 45 else men[:2])
    hair = rng.choice((_DARK, _BLACK)) if age < 52 else _GREY if age < 68 else _WHITE
    bearded = not is_woman and (worn in (Head.TURBAN, Head.CAP) or rng.random() < 0.3)
    return Look(
        skin=rng.choice(_SKINS),
        hair=hair,
        cloth=rng.choice(_CLOTHES),
        wall=rng.choice(_WALLS),
        head=worn,
        beard=bearded,
        moustache=not is_woman and not bearded and rng.random() < 0.5,
        glasses=age > 40 and rng.random() < 0.3,
        bindi=is_woman and worn in (Head.DRAPE, Head.LONG) and rng.random() < 0.5,
        lined=age > 54,
    )


def headshot(*, seed: int, sex: str = "", age: int = 40, head: Head | None = None, size: int = 512) -> bytes:
    """A square JPEG."""
    look = look_of(seed, sex, age, head)
    pen = _Pen(look.wall, round(size * _LARGE))
    _behind(pen, look)
    _body(pen, look)
    _face(pen, look)
    _above(pen, look)
    _features(pen, look)
    buffer = BytesIO()
    pen.image.resize((size, size), Image.Resampling.BOX).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def outer_eye(*, seed: int, is_left: bool, size: int = 1600) -> bytes:
    """One eye from outside, lids open, as a square JPEG; the nose is on the right of the picture for a right eye."""
    rng = random.Random(seed)  # noqa: S311
    skin, iris = rng.choice(_SKINS), rng.choice(((74, 48, 32), (92, 62, 38), (54, 38, 30)))
    pen = _Pen(skin, size)
    pen.ellipse((0.78, 0.1, 1.5, 1.1), _shade(skin, 0.93))  # towards the nose
    pen.arc((0.1, 0.02, 0.9, 0.6), 200, 335, _BLACK, 0.05)
    pen.part((0.09, 0.3, 0.91, 0.86), 180, 360, _shade(skin, 0.86))
    pen.part((0.12, 0.33, 0.88, 0.83), 180, 360, (238, 232, 224))
    pen.part((0.12, 0.43, 0.88, 0.73), 0, 180, (236, 228, 220))
    pen.ellipse((0.83, 0.55, 0.89, 0.61), (206, 130, 118))
    for radius, colour in (
        (0.155, _shade(iris, 0.7)),
        (0.145, iris),
        (0.11, _shade(iris, 1.25)),
        (0.075, (16, 14, 16)),
    ):
        pen.ellipse((0.5 - radius, 0.56 - radius, 0.5 + radius, 0.56 + radius), colour)
    pen.ellipse((0.435, 0.48, 0.475, 0.52), (250, 250, 246))
    pen.arc((0.11, 0.32, 0.89, 0.84), 180, 360, _DARK, 0.02)
    pen.arc((0.11, 0.42, 0.89, 0.74), 0, 180, _shade(skin, 0.66), 0.008)
    picture = pen.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if is_left else pen.image
    buffer = BytesIO()
    picture.filter(ImageFilter.BoxBlur(size / 800)).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


class _Pen:
    """Draws in parts of the picture's edge: 0 is left or top, 1 right or bottom."""

    def __init__(self, wall: _Colour, size: int) -> None:
        self.image = Image.new("RGB", (size, size), wall)
        self._draw, self._size = ImageDraw.Draw(self.image), size

    def ellipse(self, box: _Box, colour: _Colour) -> None:
        self._draw.ellipse(self._box(box), fill=colour)

    def rounded(self, box: _Box, radius: float, colour: _Colour) -> None:
        self._draw.rounded_rectangle(self._box(box), radius * self._size, fill=colour)

    def part(self, box: _Box, start: float, end: float, colour: _Colour) -> None:
        """A piece of an ellipse cut off by a straight line; degrees clockwise from the right."""
        self._draw.chord(self._box(box), start, end, fill=colour)

    def arc(self, box: _Box, start: float, end: float, colour: _Colour, width: float) -> None:
        self._draw.arc(self._box(box), start, end, fill=colour, width=max(1, round(width * self._size)))

    def line(self, points: tuple[tuple[float, float], ...], colour: _Colour, width: float) -> None:
        places = [(x * self._size, y * self._size) for x, y in points]
        self._draw.line(places, fill=colour, width=max(1, round(width * self._size)), joint="curve")

    def egg(
        self, centre: tuple[float, float], half: tuple[float, float], colour: _Colour, *, chin: float = 0.14
    ) -> None:
        """An ellipse that is narrower below."""
        points = []
        for step in range(72):
            angle = math.radians(step * 5)
            narrow = 1 - chin * max(0.0, math.sin(angle)) ** 2
            x, y = centre[0] + half[0] * math.cos(angle) * narrow, centre[1] + half[1] * math.sin(angle)
            points.append((x * self._size, y * self._size))
        self._draw.polygon(points, fill=colour)

    def _box(self, box: _Box) -> list[float]:
        return [edge * self._size for edge in box]


def _shade(colour: _Colour, light: float) -> _Colour:
    red, green, blue = (min(255, round(part * light)) for part in colour)
    return red, green, blue


def _scarf(look: Look) -> _Colour:
    return _shade(look.cloth, 1.08)


def _behind(pen: _Pen, look: Look) -> None:
    """What falls behind neck and shoulders."""
    if look.head is Head.LONG:
        pen.rounded((0.288, 0.22, 0.712, 0.82), 0.19, look.hair)
    elif look.head is Head.BOB:
        pen.rounded((0.278, 0.22, 0.722, 0.63), 0.16, look.hair)
    elif look.head is Head.BALD:
        pen.ellipse((0.276, 0.28, 0.724, 0.5), look.hair)
    elif look.head in (Head.SCARF, Head.DRAPE):
        pen.egg((0.5, 0.52), (0.285, 0.42), _shade(_scarf(look), 0.9), chin=-0.16)


def _body(pen: _Pen, look: Look) -> None:
    pen.rounded((0.12, 0.735, 0.88, 1.3), 0.3, look.cloth)
    neck = _shade(look.skin, 0.84)
    pen.rounded((0.425, 0.56, 0.575, 0.79), 0.06, neck)
    pen.part((0.4, 0.69, 0.6, 0.83), 0, 180, neck)
    if look.head is not Head.SCARF:
        pen.arc((0.385, 0.66, 0.615, 0.845), 15, 165, _shade(look.cloth, 0.85), 0.018)


def _face(pen: _Pen, look: Look) -> None:
    if look.head not in (Head.SCARF, Head.DRAPE, Head.LONG, Head.BOB):
        for x in (0.3, 0.7):
            pen.ellipse((x - 0.038, 0.4, x + 0.038, 0.5), _shade(look.skin, 0.93))
    pen.egg((0.5, 0.44), (0.192, 0.235), look.skin)
    if look.beard:
        pen.part((0.312, 0.29, 0.688, 0.725), 8, 172, look.hair)
        pen.part((0.335, 0.36, 0.665, 0.585), 0, 180, look.skin)


def _features(pen: _Pen, look: Look) -> None:
    line = _shade(look.skin, 0.62)
    brow = look.hair if look.hair in (_DARK, _BLACK) else _shade(look.hair, 0.75)
    for side in (-1, 1):
        x = 0.5 + side * 0.082
        pen.ellipse((x - 0.017, 0.422, x + 0.017, 0.46), (44, 32, 28))
        pen.ellipse((x - 0.004, 0.427, x + 0.007, 0.438), (236, 232, 226))
        pen.arc((x - 0.045, 0.365, x + 0.045, 0.425), 205, 335, brow, 0.011)
        if look.lined:
            pen.arc((x - 0.042, 0.445, x + 0.042, 0.49), 30, 150, _shade(look.skin, 0.8), 0.006)
    pen.arc((0.478, 0.44, 0.532, 0.517), 20, 150, _shade(look.skin, 0.72), 0.009)
    if look.lined and look.head in (Head.BALD, Head.LONG, Head.BOB):
        pen.arc((0.41, 0.285, 0.59, 0.345), 215, 325, _shade(look.skin, 0.85), 0.006)
    if look.moustache or look.beard:
        pen.part((0.428, 0.53, 0.572, 0.6), 180, 360, look.hair)
    pen.arc((0.443, 0.51, 0.557, 0.588), 25, 155, _shade(line, 0.9) if not look.beard else (132, 74, 66), 0.011)
    if look.glasses:
        _glasses(pen)
    if look.bindi:
        pen.ellipse((0.487, 0.36, 0.513, 0.386), (176, 38, 44))


def _glasses(pen: _Pen) -> None:
    rim = (62, 60, 64)
    for x in (0.416, 0.584):
        pen.arc((x - 0.064, 0.385, x + 0.064, 0.5), 0, 360, rim, 0.009)
    pen.arc((0.472, 0.415, 0.528, 0.46), 200, 340, rim, 0.009)


def _above(pen: _Pen, look: Look) -> None:
    """Hair and cloth over the forehead."""
    draw = {
        Head.SHORT: _short,
        Head.LONG: _parted,
        Head.BOB: _parted,
        Head.SCARF: _wrapped,
        Head.DRAPE: _draped,
        Head.TURBAN: _turban,
        Head.CAP: _cap,
    }
    if look.head in draw:
        draw[look.head](pen, look)


def _short(pen: _Pen, look: Look) -> None:
    pen.part((0.298, 0.185, 0.702, 0.64), 182, 358, look.hair)
    pen.part((0.33, 0.295, 0.67, 0.66), 180, 360, look.skin)
    pen.part((0.308, 0.38, 0.692, 0.56), 188, 352, look.skin)


def _parted(pen: _Pen, look: Look) -> None:
    pen.part((0.302, 0.185, 0.698, 0.6), 180, 360, look.hair)
    pen.egg((0.5, 0.455), (0.172, 0.205), look.skin)


def _wrapped(pen: _Pen, look: Look) -> None:
    """A ring of cloth around the face, and its fall over the chest."""
    cloth = _scarf(look)
    pen.arc((0.262, 0.13, 0.738, 0.765), 0, 360, cloth, 0.088)
    pen.part((0.27, 0.5, 0.73, 0.96), 8, 172, cloth)
    pen.part((0.325, 0.45, 0.675, 0.745), 20, 160, cloth)
    pen.egg((0.5, 0.44), (0.165, 0.215), look.skin)
    pen.arc((0.3, 0.52, 0.7, 0.9), 40, 140, _shade(cloth, 0.88), 0.01)


def _draped(pen: _Pen, look: Look) -> None:
    _parted(pen, look)
    cloth = _scarf(look)
    pen.arc((0.262, 0.13, 0.738, 0.86), 185, 355, cloth, 0.06)
    pen.arc((0.308, 0.172, 0.692, 0.84), 190, 350, _shade(cloth, 1.14), 0.014)


def _turban(pen: _Pen, look: Look) -> None:
    cloth = _shade(look.cloth, 0.86)
    pen.part((0.268, 0.13, 0.732, 0.58), 182, 358, cloth)
    pen.ellipse((0.268, 0.285, 0.732, 0.4), cloth)
    pen.part((0.335, 0.318, 0.665, 0.5), 186, 354, look.skin)
    for number in range(4):
        shift = number * 0.028
        pen.arc((0.29 + shift, 0.16 + shift, 0.76 - shift, 0.56), 205, 300, _shade(cloth, 1.16), 0.007)


def _cap(pen: _Pen, look: Look) -> None:
    pen.part((0.3, 0.3, 0.7, 0.5), 195, 345, look.hair)
    pen.rounded((0.314, 0.2, 0.686, 0.335), 0.07, _WHITE)
    pen.rounded((0.306, 0.278, 0.694, 0.342), 0.03, _shade(_WHITE, 0.93))
