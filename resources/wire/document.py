"""The document inside an encapsulated instance (PS3.3 A.45), as its maker wrote it. Reads nothing of what is in it."""

from collections.abc import Iterator
from typing import BinaryIO

from resources.problems import Damaged
from resources.wire.dataset import read_tree

ENCAPSULATED_DOCUMENT, DOCUMENT_LENGTH = 0x00420011, 0x00420015


def document_of(stream: BinaryIO) -> Iterator[bytes]:
    """Encapsulated Document (0042,0011) without its pad byte (PS3.3 C.24.2), in pieces. Raises Damaged when there is none."""
    tree = read_tree(stream)
    found = tree.elements.get(ENCAPSULATED_DOCUMENT)
    if found is None:
        raise Damaged("There is no document in it.")
    said = tree.elements.get(DOCUMENT_LENGTH)
    length = int.from_bytes(said.value, "little" if said.little else "big") if said and said.value else 0
    yield from tree.bytes_of(found.at, length if 0 < length <= found.length else found.length)
