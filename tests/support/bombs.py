"""Data sets that are small and ask for much: memory, time, depth, or belief. Drawn here, so that no test depends on files."""

import struct
import zlib
from typing import NamedTuple

from support.data_sets import an_instance, encapsulated, encoded

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
RLE, JPEG, J2K, DEFLATED = (
    "1.2.840.10008.1.2.5",
    "1.2.840.10008.1.2.4.50",
    "1.2.840.10008.1.2.4.90",
    "1.2.840.10008.1.2.1.99",
)


class Bomb(NamedTuple):
    """``is_kept_aside`` where no intake may take it for a picture; else it is stored, and breaks at most its decoder."""

    name: str
    data: bytes
    syntax: str = EXPLICIT
    is_kept_aside: bool = True


def _us(number: int, value: int) -> bytes:
    return struct.pack("<HH2sHH", 0x0028, number, b"US", 2, value)


def _ul(number: int, value: int) -> bytes:
    return struct.pack("<HH2sHI", 0x0028, number, b"UL", 4, value)


def _long(group: int, number: int, vr: bytes, length: int, value: bytes = b"") -> bytes:
    return struct.pack("<HH2sHI", group, number, vr, 0, length) + value


def _short(group: int, number: int, vr: bytes, value: bytes) -> bytes:
    return struct.pack("<HH2sH", group, number, vr, len(value)) + value


def _before_pixels(extra: bytes, **attributes: object) -> bytes:
    """An instance with raw elements put in where group 0029 would stand."""
    data = encoded(an_instance(**attributes))
    at = data.index(b"\xe0\x7f\x10\0OB")
    return data[:at] + extra + data[at:]


def _instead(element: bytes, other: bytes, **attributes: object) -> bytes:
    data = encoded(an_instance(**attributes))
    assert data.count(element) == 1
    return data.replace(element, other)


_PIXELS = _long(0x7FE0, 0x0010, b"OB", 72)
_ROWS, _COLUMNS = _us(0x10, 4), _us(0x11, 6)
_ITEM, _ITEM_END, _END = (struct.pack("<HHI", 0xFFFE, number, length) for number, length in (
    (0xE000, 0xFFFFFFFF), (0xE00D, 0), (0xE0DD, 0),
))  # fmt: skip


def _deep(levels: int, *, vr: bytes = b"SQ") -> bytes:
    return (_long(0x0029, 0x1010, vr, 0xFFFFFFFF) + _ITEM) * levels + (_ITEM_END + _END) * levels


def _deep_with_lengths(levels: int) -> bytes:
    content = b""
    for _ in range(levels):
        item = struct.pack("<HHI", 0xFFFE, 0xE000, len(content)) + content
        content = _long(0x0029, 0x1010, b"SQ", len(item), item)
    return content


def _frames(number: str) -> bytes:
    return encoded(an_instance(NumberOfFrames="1")).replace(
        _short(0x0028, 0x0008, b"IS", b"1 "),
        _short(0x0028, 0x0008, b"IS", number.encode().ljust(len(number) + len(number) % 2)),
    )


def _large(syntax: str, value: bytes) -> bytes:
    return encoded(an_instance(Rows=65535, Columns=65535, PixelData=encapsulated(value)), syntax)


def _palette(descriptor: bytes, values: bytes) -> bytes:
    ds = an_instance(SamplesPerPixel=1, PhotometricInterpretation="PALETTE COLOR", PixelData=bytes(24))
    del ds.PlanarConfiguration
    data = encoded(ds)
    at = data.index(b"\xe0\x7f\x10\0OB")
    palette = b"".join(_short(0x0028, 0x1101 + number, b"US", descriptor) for number in range(3))
    palette += b"".join(_long(0x0028, 0x1201 + number, b"OW", len(values), values) for number in range(3))
    return data[:at] + palette + data[at:]


def _fragments(body: bytes) -> bytes:
    data = encoded(an_instance(PixelData=encapsulated(b"\0\0")), JPEG)
    return data[: data.index(b"\xe0\x7f\x10\0OB") + 12] + body


def a_deflated_bomb(size: int) -> bytes:
    """A data set that inflates to ``size`` bytes."""
    head = encoded(an_instance())
    engine = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    out = [engine.compress(head[: head.index(b"\xe0\x7f\x10\0OB")] + _long(0x0029, 0x1010, b"OB", size))]
    out += [engine.compress(bytes(1 << 20)) for _ in range(size >> 20)]
    return b"".join([*out, engine.flush()])


def bombs(jpeg: bytes) -> list[Bomb]:
    """Some forty; ``jpeg`` is any small picture."""
    items = struct.pack("<HHI", 0xFFFE, 0xE000, 0)
    elements = b"".join(_short(0x0029, 0x1000 + number % 0xEFFF, b"LO", b"") for number in range(200_001))
    return [
        Bomb("rle 65535 x 65535", _large(RLE, bytes(64)), RLE),
        Bomb("jpeg 65535 x 65535", _large(JPEG, jpeg), JPEG),
        Bomb("jpeg 2000 65535 x 65535", _large(J2K, bytes(64)), J2K),
        Bomb("raw 65535 x 65535", encoded(an_instance(Rows=65535, Columns=65535))),
        Bomb("rows as UL", _instead(_ROWS, _ul(0x10, 0x7FFFFFFF))),
        Bomb("rows and columns as UL", _instead(_ROWS + _COLUMNS, _ul(0x10, 0xFFFFFFFF) + _ul(0x11, 0xFFFFFFFF))),
        Bomb("frames 2^31-1", _frames("2147483647")),
        Bomb("frames of twelve digits", _frames("999999999999")),
        Bomb("samples 65535", encoded(an_instance(SamplesPerPixel=65535))),
        Bomb("bits 65535", encoded(an_instance(BitsAllocated=65535))),
        Bomb("depth 500", _before_pixels(_deep(500))),
        Bomb("depth 5,000", _before_pixels(_deep(5_000))),
        Bomb("depth 50,000", _before_pixels(_deep(50_000))),
        Bomb("depth 5,000 of UN", _before_pixels(_deep(5_000, vr=b"UN"))),
        Bomb("depth 500 with lengths", _before_pixels(_deep_with_lengths(500))),
        Bomb("depth 5,000 with lengths", _before_pixels(_deep_with_lengths(5_000))),
        Bomb("depth 5,000 never closed", _before_pixels((_long(0x0029, 0x1010, b"SQ", 0xFFFFFFFF) + _ITEM) * 5_000)),
        Bomb("200,001 elements", _before_pixels(elements)),
        Bomb("200,001 items", _before_pixels(_long(0x0029, 0x1010, b"SQ", 200_001 * 8, items * 200_001))),
        Bomb("200,001 fragments", _fragments(items * 200_001 + _END), JPEG),
        Bomb("a value of 4 GB", _before_pixels(_long(0x0029, 0x1010, b"OB", 0xFFFFFFF0))),
        Bomb("a text of 4 GB", _before_pixels(_long(0x0029, 0x1010, b"UT", 0xFFFFFFFE))),
        Bomb("a sequence of 4 GB", _before_pixels(_long(0x0029, 0x1010, b"SQ", 0xFFFFFFF0))),
        Bomb("an item of 4 GB", _before_pixels(_long(0x0029, 0x1010, b"SQ", 8, struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFF0)))),
        Bomb("a fragment of 4 GB", _fragments(items + struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFF0)), JPEG),
        Bomb("pixels of 4 GB", _instead(_PIXELS, _long(0x7FE0, 0x0010, b"OB", 0xFFFFFFF0))),
        Bomb("pixels of undefined length without an end", _fragments(items), JPEG),
        Bomb("an instance number of 64 KB", _instead(b"UI\x0a\x001.2.3.1.1\0", b"UI\xfe\xff" + b"1." * 32767)),
        *_merely_odd(jpeg),
    ]  # fmt: skip


def _merely_odd(jpeg: bytes) -> list[Bomb]:
    """What is stored: whole by its lengths, and at most no picture for a decoder."""
    frame = jpeg + b"\0" * (len(jpeg) % 2)
    table = (
        struct.pack("<HHII", 0xFFFE, 0xE000, 4, 0xFFFFFFF0) + struct.pack("<HHI", 0xFFFE, 0xE000, len(frame)) + frame
    )
    at = jpeg.index(b"\xff\xc0") + 5
    lying = jpeg[:at] + struct.pack(">HH", 9000, 9000) + jpeg[at + 4 :]
    odd = {
        "a name of 64 KB": (_instead(b"PN\x0c\0Devi^Lakshmi", b"PN\xfe\xff" + b"X" * 65534), EXPLICIT),
        "a number of 64 KB": (_before_pixels(_short(0x0029, 0x1010, b"US", bytes(65534))), EXPLICIT),
        "rows of 64 KB": (_instead(_ROWS, _short(0x0028, 0x10, b"US", b"\4\0" + bytes(65532))), EXPLICIT),
        "a palette of 65,536 that holds two": (_palette(struct.pack("<HHH", 0, 0, 16), b"\1\2"), EXPLICIT),
        "a palette that holds nothing": (_palette(b"", b""), EXPLICIT),
        "a jpeg that claims 9000 x 9000": (_of(lying, JPEG, Rows=9000, Columns=9000), JPEG),
        "a jpeg that is none": (_of(bytes(64), JPEG), JPEG),
        "a jpeg 2000 that is none": (_of(b"\xff\x4f\xff\x51" + bytes(60), J2K), J2K),
        "an offset table that points nowhere": (_fragments(table + _END), JPEG),
    }
    return [Bomb(name, data, syntax, is_kept_aside=False) for name, (data, syntax) in odd.items()]


def _of(frame: bytes, syntax: str, **attributes: object) -> bytes:
    return encoded(an_instance(PixelData=encapsulated(frame), **attributes), syntax)
