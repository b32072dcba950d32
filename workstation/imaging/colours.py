"""The picture of one file as RGB, 8 bits each: one way for tile, pane and paper (HZ-24). Runs in the decoding child only.

A JPEG's own markers decide how its colours are coded, whatever the data set calls them. More than 8 bits are windowed, a
palette is applied. Guesses no orientation, sharpens nothing, balances nothing.
"""

from io import BytesIO
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.encaps import get_frame
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.processing import apply_color_lut, apply_modality_lut, apply_voi_lut
from pydicom.pixels.utils import pixel_array
from pydicom.uid import UID

from resources.problems import Damaged, TooLarge, Unsupported
from resources.wire.part10 import file_meta, read_part10
from resources.wire.picture import pixels_of
from workstation.imaging.child import MOST_POINTS
from workstation.imaging.extended import samples_of_extended

_Points: TypeAlias = npt.NDArray[np.uint8]
_Numbers: TypeAlias = npt.NDArray[Any]
_EXTENDED = "1.2.840.10008.1.2.4.51"
_JPEGS = frozenset({"1.2.840.10008.1.2.4.50", _EXTENDED})  # Baseline, and Extended while it has 8 bits
_PHOTOGRAPHS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_MOST_BYTES = 200_000_000


def rgb_of(data: bytes, frame: int = 0) -> tuple[int, int, bytes]:
    """Width, height and RGB of one frame of a Part 10 file, or of a photograph. Looks at the size before it decodes.

    Raises Unsupported for what holds no picture or is coded in a way that nobody here reads, TooLarge, Damaged.
    """
    if data.startswith(_PHOTOGRAPHS):
        return _plain(_upright(data))
    ds = _parsed(data)
    if "PixelData" not in ds:
        raise Unsupported("There is no picture in it.")
    _check_size(ds)
    is_jpeg = ds.file_meta.TransferSyntaxUID in _JPEGS and not _is_deep(ds)
    return _plain(_from_jpeg(ds, frame) if is_jpeg else _from_others(ds, frame))


def samples_of(data: bytes, frame: int = 0) -> tuple[int, int, bytes]:
    """Samples per pixel, bits allocated, and the samples of one frame as they were encoded, little endian; colours as RGB.

    Raises Unsupported, TooLarge, Damaged, as ``rgb_of`` does; Unsupported also for more than 16 bits.
    """
    ds = _parsed(data)
    if "PixelData" not in ds:
        raise Unsupported("There is no picture in it.")
    _check_size(ds)
    points = _decoded(ds, frame)
    if points.dtype.kind not in "iu" or points.dtype.itemsize > 2:
        raise Unsupported("Pictures of more than 16 bits cannot be decoded here.")
    per_pixel = points.shape[2] if points.ndim == 3 else 1
    return per_pixel, points.dtype.itemsize * 8, points.astype(points.dtype.newbyteorder("<")).tobytes()


def _upright(data: bytes) -> _Points:
    """A photograph that is no instance yet, as it will be one."""
    pixels = pixels_of(data)
    size = (pixels.rows, pixels.columns)
    if pixels.transfer_syntax_uid in _JPEGS:
        return np.asarray(Image.open(BytesIO(pixels.value), formats=("JPEG",)))
    points = np.frombuffer(pixels.value, np.uint8)
    return points.reshape(size if pixels.samples == 1 else (*size, pixels.samples))


def _parsed(data: bytes) -> Dataset:
    """By pydicom, which is told where the data set begins and in which syntax it is, however odd the file."""
    meta = read_part10(BytesIO(data))
    if data[128:132] != b"DICM" or meta.data_set_at != 144 + int.from_bytes(data[140:144], "little"):
        data = file_meta("", "", meta.transfer_syntax_uid) + data[meta.data_set_at :]
    ds = dcmread(BytesIO(data), force=True)
    ds.file_meta.TransferSyntaxUID = UID(meta.transfer_syntax_uid)
    return ds


def _value(ds: Dataset, keyword: str, otherwise: int) -> int:
    value = ds.get(keyword)
    return otherwise if value in (None, "") else int(value)


def _check_size(ds: Dataset) -> None:
    rows, columns = _value(ds, "Rows", 0), _value(ds, "Columns", 0)
    if rows * columns == 0:
        raise Unsupported("It does not say how large its picture is.")
    deep = _value(ds, "SamplesPerPixel", 1) * max(1, _value(ds, "BitsAllocated", 8) // 8)
    if rows * columns > MOST_POINTS or rows * columns * deep > _MOST_BYTES:
        raise TooLarge("The picture is too large to be shown.")


def _is_deep(ds: Dataset) -> bool:
    return _value(ds, "BitsStored", 8) > 8


def _coded(ds: Dataset, frame: int) -> bytes:
    """One compressed frame as it lies in the file."""
    return get_frame(ds.PixelData, frame, number_of_frames=max(1, _value(ds, "NumberOfFrames", 1)))


def _from_jpeg(ds: Dataset, frame: int) -> _Points:
    """As the markers say: JFIF and no marker are YCbCr, Adobe says which (ISO/IEC 10918-6 6.5.3)."""
    coded = _coded(ds, frame)
    image = Image.open(BytesIO(coded), formats=("JPEG",))
    if image.size != (ds.Columns, ds.Rows):
        raise Damaged("The picture inside has another size than its file says.")
    return np.asarray(image if image.mode in ("L", "RGB") else image.convert("RGB"))


def _decoded(ds: Dataset, frame: int) -> _Numbers:
    syntax = ds.file_meta.TransferSyntaxUID
    if syntax in _JPEGS and _is_deep(ds):
        return _from_extended(ds, frame)
    try:
        decoder = get_decoder(syntax)
    except NotImplementedError:
        raise Unsupported("Its picture is coded in a private way.") from None
    if not decoder.is_available:
        raise Unsupported(f"Pictures in {syntax.name} cannot be shown here.")
    return pixel_array(ds, index=frame)


def _from_extended(ds: Dataset, frame: int) -> _Numbers:
    is_plain = _value(ds, "BitsAllocated", 16) == 16 and not _value(ds, "PixelRepresentation", 0)
    if ds.file_meta.TransferSyntaxUID != _EXTENDED or not is_plain:
        raise Unsupported("A JPEG of this kind with more than 8 bits cannot be decoded here.")
    return samples_of_extended(_coded(ds, frame), ds.Rows, ds.Columns)


def _from_others(ds: Dataset, frame: int) -> _Points:
    points = _decoded(ds, frame)
    if ds.PhotometricInterpretation == "PALETTE COLOR":
        return _eight(apply_color_lut(points, ds))
    return points if points.ndim == 3 and points.dtype == np.uint8 else _grey(points, ds)


def _grey(points: _Numbers, ds: Dataset) -> _Points:
    """Grey levels as they shall be seen: rescaled, windowed, white where the data set wants white."""
    if points.ndim == 3:
        return _eight(points, int(ds.BitsStored))
    if points.dtype == np.uint8 and _value(ds, "BitsStored", 8) == 8 and "WindowCenter" not in ds:
        seen = points
    else:
        seen = _stretched(apply_voi_lut(apply_modality_lut(points, ds), ds))
    return 255 - seen if ds.PhotometricInterpretation == "MONOCHROME1" else seen


def _stretched(values: _Numbers) -> _Points:
    levels = values.astype(np.float64)
    low, high = float(levels.min()), float(levels.max())
    return ((levels - low) * (255 / (high - low or 1))).astype(np.uint8)


def _eight(colours: _Numbers, bits: int = 0) -> _Points:
    """Colours of more than 8 bits, brought down by their top ones."""
    deep = bits or colours.dtype.itemsize * 8
    return (colours if deep <= 8 else colours >> (deep - 8)).astype(np.uint8)


def _plain(points: _Points) -> tuple[int, int, bytes]:
    coloured = points if points.ndim == 3 else np.repeat(points[:, :, np.newaxis], 3, axis=2)
    height, width = coloured.shape[:2]
    return width, height, np.ascontiguousarray(coloured[:, :, :3]).tobytes()
