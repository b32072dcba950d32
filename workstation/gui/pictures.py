"""Pictures for the screen, decoded off the GUI thread: a stored digest in, a QImage out. One way for every surface (HZ-24).

    asked = pictures.ask(row, THUMB)
    pictures.fetch(widget, asked, widget.show_picture)      # show_picture(picture) on the main thread, perhaps at once

A result carries what was asked: patient, instance and request number. Whoever shows it compares that with what it wants now
and drops the rest (HZ-15). Changes no pixel, writes nothing to disk, guesses no orientation. What cannot be decoded comes back
without an image and is shown as "forward only".
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from typing import BinaryIO, Protocol

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from resources.problems import Damaged, Problem
from resources.store.rows import HeldRow, InstanceRow, PatientRow
from workstation.gui.background import FOR_SEEING, in_background
from workstation.imaging.hints import EDGE, NO_HINT, Hint, hint_of

log = logging.getLogger(__name__)
THUMB, FIT, WHOLE = 256, 1600, 0
"""How many pixels the longer edge needs: for a tile, for a pane, or all there are."""
LANES = 2
KEPT_BYTES = 384 << 20
Key = tuple[str, int, int]


class Decoder(Protocol):
    """What turns a stored file into pixels; ``workstation.imaging`` is one. Both calls may come from any thread."""

    def frame_bytes(self, stream: BinaryIO) -> bytes | None:
        """The JPEG fragment of a single baseline frame, or ``None`` when the file is not so simple."""
        ...

    def decode(self, stream: BinaryIO, frame: int = 1, name: str = "") -> tuple[int, int, bytes]:
        """Width, height and RGB, 8 bits each, of one frame. ``name`` is the file's digest. Raises Problem."""
        ...

    def page(self, stream: BinaryIO, number: int = 1, name: str = "") -> tuple[int, int, int, bytes]:
        """How many pages a PDF has, and width, height and RGB of one of them. Raises Problem."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. ``number`` is never given twice, so that an old answer is never taken for a new one."""

    patient_uuid: str
    uid: str
    number: int
    digest: str
    edge: int
    is_photo: bool = False
    frame: int = 1
    is_page: bool = False
    original: tuple[int, int] | None = None
    """Width and height of the picture that this is a small preview of."""

    @property
    def key(self) -> Key:
        """What the answer is kept under: the bytes, the size and the frame."""
        return self.digest, self.edge, self.frame


@dataclass(frozen=True, slots=True)
class Picture:
    """An answer. ``width`` and ``height`` are the original's; the image may be smaller, or null with a ``sentence``."""

    asked: Asked
    image: QImage
    width: int = 0
    height: int = 0
    sentence: str = ""
    hint: Hint = NO_HINT
    """What the picture looks like; only tiles are looked at that way."""
    pages: int = 0
    """How many the document has that this is a page of."""

    @property
    def is_here(self) -> bool:
        """Whether there are pixels to show."""
        return not self.image.isNull()

    @property
    def is_whole(self) -> bool:
        """Whether every pixel of the original is in the image."""
        return self.is_here and self.image.width() >= self.width and self.image.height() >= self.height


Show = Callable[[Picture], None]


@dataclass(frozen=True, slots=True)
class _Decoded:
    image: QImage
    width: int = 0
    height: int = 0
    sentence: str = ""
    hint: Hint = NO_HINT
    pages: int = 0


@dataclass(slots=True)
class _Waiting:
    parent: QObject
    asked: Asked
    show: Show


@dataclass(slots=True)
class _Memory:
    """The newest pictures, by the bytes that they take."""

    limit: int
    kept: OrderedDict[Key, _Decoded] = field(default_factory=OrderedDict)
    size: int = 0

    def get(self, key: Key) -> _Decoded | None:
        found = self.kept.get(key)
        if found is not None:
            self.kept.move_to_end(key)
        return found

    def put(self, key: Key, decoded: _Decoded) -> None:
        self.drop(key)
        self.kept[key] = decoded
        self.size += decoded.image.sizeInBytes()
        while self.size > self.limit and len(self.kept) > 1:
            self.drop(next(iter(self.kept)))

    def drop(self, key: Key) -> None:
        old = self.kept.pop(key, None)
        self.size -= old.image.sizeInBytes() if old else 0


class Pictures(QObject):
    """Asked by every page. What is looked at is decoded before tiles, the newest first, two at a time: lists are read too."""

    def __init__(self, opened: Callable[[str], BinaryIO], decoder: Decoder, *, kept_bytes: int = KEPT_BYTES) -> None:
        """``opened(name)`` gives the stored file, or the small picture of one that left: ``evictions.opener``."""
        super().__init__()
        self._open, self._decoder = opened, decoder
        self._memory = _Memory(kept_bytes)
        self._numbers = count(1)
        self._waiting: OrderedDict[Key, list[_Waiting]] = OrderedDict()
        self._running: dict[Key, list[_Waiting]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for has come."""
        return not self._waiting and not self._running

    def ask(self, row: InstanceRow, edge: int = THUMB, frame: int = 1) -> Asked:
        """A request for one frame of an instance, or one page; nothing happens yet. A page is not shown as a tile."""
        number, is_page = next(self._numbers), row.is_pdf and edge != THUMB
        named = row.patient_uuid or "", row.instance_uid, number, row.preview or row.digest or "", edge
        if not row.is_preview:
            return Asked(*named, frame=frame, is_page=is_page)
        return Asked(*named, original=(row.columns or 0, row.rows or 0))

    def ask_face(self, patient: PatientRow, edge: int = THUMB) -> Asked:
        """A request for a person's headshot."""
        digest = patient.photo_digest or ""
        return Asked(patient.uuid, patient.uuid, next(self._numbers), digest, edge, is_photo=True)

    def ask_held(self, row: HeldRow, edge: int = THUMB) -> Asked:
        """A request for a photograph that is kept aside until somebody says whose eye it shows."""
        return Asked("", row.uuid, next(self._numbers), row.digest, edge)

    def cached(self, asked: Asked) -> Picture | None:
        """The answer, when it is in memory."""
        found = self._memory.get(asked.key)
        return None if found is None else _answer(asked, found)

    def fetch(self, parent: QObject, asked: Asked, show: Show) -> None:
        """Show the picture when it is there, at once when it is in memory; never after ``parent`` is gone."""
        here = self.cached(asked)
        if here is not None:
            show(here)
            return
        if not asked.digest:
            show(Picture(asked, QImage(), sentence="No picture came."))
            return
        waiting = _Waiting(parent, asked, show)
        if asked.key in self._running:
            self._running[asked.key].append(waiting)
            return
        self._waiting.setdefault(asked.key, []).append(waiting)
        self._waiting.move_to_end(asked.key)
        self._begin()

    def forget(self, asked: Asked | None) -> None:
        """Nobody waits for this any more: it is not decoded, unless that has begun."""
        if asked is None or asked.key not in self._waiting:
            return
        left = [one for one in self._waiting[asked.key] if one.asked != asked]
        if left:
            self._waiting[asked.key] = left
        else:
            del self._waiting[asked.key]

    def _begin(self) -> None:
        while self._waiting and len(self._running) < LANES:
            key, asking = self._next()
            wanted = [one for one in asking if shiboken6.isValid(one.parent)]
            if wanted:
                self._running[key] = wanted
                work = partial(self._decoded, wanted[0].asked)
                in_background(self, work, rank=FOR_SEEING).then(partial(self._arrived, key))

    def _next(self) -> tuple[Key, list[_Waiting]]:
        """What is looked at goes before its small tiles; the newest request first."""
        large = (key for key in reversed(self._waiting) if key[1] != THUMB)
        key = next(large, next(reversed(self._waiting)))
        return key, self._waiting.pop(key)

    def _arrived(self, key: Key, decoded: _Decoded) -> None:
        self._memory.put(key, decoded)
        asking = self._running.pop(key)
        self._begin()
        for one in asking:
            if shiboken6.isValid(one.parent):
                one.show(_answer(one.asked, decoded))

    def _decoded(self, asked: Asked) -> _Decoded:
        """In a thread of the pool."""
        try:
            with self._open(asked.digest) as stream:
                return self._looked_at(stream, asked)
        except Problem as problem:
            return _Decoded(QImage(), sentence=problem.sentence)
        except Exception:  # one bad file must not stop the pictures that wait behind it
            log.exception("a picture could not be decoded")
            return _Decoded(QImage(), sentence="The picture cannot be shown here.")

    def _looked_at(self, stream: BinaryIO, asked: Asked) -> _Decoded:
        """A tile's picture is decoded somewhat larger first, and looked at."""
        if asked.is_photo or asked.edge != THUMB:
            return self._read(stream, asked)
        large = self._read(stream, replace(asked, edge=EDGE))
        image = large.image.scaled(
            _fitted(large.image.size(), THUMB),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return replace(large, image=image, hint=_hint(large.image))

    def _read(self, stream: BinaryIO, asked: Asked) -> _Decoded:
        if asked.is_photo:
            return _from_file(stream.read(), asked.edge)
        if asked.is_page:
            pages, width, height, rgb = self._decoder.page(stream, asked.frame, asked.digest)
            return replace(_from_pixels(width, height, rgb, asked.edge), pages=pages)
        if asked.original is not None:
            small = _from_file(stream.read(), asked.edge)
            return replace(small, width=asked.original[0], height=asked.original[1])
        fragment = self._decoder.frame_bytes(stream) if asked.frame == 1 else None
        if fragment is not None:
            return _from_file(fragment, asked.edge)
        stream.seek(0)
        return _from_pixels(*self._decoder.decode(stream, asked.frame, asked.digest), asked.edge)


def _answer(asked: Asked, found: _Decoded) -> Picture:
    return Picture(asked, found.image, found.width, found.height, found.sentence, found.hint, found.pages)


def _hint(image: QImage) -> Hint:
    """What the picture looks like; an image keeps its rows at multiples of four bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    wide, step = 3 * plain.width(), plain.bytesPerLine()
    data = bytes(plain.constBits())
    rows = (data[at : at + wide] for at in range(0, step * plain.height(), step))
    return hint_of(plain.width(), plain.height(), b"".join(rows))


def _fitted(size: QSize, edge: int) -> QSize:
    if edge == WHOLE or max(size.width(), size.height()) <= edge:
        return size
    return size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio)


def _from_file(data: bytes, edge: int) -> _Decoded:
    """JPEG by its own markers, scaled while it is decoded: several times faster than decoding it whole."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(False)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(_fitted(whole, edge))
    image = reader.read()
    if image.isNull():
        raise Damaged("The picture cannot be decoded.")
    if not whole.isValid():
        whole = image.size()
    return _Decoded(image.convertToFormat(QImage.Format.Format_RGB32), whole.width(), whole.height())


def _from_pixels(width: int, height: int, rgb: bytes, edge: int) -> _Decoded:
    if width < 1 or height < 1 or len(rgb) < 3 * width * height:
        raise Damaged("The picture is smaller than it says.")
    image = QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    fitted = _fitted(image.size(), edge)
    whole = image.convertToFormat(QImage.Format.Format_RGB32)  # its own memory: the bytes end with this call
    if fitted != whole.size():
        keep = Qt.AspectRatioMode.IgnoreAspectRatio
        whole = whole.scaled(fitted, keep, Qt.TransformationMode.SmoothTransformation)
    return _Decoded(whole, width, height)
