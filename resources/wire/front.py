"""The part of a data set before its picture: the values that were asked for, and where each element stands. Reads no further."""

from dataclasses import dataclass
from typing import BinaryIO

from resources.wire.characters import codecs_of, text_of
from resources.wire.dicom import coding_of
from resources.wire.elements import Limits, Places, Walk, Wanted
from resources.wire.recoding import CHARACTER_SET

_CHUNK = 256 << 10
_LIMITS = Limits(value=64 << 10)


@dataclass(frozen=True, slots=True)
class Front:
    """Values at the top by tag, and places in bytes from the start of the data set."""

    walk: Walk
    places: Places
    stop: int
    """Where the picture begins, or the data set ends."""
    raw: BinaryIO
    start: int
    syntax: str

    @classmethod
    def of(cls, stream: BinaryIO, start: int, syntax: str, wanted: Wanted) -> "Front":
        """Read a data set from ``start``. Raises Damaged when it does not hold together up to its picture."""
        stream.seek(start)
        first, places = stream.read(_CHUNK), Places()
        walk = Walk(coding_of(syntax, first), wanted, _LIMITS, places)
        chunk = first
        while chunk and walk.pixels is None:
            walk.feed(chunk)
            chunk = stream.read(_CHUNK)
        if walk.pixels is None:
            walk.finish()
        ends = [at for tag, at in places.tops if tag >= 0x7FE00000]
        return cls(walk, places, ends[0] if ends else stream.tell() - start, stream, start, syntax)

    def text(self, tag: int) -> str:
        """A value at the top, read in the declared character set; empty when absent."""
        codecs = codecs_of(text_of(self.value(CHARACTER_SET) or b""))
        return text_of(self.value(tag) or b"", codecs)

    def value(self, tag: int) -> bytes | None:
        """The bytes of a value at the top; ``None`` when absent."""
        values = self.walk.found.get((tag,))
        return values[0] if values else None

    def span(self, tag: int) -> tuple[int, int] | None:
        """Where an element stands, from its tag to the next element's."""
        tops = [*self.places.tops, (0, self.stop)]
        spans = ((at, tops[index + 1][1]) for index, (found, at) in enumerate(tops[:-1]) if found == tag)
        return next(spans, None)

    def gap(self, tag: int) -> int:
        """Where an element that is not there would stand: elements ascend (PS3.5 7.1)."""
        return next((at for found, at in self.places.tops if found > tag), self.stop)

    def bytes_of(self, start: int, end: int) -> bytes:
        """What stands in the file between two places."""
        self.raw.seek(self.start + start)
        return self.raw.read(end - start)
