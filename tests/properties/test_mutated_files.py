"""D6, D7, D8, D10 and D11 at length: bombs, hostile UIDs, names in every script, real files; cut, changed, and by both doors.

Whatever comes is acknowledged and kept to the byte, filed or aside with a sentence; nothing of it names a file, and a known
camera is served all the time. 120 files by default; EYECAMP_FILES=5000 is the long run, EYECAMP_SEED draws others.
"""

import os
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from support.bombs import DEFLATED, bombs
from support.chance import seed
from support.data_sets import BASELINE, BIG, EXPLICIT, IMPLICIT, an_instance, encapsulated, encoded
from support.doors import Doors, two_doors
from support.photographs import a_jpeg_of, a_retina
from support.pictures import a_jpeg
from support.samples import samples

from resources.problems import Problem
from resources.wire.part10 import read_part10

FILES = int(os.environ.get("EYECAMP_FILES", "120"))
SEED = seed()
AT_A_TIME = 40
"""Files that one station takes; a fresh one follows."""
LARGEST = 200_000
Sent = tuple[bytes, str]
HOSTILE = [
    "../../d6",
    "/etc/d6",
    "C:\\d6",
    "CON",
    "..",
    "1.2\0/d6",
    "",
    "1" * 65,
    "1..2",
    "٣.٤",
    "$HOME",
    "1.2;rm",
    "%2e%2e",
]
CHARSETS = ["", "ISO_IR 100", "ISO_IR 144", "ISO_IR 127", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87", "\\ISO 2022 IR 149",
            "ISO_IR 13", "ISO_IR 166", "ISO_IR 999"]  # fmt: skip


def drawn() -> list[Sent]:
    """Good instances in each way of writing, and everything that was made to take memory or time."""
    plain = [(encoded(an_instance(eye="L"), syntax), syntax) for syntax in (EXPLICIT, IMPLICIT, BIG)]
    jpeg = [(encoded(an_instance(PixelData=encapsulated(a_jpeg())), BASELINE), BASELINE)]
    small = [(one.data, one.syntax) for one in bombs(a_jpeg_of(a_retina())) if len(one.data) <= LARGEST]
    return [*plain, *jpeg, *(one for one in small if one[1] != DEFLATED)]


def real() -> list[Sent]:
    """The data sets of real files, where they are at hand."""
    found = []
    for path in samples("dicom", "**/*.dcm"):
        data = path.read_bytes()
        try:
            meta = read_part10(BytesIO(data))
        except Problem:
            continue
        syntax = meta.transfer_syntax_uid
        if len(data) <= LARGEST and syntax and syntax != DEFLATED:
            found.append((data[meta.data_set_at :], syntax))
    return found


def with_value(data: bytes, head: bytes, value: bytes) -> bytes:
    """Another value of a short element of Explicit VR Little Endian, padded as PS3.5 6.2 wants; or as it was."""
    at = data.find(head)
    if at < 0:
        return data
    padded = value + (b"\0" if head.endswith(b"UI") else b" ") * (len(value) % 2)
    length = int.from_bytes(data[at + 6 : at + 8], "little")
    return data[: at + 6] + len(padded).to_bytes(2, "little") + padded + data[at + 8 + length :]


def with_uid(rng: random.Random, data: bytes) -> bytes:
    head = rng.choice((b"\x08\0\x18\0UI", b"\x20\0\x0d\0UI", b"\x20\0\x0e\0UI", b"\x08\0\x16\0UI"))
    said = rng.choice(HOSTILE) + rng.choice(("", ".", "/", "\n", "x" * rng.randrange(60)))
    return with_value(data, head, said.encode())


def with_name(rng: random.Random, data: bytes) -> bytes:
    charset = rng.choice(CHARSETS).encode()
    padded = charset + b" " * (len(charset) % 2)
    named = with_value(data, b"\x10\0\x10\0PN", rng.randbytes(rng.randrange(1, 64)))
    return b"\x08\0\x05\0CS" + len(padded).to_bytes(2, "little") + padded + named


def cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def changed(rng: random.Random, data: bytes) -> bytes:
    mutable = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 9))):
        at = rng.randrange(
            min(len(mutable), 600) if rng.random() < 0.7 else len(mutable)
        )  # lengths and tags stand in front
        kind = rng.randrange(3)
        if kind == 0:
            mutable[at] = rng.randrange(256)
        elif kind == 1:
            mutable[at:at] = rng.randbytes(rng.randrange(1, 9))
        elif len(mutable) > 20:
            del mutable[at : at + rng.randrange(1, 9)]
    return bytes(mutable)


WAYS: tuple[Callable[[random.Random, bytes], bytes], ...] = (cut, changed, changed, with_uid, with_name)


def draw(rng: random.Random, sources: list[Sent]) -> Sent:
    data, syntax = rng.choice(sources)
    for _ in range(rng.choice((1, 1, 2))):
        data = rng.choice(WAYS)(rng, data) if data else data
    return data, syntax


def everything_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def give(doors: Doors, rng: random.Random, sent: Sent) -> None:
    data, syntax = sent
    if rng.random() < 0.5:
        assert doors.camera(data, syntax=syntax) == 0x0000
    else:
        row = doors.stick(data, syntax=syntax)
        assert row.outcome in ("stored", "duplicate", "conflict", "quarantined"), row
        assert row.reason.endswith(".") or row.outcome in ("stored", "duplicate"), row


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize("batch", range(-(-FILES // AT_A_TIME)))
def test_whatever_comes_by_either_door_is_kept_and_a_known_camera_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    rng, sources = random.Random(SEED * 1_000_003 + batch), [*drawn(), *real()]
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with two_doors(tmp_path / "station") as doors:
        all_sent = [draw(rng, sources) for _ in range(min(AT_A_TIME, FILES - batch * AT_A_TIME))]
        for number, sent in enumerate(all_sent):
            give(doors, rng, sent)
            if number % 10 == 9:
                good = encoded(an_instance(number=1000 + number))
                assert doors.camera(good, instance=f"1.2.3.1.{1000 + number}") == 0x0000
                assert f"1.2.3.1.{1000 + number}" in {row.instance_uid for row in doors.filed()}
        kept = set(doors.data_sets())
        missing = [data for data, _ in all_sent if data not in kept]
        assert missing == [], f"EYECAMP_SEED={SEED}, batch {batch}"
        assert all(row.reason.endswith(".") and len(row.reason) < 200 for row in doors.held())
        outside = {path for path in everything_below(tmp_path) if tmp_path / "station" not in path.parents}
        assert outside == set()


def test_what_is_drawn_is_of_many_kinds() -> None:
    rng, sources = random.Random(SEED), drawn()
    assert len(sources) > 25
    assert len({draw(rng, sources) for _ in range(200)}) > 190
