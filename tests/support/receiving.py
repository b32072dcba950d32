"""A station as a process of its own: a store and a listener, to be measured or killed from outside.

Run as ``python receiving.py FOLDER OPTIONS``; writes its port once it listens and ends when its standard input does.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(32))


class StationProcess:
    """Start, ask for ``port``, then ``stop`` or ``kill``.

    Options: ``limits`` (fields of Limits), ``trusted`` and ``known`` (lists of addresses), ``tls`` (certificate and key).
    """

    def __init__(self, folder: Path, **options: Any) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, str(folder), json.dumps(options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def kill(self) -> None:
        """kill -9: what was not on the disk by then never was."""
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self._gone()

    def peak_memory(self) -> int:
        """The most bytes that were resident since the start (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

    def _gone(self) -> None:
        self.process.wait(20)
        for end in (self.process.stdin, self.process.stdout):
            if end is not None:
                end.close()


def main(folder: Path, options: dict[str, Any]) -> None:
    """Open, put in order what a crash left, listen, and wait for the end of standard input."""
    from resources.store import open_store
    from resources.store.checkup import sweep
    from resources.store.keys import DataKey
    from workstation.encryption import server_context
    from workstation.listener.admission import Admission
    from workstation.listener.limits import Limits
    from workstation.listener.receive import Receiver
    from workstation.listener.scp import Listener
    from workstation.listener.tls import Encryption

    lists = {name: frozenset(options[name]) for name in ("trusted", "known") if name in options}
    tls = [Path(path) for path in options.get("tls", ())]
    admission = Admission(**lists, encryption=Encryption(server_context(*tls)) if tls else None)
    limits = Limits(**options.get("limits", {}))

    store = open_store(folder, DataKey(KEY))
    sweep(store)
    listener = Listener(Receiver(store), port=0, limits=limits, admission=lambda: admission)
    listener.start()
    sys.stdout.write(f"{listener.address[1]}\n")
    sys.stdout.flush()
    sys.stdin.read()
    listener.stop()
    store.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
