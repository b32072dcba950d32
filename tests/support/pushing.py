"""A laptop in a process of its own, so that it can be killed: ``python pushing.py FOLDER URL`` makes one pass."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve()


def start(folder: Path, url: str) -> "subprocess.Popen[bytes]":
    """Begin a pass in another process."""
    roots = [str(HERE.parents[1]), str(HERE.parents[2])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(roots)}
    return subprocess.Popen([sys.executable, str(HERE), str(folder), url], env=environment)


def main(folder: str, url: str) -> None:
    from support.stations import a_store

    from sync import outbox
    from sync.engine import SyncService
    from sync.headquarters import HttpHeadquarters

    store = a_store(Path(folder), chains=[outbox.MIGRATIONS])
    service = SyncService(store, lambda: HttpHeadquarters(url), headquarters=url)
    service.once()
    service.stop(5)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
