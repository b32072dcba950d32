"""The four things of EXIF that matter to an eye picture: which way up, when, and by which camera. Never raises; reads no GPS."""

from dataclasses import dataclass
from datetime import datetime
from struct import Struct, error

_ORIENTATION, _MAKE, _MODEL, _EXIF_IFD, _TAKEN = 0x0112, 0x010F, 0x0110, 0x8769, 0x9003
_ENTRIES = 512


@dataclass(frozen=True, slots=True)
class Exif:
    """``orientation`` is 1 to 8 (TIFF 6.0); ``taken`` is the camera's local time and knows no zone."""

    orientation: int = 1
    taken: datetime | None = None
    make: str = ""
    model: str = ""

    @property
    def is_mirrored(self) -> bool:
        """Whether the picture was also flipped, which a camera does not do: somebody should check the eye (HZ-23)."""
        return self.orientation in (2, 4, 5, 7)


def read_exif(tiff: bytes) -> Exif:
    """What a TIFF structure says; the defaults where it says nothing that can be used."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return Exif()
    try:
        (first,) = Struct(order + "I").unpack_from(tiff, 4)
        entries = _directory(tiff, first, order)
        inner = _directory(tiff, entries[_EXIF_IFD], order) if isinstance(entries.get(_EXIF_IFD), int) else {}
    except error:
        return Exif()
    orientation = entries.get(_ORIENTATION)
    return Exif(
        orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1,
        _time(inner.get(_TAKEN)),
        _text(entries.get(_MAKE)),
        _text(entries.get(_MODEL)),
    )


def _directory(tiff: bytes, at: object, order: str) -> dict[int, int | bytes]:
    """The numbers and texts of one image file directory."""
    if not isinstance(at, int):
        return {}
    (count,) = Struct(order + "H").unpack_from(tiff, at)
    found: dict[int, int | bytes] = {}
    for index in range(min(count, _ENTRIES)):
        place = at + 2 + 12 * index
        tag, kind, number = Struct(order + "HHI").unpack_from(tiff, place)
        if kind == 2:
            start = place + 8 if number <= 4 else Struct(order + "I").unpack_from(tiff, place + 8)[0]
            found[tag] = tiff[start : start + min(number, 256)]
        elif kind in (3, 4) and number:
            found[tag] = Struct(order + ("H" if kind == 3 else "I")).unpack_from(tiff, place + 8)[0]
    return found


def _text(value: object) -> str:
    return value.split(b"\0")[0].decode("ascii", "replace").strip() if isinstance(value, bytes) else ""


def _time(value: object) -> datetime | None:
    try:
        return datetime.strptime(_text(value), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  EXIF times have no zone
    except ValueError:
        return None
