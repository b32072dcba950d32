"""Walk the elements of a data set while its bytes come in (PS3.5 7), keeping the few values that were asked for.

A value that nobody asked for is stepped over, however long it is; a picture is never held. The walk forgives what real cameras
write (unknown VRs, zeros after the end, implicit elements among explicit ones) and refuses what contradicts itself: lengths that
overrun their sequence, things left open, more levels or elements than the limits.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

from resources.problems import Damaged
from resources.wire.coding import (
    BULK,
    FLOAT_PIXEL_DATA,
    IMPLICIT,
    ITEM,
    ITEM_END,
    LONG,
    PICTURES,
    PIXEL_DATA,
    SEQUENCE_END,
    SHORT,
    UNDEFINED,
    Coding,
    coding_inside,
    name_of,
)

Wanted: TypeAlias = Mapping[int, "Wanted | None"]
"""Tag to ``None`` (keep its value) or to what is wanted inside its items."""
Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a data set may ask of us. A 128-frame OCT has some 10,000 elements, three levels deep."""

    depth: int = 32
    elements: int = 200_000
    value: int = 4096
    """Bytes kept of one value at the top; of a nested one a 64th of it."""
    samples: int = 1 << 30
    """Rows x Columns x Frames x Samples per Pixel."""
    inflated: int = 512 << 20
    """Bytes that a deflated data set may grow to."""


class Kind(IntEnum):
    """What may stand at this place."""

    ELEMENTS = 0
    ITEMS = 1
    FRAGMENTS = 2
    ZEROS = 3


@dataclass(slots=True, eq=False)
class Level:
    """One sequence, item or run of fragments that is open. ``end`` is where it must end, -1 where a delimiter says."""

    kind: Kind
    end: int
    coding: Coding
    wanted: Wanted
    path: Path = ()


@dataclass(slots=True)
class Pixels:
    """What came as the picture: ``length`` in bytes, or -1 and the fragments, the offset table not counted (PS3.5 A.4)."""

    length: int
    items: int = 0
    fragments: int = 0
    fragment_bytes: int = 0


@dataclass(slots=True)
class Places:
    """Where things are in the data set: each element at the top, and each nested value that was kept (start, length)."""

    tops: list[tuple[int, int]] = field(default_factory=list)
    nested: dict[Path, list[tuple[int, int]]] = field(default_factory=dict)


class Walk:
    """Takes the bytes of one data set in any portions. Trouble is kept until ``finish``: all bytes can still be stored."""

    def __init__(self, coding: Coding, wanted: Wanted, limits: Limits, places: Places | None = None) -> None:
        self.found: dict[Path, list[bytes]] = {}
        self.items: dict[Path, int] = {}
        self.pixels: Pixels | None = None
        self.coding = coding
        self.places = places
        self._limits = limits
        self._level = Level(Kind.ELEMENTS, -1, coding, wanted)
        self._strides = self._level if coding.explicit and places is None else None
        self._outer: list[Level] = []
        self._at = 0  # where in the data set the next unread byte is
        self._rest = b""
        self._skip = 0
        self._count = 0
        self._open: tuple[int, int] = (0, 0)  # tag and length of the value that is being stepped over
        self._waiting: tuple[int, int, int] | None = (
            None  # the same and the head's size, of a wanted value that is not all here
        )
        self._trouble: Damaged | None = None

    def feed(self, chunk: bytes | memoryview) -> None:
        """Take the next bytes. Never raises for what is in them."""
        if self._trouble is not None:
            return
        size = len(chunk)
        if self._skip >= size:
            self._skip -= size
            self._at += size
            return
        view = memoryview(self._rest + chunk) if self._rest else memoryview(chunk)[self._skip :]
        self._at += self._skip
        self._skip, self._waiting = 0, None
        try:
            self._rest = bytes(view[self._walk(view) :])
        except Damaged as trouble:
            self._trouble, self._rest = trouble, b""

    def step_over(self) -> int:
        """How many of the next bytes need not be fed, being the rest of a value that nobody asked for. They count as taken."""
        ahead, self._skip = self._skip, 0
        self._at += ahead
        return ahead

    def finish(self) -> None:
        """Say that no more bytes come. Raises Damaged when something is missing or did not fit together."""
        if self._trouble is not None:
            raise self._trouble
        if self._skip:
            tag, length = self._open
            raise Damaged(_short(length - self._skip, length, tag))
        if self._rest:
            self._finish_rest()
        while self._outer and self._level.end == self._at:
            self._level = self._outer.pop()
        if self._outer and self._level.kind is not Kind.ZEROS:
            what = "the picture's fragments" if self._level.kind is Kind.FRAGMENTS else "a sequence"
            raise Damaged(f"The data set ended early: {what} had no end.")
        if not self._count:
            raise Damaged("The data set is empty.")

    def _finish_rest(self) -> None:
        if self._waiting is not None:
            tag, length, head = self._waiting
            raise Damaged(_short(len(self._rest) - head, length, tag))
        padded = self._level.kind is Kind.ZEROS or (
            not self._outer and len(self._rest) > 1
        )  # one zero may be half a tag
        if any(self._rest) or not padded:
            raise Damaged("The data set ended early, within the head of an element.")

    def _walk(self, data: memoryview) -> int:
        """Step through ``data`` from its start; returns how much of it is done with."""
        start, size, at = self._at, len(data), 0
        while True:
            level = self._level
            if start + at == level.end:
                self._level = self._outer.pop()
                continue
            if level is self._strides:
                at = self._stride(data, at)
                self._at = start + at
            if size - at < 8:
                break
            if level.kind is Kind.ELEMENTS:
                taken = self._element(data, at, level)
            elif level.kind is Kind.ZEROS:
                taken = self._zeros(data, at)
            else:
                taken = self._item(data, at, level)
            if taken == 0:
                break
            at += taken
            if self._skip:
                step = min(self._skip, size - at)
                at += step
                self._skip -= step
                if self._skip:
                    break
            self._at = start + at
        self._at = start + at
        return at

    def _stride(self, data: memoryview, at: int) -> int:
        """Take the short elements at the top that are here whole, each as ``_element`` would; where the first other one begins.

        Most of a camera's header is these, and a camera waits meanwhile: one loop costs a third of a call for each.
        """
        level, size, found, longest = self._level, len(data), self.found, self._limits.value
        unpack, wanted, left = level.coding.vr.unpack_from, level.wanted, self._limits.elements - self._count
        begun = left
        while size - at >= 8 and left > 0:
            group, number, vr, length = unpack(data, at)
            tag, end = group << 16 | number, at + 8 + length
            if vr not in SHORT or end > size or not 0 < tag < FLOAT_PIXEL_DATA:
                break
            if tag in wanted:
                if wanted[tag] is not None or length > longest:
                    break
                found[(tag,)] = [bytes(data[at + 8 : end])]
            left -= 1
            at = end
        self._count += begun - left
        return at

    def _element(self, data: memoryview, at: int, level: Level) -> int:
        """Take one element's head, and its value if that is wanted; 0 when more bytes are needed."""
        head, coding, vr = 8, level.coding, b""
        if coding.explicit:
            group, number, vr, length = coding.vr.unpack_from(data, at)
            if vr not in SHORT:
                if vr in LONG or (vr.isalpha() and vr.isupper() and length == 0):  # PS3.5 7.1.2: a new VR is long
                    if len(data) - at < 12:
                        return 0
                    (length,) = coding.length.unpack_from(data, at + 8)
                    head = 12
                elif not (vr.isalpha() and vr.isupper()):  # an implicit element among explicit ones, or a delimiter
                    vr, (group, number, length) = b"", coding.plain.unpack_from(data, at)
        else:
            group, number, length = coding.plain.unpack_from(data, at)
        tag = group << 16 | number
        if group == 0xFFFE and not vr:
            return self._delimiter(tag, length, level)
        self._count_one()
        if self.places is not None and not self._outer:
            self.places.tops.append((tag, self._at))
        if length == UNDEFINED or vr == b"SQ" or tag in level.wanted or tag >= FLOAT_PIXEL_DATA or not tag:
            return self._special(data, at + head, level, (tag, vr, length), head)
        if level.end >= 0 and self._at + head + length > level.end:
            raise _overrun(tag)
        self._skip = length
        self._open = (tag, length)
        return head

    def _special(self, data: memoryview, at: int, level: Level, element: tuple[int, bytes, int], head: int) -> int:
        """An element that is more than a value to step over."""
        tag, vr, length = element
        if length != UNDEFINED and 0 <= level.end < self._at + head + length:
            raise _overrun(tag)
        if not tag and not vr and not length and not self._outer:
            self._enter(Level(Kind.ZEROS, -1, level.coding, {}))
            return 8
        inside = level.wanted.get(tag, _NOTHING)
        self._note_pixels(tag, length)
        if length == UNDEFINED or vr == b"SQ" or (inside and vr != b"UN"):
            self._enter_value(level, element, self._at + head)
            return head
        if inside is None:
            return self._keep(data, at, level, element, head)
        self._skip, self._open = length, (tag, length)
        return head

    def _enter_value(self, level: Level, element: tuple[int, bytes, int], at: int) -> None:
        tag, vr, length = element
        fragments = length == UNDEFINED and (vr in BULK or tag == PIXEL_DATA)
        coding = (
            IMPLICIT if vr == b"UN" else level.coding
        )  # PS3.5 6.2.2 note: UN of undefined length is implicit inside
        end = -1 if length == UNDEFINED else at + length
        kind = Kind.FRAGMENTS if fragments else Kind.ITEMS
        self._enter(Level(kind, end, coding, level.wanted.get(tag) or {}, (*level.path, tag)))

    def _keep(self, data: memoryview, at: int, level: Level, element: tuple[int, bytes, int], head: int) -> int:
        tag, _, length = element
        limit = self._limits.value
        need = min(length, limit)
        if len(data) - at < need:
            self._count -= 1
            if self.places is not None and not level.path:
                self.places.tops.pop()
            self._waiting = (tag, length, head)
            return 0
        value = bytes(data[at : at + need])
        path = (*level.path, tag)
        if level.path:
            self.found.setdefault(path, []).append(value[: limit // 64])
            if self.places is not None:
                self.places.nested.setdefault(path, []).append((self._at + head, length))
        else:
            self.found[path] = [value]
        self._skip, self._open = length - need, (tag, length)
        return head + need

    def _note_pixels(self, tag: int, length: int) -> None:
        if tag in PICTURES and not self._outer:
            self.pixels = Pixels(-1 if length == UNDEFINED else length)

    def _delimiter(self, tag: int, length: int, level: Level) -> int:
        """A delimiter where elements stand. One that closes nothing is odd, and stepped over."""
        self._count_one()
        if tag == ITEM:
            raise Damaged("The data set does not hold together: an item stands outside of any sequence.")
        if level.end == -1 and self._outer:
            self._level = self._outer.pop()
            if tag == SEQUENCE_END and self._level.end == -1:  # the item's own end was left out
                self._level = self._outer.pop()
        elif level.end >= 0 and self._at + 8 + length > level.end:
            raise _overrun(tag)
        self._skip, self._open = 0 if length == UNDEFINED else length, (tag, length)
        return 8

    def _item(self, data: memoryview, at: int, level: Level) -> int:
        """The head of an item or fragment, or the end of their run (PS3.5 7.5)."""
        group, number, length = level.coding.plain.unpack_from(data, at)
        tag = group << 16 | number
        if tag == ITEM:
            if length and len(data) - at < 14:  # its first element says how it is coded
                return 0
            self._begin_item(length, level, bytes(data[at + 8 : at + 14]))
        elif tag == SEQUENCE_END:
            if level.end == -1:
                self._level = self._outer.pop()
        elif tag != ITEM_END:
            raise Damaged("The data set does not hold together: a sequence holds something that is no item.")
        self._count_one()
        return 8

    def _begin_item(self, length: int, level: Level, first: bytes) -> None:
        end = -1 if length == UNDEFINED else self._at + 8 + length
        if level.end >= 0 and end > level.end:
            raise _overrun(level.path[-1])
        if level.kind is Kind.FRAGMENTS:
            self._begin_fragment(length)
            return
        if level.wanted:
            self.items[level.path] = self.items.get(level.path, 0) + 1
        coding = coding_inside(first, level.coding, self.coding)
        self._enter(Level(Kind.ELEMENTS, end, coding, level.wanted, level.path))

    def _begin_fragment(self, length: int) -> None:
        if length == UNDEFINED:
            raise Damaged("The data set does not hold together: a fragment of the picture has no length.")
        self._skip, self._open = length, (PIXEL_DATA, length)
        if self.pixels is not None and len(self._outer) == 1:
            self.pixels.items += 1
            if self.pixels.items > 1 and length:
                self.pixels.fragments += 1
                self.pixels.fragment_bytes += length

    def _count_one(self) -> None:
        self._count += 1
        if self._count > self._limits.elements:
            raise Damaged(f"The data set has more than {self._limits.elements:,} elements.")

    def _zeros(self, data: memoryview, at: int) -> int:
        if any(data[at:]):
            raise Damaged("The data set does not hold together: there are bytes after its end.")
        return len(data) - at

    def _enter(self, level: Level) -> None:
        self._outer.append(self._level)
        self._level = level
        if len(self._outer) > 2 * self._limits.depth:
            raise Damaged(f"The data set is nested more than {self._limits.depth} levels deep.")


_NOTHING: Wanted = {}


def _overrun(tag: int) -> Damaged:
    return Damaged(f"The data set does not hold together: {name_of(tag)} is longer than the sequence that holds it.")


def _short(came: int, length: int, tag: int) -> str:
    what = "picture" if tag in PICTURES else "data set"
    return f"The {what} ended early: {came:,} of {length:,} bytes of {name_of(tag)} came."
