"""Pixels for the screen from stored files. Knows no widget and keeps nothing on disk.

A single baseline JPEG is handed out as it is, for whoever draws it to decode. Everything else is decoded by one child process,
which lives on between pictures and is replaced when a picture breaks it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock, Timer
from typing import BinaryIO

import workstation
from resources.problems import Damaged, Problem, TooLarge, Unavailable, Unsupported
from resources.wire.jpeg import BASELINE, EXTENDED, PROGRESSIVE, Jpeg, read_jpeg
from resources.wire.picture import Pixels
from resources.wire.pixels import jpeg_of
from workstation.imaging.child import (
    AGAIN,
    ANSWER,
    DAMAGED,
    DECODED,
    MOST_PAGES,
    MOST_POINTS,
    PAGE,
    PAGES,
    PREPARE,
    REQUEST,
    SHOW,
    TURN,
    UNPACK,
)
from workstation.imaging.prepared import unpacked

MOST_BYTES = 512 << 20
_DEADLINE = 30.0
UNPACKED = frozenset(
    {
        "1.2.840.10008.1.2.4.50",
        "1.2.840.10008.1.2.4.51",
        "1.2.840.10008.1.2.4.57",
        "1.2.840.10008.1.2.4.70",
        "1.2.840.10008.1.2.4.80",
        "1.2.840.10008.1.2.4.81",
        "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.91",
        "1.2.840.10008.1.2.5",
    }
)
"""Transfer syntaxes whose samples the child can give."""
_BROKEN = "The picture cannot be decoded."
_BEFORE = {SHOW: 0, AGAIN: 0, PAGE: PAGES.size, TURN: PAGES.size}
"""Bytes before the RGB."""


def child_command() -> list[str]:
    """How this program starts itself as a decoding child; the frozen one knows the word ``decode-pictures``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "decode-pictures"]
    return [sys.executable, "-m", "workstation.imaging.child"]


class Decoder:
    """All calls may come from any thread; one picture is decoded in the child at a time."""

    def __init__(self, command: Sequence[str] = (), *, deadline: float = _DEADLINE) -> None:
        self._command = list(command) or child_command()
        self._deadline = deadline
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._held = ""
        self._is_closed = False

    def frame_bytes(self, stream: BinaryIO) -> bytes | None:
        """The JPEG of a single baseline frame, or ``None`` when the file is not so simple."""
        try:
            frame = jpeg_of(stream)
            jpeg = read_jpeg(frame) if frame is not None else None
        except Problem:
            return None
        return frame if jpeg is not None and _is_simple(jpeg) else None

    def decode(self, stream: BinaryIO, frame: int = 1, name: str = "") -> tuple[int, int, bytes]:
        """Width, height and RGB, 8 bits each. A file of that ``name`` is read once for all of its frames that follow.

        Raises Unsupported, TooLarge, Damaged; Unavailable when no child can be had.
        """
        with self._lock:
            return self._seen((SHOW, AGAIN), stream, frame, name)

    def page(self, stream: BinaryIO, number: int = 1, name: str = "") -> tuple[int, int, int, bytes]:
        """How many pages a PDF has, and width, height and RGB of that one, the first being 1. ``name`` as for ``decode``.

        Raises Unsupported, TooLarge, Damaged; Unavailable when no child can be had.
        """
        with self._lock:
            width, height, body = self._seen((PAGE, TURN), stream, number, name)
        (pages,) = PAGES.unpack(body[: PAGES.size])
        if not number <= pages <= MOST_PAGES:
            raise Damaged(_BROKEN)
        return pages, width, height, body[PAGES.size :]

    def unpack(self, stream: BinaryIO, number: int) -> tuple[int, int, bytes]:
        """Samples per pixel, bits of each, and the samples of frame ``number``, the first being 1; see ``colours.samples_of``."""
        data = _whole(stream)
        with self._lock:
            self._held = ""
            return self._asked(UNPACK, data, number)

    def prepare(self, data: bytes) -> Pixels:
        """What goes into an instance made of this JPEG or PNG; ``wire.picture.pixels_of``, done in the child.

        Raises Unsupported, Damaged; Unavailable when no child can be had.
        """
        with self._lock:
            self._held = ""
            _, _, body = self._asked(PREPARE, data)
        return unpacked(body)

    def close(self) -> None:
        """End the child for good: what is asked for later, by a thread that was slow, is Unavailable and starts no other."""
        with self._lock:
            self._is_closed = True
            self._end()

    def _seen(self, ways: tuple[bytes, bytes], stream: BinaryIO, number: int, name: str) -> tuple[int, int, bytes]:
        """By the first way, or by the second where the child holds the file already."""
        if name and name == self._held and self._child is not None and self._child.poll() is None:
            return self._asked(ways[1], b"", number)
        data, self._held = _whole(stream), ""
        answer = self._asked(ways[0], data, number)
        self._held = name
        return answer

    def _asked(self, wanted: bytes, data: bytes, frame: int = 1) -> tuple[int, int, bytes]:
        child = self._running()
        clock = Timer(self._deadline, child.kill)
        clock.start()
        try:
            kind, width, height, body = _exchange(child, (wanted, frame - 1), data)
        except (OSError, EOFError):
            self._end()
            raise Damaged(_BROKEN) from None
        finally:
            clock.cancel()
        if kind == DECODED:
            return width, height, body
        sentence = body.decode("utf_8", "replace")
        raise Damaged(sentence) if kind == DAMAGED else Unsupported(sentence)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._is_closed:
            raise Unavailable("Pictures are not decoded any more: the station is closing.")
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = _started(self._command)
        return self._child

    def _end(self) -> None:
        self._held = ""
        if self._child is None:
            return
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not sent any more
                    continue
        self._child.kill()
        self._child.wait()
        self._child = None


def _whole(stream: BinaryIO) -> bytes:
    stream.seek(0)
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise TooLarge("The picture is too large to be shown.")
    return data


def _is_simple(jpeg: Jpeg) -> bool:
    """Whether any JPEG reader shows it, in the right colours and in no more memory than a camera's picture takes."""
    is_common = jpeg.process in (BASELINE, EXTENDED, PROGRESSIVE) and jpeg.precision == 8
    return is_common and len(jpeg.components) in (1, 3) and jpeg.rows * jpeg.columns <= MOST_POINTS


def _started(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """The child, with nothing of our environment but what Python needs: there may be a passphrase in ours."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")}
    room = str(Path(workstation.__file__).resolve().parents[1])
    environment = {**kept, "PYTHONPATH": room, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.Popen(  # noqa: S603  our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
        )
    except OSError:
        raise Unavailable("Pictures cannot be decoded just now: no process can be started.") from None


def _exchange(
    child: "subprocess.Popen[bytes]", wanted: tuple[bytes, int], data: bytes
) -> tuple[bytes, int, int, bytes]:
    """Send a file, read the answer. Raises OSError or EOFError when the child does not keep to its word."""
    requests, answers = child.stdin, child.stdout
    if requests is None or answers is None:
        raise EOFError
    requests.write(REQUEST.pack(*wanted, len(data)))
    requests.write(data)
    requests.flush()
    head = answers.read(ANSWER.size)
    if len(head) < ANSWER.size:
        raise EOFError
    kind, width, height, length = ANSWER.unpack(head)
    before = _BEFORE.get(wanted[0])
    if length > 3 * MOST_POINTS or (kind == DECODED and before is not None and length != before + width * height * 3):
        raise EOFError
    body = answers.read(length)
    if len(body) < length:
        raise EOFError
    return kind, width, height, body
