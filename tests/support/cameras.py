"""dcmtk's tools as cameras, and files as they send them."""

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

from support.shared import tool

from resources.wire.part10 import read_part10

Ran = subprocess.CompletedProcess[str]


def storescu(
    port: int, *files: Path | str, options: Sequence[str] = (), verbose: bool = False
) -> subprocess.CompletedProcess[str]:
    """Send; ``returncode`` 0 when every picture was taken."""
    command = [
        tool("/usr/bin/storescu"),
        *(["-v"] if verbose else []),
        *options,
        "127.0.0.1",
        str(port),
        *map(str, files),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def echoscu(port: int, *options: str) -> Ran:
    command = [tool("/usr/bin/echoscu"), *options, "127.0.0.1", str(port)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def data_set_of(path: Path) -> bytes:
    """The bytes after the file meta."""
    with path.open("rb") as stream:
        meta = read_part10(stream)
        stream.seek(meta.data_set_at)
        return stream.read()


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
