"""The file on a stick: whole, or refused with a sentence."""

import shutil
from pathlib import Path
from random import Random

import pytest

from resources.problems import Damaged, Invalid, Locked, Unavailable
from resources.store.sealed import SUFFIX, SealedFile, is_sealed, open_sealed
from resources.store.vault import CHUNK, MAGIC, SALT, TAG

SECRET = "river mango lantern"


def sealed(path: Path, plain: bytes, secret: str = SECRET) -> Path:
    file = SealedFile(path, secret, Random(1).randbytes)
    for start in range(0, len(plain), 700_001):
        file.write(plain[start : start + 700_001])
    file.keep()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"one{SUFFIX}"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_was_written_comes_out_and_nothing_of_it_can_be_read_on_the_stick(path: Path, size: int) -> None:
    plain = (b"Lakshmi Devi " * (size // 13 + 1))[:size]
    sealed(path, plain)
    assert is_sealed(path) and b"Lakshmi" not in path.read_bytes()
    with open_sealed(path, SECRET) as stream:
        assert stream.read() == plain
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_another_passphrase_opens_nothing_and_a_short_one_makes_nothing(path: Path) -> None:
    sealed(path, b"x")
    with pytest.raises(Locked):
        open_sealed(path, "river mango lanterns")
    with pytest.raises(Invalid):
        SealedFile(path.with_name("other"), "short")


def damaged(path: Path, plain: bytes, how: str) -> None:
    whole = sealed(path, plain).read_bytes()
    first = len(MAGIC) + SALT
    chunk = CHUNK + TAG
    changed = {
        "cut in a chunk": whole[:-10],
        "cut between chunks": whole[: first + chunk],
        "a bit of the last chunk": whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:],
        "chunks exchanged": whole[: first + chunk] + whole[first + 2 * chunk : first + 3 * chunk]
        + whole[first + chunk : first + 2 * chunk] + whole[first + 3 * chunk :],
    }[how]  # fmt: skip
    path.write_bytes(changed)


@pytest.mark.parametrize("how", ["cut in a chunk", "cut between chunks", "a bit of the last chunk", "chunks exchanged"])
def test_damage_anywhere_is_noticed(path: Path, how: str) -> None:
    damaged(path, bytes(3 * CHUNK + 5), how)
    with pytest.raises((Damaged, Locked)), open_sealed(path, SECRET) as stream:
        while stream.read(CHUNK):
            pass


def test_a_stick_that_was_pulled_out_is_a_sentence_and_leaves_no_name(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    file = SealedFile(stick / f"one{SUFFIX}", SECRET)
    file.write(b"x" * 100)
    shutil.rmtree(stick)
    with pytest.raises(Unavailable, match="pulled out"):
        file.keep()
    file.discard()
    assert not stick.exists()


def test_a_folder_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unavailable):
        SealedFile(tmp_path / "file" / "one", SECRET)


def test_other_files_are_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / f"x{SUFFIX}").write_bytes(b"something else")
    assert not is_sealed(tmp_path / f"x{SUFFIX}") and not is_sealed(tmp_path / "absent.eyecamp")
