"""Fundus pictures that nobody had to sit for: disc, macula, vessels and, where asked, disease. For the sandbox and for tests.

The same seed and eye give the same retina, from whichever field it is photographed. As a camera sees it: the disc lies towards
the nose, on the right of the picture in a right eye and on the left in a left one. Never shown as anybody's real picture.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from resources.terms import Field, Laterality
from workstation.imaging.drawn_faces import outer_eye

_Point: TypeAlias = tuple[float, float]
_Layer: TypeAlias = npt.NDArray[np.float32]
_BLACK = (2, 2, 3)
_RADIUS = 0.965  # of the round field, in half pictures
_DISC, _MACULA = (0.52, -0.03), (-0.06, 0.03)  # of a right eye looking straight ahead, in half pictures
_FINE = 200  # what changes slowly is reckoned on a grid of so many points
_CANVAS = 1000  # drawn on so many points and then enlarged: a real camera's picture is as soft


@dataclass(frozen=True, slots=True)
class Vessel:
    """A run of points with the width at each, in half pictures."""

    points: list[_Point]
    widths: list[float]
    is_vein: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """One microaneurysm, haemorrhage or exudate."""

    at: _Point
    size: float
    is_pale: bool


@dataclass(frozen=True, slots=True)
class Retina:
    """One eye's ground plan, as of a right eye; a left one is its mirror image."""

    seed: int
    pigment: float
    vessels: list[Vessel]
    spots: list[Spot] = field(default_factory=list)

    @classmethod
    def grown(cls, seed: int, disease: int = 0) -> "Retina":
        """``disease`` from 0, none, to 4: more and larger spots."""
        rng = random.Random(seed)  # noqa: S311  drawn pictures, not secrets
        pigment = rng.uniform(0.82, 1.06)
        vessels = [vessel for vessel in _tree(rng) if len(vessel.points) > 1]
        return cls(seed, pigment, vessels, list(_spots(random.Random(seed + 1), disease)))  # noqa: S311


def fundus(eye: Laterality, aim: Field, *, seed: int, disease: int = 0, blur: float = 0.0, size: int = 1600) -> bytes:
    """A JPEG of ``size`` points square. ``blur`` 0 is sharp, 1 is useless. ``external`` shows the eye from outside."""
    if aim is Field.EXTERNAL:
        return outer_eye(seed=seed, is_left=eye is Laterality.LEFT, size=size)
    retina = Retina.grown(seed, disease)
    shift = (-_DISC[0] + 0.03, 0.02) if aim is Field.DISC else (0.0, 0.0)
    canvas = min(size, _CANVAS)
    picture = _painted(retina, shift, canvas)
    if blur:
        haze = Image.new("RGB", picture.size, (150, 92, 62))
        picture = Image.blend(picture.filter(ImageFilter.GaussianBlur(blur * canvas / 60)), haze, 0.35 * blur)
    picture = Image.composite(picture, Image.new("RGB", picture.size, _BLACK), _aperture(canvas))
    picture = picture.resize((size, size), Image.Resampling.BICUBIC)
    if eye is Laterality.LEFT:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def _tree(rng: random.Random) -> Iterator[Vessel]:
    """Four arcades, an artery and a vein in each, and what grows out of them."""
    for is_vein in (False, True):
        aside = 0.035 if is_vein else -0.02
        for side in (-1, 1):
            reach = rng.uniform(0.5, 0.6) + aside
            temporal = _arcade(rng, side, reach)
            width = 0.0175 if is_vein else 0.0125
            yield from _branched(rng, temporal, width * rng.uniform(0.9, 1.1), is_vein=is_vein)
            nasal = _wander(rng, _DISC, side * rng.uniform(0.75, 1.0) + aside * 6, rng.uniform(0.5, 0.7), -side * 0.5)
            yield from _branched(rng, nasal, width * 0.72, 2, is_vein=is_vein)
            straight = _wander(rng, _DISC, side * rng.uniform(0.15, 0.4) + aside * 4, 0.55, 0.1 * side)
            yield from _branched(rng, straight, width * 0.5, 1, is_vein=is_vein)
            fine = _wander(rng, _DISC, math.pi - side * rng.uniform(0.1, 0.35), 0.36, -0.3 * side)
            yield from _branched(rng, fine, width * 0.32, 1, is_vein=is_vein)


def _arcade(rng: random.Random, side: int, reach: float) -> list[_Point]:
    """From the disc up or down and around the macula towards the temple, as a cubic curve with a little tremor."""
    x, y = _DISC
    ends = [
        (x, y),
        (x - 0.02, side * reach * rng.uniform(0.72, 0.8)),
        (x - rng.uniform(0.5, 0.6), side * reach * 1.32),
        (-rng.uniform(0.72, 0.85), side * reach * rng.uniform(0.3, 0.6)),
    ]
    phase, tremor = rng.uniform(0, 6), rng.uniform(0.004, 0.009)
    points = []
    for step in range(61):
        t = step / 60
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        wave = tremor * math.sin(phase + t * 26) * min(1, t * 4)
        points.append(
            (
                sum(weight * end[0] for weight, end in zip(weights, ends, strict=True)) + wave,
                sum(weight * end[1] for weight, end in zip(weights, ends, strict=True)) + wave * side,
            )
        )
    return points


def _wander(rng: random.Random, start: _Point, angle: float, length: float, bend: float) -> list[_Point]:
    """A line that keeps its direction, more or less."""
    x, y = start
    points, step = [start], 0.014
    sway, phase = rng.uniform(0.1, 0.22), rng.uniform(0, 6)
    for number in range(int(length / step)):
        angle += bend * step + sway * math.sin(phase + number * 0.42) * 0.35 + rng.gauss(0, 0.035)
        x, y = x + math.cos(angle) * step, y + math.sin(angle) * step
        points.append((x, y))
        if x * x + y * y > 2.4:
            break
    return points


def _branched(
    rng: random.Random, points: list[_Point], width: float, depth: int = 3, *, is_vein: bool
) -> Iterator[Vessel]:
    """A vessel that grows thinner, and its branches on alternating sides; none goes through the fovea."""
    points = list(_outside_fovea(points))
    count = len(points)
    taper = [width * (1 - 0.72 * index / max(count, 1)) for index in range(count)]
    yield Vessel(points, taper, is_vein)
    if depth == 0 or count < 8:
        return
    turn = rng.choice((-1, 1))
    at = rng.randint(5, 9)
    while at < count - 3:
        (x0, y0), (x1, y1) = points[at - 1], points[at]
        turn = -turn
        angle = math.atan2(y1 - y0, x1 - x0) + turn * rng.uniform(0.45, 0.95)
        length = rng.uniform(0.2, 0.52) * (0.35 + 0.65 * depth / 3)
        grown = _wander(rng, points[at], angle, length, -turn * rng.uniform(0.3, 1.6))
        yield from _branched(rng, grown, taper[at] * rng.uniform(0.5, 0.72), depth - 1, is_vein=is_vein)
        at += rng.randint(5, 10) + (3 - depth) * 3


def _outside_fovea(points: list[_Point]) -> Iterator[_Point]:
    for x, y in points:
        if (x - _MACULA[0]) ** 2 + (y - _MACULA[1]) ** 2 < 0.013:
            return
        yield x, y


def _spots(rng: random.Random, disease: int) -> Iterator[Spot]:
    """Few small red ones first; larger ones and exudates in clusters later."""

    def somewhere(spread: float) -> _Point:
        angle, far = rng.uniform(0, 2 * math.pi), 0.16 + abs(rng.gauss(0, spread))
        return _MACULA[0] + far * math.cos(angle) * 1.2, _MACULA[1] + far * math.sin(angle)

    for _ in range((0, 4, 11, 20, 26)[disease]):
        yield Spot(somewhere(0.28), rng.uniform(0.0045, 0.0085), is_pale=False)
    for _ in range((0, 0, 4, 11, 15)[disease]):
        yield Spot(somewhere(0.3), rng.uniform(0.012, 0.026), is_pale=False)
    for _ in range((0, 0, 3, 5, 6)[disease]):
        x, y = somewhere(0.14)
        for _ in range(rng.randint(4, 10)):
            yield Spot((x + rng.gauss(0, 0.035), y + rng.gauss(0, 0.03)), rng.uniform(0.004, 0.0105), is_pale=True)


def _painted(retina: Retina, shift: _Point, size: int) -> Image.Image:
    """Ground, then blood, seen through coloured glass that takes away green and blue, then exudates on top."""
    arteries, veins, pale = (_Mask(size, shift) for _ in range(3))
    for vessel in retina.vessels:
        (veins if vessel.is_vein else arteries).vessel(vessel)
    rng = random.Random(retina.seed + 2)  # noqa: S311
    for spot in retina.spots:
        (pale if spot.is_pale else veins).spot(spot, rng)
    picture = _darkened(_ground(retina, shift, size), veins.soft(), (146, 84, 76))
    picture = _darkened(picture, arteries.soft(), (188, 118, 104))
    if not retina.spots:
        return picture
    return Image.composite(Image.new("RGB", picture.size, (247, 214, 132)), picture, pale.soft())


def _ground(retina: Retina, shift: _Point, size: int) -> Image.Image:
    """Everything without an edge: light, pigment, choroid, macula and disc."""
    axis = np.linspace(-1, 1, _FINE, dtype=np.float32)
    x, y = axis[np.newaxis, :] - np.float32(shift[0]), axis[:, np.newaxis] - np.float32(shift[1])
    far = np.sqrt(axis[np.newaxis, :] ** 2 + axis[:, np.newaxis] ** 2)
    light = (1.04 - 0.34 * far**2.4 + 0.16 * _hill(x, y, (0.2, 0.06), 0.5)) * retina.pigment
    light *= 1 + 0.07 * _clouds(retina.seed, 7) + 0.045 * _clouds(retina.seed + 5, 22)
    macula = 0.46 * _hill(x, y, _MACULA, 0.115) + 0.16 * _hill(x, y, _MACULA, 0.24)
    red = 205 * light * (1 - 0.8 * macula)
    green = 98 * light * (1 - 0.94 * macula) * (1 - 0.1 * far**2)
    blue = 44 * light * (1 - macula) * (1 - 0.2 * far**2)
    halo = _hill(x, y, _DISC, 0.2) * 0.22
    edge = ((x - _DISC[0]) / 0.128) ** 2 + ((y - _DISC[1]) / 0.143) ** 2
    disc = 1 / (1 + np.exp(np.minimum((np.sqrt(edge) - 1) * 22, 50)))
    cup = _hill(x, y, (_DISC[0] - 0.012, _DISC[1]), 0.052)
    colours = []
    for channel, pale, bright in ((red, 238, 255), (green, 182, 232), (blue, 104, 172)):
        lit = channel + (pale - channel) * halo * 0.5
        colours.append(lit + (pale + (bright - pale) * cup - lit) * disc * 0.94)
    small = Image.fromarray(np.stack(colours, axis=-1).clip(0, 255).astype(np.uint8))
    return small.resize((size, size), Image.Resampling.BICUBIC)


def _hill(x: _Layer, y: _Layer, top: _Point, width: float) -> _Layer:
    bell: _Layer = np.exp(-((x - top[0]) ** 2 + (y - top[1]) ** 2) / (2 * width * width)).astype(np.float32)
    return bell


def _clouds(seed: int, grain: int) -> _Layer:
    """Smooth noise between -1 and 1 with about ``grain`` bumps across."""
    noise = random.Random(seed).randbytes(grain * grain)  # noqa: S311
    image = Image.frombytes("L", (grain, grain), noise).resize((_FINE, _FINE), Image.Resampling.BICUBIC)
    return (np.asarray(image, np.float32) - 127.5) / 127.5


class _Mask:
    """Where one kind of thing is, drawn twice as large and brought down, so that it has soft edges."""

    def __init__(self, size: int, shift: _Point) -> None:
        self._image = Image.new("L", (size * 2, size * 2))
        self._pen = ImageDraw.Draw(self._image)
        self._half, self._shift = float(size), shift

    def vessel(self, vessel: Vessel) -> None:
        """A line that changes its width as it goes; the finest are fainter rather than finer."""
        places = [self._place(point) for point in vessel.points]
        for first in range(0, len(places) - 1, 3):
            width = vessel.widths[first] * self._half
            ink = 255 if width > 5 else int(120 + 27 * width)
            self._pen.line(places[first : first + 4], fill=ink, width=max(2, round(width)), joint="curve")

    def spot(self, spot: Spot, rng: random.Random) -> None:
        """A dot, or a blot of a few discs that overlap."""
        (x, y), size = self._place(spot.at), spot.size * self._half
        for _ in range(1 if spot.size < 0.009 else 5):
            dx, dy, r = rng.gauss(0, size * 0.35), rng.gauss(0, size * 0.35), size * rng.uniform(0.6, 0.9)
            self._pen.ellipse((x + dx - r, y + dy - r * 0.9, x + dx + r, y + dy + r * 0.9), fill=245)

    def disc(self, radius: float) -> None:
        """A disc in the middle."""
        edge = radius * self._half
        self._pen.ellipse((self._half - edge, self._half - edge, self._half + edge, self._half + edge), fill=255)

    def soft(self) -> Image.Image:
        """The mask at the size that was asked for."""
        return self._image.reduce(2)

    def _place(self, point: _Point) -> _Point:
        return (point[0] + self._shift[0] + 1) * self._half, (point[1] + self._shift[1] + 1) * self._half


def _darkened(ground: Image.Image, mask: Image.Image, glass: tuple[int, int, int]) -> Image.Image:
    return Image.composite(ImageChops.multiply(ground, Image.new("RGB", ground.size, glass)), ground, mask)


def _aperture(size: int) -> Image.Image:
    """The round field of the camera."""
    mask = _Mask(size, (0, 0))
    mask.disc(_RADIUS)
    return mask.soft()
