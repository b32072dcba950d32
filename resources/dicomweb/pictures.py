"""Pictures made visible: a frame decoded, a window applied, a size and a file format given (PS3.18 8.3.5).

The workstation hands in its decode worker as ``Decode``; without it, what Pillow can do is done here and the rest is refused.
"""

import io
import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, Protocol

from PIL import Image

from resources.dicomweb.negotiation import NotAcceptable
from resources.problems import Damaged, Invalid, Unsupported
from resources.wire.dataset import DataSetTree
from resources.wire.frames import frame, number_of
from resources.wire.uids import JPEG_BASELINE, NATIVE

JPEG_2000 = frozenset({"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"})
DECODABLE = frozenset({JPEG_BASELINE}) | JPEG_2000
MOST_PIXELS = 100_000_000
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF"}
FUNCTIONS = ("linear", "linear-exact", "sigmoid")
SAMPLES = 1 << 16
"""Values that a sample of 16 bits may have."""
THUMBNAIL = 200
"""Longest side in pixels."""


class Decode(Protocol):
    """Gives the samples of one frame as a picture in mode ``L``, ``RGB`` or ``I;16``. Raises NotAcceptable."""

    def __call__(self, tree: DataSetTree, number: int) -> Image.Image:
        """Frame ``number``, the first being 1."""
        ...


class Window(NamedTuple):
    """A VOI LUT function (PS3.3 C.11.2.1.2 and C.11.2.1.3), in the units that the rescaling gives."""

    centre: float
    width: float
    function: str = "linear"

    def share(self, sample: float) -> float:
        """How bright a sample is, from 0 to 1."""
        if self.function == "sigmoid":
            return 1 / (1 + math.exp(min(700.0, -4 * (sample - self.centre) / self.width)))
        half, middle = self.width / 2, self.centre
        if self.function == "linear":
            half, middle = (self.width - 1) / 2, self.centre - 0.5
        if sample <= middle - half:
            return 0.0
        return 1.0 if sample > middle + half else (sample - middle + half) / (2 * half)


@dataclass(frozen=True, slots=True)
class View:
    """How a picture is asked for. ``size`` is the viewport; ``part`` the region (left, top, width, height) of the source."""

    media_type: str = "image/jpeg"
    size: tuple[int, int] | None = None
    part: tuple[float, float, float, float] | None = None
    quality: int = 90
    window: Window | None = None


def decode(tree: DataSetTree, number: int) -> Image.Image:
    """What Pillow can decode: JPEG Baseline, JPEG 2000 of 8 bits, and native samples of 8 or 16 bits."""
    syntax = tree.meta.transfer_syntax_uid
    if syntax in DECODABLE:
        return _opened(b"".join(frame(tree, number)))
    if syntax not in NATIVE:
        raise NotAcceptable("This station cannot decode the picture; ask for it as it is stored.")
    return _native(tree, b"".join(frame(tree, number)))


Whole = Callable[[BinaryIO, int], tuple[int, int, bytes]]
"""Width, height and RGB of one frame of a file, the first being 1, decoded elsewhere: the workstation's child process."""


def or_by(whole: Whole) -> Decode:
    """``decode``, and for a frame that it cannot make, the other decoder."""

    def either(tree: DataSetTree, number: int) -> Image.Image:
        try:
            return decode(tree, number)
        except NotAcceptable:
            return _by(whole, tree, number)

    return either


def _by(whole: Whole, tree: DataSetTree, number: int) -> Image.Image:
    try:
        width, height, rgb = whole(tree.stream, number)
    except (Unsupported, Damaged) as problem:
        raise NotAcceptable(problem.sentence) from problem
    return Image.frombytes("RGB", (width, height), rgb)


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=["JPEG", "JPEG2000"])
            too_large = image.width * image.height > MOST_PIXELS
            if not too_large:
                image.load()
    except Exception as error:  # a decoder of foreign bytes fails in every way there is
        raise NotAcceptable("This picture cannot be decoded; ask for it as it is stored.") from error
    if too_large:
        raise NotAcceptable("This picture is too large to be shown here.")
    return image if image.mode in ("L", "RGB", "I;16") else image.convert("RGB")


def _native(tree: DataSetTree, data: bytes) -> Image.Image:
    width, height = number_of(tree, 0x00280011), number_of(tree, 0x00280010)
    bits, samples = number_of(tree, 0x00280100), number_of(tree, 0x00280002, 1)
    photometric = tree.elements[0x00280004].text if 0x00280004 in tree.elements else ""
    modes = {
        ("MONOCHROME1", 1, 8): "L",
        ("MONOCHROME2", 1, 8): "L",
        ("MONOCHROME1", 1, 16): "I;16",
        ("MONOCHROME2", 1, 16): "I;16",
        ("RGB", 3, 8): "RGB",
        ("YBR_FULL", 3, 8): "YCbCr",
    }
    mode = modes.get((photometric, samples, bits))
    if mode is None or (bits == 16 and number_of(tree, 0x00280103)):
        raise NotAcceptable("This station cannot show pictures of this kind; ask for it as it is stored.")
    size = (width, height)
    if samples == 3 and number_of(tree, 0x00280006) == 1:
        planes = [
            Image.frombytes("L", size, data[at : at + width * height])
            for at in range(0, 3 * width * height, width * height)
        ]
        image = Image.merge(mode, planes)
    else:
        image = Image.frombytes(mode, size, data)
    return image.convert("RGB") if mode == "YCbCr" else image


def rendered(tree: DataSetTree, number: int, view: View, decoder: Decode = decode) -> bytes:
    """The frame as a file of the media type."""
    image = _grey(tree, decoder(tree, number), view.window)
    if view.part is not None:
        left, top, width, height = view.part
        image = image.crop((round(left), round(top), round(left + width), round(top + height)))
    if view.size is not None:
        image = image.resize(_fitted(image.size, view.size), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    options = {"quality": view.quality} if view.media_type == "image/jpeg" else {}
    image.save(file, FORMATS[view.media_type], **options)
    return file.getvalue()


def _fitted(source: tuple[int, int], port: tuple[int, int]) -> tuple[int, int]:
    """The largest size within the viewport that keeps the proportions (PS3.18 8.3.5.1.3)."""
    scale = min(port[0] / source[0], port[1] / source[1])
    return max(1, round(source[0] * scale)), max(1, round(source[1] * scale))


def _grey(tree: DataSetTree, image: Image.Image, window: Window | None) -> Image.Image:
    """Grey samples in 8 bits, by the window that was asked for, that of the file, or the whole range."""
    if image.mode == "RGB":
        return image
    window = window or _window_of(tree)
    if image.mode == "I;16" or window is not None:
        image = _windowed(image, window, slope=_number(tree, 0x00281053, 1.0), intercept=_number(tree, 0x00281052, 0.0))
    inverted = 0x00280004 in tree.elements and tree.elements[0x00280004].text == "MONOCHROME1"
    return image.point(range(255, -1, -1)) if inverted else image


def _number(tree: DataSetTree, tag: int, otherwise: float) -> float:
    """The first value of a decimal string; what is not a usable number is as if it were not there."""
    try:
        found = float(tree.elements[tag].text.split("\\")[0])
    except (KeyError, ValueError):
        return otherwise
    return found if math.isfinite(found) else otherwise


def _window_of(tree: DataSetTree) -> Window | None:
    centre, width = _number(tree, 0x00281050, math.nan), _number(tree, 0x00281051, 0.0)
    said = tree.elements[0x00281056].text if 0x00281056 in tree.elements else "LINEAR"
    function = said.strip().lower().replace("_", "-")
    if math.isnan(centre) or not _may_be(width, function):
        return None
    return Window(centre, width, function)


def _may_be(width: float, function: str) -> bool:
    return width >= 1 if function == "linear" else width > 0 and function in FUNCTIONS


def _windowed(image: Image.Image, window: Window | None, *, slope: float, intercept: float) -> Image.Image:
    """Each sample rescaled (PS3.3 C.11.1.1.2) and made as bright as the window says; without one the whole range is shown."""
    real = image.convert("I")
    low, high = (int(number) for number in real.getextrema()[:2])  # type: ignore[arg-type]
    if window is None:
        window = Window((low + high) / 2, max(1, high - low), "linear-exact")
        slope, intercept = 1.0, 0.0
    shades = [round(255 * window.share(sample * slope + intercept)) for sample in range(low, high + 1)]
    return real.point([0] * low + shades + [0] * (SAMPLES - high - 1), "L")


def view_of(media_type: str, parameters: Sequence[tuple[str, str]]) -> View:
    """Read viewport, quality and window (PS3.18 8.3.5.1). Raises Invalid."""
    given = {key.lower(): value for key, value in parameters}
    size, part = _viewport(given["viewport"]) if "viewport" in given else (None, None)
    window = _window(given["window"]) if "window" in given else None
    return View(media_type, size, part, _quality(given.get("quality", "90")), window)


def _viewport(text: str) -> tuple[tuple[int, int], tuple[float, float, float, float] | None]:
    numbers = _numbers(text, "viewport")
    if len(numbers) not in (2, 6) or not all(1 <= number <= 10_000 for number in numbers[:2]):
        raise Invalid(
            "viewport is width and height, and perhaps a region.", fields={"viewport": "is w,h or w,h,x,y,w,h"}
        )
    size = round(numbers[0]), round(numbers[1])
    if len(numbers) == 2:
        return size, None
    left, top, width, height = numbers[2:]
    if not (0 <= left < 1e6 and 0 <= top < 1e6 and 1 <= abs(width) < 1e6 and 1 <= abs(height) < 1e6):
        raise Invalid("The region of the viewport is outside of any picture.", fields={"viewport": "is out of range"})
    return size, (left, top, abs(width), abs(height))  # no flipping: OD stays OD (HZ-14)


def _quality(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 100):
        raise Invalid("quality is between 1 and 100.", fields={"quality": "is between 1 and 100"})
    return int(text)


def _window(text: str) -> Window:
    pieces = [piece.strip() for piece in text.split(",")]
    function = pieces[2] if len(pieces) == 3 else "linear"
    if len(pieces) not in (2, 3) or function not in FUNCTIONS:
        raise Invalid(
            "window is centre, width and linear, linear-exact or sigmoid.", fields={"window": "is c,w,function"}
        )
    centre, width = _numbers(",".join(pieces[:2]), "window")
    if not _may_be(width, function):
        raise Invalid("The width of a linear window is at least 1.", fields={"window": "is too narrow"})
    return Window(centre, width, function)


def _numbers(text: str, name: str) -> list[float]:
    try:
        numbers = [float(piece) for piece in text.split(",")]
    except ValueError as error:
        raise Invalid(f"{name} is a list of numbers.", fields={name: "is a list of numbers"}) from error
    if not all(abs(number) < 1e9 for number in numbers):
        raise Invalid(f"{name} is out of range.", fields={name: "is out of range"})
    return numbers
