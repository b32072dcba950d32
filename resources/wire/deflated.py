"""Deflated Explicit VR Little Endian (PS3.5 A.5), a piece at a time. A bomb never unfolds: 2 MB can claim to be 4 GB."""

import zlib
from collections.abc import Iterator

from resources.problems import Damaged, TooLarge

_PIECE = 64 << 10


class Inflation:
    """Inflates one stream. Trouble is kept until ``finish``; after it nothing more comes out."""

    def __init__(self, limit: int) -> None:
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        self._limit = self._left = limit
        self._damaged = False

    def pieces(self, chunk: bytes | memoryview) -> Iterator[bytes]:
        """What ``chunk`` inflates to, at most 64 KiB at a time."""
        source: bytes | memoryview = chunk
        while not (self._damaged or self._engine.eof or self._left < 0):
            try:
                piece = self._engine.decompress(source, _PIECE)
            except zlib.error:
                self._damaged = True
                return
            source = self._engine.unconsumed_tail
            self._left -= len(piece)
            if piece:
                yield piece
            if len(piece) < _PIECE and not source:
                return

    def finish(self) -> None:
        """Raises TooLarge or Damaged unless the whole stream came and was good."""
        if self._left < 0:
            raise TooLarge(f"It inflates to more than {self._limit >> 20:,} MB.")
        if self._damaged:
            raise Damaged("The deflated data set is damaged.")
        if not self._engine.eof:
            raise Damaged("The deflated data set ended early.")
