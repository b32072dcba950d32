"""Who may open the station: one random data key, wrapped by a passphrase, by the system's keyring, or by a key file.

The data key itself is never written in the clear. What it opens is derived from it by HKDF-SHA256 (RFC 5869), one key per use.
"""

import base64
import contextlib
import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resources.problems import Invalid, Locked

KEYS_FILE = "keys.json"
KEY_BYTES = 32
SERVICE = "eyecamp"
Random = Callable[[int], bytes]
"""``rng(n)`` gives n unpredictable bytes: ``os.urandom``, or a seeded one in tests."""


@dataclass(frozen=True)
class DataKey:
    """The random 32 bytes under which everything on this laptop lies."""

    secret: bytes

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, e.g. ``database``."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"eyecamp/" + purpose.encode()).derive(self.secret)

    def __repr__(self) -> str:
        return "DataKey(…)"


@dataclass(frozen=True)
class Passphrase:
    """Something a person knows; argon2id (RFC 9106) makes guessing slow."""

    text: str


@dataclass(frozen=True)
class KeyFile:
    """A file only its owner may read, for kiosks and tests. It is made when a new station is."""

    path: Path


@dataclass(frozen=True)
class SystemKeyring:
    """The keyring of the desktop session, where there is one."""


Opener = Passphrase | KeyFile | SystemKeyring


def unlock(folder: Path, opener: Opener, rng: Random = os.urandom) -> DataKey:
    """The data key of the station in ``folder``; a new station gets a new one. Raises Locked when the opener does not fit."""
    path = folder / KEYS_FILE
    if not path.exists():
        if any((folder / name).exists() for name in ("station.db", "vault")):
            raise Locked(f"The key of this station is missing: {KEYS_FILE} is not beside its database.")
        key = DataKey(rng(KEY_BYTES))
        _write(path, [_wrap(key, opener, rng)])
        return key
    return _unwrap(_read(path), opener)


def add_opener(folder: Path, key: DataKey, opener: Opener, rng: Random = os.urandom) -> None:
    """Let another passphrase, keyring or key file open the same station."""
    path = folder / KEYS_FILE
    wraps = [wrap for wrap in _read(path) if wrap["by"] != _name(opener)]
    _write(path, [*wraps, _wrap(key, opener, rng)])


def has_station(folder: Path) -> bool:
    """Whether a station was ever set up here."""
    return (folder / KEYS_FILE).exists()


def ways_in(folder: Path) -> set[str]:
    """Which kinds of opener fit: passphrase, keyring, file."""
    path = folder / KEYS_FILE
    return {str(wrap["by"]) for wrap in _read(path)} if path.exists() else set()


def _name(opener: Opener) -> str:
    return {Passphrase: "passphrase", KeyFile: "file", SystemKeyring: "keyring"}[type(opener)]


def _wrap(key: DataKey, opener: Opener, rng: Random) -> dict[str, Any]:
    salt, nonce = rng(16), rng(12)
    wrapping = _wrapping_key(opener, salt, rng, make=True)
    sealed = _gcm(wrapping).encrypt(nonce, key.secret, b"eyecamp data key")
    return {"by": _name(opener), "salt": _text(salt), "nonce": _text(nonce), "sealed": _text(sealed)}


def _unwrap(wraps: list[dict[str, Any]], opener: Opener) -> DataKey:
    from cryptography.exceptions import InvalidTag

    for wrap in wraps:
        if wrap["by"] != _name(opener):
            continue
        salt, nonce, sealed = (base64.b64decode(wrap[part]) for part in ("salt", "nonce", "sealed"))
        try:
            return DataKey(
                _gcm(_wrapping_key(opener, salt, os.urandom, make=False)).decrypt(nonce, sealed, b"eyecamp data key")
            )
        except InvalidTag as reason:
            raise Locked(_NO_FIT[wrap["by"]]) from reason
    raise Locked(
        f"This station opens by {' or '.join(sorted(str(wrap['by']) for wrap in wraps))}, not by {_name(opener)}."
    )


_NO_FIT = {
    "passphrase": "That passphrase does not open this station.",
    "file": "That key file does not open this station.",
    "keyring": "The key in this computer's keyring does not open this station.",
}


def _wrapping_key(opener: Opener, salt: bytes, rng: Random, *, make: bool) -> bytes:
    if isinstance(opener, Passphrase):
        return stretch(opener.text, salt)
    if isinstance(opener, KeyFile):
        return _key_file(opener.path, rng, make=make)
    return _from_keyring(salt, rng, make=make)


def stretch(passphrase: str, salt: bytes) -> bytes:
    """32 bytes of key from something a person knows (argon2id, RFC 9106). Raises Invalid for one that is too short."""
    from argon2.low_level import Type, hash_secret_raw

    if len(passphrase) < 4:
        raise Invalid("A passphrase needs at least four characters.")
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=3,
        memory_cost=65536,
        parallelism=4,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _key_file(path: Path, rng: Random, *, make: bool) -> bytes:
    if not path.exists():
        if not make:
            raise Locked(f"The key file {path.name} is not there.")
        _keep_private(path, rng(KEY_BYTES).hex() + "\n")
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Locked(f"The key file {path.name} may be read by others. Make it private: chmod 600.")
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError as reason:
        raise Locked(f"The key file {path.name} does not hold a key.") from reason
    if len(key) != KEY_BYTES:
        raise Locked(f"The key file {path.name} does not hold a key.")
    return key


def _from_keyring(salt: bytes, rng: Random, *, make: bool) -> bytes:
    import keyring
    import keyring.errors

    entry = f"station {salt.hex()}"
    try:
        if make:
            keyring.set_password(SERVICE, entry, rng(KEY_BYTES).hex())
        kept = keyring.get_password(SERVICE, entry)
    except keyring.errors.KeyringError as reason:
        raise Locked("This computer has no keyring that can keep the key. Use a passphrase.") from reason
    if kept is None:
        raise Locked("The key is not in this computer's keyring. Use the passphrase.")
    return bytes.fromhex(kept)


def _gcm(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        return list(json.loads(path.read_text("utf-8"))["wraps"])
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Locked(f"{path.name} cannot be read, so this station cannot be opened.") from reason


def _write(path: Path, wraps: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _keep_private(path, json.dumps({"version": 1, "wraps": wraps}, indent=1))


def _keep_private(path: Path, text: str) -> None:
    """All of it or nothing, and for good: without its key, all that is kept could not be read after a power cut."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_way_to(folder: Path) -> None:
    """Make the folder itself survive a power cut, and those above it, which may be as new.

    Those that may not be read were not made by us.
    """
    sync_folder(folder)
    for above in folder.absolute().parents:
        with contextlib.suppress(OSError):
            sync_folder(above)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut. Windows has no such call, and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
