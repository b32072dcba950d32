"""dcmtk's tools as cameras, and files as they send them."""

import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from support.shared import tool

from resources.wire.part10 import read_part10

Ran = subprocess.CompletedProcess[str]


def storescu(port: int, *files: Path | str, options: Sequence[str] = ()) -> Ran:
    """Send; ``returncode`` is 0 when every picture was taken."""
    command = [tool("/usr/bin/storescu"), *options, "127.0.0.1", str(port), *map(str, files)]
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


@contextmanager
def a_bit_preserving_storescp(folder: Path) -> Iterator[int]:
    """dcmtk's own receiver, which keeps what a sender really sent: an oracle. Gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [tool("/usr/bin/storescp"), "+xa", "+B", "-od", str(folder), str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until_it_listens(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    pause = threading.Event()
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert process.poll() is None, "it ended before it listened"
            pause.wait(0.02)
    raise AssertionError(f"nothing listens at port {port}")
