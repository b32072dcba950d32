"""The header fields of tus 1.0.0 (tus.io/protocols/resumable-upload), an upload that goes on where the line broke. Pure.

Refuses what the protocol does not allow: a field that is given twice, a key twice, a number that is none.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from resources.problems import Invalid

VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,checksum,termination"
ALGORITHMS: Mapping[str, Callable[[], Any]] = {
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),  # what every server must know, says the extension
    "sha256": hashlib.sha256,
}
OFFSET_STREAM = "application/offset+octet-stream"
LONGEST = 2048
"""Characters of Upload-Metadata."""


class WrongVersion(Invalid):
    """The other side speaks another version, or none."""


class WrongChecksum(Invalid):
    """What came is not what was announced."""


class Checksum(NamedTuple):
    """How a piece is to be digested, and what must come out."""

    algorithm: str
    digest: bytes

    def begin(self) -> Any:
        """A fresh digest."""
        return ALGORITHMS[self.algorithm]()


def check_version(said: str | None) -> None:
    """Raise WrongVersion unless the request is of our version."""
    if said != VERSION:
        raise WrongVersion(f"Uploads are taken by tus {VERSION} only; the request must say so in Tus-Resumable.")


def number(name: str, said: str | None) -> int:
    """A length or an offset in bytes. Raises Invalid."""
    if said is None or not said.isascii() or not said.isdigit() or len(said) > 18:
        raise Invalid(f"{name} must be a number of bytes.", fields={name: (said or "")[:64]})
    return int(said)


def metadata(said: str | None) -> dict[str, str]:
    """Upload-Metadata: pairs of a key and its value in base64, with commas between. Raises Invalid."""
    found: dict[str, str] = {}
    if len(said or "") > LONGEST:
        raise Invalid("Upload-Metadata is too long.")
    for pair in filter(None, (said or "").split(",")):
        key, _, coded = pair.strip().partition(" ")
        if not key or not key.isascii() or key in found:
            raise Invalid("Upload-Metadata has an empty key, or one twice.")
        try:
            found[key] = base64.b64decode(coded.strip(), validate=True).decode("utf-8")
        except (binascii.Error, ValueError) as reason:
            raise Invalid("Upload-Metadata is not in base64.", fields={"Upload-Metadata": key[:64]}) from reason
    return found


def as_metadata(values: Mapping[str, str]) -> str:
    """What ``metadata`` reads."""
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode('ascii')}" for key, value in values.items())


def checksum(said: str | None) -> Checksum | None:
    """Upload-Checksum: an algorithm and the digest in base64. Raises Invalid for one that we do not know."""
    if said is None:
        return None
    algorithm, _, coded = said.strip().partition(" ")
    try:
        digest = base64.b64decode(coded.strip(), validate=True)
    except (binascii.Error, ValueError) as reason:
        raise Invalid("Upload-Checksum is not in base64.") from reason
    if algorithm not in ALGORITHMS:
        raise Invalid(f"Upload-Checksum is one of: {', '.join(ALGORITHMS)}.")
    return Checksum(algorithm, digest)


def as_checksum(piece: bytes) -> str:
    """What ``checksum`` reads, by sha256."""
    return "sha256 " + base64.b64encode(hashlib.sha256(piece).digest()).decode("ascii")
