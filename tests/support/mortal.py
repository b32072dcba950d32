"""A laptop in a process of its own that kills itself at a named point: ``python mortal.py FOLDER URL POINT NOTES``.

Points are the edges of a pass: before and after each commit (by the name of the function that writes), a request asked,
answered or cut in its body, a file of the vault synced or renamed. The product has no hooks for it: store, vault and network come
in as arguments, and are wrapped here. Every point that is passed is written to NOTES; without a POINT nothing dies.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resources.store import Store, Unit
    from resources.terms import Origin

HERE = Path(__file__).resolve()
KINDS = {"limit": "probe", "SOPInstanceUID": "find", "PatientID": "studies"}


def start(
    folder: Path,
    url: str,
    point: str,
    notes: Path,
    *,
    lists_at: str = "",
    secret: str = "",
    reads_as: str = "",
    under: Callable[[list[str]], list[str]] = list,
) -> "subprocess.Popen[bytes]":
    """Make one pass in another process, which dies at this point; after ``point*3``, at its third time.

    ``lists_at`` is the address of a headquarters that lists its studies over FHIR too; ``reads_as`` is the name by which its
    worklist knows this laptop. ``under`` puts a watcher before the command.
    """
    roots = [str(HERE.parents[1]), str(HERE.parents[2])]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(roots),
        "EYECAMP_LISTS_AT": lists_at,
        "EYECAMP_SECRET": secret,
        "EYECAMP_READS_AS": reads_as,
    }
    return subprocess.Popen(under([sys.executable, str(HERE), str(folder), url, point, str(notes)]), env=environment)


class Fate:
    """Counts how often each point was passed, and strikes at the one that was chosen."""

    def __init__(self, point: str, notes: Path) -> None:
        self._point, _, times = point.partition("*")
        self._left = int(times or 1)
        self._notes = notes.open("a")

    def passes(self, point: str) -> None:
        self._notes.write(point + "\n")
        self._notes.flush()
        if point != self._point:
            return
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def mortal_writes(store: "Store", passes: Callable[[str], None]) -> None:
    """Every commit is a point, by the name of the function that writes."""
    write: Callable[[Origin, str], AbstractContextManager[Unit]] = store.write

    def writing(origin: "Origin", actor: str = "") -> "AbstractContextManager[Unit]":
        return committing(sys._getframe(1).f_code.co_name.strip("_"), origin, actor)

    @contextmanager
    def committing(name: str, origin: "Origin", actor: str) -> "Iterator[Unit]":
        with write(origin, actor) as unit:
            yield unit
            passes(f"{name}: before the commit")
        passes(f"{name}: after the commit")

    store.write = writing  # type: ignore[method-assign]


def main(folder: str, url: str, point: str, notes: str) -> None:
    import httpx
    from support import workitems
    from support.stations import a_store

    from resources.store.vault import Disk
    from sync import outbox
    from sync.engine import SyncService
    from sync.headquarters import HttpHeadquarters

    fate = Fate(point, Path(notes))

    def synced(descriptor: int) -> None:
        os.fsync(descriptor)
        fate.passes("vault: synced")

    def renamed(old: Path, new: Path) -> None:
        old.replace(new)
        fate.passes("vault: renamed")

    class Body(httpx.SyncByteStream):
        """A body that is cut by death after its first piece."""

        def __init__(self, inner: httpx.SyncByteStream, name: str) -> None:
            self.inner, self.name = inner, name

        def __iter__(self) -> Iterator[bytes]:
            for number, chunk in enumerate(self.inner):
                yield chunk[: len(chunk) // 2 + 1]
                if number == 0:
                    fate.passes(self.name)
                yield chunk[len(chunk) // 2 + 1 :]

        def close(self) -> None:
            if hasattr(self.inner, "close"):
                self.inner.close()

    class Wire(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            name = kind_of(request)
            fate.passes(f"{name}: before the request")
            if name == "stow":
                request.stream = Body(request.stream, "stow: in the body")  # type: ignore[arg-type]
            response = super().handle_request(request)
            fate.passes(f"{name}: answered")
            if name == "fetch":
                response.stream = Body(response.stream, "fetch: in the body")  # type: ignore[arg-type]
            return response

    def kind_of(request: httpx.Request) -> str:
        if task := workitems.kind_of(request):
            return f"task {task}"
        if "/fhir/" in request.url.path:
            return "list"
        if request.method == "POST":
            return "stow"
        if request.url.path.endswith("/metadata"):
            return "metadata"
        for key in request.url.params:
            if key in KINDS and not request.url.path.endswith(f"/{key}") and "studies/" not in request.url.path:
                return KINDS[key]
        return "instances" if request.url.path.endswith("/instances") else "fetch"

    def reached(address: str) -> HttpHeadquarters:
        return HttpHeadquarters(address, token=os.environ.get("EYECAMP_SECRET", ""), transport=Wire())

    store = a_store(
        Path(folder), letter="", seed=2, chains=[outbox.MIGRATIONS], disk=Disk(fsync=synced, replace=renamed)
    )
    mortal_writes(store, fate.passes)
    listing, tasks = _listing(reached), _tasks(store)
    service = SyncService(store, lambda: reached(url), headquarters=url, listing=listing, tasks=tasks)
    service.once()
    service.stop(5)
    store.close()


def _listing(reached: Callable[[str], Any]) -> Any:
    """Headquarters' list, where it has one."""
    from sync.listedstudies import Listing

    base = os.environ.get("EYECAMP_LISTS_AT")
    return Listing(base, lambda: reached(f"{base}/organizations/default/fhir/3"), reached) if base else None


def _tasks(store: "Store") -> Any:
    """Headquarters' worklist, where it has one for this laptop."""
    from random import Random

    from sync.tasking import Tasks

    name = os.environ.get("EYECAMP_READS_AS")
    return Tasks(store, Random(1), {name}, name) if name else None


if __name__ == "__main__":
    main(*sys.argv[1:])
