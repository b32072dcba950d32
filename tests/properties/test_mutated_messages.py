"""Messages of STOW-RS with bytes changed: never our fault, never half a picture in the vault, and memory stays flat.

500 mutations by default, the same in every run; EYECAMP_MESSAGES=20000 is the long run, which draws others each time;
EYECAMP_SEED repeats one.
"""

import gc
import os
import random
import re
from hashlib import sha256
from pathlib import Path

import psutil
import pytest
from support.chance import seed
from support.data_sets import an_instance
from support.dicomwebs import BOUNDARY, file_of, related, stow
from support.restclient import web
from support.samples import samples

MESSAGES = int(os.environ.get("EYECAMP_MESSAGES", "500"))
SEED = seed()
KIND, WHOLE = related(*(file_of(an_instance(number=number)) for number in (1, 2, 3)))
DELIMITER = f"\r\n--{BOUNDARY}".encode()
HEADS = [found.start() for found in re.finditer(re.escape(DELIMITER[2:]), WHOLE)]
SPLICES = [DELIMITER, DELIMITER + b"--\r\n", DELIMITER + b"\r\n\r\n", b"\r\n", b"\r\n\r\n", b"--", b":", b"\0", b"DICM"]
FLAT = 32 << 20
"""Bytes that the process may have grown by after its first fifth."""


def mutated(rng: random.Random) -> bytes:
    data = bytearray(WHOLE)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        at = (
            min(len(data) - 1, rng.choice(HEADS) + rng.randrange(80))
            if rng.random() < 0.5
            else rng.randrange(len(data))
        )
        kind = rng.randrange(5)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            del data[at : at + rng.randrange(1, 9)]
        elif kind == 2:
            data[at:at] = rng.randbytes(rng.randrange(1, 9))
        elif kind == 3:
            data[at:at] = rng.choice(SPLICES)
        else:
            data[at:at] = data[at : at + rng.randrange(400)]
    return bytes(data[: rng.randrange(len(data))] if rng.random() < 0.3 else data)


def in_pieces(rng: random.Random, body: bytes):
    """With a length, or in chunks of any size."""
    if rng.random() < 0.5:
        return body
    size = rng.choice((1, 7, 64, 1000))
    return (body[at : at + size] for at in range(0, len(body), size))


def whole_parts(body: bytes) -> set[str]:
    """The digests of everything that could be a part: from the end of some header to some delimiter. By no parser of ours."""
    starts = [found.end() for found in re.finditer(rb"(?=\r\n\r\n)....", body, re.DOTALL)]
    ends = [found.start() for found in re.finditer(re.escape(DELIMITER), body)]
    return {sha256(body[start:end]).hexdigest() for start in starts for end in ends if start <= end}


def vaulted(store) -> set[str]:
    """The digests of all that is kept: a file of the vault is named by the digest of its plain bytes."""
    return {path.name for path in (store.folder / "vault").rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_no_changed_message_is_our_fault_or_leaves_half_a_picture(tmp_path: Path) -> None:
    rng, allowed, grown = random.Random(SEED), set(), 0
    with web(tmp_path) as (known, store):
        for number in range(MESSAGES):
            body = mutated(rng)
            allowed |= whole_parts(body)
            answer = known.post("/dicom-web/studies", content=in_pieces(rng, body), headers={"Content-Type": KIND})
            assert answer.status_code < 500, f"EYECAMP_SEED={SEED}: {answer.text}"
            if number % 250 == 0:
                assert vaulted(store) <= allowed, f"EYECAMP_SEED={SEED}"
            if number == MESSAGES // 5:
                gc.collect()
                grown = psutil.Process().memory_info().rss
        kept = vaulted(store)
        assert kept <= allowed, f"EYECAMP_SEED={SEED}"
        assert len(kept) > MESSAGES // 50  # what was whole in spite of all was kept
        gc.collect()
        assert psutil.Process().memory_info().rss - grown < FLAT


def test_the_message_itself_is_a_good_one(tmp_path: Path) -> None:
    with web(tmp_path) as (known, store):
        answer = known.post("/dicom-web/studies", content=WHOLE, headers={"Content-Type": KIND})
        assert answer.status_code == 200
        assert len(vaulted(store)) == 3
        assert vaulted(store) <= whole_parts(WHOLE)


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (known, store):
        yield known, store


REAL = samples("multipart/http", "*.http") + samples("multipart/dicer", "*/original")


@pytest.mark.data
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem if path.suffix else path.parent.name)
def test_a_real_message_of_another_kind_is_the_senders_fault_wherever_it_is_cut(station, path: Path) -> None:
    known, store = station
    body = path.read_bytes()
    boundary = re.match(rb"(?:.*?\r\n)??--([^\r\n]+)\r\n", body, re.DOTALL)[1].decode()
    kind = f'multipart/related; type="application/dicom"; boundary="{boundary}"'
    for cut in {len(body), *range(0, len(body), max(1, len(body) // 40))}:
        answer = known.post("/dicom-web/studies", content=body[:cut], headers={"Content-Type": kind})
        assert answer.status_code in (400, 409), (cut, answer.text)
    assert vaulted(store) == set()


def test_a_part_that_was_cut_is_never_stored_however_late(station) -> None:
    known, store = station
    body = related(file_of(an_instance(number=9)))[1]
    for cut in range(body.rindex(DELIMITER) - 3, body.rindex(DELIMITER) + len(DELIMITER)):
        assert known.post("/dicom-web/studies", content=body[:cut], headers={"Content-Type": KIND}).status_code == 400
    assert vaulted(store) == set()
    assert stow(known, file_of(an_instance(number=9))).status_code == 200
