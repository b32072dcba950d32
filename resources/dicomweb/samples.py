"""A compressed frame as its samples: what a decompressed copy and uncompressed frames are made of (PS3.18 8.7.3.4).

A picture for the screen may be windowed, scaled or turned to 8 bits; samples may not. What cannot be had exactly as it was
encoded is refused: the caller can ask for it as it is stored.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from resources.dicomweb.negotiation import NotAcceptable
from resources.dicomweb.pictures import DECODABLE, decode
from resources.problems import Damaged, Unsupported
from resources.wire.dataset import DataSetTree
from resources.wire.frames import number_of

Elsewhere = Callable[[BinaryIO, int], tuple[int, int, bytes]]
"""Samples per pixel, their bits, and all of them, little endian, of one frame of a file: the workstation's child process."""
_BITS_ALLOCATED, _PIXEL_REPRESENTATION = 0x00280100, 0x00280103


@dataclass(frozen=True, slots=True)
class Samples:
    """One frame, pixel after pixel, little endian."""

    per_pixel: int
    bits: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Unpack:
    """Knows in which transfer syntaxes frames can be decompressed, and does it."""

    syntaxes: frozenset[str] = DECODABLE
    elsewhere: Elsewhere | None = None
    """Decodes what is not plain; nobody does unless it is handed in."""

    def __call__(self, tree: DataSetTree, number: int) -> Samples:
        """Frame ``number``, the first being 1. Raises NotAcceptable for what cannot be decoded exactly."""
        try:
            if _is_plain(tree):
                image = decode(tree, number)
                return Samples(len(image.getbands()), 8, image.tobytes())
            if self.elsewhere is not None:
                return Samples(*self.elsewhere(tree.stream, number))
        except (Unsupported, Damaged) as problem:
            raise NotAcceptable(problem.sentence) from problem
        raise NotAcceptable("This station cannot decode the picture; ask for it as it is stored.")


def _is_plain(tree: DataSetTree) -> bool:
    """Eight bits without a sign in a syntax that Pillow reads: a camera's pictures."""
    is_byte = number_of(tree, _BITS_ALLOCATED, 8) == 8 and not number_of(tree, _PIXEL_REPRESENTATION)
    return is_byte and tree.meta.transfer_syntax_uid in DECODABLE
