"""What stands where in a data set: the values that were asked for, and the place of each element. Steps over the picture."""

from dataclasses import dataclass
from typing import BinaryIO

from resources.problems import Damaged
from resources.wire.characters import codecs_of, text_of
from resources.wire.coding import PICTURES
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
    size: int
    raw: BinaryIO
    start: int
    syntax: str

    @classmethod
    def of(cls, stream: BinaryIO, start: int, syntax: str, wanted: Wanted) -> "Front":
        """Read a data set from ``start``. Raises Damaged when it does not hold together."""
        size = stream.seek(0, 2)
        stream.seek(start)
        chunk, places = stream.read(_CHUNK), Places()
        walk = Walk(coding_of(syntax, chunk), wanted, _LIMITS, places)
        while chunk:
            walk.feed(chunk)
            ahead = walk.step_over()
            if stream.tell() + ahead > size:
                raise Damaged("The data set ended early.")
            stream.seek(ahead, 1)
            chunk = stream.read(_CHUNK)
        walk.finish()
        stop = next((at for tag, at in places.tops if tag in PICTURES), size - start)
        return cls(walk, places, stop, size - start, stream, start, syntax)

    def text(self, tag: int) -> str:
        """A value at the top, read in the declared character set; empty when absent."""
        codecs = codecs_of(text_of(self.value(CHARACTER_SET) or b""))
        return text_of(self.value(tag) or b"", codecs)

    def value(self, tag: int) -> bytes | None:
        """The bytes of a value at the top; ``None`` when absent."""
        values = self.walk.found.get((tag,))
        return values[0] if values else None

    def spans(self, tag: int) -> list[tuple[int, int]]:
        """Where an element stands, each from its tag to the next element's. A data set may say one twice; the last counts."""
        tops = [*self.places.tops, (0, self.size)]
        return [(at, tops[index + 1][1]) for index, (found, at) in enumerate(tops[:-1]) if found == tag]

    def gap(self, tag: int) -> int:
        """Where an element that is not there would stand: elements ascend (PS3.5 7.1)."""
        return next((at for found, at in self.places.tops if found > tag), self.stop)

    def bytes_of(self, start: int, end: int) -> bytes:
        """What stands in the file between two places."""
        self.raw.seek(self.start + start)
        return self.raw.read(end - start)
