"""Read what an instance says about itself, while its bytes come in. Decodes no pixel, changes no byte, needs no pydicom.

``DataSetReader`` is also the intake's check that a data set is whole: half a picture must not be acknowledged as stored.
What is merely odd passes; what is cut off, contradicts itself, or cannot be named (no usable UIDs) raises when it is closed,
and goes to quarantine.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from resources.problems import Damaged, Invalid
from resources.wire.characters import codecs_of, text_of
from resources.wire.coding import BIG, EXPLICIT, IMPLICIT, LONG, SHORT, Coding
from resources.wire.deflated import Inflation
from resources.wire.elements import Limits, Walk, Wanted
from resources.wire.header import Header, Identity
from resources.wire.uids import (
    EXPLICIT_BIG,
    IMPLICIT_LITTLE,
    INFLATED,
    NATIVE,
    RAW_DATA,
    has_a_fragment_per_frame,
    is_image,
    is_uid,
)

_UIDS: Final = {
    "sop_class_uid": 0x00080016,
    "instance_uid": 0x00080018,
    "study_uid": 0x0020000D,
    "series_uid": 0x0020000E,
}
_TEXTS: Final = {
    "character_set": 0x00080005,
    "accession_number": 0x00080050,
    "study_id": 0x00200010,
    "study_date": 0x00080020,
    "study_time": 0x00080030,
    "study_description": 0x00081030,
    "referring_physician": 0x00080090,
    "modality": 0x00080060,
    "series_description": 0x0008103E,
    "station_name": 0x00081010,
    "manufacturer": 0x00080070,
    "model_name": 0x00081090,
    "image_type": 0x00080008,
    "image_laterality": 0x00200062,
    "series_laterality": 0x00200060,
    "measurement_laterality": 0x00240113,
    "content_date": 0x00080023,
    "content_time": 0x00080033,
    "acquisition_date": 0x00080022,
    "acquisition_time": 0x00080032,
    "acquisition_datetime": 0x0008002A,
    "timezone": 0x00080201,
    "photometric": 0x00280004,
    "burned_in_annotation": 0x00280301,
}
_IDENTITY: Final = {
    "patient_id": 0x00100020,
    "issuer": 0x00100021,
    "name": 0x00100010,
    "birth_date": 0x00100030,
    "sex": 0x00100040,
    "age": 0x00101010,
}
_DECIMALS: Final = {"series_number": 0x00200011, "instance_number": 0x00200013, "frames": 0x00280008}
_SHORTS: Final = {
    "rows": 0x00280010,
    "columns": 0x00280011,
    "samples_per_pixel": 0x00280002,
    "bits_allocated": 0x00280100,
}
_PROVIDER_URL: Final = 0x00287FE0
_IMAGE_POSITION: Final = (0x0022001D, 0x00080100)
_SHARED, _PER_FRAME = 0x52009229, 0x52009230
_FRAME_LATERALITY: Final = (0x00209071, 0x00209072)
_FRAME: Final[Wanted] = {_FRAME_LATERALITY[0]: {_FRAME_LATERALITY[1]: None}}

WANTED: Final[Wanted] = {
    **{tag: None for tags in (_UIDS, _TEXTS, _IDENTITY, _DECIMALS, _SHORTS) for tag in tags.values()},
    _PROVIDER_URL: None,
    _IMAGE_POSITION[0]: {_IMAGE_POSITION[1]: None},
    _SHARED: _FRAME,
    _PER_FRAME: _FRAME,
}

_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}", re.ASCII)
_CALLED = {
    "sop_class_uid": "SOP Class UID",
    "instance_uid": "SOP Instance UID",
    "study_uid": "Study Instance UID",
    "series_uid": "Series Instance UID",
}
_PER_PIXEL = {
    "YBR_FULL_422": 2,
    "YBR_PARTIAL_422": 2,
}  # samples that native data holds for each pixel, PS3.3 C.7.6.3.1.2
_DEFAULT_LIMITS: Final = Limits()


class DataSetReader:
    """Takes a data set (without group 0002) in any portions; ``close`` gives its Header or raises Damaged or Invalid."""

    def __init__(self, transfer_syntax_uid: str, limits: Limits = _DEFAULT_LIMITS, calling_ae_title: str = "") -> None:
        self._syntax = transfer_syntax_uid
        self._caller = calling_ae_title
        self._limits = limits
        self._inflate = Inflation(limits.inflated) if transfer_syntax_uid in INFLATED else None
        self._walk: Walk | None = None
        self._first = b""

    def feed(self, chunk: bytes | memoryview) -> None:
        """Take the next bytes, as they are on the wire. Never raises for what is in them."""
        if self._inflate is None:
            self._take(chunk)
            return
        for piece in self._inflate.pieces(chunk):
            self._take(piece)

    def _take(self, chunk: bytes | memoryview) -> None:
        if self._walk is not None:
            self._walk.feed(chunk)
            return
        self._first += chunk
        if len(self._first) >= 6:
            self._begin()

    def _begin(self) -> Walk:
        self._walk = Walk(coding_of(self._syntax, self._first), WANTED, self._limits)
        self._walk.feed(self._first)
        return self._walk

    @property
    def header(self) -> Header:
        """What was understood so far, whole or not: for showing what waits in quarantine. Any UID may be empty."""
        return _header(self._walk or self._begin(), self._syntax, self._caller)

    def close(self) -> Header:
        """No more bytes come. Raises Damaged when the data set is not whole, Invalid when it cannot be filed."""
        walk = self._walk or self._begin()
        if self._inflate is not None:
            self._inflate.finish()
        walk.finish()
        header = _header(walk, self._syntax, self._caller)
        _check_uids(header)
        _check_picture(header, walk, self._limits)
        return header


def coding_of(transfer_syntax_uid: str, first: bytes) -> Coding:
    """How the elements are written: as declared, unless the first one shows that its sender means otherwise."""
    vr = first[4:6]
    if transfer_syntax_uid == EXPLICIT_BIG:
        return BIG
    if transfer_syntax_uid == IMPLICIT_LITTLE:
        return EXPLICIT if vr in SHORT or vr in LONG else IMPLICIT
    return EXPLICIT if vr.isalpha() and vr.isupper() else IMPLICIT


def _header(walk: Walk, syntax: str, caller: str) -> Header:
    codecs = codecs_of(_text(walk, _TEXTS["character_set"], ()))
    fields: dict[str, Any] = {field: _text(walk, tag, ()) for field, tag in _UIDS.items()}
    fields |= {field: _text(walk, tag, codecs) for field, tag in _TEXTS.items()}
    fields |= {field: _decimal(_text(walk, tag, ())) for field, tag in _DECIMALS.items()}
    fields |= {field: _short(walk, tag) for field, tag in _SHORTS.items()}
    return Header(
        **fields,
        transfer_syntax_uid=syntax,
        identity=Identity(**{field: _text(walk, tag, codecs) for field, tag in _IDENTITY.items()}),
        frame_laterality=_frame_laterality(walk),
        image_position_code=next((text_of(value) for value in walk.found.get(_IMAGE_POSITION, ())), ""),
        has_pixels=walk.pixels is not None,
        calling_ae_title=caller,
    )


def _text(walk: Walk, tag: int, codecs: Sequence[str]) -> str:
    values = walk.found.get((tag,))
    return text_of(values[0], codecs) if values else ""


def _decimal(text: str) -> int | None:
    return int(text) if _DECIMAL.fullmatch(text) else None


def _short(walk: Walk, tag: int) -> int | None:
    """US, or the UL that some write in its place."""
    (value,) = walk.found.get((tag,), (b"",))
    size = 4 if len(value) == 4 else 2
    return int.from_bytes(value[:size], "little" if walk.coding.little else "big") if len(value) >= 2 else None


def _frame_laterality(walk: Walk) -> str:
    """Frame Laterality (0020,9072) on which all frames agree, else ``?`` (HZ-02)."""
    shared = walk.found.get((_SHARED, *_FRAME_LATERALITY), [])
    single = walk.found.get((_PER_FRAME, *_FRAME_LATERALITY), [])
    said = {text_of(value) for value in (*shared, *single)}
    silent = bool(single) and len(single) != walk.items.get((_PER_FRAME,), 0)
    return "?" if silent or len(said) > 1 else "".join(said)


def _check_uids(header: Header) -> None:
    for field, called in _CALLED.items():
        uid: str = getattr(header, field)
        if not uid:
            raise Invalid(f"It has no {called}.", fields={field: "is missing"})
        if not is_uid(uid):
            raise Invalid(f"Its {called} is not a UID.", fields={field: "is not a UID"})


def _check_picture(header: Header, walk: Walk, limits: Limits) -> None:
    """What came as Pixel Data must be able to be what the data set describes."""
    rows, columns, pixels = header.rows or 0, header.columns or 0, walk.pixels
    samples = rows * columns * max(header.frames or 1, 1) * (header.samples_per_pixel or 1)
    if samples > limits.samples:
        raise Invalid(f"It claims a picture of {columns:,} x {rows:,} points and {header.frames or 1:,} frames.")
    if pixels is None:
        elsewhere = (_PROVIDER_URL,) in walk.found or header.sop_class_uid == RAW_DATA
        if not elsewhere and (is_image(header.sop_class_uid) or (samples and header.bits_allocated)):
            raise Damaged("It describes a picture, but no Pixel Data came.")
    elif pixels.length < 0:
        _check_fragments(header, pixels.fragments)
    elif header.transfer_syntax_uid in NATIVE:
        _check_length(header, samples, pixels.length)


def _check_fragments(header: Header, fragments: int) -> None:
    needed = 1
    if has_a_fragment_per_frame(header.transfer_syntax_uid):
        needed = max(header.frames or 1, 1)
    if fragments < needed:
        raise Damaged(f"The picture ended early: {fragments:,} of {needed:,} frames of Pixel Data came.")


def _check_length(header: Header, samples: int, length: int) -> None:
    per_pixel = _PER_PIXEL.get(header.photometric)
    if per_pixel is not None and header.samples_per_pixel:
        samples = samples // header.samples_per_pixel * per_pixel
    needed = (samples * (header.bits_allocated or 0) + 7) // 8
    if length < needed:
        raise Damaged(f"The picture ended early: {length:,} of {needed:,} bytes of Pixel Data came.")
