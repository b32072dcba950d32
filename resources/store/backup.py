"""A copy of the whole station on a stick: as encrypted as the original, and read back before it is called done."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resources.problems import Conflict, Damaged, NotFound
from resources.store.keys import KEYS_FILE, sync_folder
from resources.store.store import Store
from resources.store.vault import problem_of

MANIFEST = "backup.json"
DATABASE = "station.db"
BLOCK = 1 << 20


@dataclass(frozen=True)
class Copied:
    """How much was copied and read back."""

    files: int
    size: int


def backup(store: Store, target: Path) -> Copied:
    """Copy database, keys and vault into ``target``; what is there already, whole, is not copied again.

    Raises Conflict for a folder that holds something else, StorageFull or Damaged when the copy is not what it must be.
    """
    if target.exists() and any(target.iterdir()) and not (target / KEYS_FILE).exists():
        raise Conflict("That folder holds other things. Choose an empty one, or the folder of an earlier backup.")
    try:
        return _backup(store, target)
    except OSError as reason:
        raise problem_of(reason) from reason


def _backup(store: Store, target: Path) -> Copied:
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    (target / MANIFEST).unlink(missing_ok=True)
    store.database.copy_to(target / f"{DATABASE}.part")
    (target / f"{DATABASE}.part").replace(target / DATABASE)
    _copy(store.folder / KEYS_FILE, target / KEYS_FILE)
    digests = {name: _sha256(target / name) for name in (DATABASE, KEYS_FILE)}
    size = sum((target / name).stat().st_size for name in digests)
    for digest in store.vault.files():
        source = store.vault.path(digest)
        copy = target / "vault" / digest[:2] / digest
        if not copy.exists() or copy.stat().st_size != source.stat().st_size:
            _copy(source, copy)
        name = copy.relative_to(target).as_posix()
        digests[name] = _sha256(source)
        if _sha256(copy) != digests[name]:
            raise Damaged("A copied picture is not the same as the original. Use another stick.")
        size += copy.stat().st_size
    _write(target / MANIFEST, json.dumps({"version": 1, "sha256": digests}))
    sync_folder(target)
    return Copied(len(digests), size)


def restore(source: Path, folder: Path) -> Copied:
    """Make a station in the empty ``folder`` from a backup. It must choose a new letter before it numbers anyone."""
    if folder.exists() and any(folder.iterdir()):
        raise Conflict("There is something in that folder already. A backup is restored into an empty one.")
    names = dict(_manifest(source))
    try:
        for name, digest in names.items():
            if _sha256(source / name) != digest:
                raise Damaged(f"The backup is damaged: {name} is not what was written.")
            _copy(source / name, folder / name)
    except FileNotFoundError as reason:
        raise Damaged("The backup is not whole: a file is missing.") from reason
    except OSError as reason:
        raise problem_of(reason) from reason
    return Copied(len(names), sum((folder / name).stat().st_size for name in names))


def _manifest(source: Path) -> Iterator[tuple[str, str]]:
    try:
        content = json.loads((source / MANIFEST).read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise NotFound("That folder does not hold a finished backup.") from reason
    for name, digest in content.items():
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise Damaged("The backup names a file outside its folder.")
        yield str(name), str(digest)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_name(target.name + ".part")
    with (
        source.open("rb") as original,
        os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as copy,
    ):
        shutil.copyfileobj(original, copy, BLOCK)
        copy.flush()
        os.fsync(copy.fileno())
    part.replace(target)
    sync_folder(target.parent)


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
