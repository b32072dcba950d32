"""The order of writing, and that nothing on the disk can be read, changed or cut without notice."""

import errno
import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.stations import seeded

from resources.problems import Damaged, NotFound, StorageFull
from resources.store.vault import CHUNK, Disk, Vault

KEY = b"k" * 32


def a_vault(folder, **options):
    return Vault(folder / "vault", KEY, rng=options.pop("rng", seeded()), **options)


class Notes:
    """A disk that writes down what it is asked, in order."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def disk(self) -> Disk:
        real = Disk()
        return Disk(
            fsync=lambda number: (self.calls.append("fsync"), real.fsync(number))[0],
            replace=lambda old, new: (self.calls.append("rename"), real.replace(old, new))[0],
            begin=lambda number: (self.calls.append("begin"), real.begin(number))[0],
            sync_folder=lambda folder: (self.calls.append(f"fsync {folder.name}"), real.sync_folder(folder))[0],
        )


def test_bytes_are_safe_before_their_name_is_given_out(tmp_path):
    notes = Notes()
    vault = a_vault(tmp_path, disk=notes.disk())
    notes.calls.clear()
    blob = vault.admit(b"a picture")
    assert notes.calls == ["fsync", "rename", f"fsync {blob.digest[:2]}"]


def test_the_disk_begins_while_more_comes_and_is_waited_for_all_the_same(tmp_path):
    notes = Notes()
    vault = a_vault(tmp_path, disk=notes.disk())
    notes.calls.clear()
    blob = vault.admit(seeded()(2 * CHUNK + 1))
    assert notes.calls == ["begin", "begin", "fsync", "rename", f"fsync {blob.digest[:2]}"]


def test_the_name_is_the_sha256_of_the_plain_bytes_and_the_file_is_not_plain(tmp_path):
    vault = a_vault(tmp_path)
    blob = vault.admit(b"Lakshmi Devi" * 10)
    assert blob.digest == hashlib.sha256(b"Lakshmi Devi" * 10).hexdigest()
    assert b"Lakshmi" not in vault.path(blob.digest).read_bytes()
    assert vault.path(blob.digest).stat().st_mode & 0o177 == 0


@settings(max_examples=40, deadline=None)
@given(
    size=st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5]),
    cuts=st.lists(st.integers(1, CHUNK), max_size=4),
    at=st.integers(0, 2 * CHUNK + 5),
    length=st.integers(0, CHUNK),
)
def test_any_piece_can_be_read_back(tmp_path_factory, size, cuts, at, length):
    vault = a_vault(tmp_path_factory.mktemp("v"))
    content = seeded(size)(size)
    part = vault.receive()
    rest = content
    for cut in cuts:
        part.write(memoryview(rest)[:cut])
        rest = rest[cut:]
    part.begin_data_set()
    part.write(rest)
    blob = part.keep()
    assert blob.size == size == vault.size(blob.digest)
    assert blob.data_set_digest == hashlib.sha256(rest).hexdigest()
    with vault.open(blob.digest) as stream:
        assert stream.read() == content
        stream.seek(at)
        assert stream.read(length) == content[at : at + length]
        stream.seek(-min(7, size), io.SEEK_END)
        assert stream.read() == content[max(0, size - 7) :]


@pytest.mark.parametrize("harm", ["flip", "cut", "cut a chunk", "empty"])
def test_harm_to_a_file_is_noticed(tmp_path, harm):
    vault = a_vault(tmp_path)
    blob = vault.admit(b"x" * (2 * CHUNK + 10))
    path = vault.path(blob.digest)
    content = bytearray(path.read_bytes())
    path.chmod(0o600)
    if harm == "flip":
        content[CHUNK] ^= 1
    path.write_bytes({"cut": content[:-3], "cut a chunk": content[: -(10 + 16)], "empty": b""}.get(harm, content))
    with pytest.raises(Damaged):
        vault.verify(blob.digest)


def test_another_stations_key_opens_nothing(tmp_path):
    blob = a_vault(tmp_path).admit(b"a picture")
    with pytest.raises(Damaged):
        Vault(tmp_path / "vault", b"o" * 32).read(blob.digest)


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path):
    def refuse(number):
        raise OSError(errno.ENOSPC, "no space")

    vault = a_vault(tmp_path, disk=Disk(fsync=refuse))
    with pytest.raises(StorageFull):
        vault.admit(b"a picture")
    assert list((tmp_path / "vault" / "parts").iterdir()) == []
    assert list(vault.digests()) == []


def test_the_floor_is_kept_free(tmp_path):
    vault = a_vault(tmp_path, floor_bytes=100, disk=Disk(free=lambda _: 99))
    with pytest.raises(StorageFull):
        vault.receive()


def test_what_was_half_written_is_swept(tmp_path):
    vault = a_vault(tmp_path)
    part = vault.receive()
    part.write(bytes(CHUNK + 1))
    assert vault.sweep() == 1
    part.discard()
    assert vault.sweep() == 0


@pytest.mark.parametrize("name", ["../keys.json", "A" * 64, "", "/etc/passwd", "0" * 63])
def test_a_name_cannot_climb_out_of_the_folder(tmp_path, name):
    with pytest.raises(NotFound):
        a_vault(tmp_path).open(name)
