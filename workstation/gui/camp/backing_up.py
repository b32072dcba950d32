"""A backup for somebody at the desk: made, read back, and opened with the passphrase where one was given."""

from dataclasses import dataclass
from pathlib import Path

from resources.problems import Locked
from resources.store.backup import backup
from resources.store.keys import Passphrase, unlock
from resources.store.store import Store


@dataclass(frozen=True)
class BackedUp:
    """What came of it: every file was read back; ``was_opened`` when the passphrase fitted the copy too."""

    files: int
    size: int
    was_opened: bool = False
    was_refused: bool = False


def backed_up(store: Store, folder: Path, passphrase: str) -> BackedUp:
    """Copy everything into ``folder``. Raises Conflict, StorageFull or Damaged. Takes long: not for the GUI thread."""
    copied = backup(store, folder)
    if not passphrase:
        return BackedUp(copied.files, copied.size)
    try:
        unlock(folder, Passphrase(passphrase))
    except Locked:
        return BackedUp(copied.files, copied.size, was_refused=True)
    return BackedUp(copied.files, copied.size, was_opened=True)
