"""One file that travels on a stick: the vault's own form (magic, salt, chunks of AES-256-GCM), under a passphrase of its own.

The key is argon2id(passphrase, salt), so no two files share one. A file has its name only when it is whole, on the stick, and was
read back. Refuses to leave half a file behind where that can be helped.
"""

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from resources.problems import Damaged, Invalid, Locked, Problem, StorageFull, Unavailable
from resources.store.keys import stretch, sync_folder
from resources.store.vault import CHUNK, MAGIC, SALT, VaultFile, nonce_of

SUFFIX = ".eyecamp"
SHORTEST = 8
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def is_sealed(path: Path) -> bool:
    """Whether a file says that it is one of these."""
    try:
        with path.open("rb") as file:
            return path.suffix == SUFFIX and file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


class SealedFile:
    """Bytes on their way to a stick. Ends by ``keep`` or by ``discard``."""

    def __init__(self, path: Path, passphrase: str, rng: Callable[[int], bytes] = os.urandom) -> None:
        """Raises Invalid for a passphrase that anybody could guess, Unavailable where nothing can be written."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if len(passphrase) < SHORTEST:
            raise Invalid(f"A passphrase for a stick needs at least {SHORTEST} characters.")
        salt = rng(SALT)
        self.path, self._part = path, path.with_name(path.name + ".part")
        self._cipher = AESGCM(stretch(passphrase, salt))
        self._passphrase = passphrase
        self._buffer, self._chunks, self._digest = bytearray(), 0, hashlib.sha256()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.fdopen(os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb", buffering=0)
        except OSError as reason:
            raise stick_problem(reason) from reason
        self._put(MAGIC + salt)

    def write(self, data: bytes) -> None:
        """The next plain bytes. Raises StorageFull or Unavailable; the file is then of no more use."""
        self._digest.update(data)
        self._buffer += data
        while len(self._buffer) > CHUNK:
            self._seal(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]

    def keep(self) -> None:
        """Write what is left, make it survive, read all of it back, and only then give the file its name."""
        self._seal(bytes(self._buffer), last=True)
        try:
            os.fsync(self._file.fileno())
            _forget_what_was_written(self._file.fileno())
            self._file.close()
            self._read_back()
            self._part.replace(self.path)
            _sync_names(self.path.parent)
        except OSError as reason:
            raise stick_problem(reason) from reason

    def discard(self) -> None:
        """Nobody is to take this for a bundle."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self._put(self._cipher.encrypt(nonce_of(self._chunks, last=last), plain, MAGIC))
        self._chunks += 1

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[self._file.write(view) or 0 :]
        except OSError as reason:
            raise stick_problem(reason) from reason

    def _read_back(self) -> None:
        seen = hashlib.sha256()
        with self._part.open("rb") as file:
            plain = VaultFile(file, lambda _: self._cipher)
            while piece := plain.read(CHUNK):
                seen.update(piece)
        if seen.digest() != self._digest.digest():
            raise Damaged("The stick does not give back what was written. Use another one.")


def _forget_what_was_written(descriptor: int) -> None:
    """So that it is read back from the stick and not from memory, where the system has a call for that (Windows has none)."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _sync_names(folder: Path) -> None:
    """Not every driver of a stick can sync a folder: then the name is there when the stick is taken out properly."""
    try:
        sync_folder(folder)
    except OSError as reason:
        if reason.errno not in CANNOT:
            raise


def open_sealed(path: Path, passphrase: str) -> BinaryIO:
    """A stream over the plain bytes; each chunk is authenticated before a byte of it is given out.

    Raises Locked when the passphrase does not open it, Damaged for a file that is cut or changed (while reading, too).
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        file = path.open("rb")
    except OSError as reason:
        raise stick_problem(reason) from reason
    try:
        stream = VaultFile(file, lambda salt: AESGCM(stretch(passphrase, salt)))
    except BaseException:
        file.close()
        raise
    if stream.size:
        _try_key(stream, path)
    return cast(BinaryIO, stream)


def _try_key(stream: VaultFile, path: Path) -> None:
    try:
        stream.read(1)
        stream.seek(0)
    except Damaged as reason:
        stream.close()
        raise Locked(f"The passphrase does not open {path.name}, or its beginning is damaged.") from reason


def stick_problem(reason: OSError) -> Problem:
    """What a failing stick says to a person."""
    if reason.errno in FULL:
        return StorageFull("The stick is full. Use a larger one, or make room on it; nothing on it counts yet.")
    if reason.errno == errno.EROFS:
        return Unavailable("The stick is write-protected.")
    return Unavailable("The stick was pulled out, or cannot be written or read.")
