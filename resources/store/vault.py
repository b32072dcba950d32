"""Write-once files, named by the sha256 of their plain bytes and encrypted on disk. Knows nothing of patients or pictures.

A file is ``magic | salt | chunk…``: each chunk is 1 MiB of plain bytes (the last one less) under AES-256-GCM with a key of the
file's own (HKDF of the vault key and the salt); the nonce is the chunk's number and a last-chunk flag, so that chunks can
neither be swapped nor cut off unseen (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).

What a camera sends and is too small to be worth a file lies in the database instead (``drawer.py``); it is read here alike.
"""

import contextlib
import errno
import hashlib
import io
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from resources.problems import Damaged, NotFound, Problem, StorageFull
from resources.store.keys import sync_folder

CHUNK = 1 << 20
TAG = 16
MAGIC = b"EYECAMP1"
SALT = 32
HEAD = len(MAGIC) + SALT
SMALL = 32 << 10
"""Plain bytes up to which a picture needs no file: two syncs less to wait for, which is most of what a small one costs."""
SPARE = 4
"""Pairs of buffers that are kept between pictures: as many as cameras usually send at once."""
Buffers = tuple[memoryview, memoryview]
AWAY = "The original of this picture was left at headquarters and is not on this laptop."
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that are safely kept. Digests are sha256 in lower-case hex; ``size`` is of the plain bytes."""

    digest: str
    data_set_digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Small:
    """All bytes of something small. NOT kept yet: ``drawer.keep`` writes them in the transaction that speaks of them."""

    blob: Blob
    content: bytes


class Drawer(Protocol):
    """Where small bytes lie; each of these is one read of what was committed."""

    def content(self, digest: str) -> bytes | None:
        """All of them, if they are there."""

    def digests(self) -> Iterable[str]:
        """The names of all."""

    def is_away(self, digest: str) -> bool:
        """Whether the file of that name was put away on purpose."""


def _begin_writing(file: int) -> None:
    """Let the disk work while more comes in, so that fsync has less to wait for. A hint: nothing counts as kept by it."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)


@dataclass(frozen=True)
class Disk:
    """What the vault asks of the operating system. Tests hand in one that takes notes, or that fails on purpose."""

    fsync: Callable[[int], None] = os.fsync
    sync_folder: Callable[[Path], None] = sync_folder
    replace: Callable[[Path, Path], None] = field(default=lambda old, new: old.replace(new) and None)
    begin: Callable[[int], None] = _begin_writing
    free: Callable[[Path], int] = field(default=lambda folder: shutil.disk_usage(folder).free)
    total: Callable[[Path], int] = field(default=lambda folder: shutil.disk_usage(folder).total)
    unlink: Callable[[Path], None] = Path.unlink


class Vault:
    """The folder of bytes. Every method may be called from any thread."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        *,
        floor_bytes: int = 0,
        disk: Disk | None = None,
        rng: Callable[[int], bytes] = os.urandom,
        drawer: Drawer | None = None,
    ) -> None:
        self.folder = folder
        self.floor_bytes = floor_bytes
        self.disk = disk or Disk()
        self._key = key
        self._rng = rng
        self._drawer = drawer
        self._spare: deque[Buffers] = deque(maxlen=SPARE)
        self._prepare()

    def _prepare(self) -> None:
        """``parts`` comes last: where it is, the others were synced, even if whoever made them was killed on the way."""
        if (self.folder / "ff").is_dir() and (self.folder / "parts").is_dir():
            return
        for number in range(256):
            (self.folder / f"{number:02x}").mkdir(parents=True, exist_ok=True, mode=0o700)
        self.disk.sync_folder(self.folder)
        self.disk.sync_folder(self.folder.parent)
        (self.folder / "parts").mkdir(exist_ok=True, mode=0o700)

    def receive(self) -> "Part":
        """A place for bytes that are coming in. Raises StorageFull when the disk is at its floor."""
        if self.is_full:
            raise StorageFull("This laptop has no room for more pictures. Free some space, then send again.")
        return Part(self)

    def begin_file(self) -> "PartFile":
        """A fresh file for a part, with its salt written."""
        salt = self._rng(SALT)
        path = self.folder / "parts" / f"{self._rng(8).hex()}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with _disk_problems():
            file = os.fdopen(os.open(path, flags, 0o600), "wb", buffering=0)
            file.write(MAGIC + salt)
        return PartFile(path, file, self.cipher(salt))

    @property
    def is_full(self) -> bool:
        """Whether the disk is at its floor, so that nothing more is taken."""
        return bool(self.floor_bytes) and self.disk.free(self.folder) < self.floor_bytes

    def admit(self, source: bytes | BinaryIO, *, data_set_offset: int = 0) -> Blob:
        """Keep bytes that are already here. The data-set digest runs from ``data_set_offset``."""
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        part = self.receive()
        try:
            if data_set_offset:
                part.write(stream.read(data_set_offset))
            part.begin_data_set()
            while piece := stream.read(CHUNK):
                part.write(piece)
            return part.keep()
        except BaseException:
            part.discard()
            raise

    def open(self, digest: str) -> BinaryIO:
        """A readable, seekable stream over the plain bytes. Raises NotFound, or Damaged while reading."""
        return cast(BinaryIO, self._open(digest))

    def open_at(self, path: Path) -> BinaryIO:
        """The plain bytes of a file that ``Part.keep_as`` put there. Raises NotFound, or Damaged, also while reading."""
        try:
            return cast(BinaryIO, VaultFile(path.open("rb"), self.cipher))
        except FileNotFoundError as reason:
            raise NotFound("These bytes are not on this laptop any more.") from reason

    def _open(self, digest: str) -> "VaultFile | io.BytesIO":
        try:
            return VaultFile(self.path(digest).open("rb"), self.cipher)
        except FileNotFoundError as reason:
            content = self._small(digest)
            if content is None:
                why = AWAY if self.is_away(digest) else "The bytes of this picture are not on this laptop."
                raise NotFound(why) from reason
            return io.BytesIO(content)

    def _small(self, digest: str) -> bytes | None:
        return self._drawer.content(digest) if self._drawer is not None else None

    def read(self, digest: str) -> bytes:
        """All plain bytes at once, for small things."""
        with self.open(digest) as stream:
            return stream.read()

    def size(self, digest: str) -> int:
        """How many plain bytes."""
        with self._open(digest) as stream:
            return stream.seek(0, io.SEEK_END)

    def holds(self, digest: str) -> bool:
        """Whether bytes of that name are there."""
        return self.path(digest).exists() or self._small(digest) is not None

    def is_away(self, digest: str) -> bool:
        """Whether the file of that name was put away, and is not here again."""
        gone = self._drawer is not None and not self.path(digest).exists()
        return gone and self._drawer is not None and self._drawer.is_away(digest)

    def put_away(self, digest: str) -> None:
        """Remove a file that a row says can be had elsewhere, for good: after this not even a power cut brings it back."""
        path = self.path(digest)
        with _disk_problems():
            self.disk.unlink(path)
            self.disk.sync_folder(path.parent)

    def verify(self, digest: str) -> None:
        """Read everything and compare with the name. Raises NotFound or Damaged."""
        seen = hashlib.sha256()
        with self.open(digest) as stream:
            while piece := stream.read(CHUNK):
                seen.update(piece)
        if seen.hexdigest() != digest:
            raise Damaged("The bytes of a picture are not those that came in.")

    def drop(self, digest: str) -> None:
        """Remove a file that no row speaks of, because the same object is kept under another name."""
        self.path(digest).unlink(missing_ok=True)

    def digests(self) -> Iterator[str]:
        """The names of all that is kept, in files or not; what is in both may come twice."""
        yield from self.files()
        yield from self._drawer.digests() if self._drawer is not None else ()

    def settle(self, digest: str) -> None:
        """Make sure of a name that a killed station may have given without having made sure of it."""
        with _disk_problems():
            self.disk.sync_folder(self.path(digest).parent)

    def files(self) -> Iterator[str]:
        """The names of all files."""
        for folder in sorted(self.folder.iterdir()):
            if len(folder.name) == 2:
                yield from (path.name for path in sorted(folder.iterdir()))

    def lend(self) -> Buffers:
        """Room for one chunk, plain and sealed; used again and again, since fresh memory costs as much as encrypting it."""
        try:
            return self._spare.pop()
        except IndexError:
            return memoryview(bytearray(CHUNK)), memoryview(bytearray(CHUNK + TAG))

    def take_back(self, buffers: Buffers) -> None:
        """What was lent; a few are kept."""
        self._spare.append(buffers)

    def sweep(self) -> int:
        """Remove what a crash left half-written; nothing of it was ever acknowledged. How many files went."""
        parts = list((self.folder / "parts").iterdir())
        for path in parts:
            path.unlink(missing_ok=True)
        return len(parts)

    def path(self, digest: str) -> Path:
        """Where a file of that name lies. The name is checked, so that nobody can climb out of the folder."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise NotFound("That is not the name of stored bytes.")
        return self.folder / digest[:2] / digest

    def cipher(self, salt: bytes) -> Any:
        """The key of one file, for parts and files of this vault."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return AESGCM(HKDF(SHA256(), 32, salt=salt, info=b"eyecamp/vault file").derive(self._key))


@dataclass(frozen=True, slots=True)
class PartFile:
    """Where a part is written, and its key."""

    path: Path
    file: io.FileIO
    cipher: Any


class Part:
    """Bytes on their way in. Ends by ``keep``, ``finish`` or ``discard``; used by one thread at a time.

    Its file begins with the first chunk that is full, or when it is kept: what is small enough never has one.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._out: PartFile | None = None
        self._digest = hashlib.sha256()
        self._data_set_digest: Any = None
        self._buffers: Buffers | None = vault.lend()
        self._plain, self._sealed = self._buffers
        self._filled = 0
        self._chunks = 0
        self.size = 0

    def begin_data_set(self) -> None:
        """From the next byte on, the data-set digest counts too (what stands before is file meta)."""
        self._data_set_digest = hashlib.sha256()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Take the next bytes. Raises StorageFull; the part is then of no more use."""
        self._digest.update(data)
        if self._data_set_digest is not None:
            self._data_set_digest.update(data)
        self.size += len(data)
        rest = memoryview(data)
        while rest:
            if self._filled == CHUNK:
                self._put(last=False)
            taken = rest[: CHUNK - self._filled]
            self._plain[self._filled : self._filled + len(taken)] = taken
            self._filled += len(taken)
            rest = rest[len(taken) :]

    def _put(self, *, last: bool) -> PartFile:
        """Seal what is filled, in place: the same two buffers serve every chunk."""
        out = self._out = self._out or self._vault.begin_file()
        sealed = self._sealed[: self._filled + TAG]
        out.cipher.encrypt_into(nonce_of(self._chunks, last=last), self._plain[: self._filled], MAGIC, sealed)
        with _disk_problems():
            _write_all(out.file, sealed)
            if not last:
                self._vault.disk.begin(out.file.fileno())
        self._chunks += 1
        self._filled = 0
        return out

    def finish(self) -> Blob | Small:
        """As ``keep``, but bytes that are too small for a file are given back, for the transaction that speaks of them."""
        if self._out is not None or self._filled > SMALL:
            return self.keep()
        content = bytes(self._plain[: self._filled])
        self._give_back()
        return Small(self._blob(), content)

    def keep(self) -> Blob:
        """Make the bytes survive a power cut, under their name: write, fsync, rename, fsync the folder."""
        blob = self._blob()
        home = self._vault.path(blob.digest)
        self._settle(home, is_there=home.exists())
        return blob

    def keep_as(self, home: Path) -> None:
        """The same, in a place that is not named by the bytes; whatever lay there is replaced."""
        self._settle(home, is_there=False)

    def _settle(self, home: Path, *, is_there: bool) -> None:
        with _disk_problems():
            out = self._put(last=True)
            self._vault.disk.fsync(out.file.fileno())
            out.file.close()
            if is_there:
                out.path.unlink()
            else:
                self._vault.disk.replace(out.path, home)
            self._vault.disk.sync_folder(home.parent)
        self._give_back()

    def _blob(self) -> Blob:
        digest = self._digest.hexdigest()
        return Blob(digest, self._data_set_digest.hexdigest() if self._data_set_digest else digest, self.size)

    def seal(self) -> None:
        """No more comes. The bytes can be read with ``reread`` until they are discarded; they are never kept."""
        if self._buffers is not None:
            self._put(last=True).file.close()
            self._give_back()

    def reread(self) -> BinaryIO:
        """The sealed bytes: a place to put things together, encrypted as all else."""
        self.seal()
        assert self._out is not None  # sealing has begun it
        return cast(BinaryIO, VaultFile(self._out.path.open("rb"), self._vault.cipher))

    def discard(self) -> None:
        """Forget the bytes: nobody was told that they are kept."""
        self._give_back()
        if self._out is not None:
            self._out.file.close()
            self._out.path.unlink(missing_ok=True)

    def _give_back(self) -> None:
        buffers, self._buffers = self._buffers, None
        if buffers is not None:
            self._vault.take_back(buffers)


class VaultFile(io.BufferedIOBase):
    """The plain bytes of one file, readable and seekable; decrypts a chunk at a time."""

    def __init__(self, file: io.BufferedReader, cipher_for: Callable[[bytes], Any]) -> None:
        self._file = file
        head = file.read(HEAD)
        if len(head) != HEAD or not head.startswith(MAGIC):
            file.close()
            raise Damaged("A stored file does not begin as it should.")
        self._cipher = cipher_for(head[len(MAGIC) :])
        body = os.fstat(file.fileno()).st_size - HEAD
        self._chunks = max(1, -(-body // (CHUNK + TAG)))
        self.size = body - TAG * self._chunks
        self._at = 0
        self._number = -1
        self._chunk = b""
        if body - (self._chunks - 1) * (CHUNK + TAG) < TAG:
            file.close()
            raise Damaged("A stored file is shorter than it should be.")

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Offset in the plain bytes."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move; costs nothing until the next read."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        """Up to ``size`` plain bytes, all of the rest by default."""
        left = max(0, self.size - self._at)
        wanted = left if size is None or size < 0 else min(size, left)
        pieces = []
        while wanted > 0:
            piece = self._piece(wanted)
            pieces.append(piece)
            wanted -= len(piece)
            self._at += len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def read1(self, size: int = -1) -> bytes:
        """As ``read``, but at most to the end of a chunk."""
        left = max(0, self.size - self._at)
        wanted = left if size < 0 else min(size, left)
        piece = self._piece(wanted) if wanted else b""
        self._at += len(piece)
        return piece

    def readinto(self, buffer: Any) -> int:
        """As ``read``, into a buffer."""
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def _piece(self, wanted: int) -> bytes:
        number, offset = divmod(self._at, CHUNK)
        if number != self._number:
            self._chunk = self._decrypt(number)
            self._number = number
        return self._chunk[offset : offset + wanted]

    def _decrypt(self, number: int) -> bytes:
        from cryptography.exceptions import InvalidTag

        self._file.seek(HEAD + number * (CHUNK + TAG))
        sealed = self._file.read(CHUNK + TAG)
        try:
            plain: bytes = self._cipher.decrypt(nonce_of(number, last=number == self._chunks - 1), sealed, MAGIC)
        except (InvalidTag, ValueError) as reason:
            raise Damaged("A stored file was changed on the disk, or the key is another station's.") from reason
        return plain

    def close(self) -> None:
        """Close the file and forget the chunk."""
        self._chunk = b""
        self._file.close()
        super().close()


class _disk_problems:  # noqa: N801 - reads as a phrase at the call
    """The one place where the disk's own errors become Problems."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, reason: BaseException | None, trace: object) -> None:
        if isinstance(reason, OSError):
            raise problem_of(reason) from reason


def problem_of(reason: OSError) -> Problem:
    """StorageFull when there is no room, Damaged when the disk fails otherwise."""
    if reason.errno in FULL:
        return StorageFull("This laptop has no room for more pictures. Free some space, then send again.")
    return Damaged("The disk of this laptop could not keep the picture.")


def _write_all(file: io.FileIO, view: memoryview) -> None:
    while view:
        view = view[file.write(view) or 0 :]


def nonce_of(number: int, *, last: bool) -> bytes:
    """The nonce of one chunk of a file."""
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
