"""The child process that decodes: files in on stdin, RGB or a prepared photograph out on stdout, within limits. Writes no file.

A picture, and a PDF even more, can be made to break its decoder (reference/reliability.md 0.6). Here it breaks this process
only, and the station starts another. Where the system has no such limits (Windows), the sizes looked at first and the parent's
clock still hold.
"""

import logging
import sys
import warnings
from struct import Struct
from typing import BinaryIO

from resources.problems import Damaged, Problem

REQUEST = Struct(">cIQ")
"""What shall be done, with which frame, the first being 0, and how many bytes follow: a Part 10 file, or a photograph."""
SHOW, PREPARE, UNPACK, AGAIN, PAGE, TURN = b"s", b"p", b"u", b"a", b"d", b"t"
"""``AGAIN`` shows another frame of the file that was shown last, ``TURN`` another page: it does not come again."""
ANSWER = Struct(">cIIQ")
"""What came of it, width, height, and how many bytes follow: RGB, ``prepared.packed`` pixels, or a sentence.

For samples the two numbers are those of a pixel, and the bits of each. Before the RGB of a page stands how many there are.
"""
PAGES = Struct(">I")
MOST_PAGES = 1_000
DECODED, DAMAGED, REFUSED = b"+", b"!", b"-"
MEMORY = 1536 << 20
MOST_POINTS = 64_000_000
"""Width by height of what is sent back."""
SECONDS = 20


def main() -> None:
    """Decode until stdin ends."""
    _limit_memory()
    _be_quiet()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """One answer for each request. The file that was shown last is held, so that its next frame is at hand."""
    held = b""
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        wanted, frame, length = REQUEST.unpack(head)
        if wanted not in (AGAIN, TURN):
            held = b""  # before the next one comes: there is room for one
            held = requests.read(length)
        _limit_time()
        kind, width, height, body = _answer(wanted, frame, held)
        answers.write(ANSWER.pack(kind, width, height, len(body)) + body)
        answers.flush()


def _answer(wanted: bytes, frame: int, data: bytes) -> tuple[bytes, int, int, bytes]:
    work = {SHOW: _shown, AGAIN: _shown, PAGE: _page, TURN: _page, PREPARE: _prepared, UNPACK: _samples}
    try:
        width, height, body = work[wanted](data, frame)
    except Damaged as problem:
        return DAMAGED, 0, 0, problem.sentence.encode()
    except Problem as problem:
        return REFUSED, 0, 0, problem.sentence.encode()
    except Exception:  # noqa: BLE001  whatever a decoder throws; its words may hold a person's
        return DAMAGED, 0, 0, b"The picture cannot be decoded."
    return DECODED, width, height, body


def _shown(data: bytes, frame: int) -> tuple[int, int, bytes]:
    from workstation.imaging.colours import rgb_of

    return rgb_of(data, frame)


def _page(data: bytes, number: int) -> tuple[int, int, bytes]:
    from workstation.imaging.papers import page_of

    return page_of(data, number)


def _samples(data: bytes, frame: int) -> tuple[int, int, bytes]:
    from workstation.imaging.colours import samples_of

    return samples_of(data, frame)


def _prepared(data: bytes, _frame: int) -> tuple[int, int, bytes]:
    from resources.wire.picture import pixels_of
    from workstation.imaging.prepared import packed

    pixels = pixels_of(data)
    return pixels.columns, pixels.rows, packed(pixels)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_time() -> None:
    """So many seconds of processor from now on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def _be_quiet() -> None:
    """Libraries quote values when they complain; a value can be a name."""
    from pydicom import config

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    config.settings.reading_validation_mode = config.IGNORE


if __name__ == "__main__":
    main()
